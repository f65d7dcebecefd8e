package escrow_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/offerkit/offerkit/escrow"
)

// manyFacts are facts of every sort but those about legs, none of which
// contradicts another.
func manyFacts(r *rand.Rand) []escrow.Event {
	var log []escrow.Event
	moment := func() time.Time { return ny("2002-11-25 08:00").Add(time.Duration(r.IntN(9*24*4)) * 15 * time.Minute) }
	add := func(b escrow.Body) {
		log = append(log, escrow.Event{ID: escrow.EventID(fmt.Sprint("e", len(log))), At: moment(), By: agent, Body: b})
	}
	purchases := []escrow.PurchaseID{"a", "a2", "b"}
	for i := range 14 {
		rail, reference := pick(r, escrow.RailWire, escrow.RailCheck), fmt.Sprint(i)
		from := pick[escrow.PartyID](r, "ann", "ann", "bob", "zoe", "")
		add(escrow.DepositReceived{
			Rail: rail, Reference: reference, From: from, Purchase: pick[escrow.PurchaseID](r, "a", "a", "a2", "b", "zzz"),
			Cents: pick[int64](r, 1, 500, 700, 1000), Currency: pick(r, "", "", "", "CHF"),
		})
		for range r.IntN(3) {
			add(escrow.DepositCleared{Rail: rail, Reference: reference})
		}
		if r.IntN(3) == 0 {
			add(escrow.DepositReturned{Rail: rail, Reference: reference})
		}
	}
	add(escrow.DepositCleared{Rail: escrow.RailACH, Reference: "never seen"})
	for i, p := range purchases {
		add(escrow.CertificateReceived{Certificate: fmt.Sprint(i), Purchase: p, Holder: pick[escrow.PartyID](r, "ann", "bob"), Shares: pick[int64](r, 5, 7, 10)})
		if r.IntN(2) == 0 {
			add(escrow.CertificateReturned{Certificate: fmt.Sprint(i)})
		}
		add(escrow.HoldPlaced{Hold: fmt.Sprint(r.IntN(2)), Purchase: pick(r, p, ""), Note: fmt.Sprint(i)})
		add(escrow.HoldLifted{Hold: fmt.Sprint(r.IntN(2)), Purchase: pick(r, p, "")})
		add(escrow.Ordered{Order: fmt.Sprint(i), Purchase: p, Payee: court, Cents: 5})
		add(escrow.InterestEarned{Reference: fmt.Sprint(i), Cents: 100, From: date("2002-11-25"), Through: date("2002-11-30")})
		if r.IntN(6) == 0 {
			add(escrow.DayClosed{Day: date("2002-11-25").AddDays(r.IntN(12)), Name: fmt.Sprint(i), Wires: r.IntN(2) == 0})
		}
		if r.IntN(3) == 0 {
			add(escrow.NotBonaFide{Purchase: p})
		}
		add(escrow.NotBonaFide{Rail: pick(r, escrow.RailWire, escrow.RailCheck), Reference: fmt.Sprint(r.IntN(16))})
		if r.IntN(4) == 0 {
			add(escrow.Terminated{Purchase: pick(r, p, ""), Right: escrow.RightOfBoth})
		}
	}
	return log
}

// 27: any order of the same facts gives the same reports at every instant, and
// the same answers to what is asked afterwards.
func TestMoneyFactsCommute(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 11))
		terms := moneyTerms(r)
		facts := manyFacts(r)
		instants := []time.Time{ny("2002-11-25 12:00"), ny("2002-11-29 12:00"), ny("2002-12-02 00:00"), ny("2003-01-02 12:00")}
		var after []escrow.Event
		for i, b := range []escrow.Body{
			escrow.Release{Purchases: []escrow.PurchaseID{"a"}},
			escrow.Release{Purchases: []escrow.PurchaseID{"b", "a2"}},
			escrow.Refund{Purchase: "a", Cents: 1, Ground: escrow.GroundExcess},
			escrow.Unwind{Ground: escrow.GroundOutside},
		} {
			after = append(after, escrow.Event{ID: escrow.EventID(fmt.Sprint("i", i)), At: ny("2002-12-05 10:00").AddDate(0, 0, i), By: agent, Body: b})
		}
		want := ""
		for range 6 {
			r.Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
			deal, decisions, err := escrow.Replay(terms, append(append([]escrow.Event{}, facts...), after...))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range decisions[:len(facts)] {
				accepted(t, d)
			}
			got := asJSON(t, decisions[len(facts):])
			for _, at := range instants {
				got += "\n" + asJSON(t, deal.Report(at))
			}
			if want == "" {
				want = got
			} else if got != want {
				t.Fatalf("seed %d: the order of facts matters:\n%s\n\n%s", seed, want, got)
			}
		}
	}
}
