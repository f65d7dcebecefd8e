package offering

import (
	"math"
	"slices"

	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// rights works out the right of each row and the pool that they cover.
func (r PreemptiveRight) rights(p *Participation, e *explanation, participants []Participant, base int64) []int64 {
	part := kernel.Part(r.Part, r.Round).Whole
	open := r.Part.String() + " of the round of " + kernel.Count(r.Round) + " is " + kernel.Count(part)
	if p.Formula == LesserOf {
		return r.lesser(p, e, participants, part, open)
	}
	e.reading(codeParticipationFormula, codeParticipationFormulaDefault, r.Formula != "",
		open+", shared in proportion to holdings of "+kernel.Count(base))
	weights := make([]int64, 0, len(participants)+1)
	others := base
	for _, participant := range participants {
		weights = append(weights, participant.Holding)
		others -= participant.Holding
	}
	// What belongs to holders who are not listed is one row more, and no one's.
	keys := r.Ties
	if len(keys) > 0 {
		keys = append(slices.Clone(keys), math.MaxInt64)
	}
	d := deal(part, append(weights, others), nil, keys)
	p.Pool = part - d.got(len(participants))
	return p.setRights(&d, r.Authority)
}

// lesser works out rights to the lesser of the holding and a part of the round.
func (r PreemptiveRight) lesser(p *Participation, e *explanation, participants []Participant, part int64, open string) []int64 {
	rights := make([]int64, len(participants))
	var sum kernel.Uint128
	for i, participant := range participants {
		rights[i] = min(participant.Holding, part)
		sum = sum.Plus(kernel.Wide(uint64(rights[i])))
	}
	e.reading(codeParticipationFormula, codeParticipationFormulaDefault, true,
		open+"; each right is the lesser of that and the holder's own investment")
	if sum.Compare(kernel.Wide(uint64(r.Round))) <= 0 {
		p.Pool = int64(sum.Low)
		for i, right := range rights {
			p.Rows[i].because(r.Authority, codeParticipationRowRight, "Its right is "+kernel.Count(right)+
				", the lesser of its own investment of "+
				kernel.Count(participants[i].Holding)+" and the "+kernel.Count(part)+".")
		}
		return rights
	}
	e.add(codeParticipationCut, "The rights come to more than the round and are cut back to it, pro rata.")
	p.Pool = r.Round
	d := deal(r.Round, rights, nil, r.Ties)
	return p.setRights(&d, r.Authority)
}

// setRights lists the rights of the rows, and says how each came about.
func (p *Participation) setRights(d *dealing, authority law.Citation) []int64 {
	rights := make([]int64, len(p.Rows))
	for i := range rights {
		rights[i] = d.got(i)
		p.Rows[i].because(authority, codeParticipationRowRight, "Its right is "+kernel.Count(rights[i])+": "+d.because(i, "unit")+".")
	}
	return rights
}

// because adds a reason to the row.
func (r *ParticipationRow) because(authority law.Citation, code law.Code, text string) {
	r.Why = append(r.Why, law.Reason{Code: code, Text: text, Authority: authority})
}

// overAllot divides what was declined among those who took all of their right
// and want more.
func (r PreemptiveRight) overAllot(p *Participation, e *explanation, participants []Participant) {
	declined := p.Pool - p.Taken
	if declined == 0 {
		return
	}
	if !r.OverAllotment {
		e.add(codeParticipationOverNone, kernel.Count(declined)+" declined is not offered to the other holders.")
		return
	}
	weights, wants := make([]int64, len(p.Rows)), make([]int64, len(p.Rows))
	for i, participant := range participants {
		weights[i] = participant.Holding
		wants[i] = participant.Wants - p.Rows[i].Taken // zero for whoever left a part of its right
	}
	d := deal(declined, weights, wants, r.Ties)
	for i := range p.Rows {
		row := &p.Rows[i]
		if row.Over = d.got(i); weights[i] > 0 && wants[i] > 0 {
			row.because(r.Authority, codeParticipationRowOver, "Of the "+kernel.Count(wants[i])+" more wanted it takes "+
				kernel.Count(row.Over)+
				" of what others declined: "+d.because(i, "unit")+".")
		}
	}
	p.Taken += d.sum()
	left := declined - d.sum()
	e.add(codeParticipationOver, kernel.Count(declined)+" declined is offered to the holders who took all of their right, "+
		"in proportion to their holdings; they take "+kernel.Count(declined-left)+" of it.")
}
