package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Facts describes a lot of securities, its seller and its issuer, as Rule 144
// asks about them. Words such as Affiliate tell how things stand on the day of
// the sale.
//
// The zero Facts states nothing, and every question about it is refused with
// the names of all the missing facts. Facts is comparable with ==.
type Facts struct {
	// Acquired is the day on which the lot was last acquired from the issuer or
	// from an affiliate of the issuer, whoever holds it now, or the day that
	// paragraph (d)(3) puts in its place. Required for stock that is restricted
	// in the seller's hands. 17 CFR 230.144(d)(1).
	Acquired calendar.Date `json:"acquired,omitzero"`
	// Paid is the day on which the full price of that acquisition was paid,
	// before or after Acquired; the holding period begins on the later day.
	// Required where Acquired is. 17 CFR 230.144(d)(1)(iii).
	Paid calendar.Date `json:"paid,omitzero"`
	// Stock tells restricted stock from other stock, as it stands in the
	// seller's hands; for an Estate, a Pledgee or a Donee, as it stood in the
	// affiliate's. Required.
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
	// whomever. It may lie after Acquired, as when shares come from an older
	// warrant, but not after the sale. Required if the issuer ever was a shell
	// company.
	Issued calendar.Date `json:"issued,omitzero"`
	// Capacity is how the seller comes to sell. The zero Capacity is Holder.
	Capacity Capacity `json:"capacity,omitempty"`
	// Compensatory claims that the issuer issued the stock under Rule 701 before
	// it was subject to reporting, 17 CFR 230.701(g)(3). False claims nothing.
	// It contradicts stock that is not restricted.
	Compensatory bool `json:"compensatory,omitempty"`
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
	// in the twelve months before the sale, Forms 8-K aside, and for sales from
	// 2009-04-13 on every interactive data file: paragraph (c)(1). Reports under
	// section 30(a) of the Investment Company Act count, C&DI 131.04. Required
	// unless Reporting is voluntary or none.
	Current law.YesNo `json:"current,omitempty"`
	// Forms8K tells whether such an issuer has filed every Form 8-K required in
	// the same twelve months. Only sales before 2008-02-15 turn on it, whose text
	// of (c)(1) was not read and is not known to have excepted Forms 8-K: where it
	// asks for reports, the answer is unknown unless Forms8K is yes. The zero
	// Forms8K counts as unknown.
	Forms8K law.YesNo `json:"forms_8_k,omitempty"`
	// Extension tells whether the sale falls into the time that a notification
	// of late filing (NT 10-K or NT 10-Q) has opened. It changes no answer; yes
	// and unknown are a warning among the reasons, C&DI 131.02. The zero
	// Extension says nothing.
	Extension law.YesNo `json:"extension,omitempty"`
	// Public tells whether the information of paragraph (c)(2) about an issuer
	// that need not report is publicly available and current. Required unless
	// the issuer is subject to reporting throughout the days asked about.
	Public law.YesNo `json:"public,omitempty"`
	// Shell tells whether the issuer is or was a shell company: paragraph (i).
	// Required.
	Shell Shell `json:"shell"`
	// ShellSince is the first day on which it ever was one. Required if Shell
	// is now or former, and refused otherwise.
	ShellSince calendar.Date `json:"shell_since,omitzero"`
	// ShellUntil is the last day on which it was one. Required if Shell is
	// former, and refused otherwise.
	ShellUntil calendar.Date `json:"shell_until,omitzero"`
	// Form10 tells whether a former shell has filed Form 10 information that
	// shows it to be one no more, in any filing: paragraph (i)(3). Required if
	// the security was issued on or after ShellSince by a former shell, and
	// refused as yes unless Shell is former.
	Form10 law.YesNo `json:"form_10,omitempty"`
	// Form10Filed is the day on which it first filed that information;
	// amendments do not count anew. Required if Form10 is yes, and refused
	// otherwise.
	Form10Filed calendar.Date `json:"form_10_filed,omitzero"`
	// ShellReports tells whether a former shell has filed all reports and other
	// materials required in the twelve months before the sale, or in the shorter
	// time for which it had to, Forms 8-K aside: paragraph (i)(2), asked again
	// at every sale for ever. Required where Form10 is.
	ShellReports law.YesNo `json:"shell_reports,omitempty"`
}

// start is the first day of the holding period, (d)(1)(iii).
func (f *Facts) start() calendar.Date {
	if f.Paid.After(f.Acquired) {
		return f.Paid
	}
	return f.Acquired
}
