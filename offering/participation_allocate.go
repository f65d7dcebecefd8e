package offering

// rights works out the right of each row and the pool that they cover.
func (r PreemptiveRight) rights(p *Participation, e *explanation, participants []Participant, base int64) []int64 {
	part := r.Part.of(r.Round).whole
	open := r.Part.String() + " of the round of " + count(r.Round) + " is " + count(part)
	if p.Formula == LesserOf {
		return r.lesser(p, e, participants, part, open)
	}
	e.reading("offering.participation.formula", r.Formula != "", open+", shared in proportion to holdings of "+count(base))
	weights := make([]int64, 0, len(participants)+1)
	others := base
	for _, participant := range participants {
		weights = append(weights, participant.Holding)
		others -= participant.Holding
	}
	// What belongs to holders who are not listed is one row more, and no one's.
	rights, _ := Apportion(part, append(weights, others)) // the rows have been checked
	p.Pool = part - rights[len(participants)]
	return rights[:len(participants)]
}

// lesser works out rights to the lesser of the holding and a part of the round.
func (r PreemptiveRight) lesser(p *Participation, e *explanation, participants []Participant, part int64, open string) []int64 {
	rights := make([]int64, len(participants))
	var sum uint128
	for i, participant := range participants {
		rights[i] = min(participant.Holding, part)
		sum = sum.plus(uint128{0, uint64(rights[i])})
	}
	e.reading("offering.participation.formula", true, open+"; each right is the lesser of that and the holder's own investment")
	if sum.compare(uint128{0, uint64(r.Round)}) <= 0 {
		p.Pool = int64(sum.low)
		return rights
	}
	e.add("offering.participation.cut", "The rights come to more than the round and are cut back to it, pro rata.")
	p.Pool = r.Round
	rights, _ = Apportion(r.Round, rights) // the rows have been checked
	return rights
}

// overAllot divides what was declined among those who took all of their right
// and want more.
func (r PreemptiveRight) overAllot(p *Participation, e *explanation, participants []Participant) {
	declined := p.Pool - p.Taken
	if declined == 0 {
		return
	}
	if !r.OverAllotment {
		e.add("offering.participation.over.none", count(declined)+" declined is not offered to the other holders.")
		return
	}
	weights, wants := make([]int64, len(p.Rows)), make([]int64, len(p.Rows))
	for i, participant := range participants {
		weights[i] = participant.Holding
		wants[i] = participant.Wants - p.Rows[i].Taken // zero for whoever left a part of its right
	}
	over, left := fillCapped(declined, weights, wants)
	for i := range p.Rows {
		p.Rows[i].Over = over[i]
	}
	p.Taken += declined - left
	e.add("offering.participation.over", count(declined)+" declined is offered to the holders who took all of their right, "+
		"in proportion to their holdings; they take "+count(declined-left)+" of it.")
}
