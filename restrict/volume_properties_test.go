package restrict

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// TestVolumeMonotone: more outstanding or more trading never lowers the limit;
// more sold never leaves more; a lower bound is never above the limit.
func TestVolumeMonotone(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	raised := 0
	for range 1500 {
		v := randomVolume(r)
		before := mustLimit(t, v)
		more := v
		more.Outstanding += int64(r.IntN(100_000))
		more.Weeks = slices.Clone(v.Weeks)
		if len(more.Weeks) > 0 {
			more.Weeks[r.IntN(len(more.Weeks))].Amount += int64(r.IntN(20_000))
		}
		after := mustLimit(t, more)
		if after.Cap < before.Cap || after.Remaining < before.Remaining {
			t.Fatalf("more trading lowers the limit from %d to %d\n%+v", before.Cap, after.Cap, v)
		}
		if after.Cap > before.Cap {
			raised++
		}
		sold := v
		sold.Sales = append(slices.Clone(v.Sales), Trade{Date: v.Sale.AddDays(-r.IntN(120)), Amount: 1 + int64(r.IntN(100))})
		if got := mustLimit(t, sold); got.Remaining > before.Remaining || got.Cap != before.Cap ||
			before.Answer == VolumeExceeds && got.Answer != VolumeExceeds {
			t.Fatalf("a sale more leaves %d instead of %d\n%+v", got.Remaining, before.Remaining, v)
		}
		unknown := v
		unknown.Weeks = unknown.Weeks[:min(len(unknown.Weeks), r.IntN(4))]
		if r.IntN(2) == 0 {
			unknown.Outstanding = 0
		}
		got := mustLimit(t, unknown)
		if got.Cap > before.Cap || got.Answer == VolumeAtLeast && before.Answer != VolumeWithin || got.AtLeast && got.Answer == VolumeExceeds {
			t.Fatalf("with less known: %s of at least %d, where it is %s of %d\n%+v", got.Answer, got.Cap, before.Answer, before.Cap, v)
		}
	}
	if raised < 300 {
		t.Errorf("the limit was raised %d times", raised)
	}
}

// TestVolumeExcludedChangesNothing: what does not count leaves every figure.
func TestVolumeExcludedChangesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for range 1000 {
		v := randomVolume(r)
		v.Name = "S"
		v.Relations = []Relation{{Kind: Unrelated, From: "S", To: "Bob"}}
		before := mustLimit(t, v)
		extra := Trade{Date: v.Sale.AddDays(-r.IntN(80)), Amount: 1 + int64(r.IntN(1_000_000))}
		switch r.IntN(3) {
		case 0:
			extra.Kind = []TradeKind{SoldRegistered, SoldRegulationA, SoldPrivate, SoldRegulationS, SoldFormS8}[r.IntN(5)]
		case 1:
			extra.Person = "Bob"
		default:
			extra.Date = before.From.AddDays(-1 - r.IntN(50))
		}
		v.Sales = append(v.Sales, extra)
		after := mustLimit(t, v)
		if after.Window[len(after.Window)-1].Counts != CountsNo {
			t.Fatalf("%+v counts", extra)
		}
		after.Window, before.Window, after.Why, before.Why = nil, nil, nil, nil
		if !reflect.DeepEqual(after, before) {
			t.Fatalf("%+v changes\n%+v to\n%+v", extra, before, after)
		}
	}
}

