package escrow

import (
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// checkCondition refuses what is neither met nor waived.
func (r *releasing) checkCondition(c, p int, v verdict) {
	if v.state == Met {
		return
	}
	if v.state == Waived && r.OnWaiver == WaiverCounts {
		f := r.bare(c, p, v)
		text := r.appendFinding(r.rooms.text[:0], &r.words, c, &f, v)
		text = append(text, " The section on release speaks of satisfaction; a waiver in a signed writing is taken for it."...)
		r.rooms.text = text
		r.warn(r.d, codeReleaseOnWaiver, string(text), r.Authority.Release)
		return
	}
	k, f := &r.Conditions[c], r.finding(&r.words, c, p, v)
	text := f.Why[0].Text
	switch {
	case v.state == Waived:
		r.d.refuse(codeWaiverNotEnough, text+" The terms let money go on satisfaction alone.", r.Authority.Release)
	case v.state == Unmet:
		r.d.refuse(codeConditionNotMet, text, k.Authority)
	default:
		r.d.refuse(codeConditionNotShown, text, k.Authority)
	}
	r.d.Findings = append(r.d.Findings, f)
	if v.state == Waived {
		r.d.cured(r.giver(k, &r.Purchases[p]), "show that "+string(k.ID)+" is met, or have the terms amended")
		return
	}
	r.d.Cures[len(r.d.Cures)-1] = r.cureCondition(r.d.Why[len(r.d.Why)-1].Code, k, &r.Purchases[p], &f, v)
}

// checkClosingDate compares today with the Closing Date of a ripe purchase.
func (r *releasing) checkClosingDate(p int, ripe ripeness) {
	id := string(r.Purchases[p].ID)
	scheduled, called, err := r.scheduled(ripe, r.e.At)
	if err != nil {
		r.d.refuse(codeNoClosingDate, "No Closing Date of "+id+" can be computed: "+err.Error()+".", r.Authority.ClosingDate)
		return
	}
	if !called {
		return // said once for all
	}
	// Each sentence begins alike: with the day and why it is that one.
	say := func(end string) string {
		why := ", after its last condition came in at " + r.instant(ripe.since)
		if ripe.last == lastMinimum {
			why = ", after the minimum was reached at " + r.instant(ripe.since)
		}
		if ripe.free.After(ripe.since) {
			why += " and the right to cancel ends"
		}
		if r.Anchor == AnchorNotice {
			why = ", for which it was called"
		}
		return "The Closing Date of " + id + " is " + r.words.longDay(scheduled) + why + end
	}
	switch {
	case r.today.Before(scheduled):
		r.d.refuse(CodeBeforeClosingDate, say("; "+r.today.Long()+" is too early."), r.Authority.ClosingDate)
	case r.today.After(scheduled) && r.Late == LateRefused:
		r.d.refuse(codeClosingDatePassed, say("; it is over, and the terms do not move it."), r.Authority.ClosingDate)
	default:
		r.steps = append(r.steps, law.Reason{
			Code: codeReleaseOn, Text: say("; the release came at " + r.instant(r.e.At) + "."), Authority: r.Authority.ClosingDate,
		})
	}
	if r.today.After(scheduled) && r.Late == LateRolls {
		r.warn(r.d, codeAfterClosingDate, say(". It was missed and moved on to "+r.today.Long()+"."), r.Authority.ClosingDate)
	}
}

// checkFunds compares what is held with what is due, and returns what leaves:
// the amount due, or what is there if the company waived the rest.
func (r *releasing) checkFunds(p int, funds verdict) int64 {
	id, due := string(r.Purchases[p].ID), r.Purchases[p].DueCents
	here := r.moneyOf(p, r.e.At).here()
	if here < due && (funds.state != Waived || here <= 0) {
		r.enough = false
		r.d.refuse(codeNotEnoughHeld, "The agent holds "+r.usd(here)+" of the "+r.usd(due)+" due for "+id+
			" ("+r.Purchases[p].Basis.words()+"); "+r.usd(minus(due, here))+" are missing.", r.Authority.FundsBefore)
		r.d.cured(r.howToPay(&r.Purchases[p], here, r.pendingOf(p, r.e.At)))
		return 0
	}
	came := funds.reached
	if came.IsZero() {
		came = r.lastPaid(p, r.e.At)
	}
	if by, err := r.fundsBy(r.today); err == nil && r.day(came).After(by) {
		r.warn(r.d, codeFundsLate, "Money for "+id+" came at "+r.instant(came)+"; the last day for funds of this closing was "+
			by.Long()+".", r.Authority.FundsBefore)
	}
	return min(here, due)
}

// carryOut makes the legs and marks the purchases as released. The money of the
// purchases is used up in the order in which they were named, fees first.
func (r *releasing) carryOut(proceeds int64, fees []int64, left int64) {
	source, unused := 0, int64(0)
	if len(r.paid) > 0 {
		unused = r.paid[0]
	}
	parts := func(cents int64) []part {
		var out []part
		for cents > 0 {
			take := min(cents, unused)
			if take > 0 {
				out = r.rooms.parts.add(out, part{r.named[source], take})
			}
			unused -= take
			if cents -= take; cents > 0 {
				source++
				unused = r.paid[source]
			}
		}
		return out
	}
	one := PurchaseID("")
	if len(r.named) == 1 {
		one = r.Purchases[r.named[0]].ID
	}
	r.d.Legs = r.rooms.legs.cut(len(r.named) + len(fees) + 1)[:0]
	for i, cents := range fees {
		if cents > 0 {
			f := r.Fees[i]
			r.order(r.d, r.e, legRecord{
				Leg: Leg{Kind: LegFee, Payee: f.Payee, Purchase: one, Cents: cents, For: f.For}, parts: parts(cents), deposit: -1,
			})
		}
	}
	if left > 0 {
		r.order(r.d, r.e, legRecord{
			Leg: Leg{Kind: LegProceeds, Payee: r.Company, Purchase: one, Cents: left}, parts: parts(left), deposit: -1,
		})
	}
	for i, p := range r.named {
		if shares := min(r.sharesHeld(p, r.e.At), r.Purchases[p].Shares); shares > 0 {
			r.order(r.d, r.e, legRecord{
				Leg:   Leg{Kind: LegCertificates, Payee: r.Purchases[p].Investor, Purchase: r.Purchases[p].ID, Shares: shares},
				parts: r.rooms.parts.add(nil, part{p, 0}), deposit: -1,
			})
		}
		r.account(p).closed = r.rooms.closings.keep(closed{at: r.e.At, terms: r.contract, cents: r.paid[i], reached: r.reached})
		r.recount(p)
		r.released += r.paid[i]
	}
	r.firstRelease, r.lastRelease = sooner(r.firstRelease, r.e.At), later(r.lastRelease, r.e.At)
	r.tellPaid(proceeds, fees, left)
	if closed, ok := r.WireCalendar.Closure(r.today); ok {
		r.warn(r.d, codeWiresClosed, "No wire moves on "+r.today.Long()+" ("+closed.Name+
			"): the money can arrive only on a later day.", closed.Authority)
	}
}

// tellPaid tells how the money was divided.
func (r *releasing) tellPaid(proceeds int64, fees []int64, left int64) {
	r.d.Why = r.rooms.reasons.cut(len(r.steps) + len(fees) + 1)[:0]
	r.d.Why = append(r.d.Why, r.steps...)
	for i, cents := range fees {
		if f := &r.Fees[i]; cents > 0 {
			what := ""
			if f.For != "" {
				what = " (" + f.For + ")"
			}
			r.tell(r.d, codeFee, r.usd(cents)+what+" go to "+string(f.Payee)+".", f.Authority)
		}
	}
	text := r.rooms.text[:0]
	text = append(text, "Of "...)
	text = append(kernel.AppendMoney(text, proceeds, r.Currency), " released, "...)
	text = append(kernel.AppendMoney(text, proceeds-left, r.Currency), " go to fees and "...)
	text = append(kernel.AppendMoney(text, left, r.Currency), " to the company."...)
	r.rooms.text = text
	r.tell(r.d, codePaid, string(text), r.Authority.Release)
}
