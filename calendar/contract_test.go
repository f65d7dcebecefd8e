package calendar

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

func TestFocusClosing(t *testing.T) {
	rule := FocusClosing()
	for _, tt := range []struct{ met, want, by string }{
		{"2002-11-25", "2002-11-26", "2002-11-26T20:00:00Z"},
		{"2002-11-27", "2002-11-29", "2002-11-29T20:00:00Z"}, // Thanksgiving Friday closes early and still counts
		{"2002-11-29", "2002-12-02", "2002-12-02T20:00:00Z"},
		{"2002-11-30", "2002-12-02", "2002-12-02T20:00:00Z"},
		{"2002-12-24", "2002-12-26", "2002-12-26T20:00:00Z"},
		{"2002-12-31", "2003-01-02", "2003-01-02T20:00:00Z"},
		{"2003-04-17", "2003-04-21", "2003-04-21T19:00:00Z"},
		{"2003-11-10", "2003-11-11", "2003-11-11T20:00:00Z"},
	} {
		c, err := rule.On(day(t, tt.met))
		if err != nil || c.Date.String() != tt.want || c.By.UTC().Format(time.RFC3339) != tt.by || c.Expired {
			t.Errorf("met %s: %v by %v, %v; want %s by %s", tt.met, c.Date, c.By, err, tt.want, tt.by)
		}
	}
	c, _ := rule.On(day(t, "2002-11-27"))
	if codes := c.Why.Codes(); !slices.Equal(codes, []law.Code{codeEvent, CodeCount, codeBy, CodeShortSession}) {
		t.Error(codes)
	}
	// 35: 23:30 on Tuesday in New York is Wednesday in UTC; the closing is on Wednesday.
	c, err := rule.At(instant(t, "2002-11-26 23:30:00", NewYork()))
	if err != nil || c.Date != MustDate(2002, 11, 27) {
		t.Error(c.Date, err)
	}
	if _, err := rule.At(time.Time{}); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	if _, err := rule.On(Date{}); !errors.Is(err, law.ErrMissing) {
		t.Error(err)
	}
	_, err = ClosingRule{By: Cutoff{Clock: MustClock(15, 0)}}.On(Date{})
	if err == nil || err.Error() != "count.unit: is required; by.zone: is required" {
		t.Error(err)
	}
	_, err = ClosingRule{Count: Deadline{Unit: Days}}.At(time.Now())
	if err == nil || err.Error() != "by.zone: is required" {
		t.Error(err)
	}
	data, err := json.Marshal(rule)
	if err != nil {
		t.Fatal(err)
	}
	var back ClosingRule
	if err := json.Unmarshal(data, &back); err != nil || back != rule {
		t.Errorf("%s: %+v, %v", data, back, err)
	}
}

// TestNextTradingDay holds the ready rule to the days of the agreement's, which
// counts alike, without its hour and its sections.
func TestNextTradingDay(t *testing.T) {
	rule, agreed := NextTradingDay(), FocusClosing()
	for d, end := MustDate(2002, 11, 25), MustDate(2004, 1, 5); d != end; d = d.AddDays(1) {
		c, err := rule.On(d)
		want, wantErr := agreed.On(d)
		if err != nil || wantErr != nil || c.Date != want.Date {
			t.Errorf("met %s: %s, %v; want %s, %v", d, c.Date, err, want.Date, wantErr)
		}
		if !c.By.IsZero() || c.Expired || c.Why.Has(codeBy) || len(c.Why.Authorities()) != 0 {
			t.Errorf("met %s: by %s, expired %t, %v", d, c.By, c.Expired, c.Why)
		}
	}
	// Late on Tuesday in New York it is Wednesday in UTC.
	if c, err := rule.At(instant(t, "2002-11-26 23:30:00", NewYork())); err != nil || c.Date != MustDate(2002, 11, 27) {
		t.Error(c.Date, err)
	}
}

