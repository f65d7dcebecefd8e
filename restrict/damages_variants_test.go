package restrict

import (
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// rates are steps written as from, rate and what each later period adds.
func rates(steps ...any) []DamagesStep {
	var out []DamagesStep
	for i := 0; i < len(steps); i += 3 {
		out = append(out, DamagesStep{From: steps[i].(int), Rate: dec(steps[i+1].(string)), More: dec(steps[i+2].(string))})
	}
	return out
}

// damagesForms are clauses seen elsewhere, each by its row in a survey of
// printed forms. SOURCE: samples of clauses on late delivery and registration
// in lawinsider.com and markettransfer.info. Where the excerpt leaves a reading
// open, the form has one and the tests try the other.
func damagesForms() map[string]Damages {
	banks, exchange := calendar.FederalReserve(), calendar.NYSE()
	flat := func(unit calendar.Unit, cal calendar.Calendar, steps ...any) Damages {
		return Damages{Base: Flat, Unit: unit, Calendar: cal, Steps: rates(steps...), Reading: PricePerPeriod, Rounding: exact.Nearest}
	}
	percent := func(per int, part DamagesPart, steps ...any) Damages {
		return Damages{
			Base: PercentOfAmount, Unit: calendar.Days, Per: per, Part: part, Steps: rates(steps...), Reading: PricePerPeriod, Rounding: exact.Nearest,
		}
	}
	table := func(nine, eleven, more string) Damages {
		d := flat(calendar.BusinessDays, banks, 1, "300", "0", 2, "400", "0", 3, "500", "0", 4, "600", "0", 5, "700", "0", 6, "800", "0",
			7, "900", "0", 8, "1000", "0", 9, nine, "0", 10, "1500", "0", 11, eleven, more)
		d.Reading, d.Grace = PriceInAll, 5
		d.Payment = DamagesPayment{When: EndOfAnniversary}
		return d
	}
	c4 := Damages{
		Base: PerAmount, Each: dec("1000"), Unit: calendar.TradingDays, Calendar: exchange, Steps: rates(1, "10", "0", 6, "20", "0"),
		Reading: PricePerPeriod, Rounding: exact.Nearest,
	}
	c7 := percent(0, "", 1, "0.0333", "0")
	c7.ExcludeCure, c7.Calendar = true, banks
	c7.Payment = DamagesPayment{When: EndOfMonth, Within: 1, Unit: calendar.BusinessDays}
	c8 := Damages{
		Base: PerShare, Unit: calendar.Days, Steps: rates(1, "0.5", "0"), Reading: PricePerPeriod, EachLapse: true, Rounding: exact.Nearest,
	}
	c9 := percent(30, PartProRata, 1, "1.5", "0")
	c9.First, c9.Grace = dec("2"), 30
	c10 := percent(30, PartProRata, 1, "2", "0")
	c10.First, c10.Calendar = dec("2"), banks
	c10.Payment = DamagesPayment{When: EndOfPeriod, Days: 30, Within: 10, Unit: calendar.BusinessDays}
	c10.Interest = DamagesInterest{Percent: dec("10"), Per: PerMonth30}
	c11 := percent(0, PartNone, 1, "2", "0")
	c11.Unit, c11.First = calendar.Months, dec("2")
	c12 := percent(0, PartProRata, 1, "1", "0")
	c12.Unit, c12.Payment = calendar.Months, DamagesPayment{When: EndOfMonth, Within: 5, Unit: calendar.Days}
	c13 := percent(30, PartNone, 1, "1", "0", 4, "1", "0")
	c13.Steps[1].Part = PartProRata
	c13.PeriodCap = DamagesCap{Percent: dec("1"), Days: 30}
	c14 := Damages{
		Base: PerAmount, Each: dec("1000"), Unit: calendar.Weeks, Part: PartWhole, StepByDay: true, Reading: PricePerPeriod, Rounding: exact.Nearest,
		Steps: rates(1, "0.05", "0", 91, "0.10", "0", 181, "0.15", "0", 271, "0.20", "0", 361, "0.25", "0"),
	}
	c15 := percent(30, PartProRata, 1, "2", "0")
	c15.First = dec("1.5")
	c16 := c10
	c16.TotalCap = DamagesCap{Percent: dec("10")}
	c16.Interest = DamagesInterest{Percent: dec("18"), Per: PerYear365}
	c16.Stops = []DamagesStop{StopRule144, StopSold}
	return map[string]Damages{
		"C1": flat(calendar.BusinessDays, banks, 1, "1000", "0"),
		"C2": table("1250", "1750", "1000"), "C3": table("1000", "1500", "500"), "C4": c4,
		"C5": percent(30, PartWhole, 1, "5", "0"), "C6": flat(calendar.BusinessDays, banks, 1, "5000", "0"),
		"C7": c7, "C8": c8, "C9": c9, "C10": c10, "C11": c11, "C12": c12, "C13": c13, "C14": c14, "C15": c15, "C16": c16,
	}
}

// lateBy is a lapse due on Monday, March 3, 2003 and cured so many days of the
// calendar later, on $100,000.
func lateBy(days int) DamagesFacts {
	due := day(2003, 3, 3)
	return DamagesFacts{
		Lapses:  []Lapse{{Due: due, Cured: due.AddDays(days)}},
		Amounts: []DamagesAmount{{Amount: dec("100000"), Shares: 100}},
	}
}

// lateOpen is the same for a cure on the n-th open day.
func lateOpen(t *testing.T, cal calendar.Calendar, n int) DamagesFacts {
	t.Helper()
	cured, err := cal.Add(day(2003, 3, 3), n)
	if err != nil {
		t.Fatal(err)
	}
	return lateBy(cured.Sub(day(2003, 3, 3)))
}

// TestDamagesForms has each row at sums worked by hand.
func TestDamagesForms(t *testing.T) {
	banks, exchange := calendar.FederalReserve(), calendar.NYSE()
	for _, c := range []struct {
		row   string
		facts DamagesFacts
		cents int64
	}{
		{"C1", lateOpen(t, banks, 4), 4_000_00},
		{"C1", lateBy(-3), 0},
		{"C2", lateOpen(t, banks, 5), 0}, // the five days are free
		{"C2", lateOpen(t, banks, 6), 300_00},
		{"C2", lateOpen(t, banks, 14), 1_250_00}, // nine days
		{"C2", lateOpen(t, banks, 16), 1_750_00}, // eleven
		{"C2", lateOpen(t, banks, 19), 4_750_00}, // and three beyond
		{"C3", lateOpen(t, banks, 14), 1_000_00}, // nine
		{"C3", lateOpen(t, banks, 15), 1_500_00}, // ten
		{"C3", lateOpen(t, banks, 19), 3_000_00}, // eleven and three beyond
		{"C4", lateOpen(t, exchange, 5), 5_000_00},
		{"C4", lateOpen(t, exchange, 8), 11_000_00}, // five at $10 and three at $20, for each $1,000
		{"C5", lateBy(1), 5_000_00},
		{"C5", lateBy(30), 5_000_00},
		{"C5", lateBy(31), 10_000_00},
		{"C6", lateOpen(t, banks, 3), 15_000_00},
		{"C7", lateBy(1), 0}, // cured the day after
		{"C7", lateBy(11), 333_00},
		{"C8", DamagesFacts{
			Amounts: []DamagesAmount{{Shares: 100}},
			Lapses: []Lapse{
				{"Filing", day(2003, 3, 3), day(2003, 3, 13)},
				{"Effectiveness", day(2003, 3, 3), day(2003, 3, 23)},
				{"Suspension", day(2003, 5, 1), day(2003, 5, 6)},
			},
		}, 35 * 50_00},
		{"C9", lateBy(30), 0},        // effective on day 150
		{"C9", lateBy(31), 2_050_00}, // 2%, and a first day of 1.5%
		{"C9", lateBy(60), 3_500_00},
		{"C10", lateBy(1), 2_066_67},
		{"C10", lateBy(30), 4_000_00},
		{"C10", lateBy(45), 5_000_00},
		{"C11", lateBy(1), 2_000_00},
		{"C11", lateBy(30), 2_000_00},
		{"C11", lateBy(31), 4_000_00}, // April 3
		{"C12", lateBy(15), 500_00},
		{"C12", lateBy(31), 1_000_00}, // a month, though a long one
		{"C13", lateBy(29), 0},
		{"C13", lateBy(30), 1_000_00},
		{"C13", lateBy(89), 2_000_00},
		{"C13", lateBy(105), 3_500_00},
		{"C14", lateBy(1), 5_00},
		{"C14", lateBy(7), 5_00},
		{"C14", lateBy(8), 10_00},
		{"C14", lateBy(91), 13 * 5_00}, // the thirteenth week began on day 85
		{"C14", lateBy(92), 13*5_00 + 10_00},
		{"C14", lateBy(400), 13*5_00 + 13*10_00 + 13*15_00 + 13*20_00 + 6*25_00},
		{"C15", lateBy(30), 3_500_00},
		{"C16", lateBy(119), 9_933_33},
		{"C16", lateBy(400), 10_000_00},
	} {
		terms := damagesForms()[c.row]
		got, err := terms.Assess(c.facts)
		if err != nil || got.Cents != c.cents {
			t.Errorf("%s, %v: %d cents, %v; want %d\n%s", c.row, c.facts.Lapses, got.Cents, err, c.cents, got.Why)
		}
		got.exact = nil
		roundTrip(t, got)
		roundTrip(t, c.facts.Lapses)
	}
}

// TestDamagesReadings takes the other reading of what a form leaves open.
func TestDamagesReadings(t *testing.T) {
	banks := calendar.FederalReserve()
	perDay := damagesForms()["C2"]
	perDay.Reading = PricePerPeriod
	got, err := perDay.Assess(lateOpen(t, banks, 5+12))
	if want := int64(300+400+500+600+700+800+900+1000+1250+1500+1750+2750) * 100; err != nil || got.Cents != want {
		t.Errorf("each day at its figure: %d, %v; want %d", got.Cents, err, want)
	}
	perTen := damagesForms()["C3"]
	perTen.Base, perTen.Each = PerAmount, dec("10000")
	if got, err := perTen.Assess(lateOpen(t, banks, 5+9)); err != nil || got.Cents != 10_000_00 {
		t.Errorf("for each $10,000: %d, %v", got.Cents, err)
	}
	for part, want := range map[DamagesPart]int64{"": 15_00, PartProRata: 15_00, PartWhole: 20_00, PartNone: 10_00} {
		d := damagesForms()["C4"]
		d.EachPart = part
		f := lateOpen(t, calendar.NYSE(), 1)
		f.Amounts[0].Amount = dec("1500")
		if got, err := d.Assess(f); err != nil || got.Cents != want {
			t.Errorf("a thousand and a half, %q: %d, %v; want %d", part, got.Cents, err, want)
		}
	}
	five := damagesForms()["C5"]
	five.Part = PartProRata
	if got, err := five.Assess(lateBy(45)); err != nil || got.Cents != 7_500_00 {
		t.Errorf("pro rata: %d, %v", got.Cents, err)
	}
	// Two months have sixty days pro rata, though July and August have 62.
	twice := damagesForms()["C12"]
	twice.Per = 2
	for days, want := range map[int]int64{59: 983_33, 60: 1_000_00, 61: 1_000_00, 62: 1_000_00, 63: 1_016_67} {
		f := DamagesFacts{
			Lapses: []Lapse{{Due: day(2003, 7, 1), Cured: day(2003, 7, 1).AddDays(days)}}, Amounts: []DamagesAmount{{Amount: dec("100000")}},
		}
		if got, err := twice.Assess(f); err != nil || got.Cents != want {
			t.Errorf("%d days of two months: %d, %v; want %d", days, got.Cents, err, want)
		}
	}
	once := damagesForms()["C8"]
	once.EachLapse = false
	f := DamagesFacts{Amounts: []DamagesAmount{{Shares: 100}}, Lapses: []Lapse{
		{"Filing", day(2003, 3, 3), day(2003, 3, 13)}, {"Effectiveness", day(2003, 3, 3), day(2003, 3, 23)},
	}}
	if got, err := once.Assess(f); err != nil || got.Cents != 20*50_00 || !got.Why.Has(codeDamagesOnce) {
		t.Errorf("overlapping days once: %d, %v", got.Cents, err)
	}
	once.EachLapse, f.Lapses[1].Cured = true, f.Lapses[1].Due
	if got, err := once.Assess(f); err != nil || got.Cents != 10*50_00 || !got.Why.Has(codeDamagesEach) || !got.Why.Has(codeDamagesNone) {
		t.Errorf("days for each, of which one has none: %d, %v", got.Cents, err)
	}
	// A second lapse within the first, at its lower rate, adds nothing, whichever
	// is told of first.
	stepped := damagesForms()["C4"]
	f = lateOpen(t, calendar.NYSE(), 10)
	alone, err := stepped.Assess(f)
	f.Lapses = append([]Lapse{{Due: f.Lapses[0].Due.AddDays(7), Cured: f.Lapses[0].Cured}}, f.Lapses...)
	for range 2 {
		if got, other := stepped.Assess(f); err != nil || other != nil || got.Cents != alone.Cents || got.Days != alone.Days {
			t.Errorf("a lapse within a lapse: %d, %v; want %d", got.Cents, other, alone.Cents)
		}
		f.Lapses[0], f.Lapses[1] = f.Lapses[1], f.Lapses[0]
	}
	rolling := damagesForms()["C13"]
	rolling.PeriodCap.Rolling = true
	// Day 90's charge leaves every stretch of thirty days on day 120.
	for days, want := range map[int]int64{90: 3_000_00, 119: 3_000_00, 120: 3_033_33} {
		if got, err := rolling.Assess(lateBy(days)); err != nil || got.Cents != want {
			t.Errorf("%d days, rolling cap: %d, %v; want %d", days, got.Cents, err, want)
		}
	}
}

// TestDamagesPeriodCap cuts in periods of ten days after the day due.
func TestDamagesPeriodCap(t *testing.T) {
	d := Damages{
		Base: Flat, Unit: calendar.Days, Steps: rates(1, "1000", "0"), Reading: PricePerPeriod, Rounding: exact.Down,
		PeriodCap: DamagesCap{Amount: dec("5000"), Days: 10},
	}
	for days, want := range map[int]int64{4: 4, 5: 5, 6: 5, 10: 5, 11: 6, 15: 10, 16: 10, 20: 10, 21: 11} {
		if got, err := d.Assess(lateBy(days)); err != nil || got.Cents != want*1000_00 || got.UncappedCents != int64(days)*1000_00 {
			t.Errorf("%d days: %d of %d, %v; want %d", days, got.Cents, got.UncappedCents, err, want)
		}
	}
}

// TestDamagesStops ends charges by an event that the clause names, and not by
// another; and lets the amount fall on the way.
func TestDamagesStops(t *testing.T) {
	d := damagesForms()["C16"]
	f := lateBy(400)
	f.Stops = []DamagesStopped{{StopRule144, day(2003, 3, 18)}, {StopBoughtIn, day(2003, 3, 5)}}
	got, err := d.Assess(f)
	if err != nil || got.Cents != 3_000_00 || !got.Why.Has(codeDamagesStop) || !got.Why.Has(codeDamagesNoStop) {
		t.Errorf("%d, %v\n%s", got.Cents, err, got.Why)
	}
	d.ExcludeCure = true
	if got, err = d.Assess(f); err != nil || got.Cents != 2_933_33 {
		t.Errorf("without the day itself: %d, %v", got.Cents, err)
	}
	// C12 after a year: only what Rule 144 does not free.
	c12 := damagesForms()["C12"]
	f = lateBy(396) // to April 2, 2004
	f.Amounts = append(f.Amounts, DamagesAmount{From: day(2004, 3, 4), Amount: dec("10000")})
	if got, err = c12.Assess(f); err != nil || got.Cents != 12_000_00+100_00 {
		t.Errorf("a smaller amount after a year: %d, %v", got.Cents, err)
	}
}

// TestDamagesPayments has the sums fall due and bear interest.
func TestDamagesPayments(t *testing.T) {
	c10 := damagesForms()["C10"]
	f := lateBy(45) // through April 17, 2003
	f.Paid = day(2003, 5, 16)
	got, err := c10.Assess(f)
	want := []DamagesDue{
		{day(2003, 4, 16), 4_000_00, 30, 400_00}, // ten business days after April 2
		{day(2003, 5, 16), 1_000_00, 0, 0},       // after May 2
	}
	if err != nil || len(got.Payments) != 2 || got.Payments[0] != want[0] || got.Payments[1] != want[1] || got.InterestCents != 400_00 {
		t.Errorf("%+v, %v; want %+v", got.Payments, err, want)
	}
	for _, c := range []struct {
		row   string
		days  int
		dates []calendar.Date
	}{
		{"C7", 40, []calendar.Date{day(2003, 4, 1), day(2003, 5, 1)}},  // the first business day of the next month
		{"C12", 40, []calendar.Date{day(2003, 4, 5), day(2003, 5, 5)}}, // five days after the month
		{"C2", 40, []calendar.Date{day(2003, 4, 3), day(2003, 4, 12)}}, // the anniversary, and the issuance
	} {
		got, err := damagesForms()[c.row].Assess(lateBy(c.days))
		if err != nil || len(got.Payments) != len(c.dates) {
			t.Fatalf("%s: %+v, %v", c.row, got.Payments, err)
		}
		sum := int64(0)
		for i, p := range got.Payments {
			if sum += p.Cents; p.Date != c.dates[i] {
				t.Errorf("%s: %+v", c.row, got.Payments)
			}
		}
		if sum != got.Cents {
			t.Errorf("%s: payments of %d for %d", c.row, sum, got.Cents)
		}
	}
	year := damagesForms()["C16"]
	year.Payment = DamagesPayment{When: EndOfLapse}
	f = lateBy(30)
	f.Paid = day(2004, 4, 1) // 365 days later, in a leap year
	if got, err := year.Assess(f); err != nil || got.InterestCents != 720_00 || got.Payments[0].InterestDays != 365 {
		t.Errorf("18%% for a year: %+v, %v", got.Payments, err)
	}
	year.Interest.Per = PerYear360
	if got, err := year.Assess(f); err != nil || got.InterestCents != 730_00 {
		t.Errorf("a year of 360 days: %+v, %v", got.Payments, err)
	}
}

// TestDamagesIsData stores every form.
func TestDamagesIsData(t *testing.T) {
	for row, d := range damagesForms() {
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", row, err)
		}
		d.Authority = law.Citation{Cite: row}
		sameJSON(t, d)
	}
}
