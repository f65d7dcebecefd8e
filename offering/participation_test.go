package offering

import (
	"fmt"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

func TestParticipation(t *testing.T) {
	type row struct{ right, taken, over int64 }
	tests := []struct {
		name     string
		right    PreemptiveRight
		people   []Participant
		want     []row
		released int64
		codes    []law.Code
	}{
		{
			// 35% of 1,000,000 is 350,000, by 5 : 3 : 2 : 175,000, 105,000 and
			// 70,000. B is silent; A wants 60,000 more and C 5,000. B's 105,000
			// would split 75,000 to 30,000: both get what they ask for.
			"over allotment",
			PreemptiveRight{Round: 1_000_000, Part: exact.Fraction{Num: 35, Den: 100}, OverAllotment: true},
			[]Participant{{"A", 500, Accepts, 235_000}, {"B", 300, "", 0}, {"C", 200, Accepts, 75_000}},
			[]row{{175_000, 175_000, 60_000}, {105_000, 0, 0}, {70_000, 70_000, 5_000}},
			690_000,
			[]law.Code{
				"offering.participation.formula.default", "offering.participation.silent", "offering.participation.taken",
				"offering.participation.over", "offering.participation.released",
			},
		},
		{
			// C left a part of its right, so A alone shares B's 105,000, and C's
			// 20,000 too: it wants 100,000.
			"only those who took all",
			PreemptiveRight{Round: 1_000_000, Part: exact.Fraction{Num: 35, Den: 100}, Formula: ShareOfPool, OverAllotment: true},
			[]Participant{{"A", 500, Accepts, 275_000}, {"B", 300, Declines, 0}, {"C", 200, Accepts, 50_000}},
			[]row{{175_000, 175_000, 100_000}, {105_000, 0, 0}, {70_000, 50_000, 0}},
			675_000,
			[]law.Code{
				"offering.participation.formula", "offering.participation.taken", "offering.participation.over", "offering.participation.released",
			},
		},
		{
			"no over-allotment",
			PreemptiveRight{Round: 1_000_000, Part: exact.Fraction{Num: 35, Den: 100}, Base: 1_000}, // all of them are listed
			[]Participant{{"A", 500, Accepts, 275_000}, {"B", 300, Declines, 0}, {"C", 200, Accepts, 50_000}},
			[]row{{175_000, 175_000, 0}, {105_000, 0, 0}, {70_000, 50_000, 0}},
			775_000,
			[]law.Code{
				"offering.participation.formula.default", "offering.participation.taken", "offering.participation.over.none",
				"offering.participation.released",
			},
		},
		{
			// A holds 100 of 1,000 outstanding: 10% of the round. What belongs
			// to holders who are not listed is not offered to A.
			"a base beyond the list",
			PreemptiveRight{Round: 1_000, Part: exact.Fraction{Num: 1, Den: 1}, Base: 1_000, OverAllotment: true},
			[]Participant{{"A", 100, Accepts, 500}, {"B", 50, "", 0}},
			[]row{{100, 100, 50}, {50, 0, 0}},
			850, nil,
		},
		{
			// The lesser of the investment and 25% of 1,000,000: 250,000 for A,
			// 100,000 for B.
			"lesser of",
			PreemptiveRight{Round: 1_000_000, Part: exact.Fraction{Num: 1, Den: 4}, Formula: LesserOf},
			[]Participant{{"A", 400_000, Accepts, 1_000_000}, {"B", 100_000, Accepts, 100_000}},
			[]row{{250_000, 250_000, 0}, {100_000, 100_000, 0}},
			650_000,
			[]law.Code{"offering.participation.formula", "offering.participation.taken", "offering.participation.released"},
		},
		{
			// Four rights of 250 are exactly the round of 1,000: nothing is cut.
			"lesser of, up to the round",
			PreemptiveRight{Round: 1_000, Part: exact.Fraction{Num: 1, Den: 4}, Formula: LesserOf},
			[]Participant{{"A", 900, Accepts, 900}, {"B", 900, Accepts, 900}, {"C", 900, Accepts, 900}, {"D", 900, Accepts, 900}},
			[]row{{250, 250, 0}, {250, 250, 0}, {250, 250, 0}, {250, 250, 0}},
			0,
			[]law.Code{"offering.participation.formula", "offering.participation.taken", "offering.participation.released"},
		},
		{
			// Five rights of 250 for a round of 1,000: 200 each.
			"lesser of, cut back",
			PreemptiveRight{Round: 1_000, Part: exact.Fraction{Num: 1, Den: 4}, Formula: LesserOf},
			[]Participant{{"A", 900, Accepts, 900}, {"B", 900, Accepts, 900}, {"C", 900, Accepts, 900}, {"D", 900, Accepts, 900}, {"E", 900, Accepts, 900}},
			[]row{{200, 200, 0}, {200, 200, 0}, {200, 200, 0}, {200, 200, 0}, {200, 200, 0}},
			0,
			[]law.Code{
				"offering.participation.formula", "offering.participation.cut", "offering.participation.taken", "offering.participation.released",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := tt.right.Allocate(tt.people)
			if err != nil {
				t.Fatal(err)
			}
			for i, want := range tt.want {
				if got := (row{p.Rows[i].Right, p.Rows[i].Taken, p.Rows[i].Over}); got != want || p.Rows[i].Silent != (tt.people[i].Reply == "") {
					t.Errorf("row %d: %+v, want %+v", i, p.Rows[i], want)
				}
			}
			if p.Released != tt.released || p.Taken+p.Released != p.Round {
				t.Errorf("%+v", p)
			}
			if tt.codes != nil {
				wantCodes(t, p.Why, tt.codes...)
			}
			roundTrip(t, tt.right)
			roundTrip(t, tt.people)
			roundTrip(t, p)
		})
	}
}

func TestParticipationProperties(t *testing.T) {
	for seed := range uint64(600) {
		random := source(seed + 7_000)
		r := PreemptiveRight{
			Round: 1 + random.Int64N(1_000_000), Part: exact.Fraction{Num: 1 + random.Int64N(100), Den: 100},
			Formula: []ParticipationFormula{ShareOfPool, LesserOf}[seed%2], OverAllotment: seed%3 > 0,
		}
		people := make([]Participant, 1+random.IntN(15))
		var sum int64
		for i := range people {
			people[i] = Participant{Holder: fmt.Sprint(i), Holding: 1 + random.Int64N(100_000)}
			sum += people[i].Holding
			switch random.IntN(4) {
			case 0:
			case 1:
				people[i].Reply = Declines
			default:
				people[i].Reply, people[i].Wants = Accepts, 1+random.Int64N(r.Round)
			}
		}
		if r.Formula == ShareOfPool && seed%5 == 0 {
			r.Base = sum + random.Int64N(sum)
		}
		p, err := r.Allocate(people)
		if err != nil {
			t.Fatal(err)
		}
		var rights, taken, short int64
		for i, row := range p.Rows {
			rights += row.Right
			taken += row.Taken + row.Over
			if row.Taken != min(row.Right, people[i].Wants) || row.Taken+row.Over > people[i].Wants || row.Over < 0 {
				t.Fatalf("%d: %+v of %+v", seed, row, people[i])
			}
			if row.Over > 0 && (row.Taken < row.Right || !r.OverAllotment) {
				t.Fatalf("%d: %+v is over-allotted", seed, row)
			}
			if row.Taken == row.Right {
				short += people[i].Wants - row.Taken - row.Over
			}
		}
		if rights != p.Pool || taken != p.Taken || taken > p.Pool || p.Pool > p.Round {
			t.Fatalf("%d: %+v", seed, p)
		}
		// Not one unit fewer than possible: either the pool is used up, or
		// nobody who may take more wants more.
		if r.OverAllotment && taken < p.Pool && short > 0 {
			t.Fatalf("%d: %d of %d taken while %d more are wanted", seed, taken, p.Pool, short)
		}
		if r.Formula == ShareOfPool {
			weights := make([]int64, 0, len(people)+1)
			for _, person := range people {
				weights = append(weights, person.Holding)
			}
			weights = append(weights, max(0, r.Base-sum))
			want := refApportion(kernel.Part(r.Part, r.Round).Whole, weights)
			got := make([]int64, len(p.Rows))
			for i, row := range p.Rows {
				got[i] = row.Right
			}
			if !slices.Equal(got, want[:len(got)]) {
				t.Fatalf("%d: rights %v, want %v", seed, got, want)
			}
		}
	}
}

// A holder of nothing has a right to nothing, and no part in what others decline,
// whatever it wants.
func TestParticipationOfNothing(t *testing.T) {
	p, err := PreemptiveRight{Round: 1_000, Part: exact.Fraction{Num: 1, Den: 1}, OverAllotment: true}.Allocate([]Participant{
		{"A", 100, Accepts, 600}, {"B", 100, Declines, 0}, {"C", 0, Accepts, 5},
	})
	if err != nil {
		t.Fatal(err)
	}
	wantCodes(t, p.Rows[0].Why, codeParticipationRowRight, codeParticipationRowTaken, codeParticipationRowOver)
	wantCodes(t, p.Rows[2].Why, codeParticipationRowRight, codeParticipationRowTaken)
	if text := p.Rows[2].Why[0].Text; text != "Its right is 0: pro rata that is 0 units exactly." {
		t.Error(text)
	}
}

func TestParticipationRefuses(t *testing.T) {
	_, err := PreemptiveRight{}.Allocate(nil)
	wantFaults(t, err, "round", "part", "participants")
	_, err = PreemptiveRight{Round: -1, Part: exact.Fraction{Num: 3, Den: 2}, Formula: "x", Base: -1}.Allocate([]Participant{
		{"", -1, Accepts, 0}, {"A", 1, "perhaps", 0}, {"A", 1, Declines, 5}, {"B", 1, "", 5},
	})
	wantFaults(t, err, "round", "part.num", "formula", "base", "participants[0].holder", "participants[0].holding",
		"participants[0].wants", "participants[1].reply", "participants[2].holder", "participants[2].wants", "participants[3].wants")
	wantFault(t, err, law.ErrMissing, "participants[0].wants")
	wantFault(t, err, law.ErrConflict, "participants[3].wants")
	good := []Participant{{"A", 10, "", 0}}
	_, err = PreemptiveRight{Round: 1, Part: exact.Fraction{Num: 1, Den: 1}, Base: 9}.Allocate(good)
	wantFault(t, err, law.ErrConflict, "base")
	_, err = PreemptiveRight{Round: 1, Part: exact.Fraction{Num: 1, Den: 1}, Base: 20, Formula: LesserOf}.Allocate(good)
	wantFault(t, err, law.ErrConflict, "base")
	_, err = PreemptiveRight{Round: 1, Part: exact.Fraction{Num: 1, Den: 0}}.Allocate(good)
	wantFaults(t, err, "part.den")
	_, err = PreemptiveRight{Round: 1, Part: exact.Fraction{Num: 1, Den: 1}}.Allocate([]Participant{{"A", 0, "", 0}})
	wantFault(t, err, law.ErrMissing, "participants")
}
