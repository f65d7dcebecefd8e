package escrow_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

// growing is a log of a load that grows with n.
type growing struct {
	terms escrow.Terms
	log   []escrow.Event
	at    time.Time
}

// grow has n purchases of a hundred dollars with the conditions.
func grow(n int, conditions ...escrow.Condition) *growing {
	g := &growing{terms: focus(), at: ny("2002-11-25 10:00")}
	if conditions == nil {
		conditions = []escrow.Condition{{ID: "signed", Text: "signed", Kind: escrow.Once, Favors: escrow.ForCompany}}
	}
	g.terms.Purchases, g.terms.ConsentShares, g.terms.Conditions = nil, 0, conditions
	for i := range n {
		id := fmt.Sprintf("p%06d", i)
		g.terms.Purchases = append(g.terms.Purchases, escrow.Purchase{
			ID: escrow.PurchaseID(id), Investor: escrow.PartyID("i" + id), Shares: 100, DueCents: 100_00, BonaFide: true,
		})
	}
	return g
}

// add takes place a second after what was added before.
func (g *growing) add(by escrow.PartyID, b escrow.Body) {
	g.at = g.at.Add(time.Second)
	g.log = append(g.log, escrow.Event{ID: escrow.EventID(fmt.Sprintf("event-%08d", len(g.log))), At: g.at.UTC(), By: by, Body: b})
}

func (g *growing) release(p *escrow.Purchase) {
	g.add(agent, escrow.Release{Purchases: []escrow.PurchaseID{p.ID}})
}

func (g *growing) pay(p *escrow.Purchase) {
	g.add(agent, wired(fmt.Sprint("W", len(g.log)), p.Investor, p.ID, p.DueCents))
}

func refundsAndInterest(n int) *growing {
	g := grow(n)
	g.terms.Interest = escrow.InterestToInvestors
	for i := range g.terms.Purchases {
		g.pay(&g.terms.Purchases[i])
	}
	g.at = ny("2002-12-20 10:00")
	g.add(agent, escrow.InterestEarned{Reference: "I", Cents: int64(n) * 10, From: date("2002-11-25"), Through: date("2002-12-19")})
	g.add(agent, escrow.Terminated{Right: escrow.RightOfBoth})
	for _, p := range g.terms.Purchases {
		g.add(agent, escrow.Refund{Purchase: p.ID, Cents: p.DueCents, Ground: escrow.GroundTerminated})
		g.add(agent, escrow.Refund{Purchase: p.ID, Cents: 10, Ground: escrow.GroundInterest})
	}
	return g
}

func haltsAndWaivers(n int) *growing {
	g := grow(1, escrow.Condition{ID: "traded", Text: "no halt", Kind: escrow.Throughout, Favors: escrow.ForInvestor, Waivable: true})
	p := &g.terms.Purchases[0]
	for range n {
		g.add(agent, escrow.Observed{Condition: "traded", Purchase: p.ID, State: escrow.Unmet})
		g.add(agent, escrow.Observed{Condition: "traded", Purchase: p.ID, State: escrow.Met})
		g.add(p.Investor, escrow.Waive{Condition: "traded", Purchase: p.ID, Signed: true})
		g.release(p) // there is no money
	}
	return g
}

func consentsAndReleases(n int) *growing {
	g := grow(n)
	g.terms.ConsentShares = int64(n)*100/2 + 1
	g.add(company, escrow.Consented{Day: date("2002-11-25"), Time: calendar.MustClock(17, 0)})
	for i := range g.terms.Purchases {
		g.add(g.terms.Purchases[i].Investor, escrow.Consented{Day: date("2002-11-25"), Time: calendar.MustClock(17, 0)})
		g.release(&g.terms.Purchases[i])
	}
	return g
}

func omnibusWire(n int) *growing {
	g := grow(n)
	g.add(agent, escrow.DepositReceived{Rail: escrow.RailWire, Reference: "all", From: "broker", Cents: int64(n) * 100_00})
	for _, p := range g.terms.Purchases {
		g.add(agent, escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "all", To: p.ID, Cents: 100_00})
	}
	return g
}

