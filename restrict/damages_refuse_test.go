package restrict

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/shopspring/decimal"
)

func TestDamagesRefusesTerms(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Damages)
		want   []string
	}{
		{"nothing", func(d *Damages) { *d = Damages{} }, []string{"base: missing", "rounding: missing", "steps: missing", "unit: missing"}},
		{"a negative step", func(d *Damages) { d.Steps[0].Rate = dec("-1") }, []string{"steps[0].rate: range"}},
		{"overlapping steps", func(d *Damages) { d.Steps = rates(1, "5", "0", 6, "10", "0", 6, "20", "0") }, []string{"steps[2].from: conflict"}},
		{"steps out of order", func(d *Damages) { d.Steps = rates(6, "5", "0", 1, "10", "0") }, []string{"steps[1].from: conflict"}},
		{"a step from nowhere", func(d *Damages) { d.Steps = rates(0, "5", "0") }, []string{"steps[0].from: range"}},
		{"a table that falls", func(d *Damages) { d.Reading, d.Steps = PriceInAll, rates(1, "5", "1", 4, "6.99", "0") }, []string{"steps[1].rate: conflict"}},
		{"a table read by nobody", func(d *Damages) { d.Reading = "" }, []string{"reading: missing"}},
		{"a table by day in all", func(d *Damages) { d.Reading, d.StepByDay = PriceInAll, true }, []string{"step_by_day: conflict"}},
		{"a total cap below the first charge", func(d *Damages) { d.TotalCap.Amount = dec("999.99") }, []string{"total_cap: conflict"}},
		{"a cap a period below it", func(d *Damages) { d.PeriodCap = DamagesCap{Amount: dec("10"), Days: 30} }, []string{"period_cap: conflict"}},
		{"a cap below a first charge apart", func(d *Damages) { d.First, d.TotalCap.Amount = dec("5000"), dec("4000") }, []string{"total_cap: conflict"}},
		{"a cap both ways", func(d *Damages) { d.TotalCap = DamagesCap{Amount: dec("9999"), Percent: dec("9")} }, []string{"total_cap.percent: conflict"}},
		{"a cap of no period", func(d *Damages) { d.PeriodCap.Amount = dec("9999") }, []string{"period_cap.days: missing"}},
		{"a period of no cap", func(d *Damages) { d.PeriodCap.Days, d.TotalCap.Rolling = 30, true }, []string{"period_cap.days: conflict", "total_cap.days: conflict"}},
		{"weeks begun", func(d *Damages) { d.Unit = calendar.Weeks }, []string{"part: missing"}},
		{"thirty days begun", func(d *Damages) { d.Per = 30 }, []string{"part: missing"}},
		{"no calendar", func(d *Damages) { d.Calendar = calendar.Calendar{} }, []string{"calendar: missing"}},
		{"dollars for each nothing", func(d *Damages) { d.Base = PerAmount }, []string{"each: missing"}},
		{"flat for each thousand", func(d *Damages) { d.Each = dec("1000") }, []string{"each: conflict"}},
		{
			"interest from no day", func(d *Damages) { d.Interest = DamagesInterest{Percent: dec("1"), Per: PerYear365} },
			[]string{"payment.when: missing"},
		},
		{
			"half a payment", func(d *Damages) {
				d.Payment = DamagesPayment{When: EndOfPeriod, Within: 3}
				d.Interest.Per = PerYear360
			},
			[]string{"interest.percent: missing", "payment.days: missing", "payment.unit: missing"},
		},
		{
			"strange words", func(d *Damages) {
				*d = Damages{
					Base: "weight", Unit: calendar.SettlementPeriods, Part: "half", EachPart: "half", Reading: "aloud", Rounding: "up and down",
					Stops: []DamagesStop{"rain"}, Steps: []DamagesStep{{From: 1, Part: "half"}}, Payment: DamagesPayment{When: "later"},
					Per: -1, Grace: 4000, First: decimal.New(1, 100_000_000),
				}
			},
			[]string{
				"base: invalid", "each_part: invalid", "first: range", "grace: range", "part: invalid", "payment.when: invalid",
				"per: range", "reading: invalid", "rounding: invalid", "steps[0].part: invalid", "stops[0]: invalid", "unit: invalid",
			},
		},
		{"too many steps", func(d *Damages) { d.Steps = make([]DamagesStep, 101) }, []string{"steps: range"}},
	} {
		d := damagesForms()["C1"]
		c.change(&d)
		if got := faultsOf(t, d.Validate()); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if _, err := d.Assess(lateBy(10)); err == nil {
			t.Errorf("%s: has an answer", c.name)
		}
	}
}

