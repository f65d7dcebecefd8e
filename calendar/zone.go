package calendar

import (
	_ "embed"
	"strconv"
	"sync"
	"time"

	"github.com/offerkit/offerkit/law"
)

// The compiled rules of the four zones of the contiguous United States, from
// the IANA time zone database, release 2025c (public domain), as the Go
// distribution ships them. They are held here so that no zone file is read at
// run time: a container without zone files and a browser give the same
// answers.
var (
	//go:embed zoneinfo/new_york.tzif
	newYorkTZif string
	//go:embed zoneinfo/chicago.tzif
	chicagoTZif string
	//go:embed zoneinfo/denver.tzif
	denverTZif string
	//go:embed zoneinfo/los_angeles.tzif
	losAngelesTZif string
)

// zones parses the rules once, so that every call returns the same pointers.
//
//nolint:gochecknoglobals // the memo of a pure function
var zones = sync.OnceValue(func() map[string]*time.Location {
	parsed := map[string]*time.Location{"UTC": time.UTC}
	for name, rule := range map[string]string{
		"America/New_York":    newYorkTZif,
		"America/Chicago":     chicagoTZif,
		"America/Denver":      denverTZif,
		"America/Los_Angeles": losAngelesTZif,
	} {
		loc, err := time.LoadLocationFromTZData(name, []byte(rule))
		if err != nil {
			panic("calendar: zone " + name + ": " + err.Error()) //nolint:forbidigo // cannot happen: a test reads each
		}
		parsed[name] = loc
	}
	return parsed
})

// NewYork returns the location America/New_York, in which the exchange, the
// Fedwire and most closings keep their hours. It reads no file.
func NewYork() *time.Location { return zones()["America/New_York"] }

// Zone returns one of the locations that the library carries:
// America/New_York, America/Chicago, America/Denver, America/Los_Angeles and
// UTC. It reads no file. The error is of kind [law.ErrUnsupported]; for other
// places give a location of your own.
func Zone(name string) (*time.Location, error) {
	if loc, ok := zones()[name]; ok {
		return loc, nil
	}
	var fs law.Faults
	fs.Add(law.ErrUnsupported, "zone", strconv.Quote(name),
		"must be one of: America/New_York, America/Chicago, America/Denver, America/Los_Angeles, UTC")
	return nil, fs
}

// checkZone records a zone that is missing, that says other things on another
// machine, or whose name is no text.
func checkZone(fs *law.Faults, field string, zone *time.Location) {
	switch {
	case zone == nil:
		fs.Missing(field)
	case isMachineZone(zone):
		fs.Add(law.ErrMissing, field, "time.Local", "is the zone of the machine; a stated zone is required")
	default:
		fs.Text(field, zone.String())
	}
}

// isMachineZone reports whether the location is [time.Local] itself. Its name says
// nothing, since it follows the environment. A host may set time.Local to UTC or
// to a zone that the library carries, which is then stated and no machine's.
func isMachineZone(zone *time.Location) bool {
	if zone == nil || zone != time.Local { //nolint:forbidigo // named to be refused, never to be read
		return false
	}
	return zones()[zone.String()] != zone
}

// checkStored records a zone that would come back as another one: those of [Zone]
// are stored by name, and so is a copy of their rules under their name, such as
// time.LoadLocation makes.
func checkStored(fs *law.Faults, field string, zone *time.Location) {
	name := zone.String()
	switch known, carried := zones()[name]; {
	case isMachineZone(zone):
		checkZone(fs, field, zone)
	case !carried:
		fs.Add(law.ErrUnsupported, field, strconv.Quote(name), "is not a zone that the library carries")
	case known != zone && !sameClocks(known, zone):
		fs.Add(law.ErrUnsupported, field, strconv.Quote(name), "is the name of a zone that the library carries, which keeps other hours")
	}
}

// sameClocks reports whether clocks in both zones show the same from the first day
// of the calendars to their last. It goes from change to change, of which each zone
// of the library has about 400.
func sameClocks(a, b *time.Location) bool {
	at, end := numbered(1885_01_01).At(MustClock(0, 0), time.UTC), numbered(2101_01_01).At(MustClock(0, 0), time.UTC)
	for at.Before(end) {
		inA, inB := at.In(a), at.In(b)
		_, offsetA := inA.Zone()
		if _, offsetB := inB.Zone(); offsetA != offsetB {
			return false
		}
		next := end
		for _, t := range []time.Time{inA, inB} {
			_, change := t.ZoneBounds()
			if !change.IsZero() && !change.After(at) {
				change = at.Add(24 * time.Hour) // package time takes every year to end with its 365th day
			}
			if !change.IsZero() && change.Before(next) {
				next = change
			}
		}
		at = next
	}
	return true
}
