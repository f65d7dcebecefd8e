package offering

import (
	"fmt"
	"math/big"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"

	"github.com/offerkit/offerkit/law"
)

func TestResolution(t *testing.T) {
	// The lesser of 67% of those present, if more than half are, and of more
	// than half of all.
	lesser := Resolution{Carry: AnyOf, Thresholds: []Threshold{
		{Majority: Majority{exact.Fraction{Num: 67, Den: 100}, true}, Of: OfPresent, Quorum: SimpleMajority()},
		{Majority: SimpleMajority()},
	}}
	// 1,000 votes: so many consent, so many more are present.
	voters := func(consent, present int64) []Voter {
		return []Voter{{Holder: "yes", Votes: consent, Consents: true}, {Holder: "there", Votes: present, Present: true}, {Holder: "away", Votes: 1_000 - consent - present}}
	}
	two := Resolution{Thresholds: []Threshold{{Majority: Majority{exact.Fraction{Num: 2, Den: 3}, true}}}}
	each := Resolution{Thresholds: []Threshold{{Majority: SimpleMajority(), EachClass: true}}}
	classes := []Voter{
		{Holder: "A", Class: "common", Votes: 60, Consents: true},
		{Holder: "B", Class: "common", Votes: 40},
		{Holder: "A", Class: "preferred", Votes: 50, Consents: true},
		{Holder: "B", Class: " preferred ", Votes: 50},
	}
	tests := []struct {
		name    string
		r       Resolution
		voters  []Voter
		carried bool
		needed  []int64
		codes   []law.Code
	}{
		// 342 of 510 are 67.06%, and 510 of 1,000 are a quorum; 67% of 510 is 341.7.
		{"67% of those present", lesser, voters(342, 168), true, []int64{342, 501}, []law.Code{
			"offering.ballot.quorum", "offering.ballot.enough", "offering.ballot.short", "offering.ballot.carried",
		}},
		{"one vote fewer", lesser, voters(341, 169), false, []int64{342, 501}, nil},
		// 501 present are more than half, and 67% of them are 335.67.
		{"just a quorum", lesser, voters(400, 101), true, []int64{336, 501}, []law.Code{
			"offering.ballot.quorum", "offering.ballot.enough", "offering.ballot.short", "offering.ballot.carried",
		}},
		// 500 present are half and no quorum, though all of them consent.
		{"no quorum", lesser, voters(500, 0), false, []int64{335, 501}, []law.Code{
			"offering.ballot.no_quorum", "offering.ballot.enough", "offering.ballot.short", "offering.ballot.not_carried",
		}},
		// 501 of 1,000 carry by the second, though 501 of 900 are 55.7%.
		{"more than half of all", lesser, voters(501, 399), true, []int64{603, 501}, nil},
		// Of 1,000, 200 are the company's and its affiliate's: two-thirds of 800
		// are 533 1/3, so 534.
		{"excluded holders", two, []Voter{
			{Holder: "company", Votes: 150, Consents: true, Excluded: true},
			{Holder: "affiliate", Votes: 50, Excluded: true},
			{Holder: "X", Votes: 533, Consents: true},
			{Holder: "Y", Votes: 267},
		}, false, []int64{534}, []law.Code{"offering.ballot.excluded", "offering.ballot.short", "offering.ballot.not_carried"}},
		{"excluded holders, one more", two, []Voter{
			{Holder: "company", Votes: 200, Excluded: true}, {Holder: "X", Votes: 534, Consents: true}, {Holder: "Y", Votes: 266},
		}, true, []int64{534}, []law.Code{"offering.ballot.excluded", "offering.ballot.enough", "offering.ballot.carried"}},
		// 60 of 100 common carry, 50 of 100 preferred do not: 110 of 200 would.
		{"each class", each, classes, false, []int64{51, 51}, []law.Code{
			"offering.ballot.enough", "offering.ballot.short", "offering.ballot.not_carried",
		}},
		{"one class", Resolution{Thresholds: []Threshold{{Majority: SimpleMajority(), Class: "common"}}}, classes, true, []int64{51}, nil},
		{"all classes together", Resolution{Thresholds: []Threshold{{Majority: SimpleMajority()}}}, classes, true, []int64{101}, nil},
		{
			"all of several",
			Resolution{Thresholds: []Threshold{{Majority: SimpleMajority(), Class: "common"}, {Majority: Majority{exact.Fraction{Num: 51, Den: 100}, false}, Class: "preferred"}}},
			classes, false,
			[]int64{51, 52},
			nil,
		},
		{"nothing left to count", two, []Voter{{Holder: "company", Votes: 9, Consents: true, Excluded: true}}, false, []int64{0}, []law.Code{
			"offering.ballot.excluded", "offering.ballot.empty", "offering.ballot.not_carried",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.r.Authority = law.Citation{Cite: "Agreement §9.4"}
			tally, err := tt.r.Count(tt.voters)
			if err != nil {
				t.Fatal(err)
			}
			if tally.Carried != tt.carried || len(tally.Counts) != len(tt.needed) {
				t.Fatalf("%+v", tally)
			}
			for i, c := range tally.Counts {
				if c.Needed != tt.needed[i] || c.Short != max(0, c.Needed-c.Votes) {
					t.Errorf("%+v, want %d", c, tt.needed[i])
				}
			}
			if tt.codes != nil {
				wantCodes(t, tally.Why, tt.codes...)
			}
			roundTrip(t, tt.r)
			roundTrip(t, tt.voters)
			roundTrip(t, tally)
		})
	}
}

