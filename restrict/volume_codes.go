package restrict

import "github.com/offerkit/offerkit/law"

// The codes of the steps in Limit.Why and WindowTrade.Why. A code that ends in
// "unknown" names what the answer needs.
const (
	codeVolumeOn             law.Code = "144.volume.on"
	codeVolumeOff            law.Code = "144.volume.off"
	codeVolumeBoundary       law.Code = "144.volume.boundary"
	codeVolumeAffiliate      law.Code = "144.volume.affiliate.unknown"
	codeVolumeEstate         law.Code = "144.volume.estate.unknown"
	codeVolumePercent        law.Code = "144.volume.percent"
	codeVolumePercentUnknown law.Code = "144.volume.percent.unknown"
	codeVolumeAverage        law.Code = "144.volume.average"
	codeVolumeAverageOff     law.Code = "144.volume.average.off"
	codeVolumeAverageUnknown law.Code = "144.volume.average.unknown"
	codeVolumeTranche        law.Code = "144.volume.tranche"
	codeVolumeTrancheUnknown law.Code = "144.volume.tranche.unknown"
	codeVolumeCap            law.Code = "144.volume.cap"
	codeVolumeBound          law.Code = "144.volume.cap.at_least"
	codeVolumeSplit          law.Code = "144.volume.split"
	codeVolumeWindow         law.Code = "144.volume.window"
	codeVolumePossible       law.Code = "144.volume.window.unknown"
	codeVolumeExcluded       law.Code = "144.volume.excluded"
	codeVolumeWithin         law.Code = "144.volume.within"
	codeVolumeAtLeast        law.Code = "144.volume.within.at_least"
	codeVolumeExceeds        law.Code = "144.volume.exceeds"
	codeVolumeUnknown        law.Code = "144.volume.unknown"
	codeVolumeFit            law.Code = "144.volume.fit"

	codeTradeCounts    law.Code = "144.trade.counts"
	codeTradeConverted law.Code = "144.trade.converted"
	codeTradeBefore    law.Code = "144.trade.before"
	codeTradeExempt    law.Code = "144.trade.exempt"
	codeTradeOther     law.Code = "144.trade.other_securities"
	codeTradeUnknown   law.Code = "144.trade.person.unknown"
)

// volumeCodes is the part of the catalog above.
func volumeCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeVolumeOn, Text: "Paragraph (e) applies to the sale."},
		{Code: codeVolumeOff, Text: "Paragraph (e) does not apply to the sale."},
		{Code: codeVolumeBoundary, Text: "Whether paragraph (e) applies depends on how months are counted."},
		{Code: codeVolumeAffiliate, Text: "Whether paragraph (e) applies depends on whether the seller is an affiliate."},
		{
			Code: codeVolumeEstate,
			Text: "Whether paragraph (e) applied to an estate before 2008 depends on a reading of the text of the time.",
		},
		{Code: codeVolumePercent, Text: "One percent of the class."},
		{Code: codeVolumePercentUnknown, Text: "The number of shares outstanding was not given."},
		{Code: codeVolumeAverage, Text: "The average weekly trading volume."},
		{Code: codeVolumeAverageOff, Text: "The average weekly trading volume does not apply."},
		{Code: codeVolumeAverageUnknown, Text: "The average weekly trading volume was not given."},
		{Code: codeVolumeTranche, Text: "Ten percent of the tranche."},
		{Code: codeVolumeTrancheUnknown, Text: "The size of the tranche was not given."},
		{Code: codeVolumeCap, Text: "The volume limitation."},
		{Code: codeVolumeBound, Text: "The least that the volume limitation can be, where a figure was not given."},
		{Code: codeVolumeSplit, Text: "Amounts were restated for a split."},
		{Code: codeVolumeWindow, Text: "The amount sold in the three months."},
		{Code: codeVolumePossible, Text: "The amount that may have to be counted in the three months."},
		{Code: codeVolumeExcluded, Text: "Sales excluded by paragraph (e)(3)(vii)."},
		{Code: codeVolumeWithin, Text: "The sale is within the volume limitation."},
		{Code: codeVolumeAtLeast, Text: "The sale is within the least that the volume limitation can be."},
		{Code: codeVolumeExceeds, Text: "The sale exceeds the volume limitation."},
		{Code: codeVolumeUnknown, Text: "Whether the sale is within the volume limitation depends on a fact that was not given."},
		{Code: codeVolumeFit, Text: "The first day on which the proposed sale is within the volume limitation."},

		{Code: codeTradeCounts, Text: "A sale in the three months that counts."},
		{Code: codeTradeConverted, Text: "A sale of a convertible security in the three months that counts as converted."},
		{Code: codeTradeBefore, Text: "A sale before the three months, which does not count."},
		{Code: codeTradeExempt, Text: "A sale made in a way that does not count."},
		{Code: codeTradeOther, Text: "A sale of other securities than those aggregated."},
		{Code: codeTradeUnknown, Text: "A sale of which it was not given whether the person's sales are aggregated."},
	}
}
