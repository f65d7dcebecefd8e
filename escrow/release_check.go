package escrow

import "time"

// checkCondition refuses what is neither met nor waived.
func (r *releasing) checkCondition(c, p int, v verdict) {
	if v.state == Met {
		return
	}
	n := note{tested: &tested{c, p, v, r.today}}
	k := &r.Conditions[c]
	switch {
	case v.state == Waived && r.OnWaiver == WaiverCounts:
		n.code, n.authority = codeReleaseOnWaiver, &r.Authority.Release
		r.d.warnings = append(r.d.warnings, n)
		return
	case v.state == Waived:
		n.code, n.authority = codeWaiverNotEnough, &r.Authority.Release
	case v.state == Unmet:
		n.code, n.authority = codeConditionNotMet, &k.Authority
	default:
		n.code, n.authority = codeConditionNotShown, &k.Authority
	}
	r.d.outcome = Refused
	r.d.why = append(r.d.why, n)
}

// checkClosingDate compares today with the Closing Date of a ripe purchase.
func (r *releasing) checkClosingDate(p int, ripe ripeness) {
	own := id("purchase", r.Purchases[p].ID)
	scheduled, called, err := r.scheduled(ripe, r.e.At)
	if err != nil {
		r.d.refuse(codeNoClosingDate, &r.Authority.ClosingDate, own, id("problem", err.Error()))
		return
	}
	if !called {
		return // said once for all
	}
	// Each sentence begins alike: with the day and why it is that one.
	say := [5]value{own, date("date", scheduled)}
	switch {
	case r.Anchor == AnchorNotice:
		say[2] = id("notice", r.Company)
	case ripe.last == lastMinimum:
		say[2] = instant("reached", ripe.since)
	default:
		say[2] = instant("since", ripe.since)
	}
	if ripe.free.After(ripe.since) && r.Anchor != AnchorNotice {
		say[3] = instant("cancel_ends", ripe.free.Truncate(time.Second))
	}
	switch say[4] = date("today", r.today); {
	case r.today.Before(scheduled):
		r.d.refuse(CodeBeforeClosingDate, &r.Authority.ClosingDate, say[:]...)
		return
	case r.today.After(scheduled) && r.Late == LateRefused:
		r.d.refuse(codeClosingDatePassed, &r.Authority.ClosingDate, say[:4]...)
		return
	case r.today.After(scheduled):
		r.warn(r.d, codeAfterClosingDate, &r.Authority.ClosingDate, say[:]...)
	}
	say[4] = instant("at", r.e.At)
	r.steps = append(r.steps, r.note(codeReleaseOn, &r.Authority.ClosingDate, say[:]...))
}

// checkFunds compares what is held with what is due, and returns what leaves:
// the amount due, or what is there if the company waived the rest.
func (r *releasing) checkFunds(p int, funds verdict) int64 {
	own, due := id("purchase", r.Purchases[p].ID), r.Purchases[p].DueCents
	here := r.moneyOf(p, r.e.At).here()
	if here < due && (funds.state != Waived || here <= 0) {
		r.enough = false
		r.refuseShort(p, here)
		return 0
	}
	came := funds.reached
	if came.IsZero() {
		came = r.lastPaid(p, r.e.At)
	}
	if by, err := r.fundsBy(r.today); err == nil && r.day(came).After(by) {
		r.warn(r.d, codeFundsLate, &r.Authority.FundsBefore, own, instant("received", came), date("last", by))
	}
	return min(here, due)
}

// refuseShort refuses a release for which less is held than is due.
func (r *releasing) refuseShort(p int, here int64) {
	own := &r.Purchases[p]
	values := []value{
		id("purchase", own.ID), money("have", here), money("due", own.DueCents), id("basis", own.Basis),
		money("missing", minus(own.DueCents, here)),
	}
	if pending, first := r.pendingOf(p, r.e.At); pending > 0 {
		values = append(values, money("pending", pending), id("pending_rail", first.rail), id("pending_reference", first.reference))
	}
	r.d.refuse(codeNotEnoughHeld, &r.Authority.FundsBefore, values...)
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
		r.divided = nil
		r.released += r.paid[i]
	}
	r.firstRelease, r.lastRelease = sooner(r.firstRelease, r.e.At), later(r.lastRelease, r.e.At)
	r.tellPaid(proceeds, fees, left)
	if closed, ok := r.WireCalendar.Closure(r.today); ok {
		authority := closed.Authority
		r.warn(r.d, codeWiresClosed, &authority, date("date", r.today), id("closed", closed.Name))
	}
}

// tellPaid tells how the money was divided.
func (r *releasing) tellPaid(proceeds int64, fees []int64, left int64) {
	r.d.why = r.rooms.notes.cut(len(r.steps) + len(fees) + 1)[:0]
	r.d.why = append(r.d.why, r.steps...)
	for i, cents := range fees {
		if f := &r.Fees[i]; cents > 0 {
			r.tell(r.d, codeFee, &f.Authority, money("amount", cents), id("for", f.For), id("payee", f.Payee))
		}
	}
	r.tell(r.d, codePaid, &r.Authority.Release, money("released", proceeds), money("fees", proceeds-left), money("company", left))
}
