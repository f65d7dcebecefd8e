package law

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect" //nolint:depguard // a host's own struct is known by nothing else, and reading it is what this file is for
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// MaxDigits is the most digits of a number in JSON, in quotes or not, counted as
// written but for the zeros before it. The conversion of a longer one takes a time
// that grows with the square of its length.
const MaxDigits = 38

// mostFaults is how many faults of one document are named; a hostile list has as
// many as rows.
const mostFaults = 100

// ReadJSON reads one JSON value literally. It refuses what encoding/json accepts
// in silence: a field that is not known, one in other letters, one given twice,
// text that is not UTF-8, and a number of more than [MaxDigits] digits.
//
// T may be a type of this library or the caller's own, such as
//
//	struct {
//		Terms  offering.Terms   `json:"terms"`
//		Orders []offering.Order `json:"orders"`
//	}
//
// Structs, pointers, lists and maps are read part by part, with the names that
// encoding/json would use; a type with an UnmarshalJSON or UnmarshalText of its
// own is read by that. A struct that embeds such a type is read as a whole: what is
// none of its own fields goes to the embedded type, which encoding/json would give
// everything, and its other fields would be lost.
//
// A field that is null is left out, but the value as a whole is not null, nor is a
// row that is an object. Text
// holds no U+FFFD, which stands for what was lost. An instant is read with the
// offset that it states, never in the zone of the machine. A field with the tag
// strict:"required" must be given.
//
// The error is [Faults]: every fault, up to a hundred, each with its whole path,
// such as "orders[2].amount". A field given twice is [ErrDuplicate], one left out
// though it is required [ErrMissing], a number that is too long or too large
// [ErrRange], and anything else [ErrInvalid] unless the type says otherwise. With
// an error the value is the zero T.
func ReadJSON[T any](data []byte) (T, error) {
	var into T
	var r reader
	if data = r.document(data); data != nil {
		r.given("", data, reflect.ValueOf(&into).Elem())
	}
	if err := r.fs.Err(); err != nil {
		var none T
		return none, err
	}
	return into, nil
}

// ReadFields is [ReadJSON] for the UnmarshalJSON of a type, which it does not call:
//
//	func (t *Terms) UnmarshalJSON(data []byte) error { return law.ReadFields(data, t) }
//
// It reads a struct whole: what the object leaves out is zero afterwards. If it is
// refused, the struct stays as it was.
//
// Each check sees what was read, even if some of it was refused, and may change it
// and record what else is wrong, such as a word that is none of those allowed. Of a
// field that was refused already, a check does not have to know.
func ReadFields[T any](data []byte, into *T, checks ...func(*T, *Faults)) error {
	var fresh T
	var r reader
	if data = r.document(data); data != nil {
		v := reflect.ValueOf(&fresh).Elem()
		r.plain("", data, v)
		for i := 0; i < len(checks) && data[0] == '{'; i++ {
			var more Faults
			checks[i](&fresh, &more)
			r.add(more, len(r.fs))
		}
	}
	if err := r.fs.Err(); err != nil {
		return err
	}
	*into = fresh
	return nil
}

// reader gathers the faults of one document. The JSON it is given is valid.
type reader struct {
	fs Faults
	// broken is true of a document that is not valid UTF-8.
	broken bool
}

// document is the value without the space around it; nil if it is no JSON, or null.
func (r *reader) document(data []byte) []byte {
	if !valid(data) {
		r.fs.Add(ErrInvalid, "", "", "%s", malformed(data))
		return nil
	}
	r.broken = !utf8.Valid(data)
	data, _ = cut(data)
	if string(data) == "null" {
		r.wrong("", data, "a value is required")
		return nil
	}
	return data
}

// full reports whether no more faults are named.
func (r *reader) full() bool { return len(r.fs) >= mostFaults }

// add takes the faults of a check over. Of a field that is among those told, the
// words that are allowed say more than that they are words.
func (r *reader) add(more Faults, told int) {
	for _, f := range more {
		i := slices.IndexFunc(r.fs[:told], func(told *Fault) bool { return told.Field == f.Field })
		switch allowed := strings.HasPrefix(f.Problem, oneOf); {
		case i < 0 && !r.full():
			r.fs = append(r.fs, f)
		case i >= 0 && allowed:
			r.fs[i].Problem, _, _ = strings.Cut(r.fs[i].Problem, "; ")
			r.fs[i].Problem += "; " + f.Problem
		}
	}
}

