package calendar

import (
	"errors"
	"math"
	"math/rand"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// TestInclusive are counts of which the event's own day is the first, worked by hand.
func TestInclusive(t *testing.T) {
	in := func(n int, unit Unit, c Calendar) Deadline {
		return Deadline{Count: n, Unit: unit, Inclusive: true, Calendar: c}
	}
	offer := in(20, BusinessDays, Federal())
	early := offer
	early.Exclusive = true
	rolled := in(30, Days, NYSE())
	rolled.Roll = Forward
	rollUp := in(60, Days, Federal())
	rollUp.RollEvent = true
	for _, tt := range []struct {
		name        string
		rule        Deadline
		event, want string
	}{
		// September 29, 30 make 2, October 1-3 5, 6-10 10, 14-17 14 (13 is Columbus Day), 20-24 19, 27 20.
		{"Novartis for Tourmaline Bio", offer, "2025-09-29", "2025-10-27"},
		// December 5, 6 make 2, 9-13 7, 16-20 12, 23 13, 26, 27 15 (24 and 25 closed), 30, 31 17, January 2, 3 19, 6 20.
		{"Novartis for The Medicines Company, December 24 closed by order", offer, "2019-12-05", "2020-01-06"},
		// December 9-13 make 5, 16-20 10, 23 11, 26, 27 13, 30, 31 15, January 2, 3 17, 6-8 20.
		{"Roche for Poseida, December 24 closed by order", offer, "2024-12-09", "2025-01-08"},
		// March 2-6 make 5, 9-13 10, 16-20 15, 23-27 20.
		{"commenced on a Monday", offer, "2026-03-02", "2026-03-27"},
		{"commenced on the Saturday before", offer, "2026-02-28", "2026-03-27"},
		{"before the twentieth", early, "2025-09-29", "2025-10-24"},
		{"first and last day counted", in(10, Days, Calendar{}), "2024-01-01", "2024-01-10"},
		{"one day", in(1, Days, Calendar{}), "2024-01-01", "2024-01-01"},
		{"one trading day on a holiday", in(1, TradingDays, NYSE()), "2024-07-04", "2024-07-05"},
		{"two weeks from a Monday end on a Sunday", in(2, Weeks, Calendar{}), "2024-06-03", "2024-06-16"},
		// May 3-31 make 29, June 1, a Saturday, 30.
		{"thirty days to a Saturday, which rolls", rolled, "2024-05-03", "2024-06-03"},
		// March 2-31 make 30, April 1-30 60.
		{"sixty days from a Saturday, which rolls", rollUp, "2026-02-28", "2026-04-30"},
		{"a month from its first day", in(1, Months, Calendar{}), "2024-03-01", "2024-03-31"},
		{"a month to the day before the same-numbered day", in(1, Months, Calendar{}), "2024-01-29", "2024-02-28"},
		{"a month from the 29th in a common year", in(1, Months, Calendar{}), "2023-01-29", "2023-02-28"},
		{"a month from the 31st ends with February", in(1, Months, Calendar{}), "2023-01-31", "2023-02-28"},
		{"and in a leap year", in(1, Months, Calendar{}), "2024-01-30", "2024-02-29"},
		{"a calendar year", in(1, Years, Calendar{}), "2024-01-01", "2024-12-31"},
		{"a year from a leap day", in(1, Years, Calendar{}), "2024-02-29", "2025-02-28"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			due, err := tt.rule.After(day(t, tt.event))
			if err != nil || due.Date.String() != tt.want {
				t.Fatalf("%v, %v; want %s", due.Date, err, tt.want)
			}
			if text := due.Why.String(); !strings.Contains(text, " is day 1") || strings.Contains(text, "day 0") || !strings.Contains(text, "counting day 1") {
				t.Error(text)
			}
		})
	}
	for _, tt := range []struct {
		name        string
		rule        Deadline
		event, want string
	}{
		{"ten days", in(10, Days, Calendar{}), "2024-06-10", "2024-06-01"},
		// July 8, 5 and 3: the 4th is closed.
		{"three trading days", in(3, TradingDays, NYSE()), "2024-07-08", "2024-07-03"},
		// July 3, 2 and 1.
		{"three trading days back from a holiday", in(3, TradingDays, NYSE()), "2024-07-04", "2024-07-01"},
		{"a month that ends on its last day", in(1, Months, Calendar{}), "2024-03-31", "2024-03-01"},
		{"a month back to a day that is none", in(1, Months, Calendar{}), "2024-03-30", "2024-03-01"},
		{"a month from the day after the same-numbered day", in(1, Months, Calendar{}), "2024-03-15", "2024-02-16"},
		{"a month back to a leap day's eve", in(1, Months, Calendar{}), "2024-03-28", "2024-02-29"},
	} {
		t.Run("back/"+tt.name, func(t *testing.T) {
			due, err := tt.rule.Before(day(t, tt.event))
			if err != nil || due.Date.String() != tt.want || !strings.Contains(due.Why.String(), "counting day 1, begins on") {
				t.Errorf("%v, %v; want %s\n%s", due.Date, err, tt.want, due.Why)
			}
		})
	}
}

