package restrict

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// threeTradingDays is a clause on a request for removal, in New York.
func threeTradingDays() Delivery {
	return Delivery{
		Awaits: []Awaited{{Trigger: RemovalRequest}}, Clocks: []DeliveryClock{{Count: 3, Unit: calendar.TradingDays}},
		Calendar: calendar.NYSE(), Cutoff: newYork(0, 0), Grounds: []DeliveryGround{GroundNone},
	}
}

// requested is a request at noon of the day, and nothing delivered.
func requested(on calendar.Date) DeliveryFacts {
	return DeliveryFacts{Receipts: []Receipt{{Trigger: RemovalRequest, At: noon(on)}}}
}

// TestDeliveryAsOf asks on days around Friday, November 6, 2026, the day due of a
// request received on the Tuesday before.
func TestDeliveryAsOf(t *testing.T) {
	for _, c := range []struct {
		name            string
		delivered, asOf calendar.Date
		timing          Timing
		open, days      int
		code            law.Code
		later           bool
	}{
		{"no day stated", never, never, TimingUnknown, 0, 0, codeTimingUnknown, false},
		{"the day of the request", never, day(2026, 11, 3), NotYetDue, 0, 0, codeNotYetDue, false},
		{"the day due", never, day(2026, 11, 6), NotYetDue, 0, 0, codeNotYetDue, false},
		{"the Saturday after it", never, day(2026, 11, 7), Overdue, 0, 1, codeOverdue, false},
		{"the Monday after it", never, day(2026, 11, 9), Overdue, 1, 3, codeOverdue, false},
		{"on Thanksgiving", never, day(2026, 11, 26), Overdue, 13, 20, codeOverdue, false},
		{"24 days after it", never, day(2026, 11, 30), Overdue, 15, 24, codeOverdue, false},
		{"delivered in time", day(2026, 11, 6), day(2026, 11, 30), Timely, 0, 0, codeTimely, false},
		{"delivered late", day(2026, 11, 10), day(2026, 11, 30), Late, 2, 4, codeLate, false},
		{"delivered late on the day itself", day(2026, 11, 10), day(2026, 11, 10), Late, 2, 4, codeLate, false},
		{"delivered after the day", day(2026, 11, 10), day(2026, 11, 9), Overdue, 1, 3, codeOverdue, true},
		{"delivered in time, after the day", day(2026, 11, 6), day(2026, 11, 5), NotYetDue, 0, 0, codeNotYetDue, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := requested(day(2026, 11, 3))
			f.Delivered, f.AsOf = c.delivered, c.asOf
			got, err := threeTradingDays().Due(f)
			if err != nil || got.Answer != Owed || got.Due != day(2026, 11, 6) {
				t.Fatalf("%+v, %v", got, err)
			}
			if got.Timing != c.timing || got.DaysLate != c.open || got.CalendarDaysLate != c.days {
				t.Errorf("%q, %d and %d days; want %q, %d and %d", got.Timing, got.DaysLate, got.CalendarDaysLate, c.timing, c.open, c.days)
			}
			for _, code := range []law.Code{codeTimely, codeLate, codeOverdue, codeNotYetDue, codeTimingUnknown} {
				if got.Why.Has(code) != (code == c.code) {
					t.Errorf("want %s\n%s", c.code, got.Why)
				}
			}
			if got.Why.Has(codeAsOf) != c.later {
				t.Errorf("a later fact is left out: %t\n%s", c.later, got.Why)
			}
		})
	}
	// The days are named as the clause counts them.
	f, terms := requested(day(2026, 11, 3)), threeTradingDays()
	f.AsOf = day(2026, 11, 30)
	for unit, want := range map[calendar.Unit]string{calendar.TradingDays: "15 trading days, 24", calendar.BusinessDays: "15 business days, 24"} {
		terms.Clocks[0].Unit = unit
		if got, err := terms.Due(f); err != nil || !strings.Contains(got.Why.String(), want) {
			t.Errorf("%v, want %q\n%s", err, want, got.Why)
		}
	}
	f.AsOf = day(2200, 1, 1)
	if fs := faultsOf(t, second(threeTradingDays().Due(f))); !slices.Equal(fs, []string{"as_of.NYSE: range"}) {
		t.Errorf("past the calendar: %q", fs)
	}
}

