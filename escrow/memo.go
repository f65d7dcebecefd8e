package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/persist"
	"github.com/offerkit/offerkit/law"
)

// memo keeps what the purchases of one report have in common, so that it is
// computed and written once: most share their instants and their Closing Date.
// It belongs to one question and is thrown away with it. The zero memo is ready
// for use.
type memo struct {
	contingency *ContingencyReport
	asked       time.Time  // the instant of contingency
	since       *time.Time // of reachedSince then; nil until asked
	ripe        map[ripeKey]ripeness
	schedules   map[scheduleKey]*Schedule
	verdicts    []verdict // of the purchase at hand
	buffer      []byte
	ends        []int
	findings    persist.Room[Finding]
	reasons     persist.Room[law.Reason]
	needs       persist.Room[Need]
	needed      []Need // of the purchase at hand
	words       instants
}

// instants are the moments last written, which are asked for over and over.
type instants struct {
	at   [4]time.Time
	text [4]string
	next int
	day  calendar.Date // the day last written
	long string
}

// long is [calendar.Date.Long].
func (w *instants) longDay(d calendar.Date) string {
	if w.long == "" || w.day != d {
		w.day, w.long = d, d.Long()
	}
	return w.long
}

// of is [contract.instant].
func (w *instants) of(c *contract, t time.Time) string {
	for i := range w.at {
		if w.at[i] == t && w.text[i] != "" {
			return w.text[i]
		}
	}
	i := w.next
	w.next = (i + 1) % len(w.at)
	w.at[i], w.text[i] = t, c.instant(t)
	return w.text[i]
}

// scheduleKey is all that a schedule depends on but for the purchase itself.
type scheduleKey struct {
	*contract
	at, since, free time.Time
	last            int
	closed          bool
}

type ripeKey struct {
	*contract
	at time.Time
}

// allRipe is [state.allRipe], once for each instant.
func (m *memo) allRipe(s *state, t time.Time) ripeness {
	key := ripeKey{s.contract, t}
	if r, ok := m.ripe[key]; ok {
		return r
	}
	r := s.allRipe(t)
	if m.ripe == nil {
		m.ripe = make(map[ripeKey]ripeness)
	}
	m.ripe[key] = r
	return r
}

// minimum is how the contingency stands; it is asked for one instant.
func (m *memo) minimum(s *state, t time.Time) ContingencyReport {
	if m.contingency == nil || m.asked != t {
		c := s.contingencyAt(t)
		m.contingency, m.asked, m.since = &c, t, nil
	}
	return *m.contingency
}

// reached is since when the minimum is there.
func (m *memo) reached(s *state, t time.Time) time.Time {
	if m.minimum(s, t); m.since == nil {
		since := s.reachedSince(t)
		m.since = &since
	}
	return *m.since
}

// schedule is the part of a schedule that follows from when the conditions came
// in.
func (m *memo) schedule(s *state, of *Schedule, r ripeness) *Schedule {
	key := scheduleKey{s.contract, of.At, r.since, r.free, r.last, of.Closed}
	if sc, ok := m.schedules[key]; ok {
		return sc
	}
	sc := &Schedule{At: of.At}
	if of.Closed {
		sc.Why = law.Reasons{s.closedWhy(of.At)}
	}
	if s.tellDate(sc, r) && s.tellShare(sc, m) {
		s.tellFunds(sc)
		s.tellWarnings(sc)
	}
	if m.schedules == nil {
		m.schedules = make(map[scheduleKey]*Schedule)
	}
	m.schedules[key] = sc
	return sc
}

// room is space for the findings of a purchase, each with its reason.
func (m *memo) room(n int) []Finding {
	own, reasons := m.findings.Cut(n), m.reasons.Cut(n)
	for i := range own {
		own[i].Why = reasons[i : i+1 : i+1]
	}
	return own
}

// those is a list of its own of the findings that are asked for; nil if there are
// none.
func (m *memo) those(found []Finding, asked func(condition int) bool) []Finding {
	n := 0
	for c := range found {
		if asked(c) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	own := m.findings.Cut(n)[:0]
	for c := range found {
		if asked(c) {
			own = append(own, found[c])
		}
	}
	return own
}

// find fills in the findings of the kinds asked for: those at closing, or the
// others. Their sentences are written into one text and cut from it.
func (m *memo) find(s *state, found []Finding, purchase int, sc *Schedule, atClosing bool) {
	m.verdicts, m.buffer, m.ends = m.verdicts[:0], m.buffer[:0], m.ends[:0]
	for c := range s.Conditions {
		if (s.Conditions[c].Kind == AtClosing) != atClosing {
			continue
		}
		v := s.find(c, purchase, sc.At, sc.Date)
		why := found[c].Why
		found[c] = s.bare(c, purchase, v)
		found[c].Why = why
		m.buffer = s.appendFinding(m.buffer, &m.words, c, &found[c], v)
		m.ends = append(m.ends, len(m.buffer))
		m.verdicts = append(m.verdicts, v)
	}
	text, start, i := string(m.buffer), 0, 0
	for c := range s.Conditions {
		if k := &s.Conditions[c]; (k.Kind == AtClosing) == atClosing {
			found[c].Why[0] = law.Reason{Code: m.verdicts[i].code, Text: text[start:m.ends[i]], Authority: k.Authority}
			start, i = m.ends[i], i+1
		}
	}
}
