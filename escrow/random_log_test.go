package escrow_test

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

// randomTerms is the agreement under a random set of readings.
func randomTerms(r *rand.Rand) escrow.Terms {
	t := focus()
	t.Late = pick(r, "", escrow.LateRolls, escrow.LateRolls, escrow.LateRefused)
	t.Memory = pick(r, "", escrow.MemoryContinuous, escrow.MemoryFirst)
	t.OnWaiver = pick(r, "", escrow.WaiverCounts, escrow.WaiverRefused)
	t.Scope = pick(r, "", escrow.ScopeEach, escrow.ScopeEach, escrow.ScopeTogether)
	t.Fees = pick(r, nil, []escrow.Payout{{Payee: "counsel", Cents: 85_000_00}, {Payee: "finder", Cents: 1}})
	if r.IntN(8) == 0 {
		t.Closing.Outside = date("2002-12-02")
	}
	return t
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// randomLog is a plausible log: most of what a closing needs, with noise. Its
// instructions are in order of time; its facts are not.
var investors = map[escrow.PurchaseID]escrow.PartyID{pAlpha: alpha, pShimon: shimon}

func randomLog(r *rand.Rand, terms escrow.Terms) []escrow.Event {
	var log []escrow.Event
	add := func(at time.Time, by escrow.PartyID, b escrow.Body) {
		log = append(log, escrow.Event{ID: escrow.EventID(fmt.Sprintf("e%d", len(log))), At: at, By: by, Body: b})
	}
	start := ny("2002-11-24 20:00")
	moment := func() time.Time { return start.Add(time.Duration(r.IntN(9*24*4)) * 15 * time.Minute) }
	days := []calendar.Date{date("2002-11-26"), date("2002-11-27"), date("2002-11-29"), date("2002-12-02")}
	for _, p := range terms.Purchases {
		if r.IntN(30) > 0 {
			add(ny("2002-11-25 10:00"), agent, wired("W-"+string(p.ID), p.Investor, p.ID, p.DueCents-pick[int64](r, 0, 0, 0, 1)))
		}
		if r.IntN(30) > 0 {
			add(ny("2002-11-25 10:00"), agent, escrow.CertificateReceived{Certificate: "C-" + string(p.ID), Purchase: p.ID, Holder: p.Investor, Shares: p.Shares})
		}
		for _, c := range []escrow.ConditionID{"7(a)", "8(a)", "8(g)(iii)"} {
			if r.IntN(50) > 0 {
				add(ny("2002-11-25 10:00"), agent, escrow.Observed{Condition: c, Purchase: p.ID, State: escrow.Met})
			}
		}
		for _, d := range days {
			for _, c := range []escrow.ConditionID{"7(c)", "8(c)", "8(e)"} {
				if r.IntN(50) > 0 {
					add(d.At(calendar.MustClock(9, 0), calendar.NewYork()), agent, escrow.Observed{Condition: c, Purchase: p.ID, State: escrow.Met, Day: d})
				}
			}
		}
	}
	for _, c := range []escrow.ConditionID{"8(g)(i)", "8(g)(ii)"} {
		add(ny("2002-11-25 10:00"), agent, escrow.Observed{Condition: c, State: escrow.Met})
	}
	for _, d := range days {
		for _, c := range []escrow.ConditionID{"8(d)", "8(g)-closing"} {
			add(d.At(calendar.MustClock(9, 0), calendar.NewYork()), agent, escrow.Observed{Condition: c, State: escrow.Met, Day: d})
		}
	}
	for range r.IntN(8) {
		p, state := pick(r, pAlpha, pShimon), pick(r, escrow.Met, escrow.Unmet)
		switch r.IntN(6) {
		case 0:
			add(moment(), agent, wired(fmt.Sprint("W", len(log)), investors[p], p, 1+r.Int64N(100)))
		case 1:
			add(moment(), agent, escrow.Observed{Condition: pick[escrow.ConditionID](r, "7(a)", "8(a)", "8(g)(iii)"), Purchase: p, State: state})
		case 2:
			add(moment(), agent, escrow.Observed{Condition: pick[escrow.ConditionID](r, "8(g)(i)", "7(d)", "8(f)"), State: state})
		case 3:
			add(moment(), agent, escrow.Observed{Condition: "8(e)", Purchase: p, State: state, Day: pick(r, days...)})
		default:
			add(moment(), pick(r, company, alpha, shimon), escrow.Consented{Day: pick(r, days...), Time: calendar.MustClock(12+r.IntN(8), 0)})
		}
	}
	r.Shuffle(len(log), func(i, j int) { log[i], log[j] = log[j], log[i] })
	day, minute := date("2002-11-25"), 0
	for range 4 + r.IntN(8) {
		if minute += r.IntN(200); minute > 400 || r.IntN(4) == 0 {
			day, minute = day.AddDays(1), 0
		}
		at := day.At(calendar.MustClock(9, 30), calendar.NewYork()).Add(time.Duration(minute) * time.Minute)
		p := pick(r, pAlpha, pShimon)
		switch r.IntN(3) {
		case 0:
			c := pick[escrow.ConditionID](r, "7(a)", "7(b)", "8(a)", "8(b)", "8(g)(i)", "8(g)(iii)", "8(f)", "8(z)")
			add(at, pick(r, company, alpha, shimon), escrow.Waive{Condition: c, Purchase: p, Signed: r.IntN(5) > 0})
		default:
			names := pick(r, []escrow.PurchaseID{p}, []escrow.PurchaseID{pAlpha, pShimon}, []escrow.PurchaseID{p, p}, nil)
			add(at.Add(-pick(r, 0, 0, 0, time.Hour)), pick(r, agent, agent, agent, company), escrow.Release{Purchases: names})
		}
		if r.IntN(6) == 0 {
			log = append(log, log[r.IntN(len(log))]) // delivered again
		}
	}
	return log
}

func instruction(e escrow.Event) bool {
	return e.Instructs()
}

// deposited counts the money by hand.
func depositedByHand(log []escrow.Event) int64 {
	var sum int64
	seen := map[escrow.EventID]bool{}
	for _, e := range log {
		if b, ok := e.Body.(escrow.DepositReceived); ok && !seen[e.ID] {
			sum += b.Cents
		}
		seen[e.ID] = true
	}
	return sum
}
