package offering

import (
	"math"
	"math/big"
	"runtime"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func TestSharesRefuses(t *testing.T) {
	widest := strings.Repeat("9", exact.MaxDigits)
	tests := []struct {
		name          string
		amount, price decimal.Decimal
		r             exact.Rounding
		kind          error
		field         string
	}{
		{"amount left out", decimal.Decimal{}, dec("1"), exact.Nearest, law.ErrMissing, "amount"},
		{"price left out", dec("1"), decimal.Decimal{}, exact.Nearest, law.ErrMissing, "price"},
		{"price zero with places", dec("1"), dec("0.00"), exact.Nearest, law.ErrMissing, "price"},
		{"rounding left out", dec("1"), dec("1"), "", law.ErrMissing, "rounding"},
		{"rounding unknown", dec("1"), dec("1"), "bankers", law.ErrInvalid, "rounding"},
		{"amount below zero", dec("-1"), dec("1"), exact.Nearest, law.ErrRange, "amount"},
		{"price below zero", dec("1"), dec("-0.96"), exact.Nearest, law.ErrRange, "price"},
		{"one digit too many", decimal.NewFromBigInt(kernel.BigPow10(exact.MaxDigits), 0), decimal.NewFromBigInt(kernel.BigPow10(30), 0), exact.Nearest, law.ErrRange, "amount"},
		{"too many digits", dec("1" + widest), dec("1"), exact.Nearest, law.ErrRange, "amount"},
		{"too many digits below zero", dec("-1" + widest), dec("1"), exact.Nearest, law.ErrRange, "amount"},
		{"too many places", dec("1"), decimal.New(1, -exact.MaxExponent-1), exact.Nearest, law.ErrRange, "price"},
		{"too large a power", decimal.New(1, exact.MaxExponent+1), dec("1"), exact.Nearest, law.ErrRange, "amount"},
		{"too many shares", dec("9223372036854775808"), dec("1"), exact.Nearest, law.ErrRange, "amount"},
		{"too many shares once rounded", dec("9223372036854775807.5"), dec("1"), exact.Nearest, law.ErrRange, "amount"},
		{"too many shares, wide", dec(widest), dec("0.000000000000000001"), exact.Down, law.ErrRange, "amount"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Shares(tt.amount, tt.price, tt.r)
			wantFaults(t, err, tt.field)
			wantFault(t, err, tt.kind, tt.field)
			if p.Shares != 0 || p.Why != nil {
				t.Errorf("a refusal came with the answer %+v", p)
			}
		})
	}
	if _, err := Shares(dec("9223372036854775807.5"), dec("1"), exact.Down); err != nil {
		t.Errorf("the largest count, rounded down to: %v", err)
	}
	_, err := Shares(dec("-5.10"), decimal.New(3, 30), "x")
	want := `amount: -5.10 is below zero; price: has the exponent 30, beyond -18 to 18; ` +
		`rounding: "x" must be one of: down, up, nearest, half even, half down`
	if err == nil || err.Error() != want {
		t.Errorf("all faults at once:\n%v\nwant\n%s", err, want)
	}
}

// A number of 39 digits is refused for its digits, on either side of zero, and
// one of 38 for its sign alone.
func TestMostDigits(t *testing.T) {
	beyond := decimal.NewFromBigInt(kernel.BigPow10(exact.MaxDigits), 0)
	most := beyond.Sub(decimal.NewFromInt(1))
	if _, err := Shares(most, most, exact.Nearest); err != nil {
		t.Error(err)
	}
	for _, tt := range []struct {
		amount decimal.Decimal
		want   string
	}{
		{beyond, "amount: has more than 38 digits"},
		{beyond.Neg(), "amount: has more than 38 digits"},
		{most.Neg(), "amount: -" + strings.Repeat("9", 38) + " is below zero"},
	} {
		if _, err := Shares(tt.amount, dec("1"), exact.Nearest); err == nil || err.Error() != tt.want {
			t.Error(err)
		}
	}
}

