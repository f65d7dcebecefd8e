package offering

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func TestApproval(t *testing.T) {
	signed := day(2023, time.March, 1)
	// 20% of 10,000,000 is 2,000,000; the minimum price is 1.75, the average.
	base := Issuance{
		Signed: signed, Outstanding: 10_000_000, Issuable: 2_000_000, OneVoteAShare: true,
		Price: dec("1.74"), LastClose: dec("1.80"), AverageClose: dec("1.75"),
	}
	tests := []struct {
		name           string
		change         func(*Issuance)
		req, size, low law.YesNo
		code           law.Code
	}{
		{"exactly 20%, a cent below", func(*Issuance) {}, law.Yes, law.Yes, law.Yes, "offering.twenty_percent.required"},
		{"a share fewer", func(i *Issuance) { i.Issuable-- }, law.No, law.No, law.Yes, "offering.twenty_percent.not_required"},
		{"at the minimum price", func(i *Issuance) { i.Price = dec("1.750") }, law.No, law.Yes, law.No, "offering.twenty_percent.not_below"},
		{"between the average and the close", func(i *Issuance) { i.Price = dec("1.79") }, law.No, law.Yes, law.No, "offering.twenty_percent.not_below"},
		{"the close is the lower", func(i *Issuance) { i.LastClose = dec("1.70") }, law.No, law.Yes, law.No, "offering.twenty_percent.not_below"},
		{"a public offering", func(i *Issuance) { i.PublicOffering = true }, law.No, law.Yes, law.Yes, "offering.twenty_percent.public"},
		{"votes count too", func(i *Issuance) {
			i.OneVoteAShare, i.Issuable, i.Votes, i.IssuableVotes = false, 1_000_000, 10_000_000, 2_000_000
		}, law.Yes, law.Yes, law.Yes, "offering.twenty_percent.required"},
		{"more than is outstanding", func(i *Issuance) { i.Issuable = 30_000_000 }, law.Yes, law.Yes, law.Yes, "offering.twenty_percent.required"},
		{"votes not stated, shares enough", func(i *Issuance) { i.OneVoteAShare = false }, law.Yes, law.Yes, law.Yes, "offering.twenty_percent.missing"},
		{"votes not stated, shares too few", func(i *Issuance) { i.OneVoteAShare, i.Issuable = false, 5 }, law.Unknown, law.Unknown, law.Yes, "offering.twenty_percent.unknown"},
		{"no price", func(i *Issuance) { i.Price = decimal.Decimal{} }, law.Unknown, law.Yes, law.Unknown, "offering.twenty_percent.unknown"},
		{"no price, too few shares", func(i *Issuance) { i.Price, i.Issuable = decimal.Decimal{}, 5 }, law.No, law.No, law.Unknown, "offering.twenty_percent.not_required"},
		{"no average", func(i *Issuance) { i.AverageClose = decimal.Decimal{} }, law.Unknown, law.Yes, law.Unknown, "offering.twenty_percent.unknown"},
		{"no average, at the close", func(i *Issuance) {
			i.AverageClose, i.Price = decimal.Decimal{}, dec("1.80")
		}, law.No, law.Yes, law.No, "offering.twenty_percent.not_below"},
		{"nothing stated", func(i *Issuance) { *i = Issuance{Signed: signed} }, law.Unknown, law.Unknown, law.Unknown, "offering.twenty_percent.unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			i := base
			tt.change(&i)
			a, err := i.Approval()
			if err != nil {
				t.Fatal(err)
			}
			if a.Why.Has("offering.twenty_percent.threshold") != (i.Outstanding > 0) {
				t.Errorf("threshold of %d shares", i.Outstanding)
			}
			if a.Required != tt.req || a.Size != tt.size || a.Below != tt.low || !a.Why.Has(tt.code) {
				t.Errorf("%+v\n%s", a, a.Why)
			}
			roundTrip(t, i)
			roundTrip(t, a)
		})
	}
	a, err := base.Approval()
	if err != nil || a.Threshold != 2_000_000 || !a.MinimumPrice.Equal(dec("1.75")) {
		t.Errorf("%+v, %v", a, err)
	}
	wantCodes(t, a.Why, "offering.twenty_percent.shares", "offering.twenty_percent.votes", "offering.twenty_percent.threshold",
		"offering.twenty_percent.minimum_price", "offering.twenty_percent.below", "offering.twenty_percent.required")
	for _, r := range a.Why {
		if r.Authority.Cite != "Nasdaq Listing Rule 5635(d)" {
			t.Errorf("%s cites %q", r.Code, r.Authority.Cite)
		}
	}
}

// An equity line of 2023 printed a table: at assumed prices of 1.25, 1.50 and
// 1.79 it stops at 5,811,638 shares, the exchange cap, and at 2.00 it does not.
// A minimum price between 1.79 and 2.00, here 1.80, tells them apart.
func TestApprovalPrinted(t *testing.T) {
	const outstanding = 29_072_727 // the smallest number that gives the printed cap
	for _, tt := range []struct {
		price  string
		shares int64
		want   law.YesNo
	}{
		{"1.25", 5_811_638, law.No}, {"1.50", 23_333_333, law.Yes}, {"1.79", 19_553_072, law.Yes}, {"2.00", 17_500_000, law.No}, {"3.00", 11_666_667, law.No},
	} {
		a, err := Issuance{
			Signed: day(2023, time.March, 1), Outstanding: outstanding, Issuable: tt.shares, OneVoteAShare: true,
			Price: dec(tt.price), LastClose: dec("1.80"), AverageClose: dec("1.85"),
		}.Approval()
		if err != nil || a.Required != tt.want || a.Threshold != 5_814_546 { // 5,814,545.4 rounded up
			t.Errorf("%s: %+v, %v", tt.price, a, err)
		}
	}
}

