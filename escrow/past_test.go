package escrow_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/offerkit/offerkit/escrow"
)

// What happens at an instant changes no report of an earlier one, be it a fact,
// an instruction, an amendment or a signature; and a replay says the same.
func TestThePastStays(t *testing.T) {
	seeds := uint64(60)
	if testing.Short() {
		seeds = 15
	}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 77))
		terms := moneyTerms(r)
		deal, err := escrow.New(terms)
		if err != nil {
			t.Fatal(err)
		}
		at := ny("2002-11-25 09:30")
		var legs []escrow.LegID
		var log []escrow.Event
		for i := range 80 {
			at = at.Add(time.Duration(1+r.IntN(300)) * time.Minute)
			by, body := moneyEvent(r, deal, at, legs)
			switch r.IntN(14) {
			case 0:
				by, body = company, randomAmendment(r, deal, i)
			case 1:
				if a := deal.Report(at).Amendments; len(a) > 0 {
					by, body = escrow.PartyID(a[0].Missing[0]), escrow.SignAmendment{Amendment: a[0].Amendment}
				}
			}
			e := escrow.Event{ID: escrow.EventID(fmt.Sprint("e", i)), At: at, By: by, Body: body}
			instants := []time.Time{at.Add(-1), at.Add(-time.Duration(r.IntN(1000)) * time.Minute).Add(-1)}
			var before []string
			for _, past := range instants {
				before = append(before, asJSON(t, deal.Report(past)))
			}
			next, d, err := deal.Apply(e)
			if err != nil {
				t.Fatal(err)
			}
			for k, past := range instants {
				if got := asJSON(t, next.Report(past)); got != before[k] {
					t.Fatalf("seed %d: %s changes the report of %s:\n%s\n%s", seed, asJSON(t, e), past, before[k], got)
				}
			}
			if d.Outcome == escrow.Accepted {
				for _, l := range d.Legs {
					legs = append(legs, l.ID)
				}
			}
			deal, log = next, append(log, e)
		}
		again, _, err := escrow.Replay(terms, log)
		if err != nil {
			t.Fatal(err)
		}
		for _, when := range []time.Time{at, at.AddDate(0, 0, -5)} {
			if asJSON(t, again.Report(when)) != asJSON(t, deal.Report(when)) {
				t.Fatalf("seed %d: a replay tells %s differently", seed, when)
			}
		}
	}
}

func randomAmendment(r *rand.Rand, deal escrow.Deal, i int) escrow.Amend {
	next := deal.Terms()
	switch r.IntN(5) {
	case 0:
		next.Closing.Outside = pick(r, date("2002-12-06"), date("2002-12-20"))
	case 1:
		next.Purchases = append(next.Purchases, escrow.Purchase{
			ID: escrow.PurchaseID(fmt.Sprint("n", i)), Investor: "new", Shares: 3, DueCents: 300, BonaFide: true,
		})
	case 2:
		next.Contingency = escrow.Contingency{MinCents: 500, By: date("2002-12-03")}
	case 3:
		next.Purchases[r.IntN(len(next.Purchases))].DueCents += 3
	default:
		next.Conditions = append(next.Conditions, escrow.Condition{
			ID: escrow.ConditionID(fmt.Sprint("c", i)), Text: "new", Kind: escrow.Once, Favors: escrow.ForInvestor,
		})
	}
	return escrow.Amend{Amendment: fmt.Sprint(i), Terms: next, Signed: true}
}

