package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Dates is one date under the two conventions of counting months.
//
// The zero Dates says that there is no such date. The rule's text ("a minimum
// of six months must elapse") defines neither a month nor its end, and no
// release or staff answer was found that does, so that both are readings:
//
//   - Anniversary is the same-numbered day, or the last day of a shorter
//     month: on it the period is complete (Fogel v. Commissioner, 203 F.2d 347
//     (5th Cir. 1953), on a tax statute).
//   - Conservative is the first day on which more than the period has passed on
//     any reading: the day after the anniversary, counted from the last day of
//     a month to the last day of a month (Caspe v. United States, 694 F.2d 1116
//     (8th Cir. 1982), on a tax statute).
//
// Neither is moved off weekends or holidays.
type Dates struct {
	Anniversary  calendar.Date `json:"anniversary,omitzero"`
	Conservative calendar.Date `json:"conservative,omitzero"`
}

// PeriodEnd returns the first day on which the months have elapsed since the
// start, under both conventions. Months are calendar months: six months are
// never 180 days, and a year is never 365.
//
// The error is [law.Faults]: a missing start, fewer months than one, or an end
// after the year 9999.
func PeriodEnd(start calendar.Date, months int) (Dates, error) {
	var fs law.Faults
	required(&fs, "start", start)
	if months < 1 {
		fs.Add(law.ErrRange, "months", strconv.Itoa(months), "is less than one month")
	}
	if len(fs) > 0 {
		return Dates{}, fs
	}
	end := Dates{periodEnd(start, months, anniversary), periodEnd(start, months, conservative)}
	if end.Conservative.IsZero() {
		fs.Add(law.ErrRange, "months", strconv.Itoa(months), "from %s end after the year 9999", start)
		return Dates{}, fs
	}
	return end, nil
}

// convention is a way of counting.
type convention bool

const (
	anniversary  convention = false
	conservative convention = true
)

// periodEnd is the first day on which the months have elapsed. It is "no date"
// after the year 9999.
func periodEnd(start calendar.Date, months int, by convention) calendar.Date {
	end, _ := start.AddMonths(months) // clamped: August 31 and six months make the end of February
	if by == anniversary {
		return end
	}
	if start == start.EndOfMonth() {
		end = end.EndOfMonth() // Caspe: November 30 and six months make May 31
	}
	return end.AddDays(1)
}

// elapsed counts whole months under the two conventions.
type elapsed struct{ anniversary, conservative int }

// monthsElapsed counts the whole months from the start to the sale: the most
// months whose periodEnd has come. The counts are negative if the sale is
// earlier.
func monthsElapsed(start, sale calendar.Date) elapsed {
	fromYear, fromMonth, from := start.Civil()
	toYear, toMonth, to := sale.Civil()
	months := (toYear-fromYear)*12 + int(toMonth) - int(fromMonth)
	e := elapsed{months, months}
	if to < from && !endsMonth(sale, to) {
		e.anniversary-- // the same-numbered day, or the last of a shorter month, has not come
	}
	if to <= from || endsMonth(start, from) {
		e.conservative-- // the day after it, or after the end of the month, has not come
	}
	return e
}

// monthsUpTo is monthsElapsed for a period of that many months: once more days
// have passed than so many months can have, it counts no further.
func monthsUpTo(months int, start, sale calendar.Date) elapsed {
	if sale.Sub(start) > 31*months+1 {
		return elapsed{months, months}
	}
	return monthsElapsed(start, sale)
}

// by is the count under one convention.
func (e elapsed) by(c convention) int {
	if c == conservative {
		return e.conservative
	}
	return e.anniversary
}

// endsMonth reports whether d, which is that day of its month, is the last.
func endsMonth(d calendar.Date, dayOfMonth int) bool {
	return dayOfMonth >= 28 && d.AddDays(1).Day() <= 1 // 0 after the last day of all
}

// reached reports whether the day has come by the date of the sale. "No date"
// is a day that never comes.
func reached(sale, day calendar.Date) bool { return !day.IsZero() && !sale.Before(day) }

// reportingSeasoned is the first day on which an issuer has been reporting for
// the days that the rule asks for, all of them "immediately before the sale":
// the sale's own day is not among them. An issuer reporting since January 2 has
// 90 such days on April 2, and 90 whole days after January 2 on April 3.
func reportingSeasoned(since calendar.Date, days int, by convention) calendar.Date {
	if by == conservative {
		days++
	}
	return since.AddDays(days)
}

// affiliateCleared is the first day of sale with the months clear of
// affiliation before it, counted from the first day that was clear. Since that
// day counts and the sale's does not, the months are whole under either
// convention.
func affiliateCleared(last calendar.Date, months int) calendar.Date {
	day, _ := last.AddDays(1).AddMonths(months)
	return day
}

// affiliateReleased is the first day of sale on which the last day as an
// affiliate is no longer among the days immediately before it.
func affiliateReleased(last calendar.Date, days int) calendar.Date {
	return last.AddDays(days + 1)
}
