package offering

import (
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// MethodTender names how a [Proration] was made: odd lots first, the rest by
// largest remainder, conditional tenders withdrawn and then drawn by lot.
const MethodTender = "tender proration"

// OddLot is one more than the most shares of an odd-lot holder: 100.
const OddLot int64 = 100

// Tender is an offer to buy up to a number of shares from whoever tenders them.
// Sought alone is required.
type Tender struct {
	// Sought is the most shares that the offer buys.
	Sought int64 `json:"sought"`
	// OddLots is the number of shares of which a holder must own fewer, and
	// tender all, to be bought out first: 100 in most offers, and at most that.
	// Zero gives no holder priority, and a reason says so.
	OddLots int64 `json:"odd_lots,omitempty"`
	// Seed decides the lot among conditional tenders, where one is needed; see
	// [Lottery] for what makes a seed fair. Without it no lot is drawn, and the
	// shares that one would have bought stay unfilled.
	Seed string `json:"seed,omitempty"`
	// Ties has a key for each of the tenders, such as the time or a number drawn by
	// lot: among rows with an equal claim to the last share the smaller key gets it.
	// With a different key in each row the order of the list has no bearing. Where
	// keys are equal, or there are none, the earlier row gets it.
	Ties []int64 `json:"ties,omitempty"`
	// Authority is the section of the offer that the reasons cite.
	Authority law.Citation `json:"authority,omitzero"`
}

// Tendered is what one holder tenders.
type Tendered struct {
	// Holder names the holder, once in an offer. It is required.
	Holder string `json:"holder"`
	// Shares is the number tendered, above zero.
	Shares int64 `json:"shares"`
	// Owned is the number that the holder certifies to own in all. Zero is not
	// certified: the holder then is no odd-lot holder, and no lot is drawn for
	// its conditional tender.
	Owned int64 `json:"owned,omitempty"`
	// Minimum is the fewest shares of which the holder lets any be bought, at
	// most Shares. Zero sets no condition.
	Minimum int64 `json:"minimum,omitempty"`
}

// Treatment says how a tender fared. It is no answer when empty.
type Treatment string

// The treatments.
const (
	// InFull is all shares bought, because there was room for every share.
	InFull Treatment = "in full"
	// OddLotFirst is all shares bought before the others were prorated.
	OddLotFirst Treatment = "odd lot"
	// Prorated is bought by the proration factor, which may come to nothing.
	Prorated Treatment = "prorated"
	// ByLot is the minimum of a conditional tender, bought by lot.
	ByLot Treatment = "by lot"
	// LeftOut is nothing bought, because odd lots alone fill the offer.
	LeftOut Treatment = "left out"
	// Withdrawn is a conditional tender of which nothing is bought.
	Withdrawn Treatment = "withdrawn"
)

func (Treatment) all() []Treatment {
	return []Treatment{InFull, OddLotFirst, Prorated, ByLot, LeftOut, Withdrawn}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (t *Treatment) UnmarshalText(text []byte) error {
	return law.ReadWord(t, text, t.all()...)
}

// Proration is what an offer buys of whom.
//
// The zero Proration is no answer; it comes only beside an error.
type Proration struct {
	// Rows has one row for each tender, in the order given.
	Rows []ProrationRow `json:"rows"`
	// Sought is the most that the offer buys, Tendered the sum of all tenders.
	Sought   int64 `json:"sought"`
	Tendered int64 `json:"tendered"`
	// Accepted is the sum of the rows: never above Sought.
	Accepted int64 `json:"accepted"`
	// Returned is Tendered less Accepted.
	Returned int64 `json:"returned"`
	// Unfilled is Sought less Accepted.
	Unfilled int64 `json:"unfilled"`
	// OddLots is how many of the accepted shares were bought as odd lots.
	OddLots int64 `json:"odd_lots"`
	// Factor is the exact part that was bought of each tender whose Treatment
	// is Prorated, before whole shares were made; it is not in lowest terms, but
	// the shares bought over the shares tendered. It is 1 over 1 when nothing
	// was prorated.
	Factor exact.Fraction `json:"factor"`
	// Seed is the seed of the lot, empty when none was drawn.
	Seed string `json:"seed,omitempty"`
	// Method and Version are MethodTender and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the totals; the rows explain themselves. Its codes begin with
	// "offering.tender.".
	Why law.Reasons `json:"why,omitempty"`
}

// ProrationRow is what is bought of one holder.
type ProrationRow struct {
	Holder string `json:"holder"`
	// Tendered is the number tendered; Accepted is bought, Returned goes back.
	Tendered int64 `json:"tendered"`
	Accepted int64 `json:"accepted"`
	Returned int64 `json:"returned"`
	// Treatment says how that came about.
	Treatment Treatment `json:"treatment"`
	// Why says how it came about, and who got an odd share. Its codes begin with
	// "offering.tender.row.".
	Why law.Reasons `json:"why,omitempty"`
}

// Prorate decides what is bought of each tender. When no more is tendered than
// sought, everything is bought. Otherwise odd lots come first, prorated among
// themselves where they alone are more than is sought, and the rest of the offer
// is divided pro rata to the shares tendered, in whole shares, exactly and by
// largest remainder.
//
// A conditional tender that would be bought below its minimum counts as
// withdrawn, and the others are prorated again. Only if that leaves the offer
// short, when every other tender is bought in full, withdrawn tenders of holders
// who tendered all they own are drawn by lot, in the order of
// SHA-256(seed, holder) as in [Draw], and each is bought at its minimum as long
// as the minimum still fits.
//
// Errors are law.Faults. A missing Sought, holder or number of shares is
// law.ErrMissing; numbers below zero, past an int64 in sum, or OddLots above 100
// are law.ErrRange; a holder named twice is law.ErrDuplicate; more tendered than
// owned, or a minimum above the shares tendered, is law.ErrConflict. At most a
// hundred faulty rows are named.
func (t Tender) Prorate(tenders []Tendered) (Proration, error) {
	p, result, err := t.prorate(tenders)
	if err != nil {
		return Proration{}, err
	}
	for i := range result.Rows {
		result.Rows[i].Why = p.explainRow(i)
	}
	p.total(result)
	result.Why = p.why
	return result, nil
}

// Tabulate is [Tender.Prorate] without the sentences, for bulk work: the same
// figures from the same code, with every Why nil.
func (t Tender) Tabulate(tenders []Tendered) (Proration, error) {
	_, result, err := t.prorate(tenders)
	return result, err
}

// prorate decides what is bought, without the sentences of the rows.
func (t Tender) prorate(tenders []Tendered) (*proration, Proration, error) {
	var fs law.Faults
	tendered := t.check(&fs, tenders)
	if len(fs) > 0 {
		return nil, Proration{}, fs
	}
	p := &proration{
		explanation: explanation{authority: t.Authority}, strict: strictRounds,
		terms: t, tenders: tenders, rows: make([]ProrationRow, len(tenders)), left: t.Sought,
	}
	for i, tender := range tenders {
		p.rows[i] = ProrationRow{Holder: tender.Holder, Tendered: tender.Shares}
	}
	p.decide(tendered)
	result := Proration{
		Rows: p.rows, Sought: t.Sought, Tendered: tendered, OddLots: p.oddLots, Factor: p.factor, Seed: p.seed,
		Method: MethodTender, Version: MethodVersion,
	}
	for i := range result.Rows {
		row := &result.Rows[i]
		row.Returned = row.Tendered - row.Accepted
		result.Accepted += row.Accepted
	}
	result.Returned = tendered - result.Accepted
	result.Unfilled = t.Sought - result.Accepted
	return p, result, nil
}

// check records what is wrong with the offer, and adds up the tenders.
func (t Tender) check(fs *law.Faults, tenders []Tendered) (sum int64) {
	check.Cited(fs, "authority", t.Authority)
	check.Positive(fs, "sought", t.Sought)
	if check.NotBelowZero(fs, "odd_lots", t.OddLots) && t.OddLots > OddLot {
		fs.Add(law.ErrRange, "odd_lots", strconv.FormatInt(t.OddLots, 10), "is above %d: a hundred shares are no odd lot", OddLot)
	}
	if fs.Text("seed", t.Seed) {
		check.Line(fs, "seed", t.Seed)
	}
	checkKeys(fs, t.Ties, "tenders", len(tenders))
	rows := newRowChecker(fs, "tenders", len(tenders))
	for i, tender := range tenders {
		var row law.Faults
		rows.name(&row, "holder", i, tender.Holder)
		if tender.Minimum > 0 && t.Seed != "" {
			check.Line(&row, "holder", tender.Holder)
		}
		if check.Positive(&row, "shares", tender.Shares) {
			addCount(&row, "shares", &sum, tender.Shares, "shares")
		}
		if check.NotBelowZero(&row, "owned", tender.Owned) && tender.Owned > 0 && tender.Owned < tender.Shares {
			row.Add(law.ErrConflict, "owned", strconv.FormatInt(tender.Owned, 10), "is less than the %d shares tendered", tender.Shares)
		}
		if check.NotBelowZero(&row, "minimum", tender.Minimum) && tender.Minimum > max(0, tender.Shares) {
			row.Add(law.ErrConflict, "minimum", strconv.FormatInt(tender.Minimum, 10), "is more than the %d shares tendered", tender.Shares)
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	return sum
}
