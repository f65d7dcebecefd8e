package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Milestone is a day from which the answer about a lot is another one, or
// rests on another version of the rule.
//
// The zero Milestone appears in no result.
type Milestone struct {
	// Date is that day, by the anniversary convention.
	Date calendar.Date `json:"date"`
	// Conservative is the day of the same change by the conservative
	// convention. It is "no date" if the change does not take place there,
	// because the next one overtakes it.
	Conservative calendar.Date `json:"conservative,omitzero"`
	// Answer and Conditions hold from Date until the next milestone.
	Answer     Answer     `json:"answer"`
	Conditions Conditions `json:"conditions"`
	// Version is the first day of the version of the rule that governs.
	Version calendar.Date `json:"version"`
	// Why lists the steps of the answer for a sale on Date.
	Why law.Reasons `json:"why"`
}

// Milestones lists the days on which the answer of [Rule144] changes, in
// order, from the acquisition on, or from 1990-04-30 for what was acquired
// before or without a date. The first milestone is that day itself. On every
// other the answer, the conditions or the version of the rule is another than
// on the day before; a look-back that ends, or a shell that ceases to be one, is
// no milestone while nothing comes of it.
//
// Each day is answered as if the issuer, and the seller's affiliation, had
// always been and stayed as stated: reports that are current stay current, an
// affiliate is one throughout, a former affiliate was one until its last day,
// and a former shell was one until its last day.
//
// The errors are those of Rule144, less what concerns the day of the sale.
func Milestones(f Facts) ([]Milestone, error) {
	first := firstSale()
	if f.Acquired.After(first) {
		first = f.Acquired
	}
	var fs law.Faults
	f.check(&fs, first)
	if len(fs) > 0 {
		return nil, fs
	}
	q := question{f: &f, eras: rule144Eras()}
	stretches, others := q.stretches(anniversary), q.stretches(conservative)
	out := make([]Milestone, len(stretches))
	for i, s := range stretches {
		e := explainer{f: &f, era: q.eras.at(s.from), sale: s.from, why: make(law.Reasons, 0, 10)}
		e.explain(s.assessment)
		if i == 0 && f.Acquired.Before(s.from) {
			e.explainFirst()
		}
		out[i] = Milestone{
			Date: s.from, Conservative: counterpart(stretches, i, others),
			Answer: s.found.answer(), Conditions: s.conditions, Version: s.version, Why: e.reasons(),
		}
	}
	return out, nil
}

// stretches divides the time from the origin on by outcome.
func (q *question) stretches(by convention) []stretch {
	c := q.changes(by)
	out := make([]stretch, 0, c.n)
	for _, day := range c.day[:c.n] {
		next := stretch{from: day, version: q.eras.at(day).From, assessment: q.at(day, by)}
		if len(out) == 0 || !next.same(out[len(out)-1]) {
			out = append(out, next)
		}
	}
	return out
}

// same reports whether two stretches have the same outcome by the same version.
func (s stretch) same(o stretch) bool {
	return s.version == o.version && s.conditions == o.conditions && s.found.answer() == o.found.answer()
}

// counterpart is the first day on which the other convention has come to the
// outcome of stretch i, as long as the outcome has not come round again.
func counterpart(stretches []stretch, i int, others []stretch) calendar.Date {
	var until calendar.Date
	for _, s := range stretches[i+1:] {
		if s.same(stretches[i]) {
			until = s.from
			break
		}
	}
	for _, o := range others {
		if o.same(stretches[i]) && !o.from.Before(stretches[i].from) && (until.IsZero() || o.from.Before(until)) {
			return o.from
		}
	}
	return calendar.Date{}
}
