package escrow_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// Each bound of the terms is itself allowed, and one beyond it is not.
func TestTermsAtTheirLimits(t *testing.T) {
	minimum := func(by string) func(*escrow.Terms) {
		return func(t *escrow.Terms) { t.Contingency = escrow.Contingency{MinCents: 1, By: date(by)} }
	}
	fees := func(parts ...int64) func(*escrow.Terms) {
		return func(t *escrow.Terms) {
			for _, part := range parts {
				t.Fees = append(t.Fees, escrow.Payout{Payee: "broker", PerMillion: part})
			}
		}
	}
	named := func(id string) func(*escrow.Terms) { return func(t *escrow.Terms) { t.ID = id } }
	currency := func(code string) func(*escrow.Terms) { return func(t *escrow.Terms) { t.Currency = code } }
	consent := func(shares int64) func(*escrow.Terms) { return func(t *escrow.Terms) { t.ConsentShares = shares } }
	type changes = []func(*escrow.Terms)
	for _, c := range []struct {
		name           string
		within, beyond changes
		kind           error
		field          string
	}{
		{"a fee of the whole", changes{fees(1_000_000)}, changes{fees(1_000_001)}, law.ErrRange, "fees[0].per_million"},
		{"fees of the whole", changes{fees(600_000, 400_000)}, changes{fees(600_000, 400_001)}, law.ErrRange, "fees"},
		{"the last date for a minimum", changes{minimum("9998-12-31")}, changes{minimum("9999-01-01")}, law.ErrRange, "contingency.by"},
		{"the consent of all", changes{consent(800_000)}, changes{consent(800_001)}, law.ErrRange, "consent_shares"},
		{
			"the longest name",
			changes{named(strings.Repeat("x", 256)), named(strings.Repeat("é", 128))},
			changes{named(strings.Repeat("x", 257))},
			law.ErrRange, "id",
		},
		{
			"the least byte that is not ASCII, which is no letter by itself",
			changes{named("\u00a1"), named("~")},
			changes{named("\x80"), named("ab\x80"), named("\x80\x80\x80\x80")},
			law.ErrInvalid, "id",
		},
		{
			"the signs beside control characters",
			changes{named("a b"), named("~"), named("a\u00a0b")},
			changes{named("a\x1fb"), named("\x7f"), named("\u0080"), named("\u009f")},
			law.ErrInvalid, "id",
		},
		{
			"the first and the last letter",
			changes{currency("AAZ"), currency("ZZA")},
			changes{currency("AA@"), currency("[ZZ"), currency("AA"), currency("AAAA")},
			law.ErrInvalid, "currency",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i, change := range c.within {
				terms := focus()
				change(&terms)
				if _, err := escrow.New(terms); err != nil {
					t.Errorf("the limit itself, %d: %v", i, err)
				}
			}
			for _, change := range c.beyond {
				terms := focus()
				change(&terms)
				_, err := escrow.New(terms)
				wantFault(t, err, c.kind, c.field)
			}
		})
	}
}

// Each bound of an event is itself allowed, and one beyond it is not.
func TestEventsAtTheirLimits(t *testing.T) {
	s := begin(t, simple())
	at := ny("2002-11-26 12:00")
	leg := func(n int) escrow.LegSettled { return escrow.LegSettled{Leg: escrow.LegID(strings.Repeat("x", n))} }
	refused(t, s.do(agent, at, leg(276)), "escrow.leg.unknown") // a name of 256, a slash and 19 digits
	s.fails(s.event(agent, at, leg(277)), law.ErrRange, "data.leg")
	interest := escrow.InterestEarned{Reference: "i", Cents: 1, From: date("2002-11-26"), Through: date("9998-12-31")}
	accepted(t, s.do(agent, at, interest))
	interest.Reference, interest.Through = "j", date("9999-01-01")
	s.fails(s.event(agent, at, interest), law.ErrRange, "data.through")
}