// Money for a purchase that is not yet in the terms is nobody's, whenever it is
// told; a purchase released is told under the terms of its release; and the
// amendments of then are told as they waited then.
func TestThePastAroundAmendments(t *testing.T) {
	added := simple()
	added.Purchases = append(added.Purchases, escrow.Purchase{ID: "c", Investor: "carl", Shares: 1, DueCents: 1000})
	added.Conditions = append(added.Conditions, escrow.Condition{ID: "new", Text: "new", Kind: escrow.Once, Favors: escrow.ForInvestor})
	for _, late := range []bool{false, true} {
		s := begin(t, simple()).fund(ny("2002-11-25 10:00"))
		pay := func() { s.do(agent, ny("2002-11-26 11:30"), wired("late", "carl", "c", 1000)) }
		if !late {
			pay()
		}
		accepted(t, s.release(ny("2002-11-26 11:00"), pAlpha))
		s.amend(company, ny("2002-11-26 12:00"), escrow.Amend{Amendment: "1", Terms: added}, shimon)
		if w := s.total(ny("2002-11-26 12:30")).Amendments; len(w) != 1 || len(w[0].Missing) != 1 {
			t.Fatalf("%+v", w)
		}
		accepted(t, s.do("carl", ny("2002-11-26 13:00"), escrow.SignAmendment{Amendment: "1"}))
		if late {
			pay()
		}
		for at, want := range map[string]int{"2002-11-26 11:59": 0, "2002-11-26 12:30": 1, "2002-11-26 13:00": 0} {
			if r := s.total(ny(at)); len(r.Amendments) != want || len(r.Suspense) != 1 || own(r).InCents != 768_010_00 {
				t.Errorf("told late %v, at %s: %+v, %+v, %+v", late, at, r.Amendments, r.Suspense, own(r))
			}
		}
		p := s.purchase(pAlpha, "2002-11-26 14:00")
		if p.Schedule.Date != date("2002-11-26") || len(p.Findings) != 1 || len(p.Schedule.Missing) != 0 {
			t.Errorf("a released purchase is judged under later terms: %+v", p.Schedule)
		}
	}
}

// Whose the purchase was when a wire came decides, whenever it is told.
func TestPaymentsAcrossTransfers(t *testing.T) {
	terms := simple()
	terms.Purchases[1].Investor = "alpha-fund"
	var reports []string
	for _, late := range []bool{false, true} {
		s := begin(t, simple())
		events := []escrow.Event{
			{ID: "w", At: ny("2002-11-25 11:00"), By: agent, Body: wired("w", alpha, pAlpha, 500_000_00)},
			{ID: "a", At: ny("2002-11-25 12:00"), By: company, Body: escrow.Amend{Amendment: "1", Terms: terms, Signed: true}},
			{ID: "s1", At: ny("2002-11-25 12:00"), By: alpha, Body: escrow.SignAmendment{Amendment: "1"}},
			{ID: "s2", At: ny("2002-11-25 12:00"), By: "alpha-fund", Body: escrow.SignAmendment{Amendment: "1"}},
		}
		if late {
			events = append(events[1:], events[0])
		}
		for _, e := range events {
			accepted(t, s.apply(e))
		}
		if p := s.purchase(pAlpha, "2002-11-25 13:00"); p.HeldCents != 500_000_00 {
			t.Errorf("told late %v: %+v", late, p)
		}
		reports = append(reports, asJSON(t, s.total(ny("2002-11-25 11:30")))+asJSON(t, s.total(ny("2002-11-25 13:00"))))
	}
	if reports[0] != reports[1] {
		t.Error("the order in which a fact and an amendment are told matters")
	}
	// The same wire reported with another day contradicts the first report.
	s := begin(t, simple())
	accepted(t, s.do(agent, ny("2002-11-25 11:00"), wired("x", alpha, pAlpha, 5)))
	refused(t, s.do(agent, ny("2002-11-25 12:00"), wired("x", alpha, pAlpha, 5)), "escrow.deposit.same_reference")
	refused(t, s.do(agent, ny("2002-11-26 11:00"), wired("x", alpha, pAlpha, 5)), "escrow.deposit.reference_conflict")
}

// An event is a duplicate of itself also after the terms changed.
func TestDuplicateAcrossAnAmendment(t *testing.T) {
	next := simple()
	next.Conditions = append(next.Conditions, escrow.Condition{ID: "op", Text: "opinion", Kind: escrow.AtClosing, Favors: escrow.ForInvestor, Waivable: true})
	w := escrow.Event{ID: "w", At: ny("2002-11-25 12:00"), By: alpha, Body: escrow.Waive{Purchase: pAlpha, Condition: "op", Signed: true}}
	am := escrow.Event{ID: "am", At: ny("2002-11-25 13:00"), By: company, Body: escrow.Amend{Amendment: "1", Terms: next, Signed: true}}
	log := []escrow.Event{w, am}
	for _, party := range []escrow.PartyID{alpha, shimon} {
		log = append(log, escrow.Event{ID: escrow.EventID(party), At: am.At, By: party, Body: escrow.SignAmendment{Amendment: "1"}})
	}
	again := w
	again.Recorded = ny("2002-11-25 14:00")
	_, ds, err := escrow.Replay(simple(), append(log, again))
	if err != nil || ds[0].Outcome != escrow.Refused || ds[3].Outcome != escrow.Accepted || ds[4].Outcome != escrow.Duplicate ||
		ds[4].First != escrow.Refused {
		t.Fatalf("%v, %+v", err, ds)
	}
}
