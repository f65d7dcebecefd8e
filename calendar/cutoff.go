package calendar

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/internal/strictjson"
	"github.com/offerkit/offerkit/internal/texts"
	"github.com/offerkit/offerkit/law"
)

// Cutoff says on which day an instant counts: the day that clocks in a zone
// show, or the next one after the cut-off ("received after 5:00 p.m. New York
// time counts as the next business day").
//
// The zero Cutoff has no zone and is refused, since an instant belongs to no
// day without one. A Cutoff is comparable with ==.
type Cutoff struct {
	// Clock is the cut-off; "no time of day" lets the day last until midnight.
	Clock Clock
	// Zone is where the clock hangs. It is required. Only the zones of [Zone]
	// can be stored as JSON.
	Zone *time.Location
	// Exclusive makes the instant of the cut-off itself too late: "prior to
	// 5:00 p.m.", not "by 5:00 p.m.".
	Exclusive bool
}

// Day returns the calendar day on which the instant counts. After the cut-off
// that is the next calendar day, open or not; a [Deadline] with RollEvent moves
// it on to an open one. The error is [law.Faults]: a missing zone, or an
// instant outside the years 1 to 9999.
func (c Cutoff) Day(at time.Time) (Date, error) {
	d, _, err := c.day(at)
	return d, err
}

// day tells also whether the instant was past the cut-off.
func (c Cutoff) day(at time.Time) (d Date, past bool, err error) {
	var fs law.Faults
	if c.Zone == nil {
		fs.Missing("cutoff.zone")
		return Date{}, false, fs
	}
	if c.checkText(&fs, "cutoff.zone"); len(fs) > 0 {
		return Date{}, false, fs
	}
	local := at.In(c.Zone)
	d = DateOf(local)
	if past = c.isPast(local); past {
		d = d.AddDays(1)
	}
	if d.IsZero() || at.IsZero() {
		fs.Add(law.ErrRange, "at", at.UTC().Format(time.RFC3339), "is not an instant in the years 1 to 9999")
		return Date{}, false, fs
	}
	return d, past, nil
}

// checkText refuses a zone of a name that an explanation cannot repeat.
func (c Cutoff) checkText(fs *law.Faults, field string) {
	if c.Zone != nil {
		texts.Check(fs, field, c.Zone.String())
	}
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

// String is the cut-off as a rule says it, such as "15:00 America/New_York".
func (c Cutoff) String() string {
	switch {
	case c.Zone == nil:
		return "no cut-off"
	case c.Clock.IsZero():
		return "midnight " + c.Zone.String()
	case c.Exclusive:
		return "before " + c.Clock.String() + " " + c.Zone.String()
	}
	return c.Clock.String() + " " + c.Zone.String()
}

// cutoffJSON is the stored form.
type cutoffJSON struct {
	Clock     Clock  `json:"clock,omitzero"`
	Zone      string `json:"zone,omitempty"`
	Exclusive bool   `json:"exclusive,omitempty"`
}

// MarshalJSON writes the zone by name. A zone that [Zone] would not return is
// refused with [law.ErrUnsupported], since it could not be read back.
func (c Cutoff) MarshalJSON() ([]byte, error) {
	stored := cutoffJSON{Clock: c.Clock, Exclusive: c.Exclusive}
	if c.Zone != nil {
		stored.Zone = c.Zone.String()
		if known, err := Zone(stored.Zone); err != nil || known != c.Zone {
			var fs law.Faults
			fs.Add(law.ErrUnsupported, "zone", strconv.Quote(stored.Zone), "is not a zone that the library carries")
			return nil, fs
		}
	}
	return json.Marshal(stored)
}

// UnmarshalJSON reads what MarshalJSON writes, and refuses unknown fields,
// fields in other letters and fields given twice.
func (c *Cutoff) UnmarshalJSON(data []byte) error {
	var stored cutoffJSON
	if err := strictjson.Read(data, &stored); err != nil {
		return err
	}
	read := Cutoff{Clock: stored.Clock, Exclusive: stored.Exclusive}
	if stored.Zone != "" {
		zone, err := Zone(stored.Zone)
		if err != nil {
			return err
		}
		read.Zone = zone
	}
	*c = read
	return nil
}
