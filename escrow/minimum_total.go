package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/internal/ledger"
)

// total is what counts toward the minimum as of [state.latestMoney] and the present
// terms. It is brought up to date after each event, which looks at its own
// purchases alone.
type total struct {
	cents int64
	sold  int64     // of purchases that were released
	there bool      // the minimum is there
	known bool      // whether since is known while it is there
	since time.Time // see [state.reachedSince]
}

func clamp(n, most int64) int64 { return min(max(n, 0), most) }

// recount notes that the total has to be brought up to date after what counts of a
// purchase may have changed, and of those to which an excess of it went.
func (s *state) recount(p int) {
	if s.Contingency.MinCents == 0 {
		return
	}
	a := s.account(p)
	if a.stale {
		return
	}
	a.stale = true
	s.rooms.stale = append(s.rooms.stale, p)
	for given := range a.book.All(ledger.Of(ledger.Given)) {
		if given.Ref < 0 {
			s.recount(given.Other)
		}
	}
}

// reweigh is recount after a fact of that instant about the purchase.
func (s *state) reweigh(p int, at time.Time) {
	if p >= 0 {
		s.touch(at)
		s.recount(p)
	}
}

func (s *state) recountAll() {
	for p := range s.Purchases {
		s.recount(p)
	}
}

// recountChanged is recountAll after an amendment, without the purchases for which it
// changes nothing that decides what counts.
func (s *state) recountChanged() {
	old := s.agreed[len(s.agreed)-2].contract
	all := old.Contingency.MinCents == 0 || !old.contingencyEnd.Equal(s.contingencyEnd) || old.OnWaiver != s.OnWaiver ||
		!slices.Equal(old.Conditions, s.Conditions)
	for p := range s.Purchases {
		if all || p >= len(old.Purchases) || old.Purchases[p] != s.Purchases[p] {
			s.recount(p)
		}
	}
}

// settleCount brings the total up to date after the event of that instant. latest is
// what latestMoney was before it; amended says that other terms are in force.
func (s *state) settleCount(at, latest time.Time, amended bool) {
	if s.Contingency.MinCents == 0 || len(s.rooms.stale) == 0 && !amended {
		return
	}
	n, less := &s.total, amended
	for _, p := range s.rooms.stale {
		a, now := s.account(p), s.countOf(p, endOfTime())
		less = less || now < a.counted
		n.cents += now - a.counted
		if a.sold {
			n.sold -= a.counted
		}
		if a.sold = a.closed != nil; a.sold {
			n.sold += now
		}
		a.counted, a.stale = now, false
	}
	s.rooms.stale = s.rooms.stale[:0]
	was := n.there
	n.there = n.cents >= s.Contingency.MinCents
	switch comes := n.there && !was; {
	case comes && at.After(latest):
		n.since, n.known = at, true // less counted at every instant before
	case less || at.Before(latest):
		n.known = false
	case comes:
		n.since = at
	}
}

// isPresent reports whether the total answers for the instant.
func (s *state) isPresent(t time.Time) bool {
	return s.contract == s.versions[len(s.versions)-1].contract && !t.Before(s.latestMoney)
}

// countedAt is the money that counts toward the minimum at the instant. The total
// answers for the present; the past, and the terms of then, are summed anew.
func (s *state) countedAt(t time.Time) int64 {
	if s.isPresent(t) {
		return s.total.cents
	}
	var sum int64
	for p := range s.Purchases {
		sum += s.countOf(p, t)
	}
	return sum
}

// soldAt is what counts of the purchases that were released by the instant.
func (s *state) soldAt(t time.Time) int64 {
	if s.isPresent(t) {
		return s.total.sold
	}
	var sum int64
	for p := range s.Purchases {
		if s.purchases.get(p).closedBy(t) {
			sum += s.countOf(p, t)
		}
	}
	return sum
}

// reachedSince is since when what counts at the instant has reached the minimum
// without a break: from then on the same money of the same purchases counted, and
// was enough under the terms of each instant. The minimum has to be there.
func (s *state) reachedSince(t time.Time) time.Time {
	if s.total.known && s.isPresent(t) {
		return s.total.since
	}
	drops := s.drops(t)
	have, need := s.countedAt(t), s.Contingency.MinCents
	before := len(s.agreed) - 1 // the terms of the instants looked at
	for before > 0 && s.agreed[before].from.After(t) {
		before--
	}
	for i := range drops {
		d := &drops[i]
		have -= d.cents
		for ; before > 0 && !s.agreed[before].from.Before(d.at); before-- {
			need = max(need, s.agreed[before-1].Contingency.MinCents)
		}
		if last := i+1 == len(drops) || !drops[i+1].at.Equal(d.at); last && have < need {
			return d.at
		}
	}
	return time.Time{}
}

// keepReached works out since when the minimum is there, if the total answers for
// the instant, so that it is not done over and over. The state is not shared yet.
func (s *state) keepReached(t time.Time) {
	if n := &s.total; n.there && !n.known && s.isPresent(t) {
		n.since = s.reachedSince(t)
		n.known = true
	}
}

// drops lists, the latest first, at which instants what counts at t came to count: so
// much less counted just before. Each amendment is among them.
func (s *state) drops(t time.Time) []delta {
	var drops []delta
	for _, v := range s.agreed[1:] {
		if !v.from.After(t) {
			drops = append(drops, delta{at: v.from})
		}
	}
	var turns []time.Time
	for p := range s.Purchases {
		have := s.countOf(p, t)
		if have == 0 {
			continue
		}
		turns = s.turns(p, t, turns[:0], nil)
		slices.SortFunc(turns, func(a, b time.Time) int { return b.Compare(a) })
		for _, at := range turns {
			if have == 0 {
				break
			}
			then := s.asOf(at.Add(-1))
			var now int64
			if p < len(then.Purchases) && then.Contingency.MinCents > 0 {
				now = min(have, then.countOf(p, at.Add(-1)))
			}
			if now < have {
				drops = append(drops, delta{at, have - now})
				have = now
			}
		}
	}
	slices.SortFunc(drops, func(a, b delta) int { return b.at.Compare(a.at) })
	return drops
}

// turns lists the instants up to t at which a purchase can have come to count more.
// seen are purchases asked before, whose excess is in its money.
func (s *state) turns(p int, t time.Time, into []time.Time, seen []int) []time.Time {
	if slices.Contains(seen, p) {
		return into
	}
	add := func(instants ...time.Time) {
		for _, at := range instants {
			if by(at, t) {
				into = append(into, at)
			}
		}
	}
	a := s.purchases.get(p)
	for e := range a.book.All(^ledger.Kinds(0)) {
		add(e.At)
		if e.Kind == ledger.Applied && e.Ref < 0 {
			into = s.turns(e.Other, t, into, append(slices.Clip(seen), p))
		}
	}
	for _, i := range a.certificates {
		c := s.certificates.get(i)
		add(c.received, c.returned)
		for _, k := range c.backs {
			add(s.legs.get(k).at, s.legs.get(k).failedAt())
		}
	}
	for i := range a.facts {
		for e := range a.facts[i].All(ledger.Facts) {
			add(e.At)
		}
	}
	for _, w := range a.waivers {
		add(w.at...)
	}
	if a.closed != nil {
		add(a.closed.at)
	}
	for _, v := range s.agreed[1:] {
		add(v.from)
	}
	return into
}
