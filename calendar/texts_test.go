package calendar_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
	"github.com/rickar/cal/v2"
)

// doors has each function that takes text, and asks it with golden values.
func doors(t *testing.T) []golden.Door {
	deadline := golden.Of[calendar.Deadline](t, goldenQuestions())
	tolled, shutdown := deadline, golden.Of[calendar.Period](t, goldenQuestions())
	tolled.Tolling = calendar.ExtendedByDays
	rule := golden.Of[calendar.ClosingRule](t, goldenQuestions())
	clause := golden.Of[calendar.NoticeClause](t, goldenQuestions())
	notice := golden.Of[calendar.Notice](t, goldenQuestions())
	due := golden.Of[calendar.Due](t, goldenAnswers(t))
	dues := []calendar.Due{due, due}
	sessions := []calendar.Session{{Date: eve(), Open: calendar.MustClock(9, 30), Close: calendar.MustClock(13, 0), Name: "a storm"}}
	closures := []calendar.Closure{golden.Of[calendar.Closure](t, goldenAnswers(t))}
	statute := golden.Of[calendar.Statute](t, goldenAnswers(t))
	filed := slices.IndexFunc(calendar.Statutes(), func(s calendar.Statute) bool { return s.Eras[0].Value.Cutoff.Zone != nil })
	filing := calendar.Statutes()[filed]
	period := golden.Of[calendar.Period](t, goldenQuestions())
	window, run := golden.Of[calendar.Window](t, goldenQuestions()), golden.Of[calendar.Run](t, goldenQuestions())
	schedule, hours := golden.Of[calendar.Schedule](t, goldenQuestions()), golden.Of[calendar.ReceiptHours](t, goldenQuestions())
	span := golden.Of[calendar.Span](t, goldenAnswers(t))
	span.Why = nil // not used
	product, entries := "-//Example Corp//Deals//EN", []calendar.Entry{golden.Of[calendar.Entry](t, goldenQuestions())}
	settle, venue := calendar.RegularWay(), golden.Of[calendar.TradeDateRule](t, goldenQuestions())
	timeline, cutoff := calendar.SettlementCycle(), calendar.Cutoff{Clock: calendar.MustClock(15, 0), Zone: calendar.NewYork()}
	name, first, last := "a calendar", eve().AddDays(-10), eve().AddDays(10)
	holidays := cal.NewBusinessCalendar()
	holidays.AddHoliday(&cal.Holiday{Name: "a day", Month: time.November, Day: 28, Func: cal.CalcDayOfMonth})
	// The lag of a rule that never gives notice is not used.
	used := func() calendar.NoticeClause {
		out := clause
		out.Rules = slices.Clone(clause.Rules)
		for i := range out.Rules {
			if rule := &out.Rules[i]; rule.Start == calendar.Never {
				rule.Lag.Unit, rule.Lag.Roll, rule.Lag.MonthEnd, rule.Lag.Tolling = "", "", "", ""
			}
		}
		return out
	}
	// A calendar keeps its name and those of its closures.
	kept := func(c calendar.Calendar, err error) (any, error) {
		var closures []calendar.Closure
		if err == nil {
			closures = c.Closures(eve().Year())
		}
		return []any{c.Name(), closures}, err
	}
	day, clock, ready, key, zone := "2002-11-27", "15:00", "NYSE", "form-d", "UTC"
	return []golden.Door{
		{Name: "ParseDate", In: []any{&day}, Ask: func() (any, error) { return calendar.ParseDate(day) }},
		{Name: "Date.Scan", In: []any{&day}, Ask: func() (any, error) { return nil, new(calendar.Date).Scan(day) }},
		{Name: "ParseClock", In: []any{&clock}, Ask: func() (any, error) { return calendar.ParseClock(clock) }},
		{Name: "Clock.Scan", In: []any{&clock}, Ask: func() (any, error) { return nil, new(calendar.Clock).Scan(clock) }},
		{Name: "Calendar.Scan", In: []any{&ready}, Ask: func() (any, error) { return nil, new(calendar.Calendar).Scan(ready) }},
		{Name: "ByName", In: []any{&ready}, Ask: func() (any, error) { return calendar.ByName(ready) }},
		{Name: "StatuteByKey", In: []any{&key}, Ask: func() (any, error) { return calendar.StatuteByKey(key) }},
		{Name: "Zone", In: []any{&zone}, Ask: func() (any, error) { _, err := calendar.Zone(zone); return nil, err }},
		{Name: "Period.Contains", In: []any{&period}, Ask: func() (any, error) { return period.Contains(eve()) }},
		{Name: "Period.Validate", In: []any{&period}, Ask: func() (any, error) { return period, period.Validate() }},
		{Name: "ICalendar", In: []any{&product, &entries}, Ask: func() (any, error) {
			text, err := calendar.ICalendar(product, onEve(9, 0), entries...)
			return string(text), err
		}},
		{Name: "Cutoff.Validate", In: []any{&cutoff}, Ask: func() (any, error) { return cutoff, cutoff.Validate() }},
		{Name: "Deadline.After", In: []any{&deadline}, Ask: func() (any, error) { return deadline.After(eve()) }},
		{Name: "Deadline.AfterReceipt", In: []any{&deadline}, Ask: func() (any, error) { return deadline.AfterReceipt(onEve(12, 0)) }},
		{Name: "Deadline.AfterTolled", In: []any{&tolled, &shutdown}, Ask: func() (any, error) { return tolled.AfterTolled(eve(), shutdown) }},
		{Name: "Deadline.Before", In: []any{&deadline}, Ask: func() (any, error) { return deadline.Before(eve()) }},
		{Name: "Deadline.DateAfter", In: []any{&deadline}, Ask: func() (any, error) { return deadline.DateAfter(eve()) }},
		{Name: "Deadline.DateBefore", In: []any{&deadline}, Ask: func() (any, error) { return deadline.DateBefore(eve()) }},
		{Name: "Deadline.Validate", In: []any{&deadline}, Ask: func() (any, error) { return deadline, deadline.Validate() }},
		{Name: "ClosingRule.On", In: []any{&rule}, Ask: func() (any, error) { return rule.On(eve()) }},
		{Name: "ClosingRule.At", In: []any{&rule}, Ask: func() (any, error) { return rule.At(onEve(12, 0)) }},
		{Name: "ClosingRule.DateOn", In: []any{&rule}, Ask: func() (any, error) { return rule.DateOn(eve()) }},
		{Name: "ClosingRule.Validate", In: []any{&rule}, Ask: func() (any, error) { return rule, rule.Validate() }},
		{Name: "NoticeClause.Given", In: []any{&clause, &notice}, Ask: func() (any, error) { return clause.Given(notice) }},
		{Name: "NoticeClause.Validate", In: []any{&clause}, Ask: func() (any, error) { return used(), clause.Validate() }},
		{Name: "Window.After", In: []any{&window}, Ask: func() (any, error) { return window.After(eve()) }},
		{Name: "Window.Before", In: []any{&window}, Ask: func() (any, error) { return window.Before(eve()) }},
		{Name: "Window.Validate", In: []any{&window}, Ask: func() (any, error) { return window, window.Validate() }},
		{Name: "Span.Contains", In: []any{&span}, Ask: func() (any, error) { return span.Contains(eve()) }},
		{Name: "Run.After", In: []any{&run}, Ask: func() (any, error) { return run.After(eve()) }},
		{Name: "Run.Before", In: []any{&run}, Ask: func() (any, error) { return run.Before(eve()) }},
		{Name: "Run.Validate", In: []any{&run}, Ask: func() (any, error) { return run, run.Validate() }},
		{Name: "Schedule.Year", In: []any{&schedule}, Ask: func() (any, error) { return schedule.Year(2002) }},
		{Name: "Schedule.Between", In: []any{&schedule}, Ask: func() (any, error) { return schedule.Between(eve(), eve().AddDays(100)) }},
		{Name: "Schedule.Next", In: []any{&schedule}, Ask: func() (any, error) { return schedule.Next(eve()) }},
		{Name: "Schedule.Prev", In: []any{&schedule}, Ask: func() (any, error) { return schedule.Prev(eve()) }},
		{Name: "Schedule.Validate", In: []any{&schedule}, Ask: func() (any, error) { return schedule, schedule.Validate() }},
		{Name: "ReceiptHours.Counts", In: []any{&hours}, Ask: func() (any, error) { return hours.Counts(onEve(17, 0)) }},
		{Name: "ReceiptHours.Validate", In: []any{&hours}, Ask: func() (any, error) { return hours, hours.Validate() }},
		{Name: "Period.Days", In: []any{&period}, Ask: func() (any, error) { return period.Days() }},
		{Name: "EarlierOf", In: []any{&dues}, Ask: func() (any, error) { return calendar.EarlierOf(dues...) }},
		{Name: "LaterOf", In: []any{&dues}, Ask: func() (any, error) { return calendar.LaterOf(dues...) }},
		{Name: "New", In: []any{&name, &closures, &sessions}, Ask: func() (any, error) {
			return kept(calendar.New(calendar.Definition{Name: name, First: first, Last: last, Closures: closures, Sessions: sessions}))
		}},
		{Name: "Calendar.WithSessions", In: []any{&sessions}, Ask: func() (any, error) { return kept(calendar.NYSE().WithSessions(sessions...)) }},
		{Name: "Calendar.With", In: []any{&closures}, Ask: func() (any, error) { return kept(calendar.NYSE().With(closures...)) }},
		{Name: "FromCal", In: []any{&name, &holidays.Holidays[0].Name}, Ask: func() (any, error) { return kept(calendar.FromCal(name, holidays, first, last)) }},
		{Name: "Statute.After", In: []any{&statute}, Ask: func() (any, error) { return statute.After(eve().AddDays(3_000)) }},
		{Name: "Statute.AfterReceipt", In: []any{&filing}, Ask: func() (any, error) { return filing.AfterReceipt(onEve(12, 0).AddDate(20, 0, 0)) }},
		{Name: "TradeDateRule.At", In: []any{&venue}, Ask: func() (any, error) { return venue.At(onEve(12, 0)) }},
		{Name: "SettlementRule.Settle", In: []any{&settle}, Ask: func() (any, error) { return settle.Settle(eve()) }},
		{Name: "Timeline.At", In: []any{&timeline}, Ask: func() (any, error) { return timeline.At(eve()) }},
	}
}

