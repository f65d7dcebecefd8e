package offering

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func TestBabyShelf(t *testing.T) {
	sale := day(2024, time.March, 15)
	b := BabyShelf{
		Sale: sale, Float: 10_000_000,
		Prices: []DayPrice{
			{day(2024, time.February, 1), dec("4.20")},
			{day(2024, time.January, 15), dec("5.00")}, // 60 days before: 16 + 29 + 15
			{day(2024, time.January, 14), dec("9.00")}, // 61 days before
			{sale, dec("8.00")},                        // not before the sale
		},
		Sales: []ShelfSale{
			{day(2023, time.March, 15), dec("1000000")}, // twelve months before, counted
			{day(2023, time.March, 14), dec("5000000")}, // a day earlier, not
			{sale, dec("500000.00")},
			{day(2024, time.March, 16), dec("700000")}, // after the sale
		},
		Concurrent: law.No,
	}
	c, err := b.Capacity()
	if err != nil {
		t.Fatal(err)
	}
	// 10,000,000 × 5.00 ÷ 3 = 16,666,666.66 2/3, less 1,500,000.
	for _, figure := range []struct {
		name string
		got  decimal.Decimal
		want string
	}{
		{"price", c.Price, "5"},
		{"value", c.FloatValue, "50000000"},
		{"limit", c.Limit, "16666666.66"},
		{"sold", c.Sold, "1500000"},
		{"available", c.Available, "15166666.66"},
		{"excess", c.Excess, "0"},
	} {
		if !figure.got.Equal(dec(figure.want)) {
			t.Errorf("%s is %s, want %s", figure.name, figure.got, figure.want)
		}
	}
	if c.PriceDate != day(2024, time.January, 15) || c.WindowFrom != day(2023, time.March, 15) || c.Fits != "" || c.Lifted {
		t.Errorf("%+v", c)
	}
	wantCodes(t, c.Why, "offering.shelf.price", "offering.shelf.limit", "offering.shelf.sold",
		"offering.shelf.concurrent", "offering.shelf.available", "offering.shelf.unchecked")
	roundTrip(t, b)
	roundTrip(t, c)

	for _, tt := range []struct {
		amount string
		want   law.YesNo
		code   law.Code
	}{{"15166666.66", law.Yes, "offering.shelf.fits"}, {"15166666.67", law.No, "offering.shelf.exceeds"}} {
		b.Amount = dec(tt.amount)
		if c, err = b.Capacity(); err != nil || c.Fits != tt.want || !c.Why.Has(tt.code) {
			t.Errorf("%s: %+v, %v", tt.amount, c, err)
		}
	}
}

