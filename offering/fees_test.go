package offering

import (
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// agency is the placement agent's term sheet: 7% and 1% of the gross, and
// 85,000 at the closing.
func agency() Waterfall {
	return Waterfall{
		Rounding: exact.Nearest, Authority: law.Citation{Cite: "Term Sheet"},
		Fees: []Fee{
			{Payee: "agent", Basis: PercentOfGross, Percent: dec("7")},
			{Payee: "expenses", Basis: PercentOfGross, Percent: dec("1")},
			{Payee: "counsel", Basis: Fixed, Amount: dec("85000")},
		},
	}
}

func paidOf(p Proceeds) []string {
	var out []string
	for _, line := range p.Lines {
		out = append(out, line.Paid.StringFixed(2))
	}
	return append(out, p.Company.StringFixed(2))
}

func TestWaterfall(t *testing.T) {
	for _, tt := range []struct {
		gross string
		want  []string
	}{
		{"768000.00", []string{"53760.00", "7680.00", "85000.00", "621560.00"}},
		{"19996365.64", []string{"1399745.59", "199963.66", "85000.00", "18311656.39"}},
		{"100000", []string{"7000.00", "1000.00", "85000.00", "7000.00"}},
		{"92391.30", []string{"6467.39", "923.91", "85000.00", "0.00"}}, // all of it, to the cent
	} {
		p, err := agency().Pay(dec(tt.gross), 0)
		if err != nil || !slices.Equal(paidOf(p), tt.want) || p.Shortfall.Sign() != 0 {
			t.Errorf("%s: %q, short %s, %v", tt.gross, paidOf(p), p.Shortfall, err)
		}
		roundTrip(t, p)
	}
	p, err := Waterfall{Fees: agency().Fees[:1]}.Pay(dec("19996365.64"), 0)
	if err != nil || !p.Company.Equal(dec("18596620.05")) {
		t.Errorf("%s, %v", p.Company, err)
	}
	want := `1. Fees are rounded to the nearest (halves up) to the cent, because the waterfall does not say.
2. The one fee comes to 1,399,745.59 of 19,996,365.64; the company gets the rest, 18,596,620.05.`
	if got := p.Why.String(); got != want {
		t.Errorf("got\n%s", got)
	}
	if got := p.Lines[0].Why.String(); got != "1. 7% of 19,996,365.64 is 1,399,745.5948; rounded to the nearest (halves up) to the cent that is 1,399,745.59." {
		t.Error(got)
	}
}

// Fees above the proceeds are an answer that names who is short of what.
func TestWaterfallShortfall(t *testing.T) {
	p, err := agency().Pay(dec("90000"), 0)
	if err != nil || !slices.Equal(paidOf(p), []string{"6300.00", "900.00", "82800.00", "0.00"}) {
		t.Fatal(paidOf(p), err)
	}
	if !p.Shortfall.Equal(dec("2200")) || !p.Lines[2].Short.Equal(dec("2200")) || !p.Charged.Equal(dec("92200")) {
		t.Errorf("%s, %s, %s", p.Shortfall, p.Lines[2].Short, p.Charged)
	}
	if got := p.Why[1].String(); got != "3 fees come to 92,200, 2,200 more than the proceeds of 90,000; they are paid in order as far as that goes, "+
		"and the company gets nothing. [Term Sheet]" {
		t.Error(got)
	}
	if got := p.Lines[2].Why[1].Code; got != codeFeesShort {
		t.Error(got)
	}
	if got := p.Lines[2].Why[1].Text; got != "The proceeds leave 82,800 for it, 2,200 too little." {
		t.Error(got)
	}
}

func TestWaterfallCap(t *testing.T) {
	w := Waterfall{Fees: []Fee{{
		Payee: "agent", Basis: PercentOfGross, Percent: dec("7"), Cap: dec("60000"), Taken: dec("50000"),
		Authority: law.Citation{Cite: "§4"},
	}}}
	for _, tt := range []struct{ taken, want string }{
		{"0", "53760"},
		{"6240", "53760"},
		{"6240.01", "53759.99"},
		{"50000", "10000"},
		{"60000", "0"},
		{"70000", "0"},
	} {
		w.Fees[0].Taken = dec(tt.taken)
		p, err := w.Pay(dec("768000"), 0)
		if err != nil || !p.Fees.Equal(dec(tt.want)) || !p.Company.Equal(dec("768000").Sub(dec(tt.want))) {
			t.Errorf("after %s: %s, %v", tt.taken, p.Fees, err)
		}
		if capped := tt.want != "53760"; p.Lines[0].Why.Has("offering.fees.cap") != capped {
			t.Errorf("after %s: %s", tt.taken, p.Lines[0].Why)
		}
		if tt.taken == "50000" && p.Lines[0].Why[1].String() != "The cap of 60,000, of which earlier closings took 50,000, leaves 10,000 of that. [§4]" {
			t.Error(p.Lines[0].Why[1])
		}
	}
	// A cap that nothing counts against yet says nothing of earlier closings.
	w.Fees[0].Cap, w.Fees[0].Taken = dec("50000"), decimal.Decimal{}
	p, err := w.Pay(dec("768000"), 0)
	if err != nil || p.Lines[0].Why[1].Text != "The cap of 50,000 leaves 50,000 of that." {
		t.Errorf("%s, %v", p.Lines[0].Why, err)
	}
}

// Random waterfalls against rationals: nothing is lost, nobody is paid before
// the line above, and every charge is its exact value rounded once.
func TestWaterfallAgainstReference(t *testing.T) {
	short := 0
	for seed := range uint64(2000) {
		random := source(seed)
		w := Waterfall{Rounding: exact.Roundings()[random.IntN(5)]}
		gross, shares := decimal.New(1+random.Int64N(1e9), -2), 1+random.Int64N(1e6)
		var unrounded []*big.Rat
		for range 1 + random.IntN(6) {
			f := Fee{Payee: "P", Basis: []FeeBasis{PercentOfGross, Fixed, PerShare}[random.IntN(3)]}
			x := new(big.Rat)
			switch f.Basis {
			case PercentOfGross:
				f.Percent = decimal.New(1+random.Int64N(30_000), -3)
				x.Mul(rat(gross), rat(f.Percent)).Quo(x, big.NewRat(100, 1))
			case Fixed:
				f.Amount = decimal.New(1+random.Int64N(1e8), -2)
				x = rat(f.Amount)
			case PerShare:
				f.Amount = decimal.New(1+random.Int64N(50_000), -5)
				x.Mul(rat(f.Amount), new(big.Rat).SetInt64(shares))
			}
			if random.IntN(4) == 0 {
				f.Cap, f.Taken = decimal.New(1+random.Int64N(1e7), -2), decimal.New(random.Int64N(1e6), -2)
			}
			w.Fees, unrounded = append(w.Fees, f), append(unrounded, x)
		}
		p, err := w.Pay(gross, shares)
		if err != nil {
			t.Fatal(err)
		}
		left, charged := gross, decimal.Decimal{}
		for i, line := range p.Lines {
			charge := decimal.NewFromBigInt(refRound(new(big.Rat).Mul(unrounded[i], big.NewRat(100, 1)), w.Rounding), -2)
			if f := w.Fees[i]; f.Cap.Sign() > 0 {
				charge = decimal.Min(charge, decimal.Max(decimal.Decimal{}, f.Cap.Sub(f.Taken)))
			}
			if !line.Charge.Equal(charge) || !line.Paid.Equal(decimal.Min(charge, left)) || !line.Paid.Add(line.Short).Equal(charge) {
				t.Fatalf("seed %d, line %d: %+v, want %s of %s", seed, i, line, charge, left)
			}
			left, charged = left.Sub(line.Paid), charged.Add(charge)
		}
		if !p.Company.Equal(left) || !p.Fees.Add(p.Company).Equal(gross) || !p.Charged.Equal(charged) || !p.Shortfall.Equal(charged.Sub(p.Fees)) {
			t.Fatalf("seed %d: %+v", seed, p)
		}
		if p.Why.Has("offering.fees.shortfall") != (p.Shortfall.Sign() > 0) || p.Shortfall.Sign() > 0 && p.Company.Sign() > 0 {
			t.Fatalf("seed %d: company %s, short %s", seed, p.Company, p.Shortfall)
		}
		if p.Shortfall.Sign() > 0 {
			short++
		}
	}
	if short < 100 {
		t.Errorf("only %d fell short", short)
	}
}

func TestWaterfallRefuses(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Waterfall)
		kind   error
		field  string
	}{
		{"no fees", func(w *Waterfall) { w.Fees = nil }, law.ErrMissing, "fees"},
		{"rounding", func(w *Waterfall) { w.Rounding = "x" }, law.ErrInvalid, "rounding"},
		{"no payee", func(w *Waterfall) { w.Fees[0].Payee = " " }, law.ErrMissing, "fees[0].payee"},
		{"no basis", func(w *Waterfall) { w.Fees[0].Basis = "" }, law.ErrMissing, "fees[0].basis"},
		{"no percent", func(w *Waterfall) { w.Fees[0].Percent = decimal.Decimal{} }, law.ErrMissing, "fees[0].percent"},
		{"percent below zero", func(w *Waterfall) { w.Fees[0].Percent = dec("-7") }, law.ErrRange, "fees[0].percent"},
		{"percent hostile", func(w *Waterfall) { w.Fees[0].Percent = decimal.New(1, 1e9) }, law.ErrRange, "fees[0].percent"},
		{"percent huge", func(w *Waterfall) { w.Fees[0].Percent = dec("1e18") }, law.ErrRange, "fees[0]"},
		{"fixed and percent", func(w *Waterfall) { w.Fees[2].Percent = dec("1") }, law.ErrConflict, "fees[2].percent"},
		{"percent and amount", func(w *Waterfall) { w.Fees[1].Amount = dec("1") }, law.ErrConflict, "fees[1].amount"},
		{"mills", func(w *Waterfall) { w.Fees[2].Amount = dec("1.001") }, law.ErrInvalid, "fees[2].amount"},
		{"per share of none", func(w *Waterfall) { w.Fees[2].Basis = PerShare }, law.ErrMissing, "fees[2].amount"},
		{"taken without cap", func(w *Waterfall) { w.Fees[1].Taken = dec("1") }, law.ErrConflict, "fees[1].taken"},
		{"cap below zero", func(w *Waterfall) { w.Fees[1].Cap = dec("-1") }, law.ErrRange, "fees[1].cap"},
		{"sum", func(w *Waterfall) {
			w.Fees[1] = Fee{Payee: "A", Basis: Fixed, Amount: decimal.New(math.MaxInt64, -2)}
		}, law.ErrRange, "fees[1].amount"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := agency()
			tt.change(&w)
			p, err := w.Pay(dec("768000"), 0)
			wantFaults(t, err, tt.field)
			wantFault(t, err, tt.kind, tt.field)
			if p.Lines != nil {
				t.Errorf("a refusal came with %+v", p)
			}
		})
	}
	_, err := agency().Pay(dec("0"), -1)
	wantFaults(t, err, "gross", "shares")
	_, err = Waterfall{Fees: make([]Fee, 500)}.Pay(dec("1"), 1)
	if faults := allFaults(t, err); len(faults) != 201 || !strings.Contains(err.Error(), "400 more faulty rows") {
		t.Errorf("%d faults", len(faults))
	}
}

