package main

import (
	"io"

	"github.com/offerkit/offerkit/calendar"
)

// writeICS writes the days of the deal as an iCalendar file. The stamp is the
// signing and not the clock, so that every run writes the same bytes.
func writeICS(w io.Writer, r *report) error {
	var events []calendar.Entry
	for _, m := range r.moments() {
		e := calendar.Entry{UID: m.ID + "@focus.offerkit.example", Summary: m.What, Description: m.Why, Date: m.Day}
		if !m.By.IsZero() {
			e.Date, e.Start = calendar.Date{}, m.By
		}
		events = append(events, e)
	}
	text, err := calendar.ICalendar("-//offerkit//examples/focus//EN", newYork("2002-11-25", 12, 0), events...)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}
