package escrow

import (
	"cmp"
	"slices"
	"strings"
)

// record is a decided event.
type record struct {
	event    Event
	decision Decision
}

// entry is a record with the hash of its ID, which orders most entries without
// looking at the text.
type entry struct {
	hash uint64
	rec  *record
}

// index finds records by ID. It is kept as sorted runs, each more than twice as
// long as the next, that are merged and never written again: a Deal and the
// Deals made from it share them, and adding to one of n records costs about
// log n copies instead of n.
//
// A replay, which shares with nobody until it ends, collects its records in
// open and then makes one run of them.
type index struct {
	runs  [][]entry
	open  map[EventID]*record
	spare []record // room for the records of a replay, allocated at once
}

// hashOf is FNV-1a: the same on every run and every machine. Equal hashes cost
// nothing but comparisons of the IDs.
func hashOf(id EventID) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 1099511628211
	}
	return h
}

func (a entry) compare(b entry) int {
	if c := cmp.Compare(a.hash, b.hash); c != 0 {
		return c
	}
	return strings.Compare(string(a.rec.event.ID), string(b.rec.event.ID))
}

// get returns the record of the ID, nil if there is none.
func (x *index) get(id EventID) *record {
	if x.open != nil {
		return x.open[id]
	}
	hash := hashOf(id)
	for _, run := range x.runs {
		i, found := slices.BinarySearchFunc(run, id, func(e entry, id EventID) int {
			if c := cmp.Compare(e.hash, hash); c != 0 {
				return c
			}
			return strings.Compare(string(e.rec.event.ID), string(id))
		})
		if found {
			return run[i].rec
		}
	}
	return nil
}

// put adds a record; its ID must be new.
func (x *index) put(e Event, d Decision) {
	if x.open != nil {
		x.spare[0] = record{e, d}
		x.open[e.ID], x.spare = &x.spare[0], x.spare[1:]
		return
	}
	run := []entry{{hashOf(e.ID), &record{e, d}}}
	for n := len(x.runs); n > 0 && len(x.runs[n-1]) <= 2*len(run); n-- {
		run = merge(x.runs[n-1], run)
		x.runs = x.runs[:n-1]
	}
	x.runs = append(x.runs, run)
}

// collect makes an empty index ready for a replay of n events.
func (x *index) collect(n int) {
	x.open = make(map[EventID]*record, n)
	x.spare = make([]record, n)
}

// seal makes one run of the records collected. The order in which the map
// yields them does not matter, since they are sorted by what tells them apart.
func (x *index) seal() {
	run := make([]entry, 0, len(x.open))
	for id, rec := range x.open {
		run = append(run, entry{hashOf(id), rec})
	}
	slices.SortFunc(run, entry.compare)
	x.open, x.spare = nil, nil
	if len(run) > 0 {
		x.runs = [][]entry{run}
	}
}

func merge(a, b []entry) []entry {
	out := make([]entry, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].compare(b[0]) < 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// fork is an index of its own over the same runs.
func (x *index) fork() index { return index{runs: slices.Clone(x.runs)} }
