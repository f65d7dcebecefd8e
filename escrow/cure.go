package escrow

import (
	"time"

	"github.com/offerkit/offerkit/law"
)

// Cure is who can remove a reason against an instruction, and how. The zero
// Cure says nothing.
type Cure struct {
	// Code is that of the reason.
	Code law.Code `json:"code"`
	// Who can remove it: a party of the deal, or in words someone else. Empty
	// means that nobody can.
	Who string `json:"who,omitempty"`
	// How says what to do.
	How string `json:"how"`
}

// The roles in the table of cures; nameCures puts the party in their place.
const (
	roleAgent   = "the escrow agent"
	roleCompany = "the company"
	roleBank    = "the bank"
	roleSender  = "whoever sent it"
)

// cureOf is the general cure of a reason. Every code of a refusal has one.
func cureOf(code law.Code) Cure {
	who, how := cureText(code)
	return Cure{Code: code, Who: who, How: how}
}

// cureText is a table: one code, who, and how, a line or two.
func cureText(code law.Code) (who, how string) { //nolint:funlen // a table
	if who, how, ok := cureOfMoney(code); ok {
		return who, how
	}
	switch code {
	case codeEventInvalid:
		return roleSender, "mend the fields that are named and send it again"
	case codeBackdated:
		return roleSender, "send it again under another ID with the instant at which it was received"
	case codeNotEscrowAgent:
		return roleAgent, "give the instruction"
	case codeNothingNamed, codeNamedTwice, codeUnknownPurchase, codeUnknownCondition, codeSamePurchase:
		return roleSender, "send it again under another ID with the right names"
	case codeAlreadyClosed:
		return "", "nothing is to be done: what was released stays released"
	case codeConditionNotMet, codeConditionNotShown:
		return "", "show that the condition is met, or waive it"
	case codeWaiverNotEnough:
		return "", "meet the condition, or amend the terms"
	case codeNoClosingDate:
		return roleAgent, "replay the log with a calendar that reaches further"
	case CodeBeforeClosingDate:
		return roleAgent, "release on the Closing Date"
	case codeClosingDatePassed, codeOutsideDatePassed:
		return roleCompany, howAmend
	case codeNotTradingDay:
		return roleSender, "choose a day of the closing calendar"
	case codeAfterCutoff:
		return roleCompany, "agree on a later hour with investors of enough shares, or release on the next day"
	case codeNotTogether:
		return roleAgent, "name every purchase"
	case codeNotReleased:
		return roleAgent, "release the purchase, which hands out its certificates"
	case codeTogetherOver:
		return roleCompany, howAmend
	case codeOnHold:
		return "whoever placed it", "lift the hold"
	case codeTerminated:
		return "", "nothing is to be done: the purchase is over, and its money can go back"
	case codeMayCancel:
		return roleAgent, "release after the right to cancel has ended"
	case codeTerminationNoRight:
		return roleAgent, "report the termination, if it took place"
	case codeTerminationEarly:
		return roleSender, "report it again under another ID once the right has arisen"
	case codeOrderUnknown:
		return roleSender, "name an order of a court that is in the books"
	case codeNotCalled, codeNoticeLapsed, codeNotCompany:
		return roleCompany, "call a closing"
	case codeNoticeShort:
		return roleCompany, "name a later day"
	case codeNoNoticeTerms:
		return roleSender, "leave it: the Closing Date follows from the conditions"
	case codeNotFavoredParty:
		return "the favored party", "waive it in a signed writing"
	case codeNoSignedWriting:
		return roleSender, "put the waiver in writing and sign it"
	case codeNotWaivable:
		return "", "the condition has to be met"
	case codeNotInvestor:
		return "the investor", "give the instruction"
	case codeNoCancel, codeCancelLate, codeCancelWaived:
		return "", "nothing is to be done: the purchase binds"
	case codeCancelNotWaivable:
		return "", "nothing is to be done: the right ends by itself"
	case codeAmendmentPending:
		return "those who have not signed", "sign the amendment, or withdraw it"
	case codeAmendmentKnown, codeAmendmentUnknown:
		return roleSender, "send it again under another ID with the right name"
	case codeAmendmentChanges:
		return roleSender, "leave that as it is"
	case codeNotParty:
		return "a party whom the amendment charges", "give the instruction"
	}
	return "", ""
}