// A decimal that would take minutes to scale is refused before it is touched.
func TestHostileDecimalsAreRefusedAtOnce(t *testing.T) {
	million := decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(1_000_000), nil), 0)
	hostile := []decimal.Decimal{
		decimal.New(1, 1e9), decimal.New(1, -1e9), decimal.New(0, 1e9), decimal.New(-1, math.MaxInt32),
		decimal.New(7, math.MinInt32), million, million.Neg(), million.Shift(-18),
	}
	const calls = 100
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range calls {
		for _, d := range hostile {
			_, err := Shares(d, dec("0.96"), exact.Nearest)
			wantFault(t, err, law.ErrRange, "amount")
			_, err = Shares(dec("268000"), d, exact.Nearest)
			wantFault(t, err, law.ErrRange, "price")
			_, err = Allocate(Terms{Price: d, Amount: d}, []Order{{Investor: "A", Amount: d}})
			wantFaults(t, err, "terms.price", "terms.amount", "orders[0].amount")
			if len(err.Error()) > 500 {
				t.Fatalf("a message of %d bytes", len(err.Error()))
			}
		}
	}
	// To scale one of these numbers takes the memory of its digits: 415 kB for the
	// million, and as much as there is for the others.
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / uint64(calls*len(hostile)); each > 100_000 {
		t.Errorf("three refusals of a number took %d bytes", each)
	}
}

// The answer does not depend on how a number is written.
func TestRepresentationDoesNotMatter(t *testing.T) {
	amounts := []decimal.Decimal{
		dec("268000"), dec("268000.00"), decimal.New(268, 3), dec("268000.000000000000000000"), dec("2.68e5"),
		decimal.New(2680, 2),
	}
	prices := []decimal.Decimal{dec("0.96"), dec("0.960"), dec(".96"), decimal.New(960_000, -6), dec("0.960000000000000000")}
	var first Purchase
	for i, amount := range amounts {
		for j, price := range prices {
			p, err := Shares(amount, price, exact.Nearest)
			if err != nil {
				t.Fatal(err)
			}
			b, err := Allocate(Terms{Price: price, Amount: amount}, []Order{{Investor: "A", Amount: amount}})
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 && j == 0 {
				first = p
			}
			if got, want := text(t, p), text(t, first); got != want {
				t.Errorf("%s at %s:\n%s\n%s", amount, price, got, want)
			}
			if row := b.Rows[0]; row.Entitlement != (exact.Mixed{Whole: 279_166, Num: 2, Den: 3}) || row.Why[0].String() != first.Why[0].String() || b.AmountResidual.Sign() != 0 {
				t.Errorf("%s at %s: row %+v", amount, price, row)
			}
		}
	}
}

// Nothing that the program sets in shopspring's package variables changes a
// figure or a word.
func TestHostSettingsDoNotMatter(t *testing.T) {
	terms := Terms{Price: dec("5.499"), Shares: 3, Amount: dec("1e1"), Owed: SharesTimesPrice, TieOut: OnLast}
	orders := []Order{{Investor: "A", Amount: dec("2.4951e1").Truncate(2)}, {Investor: "B", Amount: decimal.New(3, 2)}}
	figures := func() string {
		p, err := Shares(dec("268000.10"), dec("96e-2"), exact.Nearest)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Allocate(terms, orders)
		if err != nil {
			t.Fatal(err)
		}
		_, refused := Shares(decimal.New(-268, 3), dec("-0.960"), exact.Nearest)
		out := p.Why.String() + rat(p.Cost).String() + rat(p.Difference).String() + b.Why.String() + refused.Error()
		for _, row := range b.Rows {
			out += row.Why.String() + rat(row.Due).String() + rat(row.Difference).String()
		}
		return out
	}
	before := figures()
	hostSettings(t)
	if after := figures(); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
	p, err := Shares(dec("268000"), dec("0.96"), exact.Nearest)
	if err != nil {
		t.Fatal(err)
	}
	roundTrip(t, p)
}
