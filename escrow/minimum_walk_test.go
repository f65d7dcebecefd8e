package escrow_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// acceptTerms is a deal with a minimum in which a purchase has conditions of every
// kind of its own, and two that are no part of its acceptance.
func acceptTerms(r *rand.Rand) escrow.Terms {
	t := moneyTerms(r)
	own := func(id escrow.ConditionID, k escrow.Kind) escrow.Condition {
		return escrow.Condition{ID: id, Text: "a text", Kind: k, Favors: escrow.ForInvestor, Waivable: true}
	}
	wide := own("opinion", escrow.Once)
	wide.DealWide = true
	t.Conditions = append(t.Conditions, own("signed", escrow.Once), own("held", escrow.Throughout), own("no order", escrow.Absence), wide,
		own("bring-down", escrow.AtClosing))
	if r.IntN(3) == 0 {
		t.Conditions = append(t.Conditions, own("papers", escrow.Custody))
	}
	t.OnWaiver = pick(r, "", "", escrow.WaiverRefused)
	t.Late = pick(r, escrow.LateRolls, escrow.LateRolls, escrow.LateRefused)
	t.Contingency.MinCents, t.Contingency.By = pick[int64](r, 700, 1000, 1700), date("2002-11-29")
	t.Closing.Outside = pick(r, date("2002-12-13"), date("2002-12-03"), calendar.Date{})
	t.CancelBy = ny("2002-11-26 12:00")
	return t
}

// acceptStart is what most purchases have, told in any order.
func acceptStart(r *rand.Rand, terms escrow.Terms) (bodies []escrow.Body) {
	for i, p := range terms.Purchases {
		if r.IntN(5) > 0 {
			bodies = append(bodies, wired(fmt.Sprint("start", i), p.Investor, p.ID, p.DueCents))
		}
		if r.IntN(5) > 0 {
			bodies = append(bodies, escrow.CertificateReceived{Certificate: fmt.Sprint("start", i), Purchase: p.ID, Holder: p.Investor, Shares: p.Shares})
		}
		for _, c := range []escrow.ConditionID{"signed", "held"} {
			if r.IntN(8) > 0 {
				bodies = append(bodies, escrow.Observed{Condition: c, Purchase: p.ID, State: escrow.Met})
			}
		}
	}
	if r.IntN(5) > 0 {
		bodies = append(bodies, escrow.Observed{Condition: "opinion", State: escrow.Met})
	}
	r.Shuffle(len(bodies), func(i, j int) { bodies[i], bodies[j] = bodies[j], bodies[i] })
	return bodies
}

// acceptEvent is an event about money or about what decides whether it counts.
func acceptEvent(r *rand.Rand, deal escrow.Deal, at time.Time, legs []escrow.LegID, i int) (escrow.PartyID, escrow.Body) {
	p := deal.Terms().Purchases[r.IntN(3)]
	state := pick(r, escrow.Met, escrow.Met, escrow.Unmet)
	switch r.IntN(16) {
	case 0, 1, 2:
		return agent, escrow.Observed{Condition: pick[escrow.ConditionID](r, "signed", "signed", "held", "no order"), Purchase: p.ID, State: state}
	case 3:
		return agent, escrow.Observed{Condition: "opinion", State: state}
	case 4:
		c := pick[escrow.ConditionID](r, "signed", "held", "no order", "papers", "opinion")
		return p.Investor, escrow.Waive{Condition: c, Purchase: p.ID, Signed: true}
	case 5:
		return agent, escrow.CertificateReceived{Certificate: fmt.Sprint(r.IntN(9)), Purchase: p.ID, Holder: p.Investor, Shares: p.Shares}
	case 6:
		return agent, escrow.CertificateReturned{Certificate: pick(r, fmt.Sprint(r.IntN(9)), fmt.Sprint("start", r.IntN(3)))}
	case 7, 8:
		day := calendar.DateOf(at.In(calendar.NewYork()))
		return agent, escrow.Observed{Condition: "bring-down", Purchase: p.ID, State: escrow.Met, Day: day}
	case 9:
		if r.IntN(4) == 0 {
			return company, randomAmendment(r, deal, i)
		}
		if a := deal.Report(at).Amendments; len(a) > 0 {
			return escrow.PartyID(a[0].Missing[0]), escrow.SignAmendment{Amendment: a[0].Amendment}
		}
		return agent, escrow.DepositReturned{Rail: escrow.RailWire, Reference: fmt.Sprint("start", r.IntN(3))}
	case 10:
		return agent, escrow.Release{Purchases: pick(r, []escrow.PurchaseID{"a", "b"}, []escrow.PurchaseID{"b", "a", "a2"})}
	}
	return moneyEvent(r, deal, at, legs)
}

