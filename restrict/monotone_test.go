package restrict

import (
	"math/rand/v2"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// rank orders the answers by how much they allow.
func rank(a Answer) int {
	switch a {
	case NotAvailable:
		return 0
	case Undecided:
		return 1
	default:
		return 2
	}
}

// better are facts about the issuer, each with its way from no over unknown to
// yes.
var better = map[string]func(*Facts) *law.YesNo{
	"current": func(f *Facts) *law.YesNo { return &f.Issuer.Current },
	"public":  func(f *Facts) *law.YesNo { return &f.Issuer.Public },
	"reports": func(f *Facts) *law.YesNo { return &f.Issuer.ShellReports },
}

// TestBetterFactsAreNoWorse: information that is better known or better never
// takes back an answer, and what an unknown fact leaves settled is so either
// way.
func TestBetterFactsAreNoWorse(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 20))
	moved := map[string]int{}
	for range 30_000 {
		f, sale := random(r)
		for name, fact := range better {
			if *fact(&f) == "" {
				continue
			}
			var got [3]Verdict
			for i, word := range []law.YesNo{law.No, law.Unknown, law.Yes} {
				*fact(&f) = word
				got[i] = mustScreen(t, f, sale)
			}
			if rank(got[0].Answer) > rank(got[1].Answer) || rank(got[1].Answer) > rank(got[2].Answer) {
				t.Fatalf("%+v on %s: %s no, unknown, yes make it %v", f, sale, name, got)
			}
			if got[1].Answer != Undecided && (got[0].Answer != got[1].Answer || got[2].Answer != got[1].Answer) {
				t.Fatalf("%+v on %s: %s does not matter, and yet makes it %v", f, sale, name, got)
			}
			if got[0].Answer != got[2].Answer {
				moved[name]++
			}
		}
	}
	for name := range better {
		if moved[name] < 50 {
			t.Errorf("%s moved %d answers; the walk proves little", name, moved[name])
		}
	}
}

// TestUnknownIsBetween: an answer that an unknown word leaves settled is the
// answer for every word in its place.
func TestUnknownIsBetween(t *testing.T) {
	r := rand.New(rand.NewPCG(30, 40))
	settled := 0
	for range 30_000 {
		f, sale := random(r)
		f.Affiliate, f.LastAffiliate = AffiliateUnknown, calendar.Date{}
		v := mustScreen(t, f, sale)
		if v.Answer == Undecided {
			continue
		}
		settled++
		for _, a := range []Affiliation{AffiliateNow, AffiliateNever} {
			f.Affiliate = a
			if got := mustScreen(t, f, sale); got.Answer != v.Answer {
				t.Fatalf("%+v on %s: %v, but %v if the seller is unknown", f, sale, got, v)
			}
		}
	}
	if settled < 1000 {
		t.Errorf("%d settled answers; the walk proves little", settled)
	}
}

// TestClaimsOnlyHelp: what a seller claims from an affiliate's estate, or by
// Rule 701, never makes the answer worse for restricted stock.
func TestClaimsOnlyHelp(t *testing.T) {
	r := rand.New(rand.NewPCG(50, 60))
	helped := 0
	for range 30_000 {
		f, sale := random(r)
		if f.Stock != Restricted {
			continue
		}
		f.Capacity, f.Compensatory = "", false
		plain := mustScreen(t, f, sale)
		f.Capacity = Estate
		estate := mustScreen(t, f, sale)
		f.Compensatory = true
		both := mustScreen(t, f, sale)
		if rank(estate.Answer) < rank(plain.Answer) || rank(both.Answer) < rank(estate.Answer) {
			t.Fatalf("%+v on %s: %v, then %v, then %v", f, sale, plain, estate, both)
		}
		if rank(both.Answer) > rank(plain.Answer) {
			helped++
		}
	}
	if helped < 100 {
		t.Errorf("%d helped; the walk proves little", helped)
	}
}

// TestShellYearOnlyHelps: an earlier filing never closes a sale.
func TestShellYearOnlyHelps(t *testing.T) {
	f := formerShell()
	last := f.Issuer.Form10Filed
	for sale := last; sale.Before(last.AddDays(420)); sale = sale.AddDays(1) {
		later, earlier := f, f
		earlier.Issuer.Form10Filed = f.Issuer.ShellUntil
		if rank(mustScreen(t, earlier, sale).Answer) < rank(mustScreen(t, later, sale).Answer) {
			t.Fatalf("%s: an earlier filing closes the sale", sale)
		}
	}
}
