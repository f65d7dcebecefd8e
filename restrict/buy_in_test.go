package restrict

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// replaced is the printed example: shares worth $10,000 were not delivered, and
// others cost $11,000 with commissions. SOURCE: a definition of unlegended
// securities on lawinsider.com, "11,000 - 10,000 = $1,000 plus interest".
func replaced() (BuyIn, BuyInFacts) {
	terms := BuyIn{
		Comparator: PurchasePrice, CostCommissions: law.Yes, Rounding: exact.Nearest,
		Interest: DamagesInterest{Percent: dec("15"), Per: PerYear365},
	}
	facts := BuyInFacts{
		Owed: 1000, Due: day(2003, 11, 13), Price: dec("10"),
		Purchases: []BuyInPurchase{{Date: day(2003, 11, 17), Shares: 1000, Cost: dec("10950"), Commissions: dec("50")}},
	}
	return terms, facts
}

func TestBuyInPrinted(t *testing.T) {
	terms, facts := replaced()
	got, err := terms.Assess(facts)
	if err != nil || got.Cents != 1_000_00 || got.CostCents != 11_000_00 || got.AgainstCents != 10_000_00 || got.InterestCents != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	facts.Demanded, facts.Paid = day(2003, 11, 17), day(2004, 11, 16) // 365 days
	got, err = terms.Assess(facts)
	if err != nil || got.InterestCents != 150_00 || got.InterestDays != 365 || got.Due != day(2003, 11, 17) || !got.Why.Has(codeBuyInInterest) {
		t.Errorf("plus interest: %+v, %v", got, err)
	}
	terms.LessDamages, facts.DamagesPaidCents = true, 400_00
	if got, err = terms.Assess(facts); err != nil || got.Cents != 600_00 || got.OffsetCents != 400_00 || got.LossCents != 1_000_00 ||
		!got.Why.Has(codeBuyInOffset) {
		t.Errorf("less damages: %+v, %v", got, err)
	}
	facts.DamagesPaidCents = 4_000_00
	if got, err = terms.Assess(facts); err != nil || got.Cents != 0 || got.OffsetCents != 1_000_00 || got.InterestCents != 0 {
		t.Errorf("less more damages: %+v, %v", got, err)
	}
	terms.LessDamages = false
	if got, err = terms.Assess(facts); err != nil || got.Cents != 1_000_00 {
		t.Errorf("damages beside it: %+v, %v", got, err)
	}
	roundTrip(t, got)
	sameJSON(t, terms)
	sameJSON(t, facts)
}

// TestBuyInAdjustment is the "open market adjustment": cost with brokerage less
// net proceeds, for purchases from the third business day after the closing,
// paid within two business days of the demand. SOURCE: a clause on failure to
// deliver shares on lawinsider.com.
func TestBuyInAdjustment(t *testing.T) {
	terms := BuyIn{
		Comparator: SaleProceeds, CostCommissions: law.Yes, ProceedsCommissions: law.Yes, Waits: 3, PayWithin: 2,
		Calendar: calendar.FederalReserve(), Rounding: exact.Nearest,
	}
	facts := BuyInFacts{
		Owed: 1000, Due: day(2003, 11, 7), Proceeds: dec("9000"), ProceedsCommissions: dec("90"), Demanded: day(2003, 11, 26),
		Purchases: []BuyInPurchase{
			{Date: day(2003, 11, 12), Shares: 500, Cost: dec("5000"), Commissions: dec("25")}, // the second business day
			{Date: day(2003, 11, 13), Shares: 400, Cost: dec("4100"), Commissions: dec("20")},
			{Date: day(2003, 11, 14), Shares: 900, Cost: dec("9450"), Commissions: dec("45")}, // 600 of them
		},
	}
	got, err := terms.Assess(facts)
	want := int64(4_120_00 + 6_330_00 - 8_910_00)
	if err != nil || got.Cents != want || !slices.Equal(got.Counted, []int64{0, 400, 600}) || got.Covered != 1000 ||
		got.Due != day(2003, 12, 1) || !got.Why.Has(codeBuyInNot) { // Thanksgiving is no business day
		t.Errorf("%+v, %v; want %d", got, err, want)
	}
	terms.ProceedsCommissions = law.No
	if got, err = terms.Assess(facts); err != nil || got.Cents != want-90_00 {
		t.Errorf("gross proceeds: %+v, %v", got, err)
	}
	terms.CostCommissions = law.No
	if got, err = terms.Assess(facts); err != nil || got.Cents != 4_100_00+6_300_00-9_000_00 {
		t.Errorf("without commissions: %+v, %v", got, err)
	}
	facts.Purchases = facts.Purchases[1:2] // 400 of 1000 against 400 of the proceeds
	if got, err = terms.Assess(facts); err != nil || got.Cents != 4_100_00-3_600_00 || got.Covered != 400 {
		t.Errorf("in part: %+v, %v", got, err)
	}
}

