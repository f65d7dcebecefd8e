package calendar

import (
	"time"

	"github.com/rickar/cal/v2"

	"github.com/offerkit/offerkit/law"
)

// The recurring holidays of this package are rickar/cal values, so that its
// rule engine computes them and a user of that library can have them. Its
// stock functions build their days in the process-wide cal.DefaultLoc, where a
// day may lack a midnight; the functions below build them in UTC, so that the
// answers are the same in every time zone.

// The ways in which a holiday on a weekend is moved.
func keepNever() []cal.AltDay { return []cal.AltDay{} }

func keepSunday() []cal.AltDay { return []cal.AltDay{{Day: time.Sunday, Offset: 1}} }

func keepBoth() []cal.AltDay {
	return []cal.AltDay{{Day: time.Saturday, Offset: -1}, {Day: time.Sunday, Offset: 1}}
}

// years limits a holiday to the years from the first to the last, both
// included; 0 leaves that end open.
func years(from, to int, h cal.Holiday) *cal.Holiday {
	h.StartYear, h.EndYear, h.Type = from, to, cal.ObservancePublic
	return &h
}

// fixed is a holiday on the same date every year.
func fixed(name string, month time.Month, day int, observed []cal.AltDay) cal.Holiday {
	return cal.Holiday{Name: name, Month: month, Day: day, Observed: observed, Func: onDate}
}

// nthWeekday is a holiday on the nth such weekday of a month; a negative n
// counts from the month's end.
func nthWeekday(name string, n int, weekday time.Weekday, month time.Month) cal.Holiday {
	return cal.Holiday{Name: name, Month: month, Weekday: weekday, Offset: n, Func: onNthWeekday}
}

// goodFriday is the Friday before Easter Sunday.
func goodFriday() cal.Holiday {
	return cal.Holiday{Name: "Good Friday", Offset: -2, Func: onEaster}
}

// electionDay is the Tuesday after the first Monday of November, which is
// never November 1.
func electionDay() cal.Holiday {
	return cal.Holiday{
		Name: "Election Day", Month: time.November, Weekday: time.Monday, Offset: 1, CalcOffset: 1, Func: onNthWeekday,
	}
}

func onDate(h *cal.Holiday, year int) time.Time {
	return time.Date(year, h.Month, h.Day, 0, 0, 0, 0, time.UTC)
}

func onNthWeekday(h *cal.Holiday, year int) time.Time {
	if h.Offset < 0 {
		last := time.Date(year, h.Month+1, 0, 0, 0, 0, 0, time.UTC)
		back := int(last.Weekday()-h.Weekday+7) % 7
		return last.AddDate(0, 0, 7*(h.Offset+1)-back)
	}
	first := time.Date(year, h.Month, 1, 0, 0, 0, 0, time.UTC)
	ahead := int(h.Weekday-first.Weekday()+7) % 7
	return first.AddDate(0, 0, 7*(h.Offset-1)+ahead)
}

// onEaster finds Easter Sunday of the Gregorian calendar with Gauss's method
// in the anonymous form of 1876, and moves by the holiday's offset.
func onEaster(h *cal.Holiday, year int) time.Time {
	golden, century, rest := year%19, year/100, year%100
	epact := (19*golden + century - century/4 - (century-(century+8)/25+1)/3 + 15) % 30
	sunday := (32 + 2*(century%4) + 2*(rest/4) - epact - rest%4) % 7
	late := (golden + 11*epact + 22*sunday) / 451
	n := epact + sunday - 7*late + 114
	return time.Date(year, time.Month(n/31), n%31+1+h.Offset, 0, 0, 0, 0, time.UTC)
}

// closeHolidays takes out the days on which the holidays are kept. The years
// reach one beyond the table, since January 1 can be kept on December 31.
func (b *builder) closeHolidays(authority *law.Citation, holidays []*cal.Holiday) {
	for year := b.first.Year(); year <= min(b.last.Year()+1, 9999); year++ {
		for _, h := range holidays {
			actual, kept := h.Calc(year)
			if kept.IsZero() {
				continue
			}
			moved := DateOf(kept).Sub(DateOf(actual))
			b.close(DateOf(kept), rule{name: h.Name, authority: authority, moved: int16(moved)}) // #nosec G115 -- a day or two
		}
	}
}

// closeOccasions takes out days closed by a decision for that day alone.
func (b *builder) closeOccasions(authority *law.Citation, occasions []occasion) {
	for _, o := range occasions {
		b.close(numbered(o.day), rule{name: o.name, authority: authority, special: true, once: true})
	}
}

// numbered turns 2012_10_29 into a day.
func numbered(n int) Date { return fromCivil(n/10000, time.Month(n/100%100), n%100) }
