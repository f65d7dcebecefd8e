package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Answer is whether Rule 144 is available for a sale. The zero Answer is no
// answer and appears only beside an error.
type Answer string

// The answers about Rule 144.
const (
	// Available says that the sale may rely on the rule, as far as the
	// conditions listed beside it that concern the sale itself, (e), (f) and
	// (h), are kept.
	Available Answer = "available"
	// NotAvailable says that some condition is not met.
	NotAvailable Answer = "not available"
	// Undecided says that the answer turns on a fact that is unknown. Not only
	// the answer: if the sale is available either way but under other conditions,
	// as restricted stock is to an affiliate and to any other seller, which of
	// them bind is not known either, and the reasons name the fact. A sale that
	// keeps to all the conditions listed keeps to those that bind.
	Undecided Answer = "unknown"
	// NotNeeded says that the rule does not restrain the sale: the stock is
	// not restricted and the seller is no affiliate.
	NotNeeded Answer = "not needed"
)

func (Answer) all() []Answer {
	return []Answer{Available, NotAvailable, Undecided, NotNeeded}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (a *Answer) UnmarshalText(text []byte) error {
	return law.ReadWord(a, text, a.all()...)
}

// open reports whether a sale may go ahead.
func (a Answer) open() bool { return a == Available || a == NotNeeded }

// Verdict is the bare answer about one sale. It is comparable with ==.
//
// The zero Verdict is no answer and appears only beside an error.
type Verdict struct {
	// Answer follows the anniversary convention.
	Answer Answer `json:"answer"`
	// Conditions are those that apply to a sale on that day, met or not. What
	// applies only if an unknown fact goes one way is among them.
	Conditions Conditions `json:"conditions"`
	// Boundary is true if the conservative convention gives another answer or
	// other conditions on that day.
	Boundary bool `json:"boundary,omitempty"`
}

// Finding is the answer about one sale, with its dates and its reasons.
//
// The zero Finding is no answer and appears only beside an error.
type Finding struct {
	Verdict
	// Sale is the day of the sale, which selects the version of the rule.
	Sale calendar.Date `json:"sale"`
	// Version is the first day of the version of the rule in force then.
	Version calendar.Date `json:"version"`
	// HoldingStart is the day on which the holding period began: the later of
	// acquisition and full payment. "No date" for stock that is not restricted.
	HoldingStart calendar.Date `json:"holding_start,omitzero"`
	// Limited is the first day of the time in which the rule is available,
	// with conditions or without: the time that the sale falls in or, if it
	// falls in none, the next. Free is the same for the time without (c), (e),
	// (f) and (h); what (i)(2) asks of a former shell at every sale goes on.
	//
	// Both suppose that the information of (c) about the issuer is current
	// whenever it is asked for, since that can be mended and time cannot, and
	// that all else stays as stated, the reports that (i)(2) asks of a former
	// shell included. They are "no date" if that time never comes, and not
	// earlier than the acquisition or the first day whose law is held.
	Limited Dates `json:"limited,omitzero"`
	Free    Dates `json:"free,omitzero"`
	// Why lists the steps. If the answer is no, every reason for it is there.
	Why law.Reasons `json:"why"`
}

// Rule144 tells whether a sale on that day may rely on Rule 144, under the
// version of the rule in force that day, and why.
//
// The error is [law.Faults] and names all that is missing or contradicts
// itself; a sale before 1990-04-30 is [law.ErrUnsupported], and one before the
// acquisition, the issue of the security or the last day as an affiliate is
// [law.ErrConflict]. What the issuer does later than the sale, such as to become
// a shell company or to cease to be one, is not yet so on its day.
func Rule144(f Facts, sale calendar.Date) (Finding, error) {
	q := question{f: &f}
	if err := q.check(sale); err != nil {
		return Finding{}, err
	}
	a, other := q.both(sale)
	era := q.eras.at(sale)
	finding := Finding{Verdict: verdict(a, other), Sale: sale, Version: era.From}
	if f.restricted() {
		finding.HoldingStart = f.start()
	}
	finding.Limited, finding.Free = q.opening(sale)
	e := explainer{f: &f, era: era, sale: sale, why: make(law.Reasons, 0, 10)}
	e.explain(a)
	e.explainBoundary(finding.Verdict, verdict(other, a))
	e.explainDates(&finding)
	finding.Why = e.reasons()
	return finding, nil
}

// Screen is [Rule144] without the dates and the explanation, for bulk use. It
// does not allocate, and never differs from Rule144's verdict.
func Screen(f Facts, sale calendar.Date) (Verdict, error) {
	q := question{f: &f}
	if err := q.check(sale); err != nil {
		return Verdict{}, err
	}
	return verdict(q.both(sale)), nil
}

func verdict(a, other assessment) Verdict {
	v := Verdict{Answer: a.found.answer(), Conditions: a.conditions}
	v.Boundary = v.Answer != other.found.answer() || v.Conditions != other.conditions
	return v
}

// question is a set of facts in order, and the law to put it to.
type question struct {
	f    *Facts
	eras *versions
}

// check looks up the law, and refuses facts that cannot be asked about and a
// day that they cannot answer for.
func (q *question) check(sale calendar.Date) error {
	q.eras = rule144Eras()
	var fs law.Faults
	q.f.check(&fs, sale)
	q.f.checkSale(&fs, sale, q.eras[0].From)
	return fs.Err()
}

// both is the outcome for a sale on that day under the two conventions. The
// facts were checked against the first day whose law is held.
func (q *question) both(sale calendar.Date) (byAnniversary, conservatively assessment) {
	t := &q.eras.at(sale).Value
	m := q.f.moment(t, sale)
	r, other := m.by(t, anniversary), m.by(t, conservative)
	a := assess(q.f, t, &m, r)
	if r == other { // on all days but a few
		return a, a
	}
	return a, assess(q.f, t, &m, other)
}

// at is the outcome under one of them.
func (q *question) at(sale calendar.Date, by convention) assessment {
	t := &q.eras.at(sale).Value
	m := q.f.moment(t, sale)
	return assess(q.f, t, &m, m.by(t, by))
}
