package exact_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

func TestParseFraction(t *testing.T) {
	for _, tt := range []struct {
		text string
		want exact.Fraction
		say  string
	}{
		{"1/3", exact.Fraction{Num: 1, Den: 3}, "1/3"},
		{"51%", exact.Fraction{Num: 51, Den: 100}, "51%"},
		{"0.4999", exact.Fraction{Num: 4999, Den: 10_000}, "49.99%"},
		{"4.99%", exact.Fraction{Num: 499, Den: 10_000}, "4.99%"},
		{"9.8%", exact.Fraction{Num: 49, Den: 500}, "9.80%"},
		{"35.00%", exact.Fraction{Num: 7, Den: 20}, "35%"},
		{"33 1/3%", exact.Fraction{Num: 1, Den: 3}, "1/3"},
		{"2/4", exact.Fraction{Num: 1, Den: 2}, "50%"},
		{"1", exact.Fraction{Num: 1, Den: 1}, "100%"},
		{"100%", exact.Fraction{Num: 1, Den: 1}, "100%"},
		{"1 1/2", exact.Fraction{Num: 3, Den: 2}, "150%"},
		{"0", exact.Fraction{Num: 0, Den: 1}, "0%"},
		{"0.000001%", exact.Fraction{Num: 1, Den: 100_000_000}, "0.000001%"},
		{"0.0000001%", exact.Fraction{Num: 1, Den: 1_000_000_000}, "1/1000000000"}, // seven places are not shown as a percentage
		{"0." + strings.Repeat("0", 17) + "1", exact.Fraction{Num: 1, Den: 1e18}, "1/1000000000000000000"},
		{strings.Repeat("0", 37) + "1/2", exact.Fraction{Num: 1, Den: 2}, "50%"},
	} {
		t.Run(tt.text, func(t *testing.T) {
			got, err := exact.ParseFraction(tt.text)
			if err != nil || got != tt.want || got.String() != tt.say {
				t.Errorf("%+v (%s), %v; want %+v (%s)", got, got, err, tt.want, tt.say)
			}
		})
	}
}

