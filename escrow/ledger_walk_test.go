package escrow_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/exact"
)

// moneyTerms is a deal in which money can take every way.
func moneyTerms(r *rand.Rand) escrow.Terms {
	t := focus()
	t.Conditions = escrow.FocusConditions()[1:2]
	t.Purchases = []escrow.Purchase{
		{ID: "a", Investor: "ann", Shares: 10, DueCents: 1000, BonaFide: true},
		{ID: "a2", Investor: "ann", Shares: 5, DueCents: 500, BonaFide: r.IntN(2) == 0},
		{ID: "b", Investor: "bob", Shares: 7, DueCents: 700, BonaFide: true},
	}
	t.ConsentShares = 0
	t.Interest = pick(r, "", escrow.InterestToInvestors, escrow.InterestToInvestors, escrow.InterestToCompany)
	t.Fees = pick(r, nil, []escrow.Payout{{Payee: "broker", PerMillion: 70_001}, {Payee: "counsel", Cents: 30, EachClosing: true, Rounding: exact.Up}},
		[]escrow.Payout{{Payee: "counsel", Cents: 650}})
	t.Closing = calendar.ClosingRule{
		Count: calendar.Deadline{Unit: calendar.BusinessDays, Roll: calendar.Forward, Calendar: calendar.FederalReserve()},
	}
	t.Closing.Outside = pick(r, date("2002-12-06"), date("2002-12-03"))
	t.Scope = pick(r, "", "", "", escrow.ScopeTogether)
	t.Memory = pick(r, "", escrow.MemoryFirst)
	if r.IntN(2) == 0 {
		t.Contingency = escrow.Contingency{MinCents: pick[int64](r, 1000, 1700, 2000), MaxCents: pick[int64](r, 0, 2000), By: date("2002-11-29")}
	}
	if t.Scope == escrow.ScopeTogether {
		t.Contingency.MaxCents = 0 // one below what is due could never close
	}
	t.CancelBy = pick(r, ny("2002-11-28 12:00"), ny("2002-11-26 12:00"), time.Time{})
	return t
}

