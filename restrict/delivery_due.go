package restrict

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// running is one clock of a clause, held against the facts.
type running struct {
	clock   *DeliveryClock
	on      calendar.Date // the day on which what started it counts; "no date" if it has not started
	start   *Receipt      // what started it
	missing []Trigger
	late    Trigger // came too late to be in beforehand
	unsure  bool    // turns on whether a paper is needed
	due     calendar.Due
}

// Due tells when unlegended shares are to be delivered, what set the clock, and
// whether a delivery was in time or, as of the day stated, is overdue.
//
// The error is [law.Faults]: those of [Delivery.Validate], a missing word, an
// instant in no stated zone, a trigger told of twice, a sale before the
// effectiveness that it is said to have had, a certificate smaller than the
// sale, or a day outside the calendar. A paper that is not in is no error but
// an answer.
func (d Delivery) Due(f DeliveryFacts) (DeliveryFinding, error) {
	if err := d.check(&f); err != nil {
		return DeliveryFinding{}, err
	}
	out := DeliveryFinding{Answer: Owed, Why: make(law.Reasons, 0, 6)}
	d.leaveLater(&f, &out)
	d.guard(&f, &out)
	clocks, err := d.run(&f)
	if err != nil {
		return DeliveryFinding{}, err
	}
	set, waiting, unsure := d.settle(&f, clocks, &out)
	for i := range clocks {
		if late := clocks[i].late; late != "" {
			out.Answer = NotOwed
			d.say(&out, codeBeforehand, "The ", string(late), " was not in by the day that it had to precede.")
		}
	}
	switch {
	case out.Answer == NotOwed:
	case waiting && unsure && len(out.Missing) == 0:
		out.Answer = OwedUnknown // all is in, if it is needed at all
	case waiting:
		out.Answer = Waiting // for these papers, whatever else is unknown
	case unsure:
		out.Answer = OwedUnknown
	}
	if waiting {
		if first, _ := f.sent(); !first.IsZero() && len(out.Missing) > 0 {
			d.say(&out, codeBeforePapers, "The delivery on ", first.Long(), " precedes what its time is counted from: ",
				triggerWords(out.Missing), " not received.")
		}
	} else {
		if err := d.conclude(&f, clocks, set, unsure, &out); err != nil {
			return DeliveryFinding{}, err
		}
	}
	d.open(&f, &out)
	return out, nil
}

// leaveLater takes out of the facts what happened after the day asked about, as
// clocks in the zone of the cut-off show it.
func (d *Delivery) leaveLater(f *DeliveryFacts, out *DeliveryFinding) {
	if f.AsOf.IsZero() {
		return
	}
	var later []string
	receipts := slices.Clone(f.Receipts)
	zone := d.cutoffOf(&d.Clocks[0]).Zone
	for i := range receipts {
		if r := &receipts[i]; !r.At.IsZero() && calendar.DateIn(r.At, zone).After(f.AsOf) {
			later = append(later, string(r.Trigger))
			r.At = time.Time{}
		}
	}
	f.Receipts = receipts
	if f.Delivered.After(f.AsOf) {
		later = append(later, "delivery")
		f.Delivered = calendar.Date{}
	}
	for i := range f.Parts {
		if f.Parts[i].Date.After(f.AsOf) {
			later = append(later, "deliveries in parts")
			f.Parts = f.Parts[:i]
			break
		}
	}
	if len(later) > 0 {
		d.say(out, codeAsOf, "Facts of a day after ", f.AsOf.Long(), " are left out: ", strings.Join(later, ", "), ".")
	}
}

// DueFrom is the day due if everything that a clock waits for counts on the
// given day and the shares are owed: [Delivery.Due] without facts and reasons,
// for bulk use. It does not allocate. The errors are those of
// [Delivery.Validate] and [calendar.Deadline.After].
func (d Delivery) DueFrom(received calendar.Date) (calendar.Date, error) {
	if err := d.Validate(); err != nil {
		return calendar.Date{}, err
	}
	due, err := d.dateFrom(&d.Clocks[0], received)
	for i := 1; i < len(d.Clocks) && err == nil; i++ {
		var next calendar.Date
		next, err = d.dateFrom(&d.Clocks[i], received)
		if d.Pick.prefers(next, due) {
			due = next
		}
	}
	for i := 0; i < len(d.NotBefore) && err == nil; i++ {
		var next calendar.Date
		if next, err = d.dateFrom(&d.NotBefore[i], received); next.After(due) {
			due = next
		}
	}
	if err != nil {
		return calendar.Date{}, err
	}
	return due, nil
}

