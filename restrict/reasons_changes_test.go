package restrict

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestChangesAreTold asks on both sides of every dated change of a part.
func TestChangesAreTold(t *testing.T) {
	f := purchase2002()
	f.Affiliate = AffiliateNow
	private := f
	private.Issuer = Issuer{Reporting: ReportingNone, Public: law.Yes, Shell: ShellNever}
	for _, c := range []struct {
		f        Facts
		from     calendar.Date
		code     law.Code
		sentence string
		doubted  bool
		first    bool
	}{
		{f, day(2009, time.April, 13), codeInformationData, "interactive data file", false, true},
		{private, day(2008, time.February, 15), codeInformationItems, "15c2-11(a)(5)(i) to (xiv) and (xvi)", false, true},
		{private, day(2020, time.December, 28), codeInformationItems, "15c2-11(b)(5)(i)(A) to (N) and (P)", true, false},
		{f, day(2022, time.June, 2), codeNotice, "adopted for issuers that report, and not yet required", false, true},
		{f, day(2023, time.March, 20), codeNotice, "by 10 p.m. Eastern time", false, false},
		{f, day(2023, time.April, 13), codeNotice, "is filed on paper", false, false},
	} {
		got, err := Rule144(c.f, c.from)
		if err != nil {
			t.Fatal(err)
		}
		told := false
		for _, r := range got.Why {
			if r.Code == c.code {
				told = strings.Contains(r.Text, c.sentence) && (r.Authority.Doubt != "") == c.doubted
			}
		}
		if !told {
			t.Errorf("%s: %s is not told\n%s", c.from, c.code, got.Why)
		}
		before, err := Rule144(c.f, c.from.AddDays(-1))
		if err != nil || before.Why.Has(c.code) == c.first || strings.Contains(before.Why.String(), c.sentence) {
			t.Errorf("the day before %s, %v:\n%s", c.from, err, before.Why)
		}
	}
	for _, code := range []law.Code{codeInformationData, codeInformationItems} {
		for _, reports := range []bool{true, false} { // each limb of (c) is told about its own issuers
			asked := private
			if reports {
				asked = f
			}
			got, err := Rule144(asked, day(2024, 1, 2))
			if err != nil || got.Why.Has(code) != (reports == (code == codeInformationData)) {
				t.Errorf("%s is told about the wrong issuer: %v\n%s", code, err, got.Why)
			}
		}
	}
}

// TestExtensionWarns holds that a late report is a warning and no answer.
func TestExtensionWarns(t *testing.T) {
	f := purchase2002()
	f.Affiliate = AffiliateNow
	for _, c := range []struct {
		extension law.YesNo
		warns     bool
	}{{"", false}, {law.No, false}, {law.Yes, true}, {law.Unknown, true}} {
		f.Issuer.Extension = c.extension
		got, err := Rule144(f, day(2024, 1, 2))
		if err != nil || got.Answer != Available || got.Why.Has(codeExtension) != c.warns {
			t.Errorf("%q: %s, %v\n%s", c.extension, got.Answer, err, got.Why)
		}
	}
	f.Affiliate = AffiliateNever // (c) does not bind, and there is nothing to warn of
	if got, err := Rule144(f, day(2024, 1, 2)); err != nil || got.Why.Has(codeExtension) {
		t.Errorf("%v\n%s", err, got.Why)
	}
}

// TestEveryCodeIsTold holds the list of codes to the codes that random answers
// carry, in both directions.
func TestEveryCodeIsTold(t *testing.T) {
	untold := map[law.Code]bool{}
	for _, row := range rule144Codes() {
		untold[row.Code] = true
	}
	all := len(untold)
	if all < 50 {
		t.Fatalf("only %d codes", all)
	}
	r := rand.New(rand.NewPCG(60, 70))
	told := map[law.Code]bool{}
	for range 20_000 {
		f, sale := random(r)
		f.Issuer.Extension = append(yesNos, "")[r.IntN(4)]
		got, err := Rule144(f, sale)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range got.Why.Codes() {
			told[code] = true
			delete(untold, code)
		}
	}
	if len(untold) > 0 || len(told) != all {
		t.Errorf("never told: %v; %d told of %d", untold, len(told), all)
	}
}
