package exact

import (
	"encoding/json"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/law"
)

// Fraction is an exact part of a whole: 4.99% is Fraction{499, 10_000}, one third is
// Fraction{1, 3}. It never becomes a decimal, which could not hold one third.
//
// The zero Fraction is no part. Each field that takes one says what it reads instead,
// or refuses it.
//
// JSON writes an object, {"num":1,"den":3}, and reads besides what [ParseFraction]
// does: "1/3", "4.99%", or the number 0.0499.
type Fraction struct {
	// Num and Den are the part and the whole. Neither is below zero; Den is
	// above it.
	Num int64 `json:"num"`
	Den int64 `json:"den"`
}

// ParseFraction reads a part of a whole as a contract writes it, in lowest terms: a
// decimal such as "0.0499", a fraction such as "1/3" or "1 1/2", or either as a
// percentage, such as "4.99%" or "33 1/3%". Signs, commas and exponents are not read.
//
// Text of another form is law.ErrInvalid. A denominator of zero, a number of more than
// [MaxDigits] digits, and a part that does not fit two int64 are law.ErrRange.
func ParseFraction(text string) (Fraction, error) {
	var fs law.Faults
	refuse := func(kind error, value, problem string, args ...any) (Fraction, error) {
		fs.Add(kind, "fraction", value, problem, args...)
		return Fraction{}, fs
	}
	body, percent := strings.CutSuffix(text, "%")
	whole, num, den := "0", body, "1"
	if part, of, ok := strings.Cut(body, "/"); ok {
		num, den = part, of
		if before, rest, ok := strings.Cut(part, " "); ok {
			whole, num = before, rest
		}
	} else if before, places, ok := strings.Cut(body, "."); ok {
		whole, num, den = before, places, "1"+strings.Repeat("0", min(len(places), MaxDigits-1))
	}
	var parts [3]*big.Int
	for i, digits := range [3]string{whole, num, den} {
		if digits == "" || strings.Trim(digits, "0123456789") != "" {
			return refuse(law.ErrInvalid, strconv.QuoteToASCII(text), `is not a part of a whole such as "1/3", "51%" or "0.4999"`)
		}
		if len(digits) > MaxDigits {
			return refuse(law.ErrRange, "", "has more than %d digits", MaxDigits)
		}
		parts[i], _ = new(big.Int).SetString(digits, 10)
	}
	if parts[2].Sign() == 0 {
		return refuse(law.ErrRange, strconv.QuoteToASCII(text), "has a denominator of zero")
	}
	x := new(big.Rat).SetFrac(parts[1], parts[2])
	x.Add(x, new(big.Rat).SetInt(parts[0]))
	if percent {
		x.Mul(x, big.NewRat(1, 100))
	}
	if !x.Num().IsInt64() || !x.Denom().IsInt64() {
		return refuse(law.ErrRange, strconv.QuoteToASCII(text), "does not fit two int64 in lowest terms")
	}
	return Fraction{Num: x.Num().Int64(), Den: x.Denom().Int64()}, nil
}

// String is the fraction as a percentage when it is one of at most six decimals, and
// as "1/3" otherwise.
func (f Fraction) String() string {
	const millionths = 1_000_000 // of a percent
	if f.Num >= 0 && f.Den > 0 {
		high, low := bits.Mul64(uint64(f.Num), 100*millionths)
		if high < uint64(f.Den) {
			if percent, rest := bits.Div64(high, low, uint64(f.Den)); rest == 0 {
				text := strconv.FormatUint(percent/millionths, 10)
				if places := percent % millionths; places > 0 {
					digits := strings.TrimRight(strconv.FormatUint(millionths+places, 10)[1:], "0")
					text += "." + digits + "0"[:max(0, 2-len(digits))]
				}
				return text + "%"
			}
		}
	}
	return strconv.FormatInt(f.Num, 10) + "/" + strconv.FormatInt(f.Den, 10)
}

// IsZero reports whether the fraction was left out.
func (f Fraction) IsZero() bool { return f == Fraction{} }

// UnmarshalJSON reads a fraction strictly: what is unknown, in other letters, given
// twice or not to be read is [law.Faults] with the path of each, and f stays as it was.
func (f *Fraction) UnmarshalJSON(data []byte) error {
	var text string
	switch {
	case len(data) > 0 && data[0] == '"':
		if err := json.Unmarshal(data, &text); err != nil {
			return err
		}
	case len(data) > 0 && strings.ContainsRune("-0123456789", rune(data[0])):
		text = string(data)
	default:
		return law.ReadFields(data, f)
	}
	read, err := ParseFraction(text)
	if err != nil {
		return err
	}
	*f = read
	return nil
}
