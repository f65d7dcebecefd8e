package exact

import (
	"math"
	"math/big"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func TestReaders(t *testing.T) {
	beyond := decimal.NewFromBigInt(BigPow10(exact.MaxDigits), 0)
	most := beyond.Sub(decimal.NewFromInt(1))
	dec := decimal.RequireFromString
	for _, tt := range []struct {
		name                      string
		d                         decimal.Decimal
		readable, positive, cents string // the fault of each reader
	}{
		{"dollars", dec("268000"), "", "", ""},
		{"cents", dec("268000.32"), "", "", ""},
		{"zeros beyond the cent", dec("0.9600"), "", "", ""},
		{"a power", dec("268e3"), "", "", ""},
		{"a fraction of a cent", dec("0.965"), "", "", "d: 0.965 has a fraction of a cent"},
		{"left out", decimal.Decimal{}, "", "d: is required and must be above zero", "d: is required and must be above zero"},
		{"zero", dec("0.00"), "", "d: is required and must be above zero", "d: is required and must be above zero"},
		{"below zero", dec("-5.10"), "", "d: -5.10 is below zero", "d: -5.10 is below zero"},
		{"the most cents", dec("92233720368547758.07"), "", "", ""},
		{"a cent more", dec("92233720368547758.08"), "", "", "d: 92233720368547758.08 is more than 9223372036854775807 cents"},
		{"the most digits", most, "", "", "d: " + strings.Repeat("9", 38) + " is more than 9223372036854775807 cents"},
		{"the most digits below zero", most.Neg(), "", "d: -" + strings.Repeat("9", 38) + " is below zero", "d: -" + strings.Repeat("9", 38) + " is below zero"},
		{"one digit more", beyond, "d: has more than 38 digits", "d: has more than 38 digits", "d: has more than 38 digits"},
		{"one digit more below zero", beyond.Neg(), "d: has more than 38 digits", "d: has more than 38 digits", "d: has more than 38 digits"},
		{
			"a place more", decimal.New(1, -19), "d: has the exponent -19, beyond -18 to 18", "d: has the exponent -19, beyond -18 to 18",
			"d: has the exponent -19, beyond -18 to 18",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, reader := range []struct {
				want string
				read func(fs *law.Faults) bool
			}{
				{tt.readable, func(fs *law.Faults) bool { return Readable(fs, "d", tt.d) }},
				{strings.Replace(tt.positive, "d: is required and must be above zero", "", 1), func(fs *law.Faults) bool { return NotBelowZero(fs, "d", tt.d) }},
				{tt.positive, func(fs *law.Faults) bool {
					n, ok := ReadPositive(fs, "d", tt.d)
					return ok && n.Rat().Cmp(tt.d.Rat()) == 0
				}},
				{tt.positive, func(fs *law.Faults) bool {
					x := ReadRat(fs, "d", tt.d)
					return x != nil && x.Cmp(tt.d.Rat()) == 0
				}},
				{tt.cents, func(fs *law.Faults) bool {
					c, ok := ReadCents(fs, "d", tt.d)
					return ok && decimal.New(c, -2).Equal(tt.d)
				}},
			} {
				var fs law.Faults
				if ok := reader.read(&fs); fs.Error() != reader.want || ok != (reader.want == "") {
					t.Errorf("%v, %v; want %s", ok, fs, reader.want)
				}
			}
		})
	}
}

