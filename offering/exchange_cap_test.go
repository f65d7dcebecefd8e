package offering

import (
	"fmt"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

func TestExchangeCap(t *testing.T) {
	c := ExchangeCap{Outstanding: 1_000_000, Authority: law.Citation{Cite: "Note §3(d)"}}
	holders := []CapHolder{{"A", 3}, {"B", 2}, {"C", 1}}
	// 199,900 by 3 : 2 : 1 are 99,950, 66,633 1/3 and 33,316 2/3, rounded down:
	// 1 is in nobody's part.
	l, err := c.Follow(holders, nil)
	if err != nil {
		t.Fatal(err)
	}
	wantRows := func(rows ...CapRow) {
		t.Helper()
		got := slices.Clone(l.Rows)
		for i := range got {
			if len(got[i].Why) == 0 {
				t.Errorf("%+v is not explained", got[i])
			}
			got[i].Why = nil
		}
		if text(t, got) != text(t, rows) {
			t.Errorf("%+v, want %+v", l.Rows, rows)
		}
	}
	wantRows(CapRow{"A", 3, 99_950, 0, 99_950, false, nil}, CapRow{"B", 2, 66_633, 0, 66_633, false, nil}, CapRow{"C", 1, 33_316, 0, 33_316, false, nil})
	if l.Cap != 199_900 || l.Unallocated != 1 {
		t.Errorf("%+v", l)
	}
	wantCodes(t, l.Why, "offering.exchange_cap.limit.default", "offering.exchange_cap.allocated", "offering.exchange_cap.issued")

	events := []CapEvent{
		{Kind: CapIssue, Holder: "A", Shares: 100_000},              // 50 more than A's part
		{Kind: CapTransfer, Holder: "B", To: "D", Securities: 1},    // half: 33,316 1/2, so 33,316
		{Kind: CapIssue, Holder: "D", Shares: 10_000},               // of D's 33,316
		{Kind: CapTransfer, Holder: "D", To: " B ", Securities: 1},  // all that is left: 23,316
		{Kind: CapDone, Holder: "C"},                                // 33,316 by 3 : 2 are 19,989.6 and 13,326.4
		{Kind: CapIssue, Holder: "A", Shares: 20_000},               // 19,990 are there
		{Kind: CapIssue, Holder: "B", Shares: 33_317 + 23_316 + 13}, // of 33,317 + 23,316 + 13,326
	}
	if l, err = c.Follow(holders, events); err != nil {
		t.Fatal(err)
	}
	want := []CapDecision{{99_950, 50, 0}, {0, 0, 33_316}, {10_000, 0, 0}, {0, 0, 23_316}, {0, 0, 33_316}, {19_990, 10, 0}, {56_646, 0, 0}}
	if !slices.Equal(l.Decisions, want) {
		t.Errorf("%+v, want %+v", l.Decisions, want)
	}
	wantRows(CapRow{"A", 3, 119_940, 119_940, 0, false, nil}, CapRow{"B", 2, 69_959, 56_646, 13_313, false, nil},
		CapRow{"C", 1, 0, 0, 0, true, nil}, CapRow{"D", 0, 10_000, 10_000, 0, false, nil})
	if l.Issued != 119_940+56_646+10_000 || l.Unallocated != 1 {
		t.Errorf("%+v", l)
	}
	wantCodes(t, l.Why, "offering.exchange_cap.limit.default", "offering.exchange_cap.allocated", "offering.exchange_cap.refused")
	roundTrip(t, c)
	roundTrip(t, holders)
	roundTrip(t, events)
	roundTrip(t, l)
}

func TestExchangeCapReadings(t *testing.T) {
	// What earlier deals issued counts, and approval lifts the cap.
	c := ExchangeCap{Outstanding: 1_000, Limit: exact.Fraction{Num: 20, Den: 100}, Aggregated: 50}
	l, err := c.Follow([]CapHolder{{"A", 1}}, []CapEvent{{Kind: CapIssue, Holder: "A", Shares: 200}})
	if err != nil || l.Cap != 200 || l.Issued != 150 || l.Decisions[0].Refused != 50 {
		t.Errorf("%+v, %v", l, err)
	}
	wantCodes(t, l.Why, "offering.exchange_cap.limit", "offering.exchange_cap.aggregated", "offering.exchange_cap.allocated", "offering.exchange_cap.refused")
	c.Approved = true
	l, err = c.Follow([]CapHolder{{"A", 1}}, []CapEvent{{Kind: CapIssue, Holder: "A", Shares: 200}})
	if err != nil || !l.Lifted || l.Issued != 200 || l.Rows[0].Remaining != 0 {
		t.Errorf("%+v, %v", l, err)
	}
	wantCodes(t, l.Why, "offering.exchange_cap.limit", "offering.exchange_cap.aggregated", "offering.exchange_cap.allocated",
		"offering.exchange_cap.lifted", "offering.exchange_cap.issued")
	// More issued already than the cap: nothing is left.
	c = ExchangeCap{Outstanding: 1_000, Aggregated: 500}
	if n, err := c.Shares(); err != nil || n != 0 {
		t.Errorf("%d, %v", n, err)
	}
	// The last to be done leaves what is left to nobody.
	l, err = ExchangeCap{Outstanding: 1_000}.Follow([]CapHolder{{"A", 1}}, []CapEvent{{Kind: CapDone, Holder: "A"}})
	if err != nil || l.Unallocated != 199 {
		t.Errorf("%+v, %v", l, err)
	}
}

// Caps printed in agreements, and in the table of an equity line in 2023, are
// 19.99% of some whole number of shares, rounded down: of the number found here,
// and not of one share fewer.
func TestExchangeCapPrinted(t *testing.T) {
	for _, printed := range []int64{8_727_049, 58_376_773, 5_811_638} {
		outstanding := (printed*10_000 + 1_998) / 1_999
		n, err := ExchangeCap{Outstanding: outstanding}.Shares()
		fewer, errFewer := ExchangeCap{Outstanding: outstanding - 1}.Shares()
		if err != nil || errFewer != nil || n != printed || fewer >= printed {
			t.Errorf("%d: %d and %d of %d", printed, n, fewer, outstanding)
		}
	}
}

// Whatever the events: the parts and what is in nobody's part are always the
// cap, and what is issued never passes it.
func TestExchangeCapConserves(t *testing.T) {
	for seed := range uint64(400) {
		random := source(seed + 11_000)
		c := ExchangeCap{Outstanding: 1 + random.Int64N(1_000_000), Limit: exact.Fraction{Num: 1 + random.Int64N(30), Den: 100}, Aggregated: random.Int64N(1_000)}
		holders := make([]CapHolder, 1+random.IntN(6))
		var all int64
		for i := range holders {
			holders[i] = CapHolder{fmt.Sprint("h", i), 1 + random.Int64N(1_000)}
			all += holders[i].Securities
		}
		free, err := c.Shares()
		if err != nil {
			t.Fatal(err)
		}
		var events []CapEvent
		for range 40 {
			l, err := c.Follow(holders, events)
			if err != nil {
				t.Fatal(err)
			}
			var parts, issued, securities int64
			var live []CapRow
			for i, row := range l.Rows {
				parts, issued, securities = parts+row.Allocation, issued+row.Issued, securities+row.Securities
				if row.Issued > row.Allocation || row.Remaining != row.Allocation-row.Issued || row.Remaining < 0 {
					t.Fatalf("%d: %+v", seed, row)
				}
				if len(events) == 0 { // rounded down, and not one fewer
					if whole := kernel.Part(exact.Fraction{Num: holders[i].Securities, Den: all}, free).Whole; row.Allocation != whole {
						t.Fatalf("%d: %+v, want %d", seed, row, whole)
					}
				}
				if !row.Done {
					live = append(live, row)
				}
			}
			if parts+l.Unallocated != free || issued != l.Issued || issued > free || securities != all {
				t.Fatalf("%d: %+v after %+v", seed, l, events)
			}
			if len(live) == 0 {
				break
			}
			row := live[random.IntN(len(live))]
			e := CapEvent{Kind: CapIssue, Holder: row.Holder, Shares: 1 + random.Int64N(c.Outstanding/8+1)}
			to := fmt.Sprint("h", random.IntN(9))
			done := slices.ContainsFunc(l.Rows, func(r CapRow) bool { return r.Holder == to && r.Done })
			switch random.IntN(6) {
			case 0:
				e = CapEvent{Kind: CapDone, Holder: row.Holder}
			case 1, 2:
				if row.Securities > 0 && to != row.Holder && !done {
					e = CapEvent{Kind: CapTransfer, Holder: row.Holder, To: to, Securities: 1 + random.Int64N(row.Securities)}
				}
			}
			events = append(events, e)
		}
	}
}

func TestExchangeCapRefuses(t *testing.T) {
	_, err := ExchangeCap{}.Follow(nil, nil)
	wantFaults(t, err, "outstanding", "holders")
	_, err = ExchangeCap{Outstanding: -1, Limit: exact.Fraction{Num: 2, Den: 1}, Aggregated: -1}.Follow(
		[]CapHolder{{"", 0}, {"A", 1 << 62}, {"A", 1 << 62}, {"B", -1}},
		[]CapEvent{
			{},
			{Kind: "gift", Holder: "A"},
			{Kind: CapIssue, Holder: "A", To: "B", Securities: 1},
			{Kind: CapTransfer, Holder: "A", Shares: 1},
			{Kind: CapTransfer, Holder: "A", To: "A ", Securities: 1},
		})
	wantFaults(t, err, "outstanding", "limit.num", "aggregated", "holders[0].holder", "holders[0].securities", "holders[2].holder",
		"holders[2].securities", "holders[3].securities", "events[0].kind", "events[0].holder", "events[1].kind", "events[2].shares",
		"events[2].to", "events[2].securities", "events[3].shares", "events[3].securities", "events[3].to", "events[4].to")
	_, err = ExchangeCap{}.Shares()
	wantFaults(t, err, "outstanding")
	c, holders := ExchangeCap{Outstanding: 1_000}, []CapHolder{{"A", 2}, {"B", 2}}
	for _, tt := range []struct {
		kind   error
		field  string
		events []CapEvent
	}{
		{law.ErrInvalid, "events[0].holder", []CapEvent{{Kind: CapDone, Holder: "C"}}},
		{law.ErrConflict, "events[1].holder", []CapEvent{{Kind: CapDone, Holder: "A"}, {Kind: CapDone, Holder: "A"}}},
		{law.ErrConflict, "events[1].to", []CapEvent{{Kind: CapDone, Holder: "A"}, {Kind: CapTransfer, Holder: "B", To: "A", Securities: 1}}},
		{law.ErrRange, "events[0].securities", []CapEvent{{Kind: CapTransfer, Holder: "B", To: "A", Securities: 3}}},
		{law.ErrInvalid, "events[0].to", []CapEvent{{Kind: CapTransfer, Holder: "B", To: "\xff", Securities: 1}}},
	} {
		_, err := c.Follow(holders, tt.events)
		wantFault(t, err, tt.kind, tt.field)
	}
	c.Approved = true
	_, err = c.Follow(holders, []CapEvent{{Kind: CapIssue, Holder: "A", Shares: 1 << 62}, {Kind: CapIssue, Holder: "B", Shares: 1 << 62}})
	wantFault(t, err, law.ErrRange, "events[1].shares")
	// As many shares as an int64 counts may be issued, and no more.
	most := []CapEvent{{Kind: CapIssue, Holder: "A", Shares: NoMaximum - 1}, {Kind: CapIssue, Holder: "B", Shares: 1}}
	if l, err := c.Follow(holders, most); err != nil || l.Issued != NoMaximum {
		t.Errorf("%d issued, %v", l.Issued, err)
	}
	_, err = c.Follow(holders, append(most, CapEvent{Kind: CapIssue, Holder: "B", Shares: 1}))
	wantFault(t, err, law.ErrRange, "events[2].shares")
	many := make([]CapHolder, MaxCapHolders+1)
	for i := range many {
		many[i] = CapHolder{fmt.Sprint(i), 1}
	}
	_, err = c.Follow(many, nil)
	wantFault(t, err, law.ErrRange, "holders")
	_, err = c.Follow(many[:MaxCapHolders], []CapEvent{{Kind: CapTransfer, Holder: "1", To: "new", Securities: 1}})
	wantFault(t, err, law.ErrRange, "events[0].to")
}
