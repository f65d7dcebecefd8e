package escrow

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Cure is who can remove a reason against an event, and how, with the event that does
// so where there is one.
//
// The zero Cure says nothing and appears in no result.
type Cure struct {
	law.Cure
	// Event is one that [Deal.Check] accepts after the refusal and that removes the
	// reason, or as much of it as one event can. It is nil where no event does, or
	// where other reasons stand in the way of it too. Its ID, and the reference of a
	// payment or the number of a certificate in it, are proposals.
	Event *Event `json:"event,omitempty"`
}

// Those who can remove a reason and are no party of the deal.
const (
	roleBank      = "the bank"
	roleSender    = "the sender"
	roleHolder    = "the party that placed the hold"
	roleInvestors = "bona fide investors"
)

// remedy is a cure while it is made from a reason of a refusal.
type remedy struct {
	*contract
	note
	event  Event
	ruling *ruling
	who    []string
	code   law.Code
	values []value
	room   [4]value
	by     PartyID
	body   Body
}

// cure is that of a reason of the refusal. It follows from the reason, the terms and the
// event alone.
func (m *remedy) cure(i int) Cure {
	m.note, m.body = m.ruling.why[i], nil
	m.is(codeCureNone, "")
	if m.tested != nil {
		m.condition()
	} else if !m.release() && !m.money() {
		m.other()
	}
	out := Cure{Cure: law.Cure{Who: m.who, Code: m.code, Data: m.data(m.values)}}
	out.Text = page().Text(out.Code, out.Data)
	if m.body != nil {
		out.Event = m.proposal(i)
	}
	return out
}

// is sets the cure.
func (m *remedy) is(code law.Code, who string, values ...value) {
	m.code, m.values, m.who = code, append(m.room[:0], values...), nil
	if who != "" {
		m.who = []string{who}
	}
}

// do sets the event of the cure.
func (m *remedy) do(by PartyID, body Body) { m.by, m.body = by, body }

// again sets the refused event, changed, as the cure, if nothing else is against it.
func (m *remedy) again(by PartyID, body Body) {
	if len(m.ruling.why) == 1 && !m.event.At.Before(m.ruling.at) {
		m.do(by, body)
	}
}

// get is a value of the reason; the zero value if it has none of that name.
func (m *remedy) get(name string) value {
	for _, v := range m.note.values {
		if v.name == name {
			return v
		}
	}
	return value{name: name}
}

// proposal is the event of a cure, a moment after the refused one, so that what a fact
// says is the latest word.
func (m *remedy) proposal(i int) *Event {
	name := string(m.event.ID) + "+cure" + strconv.Itoa(i+1)
	if len(name) > maxName {
		return nil
	}
	e := &Event{ID: EventID(name), At: m.event.At, By: m.by, Body: m.body}
	switch b := m.body.(type) {
	case DepositReceived:
		b.Reference = name
		e.Body = b
	case CertificateReceived:
		b.Certificate = name
		e.Body = b
	}
	if e.Instructs() {
		e.At = later(e.At, m.ruling.at)
	} else if e.At = e.At.Add(1); !servable(e.At) {
		return nil
	}
	return e
}

// condition cures a condition that is neither satisfied nor waived.
func (m *remedy) condition() {
	t := m.tested
	k, p, f := &m.Conditions[t.condition], &m.Purchases[t.purchase], m.found(t)
	day := calendar.Date{}
	if k.Kind == AtClosing {
		day = t.on
	}
	if m.note.code == codeWaiverNotEnough {
		f.GivenBy = m.giver(k, p)
	}
	switch {
	case m.isLost(t) && m.note.code == codeWaiverNotEnough:
		m.is(codeCureAmend, string(m.Company))
		return
	case f.GivenBy == "" && f.WaivableBy == "":
		return // broken for good
	case f.GivenBy == "":
		m.is(codeCureWaive, string(f.WaivableBy), id("condition", k.ID), id("purchase", p.ID), date("day", day))
		m.do(f.WaivableBy, Waive{Condition: k.ID, Purchase: p.ID, Day: day, Signed: true})
		return
	case k.Kind == Funds:
		m.pay(p, minus(t.need, t.have), t.pending, t.waits)
	case k.Kind == Custody && t.have > t.need:
		m.is(codeCureReturn, string(m.Agent), count("over", minus(t.have, t.need)))
	case k.Kind == Custody:
		missing := minus(t.need, t.have)
		m.is(codeCureDeliver, f.GivenBy, count("missing", missing), id("investor", p.Investor))
		if missing <= m.ruling.shares {
			m.do(m.Agent, CertificateReceived{Purchase: p.ID, Holder: p.Investor, Shares: missing})
		}
	default:
		m.is(codeCureShow, f.GivenBy, id("condition", k.ID), date("day", day))
		seen := Observed{Condition: k.ID, State: Met, Day: day}
		if !k.DealWide {
			seen.Purchase = p.ID
		}
		m.do(m.Agent, seen)
	}
	m.values = append(m.values, id("waivable_by", f.WaivableBy))
}

