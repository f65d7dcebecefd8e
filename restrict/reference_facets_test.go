package restrict

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// facets lists the ways in which the facts may stand.
func facets(f Facts, sale calendar.Date, c convention) []facet {
	modern := !sale.Before(day(2008, time.February, 15))
	var out []facet
	for _, seller := range sellers(f, sale, modern) {
		for _, issuer := range duties(f, sale, c) {
			for _, shell := range gates(f, issuer, sale, c) {
				for _, current := range reported(f, modern) {
					for _, public := range truths(f.Issuer.Public) {
						out = append(out, facet{seller, issuer, shell, former(f, shell), current, public})
					}
				}
			}
		}
	}
	return out
}

// reported lists the ways in which (c)(1) may stand. Before 2008 it turns on the
// Forms 8-K as well, whose text was not read: without them it is open.
func reported(f Facts, modern bool) []bool {
	if !modern && f.Issuer.Current == law.Yes && f.Issuer.Forms8K != law.Yes {
		return truths(law.Unknown)
	}
	return truths(f.Issuer.Current)
}

// former reports whether the stock is that of a shell or a former one. Of an
// issuer that may be one, all but the gate that is passed is.
func former(f Facts, shell gate) bool {
	switch f.Issuer.Shell {
	case ShellNow, ShellFormer:
		return !f.Issued.Before(f.Issuer.ShellSince)
	case ShellUnknown, ShellStartUp:
		return shell != passed
	default:
		return false
	}
}

func truths(y law.YesNo) []bool {
	switch y {
	case law.Yes:
		return []bool{true}
	case law.No:
		return []bool{false}
	default:
		return []bool{true, false}
	}
}

func sellers(f Facts, sale calendar.Date, modern bool) []class {
	switch f.Affiliate {
	case AffiliateNow:
		return []class{affiliate}
	case AffiliateNever:
		return []class{outsider}
	case AffiliateUnknown:
		if modern {
			return []class{affiliate, between, outsider}
		}
		return []class{affiliate, outsider}
	case AffiliateFormer:
	}
	inThreeMonths := sale.Before(naive(f.LastAffiliate.AddDays(1), 3))
	inNinetyDays := f.LastAffiliate.Sub(sale) >= -90
	switch {
	case !modern && inThreeMonths, modern && inNinetyDays:
		return []class{affiliate}
	case modern && inThreeMonths:
		return []class{between}
	}
	return []class{outsider}
}

func duties(f Facts, sale calendar.Date, c convention) []duty {
	i := f.Issuer
	switch i.Reporting {
	case ReportingNone, ReportingVoluntary:
		return []duty{bound}
	case ReportingUnknown:
		return []duty{seasoned, fresh, bound}
	case ReportingSubject, ReportingEnded:
	}
	days := 90
	if c == conservative {
		days = 91
	}
	switch {
	case sale.Before(i.ReportingSince), !i.ReportingUntil.IsZero() && i.ReportingUntil.Before(sale):
		return []duty{bound}
	case sale.Sub(i.ReportingSince) >= days:
		return []duty{seasoned}
	}
	return []duty{fresh}
}

func gates(f Facts, issuer duty, sale calendar.Date, c convention) []gate {
	i := f.Issuer
	switch i.Shell {
	case ShellNever, ShellOfOperatingCompany:
		return []gate{passed}
	case ShellUnknown, ShellStartUp:
		return []gate{passed, shut, ajar}
	case ShellNow, ShellFormer:
	}
	switch {
	case f.Issued.Before(i.ShellSince):
		return []gate{passed}
	case sale.Before(day(2008, time.February, 15)):
		return []gate{ajar}
	case i.Shell == ShellNow, !i.ShellUntil.Before(sale), issuer == bound:
		return []gate{shut}
	case i.Form10 == law.No, i.ShellReports == law.No:
		return []gate{shut}
	case i.Form10 == law.Yes && (sale.Before(i.Form10Filed) || sale.Before(naiveEnd(i.Form10Filed, 12, c))):
		return []gate{shut}
	case i.Form10 == law.Unknown, i.ShellReports == law.Unknown:
		return []gate{ajar}
	}
	return []gate{passed}
}

