package law

import (
	"bytes"
	"encoding/json"
	"time"
)

// JSON that is known to be valid, and UTF-8, needs no second parser to be taken
// apart: strings and brackets are all that has to be told. The Decoder of
// encoding/json would check and copy every value anew.

// trim drops the white space before a value or a sign.
func trim(data []byte) []byte {
	i := 0
	for i < len(data) && (data[i] == ' ' || data[i] == '\t' || data[i] == '\r' || data[i] == '\n') {
		i++
	}
	return data[i:]
}

// cut splits off the value that stands first. The rest begins with the sign
// after it, and is empty if there is none.
func cut(data []byte) (value, rest []byte) {
	data = trim(data)
	end := length(data)
	return data[:end], trim(data[end:])
}

// member splits off the first member of what is left of an object.
func member(data []byte) (name, value, rest []byte) {
	key, rest := cut(data)
	value, rest = cut(rest[1:]) // past the colon
	return unquoted(key), value, trim(bytes.TrimPrefix(rest, []byte(",")))
}

// shallow is an object without the objects and lists in it.
func shallow(object []byte) []byte {
	out := []byte{'{'}
	for rest := trim(object[1:]); rest[0] != '}'; rest = trim(bytes.TrimPrefix(rest, []byte(","))) {
		var key, value []byte
		key, rest = cut(rest)
		if value, rest = cut(rest[1:]); value[0] == '{' || value[0] == '[' {
			value = []byte("null")
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(append(append(out, key...), ':'), value...)
	}
	return append(out, '}')
}

// rowsOf is the rows of a list.
func rowsOf(list []byte) (rows [][]byte) {
	for rest := trim(list[1:]); rest[0] != ']'; rest = trim(bytes.TrimPrefix(rest, []byte(","))) {
		var row []byte
		row, rest = cut(rest)
		rows = append(rows, row)
	}
	return rows
}

// length is how long the value is that stands first.
func length(data []byte) int {
	depth := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			i += quotedLength(data[i:]) - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return i // it ends what the value stands in
			}
			depth--
		case ',', ':', ' ', '\t', '\r', '\n':
			if depth == 0 {
				return i
			}
		}
	}
	return len(data)
}

// quotedLength is the length of the string that stands first, quotes included.
func quotedLength(data []byte) int {
	i := 1
	for ; data[i] != '"'; i++ {
		if data[i] == '\\' {
			i++
		}
	}
	return i + 1
}

// unquoted is what a string says.
func unquoted(data []byte) []byte {
	if bytes.IndexByte(data, '\\') < 0 {
		return data[1 : len(data)-1]
	}
	var s string
	_ = json.Unmarshal(data, &s) // a string of valid JSON can be read
	return []byte(s)
}

// digits counts the digits of a number, in quotes or not, without its exponent and
// the zeros before it. Of what is no number it is zero or more.
func digits(data []byte) (n int) {
	for _, c := range data {
		switch {
		case c == '0' && n == 0, c == '-', c == '+', c == '.', c == '"':
		case '0' <= c && c <= '9':
			n++
		default:
			return n
		}
	}
	return n
}

// instant reads a time of RFC 3339 in the zone that it states. It refuses what
// the time package lets pass: a comma before the fraction, an hour of one digit,
// and offsets of 24 hours or 60 minutes.
func instant(text string) (time.Time, bool) {
	at, err := time.ParseInLocation(time.RFC3339Nano, text, time.UTC)
	if err != nil || text[len("2006-01-02T15")] != ':' || text[len("2006-01-02T15:04:05")] == ',' {
		return time.Time{}, false
	}
	if zone := text[len(text)-len("07:00"):]; text[len(text)-1] != 'Z' && (zone[:2] > "23" || zone[3:] > "59") {
		return time.Time{}, false
	}
	return at, true
}
