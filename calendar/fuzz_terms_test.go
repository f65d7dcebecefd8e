package calendar

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// FuzzChoice takes the earlier and the later of many days by hand.
func FuzzChoice(f *testing.F) {
	f.Add([]byte{10, 5, 5, 20})
	f.Add([]byte{})
	f.Add([]byte{7, 255, 7})
	f.Fuzz(func(t *testing.T, data []byte) {
		var dues []Due
		var why law.Reasons
		missing, projected := len(data) == 0, false
		for i, b := range data {
			due := Due{Name: string(rune('a' + i%26)), Date: MustDate(2002, time.November, 25).AddDays(int(b)), Projected: b%5 == 0}
			if b == 255 {
				due.Date, missing = Date{}, true
			}
			for range b % 3 {
				due.Why = append(due.Why, law.Reason{Code: law.Code("step." + due.Name), Text: due.Date.String()})
			}
			why = append(why, due.Why...)
			projected = projected || due.Projected
			dues = append(dues, due)
		}
		for _, c := range []struct {
			choose func(...Due) (Due, error)
			beats  int
			code   law.Code
		}{{EarlierOf, -1, codeEarlier}, {LaterOf, 1, codeLater}} {
			got, err := c.choose(dues...)
			if missing != (err != nil) {
				t.Fatalf("%v: %+v, %v", data, got, err)
			}
			if missing {
				continue
			}
			best := 0
			for i := range dues {
				if dues[i].Date.Compare(dues[best].Date) == c.beats {
					best = i
				}
			}
			steps := got.Why
			if len(dues) > 1 {
				if steps[len(steps)-1].Code != c.code {
					t.Fatalf("%v: no step of code %s in\n%s", data, c.code, steps)
				}
				steps = steps[:len(steps)-1]
			}
			if got.Date != dues[best].Date || got.Name != dues[best].Name || got.Projected != projected || steps.String() != why.String() {
				t.Fatalf("%v: %+v, want that of place %d", data, got, best)
			}
		}
	})
}

// minute is an instant of 2002 or 2003, so many minutes into the time from
// October on; the last is "never".
func minute(n uint32) time.Time {
	if n%1_000_000 == 0 {
		return time.Time{}
	}
	return time.Date(2002, time.October, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(n%1_000_000) * time.Minute)
}

// FuzzNotice gives notices under clauses of many kinds and walks to the day on
// which they count.
func FuzzNotice(f *testing.F) {
	f.Add(uint32(79_000), uint32(80_000), uint8(0), uint8(7), uint16(0), uint16(0))
	f.Add(uint32(79_000), uint32(0), uint8(0b1111), uint8(7), uint16(240), uint16(17*60))
	f.Add(uint32(0), uint32(84_500), uint8(0b10001), uint8(0), uint16(10_081), uint16(1))
	f.Fuzz(func(t *testing.T, sent, received uint32, bits, count uint8, minutes, clock uint16) {
		banks := FederalReserve()
		n := Notice{Method: Mail, Sent: minute(sent), Received: minute(received)}
		cutoff := Cutoff{Zone: NewYork()}
		if clock %= 24 * 60; clock > 0 {
			cutoff.Clock = MustClock(int(clock/60), int(clock%60))
		}
		rule := NoticeRule{
			Method: Mail, Start: []Start{FromSending, FromReceipt, Never}[bits>>4%3], Minutes: int(minutes), OrReceipt: bits&1 > 0,
			Lag: Deadline{Count: int(count), Unit: []Unit{BusinessDays, Days}[bits>>1&1], RollEvent: bits&4 > 0, Calendar: banks, Cutoff: cutoff},
		}
		clause := NoticeClause{Rules: []NoticeRule{{Method: Fax, Start: Never}, rule}}
		if bits&8 > 0 {
			n.Method = Email
		}
		got, err := clause.Given(n)
		if refused := !n.Sent.IsZero() && n.Received.Before(n.Sent) && !n.Received.IsZero() || minutes > mostMinutes; refused != (err != nil) {
			t.Fatalf("%+v under %+v: %+v, %v", n, rule, got, err)
		} else if refused {
			return
		}
		if want := noticeDay(rule, n); got.Given == want.IsZero() || got.Date != want {
			t.Fatalf("%+v under %+v: %+v, want %s", n, rule, got, want)
		}
	})
}

// noticeDay walks to the day on which a notice under the rule counts.
func noticeDay(rule NoticeRule, n Notice) Date {
	at := map[Start]time.Time{FromSending: n.Sent, FromReceipt: n.Received}[rule.Start]
	if n.Method != rule.Method || at.IsZero() {
		return Date{}
	}
	dayOf := func(at time.Time) Date {
		clock, late := at.In(NewYork()).Format(time.TimeOnly), rule.Lag.Cutoff.Clock.String()+":00"
		d := DateOf(at.In(NewYork()))
		if !rule.Lag.Cutoff.Clock.IsZero() && clock > late {
			return d.AddDays(1)
		}
		return d
	}
	d := dayOf(at.Add(time.Duration(rule.Minutes) * time.Minute))
	for rule.Lag.RollEvent && !rule.Lag.Calendar.IsOpen(d) {
		d = d.AddDays(1)
	}
	for left := rule.Lag.Count; left > 0; {
		d = d.AddDays(1)
		if rule.Lag.Unit == Days || rule.Lag.Calendar.IsOpen(d) {
			left--
		}
	}
	if early := dayOf(n.Received); rule.OrReceipt && rule.Start == FromSending && !n.Received.IsZero() && early.Before(d) {
		return early
	}
	return d
}
