package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// PartyID names a party: the company, the agent, an investor, a payee. The
// caller chooses it. The empty PartyID names nobody. A name, of whatever kind, has at
// most 256 bytes, is not blank, and has no control character.
type PartyID string

// PurchaseID names one investor's purchase within a deal. The empty PurchaseID
// names none; where a fact holds for the whole deal it is left empty.
type PurchaseID string

// Terms is the contract as data: who buys what, on which conditions money goes,
// when, and to whom. It is checked by [New] and never changes afterwards.
//
// The zero Terms is refused.
type Terms struct {
	// ID names the deal. It is required.
	ID string `json:"id"`
	// Signed is the instant from which the terms bind: conditions that must
	// hold throughout are tested from here on. It is required.
	Signed time.Time `json:"signed"`
	// Company sells, consents for its own side, and receives what is left
	// after the fees. It is required.
	Company PartyID `json:"company"`
	// Agent holds the money and the certificates and alone orders a release.
	// It is required, and is neither the company nor an investor.
	Agent PartyID `json:"agent"`
	// Purchases are the investors' purchases, at least one.
	Purchases []Purchase `json:"purchases"`
	// Conditions are tested for every purchase, in this order; at least one.
	// [UsualConditions] is a list to start from.
	Conditions []Condition `json:"conditions"`
	// Fees are paid out of a release, in this order, before the company, which
	// takes the rest. None is a deal without fees.
	Fees []Payout `json:"fees,omitempty"`
	// Currency is the one that the amounts are due in, as three capital
	// letters. Empty is "USD". Every amount is in its minor units: cents.
	Currency string `json:"currency,omitempty"`

	// Closing says on which day and until when a closing takes place, and up
	// to which outside date, such as [calendar.NextTradingDay]. It is required:
	// no calendar is assumed. Its zone also says on which day an instant
	// falls; a rule without one is read on New York clocks. A rule without a
	// time of day lasts until midnight.
	Closing calendar.ClosingRule `json:"closing"`
	// Anchor says from what Closing counts; empty is [AnchorConditions].
	Anchor Anchor `json:"anchor,omitempty"`
	// Notice is how a closing is called with [AnchorNotice], and empty
	// otherwise.
	Notice NoticeTerms `json:"notice,omitzero"`
	// WireCalendar tells the days on which wires move, such as
	// [calendar.FederalReserve]. It serves warnings and the last wire day and
	// refuses nothing. The zero Calendar gives neither.
	WireCalendar calendar.Calendar `json:"wire_calendar,omitzero"`
	// ConsentShares is how many shares the investors who agree to another
	// time must buy, the company agreeing too. "More than 51%" of 1,000,000
	// is 510,001; an amendment that adds purchases changes it with them. Zero
	// means that no other time can be agreed.
	ConsentShares int64 `json:"consent_shares,omitempty"`
	// FundsBefore counts back from the Closing Date to the last day for
	// funds. Zero is one calendar day, the day before. Money that comes later
	// is a warning and not a refusal, because the payment itself is the
	// condition.
	FundsBefore calendar.Deadline `json:"funds_before,omitzero"`
	// Transmission is how soon a broker-dealer must bring the money that it
	// took in, such as [NoonNextBusinessDay]. Zero is no limit. A late one is
	// a warning; the money counts.
	Transmission Transmission `json:"transmission,omitzero"`

	// Contingency makes every closing wait for a minimum. Zero is none.
	Contingency Contingency `json:"contingency,omitzero"`
	// ExtendTo is the last day to which the company alone can move the date of
	// the minimum and the outside date, as an offering document may reserve. It
	// does so by an amendment that changes nothing else, before the old date is
	// over. "No date" is no such right: every open investor has to sign.
	ExtendTo calendar.Date `json:"extend_to,omitzero"`
	// CancelBy is the last instant at which an investor may cancel its
	// purchase without a reason, such as 48 hours before the deadline of an
	// offering under Regulation Crowdfunding (17 CFR 227.304(a)). Nothing is
	// released while its investor may still cancel. Zero gives no such right.
	CancelBy time.Time `json:"cancel_by,omitzero"`
	// CancelWaivable says that the right to cancel is the contract's own, so
	// that an investor can give it up with [WaiveCancel]. The zero value is no:
	// a right that a statute or a rule gives, as 17 CFR 227.304 does, cannot be
	// waived.
	CancelWaivable bool `json:"cancel_waivable,omitempty"`
	// RefundWithin counts from the day on which a refund can first be asked
	// for to the day by which it is due. Zero sets no day. It is reported and
	// refuses nothing.
	RefundWithin calendar.Deadline `json:"refund_within,omitzero"`
	// Interest says whose the interest on the account is; empty is
	// [InterestUndivided].
	Interest InterestRule `json:"interest,omitempty"`

	// Late says what becomes of a missed Closing Date; empty is [LateRolls].
	Late LatePolicy `json:"late,omitempty"`
	// Memory says from when a condition that came back counts; empty is
	// [MemoryContinuous].
	Memory Memory `json:"memory,omitempty"`
	// OnWaiver says whether money may go on a waiver; empty is [WaiverCounts].
	OnWaiver WaiverRule `json:"on_waiver,omitempty"`
	// Scope says whether purchases close one by one; empty is [ScopeEach].
	Scope Scope `json:"scope,omitempty"`

	// Authority points each rule to the caller's own contract.
	Authority Authorities `json:"authority,omitzero"`
}

