package escrow_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// goldenTerms is the agreement of November 25, 2002, with what it does not have:
// fees, a minimum, and the days of the rules on brokers' money and refunds.
func goldenTerms() escrow.Terms {
	terms := focus()
	for i := range terms.Purchases {
		terms.Purchases[i].BonaFide = true
	}
	days := func(name string, count int) calendar.Deadline {
		return calendar.Deadline{Name: name, Count: count, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()}
	}
	terms.Fees = []escrow.Payout{{
		Payee: agent, PerMillion: 1_000, Rounding: exact.Nearest, For: "escrow fee", Authority: law.Citation{Cite: "Agreement §5"},
	}}
	terms.Contingency = escrow.Contingency{MinCents: 250_000_00, MaxCents: 1_000_000_00, By: date("2002-12-31")}
	terms.Transmission = escrow.NoonNextBusinessDay()
	terms.RefundWithin = days("Refund", 3)
	terms.Interest = escrow.InterestToInvestors
	return terms
}

// goldenNotice is how a closing is called where the terms do it by notice.
func goldenNotice() escrow.NoticeTerms {
	days := func(count int) calendar.Deadline {
		return calendar.Deadline{Count: count, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()}
	}
	return escrow.NoticeTerms{Lead: days(2), Window: days(5), Return: days(1), Authority: law.Citation{Cite: "Agreement §6"}}
}

// goldenEvents has an event of every type.
func goldenEvents() (events []escrow.Event) {
	more := []escrow.Body{
		escrow.DayClosed{Day: date("2002-11-27"), Name: "snow", Wires: true}, escrow.Deliver{Purchase: pAlpha},
	}
	for i, body := range append(bodies(), more...) {
		events = append(events, escrow.Event{
			ID: escrow.EventID(fmt.Sprintf("event-%d", i+1)), At: ny("2002-11-26 15:00").Add(time.Duration(i) * time.Minute), By: agent, Body: body,
		})
	}
	events[0].Recorded = ny("2002-11-26 16:00")
	return events
}

func goldenQuestions() []any { return []any{goldenTerms(), goldenNotice(), goldenEvents()} }

// goldenAnswers tells a closing on the day after Thanksgiving of which one
// investor's purchase is held up, with the schedule on the eve.
func goldenAnswers(t *testing.T) []any {
	s := begin(t, goldenTerms()).prepare(ny("2002-11-25 12:00")).fund(ny("2002-11-26 10:15"))
	schedule := s.deal.Closing(pShimon, ny("2002-11-27 12:00"))
	var decisions []escrow.Decision
	do := func(by escrow.PartyID, at string, body escrow.Body) escrow.Decision {
		d := s.do(by, ny(at), body)
		decisions = append(decisions, d)
		return d
	}
	early := do(agent, "2002-11-27 14:00", escrow.Release{Purchases: []escrow.PurchaseID{pShimon, pAlpha}})
	if !early.Why.Has("escrow.release.condition_not_shown") {
		t.Fatalf("the eve of Thanksgiving: %s", early.Why)
	}
	do(agent, "2002-11-27 15:00", escrow.HoldPlaced{Hold: "dispute", Purchase: pAlpha, Note: "a dispute over the legend"})
	do(agent, "2002-11-27 15:30", escrow.HoldPlaced{Hold: "audit", Note: "for the day"})
	do(agent, "2002-11-27 16:00", escrow.HoldLifted{Hold: "audit"})
	s.bringDown("2002-11-29", ny("2002-11-29 09:00"))
	released := accepted(t, do(agent, "2002-11-29 14:30", escrow.Release{Purchases: []escrow.PurchaseID{pShimon}}))
	do(agent, "2002-11-29 14:40", escrow.HoldPlaced{Hold: "bank", Note: "the bank asks"})
	do(agent, "2002-11-29 15:00", escrow.LegSettled{Leg: released.Legs[0].ID})
	do("somebody", "2002-11-29 15:10", escrow.DepositReceived{Rail: escrow.RailWire, Reference: "W-9", From: "somebody", Cents: 1_000_00})
	do(agent, "2002-11-29 15:20", escrow.DepositCleared{Rail: escrow.RailCheck, Reference: "1044"})
	do(agent, "2002-11-29 15:20", escrow.NotBonaFide{Rail: escrow.RailCheck, Reference: "1044", Note: "lent by the company"})
	do(agent, "2002-11-29 15:20", escrow.NotBonaFide{Purchase: pAlpha, Note: "the nominee of an affiliate"})
	do(agent, "2002-11-29 15:21", escrow.CertificateReturned{Certificate: "C-99"})
	later := goldenTerms()
	later.ConsentShares = 500_000
	accepted(t, do(company, "2002-11-29 16:00", escrow.Amend{Amendment: "1", Terms: later, Signed: true}))
	return []any{schedule, decisions, s.total(ny("2002-11-29 17:00"))}
}
