package main

import (
	"time"

	"github.com/moov-io/base"
	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/aa"
	"github.com/rickar/cal/v2/us"

	"github.com/offerkit/offerkit/calendar"
)

// asked is about how many days each question is timed, a power of two.
const asked = 1024

// usualExchange is the exchange's calendar as its users usually build it from
// rickar/cal's ready holidays.
func usualExchange() *cal.BusinessCalendar {
	c := cal.NewBusinessCalendar()
	c.AddHoliday(us.NewYear, us.MlkDay, us.PresidentsDay, aa.GoodFriday, us.MemorialDay, us.Juneteenth,
		us.IndependenceDay, us.LaborDay, us.ThanksgivingDay, us.ChristmasDay)
	return c
}

// noon is the instant that stands for a day where a library takes instants.
func noon(d calendar.Date) time.Time { return d.At(calendar.MustClock(12, 0), calendar.NewYork()) }

// calendarQuestions compares business-day questions. Right is what the exchange
// and the Board of Governors published.
func calendarQuestions() ([]question, error) {
	closed, err := published("nyse_special_closings.csv", nil)
	if err != nil {
		return nil, err
	}
	announced, err := published("nyse_announced.csv", func(row []string) bool { return row[1] == "closed" })
	if err != nil {
		return nil, err
	}
	k8, err := published("federal_reserve_k8.csv", nil)
	if err != nil {
		return nil, err
	}
	var days [asked]calendar.Date
	var instants [asked]time.Time
	for i := range days {
		days[i] = calendar.MustDate(2000, 1, 1).AddDays(i * 7919 % 9000)
		instants[i] = days[i].At(calendar.MustClock(12, 0), time.UTC)
	}
	nyse, fed := calendar.NYSE(), calendar.FederalReserve()
	exchange, banks := usualExchange(), base.NewTime(time.Time{})

	ourSession := func(i int) { nyse.IsOpen(days[i]) }
	theirSession := func(i int) { exchange.IsWorkday(instants[i]) }
	usual := func(d calendar.Date) bool { return exchange.IsWorkday(noon(d)) }
	bank := func(d calendar.Date) bool { t := base.NewTime(noon(d)); return t.IsBankingDay() }

	special := list{calendar.MustDate(1969, 1, 1), calendar.MustDate(2025, 12, 31), closed}
	sessions := list{calendar.MustDate(2026, 1, 1), calendar.MustDate(2028, 12, 31), announced}
	banking := list{calendar.MustDate(2026, 1, 1), calendar.MustDate(2030, 12, 31), k8}

	later := func(n int) question {
		return question{map[int]string{3: "3 sessions later", 252: "252 sessions later"}[n], map[library]way{
			offerkit: {
				ask: func(i int) { _, _ = nyse.Add(days[i], n) },
				wrong: func() (int, int) {
					return sessions.later(n, func(d calendar.Date) calendar.Date { end, _ := nyse.Add(d, n); return end })
				},
			},
			rickar: {
				ask: func(i int) { exchange.WorkdaysFrom(instants[i], n) },
				wrong: func() (int, int) {
					return sessions.later(n, func(d calendar.Date) calendar.Date { return calendar.DateOf(exchange.WorkdaysFrom(noon(d), n)) })
				},
			},
		}}
	}
	return []question{
		{"is it a session, on the special closings since 1969?", map[library]way{
			offerkit: {ask: ourSession, wrong: func() (int, int) { return special.count(false, nyse.IsOpen) }},
			rickar:   {ask: theirSession, wrong: func() (int, int) { return special.count(false, usual) }},
		}},
		{"is it a session, in 2026 to 2028?", map[library]way{
			offerkit: {ask: ourSession, wrong: func() (int, int) { return sessions.count(true, nyse.IsOpen) }},
			rickar:   {ask: theirSession, wrong: func() (int, int) { return sessions.count(true, usual) }},
		}},
		{"is it a banking day, in 2026 to 2030?", map[library]way{
			offerkit: {ask: func(i int) { fed.IsOpen(days[i]) }, wrong: func() (int, int) { return banking.count(true, fed.IsOpen) }},
			moov: {
				ask:   func(i int) { banks.Time = instants[i]; banks.IsBankingDay() },
				wrong: func() (int, int) { return banking.count(true, bank) },
			},
		}},
		later(3),
		{"3 banking days later", map[library]way{
			offerkit: {
				ask: func(i int) { _, _ = fed.Add(days[i], 3) },
				wrong: func() (int, int) {
					return banking.later(3, func(d calendar.Date) calendar.Date { end, _ := fed.Add(d, 3); return end })
				},
			},
			moov: {
				ask: func(i int) { banks.Time = instants[i]; banks.AddBankingDay(3) },
				wrong: func() (int, int) {
					return banking.later(3, func(d calendar.Date) calendar.Date {
						t := base.NewTime(noon(d))
						return calendar.DateOf(t.AddBankingDay(3).In(calendar.NewYork()))
					})
				},
			},
		}},
		later(252),
		{"sessions in ten years", map[library]way{
			offerkit: {ask: func(i int) { _, _ = nyse.Count(days[i], days[i].AddDays(3653)) }},
			rickar:   {ask: func(i int) { exchange.WorkdaysInRange(instants[i], instants[i].AddDate(0, 0, 3653)) }},
		}},
	}, nil
}
