package restrict

import (
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// The codes of the steps in DeliveryFinding.Why, beside those of calendar.Due.
const (
	codeRegistered          law.Code = "delivery.registration.met"
	codeNotEffective        law.Code = "delivery.registration.not_effective"
	codeNotCurrent          law.Code = "delivery.registration.not_current"
	codeRegistrationUnknown law.Code = "delivery.registration.unknown"

	codeGroundMet     law.Code = "delivery.ground.met"
	codeGroundNotMet  law.Code = "delivery.ground.not_met"
	codeGroundUnknown law.Code = "delivery.ground.unknown"
	codeGroundNone    law.Code = "delivery.ground.none"

	codePaperMissing law.Code = "delivery.paper.missing"
	codePaperLast    law.Code = "delivery.paper.last"

	codeNeedUnknown law.Code = "delivery.need.unknown"
	codeBeforehand  law.Code = "delivery.paper.too_late"

	codeChannelOpen        law.Code = "delivery.channel.open"
	codeChannelClosed      law.Code = "delivery.channel.closed"
	codeChannelUnknown     law.Code = "delivery.channel.unknown"
	codeChannelNotProvided law.Code = "delivery.channel.not_provided"

	codeTimely        law.Code = "delivery.timely"
	codeLate          law.Code = "delivery.late"
	codeOverdue       law.Code = "delivery.overdue"
	codeNotYetDue     law.Code = "delivery.not_yet_due"
	codeTimingUnknown law.Code = "delivery.timing.unknown"
	codeBeforePapers  law.Code = "delivery.before_papers"
	codeAsOf          law.Code = "delivery.as_of"
)

// deliveryCodes is the part of the catalog above.
func deliveryCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeRegistered, Text: "The sale is covered by the registration statement."},
		{Code: codeNotEffective, Text: "The registration statement is not effective."},
		{Code: codeNotCurrent, Text: "The registration statement is not current."},
		{Code: codeRegistrationUnknown, Text: "Whether the registration statement covers the sale was not given."},

		{Code: codeGroundMet, Text: "Another ground of the clause is satisfied."},
		{Code: codeGroundNotMet, Text: "Another ground of the clause is not satisfied."},
		{Code: codeGroundUnknown, Text: "Whether another ground of the clause is satisfied was not given."},
		{Code: codeGroundNone, Text: "The clause provides no other ground."},

		{Code: codePaperMissing, Text: "A document that the clause requires has not been received."},
		{Code: codePaperLast, Text: "The receipt from which the period is counted."},

		{Code: codeNeedUnknown, Text: "Whether the document is required was not given."},
		{Code: codeBeforehand, Text: "A document was received after the day that it had to precede."},

		{Code: codeChannelOpen, Text: "The channel of delivery is available."},
		{Code: codeChannelClosed, Text: "The channel of delivery is not available."},
		{Code: codeChannelUnknown, Text: "Whether the channel of delivery is available was not given."},
		{Code: codeChannelNotProvided, Text: "The clause provides no such channel of delivery."},

		{Code: codeTimely, Text: "The shares were delivered in time."},
		{Code: codeLate, Text: "The shares were delivered late."},
		{Code: codeOverdue, Text: "The shares were not delivered and are overdue."},
		{Code: codeNotYetDue, Text: "The shares were not delivered and are not yet due."},
		{Code: codeTimingUnknown, Text: "Whether the shares are overdue is not known."},
		{Code: codeBeforePapers, Text: "The shares were delivered before the event from which the period is counted."},
		{Code: codeAsOf, Text: "Facts of a day after the one asked about, which are left out."},
	}
}

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
	d.say(out, codePaperLast, "The ", which, " to come was: ", triggerWords(out.Last), ".")
	began := calendar.DateIn(set.start.At, d.cutoffOf(set.clock).Zone)
	if first, _ := f.sent(); !first.IsZero() && first.Before(began) {
		d.say(out, codeBeforePapers, "The delivery on ", first.Long(), " precedes what its time is counted from: ", triggerWords(out.Last),
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
		if s.Beforehand || told == nil || told.At.IsZero() || s.IfNeeded && told.Needed != law.Yes {
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
		what = kernel.Count(out.Undelivered) + " of " + kernel.Count(f.Sold) + " shares have"
	}
	_, delivered := f.sent()
	until, field := delivered, "delivered"
	switch {
	case delivered.IsZero() && f.AsOf.IsZero():
		out.Timing = TimingUnknown
		d.say(out, codeTimingUnknown, "As far as is stated, ", what, " not been delivered; without an as-of date, "+
			"it is not known whether they are overdue.")
		return nil
	case delivered.IsZero() && !f.AsOf.After(out.Due):
		out.Timing = NotYetDue
		d.say(out, codeNotYetDue, "As of ", f.AsOf.Long(), ", ", what, " not been delivered and are not overdue.")
		return nil
	case delivered.IsZero():
		out.Timing, until, field = Overdue, f.AsOf, "as_of"
	case !delivered.After(out.Due):
		out.Timing = Timely
		d.say(out, codeTimely, "Delivered on ", delivered.Long(), ", the shares were in time.")
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
		d.say(out, codeOverdue, "As of ", until.Long(), ", ", what, " not been delivered and are overdue by ", days)
	} else {
		d.say(out, codeLate, "Delivered on ", until.Long(), ", the shares were late by ", days)
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
