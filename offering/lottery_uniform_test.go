package offering

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"testing"
)

// Of 64 bits the first two runs of a large n are whole and the third is not. The
// last value of the second run is drawn; the one after it, with which the third
// begins, is passed over for the next value of the seed.
func TestUniformAtTheEndOfARun(t *testing.T) {
	value := func(seed string, counter int) uint64 {
		digest := sha256.Sum256(fmt.Appendf(nil, "%s\nu\n%d", seed, counter))
		return binary.BigEndian.Uint64(digest[:8])
	}
	last, after := 0, 0
	for i := range 100 {
		// The sum of the weights is chosen so that the seed's first value is the
		// last of its second run when it is odd, and one past it when it is even.
		seed := fmt.Sprint("run ", i)
		first := value(seed, 0)
		n := first/2 + first%2
		if n <= math.MaxUint64/3 {
			continue // there would be a third whole run
		}
		want := n - 1
		if first%2 == 1 {
			last++
		} else {
			after++
			counter := 1
			for value(seed, counter) >= 2*n {
				counter++
			}
			want = value(seed, counter) % n
		}
		d, err := Lottery{Seed: seed}.DrawUnits(1, []Entrant{{"A", int64(n)}})
		if err != nil || uint64(d.Number) != want {
			t.Errorf("%s: %d of %d gives %d, want %d, %v", seed, first, n, d.Number, want, err)
		}
	}
	if last < 5 || after < 5 {
		t.Errorf("%d seeds end a run, and %d come after one", last, after)
	}
}
