package escrow_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/offerkit/offerkit/escrow"
)

// bigLog is a deal of n purchases and five events each: signature, deposit,
// certificates, a waiver, and a release.
func bigLog(n int) (escrow.Terms, []escrow.Event) {
	terms := focus()
	terms.Purchases, terms.ConsentShares = nil, 0
	terms.Conditions = []escrow.Condition{
		{ID: "signed", Text: "signed", Kind: escrow.Once, Favors: escrow.ForCompany},
		{ID: "paid", Text: "paid", Kind: escrow.Funds, Favors: escrow.ForCompany},
		{ID: "certificates", Text: "delivered", Kind: escrow.Custody, Favors: escrow.ForInvestor},
		{ID: "opinion", Text: "an opinion", Kind: escrow.Once, Favors: escrow.ForInvestor, Waivable: true},
		{ID: "no law", Text: "no law against it", Kind: escrow.Absence, Favors: escrow.ForInvestor, DealWide: true},
	}
	var log []escrow.Event
	add := func(at time.Time, by escrow.PartyID, b escrow.Body) {
		log = append(log, escrow.Event{ID: escrow.EventID(fmt.Sprintf("event-%08d", len(log))), At: at.UTC(), By: by, Body: b})
	}
	at := ny("2002-11-25 10:00")
	for i := range n {
		p := escrow.PurchaseID(fmt.Sprintf("purchase-%06d", i))
		terms.Purchases = append(terms.Purchases, escrow.Purchase{ID: p, Investor: "i-" + escrow.PartyID(p), Shares: 100, DueCents: 96_00})
		add(at, agent, escrow.Observed{Condition: "signed", Purchase: p, State: escrow.Met})
		add(at, agent, wired(string(p), "i-"+escrow.PartyID(p), p, 96_00))
		add(at, agent, escrow.CertificateReceived{Certificate: "C-" + string(p), Purchase: p, Holder: "i-" + escrow.PartyID(p), Shares: 100})
		add(at, "i-"+escrow.PartyID(p), escrow.Waive{Condition: "opinion", Purchase: p, Signed: true})
	}
	for i := range n {
		add(ny("2002-11-26 10:00"), agent, escrow.Release{Purchases: []escrow.PurchaseID{terms.Purchases[i].ID}})
	}
	return terms, log
}

// 47: ten thousand purchases and fifty thousand events.
func TestBigLog(t *testing.T) {
	terms, log := bigLog(10_000)
	deal, decisions, err := escrow.Replay(terms, log)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range decisions {
		accepted(t, d)
	}
	if r := own(deal.Report(ny("2002-11-27 10:00"))); r.ReservedCents != 10_000*96_00 || r.HeldCents != 0 {
		t.Errorf("reserved %d, held %d", r.ReservedCents, r.HeldCents)
	}
}

func BenchmarkReplay(b *testing.B) {
	terms, log := bigLog(10_000)
	for _, part := range []struct {
		name string
		log  []escrow.Event
	}{{"all", log}, {"facts and waivers", log[:40_000]}} {
		b.Run(part.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := escrow.Replay(terms, part.log); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(part.log)), "ns/event")
		})
	}
}

// Apply takes as many pieces of memory in a deal of ten thousand purchases as in
// one of a hundred.
func TestApplyCopiesLittle(t *testing.T) {
	var pieces []float64
	for _, n := range []int{100, 10_000} {
		terms, log := bigLog(n)
		deal, _, err := escrow.Replay(terms, log[:4*n])
		if err != nil {
			t.Fatal(err)
		}
		pieces = append(pieces, testing.AllocsPerRun(20, func() {
			if _, _, err := deal.Apply(log[4*n]); err != nil {
				t.Fatal(err)
			}
		}))
	}
	if pieces[1] > pieces[0]+4 {
		t.Errorf("%v pieces of memory for a hundred purchases, %v for ten thousand", pieces[0], pieces[1])
	}
}

func BenchmarkReport(b *testing.B) {
	terms, log := bigLog(10_000)
	for _, part := range []struct {
		name string
		log  []escrow.Event
	}{{"signed", nil}, {"ready", log[:40_000]}, {"released", log}} {
		b.Run(part.name, func(b *testing.B) {
			deal, _, err := escrow.Replay(terms, part.log)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				deal.Report(ny("2002-11-27 10:00"))
			}
		})
	}
}

// BenchmarkApplyToMany is one release in a deal of ten thousand purchases.
func BenchmarkApplyToMany(b *testing.B) {
	terms, log := bigLog(10_000)
	deal, _, err := escrow.Replay(terms, log[:40_000])
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := deal.Apply(log[40_000]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkApply(b *testing.B) {
	terms, log := bigLog(1_000)
	deal, err := escrow.New(terms)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		d := deal
		for _, e := range log {
			if d, _, err = d.Apply(e); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(log)), "ns/event")
}

// BenchmarkDecodeLog reads a stored log, event by event.
func BenchmarkDecodeLog(b *testing.B) {
	_, log := bigLog(1_000)
	var stored [][]byte
	for _, e := range log {
		text, err := json.Marshal(e)
		if err != nil {
			b.Fatal(err)
		}
		stored = append(stored, text)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range stored {
			var e escrow.Event
			if err := e.UnmarshalJSON(text); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(stored)), "ns/event")
}

// BenchmarkCheckRefused is a release against which everything speaks.
func BenchmarkCheckRefused(b *testing.B) {
	deal, err := escrow.New(focus())
	if err != nil {
		b.Fatal(err)
	}
	e := escrow.Event{ID: "1", At: ny("2002-11-26 10:00"), By: agent, Body: escrow.Release{Purchases: []escrow.PurchaseID{pAlpha, pShimon}}}
	b.ReportAllocs()
	for b.Loop() {
		if d := deal.Check(e); d.Outcome != escrow.Refused {
			b.Fatal(d.Outcome)
		}
	}
}
