package offering

import (
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/golden"
)

// asked is the golden question of the type.
func asked[T any](t *testing.T) *T {
	t.Helper()
	v := golden.Of[T](t, goldenQuestions())
	return &v
}

// doors has each function that takes text, and asks it with golden values.
func doors(t *testing.T) []golden.Door {
	draw := golden.Of[Draw](t, goldenAnswers(t))
	factor, other, rounding, method := Factor("21/20"), Factor("2/3"), exact.Nearest, LargestRemainder
	terms, orders := asked[Terms](t), asked[[]Order](t)
	subscriptions := asked[Subscriptions](t)
	closings, closingOrders := asked[Closings](t), asked[[]ClosingOrder](t)
	waterfall, coverage, covered := asked[Waterfall](t), asked[Coverage](t), asked[[]Covered](t)
	unit, unitOrders, valuation, price := asked[Unit](t), asked[[]UnitOrder](t), asked[Valuation](t), asked[MarketPrice](t)
	over, indications := asked[OverAllotment](t), asked[[]Indication](t)
	pool, claims, priority, demands := asked[Pool](t), asked[[]Claim](t), asked[Priority](t), asked[[]Demand](t)
	tender, tenders, rights, subscribers := asked[Tender](t), asked[[]Tendered](t), asked[RightsOffering](t), asked[[]Subscriber](t)
	preemptive, participants := asked[PreemptiveRight](t), asked[[]Participant](t)
	underwriting, underwriters := asked[Underwriting](t), asked[[]Underwriter](t)
	lottery, entrants := asked[Lottery](t), asked[[]Entrant](t)
	split, positions := asked[Split](t), asked[[]SplitPosition](t)
	adjustable, adjustments := asked[Adjustable](t), asked[[]Adjustment](t)
	register, resolution, voters := asked[Register](t), asked[Resolution](t), asked[[]Voter](t)
	blocker, ownership, notices := asked[Blocker](t), asked[Ownership](t), asked[[]LimitNotice](t)
	limit, holders, events := asked[ExchangeCap](t), asked[[]CapHolder](t), asked[[]CapEvent](t)
	issuance, shelf := asked[Issuance](t), asked[BabyShelf](t)
	return []golden.Door{
		{Name: "Shares", In: []any{&rounding}, Ask: func() (any, error) { return Shares(dec("268000"), dec("0.96"), rounding) }},
		{Name: "WholeShares", In: []any{&rounding}, Ask: func() (any, error) { return WholeShares(dec("268000"), dec("0.96"), rounding) }},
		{Name: "Rounding.Divide", In: []any{&rounding}, Ask: func() (any, error) { return rounding.Divide(1, 3) }},
		{Name: "Fraction.Round", In: []any{&rounding}, Ask: func() (any, error) { return exact.Mixed{Num: 1, Den: 3}.Round(rounding) }},
		{Name: "Factor.Times", In: []any{&factor, &other}, Ask: func() (any, error) { return factor.Times(other) }},
		{Name: "Factor.Price", In: []any{&factor, &rounding}, Ask: func() (any, error) { return factor.Price(dec("0.96"), 4, rounding) }},
		{Name: "Method.Apportion", In: []any{&method}, Ask: func() (any, error) { return method.Apportion(10, []int64{1, 2}) }},
		{Name: "Method.ApportionInto", In: []any{&method}, Ask: func() (any, error) { return nil, method.ApportionInto(make([]int64, 2), 10, []int64{1, 2}, nil) }},
		{Name: "Method.ApportionWithin", In: []any{&method}, Ask: func() (any, error) {
			return method.ApportionWithin(make([]int64, 2), 10, []int64{1, 2}, Limits{})
		}},
		{Name: "Allocate", In: []any{terms, orders}, Ask: func() (any, error) { return Allocate(*terms, *orders) }},
		{Name: "Tabulate", In: []any{terms, orders}, Ask: func() (any, error) { return Tabulate(*terms, *orders) }},
		{Name: "Subscriptions.Accept", In: []any{subscriptions, orders}, Ask: func() (any, error) { return subscriptions.Accept(*orders) }},
		{Name: "Closings.Close", In: []any{closings, closingOrders}, Ask: func() (any, error) { return closings.Close(RunningTotal{}, *closingOrders) }},
		{Name: "Waterfall.Pay", In: []any{waterfall}, Ask: func() (any, error) { return waterfall.Pay(dec("768000.00"), 800_000) }},
		{Name: "Coverage.Count", In: []any{coverage, covered}, Ask: func() (any, error) { return coverage.Count(*covered) }},
		{Name: "Unit.Sell", In: []any{unit, unitOrders}, Ask: func() (any, error) { return unit.Sell(*unitOrders) }},
		{Name: "Valuation.IssuePrice", In: []any{valuation}, Ask: func() (any, error) { return valuation.IssuePrice() }},
		{Name: "MarketPrice.Set", In: []any{price}, Ask: func() (any, error) { return price.Set() }},
		{Name: "OverAllotment.Allot", In: []any{over, indications}, Ask: func() (any, error) { return over.Allot(*indications) }},
		{Name: "OverAllotment.OptionShares", In: []any{over}, Ask: func() (any, error) { return over.OptionShares() }},
		{Name: "Pool.Allot", In: []any{pool, claims}, Ask: func() (any, error) { return pool.Allot(*claims) }},
		{Name: "Pool.Tabulate", In: []any{pool, claims}, Ask: func() (any, error) { return pool.Tabulate(*claims) }},
		{Name: "Priority.Fill", In: []any{priority, demands}, Ask: func() (any, error) { return priority.Fill(*demands) }},
		{Name: "Priority.Tabulate", In: []any{priority, demands}, Ask: func() (any, error) { return priority.Tabulate(*demands) }},
		{Name: "Tender.Prorate", In: []any{tender, tenders}, Ask: func() (any, error) { return tender.Prorate(*tenders) }},
		{Name: "Tender.Tabulate", In: []any{tender, tenders}, Ask: func() (any, error) { return tender.Tabulate(*tenders) }},
		{Name: "RightsOffering.Allocate", In: []any{rights, subscribers}, Ask: func() (any, error) { return rights.Allocate(*subscribers) }},
		{Name: "PreemptiveRight.Allocate", In: []any{preemptive, participants}, Ask: func() (any, error) { return preemptive.Allocate(*participants) }},
		{Name: "Underwriting.Substitute", In: []any{underwriting, underwriters}, Ask: func() (any, error) { return underwriting.Substitute(*underwriters) }},
		{Name: "Lottery.Draw", In: []any{lottery, entrants}, Ask: func() (any, error) { return lottery.Draw(2, unweighted(*entrants)) }},
		{Name: "Lottery.DrawUnits", In: []any{lottery, entrants}, Ask: func() (any, error) { return lottery.DrawUnits(10, *entrants) }},
		{Name: "Draw.Replay", In: []any{&draw}, Ask: func() (any, error) { return draw.Replay() }},
		{Name: "Split.Apply", In: []any{split, positions}, Ask: func() (any, error) { return split.Apply(*positions) }},
		{Name: "Split.Entitlement", In: []any{split}, Ask: func() (any, error) { return split.Entitlement(15) }},
		{Name: "Adjustable.Adjust", In: []any{adjustable, adjustments}, Ask: func() (any, error) { return adjustable.Adjust(*adjustments) }},
		{Name: "Majority.Consent", In: []any{register}, Ask: func() (any, error) { return MajorityInInterest().Consent(*register) }},
		{Name: "Resolution.Count", In: []any{resolution, voters}, Ask: func() (any, error) { return resolution.Count(*voters) }},
		{Name: "Blocker.Room", In: []any{blocker}, Ask: func() (any, error) { return blocker.Room(10_000_000, 150_000) }},
		{Name: "Blocker.Exercise", In: []any{blocker, ownership}, Ask: func() (any, error) { return blocker.Exercise(*ownership) }},
		{Name: "Blocker.On", In: []any{blocker, notices}, Ask: func() (any, error) { return blocker.On(day(2002, time.November, 29), exact.Fraction{}, *notices) }},
		{Name: "ExchangeCap.Shares", In: []any{limit}, Ask: func() (any, error) { return limit.Shares() }},
		{Name: "ExchangeCap.Follow", In: []any{limit, holders, events}, Ask: func() (any, error) { return limit.Follow(*holders, *events) }},
		{Name: "Issuance.Approval", In: []any{issuance}, Ask: func() (any, error) { return issuance.Approval() }},
		{Name: "BabyShelf.Capacity", In: []any{shelf}, Ask: func() (any, error) { return shelf.Capacity() }},
	}
}

// unweighted is the entrants as a draw of winners takes them.
func unweighted(entrants []Entrant) []Entrant {
	out := slices.Clone(entrants)
	for i := range out {
		out[i].Weight = 0
	}
	return out
}

func TestTextIsUTF8(t *testing.T) { golden.Texts(t, doors(t)) }

func TestTextIsUTF8InJSON(t *testing.T) {
	golden.TextsJSON(t, append(goldenQuestions(), golden.Of[Draw](t, goldenAnswers(t))))
}

// Those that take no text are no doors.
func TestDoorsAreAll(t *testing.T) {
	golden.Doors(t, doors(t), "Apportion", "ApportionInto", "Majority.Needed", "Majority.Reached", "Percent", "AverageClose", "SplitCents")
}
