package escrow_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// carrying is a refusal whose cures are carried out, one after another, each alone.
type carrying struct {
	t      *testing.T
	deal   escrow.Deal // after the refusal
	event  escrow.Event
	reason law.Reason
	cure   escrow.Cure
	n      int
}

// datum is a value of a reason.
func datum(data law.Data, name string) string {
	for _, d := range data {
		if d.Name == name {
			return d.Value
		}
	}
	return ""
}

// about is what a reason is about, whatever it says of that.
func about(r law.Reason) string {
	out := string(r.Code)
	for _, name := range []string{"purchase", "condition", "hold", "amendment", "rail", "reference"} {
		out += " " + datum(r.Data, name)
	}
	return out
}

// do applies an event that is accepted.
func (c *carrying) do(by escrow.PartyID, at time.Time, body escrow.Body) {
	c.t.Helper()
	c.n++
	next, d, err := c.deal.Apply(escrow.Event{ID: escrow.EventID(fmt.Sprint("cure ", c.n)), At: at, By: by, Body: body})
	if err != nil || d.Outcome != escrow.Accepted {
		c.t.Fatalf("%s: %s is carried out by %#v: %v, %s", c.reason, c.cure, body, err, d.Why)
	}
	c.deal = next
}

// left is the reason if it is still there once the refused event, or another in its
// place, is sent again.
func (c *carrying) left(at time.Time, by escrow.PartyID, body escrow.Body) (law.Reason, escrow.Cure, bool) {
	d := c.deal.Check(escrow.Event{ID: "again", At: at, By: by, Body: body})
	for i, r := range d.Why {
		if about(r) == about(c.reason) {
			return r, d.Cures[i], true
		}
	}
	return law.Reason{}, escrow.Cure{}, false
}

// same reports whether nothing has changed of what is missing.
func (c *carrying) same(r law.Reason, cure escrow.Cure) bool {
	return values(r.Data) == values(c.reason.Data) && values(cure.Data) == values(c.cure.Data)
}

