package escrow

import (
	"fmt"
	"testing"
	"time"

	kernel "github.com/offerkit/offerkit/internal/exact"
)

func TestIndex(t *testing.T) {
	for _, replayed := range []int{0, 300} {
		var x index[int]
		var old []index[int]
		const n = 1000
		if replayed > 0 {
			x.expect = replayed
			x.collect()
		}
		for i := range n {
			if i == replayed {
				x.seal()
			}
			key := fmt.Sprint("e", i*7919%n)
			if _, ok := x.get(key); ok {
				t.Fatalf("%s is there before it was put", key)
			}
			if i%100 == 0 && i >= replayed {
				old = append(old, x.fork())
			}
			x.put(key, i)
			if got, ok := x.get(key); !ok || got != i {
				t.Fatalf("%s is %d, %v", key, got, ok)
			}
		}
		for i := range n {
			key := fmt.Sprint("e", i*7919%n)
			if got, ok := x.get(key); !ok || got != i {
				t.Fatalf("%s is lost", key)
			}
			for k, o := range old {
				if _, ok := o.get(key); ok != (i < 100*k+replayed) {
					t.Fatalf("the index at %d and %s", 100*k+replayed, key)
				}
			}
		}
		for i := 1; i < len(x.runs); i++ {
			if len(x.runs[i-1]) <= 2*len(x.runs[i]) {
				t.Errorf("run %d of %d entries is followed by one of %d", i-1, len(x.runs[i-1]), len(x.runs[i]))
			}
		}
	}
}

// Keys with equal hashes are told apart by their text.
func TestIndexCollision(t *testing.T) {
	a, b := indexed[int]{1, "a", 1}, indexed[int]{1, "b", 2}
	if a.compare(1, "b") >= 0 || b.compare(1, "a") <= 0 || a.compare(1, "a") != 0 {
		t.Error("equal hashes are not ordered by key")
	}
	if m := merge([]indexed[int]{b}, []indexed[int]{a}); m[0] != a || m[1] != b {
		t.Error("merge keeps no order")
	}
}

// A list and its forks share what they have in common and nothing else.
func TestVec(t *testing.T) {
	var v vec[int]
	mine := new(owner)
	for i := range 100 {
		if v.push(mine, i) != i {
			t.Fatal("push returns another position")
		}
	}
	one, two := v.fork(), v.fork()
	first, second := new(owner), new(owner)
	write := func(in *vec[int], o *owner, x int, wantFresh bool) {
		own, fresh := in.own(o, 40)
		if *own = x; fresh != wantFresh {
			t.Errorf("the element is fresh: %v", fresh)
		}
	}
	write(&one, first, 7, true)
	write(&one, first, -1, false)
	write(&two, second, -2, true)
	if one.push(first, 100) != 100 || two.push(second, 200) != 100 {
		t.Fatal("push returns another position")
	}
	for i := range 100 {
		if i != 40 && (*one.get(i) != i || *two.get(i) != i) || *v.get(i) != i {
			t.Fatalf("element %d is %d, %d and %d", i, *v.get(i), *one.get(i), *two.get(i))
		}
	}
	if *one.get(40) != -1 || *two.get(40) != -2 || *one.get(100) != 100 || *two.get(100) != 200 || v.n != 100 {
		t.Error("a fork changed another")
	}
}

// Lists from one room never share an element, however they grow.
func TestRoom(t *testing.T) {
	var r room[int]
	var lists [][]int
	for i := range 2000 {
		own := r.cut(i % 4)
		if len(own) != i%4 || cap(own) != i%4 {
			t.Fatalf("a list of %d has %d elements and room for %d", i%4, len(own), cap(own))
		}
		for j := range own {
			if own[j] != 0 {
				t.Fatal("a list is not empty at first")
			}
			own[j] = i
		}
		lists = append(lists, r.add(own, i), r.clone(own), r.add(nil, i), []int{*r.keep(i)})
	}
	for n, list := range lists {
		for _, x := range list {
			if x != n/4 {
				t.Fatalf("list %d holds %d", n, x)
			}
		}
	}
	if r.clone([]int{}) != nil {
		t.Error("an empty list has a clone")
	}
}

func TestText(t *testing.T) {
	const least = -1 << 63
	for _, c := range []struct{ got, want string }{
		{kernel.Money(0, "USD"), "$0.00"},
		{kernel.Money(-5, "USD"), "-$0.05"},
		{kernel.Money(100, "USD"), "$1.00"},
		{kernel.Money(268_000_32, "USD"), "$268,000.32"},
		{kernel.Money(1_000_000_00, "USD"), "$1,000,000.00"},
		{kernel.Money(least, "USD"), "-$92,233,720,368,547,758.08"},
		{kernel.Money(-100_050, "CHF"), "-CHF 1,000.50"},
		{kernel.Count(999), "999"},
		{kernel.Count(1000), "1,000"},
		{kernel.Count(-279_167), "-279,167"},
		{kernel.Count(least), "-9,223,372,036,854,775,808"},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}

// The bounds of what is served, against the calendar of package time.
func TestServable(t *testing.T) {
	first, end := time.Date(1, 1, 3, 0, 0, 0, 0, time.UTC), time.Date(9999, 12, 30, 0, 0, 0, 0, time.UTC)
	for at, want := range map[time.Time]bool{
		{}: false, first: true, first.Add(-1): false, end: false, end.Add(-1): true, time.Unix(0, 0): true,
	} {
		if servable(at) != want {
			t.Errorf("%s is served: %v", at, !want)
		}
	}
}
