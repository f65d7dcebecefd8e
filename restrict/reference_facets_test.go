package restrict

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// facets lists the ways in which the facts may stand.
func facets(f Facts, sale calendar.Date, c convention, modern bool) []facet {
	var out []facet
	for _, seller := range sellers(f, sale, modern) {
		for _, issuer := range duties(f, sale, c) {
			for _, shell := range gates(f, issuer, modern) {
				for _, current := range truths(f.Issuer.Current) {
					for _, public := range truths(f.Issuer.Public) {
						out = append(out, facet{seller, issuer, shell, current, public})
					}
				}
			}
		}
	}
	return out
}

func truths(y YesNo) []bool {
	switch y {
	case Yes:
		return []bool{true}
	case No:
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

func gates(f Facts, issuer duty, modern bool) []gate {
	switch f.Issuer.Shell {
	case ShellNever:
		return []gate{passed}
	case ShellUnknown:
		return []gate{passed, shut, ajar}
	case ShellNow, ShellFormer:
	}
	switch {
	case f.Issued.Before(f.Issuer.ShellSince):
		return []gate{passed}
	case !modern:
		return []gate{ajar}
	case f.Issuer.Shell == ShellNow, issuer == bound:
		return []gate{shut}
	}
	return []gate{ajar}
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
	months := 0
	for months < 30 && !sale.Before(naiveEnd(start, months+1, c)) {
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
