package calendar

import (
	"slices"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
)

// Statute is a deadline of the securities laws as it changed over time.
type Statute struct {
	// Key is a stable name for programs, such as "form-d".
	Key string `json:"key"`
	// Title is what people call it, such as "Form D".
	Title string `json:"title"`
	// Event says what day is counted from.
	Event string `json:"event"`
	// Eras holds the deadline by the day of the event. Its first era begins on
	// the first day for which the catalog answers; the rule may be older. A
	// Doubt in the authority says what is not verified.
	Eras Timeline[Deadline] `json:"eras"`
}

// After returns the day on which the deadline runs out for an event of that
// day, under the rule in force then. The errors are those of [Timeline.At] and
// [Deadline.After].
func (s Statute) After(event Date) (Due, error) {
	dl, err := s.on(event)
	if err != nil {
		return Due{}, err
	}
	return dl.After(event)
}

// AfterReceipt is After for an instant, for the deadlines that have a cut-off:
// the day on which a form submitted at that instant counts as filed.
func (s Statute) AfterReceipt(at time.Time) (Due, error) {
	dl, err := s.on(DateOf(at.In(NewYork())))
	if err != nil {
		return Due{}, err
	}
	return dl.AfterReceipt(at)
}

func (s Statute) on(event Date) (Deadline, error) {
	var bad law.Faults
	bad.Text("key", s.Key)
	bad.Text("title", s.Title)
	bad.Text("event", s.Event)
	if len(bad) > 0 {
		return Deadline{}, bad
	}
	era, err := s.Eras.At(event)
	if err != nil {
		var fs law.Faults
		fs.Merge(s.Key, err)
		return Deadline{}, fs
	}
	dl := era.Value
	dl.Authority = era.Authority
	if dl.Name == "" {
		dl.Name = s.Title
	}
	return dl, nil
}

// StatuteByKey returns one entry of [Statutes], which is the caller's. The error is
// of kind [law.ErrUnsupported].
func StatuteByKey(key string) (Statute, error) {
	all := statutes()
	if i, known := all.byKey[key]; known {
		s := all.rows[i]
		s.Eras = slices.Clone(s.Eras)
		return s, nil
	}
	var fs law.Faults
	fs.Add(law.ErrUnsupported, "statute", strconv.Quote(key), "is not in the catalog")
	return Statute{}, fs
}
