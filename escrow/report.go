package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// Stage is how far a purchase has come; it is derived and never set. The zero
// Stage appears in no report.
type Stage string

const (
	// StageOpen means that the amount due is not all there.
	StageOpen Stage = "open"
	// StageFunded means that good money covers the amount due.
	StageFunded Stage = "funded"
	// StageReady means that there is a Closing Date.
	StageReady Stage = "ready"
	// StageReleased means that the money and the certificates have gone out.
	StageReleased Stage = "released"
)

// Funding compares the good money with the amount due. The zero Funding appears
// in no report.
type Funding string

const (
	// Unfunded means that nothing came in.
	Unfunded Funding = "unfunded"
	// Underfunded means that less than is due came in.
	Underfunded Funding = "underfunded"
	// Funded means the amount due.
	Funded Funding = "funded"
	// Overfunded means more than is due; the excess stays with the agent.
	Overfunded Funding = "overfunded"
)

// Report is the whole deal at an instant. The zero Report is that of the zero
// Deal.
type Report struct {
	// Deal is the terms' ID.
	Deal string `json:"deal"`
	// At is the instant asked about; zero if it was outside the years 1 to
	// 9999, and then nothing is reported.
	At time.Time `json:"at,omitzero"`
	// Deposited, Held and Released are cents over all purchases; Deposited is
	// the sum of the other two.
	DepositedCents int64 `json:"deposited_cents"`
	// HeldCents is the money in the agent's hands.
	HeldCents int64 `json:"held_cents"`
	// ReleasedCents is the money that went to fees and the company.
	ReleasedCents int64 `json:"released_cents"`
	// Purchases are in the order of the terms.
	Purchases []PurchaseReport `json:"purchases,omitempty"`
}

// PurchaseReport is one purchase at an instant.
type PurchaseReport struct {
	// Purchase and Investor say whose it is.
	Purchase PurchaseID `json:"purchase"`
	// Investor is the buyer.
	Investor PartyID `json:"investor"`
	// Stage is how far it has come.
	Stage Stage `json:"stage"`
	// Funding compares DepositedCents with DueCents.
	Funding Funding `json:"funding"`
	// DueCents is the price.
	DueCents int64 `json:"due_cents"`
	// DepositedCents is the good money that came in: HeldCents and
	// ReleasedCents together.
	DepositedCents int64 `json:"deposited_cents"`
	// HeldCents is what the agent holds of it.
	HeldCents int64 `json:"held_cents"`
	// ReleasedCents is what left.
	ReleasedCents int64 `json:"released_cents"`
	// DifferenceCents is DepositedCents less DueCents.
	DifferenceCents int64 `json:"difference_cents"`
	// Shares is the number bought.
	Shares int64 `json:"shares"`
	// CertificateShares is what the agent received in certificates.
	CertificateShares int64 `json:"certificate_shares"`
	// DeliveredShares is what went to the investor of those.
	DeliveredShares int64 `json:"delivered_shares"`
	// Findings are the conditions in the order of the terms, as of the
	// instant or of the release if that was before. Those at closing are
	// tested for the schedule's Date.
	Findings []Finding `json:"findings"`
	// Schedule is the answer of [Deal.Closing].
	Schedule Schedule `json:"schedule"`
}

// Report tells everything as of the instant, from the facts, waivers and
// releases up to then that are in the log.
func (d Deal) Report(at time.Time) Report {
	if d.s == nil {
		return Report{}
	}
	s := d.s
	r := Report{Deal: s.ID}
	if !servable(at) {
		return r
	}
	r.At = utc(at)
	var together *ripeness
	if s.Scope == ScopeTogether {
		all := s.allRipe(r.At)
		together = &all
	}
	r.Purchases = make([]PurchaseReport, len(s.Purchases))
	for i := range s.Purchases {
		p := s.report(i, r.At, together)
		r.DepositedCents += p.DepositedCents
		r.HeldCents += p.HeldCents
		r.ReleasedCents += p.ReleasedCents
		r.Purchases[i] = p
	}
	return r
}

func (s *state) report(i int, t time.Time, together *ripeness) PurchaseReport {
	p, a := &s.Purchases[i], s.purchases[i]
	r := PurchaseReport{
		Purchase: p.ID, Investor: p.Investor, DueCents: p.DueCents, Shares: p.Shares,
		DepositedCents: a.funds.sum(t), HeldCents: a.held(t), CertificateShares: a.certificates.sum(t),
	}
	r.ReleasedCents = r.DepositedCents - r.HeldCents
	r.DifferenceCents = r.DepositedCents - r.DueCents
	if a.closedBy(t) {
		r.DeliveredShares = a.released.shares
	}
	r.Schedule = Schedule{Purchase: p.ID, At: t}
	s.schedule(&r.Schedule, i, together)
	for c := range s.Conditions {
		closing := calendar.Date{}
		if s.Conditions[c].Kind == AtClosing {
			closing = r.Schedule.Date
		}
		r.Findings = append(r.Findings, s.finding(c, i, s.find(c, i, r.Schedule.At, closing)))
	}
	r.Funding = funding(r.DepositedCents, r.DueCents)
	switch {
	case r.Schedule.Closed:
		r.Stage = StageReleased
	case !r.Schedule.Date.IsZero():
		r.Stage = StageReady
	case r.DifferenceCents >= 0:
		r.Stage = StageFunded
	default:
		r.Stage = StageOpen
	}
	return r
}

func funding(have, due int64) Funding {
	switch {
	case have == 0:
		return Unfunded
	case have < due:
		return Underfunded
	case have == due:
		return Funded
	}
	return Overfunded
}
