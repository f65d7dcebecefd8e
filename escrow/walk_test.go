package escrow_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

// The alphabet of the exhaustive walk. A letter at another place of the log is
// another event, an hour later; "last leg" is the one ordered last.
var alphabet = []struct {
	name string
	body func(last escrow.LegID) escrow.Body
}{
	{"wire", func(escrow.LegID) escrow.Body { return wired("W", "ann", "a", 1000) }},
	{"returned", func(escrow.LegID) escrow.Body {
		return escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W"}
	}},
	{"more", func(escrow.LegID) escrow.Body { return wired("X", "ann", "a", 1000) }},
	{"release", func(escrow.LegID) escrow.Body { return escrow.Release{Purchases: []escrow.PurchaseID{"a"}} }},
	{"terminated", func(escrow.LegID) escrow.Body { return escrow.Terminated{Purchase: "a"} }},
	{"refund", func(escrow.LegID) escrow.Body {
		return escrow.Refund{Purchase: "a", Cents: 1000, Ground: escrow.GroundTerminated}
	}},
	{"settled", func(last escrow.LegID) escrow.Body { return escrow.LegSettled{Leg: last} }},
	{"failed", func(last escrow.LegID) escrow.Body { return escrow.LegFailed{Leg: last} }},
	{"reissue", func(last escrow.LegID) escrow.Body { return escrow.Reissue{Leg: last} }},
}

// Every log of up to five letters keeps the books true, releases at most once
// and never pays the same money out twice.
func TestEveryShortLog(t *testing.T) {
	terms := simple()
	terms.Purchases = []escrow.Purchase{{ID: "a", Investor: "ann", Shares: 10, DueCents: 1000}}
	terms.ConsentShares = 0
	terms.Closing = calendar.ClosingRule{
		Count: calendar.Deadline{Unit: calendar.BusinessDays, Roll: calendar.Forward, Calendar: calendar.FederalReserve()},
	}
	deal, err := escrow.New(terms)
	if err != nil {
		t.Fatal(err)
	}
	w := walk{t: t, terms: terms, seen: map[string]bool{}}
	w.from(deal, &ledger{terms: terms}, "none/1", 0, 0)
	t.Logf("%d logs, %d different reports", w.logs, len(w.seen))
	if want := 9 + 9*9 + 9*9*9 + 9*9*9*9 + 9*9*9*9*9; w.logs != want && !testing.Short() {
		t.Errorf("%d logs were walked, want %d", w.logs, want)
	}
}

type walk struct {
	t     *testing.T
	terms escrow.Terms
	logs  int
	seen  map[string]bool
}

func (w *walk) from(deal escrow.Deal, slow *ledger, last escrow.LegID, depth, released int) {
	const most = 5
	if depth == most {
		return
	}
	at := ny("2002-11-26 09:00").Add(time.Duration(depth) * time.Hour)
	for _, letter := range alphabet {
		e := escrow.Event{ID: escrow.EventID(fmt.Sprint(letter.name, depth)), At: at, By: agent, Body: letter.body(last)}
		next, d, err := deal.Apply(e)
		if err != nil {
			w.t.Fatal(err)
		}
		w.logs++
		books := &ledger{terms: w.terms, events: slow.events[:len(slow.events):len(slow.events)], legs: slow.legs[:len(slow.legs):len(slow.legs)]}
		books.take(e, d)
		now, n := last, released
		if len(d.Legs) > 0 {
			now = d.Legs[len(d.Legs)-1].ID
		}
		if letter.name == "release" && d.Outcome == escrow.Accepted {
			n++
		}
		w.check(next, books, d, at, n)
		w.from(next, books, now, depth+1, n)
	}
}

func (w *walk) check(deal escrow.Deal, books *ledger, d escrow.Decision, at time.Time, released int) {
	p := deal.Report(at).Purchases[0]
	want := books.purchase("a", at)
	got := sums{pending: p.PendingCents, good: p.GoodCents, returned: p.ReturnedCents, reserved: p.ReservedCents, released: p.ReleasedCents, refunded: p.RefundedCents}
	if got != want {
		w.t.Fatalf("%+v, want %+v after %+v", got, want, books.events)
	}
	out := p.ReservedCents + p.ReleasedCents + p.RefundedCents
	switch {
	case p.GoodCents != p.HeldCents+p.ExcessCents+out:
		w.t.Fatalf("the books do not balance: %+v after %+v", p, books.events)
	case released > 1:
		w.t.Fatalf("released %d times: %+v", released, books.events)
	case released == 1 && p.RefundedCents > 0 && p.RefundedCents+p.ReleasedCents > 2000:
		w.t.Fatalf("the same money left twice: %+v", books.events)
	case out > p.GoodCents+p.ReturnedCents:
		w.t.Fatalf("more left than ever came: %+v after %+v", p, books.events)
	case (p.HeldCents < 0) != (p.DeficitCents > 0) || p.DeficitCents > p.ReturnedCents:
		w.t.Fatalf("a deficit is hidden or made up: %+v after %+v", p, books.events)
	case d.Outcome == escrow.Refused && (len(d.Why) == 0 || len(d.Cures) != len(d.Why) || len(d.Legs) > 0):
		w.t.Fatalf("a bad refusal: %+v", d)
	}
	w.seen[fmt.Sprint(p.Stage, got)] = true
}