// TestMonthEnd are counts from the ends of months.
func TestMonthEnd(t *testing.T) {
	of := func(n int, unit Unit, end MonthEnd, roll Roll, c Calendar) Deadline {
		return Deadline{Count: n, Unit: unit, MonthEnd: end, Roll: roll, Calendar: c}
	}
	day0 := of(1, Months, "", NoRoll, Calendar{})
	last := of(1, Months, LastDay, NoRoll, Calendar{})
	bank := of(1, Months, LastBusinessDay, NoRoll, FederalReserve())
	exchange := of(1, Months, LastBusinessDay, NoRoll, NYSE())
	for _, tt := range []struct {
		name        string
		rule        Deadline
		event, want string
		step        law.Code // why it is not the same-numbered day
	}{
		{"by number", day0, "2024-06-30", "2024-07-30", ""},
		{"by number, to a shorter month", day0, "2024-01-31", "2024-02-29", codeClipped},
		{"last to last", last, "2024-06-30", "2024-07-31", codeMonthEnd},
		{"not the last", last, "2024-06-29", "2024-07-29", ""},
		{"last to the last of a shorter month", last, "2024-01-31", "2024-02-29", codeClipped},
		{"last to last of a month as long", last, "2024-07-31", "2024-08-31", ""},
		{"February to a leap year", of(1, Years, LastDay, NoRoll, Calendar{}), "2023-02-28", "2024-02-29", codeMonthEnd},
		{"a leap day", of(12, Months, LastDay, NoRoll, Calendar{}), "2024-02-29", "2025-02-28", codeClipped},
		// March 31, 2024 is a Sunday, and March 29 Good Friday.
		{"a last day that rolls back", of(1, Months, LastDay, Backward, NYSE()), "2024-02-29", "2024-03-28", codeMonthEnd},
		// June 30, 2024 is a Sunday, and July 1 another month.
		{"a last day that turns back", of(1, Months, LastDay, ModifiedForward, NYSE()), "2024-05-31", "2024-06-28", codeClipped},
		{"last business day to the last day", bank, "2024-06-28", "2024-07-31", codeMonthEnd},
		{"last business day to an earlier one", bank, "2024-05-31", "2024-06-28", codeMonthEnd},
		{"last business day of a year", bank, "2023-12-29", "2024-01-31", codeMonthEnd},
		{"Good Friday for banks", bank, "2024-03-29", "2024-04-30", codeMonthEnd},
		{"the day before it for the exchange", exchange, "2024-03-28", "2024-04-30", codeMonthEnd},
		{"Good Friday for the exchange is no trading day", exchange, "2024-03-29", "2024-04-29", ""},
		{"a Sunday that ends its month", bank, "2024-06-30", "2024-07-30", ""},
		{"a day that the month lacks", bank, "2024-01-30", "2024-02-29", codeClipped},
		// August 31, 2024 is a Saturday; September 30 is a Monday.
		{"a Saturday, to a month that lacks it", bank, "2024-08-31", "2024-09-30", codeClipped},
		{"no month", of(0, Months, LastBusinessDay, NoRoll, FederalReserve()), "2024-06-28", "2024-06-28", codeMonthEnd},
	} {
		t.Run(tt.name, func(t *testing.T) {
			due, err := tt.rule.After(day(t, tt.event))
			if err != nil || due.Date.String() != tt.want {
				t.Fatalf("%v, %v; want %s", due.Date, err, tt.want)
			}
			for _, code := range []law.Code{codeClipped, codeMonthEnd} {
				if due.Why.Has(code) != (code == tt.step) {
					t.Errorf("%s: %v", code, due.Why)
				}
			}
		})
	}
	for event, want := range map[string]string{"2024-07-31": "2024-06-28", "2024-06-28": "2024-05-31", "2024-07-30": "2024-06-30"} {
		if got, err := bank.DateBefore(day(t, event)); err != nil || got.String() != want {
			t.Errorf("a month before %s: %v, %v; want %s", event, got, err, want)
		}
	}
}

// through is from one day through another.
func through(t testing.TB, from, last string) Period {
	t.Helper()
	return Period{From: day(t, from), FromIncluded: law.Yes, Until: day(t, last), UntilIncluded: law.Yes}
}

