package escrow_test

import (
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

// The dates are those worked out by hand from §6(a), §5(b)(i) and the printed
// calendars of the exchange and of the Federal Reserve.
func TestClosingDate(t *testing.T) {
	for _, c := range []struct {
		name, signed, last           string
		closing, fundsDay, wireDay   string
		earlyClose, wiresClosed      bool
		cutoffUTC                    string
		whyMentions, warningMentions string
	}{
		{
			name: "Monday to Tuesday", signed: "2002-11-25 09:00", last: "2002-11-25 16:00",
			closing: "2002-11-26", fundsDay: "2002-11-25", wireDay: "2002-11-25", cutoffUTC: "2002-11-26T20:00:00Z",
		},
		{
			name: "over Thanksgiving to a day that closes early", signed: "2002-11-25 09:00", last: "2002-11-27 16:00",
			closing: "2002-11-29", fundsDay: "2002-11-28", wireDay: "2002-11-27", cutoffUTC: "2002-11-29T20:00:00Z",
			earlyClose: true, whyMentions: "Thanksgiving", warningMentions: "1:00 p.m.",
		},
		{
			name: "Friday to Monday", signed: "2002-11-25 09:00", last: "2002-11-29 12:00",
			closing: "2002-12-02", fundsDay: "2002-12-01", wireDay: "2002-11-29", cutoffUTC: "2002-12-02T20:00:00Z",
		},
		{
			name: "Saturday to Monday", signed: "2002-11-25 09:00", last: "2002-11-30 12:00",
			closing: "2002-12-02", fundsDay: "2002-12-01", wireDay: "2002-11-29", cutoffUTC: "2002-12-02T20:00:00Z",
		},
		{
			name: "over Christmas", signed: "2002-11-25 09:00", last: "2002-12-24 12:00",
			closing: "2002-12-26", fundsDay: "2002-12-25", wireDay: "2002-12-24", cutoffUTC: "2002-12-26T20:00:00Z",
		},
		{
			name: "on New Year's Eve", signed: "2002-11-25 09:00", last: "2002-12-31 18:00",
			closing: "2003-01-02", fundsDay: "2003-01-01", wireDay: "2002-12-31", cutoffUTC: "2003-01-02T20:00:00Z",
		},
		{
			name: "Veterans Day: the exchange is open and no wire moves", signed: "2003-11-03 09:00", last: "2003-11-10 12:00",
			closing: "2003-11-11", fundsDay: "2003-11-10", wireDay: "2003-11-10", cutoffUTC: "2003-11-11T20:00:00Z",
			wiresClosed: true, warningMentions: "Veterans Day",
		},
		{
			name: "Columbus Day", signed: "2003-10-01 09:00", last: "2003-10-10 12:00",
			closing: "2003-10-13", fundsDay: "2003-10-12", wireDay: "2003-10-10", cutoffUTC: "2003-10-13T19:00:00Z",
			wiresClosed: true, warningMentions: "Columbus Day",
		},
		{
			name: "Good Friday: the exchange is closed and wires move", signed: "2003-04-01 09:00", last: "2003-04-17 12:00",
			closing: "2003-04-21", fundsDay: "2003-04-20", wireDay: "2003-04-18", cutoffUTC: "2003-04-21T19:00:00Z",
			whyMentions: "Good Friday",
		},
		{
			name: "the evening of September 10, 2001", signed: "2001-09-04 09:00", last: "2001-09-10 17:00",
			closing: "2001-09-17", fundsDay: "2001-09-16", wireDay: "2001-09-14", cutoffUTC: "2001-09-17T19:00:00Z",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, signed(c.signed)).prepare(ny(c.signed)).fund(ny(c.last))
			for _, p := range []escrow.PurchaseID{pAlpha, pShimon} {
				sc := s.wantDate(c.closing, p, ny(c.last))
				if sc.Scheduled != sc.Date || sc.Missed || len(sc.Missing) != 0 {
					t.Errorf("scheduled %s, missed %v, missing %v", sc.Scheduled, sc.Missed, sc.Missing)
				}
				if !sc.Complete.Equal(ny(c.last)) {
					t.Errorf("complete at %s, want %s", sc.Complete, c.last)
				}
				if sc.LastFundsDay != date(c.fundsDay) || sc.LastWireDay != date(c.wireDay) {
					t.Errorf("funds by %s and wires by %s, want %s and %s", sc.LastFundsDay, sc.LastWireDay, c.fundsDay, c.wireDay)
				}
				if got := sc.Cutoff.Format("2006-01-02T15:04:05Z"); got != c.cutoffUTC {
					t.Errorf("cut-off at %s, want %s", got, c.cutoffUTC)
				}
				if sc.Warnings.Has("escrow.closing.early_close") != c.earlyClose || sc.Warnings.Has("escrow.closing.wires_closed") != c.wiresClosed {
					t.Errorf("warnings:\n%s", sc.Warnings)
				}
				if !strings.Contains(sc.Why.String(), c.whyMentions) || !strings.Contains(sc.Warnings.String(), c.warningMentions) {
					t.Errorf("want %q in why:\n%s\nwant %q in warnings:\n%s", c.whyMentions, sc.Why, c.warningMentions, sc.Warnings)
				}
				if !strings.Contains(sc.Why.String(), "[Agreement §6(a)]") || !strings.Contains(sc.Why.String(), "[Agreement §5(b)(i)]") ||
					!strings.Contains(sc.Why.String(), "[Agreement §6(b)]") {
					t.Errorf("the sections are not cited:\n%s", sc.Why)
				}
			}
		})
	}
}

