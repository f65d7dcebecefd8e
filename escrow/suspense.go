package escrow

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/internal/ledger"
	"github.com/offerkit/offerkit/law"
)

// SuspenseReason says why money counts for nobody. The zero reason is that of
// money that does count.
type SuspenseReason string

const (
	// SuspenseNoPurchase is money that came for no purchase of the terms.
	SuspenseNoPurchase SuspenseReason = "no purchase"
	// SuspenseStranger is money from another than the investor.
	SuspenseStranger SuspenseReason = "stranger"
	// SuspenseCurrency is money in another currency.
	SuspenseCurrency SuspenseReason = "currency"
	// SuspenseExcess is money above what is due for a purchase.
	SuspenseExcess SuspenseReason = "excess"
)

func (SuspenseReason) all() []SuspenseReason {
	return []SuspenseReason{SuspenseNoPurchase, SuspenseStranger, SuspenseCurrency, SuspenseExcess}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (r *SuspenseReason) UnmarshalText(text []byte) error {
	return law.ReadWord(r, text, r.all()...)
}

func (r SuspenseReason) words() string {
	switch r {
	case SuspenseNoPurchase:
		return "they came for no purchase of the terms"
	case SuspenseStranger:
		return "they came from another than the investor"
	case SuspenseCurrency:
		return "they are in another currency than the deal"
	default:
		return "they are more than is due"
	}
}

// SuspenseItem is money in the agent's hands that counts for nobody. The zero
// item appears in no report.
type SuspenseItem struct {
	// Why says why it counts for nobody.
	Why SuspenseReason `json:"why"`
	// Rail and Reference name the deposit; empty for an excess.
	Rail Rail `json:"rail,omitempty"`
	// Reference is the bank's own name for it.
	Reference string `json:"reference,omitempty"`
	// From is who paid, as far as known.
	From PartyID `json:"from,omitempty"`
	// Purchase is what it was paid for, as told.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// Currency is that of the money.
	Currency string `json:"currency"`
	// Cents is what is left of it; negative if more left than came, which is
	// a deficit.
	Cents int64 `json:"cents"`
	// Pending says that it is not good yet.
	Pending bool `json:"pending,omitempty"`
}

// left is what is left in suspense of a deposit at an instant.
func (d *deposit) left(t time.Time) int64 {
	b := d.book.At(t)
	return b[ledger.Pending] + b[ledger.Here]
}

// suspenseAt lists what is in suspense: deposits by rail and reference, then
// excesses in the order of the terms.
func (s *state) suspenseAt(t time.Time) []SuspenseItem {
	var items []SuspenseItem
	for _, i := range s.suspense {
		d := s.deposits.get(i)
		if left := d.left(t); by(d.received, t) && left != 0 {
			items = append(items, SuspenseItem{
				Why: d.why, Rail: d.rail, Reference: d.reference, From: d.from, Purchase: d.named, Currency: d.currency, Cents: left,
				Pending: !by(d.goodAt(), t),
			})
		}
	}
	slices.SortFunc(items, func(a, b SuspenseItem) int {
		return cmp.Or(cmp.Compare(a.Rail, b.Rail), cmp.Compare(a.Reference, b.Reference))
	})
	return items
}

// apply decides whether money that came otherwise counts for a purchase.
func (s *state) apply(d *Decision, e Event, b ApplySuspense) {
	s.onlyAgent(d, e)
	if b.Cents <= 0 {
		d.refuse(codeAmountInvalid, strconv.FormatInt(b.Cents, 10)+" is not an amount above zero.", s.Authority.FundsBefore)
	}
	to, known := s.placeOf(b.To)
	switch {
	case !known:
		d.refuse(codeUnknownPurchase, "The deal has no purchase "+quoted(string(b.To))+".", s.Authority.FundsBefore)
	case b.To == b.ExcessOf:
		d.refuse(codeSamePurchase, "The excess of "+string(b.To)+" is there already.", s.Authority.FundsBefore)
	default:
		s.refuseClosed(d, to)
		s.refuseOver(d, to, e.At)
		s.refuseHeld(d, e.At, to)
	}
	if b.ExcessOf != "" {
		s.applyExcess(d, e, b, to)
		return
	}
	position, dep, ok := s.suspended(d, b.Rail, b.Reference, e.At)
	if !ok {
		return
	}
	if dep.currency != s.Currency {
		d.refuse(codeOtherCurrency, "The deposit is in "+dep.currency+" and the purchase in "+s.Currency+
			"; what it is changed into comes as another deposit.", s.Authority.FundsBefore)
	}
	s.refuseMore(d, &dep, b.Cents, e.At, s.Authority.FundsBefore)
	if d.Outcome != Accepted {
		return
	}
	own := s.deposit(position)
	given := ledger.Entry{At: e.At, Kind: ledger.Given, Cents: b.Cents, Ref: own.given, Other: to}
	own.book.Add(given, bookSize, &s.rooms.entries)
	own.given++
	s.applied(to, ledger.Entry{At: e.At, Kind: ledger.Applied, Cents: b.Cents, Ref: position, Other: given.Ref})
	s.tell(d, codeApplied, s.usd(b.Cents)+" of "+string(b.Rail)+" "+b.Reference+" count for "+string(b.To)+" from now on.",
		s.Authority.FundsBefore)
}

func (s *state) applyExcess(d *Decision, e Event, b ApplySuspense, to int) {
	from, known := s.placeOf(b.ExcessOf)
	if !known {
		d.refuse(codeUnknownPurchase, "The deal has no purchase "+quoted(string(b.ExcessOf))+".", s.Authority.FundsBefore)
		return
	}
	s.refuseHeld(d, e.At, from)
	if to, ok := s.placeOf(b.To); ok && s.Purchases[to].Investor != s.Purchases[from].Investor {
		d.refuse(codeOtherInvestor, "The excess of "+string(b.ExcessOf)+" is the money of "+string(s.Purchases[from].Investor)+
			", and "+string(b.To)+" is a purchase of "+string(s.Purchases[to].Investor)+".", s.Authority.FundsBefore)
	}
	if m := s.moneyOf(from, e.At); b.Cents > m.excess {
		d.refuse(codeNotEnoughHeld, "The excess of "+string(b.ExcessOf)+" is "+s.usd(m.excess)+", "+s.usd(b.Cents-m.excess)+
			" less than asked for.", s.Authority.FundsBefore)
	}
	if d.Outcome != Accepted {
		return
	}
	s.applied(from, ledger.Entry{At: e.At, Kind: ledger.Given, Cents: b.Cents, Ref: -1, Other: to})
	s.applied(to, ledger.Entry{At: e.At, Kind: ledger.Applied, Cents: b.Cents, Ref: -1, Other: from})
	s.tell(d, codeApplied, s.usd(b.Cents)+" of the excess of "+string(b.ExcessOf)+" count for "+string(b.To)+" from now on.",
		s.Authority.FundsBefore)
}

// applied enters money that a purchase has from elsewhere, or has no longer.
func (s *state) applied(p int, e ledger.Entry) {
	s.enter(p, e)
	s.stir(e.At)
	s.recount(p)
}

// refuseOver refuses what only an open purchase can have.
func (s *state) refuseOver(d *Decision, p int, t time.Time) {
	if over := s.overAt(p, t); !over.IsZero() {
		d.refuse(codeTerminated, "The purchase "+string(s.Purchases[p].ID)+" was terminated or canceled at "+s.instant(over)+".",
			s.Authority.Release)
	}
}
