package restrict

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/shopspring/decimal"
)

// This file is the slow reference: the window day by day, amounts as big.Rat,
// and weeks by walking back through package time. It shares no code with what
// it checks.

// windowFirst is the same-numbered day three months before, or the last day of
// a shorter month, found by stepping through that month.
func windowFirst(sale calendar.Date) calendar.Date {
	y, m, d := sale.Civil()
	first := time.Date(y, m-3, 1, 12, 0, 0, 0, time.UTC)
	month := first.Month()
	for n := 1; n < d && first.AddDate(0, 0, 1).Month() == month; n++ {
		first = first.AddDate(0, 0, 1)
	}
	return calendar.DateOf(first)
}

func inWindow(sale, sold calendar.Date) bool {
	return !sold.After(sale) && !sold.Before(windowFirst(sale))
}

func TestLeavesDayByDay(t *testing.T) {
	sl := saleLaw{saleTerms: saleEras()[1].Value}
	for sold := day(2023, time.January, 1); sold.Before(day(2025, time.March, 2)); sold = sold.AddDays(1) {
		leaves := sl.leaves(sold)
		if got, want := sl.windowStart(sold), windowFirst(sold); got != want {
			t.Fatalf("the window of %s begins on %s, want %s", sold, got, want)
		}
		for sale := sold; sale.Before(sold.AddDays(100)); sale = sale.AddDays(1) {
			if got, want := sale.Before(leaves), inWindow(sale, sold); got != want {
				t.Fatalf("sold %s, sale %s: in the window %v, want %v", sold, sale, got, want)
			}
		}
	}
}

// TestWeeksDayByDay takes every anchor day of ten years.
func TestWeeksDayByDay(t *testing.T) {
	closed := time.Date(2001, time.September, 9, 12, 0, 0, 0, time.UTC)
	for anchor := day(1997, time.May, 1); anchor.Before(day(2007, time.May, 2)); anchor = anchor.AddDays(1) {
		y, m, d := anchor.Civil()
		at := time.Date(y, m, d, 12, 0, 0, 0, time.UTC)
		for at.Weekday() != time.Sunday {
			at = at.AddDate(0, 0, -1)
		}
		var want []Week
		for len(want) < 4 {
			saturday := at.AddDate(0, 0, -1)
			for range 7 {
				at = at.AddDate(0, 0, -1)
			}
			if at.Equal(closed) && !anchor.Before(day(2001, time.September, 21)) {
				continue
			}
			want = append(want, Week{calendar.DateOf(at), calendar.DateOf(saturday)})
		}
		got, err := Weeks(anchor)
		if err != nil || !slices.Equal(got.Weeks, want) {
			t.Fatalf("%s: %v, %v; want %v", anchor, got.Weeks, err, want)
		}
		for _, w := range got.Weeks {
			if w.First.Weekday() != time.Sunday || w.Last.Weekday() != time.Saturday || !w.Last.Before(anchor) || w.Last.Sub(w.First) != 6 {
				t.Fatalf("%s: %v is no week before it", anchor, w)
			}
		}
		if before := got.Weeks[0] == (Week{day(2001, time.September, 9), day(2001, time.September, 15)}); got.Why.Has(codeWeeksBefore) != before {
			t.Fatalf("%s: %s", anchor, got.Why)
		}
	}
}

// referenceLimit answers for an affiliate's equity with everything known.
type referenceLimit struct {
	cap              *big.Int
	counted          *big.Rat
	within           bool
	remaining        *big.Int
	firstFit         calendar.Date
	onePercent, mean *big.Rat
}

