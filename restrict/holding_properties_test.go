package restrict

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// outcome is a start in one word, as the reference gives it.
func (s Start) outcome() string {
	if s.Answer == StartKnown {
		return s.Date.String()
	}
	return string(s.Answer)
}

// reaches reports whether the events include one of the kinds.
func reaches(lot []Event, kinds ...EventKind) bool {
	return slices.ContainsFunc(lot, func(e Event) bool { return slices.Contains(kinds, e.Kind) })
}

func TestHoldingAgainstReference(t *testing.T) {
	r := rand.New(rand.NewPCG(144, 1))
	seen := map[string]int{}
	kinds := map[EventKind]int{}
	for range 6000 {
		lot := randomLot(r, 1+r.IntN(6), r.IntN(2) == 0)
		got := mustStart(t, lot...)
		want := refAnswer(lot)
		// The fold looks at one event at a time. Two starts that might be are
		// unknown to it even if a later amendment is after both of them.
		if got.outcome() != want && !(got.Answer == StartUnknown && reaches(lot, EventAmendment)) {
			t.Fatalf("%s, want %s\nlot %+v\n%s", got.outcome(), want, lot, got.Why)
		}
		mustHang(t, lot, got)
		seen[string(got.Answer)]++
		for i := range lot {
			kinds[lot[i].Kind]++
		}
	}
	for _, a := range []StartAnswer{StartKnown, StartUnknown, StartNotBegun, StartNoPeriod} {
		if seen[string(a)] < 150 {
			t.Errorf("only %d of 6000 lots are %s: %v", seen[string(a)], a, seen)
		}
	}
	for _, k := range EventKind("").all() {
		if kinds[k] < 40 {
			t.Errorf("only %d events are %q", kinds[k], k)
		}
	}
}

// atRandom inserts the event somewhere after the first one, on a day that fits,
// and before the sale.
func atRandom(r *rand.Rand, lot []Event, e Event) []Event {
	end := len(lot)
	if lot[end-1].Kind == EventSale {
		end--
	}
	i := 1 + r.IntN(end)
	e.Date = calendar.Date{}
	for _, before := range lot[:i] {
		_, d := before.when()
		e.Date = laterDay(e.Date, d)
	}
	return slices.Insert(slices.Clone(lot), i, e)
}

// TestHoldingUnmoved inserts transfers between holders that are no affiliates,
// and splits and dividends, anywhere in any lot.
func TestHoldingUnmoved(t *testing.T) {
	r := rand.New(rand.NewPCG(144, 2))
	transfers := []Event{
		{Kind: EventPrivatePurchase, FromAffiliate: law.No},
		{Kind: Event144AResale, FromAffiliate: law.No, FullyPaid: law.No},
		{Kind: EventRegSResale, FromAffiliate: law.No},
		{Kind: EventGift, FromAffiliate: law.No},
		{Kind: EventPledgeDefault, FromAffiliate: law.No},
		{Kind: EventForeclosure, FromAffiliate: law.No, Recourse: law.No},
		{Kind: EventEstate, FromAffiliate: law.No, HolderAffiliate: law.No},
		{Kind: EventPartnershipDistribution, FromAffiliate: law.No, Ratable: law.No},
	}
	plain := []Event{
		{Kind: EventSplit},
		{Kind: EventDividend},
		{Kind: EventReverseSplit},
		{Kind: EventRecapitalization},
		{Kind: EventAntiDilution},
		{Kind: EventOwnAccount},
		{Kind: EventOwnEntity},
		{Kind: EventAmendment, ValuePaid: law.No},
	}
	moved := 0
	defer func() {
		if moved < 1000 {
			t.Errorf("only %d lots were passed on", moved)
		}
	}()
	for range 3000 {
		lot := randomLot(r, 1+r.IntN(5), r.IntN(2) == 0)
		want := mustStart(t, lot...)
		with := atRandom(r, lot, plain[r.IntN(len(plain))])
		if got := mustStart(t, with...); got.outcome() != want.outcome() {
			t.Fatalf("%s became %s\nlot %+v\n%s", want.outcome(), got.outcome(), with, got.Why)
		}
		// Only an heir's exemption, and stock from the market, depend on the holder.
		if reaches(lot, EventEstate, EventEstateDistribution, EventMarketPurchase) {
			continue
		}
		with = atRandom(r, lot, transfers[r.IntN(len(transfers))])
		got, err := HoldingStart(with)
		if err != nil { // the holder after the transfer cannot have pledged the lot before
			if !reaches(lot, EventPledgeDefault, EventForeclosure) || !errors.Is(err, law.ErrConflict) {
				t.Fatal(err)
			}
			continue
		}
		if moved++; got.outcome() != want.outcome() {
			t.Fatalf("%s became %s\nlot %+v\n%s", want.outcome(), got.outcome(), with, got.Why)
		}
	}
}

