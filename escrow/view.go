package escrow

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/offerkit/offerkit/internal/ledger"
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
		b := v.purchases.get(i).book.At(v.at)
		own.InCents += p.PendingCents + p.GoodCents + p.ReturnedCents + b[ledger.Moved] // what came as another's is counted there
	}
	interest := v.credits.At(v.at)
	own.ReservedCents += interest[ledger.Repaying]
	own.RefundedCents += interest[ledger.Refunded]
	own.InterestCents = interest[ledger.Here]
	own.InCents += interest.Good()
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

// sumSuspended adds what a deposit in suspense brought and what became of it.
func (v *view) sumSuspended(c *CurrencyReport, d *deposit) {
	b := d.book.At(v.at)
	c.InCents += d.cents
	c.ReturnedCents += b[ledger.Returned]
	c.ReservedCents += b[ledger.Repaying]
	c.RefundedCents += b[ledger.Refunded]
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
	for i := range v.legs.n {
		if v.legs.get(i).isOpen(v.at) {
			open++
		}
	}
	r.Legs = slices.Grow(r.Legs, open)
	for i := range v.legs.n {
		if l := v.legs.get(i); l.isOpen(v.at) {
			state := l.stateAt(v.at)
			r.Legs = append(r.Legs, LegReport{l.Leg, state, l.at})
		}
	}
	r.Holds = v.holdsOver(v.holds)
	for _, i := range v.parked {
		d := v.deposits.get(i)
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
		if c := v.certificates.get(i); !by(c.received, v.at) && by(c.returned, v.at) {
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
