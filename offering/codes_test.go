package offering

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
)

// inCode is a word of a kind as it stands in a code: spaces become underscores.
func inCode[S ~string](kind S) law.Code { return law.Code(strings.ReplaceAll(string(kind), " ", "_")) }

// allotCodes, fillCodes and tenderCodes are the codes of the rows, by how they came
// about.
func allotCodes() map[Outcome]law.Code {
	return map[Outcome]law.Code{
		OutcomeExact: codeAllotExact, OutcomeAbove: codeAllotAbove, OutcomeBelow: codeAllotBelow, OutcomeCapped: codeAllotCapped,
		OutcomeRaised: codeAllotRaised, OutcomeTrimmed: codeAllotTrimmed, OutcomeDropped: codeAllotDropped, OutcomeWeightless: codeAllotWeightless,
	}
}

func fillCodes() map[Outcome]law.Code {
	return map[Outcome]law.Code{
		OutcomeExact: codeFillExact, OutcomeAbove: codeFillAbove, OutcomeBelow: codeFillBelow, OutcomeCapped: codeFillCapped,
		OutcomeRaised: codeFillRaised, OutcomeDropped: codeFillDropped, OutcomeFilled: codeFillFilled, OutcomePartial: codeFillPartial,
		OutcomeUnfilled: codeFillUnfilled, OutcomeVoid: codeFillVoid,
	}
}

func tenderCodes() map[Treatment]law.Code {
	return map[Treatment]law.Code{
		InFull: codeTenderRowInFull, OddLotFirst: codeTenderRowOddLot, Prorated: codeTenderRowProrated, ByLot: codeTenderRowByLot,
		LeftOut: codeTenderRowLeftOut, Withdrawn: codeTenderRowWithdrawn,
	}
}

// Steps that few questions have.
func TestRareCodes(t *testing.T) {
	priority := func(p Priority) func() (law.Reasons, error) {
		return func() (law.Reasons, error) {
			f, err := p.Fill([]Demand{{Holder: "A", Units: 6}, {Holder: "B", Units: 6}})
			return f.Why, err
		}
	}
	split := func(fractions Fractions, old int64, proceeds string) func() (law.Reasons, error) {
		return func() (law.Reasons, error) {
			s := Split{New: 1, Old: old, Fractions: fractions, Level: PerHolder, Proceeds: dec(proceeds)}
			r, err := s.Apply([]SplitPosition{{Holder: "A", Shares: 15}, {Holder: "B", Shares: 15}})
			return r.Rows[0].Why, err
		}
	}
	for _, tt := range []struct {
		name string
		ask  func() (law.Reasons, error)
		code law.Code
	}{
		{"a pool's method by default", func() (law.Reasons, error) {
			a, err := Pool{Total: 4}.Allot(claimsOf(1, 1))
			return a.Why, err
		}, codeAllotReadingMethodDefault},
		{"a pool that is not taken up", func() (law.Reasons, error) {
			a, err := Pool{Total: 4}.Allot([]Claim{{Holder: "A", Weight: 1, Capped: true, Maximum: 3}})
			return a.Why, err
		}, codeAllotUnallocated},
		{"a tier in part by default", priority(Priority{Total: 4}), codeFillReadingWithinDefault},
		{"a tier's method by default", priority(Priority{Total: 4}), codeFillReadingMethodDefault},
		{"the last demand as stated", priority(Priority{Total: 4, Within: FirstCome, Last: LastNone}), codeFillReadingLast},
		{"lots", priority(Priority{Total: 4, Lot: 2}), codeFillReadingLot},
		{"too few for anyone", priority(Priority{Total: 20, Least: 13}), codeFillVoid},
		{"units left", priority(Priority{Total: 20}), codeFillLeft},
		{"a split without a fraction", split(FractionsDown, 5, "0"), codeSplitRowExact},
		{"a fraction dropped", split(FractionsDown, 10, "0"), codeSplitRowDown},
		{"a fraction rounded up", split(FractionsUp, 10, "0"), codeSplitRowUp},
		{"a fraction sold", split(FractionsSold, 10, "5"), codeSplitRowSold},
		{"one reference", func() (law.Reasons, error) {
			set, err := MarketPrice{Pick: LowerOf, Increment: dec("0.01"), References: []Reference{one("close", "2", "0")}}.Set()
			return set.Why, err
		}, codePriceOnly},
		{"the higher of two", func() (law.Reasons, error) {
			set, err := MarketPrice{
				Pick: GreaterOf, Increment: dec("0.01"), References: []Reference{one("close", "2", "0"), one("VWAP", "3", "0")},
			}.Set()
			return set.Why, err
		}, codePriceGreaterOf},
		{"base and option by default", func() (law.Reasons, error) {
			a, err := OverAllotment{Base: 10, Percent: dec("10")}.Allot(indications(1, 2))
			return a.Why, err
		}, codeReadingWayDefault},
		{"a row that is filled", func() (law.Reasons, error) {
			a, err := OverAllotment{Base: 10, Percent: dec("10")}.Allot(indications(1, 2))
			return a.Rows[0].Why, err
		}, codeOverAllotmentFilled},
		{"warrants of units by default", func() (law.Reasons, error) {
			b, err := Unit{Price: dec("5"), Warrants: exact.Mixed{Num: 1, Den: 2}}.Sell([]UnitOrder{{Investor: "B", Units: 1}})
			return b.Why, err
		}, codeReadingWarrantRoundingDefault},
	} {
		t.Run(tt.name, func(t *testing.T) {
			why, err := tt.ask()
			if err != nil || !why.Has(tt.code) {
				t.Errorf("%s is missing from\n%s, %v", tt.code, why, err)
			}
		})
	}
}

// A code is named for its text.
func TestCodes(t *testing.T) {
	for code, name := range golden.Catalog(t, Codes()) {
		word := strings.NewReplacer("offering.", "", ".", "", "_", "").Replace(string(code))
		if !strings.HasPrefix(string(code), "offering.") || !strings.EqualFold(name, "code"+word) {
			t.Errorf("%s is not named for %q", name, code)
		}
	}
}

// wantCodes fails the test unless the reasons carry these codes, in this order.
func wantCodes(t *testing.T, why law.Reasons, codes ...law.Code) {
	t.Helper()
	got := why.Codes()
	if len(got) != len(codes) {
		t.Fatalf("codes %q, want %q", got, codes)
	}
	for i := range codes {
		if got[i] != codes[i] {
			t.Errorf("code %d is %q, want %q", i, got[i], codes[i])
		}
	}
	for _, r := range why {
		if len(r.Text) < 10 || r.Text[len(r.Text)-1] != '.' {
			t.Errorf("%s: %q is no sentence", r.Code, r.Text)
		}
	}
}
