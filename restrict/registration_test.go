package restrict

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func TestRegistrationFiling(t *testing.T) {
	due := day(2002, time.December, 26)
	for _, c := range []struct {
		name  string
		filed calendar.Date
		on    calendar.Date
		want  RegistrationStatus
		late  int
	}{
		{"before the day due", calendar.Date{}, day(2002, time.December, 25), RegistrationPending, 0},
		{"on the day due", calendar.Date{}, due, RegistrationPending, 0},
		{"the day after", calendar.Date{}, due.AddDays(1), RegistrationMissed, 1},
		{"filed early", day(2002, time.December, 2), day(2003, time.January, 5), RegistrationMet, 0},
		{"filed on the day due", due, day(2003, time.January, 5), RegistrationMet, 0},
		{"filed the day after", due.AddDays(1), day(2003, time.January, 5), RegistrationMetLate, 1},
		{"filed later than asked about", day(2003, time.February, 10), day(2003, time.January, 5), RegistrationMissed, 10},
		{"filed 46 days late", day(2003, time.February, 10), day(2003, time.March, 1), RegistrationMetLate, 46},
	} {
		f := focusLog()
		if !c.filed.IsZero() {
			f = focusLog(happened(RegistrationFiled, c.filed))
		}
		got := dutyOf(t, mustOn(t, focusCharged(), f, c.on), DutyFile)
		if got.Status != c.want || got.DaysLate != c.late || got.Due != due {
			t.Errorf("%s: %s, %d days late, due %s; want %s, %d, %s", c.name, got.Status, got.DaysLate, got.Due, c.want, c.late, due)
		}
		code := law.Code("registration." + strings.ReplaceAll(string(c.want), " ", "_"))
		if !got.Why.Has(code) || !got.Why.Has(calendar.CodeCount) {
			t.Errorf("%s: %v tells neither %s nor the count", c.name, got.Why.Codes(), code)
		}
	}
}

// The agreement of January 24, 2006 (Focus Enhancements, Inc., Exhibit 10.5), the
// source of the form, was closed on its date as far as is known;
// its statement, No. 333-133291, was declared effective on May 10, 2006: too
// late without a review, and in time with one.
func TestRegistrationReview(t *testing.T) {
	r := seenForm(t, "file-90")
	effective := day(2006, time.May, 10)
	events := []RegistrationEvent{
		happened(RegistrationClosed, day(2006, time.January, 24)), happened(RegistrationFiled, day(2006, time.April, 13)),
		happened(RegistrationEffective, effective),
	}
	for _, c := range []struct {
		reviewed law.YesNo
		on       calendar.Date
		want     RegistrationStatus
		due      calendar.Date
		late     int
	}{
		{law.No, effective, RegistrationMetLate, day(2006, time.April, 24), 16},
		{law.Yes, effective, RegistrationMet, day(2006, time.May, 24), 0},
		{law.Unknown, effective, RegistrationUnknown, day(2006, time.April, 24), 0},
		{law.Unknown, day(2006, time.April, 24), RegistrationPending, day(2006, time.April, 24), 0},
		{law.Unknown, day(2006, time.May, 9), RegistrationUnknown, day(2006, time.April, 24), 0},
		{law.No, day(2006, time.May, 9), RegistrationMissed, day(2006, time.April, 24), 15},
	} {
		got := mustOn(t, r, RegistrationFacts{Events: events, Reviewed: c.reviewed}, c.on).Duties[1]
		if got.Status != c.want || got.Due != c.due || got.DaysLate != c.late {
			t.Errorf("reviewed %s, on %s: %s, due %s, %d late; want %s, %s, %d", c.reviewed, c.on, got.Status, got.Due, got.DaysLate, c.want, c.due, c.late)
		}
		if got.Why.Has(codeRegistrationReviewed) != (c.reviewed == law.Yes) || got.Why.Has(codeRegistrationReviewUnknown) != (c.reviewed == law.Unknown) {
			t.Errorf("reviewed %s: %s", c.reviewed, got.Why)
		}
	}
	// Once both days have passed, the later one at least was missed.
	got := mustOn(t, r, RegistrationFacts{Events: events[:2], Reviewed: law.Unknown}, day(2006, time.May, 26)).Duties[1]
	if got.Status != RegistrationMissed || got.Due != day(2006, time.May, 24) || got.DaysLate != 2 {
		t.Errorf("after both days: %+v", got)
	}
	// The fifth trading day after Thursday, April 13, 2006 comes after Good
	// Friday.
	events[2] = happened(RegistrationNoReview, day(2006, time.April, 13))
	third := mustOn(t, r, RegistrationFacts{Events: events, Reviewed: law.No}, day(2006, time.April, 20)).Duties[2]
	if third.Due != day(2006, time.April, 21) || third.Status != RegistrationPending {
		t.Errorf("five trading days from 2006-04-13: %s, %s", third.Due, third.Status)
	}
}

