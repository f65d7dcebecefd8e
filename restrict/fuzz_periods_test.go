package restrict

import (
	"testing"

	"github.com/offerkit/offerkit/calendar"
)

// FuzzPeriodEnd counts months with package time, up to the end of all years.
func FuzzPeriodEnd(f *testing.F) {
	f.Add(731_548, 12)
	f.Add(733_740, 6) // from the last day of a month
	f.Add(3_652_058, 1)
	f.Add(-1, 0)
	f.Add(0, 119_988)
	f.Fuzz(func(t *testing.T, days, months int) {
		start := day(1, 1, 1).AddDays(days)
		got, err := PeriodEnd(start, months)
		if start.IsZero() || months < 1 || months > 12*9999 {
			if err == nil {
				t.Fatalf("%d months from %s: %+v", months, start, got)
			}
			return
		}
		want := Dates{naiveEnd(start, months, anniversary), naiveEnd(start, months, conservative)}
		if ends := !want.Conservative.IsZero(); ends != (err == nil) || ends && got != want {
			t.Fatalf("%d months from %s: %+v, %v; want %+v", months, start, got, err, want)
		}
		if err != nil {
			return
		}
		held := monthsElapsed(start, got.Anniversary)
		before := monthsElapsed(start, got.Anniversary.AddDays(-1))
		if held.anniversary < months || before.anniversary >= months {
			t.Fatalf("%d months from %s: %+v on that day and %+v on the one before", months, start, held, before)
		}
	})
}

// takenDelivery reads a clause that may hold: clocks on business days and on
// days, of the banks or of the exchange.
func takenDelivery(data []byte) Delivery {
	d := FocusDelivery()
	d.Clocks = nil
	clock := func(b, c byte) DeliveryClock {
		l := DeliveryClock{Count: int(b % 40), Unit: []calendar.Unit{calendar.BusinessDays, calendar.Days, calendar.TradingDays, "moons"}[c&3]}
		if c&4 > 0 {
			l.Calendar = calendar.NYSE()
		}
		l.NoRoll = c&8 > 0
		if c&0xf0 == 0xf0 {
			l.Cutoff = newYork(17, 0)
		}
		if b == 255 {
			l.Count = -1
		}
		return l
	}
	for ; len(data) >= 3 && len(d.Clocks)+len(d.NotBefore) < 6; data = data[3:] {
		l := clock(data[0], data[1])
		if data[2]&1 > 0 {
			d.NotBefore = append(d.NotBefore, l)
		} else {
			d.Clocks = append(d.Clocks, l)
		}
		if data[2]&2 > 0 {
			d.Pick = PickLatest
		}
		if data[2]&4 > 0 {
			d.Pick = PickEarliest
		}
		if data[2] > 250 {
			d.Grounds = nil
		}
	}
	return d
}

// FuzzDueFrom walks each clock of a clause from the day on which all is in, and
// holds the bulk call to what the explained one refuses.
func FuzzDueFrom(f *testing.F) {
	f.Add(uint16(300), []byte{3, 0, 0})
	f.Add(uint16(300), []byte{2, 4, 4, 3, 1, 4, 1, 2, 1})
	f.Add(uint16(301), []byte{5, 8, 2, 0, 0xf0, 2})
	f.Add(uint16(302), []byte{5, 3, 0})
	f.Add(uint16(0), []byte{5, 0, 255})
	f.Fuzz(func(t *testing.T, n uint16, data []byte) {
		d := takenDelivery(data)
		received := day(2000, 1, 3).AddDays(int(n) % 5000)
		got, err := d.DueFrom(received)
		if refused := d.Validate(); (refused == nil) != (err == nil) || err != nil && err.Error() != refused.Error() {
			t.Fatalf("%v is due %s, %v; Validate says %v", data, got, err, refused)
		}
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		var want calendar.Date
		for _, l := range d.Clocks {
			due := walkClock(&d, l, received)
			if want.IsZero() || d.Pick == PickEarliest && due.Before(want) || d.Pick == PickLatest && due.After(want) {
				want = due
			}
		}
		for _, l := range d.NotBefore {
			if due := walkClock(&d, l, received); due.After(want) {
				want = due
			}
		}
		if got != want {
			t.Fatalf("%v from %s: %s, want %s", data, received, got, want)
		}
		if told, err := d.Due(allIn(&d, noon(received))); err != nil || told.Due != want {
			t.Fatalf("%v from %s: %+v, %v; in bulk %s", data, received, told, err, got)
		}
	})
}

// walkClock counts the days of one clock.
func walkClock(d *Delivery, l DeliveryClock, on calendar.Date) calendar.Date {
	c := d.Calendar
	if !l.Calendar.IsZero() {
		c = l.Calendar
	}
	for !l.NoRoll && !c.IsOpen(on) {
		on = on.AddDays(1)
	}
	for left := l.Count; left > 0; {
		on = on.AddDays(1)
		if l.Unit == calendar.Days || c.IsOpen(on) {
			left--
		}
	}
	return on
}
