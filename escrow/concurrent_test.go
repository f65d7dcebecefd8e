package escrow_test

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/offerkit/offerkit/escrow"
)

// Any number of goroutines may ask one Deal, and go on from it, at once: each gets
// what it would have got alone. The race detector watches.
func TestOneDealAskedByMany(t *testing.T) {
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 5))
		terms := moneyTerms(r)
		terms.Interest = escrow.InterestToInvestors
		deal, err := escrow.New(terms)
		if err != nil {
			t.Fatal(err)
		}
		at := ny("2002-11-25 10:00")
		var log []escrow.Event
		for i := range 60 {
			at = at.Add(time.Hour)
			by, body := moneyEvent(r, deal, at, nil)
			e := escrow.Event{ID: escrow.EventID(fmt.Sprint("e", i)), At: at, By: by, Body: body}
			next, _, err := deal.Apply(e)
			if err != nil {
				t.Fatal(err)
			}
			deal, log = next, append(log, e)
		}
		replayed, _, err := escrow.Replay(terms, log)
		if err != nil {
			t.Fatal(err)
		}
		for _, shared := range []escrow.Deal{deal, replayed} {
			var questions []func() string
			for i := range 6 {
				by, body := moneyEvent(r, shared, at, nil)
				e := escrow.Event{ID: escrow.EventID(fmt.Sprint("q", i)), At: at.Add(time.Hour), By: by, Body: body}
				questions = append(questions,
					func() string { return asJSON(t, shared.Check(e)) },
					func() string { return asJSON(t, shared.Report(at.Add(-time.Duration(i)*24*time.Hour))) },
					func() string { return asJSON(t, shared.Closing("a", at)) },
					func() string {
						d, ok := shared.Decision(log[10*i].ID)
						return asJSON(t, d) + fmt.Sprint(ok)
					},
				)
			}
			answers := make([]string, len(questions))
			var all sync.WaitGroup
			for i, ask := range questions {
				all.Go(func() { answers[i] = ask() })
			}
			all.Wait()
			for i, ask := range questions {
				if ask() != answers[i] {
					t.Fatalf("seed %d: question %d has another answer when it is asked alone", seed, i)
				}
			}
		}
	}
}
