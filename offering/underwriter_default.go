package offering

import (
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// MethodUnderwriterDefault names how a [Substitution] was made: by largest
// remainder on the commitments of those who did not default.
const MethodUnderwriterDefault = "underwriter default"

// Underwriting is what an underwriting agreement says about an underwriter that
// does not buy.
type Underwriting struct {
	// Limit is the most of all shares that may be defaulted on and still be
	// taken up by the others; exactly that much still is. Zero is one tenth, as
	// in most agreements, and a reason says so.
	Limit exact.Fraction `json:"limit,omitzero"`
	// Ties has a key for each of the underwriters, such as the time or a number drawn by
	// lot: among rows with an equal claim to the last share the smaller key gets it.
	// With a different key in each row the order of the list has no bearing. Where
	// keys are equal, or there are none, the earlier row gets it.
	Ties []int64 `json:"ties,omitempty"`
	// Authority is the section on default.
	Authority law.Citation `json:"authority,omitzero"`
}

// Underwriter is one underwriter's commitment.
type Underwriter struct {
	// Name names the underwriter, once in a list. It is required.
	Name string `json:"name"`
	// Shares is the number committed to, above zero.
	Shares int64 `json:"shares"`
	// Defaulted is how many of them the underwriter does not buy. Zero is none.
	Defaulted int64 `json:"defaulted,omitempty"`
}

// DefaultOutcome says what a default leads to. It is no answer when empty.
type DefaultOutcome string

// The outcomes.
const (
	// NoDefault is that every underwriter buys.
	NoDefault DefaultOutcome = "no default"
	// TakenUp is that the others are obliged to buy the defaulted shares.
	TakenUp DefaultOutcome = "taken up"
	// MayTerminate is that nobody is obliged to: the agreement may end unless
	// other buyers are found.
	MayTerminate DefaultOutcome = "may terminate"
)

func (DefaultOutcome) all() []DefaultOutcome {
	return []DefaultOutcome{NoDefault, TakenUp, MayTerminate}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (d *DefaultOutcome) UnmarshalText(text []byte) error {
	return law.ReadWord(d, text, d.all()...)
}

// Substitution is who buys what after a default.
//
// The zero Substitution is no answer; it comes only beside an error.
type Substitution struct {
	// Outcome is what the default leads to.
	Outcome DefaultOutcome `json:"outcome"`
	// Rows has one row for each underwriter, in the order given.
	Rows []SubstitutionRow `json:"rows"`
	// Shares is the sum of the commitments and Defaulted of what is not bought.
	Shares    int64 `json:"shares"`
	Defaulted int64 `json:"defaulted"`
	// Allowed is the most that may be defaulted on and still be taken up.
	Allowed int64 `json:"allowed"`
	// Unplaced is the number of shares that nobody is obliged to buy.
	Unplaced int64 `json:"unplaced"`
	// Method and Version are MethodUnderwriterDefault and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the outcome; the rows explain themselves. Its codes begin with
	// "offering.default.".
	Why law.Reasons `json:"why,omitempty"`
}

// SubstitutionRow is one underwriter's part.
type SubstitutionRow struct {
	Name string `json:"name"`
	// Kept is the commitment less what the underwriter itself defaulted on,
	// Added what it takes up for others, and Shares both.
	Kept   int64 `json:"kept"`
	Added  int64 `json:"added"`
	Shares int64 `json:"shares"`
	// Why says how it came about, and who got an odd share. Its codes begin with
	// "offering.default.row.".
	Why law.Reasons `json:"why,omitempty"`
}

// Substitute decides what becomes of the shares that underwriters do not buy.
// Up to the limit those who did not default take them up, in proportion to their
// commitments; beyond it, or when everyone defaults, the answer is MayTerminate
// and nobody's number of shares changes.
//
// Errors are law.Faults: a missing name or commitment is law.ErrMissing; numbers
// below zero or past an int64 in sum, and a Limit above the whole, are
// law.ErrRange; more defaulted on than committed to is law.ErrConflict; a name
// given twice is law.ErrDuplicate. At most a hundred faulty rows are named.
func (u Underwriting) Substitute(underwriters []Underwriter) (Substitution, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", u.Authority)
	limit := u.Limit
	if limit.IsZero() {
		limit = exact.Fraction{Num: 1, Den: 10}
	}
	kernel.CheckFraction(&fs, "limit", limit)
	s := Substitution{
		Rows: make([]SubstitutionRow, len(underwriters)), Method: MethodUnderwriterDefault, Version: MethodVersion,
	}
	sound := make([]int64, len(underwriters)) // the commitments of those who buy
	var left int64                            // their sum
	checkKeys(&fs, u.Ties, "underwriters", len(underwriters))
	rows := newRowChecker(&fs, "underwriters", len(underwriters))
	for i, underwriter := range underwriters {
		var row law.Faults
		rows.name(&row, "name", i, underwriter.Name)
		if check.Positive(&row, "shares", underwriter.Shares) {
			addCount(&row, "shares", &s.Shares, underwriter.Shares, "shares")
		}
		if check.NotBelowZero(&row, "defaulted", underwriter.Defaulted) && underwriter.Defaulted > max(0, underwriter.Shares) {
			row.Add(law.ErrConflict, "defaulted", strconv.FormatInt(underwriter.Defaulted, 10),
				"is more than the %d shares committed to", underwriter.Shares)
		}
		if len(row) == 0 {
			s.Defaulted += underwriter.Defaulted // at most the sum of the shares
			if underwriter.Defaulted == 0 {
				sound[i] = underwriter.Shares
				left += underwriter.Shares
			}
		}
		kept := underwriter.Shares - underwriter.Defaulted
		s.Rows[i] = SubstitutionRow{Name: underwriter.Name, Kept: kept, Shares: kept}
		rows.Add(&fs, i, row)
	}
	rows.Close(&fs)
	if len(fs) > 0 {
		return Substitution{}, fs
	}
	s.Allowed = kernel.Part(limit, s.Shares).Whole
	u.decide(&s, limit, sound, left)
	return s, nil
}

// decide fills in the outcome and what is taken up.
func (u Underwriting) decide(s *Substitution, limit exact.Fraction, sound []int64, left int64) {
	e := explanation{authority: u.Authority}
	e.reading(codeDefaultLimit, codeDefaultLimitDefault, !u.Limit.IsZero(), "Up to "+limit.String()+" of the "+
		kernel.Counted(s.Shares, "share")+", that is "+kernel.Count(s.Allowed)+", are to be taken up by the underwriters who buy")
	text := kernel.Counted(s.Defaulted, "share") + " are defaulted on"
	switch {
	case s.Defaulted == 0:
		s.Outcome = NoDefault
		e.add(codeDefaultNone, "No share is defaulted on.")
	case s.Defaulted > s.Allowed:
		s.Outcome, s.Unplaced = MayTerminate, s.Defaulted
		e.add(codeDefaultOver, text+" ("+kernel.Percentage(s.Defaulted, s.Shares)+"), more than that: nobody is obliged to take them up, "+
			"and the agreement may be terminated unless other buyers are found.")
	case left == 0:
		s.Outcome, s.Unplaced = MayTerminate, s.Defaulted
		e.add(codeDefaultNobody, text+" and every underwriter has defaulted: nobody is left to take them up, "+
			"and the agreement may be terminated.")
	default:
		s.Outcome = TakenUp
		added := deal(s.Defaulted, sound, nil, u.Ties)
		for i := range s.Rows {
			row := &s.Rows[i]
			row.Added = added.got(i)
			row.Shares += row.Added
			if sound[i] > 0 {
				row.because(u.Authority, codeDefaultRowTakenUp, "It takes up "+kernel.Count(row.Added)+" of the "+
					kernel.Counted(s.Defaulted, "share")+
					" defaulted on: "+added.because(i, "share")+".")
			}
		}
		e.add(codeDefaultTakenUp, text+" ("+kernel.Percentage(s.Defaulted, s.Shares)+
			"), no more than that: the others take them up in proportion to their commitments, by largest remainder.")
	}
	for i := range s.Rows {
		if row := &s.Rows[i]; len(row.Why) == 0 {
			row.because(u.Authority, codeDefaultRowKept, "It buys "+kernel.Counted(row.Kept, "share")+
				" of its commitment, and takes up none.")
		}
	}
	s.Why = e.why
}

// because adds a reason to the row.
func (r *SubstitutionRow) because(authority law.Citation, code law.Code, text string) {
	r.Why = append(r.Why, law.Reason{Code: code, Text: text, Authority: authority})
}
