package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Aggregation asks whose sales count together with a seller's: who is one
// "person" with the seller under paragraph (a)(2) of Rule 144, and who else is
// aggregated under (e)(3). People are names, and their relations plain data.
//
// The zero Aggregation is refused.
type Aggregation struct {
	// Seller is the name of the person for whose account the sale is made.
	// Required.
	Seller string `json:"seller"`
	// Sale is the day of the sale, which selects the version of the rule.
	// Required.
	Sale calendar.Date `json:"sale"`
	// Issuer is the issuer's name, if it occurs in the relations: the issuer is
	// never one person with its holders.
	Issuer string `json:"issuer,omitempty"`
	// Seasoned tells whether the issuer has been subject to reporting for at
	// least 90 days before the sale. Required if a pledge, gift or trust is
	// among the relations, which then aggregate for six months or a year.
	Seasoned law.YesNo `json:"seasoned,omitempty"`
	// Relations tells how people stand to each other, in any order.
	Relations []Relation `json:"relations"`
}

// Relation is how two people stand to each other. Kind says what From and To
// are. The zero Relation is refused.
type Relation struct {
	// Kind is the relation. Required.
	Kind RelationKind `json:"kind"`
	// From and To are two different names. Required.
	From string `json:"from"`
	To   string `json:"to"`
	// SameHome tells whether relatives share a home. Required for relatives, and
	// refused otherwise.
	SameHome law.YesNo `json:"same_home,omitempty"`
	// Percent is the part that From owns of To, from above 0 to 100; zero is
	// unknown. Class is the class of equity it is a part of, if not the whole:
	// only parts of one class are added up, to 100 at most. For owners and
	// beneficiaries, and refused otherwise.
	Percent decimal.Decimal `json:"percent,omitzero"`
	Class   string          `json:"class,omitempty"`
	// Since is the day of the default under the pledge, of the donation, or of the
	// trust's acquisition, from which the months count. Required for pledges,
	// gifts and trusts, and refused otherwise.
	Since calendar.Date `json:"since,omitzero"`
	// Unsure marks a relation of which it is not known whether it holds.
	Unsure bool `json:"unsure,omitempty"`
}

// RelationKind is what a relation is. The zero RelationKind is refused.
type RelationKind string

// The kinds of relation.
const (
	// Relative is a spouse, a relative, or a relative of the spouse, in either
	// direction: (a)(2)(i).
	Relative RelationKind = "relative"
	// Trustee says that From serves as trustee, executor or in a similar
	// capacity of the trust or estate To: (a)(2)(ii).
	Trustee RelationKind = "trustee"
	// Beneficiary says that From owns Percent of the beneficial interest in the
	// trust or estate To: (a)(2)(ii).
	Beneficiary RelationKind = "beneficiary"
	// Owner says that From owns Percent of a class of equity, or of the equity,
	// of the corporation or other organization To: (a)(2)(iii).
	Owner RelationKind = "owner"
	// Pledge says that From pledged securities to To, whose debt is in default
	// Since that day; To is the pledgee or who bought from it: (e)(3)(ii).
	Pledge RelationKind = "pledge"
	// Gift says that From gave securities to To on Since, restricted or not:
	// (e)(3)(iii).
	Gift RelationKind = "gift"
	// Settlement says that the trust To acquired securities from its settlor
	// From on Since: (e)(3)(iv).
	Settlement RelationKind = "settlement"
	// Death says that To is the estate of the deceased From, or a beneficiary
	// of it: (e)(3)(v).
	Death RelationKind = "death"
	// Concert says that both agreed to act in concert in selling: (e)(3)(vi).
	Concert RelationKind = "concert"
	// Distribution says that both are distributees of one partnership whose
	// sales are aggregated. A notice counts each by itself: C&DI 536.01.
	Distribution RelationKind = "distribution"
	// Unrelated says that no other relation holds between the two.
	Unrelated RelationKind = "unrelated"
)

