package restrict

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/calendar"
)

// chargesOf are the charges of a schedule by day, in whole dollars.
func chargesOf(got DamagesFinding) []int64 {
	var out []int64
	for _, row := range got.Schedule {
		out = append(out, row.Cents/100)
	}
	return out
}

// TestDamagesTables prices a table day by day under both readings. More is what
// each later period adds, to the first step as to any other; in all, a day costs
// what the figure has grown, and nothing where it stands still.
func TestDamagesTables(t *testing.T) {
	for _, c := range []struct {
		name    string
		reading DamagesReading
		steps   []DamagesStep
		want    []int64
	}{
		{"a rate that grows", PricePerPeriod, rates(1, "5", "1"), []int64{5, 6, 7, 8, 9}},
		{"and then stands", PricePerPeriod, rates(1, "5", "1", 4, "100", "0"), []int64{5, 6, 7, 100, 100}},
		{"from the third day on", PricePerPeriod, rates(3, "5", "1"), []int64{0, 0, 5, 6, 7}},
		{"in all, by steps", PriceInAll, rates(1, "100", "0", 3, "300", "0"), []int64{100, 0, 200, 0, 0}},
		{"in all, growing by the day", PriceInAll, rates(1, "100", "10", 4, "200", "0"), []int64{100, 10, 10, 80, 0}},
		{"in all, growing at last", PriceInAll, rates(1, "100", "0", 3, "150", "20"), []int64{100, 0, 50, 20, 20}},
	} {
		d := dollarsADay("0")
		d.Reading, d.Steps = c.reading, c.steps
		got, err := d.Assess(lateBy(5))
		if err != nil || !slices.Equal(chargesOf(got), c.want) {
			t.Errorf("%s: %v, %v; want %v", c.name, chargesOf(got), err, c.want)
		}
	}
}

// TestDamagesStepParts: a step's word on a part of a period goes before the
// clause's, that of the first step too.
func TestDamagesStepParts(t *testing.T) {
	d := dollarsADay("0")
	d.Unit, d.Part, d.Steps = calendar.Weeks, PartWhole, rates(1, "70", "0", 2, "140", "0")
	for _, c := range []struct {
		first, second DamagesPart
		want          []int64 // of a week and a day
	}{
		{"", "", []int64{70, 0, 0, 0, 0, 0, 0, 140}},
		{PartNone, "", []int64{0, 0, 0, 0, 0, 0, 70, 140}},
		{PartProRata, PartNone, []int64{10, 10, 10, 10, 10, 10, 10, 0}},
		{PartWhole, PartProRata, []int64{70, 0, 0, 0, 0, 0, 0, 20}},
	} {
		d.Steps[0].Part, d.Steps[1].Part = c.first, c.second
		got, err := d.Assess(lateBy(8))
		if err != nil || !slices.Equal(chargesOf(got), c.want) {
			t.Errorf("%q and %q: %v, %v; want %v", c.first, c.second, chargesOf(got), err, c.want)
		}
	}
}

// TestDamagesStepsByDay: a step from a day on is the rate of the periods whose
// first day is that day or a later one. The second week begins on day 8; the
// second month after March 3 on day 32, April 4.
func TestDamagesStepsByDay(t *testing.T) {
	for _, c := range []struct {
		unit        calendar.Unit
		begins, end int
	}{{calendar.Weeks, 8, 14}, {calendar.Months, 32, 61}} {
		for _, part := range []DamagesPart{PartWhole, PartNone, PartProRata} {
			for from, want := range map[int]int64{c.begins: 6_300_00, c.begins + 1: 4_200_00} {
				d := dollarsADay("0")
				d.Unit, d.Part, d.StepByDay, d.Steps = c.unit, part, true, rates(1, "2100", "0", from, "4200", "0")
				if got, err := d.Assess(lateBy(c.end)); err != nil || got.Cents != want {
					t.Errorf("%s, %s, from day %d on: %d cents, %v; want %d", c.unit, part, from, got.Cents, err, want)
				}
			}
		}
	}
}

// TestDamagesAlike has two lapses charge the same for a day: it counts once, as
// a day of the one told of first.
func TestDamagesAlike(t *testing.T) {
	long, short := Lapse{Due: day(2003, 3, 3), Cured: day(2003, 3, 7)}, Lapse{Due: day(2003, 3, 5), Cured: day(2003, 3, 7)}
	for _, c := range []struct {
		lapses []Lapse
		want   []int
	}{
		{[]Lapse{long, short}, []int{1, 2, 3, 4}},
		{[]Lapse{short, long}, []int{1, 2, 1, 2}},
	} {
		got, err := dollarsADay("10").Assess(DamagesFacts{Lapses: c.lapses})
		var numbers []int
		for _, row := range got.Schedule {
			numbers = append(numbers, row.Number)
		}
		if err != nil || got.Cents != 40_00 || !slices.Equal(numbers, c.want) {
			t.Errorf("%+v: %d cents, days %v, %v; want %v", c.lapses, got.Cents, numbers, err, c.want)
		}
	}
}
