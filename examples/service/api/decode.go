package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// mostFaults is how many faults of a question are told; a hostile list has as
// many as rows.
const mostFaults = 100

// decode reads one question, literally: a fact that is misspelled, or said twice,
// is refused instead of being lost. The error is a bodyError if the body is no
// JSON, and otherwise law.Faults with the whole path of each. Lists of more than
// most rows, and all that no question needs, are refused before anything is read.
//
// The module has a strict reader of its own, which programs elsewhere cannot
// import. Whoever copies this example takes this one along.
func decode[T any](body []byte, most int) (T, error) {
	var question T
	if err := wellFormed(body); err != nil {
		return question, err
	}
	var fs law.Faults
	checkShape(&fs, body, most)
	if len(fs) == 0 {
		readQuestion(&fs, bytes.Trim(body, " \t\r\n"), reflect.ValueOf(&question).Elem())
	}
	return question, fs.Err()
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

// readQuestion reads the parts of a question. Each part is of a type that reads
// its own JSON, or a list of such.
func readQuestion(fs *law.Faults, body []byte, question reflect.Value) {
	if body[0] != '{' {
		fs.Add(law.ErrInvalid, "", "", "the question is not a JSON object")
		return
	}
	seen := map[string]bool{}
	for name, part := range fields(body) {
		field := question.FieldByNameFunc(func(f string) bool { return jsonName(question.Type(), f) == name })
		switch {
		case len(*fs) >= mostFaults:
			return
		case !field.IsValid():
			fs.Add(law.ErrInvalid, clipped(name), strconv.Quote(name), "is not a field of this question%s", meant(name, question.Type()))
		case seen[name]:
			fs.Add(law.ErrDuplicate, name, "", "is given twice")
		case string(part) == "null": // nothing is said
		case field.Kind() == reflect.Slice:
			readRows(fs, name, part, field)
		default:
			fs.Merge(name, readPart(part, field))
		}
		seen[name] = true
	}
}

func readRows(fs *law.Faults, path string, part []byte, list reflect.Value) {
	if part[0] != '[' {
		fs.Add(law.ErrInvalid, path, "", "is not a JSON list")
		return
	}
	for i, row := range rows(part) {
		if len(*fs) >= mostFaults {
			return
		}
		if i == list.Cap() {
			list.Grow(max(16, i))
		}
		list.SetLen(i + 1)
		if err := readPart(row, list.Index(i)); err != nil {
			fs.Merge(path+"["+strconv.Itoa(i)+"]", err)
		}
	}
}

// readPart reads what has a reader of its own. What the reader of a day or an
// instant calls it, nobody needs to know who has the path.
func readPart(part []byte, v reflect.Value) error {
	var fs law.Faults
	switch into := v.Addr().Interface().(type) {
	case *time.Time:
		if bytes.IndexByte(part, ',') >= 0 || into.UnmarshalJSON(part) != nil { // a comma begins no fraction in RFC 3339
			fs.Add(law.ErrInvalid, "", string(part), "is not an instant such as \"2002-11-29T16:00:00-05:00\"")
		}
	case *calendar.Date:
		var own law.Faults
		if errors.As(into.UnmarshalJSON(part), &own) {
			fs.Add(own[0].Kind, "", own[0].Value, "%s", own[0].Problem)
		}
	case json.Unmarshaler:
		return into.UnmarshalJSON(part)
	default:
		return json.Unmarshal(part, into)
	}
	return fs.Err()
}

// jsonName is what a field of a question is called in JSON.
func jsonName(question reflect.Type, field string) string {
	f, _ := question.FieldByName(field)
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// meant names the field that is written in other letters.
func meant(name string, question reflect.Type) string {
	for i := range question.NumField() {
		if field := jsonName(question, question.Field(i).Name); strings.EqualFold(field, name) {
			return ": it is written " + strconv.Quote(field)
		}
	}
	return ""
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
