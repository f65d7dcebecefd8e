package law

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The kinds of fault, for errors.Is. The text of each is its word in JSON.
var (
	// ErrMissing marks a fact that the question needs and that was left out.
	ErrMissing = errors.New("missing")
	// ErrInvalid marks a value that cannot be what its field says it is.
	ErrInvalid = errors.New("invalid")
	// ErrRange marks a value beyond the limits that the library serves.
	ErrRange = errors.New("range")
	// ErrDuplicate marks a value that must be unique and is given twice.
	ErrDuplicate = errors.New("duplicate")
	// ErrConflict marks two values that cannot both be true.
	ErrConflict = errors.New("conflict")
	// ErrUnsupported marks a question about law or data that the library does
	// not hold.
	ErrUnsupported = errors.New("unsupported")
)

// Fault is one reason why a question cannot be answered. It is not a "no": a
// "no" is an answer, and carries [Reasons].
//
// Its JSON has the kind as a word, one of missing, invalid, range, duplicate,
// conflict and unsupported, and empty if there is none:
//
//	{"field":"orders[2].amount","value":"268000.005","problem":"has a fraction of a cent","kind":"invalid"}
type Fault struct {
	// Field is the path of the value in the caller's input, such as
	// "orders[2].amount".
	Field string
	// Value is the offending value as given; empty when it is missing.
	Value string
	// Problem says what is wrong and names the limit, such as
	// "has a fraction of a cent".
	Problem string
	// Kind is one of the Err values of this package; errors.Is finds it.
	Kind error
}

// Error is "field: value problem", and nothing for nil.
func (f *Fault) Error() string {
	if f == nil {
		return ""
	}
	var b strings.Builder
	if f.Field != "" {
		b.WriteString(f.Field)
		b.WriteString(": ")
	}
	if f.Value != "" {
		b.WriteString(f.Value)
		b.WriteByte(' ')
	}
	b.WriteString(f.Problem)
	return b.String()
}

// Unwrap returns the kind, and nil for nil or a fault that has none.
func (f *Fault) Unwrap() error {
	if f == nil {
		return nil
	}
	return f.Kind
}

// Faults gathers every fault of one question, so that callers can fix all of them
// in one pass. The nil Faults is ready for use and means that none was found. Its
// JSON is a list, empty for nil.
//
// As an error it supports errors.Is for each kind, and errors.As for *Fault
// (the first) and for Faults (all).
type Faults []*Fault

// faultJSON is a Fault as JSON.
type faultJSON struct {
	Field   string `json:"field"`
	Value   string `json:"value"`
	Problem string `json:"problem"`
	Kind    string `json:"kind"`
}

// kinds lists the kinds of fault.
func kinds() []error {
	return []error{ErrMissing, ErrInvalid, ErrRange, ErrDuplicate, ErrConflict, ErrUnsupported}
}

