package restrict

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// TestForm144TellsTheDoubt names what the answer turns on and nothing else: the
// sales of another person, those of a convertible security, or a price.
func TestForm144TellsTheDoubt(t *testing.T) {
	f := sampleNotice()
	f.Amount, f.Price = 3_000, cents(1)
	bob := Trade{Date: f.Sale, Amount: 2_001, Person: "Bob", Proceeds: cents(1)}
	convertible := Trade{Date: f.Sale, Amount: 2_001, Converts: cents(100), Proceeds: cents(1)}
	for _, c := range []struct {
		name   string
		trades []Trade
		want   []string // a part of each doubt
	}{
		{"a person", []Trade{bob}, []string{"whether sales of Bob count"}},
		{"a convertible security", []Trade{convertible}, []string{"a convertible security and of the class count together"}},
		{"a price", []Trade{{Date: f.Sale, Amount: 1}}, []string{"the price of 1 of the sales"}},
		{"both", []Trade{bob, convertible}, []string{"whether sales of Bob count", "a convertible security and of the class count together"}},
	} {
		f.Trades = c.trades
		got := mustNotice(t, f)
		var told []string
		for _, r := range got.Why {
			if strings.HasPrefix(r.Text, "The answer needs ") {
				told = append(told, r.Text)
			}
		}
		bad := got.Required != law.Unknown || len(told) != len(c.want)
		for i := range min(len(told), len(c.want)) {
			bad = bad || !strings.Contains(told[i], c.want[i])
		}
		if bad {
			t.Errorf("%s: %s, %q, want %q", c.name, got.Required, told, c.want)
		}
	}
}

// TestForm144SumsBeyondInt64: once a sum has left 64 bits, what is added to it
// does not bring it back.
func TestForm144SumsBeyondInt64(t *testing.T) {
	f := sampleNotice()
	f.Amount = math.MaxInt64
	for n := 1; n <= 3; n++ {
		f.Trades = append(f.Trades, Trade{Date: f.Sale, Amount: 1})
		if _, err := Form144(f); !errors.Is(err, law.ErrRange) {
			t.Errorf("%d sales of one unit beside the most that an int64 holds: %v", n, err)
		}
	}
}