// What came in adds up to the largest number there is and no further, in each
// currency for itself, however many payments it takes.
func TestMoneyUpToTheLargestNumber(t *testing.T) {
	s := begin(t, simple())
	at := ny("2002-11-26 12:00")
	pay := func(reference string, cents int64, currency string) escrow.Event {
		b := wired(reference, "zoe", "", cents)
		b.Currency = currency
		return s.event(agent, at, b)
	}
	accepted(t, s.apply(pay("1", 1, "")))
	accepted(t, s.apply(pay("2", 5, "CHF")))
	accepted(t, s.apply(pay("3", math.MaxInt64-2, "")))
	accepted(t, s.apply(pay("4", 1, "USD")))
	s.fails(pay("5", 1, ""), law.ErrRange, "data.cents")
	s.fails(pay("6", math.MaxInt64-4, "CHF"), law.ErrRange, "data.cents")
	accepted(t, s.apply(pay("7", math.MaxInt64-5, "CHF")))
	for _, m := range s.total(at).Money {
		if m.InCents != math.MaxInt64 || m.SuspenseCents != math.MaxInt64 {
			t.Errorf("%+v", m)
		}
	}
}

// An amount of nothing is refused for that and for nothing else, wherever it would
// come from.
func TestRefundsOfNothing(t *testing.T) {
	s := begin(t, interestTo(escrow.InterestToCompany))
	s.pay(pAlpha, 500_000_01, ny("2002-11-25 11:00"))
	accepted(t, s.do(agent, ny("2002-11-25 11:00"), wired("z", "zoe", "", 5)))
	accepted(t, s.do(agent, ny("2002-11-30 11:00"), credit()))
	for _, b := range []escrow.Refund{
		{Purchase: pAlpha, Ground: escrow.GroundExcess},
		{Rail: escrow.RailWire, Reference: "z", Ground: escrow.GroundSuspense},
		{Ground: escrow.GroundInterest},
	} {
		d := refused(t, s.do(agent, ny("2002-12-02 11:00"), b), "escrow.instruction.amount_invalid")
		if got := d.Why[0].Text; got != "0 is not an amount above zero." {
			t.Errorf("%s", got)
		}
		b.Cents = 1
		accepted(t, s.do(agent, ny("2002-12-02 11:00"), b))
	}
}

// A purchase that takes the releases to the maximum, to the cent, still closes; one
// cent more and there is no room for it.
func TestMaximumToTheCent(t *testing.T) {
	for due, fits := range map[int64]bool{2_000_000_00: true, 2_000_000_01: false} {
		terms := minMax()
		terms.Purchases[2].DueCents = due
		s := begin(t, terms)
		s.fund(ny("2002-06-10 12:00"))
		accepted(t, s.release(ny("2002-06-14 12:00"), "a", "b"))
		stage, code := escrow.StageReady, law.Code("escrow.release.closing_date")
		if !fits {
			stage, code = escrow.StageFunded, "escrow.release.maximum_exceeded"
		}
		if p := s.purchase("c", "2002-06-17 12:00"); p.Stage != stage || p.Needs[0].Code != code {
			t.Errorf("%d due: %s, needs %+v", due, p.Stage, p.Needs)
		}
		again := *s
		if d := again.refund("2002-06-17 12:00", "c", 1, escrow.GroundMaximum); (d.Outcome == escrow.Refused) != fits {
			t.Errorf("%d due: the refund is %s:\n%s", due, d.Outcome, d.Why)
		}
		if d := s.release(ny("2002-06-17 12:00"), "c"); (d.Outcome == escrow.Accepted) != fits {
			t.Errorf("%d due: the release is %s:\n%s", due, d.Outcome, d.Why)
		}
	}
}

// An event told again is answered as it was the first time, with every reason and
// every warning.
func TestDuplicatesAreToldInFull(t *testing.T) {
	s := begin(t, simple())
	at := ny("2002-11-25 12:00")
	for _, e := range []escrow.Event{
		s.event(agent, at, wired("z", "zoe", "", 5)),                // with a warning
		s.event(company, at, waive("7(b)", pAlpha)),                 // with a reason
		s.event(company, at, waive("7(b)", "nobody")),               // refused
		s.event(agent, at, wired("1", shimon, pShimon, 268_000_00)), // with nothing to say
	} {
		first := s.apply(e)
		again := s.apply(e)
		if again.Outcome != escrow.Duplicate || again.First != first.Outcome {
			t.Errorf("%s: %s, at first %s", e.ID, again.Outcome, again.First)
		}
		again.Outcome, again.First = first.Outcome, ""
		if asJSON(t, again) != asJSON(t, first) {
			t.Errorf("%s, told again: %s", asJSON(t, first), asJSON(t, again))
		}
		if len(first.Why)+len(first.Warnings) == 0 && e.ID != "e4" {
			t.Errorf("%s says nothing", e.ID)
		}
	}
}

