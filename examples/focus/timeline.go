package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
)

// moment is one day of the deal, for the drawing and the calendar file.
type moment struct {
	ID   string        // stays the same from run to run, as a calendar file asks
	Day  calendar.Date // the day
	By   time.Time     // the last instant of it that counts; zero if the whole day does
	What string        // a few words
	Why  string        // how it was computed, for people
}

// moments lists the days of the deal in order. Each is taken from the report,
// none is known beforehand.
func (r *report) moments() []moment {
	schedule := r.Schedules[0]
	all := []moment{
		{ID: "signing", Day: calendar.DateOf(newYork("2002-11-25", 12, 0)), What: "Agreement signed"},
		{ID: "wire", Day: schedule.LastWireDay, What: "Last day for a wire", Why: told(schedule.Why, escrow.CodeLastWireDay)},
		{ID: "funds", Day: schedule.LastFundsDay, What: "Last day for funds", Why: told(schedule.Why, calendar.CodeCount)},
		{ID: "closing", Day: schedule.Date, By: schedule.Cutoff, What: "Closing", Why: schedule.Why.String()},
		{ID: "notice", Day: r.Notice.Date, What: "A letter of the day of signing counts as given", Why: r.Notice.Why.String()},
		{ID: "address", Day: r.Address.Date, What: "The new address in it counts", Why: r.Address.Why.String()},
	}
	for _, m := range r.Rule144[0].Milestones {
		what := fmt.Sprintf("Rule 144: sale %s", m.Answer)
		if m.Answer == restrict.Available {
			what += " under " + m.Conditions.String()
		}
		all = append(all, moment{ID: "rule144-" + m.Date.String(), Day: m.Date, What: what, Why: m.Why.String()})
	}
	for _, d := range r.Deliveries {
		all = append(all, moment{
			ID: "delivery-" + d.Received.String(), Day: d.Banks.Due,
			What: "Unlegended shares due (papers of " + d.Received.String() + ")", Why: d.Banks.Why.String(),
		})
	}
	slices.SortStableFunc(all, func(a, b moment) int { return a.Day.Compare(b.Day) })
	return all
}

// told is the last reason of that code: the closing comes before the funds in a
// schedule.
func told(why law.Reasons, code law.Code) string {
	for _, reason := range slices.Backward(why) {
		if reason.Code == code {
			return reason.String()
		}
	}
	return ""
}
