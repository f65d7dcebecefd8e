package offering

import (
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// said is the sentence with the code, and empty where there is none.
func said(why law.Reasons, code law.Code) string {
	for _, reason := range why {
		if reason.Code == code {
			return reason.Text
		}
	}
	return ""
}

// What a book says of its limits and its totals, in shares and not in lots.
func TestBookSentences(t *testing.T) {
	// 2,496 ÷ 7 is 356.57, and 357 would cost more than the maximum.
	down := Terms{Price: dec("7"), OrderMaximum: dec("2496"), ShareLimit: 400, Owed: SharesTimesPrice}
	// 5 lots each and 1, of which there are 10.
	four, lots := amounts("1000", "1000", "1000", "200"), Terms{Price: dec("2"), Rounding: exact.Down, Lot: 100, ShareLimit: 1050}
	stated, even := lots, lots
	stated.Shares, even.ShareLimit = 1000, 1000
	halves := amounts("1.50", "1.50", "1.50")
	moved := Terms{Price: dec("1"), Shares: 4, ShareLimit: 5, TieOut: MinimumChange}
	within := Terms{Price: dec("1"), Shares: 6, ShareLimit: 6, TieOut: MinimumChange}
	more := Terms{Price: dec("1.25"), AmountLimit: dec("125000"), Amount: dec("150000")}
	less := Terms{Price: dec("1.25"), AmountLimit: dec("125000"), Amount: dec("100000")}
	for _, tt := range []struct {
		name   string
		terms  Terms
		orders []Order
		code   law.Code
		want   string
	}{
		{
			"rounded down for a maximum", down, amounts("5000"), "offering.shares.unstated",
			"The rounded rows add up to 356 shares; the terms state no number to compare.",
		},
		{
			"the same against a limit", down, amounts("5000"), "offering.limit.shares.slack",
			"The rounded rows ask for 356 shares, within the limit of 400 shares.",
		},
		{
			"lots that miss the number",
			Terms{Price: dec("0.96"), Lot: 100, Shares: 1600},
			amounts("1000", "550", "40"), "offering.shares.residual",
			"The rounded rows add up to 1,500 shares, 100 shares fewer than the 1,600 shares stated; the terms leave it at that.",
		},
		{
			"lots cut back to the number", stated, four, "offering.shares.even",
			"The rows that are cut back add up to 1,000 shares, the number stated.",
		},
		{
			"a limit of whole lots", even, four, "offering.limit.shares",
			"The rounded rows ask for 1,600 shares, more than the limit of 1,000 shares; they are cut back pro rata, by largest remainder.",
		},
		{
			"a limit of shares",
			Terms{Price: dec("2"), ShareLimit: 10},
			amounts("10", "10", "10", "1.50"), "offering.limit.shares",
			"The rounded rows ask for 16 shares, more than the limit of 10 shares; they are cut back pro rata, by largest remainder.",
		},
		{
			"moved to within a limit", moved, halves, "offering.limit.shares.slack",
			"The rounded rows ask for 6 shares, more than the limit of 5 shares; moved to the number stated they are within it.",
		},
		{
			"just at a limit", within, halves, "offering.limit.shares.slack",
			"The rounded rows ask for 6 shares, within the limit of 6 shares.",
		},
		{
			"less than the amount stated", more, three(), "offering.amount.residual",
			"3 orders add up to 150,000, of which 125,000 is accepted, 25,000 less than the amount stated.",
		},
		{
			"more than the amount stated", less, three(), "offering.amount.residual",
			"3 orders add up to 150,000, of which 125,000 is accepted, 25,000 more than the amount stated.",
		},
	} {
		b, err := Allocate(tt.terms, tt.orders)
		if got := said(b.Why, tt.code); got != tt.want || err != nil {
			t.Errorf("%s: %v, got\n%s\nwant\n%s", tt.name, err, got, tt.want)
		}
	}
}

// What a row says of itself; no sentence at all is wanted where it would not hold.
func TestRowSentences(t *testing.T) {
	maximum := []Order{{Investor: "A", Amount: dec("5000"), Maximum: dec("2496")}}
	whole := []Order{{Investor: "A", Amount: dec("200"), Minimum: dec("180")}, {Investor: "B", Amount: dec("300")}}
	// One share among two that ask for five each, and one that asks for none.
	one := Terms{Price: dec("1"), ShareLimit: 1}
	for _, tt := range []struct {
		name   string
		terms  Terms
		orders []Order
		row    int
		code   law.Code
		want   string
	}{
		{
			"lots rounded down",
			Terms{Price: dec("0.7"), Lot: 10, Rounding: exact.Up, Owed: SharesTimesPrice},
			maximum, 0, "offering.limit.maximum.down",
			"So many would cost more than the maximum of $2,496.00; rounded down to stay within it, that is 3,560 shares.",
		},
		{
			"a cent lost by the key",
			Terms{Price: dec("1"), AmountLimit: dec("20"), Ties: []int64{2, 1, 3}},
			amounts("10", "10", "10"), 2,
			"offering.limit.amount",
			"The limit of $20.00 cuts the $10.00 asked for to $6.66: pro rata that is $6.66 and 2/3 of a cent, " +
				"and rows with the same fraction and a smaller tie key take the last of the 2 odd cents.",
		},
		{
			"a minimum of the whole limit",
			Terms{Price: dec("1"), AmountLimit: dec("180")},
			whole, 0, "offering.limit.minimum",
			"The limit of $180.00 cuts the $200.00 asked for to less than its minimum of $180.00; orders are left out for that, the smallest first, and this is one.",
		},
		{
			"what the money buys before a limit",
			Terms{Price: dec("2"), ShareLimit: 10},
			amounts("10", "10", "10", "1.50"), 3,
			"offering.round.nearest",
			"1.50 at 2 buys 3/4 of a share; rounded to the nearest (halves up) that is 1, costing 2.",
		},
		{"a share lost to a limit", one, amounts("5", "5", "0.40"), 1, "offering.no_share", ""},
		{
			"no share to lose", one, amounts("5", "5", "0.40"), 2, "offering.no_share",
			"The order buys no share, so that none of it is accepted.",
		},
		{"no shares for no cent", Terms{Price: dec("0.001"), OrderMinimum: dec("10")}, amounts("5"), 0, "offering.no_cent", ""},
	} {
		b, err := Allocate(tt.terms, tt.orders)
		if err != nil {
			t.Fatal(tt.name, err)
		}
		if got := said(b.Rows[tt.row].Why, tt.code); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}
