package escrow_test

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

// ledger is a slow reference for the money: it keeps every event that was
// accepted and, for any instant, walks all of them for every question. It knows
// nothing of the package's books; it takes from a decision only whether it was
// accepted, and its legs.
type ledger struct {
	terms   escrow.Terms
	events  []escrow.Event
	legs    []bookedLeg
	brought map[escrow.PurchaseID]int64 // to its release
}

type bookedLeg struct {
	escrow.Leg
	at    time.Time
	from  []escrow.PurchaseID // of a release, in the order named
	taken map[escrow.PurchaseID]int64
}

func (l *ledger) take(e escrow.Event, d escrow.Decision) {
	if d.Outcome != escrow.Accepted {
		return
	}
	l.events = append(l.events, e)
	var names []escrow.PurchaseID
	if b, ok := e.Body.(escrow.Release); ok {
		names = b.Purchases
	}
	// What each purchase brings to a release: no more than is due, nor than is
	// here. The legs use it up in order.
	brings := map[escrow.PurchaseID]int64{}
	for _, p := range names {
		brings[p] = min(l.due(p), l.here(p, e.At))
	}
	if len(names) > 0 {
		l.brought = maps.Clone(l.brought)
		if l.brought == nil {
			l.brought = map[escrow.PurchaseID]int64{}
		}
		maps.Copy(l.brought, brings)
	}
	for _, leg := range d.Legs {
		b := bookedLeg{Leg: leg, at: e.At, from: names, taken: map[escrow.PurchaseID]int64{}}
		switch {
		case leg.Replaces != "":
			for _, old := range l.legs {
				if old.ID == leg.Replaces {
					b.taken = old.taken
				}
			}
		case leg.Kind == escrow.LegFee || leg.Kind == escrow.LegProceeds:
			left := leg.Cents
			for _, p := range names {
				take := min(left, brings[p])
				b.taken[p] += take
				brings[p] -= take
				left -= take
			}
		case leg.Purchase != "" && leg.Kind == escrow.LegRefund:
			b.taken[leg.Purchase] = leg.Cents
		}
		l.legs = append(l.legs, b)
	}
}

func (l *ledger) due(p escrow.PurchaseID) int64 {
	for _, own := range l.terms.Purchases {
		if own.ID == p {
			return own.DueCents
		}
	}
	return 0
}

func (l *ledger) investorOf(p escrow.PurchaseID) escrow.PartyID {
	for _, own := range l.terms.Purchases {
		if own.ID == p {
			return own.Investor
		}
	}
	return ""
}

// counted reports whether a deposit is for its purchase, not for suspense.
func (l *ledger) counted(b escrow.DepositReceived) bool {
	return l.due(b.Purchase) > 0 && (b.Currency == "" || b.Currency == "USD") && b.From == l.investorOf(b.Purchase)
}

// fate is what became of a payment by an instant: pending, good or returned.
func (l *ledger) fate(rail escrow.Rail, reference string, t time.Time) string {
	fate := "pending"
	if rail == escrow.RailWire {
		fate = "good"
	}
	for _, e := range l.events {
		if e.At.After(t) {
			continue
		}
		switch b := e.Body.(type) {
		case escrow.DepositCleared:
			if b.Rail == rail && b.Reference == reference && fate == "pending" {
				fate = "good"
			}
		case escrow.DepositReturned:
			if b.Rail == rail && b.Reference == reference {
				return "returned"
			}
		}
	}
	return fate
}

// legState is what became of a leg by an instant.
func (l *ledger) legState(leg bookedLeg, t time.Time) string {
	if leg.at.After(t) {
		return "none"
	}
	state := "reserved"
	for _, e := range l.events {
		if b, ok := e.Body.(escrow.LegSettled); ok && b.Leg == leg.ID && !e.At.After(t) {
			state = "settled"
		}
		if b, ok := e.Body.(escrow.LegFailed); ok && b.Leg == leg.ID && !e.At.After(t) {
			state = "failed"
		}
	}
	if state != "failed" || leg.Kind == escrow.LegRefund || leg.Kind == escrow.LegInterest {
		return state
	}
	for _, other := range l.legs {
		if other.Replaces == leg.ID && !other.at.After(t) {
			return "replaced"
		}
	}
	return "reserved" // owed
}

// sums is the money of one purchase, or of one currency.
type sums struct{ in, pending, good, returned, reserved, released, refunded, suspense, interest int64 }

