package restrict

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func lines(milestones []Milestone) []string {
	out := make([]string, len(milestones))
	for i, m := range milestones {
		out[i] = fmt.Sprintf("%s %s %s %s %d", m.Date, m.Conservative, m.Answer, m.Conditions, m.Version.Year())
	}
	return out
}

func TestMilestones(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Facts)
		want   []string
	}{
		{"the purchase of 2002", func(*Facts) {}, []string{
			"2002-11-29 2002-11-29 not available (c)(d)(e)(f)(h) 1997",
			"2003-11-29 2003-11-30 available (c)(d)(e)(f)(h) 1997",
			"2004-11-29 2004-11-30 available (d) 1997",
			"2008-02-15 2008-02-15 available (d) 2008",
		}},
		{"the same, by an affiliate", func(f *Facts) { f.Affiliate = AffiliateNow }, []string{
			"2002-11-29 2002-11-29 not available (c)(d)(e)(f)(h) 1997",
			"2003-11-29 2003-11-30 available (c)(d)(e)(f)(h) 1997",
			"2008-02-15 2008-02-15 available (c)(d)(e)(f)(h) 2008",
		}},
		{"the same, by an affiliate until 2025-07-01", func(f *Facts) {
			f.Affiliate, f.LastAffiliate = AffiliateFormer, day(2025, time.July, 1)
		}, []string{
			"2002-11-29 2002-11-29 not available (c)(d)(e)(f)(h) 1997",
			"2003-11-29 2003-11-30 available (c)(d)(e)(f)(h) 1997",
			"2008-02-15 2008-02-15 available (c)(d)(e)(f)(h) 2008",
			"2025-09-30 2025-09-30 not available (d) 2008", // the gap
			"2025-10-02 2025-10-02 available (d) 2008",
		}},
		// The affiliation ends between the two conventions' days, or on one of them,
		// and nothing comes of that.
		{"an affiliate until the six months are over", func(f *Facts) {
			f.Acquired, f.Paid = day(2023, 1, 10), day(2023, 1, 10)
			f.Affiliate, f.LastAffiliate = AffiliateFormer, day(2023, time.July, 10)
		}, []string{
			"2023-01-10 2023-01-10 not available (c)(d)(e)(f)(h) 2008",
			"2023-07-10 2023-07-11 available (c)(d)(e)(f)(h) 2008",
			"2023-10-09 2023-10-09 not available (c)(d) 2008", // the gap
			"2023-10-11 2023-10-11 available (c)(d) 2008",
			"2024-01-10 2024-01-11 available (d) 2008",
		}},
		{"an affiliate until after that", func(f *Facts) {
			f.Acquired, f.Paid = day(2023, 1, 10), day(2023, 1, 10)
			f.Affiliate, f.LastAffiliate = AffiliateFormer, day(2023, time.December, 1)
		}, []string{
			"2023-01-10 2023-01-10 not available (c)(d)(e)(f)(h) 2008",
			"2023-07-10 2023-07-11 available (c)(d)(e)(f)(h) 2008",
			"2024-03-01 2024-03-01 not available (d) 2008",
			"2024-03-02 2024-03-02 available (d) 2008",
		}},
		// Six months were enough from the day of the new version on, 72 FR 71546.
		{"bought 2007-08-01", func(f *Facts) { f.Acquired, f.Paid = day(2007, 8, 1), day(2007, 8, 1) }, []string{
			"2007-08-01 2007-08-01 not available (c)(d)(e)(f)(h) 1997",
			"2008-02-15 2008-02-15 available (c)(d) 2008",
			"2008-08-01 2008-08-02 available (d) 2008",
		}},
		// One day of limited sales, which the conservative count never sees.
		{"bought 2007-02-14", func(f *Facts) { f.Acquired, f.Paid = day(2007, 2, 14), day(2007, 2, 14) }, []string{
			"2007-02-14 2007-02-14 not available (c)(d)(e)(f)(h) 1997",
			"2008-02-14 no date available (c)(d)(e)(f)(h) 1997",
			"2008-02-15 2008-02-15 available (d) 2008",
		}},
		{"an issuer that stops reporting", func(f *Facts) {
			f.Acquired, f.Paid = day(2024, 1, 15), day(2024, 1, 15)
			f.Issuer.Reporting, f.Issuer.ReportingUntil, f.Issuer.Public = ReportingEnded, day(2024, 8, 31), law.No
		}, []string{
			"2024-01-15 2024-01-15 not available (c)(d) 2008",
			"2024-07-15 2024-07-16 available (c)(d) 2008",
			"2024-09-01 2024-09-01 not available (d) 2008",
			"2025-01-15 2025-01-16 available (d) 2008",
		}},
		// A day of sales under (c)(2) before the issuer began to report. It does
		// not come round, by the conservative count, when the issuer is seasoned.
		{"an issuer that begins to report", func(f *Facts) {
			f.Acquired, f.Paid, f.Affiliate = day(2020, 1, 15), day(2020, 1, 15), AffiliateNow
			f.Issuer.ReportingSince, f.Issuer.Public = day(2021, 1, 16), law.Yes
		}, []string{
			"2020-01-15 2020-01-15 not available (c)(d)(e)(f)(h) 2008",
			"2021-01-15 no date available (c)(d)(e)(f)(h) 2008",
			"2021-01-16 no date not available (c)(d)(e)(f)(h) 2008",
			"2021-04-16 2021-04-17 available (c)(d)(e)(f)(h) 2008",
		}},
		{"bought under one law, paid under the next", func(f *Facts) {
			f.Acquired, f.Paid = day(1996, 12, 30), day(1997, 6, 30)
		}, []string{
			"1996-12-30 1996-12-30 not available (c)(d)(e)(f)(h) 1990",
			"1997-04-29 1997-04-29 not available (c)(d)(e)(f)(h) 1997",
			"1998-06-30 1998-07-01 available (c)(d)(e)(f)(h) 1997",
			"1999-06-30 1999-07-01 available (d) 1997",
			"2008-02-15 2008-02-15 available (d) 2008",
		}},
		{"bought before the first law held", func(f *Facts) {
			f.Acquired, f.Paid, f.Issuer.ReportingSince = day(1989, 1, 31), day(1989, 1, 31), day(1985, 1, 1)
		}, []string{
			"1990-04-30 1990-04-30 not available (c)(d)(e)(f)(h) 1990",
			"1991-01-31 1991-02-01 available (c)(d)(e)(f)(h) 1990",
			"1992-01-31 1992-02-01 available (d) 1990",
			"1997-04-29 1997-04-29 available (d) 1997",
			"2008-02-15 2008-02-15 available (d) 2008",
		}},
		// 17 months were too short until April 28, 1997 and enough the day after.
		{"bought 1995-12-01", func(f *Facts) { f.Acquired, f.Paid = day(1995, 12, 1), day(1995, 12, 1) }, []string{
			"1995-12-01 1995-12-01 not available (c)(d)(e)(f)(h) 1990",
			"1997-04-29 1997-04-29 available (c)(d)(e)(f)(h) 1997",
			"1997-12-01 1997-12-02 available (d) 1997",
			"2008-02-15 2008-02-15 available (d) 2008",
		}},
		// The shell ceases, tells of it, and a year passes; only then are the six
		// months of the lot enough.
		{"a former shell", func(f *Facts) {
			f.Acquired, f.Paid, f.Issued = day(2021, 6, 1), day(2021, 6, 1), day(2021, 6, 1)
			f.Issuer.Shell, f.Issuer.ShellSince, f.Issuer.ShellUntil = ShellFormer, day(2020, 1, 1), day(2023, 3, 10)
			f.Issuer.Form10, f.Issuer.Form10Filed, f.Issuer.ShellReports = law.Yes, day(2023, 3, 16), law.Yes
		}, []string{
			"2021-06-01 2021-06-01 not available (c)(d)(i) 2008",
			"2022-06-01 2022-06-02 not available (d)(i) 2008",
			"2024-03-16 2024-03-17 available (d)(i) 2008",
		}},
		{"its stock bought later", func(f *Facts) {
			f.Acquired, f.Paid, f.Issued = day(2024, 1, 10), day(2024, 1, 10), day(2024, 1, 10)
			f.Issuer.Shell, f.Issuer.ShellSince, f.Issuer.ShellUntil = ShellFormer, day(2020, 1, 1), day(2023, 3, 10)
			f.Issuer.Form10, f.Issuer.Form10Filed, f.Issuer.ShellReports = law.Yes, day(2023, 3, 16), law.Yes
		}, []string{
			"2024-01-10 2024-01-10 not available (c)(d)(i) 2008",
			"2024-07-10 2024-07-11 available (c)(d)(i) 2008",
			"2025-01-10 2025-01-11 available (d)(i) 2008",
		}},
		{"an affiliate's stock from the market", func(f *Facts) {
			f.Stock, f.Affiliate, f.Acquired, f.Paid = Unrestricted, AffiliateNow, calendar.Date{}, calendar.Date{}
			f.Issuer.ReportingSince, f.Issuer.Public = day(2025, 1, 2), law.No
		}, []string{
			"1990-04-30 1990-04-30 not available (c)(e)(f)(h) 1990",
			"1997-04-29 1997-04-29 not available (c)(e)(f)(h) 1997",
			"2008-02-15 2008-02-15 not available (c)(e)(f)(h) 2008",
			"2025-04-02 2025-04-03 available (c)(e)(f)(h) 2008",
		}},
	} {
		f := purchase2002()
		c.change(&f)
		got, err := Milestones(f)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if !slices.Equal(lines(got), c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(lines(got), "\n"), strings.Join(c.want, "\n"))
		}
		if f.Acquired.Before(got[0].Date) != got[0].Why.Has(codeVersionFirst) {
			t.Errorf("%s: begins with\n%s", c.name, got[0].Why)
		}
	}
}

