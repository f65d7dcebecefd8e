package escrow

// record is a decided event.
type record struct {
	event    Event
	decision *Decision // nil for a fact accepted without a warning
	leg      int       // the position of its first leg
}

// answer is the decision; its slices are the caller's.
func (r *record) answer() Decision {
	if r.decision == nil {
		return Decision{Event: r.event.ID, Outcome: Accepted}
	}
	return r.decision.clone()
}

// legs is how many legs it ordered.
func (r *record) legs() int {
	if r.decision == nil {
		return 0
	}
	return len(r.decision.Legs)
}

// newRecord keeps a decision apart from the one that the caller gets.
func newRecord(e Event, d Decision, leg int) record {
	r := record{event: e, leg: leg}
	if d.Outcome != Accepted || d.Why != nil || d.Warnings != nil || d.Legs != nil {
		own := d.clone()
		r.decision = &own
	}
	return r
}
