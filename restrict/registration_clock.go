package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// clock finds how each start of a clock stands.
func (q *registrationQuestion) clock(i int) {
	c := &q.r.Clocks[i]
	started := false
	for at, e := range q.events {
		if e.Kind == c.From {
			started = true
			q.started(i, at)
		}
	}
	if !started {
		d := RegistrationDutyFinding{Duty: c.Duty, Clock: i, Status: RegistrationWaiting}
		q.conclude(&d, "The clock to "+c.Duty.words()+" starts with the event "+strconv.Quote(string(c.From))+", which has not happened.",
			c.Within.Authority)
		q.out.Duties = append(q.out.Duties, d)
	}
}

// started finds how a clock stands that started with that event.
func (q *registrationQuestion) started(i, at int) {
	c := &q.r.Clocks[i]
	d := RegistrationDutyFinding{Duty: c.Duty, Clock: i, Event: q.events[at].Date}
	early, late, ok := q.due(i, &d)
	if !ok {
		return
	}
	for j, e := range q.events {
		if e.Kind == c.Duty.metBy() && (j > at || !c.Duty.recurs()) {
			d.Done = e.Date
			break
		}
	}
	d.Status = q.stand(d.Done, early, late)
	if d.Status == RegistrationMissed || d.Status == RegistrationMetLate {
		d.Due = late
		until := q.last()
		if !d.Done.IsZero() && d.Done.Before(until) {
			until = d.Done
		}
		d.DaysLate = until.Sub(late)
		if c.Charged {
			q.fail(c.Duty, late.AddDays(1), d.Done)
		}
	}
	if c.Charged && early != late && q.on.After(early) && d.Status != RegistrationMet && d.Status != RegistrationEnded {
		q.out.Charges.AtLeast = true // the failure may have begun on the earlier day
	}
	q.conclude(&d, q.tell(&d), c.Within.Authority)
	q.out.Duties = append(q.out.Duties, d)
}

// due finds the day due. Where it is unknown whether the SEC reviews, it finds
// both.
func (q *registrationQuestion) due(i int, d *RegistrationDutyFinding) (early, late calendar.Date, ok bool) {
	c := &q.r.Clocks[i]
	field := "registration.clocks[" + strconv.Itoa(i) + "]"
	take := func(rule calendar.Deadline, name string) calendar.Date {
		due, err := rule.After(d.Event)
		if err != nil {
			q.fs.Merge(field+name, err)
			return calendar.Date{}
		}
		d.Projected = d.Projected || due.Projected
		d.Why = append(d.Why, due.Why...)
		return due.Date
	}
	note := func(code law.Code, text string) {
		d.Why = append(d.Why, law.Reason{Code: code, Text: text, Authority: c.Within.Authority})
	}
	switch {
	case !c.varies():
		early = take(c.Within, ".within")
		late = early
	case q.f.Reviewed == law.Yes:
		note(codeRegistrationReviewed, "The SEC reviews the statement, so that the day for that case holds.")
		early = take(c.Reviewed, ".reviewed")
		late = early
	case q.f.Reviewed == law.No:
		early = take(c.Within, ".within")
		late = early
	default:
		early, late = take(c.Within, ".within"), take(c.Reviewed, ".reviewed")
		if late.Before(early) {
			early, late = late, early
		}
		note(codeRegistrationReviewUnknown, "It is unknown whether the SEC reviews the statement, and so which of the two days holds.")
	}
	d.Due = early
	return early, late, !early.IsZero() && !late.IsZero()
}

// stand holds a duty against its day, or its two days.
func (q *registrationQuestion) stand(done, early, late calendar.Date) RegistrationStatus {
	switch {
	case !done.IsZero() && !done.After(early):
		return RegistrationMet
	case q.over(early.AddDays(1)):
		return RegistrationEnded
	case done.IsZero() && !q.on.After(early):
		return RegistrationPending
	case early != late && q.over(late.AddDays(1)):
		return RegistrationUnknown
	case !done.IsZero() && done.After(late):
		return RegistrationMetLate
	case done.IsZero() && q.on.After(late):
		return RegistrationMissed
	}
	return RegistrationUnknown
}

// conclude adds the status as the last step.
func (q *registrationQuestion) conclude(d *RegistrationDutyFinding, text string, authority law.Citation) {
	if authority == (law.Citation{}) {
		authority = q.r.Authority
	}
	d.Why = append(d.Why, law.Reason{Code: d.Status.code(), Text: text, Authority: authority})
}

// code is the code of the step that tells the status.
func (s RegistrationStatus) code() law.Code {
	switch s {
	case RegistrationWaiting:
		return codeRegistrationWaiting
	case RegistrationPending:
		return codeRegistrationPending
	case RegistrationMet:
		return codeRegistrationMet
	case RegistrationMetLate:
		return codeRegistrationMetLate
	case RegistrationMissed:
		return codeRegistrationMissed
	case RegistrationPaused:
		return codeRegistrationPaused
	case RegistrationEnded:
		return codeRegistrationEnded
	default:
		return codeRegistrationUndecided
	}
}

// tell says how a duty stands.
func (q *registrationQuestion) tell(d *RegistrationDutyFinding) string {
	what := "The duty to " + d.Duty.words()
	switch d.Status {
	case RegistrationMet:
		return what + " was met on " + d.Done.Long() + ", in time."
	case RegistrationMetLate:
		return what + " was met on " + d.Done.Long() + ", " + dayCount(d.DaysLate) + " late."
	case RegistrationMissed:
		return what + " has not been met, and is " + dayCount(d.DaysLate) + " late."
	case RegistrationEnded:
		return what + " ended before it was due."
	case RegistrationPending:
		return what + " runs until " + d.Due.Long() + "."
	default:
		return what + " turns on whether the SEC reviews the statement."
	}
}

// words completes "the duty to".
func (d RegistrationDuty) words() string {
	switch d {
	case DutyFile:
		return "file the statement"
	case DutyEffective:
		return "have the statement declared effective"
	case DutyAmend:
		return "amend or file again"
	case DutyFileAdditional:
		return "file an additional statement"
	case DutyEffectiveAdditional:
		return "have the additional statement declared effective"
	default:
		return string(d)
	}
}

func dayCount(n int) string {
	if n == 1 {
		return "1 day"
	}
	return strconv.Itoa(n) + " days"
}