func TestDamagesRefusesFacts(t *testing.T) {
	for _, c := range []struct {
		name   string
		row    string
		change func(*DamagesFacts)
		want   []string
	}{
		{"nothing", "C10", func(f *DamagesFacts) { *f = DamagesFacts{} }, []string{"amounts: missing", "lapses: missing"}},
		{"no end", "C1", func(f *DamagesFacts) { f.Lapses[0].Cured = never }, []string{"through: missing"}},
		{"no day due", "C1", func(f *DamagesFacts) { f.Lapses[0].Due = never }, []string{"lapses[0].due: missing"}},
		{"eleven years", "C10", func(f *DamagesFacts) { f.Lapses[0].Cured = day(2014, 3, 4) }, []string{"lapses[0]: range"}},
		{"the end of days", "C10", func(f *DamagesFacts) { f.Lapses[0] = Lapse{Due: day(9999, 12, 1), Cured: day(9999, 12, 31)} }, []string{"lapses[0]: range"}},
		{"past the calendar", "C1", func(f *DamagesFacts) { f.Lapses[0] = Lapse{Due: day(2100, 12, 1), Cured: day(2101, 1, 31)} }, []string{"lapses[0]: range"}},
		{"a negative amount", "C10", func(f *DamagesFacts) { f.Amounts[0].Amount, f.Amounts[0].Shares = dec("-1"), -1 }, []string{"amounts[0].amount: range", "amounts[0].shares: range"}},
		{"no amount", "C10", func(f *DamagesFacts) { f.Amounts[0].Amount = dec("0") }, []string{"amounts[0].amount: missing"}},
		{"no shares", "C8", func(f *DamagesFacts) { f.Amounts[0].Shares = 0 }, []string{"amounts[0].shares: missing"}},
		{"amounts out of order", "C10", func(f *DamagesFacts) { f.Amounts = append(f.Amounts, DamagesAmount{}) }, []string{"amounts[1].from: conflict"}},
		{"an amount too late", "C10", func(f *DamagesFacts) { f.Amounts[0].From = day(2003, 3, 5) }, []string{"amounts[0].from: missing"}},
		{"a strange stop", "C1", func(f *DamagesFacts) { f.Stops = []DamagesStopped{{Stop: "rain"}} }, []string{"stops[0].on: missing", "stops[0].stop: invalid"}},
		{"paid when never due", "C1", func(f *DamagesFacts) { f.Paid = day(2003, 5, 1) }, []string{"paid: conflict"}},
		{"too many lapses", "C1", func(f *DamagesFacts) { f.Lapses = make([]Lapse, 21) }, []string{"lapses: range"}},
		{"more than all the cents", "C10", func(f *DamagesFacts) { f.Amounts[0].Amount = decimal.New(99, 18) }, []string{"damages: range"}},
	} {
		f := lateBy(10)
		c.change(&f)
		got, err := damagesForms()[c.row].Assess(f)
		if faults := faultsOf(t, err); !slices.Equal(faults, c.want) || got.Cents != 0 || got.Why != nil {
			t.Errorf("%s: %q, want %q", c.name, faults, c.want)
		}
	}
	// All at once, the clause's faults among them.
	d, f := damagesForms()["C10"], lateBy(10)
	d.Rounding, f.Lapses[0].Due, f.Amounts = "", never, nil
	want := []string{"amounts: missing", "damages.rounding: missing", "lapses[0].due: missing"}
	if got := faultsOf(t, second(d.Assess(f))); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// FuzzDamagesJSON feeds clauses and facts as a service would receive them.
func FuzzDamagesJSON(f *testing.F) {
	facts, _ := json.Marshal(lateBy(45))
	for _, d := range damagesForms() {
		terms, err := json.Marshal(d)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(terms), string(facts))
	}
	f.Add(`{}`, `{}`)
	f.Fuzz(func(t *testing.T, rule, told string) {
		var terms Damages
		var facts DamagesFacts
		if json.Unmarshal([]byte(rule), &terms) != nil || json.Unmarshal([]byte(told), &facts) != nil {
			return
		}
		got, err := terms.Assess(facts)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		sum := int64(0)
		for _, row := range got.Schedule {
			if sum += row.Cents; row.Cents < 0 || row.RunningCents != sum {
				t.Fatalf("%+v", got.Schedule)
			}
		}
		if limit, ok := terms.TotalCap.cents(&facts); sum != got.Cents || got.Cents > got.UncappedCents || ok && sum > limit {
			t.Fatalf("%+v", got)
		}
		got.exact = nil
		roundTrip(t, got)
	})
}
