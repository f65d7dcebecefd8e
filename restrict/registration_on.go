package restrict

import (
	"slices"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// On tells how the agreement stands at the end of a day: every clock with its
// day due and why, what is left of the grace, and what failures have cost so
// far. Events after that day have not happened yet.
//
// The errors are [law.Faults]: an agreement that contradicts itself, a fact
// that is missing, a log that cannot have happened, or a day outside a
// calendar.
func (r Registration) On(f RegistrationFacts, on calendar.Date) (RegistrationFinding, error) {
	var fs law.Faults
	fs.Merge("registration", r.Validate())
	if len(r.Clocks) <= maxRegistrationClocks {
		f.check(&fs, &r)
	}
	switch {
	case on.IsZero():
		fs.Missing("on")
	case on.Year() > maxRegistrationYear:
		fs.Add(law.ErrRange, "on", on.String(), "is past the year %d", maxRegistrationYear)
	}
	if len(fs) > 0 {
		return RegistrationFinding{}, fs
	}
	q := registrationQuestion{r: &r, f: &f, on: on, out: RegistrationFinding{On: on}}
	for _, e := range f.Events {
		if !e.Date.After(on) {
			q.events = append(q.events, e)
		}
	}
	q.findEnd()
	for i := range r.Clocks {
		q.clock(i)
	}
	q.keep()
	if len(q.fs) == 0 && r.Charge.stated() {
		q.charge()
	}
	if len(q.fs) > 0 {
		return RegistrationFinding{}, q.fs
	}
	return q.out, nil
}

// registrationQuestion is one question on its way to the answer.
type registrationQuestion struct {
	r      *Registration
	f      *RegistrationFacts
	on     calendar.Date
	events []RegistrationEvent // those that happened by then
	// end is the first day on which nothing is owed any more; "no date" if there
	// is none.
	end      calendar.Date
	failures []registrationFailure
	out      RegistrationFinding
	fs       law.Faults
}

// registrationFailure is a stretch of days on which a duty was failed. Through
// is the day before from if it was cured before a day was counted.
type registrationFailure struct {
	duties        []RegistrationDuty
	from, through calendar.Date
	open          bool
}

// happened is the first event of the kind; "no date" if there is none.
func (q *registrationQuestion) happened(kind RegistrationEventKind) calendar.Date {
	for _, e := range q.events {
		if e.Kind == kind {
			return e.Date
		}
	}
	return calendar.Date{}
}

// findEnd finds the earliest end of the period.
func (q *registrationQuestion) findEnd() {
	keep := &q.r.Keep
	take := func(day calendar.Date, text string) {
		if day.IsZero() || !q.end.IsZero() && !day.Before(q.end) {
			return
		}
		q.end = day
		if !day.After(q.on) {
			q.out.Why = law.Reasons{{Code: codeRegistrationEnd, Text: text, Authority: q.r.Authority}}
		}
	}
	if sold := q.happened(RegistrationSold); keep.UntilSold {
		take(sold, "The duties ended on "+sold.Long()+", when the last of the shares was sold.")
	}
	if free := q.happened(RegistrationFree); keep.UntilFree {
		take(free, "The duties ended on "+free.Long()+", when all the shares could be sold under Rule 144.")
	}
	if from := q.happened(keep.From); keep.From != "" && !from.IsZero() {
		due, err := keep.Within.After(from)
		if err != nil {
			q.fs.Merge("registration.keep.within", err)
			return
		}
		take(due.Date.AddDays(1), "The duties ended after "+due.Date.Long()+", the last day of the period.")
	}
}

// over reports whether the end has come, and came by the day.
func (q *registrationQuestion) over(by calendar.Date) bool {
	return !q.end.IsZero() && !q.end.After(by) && !q.end.After(q.on)
}

// last is the last day up to the day asked about on which something is owed.
func (q *registrationQuestion) last() calendar.Date {
	if q.over(q.on) {
		return q.end.AddDays(-1)
	}
	return q.on
}

// fail records a failure that began on the day and ended with its cure, if
// there was one, or with the duties.
func (q *registrationQuestion) fail(duty RegistrationDuty, from, cure calendar.Date) {
	through, open := q.last(), cure.IsZero() && !q.over(q.on)
	if !cure.IsZero() {
		if !q.r.Charge.CountCure {
			cure = cure.AddDays(-1)
		}
		if cure.Before(through) {
			through = cure
		}
	}
	if through.Before(from) {
		through = from.AddDays(-1)
	}
	q.failures = append(q.failures, registrationFailure{[]RegistrationDuty{duty}, from, through, open})
}

// mergedFailures joins failures that overlap or follow day by day.
func mergedFailures(failures []registrationFailure) []registrationFailure {
	slices.SortStableFunc(failures, func(a, b registrationFailure) int { return a.from.Compare(b.from) })
	var out []registrationFailure
	for _, f := range failures {
		if len(out) == 0 || f.from.After(out[len(out)-1].through.AddDays(1)) {
			out = append(out, f)
			continue
		}
		run := &out[len(out)-1]
		if f.through.After(run.through) {
			run.through = f.through
		}
		run.open = run.open || f.open
		if !slices.Contains(run.duties, f.duties[0]) {
			run.duties = append(run.duties, f.duties[0])
		}
	}
	return out
}
