package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/escrow"
)

// eight is an offering in which a and b have paid the minimum by its date.
func eight(t *testing.T) *story {
	t.Helper()
	terms := minMax()
	terms.CancelBy = ny("2002-06-13 12:00")
	s := begin(t, terms)
	s.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
	s.pay("b", 3_000_000_00, ny("2002-06-10 12:00"))
	return s
}

// Money of a purchase that is over is no sale, whoever ended it, and counts for
// nothing from then on.
func TestMinimumWithoutThoseThatAreOver(t *testing.T) {
	for name, end := range map[string]func(*story) escrow.Decision{
		"canceled": func(s *story) escrow.Decision {
			return s.do("bob", ny("2002-06-12 12:00"), escrow.Cancel{Purchase: "b"})
		},
		"terminated": func(s *story) escrow.Decision {
			return s.do(agent, ny("2002-06-12 12:00"), escrow.Terminated{Purchase: "b", Right: escrow.RightOfBoth})
		},
		"deal over": func(s *story) escrow.Decision {
			return s.do(agent, ny("2002-06-12 12:00"), escrow.Terminated{Right: escrow.RightOfBoth})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := eight(t)
			accepted(t, end(s))
			before, after := s.total(ny("2002-06-12 11:59")).Contingency, s.total(ny("2002-06-12 12:00")).Contingency
			want := int64(5_000_000_00)
			if name == "deal over" {
				want = 0
			}
			if !before.Reached || after.Reached || after.CountedCents != want {
				t.Errorf("%+v, then %+v", before, after)
			}
			if d := s.release(ny("2002-06-13 12:00"), "a"); !d.Why.Has("escrow.release.minimum_not_reached") {
				t.Errorf("%s: %s", d.Outcome, d.Why)
			}
			accepted(t, s.refund("2002-07-01 12:00", "a", 1_00, escrow.GroundMinimum))
		})
	}
}

// What leaves after the date is the money that came after it, as far as there is
// any; money that came late never takes the place of what was there in time.
func TestMinimumAndMoneyAfterTheDate(t *testing.T) {
	s := eight(t)
	s.pay("a", 1_000_00, ny("2002-07-01 10:00"))
	accepted(t, s.refund("2002-07-01 12:00", "a", 1_000_00, escrow.GroundExcess))
	if c := s.total(ny("2002-07-01 13:00")).Contingency; !c.Reached || c.CountedCents != 8_000_000_00 {
		t.Errorf("%+v", c)
	}
	refused(t, s.refund("2002-07-01 13:00", "b", 1_00, escrow.GroundMinimum), "escrow.refund.no_ground")
	again := *s
	accepted(t, s.release(ny("2002-07-01 14:00"), "a", "b"))

	s = &again
	accepted(t, s.do(agent, ny("2002-07-01 13:00"), escrow.Ordered{Order: "o", Purchase: "b", Payee: court, Cents: 1_00}))
	accepted(t, s.obey("2002-07-01 14:00", "b", 1_00, "o"))
	s.pay("b", 1_00, ny("2002-07-01 15:00"))
	if c := s.total(ny("2002-07-01 16:00")).Contingency; c.Reached || c.CountedCents != 7_999_999_00 {
		t.Errorf("late money stands for money in time: %+v", c)
	}
}

// Whose money counts is everybody's concern, and so is who closes together.
func TestAmendmentsThatConcernAll(t *testing.T) {
	s := begin(t, minMax())
	next := minMax()
	next.Purchases[2].BonaFide = true
	amend := func(terms escrow.Terms, other escrow.PartyID) escrow.Decision {
		return s.amend(company, ny("2002-06-13 13:00"), escrow.Amend{Amendment: "1", Terms: terms}, other)
	}
	if d := amend(next, "cfo"); d.Why[0].Code != "escrow.amend.proposed" {
		t.Errorf("the company and its officer alone count his money: %s", d.Why)
	}
	if m := s.total(ny("2002-06-13 13:00")).Amendments[0].Missing; len(m) != 2 || m[0] != "ann" || m[1] != "bob" {
		t.Errorf("%v", m)
	}
	// A new subscriber of a deal that closes one by one concerns nobody else.
	added := func(terms escrow.Terms) escrow.Terms {
		terms.Purchases = append(append([]escrow.Purchase{}, terms.Purchases...), escrow.Purchase{ID: "d", Investor: "carl", Shares: 1, DueCents: 1_00})
		return terms
	}
	s = begin(t, minMax())
	if d := amend(added(minMax()), "carl"); d.Why[0].Code != "escrow.amend.in_force" {
		t.Errorf("%s", d.Why)
	}
	together := simple()
	together.Scope = escrow.ScopeTogether
	s = begin(t, together)
	s.log = nil
	d := s.amend(company, ny("2002-11-25 13:00"), escrow.Amend{Amendment: "1", Terms: added(together)}, "carl")
	if d.Why[0].Code != "escrow.amend.proposed" {
		t.Errorf("%s", d.Why)
	}
	// Nobody asks one whose purchase is over.
	terms := simple()
	terms.CancelBy = ny("2002-11-26 12:00")
	s = begin(t, terms)
	accepted(t, s.do(shimon, ny("2002-11-25 12:00"), escrow.Cancel{Purchase: pShimon}))
	terms.Closing.Outside = date("2002-12-31")
	d = s.amend(company, ny("2002-11-25 13:00"), escrow.Amend{Amendment: "1", Terms: terms}, alpha)
	if d.Why[0].Code != "escrow.amend.in_force" {
		t.Errorf("%s", d.Why)
	}
}

// The maximum leaves no room for c once a and b are released: the report says so,
// the money can go back, and the purchase is over when it did.
func TestMaximumReached(t *testing.T) {
	s := eight(t)
	s.pay("c", 3_000_000_00, ny("2002-06-10 12:00"))
	refused(t, s.refund("2002-06-14 11:00", "c", 1_00, escrow.GroundMaximum), "escrow.refund.no_ground")
	accepted(t, s.release(ny("2002-06-14 12:00"), "a", "b"))
	p := s.purchase("c", "2002-06-17 12:00")
	if p.Stage != escrow.StageFunded || p.Needs[0].Code != "escrow.release.maximum_exceeded" || p.Needs[1].Code != "escrow.refund.ordered" {
		t.Errorf("%s, needs %+v", p.Stage, p.Needs)
	}
	if p := s.purchase("c", "2002-06-14 11:59"); p.Stage != escrow.StageReady {
		t.Errorf("%s before the release", p.Stage)
	}
	d := refused(t, s.release(ny("2002-06-17 12:00"), "c"), "escrow.release.maximum_exceeded")
	if who(d.Cures[0]) != string(company) {
		t.Errorf("%+v", d.Cures)
	}
	d = accepted(t, s.do(agent, ny("2002-06-17 13:00"), escrow.Unwind{Purchase: "c", Ground: escrow.GroundMaximum}))
	accepted(t, s.settled(d.Legs[0].ID, "2002-06-18 12:00"))
	if p := s.purchase("c", "2002-06-18 12:00"); p.Stage != escrow.StageRefunded {
		t.Errorf("%s", p.Stage)
	}
}
