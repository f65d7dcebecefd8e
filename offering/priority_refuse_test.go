package offering

import (
	"math"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// The whole lots in the total are a least number that can be reached; a book that
// does not reach it entitles nobody to anything.
func TestPriorityLeastInLots(t *testing.T) {
	p := Priority{Total: 105, Lot: 10, Least: 100}
	f, err := p.Fill(demandsOf(Demand{Units: 60}, Demand{Units: 70}))
	if err != nil || f.Void || f.Filled != 100 || f.Left != 5 {
		t.Errorf("%+v, %v", f, err)
	}
	f, err = p.Fill(demandsOf(Demand{Units: 60, Guaranteed: 20}, Demand{Units: 39}))
	if err != nil || !f.Void || f.Fillable != 90 {
		t.Fatalf("%+v, %v", f, err)
	}
	// Nothing is taken, so that all whole lots are there before and after the tier.
	if tier := f.Tiers[0]; tier.Available != 100 || tier.Left != 100 || tier.Filled != 0 || tier.Unfilled != 99 {
		t.Errorf("%+v", tier)
	}
	for _, row := range f.Rows {
		if row.Entitlement != (exact.Mixed{Den: 1}) || row.Units != 0 {
			t.Errorf("%+v", row)
		}
	}
	roundTrip(t, f)
}

func TestPriorityRefuses(t *testing.T) {
	one := demandsOf(Demand{Units: 5})
	tests := []struct {
		name     string
		priority Priority
		demands  []Demand
		kind     error
		fields   []string
	}{
		{"words", Priority{Total: 1, Within: "x"}, one, law.ErrInvalid, []string{"within"}},
		{"a word for last", Priority{Total: 1, Within: FirstCome, Last: "x"}, one, law.ErrInvalid, []string{"last"}},
		{"a word for method", Priority{Total: 1, Method: "x"}, one, law.ErrInvalid, []string{"method"}},
		{"last pro rata", Priority{Total: 1, Last: LastSkip}, one, law.ErrConflict, []string{"last"}},
		{"a method first come", Priority{Total: 1, Within: FirstCome, Method: Webster}, one, law.ErrConflict, []string{"method"}},
		{"below zero", Priority{Total: -1, Lot: -1, Least: -1}, one, law.ErrRange, []string{"total", "lot", "least"}},
		{"least above total", Priority{Total: 1, Least: 2}, one, law.ErrConflict, []string{"least"}},
		{"least above the whole lots", Priority{Total: 105, Lot: 10, Least: 101}, one, law.ErrConflict, []string{"least"}},
		{"nobody", Priority{Total: 1}, nil, law.ErrMissing, []string{"demands"}},
		{"nothing asked", Priority{Total: 1}, []Demand{{}}, law.ErrMissing, []string{"demands[0].holder", "demands[0].units"}},
		{"rows below zero", Priority{Total: 1}, demandsOf(Demand{Units: -1, Tier: -1, Guaranteed: -1, Minimum: -1}), law.ErrRange, []string{"demands[0].units", "demands[0].tier", "demands[0].guaranteed", "demands[0].minimum"}},
		{"a tier left out", Priority{Total: 1}, demandsOf(Demand{Units: 1, Tier: 2}, Demand{Units: 1}), law.ErrMissing, []string{"demands[1].tier"}},
		{"more guaranteed than asked", Priority{Total: 9}, demandsOf(Demand{Units: 5, Guaranteed: 6}), law.ErrConflict, []string{"demands[0].guaranteed"}},
		{"more at least than asked", Priority{Total: 9}, demandsOf(Demand{Units: 5, Minimum: 6}), law.ErrConflict, []string{"demands[0].minimum"}},
		{"both", Priority{Total: 9}, demandsOf(Demand{Units: 5, Minimum: 1, Guaranteed: 1}), law.ErrConflict, []string{"demands[0].guaranteed"}},
		{"no lot between", Priority{Total: 999, Lot: 100}, demandsOf(Demand{Units: 150, Guaranteed: 120}), law.ErrConflict, []string{"demands[0].guaranteed"}},
		{"guaranteed above total", Priority{Total: 9}, demandsOf(Demand{Units: 5, Guaranteed: 5}, Demand{Units: 5, Guaranteed: 5}), law.ErrConflict, []string{"demands[1].guaranteed"}},
		{"guaranteed of nothing", Priority{}, demandsOf(Demand{Units: 5, Guaranteed: 1}), law.ErrConflict, []string{"demands[0].guaranteed"}},
		{"guaranteed, and units left out", Priority{Total: 9}, demandsOf(Demand{Guaranteed: 6}), law.ErrMissing, []string{"demands[0].units"}},
		{"a minimum, and units left out", Priority{Total: 9}, demandsOf(Demand{Minimum: 6}), law.ErrMissing, []string{"demands[0].units"}},
		{"demands past int64", Priority{Total: 9}, demandsOf(Demand{Units: math.MaxInt64}, Demand{Units: 1}, Demand{Units: 1}), law.ErrRange, []string{"demands[1].units"}},
		{"a name twice", Priority{Total: 9}, []Demand{{Holder: "A", Units: 1}, {Holder: "A", Units: 1}}, law.ErrDuplicate, []string{"demands[1].holder"}},
	}
	for _, tt := range tests {
		got, err := tt.priority.Fill(tt.demands)
		if err == nil || got.Rows != nil {
			t.Errorf("%s: answered %+v", tt.name, got)
			continue
		}
		wantFaults(t, err, slices.Clone(tt.fields)...)
		wantFault(t, err, tt.kind, tt.fields[0])
	}
	// A least number above the total is above it, whatever the lots.
	for _, tt := range []struct {
		p    Priority
		want string
	}{
		{Priority{Total: 1, Least: 2}, "least: 2 is more than the total of 1"},
		{Priority{Least: 5}, "least: 5 is more than the total of 0"},
		{Priority{Total: 105, Lot: 10, Least: 106}, "least: 106 is more than the total of 105"},
		{Priority{Total: 105, Lot: 10, Least: 105}, "least: 105 is more than the whole lots of 10 in the total of 105, and so no demands could reach it"},
	} {
		if _, err := tt.p.Fill(one); err == nil || err.Error() != tt.want {
			t.Errorf("%+v: %v", tt.p, err)
		}
	}
	_, err := Priority{Total: 1}.Tabulate(make([]Demand, 5000))
	if faults := allFaults(t, err); len(faults) != 2*check.MostRows+1 {
		t.Errorf("%d faults", len(faults))
	}
}
