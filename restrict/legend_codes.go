package restrict

import "github.com/offerkit/offerkit/law"

// The codes of the steps in LegendFinding.Why, beside those of [Rule144].
const (
	// CodeLegendReleased, CodeLegendHeld and CodeLegendUnknown tell the answer.
	CodeLegendReleased law.Code = "legend.released"
	CodeLegendHeld     law.Code = "legend.held"
	CodeLegendUnknown  law.Code = "legend.unknown"
	// CodeLegendOpens tells the day on which it becomes removable.
	CodeLegendOpens law.Code = "legend.opens"
	// CodeLegendBoundary warns that the conventions of counting disagree.
	CodeLegendBoundary law.Code = "legend.boundary"
	// CodeLegendStop tells that the stop-transfer instruction stands.
	CodeLegendStop law.Code = "legend.stop_transfer"

	// CodeLimbMet finds a limb met.
	CodeLimbMet law.Code = "legend.limb.met"
	// CodeLimbUnknown needs to know a fact for it.
	CodeLimbUnknown law.Code = "legend.limb.unknown"

	// CodeLimbNotEffective, CodeLimbEnded and CodeLimbNotCurrent find the
	// registration statement not effective yet, no longer in use, or not current.
	CodeLimbNotEffective law.Code = "legend.registration.not_effective"
	CodeLimbEnded        law.Code = "legend.registration.ended"
	CodeLimbNotCurrent   law.Code = "legend.registration.not_current"
	// CodeLimbNoOpinion finds that no opinion is in, and CodeLimbOpinionRefused
	// that the issuer does not accept the one that is.
	CodeLimbNoOpinion      law.Code = "legend.opinion.missing"
	CodeLimbOpinionRefused law.Code = "legend.opinion.refused"
	// CodeLimbNoSale finds no sale yet, CodeLimbSaleRoute one that relied on
	// something else, and CodeLimbSaleUncovered one that what it relied on did
	// not cover.
	CodeLimbNoSale        law.Code = "legend.sale.missing"
	CodeLimbSaleRoute     law.Code = "legend.sale.route"
	CodeLimbSaleUncovered law.Code = "legend.sale.uncovered"
	// CodeLimbRule144Closed finds Rule 144 not available, and
	// CodeLimbRule144Binds a condition binding that the clause rules out.
	CodeLimbRule144Closed law.Code = "legend.144.closed"
	CodeLimbRule144Binds  law.Code = "legend.144.binds"
	// CodeLimbLapses warns that a limb met under Rule 144 is met only while the
	// issuer's information is current: a later report not filed ends it.
	CodeLimbLapses law.Code = "legend.144.lapses"
	// CodeLimbReading needs to know whether a clause that rules out (c) rules out
	// (i)(2), Limb.ShellReports.
	CodeLimbReading law.Code = "legend.144.reading"
	// CodeLimbAffiliate finds the holder bound as an affiliate.
	CodeLimbAffiliate law.Code = "legend.affiliate"
	// CodeLimbNotBegun finds that a period has not begun, and CodeLimbRunning
	// that it is not over.
	CodeLimbNotBegun law.Code = "legend.period.not_begun"
	CodeLimbRunning  law.Code = "legend.period.running"
	// CodeLimbLockedUp finds the lock-up not over.
	CodeLimbLockedUp law.Code = "legend.lock_up"
	// CodeLimbCondition finds the contract's condition not met.
	CodeLimbCondition law.Code = "legend.condition"
)
