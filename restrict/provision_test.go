package restrict

import (
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func TestLaw(t *testing.T) {
	rows := Law()
	seen := map[string]bool{}
	for _, p := range rows {
		if p.Key == "" || p.Subject == "" || p.Value == "" || p.Authority.Cite == "" {
			t.Errorf("a row is not whole: %+v", p)
		}
		if p.Verified() && p.Checked.On.IsZero() || p.Checked.On.IsZero() && p.Checked.Against != "" {
			t.Errorf("verified on no day: %+v", p)
		}
		if former := strings.HasPrefix(p.Key, "former"); former && p.Until.IsZero() || former && p.Authority.URL == url144 {
			t.Errorf("a former text is in force: %+v", p)
		}
		key := p.Key + p.Subject + p.From.String()
		if seen[key] {
			t.Errorf("twice: %s", key)
		}
		seen[key] = true
		roundTrip(t, p)
	}
	if len(rows) < 75 {
		t.Errorf("%d rows; the list is not whole", len(rows))
	}
	rows[0].Value = "changed"
	if Law()[0].Value == "changed" {
		t.Error("the list is not the caller's own")
	}
}

// TestLawIsWhatAnswers buys on the first day of each version, and holds the
// months that the list prints to the day on which the sale opens. The list is
// read as a person would.
func TestLawIsWhatAnswers(t *testing.T) {
	months := map[string]int{"six months": 6, "one year": 12, "two years": 24, "three years": 36}
	asked := 0
	for _, p := range Law() {
		f := purchase2002()
		f.Acquired, f.Paid, f.Issuer.ReportingSince = p.From, p.From, day(1985, 1, 1)
		free := strings.Contains(p.Subject, "free of further conditions")
		switch {
		case strings.HasPrefix(p.Subject, "holding period, any other issuer"):
			f.Issuer = Issuer{Reporting: ReportingNone, Public: law.Yes, Shell: ShellNever}
		case !strings.HasPrefix(p.Subject, "holding period") && !free:
			continue
		}
		asked++
		got, err := Rule144(f, p.From)
		if err != nil {
			t.Fatal(err)
		}
		opens := got.Limited.Anniversary
		if free {
			opens = got.Free.Anniversary
		}
		if want := naive(p.From, months[p.Value]); opens != want || months[p.Value] == 0 {
			t.Errorf("%s of %s, %s: opens on %s, want %s for %s", p.Key, p.From, p.Subject, opens, want, p.Value)
		}
	}
	if asked != 9 {
		t.Errorf("%d rows asked, want three a version", asked)
	}
}

// TestLawOwnsUp holds which rows of the version of 1997 were read: the lengths,
// which the release tells, and nothing else. What was recalled of today's text
// says so too.
func TestLawOwnsUp(t *testing.T) {
	lengths, doubted, debt := 0, 0, 0
	for _, p := range Law() {
		length := strings.HasPrefix(p.Subject, "holding period") || strings.Contains(p.Subject, "free of further conditions")
		switch {
		case p.Key == "144(a)(4)":
			debt++
			if p.Verified() {
				t.Errorf("(a)(4) was not read: %+v", p)
			}
		case p.From != day(1997, time.April, 29):
		case length != p.Verified():
			t.Errorf("%s, %s: verified is %t", p.Key, p.Subject, p.Verified())
		case length:
			lengths++
		default:
			doubted++
		}
	}
	if lengths != 3 || doubted < 15 || debt != 1 {
		t.Errorf("%d lengths, %d doubts, %d rows on debt", lengths, doubted, debt)
	}
}

func TestLawNamesEveryVersion(t *testing.T) {
	for _, from := range []calendar.Date{day(1990, time.April, 30), day(1997, time.April, 29), day(2008, time.February, 15)} {
		verified := 0
		for _, p := range Law() {
			if p.From == from && p.Verified() {
				verified++
			}
		}
		if old := from.Year() == 1990; (verified > 0) == old {
			t.Errorf("%s: %d verified rows", from, verified)
		}
	}
}

func TestExemptions(t *testing.T) {
	codes := map[law.Code]bool{}
	for _, e := range Exemptions() {
		if e.Unread == "" || e.Title == "" {
			t.Errorf("%s claims to be whole", e.Key)
		}
		for _, r := range e.Requirements {
			if codes[r.Code] || !strings.HasPrefix(string(r.Code), e.Key+".") || r.Authority.Doubt != "" || r.Text == "" {
				t.Errorf("%+v", r)
			}
			codes[r.Code] = true
			// 90 days after January 2, 2025, as the reporting vectors count.
			met := r.Met(day(2025, time.January, 2))
			if want := map[bool]calendar.Date{true: day(2025, time.April, 2)}[r.Days == 90]; met != want {
				t.Errorf("%s is met on %s, want %s", r.Code, met, want)
			}
			if !r.Met(calendar.Date{}).IsZero() {
				t.Errorf("%s is met without an event", r.Code)
			}
		}
		roundTrip(t, e)
	}
	if len(codes) != 7 {
		t.Errorf("%d requirements, want 7", len(codes))
	}
}