// TestAfterTolled are deadlines over suspensions, worked by hand.
func TestAfterTolled(t *testing.T) {
	// 43 days, of which 29 are federal business days: October has 23 weekdays and Columbus Day, November 3-7, 10 and 12.
	shutdown := through(t, "2025-10-01", "2025-11-12")
	open := Period{From: day(t, "2024-06-10"), FromIncluded: law.Yes}
	suspended := func(days ...string) []Period {
		var out []Period
		for i := 0; i < len(days); i += 2 {
			out = append(out, through(t, days[i], days[i+1]))
		}
		return out
	}
	filing := Deadline{Count: 30, Unit: Days, Roll: Forward, Calendar: Federal()}
	five := Deadline{Count: 5, Unit: Days, Calendar: FederalReserve()}
	banks := Deadline{Count: 5, Unit: BusinessDays, Calendar: FederalReserve()}
	included := five
	included.Inclusive = true
	before := five
	before.Exclusive = true
	month := Deadline{Count: 1, Unit: Months}
	cycle := Deadline{Count: 1, Unit: SettlementPeriods, Calendar: NYSE()}
	same := Deadline{Unit: Days}
	for _, tt := range []struct {
		name        string
		rule        Deadline
		reading     Tolling
		event, want string
		tolled      int
		periods     []Period
	}{
		// September 5-30 make 26, November 13-16 30: a Sunday, and so the 17th.
		{"shutdown, not counted", filing, NotCounted, "2025-09-04", "2025-11-17", 43, []Period{shutdown}},
		// October 4 is a Saturday, and so the 6th: 25 days to the 31st, 43 on November 18.
		{"shutdown, extended by its days", filing, ExtendedByDays, "2025-09-04", "2025-11-18", 43, []Period{shutdown}},
		// From October 6: the 7th-10th make 4, 14-17 8, 20-24 13, 27-31 18, November 3-7 23, 10 24, 12-14 27, 17, 18 29.
		{"shutdown, extended by its business days", filing, ExtendedByBusinessDays, "2025-09-04", "2025-11-18", 29, []Period{shutdown}},
		// August 31 is a Sunday and September 1 Labor Day.
		{"over before it began", filing, ExtendedByDays, "2025-08-01", "2025-09-02", 0, []Period{shutdown}},
		// October 11-31 and November 1-12 are 33 days; November 13-30 make 18, December 1-12 30.
		{"signed in the shutdown: the days from then on", filing, NotCounted, "2025-10-10", "2025-12-12", 33, []Period{shutdown}},
		{"a long weekend, not counted", five, NotCounted, "2024-06-06", "2024-06-15", 4, suspended("2024-06-07", "2024-06-10")},
		{"a long weekend, extended by days", five, ExtendedByDays, "2024-06-06", "2024-06-15", 4, suspended("2024-06-07", "2024-06-10")},
		{"a long weekend, extended by business days", five, ExtendedByBusinessDays, "2024-06-06", "2024-06-13", 2, suspended("2024-06-07", "2024-06-10")},
		// June 7, 12, 13, 14 and 17.
		{"business days, not counted", banks, NotCounted, "2024-06-06", "2024-06-17", 2, suspended("2024-06-10", "2024-06-11")},
		// June 13 and 4 days.
		{"business days, extended by days", banks, ExtendedByDays, "2024-06-06", "2024-06-15", 2, suspended("2024-06-10", "2024-06-11")},
		{"a weekend has no business day", banks, NotCounted, "2024-06-06", "2024-06-13", 0, suspended("2024-06-08", "2024-06-09")},
		{"begun on the last day", five, ExtendedByDays, "2024-06-03", "2024-06-10", 2, suspended("2024-06-08", "2024-06-09")},
		{"begun after the last day", five, ExtendedByDays, "2024-06-03", "2024-06-08", 0, suspended("2024-06-09", "2024-06-10")},
		{"a second one reached by the first", five, NotCounted, "2024-06-03", "2024-06-13", 5, suspended("2024-06-10", "2024-06-12", "2024-06-05", "2024-06-06")},
		{"the second alone", five, NotCounted, "2024-06-03", "2024-06-08", 0, suspended("2024-06-10", "2024-06-12")},
		{"days suspended twice", five, NotCounted, "2024-06-03", "2024-06-13", 5, suspended("2024-06-05", "2024-06-07", "2024-06-06", "2024-06-09")},
		{"on the event's day, which does not count", five, NotCounted, "2024-06-03", "2024-06-08", 0, suspended("2024-06-01", "2024-06-03")},
		{"on the event's day, which counts", included, NotCounted, "2024-06-03", "2024-06-08", 1, suspended("2024-06-01", "2024-06-03")},
		{"before the fifth day", before, NotCounted, "2024-06-03", "2024-06-09", 2, suspended("2024-06-05", "2024-06-06")},
		{"a month", month, NotCounted, "2024-06-03", "2024-07-08", 5, suspended("2024-06-10", "2024-06-14")},
		{"a settlement cycle", cycle, NotCounted, "2024-06-06", "2024-06-10", 1, suspended("2024-06-07", "2024-06-07")},
		{"nothing to count", same, NotCounted, "2024-06-03", "2024-06-03", 0, suspended("2024-06-03", "2024-06-05")},
		{"none", five, NotCounted, "2024-06-03", "2024-06-08", 0, nil},
		{"without an end, not reached", five, ExtendedByDays, "2024-06-03", "2024-06-08", 0, []Period{open}},
		{"excluding its first and last day", five, NotCounted, "2024-06-03", "2024-06-09", 1, []Period{
			{From: day(t, "2024-06-04"), FromIncluded: law.No, Until: day(t, "2024-06-06"), UntilIncluded: law.No},
		}},
		{"without a beginning", five, NotCounted, "2024-06-03", "2024-06-11", 3, []Period{{Until: day(t, "2024-06-06"), UntilIncluded: law.Yes}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.rule.Tolling = tt.reading
			due, err := tt.rule.AfterTolled(day(t, tt.event), tt.periods...)
			if err != nil || due.Date.String() != tt.want || due.Tolled != tt.tolled || !due.Why.Has(codeTolled) {
				t.Errorf("%v, tolled by %d, %v; want %s, %d\n%s", due.Date, due.Tolled, err, tt.want, tt.tolled, due.Why)
			}
		})
	}
}

