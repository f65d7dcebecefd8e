package restrict

import "github.com/offerkit/offerkit/law"

// The codes of the steps in LegendFinding.Why, beside those of [Rule144].
const (
	codeLegendReleased law.Code = "legend.released"
	codeLegendHeld     law.Code = "legend.held"
	codeLegendUnknown  law.Code = "legend.unknown"
	codeLegendOpens    law.Code = "legend.opens"
	codeLegendBoundary law.Code = "legend.boundary"
	codeLegendStop     law.Code = "legend.stop_transfer"

	codeLimbMet     law.Code = "legend.limb.met"
	codeLimbUnknown law.Code = "legend.limb.unknown"

	codeLimbNotEffective law.Code = "legend.registration.not_effective"
	codeLimbEnded        law.Code = "legend.registration.ended"
	codeLimbNotCurrent   law.Code = "legend.registration.not_current"

	codeLimbNoOpinion      law.Code = "legend.opinion.missing"
	codeLimbOpinionRefused law.Code = "legend.opinion.refused"

	codeLimbNoSale        law.Code = "legend.sale.missing"
	codeLimbSaleRoute     law.Code = "legend.sale.route"
	codeLimbSaleUncovered law.Code = "legend.sale.uncovered"

	codeLimbRule144Closed law.Code = "legend.144.closed"
	codeLimbRule144Binds  law.Code = "legend.144.binds"
	codeLimbLapses        law.Code = "legend.144.lapses"
	codeLimbReading       law.Code = "legend.144.reading"

	codeLimbAffiliate law.Code = "legend.affiliate"

	codeLimbNotBegun law.Code = "legend.period.not_begun"
	codeLimbRunning  law.Code = "legend.period.running"

	codeLimbLockedUp  law.Code = "legend.lock_up"
	codeLimbCondition law.Code = "legend.condition"
)

// legendCodes is the part of the catalog above.
func legendCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeLegendReleased, Text: "The legend may be removed."},
		{Code: codeLegendHeld, Text: "The legend remains."},
		{Code: codeLegendUnknown, Text: "Whether the legend may be removed depends on a fact that was not given."},
		{Code: codeLegendOpens, Text: "The day on which the legend becomes removable."},
		{Code: codeLegendBoundary, Text: "Whether the legend may be removed depends on how months are counted."},
		{Code: codeLegendStop, Text: "The stop-transfer instruction remains."},

		{Code: codeLimbMet, Text: "A condition for removal is satisfied."},
		{Code: codeLimbUnknown, Text: "Whether a condition for removal is satisfied depends on a fact that was not given."},

		{Code: codeLimbNotEffective, Text: "The registration statement is not yet effective."},
		{Code: codeLimbEnded, Text: "The registration statement is no longer in use."},
		{Code: codeLimbNotCurrent, Text: "The registration statement is not current."},

		{Code: codeLimbNoOpinion, Text: "No opinion of counsel was received."},
		{Code: codeLimbOpinionRefused, Text: "The opinion of counsel is not acceptable to the issuer."},

		{Code: codeLimbNoSale, Text: "The shares have not been sold."},
		{Code: codeLimbSaleRoute, Text: "The sale relied on another registration or exemption."},
		{Code: codeLimbSaleUncovered, Text: "The sale was not covered by what it relied on."},

		{Code: codeLimbRule144Closed, Text: "Rule 144 is not available."},
		{Code: codeLimbRule144Binds, Text: "A condition of Rule 144 applies that the clause excludes."},
		{Code: codeLimbLapses, Text: "The condition is satisfied under Rule 144 only while current public information is available."},
		{
			Code: codeLimbReading,
			Text: "Whether a clause that excludes paragraph (c) also excludes paragraph (i)(2) was not given (Limb.ShellReports).",
		},

		{Code: codeLimbAffiliate, Text: "The holder is treated as an affiliate."},

		{Code: codeLimbNotBegun, Text: "The period has not begun."},
		{Code: codeLimbRunning, Text: "The period has not ended."},

		{Code: codeLimbLockedUp, Text: "The lock-up has not ended."},
		{Code: codeLimbCondition, Text: "The condition of the contract is not satisfied."},
	}
}