// MarshalJSON writes the fault with its kind as a word. A kind of the caller's own
// that wraps none of this package is written as "invalid".
func (f Fault) MarshalJSON() ([]byte, error) {
	out := faultJSON{Field: f.Field, Value: f.Value, Problem: f.Problem}
	if f.Kind != nil {
		out.Kind = ErrInvalid.Error()
		for _, kind := range kinds() {
			if errors.Is(f.Kind, kind) {
				out.Kind = kind.Error()
			}
		}
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes and nothing else. The error is
// [Faults], such as for a kind that is none of the words.
func (f *Fault) UnmarshalJSON(data []byte) error {
	var read Fault
	var stored faultJSON
	err := ReadFields(data, &stored, func(stored *faultJSON, fs *Faults) {
		read = Fault{Field: stored.Field, Value: stored.Value, Problem: stored.Problem}
		var words []string
		for _, kind := range kinds() {
			if words = append(words, kind.Error()); stored.Kind == kind.Error() {
				read.Kind = kind
			}
		}
		if stored.Kind != "" {
			OneOf(fs, "kind", stored.Kind, words...)
		}
	})
	if err == nil {
		*f = read
	}
	return err
}

// MarshalJSON writes the faults as a list, without those that are nil.
func (fs Faults) MarshalJSON() ([]byte, error) {
	list := make([]*Fault, 0, len(fs))
	for _, f := range fs {
		if f != nil {
			list = append(list, f)
		}
	}
	return json.Marshal(list)
}

// maxValue is the most of a value that a message repeats; a hostile megabyte
// in a field must not become a megabyte in a log.
const maxValue = 80

// Add records a fault. The problem is formatted as by fmt.Sprintf. A value that is
// not UTF-8 is recorded in quotes, with escapes.
func (fs *Faults) Add(kind error, field, value, problem string, args ...any) {
	if len(args) > 0 {
		problem = fmt.Sprintf(problem, args...)
	}
	if !utf8.ValidString(value) {
		value = strconv.QuoteToASCII(value[:min(len(value), maxValue)])
	}
	if len(value) > maxValue {
		value = strings.ToValidUTF8(value[:maxValue], "") + "…"
	}
	*fs = append(*fs, &Fault{Field: field, Value: value, Problem: problem, Kind: kind})
}

// Missing records that the field was left out.
func (fs *Faults) Missing(field string) {
	fs.Add(ErrMissing, field, "", "is required")
}

// Text records a fault unless the text is [IsText], and reports whether it is.
func (fs *Faults) Text(field, text string) bool {
	if IsText(text) {
		return true
	}
	const around = 20 // bytes before and after the place
	bad := strings.IndexRune(text, utf8.RuneError)
	first, end := max(0, bad-around), min(len(text), bad+around)
	value := strconv.QuoteToASCII(text[first:end])
	if first > 0 {
		value = "…" + value
	}
	if end < len(text) {
		value += "…"
	}
	fs.Add(ErrInvalid, field, value, "is not valid UTF-8 or holds the replacement character U+FFFD")
	return false
}

// IsText reports whether the text is valid UTF-8 without the replacement character
// U+FFFD. Readers of JSON put that character, without an error, where the bytes
// are not UTF-8 and where an escape such as \ud800 is half of a pair, so that two
// names can become one.
func IsText(text string) bool {
	// Most texts are ASCII, which needs no more than a look at the high bits.
	var high byte
	i := 0
	for ; i+4 <= len(text); i += 4 {
		high |= text[i] | text[i+1] | text[i+2] | text[i+3]
	}
	for ; i < len(text); i++ {
		high |= text[i]
	}
	return high < utf8.RuneSelf || !strings.ContainsRune(text, utf8.RuneError)
}

// Merge records the faults of an inner value under the outer field's path. An
// error that holds no Faults is recorded as an invalid value; nil adds nothing.
func (fs *Faults) Merge(field string, err error) {
	if err == nil {
		return
	}
	var inner Faults
	if !errors.As(err, &inner) {
		fs.Add(ErrInvalid, field, "", "%s", err.Error())
		return
	}
	for _, f := range inner {
		if f == nil {
			continue
		}
		outer := *f
		switch {
		case outer.Field == "":
			outer.Field = field
		case field != "" && outer.Field[0] == '[':
			outer.Field = field + outer.Field
		case field != "":
			outer.Field = field + "." + outer.Field
		}
		*fs = append(*fs, &outer)
	}
}

// Err returns nil when no fault was recorded, and the faults otherwise.
func (fs Faults) Err() error {
	if len(fs) == 0 {
		return nil
	}
	return fs
}

// Error joins the messages with "; ".
func (fs Faults) Error() string {
	messages := make([]string, len(fs))
	for i, f := range fs {
		messages[i] = f.Error()
	}
	return strings.Join(messages, "; ")
}

// Unwrap lists the faults for errors.Is and errors.As. A nil among them is left out.
func (fs Faults) Unwrap() []error {
	errs := make([]error, 0, len(fs))
	for _, f := range fs {
		if f != nil {
			errs = append(errs, f)
		}
	}
	return errs
}

// OneOf records a fault unless v is one of the allowed words. The empty word
// is a missing fact; any other stranger is invalid.
func OneOf[S ~string](fs *Faults, field string, v S, allowed ...S) {
	if v == "" {
		fs.Missing(field)
		return
	}
	for _, a := range allowed {
		if v == a {
			return
		}
	}
	words := make([]string, len(allowed))
	for i, a := range allowed {
		words[i] = string(a)
	}
	fs.Add(ErrInvalid, field, fmt.Sprintf("%q", string(v)), oneOf+"%s", strings.Join(words, ", "))
}

// oneOf begins what is said of a word that is not allowed.
const oneOf = "must be one of: "

// ReadWord is OneOf for the UnmarshalText of a type that lists words. It reads one of
// the words allowed, and an empty text as the empty word; any other is [Faults], and
// the word stays as it was.
func ReadWord[S ~string](word *S, text []byte, allowed ...S) error {
	var fs Faults
	read := S(text)
	if read != "" {
		OneOf(&fs, "", read, allowed...)
	}
	if len(fs) > 0 {
		return fs
	}
	*word = read
	return nil
}
