package restrict

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func percent(n int64) decimal.Decimal { return decimal.New(n, 0) }

// TestAggregation holds each relation of (a)(2) and (e)(3).
func TestAggregation(t *testing.T) {
	sale := day(2024, time.June, 14)
	home := func(a, b string, y law.YesNo) Relation { return Relation{Kind: Relative, From: a, To: b, SameHome: y} }
	for _, c := range []struct {
		name      string
		relations []Relation
		want      string // who counts, ? who may
		notice    string // the same for the notice
		code      law.Code
	}{
		{"spouse at home", []Relation{home("Spouse", "S", law.Yes)}, "Spouse", "Spouse", codeCircleHome},
		{"brother elsewhere", []Relation{home("Brother", "S", law.No)}, "", "", codeCircleApart},
		{"cousin, home unknown", []Relation{home("S", "Cousin", law.Unknown)}, "?Cousin", "?Cousin", codeCircleUnknown},
		{"a household in a ring", []Relation{home("S", "A", law.Yes), home("A", "B", law.Yes), home("B", "S", law.Yes)}, "A B", "A B", codeCircleHome},
		{"trust of ten percent", []Relation{{Kind: Beneficiary, From: "S", To: "Trust", Percent: percent(10)}}, "Trust", "Trust", codeCircleTrust},
		{"trust of less", []Relation{{Kind: Beneficiary, From: "S", To: "Trust", Percent: decimal.New(999, -2)}}, "", "", codeCircleApart},
		{"trust of some part", []Relation{{Kind: Beneficiary, From: "S", To: "Trust"}}, "?Trust", "?Trust", codeCircleUnknown},
		{"executor", []Relation{{Kind: Trustee, From: "S", To: "Estate"}}, "Estate", "Estate", codeCircleTrust},
		{"perhaps executor", []Relation{{Kind: Trustee, From: "S", To: "Estate", Unsure: true}}, "?Estate", "?Estate", codeCircleUnknown},
		{"a company owned with the spouse", []Relation{
			home("S", "Spouse", law.Yes), {Kind: Owner, From: "S", To: "Co", Percent: percent(4)}, {Kind: Owner, From: "Spouse", To: "Co", Percent: percent(6)},
		}, "Spouse Co", "Spouse Co", codeCircleCompany},
		{"two classes of it", []Relation{
			{Kind: Owner, From: "S", To: "Co", Percent: percent(6), Class: "common"}, {Kind: Owner, From: "S", To: "Co", Percent: percent(6), Class: "preferred"},
		}, "", "", codeCircleApart},
		{"a brother's part does not add up", []Relation{
			home("S", "Brother", law.No), {Kind: Owner, From: "S", To: "Co", Percent: percent(4)}, {Kind: Owner, From: "Brother", To: "Co", Percent: percent(6)},
		}, "", "", codeCircleApart},
		{"a cousin's part may", []Relation{
			home("S", "Cousin", law.Unknown), {Kind: Owner, From: "S", To: "Co", Percent: percent(4)}, {Kind: Owner, From: "Cousin", To: "Co", Percent: percent(6)},
		}, "?Cousin ?Co", "?Cousin ?Co", codeCircleUnknown},
		{"the issuer itself", []Relation{{Kind: Owner, From: "S", To: "Issuer", Percent: percent(30)}}, "", "", codeCircleApart},
		{"the owner of the seller", []Relation{
			{Kind: Owner, From: "Parent", To: "S", Percent: percent(60)}, {Kind: Owner, From: "Parent", To: "Sister", Percent: percent(60)},
		}, "Parent", "Parent", codeCircleOwner},
		{"a company of a company", []Relation{
			{Kind: Owner, From: "S", To: "Co", Percent: percent(60)}, {Kind: Owner, From: "Co", To: "Grandchild", Percent: percent(60)},
		}, "Co", "Co", codeCircleApart},
		{"pledgee", []Relation{{Kind: Pledge, From: "S", To: "Bank", Since: sale}}, "Bank", "?Bank", codeCirclePledge},
		{"pledgor, and his wife", []Relation{
			{Kind: Pledge, From: "Debtor", To: "S", Since: sale}, home("Debtor", "Wife", law.Yes),
		}, "Debtor Wife", "?Debtor ?Wife", codeCirclePledge},
		{"a gift of half a year ago", []Relation{{Kind: Gift, From: "S", To: "Child", Since: day(2023, 12, 14)}}, "Child", "?Child", codeCircleGift},
		{"a day more", []Relation{{Kind: Gift, From: "S", To: "Child", Since: day(2023, 12, 13)}}, "", "", codeCircleLapsed},
		{"a gift of tomorrow", []Relation{{Kind: Gift, From: "S", To: "Child", Since: day(2024, 6, 15)}}, "", "", codeCircleLapsed},
		{"a donee who lives here", []Relation{
			{Kind: Gift, From: "S", To: "Child", Since: day(2020, 12, 14)}, home("S", "Child", law.Yes),
		}, "Child", "Child", codeCircleHome},
		{"settlor", []Relation{{Kind: Settlement, From: "Settlor", To: "S", Since: day(2024, 1, 1)}}, "Settlor", "?Settlor", codeCircleSettlor},
		{
			"the deceased",
			[]Relation{{Kind: Death, From: "Deceased", To: "S"}, {Kind: Death, From: "Deceased", To: "Heir"}},
			"Deceased", "?Deceased",
			codeCircleDeath,
		},
		{
			"in concert, and his",
			[]Relation{{Kind: Concert, From: "Ally", To: "S"}, home("Ally", "Wife", law.Yes), {Kind: Concert, From: "Wife", To: "Friend"}},
			"Ally Wife Friend", "?Ally ?Wife ?Friend", codeCircleConcert,
		},
		{"a donee's ally is none of the donor's", []Relation{
			{Kind: Gift, From: "S", To: "Child", Since: sale}, {Kind: Concert, From: "Child", To: "Friend"},
		}, "Child", "?Child", codeCircleApart},
		{"perhaps in concert", []Relation{{Kind: Concert, From: "S", To: "Ally", Unsure: true}}, "?Ally", "?Ally", codeCircleUnknown},
		{"distributees", []Relation{{Kind: Distribution, From: "S", To: "Partner"}}, "Partner", "", codeCirclePartners},
		{"unrelated", []Relation{{Kind: Unrelated, From: "S", To: "Bob"}}, "", "", codeCircleUnrelated},
		{"nothing is told of them", []Relation{home("X", "Y", law.Yes)}, "?X ?Y", "?X ?Y", codeCircleUnknown},
	} {
		a := Aggregation{Seller: "S", Sale: sale, Issuer: "Issuer", Seasoned: law.Yes, Relations: c.relations}
		got, err := Aggregate(a)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		list := func(of func(Member) Counts) string {
			var names []string
			for _, m := range got.Members {
				switch of(m) {
				case CountsYes:
					names = append(names, m.Name)
				case CountsUnknown:
					names = append(names, "?"+m.Name)
				default:
				}
			}
			return strings.Join(names, " ")
		}
		if who := list(func(m Member) Counts { return m.Counts }); who != c.want {
			t.Errorf("%s: %q count, want %q\n%s", c.name, who, c.want, got.Why)
		}
		if who := list(func(m Member) Counts { return m.Notice }); who != c.notice {
			t.Errorf("%s: %q count for the notice, want %q", c.name, who, c.notice)
		}
		if !got.Why.Has(c.code) || len(got.Why) != len(got.Members) {
			t.Errorf("%s: no %s\n%s", c.name, c.code, got.Why)
		}
		roundTrip(t, got)
	}
}

