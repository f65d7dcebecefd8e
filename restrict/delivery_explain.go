package restrict

import (
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/figures"
	"github.com/offerkit/offerkit/law"
)

// The codes of the steps in DeliveryFinding.Why, beside those of calendar.Due.
const (
	// CodeRegistered finds the sale covered by the registration statement.
	CodeRegistered law.Code = "delivery.registration.met"
	// CodeNotEffective and CodeNotCurrent find that it was not.
	CodeNotEffective law.Code = "delivery.registration.not_effective"
	CodeNotCurrent   law.Code = "delivery.registration.not_current"
	// CodeRegistrationUnknown needs to know that.
	CodeRegistrationUnknown law.Code = "delivery.registration.unknown"
	// CodeGroundMet, CodeGroundNotMet and CodeGroundUnknown hold another ground
	// against the facts; CodeGroundNone finds that the clause has none.
	CodeGroundMet     law.Code = "delivery.ground.met"
	CodeGroundNotMet  law.Code = "delivery.ground.not_met"
	CodeGroundUnknown law.Code = "delivery.ground.unknown"
	CodeGroundNone    law.Code = "delivery.ground.none"
	// CodePaperMissing names something that is not in.
	CodePaperMissing law.Code = "delivery.paper.missing"
	// CodePaperLast tells what started the clock.
	CodePaperLast law.Code = "delivery.paper.last"
	// CodeNeedUnknown needs to know whether a paper is necessary.
	CodeNeedUnknown law.Code = "delivery.need.unknown"
	// CodeBeforehand finds a paper later than the day that it had to precede.
	CodeBeforehand law.Code = "delivery.paper.too_late"
	// CodeChannelOpen, CodeChannelClosed and CodeChannelUnknown answer about a
	// channel; CodeChannelNotProvided finds that the clause has none of the kind.
	CodeChannelOpen        law.Code = "delivery.channel.open"
	CodeChannelClosed      law.Code = "delivery.channel.closed"
	CodeChannelUnknown     law.Code = "delivery.channel.unknown"
	CodeChannelNotProvided law.Code = "delivery.channel.not_provided"
	// CodeTimely and CodeLate hold the delivery against the day due.
	CodeTimely law.Code = "delivery.timely"
	CodeLate   law.Code = "delivery.late"
	// CodeOverdue, CodeNotYetDue and CodeTimingUnknown tell of shares that were not
	// delivered whether they are overdue.
	CodeOverdue       law.Code = "delivery.overdue"
	CodeNotYetDue     law.Code = "delivery.not_yet_due"
	CodeTimingUnknown law.Code = "delivery.timing.unknown"
	// CodeBeforePapers finds a delivery before what its time is counted from.
	CodeBeforePapers law.Code = "delivery.before_papers"
	// CodeAsOf names facts of a day after the one asked about, which are left out.
	CodeAsOf law.Code = "delivery.as_of"
)

func (d *Delivery) say(out *DeliveryFinding, code law.Code, parts ...string) {
	out.Why = append(out.Why, law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: d.Authority})
}

// conclude tells of the clock that sets the day, and holds the delivery against
// the result.
func (d *Delivery) conclude(f *DeliveryFacts, clocks []running, set *running, unsure bool, out *DeliveryFinding) error {
	out.Received = set.on
	out.Trigger = set.on
	cal := d.calendarOf(set.clock)
	if !set.clock.NoRoll {
		out.Trigger, _ = cal.OnOrAfter(set.on) // the count has been there
	}
	d.last(f, set, out)
	which := "last"
	if set.clock.First {
		which = "first"
	}
	d.say(out, CodePaperLast, "The ", which, " to come was: ", triggerWords(out.Last), ".")
	began := calendar.DateOf(set.start.At.In(d.cutoffOf(set.clock).Zone))
	if first, _ := f.sent(); !first.IsZero() && first.Before(began) {
		d.say(out, CodeBeforePapers, "The delivery on ", first.Long(), " precedes what its time is counted from: ", triggerWords(out.Last),
			", ", began.Long(), ".")
	}
	if out.Answer == NotOwed || unsure {
		return nil
	}
	due, err := d.combine(clocks)
	if err != nil {
		return err
	}
	out.Due, out.Projected = due.Date, due.Projected
	out.Why = append(out.Why, due.Why...)
	out.Days = countDays(set.clock, cal, out)
	return d.timing(f, set.clock, out)
}