// acceptLog is a random log about acceptance; each sees the deal before an event, the
// event and its decision.
func acceptLog(t *testing.T, seed uint64, r *rand.Rand, each func(before, after escrow.Deal, e escrow.Event, d escrow.Decision)) {
	t.Helper()
	terms := acceptTerms(r)
	deal, err := escrow.New(terms)
	if err != nil {
		t.Fatal(err)
	}
	at := ny("2002-11-25 09:30")
	var log []escrow.Event
	var legs []escrow.LegID
	start := acceptStart(r, terms)
	for i := range len(start) + 60 {
		var by escrow.PartyID
		var body escrow.Body
		if i < len(start) {
			by, body = agent, start[i]
		} else {
			at = at.Add(time.Duration(r.IntN(250)) * time.Minute)
			by, body = acceptEvent(r, deal, at, legs, i)
		}
		e := escrow.Event{ID: escrow.EventID(fmt.Sprint("e", i)), At: at, By: by, Body: body}
		if !e.Instructs() && r.IntN(4) == 0 {
			e.At = at.Add(time.Duration(r.IntN(2000)-1500) * time.Minute)
		}
		next, d, err := deal.Apply(e)
		if err != nil {
			continue // a purchase or condition that an amendment did not bring
		}
		log = append(log, e)
		for _, l := range d.Legs {
			legs = append(legs, l.ID)
		}
		each(deal, next, e, d)
		deal = next
	}
	again, _, err := escrow.Replay(terms, log)
	if err != nil {
		t.Fatal(err)
	}
	for _, when := range []time.Time{at, at.Add(-30 * time.Hour), ny("2003-01-02 12:00")} {
		if asJSON(t, again.Report(when)) != asJSON(t, deal.Report(when)) {
			t.Fatalf("seed %d: a replay tells %s differently", seed, when)
		}
	}
}

// A purchase counts if it was released, or if the findings of its own conditions say
// that they are met or waived, at the instant and at the end of the date; and the
// report gives a reason wherever it does not.
func TestWhatCounts(t *testing.T) {
	seeds := uint64(150)
	if testing.Short() {
		seeds = 30
	}
	full, none := 0, map[law.Code]int{}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 101))
		slow := &ledger{}
		acceptLog(t, seed, r, func(before, deal escrow.Deal, e escrow.Event, d escrow.Decision) {
			if slow.terms.ID == "" {
				slow.terms = before.Terms()
			}
			if asJSON(t, slow.terms) != asJSON(t, deal.Terms()) {
				return // the ledger knows no amendments
			}
			if slow.take(e, d); r.IntN(3) > 0 {
				return
			}
			for _, at := range []time.Time{e.At, e.At.Add(-time.Duration(r.IntN(3000)) * time.Minute), ny("2003-01-02 12:00")} {
				report := deal.Report(at)
				var sum int64
				for i, p := range report.Purchases {
					want := slow.countOf(slow.terms.Purchases[i], at, func(_ escrow.PurchaseID, at time.Time) bool {
						return acceptedByFindings(slow.terms, deal.Report(at).Purchases[i])
					})
					if sum += want; p.Minimum.CountedCents != want {
						t.Fatalf("seed %d, %s at %s counts %d, want %d: %+v", seed, p.Purchase, at, p.Minimum.CountedCents, want, p.Minimum)
					}
					if want == 0 && len(p.Minimum.Against) == 0 && p.DifferenceCents >= 0 || want == p.DueCents && len(p.Minimum.Against) > 0 && p.ExcessCents == 0 {
						t.Fatalf("seed %d, %s at %s counts %d of %d: %+v", seed, p.Purchase, at, want, p.DueCents, p.Minimum.Against)
					}
					if want == p.DueCents {
						full++
					}
					for _, u := range p.Minimum.Against {
						none[u.Why.Code]++
					}
				}
				c := report.Contingency
				if c.CountedCents != sum || c.Reached != (sum >= c.MinCents) || c.ShortfallCents > 0 && (c.Reached || c.ShortfallCents != c.MinCents-sum) {
					t.Fatalf("seed %d at %s: %+v, want %d", seed, at, c, sum)
				}
			}
		})
	}
	t.Log(full, none)
	for _, code := range []law.Code{
		"escrow.minimum.not_bona_fide", "escrow.minimum.over", "escrow.minimum.condition", "escrow.minimum.condition_late", "escrow.minimum.late",
	} {
		if none[code] < 5 {
			t.Errorf("%s came %d times", code, none[code])
		}
	}
}

