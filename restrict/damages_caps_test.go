package restrict

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// TestDamagesCapBelowADay: a cap limits the charges, however large the amount in
// the facts makes one day's charge.
func TestDamagesCapBelowADay(t *testing.T) {
	// $10 per trading day for each $1,000, so $10,000 a day on $1,000,000.
	million := func(days int) DamagesFacts {
		f := lateBy(days)
		f.Amounts[0].Amount, f.Amounts[0].Shares = dec("1000000"), 1_000_000
		return f
	}
	total := func(amount string) func(*Damages) {
		return func(d *Damages) { d.TotalCap = DamagesCap{Amount: dec(amount)} }
	}
	weekly := func(amount string) func(*Damages) {
		return func(d *Damages) { d.PeriodCap = DamagesCap{Amount: dec(amount), Days: 7} }
	}
	for _, c := range []struct {
		name            string
		row             string
		change          func(*Damages)
		days            int
		cents, uncapped int64
		code            law.Code
	}{
		{"in all, one day late", "C4", total("5000"), 1, 5_000_00, 10_000_00, codeDamagesTotalCap},
		{"in all, a week late", "C4", total("5000"), 7, 5_000_00, 50_000_00, codeDamagesTotalCap},
		{"a period, one day late", "C4", weekly("5000"), 1, 5_000_00, 10_000_00, codeDamagesPeriodCap},
		{"a period, eight days late", "C4", weekly("5000"), 8, 10_000_00, 70_000_00, codeDamagesPeriodCap},
		{"a cent less than a day", "C4", total("9999.99"), 1, 9_999_99, 10_000_00, codeDamagesTotalCap},
		{"a day exactly", "C4", total("10000"), 1, 10_000_00, 10_000_00, ""},
		{"on percent", "C10", total("2000"), 1, 2_000_00, 20_666_67, codeDamagesTotalCap},
		{"by the share", "C8", total("3"), 1, 3_00, 500_000_00, codeDamagesTotalCap},
		{"percent on flat dollars", "C1", func(d *Damages) { d.TotalCap = DamagesCap{Percent: dec("0.05")} }, 1, 500_00, 1_000_00, codeDamagesTotalCap},
		{"percent on whole thousands", "C4", func(d *Damages) {
			d.EachPart, d.TotalCap = PartNone, DamagesCap{Percent: dec("0.4")}
		}, 1, 4_000_00, 10_000_00, codeDamagesTotalCap},
		{"less than a cent", "C4", total("0.009"), 1, 0, 10_000_00, codeDamagesTotalCap},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := damagesForms()[c.row]
			c.change(&d)
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
			got, err := d.Assess(million(c.days))
			if err != nil || got.Cents != c.cents || got.UncappedCents != c.uncapped {
				t.Fatalf("%d of %d cents, %v; want %d of %d", got.Cents, got.UncappedCents, err, c.cents, c.uncapped)
			}
			for _, code := range []law.Code{codeDamagesTotalCap, codeDamagesPeriodCap} {
				if got.Why.Has(code) != (code == c.code) {
					t.Errorf("want %q\n%s", c.code, got.Why)
				}
			}
		})
	}
}

// TestDamagesCapOfAKind: a cap below the first charge is a fault of the terms
// where the terms fix both. Validate reports it, and so does every question.
func TestDamagesCapOfAKind(t *testing.T) {
	percent := func(per int, part DamagesPart, first, rate string) Damages {
		return Damages{
			Base: PercentOfAmount, Unit: calendar.Days, Per: per, Part: part, First: dec(first), Steps: rates(1, rate, "0"),
			Reading: PricePerPeriod, Rounding: exact.Nearest,
		}
	}
	months := percent(1, PartProRata, "0", "3")
	months.Unit = calendar.Months
	flat := percent(1, "", "0", "1000")
	flat.Base = Flat
	each := damagesForms()["C4"]
	up := each
	up.EachPart = PartWhole
	for _, c := range []struct {
		name          string
		terms         Damages
		enough, small string // caps in percent, or dollars if flat
	}{
		{"by the day", percent(1, "", "0", "2"), "2", "1.99"},
		{"at the beginning of the period", percent(30, PartWhole, "0", "2"), "2", "1.99"},
		{"at its end", percent(30, PartNone, "0", "2"), "2", "1.99"},
		{"pro rata", percent(30, PartProRata, "0", "3"), "0.1", "0.0999"},
		{"pro rata of a month", months, "0.1", "0.0999"},
		{"an initial charge and a day of the rest", percent(30, PartProRata, "2", "3"), "2.1", "2.0999"},
		{"an initial charge, the rest at the end", percent(30, PartNone, "2", "3"), "2", "1.99"},
		{"dollars", flat, "1000", "999.99"},
		{"dollars for each thousand", each, "1", "0.99"},
		{"rounded up to thousands", up, "1", "0.99"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, days := range []int{0, 7} { // in all, and for each week
				for _, limit := range []string{c.enough, c.small} {
					d, field, most := c.terms, "total_cap", DamagesCap{Percent: dec(limit), Days: days}
					if d.Base == Flat {
						most.Amount, most.Percent = most.Percent, decimal.Decimal{}
					}
					if days == 0 {
						d.TotalCap = most
					} else {
						d.PeriodCap, field = most, "period_cap"
					}
					got, err := d.Assess(lateBy(1))
					if limit == c.enough {
						if err != nil || got.Cents != got.UncappedCents || d.Validate() != nil {
							t.Errorf("%s: %d of %d cents, %v", limit, got.Cents, got.UncappedCents, err)
						}
						continue
					}
					if fs := faultsOf(t, d.Validate()); !slices.Equal(fs, []string{field + ": conflict"}) {
						t.Errorf("%s: %q", limit, fs)
					}
					if fs := faultsOf(t, err); !slices.Equal(fs, []string{"damages." + field + ": conflict"}) {
						t.Errorf("%s: %q", limit, fs)
					}
				}
			}
		})
	}
}
