package restrict

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
)

// dollarsADay is so much for each day of the calendar, whatever is late.
func dollarsADay(rate string) Damages {
	return Damages{Base: Flat, Unit: calendar.Days, Steps: rates(1, rate, "0"), Reading: PricePerPeriod, Rounding: exact.Nearest}
}

// TestDamagesTermsBounds takes each limit of a clause exactly, and one beyond.
func TestDamagesTermsBounds(t *testing.T) {
	ladder := func(n int) []DamagesStep {
		var out []DamagesStep
		for i := range n {
			out = append(out, DamagesStep{From: i + 1, Rate: dec("1")})
		}
		return out
	}
	inAll := func(second string) func(*Damages) {
		return func(d *Damages) { d.Reading, d.Steps = PriceInAll, rates(1, "5", "1", 4, second, "0") }
	}
	for _, c := range []struct {
		name           string
		within, beyond func(*Damages)
		want           string
	}{
		{"units of a rate", func(d *Damages) { d.Per, d.Part = 366, PartWhole }, func(d *Damages) { d.Per, d.Part = 367, PartWhole }, "per: range"},
		{"days of grace", func(d *Damages) { d.Grace = 3660 }, func(d *Damages) { d.Grace = 3661 }, "grace: range"},
		{"steps", func(d *Damages) { d.Steps = ladder(100) }, func(d *Damages) { d.Steps = ladder(101) }, "steps: range"},
		{"the last step", func(d *Damages) { d.Steps[0].From = 3660 }, func(d *Damages) { d.Steps[0].From = 3661 }, "steps[0].from: range"},
		{"the first step", func(d *Damages) { d.Steps[0].From = 1 }, func(d *Damages) { d.Steps[0].From = 0 }, "steps[0].from: range"},
		{
			"stops", func(d *Damages) { d.Stops = slices.Repeat([]DamagesStop{StopSold}, 100) },
			func(d *Damages) { d.Stops = slices.Repeat([]DamagesStop{StopSold}, 101) }, "stops: range",
		},
		{
			"stops that are some", func(d *Damages) { d.Stops = []DamagesStop{StopSold, StopRescinded} },
			func(d *Damages) { d.Stops = []DamagesStop{StopSold, "rain"} }, "stops[1]: invalid",
		},
		// Three periods come to 5 + 1 + 1 in all before the second step.
		{"a table that stands still", inAll("7"), inAll("6.9999"), "steps[1].rate: conflict"},
	} {
		d := dollarsADay("10")
		if c.within(&d); d.Validate() != nil {
			t.Errorf("%s: %v", c.name, d.Validate())
		}
		d = dollarsADay("10")
		c.beyond(&d)
		if got := faultsOf(t, d.Validate()); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s, beyond: %q, want %s", c.name, got, c.want)
		}
	}
}

// TestDamagesFactsBounds does the same for the facts.
func TestDamagesFactsBounds(t *testing.T) {
	lapse := func(due, cured calendar.Date) func(*DamagesFacts) {
		return func(f *DamagesFacts) { f.Lapses = []Lapse{{Due: due, Cured: cured}} }
	}
	lapses := func(n int) func(*DamagesFacts) {
		return func(f *DamagesFacts) { f.Lapses = slices.Repeat(f.Lapses, n) }
	}
	amounts := func(n int) func(*DamagesFacts) {
		return func(f *DamagesFacts) {
			for len(f.Amounts) < n {
				f.Amounts = append(f.Amounts, DamagesAmount{From: f.Lapses[0].Due.AddDays(len(f.Amounts)), Amount: dec("1")})
			}
		}
	}
	for _, c := range []struct {
		name           string
		within, beyond func(*DamagesFacts)
		want           string
	}{
		{"lapses", lapses(20), lapses(21), "lapses: range"},
		{"amounts", amounts(1000), amounts(1001), "amounts: range"},
		{
			"ten years", lapse(day(2003, 3, 3), day(2003, 3, 3).AddDays(3660)), lapse(day(2003, 3, 3), day(2003, 3, 3).AddDays(3661)),
			"lapses[0]: range",
		},
		{"cured in the last year", lapse(day(9900, 12, 30), day(9900, 12, 31)), lapse(day(9900, 12, 31), day(9901, 1, 1)), "lapses[0]: range"},
		{"due in the last year", lapse(day(9900, 12, 31), day(2003, 3, 3)), lapse(day(9901, 1, 1), day(2003, 3, 3)), "lapses[0]: range"},
	} {
		f := lateBy(10)
		c.within(&f)
		if _, err := dollarsADay("10").Assess(f); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		f = lateBy(10)
		c.beyond(&f)
		if got := faultsOf(t, second(dollarsADay("10").Assess(f))); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s, beyond: %q, want %s", c.name, got, c.want)
		}
	}
}

// TestDamagesNeedsAmounts: dollars for each day need no amount; a cap that is a
// percentage needs it, whatever the rates are of.
func TestDamagesNeedsAmounts(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Damages)
		want   []string
	}{
		{"flat", func(*Damages) {}, nil},
		{"under caps in dollars", func(d *Damages) {
			d.TotalCap.Amount, d.PeriodCap = dec("500"), DamagesCap{Amount: dec("500"), Days: 30}
		}, nil},
		{"under a cap in percent", func(d *Damages) { d.TotalCap.Percent = dec("5") }, []string{"amounts: missing"}},
		{"for each period", func(d *Damages) { d.PeriodCap = DamagesCap{Percent: dec("5"), Days: 30} }, []string{"amounts: missing"}},
		{"percent", func(d *Damages) { d.Base = PercentOfAmount }, []string{"amounts: missing"}},
	} {
		d, f := dollarsADay("10"), lateBy(10)
		c.change(&d)
		f.Amounts = nil
		got, err := d.Assess(f)
		var fs []string
		if err != nil {
			fs = faultsOf(t, err)
		}
		if !slices.Equal(fs, c.want) || err == nil && got.Cents != 100_00 {
			t.Errorf("%s: %d cents, %q; want %q", c.name, got.Cents, fs, c.want)
		}
	}
	// An amount of nothing is asked for once, though rates and cap both need it.
	d, f := damagesForms()["C16"], lateBy(10)
	f.Amounts[0].Amount = dec("0")
	if got := faultsOf(t, second(d.Assess(f))); !slices.Equal(got, []string{"amounts[0].amount: missing"}) {
		t.Errorf("%q", got)
	}
}