// A decimal that would take minutes to scale is refused before it is touched.
func TestHostileDecimals(t *testing.T) {
	million := decimal.NewFromBigInt(BigPow10(1_000_000), 0)
	hostile := []decimal.Decimal{
		decimal.New(1, 1e9), decimal.New(1, -1e9), decimal.New(0, 1e9), decimal.New(-1, math.MaxInt32),
		decimal.New(7, math.MinInt32), million, million.Neg(), million.Shift(-18),
	}
	const calls = 100
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range calls {
		for _, d := range hostile {
			var fs law.Faults
			if Readable(&fs, "d", d) || NotBelowZero(&fs, "d", d) || ReadOptionalRat(&fs, "d", d) != nil || ReadOptionalCents(&fs, "d", d) != 0 {
				t.Fatal("a hostile number is read")
			}
			if _, ok := ReadCents(&fs, "d", d); ok || len(fs) != 5 || len(fs.Error()) > 500 {
				t.Fatalf("%d faults in %d bytes", len(fs), len(fs.Error()))
			}
		}
	}
	// To scale one of these numbers takes the memory of its digits: 415 kB for the
	// million, and as much as there is for the others.
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / uint64(calls*len(hostile)); each > 100_000 {
		t.Errorf("five refusals of a number took %d bytes", each)
	}
}

// FuzzRead holds the readers to package big, on either side of 64 bits.
func FuzzRead(f *testing.F) {
	f.Add(int64(268_000_32), int64(0), int8(-2))
	f.Add(int64(-1), int64(math.MaxInt64), int8(18))
	f.Add(int64(0), int64(0), int8(-128))
	f.Fuzz(func(t *testing.T, low, high int64, exponent int8) {
		coefficient := new(big.Int).Mul(big.NewInt(high), new(big.Int).Lsh(big.NewInt(1), 62))
		coefficient.Add(coefficient, big.NewInt(low))
		d := decimal.NewFromBigInt(coefficient, int32(exponent))
		within := exponent >= -18 && exponent <= 18 && len(strings.TrimPrefix(coefficient.String(), "-")) <= 38
		var fs law.Faults
		if Readable(&fs, "d", d) != within || within != (len(fs) == 0) {
			t.Fatalf("%s × 10^%d: %v", coefficient, exponent, fs)
		}
		fs = nil
		n, ok := ReadPositive(&fs, "d", d)
		if ok != (within && d.Sign() > 0) || ok != (len(fs) == 0) {
			t.Fatalf("%s × 10^%d: %v", coefficient, exponent, fs)
		}
		if !ok {
			return
		}
		x := d.Rat()
		if n.Rat().Cmp(x) != 0 || n.Trimmed().Rat().Cmp(x) != 0 || AmountOf(d).Rat().Cmp(x) != 0 {
			t.Fatalf("%s × 10^%d is %s", coefficient, exponent, n.Rat())
		}
		for _, r := range exact.Roundings() {
			down := new(big.Int).Quo(x.Num(), x.Denom())
			got := RoundRat(x, r)
			if off := new(big.Int).Sub(got, down); off.Sign() < 0 || off.Cmp(big.NewInt(1)) > 0 || x.IsInt() && off.Sign() != 0 {
				t.Fatalf("%s, %s, is %s", x, r, got)
			}
			amount, fits := AmountOf(d).Round(r)
			if fits != got.IsInt64() || fits && amount != got.Int64() {
				t.Fatalf("%s, %s, is %s and %d", x, r, got, amount)
			}
		}
		fs = nil
		cents, ok := ReadCents(&fs, "d", d)
		hundred := new(big.Rat).Mul(x, big.NewRat(100, 1))
		if ok != (hundred.IsInt() && hundred.Num().IsInt64()) || ok && cents != hundred.Num().Int64() {
			t.Fatalf("%s × 10^%d is %d cents, %v", coefficient, exponent, cents, fs)
		}
	})
}