func (l *ledger) purchase(p escrow.PurchaseID, t time.Time) sums {
	var s sums
	for _, e := range l.events {
		if e.At.After(t) {
			continue
		}
		switch b := e.Body.(type) {
		case escrow.DepositReceived:
			if b.Purchase != p || !l.counted(b) {
				continue
			}
			switch l.fate(b.Rail, b.Reference, t) {
			case "pending":
				s.pending += b.Cents
			case "good":
				s.good += b.Cents
			case "returned":
				s.returned += b.Cents
			}
		case escrow.ApplySuspense:
			if b.ExcessOf == p {
				s.good -= b.Cents
			}
			if b.To == p && (b.ExcessOf != "" || l.fate(b.Rail, b.Reference, t) != "returned") {
				s.good += b.Cents
			}
		}
	}
	for _, leg := range l.legs {
		cents, kind := leg.taken[p], leg.Kind
		switch l.legState(leg, t) {
		case "reserved":
			s.reserved += cents
		case "settled":
			if kind == escrow.LegRefund {
				s.refunded += cents
			} else {
				s.released += cents
			}
		}
	}
	return s
}

func (l *ledger) here(p escrow.PurchaseID, t time.Time) int64 {
	s := l.purchase(p, t)
	return s.good - s.reserved - s.released - s.refunded
}

// currency sums everything of one currency, deposit by deposit and leg by leg.
func (l *ledger) currency(currency string, t time.Time) sums {
	var s sums
	for _, e := range l.events {
		if e.At.After(t) {
			continue
		}
		switch b := e.Body.(type) {
		case escrow.InterestEarned:
			if currency == "USD" {
				s.in += b.Cents
				s.interest += b.Cents
			}
		case escrow.DepositReceived:
			own := b.Currency
			if own == "" {
				own = "USD"
			}
			if own != currency {
				continue
			}
			s.in += b.Cents
			switch fate := l.fate(b.Rail, b.Reference, t); {
			case fate == "returned":
				s.returned += b.Cents
			case !l.counted(b):
				s.suspense += b.Cents
			case fate == "pending":
				s.pending += b.Cents
			default:
				s.good += b.Cents
			}
		case escrow.ApplySuspense:
			if currency == "USD" && b.ExcessOf == "" && l.fate(b.Rail, b.Reference, t) != "returned" {
				s.suspense -= b.Cents
				s.good += b.Cents
			}
		}
	}
	for _, leg := range l.legs {
		if leg.Cents == 0 || leg.Currency != currency {
			continue
		}
		state := l.legState(leg, t)
		if state != "reserved" && state != "settled" {
			continue
		}
		switch {
		case leg.Kind == escrow.LegRefund && leg.Purchase == "":
			s.suspense -= leg.Cents
		case leg.Kind == escrow.LegInterest:
			s.interest -= leg.Cents
		default:
			s.good -= leg.Cents // what is left of good money is held
		}
		switch {
		case state == "reserved":
			s.reserved += leg.Cents
		case leg.Kind == escrow.LegRefund || leg.Kind == escrow.LegInterest:
			s.refunded += leg.Cents
		default:
			s.released += leg.Cents
		}
	}
	return s
}

// coin is money that came at one moment and is still here.
type coin struct {
	at    time.Time
	cents int64
	bad   bool // not bona fide
}

// towardMinimum is the money that counts: good by the end of its date, still here at
// the instant, of bona fide purchases that are not over and are paid in full, or need
// not be, then and now; no more than is due, or was released. What leaves is first
// the money that does not count.
func (l *ledger) towardMinimum(t time.Time) (total int64) {
	for _, p := range l.terms.Purchases {
		total += l.countOf(p, t, l.accepted)
	}
	return total
}

// countOf is what one purchase counts, if it is accepted at the instant and was at
// the end of the date.
func (l *ledger) countOf(p escrow.Purchase, t time.Time, accepted func(escrow.PurchaseID, time.Time) bool) int64 {
	end := l.terms.Contingency.By.AddDays(1).At(calendar.MustClock(0, 0), calendar.NewYork())
	inTime := t
	if !t.Before(end) {
		inTime = end.Add(-1)
	}
	if !p.BonaFide || l.bad("", string(p.ID), t) || l.over(p.ID, t) || !accepted(p.ID, t) || !accepted(p.ID, inTime) {
		return 0
	}
	var coins []coin
	var debt, sum int64
	for _, m := range l.movements(p.ID, t) {
		if m.cents > 0 {
			coins = append(coins, m)
			continue
		}
		left := -m.cents
		for _, counts := range []bool{false, true} {
			for k := range coins {
				if c := &coins[k]; (c.at.Before(end) && !c.bad) == counts {
					part := min(left, c.cents)
					c.cents -= part
					left -= part
				}
			}
		}
		debt += left
	}
	for _, c := range coins {
		if c.at.Before(end) && !c.bad {
			sum += c.cents
		}
	}
	most := p.DueCents
	if l.released(p.ID, t) {
		most = l.brought[p.ID]
	}
	return min(max(sum-debt, 0), most)
}

