package restrict

// The codes of the steps in LegendFinding.Why, beside those of [Rule144].
const (
	// CodeLegendReleased, CodeLegendHeld and CodeLegendUnknown tell the answer.
	CodeLegendReleased = "legend.released"
	CodeLegendHeld     = "legend.held"
	CodeLegendUnknown  = "legend.unknown"
	// CodeLegendOpens tells the day on which it becomes removable.
	CodeLegendOpens = "legend.opens"
	// CodeLegendBoundary warns that the conventions of counting disagree.
	CodeLegendBoundary = "legend.boundary"
	// CodeLegendStop tells that the stop-transfer instruction stands.
	CodeLegendStop = "legend.stop_transfer"

	// CodeLimbMet finds a limb met.
	CodeLimbMet = "legend.limb.met"
	// CodeLimbUnknown needs to know a fact for it.
	CodeLimbUnknown = "legend.limb.unknown"

	// CodeLimbNotEffective, CodeLimbEnded and CodeLimbNotCurrent find the
	// registration statement not effective yet, no longer in use, or not current.
	CodeLimbNotEffective = "legend.registration.not_effective"
	CodeLimbEnded        = "legend.registration.ended"
	CodeLimbNotCurrent   = "legend.registration.not_current"
	// CodeLimbNoOpinion finds that no opinion is in, and CodeLimbOpinionRefused
	// that the issuer does not accept the one that is.
	CodeLimbNoOpinion      = "legend.opinion.missing"
	CodeLimbOpinionRefused = "legend.opinion.refused"
	// CodeLimbNoSale finds no sale yet, CodeLimbSaleRoute one that relied on
	// something else, and CodeLimbSaleUncovered one that what it relied on did
	// not cover.
	CodeLimbNoSale        = "legend.sale.missing"
	CodeLimbSaleRoute     = "legend.sale.route"
	CodeLimbSaleUncovered = "legend.sale.uncovered"
	// CodeLimbRule144Closed finds Rule 144 not available, and
	// CodeLimbRule144Binds a condition binding that the clause rules out.
	CodeLimbRule144Closed = "legend.144.closed"
	CodeLimbRule144Binds  = "legend.144.binds"
	// CodeLimbLapses warns that a limb met under Rule 144 is met only while the
	// issuer's information is current: a later report not filed ends it.
	CodeLimbLapses = "legend.144.lapses"
	// CodeLimbReading needs to know whether a clause that rules out (c) rules out
	// (i)(2), Limb.ShellReports.
	CodeLimbReading = "legend.144.reading"
	// CodeLimbAffiliate finds the holder bound as an affiliate.
	CodeLimbAffiliate = "legend.affiliate"
	// CodeLimbNotBegun finds that a period has not begun, and CodeLimbRunning
	// that it is not over.
	CodeLimbNotBegun = "legend.period.not_begun"
	CodeLimbRunning  = "legend.period.running"
	// CodeLimbLockedUp finds the lock-up not over.
	CodeLimbLockedUp = "legend.lock_up"
	// CodeLimbCondition finds the contract's condition not met.
	CodeLimbCondition = "legend.condition"
)
