package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Need is one thing that is missing, who can give it, by when, and what happens
// otherwise. The zero Need appears in no report.
type Need struct {
	// Code is that of the finding or warning behind it.
	Code law.Code `json:"code"`
	// Condition is the condition that is missing; empty for other needs.
	Condition ConditionID `json:"condition,omitempty"`
	// What says what is missing.
	What string `json:"what"`
	// Who can give it; empty if nobody can.
	Who string `json:"who,omitempty"`
	// WaivableBy can waive it in a signed writing; empty if nobody can.
	WaivableBy PartyID `json:"waivable_by,omitempty"`
	// By is the last instant for it; zero if none is set.
	By time.Time `json:"by,omitzero"`
	// Overdue says that By is past.
	Overdue bool `json:"overdue,omitempty"`
	// Otherwise says what happens if it does not come.
	Otherwise string `json:"otherwise"`
}

// needs lists what is missing for a purchase.
func (v *view) needs(r *PurchaseReport, i int, m balance, blocked *Need) {
	v.memo.needed = v.memo.needed[:0]
	v.listNeeds(r, i, m, blocked)
	r.Needs = v.memo.needs.clone(v.memo.needed)
}

// need adds one for the purchase at hand.
func (v *view) need(n Need) {
	n.Overdue = !n.By.IsZero() && v.at.After(n.By)
	v.memo.needed = append(v.memo.needed, n)
}

func (v *view) listNeeds(r *PurchaseReport, i int, m balance, blocked *Need) {
	if m.deficit() > 0 {
		v.need(Need{
			Code: codeDeficit, What: v.usd(m.deficit()) + " left although they went back to the payer", Who: string(r.Investor),
			Otherwise: "the money is missing in the account",
		})
	}
	switch r.Stage {
	case StageRefunded:
	case StageRefunding:
		v.needLegs(i)
	case StageReleased, StageClosed:
		v.needAfter(r, i, m)
	case StageTerminated:
		v.needRefund(i, m)
	default:
		v.needBefore(r, i, m, blocked)
	}
}

// needAfter lists what is missing after the release.
func (v *view) needAfter(r *PurchaseReport, i int, m balance) {
	v.needLegs(i)
	v.needRefund(i, m)
	if shares := v.sharesToDeliver(i, v.at); shares > 0 {
		v.need(Need{
			Code: codeDelivered, What: "the delivery of certificates for " + kernel.Count(shares) + " shares that came after the release",
			Who: string(v.Agent), Otherwise: "they stay here; they are " + string(r.Investor) + "'s",
		})
	}
}

// needBefore lists what is missing for the release.
func (v *view) needBefore(r *PurchaseReport, i int, m balance, blocked *Need) {
	for _, h := range v.standing(i, v.at) {
		v.need(Need{
			Code: codeOnHold, What: "the hold " + quoted(h.name) + " is lifted", Who: "whoever placed it",
			Otherwise: "nothing moves but what a court orders",
		})
	}
	v.memo.needed = append(v.memo.needed, v.unsigned...)
	v.needFindings(r, i)
	for _, number := range v.misnamed(i, v.at) {
		v.need(Need{
			Code: codeCertificateName, What: "the certificate " + number + " is reissued in the name of " + string(r.Investor),
			Who: string(v.Company), Otherwise: "it counts for nothing",
		})
	}
	if c := v.contingency; c != nil && !c.Reached && !c.Failed {
		v.need(Need{
			Code: codeNoMinimum, What: v.usd(c.MinCents-c.CountedCents) + " more toward the minimum", Who: "bona fide investors",
			By:        v.contingencyEnd.Add(-1).UTC(),
			Otherwise: "the money goes back to the investors",
		})
	}
	switch {
	case !r.Schedule.Date.IsZero():
	case v.contingency != nil && v.contingency.Reached && r.Schedule.Why.Has(codeNoMinimum):
		v.need(Need{
			Code: codeNoMinimum, What: "enough purchases that count to reach the minimum can be released on one day",
			Who: "the company and the investors", By: v.lastInstantOrNone(), Otherwise: v.otherwise(),
		})
	case v.Anchor == AnchorNotice:
		v.need(Need{
			Code: codeByNotice, What: "the closing is called", Who: string(v.Company), By: v.lastInstantOrNone(),
			Otherwise: v.otherwise(),
		})
	case r.Schedule.Why.Has(codeWaitsForOthers):
		v.need(Need{
			Code: codeWaitsForOthers, What: "all other purchases are ready", Who: "their investors and the company",
			By: v.lastInstantOrNone(), Otherwise: v.otherwise(),
		})
	}
	if blocked != nil {
		v.need(*blocked)
	}
	v.needRefund(i, m)
	if len(v.memo.needed) == 0 && !r.Schedule.Date.IsZero() {
		v.need(Need{
			Code: codeReleaseOn, What: "the release on " + r.Schedule.Date.Long(), Who: string(v.Agent), By: r.Schedule.Cutoff,
			Otherwise: v.missed(),
		})
	}
}

// needFindings lists the conditions that keep money here.
func (v *view) needFindings(r *PurchaseReport, i int) {
	for c := range r.Findings {
		switch f := &r.Findings[c]; {
		case f.State == Waived && v.OnWaiver == WaiverRefused:
			v.need(Need{
				Code: codeWaiverNotEnough, Condition: f.Condition, What: v.Conditions[c].Text,
				Who: v.giver(&v.Conditions[c], &v.Purchases[i]), By: v.lastInstantOrNone(), Otherwise: v.otherwise(),
			})
		case f.State != Met && f.State != Waived:
			v.need(v.needCondition(f, &v.Conditions[c], &r.Schedule))
		}
	}
}

