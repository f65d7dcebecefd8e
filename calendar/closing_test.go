package calendar

import (
	"errors"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// closingAt10 is the first business day on which the conditions are met, by 10:00.
func closingAt10(exclusive bool) ClosingRule {
	return ClosingRule{
		Count: Deadline{Unit: BusinessDays, Roll: Forward, Calendar: NYSE()},
		By:    Cutoff{Clock: MustClock(10, 0), Zone: NewYork(), Exclusive: exclusive},
	}
}

func TestClosingIsNotBeforeItsConditions(t *testing.T) {
	named := closingAt10(false)
	named.Fixed = MustDate(2024, 5, 28)
	back := ClosingRule{Count: Deadline{Count: 1, Unit: Days, Roll: Backward, Calendar: NYSE()}, By: Cutoff{Zone: NewYork()}}
	eve := ClosingRule{Count: Deadline{Unit: Days, Exclusive: true}, By: Cutoff{Clock: MustClock(15, 0), Zone: NewYork()}}
	expired := closingAt10(false)
	expired.Outside = MustDate(2024, 5, 31)
	short := closingAt10(false)
	short.By.Clock = MustClock(13, 0)
	far := closingAt10(false)
	far.By.Clock = MustClock(23, 59)
	for _, c := range []struct {
		name      string
		rule      ClosingRule
		met, want string
		moved     bool
	}{
		{"in time", closingAt10(false), "2024-05-28 09:59:59", "2024-05-28", false},
		{"on the very moment", closingAt10(false), "2024-05-28 10:00:00", "2024-05-28", false},
		{"a fraction late", closingAt10(false), "2024-05-28 10:00:00.5", "2024-05-29", true},
		{"on the very moment, which is too late", closingAt10(true), "2024-05-28 10:00:00", "2024-05-29", true},
		{"a moment before it", closingAt10(true), "2024-05-28 09:59:59.999", "2024-05-28", false},
		{"in the afternoon", closingAt10(false), "2024-05-28 15:00:00", "2024-05-29", true},
		{"on Friday afternoon", closingAt10(false), "2024-05-24 15:00:00", "2024-05-28", true}, // Memorial Day
		{"on a Saturday", closingAt10(false), "2024-05-25 15:00:00", "2024-05-28", false},
		{"on the afternoon of the date named", named, "2024-05-28 15:00:00", "2024-05-29", true},
		{"before the date named", named, "2024-05-24 15:00:00", "2024-05-28", false},
		{"a day that rolls back before them", back, "2024-05-25 15:00:00", "2024-05-28", true},
		{"a day that rolls back to them", back, "2024-05-24 15:00:00", "2024-05-24", false},
		{"the eve", eve, "2024-05-25 12:00:00", "2024-05-25", true},
		{"the eve, and too late", eve, "2024-05-25 15:00:01", "2024-05-26", true},
		{"on an afternoon after which it is too late", expired, "2024-05-31 15:00:00", "2024-06-03", true},
		{"late for Friday", short, "2024-11-27 14:00:00", "2024-11-29", true},
		{"until midnight", far, "2024-05-28 23:58:00", "2024-05-28", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			met := instant(t, c.met, NewYork())
			got, err := c.rule.At(met)
			if err != nil || got.Date.String() != c.want || got.Why.Has(codeNotBefore) != c.moved {
				t.Fatalf("%v %v, %v", got.Date, got.Why, err)
			}
			if !got.By.IsZero() && (got.By.Before(met) || DateOf(got.By) != got.Date) || got.Date.Before(DateOf(met)) {
				t.Errorf("%v by %v is before %v", got.Date, got.By, met)
			}
			if got.Expired != (!c.rule.Outside.IsZero() && got.Date.After(c.rule.Outside)) || got.Expired != got.Why.Has(codeOutside) {
				t.Errorf("expired: %v, %v", got.Expired, got.Why)
			}
			if session, _ := c.rule.Count.Calendar.Session(got.Date); session.IsSpecial() != got.Why.Has(CodeShortSession) {
				t.Errorf("special hours: %v", got.Why)
			}
		})
	}
	got, err := closingAt10(false).At(instant(t, "2024-05-28 10:00:00.5", NewYork()))
	if err != nil || got.Date != MustDate(2024, 5, 29) || !got.Why.Has(codeNotBefore) {
		t.Errorf("%v, %v", got.Why, err)
	}
	got, err = closingAt10(true).At(instant(t, "2024-05-28 09:00:00", NewYork()))
	if err != nil || got.Date != MustDate(2024, 5, 28) || !got.Why.Has(codeBy) {
		t.Errorf("%v, %v", got.Why, err)
	}
	if _, err = closingAt10(false).At(instant(t, "2100-12-31 15:00:00", NewYork())); !errors.Is(err, law.ErrRange) {
		t.Errorf("the next day lies beyond the calendar: %v", err)
	}
	last := ClosingRule{Count: Deadline{Unit: Days}, By: Cutoff{Clock: MustClock(10, 0), Zone: NewYork()}}
	if got, err := last.At(instant(t, "9999-12-31 15:00:00", NewYork())); !errors.Is(err, law.ErrRange) || err.Error() != "by: by 10:00 a.m. New York time leaves no day in the years 1 to 9999" {
		t.Errorf("the next day lies beyond the years: %+v, %v", got, err)
	}
	// The last announced day is Friday, December 29, 2028; the next is computed.
	got, err = closingAt10(false).At(instant(t, "2028-12-29 15:00:00", NewYork()))
	if err != nil || got.Date != MustDate(2029, 1, 2) || !got.Projected || !got.Why.Has(CodeProjected) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err = (ClosingRule{}).At(time.Time{}); err == nil || err.Error() != "count.unit: is required; by.zone: is required" {
		t.Error(err)
	}
}

