package escrow

// collect makes room for a log that is folded in place, and returns a place for
// the record of each event. It returns none if the log names an event twice, so
// that each has to be looked up.
func (s *state) collect(log []Event) []record {
	for _, e := range log {
		switch b := e.Body.(type) {
		case DepositReceived:
			s.referencesOf(b.Rail).expect++
		case CertificateReceived:
			s.numbers.expect++
		}
	}
	for i := range s.references {
		s.references[i].collect()
	}
	s.numbers.collect()
	s.events.expect = len(log)
	s.events.collect()
	records := make([]record, len(log))
	for i := range log {
		s.events.put(string(log[i].ID), &records[i])
	}
	if len(s.events.base) < len(log) {
		s.events.collect()
		return nil
	}
	return records
}

// recordOf is the decided event of that ID.
func (s *state) recordOf(id EventID) (r *record, ok bool) {
	r, ok = s.events.get(string(id))
	return r, ok && r.event.Body != nil
}

// placeOf is the place of a purchase in the terms. An event asks for the same one
// several times, and an amendment moves none.
func (s *state) placeOf(id PurchaseID) (p int, ok bool) {
	if id == s.rooms.asked && id != "" && s.rooms.place < len(s.Purchases) {
		return s.rooms.place, true
	}
	if p, ok = s.purchase[id]; ok {
		s.rooms.asked, s.rooms.place = id, p
	}
	return p, ok
}