// TestMilestonesAreAll holds the list to the reference on the milestones, the
// days before them, and days in between.
func TestMilestonesAreAll(t *testing.T) {
	r := rand.New(rand.NewPCG(29, 11))
	for range 4000 {
		f, _ := random(r)
		milestones, err := Milestones(f)
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range milestones {
			end := m.Date.AddDays(2000)
			if i+1 < len(milestones) {
				end = milestones[i+1].Date
			}
			for _, d := range []calendar.Date{m.Date, end.AddDays(-1), m.Date.AddDays(r.IntN(end.Sub(m.Date)))} {
				if got := reference(f, d, anniversary); got != (row{m.Answer, m.Conditions}) {
					t.Fatalf("%+v: %v on %s, where %s holds since %s", f, got, d, m.Answer, m.Date)
				}
			}
			if m.Conservative.IsZero() {
				continue
			}
			if got := reference(f, m.Conservative, conservative); got != (row{m.Answer, m.Conditions}) {
				t.Fatalf("%+v: conservatively %v on %s, want %s", f, got, m.Conservative, m.Answer)
			}
			if gap := m.Conservative.Sub(m.Date); gap < 0 || gap > 4 {
				t.Fatalf("%+v: %s and conservatively %s", f, m.Date, m.Conservative)
			}
		}
	}
}