// Only the suspensions with days that move the deadline are named, and from its count on.
func TestTollingNames(t *testing.T) {
	rule := Deadline{Count: 5, Unit: BusinessDays, Calendar: FederalReserve(), Tolling: NotCounted}
	due, err := rule.AfterTolled(day(t, "2024-06-06"), through(t, "2024-06-01", "2024-06-07"), through(t, "2024-06-09", "2024-06-09"),
		through(t, "2024-06-11", "2024-06-12"), through(t, "2024-07-01", "2024-07-02"))
	// June 10, 13, 14, 17 and 18.
	if want := "(June 7, 2024, June 11, 2024 to June 12, 2024)"; err != nil || due.Date != day(t, "2024-06-18") || !strings.Contains(due.Why.String(), want) {
		t.Errorf("%v, %v; want %s", due.Why, err, want)
	}
	if due.Nominal != due.Date || due.Tolled != 3 {
		t.Errorf("%v, %d", due.Nominal, due.Tolled)
	}
}

// TestFirstOutLastIn is "thirty days, first day out and last day in, and the next
// business day if the last is none".
func TestFirstOutLastIn(t *testing.T) {
	rule := Deadline{Count: 30, Unit: Days, Roll: Forward, Calendar: FederalReserve()}
	for event, want := range map[string]string{
		"2024-05-01": "2024-05-31", // a Friday
		"2024-05-02": "2024-06-03", // June 1 is a Saturday
		"2024-06-04": "2024-07-05", // July 4
	} {
		if got, err := rule.DateAfter(day(t, event)); err != nil || got.String() != want {
			t.Errorf("%s: %v, %v; want %s", event, got, err, want)
		}
	}
}

// A month may end on another business day once the Fedwire runs on Sundays: December
// 31, 2028 is one.
func TestMonthEndMayChange(t *testing.T) {
	rule := Deadline{Count: 1, Unit: Months, MonthEnd: LastBusinessDay, Calendar: FederalReserve()}
	due, err := rule.After(day(t, "2028-11-30"))
	if err != nil || due.Date != day(t, "2028-12-29") || !due.Why.Has(codeFedwire) {
		t.Errorf("%v, %v", due.Why, err)
	}
	rule.MonthEnd = ""
	if due, err = rule.After(day(t, "2028-11-29")); err != nil || due.Why.Has(codeFedwire) {
		t.Errorf("%v, %v", due.Why, err)
	}
}

func TestAfterTolledRefuses(t *testing.T) {
	five := Deadline{Count: 5, Unit: Days, Tolling: NotCounted}
	unread := five
	unread.Tolling = ""
	wrong := five
	wrong.Tolling = "paused"
	open := Period{From: MustDate(2024, 6, 10), FromIncluded: law.Yes}
	for _, tt := range []struct {
		name    string
		rule    Deadline
		event   Date
		periods []Period
		kind    error
		want    string
	}{
		{"no reading", unread, MustDate(2024, 6, 3), nil, law.ErrMissing, "tolling: is required"},
		{"another word", wrong, MustDate(2024, 6, 3), nil, law.ErrInvalid, `tolling: "paused" must be one of: not counted, extended by days, extended by business days`},
		{
			"all at once",
			Deadline{Tolling: ExtendedByBusinessDays},
			Date{},
			[]Period{{}},
			law.ErrMissing,
			"suspensions[0].from: is required; suspensions[0].until: is required; unit: is required; calendar: is required; event: is required",
		},
		{"no end, and reached", five, MustDate(2024, 6, 5), []Period{{From: MustDate(2024, 1, 1), FromIncluded: law.Yes, Until: MustDate(2024, 1, 2), UntilIncluded: law.Yes}, open}, law.ErrMissing, "suspensions[1].until: is required"},
		{"no end, reached by another", five, MustDate(2024, 6, 3), []Period{open, through(t, "2024-06-05", "2024-06-06")}, law.ErrMissing, "suspensions[0].until: is required"},
		{"no end, joined to another", five, MustDate(2024, 6, 3), []Period{through(t, "2024-06-05", "2024-06-12"), open}, law.ErrMissing, "suspensions[1].until: is required"},
		{
			"past the years", five, MustDate(9999, 12, 20),
			[]Period{through(t, "9999-12-21", "9999-12-30")},
			law.ErrRange,
			"count: 10 days from 9999-12-25 leaves the years 1 to 9999",
		},
		{
			"past the calendar",
			Deadline{Count: 5, Unit: BusinessDays, Calendar: NYSE(), Tolling: NotCounted},
			MustDate(2100, 12, 1),
			[]Period{through(t, "2100-12-02", "2101-12-02")},
			law.ErrRange, "NYSE: 2101-12-02 is outside the calendar",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			due, err := tt.rule.AfterTolled(tt.event, tt.periods...)
			if !errors.Is(err, tt.kind) || !strings.HasPrefix(err.Error(), tt.want) || !due.Date.IsZero() {
				t.Errorf("%v, %v; want %s", due.Date, err, tt.want)
			}
		})
	}
	many := make([]Period, 250)
	var fs law.Faults
	if _, err := five.AfterTolled(MustDate(2024, 6, 3), many...); !errors.As(err, &fs) || len(fs) != 201 || fs[200].Field != "suspensions" {
		t.Errorf("%d faults: %v", len(fs), fs[len(fs)-1])
	}
}