// TestDeliveryAsOfReceipts: a receipt of a later day has not happened, by the clocks
// of the cut-off's zone, and the facts given are left as they were.
func TestDeliveryAsOfReceipts(t *testing.T) {
	requestAt := func(at time.Time) DeliveryFacts {
		return DeliveryFacts{Receipts: []Receipt{{Trigger: RemovalRequest, At: at}}, AsOf: day(2026, 11, 3)}
	}
	five := newYork(17, 0)
	for _, c := range []struct {
		name   string
		cutoff calendar.Cutoff
		at     time.Time
		answer DeliveryAnswer
		due    calendar.Date
	}{
		{"the last second of the day", newYork(0, 0), time.Date(2026, 11, 4, 4, 59, 59, 0, time.UTC), Owed, day(2026, 11, 6)},
		{"midnight", newYork(0, 0), time.Date(2026, 11, 4, 5, 0, 0, 0, time.UTC), Waiting, never},
		{"after the cut-off, for the next day", five, time.Date(2026, 11, 3, 23, 0, 0, 0, time.UTC), Owed, day(2026, 11, 9)},
		{"the day after", newYork(0, 0), noon(day(2026, 11, 4)), Waiting, never},
	} {
		t.Run(c.name, func(t *testing.T) {
			terms, f := threeTradingDays(), requestAt(c.at)
			terms.Cutoff = c.cutoff
			got, err := terms.Due(f)
			if err != nil || got.Answer != c.answer || got.Due != c.due || got.Why.Has(codeAsOf) != (c.answer == Waiting) {
				t.Errorf("%+v, %v; want %s, %s", got, err, c.answer, c.due)
			}
			if c.answer == Waiting && (got.Timing != "" || !slices.Equal(got.Missing, []Trigger{RemovalRequest})) {
				t.Errorf("%+v", got)
			}
			if !f.Receipts[0].At.Equal(c.at) {
				t.Error("the facts were written to")
			}
		})
	}
	// A zone that a clock alone has.
	terms, f := threeTradingDays(), requestAt(time.Date(2026, 11, 4, 4, 59, 59, 0, time.UTC))
	terms.Clocks[0].Cutoff, terms.Cutoff = terms.Cutoff, calendar.Cutoff{}
	if got, err := terms.Due(f); err != nil || got.Timing != NotYetDue {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestDeliveryParts sends 300 shares in parts, due on November 6, 2026.
func TestDeliveryParts(t *testing.T) {
	parts := []DeliveredPart{{day(2026, 11, 5), 100}, {day(2026, 11, 9), 50}, {day(2026, 11, 10), 150}}
	for _, c := range []struct {
		name   string
		parts  []DeliveredPart
		asOf   calendar.Date
		timing Timing
		open   int
		left   int64
	}{
		{"before the first", parts, day(2026, 11, 4), NotYetDue, 0, 300},
		{"after the first, in time", parts, day(2026, 11, 6), NotYetDue, 0, 200},
		{"after the first, overdue", parts, day(2026, 11, 8), Overdue, 0, 200},
		{"after the second", parts, day(2026, 11, 9), Overdue, 1, 150},
		{"after the last", parts, day(2026, 11, 30), Late, 2, 0},
		{"all told, no day stated", parts, never, Late, 2, 0},
		{"in part, no day stated", parts[:2], never, TimingUnknown, 0, 150},
		{"nothing, no day stated", nil, never, TimingUnknown, 0, 300},
		{"all at once", []DeliveredPart{{day(2026, 11, 6), 300}}, never, Timely, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := requested(day(2026, 11, 3))
			f.Sold, f.Parts, f.AsOf = 300, c.parts, c.asOf
			got, err := threeTradingDays().Due(f)
			if err != nil || got.Timing != c.timing || got.DaysLate != c.open || got.Undelivered != c.left {
				t.Errorf("%q, %d days, %d left, %v; want %q, %d, %d", got.Timing, got.DaysLate, got.Undelivered, err, c.timing, c.open, c.left)
			}
		})
	}
	for _, c := range []struct {
		name   string
		change func(*DeliveryFacts)
		want   []string
	}{
		{"of a number not stated", func(f *DeliveryFacts) { f.Sold = 0 }, []string{"sold: missing"}},
		{"beside the whole", func(f *DeliveryFacts) { f.Delivered = day(2026, 11, 10) }, []string{"delivered: conflict"}},
		{"of no day and no number", func(f *DeliveryFacts) { f.Parts[0] = DeliveredPart{} }, []string{"parts[0].date: missing", "parts[0].shares: missing"}},
		{"below zero", func(f *DeliveryFacts) { f.Parts[0].Shares = -1 }, []string{"parts[0].shares: range"}},
		{"out of order", func(f *DeliveryFacts) { f.Parts[1].Date = day(2026, 11, 4) }, []string{"parts[1].date: conflict"}},
		{"more than were sold", func(f *DeliveryFacts) { f.Parts[2].Shares = 151 }, []string{"parts[2].shares: conflict"}},
		{"far more", func(f *DeliveryFacts) { f.Parts[0].Shares = 1<<63 - 1 }, []string{
			"parts[0].shares: conflict", "parts[1].shares: conflict", "parts[2].shares: conflict",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := requested(day(2026, 11, 3))
			f.Sold, f.Parts = 300, slices.Clone(parts)
			c.change(&f)
			got, err := threeTradingDays().Due(f)
			if fs := faultsOf(t, err); !slices.Equal(fs, c.want) || !reflect.DeepEqual(got, DeliveryFinding{}) {
				t.Errorf("%q, want %q", fs, c.want)
			}
		})
	}
}

// TestDeliveryBeforePapers: a delivery before what its time is counted from is in
// time, with a remark. The request is received at 10:00 p.m. on Tuesday, April 15,
// 2003, after the cut-off, and so on Wednesday.
func TestDeliveryBeforePapers(t *testing.T) {
	terms := threeTradingDays()
	terms.Cutoff = newYork(17, 0)
	request := Receipt{Trigger: RemovalRequest, At: time.Date(2003, 4, 16, 2, 0, 0, 0, time.UTC)}
	for _, c := range []struct {
		name      string
		receipts  []Receipt
		delivered calendar.Date
		parts     []DeliveredPart
		answer    DeliveryAnswer
		timing    Timing
		remark    bool
	}{
		{"two weeks before", []Receipt{request}, day(2003, 4, 1), nil, Owed, Timely, true},
		{"the day before", []Receipt{request}, day(2003, 4, 14), nil, Owed, Timely, true},
		{"the day itself", []Receipt{request}, day(2003, 4, 15), nil, Owed, Timely, false},
		{"later", []Receipt{request}, day(2003, 4, 17), nil, Owed, Timely, false},
		{"a part before", []Receipt{request}, never, []DeliveredPart{{day(2003, 4, 14), 1}, {day(2003, 4, 17), 9}}, Owed, Timely, true},
		{"no request at all", nil, day(2003, 4, 1), nil, Waiting, "", true},
		{"no request and no delivery", nil, never, nil, Waiting, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := DeliveryFacts{Receipts: c.receipts, Delivered: c.delivered, Parts: c.parts, Sold: 10}
			got, err := terms.Due(f)
			if err != nil || got.Answer != c.answer || got.Timing != c.timing || got.Why.Has(codeBeforePapers) != c.remark {
				t.Errorf("%s, %q, %v; want %s, %q, remark %t\n%s", got.Answer, got.Timing, err, c.answer, c.timing, c.remark, got.Why)
			}
		})
	}
}

