package calendar

import (
	"slices"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
)

// contingency is a change of a calendar's days that is to be expected, though no
// one has decided yet on which day: an executive order before Christmas, the
// Fedwire's Sundays. The days of the calendar are those known now; an explained
// answer that would be another after the change says so.
type contingency struct {
	code      law.Code
	authority law.Citation
	from      Date // the first day that may change
	// turns reports whether the day may change from what it is now.
	turns func(d Date, open bool) bool
	// data is what the reason says of the first such day. The other day is "no
	// date" if it is not certain which it would be.
	data func(c Calendar, first, date, other Date) []string
}

// contingencies are the reasons for which an answer may still become another: each
// of the calendar's that would move the day counted to.
func (dl *Deadline) contingencies(event Date, direction int, c counted, suspended []span) law.Reasons {
	days := dl.Calendar
	if !dl.needsCalendar() || len(days.t.contingent) == 0 {
		return nil
	}
	from, to := event, event
	for _, d := range [...]Date{c.start, c.nominal, c.rolled, c.date} {
		from, to = earlier(from, d), later(to, d)
	}
	if dl.Roll == ModifiedForward || dl.Roll == ModifiedBackward {
		// Such a roll looks beyond the span, and turns back if the month ends there.
		if d, err := days.Prev(from); err == nil {
			from = d
		}
		if d, err := days.Next(to); err == nil {
			to = d
		}
	}
	var out law.Reasons
	for i := range days.t.contingent {
		change := &days.t.contingent[i]
		first := change.first(days, from, to)
		if first.IsZero() {
			continue
		}
		again := *dl
		again.Calendar = change.apply(days, from, to)
		other, _, err := again.countTolled(event, direction, suspended)
		if err == nil && other.date == c.date {
			continue
		}
		out = append(out, reason(change.code, change.authority, change.data(days, first, c.date, other.date)...))
	}
	return out
}

// first is the first day of a span that may change; "no date" if none does.
func (k *contingency) first(c Calendar, from, to Date) Date {
	for d := later(later(from, k.from), c.First()); !d.After(to) && c.Contains(d); d = d.AddDays(1) {
		if k.changes(d, c.IsOpen(d)) {
			return d
		}
	}
	return Date{}
}

// apply is the calendar as it would be after the change, around a span. It reaches
// far enough beyond for a count that leads out of the span: two days a year may
// change.
func (k *contingency) apply(c Calendar, from, to Date) Calendar {
	margin := 14 + to.Sub(from)/60
	from, to = later(Date{from.n - int32(margin)}, c.First()), earlier(Date{to.n + int32(margin)}, c.Last()) // #nosec G115 -- some years
	b := newBuilder(c.Name(), from, to, to, func(d Date) bool {
		open := c.IsOpen(d)
		return open != k.changes(d, open)
	})
	return Calendar{b.build()}
}

// contingentOn are the contingencies of a calendar composed of several. A change of more
// than one, such as that of two calendars of the Federal Reserve, comes to all on one day.
func contingentOn(parts []Calendar, all bool) []contingency {
	var out []contingency
	for _, part := range parts {
		for _, k := range part.t.contingent {
			if slices.ContainsFunc(out, func(seen contingency) bool { return seen.code == k.code }) {
				continue
			}
			changes := make([]*contingency, len(parts))
			for i := range parts {
				changes[i] = parts[i].t.contingency(k.code)
			}
			k.turns = func(d Date, now bool) bool {
				is, would := all, all
				for i, part := range parts {
					open := part.IsOpen(d)
					changed := open != changes[i].changes(d, open)
					if all {
						is, would = is && open, would && changed
					} else {
						is, would = is || open, would || changed
					}
				}
				return is == now && would != now // it is another one now if it was amended since
			}
			out = append(out, k)
		}
	}
	return out
}

// contingency is the one of a code; nil if the calendar has none.
func (t *table) contingency(code law.Code) *contingency {
	for i := range t.contingent {
		if t.contingent[i].code == code {
			return &t.contingent[i]
		}
	}
	return nil
}

// changes reports whether the day may become closed if it is open now, or open if it
// is closed. The nil contingency changes none.
func (k *contingency) changes(d Date, open bool) bool {
	return k != nil && !d.Before(k.from) && k.turns(d, open)
}

// possibleOrder is that of a closing by executive order on a day on which there
// were some.
func possibleOrder() []contingency {
	const years = 8 // that are looked back on
	orders := executiveOrders()
	last := numbered(orders[len(orders)-1].day)
	return []contingency{{
		code:      codeOrder,
		authority: federalOrders(),
		from:      last.AddDays(1),
		turns:     func(d Date, open bool) bool { return open && mayBeOrdered(d) },
		data: func(_ Calendar, first, date, other Date) []string {
			through, where := last.Year(), "later"
			if other.Before(date) {
				where = "sooner"
			}
			since := through - years + 1
			return []string{
				"day", iso(first), "orders", strconv.Itoa(ordersOn(orders, first, since)),
				"since", strconv.Itoa(since), "through", strconv.Itoa(through), "date", iso(date), where, iso(other),
			}
		},
	}}
}

// fedwireDays is that of the Fedwire's Sundays and holidays, on which the banks are
// closed.
func fedwireDays(banks *table) []contingency {
	return []contingency{{
		code:      codeFedwire,
		authority: fedwireNotice(),
		from:      fedwireFrom(),
		turns: func(d Date, open bool) bool {
			return !open && d.Weekday() != time.Saturday && banks.contains(d) && !banks.isOpen(banks.index(d))
		},
		data: func(c Calendar, first, _, _ Date) []string { return []string{"calendar", c.Name(), "day", iso(first)} },
	}}
}
