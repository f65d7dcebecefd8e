package restrict

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// shellOf2023 is the lot of formerShell with another state of the cure.
func shellOf2023(change func(*Issuer)) func(*Facts) {
	return func(f *Facts) {
		*f = formerShell()
		change(&f.Issuer)
	}
}

func TestShellReasons(t *testing.T) {
	cured, tooSoon := day(2024, time.March, 16), day(2024, time.March, 15)
	askReasons(t, []reasonCase{
		{"cured", shellOf2023(func(*Issuer) {}), cured, Available, []law.Code{codeShellCured, codeBoundary}, []string{"17 CFR 230.144(i)(2)"}},
		{"a day short of a year", shellOf2023(func(*Issuer) {}), tooSoon, NotAvailable, []law.Code{codeShellYear, codeHoldingMet}, nil},
		{
			"still a shell", func(f *Facts) {
				*f = formerShell()
				f.Issuer.ShellUntil, f.Issuer.Form10Filed = cured, cured
			}, cured, NotAvailable, []law.Code{codeShellBarred}, []string{"17 CFR 230.144(i)(1)"},
		},
		{
			"nothing filed", shellOf2023(func(i *Issuer) { i.Form10, i.Form10Filed, i.ShellReports = law.No, calendar.Date{}, law.No }), cured,
			NotAvailable,
			[]law.Code{codeShellNoForm10, codeShellReports},
			nil,
		},
		{
			"nothing known", shellOf2023(func(i *Issuer) {
				i.Form10, i.Form10Filed, i.ShellReports = law.Unknown, calendar.Date{}, law.Unknown
				i.Reporting, i.ReportingSince, i.Public = ReportingUnknown, calendar.Date{}, law.Unknown
			}), cured, Undecided, []law.Code{codeShellForm10Unknown, codeShellReportsUnknown, codeShellDutyUnknown}, nil,
		},
		// The evergreen test: years later a report is missing.
		{"years later", shellOf2023(func(i *Issuer) { i.ShellReports = law.No }), day(2030, 3, 18), NotAvailable, []law.Code{codeShellReports}, nil},
		{
			"no longer subject", shellOf2023(func(i *Issuer) {
				i.Reporting, i.ReportingUntil, i.Public = ReportingEnded, day(2024, 1, 2), law.Yes
			}), day(2030, 3, 18), NotAvailable, []law.Code{codeShellNotReporting}, nil,
		},
		{
			"subject for less than 90 days", shellOf2023(func(i *Issuer) { i.ReportingSince, i.Public = day(2024, 3, 1), law.No }), cured,
			Available,
			[]law.Code{codeShellCured, codeIssuerNew},
			nil, // (i)(2) asks for no days
		},
		{
			"a shell for a combination", func(f *Facts) { f.Issuer.Shell = ShellOfOperatingCompany }, cured, Available,
			[]law.Code{codeShellCombination},
			nil,
		},
		{
			"a start-up", func(f *Facts) { f.Issuer.Shell = ShellStartUp }, cured, Undecided,
			[]law.Code{codeShellStartUp},
			[]string{"17 CFR 230.144(i)(1) (not verified: that start-up companies are not meant is recalled, not read)"},
		},
	})
}

// TestUnrestrictedStockOfAShell: the rows of the decision table clash, since
// one bars whatever a shell issued and another says that the rule is not needed
// for an outsider's unrestricted stock. The answer is the stricter row's, and
// tells both.
func TestUnrestrictedStockOfAShell(t *testing.T) {
	f := formerShell()
	f.Stock, f.Issuer.Shell, f.Issuer.ShellUntil, f.Issuer.Form10, f.Issuer.Form10Filed = Unrestricted, ShellNow, calendar.Date{}, "", calendar.Date{}
	got, err := Rule144(f, day(2024, 3, 16))
	if err != nil || got.Answer != NotAvailable || !got.Why.Has(codeShellBarred) || !got.Why.Has(codeUnneeded) {
		t.Errorf("%s, %v\n%s", got.Answer, err, got.Why)
	}
	f.Issued = f.Issuer.ShellSince.AddDays(-1)
	if v := mustScreen(t, f, day(2024, 3, 16)); v.Answer != NotNeeded {
		t.Errorf("issued before the shell: %v", v)
	}
}

