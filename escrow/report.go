package escrow

import "time"

// Report is the whole deal at an instant. The zero Report is that of the zero
// Deal.
type Report struct {
	// Deal is the terms' ID.
	Deal string `json:"deal"`
	// At is the instant asked about; zero if it was outside the years 1 to
	// 9999, and then nothing is reported.
	At time.Time `json:"at,omitzero"`
	// Version is 1 for the terms first signed, and one more for each amendment
	// in force by then.
	Version int `json:"version"`
	// Money has one entry a currency, by its name.
	Money []CurrencyReport `json:"money,omitempty"`
	// Contingency is how the minimum stands; nil without one.
	Contingency *ContingencyReport `json:"contingency,omitempty"`
	// Purchases are in the order of the terms.
	Purchases []PurchaseReport `json:"purchases,omitempty"`
	// Suspense lists the money that counts for nobody: deposits by rail and
	// reference, then the excess over what is due in the order of the terms.
	Suspense []SuspenseItem `json:"suspense,omitempty"`
	// Legs are those that were ordered and not settled, in order.
	Legs []LegReport `json:"legs,omitempty"`
	// Holds stand over the whole deal.
	Holds []HoldReport `json:"holds,omitempty"`
	// Amendments wait for signatures.
	Amendments []AmendmentReport `json:"amendments,omitempty"`
	// Parked are payments of which it was told that they cleared, went back or are
	// not bona fide, but not that they came, by rail and reference.
	Parked []ParkedDeposit `json:"parked,omitempty"`
	// ParkedCertificates are those of which it was told that they left, but not
	// that they came, by number.
	ParkedCertificates []ParkedCertificate `json:"parked_certificates,omitempty"`
	// LateFacts took effect before a release that was decided without them.
	LateFacts []EventID `json:"late_facts,omitempty"`
}

// CurrencyReport is the money of one currency: In is the sum of the others but
// Deficit, in which Held is short.
type CurrencyReport struct {
	// Currency is three capital letters.
	Currency string `json:"currency"`
	// InCents is everything that ever came in, interest included.
	InCents int64 `json:"in_cents"`
	// PendingCents is not good yet, for purchases.
	PendingCents int64 `json:"pending_cents"`
	// HeldCents is held for purchases. It is negative if more left than came.
	HeldCents int64 `json:"held_cents"`
	// SuspenseCents counts for nobody, pending or good, excess included.
	SuspenseCents int64 `json:"suspense_cents"`
	// ReservedCents was ordered to leave and is not reported on, or failed and
	// is still owed.
	ReservedCents int64 `json:"reserved_cents"`
	// ReleasedCents went to fees and the company.
	ReleasedCents int64 `json:"released_cents"`
	// RefundedCents was paid back.
	RefundedCents int64 `json:"refunded_cents"`
	// ReturnedCents was taken back by the banks.
	ReturnedCents int64 `json:"returned_cents"`
	// InterestCents is interest that has not been ordered to leave. It is never
	// below zero: whatever becomes of the shares, no more is paid than came.
	InterestCents int64 `json:"interest_cents"`
	// DeficitCents is what is missing for purchases and deposits whose money
	// went back after it had left. It is never hidden in another's surplus.
	DeficitCents int64 `json:"deficit_cents,omitempty"`
}

// LegReport is a leg that is not settled.
type LegReport struct {
	Leg
	// State is how far it has come.
	State LegState `json:"state"`
	// Ordered is when it was ordered.
	Ordered time.Time `json:"ordered"`
}

// HoldReport is a hold that stands.
type HoldReport struct {
	// Hold is its name.
	Hold string `json:"hold"`
	// Since is when it was placed.
	Since time.Time `json:"since"`
	// Note is for people.
	Note string `json:"note,omitempty"`
}

// AmendmentReport is an amendment that waits.
type AmendmentReport struct {
	// Amendment is its name.
	Amendment string `json:"amendment"`
	// Since is when it was proposed.
	Since time.Time `json:"since"`
	// Missing have yet to sign.
	Missing []string `json:"missing"`
}

// ParkedDeposit is a payment of which only its fate is known.
type ParkedDeposit struct {
	// Rail and Reference name it.
	Rail Rail `json:"rail"`
	// Reference is the bank's own name for it.
	Reference string `json:"reference"`
	// Cleared is when it is said to have cleared.
	Cleared time.Time `json:"cleared,omitzero"`
	// Returned is when it is said to have gone back.
	Returned time.Time `json:"returned,omitzero"`
	// NotBonaFide is since when it is said not to be bona fide.
	NotBonaFide time.Time `json:"not_bona_fide,omitzero"`
}

// ParkedCertificate is a certificate of which only its end is known.
type ParkedCertificate struct {
	// Certificate is its number.
	Certificate string `json:"certificate"`
	// Returned is when it is said to have left.
	Returned time.Time `json:"returned"`
}

// Report tells everything as of the instant, from the facts and accepted
// instructions up to then that are in the log, under the terms then in force.
// Purchases of one report may share the reasons of their schedules: read them,
// and copy what is to be changed.
func (d Deal) Report(at time.Time) Report {
	if d.books == nil {
		return Report{}
	}
	r := Report{Deal: d.books.latest().ID}
	if !servable(at) {
		return r
	}
	r.At = utc(at)
	s := d.books.asOf(r.At)
	for _, v := range s.agreed {
		if !v.from.After(r.At) || r.Version == 0 {
			r.Version++
		}
	}
	v := &view{state: s, at: r.At, interest: s.interestShares(r.At), released: s.releasedBy(r.At)}
	if s.Contingency.MinCents > 0 {
		c := v.memo.minimum(s, r.At)
		r.Contingency, v.contingency = &c, &c
	}
	v.amendments(&r)
	r.Suspense = s.suspenseAt(r.At)
	r.Purchases = make([]PurchaseReport, len(s.Purchases))
	for i := range s.Purchases {
		p := &r.Purchases[i]
		v.report(p, i)
		if p.ExcessCents > 0 {
			r.Suspense = append(r.Suspense, SuspenseItem{
				Why: SuspenseExcess, From: p.Investor, Purchase: p.Purchase, Currency: s.Currency, Cents: p.ExcessCents,
			})
		}
	}
	r.Money = v.money(r.Purchases, r.Suspense)
	v.others(&r)
	return r
}
