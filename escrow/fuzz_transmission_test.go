package escrow_test

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

// FuzzTransmission walks to the instant by which a broker-dealer must bring the
// money, and then brings it in time and too late.
func FuzzTransmission(f *testing.F) {
	f.Add(int64(1_038_405_600), uint8(1), uint8(0), uint16(12*60), uint8(0)) // the eve of Thanksgiving, noon of the next business day
	f.Add(int64(1_038_405_600), uint8(3), uint8(1), uint16(0), uint8(1))
	f.Add(int64(1_035_698_400), uint8(0), uint8(2), uint16(60), uint8(2)) // the night in which the clocks went back
	f.Fuzz(func(t *testing.T, unix int64, count, bits uint8, clock uint16, place uint8) {
		collected := time.Unix(1_022_000_000+(unix%50_000_000+50_000_000)%50_000_000, 0).UTC() // 2002 and 2003
		var zone *time.Location
		if place %= 3; place > 0 {
			var err error
			if zone, err = calendar.Zone([]string{"America/Los_Angeles", "America/Chicago"}[place-1]); err != nil {
				t.Fatal(err)
			}
		}
		units := []calendar.Unit{calendar.BusinessDays, calendar.Days}
		rule := escrow.Transmission{Within: calendar.Deadline{
			Name: "Transmission", Count: int(count % 30), Unit: units[bits&1], RollEvent: bits&2 > 0, Calendar: calendar.FederalReserve(),
		}}
		if clock %= 24 * 60; clock > 0 {
			rule.By = calendar.MustClock(int(clock/60), int(clock%60))
		}
		due, err := rule.Due(collected, zone)
		if want := walkTransmission(rule, collected, zone); err != nil || !due.Equal(want) {
			t.Fatalf("%+v, taken in at %s: %s, %v; want %s", rule, collected, due, err, want)
		}
		if zone != nil || !due.After(collected) {
			return // terms take the zone of their closing, and nobody brings what was not taken in
		}
		terms := simple()
		terms.Signed, terms.Transmission = collected.AddDate(0, 0, -1), rule
		s := begin(t, terms)
		for _, late := range []bool{false, true} {
			at, b := due, s.wire(pAlpha, 1)
			if late {
				at = due.Add(time.Second)
			}
			b.Collected = collected
			if d := accepted(t, s.do(agent, at, b)); d.Warnings.Has("escrow.deposit.transmitted_late") != late {
				t.Fatalf("due at %s, brought at %s: %s", due, at, d.Warnings)
			}
		}
	})
}

// walkTransmission counts the days one by one on the clocks of the zone.
func walkTransmission(rule escrow.Transmission, collected time.Time, zone *time.Location) time.Time {
	if zone == nil {
		zone = calendar.NewYork()
	}
	year, month, day := collected.In(zone).Date()
	open := func() bool {
		return calendar.FederalReserve().IsOpen(calendar.DateOf(time.Date(year, month, day, 12, 0, 0, 0, time.UTC)))
	}
	for rule.Within.RollEvent && !open() {
		day++
	}
	for left := rule.Within.Count; left > 0; {
		if day++; rule.Within.Unit == calendar.Days || open() {
			left--
		}
	}
	if rule.By.IsZero() {
		return time.Date(year, month, day+1, 0, 0, 0, 0, zone).Add(-1)
	}
	by, err := time.Parse("15:04", rule.By.String())
	if err != nil {
		panic(err)
	}
	return time.Date(year, month, day, by.Hour(), by.Minute(), 0, 0, zone)
}
