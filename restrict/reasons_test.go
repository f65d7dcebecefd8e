package restrict

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestReasons holds the codes, paragraphs and doubts of one case for each
// branch. A no carries every reason for it.
func TestReasons(t *testing.T) {
	askReasons(t, []reasonCase{
		{
			"short and not informed", func(f *Facts) { f.Issuer.Current = law.No }, day(2003, time.November, 28), NotAvailable,
			[]law.Code{codeHoldingShort, codeInformationUnmet, codeLimits},
			[]string{"62 FR 9242", "former 17 CFR 230.144(d)(1)", "former 17 CFR 230.144(c)(1)", "former 17 CFR 230.144(e), (f), (h) (not verified: " + doubtFormer + ")"},
		},
		{
			"everything wrong at once", func(f *Facts) {
				f.Issued, f.Affiliate = f.Acquired, AffiliateNow
				f.Acquired, f.Paid = day(2020, 1, 2), day(2020, 1, 2)
				f.Issuer = Issuer{Reporting: ReportingNone, Public: law.No, Shell: ShellNow, ShellSince: day(2001, 1, 1)}
			}, day(2020, time.March, 1), NotAvailable,
			[]law.Code{codeShellBarred, codeAffiliate, codeIssuerOther, codeHoldingShort, codeInformationUnmet},
			[]string{"17 CFR 230.144(i)(1)", "17 CFR 230.144(b)(2)", "17 CFR 230.144(d)(1)(ii)", "17 CFR 230.144(c)(2)"},
		},
		{
			"free under (k)", func(*Facts) {}, day(2004, time.December, 1), Available,
			[]law.Code{codeHoldingMet, codeInformationOff, codeLimitsOff},
			[]string{"former 17 CFR 230.144(k)"},
		},
		{
			"unpaid", func(f *Facts) { f.Paid = day(2003, time.June, 2) }, day(2003, time.June, 1), NotAvailable,
			[]law.Code{codeHoldingUnpaid},
			[]string{"former 17 CFR 230.144(d)(1)"},
		},
		{
			"acquired before the version of 1997", func(f *Facts) { f.Acquired, f.Paid = day(1995, 12, 1), day(1995, 12, 1) },
			day(1997, time.April, 29), Available,
			[]law.Code{codeHoldingMet},
			[]string{"62 FR 9242 (not verified: that it reached securities already held)"},
		},
		{
			"a new issuer", func(f *Facts) { f.Affiliate, f.Issuer.ReportingSince = AffiliateNow, day(2025, time.January, 2) },
			day(2025, time.April, 1), NotAvailable,
			[]law.Code{codeIssuerNew, codeHoldingMet, codeInformationClosed},
			[]string{"17 CFR 230.144(c)"},
		},
		{
			"a volunteer", func(f *Facts) {
				f.Acquired, f.Paid = day(2024, 1, 15), day(2024, 1, 15)
				f.Issuer = Issuer{Reporting: ReportingVoluntary, Public: law.Yes, Shell: ShellNever}
			}, day(2024, time.September, 15), NotAvailable, []law.Code{codeIssuerOther, codeHoldingShort}, []string{"C&DI 132.09"},
		},
		{
			"reporting no more", func(f *Facts) {
				f.Issuer.Reporting, f.Issuer.ReportingUntil, f.Issuer.Public = ReportingEnded, day(2003, 1, 2), law.Yes
			}, day(2004, time.January, 2), Available,
			[]law.Code{codeIssuerOther, codeInformationMet},
			[]string{"former 17 CFR 230.144(c)(2)"},
		},
		{
			"reporting only later", func(f *Facts) { f.Issuer.ReportingSince, f.Issuer.Public = day(2005, 1, 2), law.No },
			day(2004, time.January, 2), NotAvailable,
			[]law.Code{codeIssuerOther, codeInformationUnmet},
			nil,
		},
		{
			"clear of a past affiliation", func(f *Facts) { f.Affiliate, f.LastAffiliate = AffiliateFormer, day(2025, 1, 15) },
			day(2025, time.April, 16), Available,
			[]law.Code{codeAffiliateClear},
			[]string{"17 CFR 230.144(b)(1)"},
		},
		{
			"an affiliate until the sale", func(f *Facts) { f.Affiliate, f.LastAffiliate = AffiliateFormer, day(2025, 1, 15) },
			day(2025, time.January, 15), Available,
			[]law.Code{codeAffiliate, codeLimits},
			[]string{"17 CFR 230.144(b)(2)"},
		},
		{
			"an affiliate until lately", func(f *Facts) { f.Affiliate, f.LastAffiliate = AffiliateFormer, day(2025, 1, 15) },
			day(2025, time.April, 15), Available,
			[]law.Code{codeAffiliateRecent, codeLimits},
			[]string{"17 CFR 230.144(b)(2)"},
		},
		{
			"the same under (k)", func(f *Facts) { f.Affiliate, f.LastAffiliate = AffiliateFormer, day(2005, 1, 15) },
			day(2005, time.April, 15), Available,
			[]law.Code{codeAffiliateRecent, codeLimits},
			[]string{"former 17 CFR 230.144(k) (not verified: the three months were not read in the text of the time)"},
		},
		{
			"between the look-backs", func(f *Facts) { f.Affiliate, f.LastAffiliate = AffiliateFormer, day(2025, 7, 1) },
			day(2025, time.October, 1), NotAvailable,
			[]law.Code{codeAffiliateGap},
			[]string{"17 CFR 230.144(b)(1)"},
		},
		{
			"the same with other stock", func(f *Facts) {
				f.Stock, f.Affiliate, f.LastAffiliate = Unrestricted, AffiliateFormer, day(2025, 7, 1)
			}, day(2025, time.October, 1), Undecided, []law.Code{codeAffiliateGapControl, codeHoldingNone}, nil,
		},
		{
			"not needed", func(f *Facts) { f.Stock = Unrestricted }, day(2003, 1, 2), NotNeeded,
			[]law.Code{codeUnneeded, codeHoldingNone, codeAffiliateNever},
			nil,
		},
		{
			"debt of an affiliate", func(f *Facts) { f.Security, f.Affiliate = Debt, AffiliateNow }, day(2010, 1, 4), Available,
			[]law.Code{codeMannerOff, codeLimits},
			[]string{"17 CFR 230.144(f)(3)(ii)"},
		},
		{
			"seller unknown", func(f *Facts) { f.Affiliate = AffiliateUnknown }, day(2010, 1, 4), Undecided,
			[]law.Code{codeAffiliateUnknown},
			nil,
		},
		{
			"seller unknown where it does not matter", func(f *Facts) { f.Affiliate = AffiliateUnknown },
			day(2004, 1, 5), Available,
			[]law.Code{codeHoldingMet, codeLimits},
			nil,
		},
		{
			"issuer unknown", func(f *Facts) {
				f.Acquired, f.Paid = day(2024, 1, 15), day(2024, 1, 15)
				f.Issuer = Issuer{Reporting: ReportingUnknown, Current: law.Yes, Public: law.Yes, Shell: ShellNever}
			}, day(2024, time.September, 15), Undecided, []law.Code{codeHoldingUnknown, codeIssuerUnknown}, nil,
		},
		{
			"information unknown", func(f *Facts) { f.Issuer.Current = law.Unknown }, day(2004, 1, 5), Undecided,
			[]law.Code{codeInformationUnknown},
			nil,
		},
		{
			"shell unknown", func(f *Facts) { f.Issuer.Shell = ShellUnknown }, day(2004, time.December, 1), Undecided,
			[]law.Code{codeShellUnknown},
			nil,
		},
		{
			"a shell before (i)", func(f *Facts) { f.Issuer.Shell, f.Issuer.ShellSince, f.Issued = ShellNow, f.Acquired, f.Acquired },
			day(2004, time.December, 1), Undecided,
			[]law.Code{codeShellPractice},
			[]string{"SEC staff letter to NASD Regulation, January 21, 2000 (not verified: known from descriptions only)"},
		},
		{
			"a former shell that does not report", func(f *Facts) {
				f.Issued = f.Acquired
				f.Issuer = Issuer{
					Reporting: ReportingNone, Public: law.Yes, Shell: ShellFormer, ShellSince: f.Acquired, ShellUntil: f.Acquired,
					Form10: law.No, ShellReports: law.No,
				}
			}, day(2010, 1, 4), NotAvailable, []law.Code{codeShellNotReporting}, []string{"17 CFR 230.144(i)(2)"},
		},
		{
			"older than the shell", func(f *Facts) {
				f.Issuer.Shell, f.Issuer.ShellSince, f.Issued = ShellNow, f.Acquired.AddDays(1), f.Acquired
			}, day(2010, 1, 4), Available,
			[]law.Code{codeShellLater},
			[]string{"17 CFR 230.144(i)(1) (not verified: note 172 of Release 33-8869 was read in a description only)"},
		},
		{
			"on the anniversary", func(*Facts) {}, day(2003, time.November, 29), Available,
			[]law.Code{codeBoundary},
			[]string{"former 17 CFR 230.144(d)(1) (not verified: no authority settles how the months are counted)"},
		},
	})
}

type reasonCase struct {
	name   string
	change func(*Facts)
	sale   calendar.Date
	want   Answer
	codes  []law.Code // all of them must be there
	cites  []string   // of some reason, with doubts as printed
}

func askReasons(t *testing.T, cases []reasonCase) {
	t.Helper()
	for _, c := range cases {
		f := purchase2002()
		c.change(&f)
		got, err := Rule144(f, c.sale)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got.Answer != c.want {
			t.Errorf("%s: %s, want %s\n%s", c.name, got.Answer, c.want, got.Why)
		}
		for _, code := range append(c.codes, codeVersion, codeLimited) {
			if !got.Why.Has(code) {
				t.Errorf("%s: no reason %s\n%s", c.name, code, got.Why)
			}
		}
		var cites []string
		for _, a := range got.Why.Authorities() {
			cites = append(cites, a.String())
		}
		for _, cite := range c.cites {
			if !slices.Contains(cites, cite) {
				t.Errorf("%s: no authority %q among %q", c.name, cite, cites)
			}
		}
		if strings.Contains(got.Why.String(), "no date") {
			t.Errorf("%s: a sentence speaks of no date\n%s", c.name, got.Why)
		}
	}
}
