package escrow

import "slices"

// owner marks what one state alone holds and may write in place. It has a byte
// because pointers to empty structs may be equal.
type owner struct{ _ byte }

// vec is a list that a Deal and the Deals made from it share. It is cut into
// chunks; a chunk is copied when a state that does not own it writes to it, so
// that a change to one of n elements costs n/32 pointers and one chunk.
type vec[T any] struct {
	chunks []*chunk[T]
	n      int
}

const chunkSize = 32

type chunk[T any] struct {
	owner *owner
	items [chunkSize]T
}

func (v *vec[T]) get(i int) T { return v.chunks[i/chunkSize].items[i%chunkSize] }

func (v *vec[T]) set(o *owner, i int, x T) {
	c := v.chunks[i/chunkSize]
	if c.owner != o {
		own := *c
		own.owner = o
		c = &own
		v.chunks[i/chunkSize] = c
	}
	c.items[i%chunkSize] = x
}

// push appends an element and returns its position.
func (v *vec[T]) push(o *owner, x T) int {
	if v.n == len(v.chunks)*chunkSize {
		v.chunks = append(v.chunks, &chunk[T]{owner: o})
	}
	v.n++
	v.set(o, v.n-1, x)
	return v.n - 1
}

// fork is a list of its own over the same chunks.
func (v *vec[T]) fork() vec[T] { return vec[T]{slices.Clone(v.chunks), v.n} }

// appended never writes into room that another state may share.
func appended[T any](to []T, x T) []T { return append(slices.Clip(to), x) }
