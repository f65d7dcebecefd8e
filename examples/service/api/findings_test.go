package api

import (
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/escrow"
)

// asked is a question of so many purchases, conditions and credits of interest.
func asked(purchases, conditions, credits int) EscrowQuestion {
	q := EscrowQuestion{At: time.Date(2002, time.December, 1, 0, 0, 0, 0, time.UTC)}
	q.Terms.Purchases, q.Terms.Conditions = make([]escrow.Purchase, purchases), make([]escrow.Condition, conditions)
	q.Events = slices.Repeat([]escrow.Event{{Body: escrow.InterestEarned{}}}, credits)
	return q
}

// The most findings are answered, and one more is not, whether the report or an
// instruction brings it. Interest costs where investors share it.
func TestMostFindings(t *testing.T) {
	hold, refund := escrow.Event{Body: escrow.HoldPlaced{}}, escrow.Event{Body: escrow.Refund{}}
	shared := asked(99, 1, 20_000) // 20,000 × 99 ÷ 200 more
	shared.Terms.Interest = escrow.InterestToInvestors
	amended := asked(99, 1, 20_000)
	terms := amended.Terms
	terms.Interest = escrow.InterestToInvestors
	amended.Events = append(amended.Events, escrow.Event{Body: escrow.Amend{Terms: terms}}, escrow.Event{Body: escrow.Refund{Ground: escrow.GroundInterest}})
	full, over := asked(99, 101, 0), asked(99, 101, 0) // 9,999
	full.Events = []escrow.Event{refund}
	over.Events = []escrow.Event{hold, refund} // the refund is told of the hold
	for _, c := range []struct {
		name string
		q    EscrowQuestion
		want bool
	}{
		{"the most in the report", asked(100, 100, 0), true},
		{"as many, and a fact", asked(100, 100, 1), true},
		{"one more condition", asked(100, 101, 0), false},
		{"a refund that brings the last", full, true},
		{"a refund under a hold", over, false},
		{"interest that nobody shares", asked(101, 1, 20_000), true},
		{"interest that is shared", shared, true},
		{"interest that an amendment shares", amended, false},
	} {
		if err := checkFindings(c.q); (err == nil) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	shared.Terms.Purchases = make([]escrow.Purchase, 101)
	if checkFindings(shared) == nil {
		t.Error("more than the most, shared by 101, is answered")
	}
}

// Each kind of instruction costs what it makes the escrow look through.
func TestLoad(t *testing.T) {
	l := load{purchases: 25, conditions: 3}
	for _, c := range []struct {
		name string
		body escrow.Body
		want int
	}{
		{"a fact", escrow.DepositReceived{}, 0},
		{"an amendment, which 25 have to sign", escrow.Amend{}, 1 + 3},
		{"an unwinding of each", escrow.Unwind{}, 1 + 25 + 3},
		{"a release of two", escrow.Release{Purchases: make([]escrow.PurchaseID, 2)}, 1 + 2*3 + 3},
		{"a hold, which is a fact", escrow.HoldPlaced{}, 0},
		{"a refund", escrow.Refund{}, 1 + 4},
	} {
		if got := l.of(escrow.Event{Body: c.body}); got != c.want {
			t.Errorf("%s costs %d, want %d", c.name, got, c.want)
		}
	}
	l = load{purchases: 25, conditions: 3, credits: 16, shared: true} // whose dividing is two findings
	if got, want := l.of(escrow.Event{Body: escrow.Unwind{}}), 1+25*(1+2); got != want {
		t.Errorf("an unwinding with interest costs %d, want %d", got, want)
	}
}
