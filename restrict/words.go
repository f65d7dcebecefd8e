package restrict

import "github.com/offerkit/offerkit/law"

// isKnown reports whether the answer is one of the three words.
func isKnown(y law.YesNo) bool { return y == law.Yes || y == law.No || y == law.Unknown }

// Stock tells restricted stock from other stock. The zero Stock is "not
// stated".
type Stock string

const (
	// Restricted stock came from the issuer or an affiliate without a public
	// offering, or is restricted for another reason of 17 CFR 230.144(a)(3).
	Restricted Stock = "restricted"
	// Unrestricted stock is any other. In the hands of an affiliate it is what
	// the trade calls control stock.
	Unrestricted Stock = "unrestricted"
)

func (Stock) all() []Stock {
	return []Stock{Restricted, Unrestricted}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *Stock) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

func (s Stock) known() bool { return s == Restricted || s == Unrestricted }

func (s Stock) check(fs *law.Faults, field string) {
	law.OneOf(fs, field, s, s.all()...)
}

// Security tells equity from debt. The zero Security is "not stated".
type Security string

const (
	// Equity is stock and whatever is not debt: convertible notes are equity too,
	// and so is preferred stock that converts, 17 CFR 230.405.
	Equity Security = "equity"
	// Debt is a security that is no equity security and does not convert into one.
	// It includes non-convertible preferred stock that does not participate, and
	// asset-backed securities: 17 CFR 230.144(a)(4).
	Debt Security = "debt"
)

func (Security) all() []Security {
	return []Security{Equity, Debt}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *Security) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

func (s Security) known() bool { return s == Equity || s == Debt }

func (s Security) check(fs *law.Faults) {
	law.OneOf(fs, "security", s, s.all()...)
}

// Affiliation is how a seller stands to the issuer: whether it controls, is
// controlled by, or is under common control with it. It is a finding of fact
// and follows from no percentage: 17 CFR 230.144(a)(1). The zero Affiliation
// is "not stated".
type Affiliation string

// The kinds of affiliation.
const (
	// AffiliateNow is an affiliate on the day of the sale.
	AffiliateNow Affiliation = "now"
	// AffiliateFormer was an affiliate until a known day.
	AffiliateFormer Affiliation = "former"
	// AffiliateNever was none at any time that matters.
	AffiliateNever Affiliation = "never"
	// AffiliateUnknown may be one, or have been one until lately.
	AffiliateUnknown Affiliation = "unknown"
)

func (Affiliation) all() []Affiliation {
	return []Affiliation{AffiliateNow, AffiliateFormer, AffiliateNever, AffiliateUnknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (a *Affiliation) UnmarshalText(text []byte) error {
	return law.ReadWord(a, text, a.all()...)
}

func (a Affiliation) known() bool {
	switch a {
	case AffiliateNow, AffiliateFormer, AffiliateNever, AffiliateUnknown:
		return true
	}
	return false
}

func (a Affiliation) check(fs *law.Faults, field string) {
	law.OneOf(fs, field, a, a.all()...)
}

// Reporting tells whether an issuer is bound to file reports under section 13
// or 15(d) of the Exchange Act. The zero Reporting is "not stated".
type Reporting string

// The kinds of reporting.
const (
	// ReportingSubject is bound to report, from a known day on and still.
	ReportingSubject Reporting = "subject"
	// ReportingEnded was bound to report between two known days.
	ReportingEnded Reporting = "ended"
	// ReportingVoluntary files reports without being bound to. For Rule 144
	// that is no better than not reporting: C&DI 132.09.
	ReportingVoluntary Reporting = "voluntary"
	// ReportingNone is not bound to report and was not before.
	ReportingNone Reporting = "none"
	// ReportingUnknown may or may not be bound to, for long enough or not.
	ReportingUnknown Reporting = "unknown"
)

func (Reporting) all() []Reporting {
	return []Reporting{ReportingSubject, ReportingEnded, ReportingVoluntary, ReportingNone, ReportingUnknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (r *Reporting) UnmarshalText(text []byte) error {
	return law.ReadWord(r, text, r.all()...)
}

func (r Reporting) check(fs *law.Faults, field string) {
	law.OneOf(fs, field, r, r.all()...)
}

// Shell tells whether an issuer is a shell company: one with no or nominal
// operations and no or nominal assets other than cash, 17 CFR
// 230.144(i)(1)(i). The zero Shell is "not stated".
type Shell string

// The kinds of shell history.
const (
	// ShellNever was a shell company at no time. An issuer of asset-backed
	// securities counts as one that never was.
	ShellNever Shell = "never"
	// ShellNow is one on the day of the sale.
	ShellNow Shell = "now"
	// ShellFormer was one and is one no more.
	ShellFormer Shell = "former"
	// ShellOfOperatingCompany is a business combination related shell company,
	// which paragraph (i)(1) excludes: one formed by an entity that is not a shell
	// company, solely to change that entity's domicile within the United States,
	// or solely to complete a business combination among other entities of which
	// none is a shell company, 17 CFR 230.405. A special purpose acquisition
	// company (SPAC) is not one, nor is the shell of a reverse merger: each is
	// ShellNow or ShellFormer.
	ShellOfOperatingCompany Shell = "formed by an operating company"
	// ShellStartUp is a company in its first days with little to show. That
	// paragraph (i) does not mean it is recalled, not read, and leaves the answer
	// open.
	ShellStartUp Shell = "start up"
	// ShellUnknown may be or have been one.
	ShellUnknown Shell = "unknown"
)

func (Shell) all() []Shell {
	return []Shell{ShellNever, ShellNow, ShellFormer, ShellOfOperatingCompany, ShellStartUp, ShellUnknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *Shell) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

func (s Shell) check(fs *law.Faults, field string) {
	law.OneOf(fs, field, s, s.all()...)
}
