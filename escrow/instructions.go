package escrow

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/internal/persist"
	"github.com/offerkit/offerkit/law"
)

// Waive is the instruction of the favored party that a condition need not be
// met for one purchase. A waiver binds the party that gave it; if the purchase
// passes to another, that one has waived nothing.
type Waive struct {
	// Purchase is the purchase; a waiver reaches no other.
	Purchase PurchaseID `json:"purchase"`
	// Condition is the condition given up.
	Condition ConditionID `json:"condition"`
	// Day is the closing that a waiver of a condition at closing is for. It
	// is required for those, and empty for others.
	Day calendar.Date `json:"day,omitzero"`
	// Signed says that the waiver is a writing signed by the party in By. The
	// zero value is no, and the waiver is refused.
	Signed bool `json:"signed,omitempty"`
}

func (b Waive) check(s *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.purchase", b.Purchase)
	checkName(fs, "data.condition", b.Condition)
	if i, ok := s.condition[b.Condition]; ok {
		checkDay(fs, s.Conditions[i].Kind, b.Day)
	}
}

// Release is the agent's instruction to pay out the money and hand out the
// certificates of the purchases named. All of them are released, or none.
type Release struct {
	// Purchases are named once each.
	Purchases []PurchaseID `json:"purchases"`
}

func (b Release) check(_ *state, fs *law.Faults, _ time.Time) {
	rows := check.Rows{List: "data.purchases"}
	for i, id := range b.Purchases {
		var own law.Faults
		checkName(&own, "", id)
		rows.Add(fs, i, own)
	}
	rows.Close(fs)
}

// ownRelease has a list of its own.
func ownRelease(b Body, in *persist.Room[PurchaseID]) Body {
	if r, ok := b.(Release); ok {
		r.Purchases = in.Clone(r.Purchases)
		return r
	}
	return b
}

// Refund is the agent's instruction to pay money back: of a purchase to its
// investor, or of a deposit in suspense to whoever paid it. On the ground of
// interest it pays an investor's share or, naming neither a purchase nor a deposit,
// the company's interest. On the ground of a court's order it pays whom the court
// names.
type Refund struct {
	// Purchase is whose money goes back; empty for a deposit in suspense.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// Rail and Reference name a deposit in suspense; empty for a purchase.
	Rail Rail `json:"rail,omitempty"`
	// Reference is the bank's own name for that deposit.
	Reference string `json:"reference,omitempty"`
	// Cents is the amount; no amount is assumed.
	Cents int64 `json:"cents"`
	// Currency is empty for the deal's own. A purchase holds no other.
	Currency string `json:"currency,omitempty"`
	// Ground is why. It must be true, or the refund is refused.
	Ground Ground `json:"ground"`
	// Order names the court's order that is obeyed. It is required with
	// [GroundOrder], and empty otherwise.
	Order string `json:"order,omitempty"`
}

func (b Refund) check(_ *state, fs *law.Faults, _ time.Time) {
	if b.Ground != GroundInterest || b.Purchase != "" || b.Rail != "" || b.Reference != "" {
		checkSource(fs, b.Purchase, "purchase", b.Rail, b.Reference)
	}
	checkCurrency(fs, "data.currency", b.Currency)
	law.OneOf(fs, "data.ground", b.Ground, append(allGrounds(), GroundOrder, GroundSuspense)...)
	if b.Ground == GroundOrder {
		checkName(fs, "data.order", b.Order)
	} else if b.Order != "" {
		check.Empty(fs, "data.order", strconv.Quote(b.Order), "the ground is not a court's order")
	}
}

// Unwind is the agent's instruction to give everything back that is still here
// for purchases that were not released: the money to the investors, the
// certificates to the company. All of it goes back, or nothing.
type Unwind struct {
	// Purchase is the one purchase that is unwound; empty is all of them.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// Ground is why. It must be true of every purchase with money here.
	Ground Ground `json:"ground"`
}

func (b Unwind) check(_ *state, fs *law.Faults, _ time.Time) {
	law.OneOf(fs, "data.ground", b.Ground, GroundOutside, GroundMinimum, GroundMaximum, GroundTerminated, GroundCanceled,
		GroundNotice)
	if b.Purchase != "" {
		checkName(fs, "data.purchase", b.Purchase)
	}
}

// Deliver is the agent's instruction to hand out certificates that came after a
// purchase was released, as when its company's delivery was waived.
type Deliver struct {
	// Purchase is the purchase that they are for.
	Purchase PurchaseID `json:"purchase"`
}

func (b Deliver) check(_ *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.purchase", b.Purchase)
}

// Reissue is the agent's instruction to send again what a failed leg of a
// release did not bring to its payee. The new leg has an ID of its own.
type Reissue struct {
	// Leg is the failed leg.
	Leg LegID `json:"leg"`
}

func (b Reissue) check(_ *state, fs *law.Faults, _ time.Time) { checkLeg(fs, b.Leg) }

