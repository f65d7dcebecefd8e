package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"

	"github.com/offerkit/offerkit/law"
)

// bodyError is a body that is no JSON of the question asked.
type bodyError struct {
	line, column int
	err          error
}

func (e *bodyError) Error() string {
	return fmt.Sprintf("line %d, column %d: %v", e.line, e.column, e.err)
}

func (e *bodyError) Unwrap() error { return e.err }

// decode reads exactly one JSON value. A field that the question does not have
// is refused, since a misspelled fact would otherwise count as unsaid.
func decode[T any](body []byte) (T, error) {
	var v T
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&v); err != nil {
		var faults law.Faults
		if errors.As(err, &faults) {
			return v, placed(body, reflect.TypeFor[T](), faults)
		}
		return v, at(body, offset(err, decoder), err)
	}
	end := decoder.InputOffset()
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return v, at(body, end, errors.New("more follows the JSON value"))
	}
	return v, nil
}

// mostFaults is how many faults of a body are told; a hostile list has as many
// as rows.
const mostFaults = 100

// placed gives the faults of a question with their whole paths. The decoder of a
// type of the library names its own fields; where in the question it stands it
// cannot know, and the first that refuses ends the reading. So each part is read
// once more by itself. Faults that do not show again stay as they were.
func placed(body []byte, question reflect.Type, faults law.Faults) law.Faults {
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(body, &parts); err != nil {
		return faults
	}
	var all law.Faults
	for i := range question.NumField() {
		field := question.Field(i)
		if part, given := parts[field.Tag.Get("json")]; given {
			readPart(&all, field.Tag.Get("json"), part, field.Type)
		}
	}
	if len(all) == 0 {
		return faults
	}
	return all
}

// readPart records the faults of a part, or of each row of one that is a list.
func readPart(all *law.Faults, path string, part []byte, t reflect.Type) {
	var rows []json.RawMessage
	if t.Kind() == reflect.Slice && json.Unmarshal(part, &rows) == nil {
		for i, row := range rows {
			if len(*all) >= mostFaults {
				return
			}
			readPart(all, fmt.Sprintf("%s[%d]", path, i), row, t.Elem())
		}
		return
	}
	var own law.Faults
	if err := json.Unmarshal(part, reflect.New(t).Interface()); !errors.As(err, &own) {
		return
	}
	if part[0] != '{' && part[0] != '[' {
		for _, f := range own {
			f.Field = "" // of a single value the path is known, and its decoder's word is not
		}
	}
	all.Merge(path, own)
}

// offset is where in the body the error is, as well as the decoder can tell.
func offset(err error, decoder *json.Decoder) int64 {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return syntax.Offset
	case errors.As(err, &kind):
		return kind.Offset
	}
	return decoder.InputOffset()
}

// at turns an offset into a line and a column, both counted from 1.
func at(body []byte, offset int64, err error) error {
	if errors.Is(err, io.EOF) {
		err = errors.New("the body is empty")
	}
	read := body[:min(max(offset-1, 0), int64(len(body)))]
	line := 1 + bytes.Count(read, []byte{'\n'})
	column := len(read) - bytes.LastIndexByte(read, '\n')
	return &bodyError{line: line, column: column, err: err}
}
