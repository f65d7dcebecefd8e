package offering

import (
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// A price written to more places than it needs is as good as the same price
// written shortly: it has no fraction of a cent that anybody would have to round.
func TestPriceIsTrimmed(t *testing.T) {
	for _, price := range []string{"12.500000000000000000", "12.500"} {
		terms := Terms{Price: dec(price), Owed: SharesTimesPrice}
		b, err := Allocate(terms, []Order{{Investor: "A", Amount: dec("100.000000000000000000")}})
		if err != nil || b.Shares != 8 || b.Cost.Exponent() != -2 || b.Why.Has("offering.reading.cents.default") {
			t.Errorf("%s: %+v, %v", price, b, err)
		}
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
		{"order of no cents", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("0.00") }, law.ErrMissing, []string{"orders[0].amount"}},
		{"order below zero", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("-5") }, law.ErrRange, []string{"orders[0].amount"}},
		{"order too large", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("92233720368547758.08") }, law.ErrRange, []string{"orders[0].amount"}},
		{"whole dollars too many", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("184467440737095517") }, law.ErrRange, []string{"orders[0].amount"}},
		{"order far too large", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("1e18") }, law.ErrRange, []string{"orders[0].amount"}},
		{"order too wide", func(_ *Terms, o *[]Order) { (*o)[0].Amount = dec("12345678901234567890.12") }, law.ErrRange, []string{"orders[0].amount"}},
		{"name twice", func(_ *Terms, o *[]Order) { (*o)[1].Investor = " Shimshon Visnstein" }, law.ErrDuplicate, []string{"orders[1].investor"}},
		{"name of spaces", func(_ *Terms, o *[]Order) { (*o)[1].Investor = " \t" }, law.ErrMissing, []string{"orders[1].investor"}},
		{"name not text", func(_ *Terms, o *[]Order) { (*o)[1].Investor = "A\xff" }, law.ErrInvalid, []string{"orders[1].investor"}},
		{"minimum above the amount", func(_ *Terms, o *[]Order) {
			*o = []Order{{Investor: "A", Amount: dec("100"), Minimum: dec("101")}}
		}, law.ErrConflict, []string{"orders[0].minimum"}},
		{"minimum of no amount", func(_ *Terms, o *[]Order) {
			*o = []Order{{Investor: "A", Minimum: dec("5")}}
		}, law.ErrMissing, []string{"orders[0].amount"}},
		{"hostile zero minimum", func(_ *Terms, o *[]Order) {
			*o = []Order{{Investor: "A", Amount: dec("100"), Minimum: decimal.New(0, 1e9)}}
		}, law.ErrRange, []string{"orders[0].minimum"}},
		{"hostile zero maximum", func(_ *Terms, o *[]Order) {
			*o = []Order{{Investor: "A", Amount: dec("100"), Maximum: decimal.New(0, 1e9)}}
		}, law.ErrRange, []string{"orders[0].maximum"}},
		{"sum of cents", func(t *Terms, o *[]Order) { t.Price = dec("1000"); (*o)[0].Amount = cents }, law.ErrRange, []string{"orders[1].amount"}},
		{"shares of one row", func(t *Terms, o *[]Order) { t.Price = dec("0.0000000001"); (*o)[1].Amount = dec("1e10") }, law.ErrRange, []string{"orders[1].amount"}},
		{"sum of shares", func(t *Terms, o *[]Order) {
			t.Price, t.Shares = dec("0.01"), 0
			*o = []Order{{Investor: "A", Amount: dec("50000000000000000")}, {Investor: "B", Amount: dec("1e16")}, {Investor: "C", Amount: dec("1e16")}}
			t.Price = dec("0.007")
		}, law.ErrRange, []string{"orders[2].amount"}},
		{"what is due", func(t *Terms, o *[]Order) {
			t.Price, t.Owed, t.Rounding = dec("1e15"), SharesTimesPrice, exact.Up
			*o = []Order{{Investor: "A", Amount: dec("92000000000000000.01")}}
		}, law.ErrRange, []string{"orders[0].amount"}},
		{"what is due in all", func(t *Terms, o *[]Order) {
			t.Price, t.Owed, t.Rounding = dec("1e15"), SharesTimesPrice, exact.Up
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
	if faults := allFaults(t, err); len(faults) != 2*check.MostRows+1 || !strings.Contains(err.Error(), "4900 more faulty rows") {
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
		{"1", "92233720368547758.070"}, // the same cents, with a place more
	} {
		for _, r := range []exact.Rounding{exact.Down, exact.Nearest} {
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

// The largest int64 is 7 × 1,317,624,576,693,539,401: so many shares in lots of
// seven, and so many cents for one lot, are the most there can be.
func TestLotsAtTheLimits(t *testing.T) {
	const part = int64(1_317_624_576_693_539_401)
	for _, tt := range []struct {
		name, price string
		lot         int64
		amount      string
		shares      int64 // zero when refused
		field       string
	}{
		// A lot costs 0.035, and as many lots as fit 46,116,860,184,273,879.035.
		{"all shares", "0.005", 7, "46116860184273879.06", 7 * part, ""},
		{"a lot more", "0.005", 7, "46116860184273879.07", 0, "orders[0].amount"},
		{"all cents for a lot", "0.07", part, "92233720368547758.07", part, ""},
		{"a cent more", "0.02", 1 << 62, "92233720368547758.07", 0, "terms.lot"},
	} {
		b, err := Tabulate(Terms{Price: dec(tt.price), Lot: tt.lot}, amounts(tt.amount))
		if tt.field != "" {
			wantFaults(t, err, tt.field)
			wantFault(t, err, law.ErrRange, tt.field)
			continue
		}
		if err != nil || b.Shares != tt.shares {
			t.Errorf("%s: %d shares, %v", tt.name, b.Shares, err)
		}
	}
}