func seenForm(t testing.TB, key string) Registration {
	t.Helper()
	for _, f := range RegistrationForms() {
		if f.Key == key {
			return f.Registration
		}
	}
	t.Fatalf("no form %q", key)
	return Registration{}
}

func TestRegistrationAtLeast(t *testing.T) {
	f := focusLog(happened(RegistrationFiled, day(2002, time.December, 2)))
	f.Reviewed = law.Unknown
	r := focusCharged()
	// Due 2003-02-24 without a review, 2003-03-26 with one.
	for _, c := range []struct {
		on      calendar.Date
		atLeast bool
		accrued string
	}{
		{day(2003, time.February, 24), false, "0"},
		{day(2003, time.February, 25), true, "0"},
		{day(2003, time.March, 26), true, "0"},
		{day(2003, time.March, 27), true, "15872"}, // 15,360 at once and a thirtieth of it
	} {
		got := mustOn(t, r, f, c.on).Charges
		if got.AtLeast != c.atLeast || !got.Accrued.Equal(dec(c.accrued)) {
			t.Errorf("on %s: at least %t, %s; want %t, %s", c.on, got.AtLeast, got.Accrued, c.atLeast, c.accrued)
		}
	}
	f.Reviewed = law.Yes
	if got := mustOn(t, r, f, day(2003, time.March, 27)).Charges; got.AtLeast || !got.Accrued.Equal(dec("15872")) {
		t.Errorf("reviewed: %+v", got)
	}
}

// Each letter of comments starts a clock, and only a later response meets it.
func TestRegistrationResponses(t *testing.T) {
	r := focusCharged()
	f := focusLog(
		happened(RegistrationFiled, day(2002, time.December, 2)),
		happened(RegistrationComments, day(2002, time.December, 20)),
		happened(RegistrationResponse, day(2003, time.January, 3)),
		happened(RegistrationComments, day(2003, time.January, 3)), // the same day, but after it
	)
	f.Reviewed = law.Yes
	got := mustOn(t, r, f, day(2003, time.January, 20))
	first, second := got.Duties[2], got.Duties[3]
	// Ten bank days from Friday December 20 pass Christmas and New Year's Day.
	if first.Duty != DutyRespond || first.Status != RegistrationMet || first.Due != day(2003, time.January, 7) {
		t.Errorf("first letter: %+v", first)
	}
	if second.Status != RegistrationMissed || second.Due != day(2003, time.January, 17) || second.DaysLate != 3 {
		t.Errorf("second letter: %+v", second)
	}
	f.Events = append(f.Events, happened(RegistrationResponse, day(2003, time.January, 22)))
	if late := mustOn(t, r, f, day(2003, time.January, 25)).Duties[3]; late.Status != RegistrationMetLate || late.DaysLate != 5 {
		t.Errorf("second letter, answered: %+v", late)
	}
	if waiting := dutyOf(t, mustOn(t, r, focusLog(), day(2002, time.December, 1)), DutyRespond); waiting.Status != RegistrationWaiting {
		t.Errorf("without a letter: %+v", waiting)
	}
}

