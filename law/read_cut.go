package law

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"
)

// JSON that is known to be valid, and UTF-8, needs no second parser to be taken
// apart: strings and brackets are all that has to be told. The Decoder of
// encoding/json would check and copy every value anew.

// deepest is how many objects and lists may stand within each other, as in
// encoding/json.
const deepest = 10_000

// valid is json.Valid, in a third of its time: much of what it takes to read an event
// of a log, or a row of a list, goes into finding that it is JSON.
func valid(data []byte) bool {
	end := validValue(data, 0, 0)
	return end >= 0 && len(trim(data[end:])) == 0
}

// validValue is the position after the value that stands at i or after the space
// there; -1 if there is none.
func validValue(data []byte, i, depth int) int {
	if i = space(data, i); i == len(data) {
		return -1
	}
	switch c := data[i]; {
	case c == '"':
		return validString(data, i)
	case c == '{' || c == '[':
		if depth == deepest {
			return -1
		}
		return validMembers(data, i+1, depth+1, c == '{')
	case c == '-' || '0' <= c && c <= '9':
		return validNumber(data, i)
	}
	for _, word := range [...]string{"true", "false", "null"} {
		if end := i + len(word); end <= len(data) && string(data[i:end]) == word {
			return end
		}
	}
	return -1
}

// validMembers is the position after the object or list of which the members begin
// at i.
func validMembers(data []byte, i, depth int, object bool) int {
	end := byte(']')
	if object {
		end = '}'
	}
	if i = space(data, i); i < len(data) && data[i] == end {
		return i + 1
	}
	for {
		if object {
			if i = space(data, i); i == len(data) || data[i] != '"' {
				return -1
			}
			if i = validString(data, i); i < 0 {
				return -1
			}
			if i = space(data, i); i == len(data) || data[i] != ':' {
				return -1
			}
			i++
		}
		if i = validValue(data, i, depth); i < 0 {
			return -1
		}
		switch i = space(data, i); {
		case i == len(data):
			return -1
		case data[i] == end:
			return i + 1
		case data[i] != ',':
			return -1
		}
		i++
	}
}

// validString is the position after the string that stands at i.
func validString(data []byte, i int) int {
	for i++; i < len(data); i++ {
		switch c := data[i]; {
		case c == '"':
			return i + 1
		case c < ' ':
			return -1
		case c != '\\':
		case i+5 < len(data) && data[i+1] == 'u':
			for _, hex := range data[i+2 : i+6] {
				if strings.IndexByte("0123456789abcdefABCDEF", hex) < 0 {
					return -1
				}
			}
			i += 5
		case i+1 < len(data) && strings.IndexByte(`"\/bfnrt`, data[i+1]) >= 0:
			i++
		default:
			return -1
		}
	}
	return -1
}

// validNumber is the position after the number that stands at i.
func validNumber(data []byte, i int) int {
	if data[i] == '-' {
		i++
	}
	start := i
	if i = skipDigits(data, i); i == start || data[start] == '0' && i > start+1 {
		return -1
	}
	if i < len(data) && data[i] == '.' {
		if start, i = i+1, skipDigits(data, i+1); i == start {
			return -1
		}
	}
	if i < len(data) && (data[i] == 'e' || data[i] == 'E') {
		if i++; i < len(data) && (data[i] == '+' || data[i] == '-') {
			i++
		}
		if start, i = i, skipDigits(data, i); i == start {
			return -1
		}
	}
	return i
}

// space is the position of the first byte from i on that is no white space.
func space(data []byte, i int) int {
	for i < len(data) && data[i] <= ' ' && (data[i] == ' ' || data[i] == '\t' || data[i] == '\r' || data[i] == '\n') {
		i++
	}
	return i
}

// skipDigits is the position of the first byte from i on that is no digit.
func skipDigits(data []byte, i int) int {
	for i < len(data) && '0' <= data[i] && data[i] <= '9' {
		i++
	}
	return i
}

// trim drops the white space before a value or a sign.
func trim(data []byte) []byte { return data[space(data, 0):] }

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
