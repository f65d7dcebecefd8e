package restrict

import "github.com/offerkit/offerkit/law"

// The codes of the steps in Finding.Why and Milestone.Why. A code that ends in
// "unknown" names what the answer needs.
const (
	codeVersion      law.Code = "144.version"
	codeVersionFirst law.Code = "144.version.first"

	codeShellNever          law.Code = "144.shell.never"
	codeShellLater          law.Code = "144.shell.later"
	codeShellBarred         law.Code = "144.shell.barred"
	codeShellNotReporting   law.Code = "144.shell.not_reporting"
	codeShellDutyUnknown    law.Code = "144.shell.reporting.unknown"
	codeShellNoForm10       law.Code = "144.shell.form_10.missing"
	codeShellForm10Unknown  law.Code = "144.shell.form_10.unknown"
	codeShellYear           law.Code = "144.shell.form_10.year"
	codeShellReports        law.Code = "144.shell.reports.missing"
	codeShellReportsUnknown law.Code = "144.shell.reports.unknown"
	codeShellCured          law.Code = "144.shell.cured"
	codeShellCombination    law.Code = "144.shell.combination"
	codeShellStartUp        law.Code = "144.shell.start_up.unknown"
	codeShellPractice       law.Code = "144.shell.practice.unknown"
	codeShellUnknown        law.Code = "144.shell.unknown"

	codeAffiliate           law.Code = "144.affiliate.now"
	codeAffiliateRecent     law.Code = "144.affiliate.recent"
	codeAffiliateGap        law.Code = "144.affiliate.gap"
	codeAffiliateGapControl law.Code = "144.affiliate.gap.unknown"
	codeAffiliateClear      law.Code = "144.affiliate.clear"
	codeAffiliateNever      law.Code = "144.affiliate.never"
	codeAffiliateUnknown    law.Code = "144.affiliate.unknown"

	codeCapacityEstate  law.Code = "144.capacity.estate"
	codeCapacityPledgee law.Code = "144.capacity.pledgee"
	codeCapacityDonee   law.Code = "144.capacity.donee"

	codeIssuerSeasoned law.Code = "144.issuer.seasoned"
	codeIssuerNew      law.Code = "144.issuer.new"
	codeIssuerOther    law.Code = "144.issuer.other"
	codeIssuerUnknown  law.Code = "144.issuer.undetermined"

	codeHoldingMet      law.Code = "144.holding.met"
	codeHoldingShort    law.Code = "144.holding.short"
	codeHoldingUnpaid   law.Code = "144.holding.unpaid"
	codeHoldingNone     law.Code = "144.holding.none"
	codeHoldingUnknown  law.Code = "144.holding.unknown"
	codeHoldingRelieved law.Code = "144.holding.relieved"
	codeReliefUnknown   law.Code = "144.holding.relief.unknown"

	codePlan        law.Code = "144.plan"
	codePlanUnknown law.Code = "144.plan.unknown"

	codeInformationMet     law.Code = "144.information.met"
	codeInformationUnmet   law.Code = "144.information.unmet"
	codeInformationClosed  law.Code = "144.information.closed"
	codeInformationOff     law.Code = "144.information.off"
	codeInformationUnknown law.Code = "144.information.unknown"
	codeInformationForms8K law.Code = "144.information.forms_8_k"
	codeInformationData    law.Code = "144.information.data"
	codeInformationItems   law.Code = "144.information.items"
	codeExtension          law.Code = "144.information.extension"

	codeLimits    law.Code = "144.limits.on"
	codeLimitsOff law.Code = "144.limits.off"

	codeMannerOff    law.Code = "144.manner.off"
	codeEstateManner law.Code = "144.manner.estate"

	codeDebtAmount law.Code = "144.amount.debt"
	codeNotice     law.Code = "144.notice.filing"
	codeUnneeded   law.Code = "144.unneeded"
	codeBoundary   law.Code = "144.boundary"

	codeLimited law.Code = "144.date.limited"
	codeFree    law.Code = "144.date.free"
)

