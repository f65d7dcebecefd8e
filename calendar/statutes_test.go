package calendar

import (
	"errors"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// TestStatuteDays holds deadlines to the texts beside them: 17 CFR 230.152,
// 240.16a-3, 240.13d-1 and section 16(a) of the Exchange Act.
func TestStatuteDays(t *testing.T) {
	for _, tt := range []struct{ name, key, event, want string }{
		{"more than 30 days", "rule-152", "2026-03-02", "2026-04-02"},
		{"more than 30 days, over February", "rule-152", "2026-02-01", "2026-03-04"},

		{"insider on the first registration: that day", "form-3-registration", "2026-11-05", "2026-11-05"},
		{"new insider: ten days", "form-3", "2026-03-18", "2026-03-30"}, // the tenth is a Saturday
		{"foreign, in office on the first day", "form-3-foreign", "2026-03-18", "2026-03-18"},
		{"foreign, new: ten days", "form-3-foreign", "2026-03-19", "2026-03-30"},
		{"foreign, trade", "form-4-foreign", "2026-03-18", "2026-03-20"},
		{"last deemed day of execution", "form-4-deemed", "2026-11-24", "2026-11-30"}, // Thanksgiving
		{"and the form on it", "form-4", "2026-11-30", "2026-12-02"},

		{"before Independence Day, kept on Friday", "schedule-13d", "2026-06-29", "2026-07-07"},
		{"across days closed by order", "schedule-13d", "2025-12-22", "2025-12-30"},
		{"amendment, across days closed by order", "schedule-13d-amendment", "2025-12-23", "2025-12-26"},
		{"passive investor, across days closed by order", "schedule-13g-passive", "2024-12-20", "2024-12-30"},
		{"passive amendment, across a day of mourning", "schedule-13g-passive-amendment", "2025-01-08", "2025-01-10"},
		{"month end", "schedule-13g-month-end", "2024-12-31", "2025-01-08"},
		{"Form 4 keeps to days of filing", "form-4", "2025-12-23", "2025-12-30"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := StatuteByKey(tt.key)
			if err != nil {
				t.Fatal(err)
			}
			if due, err := s.After(day(t, tt.event)); err != nil || due.Date.String() != tt.want {
				t.Errorf("%s after %s: %v, %v; want %s", tt.key, tt.event, due.Date, err, tt.want)
			}
		})
	}
	for _, key := range []string{"form-3-foreign", "form-4-foreign"} { // there was no duty before
		s, err := StatuteByKey(key)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.After(day(t, "2026-03-17")); !errors.Is(err, law.ErrUnsupported) {
			t.Errorf("%s: %v", key, err)
		}
	}
}

// TestStatuteCutoffs holds the hour up to which a submission counts for the day:
// 17 CFR 232.13(a)(2) to (4).
func TestStatuteCutoffs(t *testing.T) {
	for _, tt := range []struct{ name, key, at, want string }{
		{"any other form, in time", "edgar-filed", "2026-11-25 17:30:00", "2026-11-25"},
		{"any other form, late on the eve of a holiday", "edgar-filed", "2026-11-25 17:30:01", "2026-11-27"},
		{"Forms 3, 4 and 5", "section-16-filed", "2026-11-25 22:00:00", "2026-11-25"},
		{"Forms 3, 4 and 5, late", "section-16-filed", "2026-11-25 22:00:01", "2026-11-27"},
		{"Forms 3, 4 and 5, on the first day", "section-16-filed", "2003-06-30 21:00:00", "2003-06-30"},
		{"Form 144", "form-144-filed", "2026-11-25 22:00:00", "2026-11-25"},
		{"Schedule 14N", "schedule-14n-filed", "2026-11-25 22:00:00", "2026-11-25"},
		{"Schedules 13D and 13G, before", "schedule-13-filed", "2024-02-02 17:30:01", "2024-02-05"},
		{"Schedules 13D and 13G, since", "schedule-13-filed", "2024-02-05 22:00:00", "2024-02-05"},
		{"Rule 462(b)", "rule-462b-filed", "2026-11-25 22:00:00", "2026-11-25"},
		{"Rule 462(b), late", "rule-462b-filed", "2026-11-25 22:00:01", "2026-11-27"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := StatuteByKey(tt.key)
			if err != nil {
				t.Fatal(err)
			}
			if due, err := s.AfterReceipt(instant(t, tt.at, NewYork())); err != nil || due.Date.String() != tt.want {
				t.Errorf("%s at %s: %v, %v; want %s", tt.key, tt.at, due.Date, err, tt.want)
			}
		})
	}
}

