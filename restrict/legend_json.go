package restrict

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/offerkit/offerkit/law"
)

// UnmarshalJSON reads a legend and refuses unknown words and fields, fields in
// other letters and fields given twice. The error is [law.Faults]. Whether the
// legend can be asked about is for [Legend.Validate] to say.
func (l *Legend) UnmarshalJSON(data []byte) error {
	type plain Legend // without this method
	var read plain
	if err := readStrict(data, &read); err != nil {
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
	if err := readStrict(data, &read); err != nil {
		return err
	}
	*f = LegendFacts(read)
	return nil
}

// readStrict decodes JSON of any depth, and refuses what encoding/json would
// settle in silence.
func readStrict(data []byte, into any) error {
	var fs law.Faults
	if !utf8.Valid(data) {
		fs.Add(law.ErrInvalid, "", "", "the JSON is not valid UTF-8")
		return fs
	}
	if err := keysOnce(data, &fs); err != nil {
		fs.Add(law.ErrInvalid, "", "", "%s", err.Error())
	}
	if len(fs) > 0 {
		return fs
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(into)
	var wrong *json.UnmarshalTypeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &fs): // of an inner value
	case errors.As(err, &wrong):
		fs.Add(law.ErrInvalid, wrong.Field, wrong.Value, "cannot be read here")
	default:
		fs.Add(law.ErrInvalid, "", "", "%s", err.Error())
	}
	return fs
}

// keysOnce records names that are not in lower case and names that come twice
// in one object, at any depth and without recursion.
func keysOnce(data []byte, fs *law.Faults) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var open []map[string]bool // nil for an array
	key := false               // whether a name is due
	for {
		token, err := decoder.Token()
		if err != nil {
			return err
		}
		name, isName := token.(string)
		switch {
		case key && isName:
			top := open[len(open)-1]
			if !fieldName(name) {
				fs.Add(law.ErrInvalid, "", strconv.Quote(name), "is not a field: names are in lower case")
			} else if top[name] {
				fs.Add(law.ErrDuplicate, name, "", "is given twice")
			}
			top[name] = true
			key = false
			continue
		case token == json.Delim('{'):
			open = append(open, map[string]bool{})
		case token == json.Delim('['):
			open = append(open, nil)
		case token == json.Delim('}'), token == json.Delim(']'):
			open = open[:len(open)-1]
		}
		if len(open) == 0 {
			break
		}
		key = open[len(open)-1] != nil
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		fs.Add(law.ErrInvalid, "", "", "something follows the value")
	}
	return nil
}

// fieldName reports whether a name is spelled as fields are: lowerCase, with
// digits.
func fieldName(name string) bool {
	return lowerCase(strings.Trim(name, "0123456789"))
}