func paymentsOfOne(n int) *growing {
	g := grow(1, escrow.Condition{ID: "paid", Text: "paid", Kind: escrow.Funds, Favors: escrow.ForCompany, Waivable: true})
	p := &g.terms.Purchases[0]
	p.DueCents = int64(n) * 100_00
	for range n - 1 {
		g.add(agent, wired(fmt.Sprint("W", len(g.log)), p.Investor, p.ID, 100_00))
		g.release(p)
	}
	return g
}

func smallAmendments(n int) *growing {
	g := grow(1)
	g.add(agent, escrow.DayClosed{Day: date("2002-12-24"), Name: "storm"})
	p := &g.terms.Purchases[0]
	for i := range n {
		terms := g.terms
		terms.Purchases = slices.Clone(g.terms.Purchases)
		terms.Purchases[0].DueCents = 100_01 + int64(i)
		g.add(company, escrow.Amend{Amendment: fmt.Sprint(i), Terms: terms, Signed: true})
		g.add(p.Investor, escrow.SignAmendment{Amendment: fmt.Sprint(i)})
	}
	return g
}

func minimumWithFactAhead(n int) *growing {
	g := grow(n, escrow.Condition{ID: "signed", Text: "signed", Kind: escrow.Once, Favors: escrow.ForCompany})
	g.terms.Contingency = escrow.Contingency{MinCents: int64(n) * 100_00 / 2, By: date("2003-03-31")}
	ahead := g.at.AddDate(0, 1, 0)
	g.log = append(g.log, escrow.Event{
		ID: "ahead", At: ahead.UTC(), By: agent, Body: escrow.Observed{Condition: "signed", Purchase: g.terms.Purchases[0].ID, State: escrow.Met},
	})
	for i := range g.terms.Purchases {
		p := &g.terms.Purchases[i]
		g.add(agent, escrow.Observed{Condition: "signed", Purchase: p.ID, State: escrow.Met})
		g.pay(p)
		g.release(p)
	}
	return g
}

// toldInReverse are facts about one condition and payments for one purchase, the last
// of each told first.
func toldInReverse(n int) *growing {
	g := grow(1, escrow.Condition{ID: "signed", Text: "signed", Kind: escrow.Once, Favors: escrow.ForCompany})
	p := &g.terms.Purchases[0]
	for i := range n {
		g.add(agent, escrow.Observed{Condition: "signed", Purchase: p.ID, State: []escrow.State{escrow.Met, escrow.Unmet}[i%2]})
		g.add(agent, wired(fmt.Sprint("W", len(g.log)), p.Investor, p.ID, 1))
	}
	slices.Reverse(g.log)
	return g
}

type load struct {
	name string
	of   func(int) *growing
	n    int
	no   int // how many events are refused where n is 10
}

func growingLoads() []load {
	return []load{
		{"refund and interest by turns", refundsAndInterest, 1_000, 0},
		{"halts, waivers and releases", haltsAndWaivers, 1_000, 10},
		{"consents and releases", consentsAndReleases, 1_000, 10},
		{"an omnibus wire", omnibusWire, 2_500, 0},
		{"payments and refused releases of one", paymentsOfOne, 1_000, 9},
		{"amendments after a closed day", smallAmendments, 500, 0},
		{"a minimum with a fact dated ahead", minimumWithFactAhead, 1_000, 10},
		{"told in reverse", toldInReverse, 4_000, 0},
	}
}

// The loads do what they are named for.
func TestGrowingLoads(t *testing.T) {
	for _, load := range growingLoads() {
		t.Run(load.name, func(t *testing.T) {
			g := load.of(10)
			_, decisions, err := escrow.Replay(g.terms, g.log)
			if err != nil {
				t.Fatal(err)
			}
			no := 0
			for _, d := range decisions {
				if d.Outcome != escrow.Accepted {
					no++
				}
			}
			if no != load.no {
				t.Errorf("%d events are refused, want %d: %v", no, load.no, decisions)
			}
		})
	}
}

// BenchmarkGrowth replays logs that grow: a load is linear if four times the events
// take about four times as long, which ns/event tells.
func BenchmarkGrowth(b *testing.B) {
	for _, load := range growingLoads() {
		for _, n := range []int{load.n, 2 * load.n, 4 * load.n} {
			b.Run(fmt.Sprint(load.name, "/", n), func(b *testing.B) {
				g := load.of(n)
				for b.Loop() {
					if _, _, err := escrow.Replay(g.terms, g.log); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(g.log)), "ns/event")
			})
		}
	}
}