// moneyEvent is one event about money, plausible as things stand.
func moneyEvent(r *rand.Rand, deal escrow.Deal, at time.Time, legs []escrow.LegID) (escrow.PartyID, escrow.Body) {
	purchase := pick[escrow.PurchaseID](r, "a", "a", "a2", "b")
	rail, reference := pick(r, escrow.RailWire, escrow.RailCheck, escrow.RailACH), fmt.Sprint(r.IntN(9))
	cents := pick[int64](r, 1, 100, 500, 700, 1000, 1003)
	leg := escrow.LegID("none/1")
	if len(legs) > 0 {
		leg = pick(r, legs...)
	}
	switch n := r.IntN(31); n {
	case 28:
		return company, escrow.Waive{Condition: "7(b)", Purchase: purchase, Signed: true}
	case 29:
		return agent, escrow.NotBonaFide{Rail: rail, Reference: reference}
	case 30:
		if r.IntN(6) > 0 {
			return agent, escrow.DepositCleared{Rail: rail, Reference: reference}
		}
		return agent, escrow.NotBonaFide{Purchase: purchase}
	case 0, 1, 2, 3, 4, 26, 27:
		if n > 3 {
			cents = map[escrow.PurchaseID]int64{"a": 1000, "a2": 500, "b": 700}[purchase] + pick[int64](r, 0, 0, 0, 3)
			rail = escrow.RailWire
		}
		reference = fmt.Sprint(r.IntN(30))
		from := map[escrow.PurchaseID]escrow.PartyID{"a": "ann", "a2": "ann", "b": "bob"}[purchase]
		b := escrow.DepositReceived{Rail: rail, Reference: reference, From: from, Purchase: purchase, Cents: cents}
		switch r.IntN(8) {
		case 0:
			b.From = pick[escrow.PartyID](r, "zoe", "")
		case 1:
			b.Purchase = pick[escrow.PurchaseID](r, "", "zzz")
		case 2:
			b.Currency = "CHF"
		}
		return agent, b
	case 5, 6:
		return agent, escrow.DepositCleared{Rail: rail, Reference: reference}
	case 7:
		return agent, escrow.DepositReturned{Rail: rail, Reference: reference}
	case 8, 9, 10:
		return agent, escrow.LegSettled{Leg: leg}
	case 11:
		return agent, escrow.LegFailed{Leg: leg}
	case 12:
		return agent, escrow.InterestEarned{Reference: reference, Cents: cents, From: date("2002-11-25"), Through: date("2002-12-01")}
	case 13:
		if r.IntN(6) > 0 {
			return agent, escrow.Release{Purchases: []escrow.PurchaseID{purchase}}
		}
		return agent, escrow.HoldPlaced{Hold: reference, Purchase: pick(r, purchase, "")}
	case 14:
		return agent, escrow.HoldLifted{Hold: reference, Purchase: pick(r, purchase, "")}
	case 15:
		return agent, escrow.Ordered{Order: reference, Purchase: purchase, Payee: court, Cents: cents}
	case 16:
		if r.IntN(12) > 0 {
			return agent, escrow.Reissue{Leg: leg}
		}
		return agent, escrow.Terminated{Purchase: purchase, Right: escrow.RightOfBoth}
	case 17, 18:
		return pick(r, agent, agent, agent, company), escrow.Release{Purchases: pick(r, []escrow.PurchaseID{purchase}, []escrow.PurchaseID{"a", "b"}, []escrow.PurchaseID{"b", "a", "a2"})}
	case 19:
		return agent, escrow.Unwind{Ground: pick(r, escrow.GroundOutside, escrow.GroundMinimum, escrow.GroundTerminated)}
	case 20, 21:
		b := escrow.ApplySuspense{Rail: rail, Reference: reference, To: purchase, Cents: cents}
		if r.IntN(2) == 0 {
			b.Rail, b.Reference, b.ExcessOf = "", "", pick[escrow.PurchaseID](r, "a", "a2")
			b.Cents = pick[int64](r, 3, 1, 500)
		}
		return agent, b
	case 22:
		if r.IntN(6) > 0 {
			return agent, escrow.LegFailed{Leg: leg}
		}
		return pick[escrow.PartyID](r, "ann", "bob"), escrow.Cancel{Purchase: purchase}
	case 23:
		return agent, escrow.Refund{
			Rail: rail, Reference: reference, Cents: cents, Currency: pick(r, "", "", "CHF"), Ground: escrow.GroundSuspense,
		}
	default:
		g := pick(r, escrow.GroundExcess, escrow.GroundOutside, escrow.GroundMinimum, escrow.GroundTerminated, escrow.GroundCanceled, escrow.GroundOrder, escrow.GroundInterest)
		if p := deal.Report(at).Purchases; len(p) > 0 && r.IntN(2) == 0 {
			cents = max(1, p[r.IntN(len(p))].ExcessCents)
		}
		b := escrow.Refund{Purchase: purchase, Cents: cents, Ground: g}
		if g == escrow.GroundOrder {
			b.Order = reference
		}
		return agent, b
	}
}

// A random deal is told to the package and to the slow ledger; at many instants
// both must agree to the cent, and the books must balance.
func TestLedger(t *testing.T) {
	outcomes := map[string]int{}
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 7))
		terms := moneyTerms(r)
		deal, err := escrow.New(terms)
		if err != nil {
			t.Fatal(err)
		}
		slow := &ledger{terms: terms}
		var log []escrow.Event
		var legs []escrow.LegID
		at := ny("2002-11-25 09:30")
		released := map[escrow.PurchaseID]bool{}
		for i := range 90 {
			at = at.Add(time.Duration(r.IntN(300)) * time.Minute)
			by, body := moneyEvent(r, deal, at, legs)
			e := escrow.Event{ID: escrow.EventID(fmt.Sprint("e", i)), At: at, By: by, Body: body}
			if !e.Instructs() && r.IntN(3) == 0 {
				e.At = at.Add(-time.Duration(r.IntN(2000)) * time.Minute)
			}
			if len(log) > 0 && r.IntN(15) == 0 {
				e = log[r.IntN(len(log))]
			}
			next, d, err := deal.Apply(e)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if checked := deal.Check(e); checked.Outcome != d.Outcome || len(checked.Why) != len(d.Why) {
				t.Fatalf("seed %d: Check and Apply differ", seed)
			}
			if (d.Outcome == escrow.Refused || d.First == escrow.Refused) != (len(d.Cures) > 0) || len(d.Cures) > 0 && len(d.Cures) != len(d.Why) {
				t.Fatalf("seed %d: %d cures for %d reasons", seed, len(d.Cures), len(d.Why))
			}
			outcomes[fmt.Sprint(e.Type(), " ", d.Outcome)]++
			slow.take(e, d)
			if d.Outcome == escrow.Accepted {
				for _, leg := range d.Legs {
					legs = append(legs, leg.ID)
				}
				if b, ok := e.Body.(escrow.Release); ok {
					for _, p := range b.Purchases {
						if released[p] {
							t.Fatalf("seed %d: %s is released twice", seed, p)
						}
						released[p] = true
					}
					checkProceeds(t, seed, d)
				}
			}
			deal, log = next, append(log, e)
			if i%9 == 0 {
				compareBooks(t, seed, deal, slow, pick(r, at, at, at.Add(-30*time.Hour), ny("2003-01-02 12:00")))
			}
		}
		again, _, err := escrow.Replay(terms, log)
		if err != nil || asJSON(t, again.Report(at)) != asJSON(t, deal.Report(at)) {
			t.Fatalf("seed %d: a replay differs (%v)", seed, err)
		}
	}
	for _, want := range []string{
		"release accepted", "refund accepted", "reissue accepted", "suspense.apply accepted", "unwind accepted", "cancel accepted",
		"leg.failed accepted", "leg.settled accepted", "deposit.returned accepted", "deposit.received refused", "release refused",
		"refund refused", "waive accepted", "purchase.not_bona_fide accepted", "unwind refused", "cancel refused", "court.ordered accepted", "interest.earned accepted",
	} {
		if outcomes[want] < 3 {
			t.Errorf("%q came %d times; the logs say too little", want, outcomes[want])
		}
	}
	t.Log(outcomes)
}

