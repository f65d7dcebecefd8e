package offering

import (
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// A price written to 18 places is as good as the same price written shortly.
func TestPriceIsTrimmed(t *testing.T) {
	b, err := Tabulate(Terms{Price: dec("12.500000000000000000")}, []Order{{Investor: "A", Amount: dec("100.000000000000000000")}})
	if err != nil || b.Shares != 8 || b.Cost.Exponent() != -2 {
		t.Errorf("%+v, %v", b, err)
	}
}

func TestAllocateRefuses(t *testing.T) {
	cents := dec("92233720368547758.07") // the most cents an int64 holds
	tests := []struct {
		name   string
		change func(*Terms, *[]Order)
		kind   error
		fields []string
	}{
		{"price left out", func(t *Terms, _ *[]Order) { t.Price = decimal.Decimal{} }, law.ErrMissing, []string{"terms.price"}},
		{"price below zero", func(t *Terms, _ *[]Order) { t.Price = dec("-0.96") }, law.ErrRange, []string{"terms.price"}},
		{"price too fine", func(t *Terms, _ *[]Order) { t.Price = dec("10.00000000000000001") }, law.ErrRange, []string{"terms.price"}},
		{"price too high", func(t *Terms, _ *[]Order) { t.Price = dec("1e16") }, law.ErrRange, []string{"terms.price"}},
		{"price too wide", func(t *Terms, _ *[]Order) { t.Price = dec("12345678901234567890.12") }, law.ErrRange, []string{"terms.price"}},
		{"no orders", func(_ *Terms, o *[]Order) { *o = nil }, law.ErrMissing, []string{"orders"}},
		{"shares below zero", func(t *Terms, _ *[]Order) { t.Shares = -1 }, law.ErrRange, []string{"terms.shares"}},
		{"nothing to tie out to", func(t *Terms, _ *[]Order) { t.Shares, t.TieOut = 0, OnLast }, law.ErrMissing, []string{"terms.shares"}},
		{"amount below zero", func(t *Terms, _ *[]Order) { t.Amount = dec("-1") }, law.ErrRange, []string{"terms.amount"}},
		{"fraction of a cent stated", func(t *Terms, _ *[]Order) { t.Amount = dec("768000.001") }, law.ErrInvalid, []string{"terms.amount"}},
		{"too much stated", func(t *Terms, _ *[]Order) { t.Amount = dec("92233720368547758.1") }, law.ErrRange, []string{"terms.amount"}},
		{"hostile zero", func(t *Terms, _ *[]Order) { t.Amount = decimal.New(0, 1e9) }, law.ErrRange, []string{"terms.amount"}},
		{
			"words", func(t *Terms, _ *[]Order) { t.Rounding, t.TieOut, t.Owed, t.Cents = "a", "b", "c", "d" }, law.ErrInvalid,
			[]string{"terms.rounding", "terms.tie_out", "terms.owed", "terms.cents"},
		},
		{"fraction of a cent", func(_ *Terms, o *[]Order) { (*o)[1].Amount = dec("268000.005") }, law.ErrInvalid, []string{"orders[1].amount"}},
		{"order left out", func(_ *Terms, o *[]Order) { (*o)[1] = Order{} }, law.ErrMissing, []string{"orders[1].investor", "orders[1].amount"}},
		{"order below zero", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("-5") }, law.ErrRange, []string{"orders[0].amount"}},
		{"order too large", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("92233720368547758.08") }, law.ErrRange, []string{"orders[0].amount"}},
		{"whole dollars too many", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("184467440737095517") }, law.ErrRange, []string{"orders[0].amount"}},
		{"order far too large", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("1e18") }, law.ErrRange, []string{"orders[0].amount"}},
		{"order too wide", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("12345678901234567890.12") }, law.ErrRange, []string{"orders[0].amount"}},
		{"name twice", func(_ *Terms, o *[]Order) { (*o)[1].Investor = " Shimshon Visnstein" }, law.ErrDuplicate, []string{"orders[1].investor"}},
		{"name of spaces", func(_ *Terms, o *[]Order) { (*o)[1].Investor = " \t" }, law.ErrMissing, []string{"orders[1].investor"}},
		{"name not text", func(_ *Terms, o *[]Order) { (*o)[1].Investor = "A\xff" }, law.ErrInvalid, []string{"orders[1].investor"}},
		{"sum of cents", func(t *Terms, o *[]Order) { t.Price = dec("1000"); (*o)[0].Amount = cents }, law.ErrRange, []string{"orders[1].amount"}},
		{"shares of one row", func(t *Terms, o *[]Order) { t.Price = dec("0.0000000001"); (*o)[1].Amount = dec("1e10") }, law.ErrRange, []string{"orders[1].amount"}},
		{"sum of shares", func(t *Terms, o *[]Order) {
			t.Price, t.Shares = dec("0.01"), 0
			*o = []Order{{Investor: "A", Amount: dec("50000000000000000")}, {Investor: "B", Amount: dec("1e16")}, {Investor: "C", Amount: dec("1e16")}}
			t.Price = dec("0.007")
		}, law.ErrRange, []string{"orders[2].amount"}},
		{"what is due", func(t *Terms, o *[]Order) {
			t.Price, t.Owed, t.Rounding = dec("1e15"), SharesTimesPrice, Up
			*o = []Order{{Investor: "A", Amount: dec("92000000000000000.01")}}
		}, law.ErrRange, []string{"orders[0].amount"}},
		{"what is due in all", func(t *Terms, o *[]Order) {
			t.Price, t.Owed, t.Rounding = dec("1e15"), SharesTimesPrice, Up
			*o = []Order{{Investor: "A", Amount: dec("45000000000000000.01")}, {Investor: "B", Amount: dec("47000000000000000.01")}}
		}, law.ErrRange, []string{"orders[1].amount"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			terms, orders := focus()
			tt.change(&terms, &orders)
			b, err := Allocate(terms, orders)
			wantFaults(t, err, slices.Clone(tt.fields)...)
			wantFault(t, err, tt.kind, tt.fields[0])
			if b.Rows != nil || b.Why != nil {
				t.Errorf("a refusal came with %+v", b)
			}
		})
	}
	terms, orders := focus()
	orders = append(orders, Order{Investor: "Third", Amount: dec("268000.005")}, Order{Investor: "Alpha Capital A.G.", Amount: dec("1")})
	_, err := Allocate(terms, orders)
	want := `orders[2].amount: 268000.005 has a fraction of a cent; ` +
		`orders[3].investor: "Alpha Capital A.G." is the same as orders[1].investor`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
	_, err = Allocate(terms, make([]Order, 5000))
	if faults := allFaults(t, err); len(faults) != 2*maxRowFaults+1 || !strings.Contains(err.Error(), "4900 more faulty rows") {
		t.Errorf("%d faults", len(faults))
	}
	_, err = Allocate(terms, []Order{{Investor: "A", Amount: cents}, {Investor: "B", Amount: cents}, {Investor: "C", Amount: cents}, {Investor: "D", Amount: cents}})
	wantFaults(t, err, "orders[1].amount")
}

// The largest book: every number at its limit, and nothing lost.
func TestAllocateAtTheLimits(t *testing.T) {
	for _, tt := range []struct{ price, amount string }{
		{"0.01", "92233720368547758.07"},
		{"0.0000000001", "922337203.68"},
		{"0.000000000000000001", "9.22"},
		{"9999999999999999.99", "92233720368547758.07"},
		{"0.999999999999999999", "92233720368547758.07"},
	} {
		for _, r := range []Rounding{Down, Nearest} {
			terms := Terms{Price: dec(tt.price), Rounding: r}
			orders := []Order{{Investor: "A", Amount: dec(tt.amount)}}
			b, err := Allocate(terms, orders)
			if err != nil {
				t.Errorf("%s at %s: %v", tt.amount, tt.price, err)
				continue
			}
			checkBook(t, terms, orders, b)
		}
	}
}