// TestClosingReference compares random rules with a walk from day to day.
func TestClosingReference(t *testing.T) {
	random := rand.New(rand.NewSource(20241129)) // #nosec G404 -- a fixed seed
	pick := func(n int) int { return random.Intn(n) }
	calendars := []Calendar{NYSE(), FederalReserve(), {}}
	answered := 0
	for range 20_000 {
		rule := ClosingRule{
			Count: Deadline{
				Count: pick(4), Unit: []Unit{Days, BusinessDays, Weeks}[pick(3)], Roll: []Roll{NoRoll, Forward, Backward, ModifiedForward}[pick(4)],
				RollEvent: pick(2) == 0, Exclusive: pick(2) == 0, Calendar: calendars[pick(3)],
			},
			By: Cutoff{Zone: []*time.Location{NewYork(), time.UTC}[pick(2)], Exclusive: pick(2) == 0},
		}
		if pick(3) > 0 {
			rule.By.Clock = MustClock(pick(24), pick(60))
		}
		met := time.Date(2024, 1, 1, 0, pick(366*24*60), 0, 0, time.UTC)
		day := DateOf(met.In(rule.By.Zone))
		if pick(3) == 0 {
			rule.Fixed = day.AddDays(pick(5) - 2)
		}
		got, err := rule.At(met)
		if rule.Validate() != nil {
			if err == nil {
				t.Fatalf("%+v is answered", rule)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%+v: %v", rule, err)
		}
		answered++
		open := func(d Date) bool { return rule.Count.Calendar.IsZero() || rule.Count.Calendar.IsOpen(d) }
		on := rule.Fixed
		if on.IsZero() || day.After(on) {
			if on, err = rule.Count.DateAfter(day); err != nil {
				t.Fatal(err)
			}
		}
		if on.Before(day) {
			for on = day; !open(on); on = on.AddDays(1) {
				continue
			}
		}
		date, err := rule.DateOn(day)
		if told, also := rule.On(day); date != on || err != nil || told.Date != on || also != nil {
			t.Fatalf("%+v met on %v: %v, %v and %v, %v; want %v", rule, day, date, err, told.Date, also, on)
		}
		tooLate := func(d Date) bool {
			if rule.By.Clock.IsZero() {
				return d.Before(day)
			}
			by := d.At(rule.By.Clock, rule.By.Zone)
			return by.Before(met) || by.Equal(met) && rule.By.Exclusive
		}
		want := on
		for tooLate(want) || want != on && !open(want) {
			want = want.AddDays(1)
		}
		if got.Date != want || got.Why.Has(codeNotBefore) != (want != rolledOf(t, rule, day)) {
			t.Fatalf("%+v met %v: %v %v, want %v", rule, met, got.Date, got.Why, want)
		}
	}
	if answered < 10_000 {
		t.Errorf("%d were answered", answered)
	}
}

// rolledOf is the day to which the rule leads by itself.
func rolledOf(t *testing.T, rule ClosingRule, met Date) Date {
	t.Helper()
	if !rule.Fixed.IsZero() && !met.After(rule.Fixed) {
		return rule.Fixed
	}
	d, err := rule.Count.DateAfter(met)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What is said of a date that the contract names is said of that date, and not of a
// count that is not used.
func TestClosingOnDateNamed(t *testing.T) {
	on := func(fixed string) ClosingRule {
		return ClosingRule{Count: Deadline{Count: 1, Unit: TradingDays, Calendar: NYSE()}, Fixed: day(t, fixed)}
	}
	for _, c := range []struct {
		name              string
		rule              ClosingRule
		met               string
		closed, projected bool
	}{
		{"an open day", on("2024-07-05"), "2024-07-01", false, false},
		{"Independence Day", on("2024-07-04"), "2024-07-01", true, false},
		{"a Sunday", on("2024-07-07"), "2024-07-01", true, false},
		{"the last announced session", on("2028-12-29"), "2028-12-29", false, false},
		{"a session that is computed", on("2029-01-02"), "2028-12-01", false, true},
		{"a holiday that is computed", on("2029-01-01"), "2028-12-01", true, true},
		{"the last day of the calendar", on("2100-12-31"), "2100-12-31", false, true},
		{"without a calendar", ClosingRule{Count: Deadline{Unit: Days}, Fixed: day(t, "2024-07-04")}, "2024-07-01", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.rule.On(day(t, c.met))
			if err != nil || got.Date != c.rule.Fixed || got.Nominal != c.rule.Fixed || got.Event != day(t, c.met) {
				t.Fatalf("%+v, %v", got, err)
			}
			if got.Why.Has(codeFixedClosed) != c.closed || got.Projected != c.projected || got.Why.Has(CodeProjected) != c.projected ||
				!got.Why.Has(codeFixed) || got.Why.Has(CodeCount) {
				t.Errorf("%v: %v", got.Projected, got.Why)
			}
			if date, err := c.rule.DateOn(day(t, c.met)); date != got.Date || err != nil {
				t.Errorf("%v, %v", date, err)
			}
		})
	}
	beyond := on("2101-01-04")
	_, err := beyond.On(day(t, "2024-07-01"))
	if !errors.Is(err, law.ErrRange) || !strings.HasPrefix(err.Error(), "fixed.NYSE: 2101-01-04 is outside the calendar") {
		t.Error(err)
	}
	if _, other := beyond.DateOn(day(t, "2024-07-01")); other == nil || other.Error() != err.Error() {
		t.Error(other)
	}
	for _, ask := range []func() error{
		func() error { _, err := beyond.On(Date{}); return err },
		func() error { _, err := beyond.DateOn(Date{}); return err },
	} {
		if err := ask(); !errors.Is(err, law.ErrMissing) || err.Error() != "event: is required" {
			t.Error(err)
		}
	}
}
