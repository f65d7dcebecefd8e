package calendar

import (
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Era is a value of the law from the day on which it took effect.
type Era[T any] struct {
	// From is the first day on which the value is in force.
	From Date `json:"from"`
	// Value is what the law says from then on. JSON that leaves it out is refused.
	Value T `json:"value" strict:"required"`
	// Authority is the text that brought it in.
	Authority law.Citation `json:"authority,omitzero"`
	// Checked is when the value was last held against a text; zero if that is
	// not told, as for a contract's own terms.
	Checked Check `json:"checked,omitzero"`
}

// Timeline is a number or rule of the law as it changed over time. Each era
// lasts until the next begins. The nil Timeline knows no era.
type Timeline[T any] []Era[T]

// At returns the era in force on the day: the one that began last, on that day
// or before it. It is an error of kind [law.ErrUnsupported] if the day lies
// before the first era.
func (tl Timeline[T]) At(d Date) (Era[T], error) {
	best := -1
	for i := range tl {
		if !tl[i].From.After(d) && (best < 0 || tl[i].From.After(tl[best].From)) {
			best = i
		}
	}
	var fs law.Faults
	if best >= 0 && !d.IsZero() {
		check.Cited(&fs, "authority", tl[best].Authority)
		if fs.Text("checked.against", tl[best].Checked.Against); len(fs) > 0 {
			return Era[T]{}, fs
		}
		return tl[best], nil
	}
	switch {
	case d.IsZero():
		fs.Missing("date")
	case len(tl) == 0:
		fs.Add(law.ErrUnsupported, "date", d.String(), "falls in no era: the timeline is empty")
	default:
		first := tl[0].From
		for _, era := range tl {
			first = earlier(first, era.From)
		}
		fs.Add(law.ErrUnsupported, "date", d.String(), "is before %s, the first era known", first)
	}
	return Era[T]{}, fs
}
