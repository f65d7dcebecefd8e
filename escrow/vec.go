package escrow

import "slices"

// owner marks what one state alone holds and may write in place. It has a byte
// because pointers to empty structs may be equal.
type owner struct{ _ byte }

// vec is a list that a Deal and the Deals made from it share. It is cut into
// chunks; a chunk, and the element in it, is copied when a state that does not own
// it writes to it, so that a change to one of n elements costs n/32 pointers, one
// chunk and one element.
type vec[T any] struct {
	chunks []*chunk[T]
	n      int
	cells  room[cell[T]]
}

const chunkSize = 32

type chunk[T any] struct {
	owner *owner
	cells [chunkSize]*cell[T]
}

type cell[T any] struct {
	owner *owner
	value T
}

// get is the element, for reading only.
func (v *vec[T]) get(i int) *T { return &v.chunks[i/chunkSize].cells[i%chunkSize].value }

// own is the element for writing. It is fresh if it was copied for that, so that
// what it points at is still shared.
func (v *vec[T]) own(o *owner, i int) (element *T, fresh bool) {
	old := v.chunks[i/chunkSize].cells[i%chunkSize]
	if old.owner == o {
		return &old.value, false
	}
	c := &v.cells.cut(1)[0]
	c.owner, c.value = o, old.value
	v.put(o, i, c)
	return &c.value, true
}

func (v *vec[T]) put(o *owner, i int, c *cell[T]) {
	in := v.chunks[i/chunkSize]
	if in.owner != o {
		own := *in
		own.owner = o
		in = &own
		v.chunks[i/chunkSize] = in
	}
	in.cells[i%chunkSize] = c
}

// push appends an element and returns its position.
func (v *vec[T]) push(o *owner, x T) int {
	if v.n == len(v.chunks)*chunkSize {
		v.chunks = append(v.chunks, &chunk[T]{owner: o})
	}
	c := &v.cells.cut(1)[0]
	c.owner, c.value = o, x
	v.put(o, v.n, c)
	v.n++
	return v.n - 1
}

// fork is a list of its own over the same chunks.
func (v *vec[T]) fork() vec[T] { return vec[T]{chunks: slices.Clone(v.chunks), n: v.n} }

// appended never writes into room that another state may share.
func appended[T any](to []T, x T) []T { return append(slices.Clip(to), x) }
