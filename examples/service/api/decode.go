package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

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
			return v, faults // the decoder of a type of the library names the field itself
		}
		return v, at(body, offset(err, decoder), err)
	}
	end := decoder.InputOffset()
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return v, at(body, end, errors.New("more follows the JSON value"))
	}
	return v, nil
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
