package offering

import (
	"slices"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// MethodBlockerNotice names how a [LimitOnDay] was made.
const MethodBlockerNotice = "blocker notice"

// raiseDays is the day after a notice's delivery on which a higher limit takes
// effect: the 61st. Ownership within 60 days counts as ownership, which is why.
const raiseDays = 61

// raiseRule is the market form of the clause. The paragraph behind it is the
// definition of beneficial ownership.
func raiseRule() law.Citation {
	return law.Citation{
		Cite: "17 CFR 240.13d-3(d)(1)", Title: "Determination of beneficial owner",
		Doubt: "the 61st day is the market form of the clause, seen in a warrant; read the agreement's own words",
	}
}

// LimitNotice is a holder's notice that it wants another limit.
type LimitNotice struct {
	// Delivered is the day on which the notice was delivered. It is required.
	Delivered calendar.Date `json:"delivered"`
	// Limit is the limit asked for. It is required.
	Limit exact.Fraction `json:"limit"`
}

// LimitOnDay is the limit in force on a day.
//
// The zero LimitOnDay is no answer; it comes only beside an error.
type LimitOnDay struct {
	// Day is the day asked about, Limit what is in force on it.
	Day   calendar.Date  `json:"day"`
	Limit exact.Fraction `json:"limit"`
	// Next is the day on which a limit already asked for takes effect, and
	// NextLimit that limit; no date and no ratio when none is pending.
	Next      calendar.Date  `json:"next,omitzero"`
	NextLimit exact.Fraction `json:"next_limit,omitzero"`
	// Method and Version are MethodBlockerNotice and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why follows the limit through the notices. Its codes begin with
	// "offering.blocker.limit.".
	Why law.Reasons `json:"why,omitempty"`
}

// On is the limit in force on a day, after the notices delivered on that day or
// before it. A notice to lower the limit takes effect when it is delivered; one
// to raise it takes effect on the 61st day after. A later notice replaces one
// that has not taken effect yet, and a notice to raise beyond the ceiling has no
// effect; the zero ceiling is none.
//
// Errors are law.Faults: a missing day, date or limit is law.ErrMissing, a limit
// that is no part of the whole law.ErrRange, and two notices delivered on one
// day, of which nobody can tell the later, law.ErrConflict. At most a hundred
// faulty notices are named.
func (b Blocker) On(day calendar.Date, ceiling exact.Fraction, notices []LimitNotice) (LimitOnDay, error) {
	var fs law.Faults
	b.check(&fs)
	if day.IsZero() {
		fs.Missing("day")
	}
	if !ceiling.IsZero() {
		kernel.CheckFraction(&fs, "ceiling", ceiling)
	}
	rows := check.Rows{List: "notices"}
	days := make(map[calendar.Date]int, len(notices))
	for i, notice := range notices {
		var row law.Faults
		kernel.CheckFraction(&row, "limit", notice.Limit)
		first, seen := days[notice.Delivered]
		switch {
		case notice.Delivered.IsZero():
			row.Missing("delivered")
		case seen:
			row.Add(law.ErrConflict, "delivered", notice.Delivered.String(),
				"is also the day of notices[%d]: which came later?", first)
		default:
			days[notice.Delivered] = i
		}
		rows.Add(&fs, i, row)
	}
	rows.Close(&fs)
	if len(fs) > 0 {
		return LimitOnDay{}, fs
	}
	return b.follow(day, ceiling, notices), nil
}

// follow takes the notices in the order of their delivery.
func (b Blocker) follow(day calendar.Date, ceiling exact.Fraction, notices []LimitNotice) LimitOnDay {
	l := LimitOnDay{Day: day, Limit: b.Limit, Method: MethodBlockerNotice, Version: MethodVersion}
	e := explanation{authority: b.Authority}
	e.add(codeBlockerLimitOriginal, "The limit is "+b.Limit.String()+" to begin with.")
	ordered := slices.Clone(notices)
	slices.SortFunc(ordered, func(a, b LimitNotice) int { return a.Delivered.Compare(b.Delivered) })
	arrive := func(by calendar.Date) { // a pending limit whose day has come
		if !l.Next.IsZero() && !l.Next.After(by) {
			l.Limit, l.Next, l.NextLimit = l.NextLimit, calendar.Date{}, exact.Fraction{}
		}
	}
	for _, notice := range ordered {
		if notice.Delivered.After(day) {
			break
		}
		arrive(notice.Delivered)
		text := "The notice delivered on " + notice.Delivered.Long() + " asks for " + notice.Limit.String()
		switch {
		case kernel.CompareFractions(notice.Limit, l.Limit) <= 0:
			l.Limit, l.Next, l.NextLimit = notice.Limit, calendar.Date{}, exact.Fraction{}
			e.add(codeBlockerLimitLowered, text+", no more than was in force: it takes effect at once.")
		case !ceiling.IsZero() && kernel.CompareFractions(notice.Limit, ceiling) > 0:
			e.add(codeBlockerLimitCeiling, text+", above the ceiling of "+ceiling.String()+": it has no effect.")
		default:
			l.Next, l.NextLimit = notice.Delivered.AddDays(raiseDays), notice.Limit
			if l.Next.IsZero() { // past 9999-12-31: it never takes effect
				l.NextLimit = exact.Fraction{}
			}
			e.under(raiseRule(), codeBlockerLimitRaised, text+", more than was in force: it takes effect on the 61st day after, "+
				l.Next.Long()+".")
		}
	}
	arrive(day)
	e.add(codeBlockerLimitOnDay, "On "+day.Long()+" the limit is "+l.Limit.String()+".")
	l.Why = e.why
	return l
}