// Unknown means just that: some completion of the facts requires a vote and
// another does not; yes and no hold under every completion. The reference tries
// them all.
func TestApprovalAgainstCompletions(t *testing.T) {
	known := []int64{0, 2, 3} // zero is not stated
	domain := []int64{1, 2, 3, 4}
	options := func(n int64, all []int64) []int64 {
		if n == 0 {
			return all
		}
		return []int64{n}
	}
	for _, issuable := range []int64{0, 1, 2} {
		for _, votes := range []int64{0, 1, 2} {
			for _, price := range known {
				for _, last := range known {
					for _, average := range known {
						facts := Issuance{
							Signed: day(2020, 1, 2), Outstanding: 10, Issuable: issuable, Votes: 10, IssuableVotes: votes,
							Price: decimal.NewFromInt(price), LastClose: decimal.NewFromInt(last), AverageClose: decimal.NewFromInt(average),
						}
						a, err := facts.Approval()
						if err != nil {
							t.Fatal(err)
						}
						yes, no := false, false
						for _, s := range options(issuable, []int64{1, 2}) {
							for _, v := range options(votes, []int64{1, 2}) {
								for _, p := range options(price, domain) {
									for _, l := range options(last, domain) {
										for _, m := range options(average, domain) {
											required := (s >= 2 || v >= 2) && p < min(l, m)
											yes, no = yes || required, no || !required
										}
									}
								}
							}
						}
						want := map[[2]bool]law.YesNo{{true, true}: law.Unknown, {true, false}: law.Yes, {false, true}: law.No}[[2]bool{yes, no}]
						if a.Required != want {
							t.Fatalf("%+v: %s, want %s", facts, a.Required, want)
						}
					}
				}
			}
		}
	}
}

// What the answer wants for is named, and what cannot be said without it is not said.
func TestApprovalNamesWhatIsMissing(t *testing.T) {
	base := Issuance{
		Signed: day(2023, time.March, 1), Outstanding: 10_000_000, Issuable: 2_000_000, OneVoteAShare: true,
		Price: dec("1.74"), LastClose: dec("1.80"), AverageClose: dec("1.75"),
	}
	for _, tt := range []struct {
		change    func(*Issuance)
		missing   string
		size, low law.YesNo
		minimum   string
	}{
		{func(i *Issuance) { i.Outstanding = 0 }, "the shares outstanding before the deal", law.Unknown, law.Yes, "1.75"},
		{func(i *Issuance) { i.Issuable = 0 }, "the shares issuable", law.Unknown, law.Yes, "1.75"},
		{func(i *Issuance) { i.Price = decimal.Decimal{} }, "the lowest price at which a share can be issued", law.Yes, law.Unknown, "1.75"},
		{func(i *Issuance) { i.LastClose = decimal.Decimal{} }, "the last close before the signing", law.Yes, law.Unknown, "0"},
		{func(i *Issuance) { i.AverageClose = decimal.Decimal{} }, "the average of the five closes before the signing", law.Yes, law.Unknown, "0"},
	} {
		i := base
		tt.change(&i)
		a, err := i.Approval()
		if err != nil || a.Size != tt.size || a.Below != tt.low || a.Required != law.Unknown || !a.MinimumPrice.Equal(dec(tt.minimum)) ||
			a.Why.Has(codeTwentyPercentMinimumPrice) != (tt.minimum != "0") || !strings.Contains(a.Why.String(), "Not stated: "+tt.missing+".") {
			t.Errorf("without %s: %+v, %v\n%s", tt.missing, a, err, a.Why)
		}
	}
	base.Issuable = base.Outstanding
	a, err := base.Approval()
	want := "10,000,000 shares may be issued on 10,000,000 outstanding (100%), that is, at least 20%."
	if err != nil || a.Why[0].Text != want {
		t.Errorf("%s, %v", a.Why, err)
	}
}

func TestAverageClose(t *testing.T) {
	closes := []decimal.Decimal{dec("1.75"), dec("1.80"), dec("1.7"), dec("1.8"), dec("1.701")}
	// 8.751 ÷ 5
	if a, err := AverageClose(closes); err != nil || !a.Equal(dec("1.7502")) {
		t.Error(a, err)
	}
	hostSettings(t)
	if a, err := AverageClose(closes); err != nil || !a.Equal(dec("1.7502")) {
		t.Error(a, err)
	}
	_, err := AverageClose(closes[:4])
	wantFault(t, err, law.ErrInvalid, "closes")
	closes[3] = decimal.Decimal{}
	closes[4] = decimal.New(1, 1_000_000)
	_, err = AverageClose(closes)
	wantFaults(t, err, "closes[3]", "closes[4]")
}

func TestApprovalRefuses(t *testing.T) {
	_, err := Issuance{}.Approval()
	wantFault(t, err, law.ErrMissing, "signed")
	_, err = Issuance{Signed: day(2018, time.September, 25)}.Approval()
	wantFault(t, err, law.ErrUnsupported, "signed")
	if _, err = (Issuance{Signed: day(2018, time.September, 26)}).Approval(); err != nil {
		t.Error(err)
	}
	_, err = Issuance{
		Outstanding: -1, Votes: -1, Issuable: -1, IssuableVotes: -1, OneVoteAShare: true,
		Price: dec("-1"), LastClose: decimal.New(1, math.MaxInt32), AverageClose: dec("-0.01"),
	}.Approval()
	wantFaults(t, err, "signed", "outstanding", "votes", "issuable", "issuable_votes", "one_vote_a_share", "price", "last_close", "average_close")
	roundTrip(t, calendar.Date{})
}
