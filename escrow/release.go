package escrow

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// releasing is a release while it is decided.
type releasing struct {
	*state
	d        *Decision
	e        Event
	today    calendar.Date
	named    []int // the purchases named that exist, once each, still open
	whole    bool  // nothing unknown, closed or named twice was among them
	enough   bool  // the agent holds what each asks for
	together *ripeness
	steps    law.Reasons // told only if nothing is against the release
}

// release decides a release, and carries it out if nothing is against it.
func (s *state) release(d *Decision, e Event, b Release) {
	r := &releasing{state: s, d: d, e: e, today: day(e.At), whole: true, enough: true}
	if e.By != s.Agent {
		d.refuse(CodeNotEscrowAgent, "Only the escrow agent, "+string(s.Agent)+", can release; "+string(e.By)+" cannot.",
			s.Authority.Release)
	}
	if len(b.Purchases) == 0 {
		d.refuse(CodeNothingNamed, "The release names no purchase.", s.Authority.Release)
		return
	}
	r.name(b)
	if len(r.named) == 0 {
		return // the day and the hour of nothing are no further reasons
	}
	if s.Scope == ScopeTogether {
		r.checkTogether()
		all := s.allRipe(e.At)
		r.together = &all
	}
	r.checkDay()
	for _, p := range r.named {
		r.checkPurchase(p)
	}
	proceeds := r.proceeds()
	if r.whole && r.enough && !s.feesPaid && s.fees > proceeds {
		d.refuse(CodeFeesExceedProceeds, "The fees of "+dollars(s.fees)+" are more than the "+dollars(proceeds)+" released.",
			s.Authority.Release)
	}
	if d.Outcome == Accepted {
		r.carryOut(proceeds)
	}
}

// name finds the purchases.
func (r *releasing) name(b Release) {
	seen := make(map[PurchaseID]bool, len(b.Purchases))
	for _, id := range b.Purchases {
		p, ok := r.purchase[id]
		switch {
		case seen[id]:
			r.d.refuse(CodeNamedTwice, "The release names "+string(id)+" more than once.", r.Authority.Release)
		case !ok:
			r.d.refuse(CodeReleaseUnknownPurchase, "The deal has no purchase "+string(id)+".", r.Authority.Release)
		case r.purchases[p].released != nil:
			r.d.refuse(CodeAlreadyClosed, "The purchase "+string(id)+" was released at "+
				instant(r.purchases[p].released.at)+" New York.", r.Authority.Release)
		default:
			r.named = append(r.named, p)
			seen[id] = true
			continue
		}
		seen[id] = true
		r.whole = false
	}
}

// checkTogether holds a deal that closes at once to naming every purchase.
func (r *releasing) checkTogether() {
	if len(r.named) == len(r.Purchases) {
		return
	}
	named := make([]bool, len(r.Purchases))
	for _, p := range r.named {
		named[p] = true
	}
	for p, is := range named {
		if !is {
			r.d.refuse(CodeNotTogether, "All purchases close together, and "+string(r.Purchases[p].ID)+
				" is not among those released.", r.Authority.Several)
		}
	}
}

// checkDay tests what is the same for all purchases: the day and the hour.
func (r *releasing) checkDay() {
	if !r.Calendar.IsOpen(r.today) {
		why := "outside the calendar"
		if closed, ok := r.Calendar.Closure(r.today); ok {
			why = closed.Name
		}
		r.d.refuse(CodeNotTradingDay, r.today.Long()+" is not a day of the "+r.Calendar.Name()+" calendar ("+why+").",
			r.Authority.ClosingDate)
	} else if cutoff := r.cutoff(r.today, r.e.At); r.e.At.After(cutoff) {
		r.d.refuse(CodeAfterCutoff, hour(r.e.At)+" New York is after the cut-off. "+r.cutoffWhy(r.today, r.e.At).Text,
			r.Authority.ClosingTime)
	}
	if !r.Outside.IsZero() && r.today.After(r.Outside) {
		r.d.refuse(CodeOutsideDatePassed, "The outside date, "+r.Outside.Long()+", is over.", law.Citation{})
	}
}