// heirsSince2008 are the rows of estates and pledgees, and what there is no row
// for: pledgees before C&DI 532.01 was revised. A donee has none, as (d)(3)(v)
// counts from the donor's day.
func heirsSince2008(f Facts, x facet, r row, months int, sale calendar.Date) row {
	asked := f.Capacity == Estate || f.Capacity == Pledgee && f.Stock == Unrestricted
	relieved := asked && (f.Capacity == Estate || !sale.Before(day(2013, time.May, 16)))
	switch {
	case !asked, x.seller == affiliate:
		return r
	case x.issuer == seasoned && months >= 6, months >= 12:
		return r
	case f.Capacity == Estate && relieved && x.issuer != seasoned: // (b)(1)(ii) asks for (d) alone, and (d)(3)(vii) for nothing
		r = row{Available, 0}
	case relieved && x.issuer == seasoned:
		r.conditions = ConditionC
		r.answer = NotAvailable
		if x.current {
			r.answer = Available
		}
	case x.issuer == seasoned && !x.current: // (c) would bind the pledgee even without a period
		r.answer = NotAvailable
	default:
		r.answer = Undecided
	}
	if x.seller == between {
		r.answer = NotAvailable
	}
	return r
}

// planSince2008 is Rule 701(g)(3).
func planSince2008(f Facts, x facet, r row, months int) row {
	switch {
	case !f.Compensatory, x.issuer != seasoned:
	case x.seller == affiliate:
		if months < 6 {
			r.conditions &^= ConditionD
			if x.current {
				r.answer = Available
			}
		}
	default:
		r = row{Available, ConditionD}
		if months < 6 {
			r.conditions = 0
		}
		if x.seller == between {
			r.answer = NotAvailable
		}
	}
	return r
}

// openBefore2008 leaves open what the same reliefs did under older texts.
func openBefore2008(f Facts, x facet, r row, short bool) row {
	informed := x.issuer == seasoned && x.current || x.issuer == bound && x.public
	asked := f.Capacity == Estate || f.Capacity == Pledgee && f.Stock == Unrestricted
	switch {
	case r.answer != NotAvailable:
	case f.Compensatory && x.issuer == seasoned && (x.seller == outsider || short && x.current):
		r.answer = Undecided
	case asked && short && x.seller == outsider && informed:
		r.answer = Undecided
	}
	return r
}

// referenceMonths counts the months that have come, one by one.
func referenceMonths(f Facts, sale calendar.Date, c convention) int {
	start := f.Acquired
	if start.Before(f.Paid) {
		start = f.Paid
	}
	if start.IsZero() || sale.Before(f.Paid) {
		return 0
	}
	months := max(0, (sale.Sub(start)-40)/31) // surely as many
	for months < 40 && !sale.Before(naiveEnd(start, months+1, c)) {
		months++
	}
	return months
}

// naive is the same-numbered day some months on, or the last day of a shorter
// month, by package time.
func naive(start calendar.Date, months int) calendar.Date {
	y, m, d := start.Civil()
	if last := time.Date(y, m+time.Month(months)+1, 0, 0, 0, 0, 0, time.UTC); d >= last.Day() {
		return calendar.DateOf(last)
	}
	return calendar.DateOf(time.Date(y, m+time.Month(months), d, 0, 0, 0, 0, time.UTC))
}

func naiveEnd(start calendar.Date, months int, c convention) calendar.Date {
	if c == anniversary {
		return naive(start, months)
	}
	y, m, d := start.Civil()
	if time.Date(y, m, d+1, 0, 0, 0, 0, time.UTC).Day() == 1 { // from last day to last day
		return calendar.DateOf(time.Date(y, m+time.Month(months)+1, 1, 0, 0, 0, 0, time.UTC))
	}
	return naive(start, months).AddDays(1)
}
