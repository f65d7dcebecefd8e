package calendar

import (
	"fmt"
	"testing"
	"time"

	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
)

// TestWords pins the sentences on testdata/words.txt: go test ./calendar -run
// TestWords -update writes it anew.
func TestWords(t *testing.T) {
	var samples []any
	add := func(answer any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		samples = append(samples, answer)
	}
	at := func(clock string) time.Time { return instant(t, clock, NewYork()) }
	delivery := Deadline{Name: "Delivery", Count: 3, Unit: BusinessDays, RollEvent: true, Calendar: FederalReserve()}
	for _, q := range []struct {
		rule  Deadline
		event string
	}{
		{delivery, "2003-11-11"},
		{Deadline{Name: "Form 8-K", Count: 4, Unit: BusinessDays, Calendar: Federal()}, "2002-11-23"},
		{Deadline{Count: 15, Unit: Days, Roll: Forward, Calendar: Federal()}, "2026-06-19"},
		{Deadline{Count: 6, Unit: Months}, "2002-08-31"},
		{Deadline{Count: 20, Unit: TradingDays, Exclusive: true, Calendar: NYSE()}, "2029-12-14"},
		{Deadline{Count: 252, Unit: TradingDays, Calendar: NYSE()}, "2001-12-31"},
		{Deadline{Count: 1, Unit: SettlementPeriods, Calendar: NYSE()}, "2024-05-27"},
		{Deadline{Unit: TradingDays, Roll: Forward, Calendar: NYSE()}, "2026-07-03"},
		{Deadline{Unit: Days, Roll: Backward, Calendar: NYSE()}, "2026-07-03"},
		{Deadline{Count: 2, Unit: BusinessDays, Calendar: FederalReserve()}, "2028-05-26"},
		{Deadline{Count: 2, Unit: BusinessDays, Calendar: Federal()}, "2026-12-22"},
	} {
		add(q.rule.After(day(t, q.event)))
	}
	add(Deadline{Count: 2, Unit: BusinessDays, Calendar: Federal()}.Before(day(t, "2026-12-28")))
	for _, event := range []string{"2002-11-28", "2002-12-02"} { // the first is closed itself
		add(Deadline{Count: 1, Unit: TradingDays, Calendar: NYSE()}.Before(day(t, event)))
	}
	offer := Deadline{Name: "Tender offer", Count: 20, Unit: BusinessDays, Inclusive: true, Calendar: Federal()}
	opened := offer
	opened.RollEvent = true
	interest := Deadline{Count: 1, Unit: Months, MonthEnd: LastBusinessDay, Calendar: FederalReserve()}
	for _, q := range []struct {
		rule  Deadline
		event string
	}{
		{offer, "2026-03-02"},
		{offer, "2026-02-28"}, // a Saturday
		{opened, "2026-02-28"},
		{Deadline{Count: 1, Unit: Months, Inclusive: true}, "2026-03-01"},
		{Deadline{Count: 1, Unit: Months, Inclusive: true}, "2026-01-31"},
		{interest, "2024-06-28"},
		{interest, "2024-01-30"},
		{Deadline{Count: 1, Unit: Months, MonthEnd: LastDay, Roll: Backward, Calendar: NYSE()}, "2024-02-29"},
	} {
		add(q.rule.After(day(t, q.event)))
	}
	add(offer.Before(day(t, "2026-03-27")))
	shutdown := Period{From: day(t, "2025-10-01"), FromIncluded: law.Yes, Until: day(t, "2025-11-12"), UntilIncluded: law.Yes}
	oneDay := Period{From: day(t, "2025-09-15"), FromIncluded: law.Yes, Until: day(t, "2025-09-16"), UntilIncluded: law.No}
	filing := Deadline{Name: "Filing deadline", Count: 30, Unit: Days, Roll: Forward, Tolling: NotCounted, Calendar: Federal()}
	for _, reading := range filing.Tolling.all() {
		filing.Tolling = reading
		add(filing.AfterTolled(day(t, "2025-09-04"), shutdown, oneDay))
	}
	business := Deadline{Count: 1, Unit: TradingDays, Tolling: NotCounted, Calendar: NYSE()}
	add(business.AfterTolled(day(t, "2025-09-12"), oneDay, shutdown))
	add(business.AfterTolled(day(t, "2025-09-11"), oneDay))
	var often []Period
	for d := day(t, "2025-09-05"); len(often) < 6; d = d.AddDays(2) {
		often = append(often, Period{From: d, FromIncluded: law.Yes, Until: d, UntilIncluded: law.Yes})
	}
	add(filing.AfterTolled(day(t, "2025-09-04"), often...))

	cutoff := Cutoff{Clock: MustClock(17, 0), Zone: NewYork()}
	before := cutoff
	before.Exclusive = true
	for _, c := range []Cutoff{cutoff, before, {Zone: NewYork()}, {Clock: MustClock(12, 0), Zone: time.UTC}} {
		for _, clock := range []string{"2002-11-26 16:59:59.999", "2002-11-26 17:00:00", "2002-11-26 17:00:00.5", "2002-11-26 17:00:01.25"} {
			add(Deadline{Unit: Days, Cutoff: c}.AfterReceipt(at(clock)))
		}
	}
	add(aroundTheClock(day(t, "2026-12-07")).At(at("2026-12-14 21:30:00")))
	late := Deadline{Count: 1, Unit: TradingDays, RollLate: true, Calendar: NYSE(), Cutoff: cutoff}
	add(late.AfterReceipt(at("2024-06-07 17:30:00"))) // a Friday
	add(late.AfterReceipt(at("2024-06-08 12:00:00")))
	one, err := delivery.After(day(t, "2002-11-25"))
	add(one, err)
	two, err := Deadline{Count: 2, Unit: TradingDays, Calendar: NYSE()}.After(day(t, "2002-11-25"))
	add(two, err)
	add(EarlierOf(one, two))
	add(LaterOf(one, two))

	closing := FocusClosing()
	add(closing.At(at("2002-11-27 12:00:00")))
	fixed := closing
	fixed.Fixed, fixed.Outside, fixed.By.Exclusive = day(t, "2002-11-28"), day(t, "2002-11-27"), true
	add(fixed.On(day(t, "2002-11-25")))
	add(closingAt10(false).At(at("2024-05-28 10:00:00.5")))
	behind := ClosingRule{Count: Deadline{Unit: BusinessDays, Roll: Backward, Calendar: NYSE()}}
	add(behind.On(day(t, "2024-05-27")))
	far := closing
	far.Count.Count = 5
	add(far.On(day(t, "1976-06-01"))) // no opening time is on record

	notices := FocusNotices()
	for _, n := range []Notice{
		{Method: Email, Sent: at("2002-11-25 09:00:00")},
		{Method: Fax, Sent: at("2002-11-25 09:00:00")},
		{Method: Mail},
		{Method: Personal},
	} {
		add(notices.Given(n))
	}
	sooner := NoticeClause{Rules: []NoticeRule{{
		Method: Mail, Start: FromSending, OrReceipt: true, Minutes: 240,
		Lag: Deadline{Count: 5, Unit: BusinessDays, Calendar: FederalReserve(), Cutoff: Cutoff{Zone: NewYork()}},
	}}}
	add(sooner.Given(Notice{Method: Mail, Sent: at("2002-11-25 09:00:00"), Received: at("2002-11-26 09:00:00")}))
	open := sooner
	open.Rules = []NoticeRule{sooner.Rules[0]}
	open.Rules[0].Minutes, open.Rules[0].Receipt = 90, Deadline{Unit: BusinessDays, Roll: Forward, Calendar: FederalReserve()}
	add(open.Given(Notice{Method: Mail, Sent: at("2024-06-06 09:00:00"), Received: at("2024-06-08 09:00:00")}))

	record := Window{Least: Deadline{Name: "Record date", Count: 10, Unit: Days}, Most: Deadline{Count: 60, Unit: Days}}
	notLess, notMore := Window{Least: record.Least}, Window{Most: Deadline{Count: 60, Unit: Days}}
	soon := Window{
		Least: Deadline{Count: 3, Unit: BusinessDays, Calendar: Federal()},
		Most:  Deadline{Count: 2, Unit: Days, Roll: Forward, Calendar: Federal()},
	}
	for _, w := range []Window{record, notLess, notMore, soon} {
		days, err := w.Before(day(t, "2026-12-28"))
		add(days, err)
		if w == soon {
			days, err = w.After(day(t, "2026-12-22"))
			add(days, err)
		}
		for _, s := range []string{"2026-10-28", "2026-10-29", "2026-12-18", "2026-12-19"} {
			add(days.Contains(day(t, s)))
		}
	}
	average := Run{Count: 30, Unit: TradingDays, Calendar: NYSE(), From: Deadline{Name: "Average price", Count: 1, Unit: Days}}
	year := Run{Count: 1, Unit: Years, From: Deadline{Unit: Days}}
	for _, run := range []Run{average, year} {
		add(run.Before(day(t, "2029-01-02")))
		add(run.After(day(t, "2028-12-22")))
	}
	lastOfQuarter := Schedule{Every: 3, Unit: Months, Month: time.March, Day: 31, Count: Deadline{Unit: Days, Roll: Backward, Calendar: FederalReserve()}}
	beforeEnd := Schedule{Every: 1, Unit: Months, Day: 31, Back: true, Count: Deadline{Name: "Notice", Count: 3, Unit: TradingDays, Calendar: NYSE()}}
	firstFriday := Schedule{Every: 1, Unit: Months, Weekday: "Friday", Nth: 1}
	eachFriday := Schedule{Every: 1, Unit: Weeks, Weekday: "Friday"}
	thirtieth := Schedule{Every: 6, Unit: Months, Month: time.August, Day: 30}
	lastMonday := Schedule{Every: 12, Unit: Months, Month: time.May, Weekday: "Monday", Nth: -1}
	for _, s := range []Schedule{lastOfQuarter, beforeEnd, firstFriday, eachFriday, thirtieth, lastMonday} {
		add(s.Next(day(t, "2026-02-27")))
	}
	put := ReceiptHours{Calendar: NYSE(), From: MustClock(16, 0), Until: Cutoff{Clock: MustClock(17, 30), Zone: NewYork()}}
	dayBefore := ReceiptHours{Calendar: NYSE(), FromOpening: true, Until: Cutoff{Zone: NewYork()}, Early: Backward, Closed: Backward}
	inSession := ReceiptHours{
		Calendar: NYSE(), FromOpening: true, FromExclusive: true, UntilClose: true, Until: Cutoff{Zone: NewYork(), Exclusive: true}, Late: Forward,
	}
	anyDay := ReceiptHours{From: MustClock(9, 0), FromExclusive: true, Until: Cutoff{Clock: MustClock(17, 0), Zone: NewYork(), Exclusive: true}, Late: Forward}
	for _, h := range []ReceiptHours{put, dayBefore, inSession, anyDay} {
		for _, clock := range []string{
			"2002-11-27 09:00:00", "2002-11-27 09:29:59.5", "2002-11-27 09:30:00", "2002-11-27 17:00:00", "2002-11-27 17:30:00.5", "2002-11-28 17:00:00", "2002-11-29 13:00:00",
		} {
			add(h.Counts(at(clock)))
		}
	}

	session, _ := NYSE().Session(day(t, "2002-11-29"))
	closure, _ := NYSE().Closure(day(t, "2026-07-03"))
	full := Deadline{
		Name: "Delivery", Count: 1, Unit: Weeks, Roll: ModifiedForward, RollEvent: true, Exclusive: true, Calendar: NYSE(), Cutoff: before,
	}
	golden.Sentences(t, page(), samples, append([]fmt.Stringer{
		Cutoff{},
		cutoff, before,
		Cutoff{Zone: NewYork()},
		Deadline{},
		delivery, full, offer, interest, late,
		Deadline{Count: 30, Unit: Days, Tolling: NotCounted},
		filing,
		Deadline{Unit: Days},
		ClosingRule{},
		closing, fixed,
		NoticeRule{},
		NoticeClause{},
		notices, sooner, open,
		Session{},
		session,
		Closure{},
		closure,
		Calendar{},
		TradeDateRule{},
		aroundTheClock(day(t, "2026-12-07")),
		TradingHours{},
		SettlementRule{},
		RegularWay(),
		Statute{},
		must(StatuteByKey("form-d")),
		Period{},
		Period{From: day(t, "2001-12-31"), FromIncluded: law.No, Until: day(t, "2002-11-25"), UntilIncluded: law.No},
		Period{From: day(t, "2002-11-29"), FromIncluded: law.Yes},
		Period{Until: day(t, "2002-11-29"), UntilIncluded: law.Yes},
		NYSE(),
		Window{},
		record, notLess, notMore, soon,
		Run{},
		average, year,
		Schedule{},
		lastOfQuarter, beforeEnd, firstFriday, eachFriday, thirtieth, lastMonday,
		ReceiptHours{},
		put, dayBefore, inSession, anyDay,
		ReceiptHours{Calendar: NYSE(), Until: Cutoff{Zone: NewYork()}, Closed: Forward},
	}, clauseTexts(t)...))
}
