package restrict

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
)

// TestDamagesPaymentCalendar: damages by NYSE trading days are payable within three
// business days of the banks, which are open on Good Friday, April 18, 2025. Without
// a calendar of its own the payment goes by the clause's.
func TestDamagesPaymentCalendar(t *testing.T) {
	tuesday := day(2025, 4, 15)
	for _, c := range []struct {
		name     string
		calendar calendar.Calendar
		unit     calendar.Unit
		want     calendar.Date
	}{
		{"the banks", calendar.FederalReserve(), calendar.BusinessDays, day(2025, 4, 21)},
		{"the clause's", calendar.Calendar{}, calendar.BusinessDays, day(2025, 4, 22)},
		{"the exchange", calendar.NYSE(), calendar.TradingDays, day(2025, 4, 22)},
		{"days of the calendar", calendar.FederalReserve(), calendar.Days, day(2025, 4, 19)},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := damagesForms()["C4"]
			d.Payment = DamagesPayment{When: EndOfLapse, Within: 3, Unit: c.unit, Calendar: c.calendar}
			f := lateBy(0)
			f.Lapses[0] = Lapse{Due: tuesday, Cured: tuesday.AddDays(1)}
			got, err := d.Assess(f)
			if err != nil || !slices.Equal(got.Payments, []DamagesDue{{Date: c.want, Cents: 1_000_00}}) {
				t.Fatalf("%+v, %v; want %s", got.Payments, err, c.want)
			}
			name := c.calendar.Name()
			if c.calendar.IsZero() {
				name = "NYSE"
			}
			open := c.unit != calendar.Days
			if got.Why.Has(codeDamagesPayable) != open || open && !strings.Contains(got.Why.String(), "3 "+string(c.unit)+" ("+name+")") {
				t.Errorf("the calendar of the payment is not told:\n%s", got.Why)
			}
		})
	}
}

// TestDamagesPaymentNeedsCalendar: the payment's own calendar is enough, and one of
// the two is needed.
func TestDamagesPaymentNeedsCalendar(t *testing.T) {
	d := dollarsADay("10")
	d.Payment = DamagesPayment{When: EndOfLapse, Within: 1, Unit: calendar.BusinessDays}
	if fs := faultsOf(t, d.Validate()); !slices.Equal(fs, []string{"calendar: missing"}) {
		t.Errorf("%q", fs)
	}
	d.Payment.Calendar = calendar.FederalReserve()
	got, err := d.Assess(lateBy(10)) // cured Thursday, March 13
	if err != nil || got.Payments[0].Date != day(2003, 3, 14) {
		t.Errorf("%+v, %v", got.Payments, err)
	}
	// A payment past the announced closings of its own calendar is projected.
	f := lateBy(0)
	f.Lapses[0] = Lapse{Due: calendar.FederalReserve().Announced(), Cured: calendar.FederalReserve().Announced().AddDays(10)}
	if got, err = d.Assess(f); err != nil || !got.Projected || !got.Why.Has(calendar.CodeProjected) {
		t.Errorf("%t, %v\n%s", got.Projected, err, got.Why)
	}
}

// TestDamagesPaymentReference counts days for payment one by one.
func TestDamagesPaymentReference(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 43))
	apart := 0
	for range 2000 {
		d := damagesForms()["C4"]
		own := []calendar.Calendar{calendar.FederalReserve(), calendar.NYSE(), {}}[r.IntN(3)]
		d.Payment = DamagesPayment{When: EndOfLapse, Within: 1 + r.IntN(10), Unit: calendar.BusinessDays, Calendar: own}
		f := lateBy(0)
		f.Lapses[0].Due = day(2015, 1, 1).AddDays(r.IntN(4000))
		f.Lapses[0].Cured = f.Lapses[0].Due.AddDays(5 + r.IntN(10))
		got, err := d.Assess(f)
		if err != nil {
			t.Fatal(err)
		}
		if own.IsZero() {
			own = d.Calendar
		}
		want := walkOpen(own, f.Lapses[0].Cured, d.Payment.Within)
		if got.Payments[0].Date != want {
			t.Fatalf("%d days after %s: %s, want %s", d.Payment.Within, f.Lapses[0].Cured, got.Payments[0].Date, want)
		}
		if want != walkOpen(d.Calendar, f.Lapses[0].Cured, d.Payment.Within) {
			apart++
		}
	}
	if apart < 30 {
		t.Errorf("the two calendars differ in %d cases alone", apart)
	}
}

// walkOpen is the n-th open day after a day.
func walkOpen(cal calendar.Calendar, on calendar.Date, n int) calendar.Date {
	for n > 0 {
		if on = on.AddDays(1); cal.IsOpen(on) {
			n--
		}
	}
	return on
}

// TestBuyInPayCalendar: purchases wait by the exchange, and the sum is payable by
// the banks. The shares are due on Tuesday, April 15, 2025.
func TestBuyInPayCalendar(t *testing.T) {
	terms, facts := replaced()
	terms.Waits, terms.PayWithin = 3, 3
	facts.Due, facts.Demanded = day(2025, 4, 15), day(2025, 4, 16)
	for _, c := range []struct {
		name       string
		waits, pay calendar.Calendar
		bought     calendar.Date
		covered    int64
		due        calendar.Date
		told       string
	}{
		{"the exchange and the banks", calendar.NYSE(), calendar.FederalReserve(), day(2025, 4, 18), 0, day(2025, 4, 21), "(Federal Reserve)"},
		{"its third day", calendar.NYSE(), calendar.FederalReserve(), day(2025, 4, 21), 1000, day(2025, 4, 21), "(Federal Reserve)"},
		{"the exchange alone", calendar.NYSE(), calendar.Calendar{}, day(2025, 4, 21), 1000, day(2025, 4, 22), "(NYSE)"},
		{"the banks and the exchange", calendar.FederalReserve(), calendar.NYSE(), day(2025, 4, 18), 1000, day(2025, 4, 22), "(NYSE)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			terms.Calendar, terms.PayCalendar, facts.Purchases[0].Date = c.waits, c.pay, c.bought
			got, err := terms.Assess(facts)
			if err != nil || got.Covered != c.covered || got.Due != c.due || !strings.Contains(got.Why.String(), c.told) {
				t.Errorf("%d covered, due %s, %v; want %d, %s\n%s", got.Covered, got.Due, err, c.covered, c.due, got.Why)
			}
		})
	}
	terms.Calendar, terms.PayCalendar, terms.Waits = calendar.Calendar{}, calendar.FederalReserve(), 0
	if err := terms.Validate(); err != nil {
		t.Errorf("the payment's calendar alone: %v", err)
	}
	terms.Waits = 1
	if fs := faultsOf(t, terms.Validate()); !slices.Equal(fs, []string{"calendar: missing"}) {
		t.Errorf("waits by no calendar: %q", fs)
	}
	terms.Waits, terms.PayCalendar = 0, calendar.Calendar{}
	if fs := faultsOf(t, terms.Validate()); !slices.Equal(fs, []string{"calendar: missing"}) {
		t.Errorf("payable by no calendar: %q", fs)
	}
}
