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
		"is not one of: America/New_York, America/Chicago, America/Denver, America/Los_Angeles, UTC")
	return nil, fs
}