func acceptedByFindings(terms escrow.Terms, p escrow.PurchaseReport) bool {
	if p.Schedule.Closed {
		return true
	}
	for i, k := range terms.Conditions {
		state := p.Findings[i].State
		if !k.DealWide && k.Kind != escrow.AtClosing && state != escrow.Met && (state != escrow.Waived || terms.OnWaiver == escrow.WaiverRefused) {
			return false
		}
	}
	return true
}

// since is the slow answer to when what counts at an instant reached the minimum
// without a break, found by asking for the report of every instant before.
func since(deal escrow.Deal, log []time.Time, t time.Time) time.Time {
	log = append(slices.Clone(log), t)
	log = slices.DeleteFunc(log, func(at time.Time) bool { return at.After(t) })
	slices.SortFunc(log, func(a, b time.Time) int { return b.Compare(a) })
	stayed := map[escrow.PurchaseID]int64{}
	for _, p := range deal.Report(t).Purchases {
		stayed[p.Purchase] = p.Minimum.CountedCents
	}
	first, least := t, int64(0)
	for _, at := range log {
		r := deal.Report(at)
		if r.Contingency == nil {
			return first
		}
		least = max(least, r.Contingency.MinCents)
		var sum int64
		for _, p := range r.Purchases {
			stayed[p.Purchase] = min(stayed[p.Purchase], p.Minimum.CountedCents)
			sum += stayed[p.Purchase]
		}
		if sum < least || len(r.Purchases) < len(stayed) && sum < least {
			return first
		}
		first = at
	}
	return first
}

// The Closing Date follows the later of the last condition and the minimum, as found
// by the slow way, whether the answer is the present one or one of the past.
func TestClosingFollowsTheMinimumSlowly(t *testing.T) {
	seeds := uint64(120)
	if testing.Short() {
		seeds = 25
	}
	asked, moved := 0, 0
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 103))
		var instants []time.Time
		acceptLog(t, seed, r, func(_, deal escrow.Deal, e escrow.Event, _ escrow.Decision) {
			instants = append(instants, e.At)
			if r.IntN(3) > 0 {
				return
			}
			for _, at := range []time.Time{slices.MaxFunc(instants, time.Time.Compare), e.At} {
				report := deal.Report(at)
				if report.Contingency == nil || !report.Contingency.Reached || deal.Terms().Scope == escrow.ScopeTogether {
					continue
				}
				for i, p := range report.Purchases {
					if p.Schedule.Closed || p.Schedule.Complete.IsZero() {
						continue
					}
					want := deal.Terms().Signed
					for k, f := range p.Findings {
						if deal.Terms().Conditions[k].Kind != escrow.AtClosing && f.Since.After(want) {
							want = f.Since
						}
					}
					reached := since(deal, instants, at)
					if asked++; reached.After(want) {
						want = reached
						moved++
					}
					if !p.Schedule.Complete.Equal(want) {
						t.Fatalf("seed %d, %s at %s is complete at %s, want %s (the minimum %s)\n%s", seed, report.Purchases[i].Purchase, at,
							p.Schedule.Complete, want, reached, p.Schedule.Why)
					}
				}
			}
		})
	}
	t.Logf("%d dates asked for, %d follow the minimum", asked, moved)
	if asked < 60 || moved < 6 {
		t.Errorf("the logs say too little")
	}
}

