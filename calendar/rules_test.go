package calendar

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// instant reads a clock time in a zone, such as "2002-11-29 17:30".
func instant(t testing.TB, s string, zone *time.Location) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04:05.999", s, zone)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestCutoff(t *testing.T) {
	ny := NewYork()
	five := Cutoff{Clock: MustClock(17, 0), Zone: ny}
	strict := Cutoff{Clock: MustClock(17, 0), Zone: ny, Exclusive: true}
	for _, tt := range []struct {
		rule     Cutoff
		at, want string
	}{
		{five, "2002-11-26 16:59:59.999", "2002-11-26"},
		{five, "2002-11-26 17:00:00", "2002-11-26"},
		{five, "2002-11-26 17:00:00.001", "2002-11-27"},
		{five, "2002-11-26 17:00:01", "2002-11-27"},
		{five, "2002-11-26 00:00:00", "2002-11-26"},
		{five, "2002-11-26 23:59:59", "2002-11-27"},
		{five, "2002-12-31 18:00:00", "2003-01-01"},
		{strict, "2002-11-26 16:59:59.999", "2002-11-26"},
		{strict, "2002-11-26 17:00:00", "2002-11-27"},
		{Cutoff{Zone: ny}, "2002-11-26 23:59:59.999", "2002-11-26"},
		{Cutoff{Zone: ny}, "2002-11-27 00:00:00", "2002-11-27"},
		{Cutoff{Zone: time.UTC}, "2002-11-26 23:30:00", "2002-11-27"},
	} {
		if got, err := tt.rule.Day(instant(t, tt.at, ny)); got.String() != tt.want || err != nil {
			t.Errorf("%v at %s = %v, %v; want %s", tt.rule, tt.at, got, err, tt.want)
		}
	}
	if _, err := (Cutoff{}).Day(instant(t, "2002-11-26 12:00:00", ny)); !errors.Is(err, law.ErrMissing) || err.Error() != "cutoff.zone: is required" {
		t.Error(err)
	}
	for _, at := range []time.Time{{}, time.Date(10000, 1, 1, 12, 0, 0, 0, ny), time.Date(9999, 12, 31, 18, 0, 0, 0, ny)} {
		if got, err := five.Day(at); !errors.Is(err, law.ErrRange) {
			t.Errorf("%v: %v, %v", at, got, err)
		}
	}
}

func TestCutoffJSON(t *testing.T) {
	for _, in := range []Cutoff{{}, {Zone: NewYork()}, {Clock: MustClock(17, 0), Zone: NewYork(), Exclusive: true}, {Zone: time.UTC}} {
		data, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		var out Cutoff
		if err := json.Unmarshal(data, &out); err != nil || out != in {
			t.Errorf("%s: %+v, %v", data, out, err)
		}
	}
	for _, loc := range []*time.Location{time.FixedZone("America/New_York", -5*3600), time.FixedZone("X", 0)} {
		if data, err := json.Marshal(Cutoff{Zone: loc}); !errors.Is(err, law.ErrUnsupported) {
			t.Errorf("%s, %v", data, err)
		}
	}
	for _, bad := range []string{`{"clock":"25:00"}`, `{"zone":"Africa/Lagos"}`, `{"until":"17:00"}`, `[]`, `{} {}`} {
		out := Cutoff{Zone: NewYork()}
		if err := out.UnmarshalJSON([]byte(bad)); err == nil || out != (Cutoff{Zone: NewYork()}) {
			t.Errorf("%s: %+v, %v", bad, out, err)
		}
	}
}

func TestAfterReceipt(t *testing.T) {
	dl := Deadline{
		Name: "Delivery", Count: 3, Unit: BusinessDays, RollEvent: true, Calendar: FederalReserve(),
		Cutoff: Cutoff{Clock: MustClock(17, 0), Zone: NewYork()},
	}
	for _, tt := range []struct{ at, want string }{
		{"2002-11-25 17:00:00", "2002-11-29"},
		{"2002-11-25 17:00:01", "2002-12-02"}, // counts as Tuesday
		{"2002-11-27 18:00:00", "2002-12-04"}, // Thanksgiving, so Friday is day 0
		{"2002-11-29 18:00:00", "2002-12-05"}, // Saturday, so Monday is day 0
	} {
		due, err := dl.AfterReceipt(instant(t, tt.at, NewYork()))
		if due.Date.String() != tt.want || err != nil || !due.Why.Has(codeReceipt) || !due.Why.Has(CodeCount) {
			t.Errorf("%s: %v, %v; want %s", tt.at, due.Date, err, tt.want)
		}
	}
	if _, err := dl.AfterReceipt(time.Time{}); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	dl.Unit = ""
	if _, err := dl.AfterReceipt(instant(t, "2002-11-29 16:00:00", NewYork())); !errors.Is(err, law.ErrMissing) {
		t.Error(err)
	}
	// A later receipt never gives an earlier day.
	dl.Unit, dl.Cutoff.Clock = BusinessDays, MustClock(15, 0)
	last := Date{}
	for at := instant(t, "2002-10-01 00:00:00", NewYork()); at.Year() < 2004; at = at.Add(53 * time.Minute) {
		due, err := dl.AfterReceipt(at)
		if err != nil || due.Date.Before(last) {
			t.Fatalf("%v: %v after %v, %v", at, due.Date, last, err)
		}
		last = due.Date
	}
}