// dateFrom is the day that one clock yields.
func (d *Delivery) dateFrom(l *DeliveryClock, received calendar.Date) (calendar.Date, error) {
	return d.deadline(l).DateAfter(received)
}

// run starts the clocks. Its errors name the trigger whose day the calendar
// does not hold.
func (d *Delivery) run(f *DeliveryFacts) ([]running, error) {
	clocks := make([]running, 0, len(d.Clocks)+len(d.NotBefore))
	var fs law.Faults
	add := func(l *DeliveryClock) {
		r := running{clock: l}
		cutoff := d.cutoffOf(l)
		d.start(f, &r, cutoff)
		if !r.on.IsZero() {
			deadline := d.deadline(l)
			deadline.Name, deadline.Cutoff, deadline.Authority = l.Name, cutoff, d.Authority
			if l.Name == "" {
				deadline.Name = "Unlegended shares"
			}
			due, err := deadline.AfterReceipt(r.start.At)
			if err != nil {
				fs.Merge("receipts["+string(r.start.Trigger)+"]", err)
			}
			r.due = due
		}
		clocks = append(clocks, r)
	}
	for i := range d.Clocks {
		add(&d.Clocks[i])
	}
	for i := range d.NotBefore {
		add(&d.NotBefore[i])
	}
	return clocks, fs.Err()
}

// start finds the receipt that starts a clock: the last of those waited for, or
// the first.
func (d *Delivery) start(f *DeliveryFacts, r *running, cutoff calendar.Cutoff) {
	// The latest paper of which it is unknown whether it is needed, or the first.
	var maybe calendar.Date
	open := false
	for _, s := range d.awaits(r.clock) {
		told := f.receipt(s.Trigger)
		needed := law.Yes
		if s.IfNeeded {
			needed = told.Needed
		}
		if s.Beforehand || needed == law.No {
			continue
		}
		in := told != nil && !told.At.IsZero()
		on := r.on
		if in && (r.start == nil || !told.At.Equal(r.start.At)) {
			on, _ = cutoff.Day(told.At) // the check has seen to zone and year
		}
		switch {
		case needed == law.Unknown && !in:
			open = true
		case needed == law.Unknown:
			if maybe.IsZero() || on.After(maybe) != r.clock.First {
				maybe = on
			}
		case !in && !r.clock.First:
			r.missing = append(r.missing, s.Trigger)
		case in && (r.start == nil || (told.At.After(r.start.At) != r.clock.First && !told.At.Equal(r.start.At))):
			r.start, r.on = told, on
		}
	}
	if len(r.missing) > 0 {
		r.start, r.on = nil, calendar.Date{}
		r.unsure = open || !maybe.IsZero()
		return
	}
	if r.start == nil { // nothing that is needed for certain
		for _, s := range d.awaits(r.clock) {
			told := f.receipt(s.Trigger)
			if !s.Beforehand && (told == nil || told.At.IsZero()) && (!s.IfNeeded || told.Needed != law.No) {
				r.missing = append(r.missing, s.Trigger)
			}
		}
		r.unsure = !maybe.IsZero()
		return
	}
	// Needed or not, what came no later than the rest changes nothing.
	r.unsure = open || maybe.After(r.on)
	if r.clock.First {
		r.unsure = !maybe.IsZero() && maybe.Before(r.on)
	}
	d.precede(f, r, cutoff)
}

// precede looks for what had to be in by the day on which the clock started.
func (d *Delivery) precede(f *DeliveryFacts, r *running, cutoff calendar.Cutoff) {
	for _, s := range d.awaits(r.clock) {
		if !s.Beforehand || s.IfNeeded && f.receipt(s.Trigger).Needed == law.No {
			continue
		}
		told := f.receipt(s.Trigger)
		in := false
		if told != nil && !told.At.IsZero() {
			on, _ := cutoff.Day(told.At)
			in = !on.After(r.on)
		}
		switch {
		case in:
		case s.IfNeeded && told.Needed == law.Unknown:
			r.unsure = true
		default:
			r.late = s.Trigger
		}
	}
}

// countOf is a number of days of the unit for people: "3 trading days".
func countOf(n int, unit calendar.Unit) string {
	words := string(unit)
	if n == 1 {
		words = strings.TrimSuffix(words, "s")
	}
	return strconv.Itoa(n) + " " + words
}
