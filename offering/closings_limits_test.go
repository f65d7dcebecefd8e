package offering

import (
	"math"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// A running total may be short of its amount no more than it may be past it: a
// reversal explains one share either way, and by HalfEven two.
func TestClosingsReversalsExplain(t *testing.T) {
	const most = math.MaxInt64
	for _, tt := range []struct {
		name     string
		rounding exact.Rounding
		before   RunningTotal
		fits     bool
	}{
		{"one share short", exact.Nearest, RunningTotal{Amount: dec("100"), Shares: 99}, false},
		{"one short, one reversal", exact.Nearest, RunningTotal{Amount: dec("100"), Shares: 99, Reversals: 1}, true},
		{"two short, one reversal", exact.Nearest, RunningTotal{Amount: dec("100"), Shares: 98, Reversals: 1}, false},
		{"two short by half even", exact.HalfEven, RunningTotal{Amount: dec("100"), Shares: 98, Reversals: 1}, true},
		{"three short by half even", exact.HalfEven, RunningTotal{Amount: dec("100"), Shares: 97, Reversals: 1}, false},
		// Twice this number of reversals is one short of the largest int64.
		{"all that they explain", exact.HalfEven, RunningTotal{Shares: most - 1, Reversals: most / 2}, true},
		{"one more than that", exact.HalfEven, RunningTotal{Shares: most, Reversals: most / 2}, false},
		{"one more of both", exact.HalfEven, RunningTotal{Shares: most, Reversals: most/2 + 1}, true},
	} {
		_, err := Closings{Amount: dec("1"), Rounding: tt.rounding}.Close(tt.before, installments(1))
		if tt.fits {
			if err != nil {
				t.Errorf("%s: %v", tt.name, err)
			}
			continue
		}
		wantFaults(t, err, "before.shares")
		wantFault(t, err, law.ErrConflict, "before.shares")
	}
}

// By HalfEven a row of three shares may have got two or four, and no fewer or more.
func TestClosingsReversalByHalfEven(t *testing.T) {
	for shares := int64(1); shares <= 5; shares++ {
		_, err := Closings{Amount: dec("1"), Rounding: exact.HalfEven}.Close(RunningTotal{Amount: dec("9"), Shares: 9},
			[]ClosingOrder{{Investor: "B", Amount: dec("3"), Reverses: true, Shares: shares}})
		if fits := shares >= 2 && shares <= 4; fits != (err == nil) {
			t.Errorf("%d, %v", shares, err)
		}
	}
}

// A count of shares is given as a fraction down to thousandths, and a row that
// comes to no further share says so without speaking of reversals.
func TestClosingsSentences(t *testing.T) {
	for _, tt := range []struct{ rate, amount, want string }{
		{"3", "2", "The running total of 2 comes to 2/3 shares, rounded to the nearest (halves up) 1; the rows before have 0, which leaves 1."},
		{"1000", "1", "The running total of 1 comes to 1/1000 shares, rounded to the nearest (halves up) 0; the rows before have 0, which leaves 0."},
		{"1001", "1", "The running total of 1 comes to 0.000999… shares, rounded to the nearest (halves up) 0; the rows before have 0, which leaves 0."},
	} {
		c, err := Closings{Amount: dec(tt.rate)}.Close(RunningTotal{}, []ClosingOrder{{Investor: "A", Amount: dec(tt.amount)}})
		if err != nil || c.Rows[0].Why[0].Text != tt.want || c.Rows[0].Why[0].Code != "offering.closing.row" {
			t.Errorf("%s at %s: %s, %v", tt.amount, tt.rate, c.Rows[0].Why, err)
		}
	}
}
