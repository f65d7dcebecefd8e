package offering

import (
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
)

// Share counts printed in public documents. For each row the file lists which
// rules of rounding give the printed count; exactly those must.
func TestDeals(t *testing.T) {
	file, err := os.Open("testdata/deals.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 40 {
		t.Fatalf("only %d rows", len(rows))
	}
	for _, row := range rows[1:] {
		deal, investor, amount, price, rules := row[0], row[1], row[2], row[3], strings.Split(row[5], "|")
		printed, err := strconv.ParseInt(row[4], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range exact.Roundings() {
			p, err := Shares(dec(amount), dec(price), r)
			if err != nil {
				t.Fatal(err)
			}
			if given := p.Shares == printed; given != slices.Contains(rules, string(r)) {
				t.Errorf("%s, %s: %s at %s %s is %d, printed %d", deal, investor, amount, price, r, p.Shares, printed)
			}
		}
	}
}