// rule144Codes is the part of the catalog above.
func rule144Codes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeVersion, Text: "The version of the rule that governs the sale."},
		{Code: codeVersionFirst, Text: "An earlier version of the rule, which is not held, may have permitted the sale before."},

		{Code: codeShellNever, Text: "The issuer was never a shell company, and paragraph (i) does not apply."},
		{
			Code: codeShellLater,
			Text: "The shares were acquired before the issuer became a shell company, and paragraph (i) does not apply.",
		},
		{Code: codeShellBarred, Text: "The issuer is a shell company, and the rule is not available."},
		{
			Code: codeShellNotReporting,
			Text: "The issuer was a shell company and is not subject to reporting, and the rule is not available.",
		},
		{Code: codeShellDutyUnknown, Text: "Whether a former shell company is subject to reporting was not given."},
		{Code: codeShellNoForm10, Text: "The former shell company filed no Form 10 information, and the rule is not available."},
		{Code: codeShellForm10Unknown, Text: "Whether and when the former shell company filed Form 10 information was not given."},
		{Code: codeShellYear, Text: "Less than one year has elapsed since the former shell company filed Form 10 information."},
		{Code: codeShellReports, Text: "The former shell company has not filed all reports required."},
		{Code: codeShellReportsUnknown, Text: "Whether the former shell company has filed all reports required was not given."},
		{Code: codeShellCured, Text: "The former shell company satisfies paragraph (i)(2)."},
		{
			Code: codeShellCombination,
			Text: "The issuer was a business combination related shell company, which paragraph (i)(1) excludes; a SPAC is not one.",
		},
		{Code: codeShellStartUp, Text: "Whether a start-up is a shell company has not been determined."},
		{Code: codeShellPractice, Text: "How shares of a shell company were treated before paragraph (i) is not settled."},
		{Code: codeShellUnknown, Text: "Whether the issuer ever was a shell company was not given."},

		{Code: codeAffiliate, Text: "The seller is an affiliate of the issuer."},
		{
			Code: codeAffiliateRecent,
			Text: "The seller was an affiliate of the issuer within the period before the sale that the rule names.",
		},
		{Code: codeAffiliateGap, Text: "The seller ceased to be an affiliate between the two look-back periods of paragraph (b)."},
		{
			Code: codeAffiliateGapControl,
			Text: "The seller of shares that are not restricted ceased to be an affiliate between the two look-back periods.",
		},
		{Code: codeAffiliateClear, Text: "The seller ceased to be an affiliate before the look-back periods of paragraph (b)."},
		{Code: codeAffiliateNever, Text: "The seller is not and was not an affiliate of the issuer."},
		{Code: codeAffiliateUnknown, Text: "Whether the seller is or was an affiliate of the issuer was not given."},

		{Code: codeCapacityEstate, Text: "The seller is the estate or heir of an affiliate."},
		{Code: codeCapacityPledgee, Text: "The seller is a pledgee of an affiliate."},
		{Code: codeCapacityDonee, Text: "The seller is a donee of an affiliate."},

		{Code: codeIssuerSeasoned, Text: "The issuer has been subject to reporting for the period required."},
		{Code: codeIssuerNew, Text: "The issuer is subject to reporting, but not for the period required."},
		{Code: codeIssuerOther, Text: "The issuer is not subject to reporting."},
		{
			Code: codeIssuerUnknown,
			Text: "Whether the issuer is subject to reporting was not given, whether or not the answer depends on it.",
		},

		{Code: codeHoldingMet, Text: "The holding period is satisfied."},
		{Code: codeHoldingShort, Text: "The holding period has not ended."},
		{Code: codeHoldingUnpaid, Text: "The holding period has not begun, since the full purchase price has not been paid."},
		{Code: codeHoldingNone, Text: "No holding period applies."},
		{Code: codeHoldingUnknown, Text: "The length of the holding period depends on whether the issuer is subject to reporting."},
		{Code: codeHoldingRelieved, Text: "No holding period applies to the estate or pledgee of an affiliate."},
		{Code: codeReliefUnknown, Text: "Whether a holding period applies to such a seller is not settled."},

		{Code: codePlan, Text: "The shares were issued under Rule 701, and paragraph (g)(3) of that rule applies."},
		{Code: codePlanUnknown, Text: "Whether Rule 701(g)(3) applies was not given."},

		{Code: codeInformationMet, Text: "Current public information is available."},
		{Code: codeInformationUnmet, Text: "Current public information is not available."},
		{Code: codeInformationClosed, Text: "Neither part of paragraph (c) can be satisfied by an issuer new to reporting."},
		{Code: codeInformationOff, Text: "Paragraph (c) does not apply."},
		{Code: codeInformationUnknown, Text: "Whether current public information is available was not given."},
		{
			Code: codeInformationForms8K,
			Text: "Whether, for a sale before February 15, 2008, the issuer filed its Forms 8-K, or whether they counted, was not given.",
		},
		{Code: codeInformationData, Text: "Interactive data files are required."},
		{Code: codeInformationItems, Text: "The information required about an issuer that is not subject to reporting."},
		{Code: codeExtension, Text: "A notification of late filing was filed, which does not by itself make the information current."},

		{Code: codeLimits, Text: "The volume, manner-of-sale and notice conditions apply."},
		{Code: codeLimitsOff, Text: "The volume, manner-of-sale and notice conditions do not apply."},

		{Code: codeMannerOff, Text: "The manner-of-sale condition does not apply."},
		{
			Code: codeEstateManner,
			Text: "The manner-of-sale condition does not apply to the estate; whether the volume limitation does is left open.",
		},

		{Code: codeDebtAmount, Text: "The volume limitation for debt securities."},
		{Code: codeNotice, Text: "How the notice is filed on the day of the sale."},
		{Code: codeUnneeded, Text: "The rule does not restrict the sale."},
		{Code: codeBoundary, Text: "The answer depends on how months are counted."},

		{Code: codeLimited, Text: "The day from which the sale is permitted subject to conditions."},
		{Code: codeFree, Text: "The day from which the sale is permitted without conditions."},
	}
}
