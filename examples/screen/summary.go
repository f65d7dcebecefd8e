package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
)

// summary counts the answers. Sums of summaries do not depend on their order.
type summary struct {
	lots, boundary, refused int64
	answers                 [answerKinds]int64
	// missing, invalid and conflict count the refused lots with such a fault.
	missing, invalid, conflict, other int64
}

const answerKinds = 4

// answerNames lists the answers in the order of the summary.
var answerNames = [answerKinds]restrict.Answer{restrict.Available, restrict.NotNeeded, restrict.NotAvailable, restrict.Undecided}

func (s *summary) add(o *summary) {
	s.lots, s.boundary, s.refused = s.lots+o.lots, s.boundary+o.boundary, s.refused+o.refused
	for i := range s.answers {
		s.answers[i] += o.answers[i]
	}
	s.missing, s.invalid = s.missing+o.missing, s.invalid+o.invalid
	s.conflict, s.other = s.conflict+o.conflict, s.other+o.other
}

// answer counts an answer.
func (s *summary) answer(v restrict.Verdict) {
	for i := range answerNames {
		if v.Answer == answerNames[i] {
			s.answers[i]++
			break
		}
	}
	if v.Boundary {
		s.boundary++
	}
}

// refuse counts a refusal.
func (s *summary) refuse(err error) {
	s.refused++
	known := false
	for _, kind := range []struct {
		err   error
		count *int64
	}{{law.ErrMissing, &s.missing}, {law.ErrInvalid, &s.invalid}, {law.ErrConflict, &s.conflict}} {
		if errors.Is(err, kind.err) {
			*kind.count++
			known = true
		}
	}
	if !known {
		s.other++
	}
}

// print writes the summary, with the time and the memory that it took.
func (s *summary) print(w io.Writer, sale calendar.Date, took time.Duration) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Rule 144, sale on %s\n", sale)
	row := func(name string, n int64) { fmt.Fprintf(&b, "%15s  %s\n", grouped(n), name) }
	row("lots", s.lots)
	for i, name := range answerNames {
		row(string(name), s.answers[i])
	}
	row("refused", s.refused)
	if s.refused > 0 {
		fmt.Fprintf(&b, "%17s%s with a missing fact, %s with an invalid one, %s with a contradiction, %s for other reasons\n", "",
			grouped(s.missing), grouped(s.invalid), grouped(s.conflict), grouped(s.other))
	}
	row("where the two ways of counting months differ", s.boundary)
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	fmt.Fprintf(&b, "%s lots/s, %d MB of memory, %s\n", grouped(rate(s.lots, took)), memory.Sys>>20, took.Round(time.Millisecond))
	_, err := io.WriteString(w, b.String())
	return err
}

// rate is how many lots a second that is.
func rate(lots int64, took time.Duration) int64 {
	if took <= 0 {
		return 0
	}
	return int64(float64(lots) / took.Seconds())
}

// grouped is a number for people: 10,000,000.
func grouped(n int64) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
