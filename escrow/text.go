package escrow

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// dollars writes cents as "$268,000.00".
func dollars(cents int64) string {
	sign := ""
	if cents < 0 {
		sign = "-"
	}
	// The magnitude is taken without a sign, as the smallest int64 has no
	// positive counterpart.
	u := magnitude(cents)
	fraction := strconv.FormatUint(u%100, 10)
	if len(fraction) < 2 {
		fraction = "0" + fraction
	}
	return sign + "$" + grouped(strconv.FormatUint(u/100, 10)) + "." + fraction
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n) // #nosec G115 -- two's complement
	}
	return uint64(n)
}

// count writes a number as "279,167".
func count(n int64) string {
	if n < 0 {
		return "-" + grouped(strconv.FormatUint(magnitude(n), 10))
	}
	return grouped(strconv.FormatInt(n, 10))
}

func grouped(digits string) string {
	if len(digits) <= 3 {
		return digits
	}
	var b strings.Builder
	first := len(digits) % 3
	b.WriteString(digits[:first])
	for i := first; i < len(digits); i += 3 {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(digits[i : i+3])
	}
	return b.String()
}

// instant writes a moment on New York clocks, without seconds if there are
// none.
func instant(t time.Time) string {
	return t.In(calendar.NewYork()).Format("2006-01-02 ") + hour(t)
}

// hour is the time of day of [instant].
func hour(t time.Time) string {
	t = t.In(calendar.NewYork())
	if t.Second() == 0 && t.Nanosecond() == 0 {
		return t.Format("15:04")
	}
	return t.Format("15:04:05.999999999")
}

// day is the New York date of the moment.
func day(t time.Time) calendar.Date { return calendar.DateOf(t.In(calendar.NewYork())) }

// utc drops the monotonic reading and the zone, so that equal instants are
// equal values.
func utc(t time.Time) time.Time { return t.Round(0).UTC() }

// servable reports whether the instant can be asked about: it is not the zero
// time, and lies in the years 1 to 9999 in New York and in UTC, as dates and
// JSON do.
func servable(t time.Time) bool {
	return !t.IsZero() && t.UTC().Year() >= 1 && t.UTC().Year() <= 9999 && !day(t).IsZero()
}

// checkInstant records a fault unless the instant is servable.
func checkInstant(fs *law.Faults, field string, t time.Time) {
	switch {
	case t.IsZero():
		fs.Missing(field)
	case !servable(t):
		fs.Add(law.ErrRange, field, "", "lies outside the years 1 to 9999")
	}
}

// maxName bounds the names that the caller chooses.
const maxName = 256

// checkName records a fault unless the name can be compared, stored and read
// back as it is.
func checkName[S ~string](fs *law.Faults, field string, name S) {
	switch {
	case name == "":
		fs.Missing(field)
	case len(name) > maxName:
		fs.Add(law.ErrRange, field, strconv.Quote(string(name[:16])), "begins a name of more than %d bytes", maxName)
	default:
		checkText(fs, field, string(name))
	}
}

// checkText records a fault for bytes that JSON would silently replace.
func checkText(fs *law.Faults, field, text string) {
	if strings.ContainsRune(text, utf8.RuneError) {
		fs.Add(law.ErrInvalid, field, strconv.Quote(text), "is not valid UTF-8 or holds a replacement character")
	}
}

// checkPositive records a fault unless the number is 1 or more.
func checkPositive(fs *law.Faults, field string, n int64) {
	switch {
	case n == 0:
		fs.Missing(field)
	case n < 0:
		fs.Add(law.ErrRange, field, strconv.FormatInt(n, 10), "is below 1")
	}
}

// at is the path of an element of a list, such as "purchases[1]".
func at(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// mergeAt moves an element's own faults under its path.
func mergeAt(fs *law.Faults, list string, i int, own law.Faults) {
	if len(own) > 0 {
		fs.Merge(at(list, i), own)
	}
}
