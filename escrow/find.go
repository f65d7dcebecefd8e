package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// find tests one condition for one purchase at an instant. closing is the day
// for which conditions at closing are tested; "no date" shows none of them.
func (s *state) find(condition, purchase int, t time.Time, closing calendar.Date) verdict {
	k := &s.Conditions[condition]
	if k.Kind == AtClosing {
		return s.findAtClosing(condition, purchase, t, closing)
	}
	var few [4]time.Time
	waived := s.waived(condition, purchase, t, few[:0])
	var room [4]delta
	switch k.Kind {
	case Once:
		return s.findOnce(s.known(condition, purchase, t), waived)
	case Throughout:
		return s.findThroughout(s.known(condition, purchase, t), waived)
	case Absence:
		return s.findAbsence(s.known(condition, purchase, t), waived)
	case Funds:
		need := s.Purchases[purchase].DueCents
		v := s.findLevel(s.deltas(purchase, t, room[:0]), func(have int64) bool { return have >= need }, need, waived)
		if v.code == codeShort {
			v.pending = s.pendingOf(purchase, t)
		}
		return v
	default: // Custody: the kinds were checked at the door
		need := s.Purchases[purchase].Shares
		return s.findLevel(s.custody(purchase, t, room[:0]), func(have int64) bool { return have == need }, need, waived)
	}
}

// waivedAt lists when a condition was waived, in order of time.
type waivedAt []time.Time

// waived lists the waivers by the party that the condition favors now: a
// waiver does not bind another to whom the purchase passed.
func (s *state) waived(condition, purchase int, t time.Time, out waivedAt) waivedAt {
	for _, w := range s.purchases.Get(purchase).waivers {
		if w.condition == condition && !w.at.After(t) && w.by == s.favored(&s.Conditions[condition], &s.Purchases[purchase]) {
			out = append(out, w.at)
		}
	}
	return out
}

// cover is the first waiver that reaches back to a lapse that began then.
func (ws waivedAt) cover(from time.Time) (time.Time, bool) {
	for _, w := range ws {
		if !w.Before(from) {
			return w, true
		}
	}
	return time.Time{}, false
}

// since is from when the last run of a condition counts.
func (s *state) since(tr track, r run) time.Time {
	if first, ok := tr.first(); ok && s.Memory == MemoryFirst {
		return first
	}
	return r.from
}

func (s *state) findOnce(tr track, ws waivedAt) verdict {
	r, _, known := tr.last()
	v := verdict{state: Unknown, code: codeUnknown}
	switch {
	case known && r.holds:
		v = verdict{state: Met, code: codeMet, since: s.since(tr, r)}
	case known:
		v = verdict{state: Unmet, code: codeUnmet, since: r.from}
	}
	if len(ws) == 0 {
		return v
	}
	// From the first waiver on the condition is satisfied or waived without a
	// break; before it, as far as the run reaches that it fell into.
	since := ws[0]
	if before := tr.until(ws[0]); len(before) > 0 {
		if r, _, _ := before.last(); r.holds {
			since = s.since(before, r)
		}
	}
	if !v.open() {
		return verdict{state: Waived, code: codeWaived, since: since, waived: ws[0]}
	}
	v.since = earlier(v.since, since)
	return v
}

func (s *state) findAtClosing(condition, purchase int, t time.Time, closing calendar.Date) verdict {
	v := verdict{state: Unknown, code: codeUnknown, closing: closing}
	if closing.IsZero() {
		return v
	}
	if seen, ok := s.known(condition, purchase, t).on(closing); ok {
		if seen.holds {
			return verdict{state: Met, code: codeMet, since: seen.at}
		}
		v = verdict{state: Unmet, code: codeUnmet, since: seen.at, closing: closing}
	}
	favored := s.favored(&s.Conditions[condition], &s.Purchases[purchase])
	for _, w := range s.purchases.Get(purchase).waivers {
		if w.condition == condition && w.day == closing && !w.at.After(t) && w.by == favored {
			return verdict{state: Waived, code: codeWaived, since: w.at, waived: w.at}
		}
	}
	return v
}

// findThroughout looks for lapses from the last back to the first. A lapse is
// the start of a run that does not hold: saying again that trading is halted is
// no second halt.
func (s *state) findThroughout(tr track, ws waivedAt) verdict {
	v := verdict{state: Unknown, code: codeUnknown}
	for rest := tr; ; {
		r, before, ok := rest.last()
		if !ok {
			return v
		}
		rest = before
		from := later(r.from, s.Signed)
		if r.holds {
			// Only a fact from after the signing shows that it held since.
			if v.state == Unknown && !tr[len(tr)-1].at.Before(s.Signed) {
				v = verdict{state: Met, code: codeMet, since: s.Signed}
			}
			// What was before this run is over by the signing.
			if !r.from.After(s.Signed) {
				return v
			}
			continue
		}
		w, covered := ws.cover(from)
		if !covered {
			v = verdict{state: Unmet, code: codeBroken, since: from}
		} else if v.open() || v.state == Unknown {
			if v.state != Waived {
				v = verdict{state: Waived, code: codeWaived, since: w, waived: w}
			}
		}
		if !r.from.After(s.Signed) {
			return v
		}
	}
}

func (s *state) findAbsence(tr track, ws waivedAt) verdict {
	r, before, known := tr.last()
	switch {
	case !known:
		return verdict{state: Met, code: codePresumed, since: s.Signed}
	case !r.holds:
		if w, ok := ws.cover(r.from); ok {
			return verdict{state: Waived, code: codeWaived, since: w, waived: w}
		}
		return verdict{state: Unmet, code: codeUnmet, since: later(r.from, s.Signed)}
	}
	// Said or not, it was presumed from the signing on until the first lapse.
	presumed := tr[0].holds || tr[0].at.After(s.Signed)
	if len(before) == 0 || presumed && s.Memory == MemoryFirst {
		return verdict{state: Met, code: codeMet, since: s.Signed}
	}
	since := later(r.from, s.Signed)
	lapse, _, _ := before.last()
	if w, ok := ws.cover(lapse.from); ok {
		since = earlier(since, w)
	}
	return verdict{state: Met, code: codeMet, since: since}
}

// findLevel judges money or shares. The agent's own books are complete, so that
// nothing received is unmet and not unknown.
func (s *state) findLevel(deltas []delta, holds func(int64) bool, need int64, ws waivedAt) verdict {
	l := levelOf(deltas, holds)
	v := verdict{state: Unmet, code: codeShort, have: l.have, need: need}
	// From the first waiver on the condition is satisfied or waived without a
	// break; before it, as far as the run reaches that it fell into.
	waived := time.Time{}
	if len(ws) > 0 {
		waived = ws[0]
		if then := levelOf(until(deltas, waived), holds); then.holds {
			waived = then.since
		}
	}
	switch {
	case l.holds:
		v.state, v.code, v.since, v.reached = Met, codeMet, l.since, l.since
		if s.Memory == MemoryFirst {
			v.since = l.first
		}
		if len(ws) > 0 {
			v.since = earlier(v.since, waived)
		}
	case len(ws) > 0:
		v.state, v.code, v.since, v.waived = Waived, codeWaived, waived, ws[0]
	case l.have > need:
		v.code = codeOver
	}
	return v
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
