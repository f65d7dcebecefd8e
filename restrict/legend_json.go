package restrict

import (
	"github.com/offerkit/offerkit/law"
)

// UnmarshalJSON reads a legend and refuses unknown words and fields, fields in
// other letters and fields given twice. The error is [law.Faults]. Whether the
// legend can be asked about is for [Legend.Validate] to say.
func (l *Legend) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, l)
}

// UnmarshalJSON reads facts and refuses unknown fields, fields in other letters
// and fields given twice. The error is [law.Faults].
func (f *LegendFacts) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, f)
}