// last lists what started the clock: all that counts on its day.
func (d *Delivery) last(f *DeliveryFacts, set *running, out *DeliveryFinding) {
	cutoff := d.cutoffOf(set.clock)
	starts := d.awaits(set.clock)
	out.Last = make([]Trigger, 0, len(starts))
	for _, s := range starts {
		told := f.receipt(s.Trigger)
		if s.Beforehand || told == nil || told.At.IsZero() || s.IfNeeded && told.Needed != Yes {
			continue
		}
		on := set.on
		if !told.At.Equal(set.start.At) {
			on, _ = cutoff.Day(told.At)
		}
		if on == set.on {
			out.Last = append(out.Last, s.Trigger)
		}
	}
}

// combine is the day of all clocks together, with their steps.
func (d *Delivery) combine(clocks []running) (calendar.Due, error) {
	if len(clocks) == 1 {
		return clocks[0].due, nil
	}
	dues := make([]calendar.Due, 0, len(clocks))
	for i := range d.Clocks {
		if !clocks[i].on.IsZero() {
			dues = append(dues, clocks[i].due)
		}
	}
	pick := calendar.LaterOf
	if d.Pick == PickEarliest {
		pick = calendar.EarlierOf
	}
	due, err := pick(dues...)
	if err != nil || len(d.NotBefore) == 0 {
		return due, err
	}
	dues = append(dues[:0], due)
	for i := range d.NotBefore {
		dues = append(dues, clocks[len(d.Clocks)+i].due)
	}
	return calendar.LaterOf(dues...)
}

// countDays lists the days from the receipt to the day due.
func countDays(l *DeliveryClock, cal calendar.Calendar, out *DeliveryFinding) []CountedDay {
	openOnly := l.Unit == calendar.BusinessDays || l.Unit == calendar.TradingDays || l.Unit == calendar.SettlementPeriods
	days := make([]CountedDay, 0, out.Due.Sub(out.Received)+1)
	number := 0
	for day := out.Received; !day.After(out.Due); day = day.AddDays(1) {
		row := CountedDay{Date: day}
		if !cal.IsOpen(day) {
			closure, _ := cal.Closure(day)
			row.Closed = closure.Name
		}
		switch {
		case day.Before(out.Trigger):
		case day == out.Trigger:
			row.Counts = true
		case row.Closed == "" || !openOnly:
			number++
			row.Counts, row.Number = true, number
		}
		days = append(days, row)
	}
	return days
}

// timing holds the delivery, or the day asked about, against the day due.
func (d *Delivery) timing(f *DeliveryFacts, l *DeliveryClock, out *DeliveryFinding) error {
	out.Undelivered = f.undelivered()
	what := "the shares have"
	if out.Undelivered > 0 && len(f.Parts) > 0 {
		what = figures.Count(out.Undelivered) + " of " + figures.Count(f.Sold) + " shares have"
	}
	_, delivered := f.sent()
	until, field := delivered, "delivered"
	switch {
	case delivered.IsZero() && f.AsOf.IsZero():
		out.Timing = TimingUnknown
		d.say(out, CodeTimingUnknown, "As far as is stated, ", what, " not been delivered; without an as-of date, "+
			"it is not known whether they are overdue.")
		return nil
	case delivered.IsZero() && !f.AsOf.After(out.Due):
		out.Timing = NotYetDue
		d.say(out, CodeNotYetDue, "As of ", f.AsOf.Long(), ", ", what, " not been delivered and are not overdue.")
		return nil
	case delivered.IsZero():
		out.Timing, until, field = Overdue, f.AsOf, "as_of"
	case !delivered.After(out.Due):
		out.Timing = Timely
		d.say(out, CodeTimely, "Delivered on ", delivered.Long(), ", the shares were in time.")
		return nil
	default:
		out.Timing = Late
	}
	late, err := d.calendarOf(l).Count(out.Due, until)
	if err != nil {
		var fs law.Faults
		fs.Merge(field, err)
		return fs
	}
	out.DaysLate, out.CalendarDaysLate = late, until.Sub(out.Due)
	unit := calendar.BusinessDays
	if l.Unit == calendar.TradingDays || l.Unit == calendar.SettlementPeriods {
		unit = calendar.TradingDays
	}
	days := countOf(late, unit) + ", " + strconv.Itoa(out.CalendarDaysLate) + " of the calendar."
	if out.Timing == Overdue {
		d.say(out, CodeOverdue, "As of ", until.Long(), ", ", what, " not been delivered and are overdue by ", days)
	} else {
		d.say(out, CodeLate, "Delivered on ", until.Long(), ", the shares were late by ", days)
	}
	return nil
}

func triggerWords(triggers []Trigger) string {
	if len(triggers) == 1 {
		return string(triggers[0])
	}
	words := make([]string, len(triggers))
	for i, t := range triggers {
		words[i] = string(t)
	}
	return strings.Join(words, ", ")
}
