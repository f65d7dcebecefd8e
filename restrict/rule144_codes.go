package restrict

import "github.com/offerkit/offerkit/law"

// The codes of the steps in Finding.Why and Milestone.Why. A code that ends in
// "unknown" names what the answer needs.
const (
	// CodeVersion tells which version of the rule governs the sale.
	CodeVersion law.Code = "144.version"
	// CodeVersionFirst warns that an earlier law, not held, may have opened
	// the sale before.
	CodeVersionFirst law.Code = "144.version.first"

	// CodeShellNever passes the gate of paragraph (i).
	CodeShellNever law.Code = "144.shell.never"
	// CodeShellLater passes it for stock older than the shell.
	CodeShellLater law.Code = "144.shell.later"
	// CodeShellBarred bars the stock of a shell company.
	CodeShellBarred law.Code = "144.shell.barred"
	// CodeShellNotReporting bars the stock of a former shell that is not
	// subject to reporting.
	CodeShellNotReporting law.Code = "144.shell.not_reporting"
	// CodeShellDutyUnknown needs to know whether a former shell is subject to
	// reporting.
	CodeShellDutyUnknown law.Code = "144.shell.reporting.unknown"
	// CodeShellNoForm10 bars the stock of a former shell that filed no Form 10
	// information.
	CodeShellNoForm10 law.Code = "144.shell.form_10.missing"
	// CodeShellForm10Unknown needs to know whether and when it filed that.
	CodeShellForm10Unknown law.Code = "144.shell.form_10.unknown"
	// CodeShellYear bars the stock until a year after that filing.
	CodeShellYear law.Code = "144.shell.form_10.year"
	// CodeShellReports bars the stock of a former shell that lacks reports.
	CodeShellReports law.Code = "144.shell.reports.missing"
	// CodeShellReportsUnknown needs to know whether it lacks any.
	CodeShellReportsUnknown law.Code = "144.shell.reports.unknown"
	// CodeShellCured passes the gate for a former shell that keeps to (i)(2).
	CodeShellCured law.Code = "144.shell.cured"
	// CodeShellCombination passes it for a business combination related shell
	// company, which (i)(1) excludes. A SPAC is not one.
	CodeShellCombination law.Code = "144.shell.combination"
	// CodeShellStartUp needs a finding whether a start-up is a shell.
	CodeShellStartUp law.Code = "144.shell.start_up.unknown"
	// CodeShellPractice leaves the stock of a shell open before paragraph (i).
	CodeShellPractice law.Code = "144.shell.practice.unknown"
	// CodeShellUnknown needs to know whether the issuer ever was a shell.
	CodeShellUnknown law.Code = "144.shell.unknown"

	// CodeAffiliate binds the seller as an affiliate.
	CodeAffiliate law.Code = "144.affiliate.now"
	// CodeAffiliateRecent binds the seller as one that was until lately.
	CodeAffiliateRecent law.Code = "144.affiliate.recent"
	// CodeAffiliateGap finds the seller between the two look-backs.
	CodeAffiliateGap law.Code = "144.affiliate.gap"
	// CodeAffiliateGapControl is the same for stock that is not restricted.
	CodeAffiliateGapControl law.Code = "144.affiliate.gap.unknown"
	// CodeAffiliateClear finds the seller clear of a past affiliation.
	CodeAffiliateClear law.Code = "144.affiliate.clear"
	// CodeAffiliateNever finds the seller no affiliate.
	CodeAffiliateNever law.Code = "144.affiliate.never"
	// CodeAffiliateUnknown needs to know whether the seller is one.
	CodeAffiliateUnknown law.Code = "144.affiliate.unknown"

	// CodeCapacityEstate tells that the seller is an affiliate's estate or heir.
	CodeCapacityEstate law.Code = "144.capacity.estate"
	// CodeCapacityPledgee tells that the seller is an affiliate's pledgee.
	CodeCapacityPledgee law.Code = "144.capacity.pledgee"
	// CodeCapacityDonee tells that the seller is an affiliate's donee.
	CodeCapacityDonee law.Code = "144.capacity.donee"

	// CodeIssuerSeasoned finds the issuer reporting for long enough.
	CodeIssuerSeasoned law.Code = "144.issuer.seasoned"
	// CodeIssuerNew finds it reporting, but not for long enough.
	CodeIssuerNew law.Code = "144.issuer.new"
	// CodeIssuerOther finds it not subject to reporting.
	CodeIssuerOther law.Code = "144.issuer.other"
	// CodeIssuerUnknown tells that this is unknown, whether or not it matters.
	CodeIssuerUnknown law.Code = "144.issuer.undetermined"

	// CodeHoldingMet finds the holding period complete.
	CodeHoldingMet law.Code = "144.holding.met"
	// CodeHoldingShort finds it incomplete.
	CodeHoldingShort law.Code = "144.holding.short"
	// CodeHoldingUnpaid finds that it has not begun.
	CodeHoldingUnpaid law.Code = "144.holding.unpaid"
	// CodeHoldingNone finds that there is none.
	CodeHoldingNone law.Code = "144.holding.none"
	// CodeHoldingUnknown needs to know the issuer's status.
	CodeHoldingUnknown law.Code = "144.holding.unknown"

	// CodeHoldingRelieved finds none for the estate or pledgee of an affiliate.
	CodeHoldingRelieved law.Code = "144.holding.relieved"
	// CodeReliefUnknown needs to know whether such a seller has one.
	CodeReliefUnknown law.Code = "144.holding.relief.unknown"
	// CodePlan applies Rule 701(g)(3).
	CodePlan law.Code = "144.plan"
	// CodePlanUnknown needs to know whether it applies.
	CodePlanUnknown law.Code = "144.plan.unknown"

	// CodeInformationMet finds the information about the issuer current.
	CodeInformationMet law.Code = "144.information.met"
	// CodeInformationUnmet finds that it is not.
	CodeInformationUnmet law.Code = "144.information.unmet"
	// CodeInformationClosed finds that no limb fits an issuer new to reporting.
	CodeInformationClosed law.Code = "144.information.closed"
	// CodeInformationOff finds that the condition does not apply.
	CodeInformationOff law.Code = "144.information.off"
	// CodeInformationUnknown needs to know whether it is current.
	CodeInformationUnknown law.Code = "144.information.unknown"
	// CodeInformationForms8K needs to know, for a sale before 2008-02-15, whether
	// the issuer filed its Forms 8-K, or whether they counted.
	CodeInformationForms8K law.Code = "144.information.forms_8_k"

	// CodeInformationData tells that interactive data files are asked for.
	CodeInformationData law.Code = "144.information.data"
	// CodeInformationItems tells which information about an issuer that does
	// not report is asked for.
	CodeInformationItems law.Code = "144.information.items"
	// CodeExtension warns of a notification of late filing.
	CodeExtension law.Code = "144.information.extension"

	// CodeLimits applies volume, manner of sale and notice.
	CodeLimits law.Code = "144.limits.on"
	// CodeLimitsOff finds that they do not apply.
	CodeLimitsOff law.Code = "144.limits.off"
	// CodeMannerOff exempts debt from the manner of sale.
	CodeMannerOff law.Code = "144.manner.off"
	// CodeEstateManner exempts an estate from the manner of sale, and leaves open
	// whether it is exempt from the limit on the amount.
	CodeEstateManner law.Code = "144.manner.estate"
	// CodeDebtAmount tells the limit on the amount of debt.
	CodeDebtAmount law.Code = "144.amount.debt"
	// CodeNotice tells how the notice is filed on the day of the sale.
	CodeNotice law.Code = "144.notice.filing"
	// CodeUnneeded finds that the rule does not restrain the sale.
	CodeUnneeded law.Code = "144.unneeded"

	// CodeBoundary warns that the conventions of counting disagree.
	CodeBoundary law.Code = "144.boundary"
	// CodeLimited tells Finding.Limited.
	CodeLimited law.Code = "144.date.limited"
	// CodeFree tells Finding.Free.
	CodeFree law.Code = "144.date.free"
)
