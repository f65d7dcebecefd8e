package restrict

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// TestTransferBounds serves a hundred legends, lock-ups and orders, and a
// thousand jurisdictions, and of none one more.
func TestTransferBounds(t *testing.T) {
	over := day(2003, time.November, 1)
	for _, c := range []struct {
		field string
		most  int
		set   func(tr *Transfer, n int)
	}{
		{"legends", 100, func(tr *Transfer, n int) { tr.Legends = slices.Repeat(tr.Legends[:1], n) }},
		{"lock_ups", 100, func(tr *Transfer, n int) { tr.LockUps = slices.Repeat([]LockUp{{Until: over}}, n) }},
		{"stop_orders", 100, func(tr *Transfer, n int) {
			tr.StopOrders = slices.Repeat([]StopOrder{{Name: "lifted", By: PartyIssuer, From: over, Until: over}}, n)
		}},
		{"limits.jurisdictions", 1_000, func(tr *Transfer, n int) {
			for i := range n {
				tr.Limits.Jurisdictions = append(tr.Limits.Jurisdictions, strconv.Itoa(i))
			}
			tr.Buyer.Jurisdiction = strconv.Itoa(n - 1)
		}},
	} {
		tr := sale144()
		c.set(&tr, c.most)
		if got := mustCheck(t, tr); got.Answer != TransferAllowed {
			t.Errorf("%d %s: %s\n%+v", c.most, c.field, got.Answer, got.Restrictions)
		}
		tr = sale144()
		c.set(&tr, c.most+1)
		if _, err := CheckTransfer(tr); !slices.Equal(messages(err), []string{c.field + ": " + strconv.Itoa(c.most+1) + " are more than " + strconv.Itoa(c.most)}) {
			t.Errorf("%d %s: %v", c.most+1, c.field, err)
		}
	}
}

// TestTransferBoundary marks the one day on which the conventions of counting
// disagree: on the first anniversary about whether the sale is open, and on the
// second about what binds it.
func TestTransferBoundary(t *testing.T) {
	for _, year := range []int{2003, 2004} {
		for d := 26; d <= 30; d++ {
			tr := sale144()
			tr.Legends, tr.Date = nil, day(year, time.November, d)
			want := TransferRestricted
			if year == 2004 || d >= 29 {
				want = TransferAllowed
			}
			if got := mustCheck(t, tr); got.Answer != want || got.Boundary != (d == 29) {
				t.Errorf("%s: %s, boundary %t, want %s, %t", tr.Date, got.Answer, got.Boundary, want, d == 29)
			}
		}
	}
}

// TestTransferRowOfNoCode: a code that is not in the table is never taken for
// success.
func TestTransferRowOfNoCode(t *testing.T) {
	rows := TransferCodes()
	for _, code := range []law.Code{"", "transfer", "transfer.other.thing"} {
		if row := transferRow(rows, code); row.Code != codeTransferOther || row.Number != 255 {
			t.Errorf("%q: %+v", code, *row)
		}
	}
	for _, want := range rows {
		if row := transferRow(rows, want.Code); *row != want {
			t.Errorf("%s: %+v", want.Code, *row)
		}
	}
}
