package escrow

import (
	"math"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/internal/persist"
	"github.com/offerkit/offerkit/law"
)

// Rail is the way on which money came. It says when the money is good, and with
// the bank's reference it tells one payment from another. The zero Rail is
// refused.
type Rail string

const (
	// RailWire is good on arrival.
	RailWire Rail = "wire"
	// RailCheck is good when it has cleared.
	RailCheck Rail = "check"
	// RailACH is good when it has cleared.
	RailACH Rail = "ach"
	// RailOther is any other way; its money is good when it has cleared.
	RailOther Rail = "other"
	// railInterest is where the references of interest are kept apart from those
	// of deposits. It is no way on which money comes.
	railInterest Rail = "interest"
)

func (Rail) all() []Rail {
	return []Rail{RailWire, RailCheck, RailACH, RailOther}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (r *Rail) UnmarshalText(text []byte) error {
	return law.ReadWord(r, text, r.all()...)
}

// rails is how many there are, interest included.
const rails = 5

// referencesOf are the bank's references of payments on the rail, which was
// checked at the door.
func (s *state) referencesOf(rail Rail) *persist.Index[int] {
	switch rail {
	case RailWire:
		return &s.references[0]
	case RailCheck:
		return &s.references[1]
	case RailACH:
		return &s.references[2]
	case RailOther:
		return &s.references[3]
	default:
		return &s.references[4]
	}
}

// DepositReceived is the fact that money came. It is pending until it is good:
// at once for a wire, with [DepositCleared] otherwise. Money that is not what a
// purchase asks for, because it names none, comes from another than the
// investor or is in another currency, is held in suspense and counts for
// nobody.
type DepositReceived struct {
	// Rail and Reference together are unique: the same payment told twice is
	// counted once.
	Rail Rail `json:"rail"`
	// Reference is the bank's own name for the payment. It is required.
	Reference string `json:"reference"`
	// From is who paid. Empty is nobody known, and the money goes to suspense.
	From PartyID `json:"from,omitempty"`
	// Purchase is what it was paid for. Empty or unknown to the terms, it goes
	// to suspense.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// Cents is the amount in minor units of the currency, 1 or more.
	Cents int64 `json:"cents"`
	// Currency is empty for the deal's own.
	Currency string `json:"currency,omitempty"`
	// Collected is when a broker-dealer took the money in, which starts the
	// clock of [Terms.Transmission]. Zero is money that came directly.
	Collected time.Time `json:"collected,omitzero"`
}

func (b DepositReceived) check(s *state, fs *law.Faults, at time.Time) {
	checkReference(fs, b.Rail, b.Reference)
	if b.From != "" {
		checkName(fs, "data.from", b.From)
	}
	if b.Purchase != "" {
		checkName(fs, "data.purchase", b.Purchase)
	}
	checkCents(fs, "data.cents", b.Cents)
	checkCurrency(fs, "data.currency", b.Currency)
	if !b.Collected.IsZero() {
		checkInstant(fs, "data.collected", b.Collected)
	}
	if b.Collected.After(at) {
		fs.Add(law.ErrConflict, "data.collected", b.Collected.Format(time.RFC3339), "is after the money came here")
	}
	if len(*fs) > 0 || s.fits(orElse(b.Currency, s.Currency), b.Cents) {
		return
	}
	// What is told again is in the sums already, and is refused for that.
	if i, told := s.referencesOf(b.Rail).Get(b.Reference); !told || s.deposits.Get(i).received.IsZero() {
		tooMuch(fs, b.Cents)
	}
}

// ownDeposit has its instant in UTC.
func ownDeposit(b Body, _ *persist.Room[PurchaseID]) Body {
	if d, ok := b.(DepositReceived); ok && !d.Collected.IsZero() {
		d.Collected = utc(d.Collected)
		return d
	}
	return b
}

// DepositCleared is the fact that a payment is good. It may come before the
// payment is known, and is then kept until it is.
type DepositCleared struct {
	// Rail and Reference name the payment.
	Rail Rail `json:"rail"`
	// Reference is the bank's own name for it.
	Reference string `json:"reference"`
}

func (b DepositCleared) check(_ *state, fs *law.Faults, _ time.Time) {
	checkReference(fs, b.Rail, b.Reference)
}

// DepositReturned is the fact that the whole payment went back: a check that
// bounced, an ACH reversed, a wire recalled. It is final; money presented again
// has a reference of its own. If the money has left already, the difference is
// a deficit.
type DepositReturned struct {
	// Rail and Reference name the payment.
	Rail Rail `json:"rail"`
	// Reference is the bank's own name for it.
	Reference string `json:"reference"`
	// Note is for people; may be empty.
	Note string `json:"note,omitempty"`
}

func (b DepositReturned) check(_ *state, fs *law.Faults, _ time.Time) {
	checkReference(fs, b.Rail, b.Reference)
	checkText(fs, "data.note", b.Note)
}

// CertificateReceived is the fact that a certificate reached the agent. One in
// another name than the investor's is kept and counts for nothing.
type CertificateReceived struct {
	// Certificate is the certificate's own number, unique in the deal.
	Certificate string `json:"certificate"`
	// Purchase is the purchase that it is for; one of the terms'.
	Purchase PurchaseID `json:"purchase"`
	// Holder is the name on it. It is required.
	Holder PartyID `json:"holder"`
	// Shares is the number of shares that it stands for, 1 or more.
	Shares int64 `json:"shares"`
}

func (b CertificateReceived) check(s *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.certificate", b.Certificate)
	checkName(fs, "data.holder", b.Holder)
	s.checkPurchaseID(fs, b.Purchase)
	check.Positive(fs, "data.shares", b.Shares)
	if len(*fs) > 0 || s.shares <= math.MaxInt64-b.Shares {
		return
	}
	if i, told := s.numbers.Get(b.Certificate); !told || s.certificates.Get(i).received.IsZero() {
		fs.Add(law.ErrRange, "data.shares", strconv.FormatInt(b.Shares, 10),
			"brings the certificates above %d shares", int64(math.MaxInt64))
	}
}

// CertificateReturned is the fact that a certificate left the agent's custody
// again, to be canceled or reissued. A reissued one has a number of its own.
type CertificateReturned struct {
	// Certificate is its number.
	Certificate string `json:"certificate"`
	// Note is for people; may be empty.
	Note string `json:"note,omitempty"`
}

func (b CertificateReturned) check(_ *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.certificate", b.Certificate)
	checkText(fs, "data.note", b.Note)
}

// Observed is the fact that a condition is met, or is not. Two contrary facts
// of the same instant count as the worse one.
type Observed struct {
	// Condition is one of the terms', of a kind that is observed.
	Condition ConditionID `json:"condition"`
	// Purchase is the purchase for which it was observed; it is left empty
	// for a condition that is deal-wide, and required otherwise.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// State is [Met] or [Unmet].
	State State `json:"state"`
	// Day is the closing day for which the fact speaks, such as the date of
	// an opinion. It is required for conditions at closing, and empty for
	// others.
	Day calendar.Date `json:"day,omitzero"`
	// Note is for people; may be empty.
	Note string `json:"note,omitempty"`
}

func (b Observed) check(s *state, fs *law.Faults, _ time.Time) {
	law.OneOf(fs, "data.state", b.State, Met, Unmet)
	checkText(fs, "data.note", b.Note)
	i, ok := s.condition[b.Condition]
	if !ok {
		if b.Condition == "" {
			fs.Missing("data.condition")
		} else {
			fs.Add(law.ErrInvalid, "data.condition", strconv.Quote(string(b.Condition)), "is not a condition of these terms")
		}
		return
	}
	k := s.Conditions[i]
	if !k.Kind.observed() {
		fs.Add(law.ErrConflict, "data.condition", strconv.Quote(string(b.Condition)),
			"is found from what the agent holds (%s) and not observed", k.Kind)
		return
	}
	checkDay(fs, k.Kind, b.Day)
	switch {
	case !k.DealWide:
		s.checkPurchaseID(fs, b.Purchase)
	case b.Purchase != "":
		fs.Add(law.ErrConflict, "data.purchase", strconv.Quote(string(b.Purchase)),
			"must be empty: %s is the same for all purchases", k.ID)
	}
}

// Consented is the fact that a party agreed to another closing time. A later
// consent of the same party for the same day replaces it. Two different ones of
// the same instant count for neither time.
type Consented struct {
	// Day is the closing day.
	Day calendar.Date `json:"day"`
	// Time is the time of day agreed to instead of the terms', in the zone of
	// the closing. It moves the hour and never the day.
	Time calendar.Clock `json:"time"`
}

func (b Consented) check(_ *state, fs *law.Faults, _ time.Time) {
	if b.Day.IsZero() {
		fs.Missing("data.day")
	}
	if b.Time.IsZero() {
		fs.Missing("data.time")
	}
}

// HoldPlaced is the fact that money and certificates may not move, such as on
// the order of a court or while a dispute lasts. No instruction that moves
// either is accepted while it stands, but a refund that a court orders.
type HoldPlaced struct {
	// Hold names it, so that it can be lifted.
	Hold string `json:"hold"`
	// Purchase is what is held; empty is the whole deal.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// Note is for people; may be empty.
	Note string `json:"note,omitempty"`
}

func (b HoldPlaced) check(s *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.hold", b.Hold)
	checkText(fs, "data.note", b.Note)
	s.checkOneOrAll(fs, b.Purchase)
}

// HoldLifted is the fact that a hold is over. It can be placed again: the latest
// word counts, and of two at one instant the one that it was placed.
type HoldLifted struct {
	// Hold is its name.
	Hold string `json:"hold"`
	// Purchase is the same as when it was placed.
	Purchase PurchaseID `json:"purchase,omitempty"`
}

func (b HoldLifted) check(s *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.hold", b.Hold)
	s.checkOneOrAll(fs, b.Purchase)
}

// LegSettled is the fact that a leg was carried out: the bank paid, or the
// certificates were delivered.
type LegSettled struct {
	// Leg is the leg's ID.
	Leg LegID `json:"leg"`
}

func (b LegSettled) check(_ *state, fs *law.Faults, _ time.Time) { checkLeg(fs, b.Leg) }

// LegFailed is the fact that a leg was not carried out and never will be. Money
// for a refund is held again as before. What was released stays owed to its
// payee until [Reissue] sends it again.
type LegFailed struct {
	// Leg is the leg's ID.
	Leg LegID `json:"leg"`
	// Note is for people; may be empty.
	Note string `json:"note,omitempty"`
}

func (b LegFailed) check(_ *state, fs *law.Faults, _ time.Time) {
	checkLeg(fs, b.Leg)
	checkText(fs, "data.note", b.Note)
}

// Terminated is the fact that a purchase, or the whole deal, is over without a
// closing. What was released before stands; what is held can be asked back.
//
// The escrow agent reports it for anybody. The company and an investor report it
// for themselves: the exercise of their own right, or their own side of an
// agreement, which ends the purchase once the other side has agreed to it too.
// Anybody else's word is refused, and so is the exercise of a right before the day
// on which it arises.
type Terminated struct {
	// Purchase is what is over; empty is every purchase still open, which the
	// agent reports, or the company of a right of its own.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// Right says whose right ends it. It is required.
	Right TerminationRight `json:"right"`
	// From is the first day on which the right can be exercised: the eleventh
	// day after a notice of ten days. It is required for a right of one side, and
	// empty for an agreement.
	From calendar.Date `json:"from,omitzero"`
	// Note says for people under which section; may be empty.
	Note string `json:"note,omitempty"`
}

func (b Terminated) check(s *state, fs *law.Faults, _ time.Time) {
	s.checkOneOrAll(fs, b.Purchase)
	law.OneOf(fs, "data.right", b.Right, b.Right.all()...)
	switch {
	case b.From.IsZero() && (b.Right == RightOfCompany || b.Right == RightOfInvestor):
		fs.Missing("data.from")
	case !b.From.IsZero() && b.Right == RightOfBoth:
		check.Empty(fs, "data.from", b.From.String(), "an agreement waits for no day")
	}
	checkText(fs, "data.note", b.Note)
}

// TerminationRight is whose right ends a purchase without a closing. The zero
// TerminationRight is refused.
type TerminationRight string

const (
	// RightOfCompany is a right of the company under the terms.
	RightOfCompany TerminationRight = "company"
	// RightOfInvestor is a right of the purchase's investor under the terms.
	RightOfInvestor TerminationRight = "investor"
	// RightOfBoth is the agreement of the company and the investor, as in a
	// joint written instruction to the agent.
	RightOfBoth TerminationRight = "both"
)

func (TerminationRight) all() []TerminationRight {
	return []TerminationRight{RightOfCompany, RightOfInvestor, RightOfBoth}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (t *TerminationRight) UnmarshalText(text []byte) error {
	return law.ReadWord(t, text, t.all()...)
}

// Ordered is the fact that a court ordered money of a purchase to be paid: back to
// the investor, into its registry, or to another. It is a ground for a refund of as
// much to that payee, hold or no hold.
type Ordered struct {
	// Order names it; the same order told twice is one.
	Order string `json:"order"`
	// Purchase is whose money it is about.
	Purchase PurchaseID `json:"purchase"`
	// Payee is to whom the court orders it to be paid. It is required.
	Payee PartyID `json:"payee"`
	// Cents is the amount, 1 or more.
	Cents int64 `json:"cents"`
}

func (b Ordered) check(s *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.order", b.Order)
	s.checkPurchaseID(fs, b.Purchase)
	checkName(fs, "data.payee", b.Payee)
	checkCents(fs, "data.cents", b.Cents)
	if len(*fs) > 0 {
		return
	}
	sum, fits := b.Cents, true
	p, _ := s.placeOf(b.Purchase)
	for _, o := range s.purchases.Get(p).orders {
		sum, fits = plus(sum, o.cents, fits)
	}
	if !fits {
		fs.Add(law.ErrRange, "data.cents", strconv.FormatInt(b.Cents, 10), "brings the orders above %d cents", int64(math.MaxInt64))
	}
}

// NotBonaFide is the fact that a purchase, or one deposit, is not bona fide, such as
// a purchase by another's nominee, or money that the issuer lent. From its instant
// on it does not count toward the minimum, and neither does an excess of the deposit
// that was applied to another purchase. It ends no purchase, moves no money and
// cannot be taken back; the terms can say from the start that a purchase does not
// count, with [Purchase.BonaFide].
type NotBonaFide struct {
	// Purchase is what is not bona fide; empty if a deposit is named.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// Rail and Reference name the deposit; empty if a purchase is named. It may be
	// one that is not known yet.
	Rail Rail `json:"rail,omitempty"`
	// Reference is the bank's own name for it.
	Reference string `json:"reference,omitempty"`
	// Note is for people; may be empty.
	Note string `json:"note,omitempty"`
}

func (b NotBonaFide) check(s *state, fs *law.Faults, _ time.Time) {
	checkSource(fs, b.Purchase, "purchase", b.Rail, b.Reference)
	s.checkOneOrAll(fs, b.Purchase)
	checkText(fs, "data.note", b.Note)
}

// DayClosed is the fact that a day of the closing calendar, or of that of wires,
// turned out to be closed, as four days in September 2001 did. The days of closings
// and deadlines are computed without it from the instant at which it was told; what
// was decided before stands. At most twenty days can turn out so in one deal.
//
// A log is replayed with the calendars of its terms. A calendar that holds the day
// already, as a later version of a ready one may, decides as if it had been known all
// along; [Replay] says what that means for decisions that were carried out.
type DayClosed struct {
	// Day is the day.
	Day calendar.Date `json:"day"`
	// Name is the occasion, such as "attack on the World Trade Center". It is
	// required.
	Name string `json:"name"`
	// Wires says that it is the wires that do not move; otherwise it is a day of
	// the closing calendar.
	Wires bool `json:"wires,omitempty"`
}

// check records a fault for a day that the calendar does not know, or one
// too many.
func (b DayClosed) check(s *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.name", b.Name)
	cal := s.calendar
	if b.Wires {
		cal = s.WireCalendar
	}
	switch {
	case b.Day.IsZero():
		fs.Missing("data.day")
	case cal.IsZero():
		fs.Add(law.ErrConflict, "data.wires", "true", "needs a wire calendar, and these terms have none")
	case !cal.Contains(b.Day):
		check.Outside(fs, "data.day", b.Day.String(), cal.Name())
	case len(s.closedDays) >= mostClosed:
		fs.Add(law.ErrRange, "data.day", strconv.Quote(b.Name), "is one more than the %d days that can turn out to be closed", mostClosed)
	}
}

// InterestEarned is the fact that the bank credited interest in the deal's
// currency. It is no part of what is due; [Terms.Interest] says whose it is.
type InterestEarned struct {
	// Reference is the bank's own name for the credit.
	Reference string `json:"reference"`
	// Cents is the amount, 1 or more.
	Cents int64 `json:"cents"`
	// From and Through are the first and the last day that it was earned for.
	From calendar.Date `json:"from"`
	// Through is the last day, not before From.
	Through calendar.Date `json:"through"`
}

func (b InterestEarned) check(s *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.reference", b.Reference)
	checkCents(fs, "data.cents", b.Cents)
	if b.From.IsZero() {
		fs.Missing("data.from")
	}
	switch {
	case b.Through.IsZero():
		fs.Missing("data.through")
	case b.Through.Before(b.From):
		fs.Add(law.ErrConflict, "data.through", b.Through.String(), "is before the first day, %s", b.From)
	case b.Through.Year() > 9998:
		fs.Add(law.ErrRange, "data.through", b.Through.String(), "is after the year 9998")
	}
	if _, told := s.referencesOf(railInterest).Get(b.Reference); len(*fs) == 0 && !told && !s.fits(s.Currency, b.Cents) {
		tooMuch(fs, b.Cents)
	}
}

// fits reports whether what came in of a currency has room for more.
func (s *state) fits(currency string, cents int64) bool {
	for _, r := range s.received {
		if r.currency == currency {
			return r.cents <= math.MaxInt64-cents
		}
	}
	return true
}

func tooMuch(fs *law.Faults, cents int64) {
	fs.Add(law.ErrRange, "data.cents", strconv.FormatInt(cents, 10), "brings what came in above %d cents", int64(math.MaxInt64))
}

func checkReference(fs *law.Faults, rail Rail, reference string) {
	law.OneOf(fs, "data.rail", rail, rail.all()...)
	checkName(fs, "data.reference", reference)
}

func checkLeg(fs *law.Faults, id LegID) {
	// A leg's ID is an event's ID, a slash and a number.
	checkNamed(fs, "data.leg", string(id), "leg", maxName+20)
}

// checkOneOrAll records a fault unless the purchase is one of the terms', or
// empty for all.
func (s *state) checkOneOrAll(fs *law.Faults, id PurchaseID) {
	if id != "" {
		s.checkPurchaseID(fs, id)
	}
}

// checkPurchaseID records a fault unless the purchase is one of the terms'.
func (s *state) checkPurchaseID(fs *law.Faults, id PurchaseID) {
	if id == "" {
		fs.Missing("data.purchase")
		return
	}
	if _, ok := s.placeOf(id); !ok {
		fs.Add(law.ErrInvalid, "data.purchase", strconv.Quote(string(id)), "is not a purchase of these terms")
	}
}

// checkDay records a fault unless a day is named just where it is tested.
func checkDay(fs *law.Faults, k Kind, d calendar.Date) {
	switch {
	case k == AtClosing && d.IsZero():
		fs.Missing("data.day")
	case k != AtClosing && !d.IsZero():
		check.Empty(fs, "data.day", d.String(), "only conditions at closing are tested on a day")
	}
}