func TestCapacityReasons(t *testing.T) {
	lot := func(change func(*Facts)) func(*Facts) {
		return func(f *Facts) {
			f.Acquired, f.Paid = day(2024, time.May, 1), day(2024, time.May, 1)
			change(f)
		}
	}
	soon := day(2024, time.May, 15)
	private := func(f *Facts) { f.Issuer = Issuer{Reporting: ReportingNone, Public: law.Yes, Shell: ShellNever} }
	const unread = " (not verified: the relief was read only in the text since 2008, for estates, and for pledgees since " +
		"May 16, 2013 if the issuer has been reporting for 90 days)"
	askReasons(t, []reasonCase{
		{
			"an estate", lot(func(f *Facts) { f.Capacity = Estate }), soon, Available,
			[]law.Code{codeCapacityEstate, codeHoldingRelieved, codeInformationMet, codeLimitsOff},
			[]string{"17 CFR 230.144(d)(3)(vii)"},
		},
		{
			"an estate, reports missing", lot(func(f *Facts) { f.Capacity, f.Issuer.Current = Estate, law.No }), soon, NotAvailable,
			[]law.Code{codeHoldingRelieved, codeInformationUnmet},
			nil,
		},
		{
			"an estate that is an affiliate", lot(func(f *Facts) { f.Capacity, f.Affiliate = Estate, AffiliateNow }), soon, NotAvailable,
			[]law.Code{codeHoldingShort, codeLimits},
			nil,
		},
		{
			"an estate that may be one", lot(func(f *Facts) { f.Capacity, f.Affiliate = Estate, AffiliateUnknown }), soon, Undecided,
			[]law.Code{codeReliefUnknown, codeAffiliateUnknown},
			[]string{"17 CFR 230.144(d)(3)"},
		},
		{
			"an estate, an issuer that does not report", lot(func(f *Facts) { private(f); f.Capacity = Estate }), soon, Available,
			[]law.Code{codeHoldingRelieved, codeInformationOff},
			[]string{"17 CFR 230.144(d)(3)(vii)"},
		},
		{
			"an estate before 2008", func(f *Facts) { f.Capacity = Estate }, day(2003, 1, 2), Undecided,
			[]law.Code{codeReliefUnknown},
			[]string{"former 17 CFR 230.144(d)(3)" + unread},
		},
		{
			"an estate in 1996", func(f *Facts) {
				f.Capacity, f.Acquired, f.Paid = Estate, day(1996, 1, 2), day(1996, 1, 2)
			}, day(1996, 6, 3), Undecided,
			[]law.Code{codeReliefUnknown},
			[]string{"55 FR 17933 (not verified: recalled, not read; only the lengths are confirmed, by the summary of 1997)"},
		},
		{
			"a pledgee of market stock", lot(func(f *Facts) { f.Capacity, f.Stock = Pledgee, Unrestricted }), soon, Available,
			[]law.Code{codeCapacityPledgee, codeHoldingRelieved},
			[]string{"C&DI 532.01"},
		},
		{
			"a pledgee of restricted stock", lot(func(f *Facts) { f.Capacity = Pledgee }), soon, NotAvailable,
			[]law.Code{codeCapacityPledgee, codeHoldingShort},
			nil,
		},
		{ // restricted by (a)(3)(i), and dated back to the donor by (d)(3)(v)
			"a donee of market stock", lot(func(f *Facts) { f.Capacity, f.Stock = Donee, Unrestricted }), soon, NotAvailable,
			[]law.Code{codeCapacityDonee, codeHoldingShort},
			[]string{"C&DI 530.03"},
		},
		{
			"a donee of market stock, after six months", lot(func(f *Facts) { f.Capacity, f.Stock = Donee, Unrestricted }),
			day(2024, 11, 1), Available,
			[]law.Code{codeCapacityDonee, codeHoldingMet, codeInformationMet},
			nil,
		},
		{ // restricted by (a)(3)(i), so that (c)(1) binds; the rule was said not to be needed
			"an estate of market stock", lot(func(f *Facts) { f.Capacity, f.Stock = Estate, Unrestricted }), soon, Available,
			[]law.Code{codeCapacityEstate, codeHoldingRelieved, codeInformationMet},
			[]string{"17 CFR 230.144(d)(3)(vii) (not verified: derived: of inheritance (a)(3)(i) does not speak)"},
		},
		{
			"an estate of market stock, reports missing", lot(func(f *Facts) {
				f.Capacity, f.Stock, f.Issuer.Current = Estate, Unrestricted, law.No
			}), soon, NotAvailable,
			[]law.Code{codeHoldingRelieved, codeInformationUnmet},
			nil,
		},
		{
			"a pledgee of market stock before the staff's revised view", func(f *Facts) {
				f.Capacity, f.Stock, f.Acquired, f.Paid = Pledgee, Unrestricted, day(2013, 5, 1), day(2013, 5, 1)
			}, day(2013, 5, 15), Undecided,
			[]law.Code{codeCapacityPledgee, codeReliefUnknown},
			[]string{"17 CFR 230.144(d)(3)" + unread},
		},
		{
			"and on the day of that view", func(f *Facts) {
				f.Capacity, f.Stock, f.Acquired, f.Paid = Pledgee, Unrestricted, day(2013, 5, 1), day(2013, 5, 1)
			}, day(2013, 5, 16), Available,
			[]law.Code{codeCapacityPledgee, codeHoldingRelieved},
			nil,
		},
		{
			"a donee of restricted stock", lot(func(f *Facts) { f.Capacity = Donee }), day(2024, 11, 4), Available,
			[]law.Code{codeCapacityDonee, codeHoldingMet},
			nil,
		},
		{
			"compensatory", lot(func(f *Facts) { f.Compensatory, f.Issuer.Current = true, law.No }), soon, Available,
			[]law.Code{codePlan},
			[]string{"17 CFR 230.701(g)(3)"},
		},
		{ // the year is over, and the plan is not needed any more
			"compensatory for a year", lot(func(f *Facts) { f.Compensatory = true }), day(2025, time.May, 5), Available,
			[]law.Code{codeInformationOff, codeHoldingMet},
			nil,
		},
		{
			"compensatory, of an affiliate", lot(func(f *Facts) { f.Compensatory, f.Affiliate = true, AffiliateNow }), soon, Available,
			[]law.Code{codePlan, codeLimits, codeInformationMet},
			nil,
		},
		{
			"compensatory, issuer unknown", lot(func(f *Facts) {
				f.Compensatory, f.Issuer = true, Issuer{Reporting: ReportingUnknown, Current: law.Yes, Public: law.Yes, Shell: ShellNever}
			}), soon, Undecided,
			[]law.Code{codePlanUnknown},
			nil,
		},
		{
			"compensatory for long, issuer unknown", lot(func(f *Facts) {
				f.Compensatory, f.Issuer = true, Issuer{Reporting: ReportingUnknown, Current: law.No, Public: law.No, Shell: ShellNever}
			}), day(2024, 12, 2), Undecided,
			[]law.Code{codePlan, codeHoldingUnknown},
			nil,
		},
		{
			"compensatory, an issuer that does not report", lot(func(f *Facts) { private(f); f.Compensatory = true }), soon, NotAvailable,
			[]law.Code{codeHoldingShort},
			nil,
		},
		{
			"compensatory before 2008", func(f *Facts) { f.Compensatory = true }, day(2003, 1, 2), Undecided,
			[]law.Code{codePlanUnknown},
			[]string{"17 CFR 230.701(g)(3) (not verified: its text before 2008 was not read)"},
		},
	})
}