func TestTextIsUTF8(t *testing.T) { golden.Texts(t, doors(t)) }

func TestTextIsUTF8InJSON(t *testing.T) {
	golden.TextsJSON(t, append(goldenQuestions(), golden.Of[calendar.Closure](t, goldenAnswers(t)), golden.Of[calendar.Statute](t, goldenAnswers(t))))
}

// Those that take no text are no doors.
func TestDoorsAreAll(t *testing.T) {
	golden.Doors(t, doors(t), "Calendar.Add", "Calendar.Next", "Calendar.Prev", "Calendar.OnOrAfter", "Calendar.OnOrBefore", "Calendar.Count",
		"Calendar.Through", "Calendar.And", "Calendar.Or", "Calendar.NthOfMonth", "Cutoff.Day", "NewClock", "NewDate", "Calendar.IsOpenAt", "Calendar.NextOpen", "Calendar.NextClose",
		"Calendar.TradingTime", "TradeDateRule.Validate", "TradeDateRule.Replace", "Calendar.Replace", "Deadline.Replace", "ClosingRule.Replace", "NoticeClause.Replace",
		"Statute.Replace", "SettlementRule.Replace", "Window.Replace", "Run.Replace", "Schedule.Replace", "ReceiptHours.Replace", "Date.Value", "Clock.Value", "Calendar.Value")
}

// TestInstantsOfJSON refuses what the time package takes for RFC 3339, and reads the
// offset as stated.
func TestInstantsOfJSON(t *testing.T) {
	for _, text := range []string{
		"2002-11-27T15:04:00,5Z", "2002-11-27T3:04:00Z", "2002-11-27T15:04:00+24:00", "2002-11-27T15:04:00-05:60", "2002-11-27 15:04:00Z", "2002-11-27",
	} {
		for _, field := range []string{"sent", "received"} {
			var n calendar.Notice
			err := n.UnmarshalJSON([]byte(`{"method":"us mail","` + field + `":"` + text + `"}`))
			var fs law.Faults
			if !errors.As(err, &fs) || len(fs) != 1 || fs[0].Field != field || !errors.Is(err, law.ErrInvalid) {
				t.Errorf("%s: %v, %v", text, n, err)
			}
		}
	}
	var n calendar.Notice
	if err := n.UnmarshalJSON([]byte(`{"method":"us mail","sent":"2002-11-27T15:04:00.5-05:00"}`)); err != nil ||
		!n.Sent.Equal(onEve(15, 4).Add(time.Second/2)) || n.Sent.Location() == time.Local {
		t.Errorf("%v, %v", n, err)
	}
}