// TestSettlementPublished reproduces the dates that NASD printed.
func TestSettlementPublished(t *testing.T) {
	rows := readTable(t, "settlement_published.csv")
	if len(rows) != 88 {
		t.Fatalf("%d rows", len(rows))
	}
	// Before 1986 the banks are New York's, so settlement days are composed.
	early, err := NYSE().And(FederalReserve())
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		trade, want := day(t, row[1]), day(t, row[2])
		var got Date
		var err error
		if trade.Year() < 1986 {
			got, err = Deadline{Count: 1, Unit: SettlementPeriods, Calendar: early}.DateAfter(trade)
		} else {
			var due Due
			due, err = RegularWay().Settle(trade)
			got = due.Date
		}
		if got != want || err != nil {
			t.Errorf("%s: a trade of %s settles %s, %v; printed %s", row[0], trade.Long(), got.Long(), err, want.Long())
		}
	}
}

func TestSettle(t *testing.T) {
	for _, tt := range []struct{ trade, want string }{
		{"1995-06-02", "1995-06-09"},
		{"1995-06-05", "1995-06-09"}, // the first double settlement day
		{"1995-06-06", "1995-06-12"},
		{"1995-06-07", "1995-06-12"}, // the second
		{"2017-09-01", "2017-09-07"},
		{"2017-09-05", "2017-09-07"},
		{"2024-05-24", "2024-05-29"},
		{"2024-05-28", "2024-05-29"},
		{"2003-11-10", "2003-11-14"}, // Veterans Day settles nothing
		{"2003-11-11", "2003-11-14"},
		{"2001-09-10", "2001-09-13"}, // settled while the exchange was closed
		{"2003-04-16", "2003-04-22"}, // Good Friday settles nothing
	} {
		due, err := RegularWay().Settle(day(t, tt.trade))
		if due.Date.String() != tt.want || err != nil {
			t.Errorf("a trade of %s settles %v, %v; want %s", tt.trade, due.Date, err, tt.want)
		}
	}
	doubtful, err := RegularWay().Settle(MustDate(1995, 6, 5))
	if err != nil || doubtful.Why.Authorities()[0].Doubt == "" {
		t.Errorf("four days are certain: %v, %v", doubtful.Why, err)
	}
	for _, tt := range []struct {
		trade Date
		kind  error
		want  string
	}{
		{Date{}, law.ErrMissing, "trade: is required"},
		{MustDate(2012, 10, 29), law.ErrInvalid, "trade: 2012-10-29 is not a session of the NYSE (Hurricane Sandy)"},
		{MustDate(2002, 11, 30), law.ErrInvalid, "trade: 2002-11-30 is not a session of the NYSE (a Saturday)"},
		{MustDate(1985, 12, 30), law.ErrRange, "Settlement: 1985-12-30 is outside the calendar"},
		{MustDate(2101, 1, 3), law.ErrRange, "trade.NYSE: 2101-01-03 is outside the calendar"},
		{MustDate(2100, 12, 31), law.ErrRange, "Settlement: 2100-12-31 plus 1 open days"},
	} {
		if due, err := RegularWay().Settle(tt.trade); !errors.Is(err, tt.kind) || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%v: %v, %v; want %s", tt.trade, due, err, tt.want)
		}
	}
	cycle := SettlementCycle()
	cycle[0].Value = 99
	if SettlementCycle()[0].Value != 5 {
		t.Error("a caller changed the law")
	}
}

