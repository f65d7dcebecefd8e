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
	codeDamagesLate law.Code = "damages.late"
	codeDamagesNone law.Code = "damages.none"
	codeDamagesSum  law.Code = "damages.sum"

	codeDamagesPeriodCap law.Code = "damages.cap.period"
	codeDamagesTotalCap  law.Code = "damages.cap.total"

	codeDamagesStop   law.Code = "damages.stop"
	codeDamagesNoStop law.Code = "damages.stop.not_named"

	codeDamagesOnce law.Code = "damages.overlap.once"
	codeDamagesEach law.Code = "damages.overlap.each"

	codeDamagesPayable  law.Code = "damages.payable"
	codeDamagesInterest law.Code = "damages.interest"
	codeDamagesTogether law.Code = "damages.together"
)

// damagesCodes is the part of the catalog above.
func damagesCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeDamagesLate, Text: "The length of the lapse."},
		{Code: codeDamagesNone, Text: "The lapse did not last as long as a day that is charged."},
		{Code: codeDamagesSum, Text: "The sum of the charges, and its rounding."},

		{Code: codeDamagesPeriodCap, Text: "A cap reduced the charges of a period."},
		{Code: codeDamagesTotalCap, Text: "A cap reduced the charges in total."},

		{Code: codeDamagesStop, Text: "An event ended the charges."},
		{Code: codeDamagesNoStop, Text: "The clause does not name the event, which therefore does not end the charges."},

		{Code: codeDamagesOnce, Text: "Days common to several lapses were charged once."},
		{Code: codeDamagesEach, Text: "Days common to several lapses were charged for each."},

		{Code: codeDamagesPayable, Text: "The day on which the charges are payable, and the calendar by which it is counted."},
		{Code: codeDamagesInterest, Text: "The interest on late payments."},
		{Code: codeDamagesTogether, Text: "How a day to which several clauses apply is paid for."},
	}
}

func (d *Damages) say(out *DamagesFinding, code law.Code, parts ...string) {
	out.Why = append(out.Why, law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: d.Authority})
}

func (d *Damages) sayLapse(l *Lapse, charges []dayCharge, end calendar.Date, out *DamagesFinding) {
	name := l.Name
	if name == "" {
		name = "What was due"
	}
	if len(charges) == 0 {
		d.say(out, codeDamagesNone, name, ", by ", l.Due.Long(), ": no day late to charge for.")
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
	d.say(out, codeDamagesLate, append(text, ".")...)
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
	d.say(out, codeDamagesPayable, "Each sum is payable within ", countOf(d.Payment.Within, d.Payment.Unit), " (", cal.Name(),
		") after the time that it is for.")
	d.sayProjected(out, cal, out.Payments[len(out.Payments)-1].Date)
}

// explain tells of the sum.
func (d *Damages) explain(f *DamagesFacts, out *DamagesFinding) {
	for _, s := range f.Stops {
		if slices.Contains(d.Stops, s.Stop) {
			d.say(out, codeDamagesStop, "The charges end with ", s.On.Long(), " at the latest: ", string(s.Stop), ".")
		} else {
			d.say(out, codeDamagesNoStop, "The clause does not let this event of ", s.On.Long(), " end the charges: ", string(s.Stop), ".")
		}
	}
	if len(f.Lapses) > 1 {
		if d.EachLapse {
			d.say(out, codeDamagesEach, "A day of several lapses is charged for each of them.")
		} else {
			d.say(out, codeDamagesOnce, "A day of several lapses is charged once, at the greatest of their charges.")
		}
	}
	d.say(out, codeDamagesSum, "The charges come to ", kernel.Dollars(out.UncappedCents), ", the running total ",
		d.Rounding.To("cent"), ".")
	if cut := out.UncappedCents - out.Cents; cut > 0 {
		if d.PeriodCap.caps() {
			cents, _ := d.PeriodCap.cents(f)
			d.say(out, codeDamagesPeriodCap, "No ", strconv.Itoa(d.PeriodCap.Days), " days may cost more than ", kernel.Dollars(cents), ".")
		}
		if d.TotalCap.caps() {
			cents, _ := d.TotalCap.cents(f)
			d.say(out, codeDamagesTotalCap, "All together may not cost more than ", kernel.Dollars(cents), ".")
		}
		out.Why[len(out.Why)-1].Text += " That cuts off " + kernel.Dollars(cut) + " and leaves " + kernel.Dollars(out.Cents) + "."
	}
	d.sayPayable(out)
	if out.InterestCents > 0 {
		d.say(out, codeDamagesInterest, "Sums paid after they were due bore simple interest of ", kernel.Plain(d.Interest.Percent),
			" percent for each ", string(d.Interest.Per), ": ", kernel.Dollars(out.InterestCents), ".")
	}
}
