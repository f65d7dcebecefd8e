package restrict

import (
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// TestVolumeWords holds sentences that say one share or many, and why the
// paragraph binds.
func TestVolumeWords(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Volume)
		code   law.Code
		want   string
	}{
		{
			"a tranche", func(v *Volume) { v.Security, v.Tranche, v.Market = Debt, 2, MarketNone }, codeVolumeTranche,
			"Ten percent of the tranche of 2 of principal is 1/5.",
		},
		{
			"a limit of one share at the least", func(v *Volume) { v.Outstanding, v.Market, v.Proposed = 100, MarketUnknown, 1 }, codeVolumeBound,
			"The limit is at least 1 share (one percent as far as it is known); a measure not known can only raise it.",
		},
		{
			"one share by others", func(v *Volume) { v.Sales = []Trade{{Date: v.Sale, Amount: 1, Person: "Bob"}} }, codeVolumePossible,
			"The answer needs to know whether sales of 1 share by others are to be added; until then they are.",
		},
		{
			"two shares by others", func(v *Volume) { v.Sales = []Trade{{Date: v.Sale, Amount: 2, Person: "Bob"}} }, codeVolumePossible,
			"The answer needs to know whether sales of 2 shares by others are to be added; until then they are.",
		},
		{"an affiliate", func(*Volume) {}, codeVolumeOn, "Paragraph (e) binds the sale: the seller is an affiliate of the issuer."},
		{"a former affiliate", func(v *Volume) {
			v.Seller = Seller{Affiliate: AffiliateFormer, LastAffiliate: v.Sale.AddDays(-90), Stock: Restricted}
		}, codeVolumeOn, "Paragraph (e) binds the sale: the seller was an affiliate until Saturday, March 16, 2024, within the 90 days before it."},
		{"the rule of 1997", func(v *Volume) {
			v.Sale, v.Order = day(2007, time.June, 14), day(2007, time.June, 14)
			v.Seller = Seller{Affiliate: AffiliateFormer, LastAffiliate: v.Sale.AddDays(-30), Stock: Restricted, HeldSince: day(2000, 1, 3)}
		}, codeVolumeOn, "Paragraph (e) binds the sale: before February 15, 2008 it bound whoever was an affiliate " +
			"within three months, and any other seller of restricted stock until two years had passed."},
	} {
		v := sampleVolume()
		c.change(&v)
		got := mustLimit(t, v)
		i := slices.Index(got.Why.Codes(), c.code)
		if i < 0 || got.Why[i].Text != c.want {
			t.Errorf("%s: want %q\n%s", c.name, c.want, got.Why)
		}
	}
}

// TestVolumeLimitsOfInput holds that the most that may be given is taken. What is
// more is refused in TestVolumeRefuses.
func TestVolumeLimitsOfInput(t *testing.T) {
	v := sampleVolume()
	v.OutstandingAsOf = v.Sale
	for range 100 {
		v.Splits = append(v.Splits, Split{Effective: v.Sale, New: 1, Old: 1})
	}
	v.Splits[0] = Split{Effective: v.Sale, New: 1_000_000, Old: 1_000_000}
	mustLimit(t, v)
	v.Splits = v.Splits[:0]
	// 7 × 7 × 73 × 127 × 337 × 92737 × 649657 is the largest int64.
	for _, n := range []int64{49 * 73, 127 * 337, 92_737, 649_657} {
		v.Splits = append(v.Splits, Split{Effective: v.Sale, New: 1, Old: n})
	}
	mustLimit(t, v)

	v = sampleVolume()
	digits := new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil)
	most := decimal.NewFromBigInt(digits.Sub(digits, big.NewInt(1)), -18) // 38 nines
	v.Sales = []Trade{{Date: v.Sale, Amount: 1, Proceeds: most}}
	mustLimit(t, v)

	v.Sales = make([]Trade, check.MostRows)
	if _, err := VolumeLimit(v); err == nil || strings.Contains(err.Error(), "more faulty rows") {
		t.Errorf("a hundred faulty rows are named each: %.200v", err)
	}
	v.Sales = append(v.Sales, Trade{})
	if _, err := VolumeLimit(v); err == nil || !strings.HasSuffix(err.Error(), "sales: has 1 more faulty row") {
		t.Errorf("one more is counted: %v", err)
	}
}

// TestBindingOnTheAnniversary: on the second anniversary the law before 2008 frees a
// seller by one way of counting alone; an estate is free of (f) by either.
func TestBindingOnTheAnniversary(t *testing.T) {
	sale := day(2007, time.June, 14)
	for _, c := range []struct {
		capacity       Capacity
		volume, manner law.Code
	}{
		{Holder, codeVolumeBoundary, codeMannerBoundary},
		{Estate, codeVolumeBoundary, codeMannerOff},
	} {
		seller := Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2005, time.June, 14), Capacity: c.capacity}
		v := sampleVolume()
		v.Sale, v.Order, v.Seller = sale, sale, seller
		if got := mustLimit(t, v); got.Answer != VolumeFree || !got.Boundary || !got.Why.Has(c.volume) {
			t.Errorf("the volume of a %s: %s, %t\n%s", c.capacity, got.Answer, got.Boundary, got.Why)
		}
		got, err := MannerOfSale(Manner{Sale: sale, Security: Equity, Seller: seller})
		if err != nil || got.Applies != law.No || got.Boundary != (c.capacity == Holder) || !got.Why.Has(c.manner) {
			t.Errorf("the manner of a %s: %s, %t, %v\n%s", c.capacity, got.Applies, got.Boundary, err, got.Why)
		}
	}
}
