package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/ledger"
)

// fact is an entry about a condition: that it holds or not, and for conditions at
// closing the day for which that is said. Where two facts of one instant differ, the bad
// one decides.
func fact(at time.Time, holds bool, day calendar.Date) ledger.Entry {
	kind := ledger.Fails
	if holds {
		kind = ledger.Holds
	}
	return ledger.Entry{At: at, Kind: kind, Cents: dayNumber(day)}
}

// dayNumber tells days apart; "no date" is none of them.
func dayNumber(d calendar.Date) int64 {
	if d.IsZero() {
		return -1
	}
	return int64(d.Sub(calendar.MustDate(1, time.January, 1)))
}

// observe records a fact about a condition; purchase is -1 for all.
func (s *state) observe(condition, purchase int, seen ledger.Entry) {
	facts := &s.facts
	if purchase >= 0 {
		facts = &s.account(purchase).facts
	}
	if len(*facts) < len(s.Conditions) {
		all := s.rooms.facts.cut(len(s.Conditions))
		copy(all, *facts)
		*facts = all
	}
	(*facts)[condition].Add(seen, 1, &s.rooms.entries)
}

// known is what was told of a condition, for reading only.
func (s *state) known(condition, purchase int) ledger.List {
	facts := s.facts
	if !s.Conditions[condition].DealWide {
		facts = s.purchases.get(purchase).facts
	}
	if condition >= len(facts) {
		return ledger.List{}
	}
	return facts[condition]
}

// forked are lists that share no room with those that they come from.
func forked(facts []ledger.List) []ledger.List {
	own := make([]ledger.List, len(facts))
	for i := range facts {
		own[i] = facts[i].Fork()
	}
	return own
}