// carryEvent carries out the event of a cure. It leaves the reason, if at all, with less
// missing.
func (c *carrying) carryEvent() {
	c.t.Helper()
	e := *c.cure.Event
	next, d, err := c.deal.Apply(e)
	if err != nil || d.Outcome != escrow.Accepted {
		c.t.Fatalf("%s: %s, with %+v, which is refused: %v %s", c.reason, c.cure, e, err, d.Why)
	}
	if e.Type() == c.event.Type() {
		return // it is the refused event put right
	}
	c.deal = next
	r, cure, left := c.left(later(e.At, c.event.At).Add(1), c.event.By, c.event.Body)
	if !left {
		return
	}
	if c.same(r, cure) || len(cure.Who) == 0 {
		c.t.Fatalf("%s: %s was done by %+v and left %s", c.reason, c.cure, e, r)
	}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// carry carries out a cure without an event by what it says; false if that is not for
// a test to do, such as to agree on other terms.
func (c *carrying) carry() bool {
	c.t.Helper()
	at, by, body := c.event.At.Add(1), c.event.By, c.event.Body
	release, _ := body.(escrow.Release)
	terms := c.deal.Terms()
	switch c.cure.Code {
	case "escrow.cure.wait":
		at = later(date(datum(c.cure.Data, "date")).At(calendar.MustClock(23, 0), calendar.NewYork()), at)
	case "escrow.cure.open_day", "escrow.cure.next_day", "escrow.cure.hour":
		day, err := terms.Closing.Count.Calendar.Next(calendar.DateOf(at.In(calendar.NewYork())))
		if err != nil {
			c.t.Fatal(err)
		}
		at = day.At(calendar.MustClock(10, 0), calendar.NewYork())
	case "escrow.cure.cancel_ends":
		at = terms.CancelBy.Add(1)
	case "escrow.cure.instruct":
		by = escrow.PartyID(c.cure.Who[0])
	case "escrow.cure.name_all", "escrow.cure.name_more":
		release.Purchases = nil
		for _, p := range c.deal.Report(at).Purchases {
			if !p.Schedule.Closed && (c.cure.Code == "escrow.cure.name_all" || p.Minimum.CountedCents > 0) {
				release.Purchases = append(release.Purchases, p.Purchase)
			}
		}
		body = release
	case "escrow.cure.fewer":
		for _, p := range release.Purchases {
			if _, _, left := c.left(at, by, escrow.Release{Purchases: []escrow.PurchaseID{p}}); !left {
				return true
			}
		}
		c.t.Fatalf("%s: none fits", c.reason)
	case "escrow.cure.ground":
		refund, ok := body.(escrow.Refund)
		if !ok || refund.Purchase == "" {
			return false
		}
		ground, _, _ := strings.Cut(datum(c.cure.Data, "available"), "\n")
		refund.Ground = escrow.Ground(ground)
		if refund.Ground == escrow.GroundOrder {
			return false // which order is for the caller to say
		}
		refund.Cents, body = 1, refund
	case "escrow.cure.return":
		c.returnCertificate(at)
		at = at.Add(1)
	case "escrow.cure.fund", "escrow.cure.funds_clear", "escrow.cure.accept", "escrow.cure.subscribe":
		return c.carryMinimum(at, terms)
	default:
		return false
	}
	if r, cure, left := c.left(at, by, body); left && (c.same(r, cure) || len(cure.Who) == 0) {
		c.t.Fatalf("%s: %s was done and left %s", c.reason, c.cure, r)
	}
	return true
}

// returnCertificate returns one that is in the investor's name.
func (c *carrying) returnCertificate(at time.Time) {
	c.t.Helper()
	held := func() int64 {
		for _, p := range c.deal.Report(at).Purchases {
			if string(p.Purchase) == datum(c.reason.Data, "purchase") {
				return p.CertificateShares
			}
		}
		return 0
	}
	before := held()
	for i := range 12 {
		deal, n := c.deal, c.n
		c.do(agent, at, escrow.CertificateReturned{Certificate: certificates(i)})
		if held() != before {
			return
		}
		c.deal, c.n = deal, n
	}
	c.t.Fatalf("%s: no certificate returns it", c.reason)
}

// certificates are the numbers in the random logs.
func certificates(i int) string {
	if i >= 9 {
		return fmt.Sprint("start", i-9)
	}
	return fmt.Sprint(i)
}

// steps are the cures of a minimum in the order in which one can announce another.
var steps = []law.Code{"escrow.cure.subscribe", "escrow.cure.fund", "escrow.cure.funds_clear", "escrow.cure.accept"}

// carryMinimum brings the minimum as far as one cure says. The next, if there is one, is
// another.
func (c *carrying) carryMinimum(at time.Time, terms escrow.Terms) bool {
	c.t.Helper()
	report := c.deal.Report(at)
	switch c.cure.Code {
	case "escrow.cure.subscribe":
		if len(report.Amendments) > 0 {
			return false // that one comes first
		}
		cents := report.Contingency.MinCents
		terms.Purchases = append(terms.Purchases, escrow.Purchase{ID: "new", Investor: "newcomer", Shares: 1, DueCents: cents, BonaFide: true})
		at = later(at, c.cleared())
		c.do(company, at, escrow.Amend{Amendment: "new", Terms: terms, Signed: true})
		for {
			waits := c.deal.Report(at).Amendments
			if len(waits) == 0 {
				break
			}
			c.do(escrow.PartyID(waits[0].Missing[0]), at, escrow.SignAmendment{Amendment: "new"})
		}
		c.do(agent, at, wired("new", "newcomer", "new", cents))
		c.accept(at, "new", terms)
	case "escrow.cure.fund":
		for _, p := range report.Purchases {
			if missing := p.DueCents - p.GoodCents + p.ReservedCents + p.RefundedCents - p.PendingCents; missing > 0 && !p.Schedule.Closed && open(p) {
				c.do(agent, at, wired("more "+string(p.Purchase), p.Investor, p.Purchase, missing))
			}
		}
	case "escrow.cure.funds_clear":
		for _, rail := range []escrow.Rail{escrow.RailCheck, escrow.RailACH} {
			for i := range 30 {
				c.do(agent, at, escrow.DepositCleared{Rail: rail, Reference: fmt.Sprint(i)})
			}
		}
	default:
		if slices.ContainsFunc(report.Purchases, func(p escrow.PurchaseReport) bool { return p.CertificateShares > p.Shares }) {
			for i := range 12 { // all of them, of which some are too many
				c.do(agent, at, escrow.CertificateReturned{Certificate: certificates(i)})
			}
		}
		for _, p := range report.Purchases {
			if open(p) {
				c.accept(at, p.Purchase, terms)
			}
		}
	}
	r, cure, left := c.left(at.Add(1), c.event.By, c.event.Body)
	if left && (len(cure.Who) == 0 || slices.Index(steps, cure.Code) <= slices.Index(steps, c.cure.Code)) {
		c.t.Fatalf("%s: %s was done and left %s: %s", c.reason, c.cure, r, cure)
	}
	return true
}

// open reports whether a purchase can still count.
func open(p escrow.PurchaseReport) bool {
	return p.Stage != escrow.StageTerminated && p.Stage != escrow.StageRefunded && p.Stage != escrow.StageRefunding
}

// cleared is the last instant of the log, before which nothing can be instructed.
func (c *carrying) cleared() time.Time { return c.event.At.Add(1) }

// accept satisfies the conditions of a purchase, or waives them.
func (c *carrying) accept(at time.Time, p escrow.PurchaseID, terms escrow.Terms) {
	c.t.Helper()
	at = at.Add(1)
	i := slices.IndexFunc(terms.Purchases, func(own escrow.Purchase) bool { return own.ID == p })
	for _, k := range terms.Conditions {
		switch k.Kind {
		case escrow.Once, escrow.Throughout, escrow.Absence:
			if !k.DealWide {
				c.do(agent, at, escrow.Observed{Condition: k.ID, Purchase: p, State: escrow.Met})
			}
		case escrow.Custody:
			shares := terms.Purchases[i].Shares
			for _, r := range c.deal.Report(at).Purchases {
				if r.Purchase == p {
					shares -= r.CertificateShares
				}
			}
			if shares > 0 {
				c.do(agent, at, escrow.CertificateReceived{
					Certificate: "more " + string(p), Purchase: p, Holder: terms.Purchases[i].Investor, Shares: shares,
				})
			}
		default:
		}
		if favored := terms.Purchases[i].Investor; k.Waivable && k.Kind != escrow.AtClosing && k.Favors == escrow.ForInvestor {
			c.do(favored, at, escrow.Waive{Condition: k.ID, Purchase: p, Signed: true})
		}
	}
}

// Every cure of the refusals of random logs is carried out, by its event where it has
// one, and the reason is gone, or is another of which the cure spoke. Nobody is named
// where nobody can do anything.
func TestCuresAreCarriedOut(t *testing.T) {
	seeds := uint64(400)
	if testing.Short() {
		seeds = 25
	}
	done, undone := map[law.Code]int{}, map[law.Code]int{}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 31))
		acceptLog(t, seed, r, func(_, after escrow.Deal, e escrow.Event, d escrow.Decision) {
			if d.Outcome != escrow.Refused {
				return
			}
			for i, reason := range d.Why {
				c := carrying{t: t, deal: after, event: e, reason: reason, cure: d.Cures[i]}
				hopeless := slices.Contains([]law.Code{"escrow.cure.none", "escrow.cure.recorded", "escrow.cure.refund"}, c.cure.Code)
				if hopeless != (len(c.cure.Who) == 0) || c.cure.Text == "" || hopeless && c.cure.Event != nil {
					t.Fatalf("%s: %+v", reason, c.cure)
				}
				switch {
				case c.cure.Event != nil:
					c.carryEvent()
				case !c.carry():
					undone[c.cure.Code]++
					continue
				}
				done[c.cure.Code]++
			}
		})
	}
	t.Logf("carried out: %v", done)
	t.Logf("left alone: %v", undone)
	for _, code := range []law.Code{
		"escrow.cure.pay", "escrow.cure.clear", "escrow.cure.show", "escrow.cure.waive", "escrow.cure.deliver", "escrow.cure.lift",
		"escrow.cure.sign", "escrow.cure.wait", "escrow.cure.instruct", "escrow.cure.less", "escrow.cure.good", "escrow.cure.open_day",
		"escrow.cure.fund", "escrow.cure.funds_clear", "escrow.cure.accept", "escrow.cure.subscribe", "escrow.cure.fewer",
		"escrow.cure.name_more", "escrow.cure.cancel_ends", "escrow.cure.name_all", "escrow.cure.ground", "escrow.cure.return",
	} {
		if done[code] == 0 && !testing.Short() {
			t.Errorf("no log carries out %s", code)
		}
	}
}
