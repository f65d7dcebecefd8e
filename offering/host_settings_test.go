package offering

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// figuresIn writes any result out without asking shopspring to print a number,
// which would read the switches itself.
func figuresIn(v reflect.Value) string {
	if d, ok := v.Interface().(decimal.Decimal); ok {
		return rat(d).String()
	}
	if s, ok := v.Interface().(fmt.Stringer); ok && v.Kind() != reflect.Struct {
		return s.String()
	}
	var b strings.Builder
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				b.WriteString(v.Type().Field(i).Name + ":" + figuresIn(v.Field(i)) + " ")
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			b.WriteString("[" + figuresIn(v.Index(i)) + "]")
		}
	default:
		fmt.Fprint(&b, v.Interface())
	}
	return b.String()
}

// No entry of the package depends on what the program sets in shopspring's
// package variables.
func TestHostSettingsDoNotMatterAnywhere(t *testing.T) {
	type answer func() (any, error)
	entries := map[string]answer{
		"book": func() (any, error) {
			return Allocate(Terms{
				Price: dec("0.97"), Shares: 100_000, TieOut: MinimumChange, AmountLimit: dec("97e3"), Owed: SharesTimesPrice, Rounding: exact.Up,
			}, amounts("33333.33", "66666.67", "1e3"))
		},
		"waterfall": func() (any, error) {
			return Waterfall{Fees: []Fee{
				{Payee: "A", Basis: PercentOfGross, Percent: dec("7.333333"), Cap: dec("6e4")}, {Payee: "B", Basis: PerShare, Amount: dec("0.0035")},
			}}.Pay(dec("768000.01"), 800_001)
		},
		"closings": func() (any, error) {
			return Closings{Shares: 3, Amount: dec("2.97")}.Close(RunningTotal{}, []ClosingOrder{{Investor: "A", Amount: dec("1e3")}, {Investor: "B", Amount: dec("7.77")}})
		},
		"coverage": func() (any, error) {
			return Coverage{Basis: OfDollars, Percent: dec("33.3"), ExercisePrice: dec("1.5e0"), TieOut: MinimumChange}.Count(
				[]Covered{{Investor: "A", Amount: dec("1000.01")}, {Investor: "B", Amount: dec("7e2")}})
		},
		"unit": func() (any, error) {
			return Unit{Price: dec("49.995"), Shares: 10, Warrants: exact.Mixed{Whole: 0, Num: 1, Den: 2}, WarrantPrice: dec("0.01")}.Sell(
				[]UnitOrder{{Investor: "A", Amount: dec("12345.67")}, {Investor: "B", Units: 3}})
		},
		"valuation": func() (any, error) {
			return Valuation{PreMoney: dec("1e7"), FullyDiluted: 7_654_321, Increment: dec("0.0001")}.IssuePrice()
		},
		"market price": func() (any, error) {
			return MarketPrice{Pick: LowerOf, Increment: dec("0.0001"), Floor: dec("0.25"), References: []Reference{
				{Name: "vwap", Prices: []decimal.Decimal{dec("1.01"), dec("2e0")}, Volumes: []int64{100, 301}, Percent: dec("93")}, one("close", "1.6", "97"),
			}}.Set()
		},
		"over allotment": func() (any, error) {
			return OverAllotment{Base: 2_727_272, Percent: dec("15")}.Allot([]Indication{{"A", 2_000_000}, {"B", 2_000_001}})
		},
		"split cents": func() (any, error) {
			return SplitCents(dec("100.01"), []decimal.Decimal{dec("1.5"), dec("2.250"), dec("1e0")})
		},
		"subscriptions": func() (any, error) {
			return Subscriptions{AmountLimit: dec("125e3")}.Accept(amounts("50000", "6e4", "40000.01"))
		},
		"tender": func() (any, error) {
			return Tender{Sought: 100, OddLots: 50, Seed: "s"}.Prorate([]Tendered{{Holder: "A", Shares: 49, Owned: 49}, {Holder: "B", Shares: 200}})
		},
		"rights": func() (any, error) {
			return RightsOffering{New: 1, Old: 4}.Allocate([]Subscriber{{"A", 103, 45}, {"B", 200, 20}})
		},
		"participation": func() (any, error) {
			return PreemptiveRight{Round: 1_000, Part: exact.Fraction{Num: 35, Den: 100}}.Allocate([]Participant{{"A", 60, Accepts, 500}, {"B", 31, Declines, 0}})
		},
		"underwriting": func() (any, error) {
			return Underwriting{}.Substitute([]Underwriter{{"A", 500, 100}, {"B", 300, 0}, {"C", 201, 0}})
		},
		"lottery": func() (any, error) { return Lottery{Seed: "s"}.DrawUnits(10, []Entrant{{"A", 3}, {"B", 4}}) },
		"split": func() (any, error) {
			return Split{New: 1, Old: 3, Fractions: FractionsCash, Level: PerHolder, Price: dec("1.005")}.Apply([]SplitPosition{{Holder: "A", Shares: 5}})
		},
		"adjustment": func() (any, error) {
			return Adjustable{Price: dec("0.96"), Shares: 1_000, SharesFollow: true}.Adjust([]Adjustment{
				{Kind: ShareDividend, New: 1, Old: 20}, {Kind: Distribution, Market: dec("3"), Value: dec("0.1")},
			})
		},
		"shelf": func() (any, error) {
			return BabyShelf{
				Sale: day(2024, time.March, 1), Float: 10_000_001, Amount: dec("1e7"), Concurrent: law.Yes, StillOffered: dec("1e1"),
				Prices: []DayPrice{{day(2024, time.February, 1), dec("3.01")}},
			}.Capacity()
		},
		"refusal": func() (any, error) { return MarketPrice{Increment: dec("-1e2"), Floor: dec("-0.50")}.Set() },
	}
	before := map[string]string{}
	say := func(name string) string {
		v, err := entries[name]()
		if err != nil {
			if name == "refusal" {
				return err.Error()
			}
			t.Fatalf("%s: %v", name, err)
		}
		return figuresIn(reflect.ValueOf(v))
	}
	for name := range entries {
		if before[name] = say(name); len(before[name]) < 20 {
			t.Errorf("%s says %q", name, before[name])
		}
	}
	hostSettings(t)
	for name := range entries {
		if after := say(name); after != before[name] {
			t.Errorf("%s was\n%s\nand is\n%s", name, before[name], after)
		}
	}
}