// TestStatuteAuthorities holds what the rows cite, and which say that something
// about them was not verified.
func TestStatuteAuthorities(t *testing.T) {
	for _, tt := range []struct {
		key, cite, text string
		doubted         bool
	}{
		{"rule-152", "17 CFR 230.152(b)(1)", "86 FR 3496", false},
		{"form-3", "15 U.S.C. 78p(a)(2)", "", true},
		{"form-3-registration", "15 U.S.C. 78p(a)(2)", "", true},
		{"form-3-foreign", "240.3a12-3(b)", "March 5, 2026", true},
		{"form-4", "17 CFR 240.16a-3(g)(1)", "August 29, 2002", false},
		{"form-4-foreign", "240.3a12-3(b)", "March 5, 2026", true},
		{"form-4-deemed", "17 CFR 240.16a-3(g)(2)-(4)", "", false},
		{"schedule-13d", "17 CFR 240.13d-1(a), (i)(2)", "executive order", true},
		{"schedule-13d-amendment", "17 CFR 240.13d-2(a)", "executive order", true},
		{"schedule-13g-passive", "17 CFR 240.13d-1(c), (i)(2)", "executive order", true},
		{"schedule-13g-month-end", "17 CFR 240.13d-1(b)(2), (i)(2)", "executive order", true},
		{"schedule-13g-passive-amendment", "17 CFR 240.13d-2(d)", "executive order", true},
		{"edgar-filed", "17 CFR 232.13(a)(2)", "", true},
		{"section-16-filed", "17 CFR 232.13(a)(4)", "June 30, 2003", false},
		{"schedule-14n-filed", "17 CFR 232.13(a)(4)", "first day", true},
		{"rule-462b-filed", "17 CFR 232.13(a)(3)", "first day", true},
	} {
		t.Run(tt.key, func(t *testing.T) {
			s, err := StatuteByKey(tt.key)
			if err != nil {
				t.Fatal(err)
			}
			for _, era := range s.Eras {
				a := era.Authority
				if !strings.Contains(a.Cite, tt.cite) || !strings.Contains(a.Title+a.Doubt, tt.text) || (a.Doubt != "") != tt.doubted {
					t.Errorf("%+v", a)
				}
			}
		})
	}
	s, err := StatuteByKey("schedule-13-filed")
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Eras) != 2 || s.Eras[0].Authority.Doubt == "" || !strings.Contains(s.Eras[1].Authority.Title, "88 FR 76981") {
		t.Errorf("%+v", s.Eras)
	}
}

// TestFederalHolidaysAlone: the calendar of Rule 13d-1(i)(2) is that of the
// filing days, with the days closed by executive order alone open.
func TestFederalHolidaysAlone(t *testing.T) {
	c, err := ByName("Federal statutory")
	if err != nil {
		t.Fatal(err)
	}
	if c.First() != MustDate(2024, 1, 1) || c.Announced() != Federal().Announced() {
		t.Errorf("from %s, announced through %s", c.First(), c.Announced())
	}
	var opened []string
	for d := c.First(); !d.After(c.Last()); d = d.AddDays(1) {
		if c.IsOpen(d) != Federal().IsOpen(d) {
			opened = append(opened, d.String())
		}
	}
	if got := strings.Join(opened, " "); got != "2024-12-24 2025-01-09 2025-12-24 2025-12-26" {
		t.Error(got)
	}
}