// TestClosingVariants are the rules of other agreements.
func TestClosingVariants(t *testing.T) {
	banks := FederalReserve()
	sameDay := ClosingRule{Count: Deadline{Count: 0, Unit: BusinessDays, Roll: Forward, Calendar: banks}}
	fixed := ClosingRule{
		Count: Deadline{Count: 2, Unit: BusinessDays, Calendar: banks}, Fixed: MustDate(2002, 11, 27),
		By: Cutoff{Clock: MustClock(10, 0), Zone: NewYork()}, Outside: MustDate(2002, 12, 4),
	}
	for _, tt := range []struct {
		rule      ClosingRule
		met, want string
		expired   bool
		code      law.Code
	}{
		{sameDay, "2002-11-27", "2002-11-27", false, CodeCount},
		{sameDay, "2002-11-28", "2002-11-29", false, codeRoll},
		{fixed, "2002-11-20", "2002-11-27", false, codeFixed},
		{fixed, "2002-11-27", "2002-11-27", false, codeFixed},
		{fixed, "2002-11-28", "2002-12-02", false, CodeCount},
		{fixed, "2002-12-02", "2002-12-04", false, codeBy},
		{fixed, "2002-12-03", "2002-12-05", true, codeOutside},
	} {
		c, err := tt.rule.On(day(t, tt.met))
		if err != nil || c.Date.String() != tt.want || c.Expired != tt.expired || !c.Why.Has(tt.code) {
			t.Errorf("met %s: %v %v %v, %v; want %s", tt.met, c.Date, c.Expired, c.Why.Codes(), err, tt.want)
		}
		if c.Why.Has(codeFixed) == c.Why.Has(CodeCount) {
			t.Errorf("met %s: %v", tt.met, c.Why)
		}
	}
}

func TestFocusNotices(t *testing.T) {
	clause := FocusNotices()
	ny := NewYork()
	at := func(s string) time.Time {
		if s == "" {
			return time.Time{}
		}
		return instant(t, s, ny)
	}
	for _, tt := range []struct {
		method         Method
		sent, received string
		want           string
		code           law.Code
	}{
		{Personal, "2002-11-25 09:00:00", "2002-11-25 16:00:00", "2002-11-25", codeReceipt},
		{Courier, "2002-11-25 09:00:00", "2002-11-26 10:00:00", "2002-11-26", codeReceipt},
		{Mail, "2002-11-25 09:00:00", "", "2002-12-05", CodeCount},
		{Mail, "2002-11-25 09:00:00", "2002-11-27 09:00:00", "2002-12-05", CodeCount}, // seven days even if it came sooner
		{Mail, "2003-04-11 09:00:00", "", "2003-04-22", CodeCount},
		{Mail, "", "", "", codeNoticeNotSent},
		{Personal, "2002-11-25 09:00:00", "", "", codeNoticeNotReceived},
		{Fax, "2002-11-25 09:00:00", "2002-11-25 09:01:00", "", codeNoticeCopy},
		{Email, "2002-11-25 09:00:00", "2002-11-25 09:01:00", "", codeNoticeMethod},
	} {
		g, err := clause.Given(Notice{Method: tt.method, Sent: at(tt.sent), Received: at(tt.received)})
		want := tt.want
		if want == "" {
			want = "no date"
		}
		if err != nil || g.Given != (tt.want != "") || g.Date.String() != want || !g.Why.Has(tt.code) || g.Why[0].Authority.Cite != "Agreement §9" {
			t.Errorf("%s %s %s: %+v, %v; want %s", tt.method, tt.sent, tt.received, g, err, want)
		}
	}
	if due, err := clause.AddressChange.After(MustDate(2002, 11, 25)); due.Date != MustDate(2002, 12, 5) || err != nil {
		t.Error(due, err)
	}
	if due, err := clause.AddressChange.After(MustDate(2002, 12, 5)); due.Date != MustDate(2002, 12, 15) || err != nil {
		t.Error("a Sunday is not rolled:", due, err)
	}
	data, err := json.Marshal(clause)
	if err != nil {
		t.Fatal(err)
	}
	var back NoticeClause
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(back); err != nil || string(again) != string(data) {
		t.Errorf("%s\n%s, %v", data, again, err)
	}
}

