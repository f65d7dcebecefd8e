package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// check records what keeps the facts from being asked about at all. It
// allocates nothing when they are in order.
//
// From is the first day asked about: Current and Public are asked for as far
// as the issuer's status from that day on makes them matter.
func (f *Facts) check(fs *law.Faults, from calendar.Date) {
	f.checkLot(fs)
	f.checkSeller(fs)
	f.Issuer.checkReporting(fs, from)
	f.checkShell(fs)
}

// checkSale records what is wrong with the day of the sale. Facts that describe
// a later day than the sale's cannot answer for it, nor can law that begins
// later.
func (f *Facts) checkSale(fs *law.Faults, sale, first calendar.Date) {
	if sale.IsZero() {
		fs.Missing("sale")
		return
	}
	if sale.Before(first) {
		fs.Add(law.ErrUnsupported, "sale", sale.String(), "is before %s, the first sale whose law is held", first)
	}
	if sale.Before(f.Acquired) {
		fs.Add(law.ErrConflict, "sale", sale.String(), "is before the acquisition on %s", f.Acquired)
	}
	if f.LastAffiliate.After(sale) {
		fs.Add(law.ErrConflict, "last_affiliate", f.LastAffiliate.String(), "is after the sale on %s", sale)
	}
	notAfter(fs, "issued", f.Issued, sale)
}

func (f *Facts) checkLot(fs *law.Faults) {
	if !f.Stock.known() {
		f.Stock.check(fs, "stock")
	}
	if !f.Security.known() {
		f.Security.check(fs)
	}
	if f.Stock != Unrestricted || f.restricted() { // only restricted securities have a holding period, (d)
		required(fs, "acquired", f.Acquired)
		required(fs, "paid", f.Paid)
	}
	if f.Compensatory && f.Stock == Unrestricted {
		check.Although(fs, "compensatory", "true", "stock", string(f.Stock))
	}
}

func (f *Facts) checkSeller(fs *law.Faults) {
	if !f.Capacity.known() {
		f.Capacity.check(fs, "capacity")
	}
	if !f.Affiliate.known() {
		f.Affiliate.check(fs, "affiliate")
		return
	}
	if f.Affiliate == AffiliateFormer {
		required(fs, "last_affiliate", f.LastAffiliate)
		return
	}
	refused(fs, "last_affiliate", f.LastAffiliate, "affiliate", string(f.Affiliate))
}

func (i *Issuer) checkReporting(fs *law.Faults, from calendar.Date) {
	needCurrent, needPublic := true, true
	switch i.Reporting {
	case ReportingSubject:
		required(fs, "issuer.reporting_since", i.ReportingSince)
		refused(fs, "issuer.reporting_until", i.ReportingUntil, "reporting", string(i.Reporting))
		needPublic = i.ReportingSince.After(from)
	case ReportingEnded:
		required(fs, "issuer.reporting_since", i.ReportingSince)
		required(fs, "issuer.reporting_until", i.ReportingUntil)
		if i.ReportingUntil.Before(i.ReportingSince) && !i.ReportingUntil.IsZero() {
			fs.Add(law.ErrConflict, "issuer.reporting_until", i.ReportingUntil.String(),
				"is before reporting_since, %s", i.ReportingSince)
		}
	case ReportingVoluntary, ReportingNone, ReportingUnknown:
		needCurrent = i.Reporting == ReportingUnknown
		refused(fs, "issuer.reporting_since", i.ReportingSince, "reporting", string(i.Reporting))
		refused(fs, "issuer.reporting_until", i.ReportingUntil, "reporting", string(i.Reporting))
	default:
		i.Reporting.check(fs, "issuer.reporting")
	}
	checkAnswer(i.Current, fs, "issuer.current", needCurrent)
	checkAnswer(i.Forms8K, fs, "issuer.forms_8_k", false)
	checkAnswer(i.Public, fs, "issuer.public", needPublic)
	checkAnswer(i.Extension, fs, "issuer.extension", false)
}

// checkAnswer takes the zero YesNo as stated enough where the answer is not needed.
func checkAnswer(y law.YesNo, fs *law.Faults, field string, needed bool) {
	if !isKnown(y) && (needed || y != "") {
		law.OneOf(fs, field, y, law.Yes, law.No, law.Unknown)
	}
}

func required(fs *law.Faults, field string, d calendar.Date) {
	if d.IsZero() {
		fs.Missing(field)
	}
}

// refused records a date that contradicts the word beside it.
func refused(fs *law.Faults, field string, d calendar.Date, by, word string) {
	if !d.IsZero() {
		check.Although(fs, field, d.String(), by, word)
	}
}
