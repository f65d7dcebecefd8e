package restrict

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// amounts lists the rows of a schedule as "period: amount".
func amounts(c RegistrationCharges) string {
	var rows []string
	for _, r := range c.Schedule {
		row := r.From.String() + "+" + decimal.NewFromInt(int64(r.Days)).String() + " " + r.Amount.String()
		if r.Open {
			row += "…"
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, ", ")
}

// The clock ran out on December 26, 2002. All amounts are by hand.
func TestRegistrationChargesByHand(t *testing.T) {
	filed := func(d calendar.Date) RegistrationFacts { return focusLog(happened(RegistrationFiled, d)) }
	late := day(2003, time.February, 10)
	for _, c := range []struct {
		name   string
		change func(*RegistrationCharge)
		f      RegistrationFacts
		on     calendar.Date
		want   string
		total  string
	}{
		{"in time", nil, filed(day(2002, time.December, 26)), late, "", "0"},
		{
			"45 days: 2% at once, 2% for 30 days, half of 2% for 15", nil, filed(late), late,
			"2002-12-27+0 15360, 2002-12-27+30 15360, 2003-01-26+15 7680", "38400",
		},
		{"still open after ten days", nil, focusLog(), day(2003, time.January, 5), "2002-12-27+0 15360, 2002-12-27+10 5120…", "20480"},
		{"filed on the first day late", nil, filed(day(2002, time.December, 27)), late, "2002-12-27+0 15360", "15360"},
		{
			"an initial charge and no more", func(c *RegistrationCharge) { c.Steps, c.Every, c.Unit = nil, 0, "" }, focusLog(), late,
			"2002-12-27+0 15360", "15360",
		},
		{
			"the day of filing counts", func(c *RegistrationCharge) { c.CountCure = true }, filed(day(2002, time.December, 27)), late,
			"2002-12-27+0 15360, 2002-12-27+1 512", "15872",
		},
		{
			"in full on each anniversary", func(c *RegistrationCharge) {
				*c = RegistrationCharge{Steps: registrationSteps(PartialFull, 20), Every: 1, Unit: calendar.Months, Overlap: OverlapEach, Rounding: exact.Nearest}
			}, filed(day(2003, time.January, 28)), late, "2002-12-27+31 15360, 2003-01-27+1 15360", "30720",
		},
		{
			"in full though cured at once", func(c *RegistrationCharge) {
				c.Initial, c.Steps = decimal.Decimal{}, registrationSteps(PartialFull, 20)
			},
			filed(day(2002, time.December, 27)), late, "2002-12-27+0 15360", "15360",
		},
		{
			"nothing for a period not filled", func(c *RegistrationCharge) {
				c.Initial, c.Steps = decimal.Decimal{}, registrationSteps(PartialNone, 10)
			},
			filed(day(2003, time.January, 25)), late, "2002-12-27+29 0", "0",
		},
		{
			"all for a period filled", func(c *RegistrationCharge) {
				c.Initial, c.Steps = decimal.Decimal{}, registrationSteps(PartialNone, 10)
			},
			filed(day(2003, time.January, 26)), late, "2002-12-27+30 7680", "7680",
		},
		{
			"a month of 31 days by the day", func(c *RegistrationCharge) {
				c.Initial, c.Every, c.Unit = decimal.Decimal{}, 1, calendar.Months
			}, filed(day(2003, time.January, 6)), late, "2002-12-27+10 4954.84", "4954.84", // 15,360 × 10/31 = 4,954.8387…
		},
		{
			"two weeks make a period", func(c *RegistrationCharge) {
				c.Initial, c.Every, c.Unit = decimal.Decimal{}, 2, calendar.Weeks
			}, filed(day(2003, time.January, 31)), late, "2002-12-27+14 15360, 2003-01-10+14 15360, 2003-01-24+7 7680", "38400",
		},
		{
			"overdue, and no interest on nothing", func(c *RegistrationCharge) {
				c.Initial, c.Steps = decimal.Decimal{}, registrationSteps(PartialNone, 10)
				c.Payable, c.Interest = registrationDays(10), RegistrationInterest{dec("10"), 30}
			}, filed(day(2003, time.January, 25)), late, "2002-12-27+29 0", "0",
		},
		{"a total cap of 3%", func(c *RegistrationCharge) { c.CapTotal = dec("3") }, filed(late), late, "2002-12-27+0 15360, 2002-12-27+30 7680, 2003-01-26+15 0", "23040"},
		{
			"at most 2% in 30 days, the initial charge included", func(c *RegistrationCharge) { c.CapPeriod = dec("2") }, filed(late), late,
			"2002-12-27+0 15360, 2002-12-27+30 0, 2003-01-26+15 7680", "23040",
		},
		{
			"half of the base sold on the tenth day", nil,
			focusLog(RegistrationEvent{RegistrationBase, day(2003, time.January, 5), dec("384000")}, happened(RegistrationFiled, late)), late,
			"2002-12-27+0 15360, 2002-12-27+30 9984, 2003-01-26+15 3840", "29184", // 9 × 512 + 21 × 256 = 9,984
		},
		{
			"interest of 10% a month on what is due in ten days", func(c *RegistrationCharge) {
				c.Payable, c.Interest = registrationDays(10), RegistrationInterest{dec("10"), 30}
			}, filed(day(2002, time.December, 27)), day(2003, time.January, 9), "2002-12-27+0 15360", "15360",
		},
	} {
		r := focusCharged()
		if c.change != nil {
			c.change(&r.Charge)
		}
		answer := mustOn(t, r, c.f, c.on)
		got := answer.Charges
		if amounts(got) != c.want || !got.Accrued.Equal(dec(c.total)) {
			t.Errorf("%s:\n  %s in all %s, want\n  %s in all %s", c.name, amounts(got), got.Accrued, c.want, c.total)
		}
		if got.Capped != answer.Why.Has(codeRegistrationCapped) {
			t.Errorf("%s: %s", c.name, answer.Why)
		}
		if strings.HasPrefix(c.name, "interest") && !got.Interest.Equal(dec("153.60")) { // due January 6: three days of 51.20
			t.Errorf("%s: %s, want 153.60", c.name, got.Interest)
		}
	}
}

// The printed forms, for a million dollars.
func TestRegistrationFormCharges(t *testing.T) {
	for _, c := range []struct {
		key   string
		late  int // days of failure
		total string
	}{
		{"monthly-2", 1, "20000"},
		{"monthly-2", 31, "20000"}, // from December 27 to January 26
		{"monthly-2", 32, "40000"},
		{"thirty-1-capped", 29, "0"},
		{"thirty-1-capped", 30, "10000"},
		{"thirty-1-capped", 90, "30000"},
		{"thirty-1-capped", 105, "35000"},
		{"initial-2", 1, "20666.67"},
		{"initial-2", 45, "50000"},
		{"day-150", 45, "42500"}, // 20,000 + 15,000 + 7,500
		{"monthly-1", 31, "10000"},
		{"monthly-1", 32, "10322.58"}, // a thirty-first of the month from January 27
		{"daily", 1, "333"},
		{"daily", 100, "33300"},
		{"weekly", 1, "50"},
		{"weekly", 8, "100"},
		{"weekly", 91, "650"},   // the thirteenth week ends on day 91
		{"weekly", 92, "750"},   // the fourteenth begins after day 90
		{"weekly", 364, "6500"}, // 13 weeks begin by day 90, 13 more by 180, 13 by 270, 13 by 360
	} {
		r := focusCharged()
		r.Charge = seenForm(t, c.key).Charge
		f := focusLog()
		f.Base = dec("1000000")
		got := mustOn(t, r, f, day(2002, time.December, 26).AddDays(c.late)).Charges
		if c.key == "monthly-2" { // the duty to have it effective is missed only later
			got = mustOn(t, onlyFile(r), f, day(2002, time.December, 26).AddDays(c.late)).Charges
		}
		if !got.Accrued.Equal(dec(c.total)) {
			t.Errorf("%s, %d days: %s, want %s: %s", c.key, c.late, got.Accrued, c.total, amounts(got))
		}
	}
}

func onlyFile(r Registration) Registration {
	r.Clocks = r.Clocks[:1]
	return r
}

// Filed late and effective late: once, the days run as one failure; each, they
// are two.
func TestRegistrationOverlap(t *testing.T) {
	f := focusLog(happened(RegistrationFiled, day(2003, time.March, 6)))
	on := day(2003, time.March, 16) // 80 days after December 26, 20 after February 24
	r := focusCharged()
	once := mustOn(t, r, f, on).Charges
	if want := dec("56320"); !once.Accrued.Equal(want) { // 15,360 and 80 × 512
		t.Errorf("once: %s, want %s: %s", once.Accrued, want, amounts(once))
	}
	if d := once.Schedule[0].Duties; len(d) != 2 || d[0] != DutyFile || d[1] != DutyEffective {
		t.Errorf("once: duties %v", d)
	}
	r.Charge.Overlap = OverlapEach
	each := mustOn(t, r, f, on).Charges
	if want := dec("76288"); !each.Accrued.Equal(want) { // 2 × 15,360, 69 × 512 and 20 × 512
		t.Errorf("each: %s, want %s: %s", each.Accrued, want, amounts(each))
	}
	r.Charge.CapPeriod = dec("2")
	capped := mustOn(t, r, f, on).Charges
	if !capped.Capped || !capped.Accrued.LessThan(each.Accrued) {
		t.Errorf("capped: %s", amounts(capped))
	}
}

// referenceCharges counts day by day, with nothing from the package but the
// due days of the clocks and the calendar's months.
func referenceCharges(t *testing.T, r Registration, f RegistrationFacts, on calendar.Date) *big.Int {
	t.Helper()
	first := f.Events[0].Date
	duties := []RegistrationDuty{DutyFile, DutyEffective, DutyRespond, DutyKeep}
	groups := [][]RegistrationDuty{duties}
	if r.Charge.Overlap == OverlapEach {
		groups = nil
		for _, d := range duties {
			groups = append(groups, []RegistrationDuty{d})
		}
	}
	total := new(big.Int)
	for _, group := range groups {
		length, began := 0, calendar.Date{} // of the failure that runs
		var days []calendar.Date
		flush := func() {
			if !began.IsZero() {
				total.Add(total, referenceRun(r, f, began, days))
			}
			length, began, days = 0, calendar.Date{}, nil
		}
		for d := first; !d.After(on); d = d.AddDays(1) {
			failing, starts := false, false
			for _, duty := range group {
				now, start := referenceFails(t, r, f, duty, d)
				failing, starts = failing || now, starts || start
			}
			if !failing && !starts || length > 0 && began.AddDays(length) != d || length == 0 && !began.IsZero() {
				flush()
			}
			if (failing || starts) && began.IsZero() {
				began = d
			}
			if failing {
				length++
				days = append(days, d)
			}
		}
		flush()
	}
	return total
}

// referenceFails tells whether the day is one of failure, and whether a failure
// began on it.
func referenceFails(t *testing.T, r Registration, f RegistrationFacts, duty RegistrationDuty, d calendar.Date) (fails, starts bool) {
	t.Helper()
	before := func(kind RegistrationEventKind, by calendar.Date) (calendar.Date, bool) {
		for _, e := range f.Events {
			if e.Kind == kind && !e.Date.After(by) {
				return e.Date, true
			}
		}
		return calendar.Date{}, false
	}
	over := func(d calendar.Date) bool {
		if _, sold := before(RegistrationSold, d); sold {
			return true
		}
		if _, free := before(RegistrationFree, d); free {
			return true
		}
		since, ok := before(RegistrationEffective, d)
		if !ok {
			return false
		}
		last, _ := since.AddYears(2)
		return d.After(last)
	}
	if over(d) {
		return false, false
	}
	if duty == DutyKeep {
		now, yesterday := referenceBeyond(r, f, d), referenceBeyond(r, f, d.AddDays(-1))
		resumed := false
		for _, e := range f.Events {
			resumed = resumed || e.Kind == RegistrationResumed && e.Date == d
		}
		return now || r.Charge.CountCure && resumed && yesterday, now && (!yesterday || resumed)
	}
	for i, e := range f.Events {
		for _, c := range r.Clocks {
			if c.Duty != duty || c.From != e.Kind || e.Date.After(d) {
				continue
			}
			rule := c.Within
			if c.varies() && f.Reviewed == law.Yes {
				rule = c.Reviewed
			}
			due, err := rule.DateAfter(e.Date)
			if err != nil {
				t.Fatal(err)
			}
			if !d.After(due) {
				continue
			}
			var done calendar.Date
			for j, met := range f.Events {
				if met.Kind == c.Duty.metBy() && done.IsZero() && (j > i || duty != DutyRespond) {
					done = met.Date
				}
			}
			if done.IsZero() || done.After(d) || done == d && r.Charge.CountCure {
				fails = true
			}
			if d == due.AddDays(1) && (done.IsZero() || done.After(due)) {
				starts = true
			}
		}
	}
	return fails, starts
}

// referenceBeyond tells whether the day is one of suspension beyond the grace.
func referenceBeyond(r Registration, f RegistrationFacts, d calendar.Date) bool {
	down := func(d calendar.Date) (bool, calendar.Date) {
		var since calendar.Date
		for _, e := range f.Events {
			switch {
			case e.Date.After(d):
			case e.Kind == RegistrationSuspended:
				since = e.Date
			case e.Kind == RegistrationResumed:
				since = calendar.Date{}
			}
		}
		return !since.IsZero(), since
	}
	suspended, since := down(d)
	if !suspended {
		return false
	}
	for x := since; !x.After(d); x = x.AddDays(1) {
		from, _ := x.AddMonths(-r.Grace.Months)
		n := 0
		for y := from.AddDays(1); !y.After(x); y = y.AddDays(1) {
			if is, _ := down(y); is {
				n++
			}
		}
		if x.Sub(since)+1 > r.Grace.PerEvent || n > r.Grace.PerWindow {
			return true
		}
	}
	return false
}

// referenceRun charges one failure, in exact fractions.
func referenceRun(r Registration, f RegistrationFacts, began calendar.Date, days []calendar.Date) *big.Int {
	base := func(d calendar.Date) *big.Rat {
		b := f.Base.Rat()
		for _, e := range f.Events {
			if e.Kind == RegistrationBase && !e.Date.After(d) {
				b = e.Base.Rat()
			}
		}
		return b // dollars × percent are cents
	}
	total := new(big.Int)
	add := func(cents *big.Rat) {
		twice := new(big.Int).Mul(cents.Num(), big.NewInt(2))
		twice.Add(twice, cents.Denom())
		total.Add(total, twice.Quo(twice, new(big.Int).Mul(cents.Denom(), big.NewInt(2)))) // half up
	}
	add(new(big.Rat).Mul(base(began), r.Charge.Initial.Rat()))
	next := func(n int) calendar.Date {
		if r.Charge.Unit == calendar.Months {
			d, _ := began.AddMonths(n * r.Charge.Every)
			return d
		}
		return began.AddDays(n * r.Charge.Every)
	}
	for n := 0; n == 0 || len(days) > 0 && !next(n).After(days[len(days)-1]); n++ {
		step := r.Charge.Steps[0]
		for _, s := range r.Charge.Steps {
			if s.From <= next(n).Sub(began)+1 {
				step = s
			}
		}
		length := next(n + 1).Sub(next(n))
		sum, filled, last := new(big.Rat), 0, calendar.Date{}
		for _, d := range days {
			if !d.Before(next(n)) && d.Before(next(n+1)) {
				sum.Add(sum, base(d))
				filled, last = filled+1, d
			}
		}
		switch {
		case step.Partial == PartialFull:
			add(new(big.Rat).Mul(base(next(n)), step.Percent.Rat()))
		case step.Partial == PartialProRata:
			add(sum.Mul(sum, step.Percent.Rat()).Quo(sum, big.NewRat(int64(length), 1)))
		case filled == length:
			add(new(big.Rat).Mul(base(last), step.Percent.Rat()))
		}
	}
	return total
}

// randomRegistration is an agreement and a log that can have happened.
func randomRegistration(rng *rand.Rand) (Registration, RegistrationFacts) {
	r := focusCharged()
	partials := []RegistrationPartial{PartialProRata, PartialFull, PartialNone}
	r.Charge.Overlap = []RegistrationOverlap{OverlapOnce, OverlapEach}[rng.IntN(2)]
	r.Charge.CountCure = rng.IntN(2) == 0
	r.Charge.Initial = decimal.New(rng.Int64N(300), -2)
	r.Charge.Steps = []RegistrationStep{{1, decimal.New(1+rng.Int64N(300), -2), partials[rng.IntN(3)]}}
	if rng.IntN(2) == 0 {
		r.Charge.Steps = append(r.Charge.Steps, RegistrationStep{2 + rng.IntN(60), decimal.New(1+rng.Int64N(300), -2), partials[rng.IntN(3)]})
	}
	if r.Charge.Every = 7 + rng.IntN(40); rng.IntN(2) == 0 {
		r.Charge.Every, r.Charge.Unit = 1, calendar.Months
	}
	r.Grace = RegistrationGrace{PerEvent: 1 + rng.IntN(20), PerWindow: 1 + rng.IntN(30), Months: 1 + rng.IntN(12)}
	r.Grace.PerWindow = min(r.Grace.PerWindow, 28*r.Grace.Months)
	f := focusLog()
	f.Base, f.Reviewed = decimal.New(1+rng.Int64N(100_000_000), -2), yesNo(rng.IntN(2) == 0)
	at := f.Events[0].Date
	push := func(kind RegistrationEventKind, within int) {
		at = at.AddDays(rng.IntN(within + 1))
		e := happened(kind, at)
		if kind == RegistrationBase {
			e.Base = decimal.New(rng.Int64N(100_000_000), -2)
		}
		f.Events = append(f.Events, e)
	}
	push(RegistrationFiled, 60)
	if f.Reviewed == law.Yes {
		for range rng.IntN(3) {
			push(RegistrationComments, 20)
			if rng.IntN(3) > 0 {
				push(RegistrationResponse, 30)
			}
		}
	}
	if rng.IntN(4) == 0 {
		push(RegistrationBase, 60)
	}
	if rng.IntN(5) > 0 {
		push(RegistrationEffective, 60)
		for range rng.IntN(5) {
			push(RegistrationSuspended, 60)
			push(RegistrationResumed, 40)
		}
	}
	if rng.IntN(3) == 0 {
		push([]RegistrationEventKind{RegistrationSold, RegistrationFree}[rng.IntN(2)], 100)
	}
	return r, f
}

func TestRegistrationChargesReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(2002, 11))
	charged := 0
	for range 150 {
		r, f := randomRegistration(rng)
		on := f.Events[0].Date.AddDays(rng.IntN(500))
		got := mustOn(t, r, f, on)
		want := referenceCharges(t, r, f, on)
		if got.Charges.Accrued.Mul(dec("100")).BigInt().Cmp(want) != 0 {
			data, _ := json.MarshalIndent(struct {
				R Registration
				F RegistrationFacts
			}{r, f}, "", " ")
			t.Fatalf("on %s: %s, want %s cents: %s\n%s", on, got.Charges.Accrued, want, amounts(got.Charges), data)
		}
		if want.Sign() > 0 {
			charged++
		}
	}
	if charged < 50 {
		t.Errorf("only %d of 150 cases were charged", charged)
	}
}