// TestTermsRefused are terms that do not go together.
func TestTermsRefused(t *testing.T) {
	event := MustDate(2024, 6, 3)
	for _, tt := range []struct {
		name string
		rule Deadline
		want string
	}{
		{"no days of which the event's is the first", Deadline{Unit: Days, Inclusive: true}, "count: is required and must be above zero"},
		{"days below zero", Deadline{Count: -1, Unit: Days, Inclusive: true}, "count: -1 is below zero"},
		{"a cycle with its trade date", Deadline{Count: 1, Unit: SettlementPeriods, Inclusive: true, Calendar: NYSE()}, `inclusive: true is given although unit is "standard settlement periods"`},
		{"a month's end of days", Deadline{Count: 1, Unit: Days, MonthEnd: LastDay}, `month_end: last day is given although unit is "days"`},
		{"a month's end that is none", Deadline{Count: 1, Unit: Months, MonthEnd: "ultimo"}, `month_end: "ultimo" must be one of: last day, last business day`},
		{"a month's end, inclusive", Deadline{Count: 1, Unit: Months, MonthEnd: LastDay, Inclusive: true}, `inclusive: true is given although month_end is "last day"`},
		{"a last business day of no calendar", Deadline{Count: 1, Unit: Months, MonthEnd: LastBusinessDay}, "calendar: is required"},
		{"business days of no calendar", Deadline{Count: 1, Unit: Months, Tolling: ExtendedByBusinessDays}, "calendar: is required"},
		{"late for no cutoff", Deadline{Count: 1, Unit: Days, RollLate: true}, "cutoff.clock: is required; calendar: is required"},
		{
			"all at once",
			Deadline{Unit: "moons", Inclusive: true, MonthEnd: "full", Tolling: "new", RollLate: true},
			`count: is required and must be above zero; inclusive: true is given although month_end is "full"; unit: "moons" must be one of: ` +
				`days, weeks, months, years, business days, trading days, standard settlement periods; month_end: "full" must be one of: last day, ` +
				`last business day; month_end: full is given although unit is "moons"; tolling: "new" must be one of: not counted, extended by days, ` +
				`extended by business days; cutoff.clock: is required; calendar: is required`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := tt.rule.After(event)
			if err == nil || err.Error() != tt.want {
				t.Errorf("%v\nwant %s", err, tt.want)
			}
			_, bulk := tt.rule.DateAfter(event)
			if valid := tt.rule.Validate(); err != nil && (bulk == nil || bulk.Error() != err.Error() || valid == nil || valid.Error() != err.Error()) {
				t.Errorf("%v and %v, not %v", bulk, valid, err)
			}
		})
	}
}

// TestLateReceipt are the cutoffs of "the first trading day after, or the second if
// signed after 4:00 p.m.", with "or on a day that is not a trading day" and without.
func TestLateReceipt(t *testing.T) {
	plain := Deadline{Count: 1, Unit: TradingDays, Calendar: NYSE(), Cutoff: Cutoff{Clock: MustClock(16, 0), Zone: NewYork()}}
	late := plain
	late.RollLate = true
	either := plain
	either.RollEvent = true
	for _, tt := range []struct{ name, at, plain, late, either string }{
		{"Friday", "2024-06-07 15:59:59", "2024-06-10", "2024-06-10", "2024-06-10"},
		{"Friday at four", "2024-06-07 16:00:00", "2024-06-10", "2024-06-10", "2024-06-10"},
		{"Friday after four", "2024-06-07 17:00:00", "2024-06-10", "2024-06-11", "2024-06-11"},
		{"Saturday", "2024-06-08 12:00:00", "2024-06-10", "2024-06-10", "2024-06-11"},
		{"Saturday after four", "2024-06-08 17:00:00", "2024-06-10", "2024-06-11", "2024-06-11"},
		{"Sunday after four", "2024-06-09 17:00:00", "2024-06-11", "2024-06-11", "2024-06-11"},
		{"Thursday after four", "2024-06-06 17:00:00", "2024-06-10", "2024-06-10", "2024-06-10"},
		// July 4 is closed; the 5th is a Friday.
		{"the eve of Independence Day after four", "2024-07-03 17:00:00", "2024-07-05", "2024-07-08", "2024-07-08"},
		{"Independence Day", "2024-07-04 12:00:00", "2024-07-05", "2024-07-05", "2024-07-08"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at := instant(t, tt.at, NewYork())
			for _, side := range []struct {
				rule Deadline
				want string
			}{{plain, tt.plain}, {late, tt.late}, {either, tt.either}} {
				due, err := side.rule.AfterReceipt(at)
				if err != nil || due.Date.String() != side.want {
					t.Errorf("%s: %v, %v; want %s", side.rule, due.Date, err, side.want)
				}
			}
			both := either
			both.RollLate = true
			one, err := either.AfterReceipt(at)
			two, err2 := both.AfterReceipt(at)
			if err != nil || err2 != nil || one.Date != two.Date {
				t.Errorf("RollEvent includes RollLate: %v, %v; %v, %v", one.Date, err, two.Date, err2)
			}
		})
	}
	late.Calendar = Calendar{}
	if _, err := late.AfterReceipt(instant(t, "2024-06-07 17:00:00", NewYork())); err == nil || err.Error() != "calendar: is required" {
		t.Error(err)
	}
	late.Calendar = NYSE()
	if _, err := late.AfterReceipt(instant(t, "2100-12-31 17:00:00", NewYork())); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
}