// TestAggregationMonths holds for how long a gift aggregates.
func TestAggregationMonths(t *testing.T) {
	for _, c := range []struct {
		sale     calendar.Date
		seasoned law.YesNo
		want     Counts
		until    calendar.Date
	}{
		{day(2024, 5, 31), law.Yes, CountsYes, day(2024, 6, 1)}, // from November 30, counted conservatively
		{day(2024, 6, 1), law.Yes, CountsNo, calendar.Date{}},
		{day(2024, 6, 1), law.No, CountsYes, day(2024, 12, 1)},
		{day(2024, 5, 31), law.Unknown, CountsYes, day(2024, 12, 1)},
		{day(2024, 6, 1), law.Unknown, CountsUnknown, day(2024, 12, 1)},
		{day(2024, 12, 1), law.Unknown, CountsNo, calendar.Date{}},
		{day(2023, 11, 30), law.Yes, CountsYes, day(2024, 6, 1)},
	} {
		a := Aggregation{Seller: "S", Sale: c.sale, Seasoned: c.seasoned, Relations: []Relation{{Kind: Gift, From: "S", To: "D", Since: day(2023, 11, 30)}}}
		if m := mustCircle(t, a)["D"]; m.Counts != c.want || m.Until != c.until {
			t.Errorf("%s, %s: %s until %s, want %s until %s", c.sale, c.seasoned, m.Counts, m.Until, c.want, c.until)
		}
	}
	// Before 2008 it was a year for every issuer.
	a := Aggregation{Seller: "S", Sale: day(2007, 3, 1), Seasoned: law.Yes, Relations: []Relation{{Kind: Gift, From: "S", To: "D", Since: day(2006, 4, 1)}}}
	if m := mustCircle(t, a)["D"]; m.Counts != CountsYes || m.Until != day(2007, 4, 2) || m.Why.Authority.Doubt == "" {
		t.Errorf("2007: %+v", m)
	}
}

