package escrow

import (
	"math"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

func (c *contract) checkFees(fs *law.Faults) {
	var fixed, parts int64
	fits := true
	rows := check.Rows{List: "fees"}
	for i, f := range c.Fees {
		var own law.Faults
		checkName(&own, "payee", f.Payee)
		check.NotBelowZero(&own, "cents", f.Cents)
		check.Within(&own, "per_million", f.PerMillion, 0, million)
		if f.Cents == 0 && f.PerMillion == 0 {
			own.Missing("cents")
		}
		f.Rounding.Check(&own, "rounding")
		checkText(&own, "for", f.For)
		rows.Add(fs, i, own)
		fixed, fits = plus(fixed, f.Cents, fits)
		parts, _ = plus(parts, f.PerMillion, true)
	}
	rows.Close(fs)
	if !fits {
		fs.Add(law.ErrRange, "fees", "", "add up to more than %d cents", int64(math.MaxInt64))
	}
	if parts > million {
		fs.Add(law.ErrRange, "fees", strconv.FormatInt(parts, 10), "are more than the whole of %d millionths", million)
	}
}

func (c *contract) checkClosing(fs *law.Faults) {
	if c.calendar.IsZero() {
		fs.Missing("closing.count.calendar")
	} else {
		fs.Merge("closing.count", c.Closing.Count.Validate())
	}
	fs.Merge("closing.by", c.Closing.By.Validate())
	law.OneOf(fs, "anchor", c.Anchor, c.Anchor.all()...)
	if c.Anchor == AnchorNotice {
		fs.Merge("notice.lead", c.Notice.Lead.Validate())
	} else if c.Notice != (NoticeTerms{}) {
		fs.Add(law.ErrConflict, "notice", "", "is for closings by notice, and the anchor is %q", string(c.Anchor))
	}
	c.checkOptional(fs, "notice.window", c.Notice.Window)
	c.checkOptional(fs, "notice.return", c.Notice.Return)
	c.checkOptional(fs, "refund_within", c.RefundWithin)
	c.checkOptional(fs, "transmission.within", c.Transmission.Within)
	if c.Transmission.Within == (calendar.Deadline{}) && !c.Transmission.By.IsZero() {
		fs.Missing("transmission.within")
	}
	fs.Merge("funds_before", c.FundsBefore.Validate())
	law.OneOf(fs, "late", c.Late, c.Late.all()...)
	law.OneOf(fs, "memory", c.Memory, c.Memory.all()...)
	law.OneOf(fs, "on_waiver", c.OnWaiver, c.OnWaiver.all()...)
	law.OneOf(fs, "scope", c.Scope, c.Scope.all()...)
	if !servable(c.Signed) {
		return
	}
	signed := c.day(c.Signed)
	if fixed := c.Closing.Fixed; !fixed.IsZero() && !c.calendar.IsZero() && !c.calendar.IsOpen(fixed) {
		fs.Add(law.ErrConflict, "closing.fixed", fixed.String(), "is not a day of the %s calendar", c.calendar.Name())
	}
	if out := c.Closing.Outside; !out.IsZero() && out.Before(signed) {
		fs.Add(law.ErrConflict, "closing.outside", out.String(), "is before the signing on %s", signed)
	}
	if !c.calendar.IsZero() && !c.calendar.Contains(signed) {
		check.Outside(fs, "signed", signed.String(), c.calendar.Name())
	}
}

// checkOptional checks a deadline that may be left out.
func (c *contract) checkOptional(fs *law.Faults, field string, dl calendar.Deadline) {
	if dl != (calendar.Deadline{}) {
		fs.Merge(field, dl.Validate())
	}
}

func (c *contract) checkMoney(fs *law.Faults) {
	law.OneOf(fs, "interest", c.Interest, c.Interest.all()...)
	if !c.CancelBy.IsZero() {
		checkInstant(fs, "cancel_by", c.CancelBy)
	}
	c.checkCancelBy(fs)
	m := c.Contingency
	if m == (Contingency{}) {
		return
	}
	check.Positive(fs, "contingency.min_cents", m.MinCents)
	switch {
	case m.MaxCents < 0:
		check.NotBelowZero(fs, "contingency.max_cents", m.MaxCents)
	case m.MaxCents > 0 && m.MaxCents < m.MinCents:
		fs.Add(law.ErrConflict, "contingency.max_cents", strconv.FormatInt(m.MaxCents, 10), "is below the minimum, %d", m.MinCents)
	case m.MaxCents > 0 && m.MaxCents < c.due && c.Scope == ScopeTogether:
		fs.Add(law.ErrConflict, "contingency.max_cents", strconv.FormatInt(m.MaxCents, 10),
			"is below the %d due for the purchases, which close together", c.due)
	}
	if out := c.Closing.Outside; !out.IsZero() && out.Before(m.By) {
		fs.Add(law.ErrConflict, "closing.outside", out.String(), "is before the date of the minimum, %s", m.By)
	}
	switch {
	case m.By.IsZero():
		fs.Missing("contingency.by")
	case servable(c.Signed) && m.By.Before(c.day(c.Signed)):
		fs.Add(law.ErrConflict, "contingency.by", m.By.String(), "is before the signing on %s", c.day(c.Signed))
	case m.By.Year() > 9998:
		fs.Add(law.ErrRange, "contingency.by", m.By.String(), "is after the year 9998")
	}
}

// checkCancelBy records a fault for a right to cancel that no closing outlives. The
// last one takes place by the hour of the last closing day, or on that day where
// another hour can be agreed.
func (c *contract) checkCancelBy(fs *law.Faults) {
	if c.CancelBy.IsZero() || c.Closing.Outside.IsZero() || c.calendar.IsZero() {
		return
	}
	day, err := c.calendar.OnOrBefore(c.Closing.Outside)
	if err != nil {
		return // an outside date beyond the calendar is no closing day either
	}
	hour := calendar.Cutoff{Zone: c.zone}
	if c.ConsentShares == 0 {
		hour = c.Closing.By
	}
	if last := lastInstant(day, hour); !c.CancelBy.Before(last) {
		fs.Add(law.ErrConflict, "cancel_by", c.CancelBy.Format(time.RFC3339), "is not before the last instant of a closing, %s",
			last.Format(time.RFC3339))
	}
}
