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
	former          bool // the stock is that of a shell or a former one, (i)
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

// before2008 is the table of the rule in force from 1990-04-30, with two and
// three years, and from 1997-04-29 to 2008-02-14, with one and two.
func before2008(x facet, restricted bool, months, hold, free int) row {
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
	case months < hold:
		return row{NotAvailable, all}
	case months < free:
		return row{met, all}
	case x.seller == outsider:
		return row{Available, ConditionD}
	}
	return row{met, all}
}

// reference answers under one convention.
func reference(f Facts, sale calendar.Date, c convention) row {
	out := row{}
	agreed := true
	n := 0
	months := referenceMonths(f, sale, c)
	for _, x := range facets(f, sale, c) {
		r := tabled(f, x, sale, months)
		if r.answer != NotAvailable && x.shell == ajar {
			r.answer = Undecided
		}
		if x.shell == shut {
			r.answer = NotAvailable
		}
		others := r.conditions ^ out.conditions
		if f.Capacity == Estate && sale.Before(day(2008, time.February, 15)) && r.conditions.Has(ConditionE) {
			others &^= ConditionF // a condition on how the sale is made, which may bind
		} else if f.Capacity == Estate {
			others &^= ConditionD // met where it is asked for, and not asked for elsewhere
		}
		if n > 0 && (r.answer != out.answer || r.answer != NotAvailable && others != 0) {
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

// tabled is the row of the table in force, with what the capacity of the
// seller and Rule 701 make of it.
func tabled(f Facts, x facet, sale calendar.Date, months int) row {
	restricted := f.Stock == Restricted || f.Capacity == Estate || f.Capacity == Pledgee || f.Capacity == Donee
	if !sale.Before(day(2008, time.February, 15)) {
		r := since2008(x, restricted, f.Security == Debt, months)
		r = heirsSince2008(f, x, r, months, sale)
		r = planSince2008(f, x, r, months)
		if x.former {
			r.conditions |= ConditionI
		}
		return r
	}
	hold, free := 12, 24
	if sale.Before(day(1997, time.April, 29)) {
		hold, free = 24, 36
	}
	r := before2008(x, restricted, months, hold, free)
	if f.Capacity == Estate && x.seller == outsider {
		r.conditions &^= ConditionF // MAN-06
	}
	return openBefore2008(f, x, r, months < hold)
}

// referenceVerdict is the reference under both conventions.
func referenceVerdict(f Facts, sale calendar.Date) Verdict {
	a, b := reference(f, sale, anniversary), reference(f, sale, conservative)
	return Verdict{Answer: a.answer, Conditions: a.conditions, Boundary: a != b}
}
