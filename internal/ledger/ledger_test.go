package ledger

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// flat is a slow reference: the entries in any order, all of which it looks at for
// every question.
type flat []Entry

func (f flat) upTo(t time.Time) []Entry {
	var own []Entry
	for _, e := range f {
		if !e.At.After(t) {
			own = append(own, e)
		}
	}
	slices.SortStableFunc(own, func(a, b Entry) int {
		x, y := pack(a), pack(b)
		return x.compare(&y)
	})
	return own
}

func (f flat) balance(t time.Time) Balance {
	var b Balance
	for _, e := range f.upTo(t) {
		b[flows[e.Kind].from] -= e.Cents
		b[flows[e.Kind].to] += e.Cents
	}
	return b
}

func (f flat) level(t time.Time, least int64) Level {
	var v Level
	var b Balance
	own := f.upTo(t)
	for i, e := range own {
		b[flows[e.Kind].from] -= e.Cents
		b[flows[e.Kind].to] += e.Cents
		if i+1 < len(own) && own[i+1].At.Equal(e.At) {
			continue
		}
		v.Have = b[Here] + b[Leaving] + b[Released]
		if v.Have < least {
			v.Holds, v.Since = false, time.Time{}
			continue
		}
		if !v.Holds {
			v.Holds, v.Since = true, e.At
		}
		if v.First.IsZero() {
			v.First = e.At
		}
	}
	return v
}

func (f flat) run(t time.Time) (r Run, ok bool) {
	for _, e := range f.upTo(t) {
		if e.Kind != Holds && e.Kind != Fails {
			continue
		}
		if holds := e.Kind == Holds; !ok || holds != r.Holds {
			r, ok = Run{Holds: holds, From: e.At}, true
		}
	}
	return r, ok
}

func (f flat) last(t time.Time, kinds Kinds) (last Entry, ok bool) {
	for _, e := range f.upTo(t) {
		if kinds&Of(e.Kind) != 0 {
			last, ok = e, true
		}
	}
	return last, ok
}

func (f flat) next(t time.Time, kinds Kinds) (Entry, bool) {
	for _, e := range f.upTo(moment(math.MaxInt32)) {
		if e.At.After(t) && kinds&Of(e.Kind) != 0 {
			return e, true
		}
	}
	return Entry{}, false
}

func moment(n int) time.Time {
	return time.Date(2002, time.November, 25, 0, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Second / 2)
}

// check holds every view at an instant to the reference.
func check(t *testing.T, l *List, f flat, at time.Time, least int64) {
	t.Helper()
	if got, want := l.At(at), f.balance(at); got != want {
		t.Fatalf("balance at %s: %v, want %v", at, got, want)
	}
	if got, want := l.Level(at, least), f.level(at, least); got != want {
		t.Fatalf("level of %d at %s: %+v, want %+v", least, at, got, want)
	}
	got, ok := l.Run(at)
	before, had := l.Before(got)
	got.start = entry{}
	want, wantOK := f.run(at)
	if got != want || ok != wantOK {
		t.Fatalf("run at %s: %+v %t, want %+v %t", at, got, ok, want, wantOK)
	}
	if ok && had && before.Holds == got.Holds {
		t.Fatalf("the run before %+v is %+v", got, before)
	}
	for _, kinds := range []Kinds{Of(Return), Of(Fails), Of(GoodArrival, Refund), ^Kinds(0)} {
		got, ok := l.Last(at, kinds)
		if want, wantOK := f.last(at, kinds); got != want || ok != wantOK {
			t.Fatalf("last of %b at %s: %+v %t, want %+v %t", kinds, at, got, ok, want, wantOK)
		}
		got, ok = l.Next(at, kinds)
		if want, wantOK := f.next(at, kinds); got != want || ok != wantOK {
			t.Fatalf("next of %b after %s: %+v %t, want %+v %t", kinds, at, got, ok, want, wantOK)
		}
	}
	if n := len(slices.Collect(l.All(^Kinds(0)))); n != len(f) {
		t.Fatalf("%d entries, want %d", n, len(f))
	}
}

