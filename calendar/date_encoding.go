package calendar

import (
	"database/sql/driver"
	"fmt"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
)

// MarshalText writes "2002-11-25", and nothing for the zero Date.
func (d Date) MarshalText() ([]byte, error) {
	if d.n == 0 {
		return []byte{}, nil
	}
	return d.appendISO(make([]byte, 0, 10)), nil
}

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	return d.set(ParseDate(string(text)))
}

// MarshalJSON writes the string "2002-11-25", and null for the zero Date.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.n == 0 {
		return []byte("null"), nil
	}
	return append(d.appendISO(append(make([]byte, 0, 12), '"')), '"'), nil
}

// UnmarshalJSON reads what MarshalJSON writes. An empty string, a timestamp
// and a number are refused.
func (d *Date) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*d = Date{}
		return nil
	}
	if len(data) >= 2 && data[0] == '"' && data[len(data)-1] == '"' {
		return d.set(ParseDate(string(data[1 : len(data)-1])))
	}
	var fs law.Faults
	value := ""
	if len(data) > 0 && data[0] != '{' && data[0] != '[' {
		value = string(data)
	}
	fs.Add(law.ErrInvalid, "", value, `is not a string; a date such as "2002-11-29" is required`)
	return fs
}

// Value stores the day as the text "2002-11-25", which DATE and text columns
// both take, and the zero Date as NULL.
func (d Date) Value() (driver.Value, error) {
	if d.n == 0 {
		return nil, nil
	}
	return d.String(), nil
}

// Scan reads a DATE or text column; NULL and the zero time.Time become the zero
// Date. Any other time.Time counts as the day that it shows in its own location.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = Date{}
		return nil
	case string:
		return d.scan(v)
	case []byte:
		return d.scan(string(v))
	case time.Time:
		if v.IsZero() {
			*d = Date{}
			return nil
		}
		year, month, day := v.Date()
		return d.set(NewDate(year, month, day))
	}
	var fs law.Faults
	fs.Add(law.ErrInvalid, "date", "", "cannot be read from a column of Go type %s", fmt.Sprintf("%T", src))
	return fs
}

// scan reads the text of a column. That of a DATETIME names no day until somebody
// says in which zone.
func (d *Date) scan(s string) error {
	const whole = len("2002-11-25")
	if len(s) > whole && (s[whole] == ' ' || s[whole] == 'T') {
		if _, err := ParseDate(s[:whole]); err == nil {
			var fs law.Faults
			fs.Add(law.ErrInvalid, "date", strconv.Quote(s), "has a time of day; a column of dates, or one cast to DATE, is required")
			return fs
		}
	}
	return d.set(ParseDate(s))
}

// set assigns the parsed day, and leaves d alone when parsing failed.
func (d *Date) set(parsed Date, err error) error {
	if err == nil {
		*d = parsed
	}
	return err
}
