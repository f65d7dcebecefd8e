package restrict

import (
	"math/rand/v2"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/shopspring/decimal"
)

// lateness is how long a lapse was: in open days and in days.
type lateness struct {
	due, cured calendar.Date
	open, days int
}

// referenceCents says in closed form, in integers, what each row costs on
// $100,000 and 100 shares. It is written from the rows and not from the code.
func referenceCents(row string, l lateness) int64 {
	n, open := int64(l.days), int64(l.open)
	if n <= 0 {
		return 0
	}
	nearest := func(num, den int64) int64 { return (2*num + den) / (2 * den) }
	table := func(nine, eleven, more int64) int64 {
		m := open - 5
		switch {
		case m <= 0:
			return 0
		case m <= 8:
			return (200 + 100*m) * 100
		case m == 9:
			return nine * 100
		case m == 10:
			return 1500_00
		}
		return (eleven + more*(m-11)) * 100
	}
	var months, rest int64
	for {
		next, _ := l.due.AddMonths(int(months) + 1)
		if next.After(l.cured) {
			began, _ := l.due.AddMonths(int(months))
			rest = min(int64(l.cured.Sub(began)), 30)
			break
		}
		months++
	}
	switch row {
	case "C1":
		return open * 1000_00
	case "C2":
		return table(1250, 1750, 1000)
	case "C3":
		return table(1000, 1500, 500)
	case "C4":
		return 100 * (10_00*min(open, 5) + 20_00*max(open-5, 0))
	case "C5":
		return (n + 29) / 30 * 5000_00
	case "C6":
		return open * 5000_00
	case "C7":
		return (n - 1) * 33_30
	case "C8":
		return n * 50_00
	case "C9":
		if n <= 30 {
			return 0
		}
		return 2000_00 + (n-30)*50_00
	case "C10":
		return nearest(2000_00*30+2000_00*n, 30)
	case "C11":
		return 2000_00 + months*2000_00
	case "C12":
		return nearest(months*30*1000_00+rest*1000_00, 30)
	case "C13":
		if n <= 90 {
			return n / 30 * 1000_00
		}
		return nearest(3*30*1000_00+(n-90)*1000_00, 30)
	case "C14":
		sum := int64(0)
		for first := int64(1); first <= n; first += 7 {
			sum += min((first-1)/90+1, 5) * 5_00
		}
		return sum
	case "C15":
		return nearest(1500_00*30+2000_00*n, 30)
	case "C16":
		return min(nearest(2000_00*30+2000_00*n, 30), 10_000_00)
	}
	return -1
}

// TestDamagesReference prices every row for lapses from the days of ten years,
// on the days of the banks and of the exchange.
func TestDamagesReference(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 13))
	for row, terms := range damagesForms() {
		for _, cal := range []calendar.Calendar{calendar.FederalReserve(), calendar.NYSE()} {
			terms.Calendar = cal
			for due := day(2015, 1, 1); due.Before(day(2025, 1, 1)); due = due.AddDays(1 + r.IntN(9)) {
				length := r.IntN(45) - 2
				if r.IntN(20) == 0 {
					length = r.IntN(500)
				}
				l := lateness{due: due, cured: due.AddDays(length), days: length}
				for on := due.AddDays(1); !on.After(l.cured); on = on.AddDays(1) {
					if cal.IsOpen(on) {
						l.open++
					}
				}
				got, err := terms.Assess(DamagesFacts{
					Lapses: []Lapse{{Due: due, Cured: l.cured}}, Amounts: []DamagesAmount{{Amount: dec("100000"), Shares: 100}},
				})
				if want := referenceCents(row, l); err != nil || got.Cents != want {
					t.Fatalf("%s on %s days, %s to %s: %d cents, %v; want %d\n%s", row, cal.Name(), due, l.cured, got.Cents, err, want, got.Why)
				}
			}
		}
	}
}

// smallCap is a cap that the terms alone cannot be held against: dollars on rates
// of an amount, and percent on flat dollars. On $100,000 it is from a cent to
// $6,000, often below one day's charge. It returns the cents.
func smallCap(r *rand.Rand, base DamagesBase) (DamagesCap, int64) {
	cents := int64(1 + r.IntN(600_000))
	if r.IntN(2) == 0 {
		cents = int64(1 + r.IntN(20_000))
	}
	if base == Flat {
		return DamagesCap{Percent: decimal.New(cents, -5)}, cents
	}
	return DamagesCap{Amount: decimal.New(cents, -2)}, cents
}