// TestVolumeSplitAndBack: a split and its reverse on the next day restate
// nothing, and a split of everything scales everything.
func TestVolumeSplitAndBack(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for range 1000 {
		v := randomVolume(r)
		v.Splits, v.OutstandingAsOf = nil, v.Sale.AddDays(-200)
		for i := range v.Weeks {
			v.Weeks[i].AsOf = v.Sale.AddDays(-200)
		}
		for i := range v.Sales {
			v.Sales[i].Date = v.Sale.AddDays(-20 - r.IntN(60))
		}
		plain := mustLimit(t, v)
		n := 2 + int64(r.IntN(50))
		v.Splits = []Split{{Effective: v.Sale.AddDays(-10), New: n, Old: 1}, {Effective: v.Sale.AddDays(-9), New: 1, Old: n}}
		back := mustLimit(t, v)
		back.Why, plain.Why = nil, nil
		if !reflect.DeepEqual(back, plain) {
			t.Fatalf("split and back:\n%+v\n%+v", back, plain)
		}
		v.Splits = v.Splits[:1]
		v.Proposed *= n
		split := mustLimit(t, v)
		scaled := new(big.Rat).Mul(kernel.RatOfMixed(plain.Percent), rat(n))
		counted := new(big.Rat).Mul(kernel.RatOfMixed(plain.Counted), rat(n))
		if kernel.RatOfMixed(split.Percent).Cmp(scaled) != 0 || kernel.RatOfMixed(split.Counted).Cmp(counted) != 0 ||
			plain.Answer == VolumeWithin && split.Answer != VolumeWithin { // the other way, rounding down once may keep a share
			t.Fatalf("split %d for 1:\n%+v\n%+v", n, split, plain)
		}
	}
}

