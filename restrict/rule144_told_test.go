package restrict

import (
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// reasonOf is the first reason of that code.
func reasonOf(t *testing.T, why law.Reasons, code law.Code) law.Reason {
	t.Helper()
	for _, r := range why {
		if r.Code == code {
			return r
		}
	}
	t.Errorf("no reason %s\n%s", code, why)
	return law.Reason{}
}

// TestRule144TellsFromWhen: a day that can be told is told, whatever else is
// unknown; one that never comes is no day; and one that turns on what is unknown
// cannot be told.
func TestRule144TellsFromWhen(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Facts)
		sale   calendar.Date
		answer Answer
		want   string
		first  bool // whether the day is that before which no law is held
	}{
		{
			"open", func(*Facts) {}, day(2003, time.December, 1), Available,
			"A sale is open from Saturday, November 29, 2003, or conservatively from Sunday, November 30, 2003, " +
				"if the information about the issuer is current when (c) asks for it.", false,
		},
		{
			"information unknown", func(f *Facts) { f.Issuer.Current = law.Unknown }, day(2003, time.December, 1), Undecided,
			"A sale is open from Saturday, November 29, 2003, or conservatively from Sunday, November 30, 2003, " +
				"if the information about the issuer is current when (c) asks for it.", false,
		},
		{
			"a shell for good", func(f *Facts) { f.Issuer.Shell, f.Issuer.ShellSince, f.Issued = ShellNow, f.Acquired, f.Acquired },
			day(2010, time.January, 4), NotAvailable, "A sale is open on no day, as things are stated.", false,
		},
		{
			"perhaps a shell", func(f *Facts) { f.Issuer.Shell = ShellUnknown }, day(2010, time.January, 4), Undecided,
			"From when a sale is open cannot be told while that is unknown.", false,
		},
		{
			"older than the law", func(f *Facts) {
				f.Acquired, f.Paid, f.Issuer.ReportingSince = day(1985, 1, 2), day(1985, 1, 2), day(1980, 1, 2)
			}, day(1991, time.January, 2), Available, "A sale is open from Monday, April 30, 1990.", true,
		},
		{
			"bought on its first day, and free of any period", func(f *Facts) {
				f.Acquired, f.Paid, f.Issuer.ReportingSince = day(1990, 4, 30), day(1990, 4, 30), day(1980, 1, 2)
				f.Stock, f.Affiliate = Unrestricted, AffiliateNow
			}, day(1991, time.January, 2), Available,
			"A sale is open from Monday, April 30, 1990, if the information about the issuer is current when (c) asks for it.", false,
		},
	} {
		f := purchase2002()
		c.change(&f)
		got := mustRule(t, f, c.sale)
		if text := reasonOf(t, got.Why, codeLimited).Text; got.Answer != c.answer || text != c.want || got.Why.Has(codeVersionFirst) != c.first {
			t.Errorf("%s: %s, want %s\n%q, want\n%q\n%s", c.name, got.Answer, c.answer, text, c.want, got.Why)
		}
	}
}

// TestRule144TellsTheCapacity holds what each capacity is told to the paragraph
// or the view of the staff that speaks of it.
func TestRule144TellsTheCapacity(t *testing.T) {
	const free = "has no holding period if it is no affiliate"
	soon := day(2024, time.May, 15)
	for _, c := range []struct {
		capacity  Capacity
		stock     Stock
		affiliate Affiliation
		code      law.Code
		cite      string
		text      string
		doubted   bool
	}{
		{Estate, Restricted, AffiliateNever, codeHoldingRelieved, "17 CFR 230.144(d)(3)(vii)", "of an estate or beneficiary", false},
		{Pledgee, Unrestricted, AffiliateNever, codeHoldingRelieved, "C&DI 532.01", "of a pledgee", false},
		{Estate, Restricted, AffiliateUnknown, codeReliefUnknown, "17 CFR 230.144(d)(3)", free, false},
		{Pledgee, Unrestricted, AffiliateUnknown, codeReliefUnknown, "17 CFR 230.144(d)(3)", free, false},
		{Estate, Unrestricted, AffiliateNever, codeHoldingRelieved, "17 CFR 230.144(d)(3)(vii)", "of an estate or beneficiary", false},
		{Donee, Unrestricted, AffiliateNever, codeHoldingShort, "17 CFR 230.144(d)(1)(i)", "Held since Wednesday, May 1, 2024", false},
	} {
		f := purchase2002()
		f.Acquired, f.Paid = day(2024, time.May, 1), day(2024, time.May, 1)
		f.Capacity, f.Stock, f.Affiliate = c.capacity, c.stock, c.affiliate
		got := mustRule(t, f, soon)
		r := reasonOf(t, got.Why, c.code)
		if r.Authority.Cite != c.cite || !strings.Contains(r.Text, c.text) || (r.Authority.Doubt != "") != c.doubted {
			t.Errorf("%s, %s: %s, want %q of %s, doubted %t", c.capacity, c.affiliate, r, c.text, c.cite, c.doubted)
		}
	}
	// What the affiliate held as restricted was not made so by the transfer.
	for _, capacity := range []Capacity{Estate, Pledgee, Donee} {
		for _, stock := range []Stock{Restricted, Unrestricted} {
			f := purchase2002()
			f.Capacity, f.Stock = capacity, stock
			got := mustRule(t, f, soon)
			if told := strings.Contains(got.Why.String(), "which the affiliate held as unrestricted"); told != (stock == Unrestricted) {
				t.Errorf("%s, %s stock: told %t\n%s", capacity, stock, told, got.Why)
			}
		}
	}
}

// TestRule144InformationOfAnUnknownIssuer: as long as no holding period is over,
// which limb of (c) asks for information turns on whether the issuer reports,
// and none is taken as met. Once only one that reports could sell, its limb
// alone is left.
func TestRule144InformationOfAnUnknownIssuer(t *testing.T) {
	for _, c := range []struct {
		current, public law.YesNo
		sale            calendar.Date
		want            law.Code
	}{
		{law.Yes, law.No, day(2024, time.February, 15), codeInformationUnknown},
		{law.No, law.Yes, day(2024, time.February, 15), codeInformationUnknown},
		{law.No, law.No, day(2024, time.February, 15), codeInformationUnmet},
		{law.Yes, law.No, day(2024, time.September, 16), codeInformationMet},
		{law.No, law.Yes, day(2024, time.September, 16), codeInformationUnmet},
	} {
		f := purchase2002()
		f.Acquired, f.Paid = day(2024, time.January, 15), day(2024, time.January, 15)
		f.Issuer = Issuer{Reporting: ReportingUnknown, Current: c.current, Public: c.public, Shell: ShellNever}
		got := mustRule(t, f, c.sale)
		for _, code := range []law.Code{codeInformationUnknown, codeInformationUnmet, codeInformationMet, codeInformationOff} {
			if got.Why.Has(code) != (code == c.want) {
				t.Errorf("reports %s, other information %s, on %s: want %s alone\n%s", c.current, c.public, c.sale, c.want, got.Why)
				break
			}
		}
	}
}
