// Package persist keeps lists and indexes of which many versions share what they
// have in common.
//
// To begin another version, copy the value that holds them, and write to each copy
// with a [Version] of its own. The first write copies what it touches, so that no
// version sees what another writes, and a version that is not written to any more
// can be read from many goroutines. Writes with one Version are made in place.
package persist

import (
	"cmp"
	"slices"
	"strings"
)

// Version marks what one version may write to in place. It has a byte because
// pointers to empty structs may be equal.
type Version struct{ _ byte }

// List is a list that is cut into chunks. A chunk, and the element in it, is copied
// when a version that did not make it writes to it, so that a change to one of n
// elements costs n/32 pointers, one chunk and one element. The zero List is empty.
type List[T any] struct {
	chunks []*chunk[T]
	n      int
	by     *Version // which may write to chunks, and has the room
	cells  Room[cell[T]]
}

const chunkSize = 32

type chunk[T any] struct {
	by    *Version
	cells [chunkSize]*cell[T]
}

type cell[T any] struct {
	by    *Version
	value T
}

// Len is the number of elements.
func (l *List[T]) Len() int { return l.n }

// Get is the element at the position, for reading only.
func (l *List[T]) Get(i int) *T { return &l.chunks[i/chunkSize].cells[i%chunkSize].value }

// Own is the element at the position, for writing. It is fresh if it was copied
// for that, and what it points at is then still shared.
func (l *List[T]) Own(v *Version, i int) (element *T, fresh bool) {
	old := l.chunks[i/chunkSize].cells[i%chunkSize]
	if old.by == v {
		return &old.value, false
	}
	return l.put(v, i, old.value), true
}

// Push appends an element and returns its position.
func (l *List[T]) Push(v *Version, x T) int {
	l.put(v, l.n, x)
	l.n++
	return l.n - 1
}

// put sets an element, or appends one, in a cell of the version's own.
func (l *List[T]) put(v *Version, i int, x T) *T {
	if l.by != v {
		l.chunks, l.by, l.cells = slices.Clone(l.chunks), v, Room[cell[T]]{}
	}
	if i == len(l.chunks)*chunkSize {
		l.chunks = append(l.chunks, &chunk[T]{by: v})
	}
	in := l.chunks[i/chunkSize]
	if in.by != v {
		own := *in
		in, own.by = &own, v
		l.chunks[i/chunkSize] = in
	}
	c := &l.cells.Cut(1)[0]
	c.by, c.value = v, x
	in.cells[i%chunkSize] = c
	return &c.value
}

// Index finds values by key; a key once put is never changed. The version that puts
// the first key, as a replay of a long log does, keeps a map. What later versions
// add is kept as sorted runs, each more than twice as long as the next, that are
// merged and never written again, so that adding to one of n keys costs about log n
// copies instead of n. The zero Index is empty.
type Index[V any] struct {
	first  map[string]V
	expect int      // how many keys its version expects
	by     *Version // which may write to first
	runs   [][]entry[V]
	owner  *Version // which may write to runs
}

// entry is a value with its key and the key's hash, which orders most entries
// without looking at the text.
type entry[V any] struct {
	hash  uint64
	key   string
	value V
}

func (a entry[V]) compare(hash uint64, key string) int {
	if c := cmp.Compare(a.hash, hash); c != 0 {
		return c
	}
	return strings.Compare(a.key, key)
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

// Len is the number of keys.
func (x *Index[V]) Len() int {
	n := len(x.first)
	for _, run := range x.runs {
		n += len(run)
	}
	return n
}

// Get is the value of a key.
func (x *Index[V]) Get(key string) (value V, ok bool) {
	if value, ok = x.first[key]; ok || len(x.runs) == 0 {
		return value, ok
	}
	hash := hashOf(key)
	for _, run := range x.runs {
		i, found := slices.BinarySearchFunc(run, key, func(e entry[V], key string) int { return e.compare(hash, key) })
		if found {
			return run[i].value, true
		}
	}
	return value, false
}

// Expect empties the index, and says how many keys the version may put, so that the
// first makes room for all of them.
func (x *Index[V]) Expect(v *Version, n int) { *x = Index[V]{expect: n, by: v} }

// Put adds a value; its key must be new.
func (x *Index[V]) Put(v *Version, key string, value V) {
	if x.first == nil {
		if x.by != v {
			x.Expect(v, 0)
		}
		x.first = make(map[string]V, x.expect)
	}
	if x.by == v {
		x.first[key] = value
		return
	}
	if x.owner != v {
		x.runs, x.owner = slices.Clone(x.runs), v
	}
	run := []entry[V]{{hashOf(key), key, value}}
	for n := len(x.runs); n > 0 && len(x.runs[n-1]) <= 2*len(run); n-- {
		run = merge(x.runs[n-1], run)
		x.runs = x.runs[:n-1]
	}
	x.runs = append(x.runs, run)
}

func merge[V any](a, b []entry[V]) []entry[V] {
	out := make([]entry[V], 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].compare(b[0].hash, b[0].key) < 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// Room hands out short lists that are cut from long ones, so that many small lists
// take few pieces of memory. It makes the first list by itself and then sets aside
// twice as much each time, so that a single list takes no more than it needs. Two
// copies of a Room would cut the same list: it belongs to one version, or to
// nothing that is shared. The zero Room is ready for use.
type Room[T any] struct {
	free []T
	last int // how many elements were set aside the last time
}

// roomSize is how many elements are set aside at the most for short lists.
const roomSize = 512

// Cut is a list of n zero elements of its own, with no room behind them.
func (r *Room[T]) Cut(n int) []T {
	if len(r.free) < n {
		r.last = max(n, min(2*r.last, roomSize))
		r.free = make([]T, r.last)
	}
	own := r.free[:n:n]
	r.free = r.free[n:]
	return own
}

// Keep is a place of its own for the value.
func (r *Room[T]) Keep(x T) *T {
	own := &r.Cut(1)[0]
	*own = x
	return own
}

// Add appends to a list; the first element of most is their only one.
func (r *Room[T]) Add(to []T, x T) []T {
	if cap(to) == 0 {
		to = r.Cut(1)[:0]
	}
	return append(to, x)
}

// Clone is a list of its own with the same elements; an empty one is nil.
func (r *Room[T]) Clone(of []T) []T {
	if len(of) == 0 {
		return nil
	}
	own := r.Cut(len(of))
	copy(own, of)
	return own
}
