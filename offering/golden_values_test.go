package offering

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// The figures below are those of the agreement of November 25, 2002, where it has
// any: 268,000 and 500,000 dollars at 0.96, which are 800,000 shares.

// agreed cites the agreement.
func agreed(section string) law.Citation { return law.Citation{Cite: "Agreement §" + section} }

// focusTerms is its first page, and focusOrders its signature pages.
func focusTerms() Terms {
	return Terms{Price: dec("0.96"), Shares: 800_000, Amount: dec("768000.00"), TieOut: MinimumChange, Authority: agreed("1(a)")}
}

func focusOrders() []Order {
	return []Order{{Investor: "Shimshon Visnstein", Amount: dec("268000")}, {Investor: "Alpha Capital", Amount: dec("500000")}}
}

func focusRegister() Register {
	return Register{
		Holdings:  []Holding{{Holder: "Shimshon Visnstein", Votes: 279_167}, {Holder: "Alpha Capital", Votes: 520_833, Consents: true}},
		Authority: agreed("A(vii)"),
	}
}

func goldenClosings() Closings {
	return Closings{Amount: dec("0.96"), Rounding: exact.Nearest, Authority: agreed("1(a)")}
}

func goldenClosingOrders() []ClosingOrder {
	return []ClosingOrder{{Investor: "Shimshon Visnstein", Amount: dec("268000")}, {Investor: "Alpha Capital", Amount: dec("500000")}}
}

func goldenWaterfall() Waterfall {
	return Waterfall{Fees: []Fee{
		{Payee: "placement agent", Basis: PercentOfGross, Percent: dec("7"), Cap: dec("50000"), Taken: dec("10000")},
		{Payee: "transfer agent", Basis: PerShare, Amount: dec("0.0035")},
		{Payee: "counsel", Basis: Fixed, Amount: dec("85000"), Authority: agreed("5")},
	}}
}

func goldenCoverage() Coverage {
	return Coverage{Basis: OfShares, Percent: dec("50"), ExercisePrice: dec("1.20"), TieOut: MinimumChange}
}

func goldenCovered() []Covered {
	return []Covered{{Investor: "Shimshon Visnstein", Shares: 279_167}, {Investor: "Alpha Capital", Shares: 520_833}}
}

func goldenUnit() Unit {
	return Unit{Price: dec("5.00"), Warrants: exact.Mixed{Num: 1, Den: 2}, WarrantPrice: dec("0.125"), WarrantRounding: exact.HalfEven}
}

func goldenUnitOrders() []UnitOrder {
	return []UnitOrder{{Investor: "A", Amount: dec("1009")}, {Investor: "B", Units: 3}}
}

func goldenValuation() Valuation {
	return Valuation{PreMoney: dec("12000000"), FullyDiluted: 3_814_246, Increment: dec("0.0001")}
}

func goldenMarketPrice() MarketPrice {
	return MarketPrice{
		Pick: LowerOf, Floor: dec("0.25"), Increment: dec("0.0001"), Rounding: exact.Up,
		References: []Reference{
			{Name: "five-day average", Prices: []decimal.Decimal{dec("0.31"), dec("0.32")}, Volumes: []int64{100, 300}, Percent: dec("93")},
			{Name: "close", Prices: []decimal.Decimal{dec("0.2950")}},
		},
	}
}

func goldenOverAllotment() OverAllotment {
	return OverAllotment{Base: 800_000, Percent: dec("15"), Way: SecondClosing}
}

func goldenIndications() []Indication {
	return []Indication{{Investor: "A", Shares: 500_000}, {Investor: "B", Shares: 300_000}, {Investor: "C", Shares: 150_001}}
}

func goldenPool() Pool {
	return Pool{Total: 800_000, Method: LargestRemainder, Minimums: MinimumOrNothing, Authority: agreed("1(a)")}
}

func goldenClaims() []Claim {
	return []Claim{
		{Holder: "A", Weight: 268_000, Tie: 1},
		{Holder: "B", Weight: 500_000, Maximum: 400_000, Capped: true, Tie: 2},
		{Holder: "C", Weight: 100, Minimum: 1_000, Tie: 3},
	}
}

func goldenPriority() Priority {
	return Priority{Total: 1_000, Within: ProRata, Method: LargestRemainder, Least: 500}
}