// TestMarketNotices is the clause of the market's form: the same day before a
// cut-off on a trading day, the next trading day otherwise.
func TestMarketNotices(t *testing.T) {
	late := Cutoff{Clock: MustClock(17, 30), Zone: NewYork()}
	clause := NoticeClause{Rules: []NoticeRule{
		{Method: Email, Start: FromSending, Lag: Deadline{Count: 0, Unit: TradingDays, RollEvent: true, Calendar: NYSE(), Cutoff: late}},
		{Method: Fax, Start: FromSending, Minutes: 4 * 60, Lag: Deadline{Count: 0, Unit: TradingDays, RollEvent: true, Calendar: NYSE(), Cutoff: late}},
		{Method: Courier, Start: FromSending, Lag: Deadline{Count: 2, Unit: TradingDays, Calendar: NYSE(), Cutoff: late}, OrReceipt: true},
	}}
	for _, tt := range []struct {
		method         Method
		sent, received string
		want           string
	}{
		{Email, "2002-11-26 17:30:00", "", "2002-11-26"},
		{Email, "2002-11-26 17:30:01", "", "2002-11-27"},
		{Email, "2002-11-27 18:00:00", "", "2002-11-29"},
		{Email, "2002-11-30 09:00:00", "", "2002-12-02"},
		{Fax, "2002-11-26 13:30:00", "", "2002-11-26"}, // deemed received four hours later, at 17:30
		{Fax, "2002-11-26 13:30:01", "", "2002-11-27"},
		{Courier, "2002-11-26 12:00:00", "", "2002-11-29"},
		{Courier, "2002-11-26 12:00:00", "2002-11-27 12:00:00", "2002-11-27"},
		{Courier, "2002-11-26 12:00:00", "2002-12-03 12:00:00", "2002-11-29"},
	} {
		n := Notice{Method: tt.method, Sent: instant(t, tt.sent, NewYork())}
		if tt.received != "" {
			n.Received = instant(t, tt.received, NewYork())
		}
		if g, err := clause.Given(n); err != nil || !g.Given || g.Date.String() != tt.want {
			t.Errorf("%s %s %s: %v, %v; want %s", tt.method, tt.sent, tt.received, g.Date, err, tt.want)
		} else if g.Why.Has(codeNoticeReceivedEarlier) != strings.HasPrefix(tt.received, tt.want) {
			t.Errorf("%s %s %s: %v", tt.method, tt.sent, tt.received, g.Why)
		}
	}
	now := instant(t, "2002-11-26 12:00:00", NewYork())
	week := NoticeClause{Rules: []NoticeRule{{Method: Email, Start: FromSending, Minutes: 7 * 24 * 60, Lag: Deadline{Unit: Days, Cutoff: late}}}}
	if g, err := week.Given(Notice{Method: Email, Sent: now}); err != nil || g.Date != MustDate(2002, 12, 3) {
		t.Error(g, err)
	}
	_, err := NoticeClause{Rules: []NoticeRule{
		{Method: Mail, Start: FromSending, Minutes: -1},
		{Method: Mail, Start: Never, Minutes: 7*24*60 + 1},
		{Method: "pigeon"},
	}}.Given(Notice{Sent: now, Received: now.Add(-time.Hour)})
	var faults law.Faults
	if !errors.As(err, &faults) || len(faults) != 11 {
		t.Fatal(err)
	}
	for _, want := range []string{
		"rules[0].minutes: -1 is not from 0 to 10080", "rules[1].minutes: 10081 is not from 0 to 10080",
		"rules[0].lag.unit: is required", "rules[0].lag.cutoff.zone: is required", "rules[1].method: us mail has a rule already, rules[0]",
		`rules[2].method: "pigeon" must be one of`, "rules[2].start: is required", "notice.method: is required", "is before it was sent",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v lacks %q", err, want)
		}
	}
}