// TestReceiptOnBusinessDays is a clause under which mail counts on the fifth business
// day, or on receipt if earlier, but on a business day.
func TestReceiptOnBusinessDays(t *testing.T) {
	onAny := NoticeRule{Method: Mail, Start: FromSending, OrReceipt: true, Lag: Deadline{
		Count: 5, Unit: BusinessDays, Calendar: FederalReserve(), Cutoff: Cutoff{Zone: NewYork()},
	}}
	business := onAny
	business.Receipt = Deadline{Unit: BusinessDays, Roll: Forward, Calendar: FederalReserve()}
	byFive := business
	byFive.Receipt.Cutoff = Cutoff{Clock: MustClock(17, 0), Zone: NewYork()}
	for _, tt := range []struct{ name, sent, received, any, business, byFive string }{
		// June 4-7 make 4 and the 10th 5, so that Monday is no earlier.
		{"Saturday, before the fifth day", "2024-06-03 09:00:00", "2024-06-08 10:00:00", "2024-06-08", "2024-06-10", "2024-06-10"},
		// June 6, 7, 10, 11 and 12.
		{"Saturday", "2024-06-05 09:00:00", "2024-06-08 10:00:00", "2024-06-08", "2024-06-10", "2024-06-10"},
		{"Friday", "2024-06-05 09:00:00", "2024-06-07 10:00:00", "2024-06-07", "2024-06-07", "2024-06-07"},
		{"Friday evening", "2024-06-05 09:00:00", "2024-06-07 18:00:00", "2024-06-07", "2024-06-07", "2024-06-10"},
		{"not received", "2024-06-05 09:00:00", "", "2024-06-12", "2024-06-12", "2024-06-12"},
		{"too late to matter", "2024-06-05 09:00:00", "2024-06-13 09:00:00", "2024-06-12", "2024-06-12", "2024-06-12"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := Notice{Method: Mail, Sent: instant(t, tt.sent, NewYork())}
			if tt.received != "" {
				n.Received = instant(t, tt.received, NewYork())
			}
			for _, side := range []struct {
				rule NoticeRule
				want string
			}{{onAny, tt.any}, {business, tt.business}, {byFive, tt.byFive}} {
				got, err := NoticeClause{Rules: []NoticeRule{side.rule}}.Given(n)
				if err != nil || !got.Given || got.Date.String() != side.want {
					t.Errorf("%s: %v, %v; want %s", side.rule, got.Date, err, side.want)
				}
				if early := side.want != "2024-06-10" && side.want != "2024-06-12"; early && !got.Why.Has(codeNoticeReceivedEarlier) {
					t.Error(got.Why)
				}
			}
		})
	}
	for _, tt := range []struct {
		name string
		edit func(*NoticeRule)
		want string
	}{
		{"receipt does not count", func(r *NoticeRule) { r.OrReceipt = false }, "rules[0].receipt: must be empty: or_receipt is false"},
		{"no unit", func(r *NoticeRule) { r.Receipt.Unit = "" }, "rules[0].receipt.unit: is required"},
		{"no zone", func(r *NoticeRule) { r.Lag.Cutoff.Zone = nil }, "rules[0].receipt.cutoff.zone: is required; rules[0].lag.cutoff.zone: is required"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rule := business
			tt.edit(&rule)
			if err := (NoticeClause{Rules: []NoticeRule{rule}}).Validate(); err == nil || err.Error() != tt.want {
				t.Errorf("%v\nwant %s", err, tt.want)
			}
		})
	}
}

// TestAddedTime says how much time was added to the instant of the notice.
func TestAddedTime(t *testing.T) {
	for minutes, want := range map[int]string{0: "", 60: ", 1 hour after", 240: ", 4 hours after", 1: ", 1 minute after", 90: ", 90 minutes after"} {
		rule := NoticeRule{Method: Email, Start: FromSending, Minutes: minutes, Lag: Deadline{Unit: Days, Cutoff: Cutoff{Zone: NewYork()}}}
		got, err := NoticeClause{Rules: []NoticeRule{rule}}.Given(Notice{Method: Email, Sent: instant(t, "2024-06-07 09:00:00", NewYork())})
		if err != nil || strings.Contains(got.Why.String(), " after the notice was sent") != (want != "") || !strings.Contains(got.Why.String(), want) ||
			!strings.Contains(rule.String(), want) {
			t.Errorf("%d: %v, %v, %s", minutes, got.Why, err, rule)
		}
	}
}

