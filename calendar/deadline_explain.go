package calendar

import (
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/law"
)

// explain counts and tells the steps.
func (dl *Deadline) explain(event Date, direction int) (Due, error) {
	var fs law.Faults
	if dl.checkText(&fs); len(fs) > 0 {
		return Due{}, dl.faults(event)
	}
	c, err := dl.count(event, direction)
	if err != nil {
		return Due{}, err
	}
	due := Due{Name: dl.Name, Event: event, Nominal: c.nominal, Date: c.date}
	why := make(law.Reasons, 0, 5)
	say := func(code law.Code, parts ...string) {
		why = append(why, law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: dl.Authority})
	}
	say(codeEvent, dl.eventText(event, c.start))
	say(CodeCount, dl.countText(c, direction))
	if (dl.Unit == Months || dl.Unit == Years) && c.nominal.Day() != c.start.Day() {
		say(codeClipped, c.nominal.Month().String(), " has no day ", strconv.Itoa(c.start.Day()),
			"; its last day stands for it.")
	}
	if c.rolled != c.nominal {
		say(codeRoll, c.nominal.Long(), " is closed (", dl.Calendar.why(c.nominal), "); the day moves ",
			direct(c.rolled.After(c.nominal)), " to ", c.rolled.Long(), ".")
	}
	if dl.Exclusive {
		say(codeExclusive, "That day itself is too late; the last day in time is ", c.date.Long(), ".")
	}
	if reason, projected := dl.Calendar.projection(later(later(event, c.date), c.rolled)); projected && dl.needsCalendar() {
		due.Projected = true
		why = append(why, reason)
	}
	due.Why = append(why, dl.contingencies(event, direction, c)...)
	return due, nil
}

func (dl *Deadline) eventText(event, start Date) string {
	var b strings.Builder
	b.Grow(len(dl.Name) + 160) // holds the longest sentence at once
	if dl.Name != "" {
		b.WriteString(dl.Name)
		b.WriteString(": counted from ")
	} else {
		b.WriteString("Counted from ")
	}
	b.WriteString(event.Long())
	needs := dl.needsCalendar() && dl.Calendar.Contains(event) && !dl.Calendar.IsOpen(event)
	if needs && (dl.RollEvent || dl.Unit.onOpenDays()) {
		b.WriteString(", a day on which the ")
		b.WriteString(dl.Calendar.Name())
		b.WriteString(" calendar is closed (")
		b.WriteString(dl.Calendar.why(event))
		if dl.RollEvent {
			b.WriteString("), so that ")
			b.WriteString(start.Long())
			b.WriteString(" is day 0.")
		} else {
			b.WriteString("), so that the next open day is day 1.")
		}
		return b.String()
	}
	b.WriteString(", which is day 0.")
	return b.String()
}

// receiptText tells of an instant and the day on which it counts.
func (c Cutoff) receiptText(at time.Time, event Date, past bool) string {
	local := at.In(c.Zone)
	text := "The time is " + c.told(local) + " on " + DateOf(local).Long() + " (" + c.Zone.String() + ")"
	if c.Clock.IsZero() {
		return text + "; the day lasts until midnight there."
	}
	side := "within"
	switch {
	case past && c.Exclusive:
		side = "not before"
	case past:
		side = "past"
	case c.Exclusive:
		side = "before"
	}
	text += ", " + side + " the cut-off of " + c.Clock.String() + " " + c.Zone.String()
	if past {
		text += ", so it counts as " + event.Long()
	}
	return text + "."
}

// told is the time of day of an instant to the second, as a Clock is, and to its
// fraction in the very second of the cut-off, where that decides.
func (c Cutoff) told(local time.Time) string {
	if clock := ClockOf(local); clock != c.Clock || local.Nanosecond() == 0 {
		return clock.String()
	}
	return local.Format("15:04:05.999999999")
}

// mostNamed is how many closed days one sentence names before it only counts
// the rest.
const mostNamed = 4

func (dl *Deadline) countText(c counted, direction int) string {
	var b strings.Builder
	b.Grow(128) // holds most sentences at once
	if dl.Count == 0 {
		b.WriteString("The day itself counts: ")
		b.WriteString(c.nominal.Long())
		b.WriteByte('.')
		return b.String()
	}
	b.WriteString(strconv.Itoa(dl.Count))
	b.WriteByte(' ')
	unit := string(dl.Unit)
	if dl.Count == 1 {
		unit = strings.TrimSuffix(unit, "s")
	}
	b.WriteString(unit)
	if dl.Unit.onOpenDays() {
		b.WriteString(" (")
		if dl.Unit == SettlementPeriods {
			b.WriteString(dl.settlementText(c.start))
		}
		b.WriteString(dl.Calendar.Name())
		b.WriteByte(')')
	}
	if direction > 0 {
		b.WriteString(" after is ")
	} else {
		b.WriteString(" before is ")
	}
	b.WriteString(c.nominal.Long())
	if dl.Unit.onOpenDays() {
		dl.Calendar.passOver(&b, earlier(c.start, c.nominal), later(c.start, c.nominal))
	}
	b.WriteByte('.')
	return b.String()
}

// passOver names the closed days between two days, weekends apart.
func (c Calendar) passOver(b *strings.Builder, from, to Date) {
	t := c.table()
	named, more := 0, 0
	for i := t.entriesFrom(from.AddDays(1)); i < len(t.closedDay) && t.closedDay[i] < to.n; i++ {
		if named == mostNamed {
			more = t.entriesFrom(to) - i
			break
		}
		if named == 0 {
			b.WriteString(", passing over ")
		} else {
			b.WriteString(", ")
		}
		e := t.entryAt(i).closure()
		b.WriteString(e.Date.String())
		b.WriteString(" (")
		b.WriteString(e.why())
		b.WriteByte(')')
		named++
	}
	if more > 0 {
		b.WriteString(" and ")
		b.WriteString(strconv.Itoa(more))
		b.WriteString(" more closed days")
	}
}

// why says in a phrase why a day is closed.
func (c Calendar) why(d Date) string {
	if closure, closed := c.Closure(d); closed {
		return closure.why()
	}
	return "outside the calendar"
}

// projection is the warning that a day lies beyond the announced ones.
func (c Calendar) projection(d Date) (law.Reason, bool) {
	if c.IsZero() || !d.After(c.Announced()) {
		return law.Reason{}, false
	}
	return law.Reason{
		Code: CodeProjected,
		Text: "Closings of the " + c.Name() + " calendar are announced through " + c.Announced().Long() +
			"; later ones are computed by rule and may change.",
	}, true
}

func direct(forward bool) string {
	if forward {
		return "forward"
	}
	return "back"
}
