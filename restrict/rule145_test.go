package restrict

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// reference145 is the table in plain words, with unknown facts tried both ways.
func reference145(f Rule145Facts, sale calendar.Date, c convention) (Answer, RouteName) {
	modern := !sale.Before(day(2008, time.February, 15))
	informedAfter, freeAfter := 6, 12
	switch {
	case sale.Before(day(1997, time.April, 29)):
		informedAfter, freeAfter = 24, 36
	case !modern:
		informedAfter, freeAfter = 12, 24
	}
	routes := map[RouteName]bool{}
	n := 0
	for _, shell := range truths(f.ShellParty) {
		for _, cured := range truths(f.Cured) {
			for _, current := range truths(f.Current) {
				for _, outside := range clears(f, sale) {
					for _, whole := range []bool{true, false} { // the one-year way's test of affiliation: three months, or the day alone
						route, apart := RouteName(""), outside
						if !modern && !whole && f.Affiliate == AffiliateFormer {
							apart = f.LastAffiliate.Before(sale)
						}
						aged := sale.Sub(f.Acquired) >= 90 && (c == anniversary || sale.Sub(f.Acquired) >= 91)
						switch {
						case modern && !shell:
							route = "unneeded"
						case modern && !cured:
						case outside && !sale.Before(naiveEnd(f.Acquired, freeAfter, c)):
							route = RouteFree
						case apart && current && !sale.Before(naiveEnd(f.Acquired, informedAfter, c)):
							route = RouteInformed
						case modern && aged && current, !modern && current: // no wait before 2008
							route = RouteLimited
						}
						routes[route] = true
						n++
					}
				}
			}
		}
	}
	switch {
	case n > 0 && len(routes) == 1 && routes["unneeded"]:
		return NotNeeded, ""
	case len(routes) == 1 && routes[""]:
		return NotAvailable, ""
	case routes[""]:
		return Undecided, ""
	}
	// Some way is open however the facts turn out: the strictest that serves
	// them all.
	for _, r := range []RouteName{RouteLimited, RouteInformed, RouteFree} {
		if routes[r] {
			return Available, r
		}
	}
	return NotNeeded, ""
}

func clears(f Rule145Facts, sale calendar.Date) []bool {
	switch f.Affiliate {
	case AffiliateNever:
		return []bool{true}
	case AffiliateNow:
		return []bool{false}
	case AffiliateFormer:
		return []bool{!sale.Before(naive(f.LastAffiliate.AddDays(1), 3))}
	case AffiliateUnknown:
	}
	return []bool{true, false}
}

func random145(r *rand.Rand) (Rule145Facts, calendar.Date) {
	acquired := day(1990, 4, 30).AddDays(r.IntN(13000))
	f := Rule145Facts{
		Acquired: acquired, ShellParty: yesNos[max(0, r.IntN(5)-2)], Cured: yesNos[max(0, r.IntN(5)-2)], Current: yesNos[r.IntN(3)],
		Affiliate: affiliations[r.IntN(4)],
	}
	sale := naive(acquired, []int{0, 3, 6, 12, 24, 36}[r.IntN(6)]).AddDays(r.IntN(7) - 3)
	if sale.Before(acquired) {
		sale = acquired
	}
	if f.Affiliate == AffiliateFormer {
		f.LastAffiliate = sale.AddDays(-85 - r.IntN(12))
	}
	return f, sale
}

