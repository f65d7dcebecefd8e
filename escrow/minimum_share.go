package escrow

import (
	"cmp"
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/ledger"
	"github.com/offerkit/offerkit/law"
)

// weighing is the question what one purchase counts toward the minimum.
type weighing struct {
	*state
	p      int
	t      time.Time
	inTime time.Time // the instant, or the last one of the date if that is past
	tell   bool      // whether the reasons are read
	share  MinimumShare
	out    bool // the purchase does not count
}

// shareOf is what a purchase counts toward the minimum at the instant. Without tell
// it stops at the first reason against it, and gives none.
func (s *state) shareOf(p int, t time.Time, tell bool) MinimumShare {
	w := weighing{state: s, p: p, t: t, inTime: t, tell: tell}
	if !t.Before(s.contingencyEnd) {
		w.inTime = s.contingencyEnd.Add(-1)
	}
	a, own, over := s.purchases.get(p), &s.Purchases[p], s.overAt(p, t)
	bad := !own.BonaFide || by(a.bad, t)
	if (bad || !over.IsZero()) && !tell {
		return MinimumShare{}
	}
	if bad {
		w.no("", codeMinimumBonaFide, "The purchase "+string(own.ID)+" is not bona fide.")
	}
	if !over.IsZero() {
		w.no("", codeMinimumOver, "The purchase "+string(own.ID)+" was terminated or canceled at "+s.instant(over)+".")
	}
	// What was released was accepted.
	if !a.closedBy(t) {
		w.accepted(s, t)
	}
	if w.inTime != t && !a.closedBy(w.inTime) {
		w.accepted(s.asOf(w.inTime), w.inTime)
	}
	if w.out && !tell {
		return MinimumShare{}
	}
	most := own.DueCents
	if a.closedBy(t) {
		most = min(most, a.closed.cents)
	}
	if cents := clamp(w.money(), most); !w.out {
		w.share.CountedCents = cents
	}
	return w.share
}

// countOf is the money of a purchase that counts at the instant.
func (s *state) countOf(p int, t time.Time) int64 { return s.shareOf(p, t, false).CountedCents }

// no keeps the purchase out.
func (w *weighing) no(k ConditionID, code law.Code, text string) {
	w.out = true
	w.but(Uncounted{Condition: k}, code, text)
}

// but gives a reason against the purchase, or some of its money.
func (w *weighing) but(u Uncounted, code law.Code, text string) {
	u.Why = law.Reason{Code: code, Text: text, Authority: w.Authority.Contingency}
	w.share.Against = append(w.share.Against, u)
}

// accepted tests the conditions of the purchase's own at one instant, under the
// terms of then. A release takes nothing less than the amount due, also where no
// condition says so.
func (w *weighing) accepted(s *state, t time.Time) {
	if w.out && !w.tell {
		return
	}
	if w.p >= len(s.Purchases) {
		w.unaccepted(s, t, "") // it was added later
		return
	}
	funds := false
	for c := range s.Conditions {
		k := &s.Conditions[c]
		if k.DealWide || k.Kind == AtClosing {
			continue
		}
		funds = funds || k.Kind == Funds
		v := s.find(c, w.p, t, calendar.Date{})
		if v.state == Met || v.state == Waived && s.OnWaiver == WaiverCounts {
			continue
		}
		if w.unaccepted(s, t, k.ID); !w.tell {
			return
		}
	}
	if due := s.Purchases[w.p].DueCents; !funds && s.paidBy(w.p, t) < due {
		w.unaccepted(s, t, "")
	}
}

// paidBy is what was paid for a purchase by the instant and was not paid back.
func (s *state) paidBy(p int, t time.Time) int64 {
	b := s.purchases.get(p).book.At(t)
	return b.Funds()
}

// unaccepted says which condition keeps the purchase out, and when.
func (w *weighing) unaccepted(s *state, t time.Time, k ConditionID) {
	if !w.tell {
		w.out = true
		return
	}
	what := "The payment in full"
	if k != "" {
		what = string(k)
	}
	what += " for " + string(w.Purchases[w.p].ID)
	if t.Equal(w.t) {
		w.no(k, codeMinimumCondition, what+" is neither satisfied nor waived.")
	} else {
		w.no(k, codeMinimumConditionLate, what+" was neither satisfied nor waived by the end of "+s.day(t).Long()+".")
	}
}

