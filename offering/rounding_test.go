package offering

import (
	"math"
	"math/big"
	"testing"

	"github.com/offerkit/offerkit/law"
)

func TestDivide(t *testing.T) {
	tests := []struct {
		num, den                          int64
		down, up, nearest, even, halfDown int64
	}{
		{0, 7, 0, 0, 0, 0, 0},
		{14, 7, 2, 2, 2, 2, 2},
		{1, 3, 0, 1, 0, 0, 0},
		{2, 3, 0, 1, 1, 1, 1},
		{1, 2, 0, 1, 1, 0, 0},
		{3, 2, 1, 2, 2, 2, 1},
		{5, 2, 2, 3, 3, 2, 2},
		{7, 2, 3, 4, 4, 4, 3},
		{268_000_00, 96, 279_166, 279_167, 279_167, 279_167, 279_167},
		{500_000_00, 96, 520_833, 520_834, 520_833, 520_833, 520_833},
		// Rounding the decimal quotient 0.5 instead of the fraction gives 1.
		{50_000_000_000_000_000, 100_000_000_000_000_001, 0, 1, 0, 0, 0},
		{50_000_000_000_000_001, 100_000_000_000_000_001, 0, 1, 1, 1, 1},
		// Twice the remainder passes an int64.
		{math.MaxInt64 - 1, math.MaxInt64, 0, 1, 1, 1, 1},
		{math.MaxInt64, 1, math.MaxInt64, math.MaxInt64, math.MaxInt64, math.MaxInt64, math.MaxInt64},
		{math.MaxInt64, 2, 1<<62 - 1, 1 << 62, 1 << 62, 1 << 62, 1<<62 - 1},
	}
	for _, tt := range tests {
		want := map[Rounding]int64{Down: tt.down, Up: tt.up, Nearest: tt.nearest, HalfEven: tt.even, HalfDown: tt.halfDown}
		for _, r := range roundings() {
			got, err := r.Divide(tt.num, tt.den)
			if err != nil || got != want[r] {
				t.Errorf("%s.Divide(%d, %d) = %d, %v; want %d", r, tt.num, tt.den, got, err, want[r])
			}
		}
	}
}

// Every rule against the definition, over all small quotients and over random
// ones of every size. Fraction.Round must agree with Divide.
func TestDivideAgainstReference(t *testing.T) {
	check := func(num, den int64) {
		for _, r := range roundings() {
			got, err := r.Divide(num, den)
			want := refRound(big.NewRat(num, den), r)
			if err != nil || !want.IsInt64() || got != want.Int64() {
				t.Fatalf("%s.Divide(%d, %d) = %d, %v; want %s", r, num, den, got, err, want)
			}
			f := quotient{whole: num / den, rest: uint64(num % den), divisor: uint64(den)}.fraction()
			if rounded, err := f.Round(r); err != nil || rounded != got {
				t.Fatalf("%v.Round(%s) = %d, %v; want %d", f, r, rounded, err, got)
			}
		}
	}
	for num := range int64(60) {
		for den := int64(1); den < 20; den++ {
			check(num, den)
		}
	}
	random := source(1)
	for range 20_000 {
		check(random.Int64()>>random.IntN(63), random.Int64()>>random.IntN(62)|1)
	}
}

func TestDivideRefuses(t *testing.T) {
	_, err := Rounding("").Divide(-1, 0)
	wantFaults(t, err, "rounding", "numerator", "denominator")
	wantFault(t, err, law.ErrMissing, "rounding")
	wantFault(t, err, law.ErrRange, "numerator")
	wantFault(t, err, law.ErrRange, "denominator")
	_, err = Rounding("Nearest").Divide(1, 2)
	wantFault(t, err, law.ErrInvalid, "rounding")
}

func TestFraction(t *testing.T) {
	tests := []struct {
		f    Fraction
		want string
	}{
		{Fraction{279_166, 2, 3}, "279166 2/3"},
		{Fraction{0, 2, 3}, "2/3"},
		{Fraction{800_000, 0, 1}, "800000"},
		{Fraction{0, 0, 1}, "0"},
	}
	for _, tt := range tests {
		if got := tt.f.String(); got != tt.want {
			t.Errorf("String() = %q, want %q", got, tt.want)
		}
		roundTrip(t, tt.f)
	}
	for _, f := range []Fraction{{}, {0, 1, 0}, {-1, 0, 1}, {1, -1, 2}, {1, 2, 2}, {1, 1, -2}} {
		_, err := f.Round(Nearest)
		wantFault(t, err, law.ErrRange, "fraction")
	}
	_, err := Fraction{math.MaxInt64, 1, 2}.Round(Up)
	wantFault(t, err, law.ErrRange, "fraction")
	_, err = Fraction{1, 1, 2}.Round("")
	wantFault(t, err, law.ErrMissing, "rounding")
	if got, err := (Fraction{math.MaxInt64, 1, 2}).Round(Down); err != nil || got != math.MaxInt64 {
		t.Errorf("Round(Down) = %d, %v", got, err)
	}
}

func TestFractionIsInLowestTerms(t *testing.T) {
	random := source(2)
	for range 5_000 {
		den := uint64(random.Int64N(10_000) + 1)
		q := quotient{whole: 5, rest: random.Uint64N(den), divisor: den}
		f := q.fraction()
		want := new(big.Rat).SetFrac(new(big.Int).SetUint64(q.rest), new(big.Int).SetUint64(den))
		if !want.Num().IsInt64() || f.Num != want.Num().Int64() || f.Den != want.Denom().Int64() || f.Whole != 5 {
			t.Fatalf("%d/%d became %v, want %s", q.rest, den, f, want)
		}
	}
}
