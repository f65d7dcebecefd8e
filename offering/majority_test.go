package offering

import (
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/exact"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

func TestNeeded(t *testing.T) {
	tests := []struct {
		m    Majority
		base int64
		want int64
	}{
		{MajorityInInterest(), 800_000, 408_001},
		{Majority{exact.Fraction{Num: 51, Den: 100}, true}, 800_000, 408_000},
		{SimpleMajority(), 800_000, 400_001},
		{SimpleMajority(), 3, 2},
		{SimpleMajority(), 1, 1},
		{MajorityInInterest(), 1, 1},
		{Majority{exact.Fraction{Num: 2, Den: 3}, true}, 3, 2},
		{Majority{exact.Fraction{Num: 2, Den: 3}, true}, 4, 3},
		{Majority{exact.Fraction{Num: 2, Den: 3}, false}, 3, 3},
		{Majority{exact.Fraction{Num: 1, Den: 1}, true}, 800_000, 800_000},
		{Majority{exact.Fraction{Num: 0, Den: 1}, false}, 800_000, 1},
		{MajorityInInterest(), math.MaxInt64, 4_703_919_738_795_935_662},
		{Majority{exact.Fraction{Num: math.MaxInt64 - 1, Den: math.MaxInt64}, false}, math.MaxInt64, math.MaxInt64},
	}
	for _, tt := range tests {
		if got, err := tt.m.Needed(tt.base); err != nil || got != tt.want {
			t.Errorf("%s of %d: Needed = %d, %v; want %d", tt.m, tt.base, got, err, tt.want)
		}
		roundTrip(t, tt.m)
	}
	if got := MajorityInInterest().String() + ", " + (Majority{exact.Fraction{Num: 2, Den: 3}, true}).String(); got != "more than 51%, at least 2/3" {
		t.Error(got)
	}
}

func TestReached(t *testing.T) {
	tests := []struct {
		votes int64
		want  bool
	}{
		{520_833, true},  // Alpha alone
		{279_167, false}, // Visnstein alone
		{408_000, false}, // exactly 51%
		{408_001, true},
		{404_000, false}, // 50.5%: a majority, but not in interest
		{0, false},
		{800_000, true},
	}
	for _, tt := range tests {
		if got, err := MajorityInInterest().Reached(tt.votes, 800_000); err != nil || got != tt.want {
			t.Errorf("Reached(%d) = %v, %v", tt.votes, got, err)
		}
	}
}

// Needed is the smallest number that is reached, and reached is the comparison
// of two rationals.
func TestMajorityAgainstReference(t *testing.T) {
	random := source(21)
	for range 20_000 {
		den := random.Int64()>>random.IntN(62) | 1
		m := Majority{Part: exact.Fraction{Num: random.Int64N(den), Den: den}, Inclusive: random.IntN(2) == 0}
		if m.Part.Num == 0 {
			m.Inclusive = false
		}
		base := random.Int64()>>random.IntN(62) | 1
		needed, err := m.Needed(base)
		if err != nil || needed < 1 || needed > base {
			t.Fatalf("%s of %d: %d, %v", m, base, needed, err)
		}
		threshold := big.NewRat(m.Part.Num, m.Part.Den)
		for _, votes := range []int64{needed - 1, needed, random.Int64N(base)} {
			compared := big.NewRat(votes, base).Cmp(threshold)
			want := compared > 0 || compared == 0 && m.Inclusive
			if got, err := m.Reached(votes, base); err != nil || got != want {
				t.Fatalf("%s: %d of %d reached is %v, %v; want %v", m, votes, base, got, err, want)
			}
			if want != (votes >= needed) {
				t.Fatalf("%s: Needed(%d) = %d, but %d reached is %v", m, base, needed, votes, want)
			}
		}
	}
}

func TestMajorityRefuses(t *testing.T) {
	tests := []struct {
		m           Majority
		votes, base int64
		kind        error
		fields      []string
	}{
		{Majority{}, 1, 2, law.ErrMissing, []string{"part"}},
		{Majority{exact.Fraction{Num: 1, Den: -2}, false}, 1, 2, law.ErrRange, []string{"part.den"}},
		{Majority{exact.Fraction{Num: -1, Den: 2}, false}, 1, 2, law.ErrRange, []string{"part.num"}},
		{Majority{exact.Fraction{Num: 3, Den: 2}, false}, 1, 2, law.ErrRange, []string{"part.num"}},
		{Majority{exact.Fraction{Num: 2, Den: 2}, false}, 1, 2, law.ErrRange, []string{"part"}},
		{Majority{exact.Fraction{Num: 0, Den: 2}, true}, 1, 2, law.ErrRange, []string{"part.num"}},
		{SimpleMajority(), 0, 0, law.ErrMissing, []string{"base"}},
		{SimpleMajority(), 1, 0, law.ErrMissing, []string{"base"}},
		{SimpleMajority(), 0, -5, law.ErrRange, []string{"base"}},
		{SimpleMajority(), -1, 5, law.ErrRange, []string{"votes"}},
		{SimpleMajority(), 6, 5, law.ErrRange, []string{"votes"}},
		{Majority{exact.Fraction{Num: -1, Den: 0}, false}, -1, -1, law.ErrRange, []string{"part.num", "votes", "base", "part.den"}},
	}
	for _, tt := range tests {
		reached, err := tt.m.Reached(tt.votes, tt.base)
		if reached {
			t.Errorf("%+v: a refusal says yes", tt)
		}
		wantFaults(t, err, slices.Clone(tt.fields)...)
		wantFault(t, err, tt.kind, tt.fields[0])
	}
	_, err := Majority{}.Needed(0)
	wantFaults(t, err, "part", "base")
}

func TestConsent(t *testing.T) {
	section := law.Citation{Cite: "Agreement §A(vii)"}
	register := func(visnstein, alpha bool, base int64) Register {
		return Register{Base: base, Authority: section, Holdings: []Holding{
			{"Shimshon Visnstein", 279_167, visnstein}, {"Alpha Capital A.G.", 520_833, alpha},
		}}
	}
	tests := []struct {
		r              Register
		want           Consent
		baseCode, code law.Code
		say            string
	}{
		{
			register(false, true, 0),
			Consent{Reached: true, Votes: 520_833, Base: 800_000, Needed: 408_001},
			"offering.consent.base.register", "offering.consent.reached",
			"520,833 of 800,000 votes consent (65.104125%); it takes more than 51%, that is 408,001 or more: they carry.",
		},
		{
			register(true, false, 0),
			Consent{Votes: 279_167, Base: 800_000, Needed: 408_001, Short: 128_834},
			"offering.consent.base.register", "offering.consent.short",
			"279,167 of 800,000 votes consent (34.895875%); it takes more than 51%, that is 408,001 or more: they are 128,834 short.",
		},
		{
			register(true, true, 0),
			Consent{Reached: true, Votes: 800_000, Base: 800_000, Needed: 408_001},
			"offering.consent.base.register", "offering.consent.reached",
			"800,000 of 800,000 votes consent (100%); it takes more than 51%, that is 408,001 or more: they carry.",
		},
		{
			register(true, true, 30_000_007),
			Consent{Votes: 800_000, Base: 30_000_007, Needed: 15_300_004, Short: 14_500_004},
			"offering.consent.base.stated", "offering.consent.short",
			"800,000 of 30,000,007 votes consent (2.666666…%); it takes more than 51%, that is 15,300,004 or more: " +
				"they are 14,500,004 short.",
		},
	}
	exactly := Register{Base: 800_000, Authority: section, Holdings: []Holding{{"A", 408_001, true}, {"B", 391_999, false}}}
	tests = append(tests, struct {
		r              Register
		want           Consent
		baseCode, code law.Code
		say            string
	}{
		exactly,
		Consent{Reached: true, Votes: 408_001, Base: 800_000, Needed: 408_001},
		"offering.consent.base.stated", "offering.consent.reached",
		"408,001 of 800,000 votes consent (51.000125%); it takes more than 51%, that is 408,001 or more: they carry.",
	})
	for _, tt := range tests {
		c, err := MajorityInInterest().Consent(tt.r)
		if err != nil {
			t.Fatal(err)
		}
		why := c.Why
		tt.want.Method, tt.want.Version = MethodConsent, MethodVersion
		roundTrip(t, tt.r)
		roundTrip(t, c)
		if c.Why = nil; text(t, c) != text(t, tt.want) {
			t.Errorf("got %+v, want %+v", c, tt.want)
		}
		if len(why) != 2 || why[0].Code != tt.baseCode || why[1].Code != tt.code || why[1].Text != tt.say {
			t.Errorf("explained by\n%s\nwant %s", why, tt.say)
		}
		if a := why.Authorities(); len(a) != 1 || a[0] != section {
			t.Errorf("cites %v", a)
		}
	}
}

func TestConsentRefuses(t *testing.T) {
	_, err := Majority{}.Consent(Register{Base: -1})
	wantFaults(t, err, "part", "holdings", "base")
	_, err = MajorityInInterest().Consent(Register{Holdings: []Holding{
		{"", 5, true}, {"A", -1, true}, {"A ", 1, true}, {"B\xff", math.MaxInt64, true},
	}})
	wantFaults(t, err, "holdings[0].holder", "holdings[1].votes", "holdings[2].holder", "holdings[3].holder", "holdings[3].votes")
	wantFault(t, err, law.ErrMissing, "holdings[0].holder")
	wantFault(t, err, law.ErrDuplicate, "holdings[2].holder")
	wantFault(t, err, law.ErrInvalid, "holdings[3].holder")
	_, err = MajorityInInterest().Consent(Register{Base: 9, Holdings: []Holding{{"A", 10, true}}})
	wantFault(t, err, law.ErrConflict, "base")
	_, err = MajorityInInterest().Consent(Register{Holdings: []Holding{{"A", 0, true}}})
	wantFault(t, err, law.ErrMissing, "base")
	many := make([]Holding, 150)
	_, err = MajorityInInterest().Consent(Register{Holdings: many})
	if faults := allFaults(t, err); len(faults) != check.MostRows+1 || faults[check.MostRows].Problem != "has 50 more faulty rows" {
		t.Errorf("%d faults, the last %v", len(faults), faults[len(faults)-1])
	}
	_, err = MajorityInInterest().Consent(Register{Holdings: many[:check.MostRows]})
	if faults := allFaults(t, err); len(faults) != check.MostRows {
		t.Errorf("%d faults, the last %v", len(faults), faults[len(faults)-1])
	}
	// As many votes as an int64 counts are not too many, and one more is.
	most := []Holding{{"A", math.MaxInt64 - 1, true}, {"B", 1, false}}
	if c, err := MajorityInInterest().Consent(Register{Holdings: most}); err != nil || c.Base != math.MaxInt64 {
		t.Errorf("%+v, %v", c, err)
	}
	_, err = MajorityInInterest().Consent(Register{Holdings: append(most, Holding{"C", 1, false})})
	wantFaults(t, err, "holdings[2].votes")
}
