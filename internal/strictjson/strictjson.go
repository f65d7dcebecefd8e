// Package strictjson reads JSON that is to be taken literally. It refuses what
// encoding/json settles in silence, and differently from other readers: fields
// that are not known, fields in other letters, fields given twice, text that is
// not UTF-8, and something after the value.
package strictjson

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"reflect" //nolint:depguard // it reads into any type, whose fields it finds as encoding/json does
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/offerkit/offerkit/internal/texts"
	"github.com/offerkit/offerkit/law"
)

// mostFaults is how many faults are named; a hostile list has as many as rows.
const mostFaults = 100

// MaxDigits is the most digits of a number, in quotes or not, counted as written
// but for the zeros before it. The conversion of a longer one takes a time that
// grows with the square of its length.
const MaxDigits = 38

// mostProblem is the most bytes of a decoder's own words that are repeated.
const mostProblem = 160

// Read reads one JSON object into the struct that the pointer points at, whole:
// what the object leaves out is zero afterwards. If the object is refused, the
// struct stays as it was.
//
// The struct is read field by field, and so are the structs, pointers and slices
// within whose exported fields all have a name in a json tag, unless they have an
// UnmarshalJSON of their own. All else is left to encoding/json. A type that calls
// Read from its UnmarshalJSON must have those tags.
//
// A field that is null says nothing, as in encoding/json, but an object is not null.
// Text is what [texts.OK] reports to be text, and a number has at most [MaxDigits]
// digits. An instant is read with the offset that it states, never in the zone of
// the machine.
// A field with the tag strict:"required" must say something.
//
// The error is [law.Faults] with the path of each fault, such as
// "sales[2].amount": a field given twice is [law.ErrDuplicate], one that is required
// and says nothing is [law.ErrMissing], and anything else [law.ErrInvalid] unless the
// type of the value says otherwise. At most a hundred faults are named.
func Read[T any](data []byte, into *T) error {
	var r reader
	var fresh T
	if json.Valid(data) {
		v := reflect.ValueOf(&fresh).Elem()
		r.broken = !utf8.Valid(data)
		r.object("", data, v, fieldsOf(v.Type()))
	} else {
		r.refuse("", json.Unmarshal(data, new(json.RawMessage))) // it says what is wrong
	}
	if err := r.fs.Err(); err != nil {
		return err
	}
	*into = fresh
	return nil
}

// reader gathers the faults of one document. The JSON it is given is valid.
type reader struct {
	fs law.Faults
	// broken is true of a document that is not valid UTF-8.
	broken bool
}

// value reads into v. The depth of the calls is that of the type, whatever the
// document holds.
func (r *reader) value(path string, data []byte, v reflect.Value) {
	if len(r.fs) >= mostFaults || string(data) == "null" { // of null, as encoding/json has it, nothing is said
		return
	}
	if v.Kind() != reflect.String && digits(data) > MaxDigits {
		r.fs.Add(law.ErrRange, path, "", "has more than %d digits", MaxDigits)
		return
	}
	switch own := v.Addr().Interface().(type) {
	case *time.Time:
		r.instant(path, data, own)
		return
	case json.Unmarshaler:
		r.refuseValue(path, data, own.UnmarshalJSON(data))
		return
	case encoding.TextUnmarshaler: // is left to encoding/json
	default:
		if v.Kind() == reflect.String && data[0] == '"' {
			text := string(unquoted(data))
			texts.Check(&r.fs, path, text)
			v.SetString(text)
			return
		}
	}
	switch fields := fieldsOf(v.Type()); {
	case fields != nil:
		r.object(path, data, v, fields)
	case v.Kind() == reflect.Pointer && fieldsOf(v.Type().Elem()) != nil:
		v.Set(reflect.New(v.Type().Elem()))
		r.value(path, data, v.Elem())
	case v.Kind() == reflect.Slice && (v.Type().Elem().Kind() == reflect.Struct || v.Type().Elem().Kind() == reflect.String):
		var rows []json.RawMessage
		if err := json.Unmarshal(data, &rows); err != nil {
			r.refuse(path, err)
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), len(rows), len(rows)))
		for i, row := range rows {
			r.value(path+"["+strconv.Itoa(i)+"]", row, v.Index(i))
		}
	default:
		r.refuseValue(path, data, json.Unmarshal(data, v.Addr().Interface()))
	}
}

// instant reads a time.
func (r *reader) instant(path string, data []byte, into *time.Time) {
	text := string(data)
	if data[0] == '"' {
		text = string(unquoted(data))
	}
	at, ok := instant(text)
	if !ok {
		r.fs.Add(law.ErrInvalid, path, strconv.QuoteToASCII(text), "is not an instant such as 2003-11-07T16:30:00-08:00")
		return
	}
	*into = at
}

// object reads the fields of a struct.
func (r *reader) object(path string, data []byte, v reflect.Value, fields []field) {
	rest := trim(data)
	if rest[0] != '{' {
		r.fs.Add(law.ErrInvalid, path, "", "is not a JSON object")
		return
	}
	seen, said := make([]bool, len(fields)), make([]bool, len(fields))
	for rest = trim(rest[1:]); rest[0] != '}' && len(r.fs) < mostFaults; rest = trim(bytes.TrimPrefix(rest, []byte(","))) {
		var key, value []byte
		key, rest = cut(rest)
		value, rest = cut(rest[1:]) // past the colon
		name := unquoted(key)
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == string(name) })
		switch {
		case i < 0:
			r.fs.Add(law.ErrInvalid, path, strconv.Quote(string(name)), "is not a field%s", meant(string(name), fields))
		case seen[i]:
			r.fs.Add(law.ErrDuplicate, join(path, fields[i].name), "", "is given twice")
		default:
			seen[i], said[i] = true, string(value) != "null"
			r.value(join(path, fields[i].name), value, v.FieldByIndex(fields[i].index))
		}
	}
	for i, f := range fields {
		if f.required && !said[i] && len(r.fs) < mostFaults {
			r.fs.Missing(join(path, f.name))
		}
	}
}

// refuse records an error of encoding/json, or of the decoder of a type.
func (r *reader) refuse(path string, err error) {
	var inner law.Faults
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &inner):
		r.fs.Merge(path, inner)
		r.fs = r.fs[:min(len(r.fs), mostFaults)]
	case errors.As(err, &wrong):
		r.fs.Add(law.ErrInvalid, path, wrong.Value, "cannot be read here")
	default:
		problem := err.Error()
		if len(problem) > mostProblem {
			problem = strings.ToValidUTF8(problem[:mostProblem], "") + "…"
		}
		r.fs.Add(law.ErrInvalid, path, "", "%s", problem)
	}
}

// refuseValue records what the decoder of a type made of a value, if it is an
// error. Of a single value the path is known here, and the decoder's word for it
// is not.
func (r *reader) refuseValue(path string, data []byte, err error) {
	if err == nil {
		if r.broken && !utf8.Valid(data) { // of which encoding/json says nothing
			texts.Check(&r.fs, path, string(data))
		}
		return
	}
	var inner law.Faults
	if !errors.As(err, &inner) || data[0] == '{' || data[0] == '[' {
		r.refuse(path, err)
		return
	}
	for _, f := range inner {
		r.fs.Add(f.Kind, path, f.Value, "%s", f.Problem)
	}
	r.fs = r.fs[:min(len(r.fs), mostFaults)]
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