// TestClausesAgainstSteps compares random rules, all terms mixed, with a walk from day
// to day, forward and back and over suspensions.
func TestClausesAgainstSteps(t *testing.T) {
	random := rand.New(rand.NewSource(20261201)) // #nosec G404 -- a fixed seed
	units := Days.all()
	units = units[:len(units)-1] // without settlement periods, which are open days
	tolled := 0
	for range 60_000 {
		dl := Deadline{
			Count: random.Intn(12), Unit: units[random.Intn(len(units))], Inclusive: random.Intn(2) == 0, Exclusive: random.Intn(3) == 0,
			Roll: append(NoRoll.all(), NoRoll)[random.Intn(5)], RollEvent: random.Intn(3) == 0,
			Calendar: []Calendar{NYSE(), FederalReserve(), Federal()}[random.Intn(3)],
			Tolling:  NotCounted.all()[random.Intn(3)],
		}
		if dl.Unit.way() == byMonths && random.Intn(2) == 0 {
			dl.MonthEnd = append(LastDay.all(), "")[random.Intn(3)]
		}
		event := MustDate(2001, 1, 1).AddDays(random.Intn(9_000))
		if random.Intn(4) == 0 {
			event = event.EndOfMonth().AddDays(-random.Intn(4))
		}
		if dl.Validate() != nil {
			if _, err := dl.DateAfter(event); err == nil {
				t.Fatalf("%+v is answered", dl)
			}
			continue
		}
		if got, err := dl.DateAfter(event); err != nil || got != slowDeadline(dl, event, 1) {
			t.Fatalf("%s\nafter %s: %v, %v; want %v", dl, event, got, err, slowDeadline(dl, event, 1))
		}
		if got, err := dl.DateBefore(event); err != nil || got != slowDeadline(dl, event, -1) {
			t.Fatalf("%s\nbefore %s: %v, %v; want %v", dl, event, got, err, slowDeadline(dl, event, -1))
		}
		var suspensions []Period
		for range random.Intn(5) {
			from := event.AddDays(random.Intn(60) - 10)
			suspensions = append(suspensions, Period{
				From: from, FromIncluded: []law.YesNo{law.Yes, law.No}[random.Intn(2)], Until: from.AddDays(2 + random.Intn(12)),
				UntilIncluded: []law.YesNo{law.Yes, law.No}[random.Intn(2)],
			})
		}
		due, err := dl.AfterTolled(event, suspensions...)
		want, days := slowTolled(dl, event, suspensions)
		if err != nil || due.Date != want || due.Tolled != days {
			t.Fatalf("%s\nafter %s over %v: %v (%d), %v; want %v (%d)\n%s", dl, event, suspensions, due.Date, due.Tolled, err, want, days, due.Why)
		}
		if days > 0 {
			tolled++
		}
	}
	if tolled < 5_000 {
		t.Errorf("%d were tolled", tolled)
	}
}

// slowTolled asks of each day whether it is suspended.
func slowTolled(dl Deadline, event Date, suspensions []Period) (date Date, days int) {
	suspended := func(d Date) bool {
		for _, p := range suspensions {
			if in, err := p.Contains(d); in && err == nil {
				return true
			}
		}
		return false
	}
	exclusive := dl.Exclusive
	dl.Exclusive = false
	roll := dl.Roll
	if dl.Tolling == NotCounted {
		dl.Roll = NoRoll
	}
	first := event
	for dl.RollEvent && !dl.Calendar.IsOpen(first) {
		first = first.AddDays(1)
	}
	if !dl.Inclusive {
		first = first.AddDays(1)
	}
	base := slowDeadline(dl, event, 1)
	onOpen := dl.Tolling == ExtendedByBusinessDays || dl.Tolling == NotCounted && dl.Unit.onOpenDays()
	date = base
	settle := Deadline{Unit: Days, Roll: roll, Calendar: dl.Calendar} // its own day, rolled
	for d := first; !d.After(date); d = d.AddDays(1) {
		if !suspended(d) {
			continue
		}
		// A suspension has begun: with all its days.
		for ; suspended(d); d = d.AddDays(1) {
			if !onOpen || dl.Calendar.IsOpen(d) {
				days++
			}
		}
		move := base
		for left := days; left > 0; {
			if move = move.AddDays(1); !onOpen || dl.Calendar.IsOpen(move) {
				left--
			}
		}
		if date = move; dl.Tolling != NotCounted {
			date = slowDeadline(settle, date, 1)
		}
	}
	if dl.Tolling == NotCounted {
		date = slowDeadline(settle, date, 1)
	}
	for exclusive {
		if date = date.AddDays(-1); !dl.Unit.onOpenDays() || dl.Calendar.IsOpen(date) {
			break
		}
	}
	return date, days
}

