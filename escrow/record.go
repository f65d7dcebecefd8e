package escrow

// record is a decided event.
type record struct {
	event  Event
	ruling *ruling // nil for a fact accepted without a warning
	leg    int     // the position of its first leg
	legs   int     // how many it ordered
}

// kept is the ruling for the log; nil if it says nothing.
func (s *state) kept(d *ruling) *ruling {
	if d.outcome == Accepted && d.why == nil && d.warnings == nil {
		return nil
	}
	return s.rooms.rulings.keep(*d)
}
