package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// releasing is a release while it is decided.
type releasing struct {
	*state
	d        *Decision
	e        Event
	today    calendar.Date
	named    []int   // the purchases named that exist, once each, still open
	paid     []int64 // what leaves with each of them
	whole    bool    // nothing unknown, closed or named twice was among them
	enough   bool    // the agent holds what each asks for
	together *ripeness
	reached  time.Time   // since when the minimum is there; zero without one
	waits    bool        // the minimum is not there, so that no Closing Date is
	steps    law.Reasons // told only if nothing is against the release
}

// release decides a release, and carries it out if nothing is against it.
func (s *state) release(d *Decision, e Event, b Release) {
	r := &releasing{state: s, d: d, e: e, today: s.day(e.At), whole: true, enough: true, steps: s.rooms.steps[:0], paid: s.rooms.cents[:0]}
	s.onlyAgent(d, e)
	if len(b.Purchases) == 0 {
		d.refuse(codeNothingNamed, "The release names no purchase.", s.Authority.Release)
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
	s.refusePending(d, e.At)
	r.checkDay()
	r.checkContingency()
	s.refuseHeld(d, e.At, -1)
	for _, p := range r.named {
		r.paid = append(r.paid, r.checkPurchase(p))
	}
	r.payOut()
	s.rooms.steps, s.rooms.cents = r.steps, r.paid
}

// instant is [contract.instant]; the purchases of a log share most moments.
func (r *releasing) instant(t time.Time) string { return r.rooms.words.of(r.contract, t) }

// payOut divides the proceeds, and carries out what nothing is against.
func (r *releasing) payOut() {
	var proceeds int64
	for _, cents := range r.paid {
		proceeds += cents
	}
	first := r.firstRelease.IsZero()
	fees, left, ok := r.waterfall(proceeds, first)
	if r.whole && r.enough && !ok {
		r.d.refuse(codeFeesExceedProceeds, "The fees of "+r.usd(r.feesOf(proceeds, first))+" are more than the "+r.usd(proceeds)+
			" released.", r.Authority.Release)
	}
	if r.d.Outcome == Accepted {
		r.carryOut(proceeds, fees, left)
	}
}

// name finds the purchases.
func (r *releasing) name(b Release) {
	var seen map[PurchaseID]bool
	if len(b.Purchases) > 1 {
		seen = make(map[PurchaseID]bool, len(b.Purchases))
	}
	r.named = r.rooms.positions.Cut(len(b.Purchases))[:0]
	for _, id := range b.Purchases {
		p, ok := r.placeOf(id)
		twice := seen[id]
		if seen != nil {
			seen[id] = true
		}
		switch {
		case twice:
			r.d.refuse(codeNamedTwice, "The release names "+quoted(string(id))+" more than once.", r.Authority.Release)
		case !ok:
			r.d.refuse(codeUnknownPurchase, "The deal has no purchase "+quoted(string(id))+".", r.Authority.Release)
		case r.purchases.Get(p).closed != nil:
			r.refuseClosed(r.d, p)
		default:
			r.named = append(r.named, p)
			continue
		}
		r.whole = false
	}
}

// checkTogether holds a deal that closes at once to naming every purchase that
// has not closed, none of which may be over.
func (r *releasing) checkTogether() {
	named := make([]bool, len(r.Purchases))
	for _, p := range r.named {
		named[p] = true
	}
	for p, is := range named {
		id := string(r.Purchases[p].ID)
		switch {
		case r.purchases.Get(p).closed != nil:
		case !r.overAt(p, r.e.At).IsZero():
			r.d.refuse(codeTogetherOver, "All purchases close together, and "+id+" was terminated or canceled, so that none can.",
				r.Authority.Several)
		case !is:
			r.d.refuse(codeNotTogether, "All purchases close together, and "+id+" is not among those released.", r.Authority.Several)
		}
	}
}

// checkDay tests what is the same for all purchases: the day and the hour.
func (r *releasing) checkDay() {
	if !r.calendar.IsOpen(r.today) {
		r.d.refuse(codeNotTradingDay, r.closedText(r.today), r.Authority.ClosingDate)
	} else if cutoff := r.cutoff(r.today, r.e.At); r.e.At.After(cutoff) {
		r.d.refuse(codeAfterCutoff, r.hour(r.e.At)+" is after the cut-off. "+r.cutoffWhy(r.today, r.e.At).Text,
			r.Authority.ClosingTime)
		switch {
		case r.ConsentShares == 0 && r.Late == LateRefused:
			r.d.cured(roleCompany, howAmend)
		case r.ConsentShares == 0:
			r.d.cured(roleAgent, "release on the next day of the "+r.calendar.Name()+" calendar")
		case r.Late == LateRefused:
			r.d.cured(roleCompany, "agree on a later hour with investors of enough shares")
		}
	}
	if out := r.Closing.Outside; !out.IsZero() && r.today.After(out) {
		r.d.refuse(codeOutsideDatePassed, "The outside date, "+out.Long()+", is over.", r.Authority.Outside)
	}
	if r.Anchor != AnchorNotice {
		return
	}
	n, ok := r.notice(r.e.At)
	if !ok {
		r.d.refuse(codeNotCalled, "The company has called no closing.", r.Notice.Authority)
		return
	}
	if end, ends, err := r.windowEnd(n); err != nil {
		r.d.refuse(codeNoClosingDate, "It cannot be said until when the closing called for "+n.day.Long()+" can take place: "+
			err.Error()+".", r.Notice.Authority)
	} else if ends && r.today.After(end) {
		r.d.refuse(codeNoticeLapsed, "The closing called for "+n.day.Long()+" could take place until "+end.Long()+
			"; the company can call another.", r.Notice.Authority)
	}
}

// checkContingency tests the minimum and the maximum.
func (r *releasing) checkContingency() {
	if r.Contingency.MinCents == 0 {
		return
	}
	if c := r.contingencyAt(r.e.At); !c.Reached {
		r.waits = true
		r.d.refuse(codeMinimumNotReached, r.minimumText(c), r.Authority.Contingency)
		r.cureMinimum(r.d, c, r.e.At)
	} else {
		r.keepReached(r.e.At)
		r.reached = r.reachedSince(r.e.At)
		r.checkShare()
	}
	if most := r.Contingency.MaxCents; most > 0 {
		over := r.released
		for _, p := range r.named {
			over += min(r.Purchases[p].DueCents, max(0, r.moneyOf(p, r.e.At).here()))
		}
		if over > most {
			r.d.refuse(codeMaximumExceeded, "With this release "+r.usd(over)+" would be released, "+r.usd(over-most)+
				" more than the maximum of "+r.usd(most)+".", r.Authority.Contingency)
			if !r.someFits(most) {
				r.d.cured(roleCompany, howAmend)
			}
		}
	}
}

// someFits reports whether the maximum leaves room for one of the purchases named.
func (r *releasing) someFits(most int64) bool {
	return slices.ContainsFunc(r.named, func(p int) bool {
		return r.released+min(r.Purchases[p].DueCents, max(0, r.moneyOf(p, r.e.At).here())) <= most
	})
}

// checkShare holds a release, with those before it, to reaching the minimum by
// itself: what is not released can still be paid back.
func (r *releasing) checkShare() {
	sold := r.soldAt(r.e.At)
	counted := sold
	for _, p := range r.named {
		counted += r.countOf(p, r.e.At)
	}
	if counted >= r.Contingency.MinCents {
		return
	}
	text := "The purchases named count " + r.usd(counted-sold) + " toward the minimum of " + r.usd(r.Contingency.MinCents)
	if sold > 0 {
		text += ", and those released before " + r.usd(sold)
	}
	r.d.refuse(codeMinimumNotNamed, text+"; purchases that count another "+r.usd(r.Contingency.MinCents-counted)+
		" must be named with them.", r.Authority.Contingency)
}

// minimumText says how far the minimum is from being reached.
func (s *state) minimumText(c ContingencyReport) string {
	text := "Of the minimum of " + s.usd(c.MinCents) + ", " + s.usd(c.CountedCents) +
		" are here as good money of accepted bona fide purchases, " + s.usd(c.MinCents-c.CountedCents) + " short"
	if c.Failed {
		return text + "; the last day for it was " + c.By.Long() + "."
	}
	return text + "; the last day for it is " + c.By.Long() + "."
}

// checkPurchase tests the conditions, the date and the money of one purchase,
// and returns what leaves with it.
func (r *releasing) checkPurchase(p int) int64 {
	a := r.purchases.Get(p)
	for _, h := range standingOf(a.holds, r.e.At) {
		r.refuseHold(r.d, h, string(r.Purchases[p].ID), r.e.At)
	}
	r.refuseOver(r.d, p, r.e.At)
	r.refuseCancelable(r.d, p, r.e.At)
	ripe := r.begins(p, r.e.At)
	var funds verdict
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
		if r.Conditions[c].Kind == Funds {
			funds = v
		}
	}
	if r.together != nil {
		ripe = *r.together
	}
	if ripe.ripe && !r.waits {
		r.checkClosingDate(p, ripe.after(r.reached))
	}
	return r.checkFunds(p, funds)
}
