package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Rule145Facts describes securities that a party to a merger, an exchange of
// securities or a transfer of assets, or an affiliate of such a party, acquired
// in that transaction, registered under the Securities Act, as Rule 145(c) and (d) ask about their resale. Words
// such as Affiliate tell how things stand on the day of the sale.
//
// The zero Rule145Facts states nothing and is refused.
type Rule145Facts struct {
	// Acquired is the day on which the securities were acquired in the
	// transaction. Required.
	Acquired calendar.Date `json:"acquired,omitzero"`
	// ShellParty tells whether a party to the transaction was a shell company,
	// other than a business combination related one. Required.
	ShellParty law.YesNo `json:"shell_party"`
	// Cured tells whether the issuer keeps to Rule 144(i)(2) on the day of the
	// sale: no shell any more, reporting, all its reports filed, and a year
	// since its Form 10 information. Required unless ShellParty is no.
	Cured law.YesNo `json:"cured,omitempty"`
	// Current tells whether the information about the issuer meets Rule 144(c)
	// on the day of the sale. Required.
	Current law.YesNo `json:"current"`
	// Affiliate is the seller's relation to the issuer. Required.
	Affiliate Affiliation `json:"affiliate"`
	// LastAffiliate is the last day on which a former affiliate was one.
	// Required if Affiliate is former, and refused otherwise.
	LastAffiliate calendar.Date `json:"last_affiliate,omitzero"`
}

// RouteName names a way out of the underwriter's status of Rule 145(c). The
// zero RouteName names none.
type RouteName string

const (
	// RouteLimited is open to whoever keeps to Rule 144(c), (e), (f) and (g).
	RouteLimited RouteName = "limited"
	// RouteInformed is open to a seller clear of affiliation about whose issuer
	// current information is public.
	RouteInformed RouteName = "informed"
	// RouteFree is open to a seller clear of affiliation.
	RouteFree RouteName = "free"
)

func (RouteName) all() []RouteName {
	return []RouteName{RouteLimited, RouteInformed, RouteFree}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (r *RouteName) UnmarshalText(text []byte) error {
	return law.ReadWord(r, text, r.all()...)
}

// Route is how one of the ways stands on the day of the sale.
type Route struct {
	// Name is which way.
	Name RouteName `json:"name"`
	// From is the first day on which the time it asks for has passed, both
	// conventions of counting; the day of the acquisition if it asks for none.
	From Dates `json:"from,omitzero"`
	// Conditions are those of Rule 144 that bind on it; (f) stands for (f) as
	// (g) explains it.
	Conditions Conditions `json:"conditions"`
	// Open is yes if all its terms are met, counted to the anniversary. It is
	// unknown, too, where a term was not read and it turns on that.
	Open law.YesNo `json:"open"`
}

// Rule145Finding is the answer about one sale.
//
// The zero Rule145Finding is no answer and appears only beside an error.
type Rule145Finding struct {
	// Answer is available if some way is open, and not needed if the rule does
	// not make an underwriter of the seller.
	Answer Answer `json:"answer"`
	// Route is the freest way that is open; empty if none is.
	Route RouteName `json:"route,omitempty"`
	// Conditions are those that bind on Route.
	Conditions Conditions `json:"conditions"`
	// Boundary is true if the conservative convention gives another answer or
	// another way on that day.
	Boundary bool `json:"boundary,omitempty"`
	// Routes are all the ways of the version in force.
	Routes []Route `json:"routes,omitempty"`
	// Sale is the day of the sale, which selects the version of the rule.
	Sale calendar.Date `json:"sale"`
	// Version is the first day of the version in force then.
	Version calendar.Date `json:"version"`
	// Method names the rule.
	Method string `json:"method"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// Rule145 tells whether securities acquired in a transaction of Rule 145(a)
// may be resold on that day without the seller being deemed an underwriter.
// Since 2008-02-15 the question arises only where a party was a shell company.
// The texts before were not read, and every reason of theirs says so.
//
// The error is [law.Faults]: missing facts, a sale before 1990-04-30
// ([law.ErrUnsupported]), and days that contradict each other.
func Rule145(f Rule145Facts, sale calendar.Date) (Rule145Finding, error) {
	eras := rule145Eras()
	if err := f.check(sale, eras[0].From); err != nil {
		return Rule145Finding{}, err
	}
	era := &eras[0]
	for i := range eras {
		if !eras[i].From.After(sale) {
			era = &eras[i]
		}
	}
	out := Rule145Finding{Sale: sale, Version: era.From, Method: "17 CFR 230.145(c), (d)"}
	out.Answer, out.Route, out.Routes = f.resale(&era.Value, sale, anniversary)
	answer, route, _ := f.resale(&era.Value, sale, conservative)
	out.Boundary = answer != out.Answer || route != out.Route
	for _, r := range out.Routes {
		if r.Name == out.Route {
			out.Conditions = r.Conditions
		}
	}
	f.explain(&out, era)
	return out, nil
}

func (f *Rule145Facts) check(sale, first calendar.Date) error {
	var fs law.Faults
	required(&fs, "acquired", f.Acquired)
	checkAnswer(f.ShellParty, &fs, "shell_party", true)
	checkAnswer(f.Cured, &fs, "cured", f.ShellParty != law.No)
	checkAnswer(f.Current, &fs, "current", true)
	switch {
	case !f.Affiliate.known():
		f.Affiliate.check(&fs, "affiliate")
	case f.Affiliate == AffiliateFormer:
		required(&fs, "last_affiliate", f.LastAffiliate)
	default:
		refused(&fs, "last_affiliate", f.LastAffiliate, "affiliate", string(f.Affiliate))
	}
	switch {
	case sale.IsZero():
		fs.Missing("sale")
		return fs
	case sale.Before(first):
		fs.Add(law.ErrUnsupported, "sale", sale.String(), "is before %s, the first sale whose law is held", first)
	}
	if sale.Before(f.Acquired) {
		fs.Add(law.ErrConflict, "sale", sale.String(), "is before the acquisition on %s", f.Acquired)
	}
	if f.LastAffiliate.After(sale) {
		fs.Add(law.ErrConflict, "last_affiliate", f.LastAffiliate.String(), "is after the sale on %s", sale)
	}
	return fs.Err()
}