// TestAggregationVolume carries the circle into the window.
func TestAggregationVolume(t *testing.T) {
	v := sampleVolume()
	v.Name, v.Seasoned = "S", law.Yes
	v.Relations = []Relation{
		{Kind: Gift, From: "S", To: "Donee", Since: day(2024, 5, 1)},
		{Kind: Relative, From: "S", To: "Spouse", SameHome: law.Yes},
		{Kind: Gift, From: "S", To: "Spouse", Since: day(2024, 5, 1)}, // one person with the seller all the same
	}
	v.Sales = []Trade{
		{Date: v.Sale, Amount: 1, Person: "Donee"},
		{Date: v.Sale, Amount: 10, Person: "Donee", Kind: SoldOther},
		{Date: v.Sale, Amount: 100, Person: "Spouse", Kind: SoldOther},
		{Date: v.Sale, Amount: 1000, Person: "S"},
		{Date: v.Sale, Amount: 10_000, Person: "Spouse", Kind: SoldRegulationS},
	}
	got := mustLimit(t, v)
	if got.Counted != (exact.Mixed{Whole: 1_101, Num: 0, Den: 1}) || got.Possible != (exact.Mixed{Whole: 0, Num: 0, Den: 1}) {
		t.Errorf("%s and %s\n%+v", got.Counted, got.Possible, got.Window)
	}
	if got.Window[1].Why.Code != codeTradeOther || got.Window[4].Why.Code != codeTradeExempt {
		t.Errorf("%+v", got.Window)
	}
	v.Sales = []Trade{
		{Date: v.Sale, Amount: 1},
		{Date: v.Sale, Amount: 1, Converts: cents(400)},
		{Date: v.Sale.AddDays(-100), Amount: 1},
		{Date: v.Sale, Amount: 1, Person: "Bob"},
	}
	got = mustLimit(t, v)
	for i, code := range []law.Code{codeTradeCounts, codeTradeConverted, codeTradeBefore, codeTradeUnknown} {
		if got.Window[i].Why.Code != code {
			t.Errorf("sale %d: %s, want %s", i, got.Window[i].Why, code)
		}
	}
}

