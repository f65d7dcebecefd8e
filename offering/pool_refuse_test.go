package offering

import (
	"math"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

func TestPoolRefuses(t *testing.T) {
	tests := []struct {
		name   string
		pool   Pool
		claims []Claim
		kind   error
		fields []string
	}{
		{"words", Pool{Total: 1, Method: "x", Minimums: "y"}, claimsOf(1), law.ErrInvalid, []string{"method", "minimums"}},
		{"below zero", Pool{Total: -1, Lot: -1}, claimsOf(1), law.ErrRange, []string{"total", "lot"}},
		{"no claims", Pool{Total: 1}, nil, law.ErrMissing, []string{"claims"}},
		{"no name", Pool{Total: 1}, []Claim{{Weight: 1}}, law.ErrMissing, []string{"claims[0].holder"}},
		{"a name twice", Pool{Total: 1}, []Claim{{Holder: "A"}, {Holder: " A"}}, law.ErrDuplicate, []string{"claims[1].holder"}},
		{
			"rows below zero",
			Pool{Total: 1},
			[]Claim{{Holder: "A", Weight: -1, Minimum: -1, Maximum: -1, Lot: -1}},
			law.ErrRange,
			[]string{"claims[0].weight", "claims[0].minimum", "claims[0].maximum", "claims[0].lot"},
		},
		{"not capped", Pool{Total: 1}, []Claim{{Holder: "A", Maximum: 5}}, law.ErrConflict, []string{"claims[0].maximum"}},
		{"two lots", Pool{Total: 1, Lot: 10}, []Claim{{Holder: "A", Lot: 5}}, law.ErrConflict, []string{"claims[0].lot"}},
		{"minimum above maximum", Pool{Total: 9}, []Claim{{Holder: "A", Minimum: 5, Maximum: 4, Capped: true}}, law.ErrConflict, []string{"claims[0].minimum"}},
		{"no lot between", Pool{Total: 999, Lot: 100}, []Claim{{Holder: "A", Minimum: 101, Maximum: 199, Capped: true}}, law.ErrConflict, []string{"claims[0].minimum"}},
		{"no lot at all", Pool{Total: 9}, []Claim{{Holder: "A", Minimum: math.MaxInt64, Lot: 1000}}, law.ErrConflict, []string{"claims[0].minimum"}},
		{"minimum above weight", Pool{Total: 9, Minimums: MinimumsThenExcess}, []Claim{{Holder: "A", Weight: 4, Minimum: 5}}, law.ErrConflict, []string{"claims[0].minimum"}},
		{"minimums above total", Pool{Total: 9}, []Claim{{Holder: "A", Minimum: 5}, {Holder: "B", Minimum: 5}}, law.ErrConflict, []string{"claims[1].minimum"}},
		{"minimums in lots above total", Pool{Total: 299, Lot: 100}, []Claim{{Holder: "A", Minimum: 101}, {Holder: "B", Minimum: 1}}, law.ErrConflict, []string{"claims[1].minimum"}},
		{"weights past int64", Pool{Total: 9}, claimsOf(math.MaxInt64, 1, 1), law.ErrRange, []string{"claims[1].weight"}},
	}
	for _, tt := range tests {
		got, err := tt.pool.Allot(tt.claims)
		if err == nil || got.Rows != nil {
			t.Errorf("%s: answered %+v", tt.name, got)
			continue
		}
		wantFaults(t, err, slices.Clone(tt.fields)...)
		wantFault(t, err, tt.kind, tt.fields[0])
	}
	// A hundred faulty claims are all named, and one more is counted.
	_, err := Pool{Total: 1}.Tabulate(make([]Claim, check.MostRows))
	if faults := allFaults(t, err); len(faults) != check.MostRows {
		t.Errorf("%d faults", len(faults))
	}
	_, err = Pool{Total: 1}.Tabulate(make([]Claim, check.MostRows+1))
	if faults := allFaults(t, err); len(faults) != check.MostRows+1 || faults[check.MostRows].Problem != "has 1 more faulty row" {
		t.Errorf("%d faults: %v", len(faults), err)
	}
	_, err = Pool{Total: 1}.Tabulate(make([]Claim, 5000))
	if faults := allFaults(t, err); len(faults) != check.MostRows+1 {
		t.Errorf("%d faults", len(faults))
	}
}

// The largest int64 is a multiple of 7 and not of 8: a minimum just under it counts
// up to a whole lot of 7, and to none of 8.
func TestPoolMinimumUpToTheLargestLot(t *testing.T) {
	claim := Claim{Holder: "A", Weight: 1, Minimum: math.MaxInt64 - 3, Lot: 7}
	got, err := Pool{Total: math.MaxInt64}.Allot([]Claim{claim})
	if err != nil || got.Rows[0].Units != math.MaxInt64 {
		t.Errorf("%+v, %v", got, err)
	}
	claim.Lot = 8
	_, err = Pool{Total: math.MaxInt64}.Allot([]Claim{claim})
	wantFaults(t, err, "claims[0].minimum")
	wantFault(t, err, law.ErrConflict, "claims[0].minimum")
}
