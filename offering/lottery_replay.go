package offering

import (
	"errors"
	"slices"
	"strings"

	"github.com/offerkit/offerkit/law"
)

// MethodReplay names how a [Replayed] is made: the lot drawn again and compared.
const MethodReplay = "lottery replay"

// Replayed is whether a lot comes out as it was reported.
type Replayed struct {
	// Same is true when every figure does.
	Same bool `json:"same"`
	// Method and Version are MethodReplay and MethodVersion; the Draw names
	// those of the lot.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why names what differs. Its codes are "offering.lottery.replayed" or those
	// that begin with "offering.lottery.differs.".
	Why law.Reasons `json:"why,omitempty"`
}

// Replay draws the lot again from the result alone and compares. It shows that
// the seed gives these units for these entrants; that the entrants are the ones
// who should have been in the list shows only if its hash, or the list itself,
// was published before the seed was known.
//
// A method that is no lot is law.ErrInvalid, another version than MethodVersion
// law.ErrUnsupported, and what no lot can have been drawn from is refused as
// [Lottery.Draw] refuses it, with "rows" for the entrants.
func (d Draw) Replay() (Replayed, error) {
	var fs law.Faults
	law.OneOf(&fs, "method", d.Method, MethodHashRank, MethodHashSystematic)
	if d.Version != MethodVersion {
		fs.Add(law.ErrUnsupported, "version", d.Version, "is not %s, the version of this package", MethodVersion)
	}
	if len(fs) > 0 {
		return Replayed{}, fs
	}
	entrants := make([]Entrant, len(d.Rows))
	for i, row := range d.Rows {
		entrants[i] = Entrant{ID: row.ID, Weight: row.Weight}
	}
	lottery := Lottery{Seed: d.Seed, Commitment: d.Commitment}
	draw := lottery.Draw
	if d.Method == MethodHashSystematic {
		draw = lottery.DrawUnits
	}
	again, err := draw(d.Units, entrants)
	if err != nil {
		fs.Merge("", asRows(err))
		return Replayed{}, fs
	}
	var e explanation
	if again.InputHash != d.InputHash {
		e.add(codeLotteryDiffersInput, "The rows are not the entrants whose hash is stated.")
	}
	if !slices.Equal(again.Rows, d.Rows) {
		e.add(codeLotteryDiffersRows, "The rows do not come out as stated.")
	}
	if again.Number != d.Number || again.Allocated != d.Allocated || again.Unallocated != d.Unallocated {
		e.add(codeLotteryDiffersFigures, "The number drawn or the totals do not come out as stated.")
	}
	same := len(e.why) == 0
	if same {
		e.add(codeLotteryReplayed, "Drawn again from the seed and the rows, the lot comes out as stated.")
	}
	return Replayed{Same: same, Method: MethodReplay, Version: MethodVersion, Why: e.why}, nil
}

// asRows puts the faults of the entrants where they stand in a result.
func asRows(err error) error {
	const entrants = "entrants"
	var fs law.Faults
	errors.As(err, &fs)
	moved := make(law.Faults, len(fs))
	for i, f := range fs {
		fault := *f
		if row, found := strings.CutPrefix(fault.Field, entrants); found {
			fault.Field = "rows" + row
		}
		moved[i] = &fault
	}
	return moved
}
