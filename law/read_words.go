package law

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The words of the reader: what is wrong with a document, and what to write in its
// place.

// anInstant is an example of an instant.
const anInstant = "2002-11-26T15:04:00Z"

// form is what a value is.
func form(data []byte) string {
	switch data[0] {
	case '"':
		return "a string"
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "a boolean"
	case 'n':
		return "null"
	}
	return "a number"
}

// malformed says where a document stops being JSON.
func malformed(data []byte) string {
	if len(trim(data)) == 0 {
		return "is empty; JSON is required"
	}
	var syntax *json.SyntaxError
	if !errors.As(json.Unmarshal(data, new(json.RawMessage)), &syntax) {
		return "is not JSON"
	}
	switch text := syntax.Error(); {
	case strings.Contains(text, "unexpected end"):
		return "is not JSON: it is cut off"
	case strings.Contains(text, "max depth"):
		return "is not read: too many values stand within values"
	}
	before := data[:max(0, min(int(syntax.Offset)-1, len(data)))] // the offset counts the byte that is wrong
	begin := bytes.LastIndexByte(before, '\n') + 1
	return fmt.Sprintf("is not JSON from line %d, column %d on", 1+bytes.Count(before, []byte{'\n'}), 1+utf8.RuneCount(before[begin:]))
}

// hint says how to write a number that was written for people, or in quotes, and
// nothing if that is not plain.
func hint(data []byte, whole bool) string {
	text := strings.Trim(string(data), `"`)
	const longest = 60
	if len(text) > longest {
		return ""
	}
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	units, parts, point := strings.Cut(strings.TrimPrefix(text, "$"), ".")
	groups := strings.Split(units, ",")
	for i, group := range groups {
		if !allDigits(group) || i > 0 && len(group) != 3 || len(groups) > 1 && len(group) > 3 {
			return ""
		}
	}
	if point && !allDigits(parts) || whole && strings.Trim(parts, "0") != "" {
		return ""
	}
	units = strings.TrimLeft(strings.Join(groups, ""), "0")
	if units == "" {
		units = "0"
	}
	if point && !whole {
		units += "." + parts
	}
	return "; write " + sign + units
}

func allDigits(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// named is a name of the document as part of a path.
func named(name []byte) string {
	text := string(name)
	if len(text) > maxValue {
		text = strings.ToValidUTF8(text[:maxValue], "") + "…"
	}
	if quoted := strconv.QuoteToGraphic(text); len(quoted) == len(text)+2 && IsText(text) {
		return text
	}
	return strconv.QuoteToASCII(text)
}

// join is the path of a field of what stands at a path.
func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