func TestParseFractionRefuses(t *testing.T) {
	for _, tt := range []struct {
		text string
		kind error
		want string
	}{
		{"", law.ErrInvalid, `fraction: "" is not a part of a whole such as "1/3", "51%" or "0.4999"`},
		{"%", law.ErrInvalid, `fraction: "%" is not a part of a whole such as "1/3", "51%" or "0.4999"`},
		{"-1/3", law.ErrInvalid, ""},
		{"+1", law.ErrInvalid, ""},
		{" 1/3", law.ErrInvalid, ""},
		{"1/3 ", law.ErrInvalid, ""},
		{"1 /3", law.ErrInvalid, ""},
		{"1 0.5", law.ErrInvalid, ""},
		{"1/2/3", law.ErrInvalid, ""},
		{".5", law.ErrInvalid, ""},
		{"5.", law.ErrInvalid, ""},
		{"5e-1", law.ErrInvalid, ""},
		{"51%%", law.ErrInvalid, ""},
		{"1,000/3", law.ErrInvalid, ""},
		{"٣/4", law.ErrInvalid, ""},
		{"one third", law.ErrInvalid, ""},
		{"1/0", law.ErrRange, `fraction: "1/0" has a denominator of zero`},
		{"9223372036854775808", law.ErrRange, `fraction: "9223372036854775808" does not fit two int64 in lowest terms`},
		{"0." + strings.Repeat("0", 18) + "1", law.ErrRange, ""},
		{strings.Repeat("9", 39) + "/3", law.ErrRange, "fraction: has more than 38 digits"},
		{"0." + strings.Repeat("9", 1<<20), law.ErrRange, "fraction: has more than 38 digits"},
	} {
		t.Run(tt.text[:min(len(tt.text), 40)], func(t *testing.T) {
			got, err := exact.ParseFraction(tt.text)
			if fields(t, err, tt.kind) != "fraction" || got != (exact.Fraction{}) || tt.want != "" && err.Error() != tt.want {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
}

func TestFractionString(t *testing.T) {
	for f, want := range map[exact.Fraction]string{
		{}: "0/0", {Den: 4}: "0%", {Num: 4}: "4/0", {Num: -1, Den: 4}: "-1/4", {Den: -4}: "0/-4", {Num: 1, Den: 3}: "1/3",
		{Num: math.MaxInt64, Den: 1}: "9223372036854775807/1",
		// Times 100,000,000 this is just past 64 bits, and no percentage.
		{Num: 184_467_440_738, Den: 1}: "184467440738/1",
	} {
		if f.String() != want {
			t.Errorf("%q, want %q", f.String(), want)
		}
	}
}

// What is written reads back, as text and as JSON.
func TestFractionReadsBack(t *testing.T) {
	random := rand.New(rand.NewPCG(31, 31))
	for range 20_000 {
		den := random.Int64()>>random.IntN(62) | 1
		f := exact.Fraction{Num: random.Int64N(den) + 1, Den: den}
		x := big.NewRat(f.Num, f.Den)
		got, err := exact.ParseFraction(f.String())
		if err != nil || big.NewRat(got.Num, got.Den).Cmp(x) != 0 || got.Den != x.Denom().Int64() {
			t.Fatalf("%d/%d is written %s, and reads back as %+v, %v", f.Num, f.Den, f, got, err)
		}
		text, err := json.Marshal(f)
		var back exact.Fraction
		if err := errors.Join(err, json.Unmarshal(text, &back)); err != nil || back != f {
			t.Fatalf("%s reads back as %+v, %v", text, back, err)
		}
	}
}

func TestFractionJSON(t *testing.T) {
	for _, text := range []string{`{"num":1,"den":4}`, `"1/4"`, `"25%"`, `0.25`, `"0.25"`} {
		var f exact.Fraction
		if err := json.Unmarshal([]byte(text), &f); err != nil || f != (exact.Fraction{Num: 1, Den: 4}) {
			t.Errorf("%s: %+v, %v", text, f, err)
		}
	}
	for text, want := range map[string]string{
		`"a quarter"`: "fraction", `-0.25`: "fraction", `2.5e-1`: "fraction", `{"num":"1"}`: "num", `{"Num":1}`: "Num", `true`: "",
	} {
		f := exact.Fraction{Num: 1, Den: 2}
		if err := json.Unmarshal([]byte(text), &f); fields(t, err, law.ErrInvalid) != want || f != (exact.Fraction{Num: 1, Den: 2}) {
			t.Errorf("%s: %+v, %v", text, f, err)
		}
	}
}

// FuzzParseFraction holds the reader to its grammar and to package big.
func FuzzParseFraction(f *testing.F) {
	for _, text := range []string{"1/3", "51%", "0.4999", "33 1/3%", "1/0", "9223372036854775808/9223372036854775808", "0.0000000000000000001", "1 2", "%"} {
		f.Add(text)
	}
	form := regexp.MustCompile(`^(?:(?:([0-9]+) )?([0-9]+)/([0-9]+)|([0-9]+(?:\.[0-9]+)?))(%?)$`)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := exact.ParseFraction(text)
		m := form.FindStringSubmatch(text)
		if m == nil {
			if !errors.Is(err, law.ErrInvalid) || got != (exact.Fraction{}) {
				t.Fatalf("%q is read as %+v, %v", text, got, err)
			}
			return
		}
		if errors.Is(err, law.ErrInvalid) {
			t.Fatalf("%q: %v", text, err)
		}
		if len(text) > 60 {
			return // long numbers take package big a long time
		}
		want, ok := new(big.Rat).SetString(m[4])
		if m[4] == "" {
			den, _ := new(big.Int).SetString(m[3], 10)
			if ok = den.Sign() != 0; ok {
				num, _ := new(big.Int).SetString(m[2], 10)
				want = new(big.Rat).SetFrac(num, den)
				if m[1] != "" {
					whole, _ := new(big.Rat).SetString(m[1])
					want.Add(want, whole)
				}
			}
		}
		if ok && m[5] != "" {
			want.Quo(want, big.NewRat(100, 1))
		}
		if err != nil {
			if !errors.Is(err, law.ErrRange) || ok && want.Num().IsInt64() && want.Denom().IsInt64() && len(text) < 38 {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		if !ok || big.NewRat(got.Num, got.Den).Cmp(want) != 0 || got.Den != want.Denom().Int64() {
			t.Fatalf("%q is %+v, want %s", text, got, want)
		}
	})
}
