package offering

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// The methods of a lot. Their version is MethodVersion: a change that would
// alter any result gets a new one.
const (
	// MethodHashRank lets the smallest SHA-256(seed, line feed, id) win.
	MethodHashRank = "sha256 rank"
	// MethodHashSystematic ranks as MethodHashRank does, and hands out units by
	// systematic sampling with one number drawn from the seed.
	MethodHashSystematic = "sha256 systematic"
)

// Lottery is a lot that anyone can draw again. Nothing in it is random but the
// seed, so all depends on nobody choosing the seed in view of the list: publish
// its [Commitment] before the list closes, or take a public value that is fixed
// only afterwards. Seed alone is required.
//
// Who wants to draw the lot again without this package needs SHA-256, a sort and
// a division. All text is UTF-8, and LF is the byte 0A:
//
//   - The digest of an entrant is SHA-256(seed LF id). Entrants stand in the order
//     of their digests as bytes, the smallest first. In a [Lottery.Draw] the first
//     so many win.
//   - W is the sum of the weights. For c = 0, 1, 2, … written in decimal, v is the
//     first eight bytes of SHA-256(seed LF "u" LF c) as a big-endian number; the
//     first v below the largest multiple of W that is at most 2^64 gives the
//     number u = v mod W. The rest of the v are rejected, so that no u is favored.
//   - In a [Lottery.DrawUnits] of T units an entrant gets
//     floor((T × C + u) ÷ W) - floor((T × B + u) ÷ W), where B is the sum of the
//     weights before it in that order, and C = B + its own.
type Lottery struct {
	// Seed is the text that decides the lot. It has no control characters.
	Seed string `json:"seed"`
	// Commitment is what was published of the seed beforehand. Zero states that
	// nothing was, and a reason says so.
	Commitment string `json:"commitment,omitempty"`
	// Authority is the rule that the lot is held under.
	Authority law.Citation `json:"authority,omitzero"`
}

// Entrant is one who takes part in a lot.
type Entrant struct {
	// ID names the entrant, once in a lot, without control characters. It is
	// required. Two lots agree only where the IDs agree byte for byte.
	ID string `json:"id"`
	// Weight is the entrant's part of the units in a [Lottery.DrawUnits]. It
	// must be zero in a [Lottery.Draw], where all chances are equal.
	Weight int64 `json:"weight,omitempty"`
}

// Draw is a lot that was drawn, with all that it takes to draw it again: see
// [Draw.Replay].
//
// The zero Draw is no answer; it comes only beside an error.
type Draw struct {
	// Seed and Commitment are those of the lottery.
	Seed       string `json:"seed"`
	Commitment string `json:"commitment,omitempty"`
	// Units is the number of units drawn for: winners, or shares.
	Units int64 `json:"units"`
	// Rows has the entrants in the order of their digests, which does not
	// depend on the order of the list.
	Rows []DrawRow `json:"rows"`
	// Allocated is the sum of the rows, Unallocated what is left of Units when
	// there are fewer entrants than winners.
	Allocated   int64 `json:"allocated"`
	Unallocated int64 `json:"unallocated"`
	// Number is the number that the seed gave for the systematic draw, from 0
	// up to the sum of the weights less one; zero in a draw of winners.
	Number int64 `json:"number"`
	// InputHash is the SHA-256, in hexadecimal, of the entrants in the order of
	// their IDs' bytes: each ID, a tab, the weight and a line feed.
	InputHash string `json:"input_hash"`
	// Method is MethodHashRank or MethodHashSystematic, Version MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the lot. Its codes begin with "offering.lottery.".
	Why law.Reasons `json:"why,omitempty"`
}

// DrawRow is one entrant's part of a [Draw].
type DrawRow struct {
	ID     string `json:"id"`
	Weight int64  `json:"weight,omitempty"`
	// Digest is SHA-256 of the seed, a line feed and the ID, in hexadecimal.
	Digest string `json:"digest"`
	// Units is what the lot gives: 1 to a winner, 0 to a loser.
	Units int64 `json:"units"`
}

// Commitment is the SHA-256 of a seed in hexadecimal, to be published before the
// list of entrants closes. Choose a seed that nobody can guess from it.
func Commitment(seed string) string {
	digest := sha256.Sum256([]byte(seed))
	return hex.EncodeToString(digest[:])
}

// ranked is a row of a list and its digest.
type ranked struct {
	row    int
	digest [sha256.Size]byte
}

// rankByHash orders the rows by their digests. Equal digests, which nobody has
// ever seen, are told apart by the names.
func rankByHash(seed string, names []string) []ranked {
	order := make([]ranked, len(names))
	text := append([]byte(seed), '\n')
	for i, name := range names {
		text = append(text[:len(seed)+1], name...)
		order[i] = ranked{i, sha256.Sum256(text)}
	}
	slices.SortFunc(order, func(a, b ranked) int {
		return cmp.Or(bytes.Compare(a.digest[:], b.digest[:]), strings.Compare(names[a.row], names[b.row]))
	})
	return order
}

// check records what is wrong with the lottery and its entrants, and adds up the
// weights.
func (l Lottery) check(fs *law.Faults, units int64, entrants []Entrant, weighted bool) (sum int64) {
	check.Cited(fs, "authority", l.Authority)
	switch {
	case l.Seed == "":
		fs.Missing("seed")
	case fs.Text("seed", l.Seed):
		check.Line(fs, "seed", l.Seed)
		if l.Commitment != "" && !strings.EqualFold(l.Commitment, Commitment(l.Seed)) {
			fs.Add(law.ErrConflict, "commitment", strconv.QuoteToASCII(l.Commitment), "is not the SHA-256 of the seed")
		}
	}
	check.Positive(fs, "units", units)
	rows := newRowChecker(fs, "entrants", len(entrants))
	for i, entrant := range entrants {
		var row law.Faults
		rows.name(&row, "id", i, entrant.ID)
		check.Line(&row, "id", entrant.ID)
		switch {
		case weighted && check.NotBelowZero(&row, "weight", entrant.Weight):
			addCount(&row, "weight", &sum, entrant.Weight, "units of weight")
		case !weighted && entrant.Weight != 0:
			row.Add(law.ErrConflict, "weight", strconv.FormatInt(entrant.Weight, 10), "is for a draw of units; a draw of winners has none")
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	if weighted && sum == 0 && len(*fs) == 0 {
		fs.Add(law.ErrConflict, "entrants", "", "have all no weight, so nothing can carry the %d units", units)
	}
	return sum
}
