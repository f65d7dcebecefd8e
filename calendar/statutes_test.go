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

// TestReportDueDays holds the periodic and current reports to printed calendars of
// filings and to real notices on Form 12b-25: the day on which a report is due, the last
// day of the notice, and the last on which the report is deemed filed on time.
func TestReportDueDays(t *testing.T) {
	after := func(t *testing.T, key, event string) string {
		t.Helper()
		s, err := StatuteByKey(key)
		if err != nil {
			t.Fatal(err)
		}
		due, err := s.After(day(t, event))
		if err != nil {
			t.Fatal(err)
		}
		return due.Date.String()
	}
	for _, row := range readTable(t, "report_due_days.csv") {
		name, key, event, due, notice, extended := row[0], row[1], row[2], row[3], row[4], row[5]
		t.Run(name+" "+key, func(t *testing.T) {
			if got := after(t, key, event); got != due {
				t.Fatalf("%s after %s is due %s, want %s", key, event, got, due)
			}
			if notice == "" {
				return
			}
			extension := "form-12b-25-annual"
			if strings.HasPrefix(key, "form-10-q") || key == "form-10-d" {
				extension = "form-12b-25-quarterly"
			}
			if got := after(t, "form-12b-25", due); got != notice {
				t.Errorf("notice by %s, want %s", got, notice)
			}
			if got := after(t, extension, due); got != extended {
				t.Errorf("deemed on time by %s, want %s", got, extended)
			}
		})
	}
	for _, tt := range []struct{ name, key, event, want string }{
		// Federal Filings prints the count for a due date of Sunday, August 14, 2005.
		{"notice from a due date not moved yet", "form-12b-25", "2005-08-14", "2005-08-16"},
		{"extension from a due date not moved yet", "form-12b-25-quarterly", "2005-08-14", "2005-08-22"},
		// 70 FR 76626: 35 days never came into force, and the categories begin.
		{"40 days, last day before", "form-10-q-accelerated", "2004-03-15", "2004-04-26"},
		{"10-K, eve of the first phase", "form-10-k-accelerated", "2003-12-14", "2004-03-15"},
		{"10-K, first phase", "form-10-k-accelerated", "2003-12-15", "2004-03-01"},
		{"10-K, eve of 60 days", "form-10-k-large-accelerated", "2006-12-14", "2007-02-27"},
		{"10-K, 60 days", "form-10-k-large-accelerated", "2006-12-15", "2007-02-13"},
		{"11-K without ERISA", "form-11-k", "2012-12-31", "2013-04-01"},
		{"20-F, eve of four months", "form-20-f", "2011-12-14", "2012-06-14"},
		{"20-F, four months", "form-20-f", "2011-12-15", "2012-04-16"},
		// Practice takes October 31: the doubt of the row says so.
		{"20-F, from the end of a shorter month", "form-20-f", "2023-06-30", "2023-10-31"},
		{"transition report, accelerated", "transition-report-accelerated", "2010-03-31", "2010-06-14"},
		{"transition report, large accelerated", "transition-report-large-accelerated", "2010-03-31", "2010-06-01"},
		// The new Form 8-K: 69 FR 15594, effective August 23, 2004.
		{"8-K, last day of 15 days", "form-8-k-acquisition", "2004-08-20", "2004-09-07"},
		{"8-K, first day of four business days", "form-8-k-acquisition", "2004-08-23", "2004-08-27"},
		{"8-K, last day of five business days", "form-8-k-accountant", "2004-08-20", "2004-08-27"},
		{"8-K, and of four", "form-8-k-accountant", "2004-08-23", "2004-08-27"},
		{"statements of an acquired business, before", "form-8-k-financial-statements", "2002-12-11", "2003-02-10"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := after(t, tt.key, tt.event); got != tt.want {
				t.Errorf("%s after %s: %s, want %s", tt.key, tt.event, got, tt.want)
			}
		})
	}
}