// TestMilestonesAreTheChanges walks random lots day by day: the milestones are
// the days on which the outcome by the anniversary changes, and no others, and
// the conservative outcome changes on no day that is not named.
func TestMilestonesAreTheChanges(t *testing.T) {
	r := rand.New(rand.NewPCG(144, 4))
	type outcome struct {
		answer     Answer
		conditions Conditions
		version    calendar.Date
	}
	lots, both := 600, 0
	if testing.Short() {
		lots = 200
	}
	for range lots {
		f, _ := random(r)
		milestones, err := Milestones(f)
		if err != nil {
			t.Fatal(err)
		}
		q := question{f: &f, eras: rule144Eras()}
		at := func(d calendar.Date, by convention) outcome {
			a := q.at(d, by)
			return outcome{a.found.answer(), a.conditions, q.eras.at(d).From}
		}
		starts, ends := map[calendar.Date]outcome{}, map[calendar.Date]outcome{}
		for _, m := range milestones {
			starts[m.Date] = outcome{m.Answer, m.Conditions, m.Version}
			if !m.Conservative.IsZero() {
				ends[m.Conservative] = outcome{m.Answer, m.Conditions, m.Version}
			}
		}
		first, last := milestones[0].Date, milestones[len(milestones)-1].Date.AddDays(1200)
		before, beforeThat := outcome{}, outcome{}
		for d := first; !d.After(last); d = d.AddDays(1) {
			now, careful := at(d, anniversary), at(d, conservative)
			if v, err := Screen(f, d); err == nil && (v.Answer != now.answer || v.Conditions != now.conditions || v.Boundary != (now != careful)) {
				t.Fatalf("%+v on %s: Screen says %v, and the lists rest on %v and %v", f, d, v, now, careful)
			}
			named, isStart := starts[d]
			if isStart != (now != before) || isStart && named != now {
				t.Fatalf("%+v\n%s: %v after %v, and the milestones are\n%s", f, d, now, before, strings.Join(lines(milestones), "\n"))
			}
			end, isEnd := ends[d]
			if isEnd && (careful == beforeThat || careful != end) || careful != beforeThat && !isStart && !isEnd {
				t.Fatalf("%+v\n%s: conservatively %v after %v, and the milestones are\n%s", f, d, careful, beforeThat, strings.Join(lines(milestones), "\n"))
			}
			if isEnd && !isStart {
				both++
			}
			before, beforeThat = now, careful
		}
	}
	if both < lots/2 {
		t.Errorf("only %d changes come later by the conservative count", both)
	}
}

