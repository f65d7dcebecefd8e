package restrict

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

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
	var fs law.Faults
	if err := fieldsOnce(data, &fs); err != nil {
		fs.Add(law.ErrInvalid, "", "", "%s", err.Error())
	}
	if len(fs) > 0 {
		return fs
	}
	var read plainEvent
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&read); err != nil {
		var wrong *json.UnmarshalTypeError
		switch {
		case errors.As(err, &fs): // a date
		case errors.As(err, &wrong):
			fs.Add(law.ErrInvalid, wrong.Field, wrong.Value, "cannot be read here")
		default:
			fs.Add(law.ErrInvalid, "", "", "%s", err.Error())
		}
		return fs
	}
	event := Event(read)
	if event.checkWords(&fs); len(fs) > 0 {
		return fs
	}
	*e = event
	return nil
}

// fieldsOnce records names that are not in lower case and names that come
// twice, both of which encoding/json would settle in silence. An event is flat,
// so that every value is one token.
func fieldsOnce(data []byte, fs *law.Faults) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if token, err := decoder.Token(); err != nil {
		return err
	} else if token != json.Delim('{') {
		fs.Add(law.ErrInvalid, "", "", "is not a JSON object")
		return nil
	}
	seen := make(map[string]bool)
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return err
		}
		field, _ := token.(string)
		if !lowerCase(field) {
			fs.Add(law.ErrInvalid, "", strconv.Quote(field), "is not a field: names are in lower case")
		}
		if seen[field] {
			fs.Add(law.ErrDuplicate, field, "", "is given twice")
		}
		seen[field] = true
		if token, err = decoder.Token(); err != nil {
			return err
		}
		if _, nested := token.(json.Delim); nested {
			fs.Add(law.ErrInvalid, "", strconv.Quote(field), "holds no single value")
			return nil
		}
	}
	if _, err := decoder.Token(); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		fs.Add(law.ErrInvalid, "", "", "something follows the event")
	}
	return nil
}

func lowerCase(field string) bool {
	for _, r := range field {
		if (r < 'a' || r > 'z') && r != '_' {
			return false
		}
	}
	return true
}