// What holds of every agreement on every day.
func TestRegistrationProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		r, f := randomRegistration(rng)
		if rng.IntN(2) == 0 {
			top := decimal.Max(r.Charge.Initial, r.Charge.Steps[0].Percent, r.Charge.Steps[len(r.Charge.Steps)-1].Percent)
			r.Charge.CapPeriod, r.Charge.CapTotal = top.Add(decimal.New(rng.Int64N(100), -2)), top.Add(decimal.New(rng.Int64N(500), -2))
		}
		var before decimal.Decimal
		for i := range 60 {
			on := f.Events[0].Date.AddDays(i * 7)
			got := mustOn(t, r, f, on)
			c := got.Charges
			if c.Accrued.LessThan(before) {
				t.Fatalf("charges fall from %s to %s by %s: %s", before, c.Accrued, on, amounts(c))
			}
			before = c.Accrued
			if limit := f.Base.Mul(r.Charge.CapTotal).Div(dec("100")); r.Charge.CapTotal.Sign() > 0 && c.Accrued.GreaterThan(limit) {
				t.Fatalf("%s is charged, past the cap of %s", c.Accrued, limit)
			}
			if g := got.Grace; g != nil && (g.Left < 0 || g.Used < 0 || g.Left > r.Grace.PerEvent || g.Left > r.Grace.PerWindow) {
				t.Fatalf("grace on %s: %+v of %+v", on, *g, r.Grace)
			}
			var sum decimal.Decimal
			for k, row := range c.Schedule {
				sum = sum.Add(row.Amount)
				if row.Amount.Sign() < 0 || row.Cut.Sign() < 0 || row.Days > row.Length || row.Through.After(on) || row.Through.Before(row.From) {
					t.Fatalf("row %+v", row)
				}
				window, limit := row.Amount, row.Base.Mul(r.Charge.CapPeriod).Div(dec("100"))
				for j := k - 1; j >= 0 && r.Charge.boundary(c.Schedule[j].From, 1).After(row.From); j-- {
					window = window.Add(c.Schedule[j].Amount)
				}
				if r.Charge.CapPeriod.Sign() > 0 && row.Amount.Sign() > 0 && window.GreaterThan(limit) {
					t.Fatalf("%s within a period, past the cap of %s: %s", window, limit, amounts(c))
				}
			}
			if !sum.Equal(c.Accrued) {
				t.Fatalf("the rows add up to %s, not %s", sum, c.Accrued)
			}
		}
	}
}