func TestAggregationFaults(t *testing.T) {
	_, err := Aggregate(Aggregation{})
	if err == nil || err.Error() != "seller: is required; sale: is required" {
		t.Error(err)
	}
	_, err = Aggregate(Aggregation{Seller: "S", Sale: day(2024, 1, 2), Relations: []Relation{
		{},
		{Kind: "friend", From: "S", To: "S"},
		{Kind: Relative, From: "S", To: "A"},
		{Kind: Owner, From: "S", To: "A", Percent: percent(101)},
		{Kind: Pledge, From: "S", To: "A"},
		{Kind: Owner, From: "S", To: "A", Percent: percent(-1)},
	}})
	want := "relations[0].kind: is required; relations[0].from: is required; relations[0].to: is required; " +
		`relations[1].kind: "friend" must be one of: relative, trustee, beneficiary, owner, pledge, gift, settlement, death, concert, ` +
		`distribution, unrelated; relations[1].to: "S" is the same as from; relations[2].same_home: is required; ` +
		"relations[3].percent: 101 is more than 100; relations[4].since: is required; relations[5].percent: -1 is below zero; seasoned: is required"
	if err == nil || err.Error() != want || !errors.Is(err, law.ErrConflict) {
		t.Errorf("%v\nwant %s", err, want)
	}
}

// TestAggregationContradictions names relations that cannot stand as they are
// stated, beside each other or by themselves.
func TestAggregationContradictions(t *testing.T) {
	unrelated := Relation{Kind: Unrelated, From: "K", To: "S"}
	relative := Relation{Kind: Relative, From: "S", To: "K", SameHome: law.Yes}
	owner := func(from, class string, part int64) Relation {
		return Relation{Kind: Owner, From: from, To: "Co", Class: class, Percent: percent(part)}
	}
	unsure := func(r Relation) Relation { r.Unsure = true; return r }
	for _, c := range []struct {
		name      string
		relations []Relation
		want      string
	}{
		{"unrelated and a relative", []Relation{unrelated, relative}, `relations[1].kind: "relative" is stated of two that are also stated to be "unrelated"`},
		{"a relative and unrelated", []Relation{relative, unrelated}, `relations[0].kind: "relative" is stated of two that are also stated to be "unrelated"`},
		{"unrelated twice", []Relation{unrelated, unrelated}, ""},
		{"perhaps unrelated", []Relation{unsure(unrelated), relative}, ""},
		{"unrelated to another", []Relation{unrelated, {Kind: Relative, From: "S", To: "L", SameHome: law.Yes}}, ""},
		{"all of it", []Relation{owner("S", "", 40), owner("K", "", 60)}, ""},
		{"all of it by one", []Relation{owner("S", "", 100)}, ""},
		{"more than all", []Relation{owner("S", "", 40), owner("K", "", 61)}, `relations[1].percent: 61 makes more than 100 percent of "Co" together with those before`},
		{"of two classes", []Relation{owner("S", "A", 40), owner("K", "B", 61)}, ""},
		{"perhaps more than all", []Relation{owner("S", "", 40), unsure(owner("K", "", 61))}, ""},
		{"a day that the kind takes not", []Relation{{Kind: Relative, From: "S", To: "K", SameHome: law.No, Since: day(2024, 1, 1)}}, `relations[0].since: 2024-01-01 is given although kind is "relative"`},
		{"a home", []Relation{{Kind: Concert, From: "S", To: "K", SameHome: law.Yes}}, `relations[0].same_home: "yes" is given although kind is "concert"`},
		{"a part", []Relation{{Kind: Trustee, From: "S", To: "K", Percent: percent(5)}}, `relations[0].percent: 5 is given although kind is "trustee"`},
		{"a class", []Relation{{Kind: Trustee, From: "S", To: "K", Class: "A"}}, `relations[0].class: "A" is given although kind is "trustee"`},
	} {
		_, err := Aggregate(Aggregation{Seller: "S", Sale: day(2024, 6, 14), Relations: c.relations})
		if got := fmt.Sprint(err); got != c.want && (c.want != "" || err != nil) {
			t.Errorf("%s: %s\nwant %s", c.name, got, c.want)
		}
		if err != nil && !errors.Is(err, law.ErrConflict) {
			t.Errorf("%s: %v is no conflict", c.name, err)
		}
		v := sampleVolume()
		v.Name, v.Relations = "S", c.relations
		if _, other := VolumeLimit(v); fmt.Sprint(other) != fmt.Sprint(err) {
			t.Errorf("%s: VolumeLimit says %v", c.name, other)
		}
	}
}

