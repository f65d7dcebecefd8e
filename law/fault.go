package law

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The kinds of fault, for errors.Is.
var (
	// ErrMissing marks a fact that the question needs and that was left out.
	ErrMissing = errors.New("missing")
	// ErrInvalid marks a value that cannot be what its field says it is.
	ErrInvalid = errors.New("invalid")
	// ErrRange marks a value beyond the limits that the library serves.
	ErrRange = errors.New("out of range")
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

// Faults gathers every fault of one question, so that a caller mends its input
// once. The nil Faults is ready for use and means that none was found.
//
// As an error it supports errors.Is for each kind, and errors.As for *Fault
// (the first) and for Faults (all).
type Faults []*Fault

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
	fs.Add(ErrInvalid, field, fmt.Sprintf("%q", string(v)), "is not one of: %s", strings.Join(words, ", "))
}
