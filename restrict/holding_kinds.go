package restrict

import "github.com/offerkit/offerkit/law"

// EventKind says what happened to a lot. The zero EventKind is refused.
//
// Every kind takes Date. "The payment" below stands for Payment, Paid,
// Released, FullyPaid, FullRecourse and OtherCollateral.
type EventKind string

// The kinds with which a lot begins, and no other event of it. Each closing,
// exercise and installment of shares makes a lot of its own.
const (
	// EventPurchase is a purchase from the issuer of anything but options: it
	// takes Signed, Accepted, Issued, Out and the payment.
	EventPurchase EventKind = "purchase"
	// EventServices is an issue of stock for services. Paid is the day on which
	// they were earned, by the words of the contract; it takes FullyPaid too.
	EventServices EventKind = "services"
	// EventAward is stock promised in an employment agreement: it takes Vested,
	// ServiceOnly, ValuePaid and the payment.
	EventAward EventKind = "employment award"
	// EventWarrant is the issue of an option or a warrant by the issuer: it takes
	// Employee and the payment for the warrant itself.
	EventWarrant EventKind = "warrant"
	// EventEarnOut is a contingent issue under the sale of a business, on Date:
	// it takes Issued, ValuePaid and the payment. Conditions such as employment
	// or a covenant not to compete are no payment.
	EventEarnOut EventKind = "earn out"
	// EventMarketPurchase is a purchase by an affiliate in the open market, of
	// stock that is not restricted until the affiliate parts with it. Date is
	// required.
	EventMarketPurchase EventKind = "market purchase"
)

// The kinds that pass the lot on against value. A lot may begin with one of
// them if the seller is an affiliate.
const (
	// EventPrivatePurchase is a purchase from a holder, or another transfer for
	// value: it takes FromAffiliate and the payment.
	EventPrivatePurchase EventKind = "private purchase"
	// Event144AResale and EventRegSResale are resales under Rule 144A and
	// Regulation S, which take the same facts and have the same effect.
	Event144AResale EventKind = "rule 144a resale"
	EventRegSResale EventKind = "regulation s resale"
)

// The kinds that change what the lot consists of and leave it where it is.
const (
	// EventDividend, EventSplit, EventReverseSplit and EventRecapitalization
	// are of the issuer's own securities, and take no further fact.
	EventDividend         EventKind = "dividend"
	EventSplit            EventKind = "split"
	EventReverseSplit     EventKind = "reverse split"
	EventRecapitalization EventKind = "recapitalization"
	// EventConversion and EventExchange give other securities for the lot,
	// whether or not its terms provide for that. They take SameIssuer,
	// ValuePaid, CashReceived, InterestConverted, Paid and FullyPaid.
	EventConversion EventKind = "conversion"
	EventExchange   EventKind = "exchange"
	// EventAmendment changes the terms of a convertible security, an option or a
	// warrant: it takes ValuePaid, for the amendment.
	EventAmendment EventKind = "amendment"
	// EventExercise is the exercise of an option or a warrant, cashless if
	// ValuePaid is no: it takes the payment of the exercise price too.
	EventExercise EventKind = "exercise"
	// EventAntiDilution gives further securities that the terms of the lot
	// promise for no further payment.
	EventAntiDilution EventKind = "anti dilution"
	// EventHoldingCompany puts a holding company above the issuer: it takes the
	// four tests SolelyExchange, SameClass, SameRights and NoOtherAssets.
	EventHoldingCompany EventKind = "holding company"
	// EventRule145 is a merger, reclassification or transfer of assets under
	// Rule 145(a), or the share exchange of a reverse merger. One that is solely
	// for securities of the same issuer is an EventExchange, and one that forms
	// a holding company is an EventHoldingCompany.
	EventRule145 EventKind = "rule 145"
)

// The kinds that pass the lot on in other ways.
const (
	// EventGift, EventTrust and EventTrustDistribution are a gift, a transfer
	// into a trust, and one from a trust to its beneficiary. They take
	// FromAffiliate: the donor or the settlor.
	EventGift              EventKind = "gift"
	EventTrust             EventKind = "trust"
	EventTrustDistribution EventKind = "trust distribution"
	// EventEstate and EventEstateDistribution pass the lot to an estate, and
	// from it to a beneficiary. They take FromAffiliate, of the deceased, and
	// HolderAffiliate, of the estate or the beneficiary.
	EventEstate             EventKind = "estate"
	EventEstateDistribution EventKind = "estate distribution"
	// EventPartnershipDistribution is a distribution in kind by a partnership:
	// it takes Ratable, CharacterChanged, ValuePaid, FromAffiliate, Paid and
	// FullyPaid.
	EventPartnershipDistribution EventKind = "partnership distribution"
	// EventDivorce, EventOwnAccount and EventOwnEntity are transfers under a
	// divorce settlement, to the holder's own retirement account, and to or
	// from an entity that the holder wholly owns.
	EventDivorce    EventKind = "divorce"
	EventOwnAccount EventKind = "own account"
	EventOwnEntity  EventKind = "wholly owned entity"
	// EventPledgeDefault leaves the lot to the pledgee after a default, on Date:
	// it takes Pledged, FromAffiliate, BonaFide and Recourse.
	EventPledgeDefault EventKind = "pledge default"
	// EventForeclosure is a purchase of the lot at foreclosure: it takes the
	// facts of EventPledgeDefault and the payment.
	EventForeclosure EventKind = "foreclosure"
)

// EventSale is the resale that is asked about, on Date, and the last event if it
// is there at all. It selects the text and the staff's views that count.
const EventSale EventKind = "sale"

func (EventKind) all() []EventKind {
	return []EventKind{
		EventPurchase, EventServices, EventAward, EventWarrant, EventEarnOut, EventMarketPurchase,
		EventPrivatePurchase, Event144AResale, EventRegSResale, EventDividend, EventSplit, EventReverseSplit,
		EventRecapitalization, EventConversion, EventExchange, EventAmendment, EventExercise,
		EventAntiDilution, EventHoldingCompany, EventRule145, EventGift, EventTrust, EventTrustDistribution,
		EventEstate, EventEstateDistribution, EventPartnershipDistribution, EventDivorce, EventOwnAccount,
		EventOwnEntity, EventPledgeDefault, EventForeclosure, EventSale,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (k *EventKind) UnmarshalText(text []byte) error {
	return law.ReadWord(k, text, k.all()...)
}

// begins reports whether a lot begins with the kind, and goes on with others.
func (k EventKind) begins() bool {
	switch k {
	case EventPurchase, EventServices, EventAward, EventWarrant, EventEarnOut, EventMarketPurchase:
		return true
	default:
		return false
	}
}

// resale reports whether the kind passes the lot on against value.
func (k EventKind) resale() bool {
	return k == EventPrivatePurchase || k == Event144AResale || k == EventRegSResale
}

// transfers reports whether the kind passes the lot to another holder.
func (k EventKind) transfers() bool {
	switch k {
	case EventGift, EventTrust, EventTrustDistribution, EventEstate, EventEstateDistribution, EventPartnershipDistribution,
		EventDivorce, EventPledgeDefault, EventForeclosure:
		return true
	default:
		return k.resale()
	}
}