// needCondition says by when a condition must come in and what happens
// otherwise.
func (v *view) needCondition(f *Finding, k *Condition, sc *Schedule) Need {
	n := Need{
		Code: f.Why[0].Code, Condition: f.Condition, What: k.Text, Who: f.GivenBy, WaivableBy: f.WaivableBy,
		By: v.lastInstantOrNone(), Otherwise: v.otherwise(),
	}
	switch {
	case k.Kind == AtClosing && !sc.Date.IsZero():
		n.By, n.Otherwise = sc.Cutoff, v.missed()
	case !k.DealWide && k.Kind != AtClosing && v.contingency != nil && !v.contingency.Reached:
		n.By = v.contingencyEnd.Add(-1).UTC()
		n.Otherwise = "the money does not count toward the minimum"
	}
	return n
}

// blocked is what a release needs that has its day, but that the terms no longer
// let take place; nil if they do.
func (v *view) blocked(i int, sc *Schedule) *Need {
	if sc.Date.IsZero() || sc.Closed {
		return nil
	}
	need := &Need{Who: string(v.Company), Otherwise: "there is no closing"}
	switch out := v.Closing.Outside; {
	case sc.Missed && v.Late == LateRefused:
		need.Code, need.What = codePassed, "other terms: the Closing Date, "+sc.Date.Long()+", is over"
	case !out.IsZero() && sc.Date.After(out):
		need.Code, need.What = codeOutsideDate, "other terms: the closing could take place on "+sc.Date.Long()+
			", after the outside date, "+out.Long()
	case v.overMaximum(i, v.released):
		need.Code, need.What = codeMaximumExceeded, "other terms: after "+v.usd(v.released)+" released, the maximum of "+
			v.usd(v.Contingency.MaxCents)+" leaves no room for it"
	default:
		return nil
	}
	return need
}

// lastInstantOrNone is the end of the outside date.
func (v *view) lastInstantOrNone() time.Time {
	if v.Closing.Outside.IsZero() {
		return time.Time{}
	}
	return lastInstant(v.Closing.Outside, calendar.Cutoff{Zone: v.zone})
}

// otherwise is what happens to a purchase that never gets ready.
func (v *view) otherwise() string {
	if v.Closing.Outside.IsZero() {
		return "there is no closing; the terms set no last day for it"
	}
	return "there is no closing, and after " + v.Closing.Outside.Long() + " the money can be paid back"
}

// missed is what happens to a closing that does not take place.
func (v *view) missed() string {
	if v.Late == LateRefused {
		return "the Closing Date is over for good"
	}
	return "the closing moves to the next day of the " + v.calendar.Name() + " calendar"
}

// needLegs lists what the bank or the agent still has to do.
func (v *view) needLegs(i int) {
	for l := range v.legsOf(i) {
		switch l.stateAt(v.at) {
		case LegReserved:
			v.need(Need{
				Code: codePaid, What: "the report that " + string(l.ID) + " is settled", Who: roleBank,
				Otherwise: "it stays reserved for " + string(l.Payee),
			})
		case LegOwed:
			v.need(Need{
				Code: codeLegOwed, What: "the reissue of " + string(l.ID), Who: string(v.Agent),
				Otherwise: "it stays owed to " + string(l.Payee),
			})
		default: // nothing is to be done about it
		}
	}
}

// needRefund says what can go back now, and by when it must.
func (v *view) needRefund(i int, m balance) {
	if m.here() <= 0 {
		return
	}
	closed := v.purchases.get(i).closedBy(v.at)
	for _, g := range allGrounds() {
		if g == GroundInterest || closed && !g.outlastsClosing() {
			continue
		}
		is := v.groundKnown(g, i, m)
		if !is.holds {
			continue
		}
		v.need(Need{
			Code: codeRefunded, What: "the refund of " + v.usd(is.cents) + " on the ground " + quoted(string(g)), Who: string(v.Agent),
			By: v.refundBy(g, is), Otherwise: "the money stays here; it is " + string(v.Purchases[i].Investor) + "'s to ask for",
		})
	}
	for _, o := range v.purchases.get(i).orders {
		if is := v.groundOrder(o, i, v.at, m); is.holds && is.cents > 0 {
			v.need(Need{
				Code: codeRefunded, What: "the payment of " + v.usd(is.cents) + " to " + string(o.payee) + " under the court's order " +
					quoted(o.name),
				Who: string(v.Agent), By: v.refundBy(GroundOrder, is), Otherwise: "the court's order is not obeyed",
			})
		}
	}
}

// groundKnown is ground with what is the same for all purchases computed once.
func (v *view) groundKnown(g Ground, i int, m balance) grounded {
	if g == GroundMaximum {
		return grounded{holds: v.overMaximum(i, v.released), since: v.dayOrNone(v.lastRelease), cents: max(0, m.here())}
	}
	if g == GroundTerminated && v.Scope == ScopeTogether {
		if v.over == nil {
			over := v.anyOver(v.at)
			v.over = &over
		}
		return grounded{holds: !v.over.IsZero(), since: v.dayOrNone(*v.over), cents: max(0, m.here())}
	}
	if g == GroundMinimum {
		failed := v.contingency != nil && v.contingency.Failed
		return grounded{holds: failed, since: v.Contingency.By.AddDays(1), cents: max(0, m.here())}
	}
	return v.ground(g, i, v.at, m)
}