// TestDeliveryOverdueReference walks the days from a request one by one: to the day
// due, and on to the day asked about or the delivery of the last share.
func TestDeliveryOverdueReference(t *testing.T) {
	r := rand.New(rand.NewPCG(47, 53))
	seen := map[Timing]int{}
	for range 4000 {
		terms := threeTradingDays()
		terms.Calendar = []calendar.Calendar{calendar.FederalReserve(), calendar.NYSE()}[r.IntN(2)]
		terms.Clocks[0].Count = r.IntN(12)
		request := day(2015, 1, 1).AddDays(r.IntN(4000))
		f := requested(request)
		f.Sold = 1 + r.Int64N(3)
		var sent []int // the day of each share, counted from the request
		for on, left := r.IntN(15), f.Sold; left > 0 && r.IntN(4) > 0; on += r.IntN(9) {
			n := 1 + r.Int64N(left)
			f.Parts = append(f.Parts, DeliveredPart{request.AddDays(on), n})
			for left -= n; n > 0; n-- {
				sent = append(sent, on)
			}
		}
		if r.IntN(8) > 0 {
			f.AsOf = request.AddDays(r.IntN(40))
		}
		// Day 0 is the first open day, the request's or the next.
		due := request
		for !terms.Calendar.IsOpen(due) {
			due = due.AddDays(1)
		}
		due = walkOpen(terms.Calendar, due, terms.Clocks[0].Count)
		until, left, timing := f.AsOf, f.Sold, Overdue
		for _, on := range sent {
			if d := request.AddDays(on); f.AsOf.IsZero() || !d.After(f.AsOf) {
				if left--; left == 0 {
					until, timing = d, Late
				}
			}
		}
		open, days := 0, 0
		for on := due; !until.IsZero() && on.Before(until); {
			on = on.AddDays(1)
			if days++; terms.Calendar.IsOpen(on) {
				open++
			}
		}
		switch {
		case until.IsZero():
			timing = TimingUnknown
		case days == 0 && left == 0:
			timing = Timely
		case days == 0:
			timing = NotYetDue
		}
		seen[timing]++
		got, err := terms.Due(f)
		if err != nil || got.Due != due || got.Timing != timing || got.DaysLate != open || got.CalendarDaysLate != days || got.Undelivered != left {
			t.Fatalf("%+v: due %s, %q, %d and %d days, %d left, %v; want %s, %q, %d and %d, %d", f, got.Due, got.Timing, got.DaysLate,
				got.CalendarDaysLate, got.Undelivered, err, due, timing, open, days, left)
		}
		if timing != Overdue {
			continue
		}
		// What the days so far cost counts the same days.
		cost, err := dollarsADay("1").Assess(DamagesFacts{Lapses: []Lapse{{Due: got.Due}}, Through: f.AsOf})
		if err != nil || cost.Days != days {
			t.Fatalf("%d days charged, %v; want %d", cost.Days, err, days)
		}
	}
	for _, timing := range []Timing{Timely, Late, Overdue, NotYetDue, TimingUnknown} {
		if seen[timing] < 100 {
			t.Errorf("%q is the answer in %d cases alone", timing, seen[timing])
		}
	}
}
