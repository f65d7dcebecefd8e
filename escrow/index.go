package escrow

import (
	"cmp"
	"slices"
	"strings"
)

// indexed is a value with its key and the key's hash, which orders most entries
// without looking at the text.
type indexed[V any] struct {
	hash  uint64
	key   string
	value V
}

// index finds values by key; a key once put is never changed. It is kept as
// sorted runs, each more than twice as long as the next, that are merged and
// never written again: a Deal and the Deals made from it share them, and adding
// to one of n entries costs about log n copies instead of n.
//
// A replay, which shares with nobody until it ends, puts its entries in a map.
// The map is not written afterwards and stays below the runs.
type index[V any] struct {
	base   map[string]V
	runs   [][]indexed[V]
	open   bool // the base can still be written
	expect int  // how many keys a replay will put
}

// hashOf is FNV-1a: the same on every run and every machine. Equal hashes cost
// nothing but comparisons of the keys.
func hashOf(key string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(key) {
		h = (h ^ uint64(key[i])) * 1099511628211
	}
	return h
}

func (a indexed[V]) compare(hash uint64, key string) int {
	if c := cmp.Compare(a.hash, hash); c != 0 {
		return c
	}
	return strings.Compare(a.key, key)
}

func (x *index[V]) get(key string) (value V, ok bool) {
	if value, ok = x.base[key]; ok || len(x.runs) == 0 {
		return value, ok
	}
	hash := hashOf(key)
	for _, run := range x.runs {
		i, found := slices.BinarySearchFunc(run, key, func(e indexed[V], key string) int { return e.compare(hash, key) })
		if found {
			return run[i].value, true
		}
	}
	return value, false
}

// put adds a value; its key must be new.
func (x *index[V]) put(key string, value V) {
	if x.open {
		x.base[key] = value
		return
	}
	run := []indexed[V]{{hashOf(key), key, value}}
	for n := len(x.runs); n > 0 && len(x.runs[n-1]) <= 2*len(run); n-- {
		run = merge(x.runs[n-1], run)
		x.runs = x.runs[:n-1]
	}
	x.runs = append(x.runs, run)
}

// collect makes an empty index ready for a replay of as many keys as are expected.
func (x *index[V]) collect() { x.base, x.open = make(map[string]V, x.expect), true }

// seal ends a replay.
func (x *index[V]) seal() { x.open = false }

func merge[V any](a, b []indexed[V]) []indexed[V] {
	out := make([]indexed[V], 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].compare(b[0].hash, b[0].key) < 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// fork is an index of its own over the same entries.
func (x *index[V]) fork() index[V] { return index[V]{base: x.base, runs: slices.Clone(x.runs)} }