func TestClosingMissing(t *testing.T) {
	at := ny("2002-11-26 12:00")
	s := begin(t, focus())
	sc := s.deal.Closing(pAlpha, at)
	if !sc.Date.IsZero() || !sc.Cutoff.IsZero() || !sc.Why.Has("escrow.closing.missing") {
		t.Errorf("a deal without facts closes on %s", sc.Date)
	}
	// All but the laws, which are presumed, and the bring-downs, which come
	// later.
	var missing []string
	for _, f := range sc.Missing {
		missing = append(missing, string(f.Condition)+" "+string(f.State))
	}
	want := "7(a) unknown, 7(b) unmet, 8(a) unknown, 8(b) unmet, 8(g)(i) unknown, 8(g)(ii) unknown, 8(g)(iii) unknown"
	if got := strings.Join(missing, ", "); got != want {
		t.Errorf("missing %s\nwant    %s", got, want)
	}
	// A waiver of money where nothing is here would release nothing.
	funds := sc.Missing[1]
	if funds.GivenBy != string(alpha) || funds.WaivableBy != "" || funds.Why[0].Authority.Cite != "Agreement §7(b)" {
		t.Errorf("7(b) can be given by %q and waived by %q under %q", funds.GivenBy, funds.WaivableBy, funds.Why[0].Authority.Cite)
	}
	if len(sc.AtClosing) != 5 {
		t.Errorf("%d conditions at closing, want 5", len(sc.AtClosing))
	}
	for _, f := range sc.AtClosing {
		if f.State != escrow.Unknown {
			t.Errorf("%s is %s before there is a closing day", f.Condition, f.State)
		}
	}
}

func TestClosingQuestionsWithoutAnswer(t *testing.T) {
	s := begin(t, focus()).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-25 10:00"))
	if sc := s.deal.Closing("nobody", ny("2002-11-26 12:00")); !sc.Why.Has("escrow.closing.unknown_purchase") || !sc.Date.IsZero() {
		t.Errorf("an unknown purchase closes: %+v", sc)
	}
	for _, when := range []time.Time{{}, ny("2002-11-26 12:00").AddDate(9000, 0, 0)} {
		if sc := s.deal.Closing(pAlpha, when); !sc.Why.Has("escrow.closing.asked_out_of_range") || !sc.Date.IsZero() {
			t.Errorf("the schedule at %s: %+v", when, sc)
		}
		if r := s.deal.Report(when); len(r.Purchases) != 0 || !r.At.IsZero() {
			t.Errorf("the report at %s: %+v", when, r)
		}
	}
	var none escrow.Deal
	if sc := none.Closing(pAlpha, ny("2002-11-26 12:00")); !sc.Why.Has("escrow.closing.unknown_purchase") {
		t.Errorf("the zero Deal closes: %+v", sc)
	}
	if r := none.Report(ny("2002-11-26 12:00")); asJSON(t, r) != asJSON(t, escrow.Report{}) {
		t.Errorf("the zero Deal reports %+v", r)
	}
	if d := none.Check(s.log[0]); d.Outcome != escrow.Refused {
		t.Errorf("the zero Deal takes an event")
	}
}

