package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/persist"
)

// sighting is one fact about a condition.
type sighting struct {
	at    time.Time
	holds bool
	day   calendar.Date // for conditions at closing
}

// track is what is known of one condition, in order of time. Where two facts of
// one instant differ, the bad one comes last and so decides: this order does
// not depend on the order in which they were told.
type track []sighting

func (tr track) with(s sighting, in *persist.Room[sighting]) track {
	i := len(tr)
	for i > 0 && (s.at.Before(tr[i-1].at) || s.at.Equal(tr[i-1].at) && s.holds && !tr[i-1].holds) {
		i--
	}
	if i == len(tr) {
		return in.Add(tr, s)
	}
	return slices.Insert(tr, i, s)
}

// until is the part known by the instant.
func (tr track) until(t time.Time) track {
	n := len(tr)
	for n > 0 && tr[n-1].at.After(t) {
		n--
	}
	return tr[:n]
}

// run is a stretch of time in which a fact did not change.
type run struct {
	holds bool
	from  time.Time
}

// last is the run at the end of the track; ok is false if nothing is known.
func (tr track) last() (r run, before track, ok bool) {
	n := len(tr)
	if n == 0 {
		return run{}, nil, false
	}
	holds := tr[n-1].holds
	for n > 0 && tr[n-1].holds == holds {
		n--
	}
	return run{holds, tr[n].at}, tr[:n], true
}

// first is the first instant at which the condition held.
func (tr track) first() (time.Time, bool) {
	for _, s := range tr {
		if s.holds {
			return s.at, true
		}
	}
	return time.Time{}, false
}

// on is the latest fact that speaks for the closing day.
func (tr track) on(d calendar.Date) (s sighting, ok bool) {
	for _, s := range slices.Backward(tr) {
		if s.day == d {
			return s, true
		}
	}
	return sighting{}, false
}
