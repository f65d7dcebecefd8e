package calendar

import (
	"cmp"
	"database/sql/driver"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/internal/words"
	"github.com/offerkit/offerkit/law"
)

// Date is a calendar day without a time and without a zone: a closing date, a
// payment date, the last day as an affiliate.
//
// A Date is opaque, so that February 30 cannot exist. It takes four bytes, is
// comparable with ==, and can be a map key. Dates run from 0001-01-01 to
// 9999-12-31 in the Gregorian calendar, also before it was adopted.
//
// The zero Date is "no date". It comes before every day, stays "no date"
// under all arithmetic, and is refused wherever a day is needed.
type Date struct {
	// n counts days; 1 is 0001-01-01 and a Monday, 0 is no date.
	n int32
}

// lastDay is the number of 9999-12-31.
const lastDay = 3652059

// NewDate returns the day, which must exist: it never turns February 30 into
// March 2. Its error is a [law.Fault] of kind [law.ErrInvalid].
func NewDate(year int, month time.Month, day int) (Date, error) {
	var problem string
	switch {
	case year < 1 || year > 9999:
		problem = "has a year outside 1 to 9999"
	case month < time.January || month > time.December:
		problem = "has a month outside 1 to 12"
	case day < 1 || day > daysIn(year, month):
		problem = fmt.Sprintf("does not exist: %s %d has %d days", month, year, daysIn(year, month))
	default:
		return fromCivil(year, month, day), nil
	}
	var fs law.Faults
	fs.Add(law.ErrInvalid, "date", fmt.Sprintf("%04d-%02d-%02d", year, int(month), day), problem)
	return Date{}, fs
}

// MustDate is [NewDate] for dates written in source code. It panics if the day
// does not exist.
func MustDate(year int, month time.Month, day int) Date {
	d, err := NewDate(year, month, day)
	if err != nil {
		panic("calendar: " + err.Error()) //nolint:forbidigo // a Must function
	}
	return d
}

// ParseDate reads a day written as "2002-11-25" and in no other way. Its error
// is a [law.Fault] of kind [law.ErrInvalid].
func ParseDate(s string) (Date, error) {
	if len(s) == len("2002-11-25") && s[4] == '-' && s[7] == '-' {
		year, okYear := digits(s[:4])
		month, okMonth := digits(s[5:7])
		day, okDay := digits(s[8:])
		if okYear && okMonth && okDay {
			return NewDate(year, time.Month(month), day)
		}
	}
	var fs law.Faults
	fs.Add(law.ErrInvalid, "date", strconv.Quote(s), "is not a date such as 2002-11-29%s", instead(s))
	return Date{}, fs
}

// instead says how a day such as 11/29/2002 is written, and nothing unless it can
// be meant in one way only: 11/12/2002 is in November or in December.
func instead(s string) string {
	var n [3]int
	parts := strings.Split(s, "/")
	for i := range parts {
		var ok bool
		if len(parts) != len(n) || parts[i] == "" || len(parts[i]) > 4 {
			return ""
		}
		if n[i], ok = digits(parts[i]); !ok {
			return ""
		}
	}
	year, month, day := n[2], n[0], n[1]
	switch {
	case len(parts[0]) == 4:
		year, month, day = n[0], n[1], n[2]
	case len(parts[2]) != 4 || month <= 12 && day <= 12 && month != day:
		return ""
	case month > 12:
		month, day = day, month
	}
	d, err := NewDate(year, time.Month(month), day)
	if err != nil {
		return ""
	}
	return "; write " + d.String()
}

// DateOf returns the day that t shows in its own location, which for time.Now
// and time.Unix is that of the machine. Use t.In first to ask for the day
// somewhere else, such as [NewYork]. It is "no date" for the zero time.Time, in
// any location, and for a t outside the years 1 to 9999.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	if year < 1 || year > 9999 || t.IsZero() {
		return Date{}
	}
	return fromCivil(year, month, day)
}

// digits reads a string of ASCII digits that is short enough not to overflow.
func digits(s string) (n int, ok bool) {
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = n*10 + int(c)
	}
	return n, true
}

