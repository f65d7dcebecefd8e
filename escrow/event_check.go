package escrow

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// checkEvent records why the event is not one. What it asks for may still be
// refused; that is an answer.
func (c *contract) checkEvent(fs *law.Faults, e Event) {
	checkName(fs, "id", e.ID)
	checkInstant(fs, "at", e.At)
	checkName(fs, "by", e.By)
	switch b := e.Body.(type) {
	case nil:
		fs.Missing("data")
	case FundsDeposited:
		c.checkPurchaseID(fs, b.Purchase)
		checkPositive(fs, "data.cents", b.Cents)
	case CertificatesDelivered:
		c.checkPurchaseID(fs, b.Purchase)
		checkPositive(fs, "data.shares", b.Shares)
	case Observed:
		c.checkObserved(fs, b)
	case Consented:
		if b.Day.IsZero() {
			fs.Missing("data.day")
		}
		if b.Time.IsZero() {
			fs.Missing("data.time")
		}
	case Waive:
		checkName(fs, "data.purchase", b.Purchase)
		checkName(fs, "data.condition", b.Condition)
		if i, ok := c.condition[b.Condition]; ok {
			checkDay(fs, c.Conditions[i].Kind, b.Day)
		}
	case Release:
		for i, id := range b.Purchases {
			var own law.Faults
			checkName(&own, "", id)
			mergeAt(fs, "data.purchases", i, own)
		}
	default:
		fs.Add(law.ErrInvalid, "data", "", "is not one of the bodies of this package, given by value")
	}
}

// checkPurchaseID records a fault unless the purchase is one of the terms'. Money
// for a stranger is not lost by it: the caller still has the wire, and must
// find out whose it is.
func (c *contract) checkPurchaseID(fs *law.Faults, id PurchaseID) {
	if id == "" {
		fs.Missing("data.purchase")
		return
	}
	if _, ok := c.purchase[id]; !ok {
		fs.Add(law.ErrInvalid, "data.purchase", strconv.Quote(string(id)), "is not a purchase of these terms")
	}
}

func (c *contract) checkObserved(fs *law.Faults, b Observed) {
	law.OneOf(fs, "data.state", b.State, Met, Unmet)
	checkText(fs, "data.note", b.Note)
	i, ok := c.condition[b.Condition]
	if !ok {
		if b.Condition == "" {
			fs.Missing("data.condition")
		} else {
			fs.Add(law.ErrInvalid, "data.condition", strconv.Quote(string(b.Condition)), "is not a condition of these terms")
		}
		return
	}
	k := c.Conditions[i]
	if !k.Kind.observed() {
		fs.Add(law.ErrConflict, "data.condition", strconv.Quote(string(b.Condition)),
			"is found from what the agent holds (%s) and not observed", k.Kind)
		return
	}
	checkDay(fs, k.Kind, b.Day)
	switch {
	case !k.DealWide:
		c.checkPurchaseID(fs, b.Purchase)
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
		fs.Add(law.ErrConflict, "data.day", d.String(), "must be empty: only conditions at closing are tested on a day")
	}
}
