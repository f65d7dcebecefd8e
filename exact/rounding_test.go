package exact_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// reference rounds by the definition of the rule, in rationals.
func reference(x *big.Rat, r exact.Rounding) *big.Int {
	floor := new(big.Int).Quo(x.Num(), x.Denom())
	upper := new(big.Int).Add(floor, big.NewInt(1))
	below := new(big.Rat).Sub(x, new(big.Rat).SetInt(floor))
	above := new(big.Rat).Sub(new(big.Rat).SetInt(upper), x)
	nearer := map[int]*big.Int{-1: floor, 1: upper}[below.Cmp(above)]
	switch {
	case x.IsInt() || r == exact.Down:
		return floor
	case r == exact.Up:
		return upper
	case nearer != nil:
		return nearer
	case r == exact.HalfDown || r == exact.HalfEven && floor.Bit(0) == 0:
		return floor
	}
	return upper
}

// fields lists the fields that the error names, and holds their kinds.
func fields(t *testing.T, err error, kind error) string {
	t.Helper()
	var faults law.Faults
	if !errors.As(err, &faults) || !errors.Is(err, kind) {
		t.Fatalf("%v is not %v", err, kind)
	}
	names := make([]string, len(faults))
	for i, f := range faults {
		names[i] = f.Field
	}
	return strings.Join(names, " ")
}

func TestDivide(t *testing.T) {
	for _, tt := range []struct {
		name                              string
		num, den                          int64
		down, up, nearest, even, halfDown int64
	}{
		{"nothing", 0, 7, 0, 0, 0, 0, 0},
		{"whole", 14, 7, 2, 2, 2, 2, 2},
		{"one third", 1, 3, 0, 1, 0, 0, 0},
		{"two thirds", 2, 3, 0, 1, 1, 1, 1},
		{"half", 1, 2, 0, 1, 1, 0, 0},
		{"one and a half", 3, 2, 1, 2, 2, 2, 1},
		{"two and a half", 5, 2, 2, 3, 3, 2, 2},
		{"three and a half", 7, 2, 3, 4, 4, 4, 3},
		{"the agreement's first investor", 268_000_00, 96, 279_166, 279_167, 279_167, 279_167, 279_167},
		{"the agreement's second investor", 500_000_00, 96, 520_833, 520_834, 520_833, 520_833, 520_833},
		{"below one half by less than a decimal shows", 50_000_000_000_000_000, 100_000_000_000_000_001, 0, 1, 0, 0, 0},
		{"above it by as little", 50_000_000_000_000_001, 100_000_000_000_000_001, 0, 1, 1, 1, 1},
		{"twice the rest passes an int64", math.MaxInt64 - 1, math.MaxInt64, 0, 1, 1, 1, 1},
		{"the largest number", math.MaxInt64, 1, math.MaxInt64, math.MaxInt64, math.MaxInt64, math.MaxInt64, math.MaxInt64},
		{"half of it", math.MaxInt64, 2, 1<<62 - 1, 1 << 62, 1 << 62, 1 << 62, 1<<62 - 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want := map[exact.Rounding]int64{
				exact.Down: tt.down, exact.Up: tt.up, exact.Nearest: tt.nearest, exact.HalfEven: tt.even, exact.HalfDown: tt.halfDown,
			}
			for _, r := range exact.Roundings() {
				if got, err := r.Divide(tt.num, tt.den); err != nil || got != want[r] {
					t.Errorf("%d ÷ %d, %s: %d, %v; want %d", tt.num, tt.den, r, got, err, want[r])
				}
			}
		})
	}
}

// checkDivision holds every rule, and the rounding of a mixed number, to the
// definition.
func checkDivision(t *testing.T, num, den int64) {
	t.Helper()
	x := big.NewRat(num, den)
	rest := new(big.Rat).Sub(x, new(big.Rat).SetInt64(num/den))
	mixed := exact.Mixed{Whole: num / den, Num: rest.Num().Int64(), Den: rest.Denom().Int64()}
	for _, r := range exact.Roundings() {
		want := reference(x, r).Int64()
		if got, err := r.Divide(num, den); err != nil || got != want {
			t.Fatalf("%d ÷ %d, %s: %d, %v; want %d", num, den, r, got, err, want)
		}
		if got, err := mixed.Round(r); err != nil || got != want {
			t.Fatalf("%s, %s: %d, %v; want %d", mixed, r, got, err, want)
		}
	}
}

