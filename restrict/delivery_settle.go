package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// prefers reports whether a is the one to take of two days.
func (p DeliveryPick) prefers(a, b calendar.Date) bool {
	return p == PickEarliest && a.Before(b) || p == PickLatest && a.After(b)
}

// settle finds the clock that sets the day, or what it waits for.
func (d *Delivery) settle(f *DeliveryFacts, clocks []running, out *DeliveryFinding) (set *running, waiting, unsure bool) {
	those, holds := clocks[:len(d.Clocks)], clocks[len(d.Clocks):]
	for i := range those {
		r := &those[i]
		unsure = unsure || r.unsure
		switch {
		case r.on.IsZero():
			waiting = waiting || d.Pick != PickEarliest
		case set == nil || d.Pick.prefers(r.due.Date, set.due.Date):
			set = r
		}
	}
	waiting = waiting || set == nil
	for i := range holds {
		r := &holds[i]
		unsure = unsure || r.unsure
		if r.on.IsZero() {
			waiting = true
		} else if set == nil || r.due.Date.After(set.due.Date) {
			set = r
		}
	}
	if waiting {
		d.lacking(clocks, out)
	}
	if unsure {
		d.say(out, codeNeedUnknown, "The answer needs to know whether a paper is necessary that is asked for only if it is: ",
			d.unknownNeeds(f, clocks), ".")
	}
	return set, waiting, unsure
}

// lacking lists what the clocks wait for, each once.
func (d *Delivery) lacking(clocks []running, out *DeliveryFinding) {
	var seen uint16
	for i := range clocks {
		for _, t := range clocks[i].missing {
			if seen&t.bit() == 0 {
				seen |= t.bit()
				out.Missing = append(out.Missing, t)
				d.say(out, codePaperMissing, "Not in yet: ", string(t), ".")
			}
		}
	}
}

// unknownNeeds names the papers of which it is unknown whether they are needed,
// each once.
func (d *Delivery) unknownNeeds(f *DeliveryFacts, clocks []running) string {
	var seen uint16
	words := ""
	for i := range clocks {
		for _, s := range d.awaits(clocks[i].clock) {
			if s.IfNeeded && f.receipt(s.Trigger).Needed == law.Unknown && seen&s.Trigger.bit() == 0 {
				seen |= s.Trigger.bit()
				if words != "" {
					words += ", "
				}
				words += string(s.Trigger)
			}
		}
	}
	return words
}