// referenceCapped walks the days of a lapse, takes each day's growth of the
// uncapped sum, and gives what the caps leave of it. The stretch of a cap for each
// period is added up anew on every day.
func referenceCapped(row string, cal calendar.Calendar, l lateness, total, period int64, c DamagesCap) int64 {
	if total == 0 {
		total = 1 << 60
	}
	charged := make([]int64, l.days+1) // by the day after the day due
	sum, before := int64(0), int64(0)
	to := lateness{due: l.due}
	for n := 1; n <= l.days; n++ {
		to.cured, to.days = l.due.AddDays(n), n
		if cal.IsOpen(to.cured) {
			to.open++
		}
		if row == "C7" { // the day of the cure is not counted
			if n == l.days {
				break
			}
			to.days = n + 1
		}
		running := referenceCents(row, to)
		cost := min(running-before, total-sum)
		before = running
		if c.Days > 0 {
			first := n - c.Days + 1
			if !c.Rolling {
				first = n - (n-1)%c.Days
			}
			left := period
			for on := max(first, 1); on < n; on++ {
				left -= charged[on]
			}
			cost = min(cost, left)
		}
		charged[n] = cost
		sum += cost
	}
	return sum
}

// TestDamagesSmallCaps holds caps of any size, those below one day's charge among
// them, against the walk. The clauses that have a cap of their own are left out.
func TestDamagesSmallCaps(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 37))
	below := 0
	for row, form := range damagesForms() {
		if row == "C13" || row == "C16" {
			continue
		}
		for range 150 {
			terms, total, period := form, int64(0), int64(0)
			terms.Calendar = []calendar.Calendar{calendar.FederalReserve(), calendar.NYSE()}[r.IntN(2)]
			way := r.IntN(3)
			if way != 0 {
				terms.TotalCap, total = smallCap(r, terms.Base)
			}
			if way != 1 {
				terms.PeriodCap, period = smallCap(r, terms.Base)
				terms.PeriodCap.Days, terms.PeriodCap.Rolling = 1+r.IntN(40), r.IntN(2) == 0
			}
			due, length := day(2015, 1, 1).AddDays(r.IntN(3000)), 1+r.IntN(90)
			l := lateness{due: due, cured: due.AddDays(length), days: length}
			got, err := terms.Assess(DamagesFacts{
				Lapses: []Lapse{{Due: due, Cured: l.cured}}, Amounts: []DamagesAmount{{Amount: dec("100000"), Shares: 100}},
			})
			if want := referenceCapped(row, terms.Calendar, l, total, period, terms.PeriodCap); err != nil || got.Cents != want || terms.Validate() != nil {
				t.Fatalf("%s, %d in all, %d for %d days, %s to %s: %d cents, %v; want %d\n%s",
					row, total, period, terms.PeriodCap.Days, due, l.cured, got.Cents, err, want, got.Why)
			}
			for _, d := range got.Schedule {
				if whole := d.Cents + d.CutCents; whole > 0 {
					if total > 0 && whole > total || period > 0 && whole > period {
						below++
					}
					break
				}
			}
		}
	}
	if below < 300 {
		t.Errorf("in only %d cases a cap was below the first charge", below)
	}
}

