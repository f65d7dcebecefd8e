package escrow

import (
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// usd writes cents of the deal's own currency.
func (c *contract) usd(cents int64) string { return kernel.Money(cents, c.Currency) }

// quoted is a name that someone outside chose, in a sentence.
func quoted(name string) string { return strconv.Quote(name) }

// instant writes a moment on clocks of the closing's zone, and names the zone.
func (c *contract) instant(t time.Time) string {
	t = t.In(c.zone)
	return t.Format("2006-01-02 ") + clockOf(t) + c.zoneName
}

// hour is the time of day of [contract.instant].
func (c *contract) hour(t time.Time) string { return clockOf(t.In(c.zone)) + c.zoneName }

// clockOf is the time of day, without seconds if there are none.
func clockOf(t time.Time) string {
	if t.Second() == 0 && t.Nanosecond() == 0 {
		return t.Format("15:04")
	}
	return t.Format("15:04:05.999999999")
}

// nameOf is how a zone follows a time of day, such as " New York".
func nameOf(zone *time.Location) string {
	name := zone.String()
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		name = name[i+1:]
	}
	return " " + strings.ReplaceAll(name, "_", " ")
}

// day is the date that clocks in the closing's zone show at the moment.
func (c *contract) day(t time.Time) calendar.Date { return calendar.DateOf(t.In(c.zone)) }

// endOfTime is after every instant that is served.
func endOfTime() time.Time { return time.Date(9999, time.December, 31, 23, 59, 59, 0, time.UTC) }

// utc drops the monotonic reading and the zone, so that equal instants are
// equal values.
func utc(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.Round(0).UTC()
}

// servable reports whether the instant can be asked about: it is not the zero
// time, and lies two days or more within the years 1 to 9999, so that every zone
// and JSON can write it.
func servable(t time.Time) bool {
	const first, end = -62135596800 + 2*86400, 253402300800 - 2*86400 // seconds of the Unix clock
	at := t.Unix()
	return at >= first && at < end
}

// checkInstant records a fault unless the instant is servable.
func checkInstant(fs *law.Faults, field string, t time.Time) {
	switch {
	case t.IsZero():
		fs.Missing(field)
	case !servable(t):
		fs.Add(law.ErrRange, field, "", "is outside the years 1 to 9999")
	}
}

// maxName bounds the names that the caller chooses.
const maxName = 256

// checkName records a fault unless the name can be compared, stored, printed on a
// line and read back as it is. A blank name is none.
func checkName[S ~string](fs *law.Faults, field string, name S) {
	checkNamed(fs, field, string(name), "name", maxName)
}

// checkNamed is checkName for what has names of another length.
func checkNamed(fs *law.Faults, field, name, what string, most int) {
	switch {
	case strings.TrimSpace(name) == "":
		fs.Missing(field)
	case len(name) > most:
		fs.Add(law.ErrRange, field, strconv.Quote(name[:16]), "begins a %s of more than %d bytes", what, most)
	default:
		if fs.Text(field, name) {
			check.Line(fs, field, name)
		}
	}
}

// checkCents records a fault unless the amount is 1 or more.
func checkCents(fs *law.Faults, field string, n int64) {
	switch {
	case n == 0:
		fs.Missing(field)
	case n < 0:
		fs.Add(law.ErrInvalid, field, strconv.FormatInt(n, 10), "is not an amount above zero")
	}
}

// checkCurrency records a fault unless the code is empty or three capitals.
func checkCurrency(fs *law.Faults, field, code string) {
	if code == "" {
		return
	}
	ok := len(code) == 3
	for i := range len(code) {
		ok = ok && code[i] >= 'A' && code[i] <= 'Z'
	}
	if !ok {
		fs.Add(law.ErrInvalid, field, strconv.Quote(code), "is not a currency of three capital letters")
	}
}

// checkText records a fault for bytes that JSON would silently replace.
func checkText(fs *law.Faults, field, text string) { fs.Text(field, text) }
