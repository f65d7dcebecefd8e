package calendar

import (
	"time"

	"github.com/offerkit/offerkit/law"
)

// ClosingRule says when a closing takes place once its conditions are met.
// Which conditions those are is not its business: it is given the day on which
// the last of them was satisfied or waived.
//
// The zero ClosingRule is refused, since its Count has no unit.
type ClosingRule struct {
	// Count leads from the day the conditions are met to the closing. "The
	// first trading day after" is 1 trading day; "the first business day on
	// which" is 0 business days with Roll Forward. Its Calendar says on which days
	// a closing that is put off can take place; without one, on every day.
	Count Deadline `json:"count"`
	// Fixed is a date that the contract names: the closing is then, if the
	// conditions are met by that day, open or closed, and otherwise as Count says.
	// "No date" names none.
	Fixed Date `json:"fixed,omitzero"`
	// By is the time of day by which the closing takes place; its zone also
	// says on which day an instant falls. The zero Cutoff names none.
	By Cutoff `json:"by,omitzero"`
	// Outside is the last day on which a closing may take place. "No date"
	// sets no limit.
	Outside Date `json:"outside,omitzero"`
}

// Closing is the day of a closing, and why.
type Closing struct {
	// Due holds the date and the steps.
	Due
	// By is the instant by which the closing takes place; the zero time if the
	// rule names no time of day.
	By time.Time `json:"by,omitzero"`
	// Expired is true if the date lies after the outside date, so that the
	// contract does not provide for this closing.
	Expired bool `json:"expired,omitempty"`
}

// On returns the closing for conditions met on the day. It is never before that
// day: where the rule leads to an earlier one, the closing is on the first open
// day from then on. The errors are those of [Deadline.After] if the answer rests
// on Count, those of the date named if it rests on that, and a time of day
// without a zone.
func (r ClosingRule) On(met Date) (Closing, error) {
	c, err := r.count(met)
	if err != nil {
		return Closing{}, err
	}
	return r.finish(c), nil
}

// At returns the closing for conditions met at the instant, on the day that
// clocks in the zone of By show. It is never before that instant: where the time
// of day by which the closing takes place is past by then, the closing is on the
// next open day. The errors are those of On, and a missing zone.
func (r ClosingRule) At(met time.Time) (Closing, error) {
	var fs law.Faults
	fs.Merge("", r.Validate())
	if r.By.Zone == nil && r.By.Clock.IsZero() {
		fs.Missing("by.zone")
	}
	if len(fs) > 0 {
		return Closing{}, fs
	}
	day, err := Cutoff{Zone: r.By.Zone}.Day(met)
	if err != nil {
		return Closing{}, err
	}
	c, err := r.count(day)
	if err != nil {
		return Closing{}, err
	}
	if by := c.Date.At(r.By.Clock, r.By.Zone); !by.IsZero() && (met.After(by) || r.By.Exclusive && met.Equal(by)) {
		err = r.move(&c, c.Date.AddDays(1), "at", moment(met, r.By), "zone", r.By.Zone.String())
		if err != nil {
			return Closing{}, err
		}
	}
	return r.finish(c), nil
}

// DateOn is [ClosingRule.On] without the explanation, for bulk use. It does not
// allocate, and is never another day than On's.
func (r ClosingRule) DateOn(met Date) (Date, error) {
	if err := r.Validate(); err != nil {
		return Date{}, err
	}
	if r.names(met) {
		if err := r.fixedFaults(met); err != nil {
			return Date{}, err
		}
		return r.Fixed, nil
	}
	d, err := r.Count.DateAfter(met)
	if err == nil && d.Before(met) {
		return r.openFrom(met)
	}
	return d, err
}

// names reports whether the closing is on the date that the contract names.
func (r *ClosingRule) names(met Date) bool { return !r.Fixed.IsZero() && !met.After(r.Fixed) }

// fixedFaults is why a sound rule gives no closing on the date named.
func (r *ClosingRule) fixedFaults(met Date) error {
	if met.IsZero() {
		return r.Count.faults(met)
	}
	var fs law.Faults
	if days := r.Count.Calendar; !days.IsZero() && !days.Contains(r.Fixed) {
		fs.Merge("fixed", days.outside(r.Fixed))
	}
	return fs.Err()
}

