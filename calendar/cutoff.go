package calendar

import (
	"encoding/json"
	"time"

	"github.com/offerkit/offerkit/law"
)

// Cutoff says on which day an instant counts: the day that clocks in a zone
// show, or the next one after the cut-off ("received after 5:00 p.m. New York
// time counts as the next business day").
//
// The zero Cutoff has no zone and is refused, since an instant belongs to no
// day without one. A Cutoff is comparable with ==, which takes two copies of one
// zone for different zones.
type Cutoff struct {
	// Clock is the cut-off; "no time of day" lets the day last until midnight.
	Clock Clock
	// Zone is where the clock hangs. It is required, and time.Local is refused:
	// the answer must not turn on where a program runs. Only the zones of [Zone]
	// can be stored as JSON, and copies of them under their names, as
	// time.LoadLocation makes.
	Zone *time.Location
	// Exclusive makes the instant of the cut-off itself too late: "prior to
	// 5:00 p.m.", not "by 5:00 p.m.".
	Exclusive bool
}

// Day returns the calendar day on which the instant counts. After the cut-off
// that is the next calendar day, open or not; a [Deadline] with RollEvent moves
// it on to an open one. The error is [law.Faults]: a missing zone, that of the
// machine, or an instant outside the years 1 to 9999.
func (c Cutoff) Day(at time.Time) (Date, error) {
	d, _, err := c.day(at)
	return d, err
}

// day tells also whether the instant was past the cut-off.
func (c Cutoff) day(at time.Time) (d Date, past bool, err error) {
	var fs law.Faults
	checkZone(&fs, "cutoff.zone", c.Zone)
	if len(fs) > 0 {
		return Date{}, false, fs
	}
	local := at.In(c.Zone)
	d = DateOf(local)
	if past = c.isPast(local); past {
		d = d.AddDays(1)
	}
	if d.IsZero() || at.IsZero() {
		fs.Add(law.ErrRange, "at", utc(at), "is not an instant in the years 1 to 9999")
		return Date{}, false, fs
	}
	return d, past, nil
}

// Validate lists what is wrong with the cut-off itself: a missing zone, or that of
// the machine. It returns [law.Faults], or nil if instants can be held against it.
func (c Cutoff) Validate() error {
	var fs law.Faults
	checkZone(&fs, "zone", c.Zone)
	return fs.Err()
}

func (c Cutoff) isPast(local time.Time) bool {
	if c.Clock.IsZero() {
		return false
	}
	order := ClockOf(local).Compare(c.Clock)
	if order == 0 {
		return c.Exclusive || local.Nanosecond() > 0
	}
	return order > 0
}

// data is an instant beside the cutoff, and the day on which it counts.
func (c Cutoff) data(at time.Time, counts Date, past bool) []string {
	data := make([]string, 0, 10)
	data = append(data, "at", moment(at, c), "zone", c.Zone.String())
	if !c.Clock.IsZero() {
		relation := "not after"
		switch {
		case past && c.Exclusive:
			relation = "at or after"
		case past:
			relation = "after"
		case c.Exclusive:
			relation = "before"
		}
		data = append(data, "relation", relation, "cutoff", c.Clock.String())
	}
	return append(data, "counts", iso(counts))
}

// cutoffJSON is the stored form.
type cutoffJSON struct {
	Clock     Clock  `json:"clock,omitzero"`
	Zone      string `json:"zone,omitempty"`
	Exclusive bool   `json:"exclusive,omitempty"`
}

// MarshalJSON writes the zone by name. A zone that [Zone] would read back as
// another is refused with [law.ErrUnsupported], and that of the machine with
// [law.ErrMissing].
func (c Cutoff) MarshalJSON() ([]byte, error) {
	stored := cutoffJSON{Clock: c.Clock, Exclusive: c.Exclusive}
	if c.Zone != nil {
		var fs law.Faults
		zone := checkStored(&fs, "zone", c.Zone)
		if len(fs) > 0 {
			return nil, fs
		}
		stored.Zone = zone.String()
	}
	return json.Marshal(stored)
}

// UnmarshalJSON reads what MarshalJSON writes, and refuses unknown fields,
// fields in other letters and fields given twice.
func (c *Cutoff) UnmarshalJSON(data []byte) error {
	var stored cutoffJSON
	var zone *time.Location
	err := law.ReadFields(data, &stored, func(stored *cutoffJSON, fs *law.Faults) {
		if stored.Zone != "" {
			var err error
			zone, err = Zone(stored.Zone)
			fs.Merge("", err)
		}
	})
	if err == nil {
		*c = Cutoff{Clock: stored.Clock, Zone: zone, Exclusive: stored.Exclusive}
	}
	return err
}
