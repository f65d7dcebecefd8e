package calendar

import (
	_ "embed"
	"sync"
	"time"
)

// newYorkTZif is the compiled rule of America/New_York from the IANA time zone
// database, release 2025c (public domain), as the Go distribution ships it. It
// is held here so that no zone file is read at run time: a container without
// zone files and a browser give the same answers.
//
//go:embed zoneinfo/new_york.tzif
var newYorkTZif string

// newYork parses the rule once; every call returns the same pointer.
//
//nolint:gochecknoglobals // the memo of a pure function
var newYork = sync.OnceValue(func() *time.Location {
	loc, err := time.LoadLocationFromTZData("America/New_York", []byte(newYorkTZif))
	if err != nil {
		panic("calendar: the embedded zone is damaged: " + err.Error()) //nolint:forbidigo // cannot happen: a test reads it
	}
	return loc
})

// NewYork returns the location America/New_York, in which the exchange, the
// Fedwire and most closings keep their hours. It reads no file.
func NewYork() *time.Location { return newYork() }