// TestVolumeSwitches: the decimal package's switches change no answer.
func TestVolumeSwitches(t *testing.T) {
	ask := func() string {
		v := sampleVolume()
		v.Sales = []Trade{{Date: v.Sale, Amount: 3, Converts: decimal.New(13333, -4)}}
		f := sampleNotice()
		f.Price = decimal.New(10_500, -3)
		_, err := Form144(Form144Facts{Price: decimal.New(-50, -2)})
		return fmt.Sprint(mustLimit(t, v).Why, mustNotice(t, f).Why, err)
	}
	want := ask()
	precision, trim := decimal.DivisionPrecision, decimal.TrimTrailingZeros
	defer func() { decimal.DivisionPrecision, decimal.TrimTrailingZeros = precision, trim }()
	decimal.DivisionPrecision, decimal.TrimTrailingZeros = 1, !trim
	if got := ask(); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// The fuzz targets feed questions as a service would receive them. Whatever
// comes is answered or refused with faults, and an answer survives JSON.

func FuzzVolumeJSON(f *testing.F) {
	good := sampleVolume()
	good.Name, good.Seasoned = "S", law.Yes
	good.Sales = []Trade{{Date: good.Sale, Amount: 5, Person: "A", Converts: decimal.New(25, -1)}}
	good.Relations = []Relation{{Kind: Gift, From: "S", To: "A", Since: good.Sale}}
	good.Splits, good.OutstandingAsOf = []Split{{Effective: good.Sale, New: 1, Old: 10}}, good.Sale.AddDays(-1)
	good.Market, good.Weeks = MarketNational, weeklyVolume(good.Order, 1, 2, 3, 4)
	seed, err := json.Marshal(good)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte(`{"sale":"9999-12-31","proposed":9223372036854775807,"security":"debt","seller":{"affiliate":"unknown","stock":"restricted"},
		"outstanding":9223372036854775807,"tranche":9223372036854775807,"market":"unknown","sales":[{"date":"9999-12-31","amount":1}]}`))
	f.Add([]byte(`{"sale":"2001-09-25","security":"equity","seller":{"affiliate":"former","last_affiliate":"2001-09-24","stock":"restricted",
		"held_since":"2000-01-01"},"market":"national","notice":"2001-09-25","outstanding":99}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var v Volume
		if json.Unmarshal(data, &v) != nil {
			return
		}
		got, err := VolumeLimit(v)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		sure := v.Outstanding > 0 && v.Market != MarketUnknown
		if got.Answer == VolumeWithin && !sure || got.Answer == VolumeExceeds && got.Excess <= 0 || got.Remaining < 0 || got.Cap < 0 {
			t.Fatalf("%+v", got)
		}
		if got.Answer != VolumeFree && len(got.Window) != len(v.Sales) {
			t.Fatalf("%d sales, %d answers", len(v.Sales), len(got.Window))
		}
		if !got.FirstFit.IsZero() && !got.FirstFit.After(v.Sale) {
			t.Fatalf("fits on %s", got.FirstFit)
		}
		sameJSON(t, got)
	})
}

func FuzzAggregationJSON(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 5 {
		seed, err := json.Marshal(randomAggregation(r))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var a Aggregation
		if json.Unmarshal(data, &a) != nil {
			return
		}
		got, err := Aggregate(a)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		seen := map[string]bool{a.Seller: true}
		for _, m := range got.Members {
			if seen[m.Name] || m.Counts == "" || m.Notice == "" || m.Why.Code == "" {
				t.Fatalf("%+v", m)
			}
			seen[m.Name] = true
		}
		sameJSON(t, got)
	})
}

func FuzzMannerJSON(f *testing.F) {
	good := sampleManner()
	good.Broker.Inquiries = []Inquiry{{Date: good.Sale, Party: PartyCustomer, Interest: good.Sale, Unsolicited: law.Yes, Written: law.Yes}}
	good.Broker.Quotations = []Quotation{{System: InterDealer, OwnMarket: law.Yes, Days: everyOther(good.Sale, 12)}, {System: Alternative}}
	seed, err := json.Marshal(good)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Fuzz(func(t *testing.T, data []byte) {
		var m Manner
		if json.Unmarshal(data, &m) != nil {
			return
		}
		got, err := MannerOfSale(m)
		if err != nil {
			mustBeFaults(t, err)
		} else if got.Met != law.Yes && got.Met != law.No && got.Met != law.Unknown || got.Applies == law.Yes && got.Met == law.Yes && (m.Solicited != law.No || m.Paid != law.No) {
			t.Fatalf("%+v", got)
		}
		if m.Broker != nil {
			if _, err := BrokersTransaction(*m.Broker); err != nil {
				mustBeFaults(t, err)
			}
		}
		sameJSON(t, got)
	})
}

func FuzzForm144JSON(f *testing.F) {
	good := sampleNotice()
	good.Trades = []Trade{{Date: good.Sale, Amount: 1, Proceeds: cents(100)}, {Date: good.Sale.AddDays(40), Amount: 1, Person: "A", Converts: cents(1)}}
	good.Notices = []FiledNotice{{Filed: good.Sale, Amount: 1}}
	seed, err := json.Marshal(good)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte(`{"sale":"2024-06-14","security":"equity","seller":{"affiliate":"now","stock":"unrestricted"},"reports":"yes","amount":9223372036854775807,
		"price":"1e18","submitted":"2024-06-14T22:00:00-04:00"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var n Form144Facts
		if json.Unmarshal(data, &n) != nil {
			return
		}
		got, err := Form144(n)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		if got.Required == law.Yes && got.Action == NoticeNone || got.Required == law.No && got.Action != NoticeNone || got.Required == "" {
			t.Fatalf("%+v", got)
		}
		sameJSON(t, got)
	})
}

func FuzzWeeks(f *testing.F) {
	f.Add(730747)
	f.Add(1)
	f.Add(3652058)
	f.Fuzz(func(t *testing.T, n int) {
		anchor := day(1, 1, 1).AddDays(n)
		got, err := Weeks(anchor)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		for i, w := range got.Weeks {
			if w.Last.Sub(w.First) != 6 || !w.Last.Before(anchor) || i > 0 && !w.Last.Before(got.Weeks[i-1].First) {
				t.Fatalf("%s: %v", anchor, got.Weeks)
			}
		}
		roundTrip(t, got)
	})
}

func BenchmarkVolumeLimit(b *testing.B) {
	v := sampleVolume()
	v.Market, v.Weeks = MarketNational, weeklyVolume(v.Order, 30_900, 37_500, 42_600, 33_000)
	for i := range 20 {
		v.Sales = append(v.Sales, Trade{Date: v.Sale.AddDays(-5 * i), Amount: 100})
	}
	for _, c := range []struct {
		name     string
		proposed int64
	}{{"within", 1}, {"exceeds", 99_000}} {
		b.Run(c.name, func(b *testing.B) {
			v.Proposed = c.proposed
			b.ReportAllocs()
			for b.Loop() {
				if _, err := VolumeLimit(v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkForm144(b *testing.B) {
	f := sampleNotice()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Form144(f); err != nil {
			b.Fatal(err)
		}
	}
}
