package api

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
)

// Limits bound what all peers together can hold of the service. A field that is
// zero is the default.
type Limits struct {
	// Body is the largest body that is read, in bytes; 1 MiB by default, a book
	// of some ten thousand orders.
	Body int64
	// AtHand is how many questions are at hand at once, most of them waiting for
	// their bodies to come in; 256 by default. One more is answered with 503.
	AtHand int
	// AtOnce is how many are worked on at once, from the reading of the body
	// that came in until the answer has gone out; 8 by default.
	AtOnce int
	// Wait is how long a question waits for its turn before it is answered with
	// 503; a second by default.
	Wait time.Duration
}

// filled has the defaults in place of zeros.
func (l Limits) filled() Limits {
	orElse := func(n *int, standard int) {
		if *n == 0 {
			*n = standard
		}
	}
	if l.Body == 0 {
		l.Body = 1 << 20
	}
	if l.Wait == 0 {
		l.Wait = time.Second
	}
	orElse(&l.AtHand, 256)
	orElse(&l.AtOnce, 8)
	return l
}

// What one question may ask for. A body is small beside the answers that it can
// ask for: each purchase is tested on each condition, for the report and again for
// each release that names it. So much is decided before anything is computed.
const (
	mostOrders   = 10_000   // rows of a list in a book of orders
	mostEvents   = 5_000    // rows of a list about an escrow
	mostListed   = 100      // rows of a list in any other question
	mostFindings = 10_000   // purchases × conditions, over the report and all instructions
	mostText     = 2_000    // bytes of a text or a number, which an answer may repeat
	mostDepth    = 16       // values within values
	mostAnswer   = 16 << 20 // bytes of an answer
)

// checkShape refuses JSON that no question needs, whatever its fields say.
func checkShape(fs *law.Faults, body []byte, most int) {
	walk(body, func(v value) {
		over := func(value, limit int, problem string) {
			if value > limit && len(*fs) < mostFaults {
				fs.Add(law.ErrRange, clipped(string(v.path)), strconv.Itoa(value), problem, limit)
			}
		}
		switch body[v.start] {
		case '[':
			over(v.rows, most, "rows are more than the %d of a list that are answered")
		case '{':
		default:
			over(v.end-v.start, mostText, "bytes are more than the %d of a text or number that are read")
		}
		if v.depth == mostDepth+1 {
			over(v.depth, mostDepth, "values around it are more than the %d that are read")
		}
	})
}
