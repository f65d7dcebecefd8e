package calendar

import (
	"time"

	"github.com/offerkit/offerkit/law"
)

// The codes of the steps that a [ClosingRule] adds.
const (
	// CodeFixed tells that the closing is on the date the contract names.
	CodeFixed = "calendar.closing.fixed"
	// CodeBy tells the time of day by which the closing takes place.
	CodeBy = "calendar.closing.by"
	// CodeShortSession notes special hours on the closing's day, which move
	// neither the day nor the time.
	CodeShortSession = "calendar.closing.session"
	// CodeOutside tells that the closing would come after the outside date.
	CodeOutside = "calendar.closing.outside"
)

// ClosingRule says when a closing takes place once its conditions are met.
// Which conditions those are is not its business: it is given the day on which
// the last of them was satisfied or waived.
//
// The zero ClosingRule is refused, since its Count has no unit.
type ClosingRule struct {
	// Count leads from the day the conditions are met to the closing. "The
	// first trading day after" is 1 trading day; "the first business day on
	// which" is 0 business days with Roll Forward.
	Count Deadline `json:"count"`
	// Fixed is a date that the contract names: the closing is then, if the
	// conditions are met by that day, and otherwise as Count says. "No date"
	// names none.
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

// On returns the closing for conditions met on the day. The errors are those
// of [Deadline.After], and a time of day without a zone.
func (r ClosingRule) On(met Date) (Closing, error) {
	if err := r.Validate(); err != nil {
		return Closing{}, err
	}
	due, err := r.Count.After(met)
	if err != nil {
		return Closing{}, err
	}
	c := Closing{Due: due}
	say := func(code, text string) {
		c.Why = append(c.Why, law.Reason{Code: code, Text: text, Authority: r.Count.Authority})
	}
	if !r.Fixed.IsZero() && !met.After(r.Fixed) {
		c.Nominal, c.Date, c.Why = r.Fixed, r.Fixed, nil
		say(CodeFixed, "The conditions were met on "+met.Long()+", in time for the date named, "+r.Fixed.Long()+".")
	}
	if !r.By.Clock.IsZero() {
		c.By = c.Date.At(r.By.Clock, r.By.Zone)
		say(CodeBy, "The closing takes place by "+r.By.String()+" on "+c.Date.Long()+".")
	}
	if s, ok := r.Count.Calendar.Session(c.Date); ok && s.IsSpecial() {
		say(CodeShortSession, "That day has special hours, "+s.Open.String()+" to "+s.Close.String()+" ("+s.Name+
			"); it is a trading day all the same, and the time of the closing does not move.")
	}
	if !r.Outside.IsZero() && c.Date.After(r.Outside) {
		c.Expired = true
		say(CodeOutside, c.Date.Long()+" is after the outside date, "+r.Outside.Long()+".")
	}
	return c, nil
}

// At returns the closing for conditions met at the instant, on the day that
// clocks in the zone of By show. The errors are those of On, and a missing
// zone.
func (r ClosingRule) At(met time.Time) (Closing, error) {
	day, err := Cutoff{Zone: r.By.Zone}.Day(met)
	if err != nil {
		return Closing{}, err
	}
	return r.On(day)
}

// Validate lists what is wrong with the rule itself. It returns [law.Faults], or
// nil if closings can be asked for.
func (r ClosingRule) Validate() error {
	var fs law.Faults
	fs.Merge("count", r.Count.Validate())
	r.By.checkText(&fs, "by.zone")
	if r.By.Zone == nil && !r.By.Clock.IsZero() {
		fs.Missing("by.zone")
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
