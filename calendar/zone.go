package calendar

import (
	"embed"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/offerkit/offerkit/law"
)

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