// TestAggregationLarge walks a large graph: a chain, a star of owners, and gifts
// without number.
func TestAggregationLarge(t *testing.T) {
	const n = 20_000
	a := Aggregation{Seller: "0", Sale: day(2024, 6, 14), Seasoned: law.Yes}
	for i := range n {
		a.Relations = append(a.Relations,
			Relation{Kind: Relative, From: fmt.Sprint(i), To: fmt.Sprint(i + 1), SameHome: law.Yes},
			Relation{Kind: Owner, From: fmt.Sprint(i), To: "Co", Percent: decimal.New(1, -3)},
			Relation{Kind: Owner, From: fmt.Sprint("owner", i), To: "0", Percent: decimal.New(1, -3)},
			Relation{Kind: Concert, From: fmt.Sprint(i), To: fmt.Sprint("ally", i%7)},
			Relation{Kind: Gift, From: fmt.Sprint("donor", i), To: "0", Since: a.Sale})
	}
	members := mustCircle(t, a)
	if len(members) != 3*n+8 || members["Co"].Counts != CountsYes || members["ally6"].Counts != CountsYes {
		t.Errorf("%d members", len(members))
	}
}

// referenceCircle is the slow reference in one world, in which all that is
// unknown goes one way: sets of names that grow until nothing is added.
func referenceCircle(a Aggregation, yes bool) map[string]bool {
	holds := func(r Relation) bool { return yes || !r.Unsure }
	grow := func(set map[string]bool, step func() []string) {
		for again := true; again; {
			again = false
			for _, name := range step() {
				if !set[name] {
					set[name], again = true, true
				}
			}
		}
	}
	household := func(name string) map[string]bool {
		set := map[string]bool{name: true}
		grow(set, func() (out []string) {
			for _, r := range a.Relations {
				if r.Kind == Relative && holds(r) && (r.SameHome == law.Yes || yes && r.SameHome == law.Unknown) {
					if set[r.From] {
						out = append(out, r.To)
					}
					if set[r.To] {
						out = append(out, r.From)
					}
				}
			}
			return out
		})
		return set
	}
	has := func(set map[string]bool, of string) bool {
		sums := map[string]decimal.Decimal{}
		for _, r := range a.Relations {
			if r.To != of || !set[r.From] || !holds(r) || r.Kind == Owner && of == a.Issuer {
				continue
			}
			switch r.Kind {
			case Trustee:
				return true
			case Owner, Beneficiary:
				part := r.Percent
				if part.IsZero() && yes {
					part = percent(100)
				}
				key := string(r.Kind) + r.Class
				sums[key] = sums[key].Add(part)
				if sums[key].GreaterThanOrEqual(percent(10)) {
					return true
				}
			default:
			}
		}
		return false
	}
	names := map[string]bool{}
	for _, r := range a.Relations {
		names[r.From], names[r.To] = true, true
	}
	forward := func(name string) []string {
		var out []string
		set := household(name)
		for n := range names {
			if set[n] || has(set, n) {
				out = append(out, n)
			}
		}
		return append(out, name)
	}
	person := func(name string) []string {
		out := forward(name)
		for n := range names {
			if set := household(n); has(set, name) {
				for m := range set {
					out = append(out, m)
				}
			}
		}
		return out
	}
	lasting := map[string]bool{}
	for _, n := range person(a.Seller) {
		lasting[n] = true
	}
	all := map[string]bool{}
	for _, r := range a.Relations {
		months := 12
		if a.Seasoned == law.Yes || a.Seasoned == law.Unknown && !yes {
			months = 6
		}
		end := naiveEnd(r.Since, months, conservative)
		in := r.Kind == Death || (r.Kind == Pledge || r.Kind == Gift || r.Kind == Settlement) && !r.Since.After(a.Sale) && a.Sale.Before(end)
		if !in || !holds(r) {
			continue
		}
		if lasting[r.From] {
			all[r.To] = true
		}
		if lasting[r.To] {
			all[r.From] = true
			if r.Kind != Death {
				for _, n := range forward(r.From) {
					all[n] = true
				}
			}
		}
	}
	grow(lasting, func() (out []string) {
		for _, r := range a.Relations {
			if (r.Kind == Concert || r.Kind == Distribution) && holds(r) {
				if lasting[r.From] {
					out = append(out, person(r.To)...)
				}
				if lasting[r.To] {
					out = append(out, person(r.From)...)
				}
			}
		}
		return out
	})
	for n := range lasting {
		all[n] = true
	}
	delete(all, a.Seller)
	return all
}