// The release of 2007 describes the case: a company that has sold a third of its
// float may sell again when the price has risen, by the difference between a
// third of then and a third of now; and when it has fallen it may sell nothing,
// without having broken anything.
func TestBabyShelfAsPricesMove(t *testing.T) {
	sold := []ShelfSale{{day(2024, time.January, 10), dec("13333333.33")}} // a third of 10,000,000 × 4.00
	capacity := func(price string) Capacity {
		c, err := BabyShelf{
			Sale: day(2024, time.May, 1), Float: 10_000_000, Sales: sold, Prices: []DayPrice{{day(2024, time.April, 30), dec(price)}},
			Amount: dec("0.01"), Concurrent: law.No, Effective: day(2024, time.January, 2),
		}.Capacity()
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	if c := capacity("6.00"); !c.Available.Equal(dec("6666666.67")) || c.Fits != law.Yes {
		t.Errorf("%+v", c)
	}
	if c := capacity("4.00"); c.Available.Sign() != 0 || c.Excess.Sign() != 0 || c.Fits != law.No {
		t.Errorf("%+v", c)
	}
	if c := capacity("3.00"); !c.Excess.Equal(dec("3333333.33")) || c.Available.Sign() != 0 || !c.Why.Has("offering.shelf.exhausted") {
		t.Errorf("%+v", c)
	}
	// 7.50 × 10,000,000 is $75 million; a cent less is not.
	c := capacity("7.50")
	if !c.Lifted || c.Why[len(c.Why)-3].Authority.Doubt == "" {
		t.Errorf("%+v", c)
	}
	if c := capacity("7.4999999"); c.Lifted {
		t.Errorf("%+v", c)
	}
}

// The windows at the end of February, and the earlier of two days at one price,
// whichever comes first in the list.
func TestBabyShelfWindows(t *testing.T) {
	late, early := DayPrice{day(2024, time.February, 28), dec("1.0")}, DayPrice{day(2024, time.January, 3), dec("1")}
	for _, prices := range [][]DayPrice{{late, early}, {early, late}} {
		c, err := BabyShelf{
			Sale: day(2024, time.February, 29), Float: 3, Prices: prices,
			Sales:      []ShelfSale{{day(2023, time.February, 28), dec("0.25")}, {day(2023, time.February, 27), dec("0.50")}},
			Concurrent: law.No,
		}.Capacity()
		if err != nil || c.WindowFrom != day(2023, time.February, 28) || !c.Available.Equal(dec("0.75")) || c.PriceDate != early.Date {
			t.Errorf("%+v, %v", c, err)
		}
	}
}

// The limit is never passed by a cent, and never a cent short, by rationals.
func TestBabyShelfProperties(t *testing.T) {
	sale := day(2025, time.June, 30)
	for seed := range uint64(500) {
		random := source(seed + 12_000)
		b := BabyShelf{Sale: sale, Float: 1 + random.Int64N(1<<uint(1+random.IntN(60)))}
		best, sold := new(big.Rat), new(big.Rat)
		for range 1 + random.IntN(6) {
			back := 1 + random.IntN(80)
			price := decimal.New(1+random.Int64N(1_000_000), -int32(random.IntN(8)))
			b.Prices = append(b.Prices, DayPrice{sale.AddDays(-back), price})
			if back <= 60 && rat(price).Cmp(best) > 0 {
				best = rat(price)
			}
		}
		for range random.IntN(6) {
			back := random.IntN(500)
			amount := decimal.New(1+random.Int64N(1_000_000_000), -2)
			b.Sales = append(b.Sales, ShelfSale{sale.AddDays(-back), amount})
			if back <= 365 { // June 30, 2024 to June 30, 2025, with no February 29
				sold.Add(sold, rat(amount))
			}
		}
		offered := new(big.Rat)
		if b.Concurrent = []law.YesNo{"", law.Unknown, law.No, law.Yes, law.Yes}[random.IntN(5)]; b.Concurrent == law.Yes && random.IntN(4) > 0 {
			b.StillOffered = decimal.New(1+random.Int64N(1_000_000_000), -2)
			offered = rat(b.StillOffered)
		}
		known := b.Concurrent == law.No || offered.Sign() > 0
		b.Amount = decimal.New(1+random.Int64N(1_000_000_000), -2)
		c, err := b.Capacity()
		if best.Sign() == 0 {
			wantFault(t, err, law.ErrMissing, "prices")
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		limit := new(big.Rat).Mul(best, new(big.Rat).SetFrac64(b.Float, 3))
		cents := new(big.Rat).SetFrac(refRound(new(big.Rat).Mul(limit, big.NewRat(100, 1)), exact.Down), big.NewInt(100))
		left := cents.Sub(cents, sold)
		left.Sub(left, offered)
		some := rat(c.Available)
		if !known {
			some = rat(c.AtMost)
		}
		if got := new(big.Rat).Sub(some, rat(c.Excess)); got.Cmp(left) != 0 || some.Sign() > 0 && c.Excess.Sign() > 0 ||
			rat(c.Sold).Cmp(sold) != 0 || rat(c.StillOffered).Cmp(offered) != 0 || known && c.AtMost.Sign() != 0 || !known && c.Available.Sign() != 0 {
			t.Fatalf("%d: %+v, want %s left", seed, c, left.FloatString(2))
		}
		// The sale fits for certain, for certain not, or it is not known.
		want := law.No
		switch within := rat(b.Amount).Cmp(left) <= 0; {
		case c.Lifted || within && known:
			want = law.Yes
		case within:
			want = law.Unknown
		}
		if c.Fits != want {
			t.Fatalf("%d: %+v, %s proposed, want %s", seed, c, b.Amount, want)
		}
		roundTrip(t, c)
	}
}

// What is still on offer in other continuous offerings counts, as SEC staff
// interpretations 116.22 and 116.23 of August 12, 2010 are reported; a fact that
// is left out leaves the answer unknown, and never yes.
func TestBabyShelfConcurrent(t *testing.T) {
	for _, tt := range []struct {
		name                               string
		concurrent                         law.YesNo
		offered, amount                    string
		available, atMost, excess, counted string
		fits                               law.YesNo
		codes                              []law.Code
	}{
		{
			"a program of which 10,000,000 is on offer", law.Yes, "10000000", "11000000", "1528061.26", "0", "0", "10000000", law.No,
			[]law.Code{"offering.shelf.concurrent", "offering.shelf.available", "offering.shelf.exceeds"},
		},
		{
			"what it leaves", law.Yes, "10000000", "1528061.26", "1528061.26", "0", "0", "10000000", law.Yes,
			[]law.Code{"offering.shelf.concurrent", "offering.shelf.available", "offering.shelf.fits"},
		},
		{
			"a cent more", law.Yes, "10000000", "1528061.27", "1528061.26", "0", "0", "10000000", law.No,
			[]law.Code{"offering.shelf.concurrent", "offering.shelf.available", "offering.shelf.exceeds"},
		},
		{
			"more on offer than there is", law.Yes, "12000000", "0.01", "0", "0", "471938.74", "12000000", law.No,
			[]law.Code{"offering.shelf.concurrent", "offering.shelf.exhausted", "offering.shelf.exceeds"},
		},
		{
			"none", law.No, "0", "11000000", "11528061.26", "0", "0", "0", law.Yes,
			[]law.Code{"offering.shelf.concurrent", "offering.shelf.available", "offering.shelf.fits"},
		},
		{
			"left out", "", "0", "11000000", "0", "11528061.26", "0", "0", law.Unknown,
			[]law.Code{"offering.shelf.concurrent.unknown", "offering.shelf.at_most", "offering.shelf.unknown"},
		},
		{
			"not known", law.Unknown, "0", "0.01", "0", "11528061.26", "0", "0", law.Unknown,
			[]law.Code{"offering.shelf.concurrent.unknown", "offering.shelf.at_most", "offering.shelf.unknown"},
		},
		{
			"some, and not how much", law.Yes, "0", "0.01", "0", "11528061.26", "0", "0", law.Unknown,
			[]law.Code{"offering.shelf.concurrent.unknown", "offering.shelf.at_most", "offering.shelf.unknown"},
		},
		{
			"more than there can be", "", "0", "11528061.27", "0", "11528061.26", "0", "0", law.No,
			[]law.Code{"offering.shelf.concurrent.unknown", "offering.shelf.at_most", "offering.shelf.exceeds"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := BabyShelf{
				Sale: day(2024, time.March, 1), Float: 18_202_202, Prices: []DayPrice{{day(2024, time.February, 1), dec("1.90")}},
				Concurrent: tt.concurrent, StillOffered: dec(tt.offered), Amount: dec(tt.amount),
			}
			c, err := b.Capacity()
			if err != nil {
				t.Fatal(err)
			}
			if !c.Available.Equal(dec(tt.available)) || !c.AtMost.Equal(dec(tt.atMost)) || !c.Excess.Equal(dec(tt.excess)) ||
				!c.StillOffered.Equal(dec(tt.counted)) || c.Fits != tt.fits {
				t.Errorf("%+v", c)
			}
			codes := append([]law.Code{"offering.shelf.price", "offering.shelf.limit", "offering.shelf.sold"}, tt.codes...)
			wantCodes(t, c.Why, append(codes, "offering.shelf.unchecked")...)
			if c.Why[3].Authority.Doubt == "" {
				t.Error("an authority that was not read has no doubt")
			}
			roundTrip(t, b)
			roundTrip(t, c)
			// The capacity alone says no more.
			b.Amount = decimal.Decimal{}
			alone, err := b.Capacity()
			if err != nil || alone.Fits != "" || !alone.Available.Equal(c.Available) {
				t.Errorf("%+v, %v", alone, err)
			}
		})
	}
}

func TestBabyShelfRefuses(t *testing.T) {
	_, err := BabyShelf{}.Capacity()
	wantFaults(t, err, "sale", "float")
	_, err = BabyShelf{
		Sale: day(2008, time.January, 27), Float: -1, Amount: dec("0.001"),
		Prices: []DayPrice{{}, {day(2008, 1, 1), dec("-1")}}, Sales: []ShelfSale{{}, {day(2008, 1, 1), dec("0.001")}},
	}.Capacity()
	wantFaults(t, err, "sale", "float", "amount", "prices[0].date", "prices[0].price", "prices[1].price", "sales[0].date", "sales[0].amount", "sales[1].amount")
	wantFault(t, err, law.ErrUnsupported, "sale")
	wantFault(t, err, law.ErrInvalid, "sales[1].amount")
	_, err = BabyShelf{Sale: day(2024, 5, 1), Float: 1}.Capacity()
	wantFault(t, err, law.ErrMissing, "prices")
	for _, tt := range []struct {
		concurrent law.YesNo
		offered    string
		kind       error
		field      string
	}{
		{"", "1", law.ErrConflict, "still_offered"},
		{law.Unknown, "1", law.ErrConflict, "still_offered"},
		{law.No, "1", law.ErrConflict, "still_offered"},
		{law.Yes, "-1", law.ErrRange, "still_offered"},
		{law.Yes, "0.001", law.ErrInvalid, "still_offered"},
		{"maybe", "0", law.ErrInvalid, "concurrent"},
	} {
		c, err := BabyShelf{
			Sale: day(2024, 5, 1), Float: 1, Prices: []DayPrice{{day(2024, 4, 30), dec("1")}},
			Concurrent: tt.concurrent, StillOffered: dec(tt.offered),
		}.Capacity()
		wantFaults(t, err, tt.field)
		wantFault(t, err, tt.kind, tt.field)
		if c.Method != "" {
			t.Errorf("a refusal came with %+v", c)
		}
	}
}

// Whether a sale fits is a question about the sale, not about a limit that no
// longer holds.
func TestBabyShelfFitsWhenLifted(t *testing.T) {
	for _, tt := range []struct {
		price, amount string
		fits          law.YesNo
		reason        string
	}{
		// 30,000,000 shares at 2.40 are 72 million, a third of which is 24.
		{"2.40", "24000000", law.Yes, "The proposed sale of 24,000,000 is within it."},
		{"2.40", "24000000.01", law.No, "The proposed sale of 24,000,000.01 is 0.01 more."},
		// At 3 they are 90 million, a third of which is 30.
		{"3", "30000000", law.Yes, "The proposed sale of 30,000,000 is within it."},
		{"3", "40000000", law.Yes, "The proposed sale of 40,000,000 is 10,000,000 more than that, and may be made because the limit is lifted."},
	} {
		c, err := BabyShelf{
			Sale: day(2024, time.March, 1), Float: 30_000_000, Amount: dec(tt.amount), Concurrent: law.No,
			Prices: []DayPrice{{day(2024, time.February, 1), dec(tt.price)}}, Effective: day(2024, time.January, 31),
		}.Capacity()
		if err != nil || c.Fits != tt.fits || c.Lifted != (tt.price == "3") || !strings.Contains(c.Why.String(), tt.reason) {
			t.Errorf("%s at %s: fits %q, lifted %v, %v\n%s", tt.amount, tt.price, c.Fits, c.Lifted, err, c.Why)
		}
	}
}

// The float lifts the limit only if it came to $75 million after the
// registration statement took effect: Form S-3, General Instruction I.B.6,
// Instruction 3.
func TestBabyShelfLift(t *testing.T) {
	sale, none := day(2024, time.March, 1), []DayPrice{{day(2024, time.February, 1), dec("2.40")}}
	reached := DayPrice{day(2024, time.February, 2), dec("3")} // 30,000,000 at 3 are 90 million, a third of which is 30
	for _, tt := range []struct {
		name      string
		prices    []DayPrice
		effective calendar.Date
		lifted    bool
		fits      law.YesNo // of 40,000,000
		code      law.Code
	}{
		{"reached after", []DayPrice{reached}, day(2024, time.February, 1), true, law.Yes, codeShelfLifted},
		{"reached on the day itself", []DayPrice{reached}, day(2024, time.February, 2), false, law.No, codeShelfUnlifted},
		{"reached before alone", []DayPrice{reached}, day(2024, time.February, 20), false, law.No, codeShelfUnlifted},
		{"fallen since", []DayPrice{reached, {day(2024, time.February, 27), dec("2.40")}}, day(2024, time.February, 20), false, law.No, codeShelfUnlifted},
		{
			"before and again after",
			[]DayPrice{reached, {day(2024, time.February, 27), dec("2.50")}},
			day(2024, time.February, 20), true, law.Yes, codeShelfLifted, // 75 million
		},
		{"no day of effect", []DayPrice{reached}, calendar.Date{}, false, law.Unknown, codeShelfUnlifted},
		{"never reached", none, day(2024, time.January, 2), false, law.No, codeShelfExceeds},
		{"never reached, no day of effect", none, calendar.Date{}, false, law.No, codeShelfExceeds},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := BabyShelf{
				Sale: sale, Float: 30_000_000, Prices: tt.prices, Effective: tt.effective, Amount: dec("40000000"), Concurrent: law.No,
			}
			c, err := b.Capacity()
			if err != nil || c.Lifted != tt.lifted || c.Fits != tt.fits || !c.Why.Has(tt.code) {
				t.Errorf("lifted %v, fits %q, %v\n%s", c.Lifted, c.Fits, err, c.Why)
			}
			if tt.fits == law.Unknown && !c.Why.Has(codeShelfUnknown) || c.Why.Has(codeShelfUnlifted) && c.Why.Has(codeShelfLifted) {
				t.Errorf("%s", c.Why)
			}
			roundTrip(t, b)
			b.Amount = dec("24000000") // what fits the limit does not turn on it
			if c, err := b.Capacity(); err != nil || c.Fits != law.Yes {
				t.Errorf("%+v, %v", c, err)
			}
		})
	}
	_, err := BabyShelf{Sale: sale, Float: 1, Prices: none, Effective: day(2024, time.March, 2)}.Capacity()
	wantFault(t, err, law.ErrConflict, "effective")
	for _, r := range Law() {
		if r.Key == "offering.law.shelf.lifted" && (strings.Contains(r.Value, "annual report") || !strings.Contains(r.Value, "took effect")) {
			t.Error(r)
		}
	}
}
