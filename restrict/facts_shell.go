package restrict

import (
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// tainted reports whether the security was first issued when the issuer was a
// shell company or had been one, (i)(1). What an operating company issued stays
// free of that, even if the company becomes a shell.
func (f *Facts) tainted() bool {
	return (f.Issuer.Shell == ShellNow || f.Issuer.Shell == ShellFormer) && !f.Issued.Before(f.Issuer.ShellSince)
}

// checkShell records what is missing for the gate of (i), and dates that no
// company can have.
func (f *Facts) checkShell(fs *law.Faults) {
	i, word := &f.Issuer, string(f.Issuer.Shell)
	cured := false // whether the cure of (i)(2) is asked about
	switch i.Shell {
	case ShellFormer:
		required(fs, "issuer.shell_since", i.ShellSince)
		required(fs, "issuer.shell_until", i.ShellUntil)
		required(fs, "issued", f.Issued)
		cured = f.tainted()
		i.checkShellDates(fs)
	case ShellNow:
		required(fs, "issuer.shell_since", i.ShellSince)
		required(fs, "issued", f.Issued)
		refused(fs, "issuer.shell_until", i.ShellUntil, "shell", word)
	case ShellNever, ShellOfOperatingCompany, ShellStartUp, ShellUnknown:
		refused(fs, "issuer.shell_since", i.ShellSince, "shell", word)
		refused(fs, "issuer.shell_until", i.ShellUntil, "shell", word)
	default:
		i.Shell.check(fs, "issuer.shell")
		return
	}
	checkAnswer(i.Form10, fs, "issuer.form_10", cured)
	checkAnswer(i.ShellReports, fs, "issuer.shell_reports", cured)
	switch {
	case i.Form10 != law.Yes:
		refused(fs, "issuer.form_10_filed", i.Form10Filed, "form_10", string(i.Form10))
	case i.Shell != ShellFormer:
		check.Although(fs, "issuer.form_10", string(i.Form10), "shell", word)
	default:
		required(fs, "issuer.form_10_filed", i.Form10Filed)
	}
}

// checkShellDates records an order of days that no company can have: it is a
// shell before it ceases to be one, and tells of that afterwards.
func (i *Issuer) checkShellDates(fs *law.Faults) {
	if i.ShellUntil.Before(i.ShellSince) && !i.ShellUntil.IsZero() {
		fs.Add(law.ErrConflict, "issuer.shell_until", i.ShellUntil.String(), "is before shell_since, %s", i.ShellSince)
	}
	if i.Form10Filed.Before(i.ShellUntil) && !i.Form10Filed.IsZero() {
		fs.Add(law.ErrConflict, "issuer.form_10_filed", i.Form10Filed.String(), "is before shell_until, %s", i.ShellUntil)
	}
}