func randomAggregation(r *rand.Rand) Aggregation {
	names := []string{"S", "a", "b", "c", "d", "e", "I"}[:3+r.IntN(5)]
	sale := day(2020, 1, 1).AddDays(r.IntN(1000))
	a := Aggregation{Seller: "S", Sale: sale, Issuer: "I", Seasoned: yesNos[r.IntN(3)]}
	for range r.IntN(9) {
		from, to := r.IntN(len(names)), r.IntN(len(names))
		if from == to {
			continue
		}
		rel := Relation{Kind: RelationKind("").all()[r.IntN(11)], From: names[from], To: names[to], Unsure: r.IntN(6) == 0}
		switch rel.Kind {
		case Relative:
			rel.SameHome = yesNos[r.IntN(3)]
		case Owner, Beneficiary:
			rel.Percent = percent([]int64{0, 4, 5, 6, 10, 50}[r.IntN(6)])
			rel.Class = []string{"", "common"}[r.IntN(2)]
		case Pledge, Gift, Settlement:
			rel.Since = sale.AddDays(30 - r.IntN(430))
		default:
		}
		with := a
		with.Relations = append(slices.Clone(a.Relations), rel)
		if with.Seasoned = law.Yes; with.check() == nil { // and not a contradiction
			a.Relations = with.Relations
		}
	}
	return a
}

// TestAggregationAgainstReference: who counts if all that is unknown is not so
// counts for certain; who counts only if it is so may count. That is sound
// since no relation takes anybody out.
func TestAggregationAgainstReference(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 33))
	seen := map[Counts]int{}
	for range 20_000 {
		a := randomAggregation(r)
		least, most := referenceCircle(a, false), referenceCircle(a, true)
		near := map[string]bool{"S": true}
		for range a.Relations {
			for _, rel := range a.Relations {
				if near[rel.From] || near[rel.To] {
					near[rel.From], near[rel.To] = true, true
				}
			}
		}
		for name, m := range mustCircle(t, a) {
			want := CountsNo
			switch {
			case least[name]:
				want = CountsYes
			case most[name] || !near[name]:
				want = CountsUnknown
			}
			seen[want]++
			if m.Counts != want {
				data, _ := json.Marshal(a)
				t.Fatalf("%s: %s, want %s\n%s\n%s", name, m.Counts, want, data, m.Why)
			}
		}
		// The order in which the relations are told decides nothing.
		b := a
		b.Relations = slices.Clone(a.Relations)
		r.Shuffle(len(b.Relations), func(i, j int) { b.Relations[i], b.Relations[j] = b.Relations[j], b.Relations[i] })
		one, other := mustCircle(t, a), mustCircle(t, b)
		for name, m := range one {
			if o := other[name]; o.Counts != m.Counts || o.Notice != m.Notice || o.Until != m.Until {
				t.Fatalf("%s by order: %+v and %+v\n%+v", name, m, o, a)
			}
		}
	}
	if seen[CountsYes] < 2000 || seen[CountsUnknown] < 2000 || seen[CountsNo] < 2000 {
		t.Errorf("the cases are too much alike: %v", seen)
	}
}
