package calendar_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// A closing announced this morning, before a new version of the library carries it.
func ExampleDeadline_Replace() {
	monday, tuesday := calendar.MustDate(2026, time.November, 30), calendar.MustDate(2026, time.December, 1)
	amended, err := calendar.NYSE().With(calendar.Closure{Date: tuesday, Name: "National day of mourning", Kind: calendar.Special})
	if err != nil {
		fmt.Println(err)
		return
	}
	// Every stored rule takes it, also one whose calendar is made of the exchange's.
	var rule calendar.Deadline
	stored := `{"count":1,"unit":"trading days","calendar":{"all":["NYSE","Federal Reserve"]}}`
	if err := json.Unmarshal([]byte(stored), &rule); err != nil {
		fmt.Println(err)
		return
	}
	rule, err = rule.Replace(calendar.NYSE(), amended)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(rule.DateAfter(monday))
	// Output: 2026-12-02 <nil>
}

func ExampleCalendar_Replace() {
	both, _ := calendar.NYSE().And(calendar.FederalReserve())
	amended, _ := calendar.NYSE().With(calendar.Closure{Date: calendar.MustDate(2026, time.December, 1), Name: "Storm", Kind: calendar.Special})
	both, err := both.Replace(calendar.NYSE(), amended)
	fmt.Println(both.IsOpen(calendar.MustDate(2026, time.December, 1)), err)

	closing, _ := calendar.NextTradingDay().Replace(calendar.NYSE(), amended)
	fmt.Println(closing.DateOn(calendar.MustDate(2026, time.November, 30)))

	notices, _ := calendar.NoticeClause{}.Replace(calendar.NYSE(), amended)
	fmt.Println(notices)

	settle, _ := calendar.RegularWay().Replace(calendar.NYSE(), amended)
	_, err = settle.Settle(calendar.MustDate(2026, time.December, 1))
	fmt.Println(err)
	// Output:
	// false <nil>
	// 2026-12-02 <nil>
	// no notice
	// trade: 2026-12-01 is not a session of the NYSE (amended) (Storm)
}

func ExampleStatute_Replace() {
	// An executive order has closed December 24.
	closed, _ := calendar.Federal().With(calendar.Closure{Date: calendar.MustDate(2026, time.December, 24), Name: "Christmas Eve", Kind: calendar.Special})
	form, _ := calendar.StatuteByKey("form-8-k")
	form, err := form.Replace(calendar.Federal(), closed)
	if err != nil {
		fmt.Println(err)
		return
	}
	due, err := form.After(calendar.MustDate(2026, time.December, 18))
	fmt.Println(due.Date, err)
	// Output: 2026-12-28 <nil>
}

func ExampleCalendar_WithSessions() {
	// An early close announced this morning.
	d := calendar.MustDate(2026, time.December, 1)
	amended, err := calendar.NYSE().WithSessions(calendar.Session{Date: d, Close: calendar.MustClock(13, 0), Name: "Storm"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(amended.Session(d))
	// Output: December 1, 2026, 9:30 a.m. to 1:00 p.m. (Storm) true
}

func ExampleDefinition() {
	// An exchange with a week and hours of its own, stored and read back.
	c, err := calendar.New(calendar.Definition{
		Name: "Riyadh", First: calendar.MustDate(2026, time.January, 1), Last: calendar.MustDate(2026, time.December, 31),
		Week: []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	data, _ := json.Marshal(c)
	fmt.Println(string(data))
	var back calendar.Calendar
	err = json.Unmarshal(data, &back)
	fmt.Println(back.Equal(c), back == c, err)
	// Output:
	// {"name":"Riyadh","first":"2026-01-01","last":"2026-12-31","week":["Sunday","Monday","Tuesday","Wednesday","Thursday"]}
	// true false <nil>
}

func ExampleCalendar_Scan() {
	// A column of text has the name of a ready calendar or the JSON of another one.
	both, err := calendar.NYSE().And(calendar.FederalReserve())
	if err != nil {
		fmt.Println(err)
		return
	}
	stored, err := both.Value()
	fmt.Println(stored, err)
	var back, ready calendar.Calendar
	fmt.Println(back.Scan(stored), back.Equal(both))
	fmt.Println(ready.Scan("XNYS"), ready)
	// Output:
	// {"name":"NYSE and Federal Reserve","all":["NYSE","Federal Reserve"]} <nil>
	// <nil> true
	// <nil> NYSE
}