func goldenDemands() []Demand {
	return []Demand{
		{Holder: "A", Units: 400, Tier: 1, Guaranteed: 100},
		{Holder: "B", Units: 700, Tier: 2, Minimum: 10, Sequence: 1},
		{Holder: "C", Units: 200, Tier: 2, Sequence: 2},
		{Holder: "D", Units: 300, Tier: 3, AllOrNone: true},
	}
}

func goldenTender() Tender { return Tender{Sought: 1_000, OddLots: OddLot, Seed: "offer 2002-11-25"} }

func goldenTenders() []Tendered {
	return []Tendered{
		{Holder: "A", Shares: 99, Owned: 99},
		{Holder: "B", Shares: 600, Owned: 1_000},
		{Holder: "C", Shares: 751, Owned: 751},
		{Holder: "D", Shares: 100, Owned: 100, Minimum: 100},
	}
}

func goldenRights() RightsOffering { return RightsOffering{New: 1, Old: 4, Over: ByHeld} }

func goldenSubscribers() []Subscriber {
	return []Subscriber{{"A", 103, 45}, {"B", 200, 20}, {"C", 96, 124}}
}

func goldenPreemptive() PreemptiveRight {
	return PreemptiveRight{Round: 1_000_000, Part: exact.Fraction{Num: 35, Den: 100}, Formula: ShareOfPool, OverAllotment: true}
}

func goldenParticipants() []Participant {
	return []Participant{
		{Holder: "A", Holding: 500, Reply: Accepts, Wants: 235_000},
		{Holder: "B", Holding: 300},
		{Holder: "C", Holding: 200, Reply: Accepts, Wants: 75_000},
	}
}

func goldenUnderwriters() []Underwriter {
	return []Underwriter{{"A", 600, 0}, {"B", 300, 0}, {"C", 100, 100}}
}

func goldenLottery() Lottery {
	return Lottery{Seed: "offering 2002-11-25", Commitment: Commitment("offering 2002-11-25")}
}

func goldenEntrants() []Entrant { return []Entrant{{"Alpha", 500}, {"Beta", 300}, {"Gamma", 155}} }

func goldenSplit() Split {
	return Split{New: 1, Old: 10, Level: PerHolder, Fractions: FractionsCash, Price: dec("2.75")}
}

func goldenPositions() []SplitPosition {
	return []SplitPosition{{Certificate: "FCS-1", Holder: "X", Record: "X", Shares: 15}, {Holder: "X", Shares: 18}, {Holder: "Y", Shares: 7}}
}

func goldenAdjustable() Adjustable {
	return Adjustable{Price: dec("0.96"), Shares: 100_000, Step: TenMillionth, SharesFollow: true, PriceFactor: "2/3", ShareFactor: "3/2"}
}

func goldenAdjustments() []Adjustment {
	return []Adjustment{{Kind: ShareDividend, New: 1, Old: 20}, {Kind: Distribution, Market: dec("3.00"), Value: dec("0.10")}}
}

func goldenBlocker() Blocker { return Blocker{Limit: exact.Fraction{Num: 499, Den: 10_000}} }

func goldenOwnership() Ownership {
	return Ownership{
		Outstanding: 10_000_000, Held: 150_000, Attribution: []AttributionParty{{"Fund II", 250_000}}, Requested: 150_000,
	}
}

func goldenNotices() []LimitNotice {
	return []LimitNotice{{Delivered: day(2002, time.November, 27), Limit: exact.Fraction{Num: 999, Den: 10_000}}}
}

func goldenCap() ExchangeCap { return ExchangeCap{Outstanding: 1_000_000, Aggregated: 100} }

func goldenCapHolders() []CapHolder { return []CapHolder{{"A", 3}, {"B", 2}, {"C", 1}} }

func goldenCapEvents() []CapEvent {
	return []CapEvent{{Kind: CapIssue, Holder: "A", Shares: 100_000}, {Kind: CapTransfer, Holder: "B", To: "D", Securities: 1}}
}

func goldenIssuance() Issuance {
	return Issuance{
		Signed: day(2023, time.March, 1), Outstanding: 10_000_000, Issuable: 2_000_000, OneVoteAShare: true,
		Price: dec("1.74"), LastClose: dec("1.80"),
	}
}

func goldenShelf() BabyShelf {
	return BabyShelf{
		Sale: day(2024, time.March, 15), Float: 10_000_000, Prices: []DayPrice{{day(2024, time.January, 15), dec("5.00")}},
		Sales: []ShelfSale{{day(2023, time.March, 15), dec("1500000")}}, Amount: dec("768000.00"),
		Concurrent: law.Yes, StillOffered: dec("10000000"),
	}
}