// randomDamages is a clause that may hold.
func randomDamages(r *rand.Rand) Damages {
	bases := []DamagesBase{Flat, PercentOfAmount, PerAmount, PerShare}
	units := []calendar.Unit{calendar.BusinessDays, calendar.TradingDays, calendar.Days, calendar.Weeks, calendar.Months}
	parts := []DamagesPart{PartProRata, PartWhole, PartNone}
	rounds := []exact.Rounding{exact.Nearest, exact.HalfEven, exact.Down, exact.Up}
	d := Damages{
		Base: bases[r.IntN(4)], Unit: units[r.IntN(5)], Per: r.IntN(4), Part: parts[r.IntN(3)], Reading: PricePerPeriod,
		ExcludeCure: r.IntN(2) == 0, EachLapse: r.IntN(2) == 0, Grace: r.IntN(4), Calendar: calendar.NYSE(), Rounding: rounds[r.IntN(4)],
		StepByDay: r.IntN(4) == 0,
	}
	if d.Base == PerAmount {
		d.Each, d.EachPart = dec("1000"), parts[r.IntN(3)]
	}
	if r.IntN(2) == 0 {
		d.First = dec("3.337")
	}
	from, rate := 1, int64(r.IntN(500))
	for range 1 + r.IntN(4) {
		step := DamagesStep{From: from, Rate: decimal.New(rate, -3)}
		if r.IntN(3) == 0 {
			step.More = dec("0.0123")
		}
		if r.IntN(4) == 0 {
			step.Part = parts[r.IntN(3)]
		}
		d.Steps = append(d.Steps, step)
		from += 1 + r.IntN(5)
		rate += int64(r.IntN(900))
	}
	if r.IntN(3) == 0 {
		d.StepByDay, d.Reading = false, PriceInAll
		for i := range d.Steps {
			d.Steps[i].More = dec("0")
		}
	}
	if r.IntN(2) == 0 {
		d.PeriodCap = DamagesCap{Amount: decimal.New(int64(1+r.IntN(10_000_000)), -2), Days: 1 + r.IntN(30), Rolling: r.IntN(2) == 0}
		if r.IntN(2) == 0 {
			d.PeriodCap.Amount = decimal.New(int64(1+r.IntN(10_000)), -2)
		}
	}
	if r.IntN(2) == 0 {
		d.TotalCap = []DamagesCap{{Percent: dec("7.77")}, {Percent: dec("0.5")}, {Amount: decimal.New(int64(1+r.IntN(500_000)), -2)}}[r.IntN(3)]
	}
	if r.IntN(2) == 0 {
		d.Payment = DamagesPayment{When: []DamagesWhen{EndOfDay, EndOfMonth, EndOfPeriod, EndOfAnniversary, EndOfLapse}[r.IntN(5)], Days: 30, Within: 3, Unit: calendar.Days}
		d.Interest = DamagesInterest{Percent: dec("12.5"), Per: PerYear365}
	}
	return d
}

// TestDamagesProperties holds random clauses to what must be so of any.
func TestDamagesProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 19))
	asked, capped := 0, 0
	for range 600 {
		d := randomDamages(r)
		due := day(2015, 1, 1).AddDays(r.IntN(3000))
		f := DamagesFacts{
			Amounts: []DamagesAmount{{Amount: dec("123456.78"), Shares: 1234}, {From: due.AddDays(25), Amount: dec("100000"), Shares: 7}},
			Lapses:  []Lapse{{Due: due}},
		}
		if r.IntN(3) == 0 {
			f.Lapses = append(f.Lapses, Lapse{Due: due.AddDays(3), Cured: due.AddDays(20)})
		}
		length := r.IntN(70)
		f.Through = due.AddDays(length)
		whole, err := d.Assess(f)
		if terms := d.Validate(); (err == nil) != (terms == nil) {
			t.Fatalf("%+v: Validate says %v, Assess %v", d, terms, err)
		}
		if err != nil {
			mustBeFaults(t, err)
			continue
		}
		asked++
		if whole.Cents < whole.UncappedCents {
			capped++
		}
		checkSchedule(t, &d, &f, due, whole)
		// A shorter lapse is the beginning of a longer one.
		last := int64(0)
		for n := r.IntN(4); n < length; n += 1 + r.IntN(9) {
			f.Through = due.AddDays(n)
			got, err := d.Assess(f)
			if err != nil {
				t.Fatalf("%+v: %d days have no answer, %d days have: %v", d, n, length, err)
			}
			if got.Cents < last || got.Cents > whole.Cents {
				t.Fatalf("%+v: %d days cost %d cents after %d, and all %d", d, n, got.Cents, last, whole.Cents)
			}
			last = got.Cents
			for i, row := range got.Schedule {
				if row != whole.Schedule[i] {
					t.Fatalf("%+v: row %d is %+v, later %+v", d, i, row, whole.Schedule[i])
				}
			}
		}
	}
	if asked < 450 || capped < 150 {
		t.Errorf("only %d clauses of 600 held, %d of them cut by a cap", asked, capped)
	}
}