func TestSplitCents(t *testing.T) {
	days := func(amount string, n int64) decimal.Decimal { return dec(amount).Mul(decimal.NewFromInt(n)) }
	for _, tt := range []struct {
		total   string
		weights []decimal.Decimal
		want    []string
	}{
		{"100.00", []decimal.Decimal{days("30000", 10), days("20000", 30)}, []string{"33.33", "66.67"}},
		{"125000", []decimal.Decimal{dec("50000"), dec("60000"), dec("40000")}, []string{"41666.67", "50000.00", "33333.33"}},
		{"0.01", []decimal.Decimal{dec("0.000000000000000001"), dec("1")}, []string{"0.00", "0.01"}},
		{"1", []decimal.Decimal{dec("1e18"), {}, dec("1e18")}, []string{"0.50", "0.00", "0.50"}},
		{"7", []decimal.Decimal{dec("1.50"), dec("1.5"), dec("15e-1")}, []string{"2.34", "2.33", "2.33"}},
	} {
		got, err := SplitCents(dec(tt.total), tt.weights)
		var text []string
		for _, part := range got {
			text = append(text, part.StringFixed(2))
		}
		if err != nil || !slices.Equal(text, tt.want) {
			t.Errorf("%s by %v: %q, %v", tt.total, tt.weights, text, err)
		}
	}
	for _, tt := range []struct {
		total   decimal.Decimal
		weights []decimal.Decimal
		kind    error
		field   string
	}{
		{decimal.Decimal{}, []decimal.Decimal{dec("1")}, law.ErrMissing, "total"},
		{dec("1.001"), []decimal.Decimal{dec("1")}, law.ErrInvalid, "total"},
		{dec("1"), nil, law.ErrConflict, "weights"},
		{dec("1"), []decimal.Decimal{{}}, law.ErrConflict, "weights"},
		{dec("1"), []decimal.Decimal{dec("1"), dec("-1")}, law.ErrRange, "weights[1]"},
		{dec("1"), []decimal.Decimal{dec("1"), decimal.New(1, -1e9)}, law.ErrRange, "weights[1]"},
		{dec("1"), []decimal.Decimal{dec("1e18"), dec("0.1")}, law.ErrRange, "weights[0]"},
	} {
		_, err := SplitCents(tt.total, tt.weights)
		wantFaults(t, err, tt.field)
		wantFault(t, err, tt.kind, tt.field)
	}
}

