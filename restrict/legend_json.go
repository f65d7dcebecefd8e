package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/internal/strictjson"
	"github.com/offerkit/offerkit/law"
)

// UnmarshalJSON reads a legend and refuses unknown words and fields, fields in
// other letters and fields given twice. The error is [law.Faults]. Whether the
// legend can be asked about is for [Legend.Validate] to say.
func (l *Legend) UnmarshalJSON(data []byte) error {
	type plain Legend // without this method
	var read plain
	if err := strictjson.Read(data, &read); err != nil {
		return err
	}
	var fs law.Faults
	if read.Kind != "" {
		read.Kind.check(&fs, "kind")
	}
	if read.Needs != "" {
		law.OneOf(&fs, "needs", read.Needs, AnyLimb, AllLimbs)
	}
	for i := range read.Limbs {
		if limb := &read.Limbs[i]; limb.Kind != "" && !limb.Kind.known() {
			limb.check(&fs, "limbs["+strconv.Itoa(i)+"]")
		}
	}
	if len(fs) > 0 {
		return fs
	}
	*l = Legend(read)
	return nil
}

// UnmarshalJSON reads facts and refuses unknown fields, fields in other letters
// and fields given twice. The error is [law.Faults]. Words are held to by
// [Legend.Removable], as far as it asks for them.
func (f *LegendFacts) UnmarshalJSON(data []byte) error {
	type plain LegendFacts
	var read plain
	if err := strictjson.Read(data, &read); err != nil {
		return err
	}
	*f = LegendFacts(read)
	return nil
}