// TestTenderOffers holds the minimum period of twenty business days to offers as they
// were printed. An offer printed before an order closed December 24 counted that day;
// without it the period is a business day longer.
func TestTenderOffers(t *testing.T) {
	s, err := StatuteByKey("tender-offer")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range readTable(t, "tender_offers.csv") {
		t.Run(row[0], func(t *testing.T) {
			want := day(t, row[2])
			if row[3] != "" {
				if want, err = Federal().Next(want); err != nil || Federal().IsOpen(day(t, row[3])) {
					t.Fatalf("%s is open, or %v", row[3], err)
				}
			}
			if due, err := s.After(day(t, row[1])); err != nil || due.Date != want {
				t.Errorf("%v, %v; want %v", due.Date, err, want)
			}
		})
	}
	for _, tt := range []struct{ name, key, event, want string }{
		{"commenced on a Saturday: Monday is the first", "tender-offer", "2026-02-28", "2026-03-27"},
		{"commenced on that Monday", "tender-offer", "2026-03-02", "2026-03-27"},
		{"a change on the eleventh business day ends with the offer", "tender-offer-change", "2026-03-16", "2026-03-27"},
		{"a change on the twelfth prolongs it by a day", "tender-offer-change", "2026-03-17", "2026-03-30"},
		// As reported on jdsupra.com, the purchase can follow on the eleventh business day.
		{"all cash, under the order", "tender-offer-all-cash", "2026-04-20", "2026-05-01"},
		{"debt, under the order", "tender-offer-debt", "2026-07-06", "2026-07-10"},
		{"roll-up: sixty days, open or closed", "tender-offer-roll-up", "2026-03-02", "2026-04-30"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := StatuteByKey(tt.key)
			if err != nil {
				t.Fatal(err)
			}
			if due, err := s.After(day(t, tt.event)); err != nil || due.Date.String() != tt.want {
				t.Errorf("%v, %v; want %s", due.Date, err, tt.want)
			}
		})
	}
	// A business day runs from 12:01 a.m. to midnight, Eastern time.
	if due, err := s.AfterReceipt(instant(t, "2026-03-02 23:59:59", NewYork())); err != nil || due.Event.String() != "2026-03-02" {
		t.Errorf("%+v, %v", due, err)
	}
	cash, err := StatuteByKey("tender-offer-all-cash")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := cash.After(day(t, "2026-04-15")); !errors.Is(err, law.ErrUnsupported) {
		t.Error(err)
	}
}

// TestStatutesAreTheCallers: what was handed out can be changed without harm.
func TestStatutesAreTheCallers(t *testing.T) {
	all := Statutes()
	one, err := StatuteByKey("form-d")
	if err != nil {
		t.Fatal(err)
	}
	all[0].Eras[0].Value.Count, one.Eras[0].Value.Count, all[1] = 1, 2, Statute{}
	again, err := StatuteByKey("form-d")
	if err != nil || again.Eras[0].Value.Count != 15 || Statutes()[0].Eras[0].Value.Count != 15 || Statutes()[1].Key != "form-d-annual" {
		t.Errorf("%+v, %v", again, err)
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
		{"tender-offer", "17 CFR 240.14e-1(a)", "December 2008", true},
		{"tender-offer-change", "17 CFR 240.14e-1(b)", "14d-1(g)(3)", true},
		{"tender-offer-all-cash", "2026-04-16", "conditions are not applied", true},
		{"tender-offer-debt", "2026-06-30", "conditions are not applied", true},
		{"form-10-k-accelerated", "Form 10-K, General Instruction A(2)", "67 FR 58480", false},
		{"form-10-k-large-accelerated", "Form 10-K, General Instruction A(2)", "70 FR 76626", false},
		{"form-10-q-accelerated", "Form 10-Q, General Instruction A.1", "70 FR 76626", false},
		{"form-20-f", "20", "end of a month", true},
		{"transition-report", "17 CFR 240.13a-10(b), (j)", "paragraph (j)", true},
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