func TestAccept(t *testing.T) {
	s := Subscriptions{AmountLimit: dec("125000"), Authority: law.Citation{Cite: "Escrow §2"}}
	a, err := s.Accept(three())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range a.Rows {
		got = append(got, row.Accepted.StringFixed(2), row.Refund.StringFixed(2))
	}
	if !slices.Equal(got, []string{"41666.67", "8333.33", "50000.00", "10000.00", "33333.33", "6666.67"}) {
		t.Errorf("%q", got)
	}
	if !a.Accepted.Equal(dec("125000")) || !a.Refund.Equal(dec("25000")) || a.AmountLeft.Sign() != 0 {
		t.Errorf("%+v", a)
	}
	if got := a.Why.String(); got != "1. The orders ask for $150,000.00 after minimum and maximum, more than the limit of $125,000.00; "+
		"they are cut back pro rata, by largest remainder in cents. [Escrow §2]" {
		t.Error(got)
	}
	roundTrip(t, a)
	// It is Allocate without a price, where the amount signed for is owed.
	for seed := range uint64(500) {
		terms, orders := limitedBook(seed)
		terms.ShareLimit, terms.Lot, terms.Shares, terms.Owed = 0, 0, 0, Signed
		s := Subscriptions{AmountLimit: terms.AmountLimit, OrderMinimum: terms.OrderMinimum, OrderMaximum: terms.OrderMaximum}
		a, err := s.Accept(orders)
		if s.AmountLimit.Sign() == 0 && s.OrderMinimum.Sign() == 0 {
			wantFault(t, err, law.ErrMissing, "amount_limit")
			continue
		}
		b, err2 := Allocate(terms, orders)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		var nothing decimal.Decimal // accepted where it buys nothing
		for i, row := range a.Rows {
			// What buys no share is accepted where no price is.
			if row.Accepted.Equal(b.Rows[i].Accepted) == b.Rows[i].Why.Has("offering.no_share") || !row.Accepted.Add(row.Refund).Equal(row.Amount) {
				t.Fatalf("seed %d: %+v, allocated %+v", seed, row, b.Rows[i])
			}
			checkRefund(t, row.Why, rat(row.Refund))
			nothing = nothing.Add(row.Accepted).Sub(b.Rows[i].Accepted)
		}
		if !a.Accepted.Equal(b.Accepted.Add(nothing)) || s.AmountLimit.Sign() > 0 && !a.AmountLeft.Add(nothing).Equal(b.AmountLeft) || !a.Accepted.Add(a.Refund).Equal(a.Amount) {
			t.Fatalf("seed %d: %+v", seed, a)
		}
		roundTrip(t, a)
	}
	_, err = Subscriptions{AmountLimit: dec("-1")}.Accept(nil)
	wantFaults(t, err, "amount_limit", "orders")
}
