package restrict

import (
	"strconv"
	"sync"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// terms145 are the numbers of one version of Rule 145(c) and (d).
type terms145 struct {
	// shellsOnly is true if only transactions with a shell company count, and
	// the issuer must keep to Rule 144(i)(2).
	shellsOnly bool
	// limited is the days after which anyone may sell within the limits of Rule
	// 144. Zero if there is no time to wait.
	limited int
	// informed and free are the months after which a seller clear of
	// affiliation may sell with current information, and without.
	informed, free int
	// clear is the months without affiliation that this takes.
	clear int
	// atSale is true if it was not read whether the informed way takes these
	// months, or only that the seller is no affiliate on the day of the sale.
	atSale bool
}

//nolint:gochecknoglobals // the memo of a pure function
var rule145Eras = sync.OnceValue(buildRule145Eras)

func buildRule145Eras() *[3]calendar.Era[terms145] {
	const older = "known from agreements that restate (d)(1) to (3) alone"
	return &[3]calendar.Era[terms145]{
		{
			From:  firstSale(),
			Value: terms145{informed: 24, free: 36, clear: 3, atSale: true},
			Authority: law.Citation{
				Cite: "former 17 CFR 230.145(d)", Title: "Rule 145 before April 29, 1997",
				Doubt: "inferred from the text since 1997, not read",
			},
		},
		{
			From:  calendar.MustDate(1997, 4, 29),
			Value: terms145{informed: 12, free: 24, clear: 3, atSale: true},
			Authority: law.Citation{
				Cite: "former 17 CFR 230.145(d)", Title: "Rule 145 as amended beside Rule 144, Release 33-7390", Doubt: older,
			},
		},
		{
			From:  calendar.MustDate(2008, 2, 15),
			Value: terms145{shellsOnly: true, limited: 90, informed: 6, free: 12, clear: 3},
			Authority: law.Citation{
				Cite: "17 CFR 230.145(c), (d)", Title: "Rule 145 as amended by Release 33-8869",
			},
		},
	}
}

// The codes of the steps in Rule145Finding.Why.
const (
	codeMergerUnneeded     law.Code = "145.unneeded"
	codeMergerShellUnknown law.Code = "145.shell.unknown"
	codeMergerGate         law.Code = "145.gate"
	codeMergerSeller       law.Code = "145.seller"

	codeMergerRoute  law.Code = "145.route"
	codeMergerUnread law.Code = "145.route.unknown"
)

// rule145Codes is the part of the catalog above.
func rule145Codes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeMergerUnneeded, Text: "No party is deemed an underwriter."},
		{Code: codeMergerShellUnknown, Text: "Whether a party to the transaction was a shell company was not given."},
		{Code: codeMergerGate, Text: "The issuer must satisfy Rule 144(i)(2)."},
		{Code: codeMergerSeller, Text: "The relation of the seller to the issuer."},

		{Code: codeMergerRoute, Text: "Whether one of the ways of paragraph (d) is available."},
		{Code: codeMergerUnread, Text: "The text of an earlier way of paragraph (d) was not read."},
	}
}

// all145 is yes if every term is met, and no if one is not.
func all145(terms ...law.YesNo) law.YesNo {
	out := law.Yes
	for _, term := range terms {
		switch {
		case term == law.No:
			return law.No
		case term != law.Yes:
			out = law.Unknown
		}
	}
	return out
}

func yes145(b bool) law.YesNo {
	if b {
		return law.Yes
	}
	return law.No
}

