package offering

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// dealt lists what the rows of a dealing got.
func dealt(d dealing, rows int) []int64 {
	got := make([]int64, rows)
	for i := range got {
		got[i] = d.got(i)
	}
	return got
}

// A dealing against the division that it explains, with caps, keys and neither.
func TestDealAgainstReference(t *testing.T) {
	for seed := range uint64(600) {
		random := source(seed + 31_000)
		n := 1 + random.IntN(8)
		weights, caps, keys := make([]int64, n), make([]int64, n), make([]int64, n)
		for i := range weights {
			weights[i], caps[i], keys[i] = 1+random.Int64N(4), random.Int64N(9), random.Int64N(3)
		}
		total := random.Int64N(30)
		if seed%2 == 0 {
			caps = nil
		}
		if seed%3 == 0 {
			keys = nil
		}
		d := deal(total, weights, caps, keys)
		want := make([]int64, n)
		left, err := LargestRemainder.ApportionWithin(want, total, weights, Limits{Maximums: caps, Ties: keys})
		if err != nil || !slices.Equal(dealt(d, n), want) || d.sum() != total-left {
			t.Fatalf("%d: %v, want %v, %v", seed, dealt(d, n), want, err)
		}
		for i := range weights {
			text := d.because(i, "share")
			if capped := strings.Contains(text, "as it asks for"); capped && want[i] != caps[i] {
				t.Fatalf("%d: row %d has %d of %d and says %s", seed, i, want[i], caps[i], text)
			}
		}
	}
}

func TestDealSaysWhoGotTheOddUnit(t *testing.T) {
	weights := []int64{3, 3, 3, 1}
	// 5 by 3 : 3 : 3 : 1 are 1 1/2 three times and 1/2: two odd units and four equal fractions.
	d := deal(5, weights, nil, nil)
	if !slices.Equal(dealt(d, 4), []int64{2, 2, 1, 0}) {
		t.Fatal(dealt(d, 4))
	}
	for i, want := range []string{
		"pro rata that is 1 1/2 shares, and its fraction is among the 2 largest, which take the 2 odd shares",
		"pro rata that is 1 1/2 shares, and its fraction is among the 2 largest, which take the 2 odd shares",
		"pro rata that is 1 1/2 shares, and earlier rows with the same fraction take the last of the 2 odd shares",
		"pro rata that is 1/2 of a share, and earlier rows with the same fraction take the last of the 2 odd shares",
	} {
		if got := d.because(i, "share"); got != want {
			t.Errorf("row %d: %s", i, got)
		}
	}
	d = deal(5, weights, nil, []int64{4, 3, 2, 1})
	if !slices.Equal(dealt(d, 4), []int64{1, 1, 2, 1}) {
		t.Fatal(dealt(d, 4))
	}
	if got := d.because(0, "share"); got != "pro rata that is 1 1/2 shares, and rows with the same fraction and a smaller tie key take the last of the 2 odd shares" {
		t.Error(got)
	}
	d = deal(9, weights, []int64{1, 9, 9, 9}, nil)
	if got := d.because(0, "share"); d.got(0) != 1 || got != "pro rata that is as many as it asks for, or more" {
		t.Error(d.got(0), got)
	}
}

