package calendar_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestLaw holds each row to be whole: a rule that was not read says so, and one that
// was says when.
func TestLaw(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range calendar.Law() {
		key := p.Key + p.Subject + p.From.String()
		t.Run(key, func(t *testing.T) {
			if p.Key == "" || p.Subject == "" || p.Value == "" || p.Authority.Cite == "" || seen[key] {
				t.Errorf("%+v is not whole, or there twice", p)
			}
			if p.Verified() && p.Checked.On.IsZero() {
				t.Errorf("%+v is verified on no day", p)
			}
		})
		seen[key] = true
	}
	if len(seen) < 40 {
		t.Errorf("%d rows", len(seen))
	}
}

// TestLawIsWhatAnswers holds the rows of the deadlines and of the settlement cycle to
// the tables that are asked.
func TestLawIsWhatAnswers(t *testing.T) {
	rows := 0
	for _, p := range calendar.Law() {
		if p.Key == "settlement-cycle" {
			rows++
			era, err := calendar.SettlementCycle().At(p.From)
			if last, errLast := calendar.SettlementCycle().At(p.From.AddDays(1)); err != nil || errLast != nil || fmt.Sprint(era.Value) != p.Value ||
				era.Checked != p.Checked || p.Until.IsZero() != (last.Value == 1) {
				t.Errorf("%+v, asked %+v, %v", p, era, err)
			}
			continue
		}
		s, err := calendar.StatuteByKey(p.Key)
		if err != nil {
			continue
		}
		rows++
		era, err := s.Eras.At(p.From)
		if err != nil || era.From != p.From || era.Authority.Cite != p.Authority.Cite || era.Checked != p.Checked {
			t.Errorf("%+v, asked %+v, %v", p, era, err)
		}
		if !p.Until.IsZero() {
			if next, err := s.Eras.At(p.Until.AddDays(1)); err != nil || next.From != p.Until.AddDays(1) {
				t.Errorf("%+v, and then %+v, %v", p, next, err)
			}
		}
	}
	want := len(calendar.SettlementCycle())
	for _, s := range calendar.Statutes() {
		want += len(s.Eras)
	}
	if rows != want {
		t.Errorf("%d rows of tables, want %d", rows, want)
	}
}

func TestProvisions(t *testing.T) {
	day := func(y int) calendar.Date { return calendar.MustDate(y, time.January, 1) }
	row := func(subject string, from, until int, cite, url string) calendar.Provision {
		p := calendar.Provision{Subject: subject, Authority: law.Citation{Cite: cite, URL: url}}
		if from > 0 {
			p.From = day(from)
		}
		if until > 0 {
			p.Until = day(until)
		}
		return p
	}
	const rule = "17 CFR 230.144(c)(2)"
	for _, tt := range []struct {
		name        string
		rows        []calendar.Provision
		until, page string // of the first row
	}{
		{"in force", []calendar.Provision{row("a", 2008, 0, rule, "")}, "", "https://www.ecfr.gov/current/title-17/section-230.144"},
		{
			"replaced, and another between",
			[]calendar.Provision{row("a", 2008, 0, rule, ""), row("b", 2010, 0, rule, ""), row("a", 2020, 0, rule, ""), row("a", 2021, 0, rule, "")},
			"2019-12-31", "https://www.ecfr.gov/on/2019-12-31/title-17/section-230.144",
		},
		{"replaced before texts were kept", []calendar.Provision{row("a", 2008, 0, rule, ""), row("a", 2010, 0, rule, "")}, "2009-12-31", ""},
		{"without a first day", []calendar.Provision{row("a", 0, 0, rule, ""), row("a", 2020, 0, rule, "")}, "", "https://www.ecfr.gov/current/title-17/section-230.144"},
		{"its own last day", []calendar.Provision{row("a", 2008, 2018, rule, ""), row("a", 2020, 0, rule, "")}, "2018-01-01", "https://www.ecfr.gov/on/2018-01-01/title-17/section-230.144"},
		{"its own page", []calendar.Provision{row("a", 2008, 0, rule, "https://example.org/")}, "", "https://example.org/"},
		{"no page", []calendar.Provision{row("a", 2008, 0, "Release 33-8869", "")}, "", ""},
		{"from one day", []calendar.Provision{row("a", 2008, 0, rule, ""), row("a", 2008, 0, rule, "")}, "", "https://www.ecfr.gov/current/title-17/section-230.144"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := calendar.Provisions(tt.rows)[0]
			until := ""
			if !got.Until.IsZero() {
				until = got.Until.String()
			}
			if until != tt.until || got.Authority.URL != tt.page {
				t.Errorf("until %q at %q, want %q at %q", until, got.Authority.URL, tt.until, tt.page)
			}
		})
	}
}

// The Fedwire is to run on holidays of the banks from 2028 or 2029: 90 FR 51356
// (2025-11-17). The banks' own days stay, with that doubt.
func TestFedwireDoubt(t *testing.T) {
	banks := calendar.FederalReserve()
	told := 0
	for year := 1986; year <= banks.Last().Year(); year++ {
		for _, c := range banks.Closures(year) {
			doubted := strings.Contains(c.Authority.Doubt, "90 FR 51356")
			if doubted != (year >= 2028) || banks.IsOpen(c.Date) || c.Authority.Cite != "Federal Reserve K.8" {
				t.Fatalf("%v: %+v", c, c.Authority)
			}
			if doubted {
				told++
			}
		}
	}
	if c, closed := banks.Closure(calendar.MustDate(2028, time.July, 4)); !closed || c.Authority.Doubt == "" || told == 0 {
		t.Errorf("%+v", c)
	}
	if banks.Announced() != calendar.MustDate(2030, time.December, 31) {
		t.Errorf("the banks' holidays are announced through %v", banks.Announced())
	}
	for _, r := range calendar.Law() {
		if r.Key == "calendar.law.federal_reserve" && !strings.Contains(r.Authority.Doubt, "2028 or 2029") {
			t.Errorf("%+v", r)
		}
	}
}