func TestRegistrationEnds(t *testing.T) {
	filed, effective := happened(RegistrationFiled, day(2002, time.December, 2)), happened(RegistrationEffective, day(2003, time.February, 3))
	// Two years from effectiveness are over on 2005-02-04.
	for _, c := range []struct {
		name   string
		events []RegistrationEvent
		on     calendar.Date
		keep   RegistrationStatus
		due    calendar.Date
	}{
		{"the last day", []RegistrationEvent{filed, effective}, day(2005, time.February, 3), RegistrationMet, day(2005, time.February, 3)},
		{"the day after", []RegistrationEvent{filed, effective}, day(2005, time.February, 4), RegistrationEnded, day(2005, time.February, 3)},
		{
			"free under Rule 144 before",
			[]RegistrationEvent{filed, effective, happened(RegistrationFree, day(2004, time.November, 26))},
			day(2004, time.November, 26), RegistrationEnded, day(2004, time.November, 25),
		},
		{
			"the day before that",
			[]RegistrationEvent{filed, effective, happened(RegistrationFree, day(2004, time.November, 26))},
			day(2004, time.November, 25), RegistrationMet, day(2005, time.February, 3),
		},
		{
			"all sold",
			[]RegistrationEvent{filed, effective, happened(RegistrationSold, day(2003, time.May, 1))},
			day(2003, time.May, 2), RegistrationEnded, day(2003, time.April, 30),
		},
		{"sold before it was effective", []RegistrationEvent{filed, happened(RegistrationSold, day(2003, time.January, 2))}, day(2003, time.May, 2), RegistrationEnded, calendar.Date{}},
		{"not effective", []RegistrationEvent{filed}, day(2003, time.January, 2), RegistrationWaiting, calendar.Date{}},
	} {
		got := mustOn(t, focusCharged(), focusLog(c.events...), c.on)
		keep := dutyOf(t, got, DutyKeep)
		if keep.Status != c.keep || keep.Due != c.due {
			t.Errorf("%s: %s until %s, want %s until %s", c.name, keep.Status, keep.Due, c.keep, c.due)
		}
		if ended := c.keep == RegistrationEnded; got.Why.Has(codeRegistrationEnd) != ended || (got.Grace == nil) != (ended || c.keep == RegistrationWaiting) {
			t.Errorf("%s: reasons %v, grace %v", c.name, got.Why.Codes(), got.Grace)
		}
	}
	// Shares that are sold before the statement is due need none.
	sold := focusLog(happened(RegistrationSold, day(2002, time.December, 20)))
	got := mustOn(t, focusCharged(), sold, day(2003, time.June, 1))
	if file := dutyOf(t, got, DutyFile); file.Status != RegistrationEnded || !got.Charges.Accrued.IsZero() {
		t.Errorf("sold before it was due: %+v, %+v", file, got.Charges)
	}
	// Charges stop with the duties, the day before all were sold: 10 days.
	sold = focusLog(happened(RegistrationSold, day(2003, time.January, 6)))
	got = mustOn(t, focusCharged(), sold, day(2003, time.June, 1))
	if file := dutyOf(t, got, DutyFile); file.Status != RegistrationMissed || file.DaysLate != 10 || !got.Charges.Accrued.Equal(dec("20480")) {
		t.Errorf("sold after it was due: %+v, %s", file, got.Charges.Accrued)
	}
}

