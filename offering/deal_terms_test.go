package offering

import (
	"encoding/csv"
	"math/big"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
)

// readDeals reads a file of testdata without its heading.
func readDeals(t *testing.T, name string, least int) [][]string {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	rows, err := reader.ReadAll()
	if err != nil || len(rows) <= least {
		t.Fatal(len(rows), err)
	}
	return rows[1:]
}

// whole is a whole number that a test file prints.
func whole(t *testing.T, s string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Warrants printed in public documents: exactly the rules listed give them.
func TestCoverageDeals(t *testing.T) {
	for _, row := range readDeals(t, "coverage.csv", 14) {
		deal, investor, rate, rules := row[0], row[1], row[4], strings.Split(row[7], "|")
		c := Coverage{Basis: CoverageBasis(row[2])}
		if percent, found := strings.CutSuffix(rate, "%"); found {
			c.Percent = dec(percent)
		} else {
			x, _ := new(big.Rat).SetString(rate)
			c.PerUnit, _ = kernel.MixedOf(x)
		}
		bought := Covered{Investor: investor}
		if c.Basis == OfDollars {
			bought.Amount, c.ExercisePrice = dec(row[3]), dec(row[5])
		} else {
			bought.Shares = whole(t, row[3])
		}
		for _, r := range exact.Roundings() {
			c.Rounding = r
			w, err := c.Count([]Covered{bought})
			if err != nil {
				t.Fatal(err)
			}
			if given := w.Warrants == whole(t, row[6]); given != slices.Contains(rules, string(r)) {
				t.Errorf("%s, %s: %s %s is %d, printed %s", deal, investor, rate, r, w.Warrants, row[6])
			}
		}
	}
}

// Dollars printed in public documents. Those to the cent are also what a fee for
// each share comes to.
func TestMoneyDeals(t *testing.T) {
	for _, row := range readDeals(t, "money.csv", 40) {
		deal, number, rate, unit, printed, rules := row[0]+", "+row[1], whole(t, row[2]), dec(row[3]), dec(row[4]), dec(row[5]), strings.Split(row[6], "|")
		unrounded := new(big.Rat).Mul(new(big.Rat).SetInt64(number), rat(rate))
		for _, r := range exact.Roundings() {
			got := roundTo(unrounded, rat(unit), unit, r)
			if given := got.Equal(printed); given != slices.Contains(rules, string(r)) {
				t.Errorf("%s: %s to %s %s is %s, printed %s", deal, rate, unit, r, got, printed)
			}
			if row[4] != "0.01" {
				continue
			}
			p, err := Waterfall{Rounding: r, Fees: []Fee{{Payee: "A", Basis: PerShare, Amount: rate}}}.Pay(dec("1e12"), number)
			if err != nil || !p.Fees.Equal(got) {
				t.Errorf("%s: the fee is %s, %v; rounded %s", deal, p.Fees, err, got)
			}
		}
	}
}

// Underwriting tables as printed: discount, net proceeds, option.
func TestUnderwritingDeals(t *testing.T) {
	for _, tt := range []struct {
		name                string
		base                int64
		price, discount     string
		option              int64
		gross, fee, company string // with the option in full
	}{
		// SOURCE ares-2024, reit-2021 and uw-1581280 of testdata/money.csv.
		{"ares-2024", 2_650_000, "134.75", "0.68", 397_500, "410650625", "2072300", "408578325"},
		{"reit-2021", 5_000_000, "68.15", "2.726", 750_000, "391862500", "15674500", "376188000"},
		{"uw-1581280", 2_727_272, "6.60", "0.01", 409_090, "20699989.20", "31363.62", "20668625.58"},
	} {
		option, err := OverAllotment{Base: tt.base, Percent: dec("15")}.OptionShares()
		if err != nil || option != tt.option {
			t.Errorf("%s: option %d, %v", tt.name, option, err)
		}
		shares := tt.base + option
		gross := dec(tt.price).Mul(dec(strconv.FormatInt(shares, 10)))
		p, err := Waterfall{Fees: []Fee{{Payee: "underwriters", Basis: PerShare, Amount: dec(tt.discount)}}}.Pay(gross, shares)
		if err != nil || !p.Gross.Equal(dec(tt.gross)) || !p.Fees.Equal(dec(tt.fee)) || !p.Company.Equal(dec(tt.company)) {
			t.Errorf("%s: %s, %s, %s, %v", tt.name, p.Gross, p.Fees, p.Company, err)
		}
	}
	// The same table without the option, where the misprint of its fee line
	// (1,802,200) does not add up and the line itself (355,285,500) does.
	p, err := Waterfall{Fees: []Fee{{Payee: "underwriters", Basis: PerShare, Amount: dec("0.68")}}}.Pay(dec("357087500"), 2_650_000)
	if err != nil || !p.Fees.Equal(dec("1802000")) || !p.Company.Equal(dec("355285500")) {
		t.Errorf("%s, %s, %v", p.Fees, p.Company, err)
	}
	// An SEC fee of $92.70 for each million.
	p, err = Waterfall{Fees: []Fee{{Payee: "SEC", Basis: PercentOfGross, Percent: dec("0.00927")}}}.Pay(dec("391862500"), 0)
	if err != nil || !p.Fees.Equal(dec("36325.65")) {
		t.Errorf("%s, %v", p.Fees, err)
	}
}