func TestNthOfMonth(t *testing.T) {
	nyse := NYSE()
	for _, tt := range []struct {
		year  int
		month time.Month
		n     int
		want  string
	}{
		{2002, 11, 1, "2002-11-01"},
		{2002, 11, -1, "2002-11-29"},
		{2002, 11, 20, "2002-11-29"},
		{2002, 11, -20, "2002-11-01"},
		{2003, 1, 1, "2003-01-02"},
		{2002, 12, 3, "2002-12-04"},
		{2100, 12, -1, "2100-12-31"},
	} {
		if got, err := nyse.NthOfMonth(tt.year, tt.month, tt.n); got.String() != tt.want || err != nil {
			t.Errorf("%d of %v %d = %v, %v; want %s", tt.n, tt.month, tt.year, got, err, tt.want)
		}
	}
	for year := 1999; year <= 2003; year++ {
		for month := time.January; month <= time.December; month++ {
			var open []Date
			for d := MustDate(year, month, 1); d.Month() == month; d = d.AddDays(1) {
				if nyse.IsOpen(d) {
					open = append(open, d)
				}
			}
			for n := -30; n <= 30; n++ {
				got, err := nyse.NthOfMonth(year, month, n)
				var want Date
				if n >= 1 && n <= len(open) {
					want = open[n-1]
				} else if n <= -1 && -n <= len(open) {
					want = open[len(open)+n]
				}
				if got != want || (err != nil) != want.IsZero() {
					t.Fatalf("%d of %v %d = %v, %v; want %v", n, month, year, got, err, want)
				}
			}
		}
	}
	for _, tt := range []struct {
		year  int
		month time.Month
		n     int
		kind  error
		want  string
	}{
		{2002, 11, 0, law.ErrRange, "n: 0 is not from 1 to 20 or from -1 to -20, the open days of November 2002"},
		{2002, 13, 1, law.ErrInvalid, "month outside 1 to 12"},
		{1885, 1, 1, law.ErrRange, "1885-01-01 is outside"},
		{2101, 1, 1, law.ErrRange, "2101-01-01 is outside"},
	} {
		if _, err := nyse.NthOfMonth(tt.year, tt.month, tt.n); !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.want) {
			t.Error(err)
		}
	}
	early, err := nyse.Through(MustDate(2002, 11, 15))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := early.NthOfMonth(2002, 11, 1); !errors.Is(err, law.ErrRange) {
		t.Error("half a month has an n-th day:", got, err)
	}
	for d, want := range map[string]string{"2024-07-01": "2024-09-30", "2024-09-30": "2024-09-30", "2024-01-15": "2024-03-31", "2024-12-31": "2024-12-31"} {
		if got := day(t, d).QuarterEnd(); got.String() != want {
			t.Errorf("quarter of %s ends %v", d, got)
		}
	}
	if !(Date{}).QuarterEnd().IsZero() {
		t.Error("no date has a quarter")
	}
}

func TestEarlierLater(t *testing.T) {
	notice := MustDate(2024, 5, 27)
	one := Deadline{Name: "two trading days", Count: 2, Unit: TradingDays, Calendar: NYSE()}
	period := Deadline{Name: "standard settlement period", Count: 1, Unit: SettlementPeriods, Calendar: NYSE()}
	a, err := one.After(notice.AddDays(1))
	if err != nil {
		t.Fatal(err)
	}
	b, err := period.After(notice.AddDays(1)) // the first day of T+1
	if err != nil {
		t.Fatal(err)
	}
	got, err := EarlierOf(a, b)
	if err != nil || got.Date != MustDate(2024, 5, 29) || got.Name != "standard settlement period" || len(got.Why) != len(a.Why)+len(b.Why)+1 {
		t.Errorf("%+v, %v", got, err)
	}
	if text := got.Why[len(got.Why)-1]; text.Code != codeEarlier || text.Text != "The earlier of these is Wednesday, May 29, 2024 (standard settlement period)." {
		t.Error(text)
	}
	got, err = LaterOf(a, b)
	if err != nil || got.Date != MustDate(2024, 5, 30) || got.Why[len(got.Why)-1].Code != codeLater {
		t.Errorf("%+v, %v", got, err)
	}
	far, err := one.After(MustDate(2040, 1, 3))
	if err != nil {
		t.Fatal(err)
	}
	if got, err = EarlierOf(a, far); err != nil || !got.Projected {
		t.Error("a comparison with a projected day is not projected", err)
	}
	if got, err = EarlierOf(a); err != nil || got.Date != a.Date || len(got.Why) != len(a.Why) {
		t.Error(got, err)
	}
	if _, err = EarlierOf(); !errors.Is(err, law.ErrMissing) {
		t.Error(err)
	}
	if _, err = LaterOf(a, Due{}, Due{}); !errors.Is(err, law.ErrMissing) || err.Error() != "dues[1].date: is required; dues[2].date: is required" {
		t.Error(err)
	}
}