func TestRule145(t *testing.T) {
	r := rand.New(rand.NewPCG(145, 2))
	seen := map[string]int{}
	for range 20_000 {
		f, sale := random145(r)
		got, err := Rule145(f, sale)
		if err != nil {
			t.Fatal(err)
		}
		answer, route := reference145(f, sale, anniversary)
		if got.Answer != answer {
			t.Fatalf("Rule145(%+v, %s) = %s %q, want %s %q\n%s", f, sale, got.Answer, got.Route, answer, route, got.Why)
		}
		if got.Route != route {
			t.Fatalf("Rule145(%+v, %s) = %s by %q, want %q", f, sale, got.Answer, got.Route, route)
		}
		other, otherRoute := reference145(f, sale, conservative)
		if got.Boundary != (other != answer || otherRoute != route) {
			t.Fatalf("Rule145(%+v, %s) boundary %v; conservatively %s %q", f, sale, got.Boundary, other, otherRoute)
		}
		if got.Why.Has(codeMergerUnneeded) != (got.Answer == NotNeeded) ||
			got.Why.Has(codeMergerShellUnknown) != (f.ShellParty != law.Yes && f.ShellParty != law.No && got.Version == day(2008, time.February, 15)) {
			t.Fatalf("Rule145(%+v, %s): %s", f, sale, got.Why)
		}
		for _, reason := range got.Why {
			// The text since 2008 was read, and those before were not.
			if (reason.Authority.Doubt == "") != (got.Version == day(2008, time.February, 15)) {
				t.Fatalf("the doubt of %s", reason)
			}
		}
		seen[fmt.Sprint(got.Answer, got.Route)]++
	}
	if len(seen) != 6 {
		t.Errorf("outcomes %v, want six kinds", seen)
	}
}

// TestRule145Former: a seller within the limits of Rule 144 had no time to wait
// under the text of 1997 to 2008, and so it is inferred of the one before:
// agreements of the time with affiliates of a party to a merger restate (d)(1) as
// open at once. Whether the way of one year asked for three months without
// affiliation, as (d)(3) did, or for none on the day of the sale was not read.
func TestRule145Former(t *testing.T) {
	acquired := day(2003, time.January, 15)
	for _, tt := range []struct {
		name      string
		acquired  calendar.Date
		affiliate Affiliation
		last      calendar.Date
		current   law.YesNo
		sale      calendar.Date
		answer    Answer
		route     RouteName
		informed  law.YesNo
	}{
		{"an affiliate after nineteen days", acquired, AffiliateNow, calendar.Date{}, law.Yes, day(2003, time.February, 3), Available, RouteLimited, law.No},
		{"on the day itself", acquired, AffiliateNever, calendar.Date{}, law.Yes, acquired, Available, RouteLimited, law.No},
		{"without current information", acquired, AffiliateNow, calendar.Date{}, law.No, day(2003, time.February, 3), NotAvailable, "", law.No},
		{"information unknown", acquired, AffiliateNow, calendar.Date{}, law.Unknown, day(2003, time.February, 3), Undecided, "", law.No},
		{
			"the text before, by inference", day(1996, time.January, 15), AffiliateNow,
			calendar.Date{},
			law.Yes,
			day(1996, time.February, 5), Available, RouteLimited, law.No,
		},
		{
			"a year over, clear for ten days", acquired, AffiliateFormer, day(2004, time.January, 10), law.Yes, day(2004, time.January, 20),
			Available, RouteLimited, law.Unknown,
		},
		{
			"a year over, an affiliate on the day", acquired, AffiliateFormer, day(2004, time.January, 20), law.Yes, day(2004, time.January, 20),
			Available, RouteLimited, law.No,
		},
		{
			"a year over, clear for three months", acquired, AffiliateFormer, day(2004, time.January, 10), law.Yes, day(2004, time.April, 11),
			Available, RouteInformed, law.Yes,
		},
		{
			"a year over, clear for ten days, information unknown", acquired, AffiliateFormer, day(2004, time.January, 10), law.Unknown,
			day(2004, time.January, 20), Undecided, "", law.Unknown,
		},
		{
			"a shell, clear for ten days, since 2008", day(2009, time.January, 15), AffiliateFormer, day(2010, time.January, 5), law.Yes,
			day(2010, time.January, 15), Available, RouteLimited, law.No,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Rule145(Rule145Facts{
				Acquired: tt.acquired, ShellParty: law.Yes, Cured: law.Yes, Current: tt.current, Affiliate: tt.affiliate, LastAffiliate: tt.last,
			}, tt.sale)
			if err != nil {
				t.Fatal(err)
			}
			if got.Answer != tt.answer || got.Route != tt.route || got.Routes[1].Open != tt.informed || got.Boundary {
				t.Errorf("%s by %q, informed %s, boundary %t\n%s", got.Answer, got.Route, got.Routes[1].Open, got.Boundary, got.Why)
			}
			if former := got.Version.Year() < 2008; former && (got.Routes[0].From != Dates{tt.acquired, tt.acquired} || !got.Why.Has(codeMergerUnread)) {
				t.Errorf("limited from %s\n%s", got.Routes[0].From, got.Why)
			}
			if got.Route == RouteLimited && got.Conditions != ConditionC|ConditionE|ConditionF {
				t.Error(got.Conditions)
			}
		})
	}
	waits := map[calendar.Date]bool{}
	for _, p := range Law() {
		if p.Key == "145(c), (d)" && strings.HasPrefix(p.Subject, "any seller within") {
			waits[p.From] = p.Value == "no time" && strings.Contains(p.Authority.Doubt, "inferred") == (p.From == day(1990, time.April, 30))
		}
	}
	if len(waits) != 3 || !waits[day(1990, time.April, 30)] || !waits[day(1997, time.April, 29)] {
		t.Errorf("%v", waits)
	}
}

