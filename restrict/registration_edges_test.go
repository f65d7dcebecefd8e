package restrict

import (
	"errors"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// The duty to file runs through December 26, 2002. Shares that are gone by the
// next morning need no statement.
func TestRegistrationEndAtTheDue(t *testing.T) {
	for _, c := range []struct {
		sold calendar.Date
		want RegistrationStatus
		late int
	}{
		{day(2002, time.December, 26), RegistrationEnded, 0},
		{day(2002, time.December, 27), RegistrationEnded, 0},
		{day(2002, time.December, 28), RegistrationMissed, 1},
	} {
		got := dutyOf(t, mustOn(t, focusCharged(), focusLog(happened(RegistrationSold, c.sold)), day(2003, time.January, 9)), DutyFile)
		if got.Status != c.want || got.DaysLate != c.late {
			t.Errorf("sold on %s: %s, %d days late; want %s, %d", c.sold, got.Status, got.DaysLate, c.want, c.late)
		}
	}
	// An end that the agreement does not provide for ends nothing.
	r := focusCharged()
	r.Keep = RegistrationPeriod{}
	for _, kind := range []RegistrationEventKind{RegistrationSold, RegistrationFree} {
		got := mustOn(t, r, focusLog(happened(kind, day(2002, time.December, 1))), day(2003, time.January, 9))
		if dutyOf(t, got, DutyFile).Status != RegistrationMissed || got.Why.Has(codeRegistrationEnd) {
			t.Errorf("%s ends an agreement that does not say so", kind)
		}
	}
}

func TestRegistrationReviewUnknownEdges(t *testing.T) {
	r := onlyFile(focusCharged())
	r.Clocks = []RegistrationClock{{
		Duty: DutyEffective, From: RegistrationClosed, Within: registrationDays(120), Reviewed: registrationDays(90), Charged: true,
	}}
	f := focusLog()
	f.Reviewed = law.Unknown
	// The review may also bring the day forward: February 24, not March 26.
	got := mustOn(t, r, f, day(2003, time.February, 26))
	if d := got.Duties[0]; d.Due != day(2003, time.February, 24) || d.Status != RegistrationUnknown || !got.Charges.AtLeast {
		t.Errorf("the earlier day: %+v, %+v", d, got.Charges)
	}
	for _, c := range []struct {
		sold    calendar.Date
		want    RegistrationStatus
		atLeast bool
	}{
		{day(2003, time.February, 20), RegistrationEnded, false},
		{day(2003, time.March, 20), RegistrationUnknown, true}, // missed on one of the two days
		{day(2003, time.April, 20), RegistrationMissed, true},
	} {
		f.Events = append(f.Events[:1:1], happened(RegistrationSold, c.sold))
		got := mustOn(t, r, f, day(2003, time.May, 1))
		if d := got.Duties[0]; d.Status != c.want || got.Charges.AtLeast != c.atLeast {
			t.Errorf("sold on %s: %s, at least %t; want %s, %t", c.sold, d.Status, got.Charges.AtLeast, c.want, c.atLeast)
		}
	}
}

// Whether a row may still grow, and when it is payable.
func TestRegistrationOpenRows(t *testing.T) {
	r := onlyFile(focusCharged())
	r.Charge.Initial, r.Charge.Payable = dec("0"), registrationDays(5)
	on := day(2003, time.January, 5)
	row := func(f RegistrationFacts) RegistrationPeriodCharge {
		t.Helper()
		got := mustOn(t, r, f, on).Charges.Schedule
		return got[len(got)-1]
	}
	if got := row(focusLog()); !got.Open || !got.Due.IsZero() {
		t.Errorf("not filed: %+v", got)
	}
	if got := row(focusLog(happened(RegistrationSold, day(2003, time.January, 3)))); got.Open || got.Due != day(2003, time.January, 7) {
		t.Errorf("ended on January 2: %+v", got)
	}
	if got := row(focusLog(happened(RegistrationFiled, day(2003, time.January, 4)))); got.Open || got.Due != day(2003, time.January, 8) {
		t.Errorf("filed: %+v", got)
	}
	r.Charge.Steps = registrationSteps(PartialFull, 20)
	if got := row(focusLog()); got.Open || got.Due != day(2003, time.January, 1) { // five days after December 27
		t.Errorf("in full: %+v", got)
	}
	first := day(2002, time.December, 27)
	if got := row(focusLog(happened(RegistrationFiled, first))); got.From != first || got.Through != first || got.Days != 0 {
		t.Errorf("in full, cured at once: %+v", got)
	}
	// A second failure keeps the run open that the first began.
	r = focusCharged()
	on = day(2003, time.March, 16)
	if got := row(focusLog(happened(RegistrationFiled, day(2003, time.March, 6)))); !got.Open {
		t.Errorf("two failures: %+v", got)
	}
	// A period that has to be filled costs the base of its last day.
	r.Charge.Initial, r.Charge.Steps = dec("0"), registrationSteps(PartialNone, 10)
	on = day(2003, time.January, 25)
	f := focusLog(RegistrationEvent{RegistrationBase, on, dec("500000")})
	if got := row(f); !got.Amount.Equal(dec("5000")) || !got.Base.Equal(dec("768000")) {
		t.Errorf("filled: %+v", got)
	}
}

// A suspension beyond the grace costs nothing unless the agreement says so.
func TestRegistrationKeepCharged(t *testing.T) {
	f := focusLog(
		happened(RegistrationFiled, day(2002, time.December, 2)), happened(RegistrationEffective, day(2003, time.February, 3)),
		happened(RegistrationSuspended, day(2003, time.March, 1)))
	on := day(2003, time.April, 2) // March 31 is the 31st day
	r := focusCharged()
	if got := mustOn(t, r, f, on).Charges; !got.Accrued.Equal(dec("16896")) || got.Schedule[0].Duties[0] != DutyKeep { // 15,360 and 3 × 512
		t.Errorf("charged: %s", amounts(got))
	}
	r.Keep.Charged = false
	if got := mustOn(t, r, f, on); !got.Charges.Accrued.IsZero() || dutyOf(t, got, DutyKeep).Status != RegistrationMissed {
		t.Errorf("not charged: %s", amounts(got.Charges))
	}
}

// Two failures of 2% in full: the second counts against the cap of the first
// if it begins within 30 days of it.
func TestRegistrationCapWindow(t *testing.T) {
	r := focusCharged()
	r.Charge.Initial, r.Charge.Steps, r.Charge.Overlap = dec("0"), registrationSteps(PartialFull, 20), OverlapEach
	r.Clocks = r.Clocks[:2]
	for _, c := range []struct {
		days      int
		capPeriod string
		base      string
		want      string
	}{
		{59, "2", "", "2002-12-27+30 15360, 2003-01-25+1 0"},
		{60, "2", "", "2002-12-27+30 15360, 2003-01-26+1 15360, 2003-01-26+1 0"},
		{30, "2", "", "2002-12-27+30 15360, 2002-12-27+30 0"},
		{30, "3", "", "2002-12-27+30 15360, 2002-12-27+30 7680"},
		{59, "3", "384000", "2002-12-27+30 15360, 2003-01-25+1 0"}, // 11,520 less 15,360
	} {
		r.Charge.CapPeriod = dec(c.capPeriod)
		r.Clocks[1].Within = registrationDays(c.days)
		f := focusLog()
		if c.base != "" {
			f = focusLog(RegistrationEvent{RegistrationBase, day(2003, time.January, 2), dec(c.base)})
		}
		on := day(2002, time.November, 26).AddDays(max(c.days+1, 60))
		if got := mustOn(t, r, f, on).Charges; amounts(got) != c.want || !got.Capped {
			t.Errorf("%d days, cap %s: %s, want %s", c.days, c.capPeriod, amounts(got), c.want)
		}
	}
	// Initial charges come before the periods of the same day.
	r.Charge.Initial, r.Charge.CapPeriod, r.Clocks[1].Within = dec("1"), dec("0"), registrationDays(30)
	for i, row := range mustOn(t, r, focusLog(), day(2002, time.December, 27)).Charges.Schedule {
		if row.Period != i/2 {
			t.Errorf("row %d is period %d", i, row.Period)
		}
	}
}

func TestRegistrationWindowTooShort(t *testing.T) {
	r := focusCharged()
	r.Grace = RegistrationGrace{PerWindow: 28, Months: 1}
	if err := r.Validate(); err != nil {
		t.Errorf("28 days of a month: %v", err)
	}
	r.Grace.PerWindow = 29
	if err := r.Validate(); !errors.Is(err, law.ErrConflict) {
		t.Errorf("29 days of a month: %v", err)
	}
}

// The most that a caller can ask is answered, or refused, at once.
func TestRegistrationWorst(t *testing.T) {
	r := focusCharged()
	r.Grace = RegistrationGrace{PerEvent: 3_660, PerWindow: 3_360, Events: 1_000, Months: 120}
	r.Charge.Every, r.Charge.Overlap = 1, OverlapEach
	f := focusLog(happened(RegistrationFiled, day(2002, time.December, 2)), happened(RegistrationEffective, day(2002, time.December, 3)))
	at := day(2002, time.December, 3)
	for len(f.Events) < 998 {
		f.Events = append(f.Events, happened(RegistrationSuspended, at), happened(RegistrationResumed, at.AddDays(1)))
		at = at.AddDays(1)
	}
	got := mustOn(t, r, f, at)
	if keep := dutyOf(t, got, DutyKeep); keep.Status != RegistrationMet || got.Grace.Used != 498 {
		t.Errorf("%+v, %+v", keep.Status, got.Grace)
	}
	f.Base = maxRegistrationBase()
	r.Charge.Interest, r.Charge.Payable = RegistrationInterest{dec("100"), 1}, registrationDays(0)
	r.Charge.Every, r.Charge.Unit, r.Clocks = 366, calendar.Months, r.Clocks[:1]
	if _, err := r.On(RegistrationFacts{Events: f.Events[:1], Base: f.Base, Reviewed: law.No}, day(9900, time.December, 31)); !errors.Is(err, law.ErrRange) {
		t.Errorf("interest of seven thousand years: %v", err)
	}
}

// A due day past the last announced closing is marked, and says so.
func TestRegistrationProjected(t *testing.T) {
	r := focusCharged()
	r.Clocks = []RegistrationClock{{Duty: DutyFile, From: RegistrationClosed, Within: registrationTradingDays(5)}}
	for _, c := range []struct {
		closed calendar.Date
		want   bool
	}{{day(2003, time.June, 2), false}, {day(2090, time.June, 2), true}} {
		f := RegistrationFacts{Events: []RegistrationEvent{happened(RegistrationClosed, c.closed)}, Base: dec("1")}
		d := mustOn(t, r, f, c.closed).Duties[0]
		if d.Projected != c.want || d.Why.Has(calendar.CodeProjected) != c.want {
			t.Errorf("closed on %s: projected %t, %v", c.closed, d.Projected, d.Why.Codes())
		}
	}
}

// TestRegistrationDistance: the use is suspended from June 10 to 20, 2003, and again
// from July 2 to 7. An agreement of the kind, whose limits are ten days each, twice
// in twelve months, prohibits a suspension less than ten business days after the one
// before, that is, before July 3. Its terms cannot state that, and the finding says
// so. SOURCE: the definition of a permitted suspension period at
// contracts.justia.com/dictionary/permitted-suspension-period.
func TestRegistrationDistance(t *testing.T) {
	r := focusCharged()
	r.Grace = RegistrationGrace{PerEvent: 10, Events: 2, Months: 12}
	f := focusLog(
		happened(RegistrationFiled, day(2002, time.December, 2)), happened(RegistrationEffective, day(2003, time.February, 3)),
		happened(RegistrationSuspended, day(2003, time.June, 10)), happened(RegistrationResumed, day(2003, time.June, 20)),
		happened(RegistrationSuspended, day(2003, time.July, 2)), happened(RegistrationResumed, day(2003, time.July, 7)))
	for _, c := range []struct {
		name    string
		on      calendar.Date
		left    int
		unknown bool
	}{
		{"before any", day(2003, time.June, 9), 10, false},
		{"in the first", day(2003, time.June, 12), 7, false},
		{"after the first", day(2003, time.June, 23), 10, true},
		{"in the second", day(2003, time.July, 3), 8, true},
		{"after both, with none left", day(2003, time.July, 8), 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := mustOn(t, r, f, c.on)
			if got.Grace.Left != c.left || got.Grace.DistanceUnknown != c.unknown {
				t.Errorf("%+v; want %d left, the distance unknown: %t", *got.Grace, c.left, c.unknown)
			}
			if keep := dutyOf(t, got, DutyKeep); keep.Why.Has(codeRegistrationDistance) != c.unknown {
				t.Errorf("%s", keep.Why)
			}
		})
	}
	// The last day of a second suspension that lasts is within the limits stated, too.
	f.Events = f.Events[:len(f.Events)-1]
	got := mustOn(t, r, f, day(2003, time.July, 11))
	if dutyOf(t, got, DutyKeep).Status != RegistrationPaused || got.Grace.Left != 0 || !got.Grace.DistanceUnknown {
		t.Errorf("%+v", *got.Grace)
	}
}

