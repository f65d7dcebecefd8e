package restrict

import "github.com/offerkit/offerkit/law"

// The codes of the steps in Limit.Why and WindowTrade.Why. A code that ends in
// "unknown" names what the answer needs.
const (
	// CodeVolumeOn and CodeVolumeOff tell whether paragraph (e) binds the sale.
	CodeVolumeOn  law.Code = "144.volume.on"
	CodeVolumeOff law.Code = "144.volume.off"
	// CodeVolumeBoundary finds it free by one way of counting months alone.
	CodeVolumeBoundary law.Code = "144.volume.boundary"
	// CodeVolumeAffiliate needs to know whether the seller is an affiliate.
	CodeVolumeAffiliate law.Code = "144.volume.affiliate.unknown"
	// CodeVolumeEstate needs a reading of whether it bound an estate before 2008.
	CodeVolumeEstate law.Code = "144.volume.estate.unknown"
	// CodeVolumePercent and CodeVolumePercentUnknown tell one percent of the
	// class, or need it.
	CodeVolumePercent        law.Code = "144.volume.percent"
	CodeVolumePercentUnknown law.Code = "144.volume.percent.unknown"
	// CodeVolumeAverage tells the average of the weeks, CodeVolumeAverageOff
	// that there is none, and CodeVolumeAverageUnknown needs it.
	CodeVolumeAverage        law.Code = "144.volume.average"
	CodeVolumeAverageOff     law.Code = "144.volume.average.off"
	CodeVolumeAverageUnknown law.Code = "144.volume.average.unknown"
	// CodeVolumeTranche and CodeVolumeTrancheUnknown tell ten percent of the
	// tranche, or need it.
	CodeVolumeTranche        law.Code = "144.volume.tranche"
	CodeVolumeTrancheUnknown law.Code = "144.volume.tranche.unknown"
	// CodeVolumeCap tells the limit, and CodeVolumeBound its lower bound.
	CodeVolumeCap   law.Code = "144.volume.cap"
	CodeVolumeBound law.Code = "144.volume.cap.at_least"
	// CodeVolumeSplit tells that amounts were restated.
	CodeVolumeSplit law.Code = "144.volume.split"
	// CodeVolumeWindow tells what was sold in the window.
	CodeVolumeWindow law.Code = "144.volume.window"
	// CodeVolumePossible tells what may have been.
	CodeVolumePossible law.Code = "144.volume.window.unknown"
	// CodeVolumeExcluded tells that sales were left out under (e)(3)(vii).
	CodeVolumeExcluded law.Code = "144.volume.excluded"
	// CodeVolumeWithin, CodeVolumeAtLeast, CodeVolumeExceeds and
	// CodeVolumeUnknown give the answer.
	CodeVolumeWithin  law.Code = "144.volume.within"
	CodeVolumeAtLeast law.Code = "144.volume.within.at_least"
	CodeVolumeExceeds law.Code = "144.volume.exceeds"
	CodeVolumeUnknown law.Code = "144.volume.unknown"
	// CodeVolumeFit tells from when the proposal fits.
	CodeVolumeFit law.Code = "144.volume.fit"

	// CodeTradeCounts finds a sale of the seller's in the window, and
	// CodeTradeConverted one of a convertible security.
	CodeTradeCounts    law.Code = "144.trade.counts"
	CodeTradeConverted law.Code = "144.trade.converted"
	// CodeTradeBefore finds it before the window.
	CodeTradeBefore law.Code = "144.trade.before"
	// CodeTradeExempt finds it made in a way that does not count.
	CodeTradeExempt law.Code = "144.trade.exempt"
	// CodeTradeOther finds it of other securities than those that aggregate.
	CodeTradeOther law.Code = "144.trade.other_securities"
	// CodeTradeUnknown needs to know how the person stands to the seller.
	CodeTradeUnknown law.Code = "144.trade.person.unknown"
)