// checkSchedule adds up a schedule and holds the caps against every stretch.
func checkSchedule(t *testing.T, d *Damages, f *DamagesFacts, due calendar.Date, got DamagesFinding) {
	t.Helper()
	sum, cut, payments := int64(0), int64(0), int64(0)
	for i, row := range got.Schedule {
		sum += row.Cents
		cut += row.CutCents
		if row.RunningCents != sum || row.Cents < 0 || row.CutCents < 0 || i > 0 && !row.Date.After(got.Schedule[i-1].Date) {
			t.Fatalf("%+v: row %d of %+v", d, i, got.Schedule)
		}
	}
	for _, p := range got.Payments {
		payments += p.Cents
	}
	if sum != got.Cents || sum+cut != got.UncappedCents || got.Days != len(got.Schedule) || d.Payment.When != "" && payments != sum {
		t.Fatalf("%+v: %+v", d, got)
	}
	if limit, ok := d.TotalCap.cents(f); ok && sum > limit {
		t.Fatalf("%d cents, over %d", sum, limit)
	}
	limit, ok := d.PeriodCap.cents(f)
	if !ok {
		return
	}
	for start := range 75 {
		if !d.PeriodCap.Rolling && start%d.PeriodCap.Days != 0 {
			continue
		}
		spent := int64(0)
		for _, row := range got.Schedule {
			if at := row.Date.Sub(due) - 1; at >= start && at < start+d.PeriodCap.Days {
				spent += row.Cents
			}
		}
		if spent > limit {
			t.Fatalf("%+v: %d cents from day %d, over %d", d, spent, start, limit)
		}
	}
}

// TestDamagesTogether pays no day twice.
func TestDamagesTogether(t *testing.T) {
	forms := damagesForms()
	delivery := DamagesClaim{Name: "delivery", Terms: forms["C1"], Facts: lateBy(9)} // Monday to Wednesday: 7 days at $1,000
	filing := DamagesClaim{Name: "filing", Terms: forms["C15"], Facts: lateBy(30)}   // $1,566.67 and then $66.67 or $66.66
	got, err := TogetherDamages(delivery, filing)
	// Day 1 by filing, six other business days by delivery, 23 days by filing.
	if err != nil || len(got.Schedule) != 30 || got.Schedule[0].Claim != 1 || got.Schedule[1].Claim != 0 || got.Schedule[4].Claim != 1 {
		t.Fatalf("%+v, %v", got.Schedule, err)
	}
	if got.Cents < 6_000_00+1_566_67+23*66_66 || got.Cents > 6_000_00+1_566_67+23*66_67 || !got.Why.Has(codeDamagesTogether) {
		t.Errorf("%d\n%s", got.Cents, got.Why)
	}
	if got.Cents+got.SavedCents != got.Findings[0].Cents+got.Findings[1].Cents {
		t.Errorf("%d and %d saved of %d and %d", got.Cents, got.SavedCents, got.Findings[0].Cents, got.Findings[1].Cents)
	}
	// Two that charge alike, a day apart, cost no more than one: rounding at
	// different days adds nothing.
	third := forms["C15"]
	third.First = dec("0")
	one := DamagesClaim{Terms: third, Facts: lateBy(30)}
	two := one
	two.Facts.Lapses = []Lapse{{Due: day(2003, 3, 4), Cured: day(2003, 4, 2)}}
	if got, err = TogetherDamages(one, two); err != nil || got.Cents != 2_000_00 {
		t.Errorf("%d, %v", got.Cents, err)
	}
	if _, err = TogetherDamages(); err == nil {
		t.Error("no claim has an answer")
	}
	if _, err = TogetherDamages(DamagesClaim{}); err == nil {
		t.Error("a zero claim has an answer")
	}
	r := rand.New(rand.NewPCG(23, 29))
	names := []string{"C1", "C4", "C5", "C7", "C10", "C11", "C12", "C13", "C14"}
	for range 300 {
		var claims []DamagesClaim
		most, sum := int64(0), int64(0)
		for range 1 + r.IntN(4) {
			f := lateBy(r.IntN(60))
			f.Lapses[0].Due = f.Lapses[0].Due.AddDays(r.IntN(20))
			c := DamagesClaim{Terms: forms[names[r.IntN(len(names))]], Facts: f}
			claims = append(claims, c)
			found, err := c.Terms.Assess(f)
			if err != nil {
				t.Fatal(err)
			}
			most, sum = max(most, found.Cents), sum+found.Cents
		}
		got, err := TogetherDamages(claims...)
		if err != nil || got.Cents > sum || got.Cents+got.SavedCents != sum || got.Cents < most-100 {
			t.Fatalf("%d together, %d at most alone, %d in all, %v", got.Cents, most, sum, err)
		}
	}
}
