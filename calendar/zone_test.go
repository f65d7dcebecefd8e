package calendar

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// release is that of the IANA time zone database which folder zoneinfo is from.
const release = "2025c"

// goZones returns the zones that the Go distribution ships, as files by name, and
// the release of the database that they are from. It skips the test where the Go
// distribution has another release than the folder, whose history may differ.
func goZones(t *testing.T) (files map[string]string, from string) {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skip("no Go distribution to compare with:", err)
	}
	folder := filepath.Join(strings.TrimSpace(string(root)), "lib", "time")
	script, err := os.ReadFile(filepath.Join(folder, "update.bash"))
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the Go distribution is without its zones:", err)
	} else if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^DATA=(\w+)$`).FindSubmatch(script)
	if found == nil {
		t.Fatal("update.bash names no release")
	}
	archive, err := zip.OpenReader(filepath.Join(folder, "zoneinfo.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	files = map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(data)
	}
	if from := string(found[1]); from != release {
		t.Skipf("this Go distribution has release %s of the zones, and the folder has %s", from, release)
	}
	return files, release
}

// located reads the rules of a zone.
func located(t *testing.T, name, rules string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocationFromTZData(name, []byte(rules))
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// otherClocks returns the first change from the day on, before the year 2500, at which
// clocks in two zones do not show the same; the zero time if there is none. It looks
// at both sides of each change of either.
func otherClocks(a, b *time.Location, from time.Time) time.Time {
	differ := func(at time.Time) bool {
		nameA, offsetA := at.In(a).Zone()
		nameB, offsetB := at.In(b).Zone()
		return nameA != nameB || offsetA != offsetB || at.In(a).IsDST() != at.In(b).IsDST()
	}
	for at := from; at.Year() < 2500; {
		if differ(at) {
			return at
		}
		next := at.AddDate(1, 0, 0)
		for _, zone := range []*time.Location{a, b} {
			if _, end := at.In(zone).ZoneBounds(); end.After(at) && end.Before(next) {
				next = end
			}
		}
		if before := next.Add(-time.Second); differ(before) {
			return before
		}
		at = next.UTC()
	}
	return time.Time{}
}

// TestZonesAgainstGo compares each zone with the data of the Go distribution of the
// same release: byte for byte, and at each change since 1970.
func TestZonesAgainstGo(t *testing.T) {
	files, from := goZones(t)
	for name := range zones() {
		if _, former := formerNames()[name]; former {
			continue
		}
		t.Run(name, func(t *testing.T) {
			got, err := Zone(name)
			if err != nil || got.String() != name {
				t.Fatal(got, err)
			}
			rules, ok := files[name]
			if !ok {
				t.Fatalf("release %s of the Go distribution has no such zone", from)
			}
			if name != "UTC" {
				own, err := zoneinfo.ReadFile("zoneinfo/" + name)
				if err != nil || string(own) != rules {
					t.Errorf("the file is not that of release %s, %v", from, err)
				}
			}
			if at := otherClocks(got, located(t, name, rules), time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)); !at.IsZero() {
				t.Errorf("at %v clocks of release %s and of %s in the Go distribution differ", at, release, from)
			}
		})
	}
}

// TestFormerNames holds that the Go distribution has each former name, with clocks
// that have shown the same since 1970.
func TestFormerNames(t *testing.T) {
	files, from := goZones(t)
	for former, name := range formerNames() {
		t.Run(former, func(t *testing.T) {
			got, err := Zone(former)
			want, other := Zone(name)
			if err != nil || other != nil || got != want || got.String() != name {
				t.Fatalf("%v, %v; want %s, %v", got, err, name, other)
			}
			if _, err := zoneinfo.ReadFile("zoneinfo/" + former); err == nil {
				t.Error("it is a zone of its own")
			}
			rules, ok := files[former]
			if !ok {
				t.Fatalf("release %s of the Go distribution has no such name", from)
			}
			old := located(t, former, rules)
			if at := otherClocks(got, old, time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)); !at.IsZero() {
				t.Errorf("at %v its clocks are not those of %s", at, name)
			}
			data, err := json.Marshal(Cutoff{Zone: old})
			if err != nil || string(data) != `{"zone":"`+name+`"}` {
				t.Errorf("%s, %v", data, err)
			}
		})
	}
}

// TestZonesOfNorthAmerica holds that the zones are those of the database's own list.
func TestZonesOfNorthAmerica(t *testing.T) {
	want := []string{"Europe/London", "Europe/Berlin", "Europe/Zurich", "Asia/Tokyo", "Asia/Hong_Kong", "Asia/Singapore", "Australia/Sydney", "UTC"}
	countries := map[string]int{}
	for _, row := range readTable(t, "zones_north_america.csv") {
		want = append(want, row[1])
		countries[row[0]]++
	}
	if countries["US"] != 29 || countries["CA"] != 23 || countries["MX"] != 12 {
		t.Errorf("the list is not whole: %v", countries)
	}
	var got []string
	for name, zone := range zones() {
		if zone().String() == name {
			got = append(got, name)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("carried are\n%v\nwant\n%v", got, want)
	}
}

// TestZonePointers holds that a zone is parsed once, however many ask at a time.
func TestZonePointers(t *testing.T) {
	fresh := listZones() // none is parsed yet
	names := slices.Sorted(maps.Keys(fresh))
	answers := make([][]*time.Location, 8)
	var all sync.WaitGroup
	for i := range answers {
		all.Add(1)
		go func() {
			defer all.Done()
			for _, name := range names {
				answers[i] = append(answers[i], fresh[name]())
			}
		}()
	}
	all.Wait()
	for i := range answers {
		if !slices.Equal(answers[i], answers[0]) {
			t.Errorf("asker %d has other pointers", i)
		}
	}
	for _, name := range names {
		if once, _ := Zone(name); once == nil || once != carried(name) {
			t.Errorf("%s is two zones", name)
		}
	}
	if NewYork() != carried("America/New_York") || carried("UTC") != time.UTC {
		t.Error("New York or UTC is two zones")
	}
}

func TestZoneRefused(t *testing.T) {
	for _, name := range []string{
		"", "Local", "america/new_york", "America", "America/Indiana", "America/New_York/", "/America/New_York", "../zone.go", "Asia/Kolkata",
		"EST", "America/\x00", "\xff", strings.Repeat("a", 1_000_000),
	} {
		got, err := Zone(name)
		var fs law.Faults
		if got != nil || !errors.As(err, &fs) || len(fs) != 1 || !errors.Is(err, law.ErrUnsupported) || fs[0].Field != "zone" || len(err.Error()) > 350 {
			t.Errorf("%.20q: %v, %v", name, got, err)
		}
	}
	_, err := Zone("Asia/Kolkata")
	if want := `zone: "Asia/Kolkata" is not the IANA name of a zone of North America, and not one of: Europe/London, Europe/Berlin, ` +
		`Europe/Zurich, Asia/Tokyo, Asia/Hong_Kong, Asia/Singapore, Australia/Sydney, UTC`; err == nil || err.Error() != want {
		t.Error(err)
	}
}

// TestStoredZones holds that a zone is stored by the name of a carried one if its
// clocks have shown the same since 1970, and in no other case.
func TestStoredZones(t *testing.T) {
	files, _ := goZones(t)
	stored := func(name string, zone *time.Location) {
		t.Helper()
		data, err := json.Marshal(Cutoff{Clock: MustClock(17, 0), Zone: zone})
		var back Cutoff
		if err != nil || json.Unmarshal(data, &back) != nil {
			t.Errorf("%s: %s, %v", name, data, err)
			return
		}
		if known, _ := Zone(name); back.Zone != known || back.Clock != MustClock(17, 0) {
			t.Errorf("%s: %+v", name, back)
		}
	}
	for name := range zones() {
		stored(name, located(t, name, files[name]))
	}
	// The machine may have another release of the database.
	for _, name := range []string{"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Toronto", "Europe/London", "UTC"} {
		stored(name, copyOf(t, name))
	}
	if data, err := json.Marshal(Cutoff{Zone: time.FixedZone("UTC", 0)}); err != nil || string(data) != `{"zone":"UTC"}` {
		t.Errorf("%s, %v", data, err)
	}
	for _, c := range []struct {
		name string
		zone *time.Location
	}{
		{"winter all year", time.FixedZone("America/New_York", -5*3600)},
		{"summer all year", time.FixedZone("America/New_York", -4*3600)},
		{"a second off", time.FixedZone("UTC", 1)},
		{"the hours of Chicago", located(t, "America/New_York", rulesOf(t, "America/Chicago"))},
		{"Toronto's summers before 1974", located(t, "America/New_York", rulesOf(t, "America/Toronto"))},
		{"not carried", copyOf(t, "Africa/Lagos")},
		{"no name", time.FixedZone("", 0)},
	} {
		t.Run(c.name, func(t *testing.T) {
			var fs law.Faults
			data, err := json.Marshal(Deadline{Unit: Days, Cutoff: Cutoff{Zone: c.zone}})
			if !errors.As(err, &fs) || len(fs) != 1 || !errors.Is(err, law.ErrUnsupported) || fs[0].Field != "zone" {
				t.Errorf("%s, %v", data, err)
			}
			// It counts all the same.
			if _, err := (Cutoff{Zone: c.zone}).Day(time.Date(2026, 11, 25, 3, 0, 0, 0, time.UTC)); err != nil {
				t.Error(err)
			}
		})
	}
}

// rulesOf is the file of a carried zone.
func rulesOf(t *testing.T, name string) string {
	t.Helper()
	rules, err := zoneinfo.ReadFile("zoneinfo/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(rules)
}

// TestSameClocksReference compares with clocks read every hour. Toronto kept other
// summers than New York now and then, the last in 1973.
func TestSameClocksReference(t *testing.T) {
	if testing.Short() {
		t.Skip("reads millions of clocks")
	}
	names := []string{"America/New_York", "America/Toronto", "US/Eastern", "America/Chicago", "Europe/London"}
	for i, one := range names {
		for _, other := range names[:i+1] {
			a, b := copyOf(t, one), copyOf(t, other)
			want := true
			for at := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC); want && at.Year() < 2101; at = at.Add(time.Hour) {
				_, offsetA := at.In(a).Zone()
				_, offsetB := at.In(b).Zone()
				want = offsetA == offsetB
			}
			if got := sameClocks(a, b); got != want {
				t.Errorf("%s and %s: %v", one, other, got)
			}
		}
	}
}
