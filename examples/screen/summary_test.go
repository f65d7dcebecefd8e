package main

import (
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
)

// A summary counts each kind by itself, in whatever parts it comes.
func TestSummary(t *testing.T) {
	fault := func(kind error) error {
		var fs law.Faults
		fs.Add(kind, "sale", "", "is wrong")
		return fs
	}
	one := func(count func(*summary)) *summary {
		s := new(summary)
		count(s)
		return s
	}
	var got summary
	for n, part := range []*summary{
		one(func(s *summary) { s.lots++ }),
		one(func(s *summary) { s.refuse(fault(law.ErrMissing)) }),
		one(func(s *summary) { s.refuse(fault(law.ErrInvalid)) }),
		one(func(s *summary) { s.refuse(fault(law.ErrConflict)) }),
		one(func(s *summary) { s.refuse(fault(law.ErrUnsupported)) }),
		one(func(s *summary) { s.answer(restrict.Verdict{Answer: restrict.NotNeeded}) }),
		one(func(s *summary) { s.answer(restrict.Verdict{Answer: restrict.Undecided, Boundary: true}) }),
	} {
		for range n + 1 {
			got.add(part)
		}
	}
	want := summary{
		lots: 1, refused: 2 + 3 + 4 + 5, missing: 2, invalid: 3, conflict: 4, other: 5, boundary: 7, answers: [answerKinds]int64{0, 6, 0, 7},
	}
	if got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	var b strings.Builder
	if err := (&summary{lots: 1_234_567}).print(&b, calendar.MustDate(2003, time.December, 1), 2*time.Second); err != nil || strings.Contains(b.String(), "with a missing fact") ||
		!strings.Contains(b.String(), "      1,234,567  lots\n") || !strings.Contains(b.String(), "\n617,283 lots/s, ") {
		t.Errorf("%v\n%s", err, b.String())
	}
	if got := rate(5, 0); got != 0 {
		t.Errorf("%d lots a second in no time", got)
	}
	for n, want := range map[int64]string{0: "0", 999: "999", 1_000: "1,000", 999_999: "999,999"} {
		if got := grouped(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}
