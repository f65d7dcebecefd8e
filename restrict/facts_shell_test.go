package restrict

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// shellOf2004 makes the issuer a shell until 2004, which told of its end.
func shellOf2004(f *Facts) *Issuer {
	f.Issued = day(2002, time.November, 1)
	i := &f.Issuer
	i.Shell, i.ShellSince, i.ShellUntil = ShellFormer, day(2002, time.January, 2), day(2004, time.March, 1)
	i.Form10, i.Form10Filed, i.ShellReports = law.Yes, day(2004, time.March, 5), law.Yes
	return i
}

func TestRefusalsOfShellsAndCapacities(t *testing.T) {
	sale := day(2005, time.June, 1)
	askRefusals(t, []refusal{
		{
			"a former shell of which nothing is told",
			func(f *Facts) { f.Issuer.Shell = ShellFormer },
			sale,
			[]string{
				"issued: missing", "issuer.form_10: missing", "issuer.shell_reports: missing",
				"issuer.shell_since: missing", "issuer.shell_until: missing",
			},
		},
		{
			"a former shell that filed on no day",
			func(f *Facts) { shellOf2004(f).Form10Filed = calendar.Date{} },
			sale,
			[]string{"issuer.form_10_filed: missing"},
		},
		{
			"a former shell that has not filed, on a day",
			func(f *Facts) { shellOf2004(f).Form10 = law.No },
			sale,
			[]string{"issuer.form_10_filed: conflict"},
		},
		{
			"a former shell whose days run backward",
			func(f *Facts) {
				i := shellOf2004(f)
				i.ShellUntil = i.ShellSince.AddDays(-1)
			},
			sale,
			[]string{"issuer.shell_until: conflict"},
		},
		{
			"a former shell that told of its end before",
			func(f *Facts) {
				i := shellOf2004(f)
				i.Form10Filed = i.ShellUntil.AddDays(-1)
			},
			sale,
			[]string{"issuer.form_10_filed: conflict"},
		},
		{
			"a former shell until after the sale",
			func(f *Facts) {
				i := shellOf2004(f)
				i.ShellUntil, i.Form10Filed = sale.AddDays(1), sale.AddDays(2)
			},
			sale, nil, // it is one still
		},
		{
			"a former shell that told of its end at once, and sells that day",
			func(f *Facts) {
				i := shellOf2004(f)
				i.ShellUntil, i.Form10Filed = sale, sale
			},
			sale, nil,
		},
		{
			"a former shell that issued before needs no cure",
			func(f *Facts) {
				i := shellOf2004(f)
				f.Issued, i.Form10, i.Form10Filed, i.ShellReports = i.ShellSince.AddDays(-1), "", calendar.Date{}, ""
			},
			sale, nil,
		},
		{
			"a shell with an end",
			func(f *Facts) { shellOf2004(f); f.Issuer.Shell = ShellNow },
			sale,
			[]string{"issuer.form_10: conflict", "issuer.shell_until: conflict"},
		},
		{
			"a start-up with days, and stray words",
			func(f *Facts) {
				i := shellOf2004(f)
				i.Shell, i.ShellReports, i.Extension, f.Capacity = ShellStartUp, "x", "x", "x"
			},
			sale,
			[]string{
				"capacity: invalid", "issuer.extension: invalid", "issuer.form_10: conflict", "issuer.shell_reports: invalid",
				"issuer.shell_since: conflict", "issuer.shell_until: conflict",
			},
		},
		{
			"Rule 701 and free stock",
			func(f *Facts) { f.Compensatory, f.Stock = true, Unrestricted },
			sale,
			[]string{"compensatory: conflict"},
		},
		{
			"a pledgee of free stock without dates",
			func(f *Facts) {
				f.Stock, f.Capacity, f.Acquired, f.Paid = Unrestricted, Pledgee, calendar.Date{}, calendar.Date{}
			},
			sale,
			[]string{"acquired: missing", "paid: missing"},
		},
	})
}

// TestShellLater asks about sales before the issuer became a shell, while it is
// one and afterwards: what is later than a sale is not yet so.
func TestShellLater(t *testing.T) {
	f := purchase2002()
	f.Acquired, f.Paid, f.Issued = day(2010, 1, 4), day(2010, 1, 4), day(2010, 1, 4)
	f.Issuer.Shell, f.Issuer.ShellSince, f.Issuer.ShellUntil = ShellFormer, day(2018, 11, 2), day(2020, 3, 2)
	f.Issuer.Form10, f.Issuer.Form10Filed, f.Issuer.ShellReports = law.Yes, day(2020, 3, 6), law.Yes
	tainted := f
	tainted.Acquired, tainted.Paid, tainted.Issued = day(2018, 11, 2), day(2018, 11, 2), day(2018, 11, 2)
	for _, c := range []struct {
		f    Facts
		sale calendar.Date
		want Answer
		code law.Code
		text string
	}{
		{f, day(2018, 11, 1), Available, codeShellLater, "not yet a shell company, which it became on Friday, November 2, 2018"},
		{f, day(2018, 11, 2), Available, codeShellLater, "issued this stock before"},
		{f, day(2024, 1, 2), Available, codeShellLater, "issued this stock before"},
		{tainted, day(2020, 3, 2), NotAvailable, codeShellBarred, "is a shell company on the day of the sale, until Monday, March 2, 2020"},
		{tainted, day(2020, 3, 3), NotAvailable, codeShellYear, "is over on Saturday, March 6, 2021"},
		{tainted, day(2021, 3, 6), Available, codeShellCured, ""},
	} {
		got := mustRule(t, c.f, c.sale)
		if got.Answer != c.want || !got.Why.Has(c.code) || !strings.Contains(got.Why.String(), c.text) {
			t.Errorf("%s: %s, want %s and %s: %s\n%s", c.sale, got.Answer, c.want, c.code, c.text, got.Why)
		}
	}
}

// TestAcquisitionCompany: the shares of a SPAC are those of a shell company,
// and the word for the shell that (i)(1) excludes says what it is. The word that
// it had before, in which a SPAC would find itself, is refused.
func TestAcquisitionCompany(t *testing.T) {
	founder := purchase2002()
	founder.Acquired, founder.Paid, founder.Issued = day(2021, 1, 4), day(2021, 1, 4), day(2021, 1, 4)
	founder.Issuer.Shell, founder.Issuer.ShellSince = ShellNow, day(2021, 1, 4)
	if v := mustScreen(t, founder, day(2022, 6, 1)); v.Answer != NotAvailable {
		t.Errorf("the founder's shares of a SPAC: %v", v)
	}
	founder.Issuer.Shell, founder.Issuer.ShellSince = "business combination", calendar.Date{}
	if _, err := Screen(founder, day(2022, 6, 1)); !errors.Is(err, law.ErrInvalid) {
		t.Errorf("the former word: %v", err)
	}
	founder.Issuer.Shell = "formed by an operating company"
	got := mustRule(t, founder, day(2022, 6, 1))
	if got.Answer != Available || !got.Why.Has(codeShellCombination) {
		t.Errorf("%s\n%s", got.Answer, got.Why)
	}
	for _, want := range []string{"formed by an entity that is not a shell company", "A special purpose acquisition company is not one"} {
		if !strings.Contains(got.Why.String(), want) {
			t.Errorf("%q is not in\n%s", want, got.Why)
		}
	}
}