// With a key of its own in each row the order of the list has no bearing.
func TestTieKeysMakeTheOrderOfTheListIrrelevant(t *testing.T) {
	const n = 7
	// Each question is asked of rows in some order; the answer is by name.
	questions := map[string]func(order []int, keys []int64) (map[string]int64, error){
		"tender": func(order []int, keys []int64) (map[string]int64, error) {
			var rows []Tendered
			for _, i := range order {
				rows = append(rows, Tendered{Holder: fmt.Sprint(i), Shares: 100})
			}
			p, err := Tender{Sought: 400, Ties: keys}.Prorate(rows)
			got := map[string]int64{}
			for _, row := range p.Rows {
				got[row.Holder] = row.Accepted
			}
			roundTrip(t, p)
			return got, err
		},
		"rights": func(order []int, keys []int64) (map[string]int64, error) {
			var rows []Subscriber
			for _, i := range order {
				rows = append(rows, Subscriber{fmt.Sprint(i), 10, 9})
			}
			s, err := RightsOffering{New: 1, Old: 5, Shares: 40, Ties: keys}.Allocate(rows)
			got := map[string]int64{}
			for _, row := range s.Rows {
				got[row.Holder] = row.Shares
			}
			roundTrip(t, s)
			return got, err
		},
		"rights cut back": func(order []int, keys []int64) (map[string]int64, error) {
			var rows []Subscriber
			for _, i := range order {
				rows = append(rows, Subscriber{fmt.Sprint(i), 10, 2})
			}
			s, err := RightsOffering{New: 1, Old: 5, Shares: 10, Ties: keys}.Allocate(rows)
			got := map[string]int64{}
			for _, row := range s.Rows {
				got[row.Holder] = row.Shares
			}
			return got, err
		},
		"participation": func(order []int, keys []int64) (map[string]int64, error) {
			var rows []Participant
			for _, i := range order {
				rows = append(rows, Participant{fmt.Sprint(i), 10, Accepts, 50})
			}
			p, err := PreemptiveRight{Round: 100, Part: exact.Fraction{Num: 1, Den: 2}, OverAllotment: true, Ties: keys}.Allocate(rows)
			got := map[string]int64{}
			for _, row := range p.Rows {
				got[row.Holder] = row.Taken + row.Over
			}
			roundTrip(t, p)
			return got, err
		},
		"underwriting": func(order []int, keys []int64) (map[string]int64, error) {
			rows := []Underwriter{{"out", 10, 10}}
			for _, i := range order {
				rows = append(rows, Underwriter{fmt.Sprint(i), 100, 0})
			}
			if keys != nil {
				keys = append([]int64{-1}, keys...)
			}
			s, err := Underwriting{Ties: keys}.Substitute(rows)
			got := map[string]int64{}
			for _, row := range s.Rows {
				got[row.Name] = row.Added
			}
			roundTrip(t, s)
			return got, err
		},
		"over allotment": func(order []int, keys []int64) (map[string]int64, error) {
			var rows []Indication
			for _, i := range order {
				rows = append(rows, Indication{fmt.Sprint(i), 100})
			}
			o, err := OverAllotment{Base: 100, Percent: dec("15"), Ties: keys}.Allot(rows)
			got := map[string]int64{}
			for _, row := range o.Rows {
				got[row.Investor] = row.Shares
			}
			roundTrip(t, o)
			return got, err
		},
	}
	for name, ask := range questions {
		order := []int{0, 1, 2, 3, 4, 5, 6}
		keyOf := []int64{30, 10, 70, 20, 60, 50, 40}
		keysIn := func(order []int) (keys []int64) {
			for _, i := range order {
				keys = append(keys, keyOf[i])
			}
			return keys
		}
		first, err := ask(order, keysIn(order))
		if err != nil {
			t.Fatal(name, err)
		}
		unkeyed, _ := ask(order, nil)
		moved := false
		for seed := range uint64(20) {
			source(seed).Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
			got, err := ask(order, keysIn(order))
			if err != nil || fmt.Sprint(got) != fmt.Sprint(first) {
				t.Fatalf("%s: in the order %v %v, before %v, %v", name, order, got, first, err)
			}
			plain, _ := ask(order, nil)
			moved = moved || fmt.Sprint(plain) != fmt.Sprint(unkeyed)
		}
		if !moved {
			t.Errorf("%s: no row was ever tied, so that nothing is shown", name)
		}
		// A key too few is refused, and nothing else is.
		_, err = ask(order, keysIn(order)[1:])
		wantFaults(t, err, "ties")
		wantFault(t, err, law.ErrInvalid, "ties")
	}
}

// A tender without the sentences is the same but for them.
func TestTenderTabulateAgrees(t *testing.T) {
	for seed := range uint64(50) {
		rows, sum := tenders(seed, 12, true)
		terms := Tender{Sought: 1 + sum/2, OddLots: 100, Seed: "s"}
		explained, err := terms.Prorate(rows)
		if err != nil {
			t.Fatal(err)
		}
		plain, err := terms.Tabulate(rows)
		if err != nil || plain.Why != nil {
			t.Fatalf("%+v, %v", plain, err)
		}
		explained.Why = nil
		for i := range explained.Rows {
			if len(explained.Rows[i].Why) != 1 {
				t.Fatalf("row %d says %q", i, explained.Rows[i].Why)
			}
			explained.Rows[i].Why = nil
		}
		if text(t, explained) != text(t, plain) {
			t.Fatalf("%+v\n%+v", explained, plain)
		}
	}
	_, err := Tender{}.Tabulate(nil)
	wantFaults(t, err, "sought", "tenders")
}

