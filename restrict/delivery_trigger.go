package restrict

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Trigger is a paper that the company receives, or an event, that a [Delivery]
// waits for. The zero Trigger is refused.
type Trigger string

// The papers, as the company receives them.
const (
	NoticeOfSale         Trigger = "notice of sale"
	OriginalCertificate  Trigger = "original certificate"
	BlueSkyInformation   Trigger = "blue sky information"
	RepresentationLetter Trigger = "representation letter"
	// Rule144Letters are the letters of seller and broker about a sale under
	// Rule 144.
	Rule144Letters   Trigger = "rule 144 letters"
	OpinionOfCounsel Trigger = "opinion of counsel"
	ExerciseNotice   Trigger = "exercise notice"
	// RemovalRequest is the holder's request for shares without a legend.
	RemovalRequest Trigger = "request"
	// PaymentReceived is the cash for the shares.
	PaymentReceived Trigger = "payment"
	// OtherPaper is whatever else the contract asks for.
	OtherPaper Trigger = "other paper"
)

// The events, as they happen.
const (
	// TriggerEffective is the declaration that the registration statement
	// for the shares is effective.
	TriggerEffective Trigger = "effectiveness"
	// TriggerIssued is the issue of the shares.
	TriggerIssued Trigger = "issue"
	// TriggerSold is the sale of the shares by their holder.
	TriggerSold Trigger = "sale"
	// TriggerRule144Free is the first day on which the shares may be sold under Rule
	// 144 without its conditions on information, volume and manner: what was
	// Rule 144(k) until 2008.
	TriggerRule144Free Trigger = "free of rule 144"
)

func (Trigger) all() []Trigger {
	return []Trigger{
		NoticeOfSale, OriginalCertificate, BlueSkyInformation, RepresentationLetter, Rule144Letters,
		OpinionOfCounsel, ExerciseNotice, RemovalRequest, PaymentReceived, OtherPaper, TriggerEffective,
		TriggerIssued, TriggerSold, TriggerRule144Free,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (t *Trigger) UnmarshalText(text []byte) error {
	return law.ReadWord(t, text, t.all()...)
}

// bit is the trigger's place in a set, and 0 for a stranger.
func (t Trigger) bit() uint16 {
	switch t {
	case NoticeOfSale:
		return 1 << 0
	case OriginalCertificate:
		return 1 << 1
	case BlueSkyInformation:
		return 1 << 2
	case RepresentationLetter:
		return 1 << 3
	case Rule144Letters:
		return 1 << 4
	case OpinionOfCounsel:
		return 1 << 5
	case ExerciseNotice:
		return 1 << 6
	case RemovalRequest:
		return 1 << 7
	case PaymentReceived:
		return 1 << 8
	case OtherPaper:
		return 1 << 9
	case TriggerEffective:
		return 1 << 10
	case TriggerIssued:
		return 1 << 11
	case TriggerSold:
		return 1 << 12
	case TriggerRule144Free:
		return 1 << 13
	}
	return 0
}

func (t Trigger) known() bool { return t.bit() != 0 }

// check records a word that is none.
func (t Trigger) check(fs *law.Faults, field string) {
	if !t.known() {
		law.OneOf(fs, field, t, t.all()...)
	}
}

// Receipt tells of one trigger whether it is needed, and when it came or
// happened. The zero Receipt is refused.
type Receipt struct {
	// Trigger is the paper or event.
	Trigger Trigger `json:"trigger"`
	// Needed tells whether it is necessary. Required of a paper that the clause
	// asks for only where needed, and not read of others.
	Needed law.YesNo `json:"needed,omitempty"`
	// At is the instant of receipt, in a stated zone: time.Local, the zone of the
	// machine, is refused, since the answer must not turn on where a program runs.
	// The zero time says that it has not come.
	At time.Time `json:"at,omitzero"`
}

// UnmarshalJSON reads a receipt and nothing else. The instant is read with the
// offset that it states, never in the zone of the machine. The error is
// [law.Faults]: an unknown field or word, a field in other letters or of
// another sort is [law.ErrInvalid], and one given twice is [law.ErrDuplicate].
func (r *Receipt) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, r, (*Receipt).checkWords)
}

// checkWords records the words that are none.
func (r *Receipt) checkWords(fs *law.Faults) {
	r.Trigger.check(fs, "trigger")
	checkAnswer(r.Needed, fs, "needed", false)
}

// check records an instant that belongs to no stated zone, and strange words.
func (r *Receipt) check(fs *law.Faults) {
	r.Trigger.check(fs, "trigger")
	checkAnswer(r.Needed, fs, "needed", false)
	switch {
	case r.At.IsZero():
	case calendar.Cutoff{Zone: r.At.Location()}.Validate() != nil:
		fs.Add(law.ErrMissing, "at", r.At.UTC().Format(time.RFC3339), "is in the zone of the machine; a stated zone is required")
	case r.At.Year() < 1 || r.At.Year() > 9999:
		fs.Add(law.ErrRange, "at", "", "is not an instant in the years 1 to 9999")
	}
}
