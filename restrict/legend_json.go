package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// UnmarshalJSON reads a legend and refuses unknown words and fields, fields in
// other letters and fields given twice. The error is [law.Faults]. Whether the
// legend can be asked about is for [Legend.Validate] to say.
func (l *Legend) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, l, (*Legend).checkWords)
}

// checkWords records the words that are none.
func (l *Legend) checkWords(fs *law.Faults) {
	if l.Kind != "" {
		l.Kind.check(fs, "kind")
	}
	if l.Needs != "" {
		law.OneOf(fs, "needs", l.Needs, AnyLimb, AllLimbs)
	}
	for i := range l.Limbs {
		if limb := &l.Limbs[i]; limb.Kind != "" && !limb.Kind.known() {
			limb.check(fs, "limbs["+strconv.Itoa(i)+"]")
		}
	}
}

// UnmarshalJSON reads facts and refuses unknown fields, fields in other letters
// and fields given twice. The error is [law.Faults]. Words are held to by
// [Legend.Removable], as far as it asks for them.
func (f *LegendFacts) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, f)
}