// accepted reports whether a purchase was released, is paid in full, or need not be.
func (l *ledger) accepted(p escrow.PurchaseID, t time.Time) bool {
	var sum int64
	for _, m := range l.movements(p, t) {
		sum += m.cents
	}
	waived := false
	for _, e := range l.events {
		if b, ok := e.Body.(escrow.Waive); ok && b.Purchase == p && !e.At.After(t) {
			waived = true
		}
	}
	return l.released(p, t) || sum >= l.due(p) || waived
}

// bad reports whether a purchase, without a rail, or a deposit was found not to be
// bona fide.
func (l *ledger) bad(rail escrow.Rail, name string, t time.Time) bool {
	for _, e := range l.events {
		if b, ok := e.Body.(escrow.NotBonaFide); ok && !e.At.After(t) && b.Rail == rail && string(b.Purchase)+b.Reference == name {
			return true
		}
	}
	return false
}

// lent reports whether a deposit that is not bona fide is in the money of a purchase.
func (l *ledger) lent(p escrow.PurchaseID, t time.Time, asked string) bool {
	if strings.Contains(asked, "|"+string(p)+"|") {
		return false
	}
	for _, e := range l.events {
		if e.At.After(t) {
			continue
		}
		switch b := e.Body.(type) {
		case escrow.DepositReceived:
			if b.Purchase == p && l.counted(b) && l.fate(b.Rail, b.Reference, t) == "good" && l.bad(b.Rail, b.Reference, t) {
				return true
			}
		case escrow.ApplySuspense:
			if b.To != p {
				continue
			}
			if b.ExcessOf != "" && l.lent(b.ExcessOf, t, asked+"|"+string(p)+"|") ||
				b.ExcessOf == "" && l.fate(b.Rail, b.Reference, t) == "good" && l.bad(b.Rail, b.Reference, t) {
				return true
			}
		}
	}
	return false
}

// over reports whether a purchase was terminated or canceled and not released.
func (l *ledger) over(p escrow.PurchaseID, t time.Time) bool {
	over := false
	for _, e := range l.events {
		if e.At.After(t) {
			continue
		}
		switch b := e.Body.(type) {
		case escrow.Terminated:
			over = over || b.Purchase == "" || b.Purchase == p
		case escrow.Cancel:
			over = over || b.Purchase == p
		}
	}
	return over && !l.released(p, t)
}

func (l *ledger) released(p escrow.PurchaseID, t time.Time) bool {
	for _, leg := range l.legs {
		if !leg.at.After(t) && slices.Contains(leg.from, p) {
			return true
		}
	}
	return false
}

// movements are the payments of a purchase that are good and stayed, what was
// moved, and the refunds that did not fail, by time; money before it leaves.
func (l *ledger) movements(p escrow.PurchaseID, t time.Time) []coin {
	var out []coin
	for _, e := range l.events {
		if e.At.After(t) {
			continue
		}
		switch b := e.Body.(type) {
		case escrow.DepositReceived:
			if b.Purchase == p && l.counted(b) && l.fate(b.Rail, b.Reference, t) == "good" {
				out = append(out, coin{l.goodFrom(b, e.At), b.Cents, l.bad(b.Rail, b.Reference, t)})
			}
		case escrow.ApplySuspense:
			if b.ExcessOf == p {
				out = append(out, coin{e.At, -b.Cents, false})
			}
			if b.To == p && (b.ExcessOf != "" || l.fate(b.Rail, b.Reference, t) != "returned") {
				out = append(out, coin{e.At, b.Cents, b.ExcessOf != "" && l.lent(b.ExcessOf, t, "") || b.ExcessOf == "" && l.bad(b.Rail, b.Reference, t)})
			}
		}
	}
	for _, leg := range l.legs {
		if state := l.legState(leg, t); leg.Kind == escrow.LegRefund && (state == "reserved" || state == "settled") && leg.taken[p] > 0 {
			out = append(out, coin{leg.at, -leg.taken[p], false})
		}
	}
	slices.SortStableFunc(out, func(a, b coin) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(b.cents, a.cents)) })
	return out
}

// goodFrom is when a payment that is good became so.
func (l *ledger) goodFrom(b escrow.DepositReceived, received time.Time) time.Time {
	if b.Rail == escrow.RailWire {
		return received
	}
	first := time.Time{}
	for _, e := range l.events {
		if c, ok := e.Body.(escrow.DepositCleared); ok && c.Rail == b.Rail && c.Reference == b.Reference {
			if first.IsZero() || e.At.Before(first) {
				first = e.At
			}
		}
	}
	if first.Before(received) {
		return received
	}
	return first
}