// pay cures a price that is not paid in full. Money that was received and has not
// become good funds is not asked for again.
func (m *remedy) pay(p *Purchase, missing, pending int64, waits waiting) {
	if pending >= missing {
		m.is(codeCureClear, roleBank, id("rail", waits.rail), id("reference", waits.reference))
		m.do(m.Agent, DepositCleared{Rail: waits.rail, Reference: waits.reference})
		return
	}
	more := missing - pending
	m.is(codeCurePay, string(p.Investor), money("missing", more))
	if pending > 0 {
		m.values = append(m.values, money("pending", pending))
	}
	if more <= m.ruling.cents {
		m.do(m.Agent, DepositReceived{Rail: RailWire, From: p.Investor, Purchase: p.ID, Cents: more})
	}
}

// release cures what is against a release, apart from conditions.
func (m *remedy) release() bool {
	agent, company := string(m.Agent), string(m.Company)
	switch m.note.code {
	case codeNoClosingDate:
		m.is(codeCureCalendar, agent)
	case CodeBeforeClosingDate:
		m.is(codeCureWait, agent, m.get("date"))
	case codeClosingDatePassed, codeTogetherOver:
		m.is(codeCureAmend, company)
	case codeOutsideDatePassed:
		m.is(codeCureAmend, company)
	case codeNotTradingDay:
		m.is(codeCureOpenDay, string(m.event.By), m.get("calendar"))
	case codeAfterCutoff:
		m.hour()
	case codeNotTogether:
		m.is(codeCureNameAll, agent)
	case codeFeesExceedProceeds:
		m.is(codeCureFees, agent)
	case codeMinimumNotReached:
		m.minimum()
	case codeMinimumNotNamed:
		m.is(codeCureNameMore, agent, m.get("short"))
	case codeMaximumExceeded:
		if m.get("smallest").n > m.get("room").n {
			m.is(codeCureAmend, company)
		} else {
			m.is(codeCureFewer, agent, m.get("room"))
		}
	case codeMayCancel:
		m.is(codeCureFree, agent, m.get("until"))
		if investor := m.get("investor").text; m.CancelWaivable {
			m.is(codeCureWaiveCancel, investor, m.get("purchase"))
			m.do(PartyID(investor), WaiveCancel{Purchase: PurchaseID(m.get("purchase").text), Signed: true})
		}
	case codeNotCalled, codeNoticeLapsed, codeNotCompany:
		m.is(codeCureCall, company)
		if b, ok := m.event.Body.(CallClosing); ok {
			m.again(m.Company, b)
		}
	case codeNoticeShort:
		m.is(codeCureCall, company, m.get("first"))
	default:
		return false
	}
	return true
}

// hour cures a release after the cut-off.
func (m *remedy) hour() {
	next := value{name: "calendar"}
	if m.Late == LateRolls {
		next.text = m.calendar.Name()
	}
	switch {
	case m.ConsentShares > 0:
		m.is(codeCureHour, string(m.Company), count("need", m.ConsentShares), next)
	case m.Late == LateRolls:
		m.is(codeCureNextDay, string(m.Agent), next)
	default:
		m.is(codeCureAmend, string(m.Company))
	}
}

// minimum cures a minimum that has not been received, by what is missing: the money of
// other purchases, money that is not good, money that was not paid, or the conditions
// of purchases that are paid.
func (m *remedy) minimum() {
	by := m.get("by")
	switch need, most := m.get("need"), m.get("most"); {
	case by.is != unitDay:
		m.is(codeCureRefund, "", id("ground", GroundMinimum))
	case most.is == unitCents:
		m.is(codeCureSubscribe, string(m.Company), money("more", need.n-most.n), by)
	case m.get("unpaid").n > 0:
		m.is(codeCureFund, roleInvestors, m.get("unpaid"), by)
	case m.get("pending").n > 0:
		m.is(codeCureFundsClear, roleBank, m.get("pending"), by)
	default:
		m.is(codeCureAccept, string(m.Company), by)
	}
}

