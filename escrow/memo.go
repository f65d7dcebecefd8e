package escrow

import (
	"encoding/binary"
	"time"

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
	findings    room[Finding]
	reasons     room[law.Reason]
	needs       room[Need]
	needed      []Need // of the purchase at hand
	values      []value
	key         []byte
	said        map[saidKey]*said
}

// saidKey is all that words depend on: the terms, a code, and the values written one
// after another.
type saidKey struct {
	*contract
	need bool // the words of a need
	key  string
}

// said is what was put into words before. Most purchases of a report have the same to
// say.
type said struct {
	why             law.Reasons
	data            law.Data
	what, otherwise string
}

// words looks for words that were made before, and makes room for them otherwise.
func (m *memo) words(c *contract, need bool, code law.Code, values []value) (of *said, made bool) {
	m.key = append(append(m.key[:0], code...), 0)
	for i := range values {
		v := &values[i]
		m.key = append(append(m.key, v.name...), byte(v.is))
		m.key = binary.LittleEndian.AppendUint64(m.key, uint64(v.n))    // #nosec G115 -- a key
		m.key = binary.LittleEndian.AppendUint32(m.key, uint32(v.nano)) // #nosec G115 -- a key
		m.key = append(append(m.key, v.text...), 0)
	}
	if of, made = m.said[saidKey{c, need, string(m.key)}]; made {
		return of, true
	}
	if m.said == nil {
		m.said = make(map[saidKey]*said)
	}
	of = new(said)
	m.said[saidKey{c, need, string(m.key)}] = of
	return of, false
}

// reason is [contract.reason].
func (m *memo) reason(c *contract, code law.Code, authority *law.Citation, values ...value) law.Reason {
	return m.why(c, code, authority, values)[0]
}

// why is a list of that one reason.
func (m *memo) why(c *contract, code law.Code, authority *law.Citation, values []value) law.Reasons {
	of, made := m.words(c, false, code, values)
	if !made {
		of.why = law.Reasons{c.reason(code, authority, values...)}
	}
	return of.why
}

// phrase is the words of a need.
func (m *memo) phrase(c *contract, code law.Code, values []value) *said {
	of, made := m.words(c, true, code, values)
	if !made {
		of.data = c.data(values)
		of.what, of.otherwise = whats().Text(code, of.data), otherwises().Text(code, of.data)
	}
	return of
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
	own := m.findings.cut(n)[:0]
	for c := range found {
		if asked(c) {
			own = append(own, found[c])
		}
	}
	return own
}

// find fills in the findings of the kinds asked for: those at closing, or the
// others.
func (m *memo) find(s *state, found []Finding, purchase int, sc *Schedule, atClosing bool) {
	for c := range s.Conditions {
		k := &s.Conditions[c]
		if (k.Kind == AtClosing) != atClosing {
			continue
		}
		t := tested{c, purchase, s.find(c, purchase, sc.At, sc.Date), s.day(sc.At)}
		found[c] = s.found(&t)
		m.values = s.verdictValues(m.values[:0], &t)
		found[c].Why = m.why(s.contract, t.code, &k.Authority, m.values)
	}
}
