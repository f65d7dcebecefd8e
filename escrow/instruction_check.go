package escrow

import (
	"encoding/json"
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

func (s *state) checkInstruction(fs *law.Faults, body Body) {
	switch b := body.(type) {
	case Waive:
		checkName(fs, "data.purchase", b.Purchase)
		checkName(fs, "data.condition", b.Condition)
		if i, ok := s.condition[b.Condition]; ok {
			checkDay(fs, s.Conditions[i].Kind, b.Day)
		}
	case Release:
		rows := check.Rows{List: "data.purchases"}
		for i, id := range b.Purchases {
			var own law.Faults
			checkName(&own, "", id)
			rows.Add(fs, i, own)
		}
		rows.Close(fs)
	case Refund:
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
	case Unwind:
		law.OneOf(fs, "data.ground", b.Ground, GroundOutside, GroundMinimum, GroundMaximum, GroundTerminated, GroundCanceled,
			GroundNotice)
		if b.Purchase != "" {
			checkName(fs, "data.purchase", b.Purchase)
		}
	case Deliver:
		checkName(fs, "data.purchase", b.Purchase)
	case Reissue:
		checkLeg(fs, b.Leg)
	case ApplySuspense:
		checkSource(fs, b.ExcessOf, "excess_of", b.Rail, b.Reference)
		checkName(fs, "data.to", b.To)
	case Cancel:
		checkName(fs, "data.purchase", b.Purchase)
	case WaiveCancel:
		checkName(fs, "data.purchase", b.Purchase)
	case CallClosing:
		if b.Day.IsZero() {
			fs.Missing("data.day")
		}
	case Amend:
		checkAmend(fs, b)
	case SignAmendment:
		checkName(fs, "data.amendment", b.Amendment)
	case WithdrawAmendment:
		checkName(fs, "data.amendment", b.Amendment)
	}
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

// checkAmend checks the new terms as New does.
func checkAmend(fs *law.Faults, b Amend) {
	checkName(fs, "data.amendment", b.Amendment)
	if _, err := newContract(b.Terms); err != nil {
		fs.Merge("data.terms", err)
		return
	}
	if _, err := json.Marshal(b.Terms); err != nil {
		fs.Add(law.ErrUnsupported, "data.terms", "", "cannot be stored in the log: %s", err.Error())
	}
}