// daysIn is the number of days of the month.
func daysIn(year int, month time.Month) int {
	if month == time.February {
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	// The odd months of the first seven, and the even ones from August on, have 31.
	return 30 + int(month+month>>3)&1
}

// fromCivil numbers a day that exists. It counts years from March, so that the
// leap day is the last of its year and months have the lengths of the line
// (153m+2)/5.
func fromCivil(year int, month time.Month, day int) Date {
	y, m := year, int(month)-3
	if m < 0 {
		y, m = y-1, m+12
	}
	return Date{int32(365*y + y/4 - y/100 + y/400 + (153*m+2)/5 + day - 306)} // #nosec G115 -- at most lastDay
}

// Civil returns the year, month and day; all are 0 for the zero Date.
func (d Date) Civil() (year int, month time.Month, day int) {
	if d.n == 0 {
		return 0, 0, 0
	}
	quarters := 4*uint32(d.n+305) + 3 // quarter days since 0000-03-01, #nosec G115 -- positive
	century := quarters / 146097
	quarters = quarters%146097 | 3
	y, dayOfYear := quarters/1461, quarters%1461/4
	m := (5*dayOfYear + 2) / 153
	year, month, day = int(100*century+y), time.Month(m+3), int(dayOfYear-(153*m+2)/5+1)
	if month > time.December {
		year, month = year+1, month-12
	}
	return year, month, day
}

// Year returns the year, 0 for the zero Date.
func (d Date) Year() int { y, _, _ := d.Civil(); return y }

// Month returns the month, 0 for the zero Date.
func (d Date) Month() time.Month { _, m, _ := d.Civil(); return m }

// Day returns the day of the month, 0 for the zero Date.
func (d Date) Day() int { _, _, day := d.Civil(); return day }

// Weekday returns the day of the week; Sunday for the zero Date, which is on
// no weekday.
func (d Date) Weekday() time.Weekday { return time.Weekday(d.n % 7) }

// IsZero reports whether d is "no date".
func (d Date) IsZero() bool { return d.n == 0 }

// Compare returns -1 if d is before e, 0 if they are the same and +1 if d is
// after e. "No date" is before every day.
func (d Date) Compare(e Date) int { return cmp.Compare(d.n, e.n) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.n < e.n }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.n > e.n }

// Sub returns the number of days from e to d: negative if d is earlier, and 0
// if either is "no date".
func (d Date) Sub(e Date) int {
	if d.n == 0 || e.n == 0 {
		return 0
	}
	return int(d.n - e.n)
}

// AddDays returns the day n days later, or earlier if n is negative. It is "no
// date" if that day lies outside the years 1 to 9999.
func (d Date) AddDays(n int) Date {
	if d.n == 0 || n < -lastDay || n > lastDay {
		return Date{}
	}
	if sum := int(d.n) + n; sum >= 1 && sum <= lastDay {
		return Date{int32(sum)} // #nosec G115 -- checked above
	}
	return Date{}
}

// AddMonths returns the same-numbered day n months later, or earlier if n is
// negative. If that month is too short the day is clipped to its last day and
// clipped is true: six months after August 31 is February 28 or 29, never
// March 3. It is "no date" outside the years 1 to 9999.
func (d Date) AddMonths(n int) (result Date, clipped bool) {
	const most = 9999 * 12
	if d.n == 0 || n < -most || n > most {
		return Date{}, false
	}
	year, month, day := d.Civil()
	months := year*12 + int(month) - 1 + n
	year, month = months/12, time.Month(months%12+1)
	if months < 12 || year > 9999 {
		return Date{}, false
	}
	if last := daysIn(year, month); day > last {
		day, clipped = last, true
	}
	return fromCivil(year, month, day), clipped
}

// AddYears is [Date.AddMonths] with twelve months a year; only February 29 can
// be clipped.
func (d Date) AddYears(n int) (result Date, clipped bool) {
	if n < -9999 || n > 9999 {
		return Date{}, false
	}
	return d.AddMonths(12 * n)
}

// EndOfMonth returns the last day of d's month; "no date" for "no date".
func (d Date) EndOfMonth() Date {
	if d.n == 0 {
		return d
	}
	year, month, _ := d.Civil()
	return fromCivil(year, month, daysIn(year, month))
}

// At returns the instant at which clocks in loc show c on this day. Where
// clocks spring forward over c, the instant is as much after the gap as c is
// after its start; where c occurs twice, it is the first.
//
// It is the zero time.Time if d is "no date", c is no time of day, or loc is
// nil or time.Local, the zone of the machine.
func (d Date) At(c Clock, loc *time.Location) time.Time {
	if d.n == 0 || c.IsZero() || loc == nil || isMachineZone(loc) {
		return time.Time{}
	}
	const unixEpoch = 719163 // the number of 1970-01-01
	local := (int64(d.n)-unixEpoch)*86400 + int64(c.seconds())
	offset := func(unix int64) int64 {
		_, seconds := time.Unix(unix, 0).In(loc).Zone()
		return int64(seconds)
	}
	before, after := offset(local-86400), offset(local+86400)
	if offset(local-before) != before && offset(local-after) == after {
		return time.Unix(local-after, 0).In(loc)
	}
	return time.Unix(local-before, 0).In(loc)
}

// String returns the day as "2002-11-25", and "no date" for the zero Date.
func (d Date) String() string {
	if d.n == 0 {
		return "no date"
	}
	return string(d.appendISO(make([]byte, 0, 10)))
}

