package restrict

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// allCents is the largest sum that a result holds, in dollars.
const allCents = "92233720368547758.07"

// TestDamagesCapWords: a cap is spoken of where it cut something off, and the
// last sentence tells how much.
func TestDamagesCapWords(t *testing.T) {
	for _, c := range []struct {
		limit string
		want  string
	}{
		{"100.01", ""},
		{"100", ""}, // reached exactly
		{"99.99", "All together may not cost more than $99.99. That cuts off $0.01 and leaves $99.99."},
	} {
		d := dollarsADay("10")
		d.TotalCap.Amount = dec(c.limit)
		got, err := d.Assess(lateBy(10))
		cut := strings.Contains(got.Why.String(), "cuts off")
		if err != nil || cut != (c.want != "") || got.Why.Has(codeDamagesTotalCap) != cut || !strings.Contains(got.Why.String(), c.want) {
			t.Errorf("capped at %s: %v, want %q\n%s", c.limit, err, c.want, got.Why)
		}
	}
}

// TestDamagesInterestTwice: each sum bears interest from its own day, $4,000
// for two months of 30 days and $1,000 for one.
func TestDamagesInterestTwice(t *testing.T) {
	f := lateBy(45)
	f.Paid = day(2003, 6, 15)
	got, err := damagesForms()["C10"].Assess(f)
	want := []DamagesDue{{day(2003, 4, 16), 4_000_00, 60, 800_00}, {day(2003, 5, 16), 1_000_00, 30, 100_00}}
	if err != nil || !slices.Equal(got.Payments, want) || got.InterestCents != 900_00 {
		t.Errorf("%d cents on %+v, %v; want %+v", got.InterestCents, got.Payments, err, want)
	}
}

// TestDamagesInterestBounds has the interest come to the largest sum exactly,
// and to a cent more, on one payment and on two. At 100 percent for 30 days the
// dollar of day 1 bears two by May 3, and the sum of day 31 bears itself.
func TestDamagesInterestBounds(t *testing.T) {
	d := dollarsADay("0")
	d.Payment, d.Interest = DamagesPayment{When: EndOfDay}, DamagesInterest{Percent: dec("100"), Per: PerMonth30}
	for _, c := range []struct {
		name  string
		steps []DamagesStep
		want  int64
	}{
		{"one payment", rates(31, allCents, "0"), math.MaxInt64},
		{"two payments", rates(1, "1", "0", 2, "0", "0", 31, "92233720368547756.07", "0"), math.MaxInt64},
		{"a cent less", rates(1, "1", "0", 2, "0", "0", 31, "92233720368547756.06", "0"), math.MaxInt64 - 1},
		{"a cent more", rates(1, "1", "0", 2, "0", "0", 31, "92233720368547756.08", "0"), 0},
	} {
		d.Steps = c.steps
		f := lateBy(31)
		f.Paid = day(2003, 5, 3)
		got, err := d.Assess(f)
		if c.want == 0 {
			if fs := faultsOf(t, err); !slices.Equal(fs, []string{"payment.interest: range"}) {
				t.Errorf("%s: %q", c.name, fs)
			}
			continue
		}
		if err != nil || got.InterestCents != c.want {
			t.Errorf("%s: %d cents, %v; want %d", c.name, got.InterestCents, err, c.want)
		}
	}
}

// claimOf is a claim for so many dollars a day, from the day after due through
// the day of the cure in March 2003.
func claimOf(rate string, due, cured int) DamagesClaim {
	return DamagesClaim{Terms: dollarsADay(rate), Facts: DamagesFacts{Lapses: []Lapse{{Due: day(2003, 3, due), Cured: day(2003, 3, cured)}}}}
}

// TestDamagesTogetherChoice tells under which claim each day is paid: the
// dearer by what a cap has left of it, and the first of those that charge alike.
func TestDamagesTogetherChoice(t *testing.T) {
	ten := claimOf("10", 3, 6)
	capped := ten // 10, 5 and nothing
	capped.Terms.TotalCap.Amount = dec("15")
	five, six := claimOf("5", 3, 6), claimOf("6", 3, 6)
	for _, c := range []struct {
		name   string
		claims []DamagesClaim
		want   []int
		cents  int64
	}{
		{"alike", []DamagesClaim{ten, ten}, []int{0, 0, 0}, 30_00},
		{"the second is dearer", []DamagesClaim{six, ten, six}, []int{1, 1, 1}, 30_00},
		{"alike once the cap has cut", []DamagesClaim{capped, five}, []int{0, 0, 1}, 20_00},
		{"in the other order", []DamagesClaim{five, capped}, []int{1, 0, 0}, 20_00},
		{"dearer once the cap has cut", []DamagesClaim{capped, six}, []int{0, 1, 1}, 22_00},
		{"capped both", []DamagesClaim{capped, capped}, []int{0, 0, 0}, 15_00},
	} {
		got, err := TogetherDamages(c.claims...)
		var under []int
		for _, row := range got.Schedule {
			under = append(under, row.Claim)
		}
		if err != nil || !slices.Equal(under, c.want) || got.Cents != c.cents {
			t.Errorf("%s: under %v, %d cents, %v; want %v, %d", c.name, under, got.Cents, err, c.want, c.cents)
		}
	}
	// A claim without a name is told of by its number, from 1.
	named := five
	named.Name = "filing"
	got, err := TogetherDamages(ten, named, six)
	if want := "claim 1 $30.00 of $30.00, filing $0.00 of $15.00, claim 3 $0.00 of $18.00; $30.00 in all."; err != nil ||
		!strings.Contains(got.Why.String(), want) {
		t.Errorf("%v, want %q\n%s", err, want, got.Why)
	}
}

// TestDamagesTogetherBounds takes the largest sums, and twenty claims, exactly
// and with one more.
func TestDamagesTogetherBounds(t *testing.T) {
	most, cent := claimOf(allCents, 3, 4), claimOf("0.01", 4, 5)
	also := claimOf("0.01", 3, 4) // on the day of most
	for _, c := range []struct {
		name         string
		claims       []DamagesClaim
		cents, saved int64 // or none
	}{
		{"the largest sum", []DamagesClaim{most}, math.MaxInt64, 0},
		{"of two claims", []DamagesClaim{claimOf("92233720368547758.06", 3, 4), cent}, math.MaxInt64, 0},
		{"and a cent", []DamagesClaim{most, cent}, 0, 0},
		{"as much saved", []DamagesClaim{most, most}, math.MaxInt64, math.MaxInt64},
		{"and a cent saved", []DamagesClaim{most, most, also}, 0, 0},
	} {
		got, err := TogetherDamages(c.claims...)
		if c.cents == 0 {
			if fs := faultsOf(t, err); !slices.Equal(fs, []string{"claims: range"}) {
				t.Errorf("%s: %q", c.name, fs)
			}
			continue
		}
		if err != nil || got.Cents != c.cents || got.SavedCents != c.saved {
			t.Errorf("%s: %d cents and %d saved, %v; want %d and %d", c.name, got.Cents, got.SavedCents, err, c.cents, c.saved)
		}
	}
	twenty := slices.Repeat([]DamagesClaim{also}, 20)
	if got, err := TogetherDamages(twenty...); err != nil || got.Cents != 1 || got.SavedCents != 19 {
		t.Errorf("twenty: %d cents and %d saved, %v", got.Cents, got.SavedCents, err)
	}
	if fs := faultsOf(t, second(TogetherDamages(append(twenty, also)...))); !slices.Equal(fs, []string{"claims: range"}) {
		t.Errorf("twenty-one: %q", fs)
	}
}
