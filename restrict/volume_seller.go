package restrict

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Seller is the person for whose account securities are sold, as far as
// paragraphs (e), (f) and (h) of Rule 144 ask about that person.
//
// The zero Seller states nothing and is refused.
type Seller struct {
	// Affiliate is the seller's relation to the issuer on the day of the sale.
	// Required.
	Affiliate Affiliation `json:"affiliate"`
	// LastAffiliate is the last day on which a former affiliate was one.
	// Required if Affiliate is former, and refused otherwise.
	LastAffiliate calendar.Date `json:"last_affiliate,omitzero"`
	// Stock tells restricted stock from other stock. Required.
	Stock Stock `json:"stock"`
	// HeldSince is the day on which the holding period of restricted stock
	// began. Required for sales before 2008-02-15 by others than affiliates,
	// whom the former rule bound until two years had passed.
	HeldSince calendar.Date `json:"held_since,omitzero"`
	// Capacity is how the seller comes to sell. An estate or beneficiary that
	// is no affiliate is free of (f) and, since 2008-02-15, of (e); what an estate, a pledgee or a
	// donee has from an affiliate is restricted.
	Capacity Capacity `json:"capacity,omitempty"`
}

// Seller is the seller of the lot as [VolumeLimit], [MannerOfSale] and [Form144]
// ask about one, so that they are asked about the same as [Rule144]. Of facts
// that are not in order it is one that they refuse; so it is of a lot whose price
// is paid after the sale, with [law.ErrConflict] on "seller.held_since".
func (f Facts) Seller() Seller {
	s := Seller{Affiliate: f.Affiliate, LastAffiliate: f.LastAffiliate, Stock: f.Stock, Capacity: f.Capacity}
	if f.restricted() {
		s.HeldSince = f.start()
	}
	return s
}

// check records what keeps the seller from being asked about.
func (s *Seller) check(fs *law.Faults, sale calendar.Date, former bool) {
	if !s.Stock.known() {
		s.Stock.check(fs, "seller.stock")
	}
	if !s.Capacity.known() {
		s.Capacity.check(fs, "seller.capacity")
	}
	if !s.Affiliate.known() {
		s.Affiliate.check(fs, "seller.affiliate")
		return
	}
	if s.Affiliate == AffiliateFormer {
		required(fs, "seller.last_affiliate", s.LastAffiliate)
	} else {
		refused(fs, "seller.last_affiliate", s.LastAffiliate, "affiliate", string(s.Affiliate))
	}
	if former && s.stock() == Restricted && s.Affiliate != AffiliateNow {
		required(fs, "seller.held_since", s.HeldSince)
	}
	for _, d := range [...]struct {
		field string
		day   calendar.Date
	}{{"seller.last_affiliate", s.LastAffiliate}, {"seller.held_since", s.HeldSince}} {
		if d.day.After(sale) && !sale.IsZero() {
			fs.Add(law.ErrConflict, d.field, d.day.String(), "is after the sale on %s", sale)
		}
	}
}

// stock tells whether the stock is restricted in the seller's hands.
func (s *Seller) stock() Stock {
	if s.Capacity.fromAffiliate() {
		return Restricted
	}
	return s.Stock
}

// facts is what [Screen] is asked about. Whether (e), (f) and (h) bind turns on
// neither the issuer nor the information about it nor, since 2008, the time
// held. All of them are filled in so that nothing else stands in the way.
func (s *Seller) facts(security Security, former bool) Facts {
	held := calendar.MustDate(1990, time.January, 2)
	if former && !s.HeldSince.IsZero() {
		held = s.HeldSince
	}
	f := Facts{
		Acquired: held, Paid: held, Stock: s.stock(), Security: security,
		Affiliate: s.Affiliate, LastAffiliate: s.LastAffiliate,
		Issuer: Issuer{Reporting: ReportingNone, Public: law.Yes, Shell: ShellNever},
	}
	if s.Capacity == Estate { // whom the former text treats apart
		f.Capacity = Estate
	}
	return f
}

// binding is whether a condition binds a sale.
type binding struct {
	answer law.YesNo
	// estate is true if paragraph (e)(3)(v) or (f)(3)(i) lifts it, or may.
	estate bool
	// boundary is true if counting the months conservatively may bind a sale
	// that is free by the anniversary.
	boundary bool
}