func (RelationKind) all() []RelationKind {
	return []RelationKind{
		Relative, Trustee, Beneficiary, Owner, Pledge, Gift, Settlement, Death, Concert, Distribution,
		Unrelated,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (k *RelationKind) UnmarshalText(text []byte) error {
	return law.ReadWord(k, text, k.all()...)
}

// timed reports whether the relation aggregates for some months only.
func (k RelationKind) timed() bool { return k == Pledge || k == Gift || k == Settlement }

// linked reports whether To has securities from From, of which alone its sales
// are aggregated.
func (k RelationKind) linked() bool { return k.timed() || k == Death }

// Circle is whose sales count together with a seller's. The zero Circle is no
// answer and appears only beside an error.
type Circle struct {
	// Seller is the seller's name.
	Seller string `json:"seller"`
	// Members tells of every other name in the relations, in the order in which
	// it was reached and then of first mention, whether that person's sales
	// count with the seller's.
	Members []Member `json:"members,omitempty"`
	// Method and Version name how the answer was made.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why lists the reasons of all members.
	Why law.Reasons `json:"why,omitempty"`
}

// Member is one person of a Circle.
type Member struct {
	// Name is the person's.
	Name string `json:"name"`
	// Counts tells whether its sales count with the seller's.
	Counts Counts `json:"counts"`
	// Notice tells whether they count for the notice of paragraph (h) too, of
	// which neither the text nor the staff speaks for most of (e)(3).
	Notice Counts `json:"notice"`
	// Until is the first day of sale on which they count no longer; "no date"
	// if time does not end it.
	Until calendar.Date `json:"until,omitzero"`
	// Via is the name through which the person was reached, if not the
	// seller's.
	Via string `json:"via,omitempty"`
	// Why is the reason.
	Why law.Reason `json:"why"`
}

// The codes of the reasons of members.
const (
	codeCircleHome      law.Code = "144.aggregation.home"
	codeCircleTrust     law.Code = "144.aggregation.trust"
	codeCircleCompany   law.Code = "144.aggregation.company"
	codeCircleOwner     law.Code = "144.aggregation.owner"
	codeCirclePledge    law.Code = "144.aggregation.pledge"
	codeCircleGift      law.Code = "144.aggregation.gift"
	codeCircleSettlor   law.Code = "144.aggregation.settlement"
	codeCircleDeath     law.Code = "144.aggregation.death"
	codeCircleConcert   law.Code = "144.aggregation.concert"
	codeCirclePartners  law.Code = "144.aggregation.distribution"
	codeCircleUnknown   law.Code = "144.aggregation.unknown"
	codeCircleLapsed    law.Code = "144.aggregation.lapsed"
	codeCircleApart     law.Code = "144.aggregation.apart"
	codeCircleUnrelated law.Code = "144.aggregation.unrelated"
)

// aggregationCodes is the part of the catalog above.
func aggregationCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeCircleHome, Text: "The person is a relative who shares the home of a person whose sales are aggregated."},
		{Code: codeCircleTrust, Text: "The person is a trust or estate of the household."},
		{Code: codeCircleCompany, Text: "Ten percent or more of the entity is owned in the household."},
		{
			Code: codeCircleOwner,
			Text: "The household holds ten percent or more of the entity whose sales are aggregated, or serves as its trustee.",
		},
		{Code: codeCirclePledge, Text: "Sales by the pledgee are aggregated with those of the pledgor."},
		{Code: codeCircleGift, Text: "Sales by the donee are aggregated with those of the donor."},
		{Code: codeCircleSettlor, Text: "Sales by the trust are aggregated with those of the settlor."},
		{Code: codeCircleDeath, Text: "Sales by the estate or its beneficiary are aggregated with those of the deceased."},
		{Code: codeCircleConcert, Text: "The persons act in concert in selling."},
		{Code: codeCirclePartners, Text: "The persons are distributees of one partnership."},
		{Code: codeCircleUnknown, Text: "Whether the person's sales are aggregated depends on a fact that was not given."},
		{Code: codeCircleLapsed, Text: "The period in which the person's sales are aggregated has ended."},
		{Code: codeCircleApart, Text: "No relation given aggregates the person's sales with the seller's."},
		{Code: codeCircleUnrelated, Text: "The person is stated to be unrelated."},
	}
}

// Aggregate tells whose sales count together with the seller's.
//
// The text puts a trust, estate or company under the person who owns ten
// percent of it, and not the other way round. Here each counts with the other,
// which is the cautious reading, and is marked as such. Relatives of relatives
// in one home, and partners of partners in concert, are followed as far as they
// go; pledges, gifts and trusts are followed one step, so that two pledgees of
// one borrower do not count together unless they act in concert.
//
// The error is [law.Faults], at most a hundred relations of it; a sale before
// 1997-04-29 is [law.ErrUnsupported].
func Aggregate(a Aggregation) (Circle, error) {
	var fs law.Faults
	if a.Seller == "" {
		fs.Missing("seller")
	}
	fs.Text("seller", a.Seller)
	sl := saleLawOn(&fs, a.Sale)
	fs.Merge("", a.check())
	if len(fs) > 0 {
		return Circle{}, fs
	}
	return a.gather(&sl).circle(), nil
}

// aggregation is the question about the persons of a Volume.
func (v *Volume) aggregation() *Aggregation {
	return &Aggregation{Seller: v.Name, Sale: v.Sale, Seasoned: v.Seasoned, Relations: v.Relations}
}

// members are the persons in the relations by name; nil if there are none.
func (v *Volume) members(sl saleLaw) map[string]*person {
	if len(v.Relations) == 0 {
		return nil
	}
	return v.aggregation().gather(&sl).byName()
}
