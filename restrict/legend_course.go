package restrict

import (
	"slices"
	"strings"
	"sync"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// turn is a day from which a limb is met, not met, or not known to be.
type turn struct {
	from calendar.Date
	met  law.YesNo
}

// course is how a limb stands through time, the first turn before all days.
// The empty course is never met.
type course []turn

// add appends a turn unless nothing changes; days come in order.
func (c course) add(from calendar.Date, met law.YesNo) course {
	if n := len(c); n > 0 && c[n-1].from == from {
		c = c[:n-1]
	}
	if n := len(c); n > 0 && c[n-1].met == met || n == 0 && met == law.No {
		return c
	}
	return append(c, turn{from, met})
}

// since is met from the day on. Without a day it is never met.
func since(from calendar.Date, met law.YesNo) course {
	if from.IsZero() || met == law.No {
		return nil
	}
	return course{{from, met}}
}

// unknowable is unknown on all days.
func unknowable() course { return course{{calendar.Date{}, law.Unknown}} }

// at is how the limb stands on a day.
func (c course) at(day calendar.Date) law.YesNo {
	met := law.No
	for _, t := range c {
		if t.from.After(day) {
			break
		}
		met = t.met
	}
	return met
}

// opening is the first day of the run of days on which the limb is met that the
// day falls in or, if it falls in none, of the next one.
func (c course) opening(day calendar.Date) calendar.Date {
	var r run
	for _, t := range c {
		r.add(t.from, t.met == law.Yes, day)
	}
	return r.from
}

// together is how any one of the courses stands, or all of them.
func together(needs LegendNeeds, courses []course) course {
	if len(courses) == 1 {
		return courses[0]
	}
	var days []calendar.Date
	for _, c := range courses {
		for _, t := range c {
			days = append(days, t.from)
		}
	}
	slices.SortFunc(days, calendar.Date.Compare)
	out := make(course, 0, len(days))
	for _, day := range slices.Compact(days) {
		out = out.add(day, standingOn(needs, courses, day))
	}
	return out
}

// standingOn is how any one of the courses, or all, stand on a day. What is
// unknown counts only if nothing that is known settles it.
func standingOn(needs LegendNeeds, courses []course, day calendar.Date) law.YesNo {
	settled, otherwise := law.Yes, law.No
	if needs == AllLimbs {
		settled, otherwise = law.No, law.Yes
	}
	for _, c := range courses {
		met := c.at(day)
		if met == settled {
			return settled
		}
		if met == law.Unknown {
			otherwise = law.Unknown
		}
	}
	return otherwise
}

// periodDates is the end of a contract's or a rule's period under both
// conventions: the day counted to, and the first day after it on any reading.
func periodDates(start calendar.Date, count int, unit calendar.Unit) Dates {
	days := 1
	switch unit {
	case calendar.Years, calendar.Months:
		if unit == calendar.Years {
			count *= 12
		}
		return Dates{periodEnd(start, count, anniversary), periodEnd(start, count, conservative)}
	case calendar.Weeks:
		days = 7
	default:
	}
	end := start.AddDays(days * count)
	return Dates{end, end.AddDays(1)}
}

// offshore are the periods of Regulation S in the catalog of deadlines.
//
//nolint:gochecknoglobals // the memo of a pure function
var offshore = sync.OnceValue(func() []calendar.Statute {
	return slices.DeleteFunc(calendar.Statutes(), func(s calendar.Statute) bool { return !strings.HasPrefix(s.Key, "reg-s-") })
})

// offshorePeriod is the period of that key; nil if there is none.
func offshorePeriod(key string) *calendar.Statute {
	periods := offshore()
	for i := range periods {
		if periods[i].Key == key {
			return &periods[i]
		}
	}
	return nil
}

// end is the end of the limb's period from the day that starts it, and the text
// that sets it.
func (l *Limb) end(start calendar.Date) (Dates, law.Citation, error) {
	count, unit, authority := l.Count, l.Unit, l.Authority
	if l.Kind == LimbRegulationS {
		era, err := offshorePeriod(l.Statute).Eras.At(start)
		if err != nil {
			return Dates{}, law.Citation{}, err
		}
		count, unit, authority = era.Value.Count, era.Value.Unit, era.Value.Authority
		if authority == (law.Citation{}) {
			authority = era.Authority
		}
	}
	dates := periodDates(start, count, unit)
	if dates.Conservative.IsZero() {
		var fs law.Faults
		fs.Add(law.ErrRange, "", start.String(), "and the period end after the year 9999")
		return Dates{}, law.Citation{}, fs
	}
	return dates, authority, nil
}