// TestBuyInComparators has each comparator priced per share, above and below the
// cost.
func TestBuyInComparators(t *testing.T) {
	for _, c := range []Comparator{PurchasePrice, ExercisePrice, ClosingBid, AveragePrice} {
		terms, facts := replaced()
		terms.Comparator, facts.Price = c, dec("10.9999")
		got, err := terms.Assess(facts)
		if err != nil || got.Cents != 10 || !got.Why.Has(codeBuyInLoss) {
			t.Errorf("%s: %+v, %v", c, got, err)
		}
		facts.Price = dec("11.01")
		if got, err = terms.Assess(facts); err != nil || got.Cents != 0 || got.LossCents != 0 || !got.Why.Has(codeBuyInNoLoss) {
			t.Errorf("%s: %+v, %v", c, got, err)
		}
	}
	terms, facts := replaced()
	facts.Price = dec("10.99999500001") // half a cent less a thousandth of one
	for rounding, want := range map[exact.Rounding]int64{exact.Nearest: 0, exact.HalfEven: 0, exact.Down: 0, exact.Up: 1} {
		terms.Rounding = rounding
		if got, err := terms.Assess(facts); err != nil || got.Cents != want {
			t.Errorf("%s: %+v, %v", rounding, got, err)
		}
	}
	facts.Price = dec("10.999995")
	for rounding, want := range map[exact.Rounding]int64{exact.Nearest: 1, exact.HalfEven: 0, exact.Down: 0, exact.Up: 1} {
		terms.Rounding = rounding
		if got, err := terms.Assess(facts); err != nil || got.Cents != want {
			t.Errorf("half a cent, %s: %+v, %v", rounding, got, err)
		}
	}
	facts.Price = dec("10.999985") // a cent and a half
	terms.Rounding = exact.HalfEven
	if got, err := terms.Assess(facts); err != nil || got.Cents != 2 {
		t.Errorf("a cent and a half: %+v, %v", got, err)
	}
}

// TestBuyInReference buys one share at a time, in ten-thousandths of a cent.
func TestBuyInReference(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 37))
	for range 3000 {
		price := r.Int64N(2000)
		terms := BuyIn{Comparator: ClosingBid, CostCommissions: yesNo(r.IntN(2) == 0), LessDamages: r.IntN(2) == 0, Rounding: exact.Down}
		facts := BuyInFacts{
			Owed: 1 + r.Int64N(40), Due: day(2003, 11, 7), Price: decimal.New(price+1, -2), DamagesPaidCents: r.Int64N(3000),
		}
		left, cost := facts.Owed, int64(0)
		for range r.IntN(5) {
			shares := int64(1) << r.IntN(5) // so that a share's part is exact
			each, commission := 1+r.Int64N(3000), r.Int64N(50)
			on := day(2003, 11, 5).AddDays(r.IntN(9))
			facts.Purchases = append(facts.Purchases, BuyInPurchase{on, shares, decimal.New(each*shares, -2), decimal.New(commission*shares, -2)})
			for range shares {
				if left > 0 && on.After(facts.Due) {
					left--
					cost += each
					if terms.CostCommissions == law.Yes {
						cost += commission
					}
				}
			}
		}
		want := max(cost-(facts.Owed-left)*(price+1), 0)
		if terms.LessDamages {
			want = max(want-facts.DamagesPaidCents, 0)
		}
		got, err := terms.Assess(facts)
		if err != nil || got.Cents != want || got.Covered != facts.Owed-left {
			t.Fatalf("%+v, %+v: %+v, %v; want %d", terms, facts, got, err, want)
		}
	}
}