// Every view of a list of any length, entered in any order and struck out in part,
// is that of the slow reference; and a list from which others were forked stays as it
// was.
func TestViews(t *testing.T) {
	for seed := range uint64(60) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 1))
			n := []int{3, 31, 33, 200, 1500}[seed%5]
			span := []int{4, n, 3 * n}[r.IntN(3)]
			order := r.IntN(3) // in order, reversed, any
			var l, old List
			var f, was flat
			var in Room
			for i := range n {
				at := moment(r.IntN(span))
				switch order {
				case 0:
					at = moment(i * span / n)
				case 1:
					at = moment((n - i) * span / n)
				}
				e := Entry{At: at, Kind: Kind(1 + r.IntN(int(Fails))), Cents: 1 + r.Int64N(100), Ref: i, Other: r.IntN(3)}
				l.Add(e, 1+r.IntN(4), &in)
				f = append(f, e)
				if r.IntN(4) == 0 {
					gone := r.IntN(len(f))
					l.Remove(f[gone])
					f = append(f[:gone:gone], f[gone+1:]...)
				}
				if i == n/2 {
					old, was = l.Fork(), slices.Clone(f)
					l = l.Fork()
				}
			}
			for range 12 {
				at, least := moment(r.IntN(span+2)-1), r.Int64N(400)-100
				check(t, &l, f, at, least)
				check(t, &old, was, at, least)
			}
		})
	}
}

// Nothing is lost or made: what came in and was moved is what the columns hold.
func FuzzConservation(f *testing.F) {
	f.Add([]byte{1, 2, 3, 9, 9, 1, 0, 200, 4})
	f.Add([]byte{2, 0, 7, 2, 1, 7, 5, 1, 7, 8, 2, 7})
	f.Fuzz(func(t *testing.T, data []byte) {
		var l List
		var slow flat
		var in Room
		var came, moved, back int64
		for i := 0; i+2 < len(data) && i < 600; i += 3 {
			e := Entry{
				At: moment(int(data[i+1])), Kind: Kind(1 + int(data[i])%int(Papers)), Cents: int64(data[i+2]), Ref: i,
			}
			l.Add(e, 1, &in)
			slow = append(slow, e)
			switch e.Kind {
			case Arrival, GoodArrival, Credit, Interest:
				came += e.Cents
			case InterestFailed:
				back += e.Cents
			}
		}
		b := l.At(moment(256))
		for c := Pending; c < columns; c++ {
			moved += b[c]
		}
		if moved != came-back || b[outside] != back-came {
			t.Fatalf("%d in all columns of %d that came and %d that went, %d outside", moved, came, back, b[outside])
		}
		for _, at := range []int{0, 1, 100, 255} {
			check(t, &l, slow, moment(at), 50)
		}
	})
}

// Sums go to the ends of int64 and back without a wrong level.
func TestWide(t *testing.T) {
	var l List
	var f flat
	var in Room
	for i := range 300 {
		e := Entry{At: moment(2 * i), Ref: i, Cents: math.MaxInt64, Kind: []Kind{GoodArrival, Refund, Return, GoodArrival, RefundFailed, Return}[i%6]}
		l.Add(e, 1, &in)
		f = append(f, e)
	}
	for _, at := range []int{0, 1, 2, 3, 4, 5, 100, 101, 102, 598, 600} {
		for _, least := range []int64{math.MinInt64, -math.MaxInt64, -1, 0, 1, math.MaxInt64} {
			if got, want := l.Level(moment(at), least), f.level(moment(at), least); got != want {
				t.Fatalf("level of %d at %d: %+v, want %+v", least, at, got, want)
			}
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	for _, order := range []string{"in order", "reversed"} {
		for _, n := range []int{4, 1_000, 2_000, 4_000} {
			b.Run(fmt.Sprint(order, " ", n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					var l List
					var in Room
					for i := range n {
						at := i
						if order == "reversed" {
							at = n - i
						}
						l.Add(Entry{At: moment(at), Kind: GoodArrival, Cents: 1, Ref: i}, 4, &in)
						l.Level(moment(n), int64(n))
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/entry")
			})
		}
	}
}
