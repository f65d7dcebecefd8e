package calendar

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"
)

// TestReports asks what users of other libraries reported as wrong.
func TestReports(t *testing.T) {
	data, err := os.ReadFile("testdata/reports.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Rows []struct {
			ID, Op string
			Args   []any
			Want   any
		}
	}
	if err := json.Unmarshal(data, &file); err != nil || len(file.Rows) != 73 {
		t.Fatal(len(file.Rows), err)
	}
	for _, row := range file.Rows {
		t.Run(row.ID, func(t *testing.T) {
			got := answered(t, row.Op, row.Args)
			// Both as JSON has them.
			mine, other := must(json.Marshal(got)), must(json.Marshal(row.Want))
			if string(mine) != string(other) {
				t.Errorf("%s of %v is %s, want %s", row.Op, row.Args, mine, other)
			}
		})
	}
}

// answered answers one question.
func answered(t *testing.T, op string, args []any) any {
	t.Helper()
	text := func(i int) string { return args[i].(string) }
	on := func(i int) Date { t.Helper(); return day(t, text(i)) }
	number := func(i int) int { return int(args[i].(float64)) }
	named := func() Calendar { t.Helper(); return must(ByName(text(0))) }
	zone := func(i int) *time.Location { t.Helper(); return must(Zone(text(i))) }
	session := func() Session {
		t.Helper()
		s, ok := named().Session(on(1))
		if !ok {
			t.Fatalf("%v is closed", args)
		}
		return s
	}
	utc := func(at time.Time) string { return at.UTC().Format(time.RFC3339) }
	switch op {
	case "open":
		return named().IsOpen(on(1))
	case "closedall":
		for i := range args[1:] {
			if named().IsOpen(on(i + 1)) {
				return false
			}
		}
		return true
	case "kind":
		c, _ := named().Closure(on(1))
		return c.Kind
	case "hours":
		return session().Open.String() + "-" + session().Close.String()
	case "openat":
		return utc(session().OpenAt())
	case "closeat":
		return utc(session().CloseAt())
	case "days":
		var days []Date
		for d := range named().Days(on(1), on(2)) {
			days = append(days, d)
		}
		return days
	case "ndays":
		n := 0
		for range named().Days(on(1), on(2)) {
			n++
		}
		return n
	case "count":
		return must(named().Count(on(1), on(2)))
	case "customcount":
		var closures []Closure
		for _, d := range args[2].([]any) {
			closures = append(closures, Closure{Date: day(t, d.(string)), Name: "a holiday"})
		}
		return must(must(fiveDays("own", on(0), on(1), closures...)).Count(on(3), on(4)))
	case "add":
		return must(named().Add(on(1), number(2)))
	case "months":
		d, _ := on(0).AddMonths(number(1))
		return d
	case "endofmonth":
		return on(0).EndOfMonth()
	case "endofmonthafter":
		d, _ := on(0).AddMonths(number(1))
		return d.EndOfMonth()
	case "deadline":
		var dl Deadline
		if err := json.Unmarshal(must(json.Marshal(args[0])), &dl); err != nil {
			t.Fatal(err)
		}
		return must(dl.DateAfter(on(1)))
	case "settle":
		return must(RegularWay().Settle(on(0))).Date
	case "dayin":
		return DateIn(must(time.Parse(time.RFC3339, text(0))), zone(1))
	case "at":
		return utc(on(0).At(must(ParseClock(text(1))), zone(2)))
	case "sqlscan":
		var d Date
		if err := d.Scan(must(time.Parse(time.RFC3339, text(0)))); err != nil {
			t.Fatal(err)
		}
		return d
	}
	t.Fatalf("nobody answers %s of %s", op, strings.TrimSpace(text(0)))
	return nil
}
