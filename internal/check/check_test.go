package check_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

func TestRows(t *testing.T) {
	for _, tt := range []struct {
		name                string
		sound, faulty, want int
		last                string
	}{
		{"none", 3, 0, 0, ""},
		{"one", 5, 1, 1, "orders[5].amount: is required"},
		{"all that are named", 0, check.MostRows, check.MostRows, "orders[99].amount: is required"},
		{"one more", 2, check.MostRows + 1, check.MostRows + 1, "orders: has 1 more faulty row"},
		{"many more", 0, check.MostRows + 12, check.MostRows + 1, "orders: has 12 more faulty rows"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var fs law.Faults
			rows := check.Rows{List: "orders"}
			for i := range tt.sound + tt.faulty {
				var row law.Faults
				if i >= tt.sound {
					row.Missing("amount")
				}
				rows.Add(&fs, i, row)
			}
			rows.Close(&fs)
			if len(fs) != tt.want || rows.Faulty() != (tt.faulty > 0) || !strings.HasSuffix(fs.Error(), tt.last) {
				t.Errorf("%d faults: %v", len(fs), fs)
			}
		})
	}
}

func TestValues(t *testing.T) {
	var fs law.Faults
	if check.NotBelowZero(&fs, "a", -1) || !check.NotBelowZero(&fs, "b", 0) || check.Positive(&fs, "c", 0) || check.Positive(&fs, "d", -2) || !check.Positive(&fs, "e", 1) {
		t.Error("what is refused is reported as sound")
	}
	if want := "a: -1 is below zero; c: is required and must be above zero; d: -2 is below zero"; fs.Error() != want || !errors.Is(fs, law.ErrRange) {
		t.Errorf("%v\nwant %s", fs, want)
	}
}