// count finds the day, and tells how.
func (r *ClosingRule) count(met Date) (Closing, error) {
	if err := r.Validate(); err != nil {
		return Closing{}, err
	}
	if !r.names(met) {
		due, err := r.Count.After(met)
		c := Closing{Due: due}
		if err == nil && c.Date.Before(met) {
			err = r.move(&c, met, "met", iso(met))
		}
		return c, err
	}
	if err := r.fixedFaults(met); err != nil {
		return Closing{}, err
	}
	c := Closing{Due: Due{Name: r.Count.Name, Event: met, Nominal: r.Fixed, Date: r.Fixed}}
	r.say(&c, codeFixed, "met", iso(met), "fixed", iso(r.Fixed))
	days := r.Count.Calendar
	if !days.IsZero() && !days.IsOpen(r.Fixed) {
		r.say(&c, codeFixedClosed, "calendar", days.Name(), "closed", days.why(r.Fixed))
	}
	c.project(days)
	return c, nil
}

// move puts the closing off to the first open day from one on, and says why.
func (r *ClosingRule) move(c *Closing, from Date, why ...string) error {
	d, err := r.openFrom(from)
	if err != nil {
		return err
	}
	c.Date = d
	r.say(c, codeNotBefore, append(why, "to", iso(d))...)
	c.project(r.Count.Calendar)
	return nil
}

// openFrom is the first open day from one on; every day is open without a calendar.
func (r *ClosingRule) openFrom(d Date) (Date, error) {
	if days := r.Count.Calendar; !days.IsZero() {
		return days.OnOrAfter(d)
	}
	if d.IsZero() {
		var fs law.Faults
		fs.Add(law.ErrRange, "by", r.By.String(), "leaves no day in the years 1 to 9999")
		return d, fs
	}
	return d, nil
}

// finish tells what holds of the day on which the closing turns out to be.
func (r *ClosingRule) finish(c Closing) Closing {
	if !r.By.Clock.IsZero() {
		c.By = c.Date.At(r.By.Clock, r.By.Zone)
		relation := "by"
		if r.By.Exclusive {
			relation = "before"
		}
		r.say(&c, codeBy, "relation", relation, "cutoff", r.By.Clock.String(),
			"zone", r.By.Zone.String(), "date", iso(c.Date))
	}
	if s, ok := r.Count.Calendar.Session(c.Date); ok && s.IsSpecial() {
		r.say(&c, CodeShortSession, "open", clockText(s.Open), "close", clockText(s.Close),
			"occasion", s.Name)
	}
	if !r.Outside.IsZero() && c.Date.After(r.Outside) {
		c.Expired = true
		r.say(&c, codeOutside, "date", iso(c.Date), "outside", iso(r.Outside))
	}
	return c
}

func (r *ClosingRule) say(c *Closing, code law.Code, data ...string) {
	c.Why = append(c.Why, reason(code, r.Count.Authority, data...))
}

// project warns, once, that the day lies beyond the announced ones.
func (c *Closing) project(days Calendar) {
	if warning, projected := days.projection(c.Date); projected && !c.Projected {
		c.Projected = true
		c.Why = append(c.Why, warning)
	}
}

// Validate lists what is wrong with the rule itself. It returns [law.Faults], or
// nil if closings can be asked for.
func (r ClosingRule) Validate() error {
	var fs law.Faults
	fs.Merge("count", r.Count.Validate())
	if r.By.Zone != nil || !r.By.Clock.IsZero() {
		checkZone(&fs, "by.zone", r.By.Zone)
	}
	return fs.Err()
}

// NextTradingDay is the closing on the first NYSE trading day after the day on
// which the conditions are met, as clocks in New York show it. It names no time
// of day and no outside date, and cites nothing: a contract's own words, and the
// section that they are in, replace any field.
func NextTradingDay() ClosingRule {
	return ClosingRule{
		Count: Deadline{Name: "Closing Date", Count: 1, Unit: TradingDays, Calendar: NYSE()},
		By:    Cutoff{Zone: NewYork()},
	}
}

// UnmarshalJSON reads a rule strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and r stays as it was.
func (r *ClosingRule) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }
