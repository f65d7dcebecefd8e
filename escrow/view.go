package escrow

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// view is a report while it is made.
type view struct {
	*state
	at          time.Time
	memo        memo
	contingency *ContingencyReport
	interest    []int64
	over        *time.Time // of anyOver; nil until asked
	released    int64      // by then, of all purchases
	unsigned    []Need     // for each amendment that waits, the same for all purchases
}

// money sums each currency.
func (v *view) money(purchases []PurchaseReport, suspense []SuspenseItem) []CurrencyReport {
	own := CurrencyReport{Currency: v.Currency}
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
	}
	for _, i := range v.interestLegs {
		switch l := v.legs.Get(i); l.stateAt(v.at) {
		case LegReserved:
			own.ReservedCents += l.Cents
		case LegDone:
			own.RefundedCents += l.Cents
		default: // it failed, and the interest is here
		}
	}
	own.InterestCents = v.interestHere(v.at)
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
		if d := v.deposits.Get(i); by(d.received, v.at) {
			v.sumSuspended(currencyOf(&all, d.currency), d)
		}
	}
	slices.SortFunc(all, func(a, b CurrencyReport) int { return cmp.Compare(a.Currency, b.Currency) })
	return all
}

// amendments lists those that wait at the instant, and who has to sign them.
func (v *view) amendments(r *Report) {
	for i := range v.proposals {
		p := &v.proposals[i]
		if !p.pendingAt(v.at) {
			continue
		}
		missing := v.state.missing(p, v.at)
		r.Amendments = append(r.Amendments, AmendmentReport{p.name, p.at, missing})
		v.unsigned = append(v.unsigned, Need{
			Code: codeAmendmentPending, What: "the amendment " + quoted(p.name) + " is signed or withdrawn",
			Who: strings.Join(missing, ", "), Otherwise: "nothing can be released",
		})
	}
}

// movedIn is the money of a purchase that came in as another's or nobody's.
func (v *view) movedIn(p int) int64 {
	var cents int64
	for _, m := range v.purchases.Get(p).moves {
		if by(m.at, v.at) && (m.deposit < 0 || !by(v.deposits.Get(m.deposit).backAt(), v.at)) {
			cents += m.cents
		}
	}
	return cents
}

// sumSuspended adds what a deposit in suspense brought and what became of it.
func (v *view) sumSuspended(c *CurrencyReport, d *deposit) {
	c.InCents += d.cents
	if by(d.backAt(), v.at) {
		c.ReturnedCents += d.cents
	}
	for _, o := range d.outs {
		switch v.legs.Get(o.leg).stateAt(v.at) {
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
	open := 0
	for i := range v.legs.Len() {
		if v.legs.Get(i).isOpen(v.at) {
			open++
		}
	}
	r.Legs = slices.Grow(r.Legs, open)
	for i := range v.legs.Len() {
		if l := v.legs.Get(i); l.isOpen(v.at) {
			state := l.stateAt(v.at)
			r.Legs = append(r.Legs, LegReport{l.Leg, state, l.at})
		}
	}
	r.Holds = v.holdsOver(v.holds)
	for _, i := range v.parked {
		d := v.deposits.Get(i)
		if by(d.received, v.at) {
			continue
		}
		if p := (ParkedDeposit{Rail: d.rail, Reference: d.reference}); by(d.cleared, v.at) || by(d.returned, v.at) || by(d.bad, v.at) {
			if by(d.cleared, v.at) {
				p.Cleared = d.cleared
			}
			if by(d.returned, v.at) {
				p.Returned = d.returned
			}
			if by(d.bad, v.at) {
				p.NotBonaFide = d.bad
			}
			r.Parked = append(r.Parked, p)
		}
	}
	slices.SortFunc(r.Parked, func(a, b ParkedDeposit) int {
		return cmp.Or(cmp.Compare(a.Rail, b.Rail), cmp.Compare(a.Reference, b.Reference))
	})
	for _, i := range v.parkedPapers {
		if c := v.certificates.Get(i); !by(c.received, v.at) && by(c.returned, v.at) {
			r.ParkedCertificates = append(r.ParkedCertificates, ParkedCertificate{c.number, c.returned})
		}
	}
	slices.SortFunc(r.ParkedCertificates, func(a, b ParkedCertificate) int { return cmp.Compare(a.Certificate, b.Certificate) })
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
		if since, stands := h.standsAt(v.at); stands {
			out = append(out, HoldReport{h.name, since, h.note})
		}
	}
	return out
}
