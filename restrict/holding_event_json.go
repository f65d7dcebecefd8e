package restrict

import (
	"encoding/json"

	"github.com/offerkit/offerkit/law"
)

// plainEvent is an Event without its methods.
type plainEvent Event

// MarshalJSON writes the event. The error is [law.Faults]: what UnmarshalJSON
// would not read back, a kind or a word that is none.
func (e Event) MarshalJSON() ([]byte, error) {
	var fs law.Faults
	if e.checkWords(&fs); len(fs) > 0 {
		return nil, fs
	}
	return json.Marshal(plainEvent(e))
}

// UnmarshalJSON reads what MarshalJSON writes and nothing else. The error is
// [law.Faults]: an unknown kind, word or field, a field in other letters or of
// another sort is [law.ErrInvalid], one given twice is [law.ErrDuplicate], and
// no kind is [law.ErrMissing]. Whether the event fits its lot is for
// [HoldingStart] to say.
func (e *Event) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, e, (*Event).checkWords)
}