// TestHoldingReset sells any lot to a buyer by an affiliate.
func TestHoldingReset(t *testing.T) {
	r := rand.New(rand.NewPCG(144, 3))
	for range 2000 {
		lot := randomLot(r, 1+r.IntN(5), r.IntN(2) == 0)
		if lot[len(lot)-1].Kind == EventSale {
			lot = lot[:len(lot)-1]
		}
		before := mustStart(t, lot...)
		on := laterDay(before.From, day(2024, 1, 1)).AddDays(r.IntN(3))
		e := resold(on, law.Yes)
		e.Paid = on.AddDays(r.IntN(5))
		got := mustStart(t, append(slices.Clone(lot), e)...)
		if got.Answer != StartKnown || got.Date != e.Paid || got.Acquired != on || got.Since != eventPath(len(lot), "") {
			t.Fatalf("%s, want %s\n%s", got.outcome(), e.Paid, got.Why)
		}
		if len(got.Doubts) > 0 {
			t.Fatalf("doubts of what was set aside remain: %v", got.Doubts)
		}
	}
}

// TestHoldingFilledIn states what was unknown: a start that was known stays, so
// that none was guessed, and one that was unknown is found with what it named.
func TestHoldingFilledIn(t *testing.T) {
	r := rand.New(rand.NewPCG(144, 4))
	filled := 0
	for range 4000 {
		lot := randomLot(r, 1+r.IntN(5), true)
		before := mustStart(t, lot...)
		full := slices.Clone(lot)
		for i := range full {
			for _, w := range full[i].words() {
				asked := full[i].Kind.facts()&w.fact != 0 && w.fact != factFullyPaid
				if named := slices.Contains(before.Needs, eventPath(i, w.field)); asked && *w.at != law.Yes && *w.at != law.No &&
					(before.Answer != StartUnknown || named) {
					*w.at = []law.YesNo{law.Yes, law.No}[r.IntN(2)]
				}
			}
		}
		after, err := HoldingStart(full)
		if err != nil {
			continue // what was filled in contradicts a day that was there
		}
		if before.Answer != StartUnknown {
			if after.outcome() != before.outcome() {
				t.Fatalf("%s became %s\nlot %+v\nfull %+v\n%s", before.outcome(), after.outcome(), lot, full, before.Why)
			}
			continue
		}
		filled++
		for _, path := range after.Needs {
			if slices.Contains(before.Needs, path) && !isDay(path) {
				t.Fatalf("%s is needed although it was filled in\n%+v\n%s", path, full, after.Why)
			}
			if !slices.Contains(before.Needs, path) {
				t.Fatalf("%s was not named before\nlot %+v\nfull %+v\n%s\n%s", path, lot, full, before.Why, after.Why)
			}
		}
	}
	if filled < 300 {
		t.Errorf("only %d lots were filled in", filled)
	}
}

func isDay(path string) bool {
	for _, w := range (&Event{}).words() {
		if w.field != "fully_paid" && len(path) > len(w.field) && path[len(path)-len(w.field):] == w.field {
			return false
		}
	}
	return true
}

// TestHoldingPrefix holds that the fold looks back and never ahead: without a
// sale, the steps of a lot begin with those of its beginning.
func TestHoldingPrefix(t *testing.T) {
	r := rand.New(rand.NewPCG(144, 5))
	for range 1000 {
		lot := randomLot(r, 6, r.IntN(2) == 0)
		if lot[len(lot)-1].Kind == EventSale {
			lot = lot[:len(lot)-1]
		}
		whole := mustStart(t, lot...)
		for n := 1; n < len(lot); n++ {
			part := mustStart(t, lot[:n]...)
			for i, step := range part.Steps {
				if step.After != whole.Steps[i].After || !slices.EqualFunc(step.Why, whole.Steps[i].Why, sameReason) {
					t.Fatalf("step %d of %d: %+v, of %d: %+v", i, n, step, len(lot), whole.Steps[i])
				}
			}
		}
		// Said twice, what changes nothing changes nothing.
		for i := range lot {
			if s := whole.Steps[i]; i > 0 && s.Before == s.After && !lot[i].Kind.resale() && lot[i].Kind != EventExercise {
				twice := slices.Insert(slices.Clone(lot), i, lot[i])
				got, err := HoldingStart(twice)
				if err == nil && got.outcome() != whole.outcome() {
					t.Fatalf("%s became %s\n%+v\n%s", whole.outcome(), got.outcome(), twice, got.Why)
				}
			}
		}
		// Steps of one day that change nothing may be told in any order.
		if n := len(lot); n > 2 {
			a, b := Event{Kind: EventSplit, Date: lot[n-1].Date}, Event{Kind: EventGift, Date: lot[n-1].Date}
			one, other := mustStart(t, append(slices.Clone(lot), a, b)...), mustStart(t, append(slices.Clone(lot), b, a)...)
			if one.outcome() != other.outcome() || one.Since != other.Since {
				t.Fatalf("%s and %s", one.outcome(), other.outcome())
			}
		}
	}
}
