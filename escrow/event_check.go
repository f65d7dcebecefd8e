package escrow

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// checkEvent records why the event is not one. What it asks for may still be
// refused; that is an answer.
func (s *state) checkEvent(fs *law.Faults, e Event) {
	checkName(fs, "id", e.ID)
	checkInstant(fs, "at", e.At)
	checkName(fs, "by", e.By)
	if !e.Recorded.IsZero() {
		checkInstant(fs, "recorded", e.Recorded)
		if e.Recorded.Before(e.At) {
			fs.Add(law.ErrConflict, "recorded", e.Recorded.Format(time.RFC3339), "is before the event itself")
		}
	}
	switch {
	case e.Body == nil:
		fs.Missing("data")
	case isFact(e.Body):
		s.checkFact(fs, e.Body)
		if b, ok := e.Body.(DepositReceived); ok && b.Collected.After(e.At) {
			fs.Add(law.ErrConflict, "data.collected", b.Collected.Format(time.RFC3339), "is after the money came here")
		}
	case isInstruction(e.Body):
		s.checkInstruction(fs, e.Body)
	default:
		fs.Add(law.ErrInvalid, "data", "", "is not one of the bodies of this package, given by value")
	}
}

func (s *state) checkFact(fs *law.Faults, body Body) {
	switch b := body.(type) {
	case DepositReceived:
		checkDeposit(fs, b)
	case DepositCleared:
		checkReference(fs, b.Rail, b.Reference)
	case DepositReturned:
		checkReference(fs, b.Rail, b.Reference)
		checkText(fs, "data.note", b.Note)
	case CertificateReceived:
		checkName(fs, "data.certificate", b.Certificate)
		checkName(fs, "data.holder", b.Holder)
		s.checkPurchaseID(fs, b.Purchase)
		check.Positive(fs, "data.shares", b.Shares)
	case CertificateReturned:
		checkName(fs, "data.certificate", b.Certificate)
		checkText(fs, "data.note", b.Note)
	case Observed:
		s.checkObserved(fs, b)
	case Consented:
		if b.Day.IsZero() {
			fs.Missing("data.day")
		}
		if b.Time.IsZero() {
			fs.Missing("data.time")
		}
	case HoldPlaced:
		checkName(fs, "data.hold", b.Hold)
		checkText(fs, "data.note", b.Note)
		s.checkOneOrAll(fs, b.Purchase)
	case HoldLifted:
		checkName(fs, "data.hold", b.Hold)
		s.checkOneOrAll(fs, b.Purchase)
	case LegSettled:
		checkLeg(fs, b.Leg)
	case LegFailed:
		checkLeg(fs, b.Leg)
		checkText(fs, "data.note", b.Note)
	case Terminated:
		s.checkTerminated(fs, b)
	case Ordered:
		checkName(fs, "data.order", b.Order)
		s.checkPurchaseID(fs, b.Purchase)
		checkName(fs, "data.payee", b.Payee)
		checkCents(fs, "data.cents", b.Cents)
	case InterestEarned:
		checkInterest(fs, b)
	case DayClosed:
		s.checkDayClosed(fs, b)
	case NotBonaFide:
		checkSource(fs, b.Purchase, "purchase", b.Rail, b.Reference)
		s.checkOneOrAll(fs, b.Purchase)
		checkText(fs, "data.note", b.Note)
	}
}

func (s *state) checkTerminated(fs *law.Faults, b Terminated) {
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

func checkReference(fs *law.Faults, rail Rail, reference string) {
	law.OneOf(fs, "data.rail", rail, rail.all()...)
	checkName(fs, "data.reference", reference)
}

func checkDeposit(fs *law.Faults, b DepositReceived) {
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
}

func checkLeg(fs *law.Faults, id LegID) {
	// A leg's ID is an event's ID, a slash and a number.
	checkNamed(fs, "data.leg", string(id), "leg", maxName+20)
}

func checkInterest(fs *law.Faults, b InterestEarned) {
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

func (s *state) checkObserved(fs *law.Faults, b Observed) {
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

// checkDay records a fault unless a day is named just where it is tested.
func checkDay(fs *law.Faults, k Kind, d calendar.Date) {
	switch {
	case k == AtClosing && d.IsZero():
		fs.Missing("data.day")
	case k != AtClosing && !d.IsZero():
		check.Empty(fs, "data.day", d.String(), "only conditions at closing are tested on a day")
	}
}