// One threshold of one class says what Majority.Consent says, and two by
// rationals what they mean.
func TestResolutionAgainstReference(t *testing.T) {
	for seed := range uint64(500) {
		random := source(seed + 13_000)
		m := Majority{exact.Fraction{Num: 1 + random.Int64N(99), Den: 100}, random.IntN(2) == 0}
		var voters []Voter
		var register Register
		var present, consent, all int64
		for i := range 1 + random.IntN(9) {
			v := Voter{Holder: fmt.Sprint(i), Votes: 1 + random.Int64N(1_000), Present: random.IntN(2) == 0, Consents: random.IntN(3) == 0}
			excluded := Voter{Holder: fmt.Sprint("x", i), Votes: random.Int64N(500), Consents: true, Excluded: true}
			voters = append(voters, v, excluded)
			register.Holdings = append(register.Holdings, Holding{v.Holder, v.Votes, v.Consents})
			all += v.Votes
			if v.Consents {
				consent += v.Votes
			}
			if v.Present || v.Consents {
				present += v.Votes
			}
		}
		want, err := m.Consent(register)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Resolution{Thresholds: []Threshold{{Majority: m}}}.Count(voters)
		if err != nil || got.Carried != want.Reached || got.Counts[0].Needed != want.Needed || got.Counts[0].Base != want.Base || got.Counts[0].Short != want.Short {
			t.Fatalf("%d: %+v, %v; want %+v", seed, got, err, want)
		}
		half := big.NewRat(1, 2)
		part := func(a, b int64) *big.Rat { return big.NewRat(a, max(1, b)) }
		reached := func(a, b int64) bool {
			c := part(a, b).Cmp(big.NewRat(m.Part.Num, m.Part.Den))
			return c > 0 || c == 0 && m.Inclusive
		}
		either, err := Resolution{Carry: AnyOf, Thresholds: []Threshold{
			{Majority: m, Of: OfPresent, Quorum: SimpleMajority()}, {Majority: SimpleMajority()},
		}}.Count(voters)
		wantEither := present > 0 && reached(consent, present) && part(present, all).Cmp(half) > 0 || part(consent, all).Cmp(half) > 0
		if err != nil || either.Carried != wantEither {
			t.Fatalf("%d: %+v, %v", seed, either, err)
		}
	}
}

func TestResolutionRefuses(t *testing.T) {
	_, err := Resolution{}.Count(nil)
	wantFaults(t, err, "voters", "thresholds")
	// Where nobody votes, that a class has no voter goes without saying.
	_, err = Resolution{Thresholds: []Threshold{{Majority: SimpleMajority(), Class: "c"}}}.Count(nil)
	wantFaults(t, err, "voters")
	_, err = Resolution{Carry: "some", Thresholds: []Threshold{
		{},
		{Majority: SimpleMajority(), Of: "half", Quorum: Majority{exact.Fraction{Num: 3, Den: 2}, false}, Class: "ghost"},
		{Majority: SimpleMajority(), Class: "c", EachClass: true},
	}}.Count([]Voter{{"", "c", -1, false, false, false}, {Holder: "A", Class: "c", Votes: 1 << 62}, {Holder: "A", Class: "c ", Votes: 1 << 62}, {Holder: "A", Votes: 1}})
	wantFaults(t, err, "carry", "thresholds[0].majority.part", "thresholds[1].of", "thresholds[1].quorum.part.num", "thresholds[1].class",
		"thresholds[2].class", "voters[0].holder", "voters[0].votes", "voters[2].holder", "voters[2].votes")
	wantFault(t, err, law.ErrInvalid, "thresholds[1].class")
	wantFault(t, err, law.ErrConflict, "thresholds[2].class")
	many := make([]Threshold, MaxThresholds+1)
	for i := range many {
		many[i].Majority = SimpleMajority()
	}
	_, err = Resolution{Thresholds: many}.Count([]Voter{{Holder: "A", Votes: 1}})
	wantFault(t, err, law.ErrRange, "thresholds")
	// A hundred thresholds for each of so many classes are counts enough.
	voters := make([]Voter, MaxCounts/MaxThresholds+1)
	for i := range voters {
		voters[i] = Voter{Holder: "A", Class: strconv.Itoa(i), Votes: 1, Consents: true}
	}
	many = many[:MaxThresholds]
	for i := range many {
		many[i].EachClass = true
	}
	tally, err := Resolution{Thresholds: many}.Count(voters[1:])
	if err != nil || !tally.Carried || len(tally.Counts) != MaxCounts {
		t.Errorf("%d counts, %v", len(tally.Counts), err)
	}
	tally, err = Resolution{Thresholds: many}.Count(voters)
	wantFaults(t, err, "thresholds")
	wantFault(t, err, law.ErrRange, "thresholds")
	if tally.Counts != nil {
		t.Error("a refusal came with counts")
	}
	many[0].EachClass = false // one count fewer for each class but one
	if _, err = (Resolution{Thresholds: many}).Count(voters); err != nil {
		t.Error(err)
	}
}