// bound asks Screen whether one of (e), (f) and (h) binds the sale, so that the
// two never disagree. The seller was checked.
func (s *Seller) bound(security Security, sale calendar.Date, c Conditions, former bool) (binding, error) {
	if s.Affiliate == AffiliateUnknown {
		now, never := *s, *s
		now.Affiliate, never.Affiliate = AffiliateNow, AffiliateNever
		b, err := never.bound(security, sale, c, former)
		if other, otherErr := now.bound(security, sale, c, former); err == nil && otherErr == nil && other.answer == b.answer {
			return b, nil
		}
		return binding{answer: law.Unknown}, err
	}
	v, err := Screen(s.facts(security, former), sale)
	if err != nil {
		return binding{answer: law.No}, err
	}
	b := binding{answer: law.No, estate: s.Capacity == Estate && s.Affiliate == AffiliateNever && c != ConditionH}
	apart := former && s.Capacity == Estate && v.Conditions&limits == ConditionE|ConditionH // (f)(3)(i) is applied
	switch {
	case apart && c == ConditionE:
		b.answer = law.Unknown // the text of the time was not read
	case apart && c == ConditionF:
		b.estate = true
	case v.Conditions.Has(c):
		b.answer, b.estate = law.Yes, false
	case v.Answer == Undecided, v.Answer == NotAvailable && !former:
		b.answer = law.Unknown // a former affiliate whom neither (b)(1) nor (b)(2) takes
	case former:
		b.boundary = v.Boundary && (s.Capacity != Estate || c != ConditionF)
		b.estate = b.estate && c == ConditionF
	}
	return b, nil
}

// bindingCodes are the codes of the step that tells whether a paragraph binds: on
// and off, off by one way of counting months alone, and what has to be known.
// Of (f) and (h), no estate is in question.
type bindingCodes struct{ on, off, boundary, affiliate, estate law.Code }

// reason tells why the paragraph, such as "(e)", binds the sale or not.
func (b binding) reason(s *Seller, sl *saleLaw, paragraph string, codes bindingCodes) law.Reason {
	say := func(code law.Code, c law.Citation, text string) law.Reason {
		return law.Reason{Code: code, Text: text, Authority: c}
	}
	release := law.Citation{Cite: "62 FR 9242", Title: "Release 33-7390, effective April 29, 1997"}
	if !sl.former {
		release = sl.cite(cfr144 + "(b)")
	}
	switch {
	case b.answer == law.Unknown && b.estate:
		return say(codes.estate, doubt(sl.cite(cfr144+"(e)(3)(v)"), doubtEstate), "The answer needs a reading of whether "+
			paragraph+" bound an estate or beneficiary that is no affiliate of the issuer, in the text of the time.")
	case b.answer == law.Unknown && s.Affiliate == AffiliateUnknown:
		return say(codes.affiliate, sl.cite(cfr144+"(a)(1)"), "Paragraph "+paragraph+
			" binds affiliates, and the answer needs to know whether the seller is one or was one in the last three months.")
	case b.answer == law.Unknown:
		return say(codes.affiliate, sl.cite(cfr144+"(b)(2)"), "The seller was an affiliate until "+s.LastAffiliate.Long()+
			", and between the two look-backs neither paragraph of (b) tells whether "+paragraph+" binds.")
	case b.answer == law.Yes && s.Affiliate == AffiliateNow:
		return say(codes.on, release, "Paragraph "+paragraph+" binds the sale: the seller is an affiliate of the issuer.")
	case b.answer == law.Yes && s.Affiliate == AffiliateFormer && !sl.former:
		return say(codes.on, release, "Paragraph "+paragraph+" binds the sale: the seller was an affiliate until "+
			s.LastAffiliate.Long()+", within the 90 days before it.")
	case b.answer == law.Yes:
		return say(codes.on, release, "Paragraph "+paragraph+" binds the sale: before February 15, 2008 it bound whoever was an affiliate "+
			"within three months, and any other seller of restricted stock until two years had passed.")
	case b.estate:
		lifted := sl.cite(cfr144 + "(e)(3)(v)")
		if paragraph == "(f)" {
			lifted = sl.cite(cfr144 + "(f)(3)(i)")
		}
		return say(codes.off, lifted, "Paragraph "+paragraph+
			" does not bind an estate or beneficiary that is no affiliate of the issuer.")
	case b.boundary:
		return say(codes.boundary,
			law.Citation{Cite: sl.cite(cfr144 + "(k)").Cite, Doubt: "no authority settles how the months are counted"},
			"Paragraph "+paragraph+" does not bind the sale if the two years end on their anniversary; counted conservatively it does.")
	default:
		return say(codes.off, release, "Paragraph "+paragraph+" does not bind the sale.")
	}
}
