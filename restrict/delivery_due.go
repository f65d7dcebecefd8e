package restrict

import (
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// The codes of the steps in DeliveryFinding.Why, beside those of calendar.Due.
const (
	// CodeRegistered finds the sale covered by the registration statement.
	CodeRegistered = "delivery.registration.met"
	// CodeNotEffective and CodeNotCurrent find that it was not.
	CodeNotEffective = "delivery.registration.not-effective"
	CodeNotCurrent   = "delivery.registration.not-current"
	// CodeRegistrationUnknown needs to know that.
	CodeRegistrationUnknown = "delivery.registration.unknown"
	// CodePaperMissing names a paper that is not in.
	CodePaperMissing = "delivery.paper.missing"
	// CodePaperLast tells which paper came last.
	CodePaperLast = "delivery.paper.last"
	// CodeBlueSkyUnknown needs to know whether blue-sky information is
	// necessary.
	CodeBlueSkyUnknown = "delivery.blue-sky.unknown"
	// CodeTimely and CodeLate hold the delivery against the day due.
	CodeTimely = "delivery.timely"
	CodeLate   = "delivery.late"
)

// Due tells when unlegended shares are to be delivered, which paper set the
// clock, and whether a delivery was in time.
//
// The error is [law.Faults]: a missing calendar or word, a negative count, or a
// day outside the calendar. A paper that is not in is no error but an answer.
func (d Delivery) Due(f DeliveryFacts) (DeliveryFinding, error) {
	if err := d.check(&f); err != nil {
		return DeliveryFinding{}, err
	}
	out := DeliveryFinding{Answer: Owed}
	d.registration(&f, &out)
	unsure := d.papers(&f, &out)
	switch {
	case out.Answer == NotOwed:
	case len(out.Missing) > 0:
		out.Answer = Waiting // for these papers, whatever else is unknown
	case unsure:
		out.Answer = OwedUnknown
	}
	if len(out.Missing) > 0 {
		return out, nil
	}
	if err := d.clock(&f, &out, unsure); err != nil {
		return DeliveryFinding{}, err
	}
	return out, nil
}

func (d *Delivery) say(out *DeliveryFinding, code string, parts ...string) {
	out.Why = append(out.Why, law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: d.Authority})
}

// registration is the proviso: effective and current at the time of the sale.
func (d *Delivery) registration(f *DeliveryFacts, out *DeliveryFinding) {
	if f.Effective == Yes && f.Current == Yes {
		d.say(out, CodeRegistered, "At the time of the sale the registration statement was effective and current.")
		return
	}
	if f.Effective == Unknown || f.Current == Unknown {
		out.Answer = OwedUnknown
		d.say(out, CodeRegistrationUnknown,
			"The answer needs to know whether the registration statement was effective and current at the time of the sale.")
	}
	if f.Effective == No {
		out.Answer = NotOwed
		d.say(out, CodeNotEffective, "At the time of the sale the registration statement had not been declared effective.")
	}
	if f.Current == No {
		out.Answer = NotOwed
		d.say(out, CodeNotCurrent, "At the time of the sale the registration statement was not current.")
	}
}

// papers finds the last paper and those not in. It reports whether the day
// turns on whether blue-sky information is necessary, which is unknown.
func (d *Delivery) papers(f *DeliveryFacts, out *DeliveryFinding) (unsure bool) {
	take := func(paper Paper, on calendar.Date) {
		switch {
		case on.IsZero():
			out.Missing = append(out.Missing, paper)
			d.say(out, CodePaperMissing, "The ", string(paper), " has not been received.")
		case on.After(out.Received):
			out.Received, out.Last = on, []Paper{paper}
		case on == out.Received:
			out.Last = append(out.Last, paper)
		}
	}
	take(NoticeOfSale, f.Notice)
	take(OriginalCertificate, f.Certificate)
	if !d.BlueSkyAside {
		switch f.BlueSkyNeeded {
		case Yes:
			take(BlueSkyInformation, f.BlueSky)
		case Unknown:
			// Needed or not, what came no later than the rest changes nothing.
			unsure = f.BlueSky.IsZero() || f.BlueSky.After(out.Received)
		case No:
		}
	}
	if len(out.Missing) > 0 {
		out.Received, out.Last = calendar.Date{}, nil
	}
	if unsure {
		d.say(out, CodeBlueSkyUnknown, "The answer needs to know whether blue-sky information is necessary.")
	}
	return unsure
}

// clock counts from the last paper, and holds the delivery against the result.
func (d *Delivery) clock(f *DeliveryFacts, out *DeliveryFinding, unsure bool) error {
	var fs law.Faults
	deadline := d.deadline()
	due, err := deadline.After(out.Received)
	if err == nil {
		out.Trigger, err = d.Calendar.OnOrAfter(out.Received)
	}
	fs.Merge(out.Last[0].field(), err)
	if len(fs) > 0 {
		return fs
	}
	papers := make([]string, len(out.Last))
	for i, paper := range out.Last {
		papers[i] = string(paper)
	}
	d.say(out, CodePaperLast, "The last paper came on ", out.Received.Long(), ": ", strings.Join(papers, ", "), ".")
	if out.Answer == NotOwed || unsure {
		return nil
	}
	out.Due, out.Projected = due.Date, due.Projected
	out.Why = append(out.Why, due.Why...)
	return d.timing(f, out)
}

func (d *Delivery) timing(f *DeliveryFacts, out *DeliveryFinding) error {
	switch {
	case f.Delivered.IsZero():
		return nil
	case !f.Delivered.After(out.Due):
		out.Timing = Timely
		d.say(out, CodeTimely, "Delivered on ", f.Delivered.Long(), ", the shares were in time.")
		return nil
	}
	late, err := d.Calendar.Count(out.Due, f.Delivered)
	if err != nil {
		var fs law.Faults
		fs.Merge("delivered", err)
		return fs
	}
	out.Timing, out.DaysLate = Late, late
	d.say(out, CodeLate, "Delivered on ", f.Delivered.Long(), ", the shares were late by ", businessDays(late), ".")
	return nil
}

// field is where the day of receipt stands in DeliveryFacts.
func (p Paper) field() string {
	switch p {
	case OriginalCertificate:
		return "certificate"
	case BlueSkyInformation:
		return "blue_sky"
	default:
		return "notice"
	}
}

func businessDays(n int) string {
	if n == 1 {
		return "1 business day"
	}
	return strconv.Itoa(n) + " business days"
}