// value reads what stands at the path. The depth of the calls is that of the type,
// whatever the document holds.
func (r *reader) value(path string, data []byte, v reflect.Value) {
	if string(data) != "null" { // null says nothing, as encoding/json has it
		r.given(path, data, v)
	}
}

// given reads what is given, by the decoder of its type if there is one.
func (r *reader) given(path string, data []byte, v reflect.Value) {
	if v.Kind() != reflect.String && digits(data) > MaxDigits {
		r.fs.Add(ErrRange, path, "", "has more than %d digits", MaxDigits)
		return
	}
	switch own := v.Addr().Interface().(type) {
	case *time.Time:
		r.instant(path, data, own)
	case json.Unmarshaler:
		if data[0] == '{' && promoted(v.Type(), data) {
			r.object(path, data, v)
			return
		}
		r.decoded(path, data, v, own.UnmarshalJSON(data))
	case encoding.TextUnmarshaler:
		if data[0] != '"' {
			r.wrong(path, data, wordsOf(v.Type()))
			return
		}
		r.decoded(path, data, v, own.UnmarshalText(unquoted(data)))
	default:
		r.plain(path, data, v)
	}
}

// wordsOf says what is required of a text: one of its words, if its type lists them.
func wordsOf(of reflect.Type) string {
	var listed Faults
	stranger, ok := reflect.New(of).Interface().(encoding.TextUnmarshaler)
	if ok && of.Kind() == reflect.String && errors.As(stranger.UnmarshalText([]byte{0}), &listed) && len(listed) == 1 &&
		strings.HasPrefix(listed[0].Problem, oneOf) {
		return listed[0].Problem
	}
	return "a string is required"
}

