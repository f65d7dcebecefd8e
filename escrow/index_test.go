package escrow

import (
	"fmt"
	"testing"
)

func TestIndex(t *testing.T) {
	var x index
	var old []index
	const n = 1000
	for i := range n {
		id := EventID(fmt.Sprint("e", i*7919%n))
		if x.get(id) != nil {
			t.Fatalf("%s is there before it was put", id)
		}
		if i%100 == 0 {
			old = append(old, x.fork())
		}
		x.put(Event{ID: id}, Decision{})
		if x.get(id) == nil {
			t.Fatalf("%s is not there", id)
		}
	}
	for i := range n {
		id := EventID(fmt.Sprint("e", i*7919%n))
		if rec := x.get(id); rec == nil || rec.event.ID != id {
			t.Fatalf("%s is lost", id)
		}
		for k, o := range old {
			if (o.get(id) != nil) != (i < 100*k) {
				t.Fatalf("the index at %d and %s", 100*k, id)
			}
		}
	}
	for i := 1; i < len(x.runs); i++ {
		if len(x.runs[i-1]) <= 2*len(x.runs[i]) {
			t.Errorf("run %d of %d entries is followed by one of %d", i-1, len(x.runs[i-1]), len(x.runs[i]))
		}
	}
}

// IDs with equal hashes are told apart by their text.
func TestIndexCollision(t *testing.T) {
	a := entry{1, &record{event: Event{ID: "a"}}}
	b := entry{1, &record{event: Event{ID: "b"}}}
	if a.compare(b) >= 0 || b.compare(a) <= 0 || a.compare(a) != 0 {
		t.Error("equal hashes are not ordered by ID")
	}
	if m := merge([]entry{b}, []entry{a}); m[0] != a || m[1] != b {
		t.Error("merge keeps no order")
	}
}

func TestText(t *testing.T) {
	const least = -1 << 63
	for _, c := range []struct{ got, want string }{
		{dollars(0), "$0.00"},
		{dollars(-5), "-$0.05"},
		{dollars(100), "$1.00"},
		{dollars(268_000_32), "$268,000.32"},
		{dollars(1_000_000_00), "$1,000,000.00"},
		{dollars(least), "-$92,233,720,368,547,758.08"},
		{count(999), "999"},
		{count(1000), "1,000"},
		{count(-279_167), "-279,167"},
		{count(least), "-9,223,372,036,854,775,808"},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}
