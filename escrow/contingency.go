package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Contingency is a minimum without which nobody's money goes to the company,
// and the date by which it must be there. Such an offering promises the money
// back otherwise; 17 CFR 240.10b-9 asks that the amount and the date be stated,
// and that the amount due be received by then.
//
// A purchase counts that is accepted: paid in full, with every condition of its own
// satisfied or waived, by the end of the date and still. Conditions that serve all
// purchases and those that are tested on the closing day are no part of that. It is
// [Purchase.BonaFide], not found otherwise by a [NotBonaFide], and neither
// terminated nor canceled. Of its money counts what was good by the end of the date
// and still is, up to the amount due, or to what was released. What leaves a
// purchase is taken first from its money that does not count.
//
// Each release, with those before it, has to reach the minimum by itself: the first
// one names purchases that count and reach it together. Money that a bank takes back
// after the release counts no more. The company cannot waive the minimum; the terms
// can be amended, and extended as [Terms.ExtendTo] allows. A minimum in shares or
// units at one price is their number times the price.
//
// The zero Contingency is none.
type Contingency struct {
	// MinCents is the minimum, 1 or more. Exactly the minimum is enough.
	MinCents int64 `json:"min_cents"`
	// MaxCents is the most that may be released over all closings. Zero is no
	// maximum.
	MaxCents int64 `json:"max_cents,omitempty"`
	// By is the last day on which money counts toward the minimum, until
	// midnight in the zone of the closing. It is required with a minimum.
	By calendar.Date `json:"by"`
}

// ContingencyReport is how the minimum stands at an instant.
type ContingencyReport struct {
	// CountedCents is the money that counts.
	CountedCents int64 `json:"counted_cents"`
	// MinCents and MaxCents are those of the terms.
	MinCents int64 `json:"min_cents"`
	// MaxCents is zero if there is none.
	MaxCents int64 `json:"max_cents,omitempty"`
	// By is the last day on which money counts.
	By calendar.Date `json:"by"`
	// Reached says that the minimum is there. It is no longer so once released
	// money bounced, or was found not to be bona fide, and too little is left.
	Reached bool `json:"reached,omitempty"`
	// Failed says that the date is over and the minimum not reached, so that
	// the money that was not released goes back.
	Failed bool `json:"failed,omitempty"`
	// ShortfallCents is what the minimum is short of although money was released
	// on it. It is zero before the first release, and while the minimum is there.
	ShortfallCents int64 `json:"shortfall_cents,omitempty"`
}

// MinimumShare is what a purchase counts toward the minimum, and what keeps it or
// some of its money out. The zero MinimumShare counts nothing.
type MinimumShare struct {
	// CountedCents is the money of it that counts.
	CountedCents int64 `json:"counted_cents"`
	// Against is empty if nothing keeps it out; less than the amount due can
	// still count, where the payment of the rest is waived.
	Against []Uncounted `json:"against,omitempty"`
}

// Uncounted is one thing that keeps a purchase, or some of its money, from counting
// toward the minimum. The zero Uncounted appears in no report.
type Uncounted struct {
	// Why is the reason.
	Why law.Reason `json:"why"`
	// Condition is the condition of its own that is neither satisfied nor waived.
	// It is empty for other reasons, and where terms without a condition on
	// payment are not paid in full.
	Condition ConditionID `json:"condition,omitempty"`
	// Rail and Reference name the deposit that is not bona fide; empty for others.
	Rail Rail `json:"rail,omitempty"`
	// Reference is the bank's own name for it.
	Reference string `json:"reference,omitempty"`
}

// contingencyAt is how the minimum stands at the instant.
func (s *state) contingencyAt(t time.Time) ContingencyReport {
	c := s.Contingency
	r := ContingencyReport{MinCents: c.MinCents, MaxCents: c.MaxCents, By: c.By, CountedCents: s.countedAt(t)}
	r.Reached = r.CountedCents >= c.MinCents
	r.Failed = !r.Reached && !t.Before(s.contingencyEnd)
	if !r.Reached && by(s.firstRelease, t) {
		r.ShortfallCents = c.MinCents - r.CountedCents
	}
	return r
}