// What the schedule names as a Closing Date, a release of all that are ready on the day
// is not refused for a reason of the date, the hour or the minimum.
func TestReleaseOnTheDateNamed(t *testing.T) {
	against := []law.Code{
		escrow.CodeBeforeClosingDate, "escrow.release.closing_date_passed", "escrow.release.no_closing_date", "escrow.release.not_a_trading_day", "escrow.release.after_cutoff",
		"escrow.release.outside_date_passed", "escrow.release.minimum_not_reached", "escrow.release.minimum_not_named", "escrow.release.not_called", "escrow.release.notice_lapsed",
	}
	seeds := uint64(150)
	if testing.Short() {
		seeds = 30
	}
	tried, accepted := 0, 0
	try := func(seed uint64, r *rand.Rand, deal escrow.Deal, now time.Time) {
		for _, p := range deal.Report(now).Purchases {
			sc := deal.Closing(p.Purchase, now)
			if p.Stage != escrow.StageReady || sc.Date.IsZero() {
				continue
			}
			at := sc.Date.At(calendar.MustClock(r.IntN(24), r.IntN(60)), calendar.NewYork())
			if at.Before(now) {
				at = now
			}
			if at.After(sc.Cutoff) {
				at = sc.Cutoff
			}
			var ready []escrow.PurchaseID
			for _, q := range deal.Report(at).Purchases {
				if q.Stage == escrow.StageReady && q.Schedule.Date == sc.Date {
					ready = append(ready, q.Purchase)
				}
			}
			if !slices.Contains(ready, p.Purchase) {
				continue // a fact of the time between
			}
			d := deal.Check(escrow.Event{ID: "try", At: at, By: agent, Body: escrow.Release{Purchases: ready}})
			tried++
			if d.Outcome == escrow.Accepted {
				accepted++
			}
			for _, code := range against {
				if d.Why.Has(code) {
					t.Fatalf("seed %d at %s: %s closes on %s by %s, and the release of %v at %s is refused:\n%s\n%s", seed, now, p.Purchase, sc.Date,
						sc.Cutoff, ready, at, d.Why, sc.Why)
				}
			}
		}
	}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 107))
		now := time.Time{}
		acceptLog(t, seed, r, func(_, deal escrow.Deal, e escrow.Event, _ escrow.Decision) {
			if now = slices.MaxFunc([]time.Time{now, e.At}, time.Time.Compare); r.IntN(3) == 0 {
				try(seed, r, deal, now)
			}
		})
		// The agreement under its readings, with a minimum and without.
		terms := randomTerms(r)
		for i := range terms.Purchases {
			terms.Purchases[i].BonaFide = true
		}
		if least := pick[int64](r, 0, 268_000_00, 500_000_00, 768_000_00); least > 0 {
			terms.Contingency = escrow.Contingency{MinCents: least, By: pick(r, date("2002-11-26"), date("2002-12-02"))}
		}
		deal, err := escrow.New(terms)
		if err != nil {
			t.Fatal(err)
		}
		now = time.Time{}
		for _, e := range randomLog(r, terms) {
			if deal, _, err = deal.Apply(e); err != nil {
				t.Fatal(err)
			}
			if now = slices.MaxFunc([]time.Time{now, e.At}, time.Time.Compare); e.Instructs() {
				try(seed, r, deal, now)
			}
		}
	}
	t.Logf("%d releases tried, %d accepted", tried, accepted)
	if tried < 100 || accepted < 20 {
		t.Errorf("the logs say too little")
	}
}
