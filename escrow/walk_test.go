package escrow_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

// letter is one event of the exhaustive walks. At another place of the log it is
// another event, an hour later; "last leg" is the one ordered last.
type letter struct {
	name string
	body func(last escrow.LegID) escrow.Body
}

// say is a letter that does not depend on the legs.
func say(name string, body escrow.Body) letter {
	return letter{name, func(escrow.LegID) escrow.Body { return body }}
}

// wires is the alphabet of money that comes, goes and comes back, also on the order
// of a court, and is released although it is short.
var wires = []letter{
	say("wire", wired("W", "ann", "a", 1000)),
	say("returned", escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W"}),
	say("more", wired("X", "ann", "a", 1000)),
	say("release", escrow.Release{Purchases: []escrow.PurchaseID{"a"}}),
	say("terminated", escrow.Terminated{Purchase: "a", Right: escrow.RightOfBoth}),
	say("refund", escrow.Refund{Purchase: "a", Cents: 1000, Ground: escrow.GroundTerminated}),
	{"settled", func(last escrow.LegID) escrow.Body { return escrow.LegSettled{Leg: last} }},
	{"failed", func(last escrow.LegID) escrow.Body { return escrow.LegFailed{Leg: last} }},
	{"reissue", func(last escrow.LegID) escrow.Body { return escrow.Reissue{Leg: last} }},
	say("ordered", escrow.Ordered{Order: "o", Purchase: "a", Payee: court, Cents: 1000}),
	say("obeyed", escrow.Refund{Purchase: "a", Cents: 1000, Ground: escrow.GroundOrder, Order: "o"}),
	say("waived", escrow.Waive{Purchase: "a", Condition: "7(b)", Signed: true}),
}

// papers is the alphabet of what has to clear, be lifted, be waived or be counted
// otherwise before money goes, with a minimum of the whole.
var papers = []letter{
	say("check", escrow.DepositReceived{Rail: escrow.RailCheck, Reference: "C", From: "ann", Purchase: "a", Cents: 1000}),
	say("cleared", escrow.DepositCleared{Rail: escrow.RailCheck, Reference: "C"}),
	say("not bona fide", escrow.NotBonaFide{Rail: escrow.RailCheck, Reference: "C"}),
	say("bounced", escrow.DepositReturned{Rail: escrow.RailCheck, Reference: "C"}),
	say("stranger", wired("S", "zoe", "a", 1000)),
	say("apply", escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "S", To: "a", Cents: 1000}),
	say("hold", escrow.HoldPlaced{Hold: "h"}),
	say("lift", escrow.HoldLifted{Hold: "h"}),
	say("release", escrow.Release{Purchases: []escrow.PurchaseID{"a"}}),
	say("cancel", escrow.Cancel{Purchase: "a"}),
	say("unwind", escrow.Unwind{Purchase: "a", Ground: escrow.GroundCanceled}),
	say("certificate", escrow.CertificateReceived{Certificate: "1", Purchase: "a", Holder: "ann", Shares: 10}),
	say("interest", escrow.Refund{Cents: 1, Ground: escrow.GroundInterest}),
}

// Every log of up to five letters keeps the books true, releases at most once and
// never pays the same money out twice.
func TestEveryShortLog(t *testing.T) {
	for _, c := range []struct {
		name    string
		letters []letter
		most    int
	}{
		{"wires", wires, 5},
		{"papers", papers, 5},
	} {
		if testing.Short() {
			c.most-- // the race detector takes ten times as long
		}
		want, longest := 0, 1
		for range c.most {
			longest *= len(c.letters)
			want += longest
		}
		t.Run(c.name, func(t *testing.T) {
			terms := simple()
			terms.Purchases = []escrow.Purchase{{ID: "a", Investor: "ann", Shares: 10, DueCents: 1000, BonaFide: true}}
			terms.ConsentShares = 0
			terms.Closing = calendar.ClosingRule{
				Count: calendar.Deadline{Unit: calendar.BusinessDays, Roll: calendar.Forward, Calendar: calendar.FederalReserve()},
			}
			if c.name == "papers" {
				terms.Contingency = escrow.Contingency{MinCents: 1000, By: date("2002-12-31")}
				terms.CancelBy = ny("2002-12-31 12:00")
			}
			deal, err := escrow.New(terms)
			if err != nil {
				t.Fatal(err)
			}
			w := walk{t: t, terms: terms, seen: map[string]bool{}, letters: c.letters, most: c.most}
			w.from(deal, &ledger{terms: terms}, "none/1", 0, 0)
			t.Logf("%d logs, %d different reports", w.logs, len(w.seen))
			if w.logs != want {
				t.Errorf("%d logs were walked, want %d", w.logs, want)
			}
		})
	}
}

type walk struct {
	t     *testing.T
	terms escrow.Terms
	logs  int
	seen  map[string]bool

	letters []letter
	most    int
}

func (w *walk) from(deal escrow.Deal, slow *ledger, last escrow.LegID, depth, released int) {
	if depth == w.most {
		return
	}
	at := ny("2002-11-26 09:00").Add(time.Duration(depth) * time.Hour)
	for _, letter := range w.letters {
		by := agent
		switch letter.name {
		case "cancel":
			by = "ann"
		case "waived":
			by = company
		}
		e := escrow.Event{ID: escrow.EventID(fmt.Sprint(letter.name, depth)), At: at, By: by, Body: letter.body(last)}
		next, d, err := deal.Apply(e)
		if err != nil {
			w.t.Fatal(err)
		}
		w.logs++
		books := &ledger{terms: w.terms, events: slow.events[:len(slow.events):len(slow.events)], legs: slow.legs[:len(slow.legs):len(slow.legs)], brought: slow.brought}
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
	if c := deal.Report(at).Contingency; c != nil && c.CountedCents != books.towardMinimum(at) {
		w.t.Fatalf("%d count toward the minimum, want %d after %+v", c.CountedCents, books.towardMinimum(at), books.events)
	}
	w.seen[fmt.Sprint(p.Stage, got)] = true
}
