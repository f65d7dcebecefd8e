package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
)

// errAnswer is an answer of more than mostAnswer bytes.
var errAnswer = errors.New("ask for less")

// marshal is the JSON of an answer, if it is not too large. The answer is measured
// first: encoding/json writes it whole before anybody can see how long it is, and
// a text that the answer holds once in memory may stand in it ten thousand times.
func marshal(answer any, most int) ([]byte, error) {
	m := measure{left: most}
	if m.take(reflect.ValueOf(answer)); m.left < 0 {
		return nil, tooLarge(most)
	}
	text, err := json.Marshal(answer)
	if err == nil && len(text) > most {
		return nil, tooLarge(most)
	}
	return text, err
}

func tooLarge(most int) error {
	return fmt.Errorf("it has more than %d bytes: %w", most, errAnswer)
}

// measure counts down the bytes of the texts and of the rows, which are what an
// answer can have many of. JSON takes more: names, numbers, days and amounts. It
// stops below zero.
type measure struct{ left int }

func (m *measure) take(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		m.left -= quotedLen(v.String())
	case reflect.Slice, reflect.Array:
		for i := 0; i < v.Len() && m.left >= 0; i++ {
			m.left--
			m.take(v.Index(i))
		}
	case reflect.Struct:
		for i := 0; i < v.NumField() && m.left >= 0; i++ {
			if f := v.Field(i); f.CanInterface() {
				m.take(f)
			}
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			m.take(v.Elem())
		}
	default:
	}
}

// quotedLen is how long a text becomes: encoding/json escapes what a browser
// could take for markup.
func quotedLen(s string) int {
	n := len(s)
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\' || c == '\b' || c == '\f' || c == '\n' || c == '\r' || c == '\t':
			n++
		case c < ' ' || c == '<' || c == '>' || c == '&':
			n += len(`\u0000`) - 1
		}
	}
	return n
}
