package calendar

import (
	"cmp"
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/law"
)

// Clock is a time of day on a wall clock, to the second: the 3:00 p.m. by
// which a closing takes place. With a day and a location it becomes an instant
// ([Date.At]).
//
// The zero Clock is "no time of day", which rules read as "no cut-off".
// Midnight is not the zero Clock. A Clock is comparable with ==.
type Clock struct {
	// plus1 is one more than the seconds since midnight.
	plus1 int32
}

// NewClock returns the time of day, which must lie between 00:00:00 and
// 23:59:59. Its error is a [law.Fault] of kind [law.ErrInvalid].
func NewClock(hour, minute, second int) (Clock, error) {
	if uint(hour) > 23 || uint(minute) > 59 || uint(second) > 59 { // #nosec G115 -- a negative becomes large
		var fs law.Faults
		fs.Add(law.ErrInvalid, "clock", fmt.Sprintf("%02d:%02d:%02d", hour, minute, second),
			"is not from 00:00:00 to 23:59:59")
		return Clock{}, fs
	}
	return Clock{int32(hour*3600 + minute*60 + second + 1)}, nil // #nosec G115 -- at most 86400
}

// MustClock is [NewClock] for times written in source code, without seconds.
// It panics if there is no such time.
func MustClock(hour, minute int) Clock {
	c, err := NewClock(hour, minute, 0)
	if err != nil {
		panic("calendar: " + err.Error()) //nolint:forbidigo // a Must function
	}
	return c
}

// ParseClock reads "15:00" or "15:00:30". Its error is a [law.Fault] of kind
// [law.ErrInvalid].
func ParseClock(s string) (Clock, error) {
	if len(s) == 5 || len(s) == 8 {
		full := (s + ":00")[:8]
		hour, okHour := digits(full[:2])
		minute, okMinute := digits(full[3:5])
		second, okSecond := digits(full[6:])
		if full[2] == ':' && full[5] == ':' && okHour && okMinute && okSecond {
			return NewClock(hour, minute, second)
		}
	}
	var fs law.Faults
	fs.Add(law.ErrInvalid, "clock", strconv.Quote(s), "is not of the form 15:00 or 15:00:30")
	return Clock{}, fs
}

// ClockOf returns the time of day that t shows in its own location, without
// fractions of a second.
func ClockOf(t time.Time) Clock {
	hour, minute, second := t.Clock()
	return Clock{int32(hour*3600 + minute*60 + second + 1)} // #nosec G115 -- at most 86400
}

func (c Clock) seconds() int { return int(c.plus1) - 1 }

// IsZero reports whether c is "no time of day".
func (c Clock) IsZero() bool { return c.plus1 == 0 }

// Compare returns -1, 0 or +1 as c is earlier than, the same as or later than
// o. "No time of day" is before midnight.
func (c Clock) Compare(o Clock) int { return cmp.Compare(c.plus1, o.plus1) }

// String returns "15:00", or "15:00:30" when there are seconds, and "no time
// of day" for the zero Clock.
func (c Clock) String() string {
	if c.IsZero() {
		return "no time of day"
	}
	s := c.seconds()
	h, m := s/3600, s/60%60
	text := []byte{byte('0' + h/10), byte('0' + h%10), ':', byte('0' + m/10), byte('0' + m%10)}
	if s %= 60; s != 0 {
		text = append(text, ':', byte('0'+s/10), byte('0'+s%10))
	}
	return string(text)
}

// MarshalText writes what String returns, and nothing for the zero Clock.
func (c Clock) MarshalText() ([]byte, error) {
	if c.IsZero() {
		return []byte{}, nil
	}
	return []byte(c.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (c *Clock) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = Clock{}
		return nil
	}
	parsed, err := ParseClock(string(text))
	if err == nil {
		*c = parsed
	}
	return err
}

// Value stores the time of day as the text "15:00:00", which TIME and text columns
// both take, and the zero Clock as NULL.
func (c Clock) Value() (driver.Value, error) {
	if c.IsZero() {
		return nil, nil
	}
	s := c.seconds()
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60), nil
}

// Scan reads a TIME or text column; NULL becomes the zero Clock. A driver may give a
// TIME as text, also with a fraction of zeros ("15:00:00.000000"), or as a time.Time
// on January 1 of the year 0 or 1, of which the clock counts: the zero time.Time is
// midnight. A fraction of a second is refused, and so is a time.Time on another day,
// which is no time of day but an instant: [ClockOf] reads the clock of one.
func (c *Clock) Scan(src any) error {
	var fs law.Faults
	switch v := src.(type) {
	case nil:
		*c = Clock{}
		return nil
	case string:
		return c.scan(v)
	case []byte:
		return c.scan(string(v))
	case time.Time:
		year, month, day := v.Date()
		switch {
		case (year != 0 && year != 1) || month != time.January || day != 1:
			fs.Add(law.ErrInvalid, "clock", v.Format(time.RFC3339), "is an instant; a TIME column is required")
		case v.Nanosecond() != 0:
			fs.Add(law.ErrInvalid, "clock", v.Format("15:04:05.999999999"), "has a fraction of a second")
		default:
			*c = ClockOf(v)
		}
		return fs.Err()
	}
	fs.Add(law.ErrInvalid, "clock", "", "cannot be read from a column of Go type %s", fmt.Sprintf("%T", src))
	return fs
}

// scan reads the text of a column.
func (c *Clock) scan(s string) error {
	if text, fraction, cut := strings.Cut(s, "."); cut && len(text) == len("15:00:00") && fraction != "" && len(fraction) <= 9 &&
		strings.Trim(fraction, "0") == "" {
		s = text
	}
	parsed, err := ParseClock(s)
	if err == nil {
		*c = parsed
	}
	return err
}