// plain reads by the kind of the type, whatever decoder it has.
func (r *reader) plain(path string, data []byte, v reflect.Value) {
	switch kind := v.Kind(); kind {
	case reflect.Struct:
		r.object(path, data, v)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.given(path, data, v.Elem())
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 && data[0] != '[' {
			r.decoded(path, data, v, json.Unmarshal(data, v.Addr().Interface()))
			return
		}
		r.list(path, data, v)
	case reflect.Map:
		r.table(path, data, v)
	case reflect.String:
		r.text(path, data, v)
	case reflect.Bool:
		if data[0] != 't' && data[0] != 'f' {
			r.wrong(path, data, "true or false, without quotes, is required")
			return
		}
		v.SetBool(data[0] == 't')
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, err := strconv.ParseInt(string(data), 10, v.Type().Bits())
		if r.whole(path, data, err, v) {
			v.SetInt(n)
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		n, err := strconv.ParseUint(string(data), 10, v.Type().Bits())
		if r.whole(path, data, err, v) {
			v.SetUint(n)
		}
	default:
		r.decoded(path, data, v, json.Unmarshal(data, v.Addr().Interface()))
	}
}

// text reads a string, which a word of its own type is too. What is no string is
// kept as it stands, so that a check can say which words are allowed.
func (r *reader) text(path string, data []byte, v reflect.Value) {
	switch {
	case v.Type() == reflect.TypeFor[json.Number]():
		r.decoded(path, data, v, json.Unmarshal(data, v.Addr().Interface()))
	case data[0] == '"':
		text := string(unquoted(data))
		r.fs.Text(path, text)
		v.SetString(text)
	default:
		r.wrong(path, data, "a string is required")
		if data[0] != '{' && data[0] != '[' {
			v.SetString(string(data))
		}
	}
}

// instant reads a time.
func (r *reader) instant(path string, data []byte, into *time.Time) {
	if data[0] != '"' {
		r.wrong(path, data, "an instant such as "+strconv.Quote(anInstant)+" is required")
		return
	}
	text := string(unquoted(data))
	at, ok := instant(text)
	if !ok {
		r.fs.Add(ErrInvalid, path, strconv.QuoteToASCII(text), "is not an instant such as %s", anInstant)
		return
	}
	*into = at
}

// list reads the rows of a slice or an array.
func (r *reader) list(path string, data []byte, v reflect.Value) {
	if data[0] != '[' {
		r.wrong(path, data, "a list is required")
		return
	}
	rows := rowsOf(data)
	if v.Kind() == reflect.Slice {
		v.Set(reflect.MakeSlice(v.Type(), len(rows), len(rows)))
	} else if len(rows) > v.Len() {
		r.fs.Add(ErrRange, path, strconv.Itoa(len(rows)), "rows are more than %d", v.Len())
		return
	}
	read := r.value
	if v.Type().Elem().Kind() == reflect.Struct { // a row that says nothing is none, unless its type says otherwise
		read = r.given
	}
	for i := 0; i < len(rows) && !r.full(); i++ {
		read(path+"["+strconv.Itoa(i)+"]", rows[i], v.Index(i))
	}
}

// table reads a map by its names.
func (r *reader) table(path string, data []byte, v reflect.Value) {
	key := v.Type().Key()
	if key.Kind() != reflect.String || reflect.PointerTo(key).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		r.decoded(path, data, v, json.Unmarshal(data, v.Addr().Interface()))
		return
	}
	if data[0] != '{' {
		r.wrong(path, data, "an object is required")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for rest := trim(data[1:]); rest[0] != '}' && !r.full(); {
		var name, value []byte
		name, value, rest = member(rest)
		at, entry := join(path, named(name)), reflect.New(v.Type().Elem()).Elem()
		switch key := reflect.ValueOf(string(name)).Convert(key); {
		case v.MapIndex(key).IsValid():
			r.fs.Add(ErrDuplicate, at, "", "is given twice")
		case r.fs.Text(at, string(name)):
			r.value(at, value, entry)
			v.SetMapIndex(key, entry)
		}
	}
}

// object reads the fields of a struct.
func (r *reader) object(path string, data []byte, v reflect.Value) {
	if data[0] != '{' {
		r.wrong(path, data, "an object is required")
		return
	}
	d := describe(v.Type())
	type told struct{ seen, given bool }
	was := make([]told, len(d.fields))
	handed := make([][]byte, len(d.embedded)) // what goes to each of them
	for rest := trim(data[1:]); rest[0] != '}' && !r.full(); {
		var name, value []byte
		name, value, rest = member(rest)
		i := slices.IndexFunc(d.fields, func(f field) bool { return f.name == string(name) })
		switch {
		case i < 0:
			r.stranger(path, string(name), value, d, handed)
		case was[i].seen:
			r.fs.Add(ErrDuplicate, join(path, d.fields[i].name), "", "is given twice")
		default:
			was[i] = told{seen: true, given: string(value) != "null"}
			r.field(join(path, d.fields[i].name), value, v, &d.fields[i])
		}
	}
	for i := range d.fields {
		if f := &d.fields[i]; f.required && !was[i].given && !r.full() {
			r.fs.Missing(join(path, f.name))
		}
	}
	for i := range d.embedded {
		e, object := &d.embedded[i], append(append([]byte{'{'}, handed[i]...), '}')
		if inner := e.decoder(v, len(handed[i]) > 0); inner != nil && !r.full() {
			r.decoded(path, object, reflect.Value{}, inner.UnmarshalJSON(object))
		}
	}
}

// stranger takes a name that is no field of the struct itself. It goes to the
// embedded type that has it, or to the only one.
func (r *reader) stranger(path, name string, value []byte, d *description, handed [][]byte) {
	meant := ""
	for _, f := range d.fields {
		if strings.EqualFold(f.name, name) {
			meant = ": it is written " + strconv.Quote(f.name)
		}
	}
	to := slices.IndexFunc(d.embedded, func(e field) bool {
		return len(d.embedded) == 1 && meant == "" ||
			slices.ContainsFunc(describe(e.of).fields, func(f field) bool { return f.name == name })
	})
	if to < 0 {
		r.fs.Add(ErrInvalid, join(path, named([]byte(name))), strconv.Quote(name), "is not a field%s", meant)
		return
	}
	if len(handed[to]) > 0 {
		handed[to] = append(handed[to], ',')
	}
	key, _ := json.Marshal(name) // a string has JSON
	handed[to] = append(append(append(handed[to], key...), ':'), value...)
}

// field reads what a field of v is given.
func (r *reader) field(path string, data []byte, v reflect.Value, f *field) {
	if f.quoted && string(data) != "null" { // by the option string of its tag
		inner := data
		if data[0] == '"' {
			inner = unquoted(data)
		}
		if data[0] != '"' || !json.Valid(inner) {
			r.wrong(path, data, "its value in quotes is required")
			return
		}
		data = inner
	}
	r.value(path, data, reach(v, f.index))
}

// whole reports whether a whole number was read, and records why not.
func (r *reader) whole(path string, data []byte, err error, v reflect.Value) bool {
	switch {
	case err == nil:
		return true
	case data[0] != '-' && (data[0] < '0' || data[0] > '9'):
		r.wrong(path, data, "a whole number without quotes is required"+hint(data, true))
	case bytes.ContainsAny(data, ".eE"):
		r.fs.Add(ErrInvalid, path, string(data), "is not a whole number in digits alone%s", hint(data, true))
	default:
		bits := v.Type().Bits()
		if v.CanInt() {
			r.fs.Add(ErrRange, path, string(data), "is not from %d to %d", int64(-1)<<(bits-1), uint64(1)<<(bits-1)-1)
		} else {
			r.fs.Add(ErrRange, path, string(data), "is not from 0 to %d", ^uint64(0)>>(64-bits))
		}
	}
	return false
}

// wrong records a value of another form than the one that is required.
func (r *reader) wrong(path string, data []byte, required string) {
	value := string(data)
	if data[0] == '{' || data[0] == '[' || data[0] == 'n' {
		value = ""
	}
	r.fs.Add(ErrInvalid, path, value, "is %s; %s", form(data), required)
}

// decoded records what a decoder made of a value, if it is an error. Of a value
// that is no object and no list the path is known here, and the decoder's word
// for it is not.
func (r *reader) decoded(path string, data []byte, v reflect.Value, err error) {
	if err == nil {
		if r.broken && !utf8.Valid(data) { // of which encoding/json says nothing
			r.fs.Text(path, string(data))
		}
		return
	}
	var inner Faults
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch container := data[0] == '{' || data[0] == '['; {
	case errors.As(err, &inner) && container:
		r.fs.Merge(path, inner)
		r.fs = r.fs[:min(len(r.fs), mostFaults)]
	case inner != nil:
		for _, f := range inner {
			if f != nil && !r.full() {
				r.fs.Add(f.Kind, path, f.Value, "%s", f.Problem)
			}
		}
	case takes(v, "0.5"):
		r.number(path, data, "a number such as 0.96", false)
	case takes(v, "5"):
		r.number(path, data, "a whole number", true)
	case errors.As(err, &syntax) || errors.As(err, &kind):
		r.wrong(path, data, "that cannot be read here")
	default:
		const most = 160 // bytes of a decoder's own words that are repeated
		problem := err.Error()
		if len(problem) > most {
			problem = strings.ToValidUTF8(problem[:most], "") + "…"
		}
		r.fs.Add(ErrInvalid, path, "", "%s", problem)
	}
}

// number records what is no number though the type is read from one.
func (r *reader) number(path string, data []byte, wanted string, whole bool) {
	inner := data
	if data[0] == '"' {
		inner = unquoted(data)
	}
	switch {
	case json.Valid(inner) && form(inner) == "a number" && !whole:
		r.fs.Add(ErrRange, path, string(data), "has an exponent that is not read")
		return
	case data[0] == '"' || form(data) == "a number":
		r.fs.Add(ErrInvalid, path, string(data), "is not %s%s", wanted, hint(data, whole))
		return
	}
	r.wrong(path, data, wanted+" is required")
}

// takes reports whether a type with a decoder of its own reads that number, as a
// decimal does. It is asked only when the type has refused a value.
func takes(v reflect.Value, number string) bool {
	if !v.IsValid() || v.Kind() == reflect.Interface {
		return false
	}
	return json.Unmarshal([]byte(number), reflect.New(v.Type()).Interface()) == nil
}

// field is where the value of a name goes, or what a struct embeds.
type field struct {
	name                     string
	index                    []int
	tagged, required, quoted bool
	of                       reflect.Type // of what is embedded, without its pointer
}

// description is what a struct holds: its fields, those of the structs that it
// embeds included, and what it embeds that has a decoder.
type description struct{ fields, embedded []field }

//nolint:gochecknoglobals // the memo of a pure function
var described sync.Map // of *description by reflect.Type

// describe is the description of a struct.
func describe(t reflect.Type) *description {
	if known, ok := described.Load(t); ok {
		d, _ := known.(*description)
		return d
	}
	var all, d description
	all.collect(t, nil, nil)
	// Of one name, the outermost is the field; at the same depth, the only one that
	// has it from a tag; and otherwise none is.
	for i, f := range all.fields {
		hidden := false
		for j, o := range all.fields {
			hidden = hidden || i != j && o.name == f.name &&
				(len(f.index) > len(o.index) || len(f.index) == len(o.index) && (!f.tagged || o.tagged))
		}
		if !hidden {
			d.fields = append(d.fields, f)
		}
	}
	d.embedded = all.embedded
	described.Store(t, &d)
	return &d
}

// collect adds the fields of a struct that stands at the index, within structs
// that embed it.
func (d *description) collect(t reflect.Type, at []int, within []reflect.Type) {
	if slices.Contains(within, t) {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		one := field{
			name: name, index: append(slices.Clone(at), i), tagged: name != "", required: f.Tag.Get("strict") == "required", of: f.Type,
		}
		if f.Type.Kind() == reflect.Pointer {
			one.of = f.Type.Elem()
		}
		embeds := f.Anonymous && name == "" && one.of.Kind() == reflect.Struct
		switch {
		case f.Tag.Get("json") == "-", !f.IsExported() && (!embeds || one.of != f.Type):
		case embeds && f.IsExported() && reflect.PointerTo(one.of).Implements(reflect.TypeFor[json.Unmarshaler]()):
			d.embedded = append(d.embedded, one)
		case embeds:
			d.collect(one.of, one.index, append(within, t))
		default:
			if name == "" {
				one.name = f.Name
			}
			kind := one.of.Kind()
			one.quoted = slices.Contains(strings.Split(options, ","), "string") &&
				(kind == reflect.String || reflect.Bool <= kind && kind < reflect.Complex64)
			d.fields = append(d.fields, one)
		}
	}
}

// promoted reports whether the UnmarshalJSON of a struct is that of a type which
// it embeds, and which knows nothing of the other fields: it then does to the
// struct what the embedded type does to itself. Both are asked with no more of the
// document than its outermost level, so that what is nested is not read again.
func promoted(t reflect.Type, data []byte) bool {
	if t.Kind() != reflect.Struct {
		return false
	}
	d := describe(t)
	if len(d.embedded) != 1 {
		return false
	}
	data = shallow(data)
	whole, part := reflect.New(t), reflect.New(t)
	d.embedded[0].decoder(whole.Elem(), true)
	inner := d.embedded[0].decoder(part.Elem(), true)
	outer, ok := whole.Interface().(json.Unmarshaler)
	return ok && fmt.Sprint(outer.UnmarshalJSON(data)) == fmt.Sprint(inner.UnmarshalJSON(data)) &&
		reflect.DeepEqual(whole.Interface(), part.Interface())
}

// decoder is that of what v embeds. A pointer that is nil stays so, and has none,
// unless it is to be made.
func (f *field) decoder(v reflect.Value, made bool) json.Unmarshaler {
	v = reach(v, f.index)
	if v.Kind() == reflect.Pointer {
		if !made {
			return nil
		}
		v.Set(reflect.New(f.of))
		v = v.Elem()
	}
	decoder, _ := v.Addr().Interface().(json.Unmarshaler)
	return decoder
}

// reach is the field at the index, with the pointers on the way to it set.
func reach(v reflect.Value, index []int) reflect.Value {
	for i, n := range index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(n)
	}
	return v
}