func TestRegistrationGrace(t *testing.T) {
	effective := day(2003, time.February, 3)
	log := func(spans ...calendar.Date) RegistrationFacts {
		f := focusLog(happened(RegistrationFiled, day(2002, time.December, 2)), happened(RegistrationEffective, effective))
		for i, d := range spans {
			kind := RegistrationSuspended
			if i%2 == 1 {
				kind = RegistrationResumed
			}
			f.Events = append(f.Events, happened(kind, d))
		}
		return f
	}
	march := day(2003, time.March, 1)
	for _, c := range []struct {
		name       string
		f          RegistrationFacts
		on         calendar.Date
		status     RegistrationStatus
		used, left int
		last       calendar.Date
		again      bool // the suspension asked about follows another
	}{
		{"never suspended", log(), effective, RegistrationMet, 0, 30, effective.AddDays(30), false},
		{"the first day", log(march), march, RegistrationPaused, 1, 29, march.AddDays(29), false},
		{"the thirtieth day", log(march), march.AddDays(29), RegistrationPaused, 30, 0, calendar.Date{}, false},
		{"the next day", log(march), march.AddDays(30), RegistrationMissed, 31, 0, calendar.Date{}, false},
		{"resumed after ten", log(march, march.AddDays(10)), march.AddDays(10), RegistrationMet, 10, 30, march.AddDays(40), true},
		{"ten and 25, so five are left", log(march, march.AddDays(10), march.AddDays(20), march.AddDays(45)), march.AddDays(45), RegistrationMet, 35, 5, march.AddDays(50), true},
		{"ten and 31", log(march, march.AddDays(10), march.AddDays(20)), march.AddDays(50), RegistrationMissed, 41, 0, calendar.Date{}, false},
		{"suspended and resumed in a day", log(march, march), march, RegistrationMet, 0, 30, march.AddDays(30), true},
		{"a year later the days are back", log(march, march.AddDays(30)), day(2004, time.March, 31), RegistrationMet, 0, 30, day(2004, time.April, 30), true},
		// On 2004-03-15 the window reaches back to 2003-03-16: 15 days of March
		// 2003 and, one by one, fewer as the window moves on.
		{"the window moves", log(march, march.AddDays(30)), day(2004, time.March, 15), RegistrationMet, 15, 30, day(2004, time.April, 14), true},
	} {
		got := mustOn(t, focusCharged(), c.f, c.on)
		keep := dutyOf(t, got, DutyKeep)
		if keep.Status != c.status || got.Grace == nil || *got.Grace != (RegistrationGraceFinding{c.used, c.left, c.last, false, c.again}) {
			t.Errorf("%s: %s, %+v; want %s, %d used, %d left until %s", c.name, keep.Status, got.Grace, c.status, c.used, c.left, c.last)
		}
		if keep.Why.Has(codeRegistrationDistance) != c.again {
			t.Errorf("%s:\n%s", c.name, keep.Why)
		}
	}
	// Two suspensions in twelve months, each of any length.
	r := focusCharged()
	r.Grace = RegistrationGrace{Events: 2, Months: 12}
	spans := []calendar.Date{march, march.AddDays(60), march.AddDays(70), march.AddDays(71), march.AddDays(80)}
	third := mustOn(t, r, log(spans...), march.AddDays(80))
	if keep := dutyOf(t, third, DutyKeep); keep.Status != RegistrationMissed || keep.DaysLate != 1 || !keep.Why.Has(codeRegistrationBeyond) {
		t.Errorf("the third suspension: %+v", keep)
	}
	if second := mustOn(t, r, log(spans[:4]...), march.AddDays(75)); second.Grace.Left != 0 || second.Grace.Unlimited || second.Grace.DistanceUnknown {
		t.Errorf("after two suspensions: %+v", second.Grace)
	}
	if first := mustOn(t, r, log(spans[:2]...), march.AddDays(65)); !first.Grace.Unlimited || !first.Grace.DistanceUnknown {
		t.Errorf("after one suspension: %+v", first.Grace)
	}
	// The zero grace allows nothing.
	r.Grace = RegistrationGrace{}
	if none := mustOn(t, r, log(march), march); dutyOf(t, none, DutyKeep).Status != RegistrationMissed || none.Grace.Left != 0 {
		t.Errorf("no grace: %+v", none.Grace)
	}
}

