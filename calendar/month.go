package calendar

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
)

// NthOfMonth returns the n-th open day of a month: 1 is the first, -1 the
// last. The errors are [law.Faults]: n is 0 or the month has fewer open days,
// the month does not exist or lies, in part or whole, outside the calendar.
func (c Calendar) NthOfMonth(year int, month time.Month, n int) (Date, error) {
	first, err := NewDate(year, month, 1)
	if err != nil {
		return Date{}, err
	}
	last := first.EndOfMonth()
	if !c.Contains(first) {
		return Date{}, c.outside(first)
	}
	if !c.Contains(last) {
		return Date{}, c.outside(last)
	}
	t := c.t
	before, through := t.rank(t.index(first)), t.rank(t.index(last))
	if c.IsOpen(first) {
		before--
	}
	open := through - before
	switch {
	case n >= 1 && n <= open:
		return t.nth(before + n - 1), nil
	case n <= -1 && n >= -open:
		return t.nth(through + n), nil
	}
	var fs law.Faults
	fs.Add(law.ErrRange, "n", strconv.Itoa(n), "is not from 1 to %d or from -1 to -%d, the open days of %s %d", open, open, month, year)
	return Date{}, fs
}

// QuarterEnd returns the last day of d's calendar quarter; "no date" for "no
// date". Deadlines of Schedule 13G count from it.
func (d Date) QuarterEnd() Date {
	if d.n == 0 {
		return d
	}
	year, month, _ := d.Civil()
	return fromCivil(year, (month+2)/3*3, 1).EndOfMonth()
}
