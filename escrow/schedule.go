package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Schedule is when a purchase closes, as far as can be said at an instant, or
// what is missing. The zero Schedule says nothing.
type Schedule struct {
	// Purchase is the purchase asked about.
	Purchase PurchaseID `json:"purchase"`
	// At is the instant asked about; for a purchase released before, that of
	// the release.
	At time.Time `json:"at,omitzero"`
	// Complete is when the last condition came in that can come in before the
	// closing, or when the minimum was reached if that was later. It is zero, and
	// with it every day below, while one is missing.
	Complete time.Time `json:"complete,omitzero"`
	// Scheduled is the Closing Date that follows from Complete, not before the
	// investor's right to cancel has ended.
	Scheduled calendar.Date `json:"scheduled,omitzero"`
	// Date is the day on which the closing can take place: Scheduled, or a
	// later day once it went by and the terms roll it.
	Date calendar.Date `json:"date,omitzero"`
	// Cutoff is the last instant in time on that day.
	Cutoff time.Time `json:"cutoff,omitzero"`
	// Missed is true once Scheduled went by unused.
	Missed bool `json:"missed,omitempty"`
	// Closed is true if the purchase was released.
	Closed bool `json:"closed,omitempty"`
	// LastFundsDay is the last day for funds under the terms.
	LastFundsDay calendar.Date `json:"last_funds_day,omitzero"`
	// LastWireDay is the last day, not after LastFundsDay, on which a wire can
	// arrive; "no date" without a wire calendar.
	LastWireDay calendar.Date `json:"last_wire_day,omitzero"`
	// Missing are the findings that keep the Closing Date from being set.
	Missing []Finding `json:"missing,omitempty"`
	// AtClosing are the findings of the conditions that are tested on Date;
	// before they are shown they are unknown.
	AtClosing []Finding `json:"at_closing,omitempty"`
	// Warnings do not move the date, but someone should know.
	Warnings law.Reasons `json:"warnings,omitempty"`
	// Why tells the steps.
	Why law.Reasons `json:"why"`
}

// Closing computes the schedule of a purchase as of an instant, from the facts
// and waivers up to then that are in the log. An unknown purchase, an instant
// outside the years 1 to 9999 and a calendar that ends too soon are told in
// Why.
func (d Deal) Closing(purchase PurchaseID, at time.Time) Schedule {
	var sc Schedule
	if law.IsText(string(purchase)) {
		sc.Purchase = purchase
	}
	if !servable(at) {
		sc.say(codeAskedOutOfRange, "The instant asked about is missing or lies outside the years 1 to 9999.", law.Citation{})
		return sc
	}
	sc.At = utc(at)
	if d.books == nil {
		sc.say(codeClosingUnknownPurchase, "The deal has no terms.", law.Citation{})
		return sc
	}
	s := d.books.asOf(sc.At)
	i, ok := s.purchase[purchase]
	if !ok {
		sc.say(codeClosingUnknownPurchase, "The deal has no such purchase.", law.Citation{})
		return sc
	}
	s.schedule(&sc, i, new(memo))
	return sc
}

func (sc *Schedule) say(code law.Code, text string, authority law.Citation) {
	sc.Why = append(sc.Why, law.Reason{Code: code, Text: text, Authority: authority})
}

func (sc *Schedule) warn(code law.Code, text string, authority law.Citation) {
	sc.Warnings = append(sc.Warnings, law.Reason{Code: code, Text: text, Authority: authority})
}

// schedule fills in the schedule of the purchase at sc.At, and returns the
// findings of all conditions.
func (s *state) schedule(sc *Schedule, purchase int, m *memo) []Finding {
	if a := s.purchases.Get(purchase); a.closedBy(sc.At) {
		s = s.under(a.closed.terms)
		sc.Closed, sc.At = true, a.closed.at
	}
	found := m.room(len(s.Conditions))
	m.find(s, found, purchase, sc, false)
	if over := s.overAt(purchase, sc.At); !over.IsZero() {
		sc.say(codeIsOver, "The purchase was terminated or canceled at "+s.instant(over)+"; it has no closing.", s.Authority.Release)
		m.find(s, found, purchase, sc, true)
		return found
	}
	r := s.begins(purchase, sc.At)
	for c := range found {
		if s.Conditions[c].Kind != AtClosing {
			r.add(c, found[c].State == Met || found[c].State == Waived, found[c].Since)
		}
	}
	own := r.ripe
	if s.Scope == ScopeTogether {
		r = m.allRipe(s, sc.At)
	}
	if !own {
		s.tellMissing(sc, found, m)
	}
	if own && !r.ripe {
		sc.say(codeWaitsForOthers, "Other purchases are not ready ("+kernel.Count(int64(r.waiting))+" of "+
			kernel.Count(int64(len(s.Purchases)))+"), and all close together.", s.Authority.Several)
	}
	if reached, blocked := s.tellMinimum(sc, purchase, m); r.ripe && !blocked {
		sc.take(m.schedule(s, sc, r.after(reached)))
	} else if sc.Closed {
		sc.Why = append(law.Reasons{s.closedWhy(sc.At)}, sc.Why...)
	}
	m.find(s, found, purchase, sc, true)
	sc.AtClosing = m.those(found, func(c int) bool { return s.Conditions[c].Kind == AtClosing })
	return found
}

