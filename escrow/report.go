package escrow

import (
	"cmp"
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

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
	// Parked are payments of which it was told that they cleared or went back,
	// but not that they came, by rail and reference.
	Parked []ParkedDeposit `json:"parked,omitempty"`
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
	// InterestCents is interest that has not been ordered to leave.
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
}

// Report tells everything as of the instant, from the facts and accepted
// instructions up to then that are in the log, under the terms then in force.
func (d Deal) Report(at time.Time) Report {
	if d.s == nil {
		return Report{}
	}
	r := Report{Deal: d.s.ID}
	if !servable(at) {
		return r
	}
	r.At = utc(at)
	s := d.s.asOf(r.At)
	for _, v := range s.versions {
		if !v.from.After(r.At) || r.Version == 0 {
			r.Version++
		}
	}
	v := &view{state: s, at: r.At, interest: s.interestShares(r.At)}
	if s.Scope == ScopeTogether {
		all := s.allRipe(r.At)
		v.together = &all
	}
	if s.Contingency.MinCents > 0 {
		c := s.contingencyAt(r.At)
		r.Contingency, v.contingency = &c, &c
	}
	r.Suspense = s.suspenseAt(r.At)
	r.Purchases = make([]PurchaseReport, len(s.Purchases))
	v.findings = make([]Finding, 0, len(s.Purchases)*len(s.Conditions))
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

// view is a report while it is made.
type view struct {
	*state
	at          time.Time
	together    *ripeness
	contingency *ContingencyReport
	interest    []int64
	findings    []Finding // room for those of all purchases
}

// money sums each currency.
func (v *view) money(purchases []PurchaseReport, suspense []SuspenseItem) []CurrencyReport {
	own := CurrencyReport{Currency: v.Currency}
	var interestOut int64
	for i := range purchases {
		p := &purchases[i]
		own.PendingCents += p.PendingCents
		own.HeldCents += p.HeldCents
		own.ReservedCents += p.ReservedCents
		own.ReleasedCents += p.ReleasedCents
		own.RefundedCents += p.RefundedCents
		own.ReturnedCents += p.ReturnedCents
		own.DeficitCents += p.DeficitCents
		own.InCents += p.PendingCents + p.GoodCents + p.ReturnedCents - v.movedIn(i)
		interestOut += v.interestPaid(i, v.at)
		reserved, paid := v.interestLegs(i)
		own.ReservedCents += reserved
		own.RefundedCents += paid
	}
	own.InterestCents = v.interestAt(v.at) - interestOut
	own.InCents += v.interestAt(v.at)
	all := []CurrencyReport{own}
	for _, item := range suspense {
		c := currencyOf(&all, item.Currency)
		c.SuspenseCents += item.Cents
		if item.Cents < 0 {
			c.DeficitCents -= item.Cents
		}
	}
	for _, i := range v.suspense {
		if d := v.deposits.get(i); by(d.received, v.at) {
			v.sumSuspended(currencyOf(&all, d.currency), d)
		}
	}
	slices.SortFunc(all, func(a, b CurrencyReport) int { return cmp.Compare(a.Currency, b.Currency) })
	return all
}

// movedIn is the money of a purchase that came in as another's or nobody's.
func (v *view) movedIn(p int) int64 {
	var cents int64
	for _, m := range v.purchases.get(p).moves {
		if by(m.at, v.at) && (m.deposit < 0 || !by(v.deposits.get(m.deposit).backAt(), v.at)) {
			cents += m.cents
		}
	}
	return cents
}

// interestLegs is the interest on its way and paid for a purchase.
func (v *view) interestLegs(p int) (reserved, paid int64) {
	for _, o := range v.purchases.get(p).outs {
		switch l := v.legs.get(o.leg); {
		case l.Kind != LegInterest:
		case l.stateAt(v.at) == LegReserved:
			reserved += o.cents
		case l.stateAt(v.at) == LegDone:
			paid += o.cents
		}
	}
	return reserved, paid
}

// sumSuspended adds what a deposit in suspense brought and what became of it.
func (v *view) sumSuspended(c *CurrencyReport, d *deposit) {
	c.InCents += d.cents
	if by(d.backAt(), v.at) {
		c.ReturnedCents += d.cents
	}
	for _, o := range d.outs {
		switch v.legs.get(o.leg).stateAt(v.at) {
		case LegReserved:
			c.ReservedCents += o.cents
		case LegDone:
			c.RefundedCents += o.cents
		default: // it failed, and the money is in suspense again
		}
	}
}

func currencyOf(all *[]CurrencyReport, currency string) *CurrencyReport {
	for i := range *all {
		if (*all)[i].Currency == currency {
			return &(*all)[i]
		}
	}
	*all = append(*all, CurrencyReport{Currency: currency})
	return &(*all)[len(*all)-1]
}

// others lists what belongs to no purchase.
func (v *view) others(r *Report) {
	for i := range v.legs.n {
		l := v.legs.get(i)
		if state := l.stateAt(v.at); state == LegReserved || state == LegOwed || state == LegReturned {
			r.Legs = append(r.Legs, LegReport{l.Leg, state, l.at})
		}
	}
	r.Holds = v.holdsOver(v.holds)
	for i := range v.proposals {
		if p := &v.proposals[i]; !p.at.After(v.at) {
			r.Amendments = append(r.Amendments, AmendmentReport{p.name, p.at, p.missing()})
		}
	}
	for _, i := range v.parked {
		d := v.deposits.get(i)
		if p := (ParkedDeposit{Rail: d.rail, Reference: d.reference}); by(d.cleared, v.at) || by(d.returned, v.at) {
			if by(d.cleared, v.at) {
				p.Cleared = d.cleared
			}
			if by(d.returned, v.at) {
				p.Returned = d.returned
			}
			r.Parked = append(r.Parked, p)
		}
	}
	slices.SortFunc(r.Parked, func(a, b ParkedDeposit) int {
		return cmp.Or(cmp.Compare(a.Rail, b.Rail), cmp.Compare(a.Reference, b.Reference))
	})
	late := slices.Clone(v.late)
	slices.SortFunc(late, func(a, b lateFact) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.event, b.event)) })
	for _, f := range late {
		if !f.at.After(v.at) {
			r.LateFacts = append(r.LateFacts, f.event)
		}
	}
}

func (v *view) holdsOver(holds []hold) []HoldReport {
	var out []HoldReport
	for _, h := range holds {
		if h.standsAt(v.at) {
			out = append(out, HoldReport{h.name, h.placed, h.note})
		}
	}
	slices.SortFunc(out, func(a, b HoldReport) int { return cmp.Compare(a.Hold, b.Hold) })
	return out
}

// schedule is that of one purchase, with what all have in common at hand.
func (v *view) schedule(p int) Schedule {
	sc := Schedule{Purchase: v.Purchases[p].ID, At: v.at}
	v.state.schedule(&sc, p, v.together)
	return sc
}

// closingOf is the day for which a condition is tested; "no date" for those
// that are not tested on a day.
func (v *view) closingOf(c int, sc *Schedule) calendar.Date {
	if v.Conditions[c].Kind == AtClosing {
		return sc.Date
	}
	return calendar.Date{}
}
