package persist

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// version is a list and an index with what they ought to hold.
type version struct {
	by      *Version
	list    List[[]int]
	index   Index[int]
	rows    [][]int
	entries map[string]int
}

// fork begins another version, whatever becomes of the first.
func (o *version) fork() *version {
	next := *o
	next.by, o.by = new(Version), new(Version)
	next.rows, next.entries = slices.Clone(o.rows), maps.Clone(o.entries)
	return &next
}

func (o *version) push(x int) {
	if at := o.list.Push(o.by, []int{x}); at != len(o.rows) {
		panic(fmt.Sprint("an element is pushed to ", at))
	}
	o.rows = append(o.rows, []int{x})
}

// write changes an element, which owns its slice once it is fresh.
func (o *version) write(i, x int) {
	own, fresh := o.list.Own(o.by, i)
	if fresh {
		*own = slices.Clone(*own)
	}
	(*own)[0] = x
	o.rows[i] = []int{x}
}

func (o *version) enter(key string, x int) {
	if _, ok := o.index.Get(key); !ok {
		o.index.Put(o.by, key, x)
		o.entries[key] = x
	}
}

func (o *version) compare(t *testing.T) {
	t.Helper()
	if o.list.Len() != len(o.rows) || o.index.Len() != len(o.entries) {
		t.Fatalf("%d elements and %d keys, want %d and %d", o.list.Len(), o.index.Len(), len(o.rows), len(o.entries))
	}
	for i, want := range o.rows {
		if got := *o.list.Get(i); !slices.Equal(got, want) {
			t.Fatalf("element %d is %v, want %v", i, got, want)
		}
	}
	for key, want := range o.entries {
		if got, ok := o.index.Get(key); !ok || got != want {
			t.Fatalf("%q is %d, %v, want %d", key, got, ok, want)
		}
	}
	if _, ok := o.index.Get("no such key"); ok {
		t.Fatal("a key is there that was never put")
	}
	for i := 1; i < len(o.index.runs); i++ {
		if len(o.index.runs[i-1]) <= 2*len(o.index.runs[i]) {
			t.Fatalf("run %d of %d entries is followed by one of %d", i-1, len(o.index.runs[i-1]), len(o.index.runs[i]))
		}
	}
}

// step does one thing to one of the versions, or makes another of it.
func step(all []*version, which, what, x int) []*version {
	one := all[which%len(all)]
	switch what % 8 {
	case 0:
		return append(all, one.fork())
	case 1, 2, 3:
		one.push(x)
	case 4, 5:
		if len(one.rows) > 0 {
			one.write(x%len(one.rows), x)
		}
	default:
		one.enter(fmt.Sprint("key ", x), x)
	}
	return all
}

func begin() []*version { return []*version{{by: new(Version), entries: map[string]int{}}} }

// Every version, however old, holds what a plain slice and a map of its own hold.
func TestVersions(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 5))
		all := begin()
		if seed%2 == 0 {
			all[0].index.Expect(all[0].by, 100)
		}
		for range 1500 {
			what := r.IntN(8)
			if what == 0 && r.IntN(10) > 0 {
				what = 1 // a fork is seldom
			}
			all = step(all, r.IntN(1_000_000), what, r.IntN(2000))
		}
		for _, one := range all {
			one.compare(t)
		}
		if seed == 0 && len(all) < 10 {
			t.Errorf("%d versions are too few", len(all))
		}
	}
}

func FuzzVersions(f *testing.F) {
	f.Add([]byte{0, 1, 1, 0, 0, 0, 0, 4, 2, 1, 4, 3, 1, 1, 9, 0, 7, 7, 1, 7, 8})
	f.Fuzz(func(t *testing.T, steps []byte) {
		all := begin()
		for len(steps) >= 3 && len(all) < 50 {
			all = step(all, int(steps[0]), int(steps[1]), int(steps[2]))
			steps = steps[3:]
		}
		for _, one := range all {
			one.compare(t)
		}
	})
}

// Writing in place copies nothing; writing as another version copies one element.
func TestFresh(t *testing.T) {
	var l List[int]
	mine := new(Version)
	for i := range 100 {
		l.Push(mine, i)
	}
	if _, fresh := l.Own(mine, 40); fresh {
		t.Error("a version's own element was copied")
	}
	next, other := l, new(Version)
	for _, want := range []bool{true, false} {
		if _, fresh := next.Own(other, 40); fresh != want {
			t.Errorf("the element is fresh: %v", fresh)
		}
	}
	for i := range 100 {
		if shared := l.Get(i) == next.Get(i); shared != (i != 40) {
			t.Errorf("element %d is shared: %v", i, shared)
		}
	}
}

// To put one key into an index of many takes few pieces of memory.
func TestPutCopiesLittle(t *testing.T) {
	var x Index[int]
	v := new(Version)
	for i := range 100_000 {
		x.Put(v, fmt.Sprint(i), i)
	}
	if n := testing.AllocsPerRun(20, func() {
		next := x
		next.Put(new(Version), "another", 0)
	}); n > 4 {
		t.Errorf("%v pieces of memory", n)
	}
}

// Keys with equal hashes are told apart by their text.
func TestCollision(t *testing.T) {
	a, b := entry[int]{1, "a", 1}, entry[int]{1, "b", 2}
	if a.compare(1, "b") >= 0 || b.compare(1, "a") <= 0 || a.compare(1, "a") != 0 {
		t.Error("equal hashes are not ordered by key")
	}
	if m := merge([]entry[int]{b}, []entry[int]{a}); m[0] != a || m[1] != b {
		t.Error("merge keeps no order")
	}
}

// Lists from one room never share an element, however they grow.
func TestRoom(t *testing.T) {
	var r Room[int]
	var lists [][]int
	for i := range 2000 {
		own := r.Cut(i % 4)
		if len(own) != i%4 || cap(own) != i%4 {
			t.Fatalf("a list of %d has %d elements and room for %d", i%4, len(own), cap(own))
		}
		for j := range own {
			if own[j] != 0 {
				t.Fatal("a list is not empty at first")
			}
			own[j] = i
		}
		lists = append(lists, r.Add(own, i), r.Clone(own), r.Add(nil, i), []int{*r.Keep(i)})
	}
	for n, list := range lists {
		for _, x := range list {
			if x != n/4 {
				t.Fatalf("list %d holds %d", n, x)
			}
		}
	}
	if r.Clone([]int{}) != nil {
		t.Error("an empty list has a clone")
	}
}
