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
	data func(c Calendar, first, date, other Date) law.Data
	text func(law.Data) string
}

// contingencies are the reasons for which an answer may still become another: each
// of the calendar's that would move the day counted to.
func (dl *Deadline) contingencies(event Date, direction int, c counted) law.Reasons {
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
		other, err := again.count(event, direction)
		if err == nil && other.date == c.date {
			continue
		}
		data := change.data(days, first, c.date, other.date)
		out = append(out, law.Reason{
			Code: change.code, Bearing: law.BearingNote, Data: data, Text: change.text(data), Authority: change.authority,
		})
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

// contingentOn are the contingencies of a calendar composed of two. A change of both,
// such as that of two calendars of the Federal Reserve, comes to both on one day.
func contingentOn(a, b Calendar, open func(a, b bool) bool) []contingency {
	var out []contingency
	for _, k := range slices.Concat(a.t.contingent, b.t.contingent) {
		if slices.ContainsFunc(out, func(seen contingency) bool { return seen.code == k.code }) {
			continue
		}
		ofA, ofB := a.t.contingency(k.code), b.t.contingency(k.code)
		k.turns = func(d Date, now bool) bool {
			x, y := a.IsOpen(d), b.IsOpen(d)
			if open(x, y) != now {
				return false // amended since
			}
			return open(x != ofA.changes(d, x), y != ofB.changes(d, y)) != now
		}
		out = append(out, k)
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
		data: func(_ Calendar, first, date, other Date) law.Data {
			through := last.Year()
			since := through - years + 1
			data := law.Data{
				{Name: "day", Value: first.String()},
				{Name: "orders", Value: strconv.Itoa(ordersOn(orders, first, since))},
				{Name: "since", Value: strconv.Itoa(since)},
				{Name: "through", Value: strconv.Itoa(through)},
				{Name: "date", Value: date.String()},
			}
			if !other.IsZero() {
				data = append(data, law.Datum{Name: "otherwise", Value: other.String()})
			}
			return data
		},
		text: orderText,
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
		data: func(c Calendar, first, _, _ Date) law.Data {
			return law.Data{{Name: "calendar", Value: c.Name()}, {Name: "day", Value: first.String()}}
		},
		text: fedwireText,
	}}
}

// orderText says that a closing by executive order may still come, and to which
// side the answer errs if it does.
func orderText(data law.Data) string {
	value := values(data)
	day, date, other := value.date("day"), value.date("date"), value.date("otherwise")
	were := "there were " + value["orders"] + " such orders"
	if value["orders"] == "1" {
		were = "there was one such order"
	}
	text := "No executive order that closes the federal government on " + day.Long() + " is known; from " + value["since"] + " to " +
		value["through"] + " " + were + " for " + day.Month().String() + " " + strconv.Itoa(day.Day()) + ". If one is issued, the last day "
	switch {
	case other.IsZero():
		return text + "may be another than " + date.Long() + "."
	case other.After(date):
		return text + "becomes " + other.Long() + ": a minimum period that ends on " + date.Long() + " would be too short."
	default:
		return text + "becomes " + other.Long() + ": an act on " + date.Long() + " would be too late."
	}
}

// fedwireText says that the Fedwire is to run on days that the calendar closes.
func fedwireText(data law.Data) string {
	value := values(data)
	return "The Fedwire is expected to run on Sundays and on holidays from Monday to Friday as well, from a day in 2028 or 2029 that " +
		"has not been announced. The " + value["calendar"] + " calendar treats those days as closed; the first of them in this count is " +
		value.date("day").Long() + "."
}

// dataValues are the values of a reason by name.
type dataValues map[string]string

func values(data law.Data) dataValues {
	out := make(dataValues, len(data))
	for _, v := range data {
		out[v.Name] = v.Value
	}
	return out
}

// date reads a day; "no date" if there is none.
func (v dataValues) date(name string) Date {
	d, err := ParseDate(v[name])
	if err != nil {
		return Date{}
	}
	return d
}
