package restrict

import (
	"slices"
	"strings"

	"github.com/offerkit/offerkit/law"
)

// DeliveryGround is a reason for which the legend may come off. The zero DeliveryGround is
// refused.
type DeliveryGround string

const (
	// GroundRegistered is a registration statement for the shares that had been
	// declared effective, and was current, at the time of the sale.
	GroundRegistered DeliveryGround = "registered"
	// GroundRule144Sale is a sale in reliance on Rule 144.
	GroundRule144Sale DeliveryGround = "sold under rule 144"
	// GroundRule144Free is that the shares may be sold under Rule 144 without its
	// conditions, formerly under its paragraph (k).
	GroundRule144Free DeliveryGround = "free under rule 144"
	// GroundNotRequired is that the law asks for no legend.
	GroundNotRequired DeliveryGround = "legend not required"
	// GroundNone says that the clause names no condition. It stands alone.
	GroundNone DeliveryGround = "none"
)

func (DeliveryGround) all() []DeliveryGround {
	return []DeliveryGround{GroundRegistered, GroundRule144Sale, GroundRule144Free, GroundNotRequired, GroundNone}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (g *DeliveryGround) UnmarshalText(text []byte) error {
	return law.ReadWord(g, text, g.all()...)
}

// GroundFinding is whether one ground holds. The zero GroundFinding is no
// answer.
type GroundFinding struct {
	Ground DeliveryGround `json:"ground"`
	Holds  law.YesNo      `json:"holds"`
}

func (g DeliveryGround) known() bool { return slices.Contains(g.all(), g) }

// checkGroundFacts asks for the facts of the grounds that the clause names.
func (d *Delivery) checkGroundFacts(fs *law.Faults, f *DeliveryFacts) {
	var asked [4]bool
	for _, g := range d.Grounds {
		switch g {
		case GroundRegistered:
			asked[0] = true
		case GroundRule144Sale:
			asked[1] = true
		case GroundRule144Free:
			asked[2] = true
		case GroundNotRequired:
			asked[3] = true
		case GroundNone:
		}
	}
	checkAnswer(f.Effective, fs, "effective", asked[0])
	checkAnswer(f.Current, fs, "current", asked[0])
	checkAnswer(f.Rule144Sale, fs, "rule_144_sale", asked[1])
	checkAnswer(f.Rule144Free, fs, "rule_144_free", asked[2])
	checkAnswer(f.LegendNotRequired, fs, "legend_not_required", asked[3])
}

// guard holds the grounds against the facts. One that holds is enough; if none
// holds for certain, one that may hold leaves the answer open.
func (d *Delivery) guard(f *DeliveryFacts, out *DeliveryFinding) {
	best := law.No
	out.Guard = make([]GroundFinding, 0, len(d.Grounds))
	for _, g := range d.Grounds {
		holds := law.Yes
		switch g {
		case GroundRegistered:
			holds = d.registration(f, out)
		case GroundRule144Sale:
			holds = d.ground(out, f.Rule144Sale, "the sale was made under Rule 144")
		case GroundRule144Free:
			holds = d.ground(out, f.Rule144Free, "the shares are free of the conditions of Rule 144")
		case GroundNotRequired:
			holds = d.ground(out, f.LegendNotRequired, "no legend is required")
		case GroundNone:
			d.say(out, codeGroundNone, "The clause names no condition for taking off the legend.")
		}
		out.Guard = append(out.Guard, GroundFinding{g, holds})
		if holds == law.Yes || holds == law.Unknown && best == law.No {
			best = holds
		}
	}
	switch best {
	case law.No:
		out.Answer = NotOwed
	case law.Unknown:
		out.Answer = OwedUnknown
	case law.Yes:
	}
}

func (d *Delivery) ground(out *DeliveryFinding, holds law.YesNo, what string) law.YesNo {
	switch holds {
	case law.Yes:
		d.say(out, codeGroundMet, strings.ToUpper(what[:1]), what[1:], ".")
	case law.No:
		d.say(out, codeGroundNotMet, "It is not so that ", what, ".")
	case law.Unknown:
		d.say(out, codeGroundUnknown, "It is not known whether ", what, ".")
	}
	return holds
}

// registration is the proviso: effective and current at the time of the sale.
func (d *Delivery) registration(f *DeliveryFacts, out *DeliveryFinding) law.YesNo {
	if f.Effective == law.Yes && f.Current == law.Yes {
		d.say(out, codeRegistered, "At the time of the sale the registration statement was effective and current.")
		return law.Yes
	}
	holds := law.No
	if f.Effective == law.Unknown || f.Current == law.Unknown {
		d.say(out, codeRegistrationUnknown,
			"The answer needs to know whether the registration statement was effective and current at the time of the sale.")
		holds = law.Unknown
	}
	if f.Effective == law.No {
		d.say(out, codeNotEffective, "At the time of the sale the registration statement had not been declared effective.")
		holds = law.No
	}
	if f.Current == law.No {
		d.say(out, codeNotCurrent, "At the time of the sale the registration statement was not current.")
		holds = law.No
	}
	return holds
}