// Long returns the day as "Monday, November 25, 2002", the way an agreement
// writes it, and "no date" for the zero Date.
func (d Date) Long() string {
	if d.n == 0 {
		return "no date"
	}
	year, month, day := d.Civil()
	b := make([]byte, 0, len("Wednesday, September 30, 2002"))
	b = append(append(b, d.Weekday().String()...), ", "...)
	return string(words.AppendDate(b, year, month, day))
}

func (d Date) appendISO(b []byte) []byte {
	year, month, day := d.Civil()
	return append(b,
		byte('0'+year/1000), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10), '-',
		byte('0'+month/10), byte('0'+month%10), '-',
		byte('0'+day/10), byte('0'+day%10))
}

// This file compiles only if an int32 holds every day number.
const _ = uint(math.MaxInt32 - lastDay)

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

// Period is the time from one day to another, as a contract states it: "since
// December 31, 2001 and prior to the date of this Agreement", or the time for which a
// representation survives. Either end may be open: representations that "shall
// survive the closing" without more have no last day.
//
// Whether a day named counts is never assumed, since one contract reads "since
// December 31" with that day and another without it. The zero Period has no end at
// all and is refused. A Period is comparable with ==.
type Period struct {
	// From is the day at which the period begins; "no date" if it has no beginning.
	From Date `json:"from,omitzero"`
	// FromIncluded says whether From itself is in the period: yes for "on or after"
	// and "from and including", no for "after". It is required with From.
	FromIncluded law.YesNo `json:"from_included,omitempty"`
	// Until is the day at which the period ends; "no date" if it has no end.
	Until Date `json:"until,omitzero"`
	// UntilIncluded says whether Until itself is in the period: yes for "through"
	// and "on or before", no for "prior to" and "to but excluding". It is required
	// with Until.
	UntilIncluded law.YesNo `json:"until_included,omitempty"`
}

// Contains reports whether the day is in the period. The error is [law.Faults]: no
// date, or what Validate lists.
func (p Period) Contains(d Date) (bool, error) {
	var fs law.Faults
	p.validate(&fs)
	if d.IsZero() {
		fs.Missing("date")
	}
	first, last := p.bounds()
	return len(fs) == 0 && first <= d.n && d.n <= last, fs.Err()
}

// Days returns the number of calendar days in the period, as interest is counted "from and
// including" one day "to but excluding" another. The error is [law.Faults]: an end that
// is open, or what Validate lists.
func (p Period) Days() (int, error) {
	var fs law.Faults
	p.validate(&fs)
	if len(fs) == 0 && p.From.IsZero() {
		fs.Missing("from")
	}
	if len(fs) == 0 && p.Until.IsZero() {
		fs.Missing("until")
	}
	first, last := p.bounds()
	if err := fs.Err(); err != nil {
		return 0, err
	}
	return int(last-first) + 1, nil
}

// Validate lists what is wrong with the period itself: no end at all, an end of which
// is not stated whether it counts, or no day in it. It returns [law.Faults], or nil if
// a day can be held against it.
func (p Period) Validate() error {
	var fs law.Faults
	p.validate(&fs)
	return fs.Err()
}

func (p Period) validate(fs *law.Faults) {
	if p.From.IsZero() && p.Until.IsZero() {
		fs.Missing("from")
		fs.Missing("until")
	}
	checkEnd(fs, "from_included", p.FromIncluded, p.From)
	checkEnd(fs, "until_included", p.UntilIncluded, p.Until)
	first, last := p.bounds()
	if len(*fs) > 0 || first <= last {
		return
	}
	switch {
	case p.Until.IsZero():
		fs.Add(law.ErrConflict, "from", p.From.String(), "leaves no day in the period")
	case p.From.IsZero():
		fs.Add(law.ErrConflict, "until", p.Until.String(), "leaves no day in the period")
	default:
		fs.Add(law.ErrConflict, "until", p.Until.String(), "leaves no day in a period %s", p.beginning())
	}
}

// checkEnd records an end of which is not stated whether its day counts, and a
// statement about an end that is open.
func checkEnd(fs *law.Faults, field string, included law.YesNo, day Date) {
	switch {
	case !day.IsZero():
		law.OneOf(fs, field, included, law.Yes, law.No)
	case included != "":
		check.Empty(fs, field, strconv.Quote(string(included)), "the period has no such day")
	}
}

// bounds are the numbers of the first and the last day in the period.
func (p Period) bounds() (first, last int32) {
	first, last = 1, lastDay
	if !p.From.IsZero() {
		first = p.From.n
		if p.FromIncluded != law.Yes {
			first++
		}
	}
	if !p.Until.IsZero() {
		last = p.Until.n
		if p.UntilIncluded != law.Yes {
			last--
		}
	}
	return first, last
}

// UnmarshalJSON reads a period strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and p stays as it was.
func (p *Period) UnmarshalJSON(data []byte) error { return law.ReadFields(data, p) }