// checkPurchase tests the conditions, the date and the money of one purchase.
func (r *releasing) checkPurchase(p int) {
	ripe := ripeness{since: r.Signed, last: -1, ripe: true}
	fundsWaived := false
	for c := range r.Conditions {
		v := r.find(c, p, r.e.At, r.today)
		r.checkCondition(c, p, v)
		if r.Conditions[c].Kind == AtClosing {
			continue
		}
		switch {
		case !v.open():
			ripe.ripe = false
		case v.since.After(ripe.since):
			ripe.since = v.since
		}
		fundsWaived = fundsWaived || r.Conditions[c].Kind == Funds && v.state == Waived
	}
	if r.together != nil {
		ripe = *r.together
	}
	if ripe.ripe {
		r.checkClosingDate(p, ripe)
	}
	r.checkFunds(p, fundsWaived)
}

func (r *releasing) checkCondition(c, p int, v verdict) {
	k := &r.Conditions[c]
	switch v.state {
	case Met:
		return
	case Waived:
		f := r.finding(c, p, v)
		if r.OnWaiver == WaiverRefused {
			r.d.refuse(CodeWaiverNotEnough, f.Why[0].Text+" The terms let money go on satisfaction alone.", r.Authority.Release)
			r.d.Findings = append(r.d.Findings, f)
			return
		}
		r.d.warn(CodeReleaseOnWaiver, f.Why[0].Text+
			" The section on release speaks of satisfaction; a waiver in a signed writing is taken for it.", r.Authority.Release)
		return
	case Unmet:
		f := r.finding(c, p, v)
		r.d.refuse(CodeConditionNotMet, f.Why[0].Text, k.Authority)
		r.d.Findings = append(r.d.Findings, f)
	default:
		f := r.finding(c, p, v)
		r.d.refuse(CodeConditionNotShown, f.Why[0].Text, k.Authority)
		r.d.Findings = append(r.d.Findings, f)
	}
}

// checkClosingDate compares today with the Closing Date of a ripe purchase.
func (r *releasing) checkClosingDate(p int, ripe ripeness) {
	id := string(r.Purchases[p].ID)
	scheduled, err := r.scheduled(ripe.since)
	if err != nil {
		r.d.refuse(CodeNoClosingDate, "No Closing Date of "+id+" can be computed: "+err.Error()+".", r.Authority.ClosingDate)
		return
	}
	text := "The Closing Date of " + id + " is " + scheduled.Long() + ", after its last condition came in at " +
		instant(ripe.since) + " New York"
	switch {
	case r.today.Before(scheduled):
		r.d.refuse(CodeBeforeClosingDate, text+"; "+r.today.Long()+" is too early.", r.Authority.ClosingDate)
	case r.today.After(scheduled) && r.Late == LateRefused:
		r.d.refuse(CodeClosingDatePassed, text+"; it is over, and the terms do not move it.", r.Authority.ClosingDate)
	default:
		r.steps = append(r.steps, law.Reason{
			Code: CodeReleaseOn, Text: text + "; the release came at " + instant(r.e.At) + ".", Authority: r.Authority.ClosingDate,
		})
	}
	if r.today.After(scheduled) && r.Late == LateRolls {
		r.d.warn(CodeAfterClosingDate, text+". It was missed and moved on to "+r.today.Long()+".", r.Authority.ClosingDate)
	}
}

// checkFunds compares what is held with what is due.
func (r *releasing) checkFunds(p int, waived bool) {
	id, due := string(r.Purchases[p].ID), r.Purchases[p].DueCents
	held := r.purchases[p].held(r.e.At)
	if held < due && (!waived || held <= 0) {
		r.enough = false
		r.d.refuse(CodeFundsShort, "The agent holds "+dollars(held)+" of the "+dollars(due)+" due for "+id+
			" ("+r.Purchases[p].Basis.words()+"); "+dollars(due-held)+" are missing.", r.Authority.FundsBefore)
		return
	}
	last, _ := r.purchases[p].funds.crossing(due, r.e.At)
	by, err := r.fundsBy(r.today)
	if err == nil && day(last).After(by) {
		r.d.warn(CodeFundsLate, "Money for "+id+" came at "+instant(last)+" New York; the last day for funds of this closing was "+
			by.Long()+".", r.Authority.FundsBefore)
	}
}
