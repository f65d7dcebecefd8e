package escrow

import (
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/internal/ledger"
	"github.com/offerkit/offerkit/law"
)

// LegID names a leg: the event's ID, a slash and the leg's number from 1. It is
// the same on every replay, to be used as the bank's idempotency key.
type LegID string

// LegKind says what a leg moves.
type LegKind string

const (
	// LegFee pays a fee.
	LegFee LegKind = "fee"
	// LegProceeds pays the company what is left.
	LegProceeds LegKind = "proceeds"
	// LegCertificates hands an investor its certificates.
	LegCertificates LegKind = "certificates"
	// LegRefund pays money back.
	LegRefund LegKind = "refund"
	// LegInterest pays interest.
	LegInterest LegKind = "interest"
	// LegCertificatesBack hands certificates back to the company.
	LegCertificatesBack LegKind = "certificates back"
)

func (LegKind) all() []LegKind {
	return []LegKind{LegFee, LegProceeds, LegCertificates, LegRefund, LegInterest, LegCertificatesBack}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (k *LegKind) UnmarshalText(text []byte) error {
	return law.ReadWord(k, text, k.all()...)
}

// refunds reports whether a failed leg of the kind leaves the money where it
// was; otherwise it stays owed to its payee.
func (k LegKind) refunds() bool {
	return k == LegRefund || k == LegInterest || k == LegCertificatesBack
}

// Leg is one payment or delivery that the host must now carry out, once. The
// cents of the legs of a release are the money released, to the cent.
type Leg struct {
	// ID tells the bank whether it has seen the leg before.
	ID LegID `json:"id"`
	// Kind says what moves.
	Kind LegKind `json:"kind"`
	// Payee receives it.
	Payee PartyID `json:"payee"`
	// Purchase is the one that it is for; empty for a leg of several, and for
	// a deposit in suspense.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// Cents is the money; 0 for certificates.
	Cents int64 `json:"cents,omitempty"`
	// Currency is that of the money; empty for certificates.
	Currency string `json:"currency,omitempty"`
	// Shares is the number of shares; 0 for money.
	Shares int64 `json:"shares,omitempty"`
	// For is the fee's own description.
	For string `json:"for,omitempty"`
	// Reference is the deposit in suspense that is paid back, by its rail and
	// reference, or the court's order that is obeyed, by its name.
	Reference string `json:"reference,omitempty"`
	// Replaces is the failed leg that this one sends again.
	Replaces LegID `json:"replaces,omitempty"`
}

// LegState is how far a leg has come. The zero LegState is that of a leg not
// yet ordered.
type LegState string

const (
	// LegReserved is ordered and not reported on.
	LegReserved LegState = "reserved"
	// LegDone is settled, which is final.
	LegDone LegState = "settled"
	// LegOwed failed and is still owed to its payee.
	LegOwed LegState = "failed and owed"
	// LegReturned failed, and its money is held as before.
	LegReturned LegState = "failed and held"
	// LegReplaced failed and was sent again under another ID.
	LegReplaced LegState = "reissued"
)

func (LegState) all() []LegState {
	return []LegState{LegReserved, LegDone, LegOwed, LegReturned, LegReplaced}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (l *LegState) UnmarshalText(text []byte) error {
	return law.ReadWord(l, text, l.all()...)
}

// legRecord is a leg and what became of it. It is copied to be changed.
type legRecord struct {
	Leg
	at       time.Time
	settled  time.Time
	failed   time.Time
	replaced time.Time
	parts    []part // whose money it is
	deposit  int    // or which deposit in suspense; -1 if none

	certificates []int // that it brings back
}

// part is a purchase's part of a leg.
type part struct {
	purchase int
	cents    int64
}

func (l *legRecord) settledAt() time.Time { return notBefore(l.settled, l.at) }
func (l *legRecord) failedAt() time.Time  { return notBefore(l.failed, l.at) }

// notBefore is the instant, but not before another; the zero time stays never.
func notBefore(t, least time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return later(t, least)
}

func (l *legRecord) stateAt(t time.Time) LegState {
	switch {
	case l.at.After(t):
		return ""
	case by(l.settledAt(), t):
		return LegDone
	case !by(l.failedAt(), t):
		return LegReserved
	case l.Kind.refunds():
		return LegReturned
	case by(l.replaced, t):
		return LegReplaced
	}
	return LegOwed
}

// takes reports whether what it moves is gone or on its way at the instant.
func (l *legRecord) takes(t time.Time) bool {
	state := l.stateAt(t)
	return state == LegReserved || state == LegDone
}

// isOpen reports whether someone still has to do something about the leg, or
// whether it failed.
func (l *legRecord) isOpen(t time.Time) bool {
	state := l.stateAt(t)
	return state == LegReserved || state == LegOwed || state == LegReturned
}

// order adds a leg to the decision and to the books.
func (s *state) order(d *Decision, e Event, l legRecord) {
	l.ID = LegID(string(e.ID) + "/" + strconv.Itoa(len(d.Legs)+1))
	l.at = e.At
	if l.Cents > 0 && l.Currency == "" {
		l.Currency = s.Currency
	}
	d.Legs = append(d.Legs, l.Leg)
	position := s.legs.push(s.owner, l)
	switch l.Kind {
	case LegInterest, LegCertificates, LegCertificatesBack:
		s.touch(e.At)
	default:
		s.stir(e.At)
	}
	s.enterLeg(position, l.at, kindsOf(l.Kind).ordered)
	s.enterInterest(position, l.at, ledger.Refund)
	if l.Kind == LegRefund {
		for _, p := range l.parts {
			s.recount(p.purchase)
		}
	}
	for _, i := range l.certificates {
		c := *s.certificates.get(i)
		c.backs = appended(c.backs, position)
		s.setCertificate(i, c)
	}
}

// kindsOf are the entries that a leg makes when it is ordered, settled and failed.
func kindsOf(k LegKind) (kinds struct{ ordered, settled, failed ledger.Kind }) {
	switch k {
	case LegFee, LegProceeds: // what failed is owed
		kinds.ordered, kinds.settled = ledger.Release, ledger.Settlement
	case LegRefund:
		kinds.ordered, kinds.settled, kinds.failed = ledger.Refund, ledger.Repayment, ledger.RefundFailed
	case LegInterest:
		kinds.ordered, kinds.failed = ledger.Interest, ledger.InterestFailed
	case LegCertificates, LegCertificatesBack:
		kinds.ordered = ledger.Papers
	}
	return kinds
}

// legKinds are the entries that name the legs of a purchase.
const legKinds = 1<<ledger.Release | 1<<ledger.Refund | 1<<ledger.Interest | 1<<ledger.Papers

// enterLeg enters what becomes of a leg in the books of those whose money it is.
func (s *state) enterLeg(position int, at time.Time, k ledger.Kind) {
	if k == 0 {
		return
	}
	l := s.legs.get(position)
	for _, p := range l.parts {
		s.enter(p.purchase, ledger.Entry{At: at, Kind: k, Cents: p.cents, Ref: position, Other: -1})
	}
	if l.deposit >= 0 {
		s.deposit(l.deposit).book.Add(ledger.Entry{At: at, Kind: k, Cents: l.Cents, Ref: position, Other: -1}, bookSize, &s.rooms.entries)
	}
}

// legsOf are the legs of a purchase in the order in which they were ordered, each with
// the purchase's part.
func (s *state) legsOf(p int) iter.Seq2[*legRecord, int64] {
	return func(yield func(*legRecord, int64) bool) {
		for e := range s.purchases.get(p).book.All(legKinds) {
			if !yield(s.legs.get(e.Ref), e.Cents) {
				return
			}
		}
	}
}

// legAt finds a leg by its ID.
func (s *state) legAt(id LegID) (position int, ok bool) {
	slash := strings.LastIndexByte(string(id), '/')
	if slash < 0 {
		return 0, false
	}
	number := string(id[slash+1:])
	n, err := strconv.Atoi(number)
	rec, known := s.recordOf(EventID(id[:slash]))
	if err != nil || !known || n < 1 || n > rec.legs || strconv.Itoa(n) != number {
		return 0, false
	}
	return rec.leg + n - 1, true
}

func (s *state) setLeg(position int, l legRecord) {
	own, _ := s.legs.own(s.owner, position)
	*own = l
}

func (s *state) settleLeg(d *Decision, e Event, b LegSettled) {
	position, l, ok := s.openLeg(d, b.Leg)
	if !ok {
		return
	}
	l.settled = e.At
	s.setLeg(position, l)
	s.enterLeg(position, l.settledAt(), kindsOf(l.Kind).settled)
	s.enterInterest(position, l.settledAt(), ledger.Repayment)
	s.touch(l.settledAt())
}

func (s *state) failLeg(d *Decision, e Event, b LegFailed) {
	position, l, ok := s.openLeg(d, b.Leg)
	if !ok {
		return
	}
	l.failed = e.At
	s.setLeg(position, l)
	s.enterLeg(position, l.failedAt(), kindsOf(l.Kind).failed)
	s.enterInterest(position, l.failedAt(), ledger.RefundFailed)
	s.stir(l.failedAt())
	if !l.Kind.refunds() {
		s.warn(d, codeLegOwed, "What "+string(l.ID)+" was to bring is still owed to "+string(l.Payee)+
			", and to nobody else, until it is sent again.", s.Authority.Release)
		return
	}
	for _, p := range l.parts {
		s.recount(p.purchase)
	}
}

// openLeg is the leg that a report is about, unless it was reported on before.
func (s *state) openLeg(d *Decision, id LegID) (position int, l legRecord, ok bool) {
	position, ok = s.legAt(id)
	if !ok {
		d.refuse(codeUnknownLeg, "No leg "+quoted(string(id))+" was ordered.", law.Citation{})
		return 0, legRecord{}, false
	}
	l = *s.legs.get(position)
	switch {
	case !l.settled.IsZero():
		d.refuse(codeLegAlreadySettled, "The leg "+string(id)+" was settled at "+s.instant(l.settledAt())+", which is final.",
			law.Citation{})
		return position, l, false
	case !l.failed.IsZero():
		d.refuse(codeLegAlreadyFailed, "The leg "+string(id)+" failed at "+s.instant(l.failedAt())+
			", which is final; what is sent again has another ID.", law.Citation{})
		return position, l, false
	}
	return position, l, true
}