// money is what was good by the end of the date, still is and is bona fide. What
// left is taken first from the money that does not count.
func (w *weighing) money() int64 {
	var room [8]paid
	var counts, other int64
	late := false
	for _, m := range w.lasting(w.p, w.t, room[:0]) {
		switch {
		case m.cents < 0:
			fromOther := min(other, -m.cents)
			other -= fromOther
			counts += m.cents + fromOther
		case m.bad:
			other += m.cents
		case m.at.Before(w.contingencyEnd):
			counts += m.cents
		default:
			other += m.cents
			late = true
		}
	}
	if w.tell {
		w.badMoney()
		if late && other > 0 {
			w.but(Uncounted{}, codeMinimumLate, "Money for "+string(w.Purchases[w.p].ID)+" was not good by the end of "+
				w.Contingency.By.Long()+".")
		}
	}
	return counts
}

// badMoney names what is not bona fide of the money of a purchase.
func (w *weighing) badMoney() {
	say := func(u Uncounted, what string) {
		w.but(u, codeMinimumBonaFide, what+" for "+string(w.Purchases[w.p].ID)+" is not bona fide.")
	}
	a := w.purchases.get(w.p)
	named := func(d *deposit) {
		say(Uncounted{Rail: d.rail, Reference: d.reference}, "The deposit "+string(d.rail)+" "+d.reference)
	}
	for e := range a.book.All(arrivals) {
		switch {
		case e.At.After(w.t):
			return
		case e.Ref >= 0:
			if d := w.deposits.get(e.Ref); d.isBad(w.t) {
				named(d)
			}
		case w.isLent(e.Other, w.t, nil):
			say(Uncounted{}, "The excess of "+string(w.Purchases[e.Other].ID)+" that was applied")
		}
	}
}

// arrivals are the entries with which good money comes, and does not come back.
const arrivals = 1<<ledger.GoodArrival | 1<<ledger.Clearing | 1<<ledger.Applied

// paid is what came in for a purchase, or left.
type paid struct {
	delta
	bad bool // it is not bona fide
}

// lasting lists what came in for a purchase and is good, and what was moved or
// paid back, in order of time if that matters. Money that a bank took back by the
// instant never came, and a refund that failed never left.
func (s *state) lasting(p int, t time.Time, into []paid) []paid {
	plain := true // in order, and nothing left
	for e := range s.purchases.get(p).book.All(arrivals | 1<<ledger.Given | 1<<ledger.Refund) {
		switch {
		case e.At.After(t):
		case e.Kind == ledger.Refund:
			if l := s.legs.get(e.Ref); !by(l.failedAt(), t) {
				into, plain = append(into, paid{delta: delta{e.At, -e.Cents}}), false
			}
		case e.Kind == ledger.Given:
			if e.Ref < 0 { // else it went back with its deposit
				into, plain = append(into, paid{delta: delta{e.At, -e.Cents}}), false
			}
		case e.Ref < 0:
			into, plain = append(into, paid{delta{e.At, e.Cents}, s.isLent(e.Other, t, nil)}), false
		default:
			if d := s.deposits.get(e.Ref); !by(d.backAt(), t) {
				into = append(into, paid{delta{e.At, e.Cents}, d.isBad(t)})
			}
		}
	}
	if !plain {
		slices.SortFunc(into, func(a, b paid) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(b.cents, a.cents)) })
	}
	return into
}

// isBad reports whether the deposit is good money that is not bona fide.
func (d *deposit) isBad(t time.Time) bool { return by(d.bad, t) && d.isGood(t) }

// isLent reports whether a deposit that is not bona fide is in the money of a
// purchase, so that it is in an excess of it too: it came for the purchase, out of
// suspense, or in the excess of another. seen are those asked before.
func (s *state) isLent(p int, t time.Time, seen []int) bool {
	if slices.Contains(seen, p) {
		return false
	}
	for e := range s.purchases.get(p).book.All(arrivals) {
		switch {
		case e.At.After(t):
			return false
		case e.Ref >= 0:
			if s.deposits.get(e.Ref).isBad(t) {
				return true
			}
		case s.isLent(e.Other, t, append(slices.Clip(seen), p)):
			return true
		}
	}
	return false
}

func (s *state) recordNotBonaFide(d *Decision, e Event, b NotBonaFide) {
	if b.Purchase != "" {
		p, _ := s.placeOf(b.Purchase)
		a := s.account(p)
		a.bad = sooner(a.bad, e.At)
		s.reweigh(p, e.At)
		s.warnLate(d, e, p)
		return
	}
	position, dep := s.depositOf(b.Rail, b.Reference)
	dep.bad = sooner(dep.bad, e.At)
	s.setDeposit(position, dep)
	s.warnParked(d, &dep)
	s.warnLate(d, e, dep.purchase)
}