// A later filing never lowers what is charged, each failure for itself.
func TestRegistrationLaterFiling(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	grew := 0
	for range 40 {
		r, _ := randomRegistration(rng)
		r.Charge.Overlap = OverlapEach
		if rng.IntN(2) == 0 {
			top := decimal.Max(r.Charge.Initial, r.Charge.Steps[0].Percent, r.Charge.Steps[len(r.Charge.Steps)-1].Percent)
			r.Charge.CapTotal = top.Add(decimal.New(rng.Int64N(500), -2))
		}
		on := day(2003, time.December, 1)
		var before decimal.Decimal
		for filed := day(2002, time.December, 20); filed.Before(on); filed = filed.AddDays(1 + rng.IntN(9)) {
			f := focusLog(happened(RegistrationFiled, filed))
			if effective := filed.AddDays(40); effective.Before(on) {
				f.Events = append(f.Events, happened(RegistrationEffective, effective))
			}
			accrued := mustOn(t, r, f, on).Charges.Accrued
			if accrued.LessThan(before) {
				t.Fatalf("filing on %s costs %s, less than %s a little earlier, under %+v", filed, accrued, before, r.Charge)
			}
			if accrued.GreaterThan(before) {
				grew++
			}
			before = accrued
		}
	}
	if grew < 100 {
		t.Errorf("charges grew only %d times", grew)
	}
}
