package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// State is what is found of a condition. The zero State is refused in an event
// and appears in no finding.
type State string

const (
	// Met means that the facts satisfy it.
	Met State = "met"
	// Waived means that they do not, and the favored party gave it up.
	Waived State = "waived"
	// Unmet means that the facts contradict it.
	Unmet State = "unmet"
	// Unknown means that nobody has said. It keeps money back as Unmet does.
	Unknown State = "unknown"
)

func (State) all() []State {
	return []State{Met, Waived, Unmet, Unknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *State) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

// Finding is what is found of one condition for one purchase at an instant.
type Finding struct {
	// Condition and Purchase say of what.
	Condition ConditionID `json:"condition"`
	// Purchase is the purchase that it was tested for.
	Purchase PurchaseID `json:"purchase"`
	// State is the answer.
	State State `json:"state"`
	// Since is the instant from which the condition counts as satisfied or
	// waived, without a break; for Unmet it is when the lapse began. It is
	// zero for Unknown, and for money and certificates that are short.
	Since time.Time `json:"since,omitzero"`
	// GivenBy says who can bring the missing fact; empty if the condition is
	// met or waived, or if no fact can cure it.
	GivenBy string `json:"given_by,omitempty"`
	// WaivableBy is the party that can waive it, in a signed writing; empty
	// if it is met or waived, if nobody can, or if a waiver would not let money
	// go, such as of money where nothing is here.
	WaivableBy PartyID `json:"waivable_by,omitempty"`
	// Why is the reason, with the condition's own section.
	Why law.Reasons `json:"why"`
}

// verdict is a finding without its sentences, as guards use it.
type verdict struct {
	state      State
	code       law.Code
	since      time.Time
	have, need int64     // for money and certificates
	pending    int64     // money that came in and is not good yet
	waived     time.Time // when the waiver relied on was given
	reached    time.Time // for money and certificates that are there: since when
	closing    calendar.Date
}

// forDay says in a phrase for which closing a condition was tested; nothing for
// those that are not tested on a day.
func (v verdict) forDay() string {
	if v.closing.IsZero() {
		return ""
	}
	return " for " + v.closing.Long()
}

// open reports whether the verdict lets money go.
func (v verdict) open() bool { return v.state == Met || v.state == Waived }

// finding tells the verdict.
func (s *state) finding(words *instants, condition, purchase int, v verdict) Finding {
	f := s.bare(condition, purchase, v)
	text := s.appendFinding(make([]byte, 0, 256), words, condition, &f, v)
	f.Why = law.Reasons{{Code: v.code, Text: string(text), Authority: s.Conditions[condition].Authority}}
	return f
}

// bare is the finding without its sentence.
func (s *state) bare(condition, purchase int, v verdict) Finding {
	k, p := &s.Conditions[condition], &s.Purchases[purchase]
	f := Finding{Condition: k.ID, Purchase: p.ID, State: v.state, Since: v.since}
	if !v.open() {
		switch {
		case v.code == codeBroken: // beyond cure by any fact
		case v.code == codeOver:
			f.GivenBy = string(s.Agent)
		case v.pending > 0 && v.pending >= minus(v.need, v.have):
			f.GivenBy = roleBank
		default:
			f.GivenBy = s.giver(k, p)
		}
		if s.waiverCures(k, v) {
			f.WaivableBy = s.favored(k, p)
		}
	}
	return f
}

// waiverCures reports whether a waiver given now would let money go. It does not
// where the terms take no waiver for satisfaction, where nothing is here to be
// released, or where a condition had to hold throughout and nobody has said that it
// ever did: a waiver reaches back to a lapse, and forward to nothing.
func (s *state) waiverCures(k *Condition, v verdict) bool {
	switch {
	case !k.Waivable || s.OnWaiver != WaiverCounts:
		return false
	case k.Kind == Funds:
		return v.have > 0
	}
	return k.Kind != Throughout || v.state != Unknown
}

// favored is the party for whose protection the condition is there.
func (s *state) favored(k *Condition, p *Purchase) PartyID {
	if k.Favors == ForCompany {
		return s.Company
	}
	return p.Investor
}

// giver says who can bring the fact.
func (s *state) giver(k *Condition, p *Purchase) string {
	switch {
	case k.GivenBy != "":
		return k.GivenBy
	case k.Favors == ForCompany:
		return string(p.Investor)
	}
	return string(s.Company)
}

// appendFinding writes a sentence that names the condition, the purchase, and
// what can be done.
func (s *state) appendFinding(to []byte, words *instants, condition int, f *Finding, v verdict) []byte {
	k := &s.Conditions[condition]
	say := func(texts ...string) {
		for _, text := range texts {
			to = append(to, text...)
		}
	}
	since := func(before string) {
		if !v.since.IsZero() {
			say(before, words.of(s.contract, v.since))
		}
	}
	say(string(k.ID), " for ", string(f.Purchase), " (", k.Text, ") ")
	switch v.code {
	case codeMet:
		say("is met")
		since(" since ")
		say(".")
	case codePresumed:
		say("is met")
		since(" since ")
		say(", the signing: no contrary fact is recorded, and none is taken for a yes.")
	case codeWaived:
		say("is not met, but was waived at ", words.of(s.contract, v.waived), ".")
	case codeBroken:
		since("did not hold at ")
		say("; holding again does not cure it.")
	case codeShort:
		say("is unmet: ", s.amount(k, v.have), " of ", s.amount(k, v.need), " are here, ", s.amount(k, minus(v.need, v.have)), " short.")
		if v.pending > 0 {
			say(" ", s.usd(v.pending), " came in and is not good yet.")
		}
	case codeOver:
		say("is unmet: ", s.amount(k, v.have), " are here for ", s.amount(k, v.need), ", ", s.amount(k, minus(v.have, v.need)),
			" too many.")
	case codeUnmet:
		say("is unmet", v.forDay())
		since(" since ")
		say(".")
	default:
		say("is not shown", v.forDay(), ": no fact speaks to it, and silence is not a yes.")
	}
	if f.GivenBy != "" {
		say(" It can be given by ", f.GivenBy, ".")
	}
	switch {
	case f.WaivableBy != "":
		say(" It can be waived by ", string(f.WaivableBy), ", in a signed writing.")
	case !v.open() && !k.Waivable:
		say(" Nobody can waive it.")
	}
	return to
}

// amount is in the unit of the condition.
func (s *state) amount(k *Condition, n int64) string {
	if k.Kind == Funds {
		return s.usd(n)
	}
	return kernel.Count(n) + " shares"
}
