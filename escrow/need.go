package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Need is one thing that is missing, who can give it, by when, and what happens
// otherwise. The zero Need appears in no report.
type Need struct {
	// Code is that of the finding or warning behind it.
	Code law.Code `json:"code"`
	// Condition is the condition that is missing; empty for other needs.
	Condition ConditionID `json:"condition,omitempty"`
	// Data is what its sentences are made from; empty if they need none.
	Data law.Data `json:"data,omitempty"`
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

// need adds one for the purchase at hand, with its words.
func (v *view) need(n Need, values ...value) {
	v.memo.needed = append(v.memo.needed, v.worded(n, values...))
}

// own adds one whose words no other purchase has.
func (v *view) own(n Need, values ...value) {
	n.Data = v.data(values)
	n.What, n.Otherwise = whats().Text(n.Code, n.Data), otherwises().Text(n.Code, n.Data)
	n.Overdue = !n.By.IsZero() && v.at.After(n.By)
	v.memo.needed = append(v.memo.needed, n)
}

// worded gives a need its words.
func (v *view) worded(n Need, values ...value) Need {
	said := v.memo.phrase(v.contract, n.Code, values)
	n.Data, n.What, n.Otherwise = said.data, said.what, said.otherwise
	n.Overdue = !n.By.IsZero() && v.at.After(n.By)
	return n
}

func (v *view) listNeeds(r *PurchaseReport, i int, m balance, blocked *Need) {
	if m.deficit() > 0 {
		v.own(Need{Code: codeDeficit, Who: string(r.Investor)}, money("short", m.deficit()))
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
		v.own(Need{Code: codeDelivered, Who: string(v.Agent)}, count("shares", shares), id("investor", r.Investor))
	}
}

// needBefore lists what is missing for the release.
func (v *view) needBefore(r *PurchaseReport, i int, m balance, blocked *Need) {
	for _, h := range v.standing(i, v.at) {
		v.need(Need{Code: codeOnHold, Who: roleHolder}, id("hold", h.name))
	}
	v.memo.needed = append(v.memo.needed, v.unsigned...)
	v.needFindings(r, i)
	for _, number := range v.misnamed(i, v.at) {
		v.own(Need{Code: codeCertificateName, Who: string(v.Company)}, id("certificate", number), id("investor", r.Investor))
	}
	if c := v.contingency; c != nil && !c.Reached && !c.Failed {
		v.need(Need{Code: codeNoMinimum, Who: roleInvestors, By: v.contingencyEnd.Add(-1).UTC()}, money("short", c.MinCents-c.CountedCents))
	}
	switch {
	case !r.Schedule.Date.IsZero():
	case v.contingency != nil && v.contingency.Reached && r.Schedule.Why.Has(codeNoMinimum):
		v.need(Need{Code: codeNoMinimum, Who: "the company and the investors", By: v.lastInstantOrNone()},
			date("outside", v.Closing.Outside))
	case v.Anchor == AnchorNotice:
		v.need(Need{Code: codeByNotice, Who: string(v.Company), By: v.lastInstantOrNone()}, date("outside", v.Closing.Outside))
	case r.Schedule.Why.Has(codeWaitsForOthers):
		v.need(Need{Code: codeWaitsForOthers, Who: "their investors and the company", By: v.lastInstantOrNone()},
			date("outside", v.Closing.Outside))
	}
	if blocked != nil {
		v.memo.needed = append(v.memo.needed, *blocked)
	}
	v.needRefund(i, m)
	if len(v.memo.needed) == 0 && !r.Schedule.Date.IsZero() {
		v.need(Need{Code: codeReleaseOn, Who: string(v.Agent), By: r.Schedule.Cutoff}, date("closing", r.Schedule.Date), v.rolls())
	}
}

// needFindings lists the conditions that keep money here.
func (v *view) needFindings(r *PurchaseReport, i int) {
	for c := range r.Findings {
		switch f := &r.Findings[c]; {
		case f.State == Waived && v.OnWaiver == WaiverRefused:
			k := &v.Conditions[c]
			v.need(Need{Code: codeWaiverNotEnough, Condition: f.Condition, Who: v.giver(k, &v.Purchases[i]), By: v.lastInstantOrNone()},
				id("condition", k.ID), id("text", k.Text), date("outside", v.Closing.Outside))
		case f.State != Met && f.State != Waived:
			v.needCondition(f, &v.Conditions[c], &r.Schedule)
		}
	}
}

// needCondition says by when a condition must come in and what happens
// otherwise.
func (v *view) needCondition(f *Finding, k *Condition, sc *Schedule) {
	n := Need{Code: f.Why[0].Code, Condition: f.Condition, Who: f.GivenBy, WaivableBy: f.WaivableBy}
	values := [4]value{id("condition", k.ID), id("text", k.Text)}
	switch {
	case k.Kind == AtClosing && !sc.Date.IsZero():
		n.By, values[2], values[3] = sc.Cutoff, date("closing", sc.Date), v.rolls()
	case !k.DealWide && k.Kind != AtClosing && v.contingency != nil && !v.contingency.Reached:
		n.By, values[2] = v.contingencyEnd.Add(-1).UTC(), date("minimum", v.Contingency.By)
	default:
		n.By, values[2] = v.lastInstantOrNone(), date("outside", v.Closing.Outside)
	}
	v.need(n, values[:]...)
}

// blocked is what a release needs that has its day, but that the terms no longer
// let take place; nil if they do.
func (v *view) blocked(i int, sc *Schedule) *Need {
	if sc.Date.IsZero() || sc.Closed {
		return nil
	}
	need := Need{Who: string(v.Company)}
	switch out := v.Closing.Outside; {
	case sc.Missed && v.Late == LateRefused:
		need.Code = codePassed
		need = v.worded(need, date("closing", sc.Date))
	case !out.IsZero() && sc.Date.After(out):
		need.Code = codeOutsideDate
		need = v.worded(need, date("closing", sc.Date), date("outside", out))
	case v.overMaximum(i, v.released):
		need.Code = codeMaximumExceeded
		need = v.worded(need, money("released", v.released), money("maximum", v.Contingency.MaxCents))
	default:
		return nil
	}
	return &need
}

// lastInstantOrNone is the end of the outside date.
func (v *view) lastInstantOrNone() time.Time {
	if v.Closing.Outside.IsZero() {
		return time.Time{}
	}
	return lastInstant(v.Closing.Outside, calendar.Cutoff{Zone: v.zone})
}

// rolls is the calendar on which a missed closing moves on, if it does.
func (v *view) rolls() value {
	if v.Late == LateRefused {
		return value{name: "calendar"}
	}
	return id("calendar", v.calendar.Name())
}

// needLegs lists what the bank or the agent still has to do.
func (v *view) needLegs(i int) {
	for _, o := range v.purchases.get(i).outs {
		switch l := v.legs.get(o.leg); l.stateAt(v.at) {
		case LegReserved:
			v.own(Need{Code: codePaid, Who: roleBank}, id("leg", l.ID), id("payee", l.Payee))
		case LegOwed:
			v.own(Need{Code: codeLegOwed, Who: string(v.Agent)}, id("leg", l.ID), id("payee", l.Payee))
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
		v.own(Need{Code: codeRefunded, Who: string(v.Agent), By: v.refundBy(g, is)},
			money("amount", is.cents), id("ground", g), id("investor", v.Purchases[i].Investor))
	}
	for _, o := range v.purchases.get(i).orders {
		if is := v.groundOrder(o, i, v.at, m); is.holds && is.cents > 0 {
			v.own(Need{Code: codeRefunded, Who: string(v.Agent), By: v.refundBy(GroundOrder, is)},
				money("amount", is.cents), id("order", o.name), id("payee", o.payee))
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
