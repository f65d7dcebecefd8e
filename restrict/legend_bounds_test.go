package restrict

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestLegendBounds accepts what is as long as it may be, and refuses one more
// by its name.
func TestLegendBounds(t *testing.T) {
	on := day(2004, time.June, 1)
	registered := LegendFacts{Registration: LegendRegistration{Occurrence: Occurrence{law.Yes, on}}}
	note := func(unit calendar.Unit) func(n int) (Legend, LegendFacts) {
		return func(n int) (Legend, LegendFacts) {
			return oneLimb(Limb{Kind: LimbNote, Count: n, Unit: unit}), LegendFacts{Issue: LegendIssue{Issued: day(2, 1, 1), Owner: AffiliateNever}}
		}
	}
	for _, c := range []struct {
		name string
		most int
		ask  func(n int) (Legend, LegendFacts)
		want string // of one more
	}{
		{"limbs", 32, func(n int) (Legend, LegendFacts) {
			return Legend{Kind: LegendContract, Text: "…", Needs: AnyLimb, Limbs: slices.Repeat([]Limb{{Kind: LimbRegistration}}, n)}, registered
		}, "legend.limbs: 33 limbs are more than 32"},
		{"days of a period", 9_999, note(calendar.Days), "legend.limbs[0].count: 10000 is not from 1 to 9999"},
		{"weeks of a period", 9_999, note(calendar.Weeks), "legend.limbs[0].count: 10000 is not from 1 to 9999"},
		{"conditions", 1_000, func(n int) (Legend, LegendFacts) {
			f := registered
			for i := range n {
				f.Conditions = append(f.Conditions, LegendCondition{strconv.Itoa(i), Occurrence{Happened: law.No}})
			}
			return oneLimb(Limb{Kind: LimbRegistration}), f
		}, "conditions: 1001 are more than 1000"},
	} {
		l, f := c.ask(c.most)
		if got := mustRemovable(t, l, on, f); got.Answer == "" || len(got.Limbs) != len(l.Limbs) {
			t.Errorf("%d %s: %+v", c.most, c.name, got)
		}
		l, f = c.ask(c.most + 1)
		if _, err := l.Removable(on, f); !slices.Equal(messages(err), []string{c.want}) {
			t.Errorf("%d %s: %v, want %s", c.most+1, c.name, err, c.want)
		}
	}
}

// TestLockUpBounds counts as many days as may be counted, and extends a lock-up
// up to its last limit.
func TestLockUpBounds(t *testing.T) {
	from := day(2000, time.January, 1)
	for _, c := range []struct {
		lock LockUp
		want string
	}{
		{LockUp{From: from, Days: 9_999}, "2027-05-19"}, // day 9,999 is the one before
		{LockUp{From: from, Days: 10_000}, "days: 10000 is not from 0 to 9999 days"},
		{LockUp{From: from, Days: 1, Overall: 9_999}, "2000-01-03"},
		{LockUp{From: from, Days: 1, Overall: 10_000}, "overall: 10000 is not from 0 to 9999 days"},
		{LockUp{From: from, Days: 180, Extended: 15, MostExtended: 15, Overall: 195}, "2000-07-15"},
		{LockUp{From: from, Days: 180, Extended: 15, MostExtended: 15, Overall: 194}, "overall: 194 is less than the days counted, 195"},
		{LockUp{From: from, Days: 180, Extended: 15, MostExtended: 14}, "extended: 15 is more than most_extended, 14"},
	} {
		free, err := c.lock.Free()
		got := free.String()
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%+v: %s, want %s", c.lock, got, c.want)
		}
	}
}

// TestCompareLegendAtTheLimit matches up four million pairs of words one by one,
// and no more.
func TestCompareLegendAtTheLimit(t *testing.T) {
	text := func(first, last string, n int) string { return first + strings.Repeat(" x", n-2) + " " + last }
	for _, c := range []struct {
		words  int // of the second text; the first has 2,048
		coarse bool
	}{{2_048, false}, {2_049, true}} {
		got := CompareLegend(text("a", "b", 2_048), text("c", "d", c.words))
		back := CompareLegend(text("c", "d", c.words), text("a", "b", 2_048))
		want := 2 // the first word and the last
		if c.coarse {
			want = 1
		}
		if got.Coarse != c.coarse || back.Coarse != c.coarse || len(got.Differences) != want || len(back.Differences) != want {
			t.Errorf("2,048 words and %d: coarse %t, back %t, %d differences, want %d", c.words, got.Coarse, back.Coarse,
				len(got.Differences), want)
		}
	}
}
