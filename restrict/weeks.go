package restrict

import (
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// The codes of the steps in VolumeWeeks.Why.
const (
	codeWeeks        law.Code = "144.weeks"
	codeWeeksSkipped law.Code = "144.weeks.skipped"
	codeWeeksBefore  law.Code = "144.weeks.before_release"
)

// weekCodes is the part of the catalog above.
func weekCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeWeeks, Text: "The weeks that are averaged."},
		{Code: codeWeeksSkipped, Text: "The week of September 10, 2001 is left out."},
		{
			Code: codeWeeksBefore,
			Text: "The week of September 10, 2001 is not left out, since the notice or order preceded the release that leaves it out.",
		},
	}
}

// Week is a calendar week, from Sunday to Saturday. The zero Week is none.
type Week struct {
	First calendar.Date `json:"first"`
	Last  calendar.Date `json:"last"`
}

// contains reports whether the day is one of the seven.
func (w Week) contains(d calendar.Date) bool { return !d.Before(w.First) && !d.After(w.Last) }

// weekOf is the week that holds the day. It is the zero Week if the week does
// not lie within the years 1 to 9999.
func weekOf(d calendar.Date) Week {
	first := d.AddDays(-int(d.Weekday()))
	w := Week{First: first, Last: first.AddDays(6)}
	if w.First.IsZero() || w.Last.IsZero() {
		return Week{}
	}
	return w
}

// VolumeWeeks are the calendar weeks whose trading is averaged under paragraph
// (e)(1)(ii) of Rule 144. The zero VolumeWeeks is no answer.
type VolumeWeeks struct {
	// Anchor is the day before whose week they lie.
	Anchor calendar.Date `json:"anchor"`
	// Weeks are the four, the latest first.
	Weeks []Week `json:"weeks"`
	// Skipped are the weeks left out between them.
	Skipped []Week `json:"skipped,omitempty"`
	// Method and Version name how the answer was made.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// weekCount is the number of weeks averaged in every version of the rule.
const weekCount = 4

// Weeks returns the four calendar weeks before the week of the anchor day: the
// day on which the notice on Form 144 is filed or, if none is, the day on which
// the broker receives the order or a market maker executes it.
//
// They are whole weeks from Sunday to Saturday, never the 28 days before. The
// week of September 10, 2001, in which the markets closed, is skipped for days
// from 2001-09-21 on, when the release to that effect came into force.
//
// The error is [law.Faults]: a missing day, or one whose weeks do not lie in
// the years 1 to 9999.
func Weeks(anchor calendar.Date) (VolumeWeeks, error) {
	var fs law.Faults
	if anchor.IsZero() {
		fs.Missing("anchor")
		return VolumeWeeks{}, fs
	}
	weeks, skipped := weeksBefore(anchor)
	if weeks[weekCount-1] == (Week{}) {
		fs.Add(law.ErrRange, "anchor", anchor.String(), "has no four whole weeks before it in the years 1 to 9999")
		return VolumeWeeks{}, fs
	}
	out := VolumeWeeks{Anchor: anchor, Weeks: weeks[:], Method: MethodWeeks, Version: SaleVersion}
	sl := saleLaw{} // weeks are counted alike in every version; this cites today's text
	out.Why = weeksWhy(make(law.Reasons, 0, 2), &sl, anchor, &weeks, skipped)
	if skipped != (Week{}) {
		out.Skipped = []Week{skipped}
	}
	return out, nil
}

// weeksBefore is Weeks without the explanation.
func weeksBefore(anchor calendar.Date) (weeks [weekCount]Week, skipped Week) {
	var closed Week
	if !anchor.Before(releaseOf2001()) {
		closed = closedWeek()
	}
	first := anchor.AddDays(-int(anchor.Weekday()))
	for i := range weeks {
		first = first.AddDays(-7)
		if first == closed.First && !first.IsZero() {
			skipped, first = closed, first.AddDays(-7)
		}
		if !first.IsZero() {
			weeks[i] = Week{first, first.AddDays(6)}
		}
	}
	return weeks, skipped
}

// closedWeek is the week in which the markets closed.
func closedWeek() Week { return weekOf(calendar.MustDate(2001, time.September, 10)) }

// releaseOf2001 is the first day of the release that leaves that week out.
func releaseOf2001() calendar.Date { return calendar.MustDate(2001, time.September, 21) }

func weeksWhy(why law.Reasons, sl *saleLaw, anchor calendar.Date, weeks *[weekCount]Week, skipped Week) law.Reasons {
	release := law.Citation{Cite: "66 FR 49273", Title: "Release 33-8005A, effective September 21, 2001"}
	why = say(why, codeWeeks, sl.cite(cfr144+"(e)(1)(ii)"), "The ", strconv.Itoa(weekCount), " calendar weeks before the week of ",
		anchor.Long(), " run from ", weeks[weekCount-1].First.Long(), " to ", weeks[0].Last.Long(), ".")
	switch {
	case skipped != (Week{}):
		return say(why, codeWeeksSkipped, release, "The week of September 10, 2001 is skipped, and the next earlier one taken.")
	case weeks[0] == closedWeek():
		return say(why, codeWeeksBefore, release,
			"The week of September 10, 2001 counts: the day is before the release that leaves it out.")
	}
	return why
}

// say adds a step; the parts make one sentence.
func say(why law.Reasons, code law.Code, authority law.Citation, parts ...string) law.Reasons {
	return append(why, law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: authority})
}