// ApplySuspense is the agent's instruction to count money for a purchase that
// it did not come for: of a deposit in suspense, or of the excess over what is
// due for another purchase. From then on it is that purchase's money, whoever paid
// it: what goes back later goes to the investor.
type ApplySuspense struct {
	// Rail and Reference name a deposit in suspense.
	Rail Rail `json:"rail,omitempty"`
	// Reference is the bank's own name for that deposit.
	Reference string `json:"reference,omitempty"`
	// ExcessOf is the purchase with too much, instead of a deposit.
	ExcessOf PurchaseID `json:"excess_of,omitempty"`
	// To is the purchase that it counts for from now on.
	To PurchaseID `json:"to"`
	// Cents is the amount.
	Cents int64 `json:"cents"`
}

func (b ApplySuspense) check(_ *state, fs *law.Faults, _ time.Time) {
	checkSource(fs, b.ExcessOf, "excess_of", b.Rail, b.Reference)
	checkName(fs, "data.to", b.To)
}

// Cancel is an investor's instruction to cancel its purchase under
// [Terms.CancelBy].
type Cancel struct {
	// Purchase is the purchase given up.
	Purchase PurchaseID `json:"purchase"`
}

func (b Cancel) check(_ *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.purchase", b.Purchase)
}

// WaiveCancel is an investor's instruction to give up its right to cancel a
// purchase under [Terms.CancelBy], for good. It is refused unless the terms let
// that right be waived.
type WaiveCancel struct {
	// Purchase is the purchase that can no longer be canceled.
	Purchase PurchaseID `json:"purchase"`
	// Signed says that the waiver is a writing signed by the party in By. The
	// zero value is no, and the waiver is refused.
	Signed bool `json:"signed,omitempty"`
}

func (b WaiveCancel) check(_ *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.purchase", b.Purchase)
}

// CallClosing is the company's notice of a closing, for terms with
// [AnchorNotice]. A later notice takes the place of an earlier one.
type CallClosing struct {
	// Day is the day on which the closing is expected.
	Day calendar.Date `json:"day"`
}

func (b CallClosing) check(_ *state, fs *law.Faults, _ time.Time) {
	if b.Day.IsZero() {
		fs.Missing("data.day")
	}
}

// Amend proposes other terms. They take effect when the company and every
// investor whom they charge has signed; until then nothing can be released. An
// amendment that adds a purchase or changes some charges their investors, old
// and new. Any other change charges every investor whose purchase is open; so does
// whose money counts toward a minimum, and every purchase where all close together.
// Later dates within [Terms.ExtendTo] are the company's alone to set. Another escrow
// agent has to sign as well. An investor whose purchases are all over is not waited
// for. Each party signs for itself: whoever proposes the amendment with Signed, and
// everybody else with [SignAmendment].
//
// The conditions and purchases that there are keep their places; others may
// follow. A purchase that was released cannot change.
type Amend struct {
	// Amendment names it.
	Amendment string `json:"amendment"`
	// Terms are the whole terms as they are to be.
	Terms Terms `json:"terms"`
	// Signed says that the party in By has signed it. The zero value is no.
	Signed bool `json:"signed,omitempty"`
}

// check checks the new terms as New does.
func (b Amend) check(_ *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.amendment", b.Amendment)
	if _, err := newContract(b.Terms); err != nil {
		fs.Merge("data.terms", err)
		return
	}
	if _, err := json.Marshal(b.Terms); err != nil {
		fs.Add(law.ErrUnsupported, "data.terms", "", "cannot be stored in the log: %s", err.Error())
	}
}

// ownAmend has terms of its own.
func ownAmend(b Body, _ *persist.Room[PurchaseID]) Body {
	if a, ok := b.(Amend); ok {
		a.Terms = a.Terms.clone()
		return a
	}
	return b
}

// SignAmendment is a party's signature under a proposed amendment.
type SignAmendment struct {
	// Amendment is its name.
	Amendment string `json:"amendment"`
}

func (b SignAmendment) check(_ *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.amendment", b.Amendment)
}

// WithdrawAmendment is the company's or an investor's word that a proposed
// amendment, which charges it, will not be.
type WithdrawAmendment struct {
	// Amendment is its name.
	Amendment string `json:"amendment"`
}

func (b WithdrawAmendment) check(_ *state, fs *law.Faults, _ time.Time) {
	checkName(fs, "data.amendment", b.Amendment)
}

// checkSource records a fault unless exactly one of a purchase and a deposit is
// named.
func checkSource(fs *law.Faults, id PurchaseID, field string, rail Rail, reference string) {
	switch {
	case id == "":
		checkReference(fs, rail, reference)
	case rail != "" || reference != "":
		fs.Add(law.ErrConflict, "data."+field, strconv.Quote(string(id)), "cannot be named together with a deposit")
	default:
		checkName(fs, "data."+field, id)
	}
}
