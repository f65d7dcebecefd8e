package offering

import (
	"encoding/json"
	"runtime"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// Text that is not UTF-8 does not survive JSON, so that no input may hold any.
func TestRefusesTextThatJSONLoses(t *testing.T) {
	const bad = "a\xff"
	tests := map[string]func() error{
		"orders[0].investor": func() error {
			_, err := Closings{Amount: dec("1")}.Close(RunningTotal{}, []ClosingOrder{{Investor: bad, Amount: dec("1")}})
			return err
		},
		"fees[0].payee": func() error {
			_, err := Waterfall{Fees: []Fee{{Payee: bad, Basis: Fixed, Amount: dec("1")}}}.Pay(dec("100"), 0)
			return err
		},
		"voters[0].class": func() error {
			_, err := Resolution{Thresholds: []Threshold{{Majority: SimpleMajority()}}}.Count([]Voter{{Holder: "A", Class: bad, Votes: 1}})
			return err
		},
		"thresholds[0].class": func() error {
			_, err := Resolution{Thresholds: []Threshold{{Majority: SimpleMajority(), Class: bad}}}.Count([]Voter{{Holder: "A", Votes: 1}})
			return err
		},
		"seed": func() error {
			_, err := Tender{Sought: 1, Seed: bad}.Prorate([]Tendered{{Holder: "A", Shares: 1}})
			return err
		},
		"entrants[0].id": func() error {
			_, err := Lottery{Seed: "s"}.Draw(1, []Entrant{{ID: bad}})
			return err
		},
		"positions[0].certificate": func() error {
			_, err := Split{New: 1, Old: 2, Fractions: FractionsDown, Level: PerHolder}.Apply([]SplitPosition{{Holder: "A", Shares: 1, Certificate: bad}})
			return err
		},
		"events[0].to": func() error {
			_, err := ExchangeCap{Outstanding: 100}.Follow([]CapHolder{{"A", 1}}, []CapEvent{{Kind: CapTransfer, Holder: "A", To: bad, Securities: 1}})
			return err
		},
		"orders[0].investor of a book": func() error {
			_, err := Allocate(Terms{Price: dec("1")}, []Order{{Investor: bad, Amount: dec("1")}})
			return err
		},
		"references[0].name": func() error {
			_, err := MarketPrice{References: []Reference{one(bad, "1", "100")}, Increment: dec("1")}.Set()
			return err
		},
	}
	for field, ask := range tests {
		field, _, _ = strings.Cut(field, " ")
		err := ask()
		wantFaults(t, err, field)
		wantFault(t, err, law.ErrInvalid, field)
	}
}

// A number with too many digits is refused before it is made one, wherever it
// stands: the fault is that of its length, and little is allocated for it.
func TestHostileDigitsInJSON(t *testing.T) {
	many := strings.Repeat("7", 1_000_000)
	for _, c := range []struct {
		name, data string
		into       json.Unmarshaler
		fields     []string
	}{
		{"a number", `{"price":` + many + `}`, &Terms{}, []string{"price"}},
		{"a string", `{"price":"-` + many + `"}`, &Terms{}, []string{"price"}},
		{"decimals", `{"price":0.` + many + `,"amount":"1.` + many + `e-3"}`, &Terms{}, []string{"price", "amount"}},
		{"a list", `{"references":[{"name":"A","prices":["1","` + many + `"]}]}`, &MarketPrice{}, []string{"references[0].prices[1]"}},
		{"shares", `{"investor":"A","shares":` + many + `}`, &Covered{}, []string{"shares"}},
		{"one too many", `{"price":` + many[:exact.MaxDigits+1] + `}`, &Terms{}, []string{"price"}},
		{"the most", `{"price":` + many[:exact.MaxDigits] + `e-18,"amount":"000` + many[:exact.MaxDigits-2] + `.00"}`, &Terms{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := []byte(c.data)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := c.into.UnmarshalJSON(data)
			runtime.ReadMemStats(&after)
			if got := after.TotalAlloc - before.TotalAlloc; got > uint64(3*len(data)+10_000) {
				t.Errorf("%d bytes are allocated for %d", got, len(data))
			}
			wantFaults(t, err, c.fields...)
			for _, field := range c.fields {
				wantFault(t, err, law.ErrRange, field)
			}
			if err != nil && !strings.HasSuffix(err.Error(), "has more than 38 digits") {
				t.Errorf("%.200s", err)
			}
		})
	}
}

// An empty list is JSON's null and comes back as none: the two are one answer.
func TestEmptyListsAreNone(t *testing.T) {
	one, err := Pool{}.Allot([]Claim{})
	if err != nil {
		t.Fatal(err)
	}
	other, err := Pool{}.Allot(nil)
	if err != nil || text(t, one) != text(t, other) {
		t.Errorf("%s\n%s, %v", text(t, one), text(t, other), err)
	}
	roundTrip(t, one)
	for _, limits := range []Limits{{}, {Minimums: []int64{}}, {Maximums: []int64{}}, {Ties: []int64{}}} {
		got := make([]int64, 2)
		if _, err := LargestRemainder.ApportionWithin(got, 3, []int64{1, 2}, limits); err != nil || got[1] != 2 {
			t.Errorf("%v: %v, %v", limits, got, err)
		}
	}
}
