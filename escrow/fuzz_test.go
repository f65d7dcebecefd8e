package escrow_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// FuzzLog reads a log from JSON as a service would and replays it: whatever the
// bytes, there is an answer or law.Faults, the log comes back as it was, and the
// books balance.
func FuzzLog(f *testing.F) {
	for _, body := range bodies() {
		e := escrow.Event{ID: "e1", At: ny("2002-11-26 15:04:05"), By: agent, Body: body}
		text, err := json.Marshal([]escrow.Event{e, e})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	s := begin(f, simple()).fund(ny("2002-11-25 11:00"))
	accepted(f, s.release(ny("2002-11-26 12:00"), pAlpha))
	accepted(f, s.settled("e3/1", "2002-11-26 13:00"))
	text, err := json.Marshal(s.log)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(`[{"v":1}]`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var log []escrow.Event
		if err := json.Unmarshal(text, &log); err != nil {
			return // the decoder of the standard library, or ours below
		}
		out, err := json.Marshal(log)
		if err != nil {
			t.Fatalf("a log that was read cannot be written: %v", err)
		}
		var back []escrow.Event
		if err := json.Unmarshal(out, &back); err != nil {
			t.Fatalf("a log that was written cannot be read: %v", err)
		}
		deal, decisions, err := escrow.Replay(simple(), log)
		var fs law.Faults
		if err != nil {
			if !errors.As(err, &fs) {
				t.Fatalf("%T is not law.Faults", err)
			}
			return
		}
		again, same, err := escrow.Replay(simple(), back)
		at := ny("2002-12-05 12:00")
		if err != nil || asJSON(t, same) != asJSON(t, decisions) || asJSON(t, again.Report(at)) != asJSON(t, deal.Report(at)) {
			t.Fatalf("the log read back is another (%v)", err)
		}
		for _, m := range deal.Report(at).Money {
			if m.InCents != m.PendingCents+m.HeldCents+m.SuspenseCents+m.ReservedCents+m.ReleasedCents+m.RefundedCents+m.ReturnedCents+m.InterestCents || m.InterestCents < 0 {
				t.Fatalf("the books do not balance: %+v", m)
			}
		}
	})
}

// FuzzEvent holds our own decoder to faults of the library's kind.
func FuzzEvent(f *testing.F) {
	for _, body := range bodies() {
		text, err := json.Marshal(escrow.Event{ID: "e1", At: ny("2002-11-26 15:04:05"), By: agent, Body: body})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	deal, err := escrow.New(focus())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var e escrow.Event
		var fs law.Faults
		if err := e.UnmarshalJSON(text); err != nil {
			if !errors.As(err, &fs) {
				t.Fatalf("%T is not law.Faults", err)
			}
			return
		}
		next, d, err := deal.Apply(e)
		checked := deal.Check(e)
		switch {
		case err != nil && !errors.As(err, &fs):
			t.Fatalf("%T is not law.Faults", err)
		case err != nil && (checked.Outcome != escrow.Refused || d.Outcome != ""):
			t.Fatalf("an event that is not one is %q and %q", checked.Outcome, d.Outcome)
		case err == nil && asJSON(t, checked) != asJSON(t, d):
			t.Fatal("Check and Apply differ")
		}
		next.Report(e.At)
	})
}

// FuzzTerms reads terms from JSON and opens the deal.
func FuzzTerms(f *testing.F) {
	for _, terms := range []escrow.Terms{focus(), simple(), minMax()} {
		text, err := json.Marshal(terms)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var terms escrow.Terms
		var fs law.Faults
		if err := terms.UnmarshalJSON(text); err != nil {
			if !errors.As(err, &fs) {
				t.Fatalf("%T is not law.Faults", err)
			}
			return
		}
		deal, err := escrow.New(terms)
		if err != nil {
			if !errors.As(err, &fs) {
				t.Fatalf("%T is not law.Faults", err)
			}
			return
		}
		for _, p := range deal.Terms().Purchases {
			deal.Closing(p.ID, terms.Signed)
		}
		asJSON(t, deal.Report(terms.Signed.AddDate(0, 1, 0)))
		for i, p := range terms.Purchases {
			if i < 3 {
				if _, _, err := deal.Apply(escrow.Event{ID: "r", At: terms.Signed, By: terms.Agent, Body: escrow.Release{Purchases: []escrow.PurchaseID{p.ID}}}); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}