func TestRule145RoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		f, sale := random145(r)
		got, err := Rule145(f, sale)
		if err != nil {
			t.Fatal(err)
		}
		roundTrip(t, f)
		roundTrip(t, got)
	}
}

func TestRule145Refuses(t *testing.T) {
	_, err := Rule145(Rule145Facts{}, calendar.Date{})
	want := []string{
		"acquired: missing", "affiliate: missing", "cured: missing", "current: missing", "sale: missing", "shell_party: missing",
	}
	if got := faultsOf(t, err); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	f := Rule145Facts{
		Acquired: day(1991, 1, 1), ShellParty: law.No, Current: law.Yes, Affiliate: AffiliateFormer, LastAffiliate: day(1990, 4, 30),
	}
	got, err := Rule145(f, day(1990, 4, 29))
	if faults := faultsOf(t, err); !slices.Equal(faults, []string{"last_affiliate: conflict", "sale: conflict", "sale: unsupported"}) ||
		!reflect.DeepEqual(got, Rule145Finding{}) {
		t.Error(faults, got)
	}
	f.Affiliate = AffiliateNever
	if _, err := Rule145(f, day(2009, 1, 1)); !errors.Is(err, law.ErrConflict) {
		t.Errorf("never an affiliate, until a day: %v", err)
	}
	f.Affiliate, f.LastAffiliate = AffiliateFormer, calendar.Date{}
	if _, err := Rule145(f, day(2009, 1, 1)); !errors.Is(err, law.ErrMissing) {
		t.Errorf("a former affiliate since no day: %v", err)
	}
}

// FuzzRule145JSON answers or refuses whatever comes, and never opens a way
// that the issuer's state bars.
func FuzzRule145JSON(f *testing.F) {
	f.Add(`{"acquired":"2023-03-10","shell_party":"yes","cured":"yes","current":"yes","affiliate":"never"}`, 738679)
	f.Add(`{"acquired":"9999-12-01","shell_party":"unknown","cured":"no","current":"unknown","affiliate":"former","last_affiliate":"9999-12-30"}`, 3652058)
	f.Add(`{}`, 0)
	f.Fuzz(func(t *testing.T, data string, days int) {
		var facts Rule145Facts
		if json.Unmarshal([]byte(data), &facts) != nil {
			return
		}
		got, err := Rule145(facts, day(1, 1, 1).AddDays(days))
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		if got.Answer == Available && facts.ShellParty != law.No && facts.Cured != law.Yes && got.Version == day(2008, time.February, 15) {
			t.Fatalf("open although cured is %q", facts.Cured)
		}
		roundTrip(t, got)
	})
}
