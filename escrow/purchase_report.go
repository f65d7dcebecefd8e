package escrow

import "github.com/offerkit/offerkit/law"

// Stage is how far a purchase has come; it is derived and never set. The zero
// Stage appears in no report.
type Stage string

const (
	// StageOpen means that the amount due is not all there.
	StageOpen Stage = "open"
	// StageFunded means that good money covers the amount due.
	StageFunded Stage = "funded"
	// StageReady means that there is a Closing Date, and that the release can still
	// take place under the terms.
	StageReady Stage = "ready"
	// StageReleased means that the money and the certificates were ordered to
	// go out, and not every leg is settled.
	StageReleased Stage = "released"
	// StageClosed means that every leg of the release is settled.
	StageClosed Stage = "closed"
	// StageTerminated means that it was terminated or canceled, and money may
	// still be here.
	StageTerminated Stage = "terminated"
	// StageRefunding means that money is on its way back on a ground that ends
	// the purchase or its closing.
	StageRefunding Stage = "refunding"
	// StageRefunded means that all of it went back.
	StageRefunded Stage = "refunded"
)

func (Stage) all() []Stage {
	return []Stage{
		StageOpen, StageFunded, StageReady, StageReleased, StageClosed, StageTerminated, StageRefunding,
		StageRefunded,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *Stage) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

// Funding compares the good money with the amount due. The zero Funding appears
// in no report.
type Funding string

const (
	// Unfunded means that nothing came in, or all went back.
	Unfunded Funding = "unfunded"
	// Underfunded means that less than is due came in.
	Underfunded Funding = "underfunded"
	// Funded means the amount due.
	Funded Funding = "funded"
	// Overfunded means more than is due; the excess is in suspense.
	Overfunded Funding = "overfunded"
)

func (Funding) all() []Funding {
	return []Funding{Unfunded, Underfunded, Funded, Overfunded}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (f *Funding) UnmarshalText(text []byte) error {
	return law.ReadWord(f, text, f.all()...)
}

// PurchaseReport is one purchase at an instant. GoodCents is the sum of
// HeldCents, ExcessCents, ReservedCents, ReleasedCents and RefundedCents.
type PurchaseReport struct {
	// Purchase and Investor say whose it is.
	Purchase PurchaseID `json:"purchase"`
	// Investor is the buyer.
	Investor PartyID `json:"investor"`
	// Stage is how far it has come.
	Stage Stage `json:"stage"`
	// Funding compares the money with DueCents.
	Funding Funding `json:"funding"`
	// DueCents is the price.
	DueCents int64 `json:"due_cents"`
	// DifferenceCents is the good money, less what was paid back or is on its
	// way back, less DueCents: negative if it is short. It is never below the
	// smallest int64, where a deficit would take it.
	DifferenceCents int64 `json:"difference_cents"`
	// PendingCents came in and is not good yet.
	PendingCents int64 `json:"pending_cents"`
	// GoodCents came in, is good and was not taken back by a bank.
	GoodCents int64 `json:"good_cents"`
	// HeldCents is what the agent holds for it. It is negative by
	// DeficitCents if more left than came.
	HeldCents int64 `json:"held_cents"`
	// ExcessCents is more than is due, or came after the closing.
	ExcessCents int64 `json:"excess_cents,omitempty"`
	// ReservedCents was ordered to leave and is not reported on, or failed and
	// is still owed to its payee.
	ReservedCents int64 `json:"reserved_cents"`
	// ReleasedCents went to fees and the company.
	ReleasedCents int64 `json:"released_cents"`
	// RefundedCents was paid back.
	RefundedCents int64 `json:"refunded_cents"`
	// ReturnedCents was taken back by a bank.
	ReturnedCents int64 `json:"returned_cents"`
	// DeficitCents is what left although it went back to where it came from.
	DeficitCents int64 `json:"deficit_cents,omitempty"`
	// InterestCents is its share of the interest, paid or not.
	InterestCents int64 `json:"interest_cents,omitempty"`
	// Shares is the number bought.
	Shares int64 `json:"shares"`
	// CertificateShares is what the agent received in certificates in the
	// investor's name, less those that left its custody by other ways than a
	// release.
	CertificateShares int64 `json:"certificate_shares"`
	// DeliveredShares is what was ordered to go to the investor of those.
	DeliveredShares int64 `json:"delivered_shares"`
	// Minimum is what it counts toward the minimum; nil without one.
	Minimum *MinimumShare `json:"minimum,omitempty"`
	// Holds stand over this purchase alone.
	Holds []HoldReport `json:"holds,omitempty"`
	// Findings are the conditions in the order of the terms, as of the
	// instant or of the release if that was before. Those at closing are
	// tested for the schedule's Date.
	Findings []Finding `json:"findings"`
	// Schedule is the answer of [Deal.Closing].
	Schedule Schedule `json:"schedule"`
	// Needs are what is missing, who can give it, by when, and what happens
	// otherwise. There are none for a purchase that is closed or refunded.
	Needs []Need `json:"needs,omitempty"`
}

// report tells one purchase.
func (v *view) report(r *PurchaseReport, i int) {
	p, a, m := &v.Purchases[i], v.purchases.get(i), v.moneyOf(i, v.at)
	*r = PurchaseReport{
		Purchase: p.ID, Investor: p.Investor, DueCents: p.DueCents, Shares: p.Shares,
		DifferenceCents: minus(m.paid(), p.DueCents), PendingCents: m.pending, GoodCents: m.good, HeldCents: m.held(),
		ExcessCents: m.excess, ReservedCents: m.reserved, ReleasedCents: m.released, RefundedCents: m.refunded,
		ReturnedCents: m.returned, DeficitCents: m.deficit(), CertificateShares: v.sharesHeld(i, v.at),
		Funding: funding(m.paid(), p.DueCents), Schedule: Schedule{Purchase: p.ID, At: v.at}, Holds: v.holdsOver(a.holds),
	}
	if v.contingency != nil {
		share := v.shareOf(i, v.at, true)
		r.Minimum = &share
	}
	r.Findings = v.state.schedule(&r.Schedule, i, &v.memo)
	if v.interest != nil {
		r.InterestCents = v.interest[i]
	}
	if a.closedBy(v.at) {
		r.DeliveredShares = v.sharesDelivered(i, v.at)
	}
	blocked := v.blocked(i, &r.Schedule)
	r.Stage = v.stage(r, i, m, blocked != nil)
	v.needs(r, i, m, blocked)
}

func (v *view) stage(r *PurchaseReport, i int, m balance, blocked bool) Stage {
	switch {
	case r.Schedule.Closed && v.allSettled(i):
		return StageClosed
	case r.Schedule.Closed:
		return StageReleased
	}
	reserved, paid := v.goingBack(i)
	switch {
	case reserved && m.here() <= 0:
		return StageRefunding
	case paid && m.here() <= 0 && m.pending == 0:
		return StageRefunded
	}
	return v.openStage(r, i, blocked)
}

// goingBack reports whether money is on its way back on a ground that ends the
// purchase or its closing, and whether some was paid back on one that ends the
// purchase.
func (v *view) goingBack(i int) (reserved, paid bool) {
	for l := range v.legsOf(i) {
		if l.Kind != LegRefund {
			continue
		}
		state := l.stateAt(v.at)
		switch Ground(l.For) {
		case GroundOutside, GroundMinimum, GroundMaximum, GroundTerminated, GroundCanceled:
			reserved = reserved || state == LegReserved
			paid = paid || state == LegDone
		case GroundNotice:
			reserved = reserved || state == LegReserved
		default: // these end none
		}
	}
	return reserved, paid
}

func (v *view) openStage(r *PurchaseReport, i int, blocked bool) Stage {
	switch {
	case !v.overAt(i, v.at).IsZero():
		return StageTerminated
	case !r.Schedule.Date.IsZero() && !blocked:
		return StageReady
	case r.DifferenceCents >= 0:
		return StageFunded
	}
	return StageOpen
}

// allSettled reports whether every leg of the release of a purchase is settled.
func (v *view) allSettled(i int) bool {
	for l := range v.legsOf(i) {
		if state := l.stateAt(v.at); !l.Kind.refunds() && (state == LegReserved || state == LegOwed) {
			return false
		}
	}
	return true
}

func funding(have, due int64) Funding {
	switch {
	case have <= 0:
		return Unfunded
	case have < due:
		return Underfunded
	case have == due:
		return Funded
	}
	return Overfunded
}