func TestRegistrationFaults(t *testing.T) {
	r := focusCharged()
	r.Clocks = append(r.Clocks,
		RegistrationClock{},
		RegistrationClock{Duty: DutyKeep, From: RegistrationClosed, Within: registrationDays(1)},
		RegistrationClock{Duty: DutyFile, From: RegistrationFiled, Within: registrationDays(-1), Reviewed: calendar.Deadline{Count: 1}})
	r.Keep = RegistrationPeriod{From: RegistrationComments, Within: calendar.Deadline{Count: 1, Unit: "fortnights"}}
	r.Grace = RegistrationGrace{PerEvent: -1, PerWindow: 400, Events: 5_000, Months: 12}
	r.Charge = RegistrationCharge{
		Initial: dec("3"), CapPeriod: dec("2"), CapTotal: dec("101"), Every: 0, Unit: "fortnights", Rounding: "bankers",
		Steps: []RegistrationStep{
			{From: 2, Percent: dec("-1"), Partial: PartialFull}, {From: 2, Percent: dec("2.5"), Partial: "half"}, {From: 9_999, Partial: PartialNone},
		},
		Interest: RegistrationInterest{Percent: dec("18"), Days: 0}, Payable: calendar.Deadline{Count: 5, Unit: calendar.BusinessDays},
	}
	f := RegistrationFacts{Base: dec("768000.005"), Events: []RegistrationEvent{
		happened(RegistrationClosed, day(2003, time.March, 1)), happened(RegistrationClosed, day(2003, time.January, 1)),
		{},
		happened(RegistrationEffective, day(2003, time.April, 1)), happened(RegistrationResumed, day(2003, time.April, 2)),
		{Kind: RegistrationCutBack, Date: day(2003, time.April, 3), Base: dec("-1")},
		{Kind: RegistrationFiled, Date: day(2003, time.April, 3), Base: dec("1")},
	}}
	_, err := r.On(f, calendar.Date{})
	var fs law.Faults
	if !errors.As(err, &fs) {
		t.Fatalf("%v is no law.Faults", err)
	}
	for _, want := range []struct {
		field string
		kind  error
	}{
		{"registration.clocks[3].duty", law.ErrMissing},
		{"registration.clocks[3].from", law.ErrMissing},
		{"registration.clocks[3].within.unit", law.ErrMissing},
		{"registration.clocks[4].duty", law.ErrInvalid},
		{"registration.clocks[5].from", law.ErrConflict},
		{"registration.clocks[5].within.count", law.ErrRange},
		{"registration.clocks[5].reviewed.unit", law.ErrMissing},
		{"registration.keep.from", law.ErrInvalid},
		{"registration.keep.within.unit", law.ErrInvalid},
		{"registration.grace.per_event", law.ErrRange},
		{"registration.grace.events", law.ErrRange},
		{"registration.grace.per_window", law.ErrConflict},
		{"registration.charge.cap_total", law.ErrRange},
		{"registration.charge.unit", law.ErrInvalid},
		{"registration.charge.every", law.ErrRange},
		{"registration.charge.initial", law.ErrConflict},
		{"registration.charge.steps[0].from", law.ErrInvalid},
		{"registration.charge.steps[0].percent", law.ErrRange},
		{"registration.charge.steps[1].from", law.ErrConflict},
		{"registration.charge.steps[1].percent", law.ErrConflict},
		{"registration.charge.steps[1].partial", law.ErrInvalid},
		{"registration.charge.steps[2].from", law.ErrRange},
		{"registration.charge.steps[2].percent", law.ErrMissing},
		{"registration.charge.overlap", law.ErrMissing},
		{"registration.charge.rounding", law.ErrInvalid},
		{"registration.charge.payable.calendar", law.ErrMissing},
		{"registration.charge.interest.days", law.ErrMissing},
		{"base", law.ErrInvalid},
		{"on", law.ErrMissing},
		{"events[1].date", law.ErrConflict},
		{"events[1].kind", law.ErrDuplicate},
		{"events[2].kind", law.ErrMissing},
		{"events[2].date", law.ErrMissing},
		{"events[3].kind", law.ErrConflict},
		{"events[4].kind", law.ErrConflict},
		{"events[5].base", law.ErrRange},
		{"events[6].base", law.ErrConflict},
	} {
		found := false
		for _, fault := range fs {
			found = found || fault.Field == want.field && errors.Is(fault, want.kind)
		}
		if !found {
			t.Errorf("no fault of kind %v at %s in:\n%s", want.kind, want.field, strings.ReplaceAll(err.Error(), "; ", "\n"))
		}
	}
}

