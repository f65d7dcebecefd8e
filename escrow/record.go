package escrow

import "slices"

// record is a decided event.
type record struct {
	event    Event
	decision *Decision // without its legs; nil for a fact accepted without a warning
	leg      int       // the position of its first leg
	legs     int       // how many it ordered
}

// answer is the decision; its slices are the caller's.
func (s *state) answer(r *record) Decision {
	if r.decision == nil {
		return Decision{Event: r.event.ID, Outcome: Accepted}
	}
	d := r.decision.clone()
	for i := range r.legs {
		d.Legs = append(d.Legs, s.legs.get(r.leg+i).Leg)
	}
	return d
}

// kept is a decision apart from the one that the caller gets. Its legs are in the
// books already.
func (s *state) kept(d *Decision) *Decision {
	if d.Outcome == Accepted && d.Why == nil && d.Warnings == nil && d.Legs == nil {
		return nil
	}
	own := s.rooms.decisions.keep(*d)
	own.Legs = nil
	own.Why, own.Warnings = s.rooms.reasons.clone(d.Why), s.rooms.reasons.clone(d.Warnings)
	own.Cures, own.Findings = slices.Clone(d.Cures), cloneFindings(d.Findings)
	return own
}

// clone shares no slice with d, so that neither side can change the other's. The
// legs are the caller's to add.
func (d Decision) clone() Decision {
	d.Why = slices.Clone(d.Why)
	d.Cures = slices.Clone(d.Cures)
	d.Warnings = slices.Clone(d.Warnings)
	d.Findings = cloneFindings(d.Findings)
	return d
}

func cloneFindings(found []Finding) []Finding {
	own := slices.Clone(found)
	for i := range own {
		own[i].Why = slices.Clone(own[i].Why)
	}
	return own
}
