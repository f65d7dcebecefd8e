package escrow

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Outcome says what became of an event. The zero Outcome is that of no event.
type Outcome string

const (
	// Accepted means that the fact was recorded, or the instruction is
	// carried out.
	Accepted Outcome = "accepted"
	// Refused means that the instruction is not carried out, or that the fact
	// contradicts or repeats one that stands. It stays refused under its ID;
	// to try again, use another.
	Refused Outcome = "refused"
	// Duplicate means that the event was decided before; nothing happens again.
	Duplicate Outcome = "duplicate"
)

func (Outcome) all() []Outcome {
	return []Outcome{Accepted, Refused, Duplicate}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (o *Outcome) UnmarshalText(text []byte) error {
	return law.ReadWord(o, text, o.all()...)
}

// Decision is the answer to an event. [Replay] gives its outcome and its legs alone, and
// [Deal.Decision] all of it. The zero Decision is that of no event.
type Decision struct {
	// Event is the event's ID.
	Event EventID `json:"event"`
	// Outcome says what became of it.
	Outcome Outcome `json:"outcome"`
	// First is the outcome of the first time for a duplicate, whose other
	// fields repeat the first decision; empty otherwise.
	First Outcome `json:"first,omitempty"`
	// Why holds every reason for a refusal, in a fixed order: the
	// instruction's own first, then purchase by purchase and condition by
	// condition. For an accepted instruction it tells the steps. It is empty
	// for a recorded fact, unless that puts an amendment in force.
	Why law.Reasons `json:"why,omitempty"`
	// Cures has one entry for each reason of a refusal, in the same order: who
	// can remove it, and how.
	Cures []Cure `json:"cures,omitempty"`
	// Warnings do not stand in the way, but someone should know.
	Warnings law.Reasons `json:"warnings,omitempty"`
	// Findings are the conditions that kept a release back.
	Findings []Finding `json:"findings,omitempty"`
	// Legs are what the agent must now do, once each. A duplicate repeats
	// them with the same IDs.
	Legs []Leg `json:"legs,omitempty"`
}

// ruling is a decision without its words, as the rules make it and the log keeps it.
// The zero ruling accepts a fact and has nothing to say.
type ruling struct {
	terms    *contract // the terms that it speaks of
	first    int       // the position of its first leg
	at       time.Time // from when an instruction is not too early
	cents    int64     // that can still come in of the deal's currency
	shares   int64     // that can still come in
	outcome  Outcome
	why      []note
	warnings []note
}

// note is a reason without its words: what it says, on what it rests, and the values
// that it names.
type note struct {
	code      law.Code
	authority *law.Citation // nil if it rests on none
	values    []value
	tested    *tested // the condition that it is about, if there is one
}

// tested is the verdict on a condition for a purchase.
type tested struct {
	condition, purchase int
	verdict
	on calendar.Date // the day of the instant at which it was tested
}

// refuse adds a reason against the event.
func (d *ruling) refuse(code law.Code, authority *law.Citation, values ...value) {
	d.outcome = Refused
	d.why = append(d.why, note{code: code, authority: authority, values: slices.Clone(values)})
}

// tell adds a step to an accepted instruction.
func (s *state) tell(d *ruling, code law.Code, authority *law.Citation, values ...value) {
	d.why = s.rooms.notes.add(d.why, s.note(code, authority, values...))
}

// warn adds a warning.
func (s *state) warn(d *ruling, code law.Code, authority *law.Citation, values ...value) {
	d.warnings = s.rooms.notes.add(d.warnings, s.note(code, authority, values...))
}

func (s *state) note(code law.Code, authority *law.Citation, values ...value) note {
	n := 0
	for i := range values {
		if !values[i].isEmpty() {
			n++
		}
	}
	own := s.rooms.values.cut(n)[:0]
	for i := range values {
		if !values[i].isEmpty() {
			own = append(own, values[i])
		}
	}
	return note{code: code, authority: authority, values: own}
}

// value is a named value in the form in which the rules have it. It is spelled when
// somebody reads it.
type value struct {
	name string
	text string // an id
	n    int64
	nano int32
	is   unit
}

// unit is what the number of a value counts.
type unit uint8

const (
	unitNone unit = iota // the text
	unitCents
	unitOne
	unitInstant
	unitDay
)

func id[S ~string](name string, text S) value { return value{name: name, text: string(text)} }

func money(name string, n int64) value { return value{name: name, n: n, is: unitCents} }

func count(name string, n int64) value { return value{name: name, n: n, is: unitOne} }

// instant is left out of the data if it is zero.
func instant(name string, t time.Time) value {
	if t.IsZero() {
		return value{name: name}
	}
	return value{name: name, n: t.Unix(), nano: int32(t.Nanosecond()), is: unitInstant} // #nosec G115 -- below a billion
}

// date is left out of the data if it is zero.
func date(name string, d calendar.Date) value {
	if d.IsZero() {
		return value{name: name}
	}
	y, m, dd := d.Civil()
	return value{name: name, n: int64(y)*10_000 + int64(m)*100 + int64(dd), is: unitDay}
}

// names is a list, a name a line.
func names[S ~string](name string, list []S) value {
	lines := ""
	for i, s := range list {
		if i > 0 {
			lines += "\n"
		}
		lines += string(s)
	}
	return value{name: name, text: lines}
}

// lines are the names of a list.
func (v value) lines() []string {
	if v.text == "" {
		return nil
	}
	return strings.Split(v.text, "\n")
}

func (v *value) isEmpty() bool { return v.is == unitNone && v.text == "" }

// append writes a number exactly and plainly; a text is none.
func (v *value) append(b []byte, zone *time.Location) []byte {
	switch v.is {
	case unitCents:
		return appendCents(b, v.n)
	case unitOne:
		return strconv.AppendInt(b, v.n, 10)
	case unitInstant:
		return time.Unix(v.n, int64(v.nano)).In(zone).AppendFormat(b, time.RFC3339Nano)
	case unitDay:
		year := v.n / 10_000
		b = append(b, digit(year/1000), digit(year/100), digit(year/10), digit(year), '-')
		return append(b, digit(v.n/1000), digit(v.n/100), '-', digit(v.n/10), digit(v.n))
	case unitNone:
	}
	return b
}

// digit is the last one of a number.
func digit(n int64) byte { return byte('0' + n%10) }

// appendCents writes cents as 500000.00.
func appendCents(b []byte, n int64) []byte {
	whole := uint64(n) // #nosec G115 -- the sign is written apart
	if n < 0 {
		b, whole = append(b, '-'), -whole
	}
	b = append(strconv.AppendUint(b, whole/100, 10), '.')
	return append(b, byte('0'+whole/10%10), byte('0'+whole%10))
}

// data spells the values, and adds what they are read with: the zone of instants and
// hours, and the currency of money that is not in US dollars.
func (c *contract) data(values []value) law.Data {
	if len(values) == 0 {
		return nil
	}
	var room [256]byte
	var ends [24]int // more than any reason has values
	numbers := room[:0]
	var zoned, priced, other bool
	for i := range values {
		v := &values[i]
		zoned = zoned || v.is == unitInstant
		priced = priced || v.is == unitCents
		other = other || v.name == "currency"
		numbers = v.append(numbers, c.zone)
		ends[i] = len(numbers)
	}
	all, start := string(numbers), 0
	out := make(law.Data, 0, len(values)+2)
	for i := range values {
		d := law.Datum{Name: values[i].name, Value: values[i].text + all[start:ends[i]]} // one of them is empty
		start = ends[i]
		if d.Value != "" && (d != law.Datum{Name: "currency", Value: "USD"} || !priced) {
			out = append(out, d)
		}
	}
	if priced && !other && c.Currency != "USD" {
		out = append(out, law.Datum{Name: "currency", Value: c.Currency})
	}
	if zoned {
		out = append(out, law.Datum{Name: "zone", Value: c.zone.String()})
	}
	return out
}

// reason puts a note into words.
func (c *contract) reason(code law.Code, authority *law.Citation, values ...value) law.Reason {
	var cited law.Citation
	if authority != nil {
		cited = *authority
	}
	return page().Of(code, cited, c.data(values))
}

func (c *contract) reasons(notes []note) law.Reasons {
	if len(notes) == 0 {
		return nil
	}
	out := make(law.Reasons, len(notes))
	for i := range notes {
		if n := &notes[i]; n.tested == nil {
			out[i] = c.reason(n.code, n.authority, n.values...)
		} else {
			out[i] = c.conditionReason(n)
		}
	}
	return out
}

// conditionReason is the reason of a note on a condition.
func (c *contract) conditionReason(n *note) law.Reason {
	var few [8]value
	values := append(c.verdictValues(few[:0], n.tested), id("purchase", c.Purchases[n.tested.purchase].ID))
	return c.reason(n.code, n.authority, values...)
}

// answer is the decision on a recorded event, with its words.
func (s *state) answer(r *record) Decision {
	d := s.bare(r, make([]Leg, r.legs))
	if r.ruling == nil {
		return d
	}
	c := r.ruling.terms
	d.Why, d.Warnings = c.reasons(r.ruling.why), c.reasons(r.ruling.warnings)
	if d.Outcome != Refused {
		return d
	}
	d.Cures = make([]Cure, 0, len(r.ruling.why))
	m := remedy{contract: c, event: r.event, ruling: r.ruling}
	for i := range r.ruling.why {
		n := &r.ruling.why[i]
		d.Cures = append(d.Cures, m.cure(i))
		if n.tested != nil {
			d.Findings = append(d.Findings, c.finding(n.tested))
		}
	}
	return d
}

// bare is the decision without its words; its legs are written to the list.
func (s *state) bare(r *record, legs []Leg) Decision {
	d := Decision{Event: r.event.ID, Outcome: Accepted}
	if r.ruling != nil {
		d.Outcome = r.ruling.outcome
	}
	if r.legs > 0 {
		d.Legs = legs
		for i := range d.Legs {
			d.Legs[i] = s.legs.get(r.leg + i).Leg
		}
	}
	return d
}