func TestClosingCalendarEnds(t *testing.T) {
	terms := focus()
	through, err := calendar.NYSE().Through(date("2002-11-27"))
	if err != nil {
		t.Fatal(err)
	}
	terms.Closing.Count.Calendar = through
	s := begin(t, terms).prepare(ny("2002-11-27 10:00")).fund(ny("2002-11-27 10:00"))
	sc := s.wantDate("no date", pAlpha, ny("2002-11-27 12:00"))
	if !sc.Why.Has("escrow.closing.calendar_ends") {
		t.Errorf("why:\n%s", sc.Why)
	}
	s.bringDown("2002-11-27", ny("2002-11-27 11:00"))
	refused(t, s.release(ny("2002-11-27 12:00"), pAlpha), "escrow.release.no_closing_date")
}

func TestClosingLate(t *testing.T) {
	facts := func(terms escrow.Terms) *story {
		return begin(t, terms).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-25 10:00"))
	}
	t.Run("rolls to the next trading day", func(t *testing.T) {
		s := facts(focus())
		if sc := s.wantDate("2002-11-26", pAlpha, ny("2002-11-26 15:00:00")); sc.Missed {
			t.Error("the last second in time is missed")
		}
		sc := s.wantDate("2002-11-27", pAlpha, ny("2002-11-26 15:00:01"))
		if !sc.Missed || sc.Scheduled != date("2002-11-26") || !sc.Why.Has("escrow.closing.rolled") {
			t.Errorf("missed %v, scheduled %s:\n%s", sc.Missed, sc.Scheduled, sc.Why)
		}
		s.wantDate("2002-11-29", pAlpha, ny("2002-11-27 16:00"))
		s.wantDate("2002-11-29", pAlpha, ny("2002-11-28 12:00"))
		s.wantDate("2002-12-02", pAlpha, ny("2002-11-29 16:00"))
	})
	t.Run("is refused if the terms say so", func(t *testing.T) {
		terms := focus()
		terms.Late = escrow.LateRefused
		s := facts(terms)
		sc := s.wantDate("2002-11-26", pAlpha, ny("2002-11-27 10:00"))
		if !sc.Missed || !sc.Why.Has("escrow.closing.passed") {
			t.Errorf("missed %v:\n%s", sc.Missed, sc.Why)
		}
		s.bringDown("2002-11-27", ny("2002-11-27 09:00"))
		refused(t, s.release(ny("2002-11-27 10:00"), pAlpha), "escrow.release.closing_date_passed")
	})
	t.Run("after the outside date is refused", func(t *testing.T) {
		terms := focus()
		terms.Closing.Outside = date("2002-11-26")
		s := facts(terms)
		if sc := s.deal.Closing(pAlpha, ny("2002-11-27 10:00")); !sc.Warnings.Has("escrow.closing.outside_date") {
			t.Errorf("no warning:\n%s", sc.Warnings)
		}
		s.bringDown("2002-11-27", ny("2002-11-27 09:00"))
		refused(t, s.release(ny("2002-11-27 10:00"), pAlpha), "escrow.release.outside_date_passed")
	})
	t.Run("the outside date itself is in time", func(t *testing.T) {
		terms := focus()
		terms.Closing.Outside = date("2002-11-26")
		s := facts(terms).bringDown("2002-11-26", ny("2002-11-26 09:00"))
		accepted(t, s.release(ny("2002-11-26 15:00"), pAlpha))
	})
}

func TestMemory(t *testing.T) {
	tell := func(memory escrow.Memory) *story {
		terms := focus()
		terms.Memory = memory
		s := begin(t, terms).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-25 10:00"))
		s.lapsed("8(a)", pAlpha, ny("2002-11-26 10:00"))
		s.met("8(a)", pAlpha, ny("2002-12-03 10:00"))
		s.lapsed("7(d)", "", ny("2002-11-26 10:00"))
		s.met("7(d)", "", ny("2002-12-03 11:00"))
		return s
	}
	s := tell(escrow.MemoryContinuous)
	s.wantDate("2002-11-26", pAlpha, ny("2002-11-26 09:00"))
	s.wantDate("no date", pAlpha, ny("2002-11-26 12:00"))
	s.wantDate("2002-12-04", pAlpha, ny("2002-12-03 12:00"))
	s.wantDate("2002-12-04", pShimon, ny("2002-12-03 12:00"))
	s = tell(escrow.MemoryFirst)
	s.wantDate("no date", pAlpha, ny("2002-11-26 12:00"))
	if sc := s.deal.Closing(pAlpha, ny("2002-12-03 12:00")); sc.Scheduled != date("2002-11-26") || !sc.Why.Has("escrow.closing.memory") {
		t.Errorf("scheduled %s, want the date first fixed\n%s", sc.Scheduled, sc.Why)
	}
}
