package offering

import (
	"fmt"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

func TestUnderwriterDefault(t *testing.T) {
	// Five underwriters of 530,000 shares each, as printed for an offering of
	// 2,650,000 shares in June 2024.
	five := func(defaulted int64) []Underwriter {
		return []Underwriter{{"MS", 530_000, 0}, {"BofA", 530_000, 0}, {"JPM", 530_000, 0}, {"RBC", 530_000, defaulted}, {"WF", 530_000, 0}}
	}
	tests := []struct {
		name     string
		terms    Underwriting
		rows     []Underwriter
		outcome  DefaultOutcome
		added    []int64
		unplaced int64
		code     law.Code
	}{
		{"nobody", Underwriting{}, five(0), NoDefault, []int64{0, 0, 0, 0, 0}, 0, "offering.default.none"},
		// 530,000 of 2,650,000 is 20%.
		{"one of five", Underwriting{}, five(530_000), MayTerminate, []int64{0, 0, 0, 0, 0}, 530_000, "offering.default.over"},
		// With a fifth allowed, the four others take 132,500 each.
		{
			"one of five, a fifth allowed",
			Underwriting{Limit: exact.Fraction{Num: 1, Den: 5}},
			five(530_000), TakenUp,
			[]int64{132_500, 132_500, 132_500, 0, 132_500},
			0, "offering.default.taken_up",
		},
		// Exactly a tenth is still taken up, one share more is not.
		{"exactly a tenth", Underwriting{}, five(265_000), TakenUp, []int64{66_250, 66_250, 66_250, 0, 66_250}, 0, "offering.default.taken_up"},
		{"a share more", Underwriting{}, five(265_001), MayTerminate, []int64{0, 0, 0, 0, 0}, 265_001, "offering.default.over"},
		// 100 over commitments of 600 and 300: 66 2/3 and 33 1/3.
		{
			"in proportion",
			Underwriting{Limit: exact.Fraction{Num: 10, Den: 100}},
			[]Underwriter{{"A", 600, 0}, {"B", 300, 0}, {"C", 100, 100}},
			TakenUp,
			[]int64{67, 33, 0},
			0, "offering.default.taken_up",
		},
		// All of it may be defaulted on, but nobody is left who has not.
		{"everyone", Underwriting{Limit: exact.Fraction{Num: 1, Den: 1}}, []Underwriter{{"A", 60, 60}, {"B", 40, 1}}, MayTerminate, []int64{0, 0}, 61, "offering.default.nobody"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := tt.terms.Substitute(tt.rows)
			if err != nil {
				t.Fatal(err)
			}
			if s.Outcome != tt.outcome || s.Unplaced != tt.unplaced {
				t.Errorf("%s, %d unplaced", s.Outcome, s.Unplaced)
			}
			for i, row := range s.Rows {
				if row.Added != tt.added[i] || row.Kept != tt.rows[i].Shares-tt.rows[i].Defaulted || row.Shares != row.Kept+row.Added {
					t.Errorf("row %d: %+v", i, row)
				}
			}
			reading := law.Code("offering.default.limit")
			if tt.terms.Limit == (exact.Fraction{}) {
				reading += ".default"
			}
			wantCodes(t, s.Why, reading, tt.code)
			roundTrip(t, tt.terms)
			roundTrip(t, tt.rows)
			roundTrip(t, s)
		})
	}
}

// Every share is bought by somebody or unplaced, and the outcome turns on one
// comparison.
func TestUnderwriterDefaultProperties(t *testing.T) {
	for seed := range uint64(500) {
		random := source(seed + 8_000)
		rows := make([]Underwriter, 1+random.IntN(12))
		var shares, defaulted int64
		weights := make([]int64, len(rows))
		for i := range rows {
			rows[i] = Underwriter{Name: fmt.Sprint(i), Shares: 1 + random.Int64N(10_000)}
			if random.IntN(6) == 0 {
				rows[i].Defaulted = 1 + random.Int64N(rows[i].Shares)
			} else {
				weights[i] = rows[i].Shares
			}
			shares, defaulted = shares+rows[i].Shares, defaulted+rows[i].Defaulted
		}
		limit := exact.Fraction{Num: 1 + random.Int64N(40), Den: 100}
		s, err := Underwriting{Limit: limit}.Substitute(rows)
		if err != nil {
			t.Fatal(err)
		}
		bought := s.Unplaced
		for _, row := range s.Rows {
			bought += row.Shares
		}
		within := defaulted*100 <= limit.Num*shares
		if bought != shares || s.Defaulted != defaulted || (s.Outcome == TakenUp) != (within && defaulted > 0 && s.Unplaced == 0) ||
			!within && s.Outcome != MayTerminate {
			t.Fatalf("%d: %+v", seed, s)
		}
		if s.Outcome == TakenUp {
			for i, want := range refApportion(defaulted, weights) {
				if s.Rows[i].Added != want {
					t.Fatalf("%d: row %d takes up %d, want %d", seed, i, s.Rows[i].Added, want)
				}
			}
		}
	}
}

func TestUnderwriterDefaultRefuses(t *testing.T) {
	_, err := Underwriting{}.Substitute(nil)
	wantFaults(t, err, "underwriters")
	_, err = Underwriting{Limit: exact.Fraction{Num: 0, Den: -1}}.Substitute([]Underwriter{{"", 0, -1}, {"A", 5, 6}, {"A", -1, 0}, {"B", 1 << 62, 0}, {"C", 1 << 62, 0}})
	wantFaults(t, err, "limit.den", "limit.num", "underwriters[0].name", "underwriters[0].shares", "underwriters[0].defaulted",
		"underwriters[1].defaulted", "underwriters[2].name", "underwriters[2].shares", "underwriters[4].shares")
	wantFault(t, err, law.ErrConflict, "underwriters[1].defaulted")
	wantFault(t, err, law.ErrDuplicate, "underwriters[2].name")
}