// closedWhy says that a purchase was released.
func (s *state) closedWhy(at time.Time) law.Reason {
	return law.Reason{
		Code: codeClosed, Text: "The purchase was released at " + s.contract.instant(at) + "; what follows is as of then.",
		Authority: s.Authority.Release,
	}
}

// take fills in what another schedule found out of the same facts.
func (sc *Schedule) take(of *Schedule) {
	sc.Why, sc.Warnings = of.Why[:len(of.Why):len(of.Why)], of.Warnings[:len(of.Warnings):len(of.Warnings)]
	sc.Complete, sc.Scheduled, sc.Date, sc.Cutoff, sc.Missed = of.Complete, of.Scheduled, of.Date, of.Cutoff, of.Missed
	sc.LastFundsDay, sc.LastWireDay = of.LastFundsDay, of.LastWireDay
}

// tellMissing lists what keeps the date from being set.
func (s *state) tellMissing(sc *Schedule, found []Finding, m *memo) {
	sc.Missing = m.those(found, func(c int) bool {
		return s.Conditions[c].Kind != AtClosing && found[c].State != Met && found[c].State != Waived
	})
	own := m.reasons.Cut(len(sc.Why) + 1 + len(sc.Missing))
	n := copy(own, sc.Why)
	own[n] = law.Reason{
		Code: codeMissing, Text: "There is no Closing Date while these conditions are neither met nor waived.",
		Authority: s.Authority.ClosingDate,
	}
	for i := range sc.Missing {
		own[n+1+i] = sc.Missing[i].Why[0]
	}
	sc.Why = own
}

// tellDate computes the date; it reports false if the calendar ends too soon.
func (s *state) tellDate(sc *Schedule, r ripeness) bool {
	sc.Complete = r.since
	what := "the signing, after which nothing came in later"
	switch {
	case r.last >= 0:
		what = string(s.Conditions[r.last].ID)
	case r.last == lastMinimum:
		what = "the minimum"
	}
	sc.say(codeLastCondition, "The last condition that can come in before the closing came in at "+s.instant(r.since)+
		": "+what+".", s.Authority.ClosingDate)
	if r.free.After(r.since) {
		sc.say(codeCancelEnds, "No closing takes place while the investor can cancel, which it can until "+
			s.instant(r.free.Truncate(time.Second))+".", s.Authority.Cancel)
	}
	if s.Memory == MemoryFirst {
		sc.say(codeMemory, "A condition counts from the first time it was met, even if it lapsed since.", s.Authority.ClosingDate)
	}
	date, ok, err := s.tellScheduled(sc, r)
	if err != nil {
		return s.calendarEnds(sc, err)
	}
	if !ok {
		return false
	}
	sc.Scheduled, sc.Date = date, date
	date, missed, err := s.next(date, sc.At)
	if err != nil {
		sc.Scheduled, sc.Date = calendar.Date{}, calendar.Date{}
		return s.calendarEnds(sc, err)
	}
	if s.Anchor == AnchorNotice && s.tellWindow(sc, date) {
		sc.Scheduled, sc.Date = calendar.Date{}, calendar.Date{}
		return false
	}
	sc.Date, sc.Missed = date, missed
	switch {
	case missed && s.Late == LateRefused:
		sc.say(codePassed, "The Closing Date went by at "+s.instant(s.cutoff(date, sc.At))+
			", and the terms do not move it.", s.Authority.ClosingDate)
	case date != sc.Scheduled:
		sc.say(codeRolled, "The Closing Date was missed; the closing can take place on "+date.Long()+
			", the next day of the "+s.calendar.Name()+" calendar that is not over.", s.Authority.ClosingDate)
	}
	sc.Cutoff = s.cutoff(date, sc.At)
	sc.Why = append(sc.Why, s.cutoffWhy(date, sc.At))
	return true
}

func (s *state) calendarEnds(sc *Schedule, err error) bool {
	sc.say(codeScheduleEnds, "No Closing Date can be computed: "+err.Error()+".", s.Authority.ClosingDate)
	return false
}
