package words

import (
	"strconv"
	"strings"
	"time"

	kernel "github.com/offerkit/offerkit/internal/exact"
)

// spelling is how a value is written. The zero spelling writes it as it is.
type spelling uint8

const (
	asIs spelling = iota
	weekday
	date
	dates
	clock
	instant
	place
	money
	count
	shares
	list
)

// spellings are the words that templates use.
func spellings() []string {
	return []string{"", "weekday", "date", "dates", "clock", "instant", "place", "money", "count", "shares", "list"}
}

func (s spelling) append(b []byte, value string) []byte {
	switch s {
	case weekday, date:
		return appendDay(b, value, s == weekday)
	case dates:
		return appendDays(b, value)
	case clock:
		return appendClock(b, value)
	case instant:
		return appendInstant(b, value)
	case place:
		return append(b, Place(value)...)
	case money:
		return appendMoney(b, value, "")
	case count:
		return kernel.AppendPlain(b, value)
	case shares:
		b = append(kernel.AppendPlain(b, value), " share"...)
		if value != "1" {
			b = append(b, 's')
		}
		return b
	case list:
		return appendList(b, value)
	case asIs:
	}
	return append(b, value...)
}

// appendMoney appends an amount such as 500000.00 as $500,000.00, or as CHF 500,000.00
// if there is a currency.
func appendMoney(b []byte, value, currency string) []byte {
	if rest, ok := strings.CutPrefix(value, "-"); ok {
		b, value = append(b, '-'), rest
	}
	if currency == "" {
		return kernel.AppendPlain(append(b, '$'), value)
	}
	return kernel.AppendPlain(append(append(b, currency...), ' '), value)
}

// appendList appends the lines of a text as "a", "a and b" or "a, b and c".
func appendList(b []byte, value string) []byte {
	for {
		line, rest, more := strings.Cut(value, "\n")
		b = append(b, line...)
		switch {
		case !more:
			return b
		case strings.Contains(rest, "\n"):
			b = append(b, ", "...)
		default:
			b = append(b, " and "...)
		}
		value = rest
	}
}

// AppendDate appends "November 29, 2002".
func AppendDate(b []byte, year int, month time.Month, day int) []byte {
	b = append(append(b, month.String()...), ' ')
	b = append(strconv.AppendInt(b, int64(day), 10), ", "...)
	return strconv.AppendInt(b, int64(year), 10)
}

// appendDay appends a day such as 2002-11-29, with its weekday or without.
func appendDay(b []byte, value string, long bool) []byte {
	year, month, d, ok := civil(value)
	if !ok || len(value) != len("2002-11-29") {
		return append(b, value...)
	}
	if long {
		b = append(append(b, time.Date(year, month, d, 0, 0, 0, 0, time.UTC).Weekday().String()...), ", "...)
	}
	return AppendDate(b, year, month, d)
}

// appendDays appends a text with each day in it as "November 29, 2002".
func appendDays(b []byte, value string) []byte {
	for len(value) > 0 {
		if year, month, d, ok := civil(value); ok {
			b, value = AppendDate(b, year, month, d), value[len("2002-11-29"):]
			continue
		}
		next := strings.IndexByte(value, ' ') + 1
		if next == 0 {
			next = len(value)
		}
		// A day follows a space or a parenthesis.
		if open := strings.IndexByte(value[:next], '(') + 1; open > 0 {
			next = open
		}
		b, value = append(b, value[:next]...), value[next:]
	}
	return b
}

// civil reads the day with which a text begins.
func civil(value string) (year int, month time.Month, day int, ok bool) {
	const form = "0000-00-00"
	if len(value) < len(form) || len(value) > len(form) && value[len(form)] >= '0' && value[len(form)] <= '9' {
		return 0, 0, 0, false
	}
	for i := range len(form) {
		if digit := value[i] >= '0' && value[i] <= '9'; digit != (form[i] == '0') || !digit && value[i] != '-' {
			return 0, 0, 0, false
		}
	}
	number := func(s string) int {
		n := 0
		for _, c := range []byte(s) {
			n = 10*n + int(c-'0')
		}
		return n
	}
	year, m, day := number(value[:4]), number(value[5:7]), number(value[8:10])
	return year, time.Month(m), day, m >= 1 && m <= 12 && day >= 1 && day <= 31
}

// appendClock appends a time of day such as 15:00 or 15:00:30.5 as 3:00 p.m. and so on.
func appendClock(b []byte, value string) []byte {
	if len(value) < len("15:00") || value[2] != ':' {
		return append(b, value...)
	}
	hour, err := strconv.Atoi(value[:2])
	if err != nil || hour < 0 || hour > 23 {
		return append(b, value...)
	}
	half := " a.m."
	if hour >= 12 {
		half = " p.m."
	}
	if rest := value[2:]; rest == ":00" && hour%12 == 0 {
		if hour == 0 {
			return append(b, "midnight"...)
		}
		return append(b, "noon"...)
	}
	b = strconv.AppendInt(b, int64((hour+11)%12+1), 10)
	return append(append(b, value[2:]...), half...)
}

// appendInstant appends an instant in the form of RFC 3339, as the clocks there show it.
func appendInstant(b []byte, value string) []byte {
	date, hours, ok := strings.Cut(value, "T")
	if !ok {
		return append(b, value...)
	}
	if i := strings.IndexAny(hours, "Z+-"); i >= 0 {
		hours = hours[:i]
	}
	if len(hours) == len("15:00:00") {
		hours = strings.TrimSuffix(hours, ":00")
	}
	return appendDay(append(appendClock(b, hours), " on "...), date, true)
}

// Place is how people name the time of a zone: New York time, UTC.
func Place(zone string) string {
	if !strings.Contains(zone, "/") {
		return zone
	}
	return strings.ReplaceAll(zone[strings.LastIndexByte(zone, '/')+1:], "_", " ") + " time"
}
