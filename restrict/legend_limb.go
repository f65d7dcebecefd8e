package restrict

import (
	"slices"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Limb is one of the events or states that release a legend, as the contract
// puts it. A field that its kind does not take is refused.
//
// The zero Limb is refused.
type Limb struct {
	// Kind is what must happen. Required.
	Kind LimbKind `json:"kind"`
	// Current asks that the registration statement be current too. For
	// LimbRegistration and LimbRegisteredSale.
	Current bool `json:"current,omitempty"`
	// Evidence lets other evidence that the issuer accepts serve in place of an
	// opinion. For LimbOpinion.
	Evidence bool `json:"evidence,omitempty"`
	// Without lists the conditions of Rule 144 that must not bind. "Without the
	// requirement for current public information, including under Rule 144(i)(2)
	// where it applies, and without volume or manner of sale restrictions" is (c),
	// (e), (f) and (i); a clause without such words lists none. For LimbRule144.
	Without Conditions `json:"without,omitzero"`
	// ShellReports tells how a clause is read whose words rule out (c) and do not
	// name (i)(2): yes if current public information includes the reports that
	// (i)(2) requires of a former shell at every sale, no if it is (c) alone. Left
	// out or unknown, the limb is unknown where that matters. For LimbRule144, if
	// Without has (c) and not (i).
	ShellReports law.YesNo `json:"shell_reports,omitempty"`
	// Statute is the key of the distribution compliance period in
	// calendar.Statutes, such as "reg-s-category-2". Required for
	// LimbRegulationS.
	Statute string `json:"statute,omitempty"`
	// Count and Unit are the length of a period: days, weeks, months or years.
	// Required for LimbNote.
	Count int           `json:"count,omitempty"`
	Unit  calendar.Unit `json:"unit,omitempty"`
	// LockUp is the promise whose end is waited for. Required for LimbLockUp.
	LockUp LockUp `json:"lock_up,omitzero"`
	// Name is what must hold, such as "right of first refusal waived". Required
	// for LimbCondition.
	Name string `json:"name,omitempty"`
	// Authority is the section of the contract, or the rule.
	Authority law.Citation `json:"authority,omitzero"`
}

// LimbKind is what must happen for a limb to be met. The zero LimbKind is "not
// stated".
type LimbKind string

// The kinds of limb.
const (
	// LimbRegistration is a registration statement for the shares in effect.
	LimbRegistration LimbKind = "effective registration"
	// LimbRegisteredSale is a sale of the shares under one.
	LimbRegisteredSale LimbKind = "registered sale"
	// LimbOpinion is an opinion of counsel that the issuer accepts.
	LimbOpinion LimbKind = "opinion"
	// LimbRule144Sale is a sale of the shares under Rule 144.
	LimbRule144Sale LimbKind = "rule 144 sale"
	// LimbRule144 is that the holder could sell under Rule 144.
	LimbRule144 LimbKind = "rule 144"
	// LimbNoAffiliate is that the holder is clear of affiliation with the
	// issuer as Rule 144 counts it: the look-backs of (b)(1) and (b)(2) are over.
	LimbNoAffiliate LimbKind = "no affiliate"
	// LimbRegulationS is the end of a distribution compliance period.
	LimbRegulationS LimbKind = "regulation s"
	// LimbNote is a period since the later of the original issue and the last
	// day on which the issuer or an affiliate owned the security, as notes sold
	// under Rule 144A (one year) and Regulation S (40 days) have it.
	LimbNote LimbKind = "period since issue"
	// LimbLockUp is the end of a lock-up.
	LimbLockUp LimbKind = "lock up end"
	// LimbCondition is a condition of a contract, by its name.
	LimbCondition LimbKind = "condition"
)

func (LimbKind) all() []LimbKind {
	return []LimbKind{
		LimbRegistration, LimbRegisteredSale, LimbOpinion, LimbRule144Sale, LimbRule144, LimbNoAffiliate,
		LimbRegulationS, LimbNote, LimbLockUp, LimbCondition,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (k *LimbKind) UnmarshalText(text []byte) error {
	return law.ReadWord(k, text, k.all()...)
}

// UsualLimbs are the limbs that contracts of private placements usually list,
// of which any one releases the legend: the resale is registered and the
// registration statement in effect, the shares were sold under Rule 144, or they
// could be sold under it without current public information, that of (i)(2)
// included, and without the limits on volume and manner of sale. For an outsider
// that last limb opens at one year under the text since 2008, not at the six
// months of (d)(1)(i); for the stock of a former shell it does not open at all,
// since (i)(2) is asked again at every sale.
//
// Source: clauses on the removal of legends in published agreements, which name
// Rule 144(c)(1) and, where it applies, (i)(2).
func UsualLimbs() []Limb {
	return []Limb{{Kind: LimbRegistration}, {Kind: LimbRule144Sale}, {Kind: LimbRule144, Without: usualWithout}}
}

// usualWithout is what the usual words rule out: current public information,
// volume and manner of sale.
const usualWithout = ConditionC | ConditionE | ConditionF | ConditionI

// readings are the conditions that the limb rules out, on the narrower and on
// the wider reading of its words. They are the same where the clause says which
// it takes.
func (l *Limb) readings() (narrow, wide Conditions) {
	narrow, wide = l.Without, l.Without
	if l.silent() {
		wide |= ConditionI
	}
	switch l.ShellReports {
	case law.Yes:
		return wide, wide
	case law.No:
		return narrow, narrow
	default:
		return narrow, wide
	}
}

// silent reports whether the limb rules out (c) and does not say whether it
// rules out (i)(2) too.
func (l *Limb) silent() bool { return l.Without.Has(ConditionC) && !l.Without.Has(ConditionI) }

func (k LimbKind) known() bool { return slices.Contains(k.all(), k) }

// limbField is a set of the fields of Limb that only some kinds take.
type limbField uint8

const (
	limbCurrent limbField = 1 << iota
	limbEvidence
	limbWithout
	limbStatute
	limbPeriod
	limbLock
	limbName
	limbReading
)

// fields is what the kind takes.
func (k LimbKind) fields() limbField {
	switch k {
	case LimbRegistration, LimbRegisteredSale:
		return limbCurrent
	case LimbOpinion:
		return limbEvidence
	case LimbRule144:
		return limbWithout | limbReading
	case LimbRegulationS:
		return limbStatute
	case LimbNote:
		return limbPeriod
	case LimbLockUp:
		return limbLock
	case LimbCondition:
		return limbName
	default:
		return 0
	}
}

// fields is what the limb states.
func (l *Limb) fields() limbField {
	var set limbField
	mark := func(field limbField, given bool) {
		if given {
			set |= field
		}
	}
	mark(limbCurrent, l.Current)
	mark(limbEvidence, l.Evidence)
	mark(limbWithout, l.Without != 0)
	mark(limbStatute, l.Statute != "")
	mark(limbPeriod, l.Count != 0 || l.Unit != "")
	mark(limbLock, l.LockUp != LockUp{})
	mark(limbName, l.Name != "")
	mark(limbReading, l.ShellReports != "")
	return set
}

// sound is the quick pass of check for the kinds that need nothing further.
func (l *Limb) sound() bool {
	switch l.Kind {
	case LimbRegistration, LimbRegisteredSale, LimbOpinion, LimbRule144Sale, LimbNoAffiliate:
		return l.fields()&^l.Kind.fields() == 0 && check.Citable(&l.Authority)
	default:
		return false
	}
}

func (l *Limb) check(fs *law.Faults, path string) {
	law.OneOf(fs, path+".kind", l.Kind, l.Kind.all()...)
	fs.Text(path+".name", l.Name)
	check.Cited(fs, path+".authority", l.Authority)
	if !l.Kind.known() {
		return
	}
	extra := l.fields() &^ l.Kind.fields()
	for i, name := range [...]string{"current", "evidence", "without", "statute", "count", "lock_up", "name", "shell_reports"} {
		if extra&(1<<i) != 0 {
			check.Although(fs, path+"."+name, "", "kind", string(l.Kind))
		}
	}
	switch l.Kind {
	case LimbRule144:
		if l.Without>>len(letters) != 0 {
			fs.Add(law.ErrInvalid, path+".without", strconv.Itoa(int(l.Without)), "has bits that stand for no condition")
		}
		if l.Without.Has(ConditionD) {
			fs.Add(law.ErrInvalid, path+".without", "(d)", "is the holding period, which must be met and not absent")
		}
		checkAnswer(l.ShellReports, fs, path+".shell_reports", false)
		if isKnown(l.ShellReports) && !l.silent() {
			fs.Add(law.ErrConflict, path+".shell_reports", string(l.ShellReports), "is given although without is %s", l.Without)
		}
	case LimbRegulationS:
		l.checkStatute(fs, path+".statute")
	case LimbNote:
		l.checkPeriod(fs, path)
	case LimbLockUp:
		l.LockUp.check(fs, path+".lock_up")
	case LimbCondition:
		if l.Name == "" {
			fs.Missing(path + ".name")
		}
	case LimbRegistration, LimbRegisteredSale, LimbOpinion, LimbRule144Sale, LimbNoAffiliate:
	}
}

func (l *Limb) checkStatute(fs *law.Faults, field string) {
	switch {
	case l.Statute == "":
		fs.Missing(field)
	case offshorePeriod(l.Statute) == nil:
		fs.Add(law.ErrInvalid, field, strconv.Quote(l.Statute), "is no period of Regulation S in calendar.Statutes")
	}
}

func (l *Limb) checkPeriod(fs *law.Faults, path string) {
	check.Within(fs, path+".count", l.Count, 1, maxLockUpDays)
	law.OneOf(fs, path+".unit", l.Unit, calendar.Days, calendar.Weeks, calendar.Months, calendar.Years)
}
