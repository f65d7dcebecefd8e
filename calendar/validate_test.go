package calendar

import (
	"testing"
	"time"
)

// A clause that is checked by itself is told the same faults as when it is asked,
// and a good one none.
func TestValidateAsAsked(t *testing.T) {
	met := MustDate(2002, time.November, 27)
	for _, rule := range []ClosingRule{
		{}, FocusClosing(), {Count: FocusClosing().Count, By: Cutoff{Clock: MustClock(15, 0)}}, {Count: Deadline{Count: -1, Unit: TradingDays}},
	} {
		_, err := rule.On(met)
		if got := rule.Validate(); (got == nil) != (err == nil) || err != nil && got.Error() != err.Error() {
			t.Errorf("%+v: %v, but asked: %v", rule, got, err)
		}
	}
	lag := Deadline{Unit: Days, Cutoff: Cutoff{Zone: NewYork()}}
	for _, clause := range []NoticeClause{
		{},
		FocusNotices(),
		{Rules: []NoticeRule{{Method: Fax, Start: FromSending, Minutes: -1}, {Method: Fax, Start: FromReceipt, Minutes: mostMinutes + 1, Lag: lag}}},
		{Rules: []NoticeRule{{Method: Fax, Start: FromSending, Minutes: mostMinutes, Lag: lag}, {Method: "owl", Start: "now", Lag: lag}}},
	} {
		_, err := clause.Given(Notice{Method: Personal, Sent: met.At(MustClock(9, 0), NewYork()), Received: met.At(MustClock(9, 0), NewYork())})
		if got := clause.Validate(); (got == nil) != (err == nil) || err != nil && got.Error() != err.Error() {
			t.Errorf("%+v: %v, but asked: %v", clause, got, err)
		}
	}
}
