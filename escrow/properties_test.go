package escrow_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

func TestInvariants(t *testing.T) {
	acceptedReleases, refusedReleases := 0, 0
	for seed := range uint64(120) {
		r := rand.New(rand.NewPCG(seed, 1))
		terms := randomTerms(r)
		log := randomLog(r, terms)
		deal, err := escrow.New(terms)
		if err != nil {
			t.Fatal(err)
		}
		end := ny("2003-01-02 12:00")
		var paidOut int64
		out := map[escrow.PurchaseID]int{}
		var decisions []escrow.Decision
		for i, e := range log {
			look := instruction(e) || i%8 == 0 // a report of each deal costs too much
			before := ""
			if look {
				before = asJSON(t, deal.Report(end))
			}
			checked := deal.Check(e)
			next, d, err := deal.Apply(e)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if asJSON(t, checked) != asJSON(t, d) {
				t.Fatalf("seed %d, event %d: Check and Apply differ", seed, i)
			}
			if look && asJSON(t, deal.Report(end)) != before {
				t.Fatalf("seed %d, event %d: Apply changed its receiver", seed, i)
			}
			if look && d.Outcome != escrow.Accepted && asJSON(t, next.Report(end)) != before {
				t.Fatalf("seed %d, event %d: %s, and the deal changed", seed, i, d.Outcome)
			}
			if !instruction(e) && d.Outcome == escrow.Refused {
				t.Fatalf("seed %d, event %d: a fact was refused", seed, i)
			}
			if d.Outcome == escrow.Refused && len(d.Why) == 0 {
				t.Fatalf("seed %d, event %d: refused without a reason", seed, i)
			}
			if b, ok := e.Body.(escrow.Release); ok && d.Outcome != escrow.Duplicate {
				if d.Outcome == escrow.Accepted {
					acceptedReleases++
					checkRelease(t, deal, next, e, b, d)
					for _, p := range b.Purchases {
						out[p]++
					}
					for _, l := range d.Legs {
						paidOut += l.Cents
					}
				} else {
					refusedReleases++
				}
			}
			deal = next
			decisions = append(decisions, d)
		}
		for p, n := range out {
			if n > 1 {
				t.Fatalf("seed %d: %s was released %d times", seed, p, n)
			}
		}
		report := deal.Report(end)
		if m := own(report); m.InCents != depositedByHand(log) || m.ReservedCents != paidOut ||
			m.InCents != m.HeldCents+m.ReservedCents+m.SuspenseCents {
			t.Fatalf("seed %d: %+v; by hand %d and %d", seed, m, depositedByHand(log), paidOut)
		}
		for _, p := range report.Purchases {
			if p.GoodCents != p.HeldCents+p.ReservedCents+p.ExcessCents || p.HeldCents < 0 || p.DeliveredShares > p.CertificateShares {
				t.Fatalf("seed %d: %+v", seed, p)
			}
		}
		for range 2 {
			again, same, err := escrow.Replay(terms, log)
			if err != nil || asJSON(t, told(t, again, same)) != asJSON(t, decisions) || asJSON(t, again.Report(end)) != asJSON(t, report) {
				t.Fatalf("seed %d: a replay differs (%v)", seed, err)
			}
		}
	}
	t.Logf("%d releases accepted, %d refused", acceptedReleases, refusedReleases)
	if acceptedReleases < 20 || refusedReleases < 100 {
		t.Errorf("the logs say too little: %d releases accepted, %d refused", acceptedReleases, refusedReleases)
	}
}