// A quotient of 128 bits is package big's, whole and rest, and its multiples and
// roundings are.
func TestQuotients(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for range 20_000 {
		a := Uint128{random.Uint64() >> random.IntN(64), random.Uint64() >> random.IntN(64)}
		divisor := random.Uint64()>>(1+random.IntN(62)) | 1
		x := new(big.Rat).SetFrac(a.Big(), new(big.Int).SetUint64(divisor))
		whole := new(big.Int).Quo(x.Num(), x.Denom())
		q, ok := Divide(a, divisor)
		if ok != whole.IsInt64() {
			t.Fatalf("%v ÷ %d: %v", a, divisor, ok)
		}
		if !ok {
			continue
		}
		mixed := q.Mixed()
		if q.Rat().Cmp(x) != 0 || q.Exact() != x.IsInt() || RatOfMixed(mixed).Cmp(x) != 0 || mixed.Den != x.Denom().Int64() {
			t.Fatalf("%v ÷ %d is %v, %s", a, divisor, q, mixed)
		}
		if back, ok := MixedOf(x); !ok || back != mixed {
			t.Fatalf("%s is %s, %s", x, back, mixed)
		}
		for _, r := range exact.Roundings() {
			want := RoundRat(x, r)
			if got, ok := q.Round(r); ok != want.IsInt64() || ok && got != want.Int64() {
				t.Fatalf("%s, %s, is %d, want %s", x, r, got, want)
			}
		}
		n := random.Int64N(1000)
		if product := new(big.Rat).Mul(x, new(big.Rat).SetInt64(n)); new(big.Int).Quo(product.Num(), product.Denom()).IsInt64() &&
			q.Times(n).Rat().Cmp(product) != 0 {
			t.Fatalf("%d times %s is %v", n, x, q.Times(n))
		}
	}
}

func TestReadMixed(t *testing.T) {
	for _, m := range []exact.Mixed{{}, {Den: 1}, {Num: 2, Den: 2}, {Whole: -1, Den: 1}, {Num: 1}, {Num: -1, Den: 2}} {
		var fs law.Faults
		if ReadMixed(&fs, "m", m) != nil || len(fs) != 1 {
			t.Errorf("%+v: %v", m, fs)
		}
	}
	var fs law.Faults
	if x := ReadMixed(&fs, "m", exact.Mixed{Whole: 1, Num: 1, Den: 2}); x == nil || x.Cmp(big.NewRat(3, 2)) != 0 {
		t.Error(x, fs)
	}
}

func TestRoundCents(t *testing.T) {
	var fs law.Faults
	if got := RoundCents(&fs, "d", big.NewRat(1, 3), exact.Up); got != 34 || fs != nil {
		t.Error(got, fs)
	}
	if got := RoundCents(&fs, "d", big.NewRat(math.MaxInt64, 1), exact.Up); got != 0 || fs.Error() != "d: comes to more cents than an int64 holds" {
		t.Error(got, fs)
	}
}

// The comparisons and parts of fractions are package big's, over the whole range.
func TestFractions(t *testing.T) {
	random := rand.New(rand.NewPCG(31, 31))
	for range 20_000 {
		den := random.Int64()>>random.IntN(62) | 1
		f := exact.Fraction{Num: 1 + random.Int64N(den), Den: den}
		g := exact.Fraction{Num: 1 + random.Int64N(den), Den: den | 3}
		n := random.Int64() >> random.IntN(63)
		x := big.NewRat(f.Num, f.Den)
		if got := Part(f, n).Rat(); got.Cmp(new(big.Rat).Mul(x, new(big.Rat).SetInt64(n))) != 0 {
			t.Fatalf("%s of %d is %s", f, n, got)
		}
		if got, want := CompareFractions(f, g), x.Cmp(big.NewRat(g.Num, g.Den)); got != want {
			t.Fatalf("%s compared with %s is %d", f, g, got)
		}
	}
}

func TestCheckFraction(t *testing.T) {
	for f, want := range map[exact.Fraction]string{
		{}: "f: is required", {Num: 1, Den: 3}: "", {Num: 1, Den: 1}: "", {Num: 3, Den: 2}: "f.num: 3 is above 2, the whole",
		{Num: 0, Den: 2}: "f.num: 0 is not above zero", {Num: -1, Den: 0}: "f.den: 0 is not above zero; f.num: -1 is not above zero",
	} {
		var fs law.Faults
		if CheckFraction(&fs, "f", f); fs.Error() != want {
			t.Errorf("%+v: %v, want %s", f, fs, want)
		}
	}
}
