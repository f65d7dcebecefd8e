package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
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

// verdict is what is found of a condition, without its words.
type verdict struct {
	state      State
	code       law.Code
	since      time.Time
	have, need int64     // for money and certificates
	pending    int64     // money that came in and is not good yet
	waits      waiting   // the first payment of that money
	waived     time.Time // when the waiver relied on was given
	reached    time.Time // for money and certificates that are there: since when
	closing    calendar.Date
}

// waiting is a payment that has not become good funds.
type waiting struct {
	rail      Rail
	reference string
}

// open reports whether the verdict lets money go.
func (v verdict) open() bool { return v.state == Met || v.state == Waived }

// finding puts the verdict into words.
func (c *contract) finding(t *tested) Finding {
	f := c.found(t)
	var few [8]value
	f.Why = law.Reasons{c.reason(t.code, &c.Conditions[t.condition].Authority, c.verdictValues(few[:0], t)...)}
	return f
}

// found is the finding without its sentence.
func (c *contract) found(t *tested) Finding {
	k, p, v := &c.Conditions[t.condition], &c.Purchases[t.purchase], &t.verdict
	f := Finding{Condition: k.ID, Purchase: p.ID, State: v.state, Since: v.since}
	if !v.open() {
		switch {
		case v.code == codeBroken: // beyond cure by any fact
		case v.code == codeOver:
			f.GivenBy = string(c.Agent)
		case v.pending > 0 && v.pending >= minus(v.need, v.have):
			f.GivenBy = roleBank
		default:
			f.GivenBy = c.giver(k, p)
		}
		if c.waiverCures(k, v) {
			f.WaivableBy = c.favored(k, p)
		}
	}
	return f
}

// isLost reports whether the condition is broken for good: no fact satisfies it any
// more, and no waiver that can be given or was given is enough.
func (c *contract) isLost(t *tested) bool {
	if t.state == Waived {
		return c.OnWaiver == WaiverRefused && c.Conditions[t.condition].Kind == Throughout
	}
	return t.code == codeBroken && !c.waiverCures(&c.Conditions[t.condition], &t.verdict)
}

// waiverCures reports whether a waiver given now would let money go. It does not
// where the terms take no waiver for satisfaction, where nothing is here to be
// released, or where a condition had to hold throughout and nobody has said that it
// ever did: a waiver reaches back to a lapse, and forward to nothing.
func (c *contract) waiverCures(k *Condition, v *verdict) bool {
	switch {
	case !k.Waivable || c.OnWaiver != WaiverCounts:
		return false
	case k.Kind == Funds:
		return v.have > 0
	}
	return k.Kind != Throughout || v.state != Unknown
}

// favored is the party for whose protection the condition is there.
func (c *contract) favored(k *Condition, p *Purchase) PartyID {
	if k.Favors == ForCompany {
		return c.Company
	}
	return p.Investor
}

// giver says who can bring the fact.
func (c *contract) giver(k *Condition, p *Purchase) string {
	switch {
	case k.GivenBy != "":
		return k.GivenBy
	case k.Favors == ForCompany:
		return string(p.Investor)
	}
	return string(c.Company)
}

// verdictValues adds what the sentence of a verdict names.
func (c *contract) verdictValues(to []value, t *tested) []value {
	k, v := &c.Conditions[t.condition], &t.verdict
	to = append(to, id("condition", k.ID))
	switch v.code {
	case codeMet, codePresumed:
		to = append(to, instant("since", v.since))
	case codeWaived:
		to = append(to, instant("waived", v.waived))
	case codeBroken:
		to = append(to, instant("lapsed", v.since))
	case codeShort, codeOver:
		switch {
		case k.Kind == Funds:
			to = append(to, money("have", v.have), money("need", v.need))
		case v.code == codeOver:
			to = append(to, count("held_shares", v.have), count("over", minus(v.have, v.need)))
		default:
			to = append(to, count("have_shares", v.have), count("need_shares", v.need))
		}
		if v.pending > 0 {
			to = append(to, money("pending", v.pending))
		}
	case codeUnmet:
		to = append(to, date("day", v.closing), instant("since", v.since))
	default:
		to = append(to, date("day", v.closing), date("as_of", t.on))
	}
	return to
}
