package main

import (
	"encoding/csv"
	"os"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// list is what was published: the days of a span on which all is closed,
// besides Saturdays and Sundays.
type list struct {
	from, to calendar.Date
	closed   map[calendar.Date]bool
}

func weekend(d calendar.Date) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }

// count counts the wrong answers about all weekdays of the span, or only about
// those on the list.
func (l list) count(all bool, open func(calendar.Date) bool) (bad, asked int) {
	for d := l.from; !d.After(l.to); d = d.AddDays(1) {
		if weekend(d) || !all && !l.closed[d] {
			continue
		}
		asked++
		if open(d) == l.closed[d] {
			bad++
		}
	}
	return bad, asked
}

// later counts the wrong answers about the n-th open day after each open day of
// the span, as far as that is within it. Right is what stepping a day at a time
// along the list finds.
func (l list) later(n int, answer func(calendar.Date) calendar.Date) (bad, asked int) {
	var open []calendar.Date
	for d := l.from; !d.After(l.to); d = d.AddDays(1) {
		if !weekend(d) && !l.closed[d] {
			open = append(open, d)
		}
	}
	for i := 0; i+n < len(open); i++ {
		asked++
		if answer(open[i]) != open[i+n] {
			bad++
		}
	}
	return bad, asked
}

// published reads the days of a list in the calendar package's testdata.
func published(name string, keep func(row []string) bool) (map[calendar.Date]bool, error) {
	f, err := os.Open("../../calendar/testdata/" + name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	days := make(map[calendar.Date]bool)
	for _, row := range rows[1:] {
		d, err := calendar.ParseDate(row[0])
		if err != nil {
			return nil, err
		}
		if keep == nil || keep(row) {
			days[d] = true
		}
	}
	return days, nil
}
