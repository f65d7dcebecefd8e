package restrict

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// This file is the slow reference: the two decision tables row by row, with
// unknown facts tried both ways and dates counted with package time. It shares
// no code with what it checks.

type class int

const (
	affiliate class = iota // now, or within the look-back that makes one
	between                // outside (b)(2), not yet inside (b)(1)
	outsider
)

type duty int

const (
	seasoned duty = iota // subject to reporting for 90 days
	fresh                // subject, for less
	bound                // not subject
)

type gate int

const (
	passed gate = iota
	shut
	ajar // a question that this version leaves open
)

// facet is one way in which unknown facts may stand.
type facet struct {
	seller          class
	issuer          duty
	shell           gate
	current, public bool
}

type row struct {
	answer     Answer
	conditions Conditions
}

const all = ConditionC | ConditionD | ConditionE | ConditionF | ConditionH

// since2008 is the table of the rule in force since 2008-02-15.
func since2008(x facet, restricted, debt bool, months int) row {
	bindsAffiliate := all
	if debt {
		bindsAffiliate = ConditionC | ConditionD | ConditionE | ConditionH
	}
	if !restricted {
		bindsAffiliate &^= ConditionD
	}
	informed := x.issuer == seasoned && x.current || x.issuer == bound && x.public
	var r row
	switch {
	case x.seller == outsider && !restricted:
		r = row{NotNeeded, 0}
	case x.seller == between && !restricted:
		r = row{Undecided, 0}
	case x.seller != affiliate && x.issuer == seasoned && months < 6:
		r = row{NotAvailable, ConditionC | ConditionD}
	case x.seller != affiliate && x.issuer == seasoned && months < 12 && x.current:
		r = row{Available, ConditionC | ConditionD}
	case x.seller != affiliate && x.issuer == seasoned && months < 12:
		r = row{NotAvailable, ConditionC | ConditionD}
	case x.seller != affiliate && months < 12:
		r = row{NotAvailable, ConditionD}
	case x.seller != affiliate:
		r = row{Available, ConditionD}
	case x.issuer == fresh:
		r = row{NotAvailable, bindsAffiliate}
	case restricted && x.issuer == seasoned && months < 6, restricted && x.issuer == bound && months < 12:
		r = row{NotAvailable, bindsAffiliate}
	case informed:
		r = row{Available, bindsAffiliate}
	default:
		r = row{NotAvailable, bindsAffiliate}
	}
	if x.seller == between && restricted {
		r.answer = NotAvailable
	}
	return r
}

// since1997 is the table of the rule in force from 1997-04-29 to 2008-02-14.
func since1997(x facet, restricted bool, months int) row {
	informed := x.issuer == seasoned && x.current || x.issuer == bound && x.public
	met := NotAvailable
	if informed {
		met = Available
	}
	switch {
	case !restricted && x.seller == outsider:
		return row{NotNeeded, 0}
	case !restricted:
		return row{met, all &^ ConditionD}
	case months < 12:
		return row{NotAvailable, all}
	case months < 24:
		return row{met, all}
	case x.seller == outsider:
		return row{Available, ConditionD}
	}
	return row{met, all}
}

// reference answers under one convention.
func reference(f Facts, sale calendar.Date, c convention) row {
	modern := !sale.Before(day(2008, time.February, 15))
	months := referenceMonths(f, sale, c)
	out := row{}
	agreed := true
	n := 0
	for _, x := range facets(f, sale, c, modern) {
		var r row
		if modern {
			r = since2008(x, f.Stock == Restricted, f.Security == Debt, months)
		} else {
			r = since1997(x, f.Stock == Restricted, months)
		}
		if r.answer != NotAvailable && x.shell == ajar {
			r.answer = Undecided
		}
		if x.shell == shut {
			r.answer = NotAvailable
		}
		if n > 0 && (r.answer != out.answer || r.answer != NotAvailable && r.conditions != out.conditions) {
			agreed = false
		}
		out.answer = r.answer
		out.conditions |= r.conditions
		n++
	}
	if !agreed {
		out.answer = Undecided
	}
	return out
}

// referenceVerdict is the reference under both conventions.
func referenceVerdict(f Facts, sale calendar.Date) Verdict {
	a, b := reference(f, sale, anniversary), reference(f, sale, conservative)
	return Verdict{Answer: a.answer, Conditions: a.conditions, Boundary: a != b}
}
