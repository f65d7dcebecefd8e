package escrow

import (
	"math"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// releasing is a release while it is decided.
type releasing struct {
	*state
	d        *ruling
	e        Event
	today    calendar.Date
	named    []int   // the purchases named that exist, once each, still open
	paid     []int64 // what leaves with each of them
	whole    bool    // nothing unknown, closed or named twice was among them
	enough   bool    // the agent holds what each asks for
	together *ripeness
	reached  time.Time // since when the minimum is there; zero without one
	waits    bool      // the minimum is not there, so that no Closing Date is
	steps    []note    // told only if nothing is against the release
}

// release decides a release, and carries it out if nothing is against it.
func (s *state) release(d *ruling, e Event, b Release) {
	r := &releasing{state: s, d: d, e: e, today: s.day(e.At), whole: true, enough: true, steps: s.rooms.steps[:0], paid: s.rooms.cents[:0]}
	s.onlyAgent(d, e)
	if len(b.Purchases) == 0 {
		d.refuse(codeNothingNamed, &s.Authority.Release)
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

// payOut divides the proceeds, and carries out what nothing is against.
func (r *releasing) payOut() {
	var proceeds int64
	for _, cents := range r.paid {
		proceeds += cents
	}
	first := r.firstRelease.IsZero()
	fees, left, ok := r.waterfall(proceeds, first)
	if r.whole && r.enough && !ok {
		r.d.refuse(codeFeesExceedProceeds, &r.Authority.Release,
			money("fees", r.feesOf(proceeds, first)), money("proceeds", proceeds))
	}
	if r.d.outcome == Accepted {
		r.carryOut(proceeds, fees, left)
	}
}

// name finds the purchases.
func (r *releasing) name(b Release) {
	var seen map[PurchaseID]bool
	if len(b.Purchases) > 1 {
		seen = make(map[PurchaseID]bool, len(b.Purchases))
	}
	r.named = r.rooms.positions.cut(len(b.Purchases))[:0]
	for _, own := range b.Purchases {
		p, ok := r.placeOf(own)
		twice := seen[own]
		if seen != nil {
			seen[own] = true
		}
		switch {
		case twice:
			r.d.refuse(codeNamedTwice, &r.Authority.Release, id("purchase", own))
		case !ok:
			r.d.refuse(codeUnknownPurchase, &r.Authority.Release, id("purchase", own))
		case r.purchases.get(p).closed != nil:
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
		own := id("purchase", r.Purchases[p].ID)
		switch {
		case r.purchases.get(p).closed != nil:
		case !r.overAt(p, r.e.At).IsZero():
			r.d.refuse(codeTogetherOver, &r.Authority.Several, own)
		case !is:
			r.d.refuse(codeNotTogether, &r.Authority.Several, own)
		}
	}
}

// checkDay tests what is the same for all purchases: the day and the hour.
func (r *releasing) checkDay() {
	if !r.calendar.IsOpen(r.today) {
		r.refuseClosedDay(r.d, r.today)
	} else if cutoff := r.cutoff(r.today, r.e.At); r.e.At.After(cutoff) {
		r.d.refuse(codeAfterCutoff, &r.Authority.ClosingTime, instant("at", r.e.At), instant("cutoff", cutoff))
	}
	if out := r.Closing.Outside; !out.IsZero() && r.today.After(out) {
		r.d.refuse(codeOutsideDatePassed, &r.Authority.Outside, date("outside", out))
	}
	if r.Anchor != AnchorNotice {
		return
	}
	n, ok := r.notice(r.e.At)
	if !ok {
		r.d.refuse(codeNotCalled, &r.Notice.Authority, id("company", r.Company))
		return
	}
	if end, ends, err := r.windowEnd(n); err != nil {
		r.d.refuse(codeNoClosingDate, &r.Notice.Authority, date("called", n.day), id("problem", err.Error()))
	} else if ends && r.today.After(end) {
		r.d.refuse(codeNoticeLapsed, &r.Notice.Authority, date("called", n.day), date("end", end))
	}
}

// checkContingency tests the minimum and the maximum.
func (r *releasing) checkContingency() {
	if r.Contingency.MinCents == 0 {
		return
	}
	if c := r.contingencyAt(r.e.At); !c.Reached {
		r.waits = true
		r.d.refuse(codeMinimumNotReached, &r.Authority.Contingency, append(minimumValues(c), r.missingOf(c, r.e.At)...)...)
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
			r.d.refuse(codeMaximumExceeded, &r.Authority.Contingency, money("total", over), money("over", over-most),
				money("maximum", most), money("room", most-r.released), money("smallest", r.smallest()))
		}
	}
}

// smallest is the least that would be released for one of the purchases named.
func (r *releasing) smallest() int64 {
	least := int64(math.MaxInt64)
	for _, p := range r.named {
		least = min(least, r.Purchases[p].DueCents, max(0, r.moneyOf(p, r.e.At).here()))
	}
	return least
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
	before := value{name: "sold"}
	if sold > 0 {
		before = money("sold", sold)
	}
	r.d.refuse(codeMinimumNotNamed, &r.Authority.Contingency, money("have", counted-sold), money("need", r.Contingency.MinCents),
		before, money("short", r.Contingency.MinCents-counted))
}

// minimumValues say how far the minimum is from being reached.
func minimumValues(c ContingencyReport) []value {
	last := date("by", c.By)
	if c.Failed {
		last = date("passed", c.By)
	}
	return []value{money("have", c.CountedCents), money("need", c.MinCents), money("short", c.MinCents-c.CountedCents), last}
}

// missingOf says of open bona fide purchases what a minimum is short of: money that is not
// good yet, money that was not paid, and the most that they can come to if that is too
// little.
func (s *state) missingOf(c ContingencyReport, t time.Time) []value {
	most, fits := c.CountedCents, true
	var pending, unpaid int64
	for p := range s.Purchases {
		own, a := &s.Purchases[p], s.purchases.get(p)
		if !own.BonaFide || by(a.bad, t) || !s.overAt(p, t).IsZero() || a.closedBy(t) || s.isLost(p, t) {
			continue
		}
		most, fits = plus(most, own.DueCents-s.countOf(p, t), fits)
		coming, _ := s.pendingOf(p, t)
		left := max(0, minus(own.DueCents, s.paidBy(p, t)))
		coming = min(coming, left)
		pending, unpaid = pending+coming, unpaid+left-coming
	}
	var out []value
	if pending > 0 {
		out = append(out, money("pending", pending))
	}
	if unpaid > 0 {
		out = append(out, money("unpaid", unpaid))
	}
	if fits && most < c.MinCents {
		out = append(out, money("most", most))
	}
	return out
}

// isLost reports whether a condition of the purchase's own is broken for good.
func (s *state) isLost(p int, t time.Time) bool {
	for c := range s.Conditions {
		k := &s.Conditions[c]
		if k.DealWide || k.Kind == AtClosing {
			continue
		}
		if s.contract.isLost(&tested{condition: c, purchase: p, verdict: s.find(c, p, t, calendar.Date{})}) {
			return true
		}
	}
	return false
}

// checkPurchase tests the conditions, the date and the money of one purchase,
// and returns what leaves with it.
func (r *releasing) checkPurchase(p int) int64 {
	r.refuseHolds(r.d, r.e.At, p)
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
