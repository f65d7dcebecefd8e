package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// StartAnswer is whether the start of a holding period is known. The zero
// StartAnswer is no answer and appears only beside an error.
type StartAnswer string

// The answers about the start of a holding period.
const (
	// StartKnown says that the period began on the date beside it.
	StartKnown StartAnswer = "known"
	// StartUnknown says that the answer turns on a fact that is unknown.
	StartUnknown StartAnswer = "unknown"
	// StartNotBegun says that the full price is not paid, or not before the
	// sale, so that no day of holding counts.
	StartNotBegun StartAnswer = "not begun"
	// StartNoPeriod says that no holding period is required of the holder, as
	// of an estate that is no affiliate.
	StartNoPeriod StartAnswer = "no period"
)

func (StartAnswer) all() []StartAnswer {
	return []StartAnswer{StartKnown, StartUnknown, StartNotBegun, StartNoPeriod}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *StartAnswer) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

// The way in which HoldingStart answers.
const (
	// StartMethod names it in Start.Method.
	StartMethod = "rule 144(d) fold"
	// StartVersion is its version. An answer may differ between versions.
	StartVersion = "1"
)

// Start is the day from which the holding period of paragraph (d) is counted
// for a lot, after all that happened to it. The zero Start is no answer and
// appears only beside an error.
type Start struct {
	// Method and Version are StartMethod and StartVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Answer is whether the start is known.
	Answer StartAnswer `json:"answer"`
	// Date is the first day of the holding period: the later of Acquired and
	// Paid, the days that [Facts] asks for. Where later events carried the start
	// on, they are those of the event in Since. They are "no date" if the answer
	// is unknown or not begun; where no period is required, they are the day
	// from which the holding counts for other purposes, as far as it is known; of
	// what was pledged without recourse, or of a recourse that is not known, that
	// is the day of the pledge.
	Date     calendar.Date `json:"date,omitzero"`
	Acquired calendar.Date `json:"acquired,omitzero"`
	Paid     calendar.Date `json:"paid,omitzero"`
	// Since is the path of the event that set the date, such as "events[0]";
	// the lot is tacked from there on. Authority is the paragraph by which it
	// did, or by which no period is required. Both are empty if neither is so.
	Since     string       `json:"since,omitempty"`
	Authority law.Citation `json:"authority,omitzero"`
	// Capacity is the capacity by which no period is required of the holder:
	// Estate or Pledgee. It is empty otherwise.
	Capacity Capacity `json:"capacity,omitempty"`
	// Sale is the day of the sale that the events end with; "no date" if they
	// do not. From is the first sale for which the answer holds as the events
	// stand: the day of the last of them, or later where a condition says so.
	Sale calendar.Date `json:"sale,omitzero"`
	From calendar.Date `json:"from,omitzero"`
	// Needs lists the paths of the facts without which the answer is unknown,
	// such as "events[1].from_affiliate".
	Needs []string `json:"needs,omitempty"`
	// Doubts lists what the answer rests on without being verified: each
	// citation with a Doubt, once.
	Doubts []law.Citation `json:"doubts,omitempty"`
	// Steps tells what each event did, one step an event.
	Steps []StartStep `json:"steps"`
	// Why lists the reasons of all the steps, and the answer last.
	Why law.Reasons `json:"why"`
}

// StartStep is what one event did to the start. The zero StartStep appears in
// no result.
type StartStep struct {
	// Event is the path of the event, such as "events[0]", and Kind its kind.
	Event string    `json:"event"`
	Kind  EventKind `json:"kind"`
	// Before and After are how the start stood. Before is zero for the first
	// event.
	Before StartState `json:"before"`
	After  StartState `json:"after"`
	// Why tells it, with the paragraph beside it.
	Why law.Reasons `json:"why"`
}

// StartState is how the start stands between two events. The zero StartState
// is before the first one.
type StartState struct {
	Answer StartAnswer   `json:"answer,omitempty"`
	Date   calendar.Date `json:"date,omitzero"`
}

// HoldingStart folds the life of one lot, event by event in order, to the day
// from which its holding period is counted: 17 CFR 230.144(d)(1) to (3).
//
// A purchase from the issuer or an affiliate starts the period, once it is paid
// in full; what the paragraph lets the holder tack leaves the start where it
// was. If the last event is an EventSale, the text and the staff's views of that
// day count; otherwise those now in force do, and Start.From tells the first
// sale for which the answer holds. A lot whose price is paid after that sale has
// not begun its period. Missing and unknown facts are tried both ways: if the
// start differs, the answer is unknown and names them.
//
// The error is [law.Faults], with paths such as "events[3].paid": no events, an
// unknown word, a fact that the kind does not take, events out of order or
// before the lot began, a payment before the subscription, facts that
// contradict each other, a sale before the first whose law is held. At most a
// hundred faulty events are named.
func HoldingStart(lot []Event) (Start, error) {
	if err := checkLot(lot); err != nil {
		return Start{}, err
	}
	l := newLife(lot)
	for i := range lot {
		l.take(i)
	}
	return l.finish(), nil
}

// Facts returns f with Acquired and Paid as the start has them, so that
// [Rule144], [Screen] and [Milestones] answer for the lot as tacked. Where no
// period is required, Capacity says so too. The sale is the one that is going
// to be asked about; f says all else. Its Stock must be restricted or, for what
// an affiliate bought in the market and still holds or pledged, unrestricted.
//
// The error is [law.Faults]: each fact that an unknown start needs, as
// [law.ErrMissing]; a start that has not begun, which Facts cannot express, as
// [law.ErrUnsupported]; a missing sale; one before From, or another than Sale,
// and another Stock, as [law.ErrConflict].
func (s Start) Facts(f Facts, sale calendar.Date) (Facts, error) {
	var fs law.Faults
	switch s.Answer {
	case StartKnown, StartNoPeriod:
		required(&fs, "start.date", s.Date)
	case StartUnknown:
		for _, path := range s.Needs {
			fs.Missing(path)
		}
		if len(s.Needs) == 0 {
			fs.Missing("start.date")
		}
	case StartNotBegun:
		fs.Add(law.ErrUnsupported, "start.answer", string(s.Answer), "has no date that facts could state")
	default:
		law.OneOf(&fs, "start.answer", s.Answer, s.Answer.all()...)
	}
	switch {
	case sale.IsZero():
		fs.Missing("sale")
	case !s.Sale.IsZero() && sale != s.Sale:
		fs.Add(law.ErrConflict, "sale", sale.String(), "is not the sale on %s with which the lot's events end", s.Sale)
	case sale.Before(s.From):
		fs.Add(law.ErrConflict, "sale", sale.String(), "is before %s, the first sale for which the start holds", s.From)
	}
	stock := Restricted
	if s.Answer == StartNoPeriod && s.Capacity != Estate {
		stock = Unrestricted
	}
	if f.Stock != stock {
		fs.Add(law.ErrConflict, "stock", strconv.Quote(string(f.Stock)), "must be %q for this lot", string(stock))
	}
	if len(fs) > 0 {
		return Facts{}, fs
	}
	f.Acquired, f.Paid = s.Acquired, s.Paid
	if s.Capacity != "" {
		f.Capacity = s.Capacity
	}
	return f, nil
}
