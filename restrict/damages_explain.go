package restrict

import (
	"slices"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// The codes of the steps in DamagesFinding.Why.
const (
	// CodeDamagesLate tells how long a lapse lasted; CodeDamagesNone that it did
	// not reach a day to charge for.
	CodeDamagesLate = "damages.late"
	CodeDamagesNone = "damages.none"
	// CodeDamagesSum tells what the charges come to, and the rounding.
	CodeDamagesSum = "damages.sum"
	// CodeDamagesPeriodCap and CodeDamagesTotalCap tell that a cap cut them.
	CodeDamagesPeriodCap = "damages.cap.period"
	CodeDamagesTotalCap  = "damages.cap.total"
	// CodeDamagesStop tells that an event ended them; CodeDamagesNoStop that the
	// clause does not name it.
	CodeDamagesStop   = "damages.stop"
	CodeDamagesNoStop = "damages.stop.not_named"
	// CodeDamagesOnce tells that days of several lapses were charged once, and
	// CodeDamagesEach that they were charged for each.
	CodeDamagesOnce = "damages.overlap.once"
	CodeDamagesEach = "damages.overlap.each"
	// CodeDamagesPayable tells by which calendar the days for payment are counted.
	CodeDamagesPayable = "damages.payable"
	// CodeDamagesInterest tells what late sums bore.
	CodeDamagesInterest = "damages.interest"
)

func (d *Damages) say(out *DamagesFinding, code string, parts ...string) {
	out.Why = append(out.Why, law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: d.Authority})
}

func (d *Damages) sayLapse(l *Lapse, charges []dayCharge, end calendar.Date, out *DamagesFinding) {
	name := l.Name
	if name == "" {
		name = "What was due"
	}
	if len(charges) == 0 {
		d.say(out, CodeDamagesNone, name, ", by ", l.Due.Long(), ": no day late to charge for.")
		return
	}
	unit := calendar.Days
	if d.openDays() {
		unit = d.Unit
	}
	text := []string{
		name, ", by ", l.Due.Long(), ": charged for ", countOf(charges[len(charges)-1].number, unit), ", through ", end.Long(),
	}
	if d.openDays() {
		text = append(text, " (", d.Calendar.Name(), ")")
	}
	if d.Grace > 0 {
		text = append(text, ", after ", strconv.Itoa(d.Grace), " of grace")
	}
	if d.ExcludeCure {
		text = append(text, "; the day of the cure is not counted")
	}
	d.say(out, CodeDamagesLate, append(text, ".")...)
	if d.openDays() {
		d.sayProjected(out, d.Calendar, end)
	}
}

// sayProjected tells that a day lies past those that the calendar's authority has
// announced.
func (d *Damages) sayProjected(out *DamagesFinding, cal calendar.Calendar, on calendar.Date) {
	if !on.After(cal.Announced()) {
		return
	}
	out.Projected = true
	d.say(out, calendar.CodeProjected, "Closings of the ", cal.Name(), " calendar are announced through ",
		cal.Announced().Long(), "; later ones are computed by rule and may change.")
}

// sayPayable names the calendar by which the days for payment are counted.
func (d *Damages) sayPayable(out *DamagesFinding) {
	if !d.Payment.openDays() || len(out.Payments) == 0 {
		return
	}
	cal := d.Payment.within(d.Calendar).Calendar
	d.say(out, CodeDamagesPayable, "Each sum is payable within ", countOf(d.Payment.Within, d.Payment.Unit), " (", cal.Name(),
		") after the time that it is for.")
	d.sayProjected(out, cal, out.Payments[len(out.Payments)-1].Date)
}

// explain tells of the sum.
func (d *Damages) explain(f *DamagesFacts, out *DamagesFinding) {
	for _, s := range f.Stops {
		if slices.Contains(d.Stops, s.Stop) {
			d.say(out, CodeDamagesStop, "The charges end with ", s.On.Long(), " at the latest: ", string(s.Stop), ".")
		} else {
			d.say(out, CodeDamagesNoStop, "The clause does not let this event of ", s.On.Long(), " end the charges: ", string(s.Stop), ".")
		}
	}
	if len(f.Lapses) > 1 {
		if d.EachLapse {
			d.say(out, CodeDamagesEach, "A day of several lapses is charged for each of them.")
		} else {
			d.say(out, CodeDamagesOnce, "A day of several lapses is charged once, at the greatest of their charges.")
		}
	}
	d.say(out, CodeDamagesSum, "The charges come to ", kernel.Dollars(out.UncappedCents), ", the running total ",
		d.Rounding.To("cent"), ".")
	if cut := out.UncappedCents - out.Cents; cut > 0 {
		if d.PeriodCap.caps() {
			cents, _ := d.PeriodCap.cents(f)
			d.say(out, CodeDamagesPeriodCap, "No ", strconv.Itoa(d.PeriodCap.Days), " days may cost more than ", kernel.Dollars(cents), ".")
		}
		if d.TotalCap.caps() {
			cents, _ := d.TotalCap.cents(f)
			d.say(out, CodeDamagesTotalCap, "All together may not cost more than ", kernel.Dollars(cents), ".")
		}
		out.Why[len(out.Why)-1].Text += " That cuts off " + kernel.Dollars(cut) + " and leaves " + kernel.Dollars(out.Cents) + "."
	}
	d.sayPayable(out)
	if out.InterestCents > 0 {
		d.say(out, CodeDamagesInterest, "Sums paid after they were due bore simple interest of ", kernel.Plain(d.Interest.Percent),
			" percent for each ", string(d.Interest.Per), ": ", kernel.Dollars(out.InterestCents), ".")
	}
}
