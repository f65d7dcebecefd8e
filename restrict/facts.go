package restrict

import "github.com/offerkit/offerkit/calendar"

// Facts describes a lot of securities, its seller and its issuer, as Rule 144
// asks about them. Words such as Affiliate tell how things stand on the day of
// the sale.
//
// The zero Facts states nothing, and every question about it is refused with
// the names of all the missing facts. Facts is comparable with ==.
type Facts struct {
	// Acquired is the day on which the lot was last acquired from the issuer or
	// from an affiliate of the issuer, whoever holds it now. Required for
	// restricted stock. 17 CFR 230.144(d)(1).
	Acquired calendar.Date `json:"acquired,omitzero"`
	// Paid is the day on which the full price of that acquisition was paid,
	// before or after Acquired; the holding period begins on the later day.
	// Required for restricted stock. 17 CFR 230.144(d)(1)(iii).
	Paid calendar.Date `json:"paid,omitzero"`
	// Stock tells restricted stock from other stock. Required.
	Stock Stock `json:"stock"`
	// Security tells equity from debt. Required.
	Security Security `json:"security"`
	// Affiliate is the seller's relation to the issuer, or that of the person
	// for whose account the sale is made. Required.
	Affiliate Affiliation `json:"affiliate"`
	// LastAffiliate is the last day on which a former affiliate was one.
	// Required if Affiliate is former, and refused otherwise.
	LastAffiliate calendar.Date `json:"last_affiliate,omitzero"`
	// Issued is the day on which the issuer first issued the security, to
	// whomever. Required if the issuer ever was a shell company.
	Issued calendar.Date `json:"issued,omitzero"`
	// Issuer describes the company.
	Issuer Issuer `json:"issuer"`
}

// Issuer describes the company whose securities are sold. The zero Issuer
// states nothing and is refused.
type Issuer struct {
	// Reporting tells whether the issuer is subject to section 13 or 15(d) of
	// the Exchange Act. Required.
	Reporting Reporting `json:"reporting"`
	// ReportingSince is the first day on which it was. Required if Reporting
	// is subject or ended, and refused otherwise.
	ReportingSince calendar.Date `json:"reporting_since,omitzero"`
	// ReportingUntil is the last day on which it was. Required if Reporting is
	// ended, and refused otherwise.
	ReportingUntil calendar.Date `json:"reporting_until,omitzero"`
	// Current tells whether a reporting issuer has filed every report required
	// in the twelve months before the sale, Forms 8-K aside: paragraph (c)(1).
	// Required unless Reporting is voluntary or none.
	Current YesNo `json:"current,omitempty"`
	// Public tells whether the information of paragraph (c)(2) about an issuer
	// that need not report is publicly available and current. Required unless
	// the issuer is subject to reporting throughout the days asked about.
	Public YesNo `json:"public,omitempty"`
	// Shell tells whether the issuer is or was a shell company: paragraph (i).
	// Required.
	Shell Shell `json:"shell"`
	// ShellSince is the first day on which it ever was one. Required if Shell
	// is now or former, and refused otherwise.
	ShellSince calendar.Date `json:"shell_since,omitzero"`
}

// start is the first day of the holding period, (d)(1)(iii).
func (f *Facts) start() calendar.Date {
	if f.Paid.After(f.Acquired) {
		return f.Paid
	}
	return f.Acquired
}

// tainted reports whether the security was first issued when the issuer was a
// shell company or had been one, (i)(1).
func (f *Facts) tainted() bool {
	return (f.Issuer.Shell == ShellNow || f.Issuer.Shell == ShellFormer) && !f.Issued.Before(f.Issuer.ShellSince)
}