// TestAnyDeadline asks deadlines of any terms at all: what is refused is law.Faults, in
// bulk the same, and what is answered is a date.
func TestAnyDeadline(t *testing.T) {
	random := rand.New(rand.NewSource(20261202)) // #nosec G404 -- a fixed seed
	days := []Date{{}, {1}, {lastDay}, MustDate(1885, 1, 2), MustDate(2100, 12, 31), MustDate(1995, 6, 7), MustDate(2024, 2, 29), MustDate(2024, 6, 3)}
	one := func(n int) bool { return random.Intn(n) == 0 }
	anyDay := func() Date { return days[random.Intn(len(days))] }
	word := []law.YesNo{law.Yes, law.No, "", "perhaps"}
	answered := 0
	for range 100_000 {
		dl := Deadline{
			Count:     []int{0, 1, 3, 30, 4_000_000, math.MaxInt, math.MinInt, -1}[random.Intn(8)],
			Unit:      append(Days.all(), "", "moons")[random.Intn(9)],
			Roll:      append(NoRoll.all(), NoRoll, NoRoll, "sideways")[random.Intn(7)],
			MonthEnd:  append(LastDay.all(), "", "", "", "full")[random.Intn(6)],
			Tolling:   append(NotCounted.all(), "", "paused")[random.Intn(5)],
			Inclusive: one(3), Exclusive: one(3), RollEvent: one(3), RollLate: one(5),
			Calendar: []Calendar{{}, NYSE(), FederalReserve()}[random.Intn(3)],
			Cutoff:   []Cutoff{{}, {Zone: NewYork()}, {Clock: MustClock(17, 0), Zone: NewYork()}}[random.Intn(3)],
		}
		event := anyDay()
		var periods []Period
		for range random.Intn(3) {
			periods = append(periods, Period{anyDay(), word[random.Intn(4)], anyDay(), word[random.Intn(4)]})
		}
		var fs law.Faults
		check := func(due Due, err error) {
			if err != nil && !errors.As(err, &fs) || (err == nil) == due.Date.IsZero() {
				t.Fatalf("%+v: %v, %v", dl, due.Date, err)
			}
		}
		after, err := dl.After(event)
		check(after, err)
		bulk, bulkErr := dl.DateAfter(event)
		if bulk != after.Date || (err == nil) != (bulkErr == nil) || err != nil && err.Error() != bulkErr.Error() {
			t.Fatalf("%+v after %v: %v, %v, but in bulk %v, %v", dl, event, after.Date, err, bulk, bulkErr)
		}
		if invalid := dl.Validate(); invalid != nil && err == nil {
			t.Fatalf("%+v: %v, and answered %v", dl, invalid, after.Date)
		}
		check(dl.Before(event))
		check(dl.AfterReceipt(event.At(MustClock(18, 0), NewYork())))
		tolled, err := dl.AfterTolled(event, periods...)
		check(tolled, err)
		if err == nil && tolled.Tolled == 0 && tolled.Date != after.Date {
			t.Fatalf("%+v after %v over %v: %v, but %v", dl, event, periods, tolled.Date, after.Date)
		}
		if err == nil {
			answered++
		}
	}
	if answered < 1_000 {
		t.Errorf("%d were answered", answered)
	}
}

func FuzzAfterTolled(f *testing.F) {
	f.Add(uint16(9_000), uint8(30), uint8(0), uint8(0), uint8(1), []byte{20, 42, 5, 1})
	f.Add(uint16(8_000), uint8(5), uint8(4), uint8(9), uint8(2), []byte{1, 1, 3, 3})
	f.Fuzz(func(t *testing.T, event uint16, count, unit, terms, reading uint8, days []byte) {
		units := Days.all()
		dl := Deadline{
			Count: int(count), Unit: units[int(unit)%(len(units)-1)], Roll: append(NoRoll.all(), NoRoll)[int(terms>>3)%5],
			Inclusive: terms&1 > 0, RollEvent: terms&2 > 0, Exclusive: terms&4 > 0, Calendar: Federal(),
			Tolling: NotCounted.all()[int(reading)%3],
		}
		if dl.Unit == Years {
			dl.Count %= 20
		}
		dl.Inclusive = dl.Inclusive && dl.Count > 0
		on := MustDate(2000, 1, 3).AddDays(int(event % 15_000))
		var periods []Period
		for i := 0; i+1 < len(days) && i < 20; i += 2 {
			from := on.AddDays(int(days[i]) - 20)
			periods = append(periods, Period{From: from, FromIncluded: law.Yes, Until: from.AddDays(int(days[i+1] % 60)), UntilIncluded: law.Yes})
		}
		due, err := dl.AfterTolled(on, periods...)
		if want, days := slowTolled(dl, on, periods); err != nil || due.Date != want || due.Tolled != days {
			t.Fatalf("%s after %s over %v: %v (%d), %v; want %v (%d)", dl, on, periods, due.Date, due.Tolled, err, want, days)
		}
	})
}