// cureOfMoney is the part of the table about money and legs.
func cureOfMoney(code law.Code) (who, how string, ok bool) {
	switch code {
	case codeNotEnoughHeld:
		return roleAgent, "ask for no more than is here", true
	case codeFeesExceedProceeds:
		return roleAgent, "release more purchases together, or amend the fees", true
	case codeMinimumNotReached:
		return "bona fide investors", "bring good money by the date; the company cannot waive the minimum", true
	case codeMinimumNotNamed:
		return roleAgent, "name more purchases that count, so that together they reach the minimum", true
	case codeMaximumExceeded:
		return roleAgent, "release fewer purchases", true
	case codeAmountInvalid:
		return roleSender, "send it again under another ID with an amount above zero", true
	case codeNoGround:
		return "", "wait until a ground is true", true
	case codeOtherCurrency:
		return roleSender, "name the deposit in suspense and its currency", true
	case codeOtherInvestor:
		return roleAgent, "pay the excess back", true
	case codePayerUnknown:
		return roleAgent, "let it count for the purchase that it is for, or have the bank take it back", true
	case codeUnknownDeposit, codeNotInSuspense:
		return roleSender, "name a deposit that is in suspense", true
	case codeDepositReturned:
		return "", "nothing is to be done: the money is gone", true
	case codeNotGood:
		return roleBank, "report that it cleared", true
	case codeNothingHere:
		return "", "nothing is to be done", true
	case codeSameReference, codeSameCertificate, codeOrderKnown:
		return "", "nothing is to be done: it is in the books", true
	case codeReferenceConflict:
		return roleBank, "say which report is right; a wrong payment is returned and received anew", true
	case codeCertificateConflict:
		return roleAgent, "look at the certificate; a wrong entry is returned and received under another number", true
	case codeUnknownLeg:
		return roleSender, "name a leg of an accepted instruction", true
	case codeLegAlreadySettled, codeLegAlreadyFailed:
		return "", "nothing is to be done: the first report is final", true
	case codeLegNotFailed:
		return roleBank, "report that the leg failed", true
	case codeReissueRefund:
		return roleAgent, "order another refund", true
	}
	return "", "", false
}

// nameCures puts the parties of the deal in the place of their roles.
func (s *state) nameCures(d *Decision) {
	if d.Outcome != Refused {
		d.Cures = nil
		return
	}
	for i := range d.Cures {
		switch c := &d.Cures[i]; c.Who {
		case roleAgent:
			c.Who = string(s.Agent)
		case roleCompany:
			c.Who = string(s.Company)
		}
	}
}

// cured says who can remove the reason last given, and how, where the table would
// say too little.
func (d *Decision) cured(who, how string) {
	c := &d.Cures[len(d.Cures)-1]
	c.Who, c.How = who, how
}

// howAmend is the cure of what only other terms can mend.
const howAmend = "amend the terms with every investor whose purchase is open, or let the money go back"

// cureCondition is how a condition can still come in.
func (s *state) cureCondition(code law.Code, k *Condition, p *Purchase, f *Finding, v verdict) Cure {
	c := Cure{Code: code, Who: f.GivenBy}
	switch {
	case f.GivenBy == "" && f.WaivableBy == "":
		c.How = "nothing is to be done: it is broken for good, and no waiver cures it"
		return c
	case f.GivenBy == "":
		c.Who, c.How = string(f.WaivableBy), "waive "+string(k.ID)+" in a signed writing"
		return c
	case k.Kind == Funds:
		c.Who, c.How = s.howToPay(p, v.have, v.pending)
	case v.code == codeOver:
		c.How = "return certificates for " + s.amount(k, minus(v.have, v.need))
	case k.Kind == Custody:
		c.How = "deliver certificates for " + s.amount(k, minus(v.need, v.have)) + " more in the name of " + string(p.Investor)
	default:
		c.How = "show that " + string(k.ID) + " is met" + v.forDay()
	}
	if f.WaivableBy != "" {
		c.How += ", or have " + string(f.WaivableBy) + " waive it in a signed writing"
	}
	return c
}

// howToPay says who can bring what is missing of a price, and how. Money that came
// in and is not good yet is not asked for again.
func (s *state) howToPay(p *Purchase, here, pending int64) (who, how string) {
	cleared := "report that the " + s.usd(pending) + " received has cleared"
	switch missing := minus(p.DueCents, here); {
	case pending >= missing:
		return roleBank, cleared
	case pending > 0:
		return string(p.Investor), "pay " + s.usd(missing-pending) + " more, and have the bank " + cleared
	default:
		return string(p.Investor), "pay " + s.usd(missing) + " more in good funds"
	}
}

// cureMinimum says what can still bring the minimum, if anything can.
func (s *state) cureMinimum(d *Decision, c ContingencyReport, t time.Time) {
	if c.Failed {
		d.cured(roleAgent, "pay the money back on the ground "+quoted(string(GroundMinimum)))
		return
	}
	most, fits := c.CountedCents, true
	for p := range s.Purchases {
		own, a := &s.Purchases[p], s.purchases.Get(p)
		if own.BonaFide && !by(a.bad, t) && s.overAt(p, t).IsZero() && !a.closedBy(t) {
			most, fits = plus(most, own.DueCents-s.countOf(p, t), fits)
		}
	}
	if fits && most < c.MinCents {
		d.cured(roleCompany, "bring in bona fide purchases of "+s.usd(c.MinCents-most)+
			" more by "+c.By.Long()+" through an amendment: the purchases there are cannot reach the minimum")
	}
}