// Purchase is one investor's obligation. The zero Purchase is refused.
type Purchase struct {
	// ID is unique in the deal.
	ID PurchaseID `json:"id"`
	// Investor buys, receives the certificates, and waives and consents for
	// this purchase. One investor may have several purchases.
	Investor PartyID `json:"investor"`
	// Shares is the number of shares bought, 1 or more.
	Shares int64 `json:"shares"`
	// DueCents is the price in cents, 1 or more. There is no tolerance: one
	// cent less is not payment in full.
	DueCents int64 `json:"due_cents"`
	// Basis says how the caller computed the amount; empty is [DueSigned].
	Basis DueBasis `json:"basis,omitempty"`
	// BonaFide says that the purchase counts toward a minimum: that the buyer
	// is not the issuer, the broker-dealer, an affiliate or another who buys
	// to reach it. The zero value is no.
	BonaFide bool `json:"bona_fide,omitempty"`
}

// Authorities are the sections of the caller's own contract that the reasons
// cite. A zero Citation cites nothing.
type Authorities struct {
	// Several says that each purchase stands alone.
	Several law.Citation `json:"several,omitzero"`
	// FundsBefore sets the last day for funds.
	FundsBefore law.Citation `json:"funds_before,omitzero"`
	// ClosingDate computes the day and lets conditions be waived.
	ClosingDate law.Citation `json:"closing_date,omitzero"`
	// ClosingTime sets the hour and lets another be agreed.
	ClosingTime law.Citation `json:"closing_time,omitzero"`
	// Release lets the agent pay.
	Release law.Citation `json:"release,omitzero"`
	// Waiver asks for a signed writing.
	Waiver law.Citation `json:"waiver,omitzero"`
	// Amendment asks for the signatures of those whom a change charges.
	Amendment law.Citation `json:"amendment,omitzero"`
	// Refund lets the agent pay back.
	Refund law.Citation `json:"refund,omitzero"`
	// Outside sets the outside date.
	Outside law.Citation `json:"outside,omitzero"`
	// Contingency sets the minimum, the maximum and the date.
	Contingency law.Citation `json:"contingency,omitzero"`
	// Cancel lets an investor cancel.
	Cancel law.Citation `json:"cancel,omitzero"`
	// Interest divides the interest.
	Interest law.Citation `json:"interest,omitzero"`
}

// UnmarshalJSON reads terms and refuses unknown fields, fields in other letters
// and fields given twice. The error is law.Faults. Whether the terms make sense
// is for [New] to say.
func (t *Terms) UnmarshalJSON(text []byte) error {
	return law.ReadFields(text, t, func(t *Terms, _ *law.Faults) {
		t.Signed, t.CancelBy = utc(t.Signed), utc(t.CancelBy)
	})
}
