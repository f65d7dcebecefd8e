package restrict

import (
	"math/rand/v2"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// Every word of Facts, in every combination.
var (
	stocks       = []Stock{Restricted, Unrestricted}
	securities   = []Security{Equity, Debt}
	affiliations = []Affiliation{AffiliateNow, AffiliateFormer, AffiliateNever, AffiliateUnknown}
	reportings   = []Reporting{ReportingSubject, ReportingEnded, ReportingVoluntary, ReportingNone, ReportingUnknown}
	yesNos       = []YesNo{Yes, No, Unknown}
	shells       = []Shell{ShellNever, ShellNow, ShellFormer, ShellUnknown}
)

// walk lists the acquisition and the days around each anniversary and each
// version.
func walk(acquired calendar.Date) []calendar.Date {
	sales := []calendar.Date{acquired}
	for _, months := range []int{6, 12, 24} {
		for d := -1; d <= 2; d++ {
			sales = append(sales, naive(acquired, months).AddDays(d))
		}
		sales = append(sales, naiveEnd(acquired, months, conservative))
	}
	if v := day(2008, time.February, 15); v.After(acquired) {
		sales = append(sales, v.AddDays(-1), v)
	}
	return sales
}

func combinations(acquired calendar.Date) []Facts {
	var out []Facts
	for n := range len(stocks) * len(securities) * len(affiliations) * len(reportings) * 9 * len(shells) * 2 {
		pick := func(of int) int { k := n % of; n /= of; return k }
		f := Facts{
			Acquired: acquired, Paid: acquired, Issued: acquired,
			Stock: stocks[pick(2)], Security: securities[pick(2)], Affiliate: affiliations[pick(4)],
			Issuer: Issuer{
				Reporting: reportings[pick(5)], Current: yesNos[pick(3)], Public: yesNos[pick(3)], Shell: shells[pick(4)],
			},
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
		later := pick(2)
		if f.Issuer.Shell == ShellNow || f.Issuer.Shell == ShellFormer {
			f.Issuer.ShellSince = acquired.AddDays(-later)
			f.Issued = acquired.AddDays(-1)
		} else if later == 1 {
			continue
		}
		out = append(out, f)
	}
	return out
}

// random makes facts in order, and a day of sale that fits them.
func random(r *rand.Rand) (Facts, calendar.Date) {
	origin := day(1997, time.April, 29)
	near := func(d calendar.Date, days int) calendar.Date { return d.AddDays(r.IntN(2*days+1) - days) }
	acquired := origin.AddDays(r.IntN(11000) - 800)
	f := Facts{
		Acquired: acquired, Paid: acquired, Stock: stocks[r.IntN(8)/7], Security: securities[r.IntN(2)],
		Affiliate: affiliations[r.IntN(4)], Issuer: Issuer{
			Reporting: reportings[r.IntN(5)], Current: yesNos[r.IntN(3)], Public: yesNos[r.IntN(3)], Shell: shells[max(0, r.IntN(7)-3)],
		},
	}
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
	return f, sale
}
