package offering

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// A weight of zero has no last place, however it is written, and so takes no room
// from the others: the two besides it are 1 to 3.
func TestSplitCentsOfZeroWithPlaces(t *testing.T) {
	parts, err := SplitCents(dec("1"), []decimal.Decimal{dec("100"), decimal.New(0, -exact.MaxExponent), dec("300")})
	if err != nil || !parts[0].Equal(dec("0.25")) || parts[1].Sign() != 0 || !parts[2].Equal(dec("0.75")) {
		t.Errorf("%v, %v", parts, err)
	}
}

// A weight past an int64 by itself is refused, and the largest is not.
func TestSplitCentsOfLargeWeights(t *testing.T) {
	for _, weight := range []string{"9223372036854775808", "12345678901234567890123"} {
		_, err := SplitCents(dec("1"), []decimal.Decimal{{}, dec(weight)})
		wantFaults(t, err, "weights[1]")
		wantFault(t, err, law.ErrRange, "weights[1]")
	}
	parts, err := SplitCents(dec("1"), []decimal.Decimal{{}, dec("9223372036854775807")})
	if err != nil || !parts[1].Equal(dec("1")) {
		t.Errorf("%v, %v", parts, err)
	}
}

// Where nothing limits the amount, nothing is left of a limit.
func TestAcceptWithoutLimit(t *testing.T) {
	a, err := Subscriptions{OrderMinimum: dec("1000")}.Accept([]Order{{Investor: "A", Amount: dec("5000")}, {Investor: "B", Amount: dec("999.99")}})
	if err != nil || !a.Accepted.Equal(dec("5000")) || !a.Refund.Equal(dec("999.99")) || a.AmountLeft.Sign() != 0 {
		t.Errorf("%+v, %v", a, err)
	}
}

// A weight below zero is told as it was given, to its last place.
func TestSplitCentsOfWeightsBelowZero(t *testing.T) {
	for _, weight := range []string{"-0.5", "-5", "-0.050", "-120"} {
		_, err := SplitCents(dec("1"), []decimal.Decimal{dec("1"), dec(weight)})
		wantFaults(t, err, "weights[1]")
		wantFault(t, err, law.ErrRange, "weights[1]")
		if faults := allFaults(t, err); !strings.HasPrefix(faults[0].Error(), "weights[1]: "+weight+" is below zero") {
			t.Errorf("%s: %v", weight, err)
		}
	}
}

// Each amount that is not whole cents above zero is refused once, and no amount
// comes of it.
func TestReadCentsRefusesOnce(t *testing.T) {
	for amount, kind := range map[string]error{
		"1.001": law.ErrInvalid, "0.000000000000000001": law.ErrInvalid, "-1": law.ErrRange, "0": law.ErrMissing,
		"92233720368547758.08": law.ErrRange, "1e18": law.ErrRange,
	} {
		var fs law.Faults
		if c, ok := kernel.ReadCents(&fs, "amount", dec(amount)); ok || c != 0 {
			t.Errorf("%s is read as %d cents", amount, c)
		}
		wantFaults(t, fs, "amount")
		wantFault(t, fs, kind, "amount")
	}
}
