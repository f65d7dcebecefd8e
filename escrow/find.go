package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/ledger"
)

// find tests one condition for one purchase at an instant. closing is the day
// for which conditions at closing are tested; "no date" shows none of them.
func (s *state) find(condition, purchase int, t time.Time, closing calendar.Date) verdict {
	k := &s.Conditions[condition]
	if k.Kind == AtClosing {
		return s.findAtClosing(condition, purchase, t, closing)
	}
	waived := s.waived(condition, purchase, calendar.Date{}).until(t)
	switch k.Kind {
	case Once:
		return s.findOnce(s.known(condition, purchase), t, waived)
	case Throughout:
		return s.findThroughout(s.known(condition, purchase), t, waived)
	case Absence:
		return s.findAbsence(s.known(condition, purchase), t, waived)
	case Funds:
		need, book := s.Purchases[purchase].DueCents, &s.purchases.get(purchase).book
		v := s.findLevel(func(t time.Time) ledger.Level { return book.Level(t, need) }, t, need, waived)
		if v.code == codeShort {
			v.pending = s.pendingOf(purchase, t)
		}
		return v
	default: // Custody: the kinds were checked at the door
		var room [4]delta
		need, deltas := s.Purchases[purchase].Shares, s.custody(purchase, t, room[:0])
		return s.findLevel(func(t time.Time) ledger.Level { return levelOf(deltas, t, need) }, t, need, waived)
	}
}

// waived lists the waivers by the party that the condition favors now: a
// waiver does not bind another to whom the purchase passed.
func (s *state) waived(condition, purchase int, day calendar.Date) waivedAt {
	favored := s.favored(&s.Conditions[condition], &s.Purchases[purchase])
	for _, w := range s.purchases.get(purchase).waivers {
		if w.condition == condition && w.day == day && w.by == favored {
			return w.at
		}
	}
	return nil
}

// since is from when the last run of a condition counts.
func (s *state) since(facts *ledger.List, r ledger.Run) time.Time {
	if s.Memory == MemoryFirst {
		if first, ok := facts.Next(time.Time{}, ledger.Of(ledger.Holds)); ok {
			return first.At
		}
	}
	return r.From
}

func (s *state) findOnce(facts ledger.List, t time.Time, ws waivedAt) verdict {
	r, known := facts.Run(t)
	v := verdict{state: Unknown, code: codeUnknown}
	switch {
	case known && r.Holds:
		v = verdict{state: Met, code: codeMet, since: s.since(&facts, r)}
	case known:
		v = verdict{state: Unmet, code: codeUnmet, since: r.From}
	}
	if len(ws) == 0 {
		return v
	}
	// From the first waiver on the condition is satisfied or waived without a
	// break; before it, as far as the run reaches that it fell into.
	since := ws[0]
	if r, known := facts.Run(ws[0]); known && r.Holds {
		since = s.since(&facts, r)
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
	facts := s.known(condition, purchase)
	if seen, ok := facts.Latest(t, dayNumber(closing)); ok {
		if seen.Kind == ledger.Holds {
			return verdict{state: Met, code: codeMet, since: seen.At}
		}
		v = verdict{state: Unmet, code: codeUnmet, since: seen.At, closing: closing}
	}
	if ws := s.waived(condition, purchase, closing).until(t); len(ws) > 0 {
		return verdict{state: Waived, code: codeWaived, since: ws[0], waived: ws[0]}
	}
	return v
}

// findThroughout looks for lapses since the signing. A lapse is the start of a run
// that does not hold: saying again that trading is halted is no second halt. Every
// waiver reaches back to all lapses before it.
func (s *state) findThroughout(facts ledger.List, t time.Time, ws waivedAt) verdict {
	last, ok := facts.Last(t, ledger.Facts)
	if !ok {
		return verdict{state: Unknown, code: codeUnknown}
	}
	// The first lapse that no waiver reaches began after the last waiver.
	covered := s.Signed
	if len(ws) > 0 {
		covered = later(covered, ws[len(ws)-1])
	}
	after := covered
	if r, known := facts.Run(earlier(covered, t)); known && !r.Holds {
		if len(ws) == 0 {
			return verdict{state: Unmet, code: codeBroken, since: s.Signed}
		}
		resumed, _ := facts.Next(covered, ledger.Of(ledger.Holds))
		after = resumed.At // not before it
	}
	if !after.IsZero() {
		if lapse, ok := facts.Next(after, ledger.Of(ledger.Fails)); ok && !lapse.At.After(t) {
			return verdict{state: Unmet, code: codeBroken, since: lapse.At}
		}
	}
	// All lapses are waived; the last is told.
	lapse, lapsed := facts.Last(t, ledger.Of(ledger.Fails))
	at, known := facts.Run(earlier(s.Signed, t))
	if lapsed && (lapse.At.After(s.Signed) || known && !at.Holds) {
		r, _ := facts.Run(lapse.At)
		w, _ := ws.cover(later(r.From, s.Signed))
		return verdict{state: Waived, code: codeWaived, since: w, waived: w}
	}
	// Only a fact from after the signing shows that it held since.
	if last.At.Before(s.Signed) {
		return verdict{state: Unknown, code: codeUnknown}
	}
	return verdict{state: Met, code: codeMet, since: s.Signed}
}

func (s *state) findAbsence(facts ledger.List, t time.Time, ws waivedAt) verdict {
	r, known := facts.Run(t)
	switch {
	case !known:
		return verdict{state: Met, code: codePresumed, since: s.Signed}
	case !r.Holds:
		if w, ok := ws.cover(r.From); ok {
			return verdict{state: Waived, code: codeWaived, since: w, waived: w}
		}
		return verdict{state: Unmet, code: codeUnmet, since: later(r.From, s.Signed)}
	}
	// Said or not, it was presumed from the signing on until the first lapse.
	first, _ := facts.Next(time.Time{}, ledger.Facts)
	presumed := first.Kind == ledger.Holds || first.At.After(s.Signed)
	lapse, lapsed := facts.Before(r)
	if !lapsed || presumed && s.Memory == MemoryFirst {
		return verdict{state: Met, code: codeMet, since: s.Signed}
	}
	since := later(r.From, s.Signed)
	if w, ok := ws.cover(lapse.From); ok {
		since = earlier(since, w)
	}
	return verdict{state: Met, code: codeMet, since: since}
}

// findLevel judges money or shares. The agent's own books are complete, so that
// nothing received is unmet and not unknown.
func (s *state) findLevel(at func(time.Time) ledger.Level, t time.Time, need int64, ws waivedAt) verdict {
	l := at(t)
	v := verdict{state: Unmet, code: codeShort, have: l.Have, need: need}
	// From the first waiver on the condition is satisfied or waived without a
	// break; before it, as far as the run reaches that it fell into.
	waived := time.Time{}
	if len(ws) > 0 {
		waived = ws[0]
		if then := at(waived); then.Holds {
			waived = then.Since
		}
	}
	switch {
	case l.Holds:
		v.state, v.code, v.since, v.reached = Met, codeMet, l.Since, l.Since
		if s.Memory == MemoryFirst {
			v.since = l.First
		}
		if len(ws) > 0 {
			v.since = earlier(v.since, waived)
		}
	case len(ws) > 0:
		v.state, v.code, v.since, v.waived = Waived, codeWaived, waived, ws[0]
	case l.Have > need:
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
