package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Validate lists what is wrong with the covenant itself. It returns
// [law.Faults]: a clock without a unit, a calendar, a zone or anything that it
// waits for, the zone of the machine, a negative count or one beyond 366, several
// clocks without a word on which of them counts, a word that is none, or one
// given twice. It returns nil if questions can be asked.
func (d Delivery) Validate() error {
	var fs law.Faults
	if len(d.Clocks) == 0 {
		fs.Missing("clocks")
	}
	if d.Pick != "" || len(d.Clocks) > 1 {
		law.OneOf(&fs, "pick", d.Pick, d.Pick.all()...)
	}
	if d.Cutoff.Zone != nil {
		fs.Merge("cutoff", d.Cutoff.Validate())
	}
	d.validateAwaits(&fs, "awaits", d.Awaits)
	for i := range d.Clocks {
		d.validateClock(&fs, "clocks", i, &d.Clocks[i])
	}
	for i := range d.NotBefore {
		d.validateClock(&fs, "not_before", i, &d.NotBefore[i])
	}
	if len(d.Grounds) == 0 {
		fs.Missing("grounds")
	}
	for i, g := range d.Grounds {
		switch {
		case !g.known():
			law.OneOf(&fs, "grounds["+strconv.Itoa(i)+"]", g,
				g.all()...)
		case g == GroundNone && len(d.Grounds) > 1:
			fs.Add(law.ErrConflict, "grounds["+strconv.Itoa(i)+"]", string(g), "stands beside other grounds")
		}
		for _, before := range d.Grounds[:i] {
			if before == g && g.known() {
				check.Twice(&fs, "grounds["+strconv.Itoa(i)+"]", string(g))
				break
			}
		}
		if i == check.MostRows {
			check.AtMost(&fs, "grounds", len(d.Grounds), check.MostRows)
			break
		}
	}
	d.validateChannels(&fs)
	check.Cited(&fs, "authority", d.Authority)
	return fs.Err()
}

func (d *Delivery) validateClock(fs *law.Faults, list string, i int, l *DeliveryClock) {
	var row law.Faults
	check.Within(&row, "count", l.Count, 0, mostOf(l.Unit))
	switch l.Unit {
	case calendar.Days, calendar.Weeks, calendar.Months, calendar.Years,
		calendar.BusinessDays, calendar.TradingDays, calendar.SettlementPeriods:
	default:
		law.OneOf(&row, "unit", l.Unit, calendar.Days, calendar.Weeks, calendar.Months, calendar.Years,
			calendar.BusinessDays, calendar.TradingDays, calendar.SettlementPeriods)
	}
	if d.calendarOf(l).IsZero() {
		row.Missing("calendar")
	}
	cutoff := d.cutoffOf(l)
	if cutoff.Zone == nil || l.Cutoff != (calendar.Cutoff{}) { // the Delivery's own is checked once
		row.Merge("cutoff", cutoff.Validate())
	}
	row.Text("name", l.Name)
	if l.NoRoll && !cutoff.Clock.IsZero() {
		row.Add(law.ErrConflict, "no_roll", "", "is set although a cut-off moves late receipts to the next open day")
	}
	d.validateAwaits(&row, "awaits", l.Awaits)
	starting := 0
	for _, s := range d.awaits(l) {
		if !s.Beforehand {
			starting++
		}
	}
	if starting == 0 {
		row.Missing("awaits")
	}
	if len(row) > 0 {
		fs.Merge(list+"["+strconv.Itoa(i)+"]", row)
	}
}

// mostOf is about a year in the unit.
func mostOf(u calendar.Unit) int {
	switch u {
	case calendar.Years:
		return 1
	case calendar.Months:
		return 12
	case calendar.Weeks:
		return 52
	default:
		return mostCounted
	}
}

func (d *Delivery) validateAwaits(fs *law.Faults, list string, starts []Awaited) {
	rows := check.Rows{List: list}
	var seen uint16
	for i, s := range starts {
		var row law.Faults
		s.Trigger.check(&row, "trigger")
		bit := s.Trigger.bit()
		if seen&bit != 0 {
			row.Add(law.ErrDuplicate, "trigger", string(s.Trigger), "is waited for twice")
		}
		seen |= bit
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
}
