package restrict

import (
	"slices"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// LegendAnswer is whether a legend may come off. The zero LegendAnswer is no
// answer and appears only beside an error.
type LegendAnswer string

// The answers about a legend.
const (
	// LegendRemovable says that what the legend asks for is met.
	LegendRemovable LegendAnswer = "removable"
	// LegendStands says that it is not.
	LegendStands LegendAnswer = "stands"
	// LegendUndecided says that the answer turns on a fact that is unknown.
	LegendUndecided LegendAnswer = "unknown"
)

func (LegendAnswer) all() []LegendAnswer {
	return []LegendAnswer{LegendRemovable, LegendStands, LegendUndecided}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (l *LegendAnswer) UnmarshalText(text []byte) error {
	return law.ReadWord(l, text, l.all()...)
}

// LegendFinding is the answer about one legend on one day, with its dates and
// its reasons. The zero LegendFinding is no answer and appears only beside an
// error.
type LegendFinding struct {
	// Answer follows the anniversary convention.
	Answer LegendAnswer `json:"answer"`
	// On is the day asked about.
	On calendar.Date `json:"on"`
	// From is the first day of the time in which the legend is removable: the
	// time that On falls in or, if it falls in none, the next. "No date" if the
	// facts as stated never bring it about.
	From Dates `json:"from,omitzero"`
	// Boundary is true if the conservative convention gives another answer.
	Boundary bool `json:"boundary,omitempty"`
	// StopTransfer is true if the transfer agent is to go on stopping
	// transfers: the legend has such an instruction and is not removable.
	StopTransfer bool `json:"stop_transfer,omitempty"`
	// Limbs tells of each limb, in the legend's order.
	Limbs []LimbFinding `json:"limbs"`
	// Why lists the reasons of all limbs, and the answer last.
	Why law.Reasons `json:"why"`
}

// LimbFinding is how one limb stands. The zero LimbFinding appears in no
// result.
type LimbFinding struct {
	// Kind is the limb's.
	Kind LimbKind `json:"kind"`
	// Met tells whether it is met on the day asked about.
	Met law.YesNo `json:"met"`
	// From is the first day of the time in which it is met, as in
	// LegendFinding.
	From Dates `json:"from,omitzero"`
	// Conditions are those of Rule 144 that bind a sale on that day. For
	// LimbRule144, and empty otherwise. What the limb does not rule out goes on
	// to bind after the legend is off.
	Conditions Conditions `json:"conditions,omitzero"`
	// Needs lists the paths of the facts that are unknown, if Met is.
	Needs []string `json:"needs,omitempty"`
	// Why tells it.
	Why law.Reasons `json:"why"`
}

// Removable tells whether the legend may come off on that day, which limb is
// met and since when, or what is missing.
//
// A limb that rests on Rule 144 follows the days of [Milestones]: each day is
// answered under the text in force on it, and as if all that the facts do not
// date had always been as stated. A fact that is unknown leaves a limb unknown,
// unless the limb is not met whichever way the fact goes.
//
// The answer says that the contract's words are met on the facts given. It is
// not the opinion of counsel that a transfer agent may ask for.
//
// The error is [law.Faults] and names all that is missing or contradicts
// itself; with a limb that rests on Rule 144, a day before 1990-04-30 is
// [law.ErrUnsupported], and one before the acquisition [law.ErrConflict].
func (l Legend) Removable(on calendar.Date, f LegendFacts) (LegendFinding, error) {
	var fs law.Faults
	required(&fs, "on", on)
	l.check(&fs, "legend")
	var asked limbKinds
	asked.ask(&l, &f)
	f.check(&fs, &asked, on)
	f.checkConditions(&fs, &l)
	if len(fs) == 0 {
		f.checkPeriods(&fs, &l)
	}
	if len(fs) > 0 {
		return LegendFinding{}, fs
	}
	return l.release(on, &f), nil
}

// checkPeriods refuses periods that no text held, or no calendar, can count.
func (f *LegendFacts) checkPeriods(fs *law.Faults, l *Legend) {
	for i := range l.Limbs {
		limb := &l.Limbs[i]
		switch limb.Kind {
		case LimbRegulationS:
			if f.Offshore.Happened == law.Yes {
				_, _, err := limb.end(f.Offshore.On)
				fs.Merge("offshore", err)
			}
		case LimbNote:
			_, _, err := limb.end(f.Issue.start())
			fs.Merge("issue", err)
		default:
		}
	}
}

// release answers for facts that were checked.
func (l *Legend) release(on calendar.Date, f *LegendFacts) LegendFinding {
	r := releaser{f: f, on: on, q: question{f: &f.Rule144, eras: rule144Eras()}}
	r.why = make(law.Reasons, 0, 12)
	out := LegendFinding{On: on, Limbs: make([]LimbFinding, len(l.Limbs))}
	var few [4]course
	usual, careful := few[:0:2], few[2:2:4]
	ends := make([]int, len(l.Limbs))
	for i := range l.Limbs {
		usually, carefully := r.limb(l, i, &out.Limbs[i])
		usual, careful = append(usual, usually), append(careful, carefully)
		ends[i] = len(r.why)
	}
	usually, carefully := together(l.Needs, usual), together(l.Needs, careful)
	out.From = Dates{usually.opening(on), carefully.opening(on)}
	met := usually.at(on)
	out.Answer = legendAnswer(met)
	out.Boundary = carefully.at(on) != met
	out.StopTransfer = l.StopTransfer && out.Answer != LegendRemovable
	r.conclude(l, &out)
	out.Why = r.why
	start := 0
	for i, end := range ends {
		out.Limbs[i].Why = slices.Clip(out.Why[start:end])
		start = end
	}
	return out
}

func legendAnswer(met law.YesNo) LegendAnswer {
	switch met {
	case law.Yes:
		return LegendRemovable
	case law.No:
		return LegendStands
	default:
		return LegendUndecided
	}
}

// releaser holds a legend's limbs against facts that were checked.
type releaser struct {
	f   *LegendFacts
	on  calendar.Date
	q   question
	why law.Reasons
}

// limb finds how one limb stands through time under both conventions, and
// tells how it stands on the day.
func (r *releaser) limb(legend *Legend, i int, out *LimbFinding) (usual, careful course) {
	l := &legend.Limbs[i]
	t := telling{r: r, limb: l, index: i, out: out}
	switch l.Kind {
	case LimbRegistration:
		usual = r.registration(l.Current)
		careful = usual
	case LimbOpinion:
		usual = together(AnyLimb, []course{r.f.Opinion.course(), r.evidence(l)})
		careful = usual
	case LimbRegisteredSale:
		usual = r.registeredSale(l)
		careful = usual
	case LimbRule144Sale:
		usual, careful = r.sale144(anniversary), r.sale144(conservative)
	case LimbRule144:
		usual, careful = r.rule144(l, anniversary), r.rule144(l, conservative)
		out.Conditions = r.q.at(r.on, anniversary).conditions
	case LimbNoAffiliate:
		usual = r.noAffiliate()
		careful = usual
	case LimbRegulationS:
		usual, careful = r.period(l, &r.f.Offshore)
	case LimbNote:
		usual, careful = r.period(l, r.f.Issue.occurrence())
	case LimbLockUp:
		usual = since(l.LockUp.free(), law.Yes)
		careful = usual
	default: // LimbCondition
		usual = r.f.condition(l.Name).course()
		careful = usual
	}
	out.Kind, out.Met = l.Kind, usual.at(r.on)
	out.From = Dates{usual.opening(r.on), careful.opening(r.on)}
	t.tell()
	return usual, careful
}