func TestRegistrationRefuses(t *testing.T) {
	on := day(2003, time.March, 1)
	for _, c := range []struct {
		name string
		r    func(*Registration)
		f    func(*RegistrationFacts)
		on   calendar.Date
		kind error
		want string
	}{
		{name: "an annex that was not read", r: func(r *Registration) { *r = FocusRegistration() }, kind: law.ErrMissing, want: "registration.clocks"},
		{name: "a charged clock without a charge", r: func(r *Registration) { r.Charge = RegistrationCharge{} }, kind: law.ErrMissing, want: "registration.charge"},
		{name: "a charge without a percentage", r: func(r *Registration) { r.Charge = RegistrationCharge{Overlap: OverlapOnce} }, kind: law.ErrMissing, want: "charge.steps"},
		{name: "no word on review", f: func(f *RegistrationFacts) { f.Reviewed = "" }, kind: law.ErrMissing, want: "reviewed"},
		{name: "comments without a review", f: func(f *RegistrationFacts) {
			f.Events = append(f.Events, happened(RegistrationFiled, on), happened(RegistrationComments, on))
		}, kind: law.ErrConflict, want: "events[2].kind"},
		{name: "no base", f: func(f *RegistrationFacts) { f.Base = dec("0") }, kind: law.ErrMissing, want: "base"},
		{name: "a huge base", f: func(f *RegistrationFacts) { f.Base = dec("1000000000000.01") }, kind: law.ErrRange, want: "base"},
		{name: "an exponent", f: func(f *RegistrationFacts) { f.Base = dec("1e9999") }, kind: law.ErrRange, want: "base"},
		{name: "a window without its limit", r: func(r *Registration) { r.Grace = RegistrationGrace{PerEvent: 3, Months: 12} }, kind: law.ErrConflict, want: "grace.months"},
		{name: "a limit without its window", r: func(r *Registration) { r.Grace = RegistrationGrace{PerWindow: 3} }, kind: law.ErrMissing, want: "grace.months"},
		{name: "an end without a length", r: func(r *Registration) { r.Keep.Within = calendar.Deadline{} }, kind: law.ErrMissing, want: "keep.within"},
		{name: "interest without a day for payment", r: func(r *Registration) { r.Charge.Interest = RegistrationInterest{dec("1"), 30} }, kind: law.ErrMissing, want: "payable"},
		{name: "interest of nothing", r: func(r *Registration) { r.Charge.Interest.Days = 30 }, kind: law.ErrMissing, want: "interest.percent"},
		{name: "interest for too many days", r: func(r *Registration) {
			r.Charge.Interest, r.Charge.Payable = RegistrationInterest{dec("1"), 367}, registrationDays(1)
		}, kind: law.ErrRange, want: "interest.days"},
		{name: "too many steps", r: func(r *Registration) { r.Charge.Steps = make([]RegistrationStep, 101) }, kind: law.ErrRange, want: "charge.steps"},
		{name: "a total cap below the first charge", r: func(r *Registration) { r.Charge.CapTotal = dec("1.99") }, kind: law.ErrConflict, want: "charge.initial"},
		{name: "an end outside the calendar", r: func(r *Registration) {
			r.Keep.From, r.Keep.Within = RegistrationClosed, registrationBankDays(40_000)
		}, kind: law.ErrRange, want: "keep.within"},
		{name: "too late a day", on: day(9999, time.December, 31), kind: law.ErrRange, want: "on"},
		{name: "a day outside the calendar", r: func(r *Registration) { r.Clocks[0].Within = registrationBankDays(40_000) }, kind: law.ErrRange, want: "clocks[0].within"},
		{name: "suspended twice", f: func(f *RegistrationFacts) {
			f.Events = append(f.Events, happened(RegistrationFiled, on), happened(RegistrationEffective, on), happened(RegistrationSuspended, on), happened(RegistrationSuspended, on))
		}, kind: law.ErrConflict, want: "events[4].kind"},
		{name: "too many charges", r: func(r *Registration) { r.Charge.Every = 1 }, on: day(2100, time.January, 1), kind: law.ErrRange, want: "charge.every"},
		{name: "payment outside the calendar", r: func(r *Registration) { r.Charge.Payable = registrationBankDays(40_000) }, kind: law.ErrRange, want: "charge.payable"},
		{name: "too many events", f: func(f *RegistrationFacts) {
			f.Events = make([]RegistrationEvent, 1_001)
		}, kind: law.ErrRange, want: "events"},
		{name: "too many clocks", r: func(r *Registration) { r.Clocks = make([]RegistrationClock, 101) }, kind: law.ErrRange, want: "registration.clocks"},
	} {
		r, f := focusCharged(), focusLog()
		if c.r != nil {
			c.r(&r)
		}
		if c.f != nil {
			c.f(&f)
		}
		if c.on.IsZero() {
			c.on = on
		}
		got, err := r.On(f, c.on)
		if !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.want) || got.Duties != nil {
			t.Errorf("%s: %v, want a fault of kind %v at %s", c.name, err, c.kind, c.want)
		}
	}
}