// The legs of a release are fees first and sum to the cent.
func checkProceeds(t *testing.T, seed uint64, d escrow.Decision) {
	t.Helper()
	rank := map[escrow.LegKind]int{escrow.LegFee: 1, escrow.LegProceeds: 2, escrow.LegCertificates: 3}
	last := 0
	for _, l := range d.Legs {
		if rank[l.Kind] < last || rank[l.Kind] == 0 || l.Cents < 0 {
			t.Fatalf("seed %d: legs %+v", seed, d.Legs)
		}
		last = rank[l.Kind]
	}
}

func compareBooks(t *testing.T, seed uint64, deal escrow.Deal, slow *ledger, at time.Time) {
	t.Helper()
	r := deal.Report(at)
	if c := r.Contingency; c != nil && c.CountedCents != slow.towardMinimum(at) {
		t.Fatalf("seed %d at %s: %d count toward the minimum, want %d", seed, at, c.CountedCents, slow.towardMinimum(at))
	}
	for _, p := range r.Purchases {
		want := slow.purchase(p.Purchase, at)
		got := sums{pending: p.PendingCents, good: p.GoodCents, returned: p.ReturnedCents, reserved: p.ReservedCents, released: p.ReleasedCents, refunded: p.RefundedCents}
		if got != want {
			t.Fatalf("seed %d, %s at %s:\n%+v, want\n%+v", seed, p.Purchase, at, got, want)
		}
		if p.GoodCents != p.HeldCents+p.ExcessCents+p.ReservedCents+p.ReleasedCents+p.RefundedCents {
			t.Fatalf("seed %d: good money is not accounted for: %+v", seed, p)
		}
		if p.HeldCents < 0 && (p.DeficitCents != -p.HeldCents || p.ReturnedCents == 0 && len(r.Suspense) == 0 && p.PendingCents == 0 && r.Money[len(r.Money)-1].ReturnedCents == 0) || p.ExcessCents < 0 {
			t.Fatalf("seed %d: %+v", seed, p)
		}
	}
	for _, m := range r.Money {
		want := slow.currency(m.Currency, at)
		var excess int64
		if m.Currency == "USD" {
			for _, p := range r.Purchases {
				excess += p.ExcessCents
			}
		}
		got := sums{
			in: m.InCents, pending: m.PendingCents, good: m.HeldCents + excess, returned: m.ReturnedCents, reserved: m.ReservedCents,
			released: m.ReleasedCents, refunded: m.RefundedCents, suspense: m.SuspenseCents - excess, interest: m.InterestCents,
		}
		if got != want {
			t.Fatalf("seed %d, %s at %s:\n%+v, want\n%+v", seed, m.Currency, at, got, want)
		}
		if m.InCents != m.PendingCents+m.HeldCents+m.SuspenseCents+m.ReservedCents+m.ReleasedCents+m.RefundedCents+m.ReturnedCents+m.InterestCents || m.InterestCents < 0 {
			t.Fatalf("seed %d: the books do not balance: %+v", seed, m)
		}
	}
}