// resale is how every way stands, and the freest that is open.
func (f *Rule145Facts) resale(t *terms145, sale calendar.Date, by convention) (Answer, RouteName, []Route) {
	if t.shellsOnly && f.ShellParty == law.No {
		return NotNeeded, "", nil
	}
	cured := law.Yes
	if t.shellsOnly {
		cured = f.Cured
	}
	outsider := f.outsider(t, sale)
	months := func(n int) Dates {
		return Dates{periodEnd(f.Acquired, n, anniversary), periodEnd(f.Acquired, n, conservative)}
	}
	passed := func(d Dates) law.YesNo {
		if by == conservative {
			return yes145(reached(sale, d.Conservative))
		}
		return yes145(reached(sale, d.Anniversary))
	}
	limited := Route{Name: RouteLimited, From: Dates{f.Acquired, f.Acquired}, Conditions: ConditionC | ConditionE | ConditionF}
	if t.limited > 0 {
		limited.From = Dates{f.Acquired.AddDays(t.limited), f.Acquired.AddDays(t.limited + 1)}
	}
	limited.Open = all145(cured, passed(limited.From), f.Current)
	informed := Route{Name: RouteInformed, From: months(t.informed), Conditions: ConditionC}
	apart := outsider
	if t.atSale && outsider == law.No && f.LastAffiliate.Before(sale) && f.Affiliate == AffiliateFormer {
		apart = law.Unknown
	}
	informed.Open = all145(cured, apart, passed(informed.From), f.Current)
	free := Route{Name: RouteFree, From: months(t.free)}
	free.Open = all145(cured, outsider, passed(free.From))
	routes := []Route{limited, informed, free}
	answer := NotAvailable
	if t.shellsOnly && f.ShellParty != law.Yes {
		answer = Undecided // without a shell, no way is needed
	}
	for i := len(routes) - 1; i >= 0; i-- {
		switch routes[i].Open {
		case law.Yes:
			return Available, routes[i].Name, routes
		case law.Unknown:
			answer = Undecided
		case law.No:
		}
	}
	return answer, "", routes
}

// outsider tells whether the seller is clear of affiliation.
func (f *Rule145Facts) outsider(t *terms145, sale calendar.Date) law.YesNo {
	switch f.Affiliate {
	case AffiliateNever:
		return law.Yes
	case AffiliateNow:
		return law.No
	case AffiliateFormer:
		return yes145(reached(sale, affiliateCleared(f.LastAffiliate, t.clear)))
	default:
		return law.Unknown
	}
}

func (f *Rule145Facts) explain(out *Rule145Finding, era *calendar.Era[terms145]) {
	say := func(code law.Code, text string) {
		out.Why = append(out.Why, law.Reason{Code: code, Text: text, Authority: era.Authority})
	}
	t := &era.Value
	if out.Answer == NotNeeded {
		say(codeMergerUnneeded, "No party to the transaction was a shell company, and since February 15, 2008 "+
			"no one else is deemed an underwriter.")
		return
	}
	if t.shellsOnly {
		if f.ShellParty != law.Yes {
			say(codeMergerShellUnknown, "Whether a party to the transaction was a shell company is unknown; "+
				"the steps below suppose that one was.")
		}
		say(codeMergerGate, "Whether the issuer keeps to Rule 144(i)(2), without which no way is open: "+string(f.Cured)+".")
	}
	say(codeMergerSeller, "Whether the seller is no affiliate of the issuer and has been none for "+span(t.clear)+": "+
		string(f.outsider(t, out.Sale))+".")
	for _, r := range out.Routes {
		if r.Name == RouteLimited && t.limited == 0 {
			say(codeMergerRoute, "The limited way has no time to wait for, and binds to the conditions "+r.Conditions.String()+
				". Open: "+string(r.Open)+".")
			continue
		}
		say(codeMergerRoute, "The "+string(r.Name)+" way asks for "+t.time(r.Name)+" since "+f.Acquired.Long()+", over on "+
			r.From.Anniversary.Long()+" or conservatively on "+r.From.Conservative.Long()+", and binds to the conditions "+
			r.Conditions.String()+". Open: "+string(r.Open)+".")
	}
	if t.atSale {
		say(codeMergerUnread, "Whether the informed way asked for "+span(t.clear)+" without affiliation, or only that the seller be no "+
			"affiliate on the day of the sale, was not read; it is unknown where the two differ.")
	}
}

// time is what a way asks for, in words.
func (t *terms145) time(name RouteName) string {
	switch name {
	case RouteLimited:
		return strconv.Itoa(t.limited) + " days"
	case RouteInformed:
		return span(t.informed)
	default:
		return span(t.free)
	}
}
