package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// fact is a set of the fields of Event.
type fact uint32

const (
	factDate fact = 1 << iota
	factSigned
	factAccepted
	factIssued
	factVested
	factPledged
	factPayment
	factPaid
	factReleased
	factFullyPaid
	factFullRecourse
	factOtherCollateral
	factOut
	factValuePaid
	factSameIssuer
	factCashReceived
	factInterestConverted
	factEmployee
	factServiceOnly
	factFromAffiliate
	factHolderAffiliate
	factBonaFide
	factRecourse
	factRatable
	factCharacterChanged
	factSolelyExchange
	factSameClass
	factSameRights
	factNoOtherAssets

	factsSettled = factPaid | factFullyPaid
	factsNote    = factFullRecourse | factOtherCollateral
	factsPayment = factsSettled | factPayment | factReleased | factsNote
	factsPledge  = factPledged | factFromAffiliate | factBonaFide | factRecourse
)

// facts is what a kind takes; nothing for a kind that is unknown.
func (k EventKind) facts() fact {
	switch k {
	case EventPurchase:
		return factDate | factSigned | factAccepted | factIssued | factOut | factsPayment
	case EventServices:
		return factDate | factsSettled
	case EventAward:
		return factDate | factVested | factServiceOnly | factValuePaid | factsPayment
	case EventWarrant:
		return factDate | factEmployee | factsPayment
	case EventEarnOut:
		return factDate | factIssued | factValuePaid | factsPayment
	case EventPrivatePurchase, Event144AResale, EventRegSResale:
		return factDate | factFromAffiliate | factsPayment
	case EventConversion, EventExchange:
		return factDate | factSameIssuer | factValuePaid | factCashReceived | factInterestConverted | factsSettled
	case EventAmendment:
		return factDate | factValuePaid
	case EventExercise:
		return factDate | factValuePaid | factsPayment
	case EventHoldingCompany:
		return factDate | factSolelyExchange | factSameClass | factSameRights | factNoOtherAssets
	case EventGift, EventTrust, EventTrustDistribution:
		return factDate | factFromAffiliate
	case EventEstate, EventEstateDistribution:
		return factDate | factFromAffiliate | factHolderAffiliate
	case EventPartnershipDistribution:
		return factDate | factRatable | factCharacterChanged | factValuePaid | factFromAffiliate | factsSettled
	case EventPledgeDefault:
		return factDate | factsPledge
	case EventForeclosure:
		return factDate | factsPledge | factsPayment
	case EventMarketPurchase, EventDividend, EventSplit, EventReverseSplit, EventRecapitalization, EventAntiDilution,
		EventRule145, EventDivorce, EventOwnAccount, EventOwnEntity, EventSale:
		return factDate
	default:
		return 0
	}
}

// dated is a date of an event, with its name in JSON and what it is.
type dated struct {
	fact  fact
	field string
	about string
	at    *calendar.Date
}

func (e *Event) dates() [8]dated {
	return [...]dated{
		{factDate, "date", "the day on which it took effect", &e.Date},
		{factSigned, "signed", "the day on which the subscription was signed", &e.Signed},
		{factAccepted, "accepted", "the day on which the issuer accepted", &e.Accepted},
		{factIssued, "issued", "the day of issue", &e.Issued},
		{factVested, "vested", "the day of vesting", &e.Vested},
		{factPledged, "pledged", "the day of the pledge", &e.Pledged},
		{factPaid, "paid", "the day of full payment", &e.Paid},
		{factReleased, "released", "the day on which the escrow released the money", &e.Released},
	}
}

// worded is a word of an event, with its name in JSON and what it tells.
type worded struct {
	fact  fact
	field string
	about string
	at    *law.YesNo
}

func (e *Event) words() [20]worded {
	return [...]worded{
		{factFullyPaid, "fully_paid", "whether the full price is paid", &e.FullyPaid},
		{factFullRecourse, "full_recourse", "whether the promise gives full recourse against the purchaser", &e.FullRecourse},
		{factOtherCollateral, "other_collateral", "whether other collateral worth the price secures it", &e.OtherCollateral},
		{factOut, "out", "whether the deal could still fall away before its closing", &e.Out},
		{factValuePaid, "value_paid", "whether the holder pays cash or other value", &e.ValuePaid},
		{factSameIssuer, "same_issuer", "whether all the securities are of the same issuer", &e.SameIssuer},
		{factCashReceived, "cash_received", "whether the holder receives cash", &e.CashReceived},
		{factInterestConverted, "interest_converted", "whether accrued interest is converted", &e.InterestConverted},
		{factEmployee, "employee", "whether the option is of the kind given to employees", &e.Employee},
		{factServiceOnly, "service_only", "whether it vests by continued employment alone", &e.ServiceOnly},
		{factFromAffiliate, "from_affiliate", "whether the one who parts with the lot is an affiliate", &e.FromAffiliate},
		{factHolderAffiliate, "holder_affiliate", "whether the new holder is an affiliate", &e.HolderAffiliate},
		{factBonaFide, "bona_fide", "whether the pledge is bona fide", &e.BonaFide},
		{factRecourse, "recourse", "whether the pledge is with recourse", &e.Recourse},
		{factRatable, "ratable", "whether the distribution is ratable", &e.Ratable},
		{factCharacterChanged, "character_changed", "whether the partnership has changed its character", &e.CharacterChanged},
		{factSolelyExchange, "solely_exchange", "whether the new securities are issued solely for the old", &e.SolelyExchange},
		{factSameClass, "same_class", "whether they are of the same class and proportion", &e.SameClass},
		{factSameRights, "same_rights", "whether they carry substantially the same rights", &e.SameRights},
		{factNoOtherAssets, "no_other_assets", "whether the new company has no other significant assets", &e.NoOtherAssets},
	}
}