func goldenResolution() Resolution {
	return Resolution{Carry: AnyOf, Thresholds: []Threshold{
		{Majority: Majority{Part: exact.Fraction{Num: 67, Den: 100}, Inclusive: true}, Of: OfPresent, Quorum: SimpleMajority()},
		{Majority: MajorityInInterest()},
	}}
}

func goldenVoters() []Voter {
	return []Voter{
		{Holder: "A", Votes: 342, Consents: true},
		{Holder: "B", Votes: 168, Present: true},
		{Holder: "C", Class: "B", Votes: 490},
		{Holder: "the company", Votes: 200, Excluded: true},
	}
}

// goldenQuestions has one of each type that is asked with.
func goldenQuestions() []any {
	return []any{
		focusTerms(), focusOrders(),
		Subscriptions{AmountLimit: dec("700000"), OrderMinimum: dec("1000")},
		goldenClosings(),
		RunningTotal{Amount: dec("268000"), Shares: 279_167},
		goldenClosingOrders(),
		goldenWaterfall(), goldenCoverage(), goldenCovered(), goldenUnit(), goldenUnitOrders(), goldenValuation(), goldenMarketPrice(),
		goldenOverAllotment(), goldenIndications(), goldenPool(), goldenClaims(), goldenPriority(), goldenDemands(),
		Limits{Minimums: []int64{0, 10}, Maximums: []int64{100, NoMaximum}, Ties: []int64{2, 1}},
		goldenTender(), goldenTenders(), goldenRights(), goldenSubscribers(), goldenPreemptive(), goldenParticipants(),
		Underwriting{Limit: exact.Fraction{Num: 1, Den: 10}, Ties: []int64{2, 1, 3}},
		goldenUnderwriters(), goldenLottery(), goldenEntrants(),
		goldenSplit(), goldenPositions(), goldenAdjustable(), goldenAdjustments(), focusRegister(), MajorityInInterest(),
		goldenResolution(), goldenVoters(), goldenBlocker(), goldenOwnership(), goldenNotices(), goldenCap(), goldenCapHolders(),
		goldenCapEvents(), goldenIssuance(), goldenShelf(),
	}
}

// goldenAnswers has one of each type that is an answer.
func goldenAnswers(t *testing.T) []any {
	var out []any
	add := func(v any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	add(answer(Shares(dec("268000"), dec("0.96"), exact.Nearest)))
	add(answer(Allocate(focusTerms(), focusOrders())))
	add(answer(Tabulate(focusTerms(), focusOrders())))
	add(answer(Subscriptions{AmountLimit: dec("700000")}.Accept(focusOrders())))
	add(answer(goldenClosings().Close(RunningTotal{}, goldenClosingOrders())))
	add(answer(goldenWaterfall().Pay(dec("768000.00"), 800_000)))
	add(answer(goldenCoverage().Count(goldenCovered())))
	add(answer(goldenUnit().Sell(goldenUnitOrders())))
	add(answer(goldenValuation().IssuePrice()))
	add(answer(goldenMarketPrice().Set()))
	add(answer(goldenOverAllotment().Allot(goldenIndications())))
	add(answer(goldenPool().Allot(goldenClaims())))
	add(answer(goldenPriority().Fill(goldenDemands())))
	add(answer(goldenTender().Prorate(goldenTenders())))
	add(answer(goldenRights().Allocate(goldenSubscribers())))
	add(answer(goldenPreemptive().Allocate(goldenParticipants())))
	add(answer(Underwriting{}.Substitute(goldenUnderwriters())))
	draw, err := goldenLottery().DrawUnits(10, goldenEntrants())
	add(draw, err)
	add(answer(draw.Replay()))
	add(answer(goldenSplit().Apply(goldenPositions())))
	add(answer(goldenAdjustable().Adjust(goldenAdjustments())))
	add(answer(MajorityInInterest().Consent(focusRegister())))
	add(answer(goldenResolution().Count(goldenVoters())))
	add(answer(goldenBlocker().Exercise(goldenOwnership())))
	add(answer(goldenBlocker().On(day(2002, time.November, 29), exact.Fraction{}, goldenNotices())))
	add(answer(goldenCap().Follow(goldenCapHolders(), goldenCapEvents())))
	add(answer(goldenIssuance().Approval()))
	add(answer(goldenShelf().Capacity()))
	return out
}

// answer makes one list of answers of many types.
func answer[T any](v T, err error) (any, error) { return v, err }
