package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/offerkit/offerkit/law"
)

// mostFaults is how many faults of a question are told; a hostile list has as
// many as rows.
const mostFaults = 100

// decode reads one question, literally: a fact that is misspelled, or said twice,
// is refused instead of being lost. The error is a bodyError if the body is no
// JSON, and otherwise law.Faults with the whole path of each. Lists of more than
// most rows, and all that no question needs, are refused before anything is read.
func decode[T any](body []byte, most int) (question T, err error) {
	if err := wellFormed(body); err != nil {
		return question, err
	}
	var fs law.Faults
	if checkShape(&fs, body, most); len(fs) > 0 {
		return question, fs
	}
	return law.ReadJSON[T](body)
}

// wellFormed says where a body stops being one value of JSON.
func wellFormed(body []byte) error {
	if !utf8.Valid(body) {
		good := 0
		for r, size := utf8.DecodeRune(body); r != utf8.RuneError || size > 1; r, size = utf8.DecodeRune(body[good:]) {
			good += size
		}
		return &bodyError{good, errors.New("the body is not valid UTF-8")}
	}
	if json.Valid(body) {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(body)) // it tells a cut from a mistake
	err := decoder.Decode(new(json.RawMessage))
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return &bodyError{len(body), errors.New("the body is empty")}
	case errors.Is(err, io.ErrUnexpectedEOF):
		return &bodyError{len(body), errors.New("the JSON is cut off")}
	case errors.As(err, &syntax):
		return &bodyError{int(syntax.Offset) - 1, syntax} // the offset counts the byte that is wrong
	}
	return &bodyError{skip(body, int(decoder.InputOffset())), errors.New("more follows the JSON value")}
}

// unquoted is what a string of valid JSON says.
func unquoted(quoted []byte) []byte {
	if bytes.IndexByte(quoted, '\\') < 0 {
		return quoted[1 : len(quoted)-1]
	}
	var s string
	_ = json.Unmarshal(quoted, &s) // a string of valid JSON can be read
	return []byte(s)
}

// clipped keeps a hostile megabyte out of an answer that repeats it.
func clipped(s string) string {
	const most = 200
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
