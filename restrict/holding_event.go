package restrict

import (
	"slices"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Event is one event in the life of a lot, with the facts that its kind needs.
// [EventKind] says for each kind what it is and which facts it takes; a fact
// that the kind does not take is refused, since it would be lost in silence.
//
// A fact that is left out, or stated to be unknown, does not count in favor of
// the holder: if the answer turns on it, the answer is unknown and names it.
// There is one exception: what is given on a conversion or an exchange without
// Paid is supposed to be paid on Date, and the step says so, unless FullyPaid is
// no or unknown.
// The zero Event has no kind and is refused. Event is comparable with ==.
//
// In JSON the fields have the names below; an unknown kind, word or field, a
// field in other letters and one given twice are refused.
type Event struct {
	// Kind says what happened. Required.
	Kind EventKind `json:"kind"`
	// Date is the day on which it took effect: of a purchase the closing, of an
	// exercise its day, of an earn-out the sale of the business, of an
	// employment award the agreement.
	Date calendar.Date `json:"date,omitzero"`
	// Signed is the day on which a subscription was signed. It starts nothing;
	// no payment can be older.
	Signed calendar.Date `json:"signed,omitzero"`
	// Accepted is the day on which the issuer accepted a subscription.
	Accepted calendar.Date `json:"accepted,omitzero"`
	// Issued is the day on which the issuer issued the securities, or their
	// certificate. By itself it never starts a holding period.
	Issued calendar.Date `json:"issued,omitzero"`
	// Vested is the day on which an award vested.
	Vested calendar.Date `json:"vested,omitzero"`
	// Pledged is the day of the pledge that was later enforced.
	Pledged calendar.Date `json:"pledged,omitzero"`

	// Payment is how the price was paid. Empty is money, or other consideration
	// given for good.
	Payment Payment `json:"payment,omitempty"`
	// Paid is the day on which the full price was paid, be it before Date or
	// after; of services the day on which they were earned; of a note or an
	// installment contract the day on which it was discharged in full; of money
	// held in escrow the day of the deposit, which does not count.
	Paid calendar.Date `json:"paid,omitzero"`
	// Released is the day on which the escrow released the money to the issuer.
	Released calendar.Date `json:"released,omitzero"`
	// FullyPaid is no if some of the price is still owed, or held in escrow.
	// Left out, it is as Paid or Released tells or, of a conversion or an
	// exchange without Paid, supposed to be yes on Date.
	FullyPaid law.YesNo `json:"fully_paid,omitempty"`
	// FullRecourse tells whether a note or an installment contract gives full
	// recourse against the purchaser: paragraph (d)(2)(i).
	FullRecourse law.YesNo `json:"full_recourse,omitempty"`
	// OtherCollateral tells whether it is secured by other collateral than the
	// securities, worth at least the price: paragraph (d)(2)(ii).
	OtherCollateral law.YesNo `json:"other_collateral,omitempty"`
	// Out tells whether the buyer could still leave the deal before its
	// closing, or the price could still fall away: a deal with an "out".
	Out law.YesNo `json:"out,omitempty"`

	// ValuePaid tells whether the holder pays cash or other value, be it one
	// cent, for what the event gives; securities of the same issuer that are
	// surrendered do not count.
	ValuePaid law.YesNo `json:"value_paid,omitempty"`
	// SameIssuer tells whether the securities given and received are all of
	// one issuer.
	SameIssuer law.YesNo `json:"same_issuer,omitempty"`
	// CashReceived and InterestConverted tell whether the holder received cash
	// as well, and whether accrued interest was converted too. Neither changes
	// the start.
	CashReceived      law.YesNo `json:"cash_received,omitempty"`
	InterestConverted law.YesNo `json:"interest_converted,omitempty"`
	// Employee tells whether an option is of the kind given to employees: it was
	// not bought, and its holder bore no investment risk.
	Employee law.YesNo `json:"employee,omitempty"`
	// ServiceOnly tells whether an award vests by continued employment alone,
	// or by conditions that do not depend on the holder's own performance.
	ServiceOnly law.YesNo `json:"service_only,omitempty"`

	// FromAffiliate tells whether the one who parts with the lot, such as the
	// seller, donor, settlor, pledgor or the deceased, is an affiliate of the
	// issuer at that time.
	FromAffiliate law.YesNo `json:"from_affiliate,omitempty"`
	// HolderAffiliate tells whether the estate, or the beneficiary who sells, is
	// an affiliate of the issuer.
	HolderAffiliate law.YesNo `json:"holder_affiliate,omitempty"`
	// BonaFide tells whether a pledge was made in good faith as security.
	BonaFide law.YesNo `json:"bona_fide,omitempty"`
	// Recourse tells whether the lender may claim from the pledgor what the
	// pledge does not yield. It does not decide whether the pledgee of what an
	// affiliate bought in the open market has a period, for a sale from 2013-05-16
	// on: C&DI 532.01.
	Recourse law.YesNo `json:"recourse,omitempty"`
	// Ratable tells whether a partnership distributes in kind to all partners
	// in proportion.
	Ratable law.YesNo `json:"ratable,omitempty"`
	// CharacterChanged tells whether new partners have changed the character of
	// the partnership since it acquired the lot.
	CharacterChanged law.YesNo `json:"character_changed,omitempty"`

	// SolelyExchange, SameClass, SameRights and NoOtherAssets are the four tests
	// of a holding-company formation: the new securities are issued solely in
	// exchange for the old, are of the same class in the same proportion, carry
	// substantially the same rights, and the new company has no significant
	// assets but the old one.
	SolelyExchange law.YesNo `json:"solely_exchange,omitempty"`
	SameClass      law.YesNo `json:"same_class,omitempty"`
	SameRights     law.YesNo `json:"same_rights,omitempty"`
	NoOtherAssets  law.YesNo `json:"no_other_assets,omitempty"`
}

// Payment is how the price of a purchase was paid. The zero Payment is money,
// or other consideration given for good.
type Payment string

// The ways of paying that have rules of their own.
const (
	// PaymentEscrow is money held by an escrow agent and repayable until it is
	// released. It counts as paid on the day of the release.
	PaymentEscrow Payment = "escrow"
	// PaymentNote is a promissory note of the purchaser.
	PaymentNote Payment = "note"
	// PaymentInstallments is an installment contract with the seller, which the
	// rule treats like a note.
	PaymentInstallments Payment = "installments"
)

func (Payment) all() []Payment {
	return []Payment{PaymentEscrow, PaymentNote, PaymentInstallments}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (p *Payment) UnmarshalText(text []byte) error {
	return law.ReadWord(p, text, p.all()...)
}

func (p Payment) known() bool { return p == "" || slices.Contains(p.all(), p) }

// owed reports whether the purchaser paid by a promise, (d)(2).
func (p Payment) owed() bool { return p == PaymentNote || p == PaymentInstallments }
