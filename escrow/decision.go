package escrow

import "github.com/offerkit/offerkit/law"

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

// Decision is the answer to an event.
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

// refuse adds a reason against the instruction, with who can remove it.
func (d *Decision) refuse(code law.Code, text string, authority law.Citation) {
	d.Outcome = Refused
	d.Cures = append(d.Cures, cureOf(code))
	d.Why = append(d.Why, law.Reason{Code: code, Text: text, Authority: authority})
}

// tell adds a step to an accepted instruction.
func (s *state) tell(d *Decision, code law.Code, text string, authority law.Citation) {
	d.Why = s.rooms.reasons.Add(d.Why, law.Reason{Code: code, Text: text, Authority: authority})
}

// warn adds a warning.
func (s *state) warn(d *Decision, code law.Code, text string, authority law.Citation) {
	d.Warnings = s.rooms.reasons.Add(d.Warnings, law.Reason{Code: code, Text: text, Authority: authority})
}
