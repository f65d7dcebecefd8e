package restrict

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestDeliveryTiming delivers on every day around the day due, Friday
// 2003-11-07 and three bank days: Thursday the 13th.
func TestDeliveryTiming(t *testing.T) {
	for _, c := range []struct {
		delivered calendar.Date
		timing    Timing
		late      int
	}{
		{calendar.Date{}, "", 0},
		{day(2003, 11, 6), Timely, 0}, // before the papers were in
		{day(2003, 11, 13), Timely, 0},
		{day(2003, 11, 14), Late, 1},
		{day(2003, 11, 15), Late, 1}, // a Saturday
		{day(2003, 11, 17), Late, 2},
		{day(2003, 11, 28), Late, 10}, // Thanksgiving is no business day
	} {
		f := papersIn(day(2003, 11, 7))
		f.Delivered = c.delivered
		got, err := FocusDelivery().Due(f)
		if err != nil || got.Timing != c.timing || got.DaysLate != c.late {
			t.Errorf("delivered %s: %q, %d days late, %v; want %q, %d", c.delivered, got.Timing, got.DaysLate, err, c.timing, c.late)
		}
		if got.Why.Has(CodeTimely) != (c.timing == Timely) || got.Why.Has(CodeLate) != (c.timing == Late) {
			t.Errorf("delivered %s:\n%s", c.delivered, got.Why)
		}
	}
	f := papersIn(day(2003, 11, 10)) // due Friday the 14th
	f.Delivered = day(2003, 11, 15)
	if got, err := FocusDelivery().Due(f); err != nil || got.Timing != Late || got.DaysLate != 0 {
		t.Errorf("on the Saturday after: %q, %d, %v; want late by no business day", got.Timing, got.DaysLate, err)
	}
}

func TestDeliveryRefuses(t *testing.T) {
	_, err := Delivery{Within: -1}.Due(DeliveryFacts{})
	want := []string{
		"blue_sky_needed: missing", "current: missing", "delivery.calendar: missing",
		"delivery.within: out of range", "effective: missing",
	}
	if got := faultsOf(t, err); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	d := FocusDelivery()
	for _, c := range []struct {
		change func(*DeliveryFacts)
		want   string
	}{
		{func(f *DeliveryFacts) { f.Notice = day(1950, 1, 2); f.Certificate = f.Notice }, "notice.Federal Reserve: out of range"},
		{func(f *DeliveryFacts) { f.Certificate = day(2100, 12, 31) }, "certificate.Federal Reserve: out of range"},
		{func(f *DeliveryFacts) { f.BlueSkyNeeded, f.BlueSky = Yes, day(2200, 1, 1) }, "blue_sky.Federal Reserve: out of range"},
		{func(f *DeliveryFacts) { f.Delivered = day(2200, 1, 1) }, "delivered.Federal Reserve: out of range"},
		{func(f *DeliveryFacts) { f.BlueSkyNeeded = "perhaps" }, "blue_sky_needed: invalid"},
	} {
		f := papersIn(day(2003, 11, 7))
		c.change(&f)
		got, err := d.Due(f)
		if faults := faultsOf(t, err); !slices.Equal(faults, []string{c.want}) || !reflect.DeepEqual(got, DeliveryFinding{}) {
			t.Errorf("%+v: %q, want %q", got, faults, c.want)
		}
	}
	d.Within = math.MaxInt
	if _, err := d.Due(papersIn(day(2003, 11, 7))); !errors.Is(err, law.ErrRange) {
		t.Errorf("endless days: %v", err)
	}
}

func TestDeliveryIsData(t *testing.T) {
	d := FocusDelivery()
	roundTrip(t, d)
	data, err := json.Marshal(d)
	want := `{"within":3,"calendar":"Federal Reserve","authority":{"cite":"Agreement §1(b)(ii)",` +
		`"title":"Common Stock Purchase Agreement of November 25, 2002"}}`
	if err != nil || string(data) != want {
		t.Errorf("%s, %v", data, err)
	}
	got, err := d.Due(papersIn(day(2031, time.March, 3)))
	if err != nil || !got.Projected || !got.Why.Has(calendar.CodeProjected) {
		t.Errorf("past the announced holidays: %+v, %v", got, err)
	}
}
