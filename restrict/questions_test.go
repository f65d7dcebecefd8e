package restrict

import (
	"math/rand/v2"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Every word of Facts, in every combination.
var (
	stocks       = []Stock{Restricted, Unrestricted}
	securities   = []Security{Equity, Debt}
	affiliations = []Affiliation{AffiliateNow, AffiliateFormer, AffiliateNever, AffiliateUnknown}
	reportings   = []Reporting{ReportingSubject, ReportingEnded, ReportingVoluntary, ReportingNone, ReportingUnknown}
	yesNos       = []law.YesNo{law.Yes, law.No, law.Unknown}
	shells       = []Shell{ShellNever, ShellNow, ShellFormer, ShellUnknown, ShellOfOperatingCompany, ShellStartUp}
	capacities   = []Capacity{"", Estate, Pledgee, Donee}
)

// walk lists the acquisition and the days around each anniversary and each
// version.
func walk(acquired calendar.Date) []calendar.Date {
	sales := []calendar.Date{acquired}
	for _, months := range []int{6, 12, 24, 36} {
		if months == 36 && acquired.Year() > 1997 {
			break
		}
		for d := -1; d <= 2; d++ {
			sales = append(sales, naive(acquired, months).AddDays(d))
		}
		sales = append(sales, naiveEnd(acquired, months, conservative))
	}
	for _, v := range []calendar.Date{day(1997, time.April, 29), day(2008, time.February, 15)} {
		if v.After(acquired) {
			sales = append(sales, v.AddDays(-1), v)
		}
	}
	return sales
}

// informed are the answers to Current, Public and Forms8K that differ in kind.
var informed = [][3]law.YesNo{
	{law.Yes, law.Yes, law.Yes}, {law.Yes, law.No, law.Yes}, {law.Yes, law.Yes, law.No}, {law.Yes, law.No, ""}, {law.No, law.Yes, law.Yes}, {law.No, law.No, ""}, {law.Unknown, law.No, law.Yes}, {law.Unknown, law.Unknown, law.Unknown},
}

// cures are former shells, in the ways in which they may have mended it: Form10, the
// months after the acquisition at which they filed it, and ShellReports.
var cures = []struct {
	form10  law.YesNo
	months  int
	reports law.YesNo
}{{law.Yes, -12, law.Yes}, {law.Yes, 0, law.Yes}, {law.Yes, -6, law.No}, {law.Yes, -6, law.Unknown}, {law.No, 0, law.Yes}, {law.Unknown, 0, law.Yes}, {law.Unknown, 0, law.No}}

// combinations are the facts about a seller, a security, an issuer and a shell
// in every combination of words.
func combinations(acquired calendar.Date) []Facts {
	var out []Facts
	for n := range len(stocks) * len(securities) * len(affiliations) * len(capacities) * len(reportings) * len(informed) * 2 {
		pick := func(of int) int { k := n % of; n /= of; return k }
		f := Facts{
			Acquired: acquired, Paid: acquired, Issued: acquired,
			Stock: stocks[pick(2)], Security: securities[pick(2)], Affiliate: affiliations[pick(4)], Capacity: capacities[pick(4)],
			Issuer: Issuer{Reporting: reportings[pick(5)]},
		}
		known := informed[pick(len(informed))]
		f.Issuer.Current, f.Issuer.Public, f.Issuer.Forms8K = known[0], known[1], known[2]
		f.Compensatory = pick(2) == 1
		if f.Compensatory && f.Stock == Unrestricted {
			continue
		}
		if f.Affiliate == AffiliateFormer {
			f.LastAffiliate = naive(acquired, 9)
		}
		if f.Issuer.Reporting == ReportingSubject || f.Issuer.Reporting == ReportingEnded {
			f.Issuer.ReportingSince = naive(acquired, 6).AddDays(-90)
		}
		if f.Issuer.Reporting == ReportingEnded {
			f.Issuer.ReportingUntil = naive(acquired, 12)
		}
		out = append(out, withShells(f)...)
	}
	return out
}

// withShells gives the facts every history of a shell.
func withShells(f Facts) []Facts {
	var out []Facts
	for _, shell := range shells {
		g := f
		g.Issuer.Shell = shell
		if shell != ShellNow && shell != ShellFormer {
			out = append(out, g)
			continue
		}
		g.Issuer.ShellSince = naive(f.Acquired, -30)
		g.Issued = f.Acquired.AddDays(-1)
		if shell == ShellNow {
			out = append(out, g)
		}
		for _, c := range cures {
			if shell == ShellNow {
				break
			}
			h := g
			h.Issuer.ShellUntil = naive(f.Acquired, min(c.months, 0))
			h.Issuer.Form10, h.Issuer.ShellReports = c.form10, c.reports
			if c.form10 == law.Yes {
				h.Issuer.Form10Filed = naive(f.Acquired, c.months)
			}
			out = append(out, h)
		}
		g.Issued = g.Issuer.ShellSince.AddDays(-1)
		if shell == ShellFormer {
			g.Issuer.ShellUntil = f.Acquired
		}
		out = append(out, g)
	}
	return out
}

// random makes facts in order, and a day of sale that fits them.
func random(r *rand.Rand) (Facts, calendar.Date) {
	origin := day(1990, time.April, 30)
	near := func(d calendar.Date, days int) calendar.Date { return d.AddDays(r.IntN(2*days+1) - days) }
	acquired := origin.AddDays(r.IntN(13500) - 800)
	f := Facts{
		Acquired: acquired, Paid: acquired, Stock: stocks[r.IntN(8)/7], Security: securities[r.IntN(2)],
		Affiliate: affiliations[r.IntN(4)], Capacity: capacities[max(0, r.IntN(7)-3)], Issuer: Issuer{
			Reporting: reportings[r.IntN(5)], Current: yesNos[r.IntN(3)], Public: yesNos[r.IntN(3)], Shell: shells[max(0, r.IntN(9)-3)],
		},
	}
	f.Issuer.Forms8K = []law.YesNo{law.Yes, law.Yes, law.Yes, law.No, law.Unknown, ""}[r.IntN(6)]
	f.Compensatory = f.Stock == Restricted && r.IntN(6) == 0
	if r.IntN(4) == 0 {
		f.Paid = near(acquired, 60)
	}
	start := acquired
	if f.Paid.After(start) {
		start = f.Paid
	}
	sale := near(naive(start, []int{0, 6, 12, 24, 36}[r.IntN(5)]), 5)
	if sale.Before(acquired) {
		sale = acquired
	}
	if sale.Before(origin) {
		sale = origin
	}
	if f.Affiliate == AffiliateFormer {
		f.LastAffiliate = sale.AddDays(-[]int{r.IntN(400), 87 + r.IntN(8)}[r.IntN(2)])
	}
	if f.Issuer.Reporting == ReportingSubject || f.Issuer.Reporting == ReportingEnded {
		f.Issuer.ReportingSince = near(sale, 95)
		if r.IntN(2) == 0 {
			f.Issuer.ReportingSince = sale.AddDays(-88 - r.IntN(5))
		}
	}
	if f.Issuer.Reporting == ReportingEnded {
		f.Issuer.ReportingUntil = f.Issuer.ReportingSince.AddDays(r.IntN(200))
	}
	if f.Issuer.Shell == ShellNow || f.Issuer.Shell == ShellFormer {
		f.Issued = acquired.AddDays(-r.IntN(3))
		f.Issuer.ShellSince = acquired.AddDays(-r.IntN(3))
	}
	if f.Issuer.Shell == ShellFormer {
		cured(r, &f, sale)
	}
	return f, sale
}

// cured lets a shell cease to be one by the day of the sale.
func cured(r *rand.Rand, f *Facts, sale calendar.Date) {
	i := &f.Issuer
	if r.IntN(3) > 0 { // long ago, so that the year can be over
		i.ShellSince = naive(sale, -20).AddDays(-r.IntN(3))
		f.Issued = i.ShellSince.AddDays(r.IntN(4) - 1)
	}
	i.ShellUntil = i.ShellSince.AddDays(r.IntN(sale.Sub(i.ShellSince)/2 + 1))
	i.Form10, i.ShellReports = yesNos[r.IntN(3)], yesNos[max(0, r.IntN(5)-2)]
	if i.Form10 == law.Yes {
		i.Form10Filed = i.ShellUntil.AddDays(r.IntN(sale.Sub(i.ShellUntil) + 1))
		if d := naive(sale, -12).AddDays(r.IntN(5) - 2); !d.Before(i.ShellUntil) && !d.After(sale) {
			i.Form10Filed = d
		}
	}
	if f.Issued.After(f.Acquired) {
		f.Issued = f.Acquired
	}
}
