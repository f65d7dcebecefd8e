package offering

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// Either part of a factor may have as many digits as there are, and not one more,
// whether it is read or comes of a product.
func TestFactorAtTheLimit(t *testing.T) {
	power := Factor("1" + strings.Repeat("0", MaxFactorDigits-1))
	for _, tt := range []struct{ f, g, want Factor }{
		{power, "", power},
		{power, "7", "7" + power[1:]},
		{"1/" + power, "1", "1/" + power},
		{"1/" + power, "7", "7/" + power},
		{power[:MaxFactorDigits-1], "10", power},
		{"1/" + power[:MaxFactorDigits-1], "1/10", "1/" + power},
	} {
		if got, err := tt.f.Times(tt.g); err != nil || got != tt.want {
			t.Errorf("%.20s… × %.20s: %.20s…, %v", tt.f, tt.g, got, err)
		}
	}
	for _, tt := range []struct{ f, g Factor }{
		{power + "0", "1/10"}, {"1/" + power + "0", "10"}, {power, "10"}, {"1/" + power, "1/10"},
	} {
		_, err := tt.f.Times(tt.g)
		wantFaults(t, err, "factor")
		wantFault(t, err, law.ErrRange, "factor")
	}
}