// Rows say who got the odd share, and why.
func TestRowsExplainThemselves(t *testing.T) {
	authority := law.Citation{Cite: "§7"}
	p, err := Tender{Sought: 200, OddLots: 100, Seed: "s", Authority: authority}.Prorate([]Tendered{
		{Holder: "A", Shares: 50, Owned: 50},
		{Holder: "B", Shares: 100},
		{Holder: "C", Shares: 100},
		{Holder: "D", Shares: 200},
		{Holder: "E", Shares: 200, Minimum: 150},
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{
		"1. All of the 50 shares tendered are bought first, because they are an odd lot. [§7]",
		"1. Of the 100 shares tendered 38 are bought: pro rata that is 37 1/2 shares, and its fraction is the largest, which takes the one odd share. [§7]",
		"", "",
		"1. Nothing is bought, because it would be less than the minimum of 150 shares. [§7]",
	} {
		if got := p.Rows[i].Why.String(); want != "" && got != want {
			t.Errorf("tender: %s", got)
		}
		if codes := p.Rows[i].Why.Codes(); !slices.Equal(codes, []law.Code{tenderCodes()[p.Rows[i].Treatment]}) {
			t.Errorf("%q", codes)
		}
	}
	s, err := RightsOffering{New: 1, Old: 4, Shares: 100, Authority: authority}.Allocate([]Subscriber{{"A", 103, 45}, {"B", 200, 50}, {"C", 96, 124}, {"D", 1, 1}})
	if err != nil {
		t.Fatal(err)
	}
	const rights = "1. The basic privilege is 25 shares, from 25 3/4 shares, and takes 25 of the 45 asked for. [§7]\n" +
		"2. Of the 20 more asked for it gets 1 of what is left: pro rata that is 25/49 of a share, and its fraction is the largest, which takes the one odd share. [§7]"
	if got := s.Rows[0].Why.String(); got != rights {
		t.Errorf("rights: %s", got)
	}
	u, err := Underwriting{Authority: authority}.Substitute([]Underwriter{{"A", 100, 0}, {"B", 100, 0}, {"C", 15, 15}})
	if err != nil || u.Rows[1].Why.String() != "1. It takes up 7 of the 15 shares defaulted on: pro rata that is 7 1/2 shares, "+
		"and an earlier row with the same fraction takes the one odd share. [§7]" ||
		u.Rows[2].Why.String() != "1. It buys 0 shares of its commitment, and takes up none. [§7]" {
		t.Errorf("%v\n%+v", err, u.Rows)
	}
	sold, err := Split{New: 1, Old: 3, Fractions: FractionsSold, Level: PerHolder, Proceeds: dec("10.01"), Authority: authority}.Apply(
		[]SplitPosition{{Holder: "A", Shares: 4}, {Holder: "B", Shares: 7}, {Holder: "C", Shares: 9}})
	if err != nil || sold.Rows[0].Why.String() != "1. 4 shares become 1 1/3 shares, of which 1/3 of a share is sold with the others for $5.01: "+
		"pro rata that is $5.00 and 1/2 of a cent, and its fraction is the largest, which takes the one odd cent. [§7]" ||
		sold.Rows[2].Why.String() != "1. 9 shares become 3 shares. [§7]" {
		t.Errorf("%v\n%+v", err, sold.Rows)
	}
	for fractions, want := range map[Fractions]string{
		FractionsUp:   "1. 4 shares become 1 1/3 shares, rounded up 2. [§7]",
		FractionsDown: "1. 4 shares become 1 1/3 shares, rounded down 1. [§7]",
		FractionsCash: "1. 4 shares become 1 1/3 shares, of which 1/3 of a share is paid with 0.33. [§7]",
	} {
		split := Split{New: 1, Old: 3, Fractions: fractions, Level: PerHolder, Authority: authority}
		if fractions == FractionsCash {
			split.Price = dec("1")
		}
		r, err := split.Apply([]SplitPosition{{Holder: "A", Shares: 4}})
		if err != nil || r.Rows[0].Why.String() != want {
			t.Errorf("%v\n%+v", err, r.Rows)
		}
	}
	r, err := PreemptiveRight{Round: 100, Part: exact.Fraction{Num: 1, Den: 2}, OverAllotment: true, Authority: authority}.Allocate(
		[]Participant{{"A", 3, Accepts, 50}, {"B", 3, Accepts, 5}, {"C", 2, "", 0}})
	const participation = "1. Its right is 19: pro rata that is 18 3/4 units, and its fraction is among the 2 largest, which take the 2 odd units. [§7]\n" +
		"2. It takes 19 of its right. [§7]\n" +
		"3. Of the 31 more wanted it takes 26 of what others declined: pro rata that is 26 units exactly. [§7]"
	if err != nil || r.Rows[0].Why.String() != participation || !r.Rows[2].Why.Has("offering.participation.row.silent") {
		t.Errorf("%v\n%+v", err, r.Rows)
	}
	l, err := ExchangeCap{Outstanding: 100, Limit: exact.Fraction{Num: 1, Den: 10}, Authority: authority}.Follow([]CapHolder{{"A", 2}, {"B", 1}},
		[]CapEvent{{Kind: CapTransfer, Holder: "A", To: "C", Securities: 1}})
	if err != nil || l.Rows[0].Why.String() != "1. Its 2 of 3 securities are 6 2/3 shares of the 10 to be had: 6, rounded down so that the parts never exceed the cap. [§7]\n"+
		"2. Transfers and holders who are done, whose odd shares go to the largest fractions, make it 3 now. [§7]" ||
		len(l.Rows[1].Why) != 1 || !l.Rows[2].Why.Has("offering.exchange_cap.row.transferee") {
		t.Errorf("%v\n%+v", err, l.Rows)
	}
}
