package restrict

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func mustStart(t testing.TB, lot ...Event) Start {
	t.Helper()
	got, err := HoldingStart(lot)
	if err != nil {
		t.Fatalf("HoldingStart: %v", err)
	}
	return got
}

// bought is a purchase from the issuer, closed and paid on one day.
func bought(year int, month time.Month, d int) Event {
	return Event{Kind: EventPurchase, Date: day(year, month, d), Paid: day(year, month, d)}
}

// granted is a warrant bought from the issuer on one day.
func granted(year int, month time.Month, d int) Event {
	return Event{Kind: EventWarrant, Date: day(year, month, d), Paid: day(year, month, d), Employee: law.No}
}

// resold is a private purchase paid on its day.
func resold(on calendar.Date, fromAffiliate law.YesNo) Event {
	return Event{Kind: EventPrivatePurchase, Date: on, Paid: on, FromAffiliate: fromAffiliate}
}

// pledged is a pledge of February 1, 2024 that ends on April 1.
func pledged(kind EventKind, fromAffiliate, recourse law.YesNo) Event {
	e := Event{
		Kind: kind, Date: day(2024, 4, 1), Pledged: day(2024, 2, 1), BonaFide: law.Yes, FromAffiliate: fromAffiliate, Recourse: recourse,
	}
	if kind == EventForeclosure {
		e.Paid = day(2024, 4, 3)
	}
	return e
}

// mustHang holds what is true of every answer: the steps and the reasons hang
// together, the dates are what the answer says, and it survives JSON.
func mustHang(t testing.TB, lot []Event, s Start) {
	t.Helper()
	bad := func(what string) { t.Helper(); t.Errorf("%s\nlot %+v\nstart %+v", what, lot, s) }
	if s.Method != StartMethod || s.Version != StartVersion || len(s.Steps) != len(lot) {
		bad("method, version or steps")
		return
	}
	why := s.Why[:1] // the text
	before := StartState{}
	for i, step := range s.Steps {
		if step.Event != eventPath(i, "") || step.Kind != lot[i].Kind || step.Before != before || len(step.Why) == 0 {
			bad("step " + step.Event)
		}
		before = step.After
		why = append(why[:len(why):len(why)], step.Why...)
	}
	if len(s.Why) != len(why)+1 || !slices.EqualFunc(s.Why[:len(why)], why, sameReason) {
		bad("reasons are not those of the steps")
	}
	last := map[StartAnswer]law.Code{
		StartKnown: codeStartKnown, StartUnknown: codeStartUnknown, StartNotBegun: codeStartNotBegun, StartNoPeriod: codeStartNoPeriod,
	}
	if s.Why[len(s.Why)-1].Code != last[s.Answer] {
		bad("the last reason is not the answer")
	}
	for _, r := range s.Why {
		if r.Text == "" || strings.Contains(r.Text, "no date") || strings.Contains(r.Text, "  ") || !strings.HasSuffix(r.Text, ".") {
			bad("reason: " + r.Text)
		}
	}
	dated := s.Date == laterDay(s.Acquired, s.Paid)
	switch s.Answer {
	case StartKnown:
		if s.Date.IsZero() || !dated || s.Since == "" || s.Authority.Cite == "" || s.Capacity != "" || len(s.Needs) > 0 || before.Date != s.Date {
			bad("known")
		}
	case StartUnknown:
		if !s.Date.IsZero() || len(s.Needs) == 0 || s.Since != "" {
			bad("unknown")
		}
	case StartNotBegun:
		if !s.Date.IsZero() || len(s.Needs) > 0 || s.Since != "" {
			bad("not begun")
		}
	case StartNoPeriod:
		if !dated || s.Since == "" || s.Authority.Cite == "" || len(s.Needs) > 0 {
			bad("no period")
		}
	}
	if !s.Sale.IsZero() && (s.From != s.Sale || s.Date.After(s.Sale)) {
		bad("the sale is not the first day for which the answer holds")
	}
	for _, d := range s.Doubts {
		if d.Doubt == "" {
			bad("a doubt without one")
		}
	}
}