// money cures what is against a movement of money or certificates, or a report of one.
func (m *remedy) money() bool {
	agent := string(m.Agent)
	switch m.note.code {
	case codeNotEnoughHeld:
		m.held()
	case codeNoGround:
		m.ground()
	case codeOtherInvestor:
		m.is(codeCureExcess, agent, m.get("excess_of"))
	case codePayerUnknown:
		m.is(codeCurePayer, agent, m.get("rail"), m.get("reference"))
	case codeNotGood:
		m.is(codeCureGood, roleBank, m.get("rail"), m.get("reference"))
		m.do(m.Agent, DepositCleared{Rail: Rail(m.get("rail").text), Reference: m.get("reference").text})
	case codeSameReference, codeSameCertificate, codeOrderKnown, codeLegAlreadySettled, codeLegAlreadyFailed:
		m.is(codeCureRecorded, "")
	case codeReferenceConflict:
		m.is(codeCureConflict, roleBank)
	case codeCertificateConflict:
		m.is(codeCureConflict, agent)
	case codeLegNotFailed:
		m.is(codeCureFailed, roleBank, m.get("leg"))
	case codeReissueRefund:
		m.is(codeCureRefundAgain, agent)
	case codeNotReleased:
		m.is(codeCureReleaseFirst, agent, m.get("purchase"))
	default:
		return false
	}
	return true
}

// held cures an amount that is more than is held for it.
func (m *remedy) held() {
	have := m.get("have")
	if m.get("due").is == unitCents {
		p := &m.Purchases[m.purchase[PurchaseID(m.get("purchase").text)]]
		waits := waiting{Rail(m.get("pending_rail").text), m.get("pending_reference").text}
		m.pay(p, m.get("missing").n, m.get("pending").n, waits)
		return
	}
	if have.n <= 0 {
		return
	}
	m.is(codeCureLess, string(m.Agent), have)
	switch b := m.event.Body.(type) {
	case Refund:
		b.Cents = have.n
		m.again(m.event.By, b)
	case ApplySuspense:
		b.Cents = have.n
		m.again(m.event.By, b)
	}
}

// ground cures a refund on a ground that does not exist.
func (m *remedy) ground() {
	available := m.get("available")
	if available.text == "" {
		m.is(codeCureGroundWait, string(m.Agent))
		return
	}
	m.is(codeCureGround, string(m.Agent), available)
}

// other cures what is against an instruction because of who gave it, or of what it
// names.
func (m *remedy) other() {
	by := string(m.event.By)
	switch m.note.code {
	case codeNotEscrowAgent:
		m.is(codeCureInstruct, string(m.Agent))
		m.again(m.Agent, m.event.Body)
	case codeNotInvestor:
		m.is(codeCureInstruct, m.get("investor").text)
		m.again(PartyID(m.get("investor").text), m.event.Body)
	case codeNotFavoredParty:
		m.is(codeCureInstruct, m.get("owner").text)
		m.again(PartyID(m.get("owner").text), m.event.Body)
	case codeNoSignedWriting:
		m.is(codeCureWrite, by)
		m.written()
	case codeNotParty:
		m.is(codeCureInstruct, string(m.Company))
	case codeTerminated:
		m.is(codeCureRefund, "")
	case codeOnHold:
		m.is(codeCureLift, roleHolder, m.get("hold"))
		m.do(m.Agent, HoldLifted{Hold: m.get("hold").text, Purchase: PurchaseID(m.get("purchase").text)})
	case codeTerminationNoRight:
		m.is(codeCureReport, string(m.Agent))
		m.again(m.Agent, m.event.Body)
	case codeTerminationEarly:
		m.is(codeCureLater, by, m.get("from"))
	case codeAmendmentPending:
		m.sign()
	case codeAlreadyClosed, codeNotWaivable, codeNoCancel, codeCancelLate, codeCancelWaived, codeCancelNotWaivable, codeNoNoticeTerms,
		codeDepositReturned, codeNothingHere:
		// nobody can undo these
	case codeBackdated, codeUnknownPurchase, codeAmountInvalid, codeNothingNamed, codeNamedTwice, codeUnknownCondition, codeOtherCurrency,
		codeUnknownDeposit, codeNotInSuspense, codeSamePurchase, codeOrderUnknown, codeUnknownLeg, codeAmendmentKnown, codeAmendmentUnknown,
		codeAmendmentChanges:
		m.is(codeCureCorrect, by)
	}
}

// written is the waiver in a signed writing.
func (m *remedy) written() {
	switch b := m.event.Body.(type) {
	case Waive:
		b.Signed = true
		m.again(m.event.By, b)
	case WaiveCancel:
		b.Signed = true
		m.again(m.event.By, b)
	}
}

// sign cures an amendment that waits for signatures.
func (m *remedy) sign() {
	missing := m.get("missing").lines()
	m.is(codeCureSign, "", m.get("amendment"))
	m.who = missing
	if len(missing) > 0 {
		m.do(PartyID(missing[0]), SignAmendment{Amendment: m.get("amendment").text})
	}
}
