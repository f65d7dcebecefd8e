package calendar_test

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// eve is the day before Thanksgiving 2002, two days after the agreement was
// signed.
func eve() calendar.Date { return calendar.MustDate(2002, time.November, 27) }

// onEve is a time of that day in New York.
func onEve(hour, minute int) time.Time {
	return eve().At(calendar.MustClock(hour, minute), calendar.NewYork())
}

// unlegended is the deadline of the agreement for shares without a legend.
func unlegended() calendar.Deadline {
	return calendar.Deadline{
		Name: "Unlegended shares", Count: 3, Unit: calendar.BusinessDays, RollEvent: true, Calendar: calendar.FederalReserve(),
		Cutoff:    calendar.Cutoff{Clock: calendar.MustClock(17, 0), Zone: calendar.NewYork(), Exclusive: true},
		Authority: law.Citation{Cite: "Agreement §1(b)(ii)"},
	}
}

// venue trades in an evening for the day after it.
func venue() calendar.TradeDateRule {
	return calendar.TradeDateRule{Calendar: calendar.NYSE(), Eras: calendar.Timeline[calendar.TradingHours]{{
		From: eve().AddDays(-100), Authority: law.Citation{Cite: "Agreement §1", Doubt: "a sample"},
		Value: calendar.TradingHours{Open: calendar.MustClock(21, 0), Evening: true, AfterClose: 240},
	}}}
}

// amendment is a definition with one of each field.
func amendment() calendar.Definition {
	return calendar.Definition{
		Name: "Firm", First: eve(), Last: eve().AddDays(400), Announced: eve().AddDays(30), Week: []string{"Monday", "Tuesday", "Wednesday"},
		Open: calendar.MustClock(9, 0), Close: calendar.MustClock(17, 0),
		Closures: []calendar.Closure{{Date: eve(), Name: "Office closed", Kind: calendar.Special}},
		Sessions: []calendar.Session{{Date: eve().AddDays(1), Close: calendar.MustClock(12, 0), Name: "Half a day"}},
	}
}

// amended is a calendar made of others.
func amended() calendar.Calendar {
	firm, _ := calendar.New(amendment())
	both, _ := calendar.New(calendar.Definition{All: []calendar.Calendar{calendar.NYSE(), firm}})
	return both
}

// goldenQuestions has one of each type that is asked with.
func goldenQuestions() []any {
	return []any{
		eve(), calendar.MustClock(15, 0), amended(), unlegended(), unlegended().Cutoff, calendar.FocusClosing(),
		calendar.FocusNotices(),
		calendar.Notice{Method: calendar.Mail, Sent: onEve(9, 0), Received: onEve(9, 0).AddDate(0, 0, 6)},
		calendar.SettlementCycle(), calendar.RegularWay(), amendment(), venue(), sinceAudit(), recordDate(), pricing(), quarterEnds(), putNotices(),
		calendar.Entry{UID: "a@example.com", Summary: "Records due", Description: "By noon.\nOr later.", Date: eve(), Through: eve().AddDays(1), Tentative: true},
	}
}

// sinceAudit is the period of a representation about filings.
func sinceAudit() calendar.Period {
	return calendar.Period{
		From: calendar.MustDate(2001, time.December, 31), FromIncluded: law.No,
		Until: calendar.MustDate(2002, time.November, 25), UntilIncluded: law.No,
	}
}

// recordDate is the window for the record date of a meeting.
func recordDate() calendar.Window {
	return calendar.Window{
		Least: calendar.Deadline{Name: "Record date", Count: 10, Unit: calendar.Days, Authority: law.Citation{Cite: "Agreement §9"}},
		Most:  calendar.Deadline{Count: 60, Unit: calendar.Days},
	}
}

// pricing is the 30 trading days ending on the trading day before.
func pricing() calendar.Run {
	return calendar.Run{
		Count: 30, Unit: calendar.TradingDays, Calendar: calendar.NYSE(),
		From: calendar.Deadline{Name: "Average price", Count: 1, Unit: calendar.TradingDays, Calendar: calendar.NYSE()},
	}
}

// quarterEnds is the last business day of each quarter.
func quarterEnds() calendar.Schedule {
	return calendar.Schedule{
		Every: 3, Unit: calendar.Months, Month: time.March, Day: 31,
		Count: calendar.Deadline{Name: "Interest payment", Unit: calendar.Days, Roll: calendar.Backward, Calendar: calendar.FederalReserve()},
	}
}

// putNotices are the hours of "only between 4:00 and 5:30 p.m. New York time".
func putNotices() calendar.ReceiptHours {
	return calendar.ReceiptHours{
		Calendar: calendar.NYSE(), From: calendar.MustClock(16, 0),
		Until:     calendar.Cutoff{Clock: calendar.MustClock(17, 30), Zone: calendar.NewYork()},
		Authority: law.Citation{Cite: "Agreement §2.2"},
	}
}

// goldenAnswers has one of each type that is an answer.
func goldenAnswers(t *testing.T) []any {
	t.Helper()
	var out []any
	add := func(v any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	due, err := unlegended().AfterReceipt(onEve(17, 0))
	add(due, err)
	closing, err := calendar.FocusClosing().At(onEve(12, 0))
	add(closing, err)
	given, err := calendar.FocusNotices().Given(calendar.Notice{Method: calendar.Mail, Sent: onEve(9, 0)})
	add(given, err)
	era, err := calendar.SettlementCycle().At(eve())
	add(era, err)
	formD, err := calendar.StatuteByKey("form-d")
	add(formD, err)
	span, err := recordDate().Before(eve())
	add(span, err)
	in, err := span.Contains(eve())
	add(in, err)
	closure, closed := calendar.NYSE().Closure(eve().AddDays(1))
	session, open := calendar.NYSE().Session(eve().AddDays(2))
	if !closed || !open {
		t.Fatal("Thanksgiving 2002 and the day after are not what they were")
	}
	add(closure, nil)
	add(session, nil)
	add(calendar.Law(), nil)
	return out
}
