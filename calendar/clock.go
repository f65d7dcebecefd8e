package calendar

import (
	"cmp"
	"database/sql/driver"
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
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

// zoneinfo has the compiled rules of the zones, each under its name, from the IANA
// time zone database, release 2025c (public domain), as the Go distribution ships
// them. They are held here so that no zone file is read at run time: a container
// without zone files and a browser give the same answers.
//
// The zones of North America are those that the database's zone.tab lists for its
// countries and for the territories of the United States.
//
//go:embed zoneinfo
var zoneinfo embed.FS

// formerNames are names that the database replaced and that contracts, hosts and
// other software still use, and the names that took their places. The clocks of both
// have shown the same since 1970.
func formerNames() map[string]string {
	return map[string]string{
		"US/Alaska": "America/Anchorage", "US/Aleutian": "America/Adak", "US/Arizona": "America/Phoenix", "US/Central": "America/Chicago",
		"US/East-Indiana": "America/Indiana/Indianapolis", "US/Eastern": "America/New_York", "US/Hawaii": "Pacific/Honolulu",
		"US/Indiana-Starke": "America/Indiana/Knox", "US/Michigan": "America/Detroit", "US/Mountain": "America/Denver",
		"US/Pacific": "America/Los_Angeles", "US/Samoa": "Pacific/Pago_Pago",
		"EST5EDT": "America/New_York", "CST6CDT": "America/Chicago", "MST7MDT": "America/Denver", "PST8PDT": "America/Los_Angeles",
		"America/Indianapolis": "America/Indiana/Indianapolis", "America/Fort_Wayne": "America/Indiana/Indianapolis",
		"America/Louisville": "America/Kentucky/Louisville", "America/Shiprock": "America/Denver",
		"Canada/Atlantic": "America/Halifax", "Canada/Central": "America/Winnipeg", "Canada/Eastern": "America/Toronto",
		"Canada/Mountain": "America/Edmonton", "Canada/Newfoundland": "America/St_Johns", "Canada/Pacific": "America/Vancouver",
		"Canada/Saskatchewan": "America/Regina", "Canada/Yukon": "America/Whitehorse",
		"America/Montreal": "America/Toronto", "America/Yellowknife": "America/Edmonton",
		"Mexico/General": "America/Mexico_City", "Mexico/BajaNorte": "America/Tijuana", "Mexico/BajaSur": "America/Mazatlan",
		"GB": "Europe/London", "Japan": "Asia/Tokyo", "Hongkong": "Asia/Hong_Kong", "Singapore": "Asia/Singapore",
		"Australia/ACT": "Australia/Sydney", "Australia/Canberra": "Australia/Sydney", "Australia/NSW": "Australia/Sydney",
		"Etc/UTC": "UTC",
	}
}

// zones has, under each name, what returns the zone. A zone is parsed when it is
// first asked for, and once, so that every call returns the same pointer.
//
//nolint:gochecknoglobals // the memo of a pure function
var zones = sync.OnceValue(listZones)

func listZones() map[string]func() *time.Location {
	known := map[string]func() *time.Location{"UTC": func() *time.Location { return time.UTC }}
	const root = "zoneinfo"
	folders := []string{root}
	for i := 0; i < len(folders); i++ {
		entries, err := zoneinfo.ReadDir(folders[i])
		if err != nil {
			panic("calendar: zones: " + err.Error()) //nolint:forbidigo // cannot happen: a test reads each
		}
		for _, entry := range entries {
			path := folders[i] + "/" + entry.Name()
			if entry.IsDir() {
				folders = append(folders, path)
				continue
			}
			name := strings.TrimPrefix(path, root+"/")
			known[name] = sync.OnceValue(func() *time.Location { return parseZone(path, name) })
		}
	}
	for former, name := range formerNames() {
		known[former] = known[name]
	}
	return known
}

func parseZone(path, name string) *time.Location {
	rules, err := zoneinfo.ReadFile(path)
	var loc *time.Location
	if err == nil {
		loc, err = time.LoadLocationFromTZData(name, rules)
	}
	if err != nil {
		panic("calendar: zone " + name + ": " + err.Error()) //nolint:forbidigo // cannot happen: a test reads each
	}
	return loc
}

// carried returns the zone that the library carries under the name, and nil if it
// carries none.
func carried(name string) *time.Location {
	if zone, ok := zones()[name]; ok {
		return zone()
	}
	return nil
}

// NewYork returns the location America/New_York, in which the exchange, the
// Fedwire and most closings keep their hours. It reads no file.
func NewYork() *time.Location { return carried("America/New_York") }

// Zone returns one of the locations that the library carries, by its name in the
// IANA time zone database. Each call returns the same pointer, and reads no file.
// The library carries
//   - the zones of North America, with those of the territories of the United
//     States: America/New_York, America/Chicago, America/Phoenix,
//     Pacific/Honolulu, America/Toronto, America/Vancouver,
//     America/Mexico_City and a hundred others;
//   - Europe/London, Europe/Berlin (which Frankfurt keeps), Europe/Zurich,
//     Asia/Tokyo, Asia/Hong_Kong, Asia/Singapore, Australia/Sydney and UTC.
//
// A former name, such as US/Eastern, EST5EDT or America/Montreal, returns the zone
// that took its place. The error is of kind [law.ErrUnsupported]; for other places
// give a location of your own.
func Zone(name string) (*time.Location, error) {
	if loc := carried(name); loc != nil {
		return loc, nil
	}
	var fs law.Faults
	fs.Add(law.ErrUnsupported, "zone", strconv.Quote(name), "is not the IANA name of a zone of North America, and not one of: "+
		"Europe/London, Europe/Berlin, Europe/Zurich, Asia/Tokyo, Asia/Hong_Kong, Asia/Singapore, Australia/Sydney, UTC")
	return nil, fs
}

// checkZone records a zone that is missing, that says other things on another
// machine, or whose name is no text.
func checkZone(fs *law.Faults, field string, zone *time.Location) {
	switch {
	case zone == nil:
		fs.Missing(field)
	case isMachineZone(zone):
		fs.Add(law.ErrMissing, field, "time.Local", "is the zone of the machine; a stated zone is required")
	default:
		fs.Text(field, zone.String())
	}
}

// isMachineZone reports whether the location is [time.Local] itself. Its name says
// nothing, since it follows the environment. A host may set time.Local to UTC or
// to a zone that the library carries, which is then stated and no machine's.
func isMachineZone(zone *time.Location) bool {
	if zone == nil || zone != time.Local { //nolint:forbidigo // named to be refused, never to be read
		return false
	}
	return carried(zone.String()) != zone
}

// checkStored returns the zone that the library carries under the name of this one,
// whose name is stored in its place. It records a zone that would come back as another
// one: those of [Zone] are stored by name, and so is a copy of their rules under their
// name or a former one, such as time.LoadLocation makes.
func checkStored(fs *law.Faults, field string, zone *time.Location) *time.Location {
	name := zone.String()
	known := carried(name)
	switch {
	case isMachineZone(zone):
		checkZone(fs, field, zone)
	case known == nil:
		fs.Add(law.ErrUnsupported, field, strconv.Quote(name), "is not a zone that the library carries")
	case known != zone && !sameClocks(known, zone):
		fs.Add(law.ErrUnsupported, field, strconv.Quote(name),
			"is the name of a zone that the library carries, which keeps other hours; use the one that Zone returns")
	}
	return known
}

// sameClocks reports whether clocks in both zones show the same from 1970 to the
// last day of the calendars. What came before 1970 is not compared: the database
// names zones by their clocks since then, and corrects their earlier history from
// release to release, so that copies of one zone on two machines differ there. It
// goes from change to change, of which New York has 262.
func sameClocks(a, b *time.Location) bool {
	at, end := numbered(1970_01_01).At(MustClock(0, 0), time.UTC), numbered(2101_01_01).At(MustClock(0, 0), time.UTC)
	for at.Before(end) {
		inA, inB := at.In(a), at.In(b)
		_, offsetA := inA.Zone()
		if _, offsetB := inB.Zone(); offsetA != offsetB {
			return false
		}
		next := end
		for _, t := range []time.Time{inA, inB} {
			_, change := t.ZoneBounds()
			if !change.IsZero() && !change.After(at) {
				change = at.Add(24 * time.Hour) // package time takes every year to end with its 365th day
			}
			if !change.IsZero() && change.Before(next) {
				next = change
			}
		}
		at = next
	}
	return true
}