// TestRegistrationCureReading: the charge tells how it counts the day of cure, also
// where nothing is charged for that. To be filed by December 26, 2002.
func TestRegistrationCureReading(t *testing.T) {
	for _, c := range []struct {
		name      string
		count     bool
		filed     calendar.Date
		amount    string
		code, not law.Code
	}{
		{"in time", false, day(2002, time.December, 26), "0", "", codeRegistrationCureNotCounted},
		{"in time, counted", true, day(2002, time.December, 26), "0", "", codeRegistrationCureCounted},
		{"one day late", false, day(2002, time.December, 27), "0", codeRegistrationCureNotCounted, codeRegistrationCureCounted},
		{"one day late, counted", true, day(2002, time.December, 27), "512", codeRegistrationCureCounted, codeRegistrationCureNotCounted},
		{"two days late", false, day(2002, time.December, 28), "512", codeRegistrationCureNotCounted, codeRegistrationCureCounted},
		{"two days late, counted", true, day(2002, time.December, 28), "1024", codeRegistrationCureCounted, codeRegistrationCureNotCounted},
		{"not filed yet", false, never, "1024", codeRegistrationCureNotCounted, codeRegistrationCureCounted},
		{"not filed yet, counted", true, never, "1024", codeRegistrationCureCounted, codeRegistrationCureNotCounted},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, f := focusCharged(), focusLog()
			r.Charge.Initial, r.Charge.CountCure = dec("0"), c.count
			on := day(2002, time.December, 28)
			if !c.filed.IsZero() {
				f = focusLog(happened(RegistrationFiled, c.filed))
			}
			got := mustOn(t, r, f, on)
			if !got.Charges.Accrued.Equal(dec(c.amount)) || c.code != "" && !got.Why.Has(c.code) || got.Why.Has(c.not) {
				t.Errorf("%s, want %s and %s\n%s", got.Charges.Accrued, c.amount, c.code, got.Why)
			}
		})
	}
}

