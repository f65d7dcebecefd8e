package restrict

import (
	"slices"

	"github.com/offerkit/offerkit/law"
)

// Codes is the catalog of the codes of the reasons in what this package returns,
// beside those of package calendar, and of [TransferCodes] and [Exemptions]. A code
// that ends in "unknown" names what the answer needs, and one that ends in "unmet"
// what the sale does not keep to. The slice is the caller's.
func Codes() []law.CodeInfo {
	out := slices.Concat(
		rule144Codes(), holdingCodes(), rule145Codes(), volumeCodes(), weekCodes(), aggregationCodes(), mannerCodes(), brokerCodes(),
		noticeCodes(), legendCodes(), splitCodes(), deliveryCodes(), damagesCodes(), buyInCodes(), registrationCodes(),
	)
	for _, row := range TransferCodes() {
		out = append(out, law.CodeInfo{Code: row.Code, Text: row.Message})
	}
	for _, exemption := range Exemptions() {
		for _, required := range exemption.Requirements {
			out = append(out, law.CodeInfo{Code: required.Code, Text: required.Text})
		}
	}
	return out
}