// A fact about a purchase that the terms do not have is none, but for money, which
// came all the same and is in suspense; an instruction about one is refused.
func TestUnknownPurchases(t *testing.T) {
	const nobody = escrow.PurchaseID("nobody")
	s := begin(t, focus())
	at := ny("2002-11-26 12:00")
	for _, b := range []escrow.Body{
		escrow.CertificateReceived{Certificate: "1", Purchase: nobody, Holder: alpha, Shares: 1},
		escrow.Observed{Condition: "8(a)", Purchase: nobody, State: escrow.Met},
		escrow.HoldPlaced{Hold: "h", Purchase: nobody},
		escrow.HoldLifted{Hold: "h", Purchase: nobody},
		escrow.Terminated{Purchase: nobody, Right: escrow.RightOfBoth},
		escrow.Ordered{Order: "o", Purchase: nobody, Payee: court, Cents: 1},
		escrow.NotBonaFide{Purchase: nobody},
	} {
		s.fails(s.event(agent, at, b), law.ErrInvalid, "data.purchase")
	}
	if d := accepted(t, s.do(agent, at, wired("W", alpha, nobody, 5))); !d.Warnings.Has("escrow.deposit.suspense") {
		t.Errorf("%+v", d)
	}
	for _, b := range []escrow.Body{
		escrow.Waive{Condition: "8(a)", Purchase: nobody, Signed: true},
		escrow.Release{Purchases: []escrow.PurchaseID{nobody}},
		escrow.Refund{Purchase: nobody, Cents: 1, Ground: escrow.GroundExcess},
		escrow.Unwind{Purchase: nobody, Ground: escrow.GroundOutside},
		escrow.Deliver{Purchase: nobody},
		escrow.ApplySuspense{ExcessOf: nobody, To: pAlpha, Cents: 1},
		escrow.ApplySuspense{ExcessOf: pAlpha, To: nobody, Cents: 1},
		escrow.Cancel{Purchase: nobody},
		escrow.WaiveCancel{Purchase: nobody, Signed: true},
	} {
		if d := s.do(agent, at, b); d.Outcome != escrow.Refused || !slices.Contains(d.Why.Codes(), "escrow.instruction.unknown_purchase") {
			t.Errorf("%T is %s: %s", b, d.Outcome, d.Why)
		}
	}
}

// What is added up in a deal has room for the largest number and not for one more,
// be it money, interest, shares or what a court orders.
func TestOneTooMany(t *testing.T) {
	s := begin(t, simple())
	at := ny("2002-11-26 12:00")
	interest := func(reference string, cents int64) escrow.Event {
		return s.event(agent, at, escrow.InterestEarned{Reference: reference, Cents: cents, From: date("2002-11-25"), Through: date("2002-11-26")})
	}
	paper := func(number string, shares int64) escrow.Event {
		return s.event(agent, at, escrow.CertificateReceived{Certificate: number, Purchase: pAlpha, Holder: alpha, Shares: shares})
	}
	order := func(name string, cents int64) escrow.Event {
		return s.event(agent, at, escrow.Ordered{Order: name, Purchase: pAlpha, Payee: court, Cents: cents})
	}
	for _, c := range []struct {
		of    func(string, int64) escrow.Event
		field string
	}{{interest, "data.cents"}, {paper, "data.shares"}, {order, "data.cents"}} {
		accepted(t, s.apply(c.of("1", math.MaxInt64-1)))
		s.fails(c.of("2", 2), law.ErrRange, c.field)
		accepted(t, s.apply(c.of("3", 1)))
		s.fails(c.of("4", 1), law.ErrRange, c.field)
	}
	// Money and interest are one sum.
	s.fails(s.event(agent, at, wired("W", alpha, pAlpha, 1)), law.ErrRange, "data.cents")
	// What is told again is refused for that.
	refused(t, s.apply(interest("3", 1)), "escrow.deposit.same_reference")
	refused(t, s.apply(paper("3", 1)), "escrow.certificate.same_number")
}