func TestBuyInRefuses(t *testing.T) {
	_, err := BuyIn{}.Assess(BuyInFacts{})
	want := []string{
		"buy_in.comparator: missing", "buy_in.cost_commissions: missing", "buy_in.rounding: missing", "due: missing", "owed: missing", "price: missing",
	}
	if got := faultsOf(t, err); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := faultsOf(t, BuyIn{}.Validate()); !slices.Equal(got, []string{"comparator: missing", "cost_commissions: missing", "rounding: missing"}) {
		t.Errorf("the clause alone: %q", got)
	}
	if terms, _ := replaced(); terms.Validate() != nil {
		t.Errorf("a good clause: %v", terms.Validate())
	}
	terms := BuyIn{
		Comparator: SaleProceeds, CostCommissions: law.Unknown, ProceedsCommissions: "net", Waits: -1, PayWithin: 367,
		Interest: DamagesInterest{Percent: dec("-1")}, Rounding: "up and down",
	}
	facts := BuyInFacts{
		Owed: -1, Due: day(9901, 1, 1), Proceeds: dec("1"), ProceedsCommissions: dec("2"), DamagesPaidCents: -1, Paid: day(2003, 1, 1),
		Purchases: []BuyInPurchase{{}, {day(2003, 1, 1), -1, dec("-1"), decimal.New(1, 100_000_000)}},
	}
	_, err = terms.Assess(facts)
	want = []string{
		"buy_in.calendar: missing", "buy_in.cost_commissions: invalid", "buy_in.interest.per: missing", "buy_in.interest.percent: range",
		"buy_in.pay_within: range", "buy_in.proceeds_commissions: invalid", "buy_in.rounding: invalid", "buy_in.waits: range",
		"damages_paid_cents: range", "due: range", "owed: range", "paid: conflict", "proceeds_commissions: conflict",
		"purchases[0].cost: missing", "purchases[0].date: missing", "purchases[0].shares: missing", "purchases[1].commissions: range",
		"purchases[1].cost: range", "purchases[1].shares: range",
	}
	if got := faultsOf(t, err); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	terms, facts = replaced()
	facts.Proceeds = decimal.New(1, 100_000_000) // never scaled
	if got := faultsOf(t, second(terms.Assess(facts))); !slices.Equal(got, []string{"proceeds: range"}) {
		t.Errorf("%q", got)
	}
	terms, facts = replaced()
	terms.Waits, terms.Calendar = 3, calendar.NYSE()
	facts.Due = day(2100, 12, 31)
	if got, err := terms.Assess(facts); err == nil || !reflect.DeepEqual(got, BuyInFinding{}) {
		t.Errorf("past the calendar: %+v", got)
	}
	terms, facts = replaced()
	facts.Purchases[0].Cost = decimal.New(1, 18)
	if got := faultsOf(t, second(terms.Assess(facts))); !slices.Equal(got, []string{"buy_in: range"}) {
		t.Errorf("%q", got)
	}
}

// second is the error of a call.
func second[T any](_ T, err error) error { return err }

// FuzzBuyInJSON feeds clauses and facts as a service would receive them.
func FuzzBuyInJSON(f *testing.F) {
	terms, facts := replaced()
	a, _ := json.Marshal(terms)
	b, _ := json.Marshal(facts)
	f.Add(string(a), string(b))
	f.Add(`{}`, `{}`)
	f.Add(`{"comparator":"sale proceeds","cost_commissions":"no","proceeds_commissions":"yes","waits":3,"pay_within":2,"calendar":"NYSE","rounding":"up"}`,
		`{"owed":9223372036854775807,"due":"2003-11-07","proceeds":"1e18","demanded":"2003-11-20","through":"9999-12-31",`+
			`"purchases":[{"date":"2003-12-01","shares":9223372036854775807,"cost":"0.000000000000000001"}]}`)
	f.Fuzz(func(t *testing.T, rule, told string) {
		var terms BuyIn
		var facts BuyInFacts
		if json.Unmarshal([]byte(rule), &terms) != nil || json.Unmarshal([]byte(told), &facts) != nil {
			return
		}
		got, err := terms.Assess(facts)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		if got.Cents < 0 || got.Cents > got.LossCents || got.Covered < 0 || got.Covered > facts.Owed || got.InterestCents < 0 ||
			got.Cents+got.OffsetCents != got.LossCents {
			t.Fatalf("%+v", got)
		}
		roundTrip(t, got)
	})
}
