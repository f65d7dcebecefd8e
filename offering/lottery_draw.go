package offering

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strconv"

	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Draw lets as many entrants win as there are winners: those with the smallest
// SHA-256 of the seed, a line feed and the ID. Every entrant has the same
// chance, and the order of the list has no bearing.
//
// Errors are law.Faults. A missing seed, ID or number of winners is
// law.ErrMissing; a control character is law.ErrInvalid; an ID given twice is
// law.ErrDuplicate; a commitment to another seed, or a weight, is
// law.ErrConflict; winners below zero are law.ErrRange. At most a hundred faulty
// entrants are named. More winners than entrants is an answer: all win, and the
// rest is Unallocated.
func (l Lottery) Draw(winners int64, entrants []Entrant) (Draw, error) {
	var fs law.Faults
	if l.check(&fs, winners, entrants, false); len(fs) > 0 {
		return Draw{}, fs
	}
	d := l.draw(winners, entrants)
	d.Method = MethodHashRank
	for i := range d.Rows {
		if int64(i) < winners {
			d.Rows[i].Units = 1
			d.Allocated++
		}
	}
	d.Unallocated = winners - d.Allocated
	e := l.explain(entrants)
	e.add(codeLotteryRank, "Entrants are ranked by the SHA-256 of the seed, a line feed and the ID; the "+
		kernel.Counted(d.Allocated, "smallest digest")+" of "+kernel.Count(int64(len(entrants)))+" win.")
	if d.Unallocated > 0 {
		e.add(codeLotteryUnallocated, "There are fewer entrants than the "+kernel.Counted(winners, "winner")+" asked for: "+
			kernel.Count(d.Unallocated)+" stay unallocated.")
	}
	d.Why = e.why
	return d, nil
}

// DrawUnits divides units among the entrants by lot, in proportion to their
// weights: each gets its exact entitlement rounded down or up, and gets on
// average exactly the entitlement. The units add up exactly.
//
// The entrants stand in the order of their digests along a line, each as long
// as its weight times the units; one number, drawn from the seed without
// favoring any, shifts a ruler along it, and a unit falls to whoever stands at
// each mark (systematic sampling).
//
// Errors are those of [Lottery.Draw], but for weights: one below zero, or a sum
// past an int64, is law.ErrRange, and weights that are all zero are
// law.ErrConflict.
func (l Lottery) DrawUnits(units int64, entrants []Entrant) (Draw, error) {
	var fs law.Faults
	sum := l.check(&fs, units, entrants, true)
	if len(fs) > 0 {
		return Draw{}, fs
	}
	d := l.draw(units, entrants)
	d.Method = MethodHashSystematic
	d.Number = uniform(l.Seed, sum)
	weights := make([]int64, len(d.Rows))
	for i := range d.Rows {
		weights[i] = d.Rows[i].Weight
	}
	for i, n := range systematic(units, sum, d.Number, weights) {
		d.Rows[i].Units = n
		d.Allocated += n
	}
	d.Unallocated = units - d.Allocated
	e := l.explain(entrants)
	e.add(codeLotterySystematic, kernel.Counted(units, "unit")+" over weights of "+kernel.Count(sum)+" in all: the seed gives the number "+
		kernel.Count(d.Number)+", and entrants in the order of their digests get their entitlements rounded down or up.")
	d.Why = e.why
	return d, nil
}

// draw ranks the entrants and describes the lot, without units.
func (l Lottery) draw(units int64, entrants []Entrant) Draw {
	d := Draw{
		Seed: l.Seed, Commitment: l.Commitment, Units: units,
		Rows: make([]DrawRow, len(entrants)), InputHash: inputHash(entrants), Version: MethodVersion,
	}
	names := make([]string, len(entrants))
	for i := range entrants {
		names[i] = entrants[i].ID
	}
	for i, r := range rankByHash(l.Seed, names) {
		entrant := entrants[r.row]
		d.Rows[i] = DrawRow{ID: entrant.ID, Weight: entrant.Weight, Digest: hex.EncodeToString(r.digest[:])}
	}
	return d
}

// explain names the seed's standing.
func (l Lottery) explain(entrants []Entrant) explanation {
	e := explanation{authority: l.Authority}
	if l.Commitment == "" {
		e.add(codeLotteryUncommitted, "No commitment to the seed is stated, so the lot itself does not show that the seed "+
			"was fixed before the "+kernel.Counted(int64(len(entrants)), "entrant")+" were known.")
		return e
	}
	e.add(codeLotteryCommitted, "The seed is the one committed to: its SHA-256 is "+Commitment(l.Seed)+".")
	return e
}

// inputHash is the digest of the list, whatever its order.
func inputHash(entrants []Entrant) string {
	lines := make([]string, len(entrants))
	for i, entrant := range entrants {
		lines[i] = entrant.ID + "\t" + strconv.FormatInt(entrant.Weight, 10) + "\n"
	}
	// No ID has a tab, which sorts before every character that one may have:
	// lines are in the order of the IDs.
	slices.Sort(lines)
	hash := sha256.New()
	for _, line := range lines {
		hash.Write([]byte(line)) // never fails, by its contract
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// uniform draws a number from 0 up to n - 1 from the seed, each with the same
// chance. It reads the first 64 bits of SHA-256 of the seed, a line feed, "u", a
// line feed and a counter from 0; no ID has a line feed, so no entrant shares
// the text. A value in the last, incomplete run of n would favor the small
// numbers and is passed over. At worst half of all values are, so the counter
// never gets far.
func uniform(seed string, n int64) int64 {
	size := uint64(n)
	// What 2^64 lacks of a multiple of n, and so the size of the incomplete run.
	excess := -size % size
	prefix := seed + "\nu\n"
	for counter := uint64(0); ; counter++ {
		digest := sha256.Sum256(strconv.AppendUint([]byte(prefix), counter, 10))
		if value := binary.BigEndian.Uint64(digest[:8]); value <= ^excess {
			return int64(value % size)
		}
	}
}

// systematic gives row i the marks that its stretch of the line has: with C the
// sum of the weights up to and with i, floor((units × C + number) ÷ sum) less
// the same of the row before.
func systematic(units, sum, number int64, weights []int64) []int64 {
	out := make([]int64, len(weights))
	var before, cumulative int64
	for i, w := range weights {
		cumulative += w
		position := kernel.Multiply(uint64(units), uint64(cumulative)).Plus(kernel.Wide(uint64(number)))
		// The number is below the sum, so the marks up to here are at most units.
		q, _ := kernel.Divide(position, uint64(sum))
		out[i] = q.Whole - before
		before = q.Whole
	}
	return out
}
