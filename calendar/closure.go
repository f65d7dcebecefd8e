package calendar

import "github.com/offerkit/offerkit/law"

// ClosureKind says why a calendar is closed. The zero kind is read as
// [Holiday] where a caller announces a closure.
type ClosureKind string

const (
	// Holiday is a day that the calendar closes every year by a standing rule.
	Holiday ClosureKind = "holiday"
	// Special is a day closed by a decision for that day alone: mourning, a
	// hurricane, an executive order. Markets closed in this way may settle.
	Special ClosureKind = "special"
	// Weekend is a Sunday, or a Saturday of a five-day week; of a calendar made by
	// [FromCal], also another day of the week that its rule leaves free.
	Weekend ClosureKind = "weekend"
)

func (ClosureKind) all() []ClosureKind {
	return []ClosureKind{Holiday, Special, Weekend}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (c *ClosureKind) UnmarshalText(text []byte) error {
	return law.ReadWord(c, text, c.all()...)
}

// Closure is a day on which a calendar is closed, and why.
type Closure struct {
	// Date is the closed day.
	Date Date `json:"date"`
	// Name is the holiday or the occasion, such as "Hurricane Sandy".
	Name string `json:"name"`
	// Kind is the sort of closing; zero is read as Holiday.
	Kind ClosureKind `json:"kind,omitempty"`
	// Actual is the holiday's own date when it is kept on another day: July 4
	// for a closed July 3. It is "no date" when the holiday was not moved.
	Actual Date `json:"actual,omitzero"`
	// Authority is the rule or decision that closes the day.
	Authority law.Citation `json:"authority,omitzero"`
}

// why is the closure's name in a sentence such as "closed for X".
func (c Closure) why() string {
	if c.Kind == Weekend {
		return "a " + c.Name
	}
	if !c.Actual.IsZero() {
		return c.Name + ", observed for " + c.Actual.String()
	}
	return c.Name
}
