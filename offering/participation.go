package offering

import (
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// MethodParticipation names how a [Participation] was made: rights by formula,
// then what others declined at one level up to each request.
const MethodParticipation = "participation"

// ParticipationFormula says how large the right of one holder is. The zero
// formula is ShareOfPool.
type ParticipationFormula string

// The formulas.
const (
	// ShareOfPool opens a part of the round to all holders together; each has a
	// right to its pro-rata share of it.
	ShareOfPool ParticipationFormula = "share of pool"
	// LesserOf gives each holder a right to the lesser of what it holds, which
	// is its original investment, and the part of the round. Rights that come
	// to more than the round are cut back to it pro rata.
	LesserOf ParticipationFormula = "lesser of"
)

func (ParticipationFormula) all() []ParticipationFormula {
	return []ParticipationFormula{ShareOfPool, LesserOf}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (p *ParticipationFormula) UnmarshalText(text []byte) error {
	return law.ReadWord(p, text, p.all()...)
}

// PreemptiveRight is a right of earlier holders to take part in a later round.
// The unit is the caller's, the same throughout: shares or cents. Round and Part
// are required.
type PreemptiveRight struct {
	// Round is the size of the later round.
	Round int64 `json:"round"`
	// Part is the part of the round that the right is about: 35% is
	// exact.Fraction{35, 100}, all of it exact.Fraction{1, 1}. Fractions of a unit are dropped.
	Part exact.Fraction `json:"part"`
	// Formula is how large each right is. Zero is ShareOfPool.
	Formula ParticipationFormula `json:"formula,omitempty"`
	// Base is the number that holdings are a part of when ShareOfPool counts
	// more than the holders listed, such as all shares outstanding. Zero is the
	// sum of the list.
	Base int64 `json:"base,omitempty"`
	// OverAllotment offers what is declined to those who took all of their
	// right, in proportion to their holdings. False leaves it to the issuer.
	OverAllotment bool `json:"over_allotment,omitempty"`
	// Ties has a key for each of the participants, such as the time or a number drawn by
	// lot: among rows with an equal claim to the last unit the smaller key gets it.
	// With a different key in each row the order of the list has no bearing. Where
	// keys are equal, or there are none, the earlier row gets it.
	Ties []int64 `json:"ties,omitempty"`
	// Authority is the section that gives the right.
	Authority law.Citation `json:"authority,omitzero"`
}

// Reply is a holder's answer to the notice of a round. The zero Reply is
// silence, and silence declines.
type Reply string

// The replies.
const (
	// Accepts takes up to the amount that the holder names.
	Accepts Reply = "accepts"
	// Declines takes nothing.
	Declines Reply = "declines"
)

func (Reply) all() []Reply {
	return []Reply{Accepts, Declines}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (r *Reply) UnmarshalText(text []byte) error {
	return law.ReadWord(r, text, r.all()...)
}

// Participant is a holder with a right to take part.
type Participant struct {
	// Holder names the holder, once in a list. It is required.
	Holder string `json:"holder"`
	// Holding is what rights are in proportion to: shares held, or the original
	// investment.
	Holding int64 `json:"holding"`
	// Reply is what the holder answered in time. Zero is no answer.
	Reply Reply `json:"reply,omitempty"`
	// Wants is the most that an accepting holder takes, beyond its right too if
	// there is an over-allotment. It is required of one who accepts and belongs
	// to nobody else.
	Wants int64 `json:"wants,omitempty"`
}

// Participation is who takes what of a round.
//
// The zero Participation is no answer; it comes only beside an error.
type Participation struct {
	// Rows has one row for each participant, in the order given.
	Rows []ParticipationRow `json:"rows"`
	// Round is the size of the round, Pool how much of it the rights cover.
	Round int64 `json:"round"`
	Pool  int64 `json:"pool"`
	// Taken is the sum of the rows; Released is Round less Taken, which the
	// issuer may place with others.
	Taken    int64 `json:"taken"`
	Released int64 `json:"released"`
	// Formula is the reading used, with the default filled in.
	Formula ParticipationFormula `json:"formula"`
	// Method and Version are MethodParticipation and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the totals; the rows explain themselves. Its codes begin with
	// "offering.participation.".
	Why law.Reasons `json:"why,omitempty"`
}

// ParticipationRow is what one holder takes.
type ParticipationRow struct {
	Holder string `json:"holder"`
	// Right is how much the holder may take, Taken how much it takes of that,
	// and Over what it takes beyond from what others declined.
	Right int64 `json:"right"`
	Taken int64 `json:"taken"`
	Over  int64 `json:"over"`
	// Silent is true when the holder did not answer, which declines.
	Silent bool `json:"silent,omitempty"`
	// Why says how it came about, and who got an odd unit. Its codes begin with
	// "offering.participation.row.".
	Why law.Reasons `json:"why,omitempty"`
}

// Allocate works out each holder's right, what it takes of it, and who gets what
// the others declined. Nobody gets more than it wants, and the rows together
// never more than the pool.
//
// Errors are law.Faults: a missing Round, Part, holder or amount wanted is
// law.ErrMissing; numbers below zero or past an int64 in sum, and a Part above
// the whole, are law.ErrRange; a holder named twice is law.ErrDuplicate; an
// unknown word is law.ErrInvalid; an amount wanted by one who does not accept,
// a Base below the sum of the holdings, or a Base beside LesserOf is
// law.ErrConflict. At most a hundred faulty rows are named.
func (r PreemptiveRight) Allocate(participants []Participant) (Participation, error) {
	var fs law.Faults
	base := r.check(&fs, participants)
	if len(fs) > 0 {
		return Participation{}, fs
	}
	e := explanation{authority: r.Authority}
	p := Participation{
		Round: r.Round, Formula: orElse(r.Formula, ShareOfPool), Rows: make([]ParticipationRow, len(participants)),
		Method: MethodParticipation, Version: MethodVersion,
	}
	rights := r.rights(&p, &e, participants, base)
	silent := int64(0)
	for i, participant := range participants {
		row := &p.Rows[i]
		row.Holder, row.Right = participant.Holder, rights[i]
		row.Taken = min(row.Right, participant.Wants)
		row.Silent = participant.Reply == ""
		p.Taken += row.Taken
		if text := "It takes " + kernel.Count(row.Taken) + " of its right."; row.Silent {
			row.because(r.Authority, codeParticipationRowSilent, "It did not answer, which declines.")
		} else {
			row.because(r.Authority, codeParticipationRowTaken, text)
		}
		if row.Silent {
			silent++
		}
	}
	if silent > 0 {
		e.add(codeParticipationSilent, kernel.Counted(silent, "holder")+" did not answer, which declines.")
	}
	e.add(codeParticipationTaken, "The holders take "+kernel.Count(p.Taken)+" of their rights to "+kernel.Count(p.Pool)+".")
	r.overAllot(&p, &e, participants)
	p.Released = p.Round - p.Taken
	e.add(codeParticipationReleased, kernel.Count(p.Released)+" of the round of "+kernel.Count(p.Round)+" may be placed with others.")
	p.Why = e.why
	return p, nil
}

// check records what is wrong with the question and returns the base of the
// pro-rata shares.
func (r PreemptiveRight) check(fs *law.Faults, participants []Participant) (base int64) {
	check.Cited(fs, "authority", r.Authority)
	formula := orElse(r.Formula, ShareOfPool)
	check.Positive(fs, "round", r.Round)
	kernel.CheckFraction(fs, "part", r.Part)
	law.OneOf(fs, "formula", formula, formula.all()...)
	var sum int64
	checkKeys(fs, r.Ties, "participants", len(participants))
	rows := newRowChecker(fs, "participants", len(participants))
	for i, p := range participants {
		var row law.Faults
		rows.name(&row, "holder", i, p.Holder)
		if check.NotBelowZero(&row, "holding", p.Holding) {
			addCount(&row, "holding", &sum, p.Holding, "units held")
		}
		if p.Reply != "" {
			law.OneOf(&row, "reply", p.Reply, p.Reply.all()...)
		}
		switch {
		case p.Reply == Accepts:
			check.Positive(&row, "wants", p.Wants)
		case p.Wants != 0:
			row.Add(law.ErrConflict, "wants", strconv.FormatInt(p.Wants, 10), "is wanted by a holder who does not accept")
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	switch {
	case !check.NotBelowZero(fs, "base", r.Base):
	case r.Base > 0 && formula == LesserOf:
		fs.Add(law.ErrConflict, "base", strconv.FormatInt(r.Base, 10), "has no meaning where each right is the lesser of two amounts")
	case r.Base > 0 && r.Base < sum:
		fs.Add(law.ErrConflict, "base", strconv.FormatInt(r.Base, 10), "is less than the %d that the holders hold", sum)
	case sum == 0 && len(*fs) == 0:
		fs.Add(law.ErrMissing, "participants", "", "hold nothing, so nobody has a right")
	}
	return max(r.Base, sum)
}
