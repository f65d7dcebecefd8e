package calendar

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/offerkit/offerkit/law"
)

// machineZone sets the zone of the machine for one test.
func machineZone(t *testing.T, loc *time.Location) {
	t.Helper()
	before := time.Local
	t.Cleanup(func() { time.Local = before })
	time.Local = loc
}

// copyOf makes the zone as a host does, beside the one that the library carries.
func copyOf(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// machines are zones of machines. What they are called says nothing: package time
// names its own "Local", "UTC" or as the environment does.
func machines(t *testing.T) map[string]*time.Location {
	t.Helper()
	return map[string]*time.Location{
		"as it is":     time.Local,
		"Tokyo":        copyOf(t, "Asia/Tokyo"),
		"New York":     copyOf(t, "America/New_York"),
		"named UTC":    time.FixedZone("UTC", 0),
		"named Local":  time.FixedZone("Local", 3600),
		"without name": time.FixedZone("", -3600),
	}
}

func TestMachineZoneIsRefused(t *testing.T) {
	at := time.Date(2026, 11, 25, 3, 0, 0, 0, time.UTC)
	met := MustDate(2026, 11, 25)
	rows := []struct {
		name, field string
		ask         func(c Cutoff) error
	}{
		{"Cutoff.Validate", "zone", func(c Cutoff) error { return c.Validate() }},
		{"Cutoff.Day", "cutoff.zone", func(c Cutoff) error { _, err := c.Day(at); return err }},
		{"Cutoff as JSON", "zone", func(c Cutoff) error { _, err := json.Marshal(c); return err }},
		{"Deadline.Validate", "cutoff.zone", func(c Cutoff) error { return Deadline{Unit: Days, Cutoff: c}.Validate() }},
		{"Deadline.After", "cutoff.zone", func(c Cutoff) error { _, err := Deadline{Unit: Days, Cutoff: c}.After(met); return err }},
		{"Deadline.Before", "cutoff.zone", func(c Cutoff) error { _, err := Deadline{Unit: Days, Cutoff: c}.Before(met); return err }},
		{"Deadline.DateAfter", "cutoff.zone", func(c Cutoff) error { _, err := Deadline{Unit: Days, Cutoff: c}.DateAfter(met); return err }},
		{"Deadline.DateBefore", "cutoff.zone", func(c Cutoff) error { _, err := Deadline{Unit: Days, Cutoff: c}.DateBefore(met); return err }},
		{"Deadline.AfterReceipt", "cutoff.zone", func(c Cutoff) error { _, err := Deadline{Unit: Days, Cutoff: c}.AfterReceipt(at); return err }},
		{"Deadline as JSON", "zone", func(c Cutoff) error { _, err := json.Marshal(Deadline{Unit: Days, Cutoff: c}); return err }},
		{"ClosingRule.Validate", "by.zone", func(c Cutoff) error { return ClosingRule{Count: Deadline{Unit: Days}, By: c}.Validate() }},
		{"ClosingRule.Validate of its count", "count.cutoff.zone", func(c Cutoff) error {
			return ClosingRule{Count: Deadline{Unit: Days, Cutoff: c}}.Validate()
		}},
		{"ClosingRule.On", "by.zone", func(c Cutoff) error { _, err := ClosingRule{Count: Deadline{Unit: Days}, By: c}.On(met); return err }},
		{"ClosingRule.DateOn", "by.zone", func(c Cutoff) error {
			_, err := ClosingRule{Count: Deadline{Unit: Days}, By: c}.DateOn(met)
			return err
		}},
		{"ClosingRule.At", "by.zone", func(c Cutoff) error { _, err := ClosingRule{Count: Deadline{Unit: Days}, By: c}.At(at); return err }},
		{"ClosingRule as JSON", "zone", func(c Cutoff) error {
			_, err := json.Marshal(ClosingRule{Count: Deadline{Unit: Days}, By: c})
			return err
		}},
		{"NoticeClause.Validate", "rules[0].lag.cutoff.zone", func(c Cutoff) error {
			return NoticeClause{Rules: []NoticeRule{{Method: Fax, Start: FromSending, Lag: Deadline{Unit: Days, Cutoff: c}}}}.Validate()
		}},
		{"NoticeClause.Validate of a copy", "rules[0].lag.cutoff.zone", func(c Cutoff) error {
			return NoticeClause{Rules: []NoticeRule{{Method: Fax, Start: Never, Lag: Deadline{Unit: Days, Cutoff: c}}}}.Validate()
		}},
		{"NoticeClause.Validate of an address", "address_change.cutoff.zone", func(c Cutoff) error {
			return NoticeClause{AddressChange: Deadline{Unit: Days, Cutoff: c}}.Validate()
		}},
		{"NoticeClause.Given", "rules[0].lag.cutoff.zone", func(c Cutoff) error {
			clause := NoticeClause{Rules: []NoticeRule{{Method: Fax, Start: FromSending, Lag: Deadline{Unit: Days, Cutoff: c}}}}
			_, err := clause.Given(Notice{Method: Fax, Sent: at})
			return err
		}},
		{"Statute.After", "cutoff.zone", func(c Cutoff) error {
			_, err := Statute{Eras: Timeline[Deadline]{{From: met, Value: Deadline{Unit: Days, Cutoff: c}}}}.After(met)
			return err
		}},
		{"FromCal", "business calendar.locations[0]", func(c Cutoff) error {
			bc := cal.NewBusinessCalendar()
			bc.Locations = []*time.Location{c.Zone}
			_, err := FromCal("shop", bc, met, met)
			return err
		}},
	}
	for name, loc := range machines(t) {
		t.Run(name, func(t *testing.T) {
			machineZone(t, loc)
			for _, row := range rows {
				t.Run(row.name, func(t *testing.T) {
					for _, clock := range []Clock{{}, MustClock(15, 0)} {
						var fs law.Faults
						err := row.ask(Cutoff{Clock: clock, Zone: time.Local})
						if !errors.As(err, &fs) || len(fs) != 1 || !errors.Is(err, law.ErrMissing) || fs[0].Field != row.field ||
							fs[0].Value != "time.Local" {
							t.Errorf("%v: %v", clock, err)
						}
					}
				})
			}
			if at := met.At(MustClock(15, 0), time.Local); !at.IsZero() {
				t.Errorf("an instant of the machine: %v", at)
			}
		})
	}
}

// A host may say what the zone of its machine is. UTC and the zones of the library
// then are as good as ever.
func TestMachineZoneStated(t *testing.T) {
	for _, loc := range []*time.Location{time.UTC, NewYork()} {
		t.Run(loc.String(), func(t *testing.T) {
			machineZone(t, loc)
			for _, zone := range []*time.Location{time.UTC, NewYork(), copyOf(t, "America/New_York"), copyOf(t, "Atlantic/Reykjavik")} {
				c := Cutoff{Clock: MustClock(15, 0), Zone: zone}
				if d, err := c.Day(time.Date(2026, 11, 25, 15, 0, 0, 0, time.UTC)); err != nil || d != MustDate(2026, 11, 25) {
					t.Errorf("%v: %v, %v", zone, d, err)
				}
				if MustDate(2026, 11, 25).At(c.Clock, zone).IsZero() {
					t.Errorf("%v has no instants", zone)
				}
				if data, err := json.Marshal(c); (err == nil) != (zone.String() != "Atlantic/Reykjavik") {
					t.Errorf("%v: %s, %v", zone, data, err)
				}
			}
		})
	}
}

// The answer is the same in every zone of a machine, refusals and instants
// included.
func TestMachineZoneChangesNothing(t *testing.T) {
	answer := func() string {
		rule := FocusClosing()
		rule.Outside = MustDate(2026, 11, 20)
		closing, err := rule.At(time.Unix(1_795_575_600, 0))
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(closing)
		if err != nil {
			t.Fatal(err)
		}
		sent := time.Unix(1_795_575_600, 0)
		_, err = FocusNotices().Given(Notice{Method: Mail, Sent: sent, Received: sent.Add(-time.Hour)})
		return string(data) + err.Error()
	}
	want := answer()
	for name, loc := range machines(t) {
		machineZone(t, loc)
		if got := answer(); got != want {
			t.Errorf("%s: %s\nwant %s", name, got, want)
		}
	}
}