func TestDivideAgainstReference(t *testing.T) {
	for num := range int64(60) {
		for den := int64(1); den < 20; den++ {
			checkDivision(t, num, den)
		}
	}
	random := rand.New(rand.NewPCG(1, 1))
	for range 20_000 {
		checkDivision(t, random.Int64()>>random.IntN(63), random.Int64()>>random.IntN(62)|1)
	}
}

func FuzzDivide(f *testing.F) {
	f.Add(int64(268_000_00), int64(96))
	f.Add(int64(math.MaxInt64), int64(2))
	f.Add(int64(-1), int64(0))
	f.Fuzz(func(t *testing.T, num, den int64) {
		if num >= 0 && den > 0 {
			checkDivision(t, num, den)
		} else if got, err := exact.Nearest.Divide(num, den); got != 0 || !errors.Is(err, law.ErrRange) {
			t.Fatalf("%d ÷ %d is %d, %v", num, den, got, err)
		}
	})
}

func TestDivideRefuses(t *testing.T) {
	_, err := exact.Rounding("").Divide(-1, 0)
	if got := fields(t, err, law.ErrRange); got != "rounding numerator denominator" || !errors.Is(err, law.ErrMissing) {
		t.Error(got, err)
	}
	_, err = exact.Rounding("Nearest").Divide(1, 2)
	if got := fields(t, err, law.ErrInvalid); got != "rounding" {
		t.Error(got)
	}
}

func TestRoundingString(t *testing.T) {
	for r, want := range map[exact.Rounding]string{
		"": "", exact.Down: "rounded down", exact.HalfEven: "rounded to the nearest (halves to even)", "bankers": "bankers",
	} {
		if got := r.String(); got != want {
			t.Errorf("%q is %q, want %q", string(r), got, want)
		}
	}
	if exact.Rounding("bankers").Upper(1, true) {
		t.Error("a word that is no rule rounds up")
	}
}

func TestMixed(t *testing.T) {
	for _, tt := range []struct {
		name string
		m    exact.Mixed
		want string
	}{
		{"with a whole part", exact.Mixed{Whole: 279_166, Num: 2, Den: 3}, "279166 2/3"},
		{"below one", exact.Mixed{Num: 2, Den: 3}, "2/3"},
		{"whole", exact.Mixed{Whole: 800_000, Den: 1}, "800000"},
		{"nothing", exact.Mixed{Den: 1}, "0"},
		{"no number", exact.Mixed{}, "not known"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.m.String(); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
			text, err := json.Marshal(tt.m)
			var back exact.Mixed
			if err := errors.Join(err, json.Unmarshal(text, &back)); err != nil || back != tt.m {
				t.Errorf("%s reads back as %v: %v", text, back, err)
			}
		})
	}
}

func TestMixedRefuses(t *testing.T) {
	for _, m := range []exact.Mixed{
		{}, {Num: 1}, {Whole: -1, Den: 1}, {Whole: 1, Num: -1, Den: 2}, {Whole: 1, Num: 2, Den: 2}, {Whole: 1, Num: 1, Den: -2},
	} {
		_, err := m.Round(exact.Nearest)
		if got := fields(t, err, law.ErrRange); got != "number" {
			t.Errorf("%+v: %s", m, got)
		}
	}
	most := exact.Mixed{Whole: math.MaxInt64, Num: 1, Den: 2}
	if _, err := most.Round(exact.Up); fields(t, err, law.ErrRange) != "number" {
		t.Error(err)
	}
	if got, err := most.Round(exact.Down); err != nil || got != math.MaxInt64 {
		t.Errorf("%d, %v", got, err)
	}
	if _, err := most.Round(""); fields(t, err, law.ErrMissing) != "rounding" {
		t.Error(err)
	}
	var m exact.Mixed
	if err := json.Unmarshal([]byte(`{"whole":1,"Num":1}`), &m); fields(t, err, law.ErrInvalid) != "Num" || m != (exact.Mixed{}) {
		t.Error(err)
	}
}