// TestRegistrationNothingToPay: what costs nothing has no day for payment: a period
// that was not filled, a charge that a cap took off, and one on a base of zero.
func TestRegistrationNothingToPay(t *testing.T) {
	late := happened(RegistrationFiled, day(2003, time.February, 10))
	for _, c := range []struct {
		name string
		r    func(*RegistrationCharge)
		f    RegistrationFacts
		rows int // of them
		none int // have nothing to pay
	}{
		{"not filled", func(c *RegistrationCharge) { c.Initial, c.Steps = dec("0"), registrationSteps(PartialNone, 10) }, focusLog(late), 2, 1},
		{"capped", func(c *RegistrationCharge) { c.CapTotal = dec("2") }, focusLog(late), 3, 2},
		{"of nothing", func(*RegistrationCharge) {}, focusLog(RegistrationEvent{Kind: RegistrationBase, Date: day(2003, time.January, 20)}, late), 3, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := focusCharged()
			r.Charge.Payable = registrationDays(10)
			c.r(&r.Charge)
			got := mustOn(t, r, c.f, day(2003, time.February, 20)).Charges // before the next day due
			none := 0
			for _, row := range got.Schedule {
				if row.Amount.IsZero() {
					none++
				}
				if row.Amount.IsZero() != row.Due.IsZero() {
					t.Errorf("%s is payable by %s", row.Amount, row.Due)
				}
			}
			if len(got.Schedule) != c.rows || none != c.none {
				t.Errorf("%d of %d rows have nothing to pay: %s", none, len(got.Schedule), amounts(got))
			}
		})
	}
}
