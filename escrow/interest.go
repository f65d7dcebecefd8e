package escrow

import (
	"cmp"
	"math/big"
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/ledger"
	"github.com/offerkit/offerkit/law"
)

// InterestRule says whose the interest on the account is. It is never part of
// what is due. The zero rule is [InterestUndivided].
type InterestRule string

const (
	// InterestUndivided leaves it in the account: the terms do not say whose
	// it is. It is the default.
	InterestUndivided InterestRule = "undivided"
	// InterestToInvestors shares each credit by the good money of each
	// purchase times the days that it was here in the days of the credit, at
	// the end of each day. Single cents go to the largest fractions, then in
	// the order of the terms.
	InterestToInvestors InterestRule = "investors"
	// InterestToCompany gives it to the company. A [Refund] on the ground of
	// interest that names neither a purchase nor a deposit pays it out.
	InterestToCompany InterestRule = "company"
)

func (InterestRule) all() []InterestRule {
	return []InterestRule{InterestUndivided, InterestToInvestors, InterestToCompany}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (i *InterestRule) UnmarshalText(text []byte) error {
	return law.ReadWord(i, text, i.all()...)
}

// credit is interest that the bank paid.
type credit struct {
	at            time.Time
	cents         int64
	from, through calendar.Date
}

func (s *state) earnInterest(d *Decision, e Event, b InterestEarned) {
	references := s.referencesOf(railInterest)
	if i, ok := references.get(b.Reference); ok {
		c := s.interest[i]
		if c.cents == b.Cents && c.from == b.From && c.through == b.Through {
			d.refuse(codeSameReference, "The credit "+b.Reference+" is in the books since "+s.instant(c.at)+"; it is counted once.",
				law.Citation{})
		} else {
			d.refuse(codeReferenceConflict, "The credit "+b.Reference+" is in the books as "+s.usd(c.cents)+" for other days or of "+
				"another amount.", law.Citation{})
		}
		return
	}
	references.put(b.Reference, len(s.interest))
	s.credits.Add(ledger.Entry{At: e.At, Kind: ledger.Credit, Cents: b.Cents, Ref: -1, Other: len(s.interest)}, bookSize, &s.rooms.entries)
	s.interest = append(s.interest, credit{e.At, b.Cents, b.From, b.Through})
	s.touch(e.At)
	s.dividedFrom = later(s.dividedFrom, later(e.At, s.startOf(b.Through.AddDays(1))))
	s.grow(s.Currency, b.Cents)
}

// startOf is the first instant of a day.
func (s *state) startOf(d calendar.Date) time.Time {
	return d.At(calendar.MustClock(0, 0), s.zone).UTC()
}

// interestShares is each purchase's share by the instant; nil if the terms
// share none.
func (s *state) interestShares(t time.Time) []int64 {
	if s.Interest != InterestToInvestors || len(s.interest) == 0 {
		return nil
	}
	if !t.Before(s.dividedFrom) {
		return s.shareCredits(t, s.divided, s.dividedOf)
	}
	return s.shareCredits(t, nil, 0)
}

// shareCredits adds the shares of the credits from one on, as of an instant.
func (s *state) shareCredits(t time.Time, of []int64, from int) []int64 {
	if of != nil && from == len(s.interest) {
		return of
	}
	if of == nil {
		from = 0
	}
	shares := make([]int64, len(s.Purchases))
	copy(shares, of)
	weights := make([]*big.Int, len(s.Purchases))
	for _, c := range s.interest[from:] {
		if !by(c.at, t) {
			continue
		}
		for p := range s.Purchases {
			weights[p] = s.amountDays(p, t, c.from, c.through)
		}
		for p, cents := range divide(c.cents, weights) {
			shares[p] += cents
		}
	}
	return shares
}

// interestLeft is what is left to pay of a purchase's share, and no more than is
// left of all interest: shares change with facts that are told after some was
// paid. It is asked while an event is decided, and keeps the shares until a fact of
// the days of a credit changes them.
func (s *state) interestLeft(p int, t time.Time) int64 {
	shares := s.interestShares(t)
	if shares == nil {
		return 0
	}
	if !t.Before(s.dividedFrom) {
		s.divided, s.dividedOf = shares, len(s.interest)
	}
	b := s.purchases.get(p).book.At(t)
	return min(shares[p]-b[ledger.Paid], s.interestHere(t))
}

// interestHere is the interest that has not been ordered to leave, negative if
// more left than came.
func (s *state) interestHere(t time.Time) int64 {
	b := s.credits.At(t)
	return b[ledger.Here]
}

// enterInterest enters what becomes of a leg that pays interest.
func (s *state) enterInterest(leg int, at time.Time, k ledger.Kind) {
	if l := s.legs.get(leg); l.Kind == LegInterest {
		s.credits.Add(ledger.Entry{At: at, Kind: k, Cents: l.Cents, Ref: leg, Other: -1}, bookSize, &s.rooms.entries)
	}
}

// refundInterest decides whether the company is paid its interest.
func (s *state) refundInterest(d *Decision, e Event, b Refund) {
	s.refuseHeld(d, e.At, -1)
	if currency := orElse(b.Currency, s.Currency); currency != s.Currency {
		d.refuse(codeOtherCurrency, "Interest is in "+s.Currency+", not in "+currency+".", s.Authority.Interest)
	}
	here := max(0, s.interestHere(e.At))
	if s.Interest != InterestToCompany {
		d.refuse(codeNoGround, "The interest is not the company's under the terms.", s.Authority.Interest)
	} else if b.Cents > here {
		d.refuse(codeNotEnoughHeld, "The interest here is "+s.usd(here)+", "+s.usd(b.Cents-here)+" less than asked for.",
			s.Authority.Interest)
	}
	if d.Outcome != Accepted {
		return
	}
	s.order(d, e, legRecord{Leg: Leg{Kind: LegInterest, Payee: s.Company, Cents: b.Cents, For: string(b.Ground)}, deposit: -1})
	s.tell(d, codeRefunded, s.usd(b.Cents)+" of interest go to the company.", s.Authority.Interest)
}

// amountDays sums the good money of a purchase at the end of each day.
func (s *state) amountDays(p int, t time.Time, from, through calendar.Date) *big.Int {
	sum := new(big.Int)
	end := through.AddDays(1)
	for at, cents := range s.purchases.get(p).book.Changes(ledger.Here, t) {
		day := s.day(at)
		if day.Before(from) {
			day = from
		}
		if days := int64(end.Sub(day)); days > 0 {
			sum.Add(sum, new(big.Int).Mul(big.NewInt(cents), big.NewInt(days)))
		}
	}
	if sum.Sign() < 0 {
		return new(big.Int)
	}
	return sum
}

// divide shares an amount by weights, exactly: rounded down, and the cents left
// over go one each to the largest fractions, the first of equals first. With no
// weight at all nobody has a share.
func divide(cents int64, weights []*big.Int) []int64 {
	shares := make([]int64, len(weights))
	whole := new(big.Int)
	for _, w := range weights {
		whole.Add(whole, w)
	}
	if whole.Sign() == 0 {
		return shares
	}
	left, rests, order := cents, make([]*big.Int, len(weights)), make([]int, len(weights))
	for i, w := range weights {
		product := new(big.Int).Mul(big.NewInt(cents), w)
		quotient, rest := new(big.Int).QuoRem(product, whole, new(big.Int))
		shares[i], rests[i], order[i] = quotient.Int64(), rest, i
		left -= shares[i]
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(rests[b].Cmp(rests[a]), cmp.Compare(a, b)) })
	for _, i := range order[:left] {
		shares[i]++
	}
	return shares
}
