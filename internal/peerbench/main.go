// Command peerbench measures this library beside others on the same questions
// in one run, and counts the answers each gets wrong against published lists.
// Run it from its own folder:
//
//	go run .
package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/moov-io/base"
	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/aa"
	"github.com/rickar/cal/v2/us"

	"github.com/offerkit/offerkit/calendar"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "peerbench:", err)
		os.Exit(1)
	}
}

func run() error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	if err := calendars(w); err != nil {
		return err
	}
	fmt.Fprintln(w)
	if err := moneys(w); err != nil {
		return err
	}
	return w.Flush()
}

// calendars compares business-day questions.
func calendars(w *tabwriter.Writer) error {
	exchange, banks := usualExchange(), base.NewTime(time.Time{})
	days := make([]calendar.Date, 1024)
	instants := make([]time.Time, len(days))
	for i := range days {
		days[i] = calendar.MustDate(2000, 1, 1).AddDays(i * 7919 % 9000)
		instants[i] = days[i].At(calendar.MustClock(12, 0), time.UTC)
	}
	nyse, fed := calendar.NYSE(), calendar.FederalReserve()
	ask := func(f func(i int)) testing.BenchmarkResult {
		return testing.Benchmark(func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				f(i & 1023)
				i++
			}
		})
	}

	fmt.Fprintln(w, "question\tlibrary\tns/op\tallocs\ttimes ours")
	for _, q := range []struct {
		question string
		ours     func(i int)
		peers    map[string]func(i int)
		order    []string
	}{
		{
			"is it a session?", func(i int) { nyse.IsOpen(days[i]) },
			map[string]func(i int){"rickar/cal": func(i int) { exchange.IsWorkday(instants[i]) }},
			[]string{"rickar/cal"},
		},
		{
			"is it a banking day?", func(i int) { fed.IsOpen(days[i]) },
			map[string]func(i int){"moov-io/base": func(i int) { banks.Time = instants[i]; banks.IsBankingDay() }},
			[]string{"moov-io/base"},
		},
		{
			"3 sessions later", func(i int) { _, _ = nyse.Add(days[i], 3) },
			map[string]func(i int){"rickar/cal": func(i int) { exchange.WorkdaysFrom(instants[i], 3) }},
			[]string{"rickar/cal"},
		},
		{
			"3 banking days later", func(i int) { _, _ = fed.Add(days[i], 3) },
			map[string]func(i int){"moov-io/base": func(i int) { banks.Time = instants[i]; banks.AddBankingDay(3) }},
			[]string{"moov-io/base"},
		},
		{
			"252 sessions later", func(i int) { _, _ = nyse.Add(days[i], 252) },
			map[string]func(i int){"rickar/cal": func(i int) { exchange.WorkdaysFrom(instants[i], 252) }},
			[]string{"rickar/cal"},
		},
		{
			"sessions in ten years", func(i int) { _, _ = nyse.Count(days[i], days[i].AddDays(3653)) },
			map[string]func(i int){"rickar/cal": func(i int) { exchange.WorkdaysInRange(instants[i], instants[i].AddDate(0, 0, 3653)) }},
			[]string{"rickar/cal"},
		},
	} {
		ours := ask(q.ours)
		fmt.Fprintf(w, "%s\tofferkit\t%.1f\t%d\t1\n", q.question, perOp(ours), ours.AllocsPerOp())
		for _, name := range q.order {
			theirs := ask(q.peers[name])
			fmt.Fprintf(w, "%s\t%s\t%.1f\t%d\t%.0f\n", q.question, name, perOp(theirs), theirs.AllocsPerOp(), perOp(theirs)/perOp(ours))
		}
	}
	fmt.Fprintln(w)
	return wrong(w, exchange)
}

func perOp(r testing.BenchmarkResult) float64 { return float64(r.T.Nanoseconds()) / float64(r.N) }

// usualExchange is the exchange's calendar as its users usually build it from
// rickar/cal's ready holidays.
func usualExchange() *cal.BusinessCalendar {
	c := cal.NewBusinessCalendar()
	c.AddHoliday(us.NewYear, us.MlkDay, us.PresidentsDay, aa.GoodFriday, us.MemorialDay, us.Juneteenth,
		us.IndependenceDay, us.LaborDay, us.ThanksgivingDay, us.ChristmasDay)
	return c
}

// wrong counts wrong answers against lists published by the exchange and by
// the Board of Governors.
func wrong(w *tabwriter.Writer, exchange *cal.BusinessCalendar) error {
	closed, err := published("nyse_special_closings.csv", nil)
	if err != nil {
		return err
	}
	full := func(row []string) bool { return row[1] == "closed" }
	announced, err := published("nyse_announced.csv", full)
	if err != nil {
		return err
	}
	k8, err := published("federal_reserve_k8.csv", nil)
	if err != nil {
		return err
	}
	noon := func(d calendar.Date) time.Time { return d.At(calendar.MustClock(12, 0), calendar.NewYork()) }
	count := func(from, to calendar.Date, all bool, list map[calendar.Date]bool, open func(calendar.Date) bool) (bad, asked int) {
		for d := from; !d.After(to); d = d.AddDays(1) {
			if wd := d.Weekday(); wd == time.Saturday || wd == time.Sunday || !all && !list[d] {
				continue
			}
			asked++
			if open(d) == list[d] {
				bad++
			}
		}
		return bad, asked
	}
	fmt.Fprintln(w, "published list\tlibrary\twrong\tof days")
	row := func(list, library string, bad, asked int) {
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\n", list, library, bad, asked)
	}
	from, to := calendar.MustDate(1969, 1, 1), calendar.MustDate(2025, 12, 31)
	usual := func(d calendar.Date) bool { return exchange.IsWorkday(noon(d)) }
	bad, asked := count(from, to, false, closed, calendar.NYSE().IsOpen)
	row("NYSE special closings since 1969", "offerkit", bad, asked)
	bad, asked = count(from, to, false, closed, usual)
	row("NYSE special closings since 1969", "rickar/cal", bad, asked)

	from, to = calendar.MustDate(2026, 1, 1), calendar.MustDate(2028, 12, 31)
	bad, asked = count(from, to, true, announced, calendar.NYSE().IsOpen)
	row("NYSE calendar 2026-2028", "offerkit", bad, asked)
	bad, asked = count(from, to, true, announced, usual)
	row("NYSE calendar 2026-2028", "rickar/cal", bad, asked)

	to = calendar.MustDate(2030, 12, 31)
	bad, asked = count(from, to, true, k8, calendar.FederalReserve().IsOpen)
	row("Federal Reserve K.8 2026-2030", "offerkit", bad, asked)
	bad, asked = count(from, to, true, k8, func(d calendar.Date) bool {
		t := base.NewTime(noon(d))
		return t.IsBankingDay()
	})
	row("Federal Reserve K.8 2026-2030", "moov-io/base", bad, asked)
	return nil
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