// TestVersionsAreATimeline holds the lookup of the bulk call to that of the
// calendar package.
func TestVersionsAreATimeline(t *testing.T) {
	eras := rule144Eras()
	timeline := calendar.Timeline[terms](eras[:])
	for sale := firstSale(); sale.Year() < 2010; sale = sale.AddDays(1) {
		if want, err := timeline.At(sale); err != nil || *eras.at(sale) != want {
			t.Fatalf("%s: %v, %v; want %v", sale, eras.at(sale).From, err, want.From)
		}
	}
	if _, err := timeline.At(firstSale().AddDays(-1)); !errors.Is(err, law.ErrUnsupported) {
		t.Errorf("before the first: %v", err)
	}
	for i := range eras {
		if last := eras.last(i); !last.IsZero() && (eras.at(last).From != eras[i].From || eras.at(last.AddDays(1)).From == eras[i].From) {
			t.Errorf("the version of %s does not end on %s", eras[i].From, last)
		}
	}
	if got := eras.at(day(1900, 1, 1)).From; got != firstSale() {
		t.Errorf("before the first, the version of %s", got)
	}
}

// TestChangesHasRoom fills the list of changes as far as facts can.
func TestChangesHasRoom(t *testing.T) {
	var c changes
	for i := range maxChanges {
		c.add(day(2000, 1, 1).AddDays(i * 7 % 97))
	}
	if c.n != maxChanges || !slices.IsSortedFunc(c.day[:], calendar.Date.Compare) {
		t.Errorf("%d days of %d: %v", c.n, maxChanges, c.day)
	}
	r := rand.New(rand.NewPCG(8, 3))
	most := 0
	for range 20_000 {
		f, _ := random(r)
		q := question{f: &f, eras: rule144Eras()}
		got := q.changes(conservative)
		most = max(most, got.n)
		if got.n == maxChanges || !slices.IsSortedFunc(got.day[:got.n], calendar.Date.Compare) || got.day[0] != q.origin() {
			t.Fatalf("%+v: %d changes: %v", f, got.n, got.day[:got.n])
		}
	}
	if most < 8 {
		t.Errorf("at most %d changes; the facts try little", most)
	}
}