// checkRelease tests an accepted release against the report of the moment
// before, which is computed by other code than the guards.
func checkRelease(t *testing.T, before, after escrow.Deal, e escrow.Event, b escrow.Release, d escrow.Decision) {
	t.Helper()
	var cents int64
	for i, l := range d.Legs {
		cents += l.Cents
		if string(l.ID) != fmt.Sprintf("%s/%d", e.ID, i+1) || l.Cents < 0 || l.Shares < 0 || l.Cents+l.Shares == 0 {
			t.Fatalf("leg %+v of %s", l, e.ID)
		}
	}
	if got := own(after.Report(e.At)).ReservedCents - own(before.Report(e.At)).ReservedCents; got != cents {
		t.Fatalf("%s: legs of %d cents for %d released", e.ID, cents, got)
	}
	named := map[escrow.PurchaseID]bool{}
	for _, p := range b.Purchases {
		named[p] = true
	}
	for _, p := range before.Report(e.At).Purchases {
		if !named[p.Purchase] {
			continue
		}
		sc := p.Schedule
		if sc.Date != calendar.DateOf(e.At.In(calendar.NewYork())) || e.At.After(sc.Cutoff) || len(sc.Missing) > 0 {
			t.Fatalf("%s was released at %s; it closes on %s by %s", p.Purchase, e.At, sc.Date, sc.Cutoff)
		}
		for _, f := range p.Findings {
			if f.State != escrow.Met && f.State != escrow.Waived {
				t.Fatalf("%s was released while %s is %s", p.Purchase, f.Condition, f.State)
			}
		}
	}
}

// 27: any order of the same facts gives the same report, at any instant.
func TestFactsCommute(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 2))
		terms := randomTerms(r)
		var facts, instructions []escrow.Event
		for _, e := range randomLog(r, terms) {
			if instruction(e) {
				instructions = append(instructions, e)
			} else {
				facts = append(facts, e)
			}
		}
		instants := []time.Time{ny("2002-11-25 12:00"), ny("2002-11-26 14:00"), ny("2002-11-29 12:00"), ny("2003-01-02 12:00")}
		want := ""
		for range 5 {
			r.Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
			deal, _, err := escrow.Replay(terms, append(append([]escrow.Event{}, facts...), instructions...))
			if err != nil {
				t.Fatal(err)
			}
			var reports []escrow.Report
			for _, at := range instants {
				reports = append(reports, deal.Report(at))
			}
			if got := asJSON(t, reports); want == "" {
				want = got
			} else if got != want {
				t.Fatalf("seed %d: the order of facts matters:\n%s\n%s", seed, want, got)
			}
		}
	}
}

// A waiver changes no finding of another purchase.
func TestWaiverReachesNoOther(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 3))
		terms := randomTerms(r)
		deal, _, err := escrow.Replay(terms, randomLog(r, terms))
		if err != nil {
			t.Fatal(err)
		}
		at := ny("2002-12-05 10:00")
		for _, c := range terms.Conditions {
			w := escrow.Waive{Condition: c.ID, Purchase: pAlpha, Signed: true}
			if c.Kind == escrow.AtClosing {
				w.Day = date("2002-12-05")
			}
			by := alpha
			if c.Favors == escrow.ForCompany {
				by = company
			}
			next, _, err := deal.Apply(escrow.Event{ID: "waiver", At: at, By: by, Body: w})
			if err != nil {
				t.Fatal(err)
			}
			before, after := deal.Report(at).Purchases[0], next.Report(at).Purchases[0]
			if asJSON(t, before.Findings[:7]) != asJSON(t, after.Findings[:7]) || asJSON(t, before.Findings) != asJSON(t, after.Findings) {
				if terms.Scope != escrow.ScopeTogether { // there the closing day is common
					t.Fatalf("seed %d: a waiver of %s for alpha changed the other purchase", seed, c.ID)
				}
			}
		}
	}
}

// Every result comes back from JSON as it was.
func TestResultsRoundTrip(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 4))
		terms := randomTerms(r)
		log := randomLog(r, terms)
		text := asJSON(t, log)
		var back []escrow.Event
		if err := json.Unmarshal([]byte(text), &back); err != nil || asJSON(t, back) != text {
			t.Fatalf("seed %d: the log does not come back: %v", seed, err)
		}
		deal, decisions, err := escrow.Replay(terms, back)
		if err != nil {
			t.Fatal(err)
		}
		roundTrip(t, told(t, deal, decisions))
		roundTrip(t, deal.Report(ny("2002-11-27 12:00")))
		roundTrip(t, deal.Report(ny("2002-12-03 12:00")))
	}
}

func roundTrip[T any](t *testing.T, v T) {
	t.Helper()
	text := asJSON(t, v)
	var back T
	if err := json.Unmarshal([]byte(text), &back); err != nil {
		t.Fatal(err)
	}
	if asJSON(t, back) != text {
		t.Fatalf("%T comes back as\n%s\nnot\n%s", v, asJSON(t, back), text)
	}
}