func TestStatutes(t *testing.T) {
	for _, tt := range []struct{ key, event, want string }{
		{"form-d", "2026-01-01", "2026-01-16"},
		{"form-d", "2026-06-19", "2026-07-06"}, // the fifteenth day is Saturday, July 4, kept on Friday
		{"form-d", "2025-12-24", "2026-01-08"},
		{"form-8-k", "2026-11-28", "2026-12-03"}, // Saturday: Monday is day 1, Thursday day 4
		{"form-8-k", "2026-11-25", "2026-12-02"},
		{"form-4", "2026-11-25", "2026-11-30"},
		{"form-3", "2026-11-05", "2026-11-16"},
		{"schedule-13d", "2026-11-20", "2026-11-30"},
		{"schedule-13d-amendment", "2026-11-20", "2026-11-24"},
		{"schedule-13g-quarterly", "2024-09-30", "2024-11-14"},
		{"schedule-13g-passive", "2026-11-20", "2026-11-30"},
		{"rule-152", "2026-11-01", "2026-12-02"}, // more than 30 calendar days, 230.152(b)(1)
		{"reg-s-category-2", "2026-11-01", "2026-12-11"},
		{"reg-s-category-3-equity", "2024-02-29", "2025-02-28"},
		{"reg-s-category-3-equity-reporting", "2026-08-31", "2027-02-28"}, // a Sunday: no roll
	} {
		s, err := StatuteByKey(tt.key)
		if err != nil {
			t.Fatal(err)
		}
		due, err := s.After(day(t, tt.event))
		if err != nil || due.Date.String() != tt.want || due.Name != s.Title || len(due.Why.Authorities()) == 0 {
			t.Errorf("%s after %s: %v, %v; want %s", tt.key, tt.event, due, err, tt.want)
		}
	}
	form144, err := StatuteByKey("form-144-filed")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ at, want string }{
		{"2023-03-17 17:30:00", "2023-03-17"},
		{"2023-03-17 17:30:01", "2023-03-20"}, // the old cut-off; Friday evening is Monday
		{"2023-03-20 21:59:00", "2023-03-20"},
		{"2023-03-20 22:00:01", "2023-03-21"},
		{"2023-12-23 09:00:00", "2023-12-26"},
	} {
		due, err := form144.AfterReceipt(instant(t, tt.at, NewYork()))
		if err != nil || due.Date.String() != tt.want {
			t.Errorf("submitted %s: %v, %v; want %s", tt.at, due.Date, err, tt.want)
		}
	}
	if _, err := form144.AfterReceipt(instant(t, "2022-06-01 12:00:00", NewYork())); !errors.Is(err, law.ErrUnsupported) {
		t.Error(err)
	}
	if _, err := StatuteByKey("form-z"); !errors.Is(err, law.ErrUnsupported) || err.Error() != `statute: "form-z" is not in the catalog` {
		t.Error(err)
	}
	s, _ := StatuteByKey("schedule-13d")
	if _, err := s.After(MustDate(2024, 2, 4)); !errors.Is(err, law.ErrUnsupported) || err.Error() != "schedule-13d.date: 2024-02-04 is before 2024-02-05, the first era known" {
		t.Error(err)
	}
}

// TestStatutesAreSound holds every entry to the form of the catalog.
func TestStatutesAreSound(t *testing.T) {
	keys := map[string]bool{}
	verified := 0
	for _, s := range Statutes() {
		if keys[s.Key] || s.Key != strings.ToLower(s.Key) || s.Title == "" || s.Event == "" || len(s.Eras) == 0 {
			t.Errorf("%+v", s)
		}
		keys[s.Key] = true
		for _, era := range s.Eras {
			if err := era.Value.Validate(); err != nil || era.Authority.Cite == "" || era.Authority.Title == "" || era.From.IsZero() {
				t.Errorf("%s: %+v, %v", s.Key, era, err)
			}
			if era.Authority.Doubt == "" {
				verified++
			}
		}
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back Statute
		if err := json.Unmarshal(data, &back); err != nil || back.Key != s.Key || back.Eras[0] != s.Eras[0] {
			t.Errorf("%s: %+v, %v", data, back, err)
		}
	}
	if verified == 0 || verified == len(keys) {
		t.Errorf("%d of %d are verified", verified, len(keys))
	}
}
