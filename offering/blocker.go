package offering

import (
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// MethodBlocker names how a [BlockedExercise] was made: the largest whole number
// that keeps the holder at or under the limit after the exercise.
const MethodBlocker = "ownership blocker"

// Blocker is a limit on beneficial ownership: no exercise or conversion that
// would leave the holder and its attribution parties with more than this part of
// the shares outstanding immediately after it. Limit is required.
type Blocker struct {
	// Limit is the most that may be owned, such as 4.99%, which is
	// exact.Fraction{499, 10_000}; exactly the limit may be. It is below the whole.
	Limit exact.Fraction `json:"limit"`
	// Authority is the section that sets it.
	Authority law.Citation `json:"authority,omitzero"`
}

// Ownership is the position of a holder that wants to exercise. Outstanding and
// Requested are required.
type Ownership struct {
	// Outstanding is the number of shares outstanding before the exercise, as
	// the agreement lets the holder rely on: its last report, announcement or
	// notice.
	Outstanding int64 `json:"outstanding"`
	// Held is the number beneficially owned by the holder itself, without the
	// shares from the exercise under test and without those that this limit or
	// one like it still blocks.
	Held int64 `json:"held"`
	// Attribution is what its attribution parties own, counted in the same way.
	Attribution []AttributionParty `json:"attribution,omitempty"`
	// Requested is the number of shares that the exercise is for.
	Requested int64 `json:"requested"`
}

// AttributionParty is someone whose ownership counts as the holder's.
type AttributionParty struct {
	// Party names it, once in a list. It is required.
	Party string `json:"party"`
	// Held is the number of shares that it beneficially owns.
	Held int64 `json:"held"`
}

// BlockedExercise is how much of an exercise a blocker lets through.
//
// The zero BlockedExercise is no answer; it comes only beside an error.
type BlockedExercise struct {
	// Allowed is how many of the Requested shares may be issued; Void is the
	// rest, for which the exercise has no effect.
	Requested int64 `json:"requested"`
	Allowed   int64 `json:"allowed"`
	Void      int64 `json:"void"`
	// Maximum is the most that could be issued now, whatever is requested.
	Maximum int64 `json:"maximum"`
	// Held is what counts as the holder's before the exercise, attribution
	// parties included; After is what does after it, of Outstanding shares
	// then outstanding.
	Held        int64 `json:"held"`
	After       int64 `json:"after"`
	Outstanding int64 `json:"outstanding"`
	// Limit is the limit applied.
	Limit exact.Fraction `json:"limit"`
	// Method and Version are MethodBlocker and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains Allowed. Its codes begin with "offering.blocker.".
	Why law.Reasons `json:"why,omitempty"`
}

// Room is the most shares that may be issued to a holder of so many, of so many
// outstanding: floor((p × outstanding - held) ÷ (1 - p)), and zero for a holder
// already past the limit. It is the bulk path; nothing is explained.
//
// A Limit or outstanding of zero is law.ErrMissing. Numbers below zero, a Limit
// of the whole or more, and a result that with the shares outstanding passes an
// int64 are law.ErrRange; more held than outstanding is law.ErrConflict.
func (b Blocker) Room(outstanding, held int64) (int64, error) {
	if outstanding > 0 && held >= 0 && held <= outstanding && b.Limit.Num > 0 && b.Limit.Num < b.Limit.Den {
		if room, ok := b.room(outstanding, held); ok {
			return room, nil
		}
	}
	var fs law.Faults
	b.check(&fs)
	b.checkOwnership(&fs, outstanding, held)
	return 0, fs
}

// check records what is wrong with the limit.
func (b Blocker) check(fs *law.Faults) {
	check.Cited(fs, "authority", b.Authority)
	kernel.CheckFraction(fs, "limit", b.Limit)
	if b.Limit.Den > 0 && b.Limit.Num == b.Limit.Den {
		fs.Add(law.ErrRange, "limit.num", strconv.FormatInt(b.Limit.Num, 10), "is all of %d and limits nothing", b.Limit.Den)
	}
}

// checkOwnership records what is wrong with a position.
func (b Blocker) checkOwnership(fs *law.Faults, outstanding, held int64) {
	okOutstanding := check.Positive(fs, "outstanding", outstanding)
	if !check.NotBelowZero(fs, "held", held) || !okOutstanding {
		return
	}
	if held > outstanding {
		fs.Add(law.ErrConflict, "held", strconv.FormatInt(held, 10), "is more than the %d shares outstanding", outstanding)
		return
	}
	if len(*fs) > 0 {
		return
	}
	if _, ok := b.room(outstanding, held); !ok {
		fs.Add(law.ErrRange, "outstanding", strconv.FormatInt(outstanding, 10), "leaves room for more shares than an int64 counts")
	}
}

// room is Room after the checks: with p = n/d it is (n × outstanding - d × held)
// ÷ (d - n). It reports false past an int64.
func (b Blocker) room(outstanding, held int64) (int64, bool) {
	n, d := uint64(b.Limit.Num), uint64(b.Limit.Den)
	most, owned := kernel.Multiply(n, uint64(outstanding)), kernel.Multiply(d, uint64(held))
	if most.Compare(owned) <= 0 {
		return 0, true
	}
	free := most.Minus(owned)
	q, ok := kernel.Divide(free, d-n)
	return q.Whole, ok && q.Whole <= NoMaximum-outstanding
}

// Exercise decides how much of an exercise the limit lets through. The excess is
// void, the rest stands.
//
// Errors are law.Faults, those of [Blocker.Room], and: a missing Requested or
// party is law.ErrMissing, a party named twice law.ErrDuplicate, numbers below
// zero or past an int64 in sum law.ErrRange. At most a hundred faulty parties
// are named.
func (b Blocker) Exercise(o Ownership) (BlockedExercise, error) {
	var fs law.Faults
	b.check(&fs)
	check.Positive(&fs, "requested", o.Requested)
	held := o.Held
	rows := rowChecker{check.Rows{List: "attribution"}, make(map[string]int, len(o.Attribution))}
	for i, party := range o.Attribution {
		var row law.Faults
		rows.name(&row, "party", i, party.Party)
		if check.NotBelowZero(&row, "held", party.Held) && held >= 0 {
			addCount(&row, "held", &held, party.Held, "shares")
		}
		rows.Add(&fs, i, row)
	}
	rows.Close(&fs)
	b.checkOwnership(&fs, o.Outstanding, held)
	if len(fs) > 0 {
		return BlockedExercise{}, fs
	}
	x := BlockedExercise{Requested: o.Requested, Held: held, Limit: b.Limit, Method: MethodBlocker, Version: MethodVersion}
	x.Maximum, _ = b.room(o.Outstanding, held)
	x.Allowed = min(x.Requested, x.Maximum)
	x.Void = x.Requested - x.Allowed
	x.After, x.Outstanding = held+x.Allowed, o.Outstanding+x.Allowed
	b.explain(&x, o)
	return x, nil
}

// explain says how much of the exercise stands, and why.
func (b Blocker) explain(x *BlockedExercise, o Ownership) {
	e := explanation{authority: b.Authority}
	text := kernel.Counted(x.Held, "share") + " of " + kernel.Count(o.Outstanding) + " outstanding count as the holder's (" +
		kernel.Percentage(x.Held, o.Outstanding) + ")"
	if len(o.Attribution) > 0 {
		text += ", " + kernel.Count(x.Held-o.Held) + " of them through its attribution parties"
	}
	e.add(codeBlockerHeld, text+".")
	limit := "At most " + b.Limit.String() + " may be owned of the shares outstanding immediately after the exercise"
	if x.Maximum == 0 {
		e.add(codeBlockerFull, limit+": there is room for none.")
	} else {
		e.add(codeBlockerRoom, limit+": there is room for "+kernel.Count(x.Maximum)+", and not for one more.")
	}
	after := " The holder then has " + kernel.Count(x.After) + " of " + kernel.Count(x.Outstanding) + " (" + kernel.Percentage(x.After,
		x.Outstanding) + ")."
	if x.Void > 0 {
		e.add(codeBlockerVoid, "Of "+kernel.Counted(x.Requested, "share")+" requested "+kernel.Count(x.Allowed)+
			" may be issued; the exercise is void for the other "+kernel.Count(x.Void)+"."+after)
	} else {
		e.add(codeBlockerAllowed, "All "+kernel.Counted(x.Requested, "share")+" requested may be issued."+after)
	}
	x.Why = e.why
}
