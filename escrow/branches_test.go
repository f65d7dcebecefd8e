package escrow_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

// Two branches of one deal share what they have in common and nothing else,
// also when they grow at the same time.
func TestBranches(t *testing.T) {
	s := begin(t, focus()).prepare(ny("2002-11-25 10:00"))
	base := s.deal
	baseReport := asJSON(t, base.Report(ny("2002-12-02 12:00")))
	reports := make([]string, 8)
	var wait sync.WaitGroup
	for g := range reports {
		wait.Add(1)
		go func() {
			defer wait.Done()
			deal := base
			for i := range 20 {
				e := escrow.Event{
					ID: escrow.EventID(fmt.Sprintf("b%d", i)), At: ny("2002-11-26 10:00").Add(time.Duration(g*i) * time.Minute), By: agent,
					Body: wired(fmt.Sprint("b", i), alpha, pAlpha, int64(100*g+i+1)),
				}
				if i%2 == 1 {
					e.Body = escrow.Observed{Condition: "8(g)(i)", State: pick(rand.New(rand.NewPCG(uint64(g), uint64(i))), escrow.Met, escrow.Unmet)}
				}
				next, _, err := deal.Apply(e)
				if err != nil {
					t.Error(err)
					return
				}
				deal = next
			}
			b, err := json.Marshal(deal.Report(ny("2002-12-02 12:00")))
			if err != nil {
				t.Error(err)
			}
			reports[g] = string(b)
			var sum int64
			for i := 0; i < 20; i += 2 {
				sum += int64(100*g + i + 1)
			}
			if got := own(deal.Report(ny("2002-12-02 12:00"))).HeldCents; got != sum {
				t.Errorf("branch %d holds %d, want %d", g, got, sum)
			}
		}()
	}
	wait.Wait()
	if asJSON(t, base.Report(ny("2002-12-02 12:00"))) != baseReport {
		t.Error("a branch changed its base")
	}
}

// Two events added to one base by turns do not write into each other's room.
func TestBranchesByTurns(t *testing.T) {
	at := ny("2002-11-26 10:00")
	s := begin(t, focus()).prepare(ny("2002-11-25 10:00"))
	for i := range 5 { // five leave room for more behind them
		s.pay(pAlpha, 1, at.Add(-time.Hour))
		s.do(alpha, at, waive("8(a)", pAlpha))
		s.do(company, at.Add(-time.Duration(i+1)), escrow.Consented{Day: date("2002-11-27"), Time: calendar.MustClock(12, 0)})
		s.do(company, at, escrow.CertificateReceived{
			Certificate: fmt.Sprint("misnamed", i), Purchase: pAlpha, Holder: shimon, Shares: 1, // in another's name, so that the count stays right
		})
		s.met("8(g)(i)", "", at)
		s.met("7(a)", pAlpha, at)
	}
	base, _, err := escrow.Replay(focus(), s.log)
	if err != nil {
		t.Fatal(err)
	}
	later := at.Add(time.Hour)
	paid := wired("all", alpha, pAlpha, 500_000_00)
	five := escrow.Consented{Day: date("2002-11-27"), Time: calendar.MustClock(17, 0)}
	six := escrow.Consented{Day: date("2002-11-27"), Time: calendar.MustClock(18, 0)}
	for _, c := range []struct {
		by       escrow.PartyID
		before   escrow.Body // makes the difference of the two visible
		one, two escrow.Body
	}{
		{agent, paid, wired("x", alpha, pAlpha, 10), wired("x", alpha, pAlpha, 20)},
		{agent, paid, escrow.CertificateReceived{Certificate: "x", Purchase: pAlpha, Holder: alpha, Shares: 10}, escrow.CertificateReceived{Certificate: "x", Purchase: pAlpha, Holder: alpha, Shares: 20}},
		{alpha, escrow.Observed{Condition: "8(g)(i)", State: escrow.Unmet}, waive("8(g)(i)", pAlpha), waive("8(g)(ii)", pAlpha)},
		{alpha, paid, five, six},
		{agent, paid, escrow.Observed{Condition: "8(g)(i)", State: escrow.Unmet}, escrow.Observed{Condition: "8(g)(i)", State: escrow.Met}},
		{
			agent, paid,
			escrow.Observed{Condition: "7(a)", Purchase: pAlpha, State: escrow.Unmet},
			escrow.Observed{Condition: "7(a)", Purchase: pAlpha, State: escrow.Met},
		},
	} {
		prepared := base
		for i, b := range []escrow.Body{c.before, six} {
			var err error
			if prepared, _, err = prepared.Apply(escrow.Event{ID: escrow.EventID(fmt.Sprint("p", i)), At: at, By: company, Body: b}); err != nil {
				t.Fatal(err)
			}
		}
		one, _, err := prepared.Apply(escrow.Event{ID: "x", At: later, By: c.by, Body: c.one})
		if err != nil {
			t.Fatal(err)
		}
		want := asJSON(t, one.Report(later))
		two, _, err := prepared.Apply(escrow.Event{ID: "x", At: later, By: c.by, Body: c.two})
		if err != nil {
			t.Fatal(err)
		}
		if asJSON(t, one.Report(later)) != want {
			t.Errorf("adding %+v to one branch changed another", c.two)
		}
		if asJSON(t, two.Report(later)) == want {
			t.Errorf("%+v and %+v look the same", c.one, c.two)
		}
	}
}

// What the caller gets back is the caller's: changing it changes no deal.
func TestDecisionsAreCopies(t *testing.T) {
	s := closingDay(t)
	names := []escrow.PurchaseID{pAlpha}
	e := s.event(agent, ny("2002-11-26 14:00"), escrow.Release{Purchases: names})
	d := s.apply(e)
	want := asJSON(t, d.Legs)
	names[0] = pShimon
	d.Legs[0].Cents = 1
	d.Why[0].Code = "changed"
	e.Body = escrow.Release{Purchases: []escrow.PurchaseID{pAlpha}}
	if again := s.apply(e); asJSON(t, again.Legs) != want || again.Why.Has("changed") {
		t.Errorf("the caller changed a stored decision: %+v", again)
	}
}