func rat(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

func referenceVolume(v Volume) referenceLimit {
	restate := func(r *big.Rat, asOf, sale calendar.Date) *big.Rat {
		for _, s := range v.Splits {
			if asOf.Before(s.Effective) && !sale.Before(s.Effective) {
				r = new(big.Rat).Mul(r, big.NewRat(s.New, s.Old))
			}
		}
		return r
	}
	var out referenceLimit
	out.onePercent = new(big.Rat).Quo(restate(rat(v.Outstanding), v.OutstandingAsOf, v.Sale), rat(100))
	most := out.onePercent
	if v.Market == MarketNational {
		sum := new(big.Rat)
		anchor := v.Notice
		if anchor.IsZero() {
			anchor = v.Order
		}
		weeks, _ := Weeks(anchor) // checked day by day above
		for _, w := range v.Weeks {
			for _, known := range weeks.Weeks {
				for d := known.First; !d.After(known.Last); d = d.AddDays(1) {
					if d == w.Week && (w.Market == "" || w.Market == MarketNational) {
						asOf := w.AsOf
						if asOf.IsZero() {
							asOf = known.First
						}
						sum.Add(sum, restate(rat(w.Amount), asOf, v.Sale))
					}
				}
			}
		}
		out.mean = sum.Quo(sum, rat(4))
		if out.mean.Cmp(most) > 0 {
			most = out.mean
		}
	}
	out.cap = new(big.Int).Quo(most.Num(), most.Denom())
	counted := func(on calendar.Date) *big.Rat {
		sum := new(big.Rat)
		first := windowFirst(on)
		for _, s := range v.Sales {
			if s.Date.Before(first) || s.Kind != "" {
				continue
			}
			r := rat(s.Amount)
			if s.Converts.Sign() > 0 {
				r.Mul(r, s.Converts.Rat())
			}
			sum.Add(sum, restate(r, s.Date, v.Sale))
		}
		return sum
	}
	out.counted = counted(v.Sale)
	limit := new(big.Rat).SetInt(out.cap)
	fits := func(window *big.Rat) bool {
		return new(big.Rat).Add(window, rat(v.Proposed)).Cmp(limit) <= 0
	}
	out.within = fits(out.counted)
	rest := new(big.Rat).Sub(limit, out.counted)
	out.remaining = new(big.Int)
	if rest.Sign() > 0 {
		out.remaining.Quo(rest.Num(), rest.Denom())
	}
	for n := 1; !out.within && n < 100; n++ {
		if on := v.Sale.AddDays(n); fits(counted(on)) {
			out.firstFit = on
			break
		}
	}
	return out
}

// randomVolume is a question about an affiliate's equity, everything known.
func randomVolume(r *rand.Rand) Volume {
	sale := day(2009, time.January, 1).AddDays(r.IntN(6000))
	v := Volume{
		Sale: sale, Proposed: int64(r.IntN(3000)), Security: Equity, Seller: affiliateSeller(),
		Outstanding: 1 + int64(r.IntN(400_000)), OutstandingAsOf: sale.AddDays(-r.IntN(120)),
		Market: []Market{MarketNational, MarketOver, MarketForeign, MarketNone}[r.IntN(4)],
		Order:  sale.AddDays(-r.IntN(5)),
	}
	if r.IntN(3) == 0 {
		v.Notice = sale.AddDays(-r.IntN(9))
	}
	for range r.IntN(3) {
		v.Splits = append(v.Splits, Split{
			Effective: sale.AddDays(-r.IntN(130)), New: 1 + int64(r.IntN(5)), Old: 1 + int64(r.IntN(5)),
		})
	}
	if v.Market == MarketNational {
		anchor := v.anchor()
		weeks, _ := weeksBefore(anchor)
		for _, w := range weeks {
			v.Weeks = append(v.Weeks, WeekVolume{
				Week: w.First.AddDays(r.IntN(7)), Amount: int64(r.IntN(9000)), AsOf: w.First.AddDays(r.IntN(7)),
			})
			if r.IntN(4) == 0 {
				v.Weeks = append(v.Weeks, WeekVolume{Week: w.First, Amount: 1 << 40, Market: MarketForeign, AsOf: w.First})
			}
		}
	}
	for range r.IntN(8) {
		s := Trade{Date: sale.AddDays(-r.IntN(105)), Amount: 1 + int64(r.IntN(1200))}
		if r.IntN(4) == 0 {
			s.Kind = []TradeKind{SoldRegistered, SoldRegulationA, SoldPrivate, SoldRegulationS, SoldFormS8}[r.IntN(5)]
		}
		if r.IntN(4) == 0 {
			s.Converts = decimal.New(1+int64(r.IntN(5000)), -int32(r.IntN(4)))
		}
		v.Sales = append(v.Sales, s)
	}
	return v
}

func TestVolumeAgainstReference(t *testing.T) {
	r := rand.New(rand.NewPCG(144, 5))
	answers := map[VolumeAnswer]int{}
	fits, splits := 0, 0
	for range 2500 {
		v := randomVolume(r)
		got, want := mustLimit(t, v), referenceVolume(v)
		answers[got.Answer]++
		if !want.firstFit.IsZero() {
			fits++
		}
		if got.Counted.Den > 1 {
			splits++
		}
		if got.Cap != want.cap.Int64() || (got.Answer == VolumeWithin) != want.within || got.Remaining != want.remaining.Int64() ||
			got.FirstFit != want.firstFit || kernel.RatOfMixed(got.Counted).Cmp(want.counted) != 0 || kernel.RatOfMixed(got.Percent).Cmp(want.onePercent) != 0 {
			t.Fatalf("%+v\ngot %s, cap %d, counted %s, remaining %d, fits %s\nwant %v, %v, %v, %v, %s\n%s", v, got.Answer, got.Cap, got.Counted,
				got.Remaining, got.FirstFit, want.within, want.cap, want.counted, want.remaining, want.firstFit, got.Why)
		}
		if want.mean != nil && kernel.RatOfMixed(got.Average).Cmp(want.mean) != 0 {
			t.Fatalf("%+v\naverage %s, want %v", v, got.Average, want.mean)
		}
		if over := v.Proposed - got.Remaining; got.Excess != max(0, over) || got.Excess > 0 == (got.Answer == VolumeWithin) {
			t.Fatalf("%+v\nexcess %d of %d beyond %d", v, got.Excess, v.Proposed, got.Remaining)
		}
	}
	if answers[VolumeWithin] < 300 || answers[VolumeExceeds] < 300 || fits < 200 || splits < 200 {
		t.Errorf("the cases are too much alike: %v, %d fit later, %d with fractions", answers, fits, splits)
	}
}
