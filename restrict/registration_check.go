package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// The limits of what an agreement and a log may hold. They are far beyond any
// that is signed, and keep every answer quick and every sum of cents in 64 bits.
const (
	maxRegistrationClocks = 100
	maxRegistrationEvents = 1_000
	maxRegistrationDays   = 3_660 // of grace, and to the last step of a charge
	maxRegistrationEvery  = 366   // units in a period
	maxRegistrationYear   = 9_900
	maxRegistrationRows   = 10_000 // periods charged
	maxRegistrationMonths = 120
)

// maxRegistrationBase is the most dollars that a charge is a percentage of.
func maxRegistrationBase() decimal.Decimal { return decimal.New(1, 12) }

// Validate lists what is wrong with the agreement itself. It returns
// [law.Faults], or nil if its clocks can be counted.
func (r Registration) Validate() error {
	var fs law.Faults
	r.check(&fs)
	return fs.Err()
}

func (r *Registration) check(fs *law.Faults) {
	fs.Text("name", r.Name)
	check.Cited(fs, "authority", r.Authority)
	switch {
	case len(r.Clocks) == 0:
		fs.Missing("clocks")
	case len(r.Clocks) > maxRegistrationClocks:
		check.AtMost(fs, "clocks", len(r.Clocks), maxRegistrationClocks)
		return
	}
	charged := false
	for i := range r.Clocks {
		var inner law.Faults
		r.Clocks[i].check(&inner)
		fs.Merge("clocks["+strconv.Itoa(i)+"]", inner.Err())
		charged = charged || r.Clocks[i].Charged
	}
	var inner law.Faults
	r.Keep.check(&inner)
	fs.Merge("keep", inner.Err())
	inner = nil
	r.Grace.check(&inner)
	fs.Merge("grace", inner.Err())
	inner = nil
	r.Charge.check(&inner)
	fs.Merge("charge", inner.Err())
	if charged && !r.Charge.stated() {
		fs.Missing("charge")
	}
}

func (c *RegistrationClock) check(fs *law.Faults) {
	law.OneOf(fs, "duty", c.Duty, DutyFile, DutyEffective, DutyAccelerate, DutyRespond, DutyAmend, DutyFileAdditional,
		DutyEffectiveAdditional)
	law.OneOf(fs, "from", c.From, c.From.all()...)
	if c.From != "" && c.From == c.Duty.metBy() {
		fs.Add(law.ErrConflict, "from", string(c.From), "is what fulfills the duty")
	}
	fs.Merge("within", c.Within.Validate())
	if c.Reviewed != (calendar.Deadline{}) {
		fs.Merge("reviewed", c.Reviewed.Validate())
	}
}

// varies reports whether a review moves the day due.
func (c *RegistrationClock) varies() bool { return c.Reviewed.Unit != "" }

func (k *RegistrationPeriod) check(fs *law.Faults) {
	if k.Within == (calendar.Deadline{}) {
		if k.From != "" {
			fs.Missing("within")
		}
		return
	}
	law.OneOf(fs, "from", k.From, k.From.all()...)
	if k.From != "" && !k.From.once() {
		fs.Add(law.ErrInvalid, "from", string(k.From), "may happen more than once")
	}
	fs.Merge("within", k.Within.Validate())
}

func (g *RegistrationGrace) check(fs *law.Faults) {
	check.Cited(fs, "authority", g.Authority)
	check.Within(fs, "per_event", g.PerEvent, 0, maxRegistrationDays)
	check.Within(fs, "per_window", g.PerWindow, 0, maxRegistrationDays)
	check.Within(fs, "events", g.Events, 0, maxRegistrationEvents)
	check.Within(fs, "months", g.Months, 0, maxRegistrationMonths)
	windowed := g.PerWindow > 0 || g.Events > 0
	switch {
	case windowed && g.Months == 0:
		fs.Missing("months")
	case !windowed && g.Months > 0:
		fs.Add(law.ErrConflict, "months", strconv.Itoa(g.Months), "is given, but no limit that it measures")
	case g.Months > 0 && g.PerWindow > 28*g.Months:
		fs.Add(law.ErrConflict, "per_window", strconv.Itoa(g.PerWindow), "is more days than %d months are sure to have", g.Months)
	}
}

// registrationCents reads an amount of dollars. It records a fault unless the amount has
// whole cents, not below zero and within the limit.
func registrationCents(fs *law.Faults, field string, d decimal.Decimal) int64 {
	if !kernel.NotBelowZero(fs, field, d) {
		return 0
	}
	if d.Cmp(maxRegistrationBase()) > 0 {
		fs.Add(law.ErrRange, field, kernel.Plain(d), "is more than %s", kernel.Plain(maxRegistrationBase()))
		return 0
	}
	return kernel.ReadOptionalCents(fs, field, d)
}

// check lists what is wrong with the facts for that agreement.
func (f *RegistrationFacts) check(fs *law.Faults, r *Registration) {
	varies := false
	for i := range r.Clocks {
		varies = varies || r.Clocks[i].varies()
	}
	checkAnswer(f.Reviewed, fs, "reviewed", varies)
	if r.Charge.stated() {
		if registrationCents(fs, "base", f.Base) == 0 && f.Base.Sign() == 0 {
			fs.Missing("base")
		}
	}
	if !check.AtMost(fs, "events", len(f.Events), maxRegistrationEvents) {
		return
	}
	f.checkEvents(fs)
}

func (f *RegistrationFacts) checkEvents(fs *law.Faults) {
	rows := check.Rows{List: "events"}
	seen := map[RegistrationEventKind]calendar.Date{}
	var last calendar.Date
	down := false
	for i := range f.Events {
		e := &f.Events[i]
		var row law.Faults
		law.OneOf(&row, "kind", e.Kind, e.Kind.all()...)
		if e.Date.IsZero() {
			row.Missing("date")
		} else if e.Date.Before(last) {
			row.Add(law.ErrConflict, "date", e.Date.String(), "is before the event of %s, which comes first in the list", last)
		}
		if _, ok := seen[e.Kind]; ok && e.Kind.once() {
			row.Add(law.ErrDuplicate, "kind", string(e.Kind), "happened already on %s", seen[e.Kind])
		}
		if need := e.Kind.after(); need != "" {
			if _, ok := seen[need]; !ok {
				row.Add(law.ErrConflict, "kind", string(e.Kind), "comes without %q before it", string(need))
			}
		}
		switch {
		case e.Kind == RegistrationSuspended && down:
			row.Add(law.ErrConflict, "kind", string(e.Kind), "comes while the use is suspended")
		case e.Kind == RegistrationResumed && !down:
			row.Add(law.ErrConflict, "kind", string(e.Kind), "comes while the use is not suspended")
		case e.Kind == RegistrationComments && f.Reviewed == law.No:
			row.Add(law.ErrConflict, "kind", string(e.Kind), "contradicts that the SEC does not review")
		}
		down = e.Kind == RegistrationSuspended || down && e.Kind != RegistrationResumed
		if e.Kind.basic() {
			registrationCents(&row, "base", e.Base)
		} else if e.Base.Sign() != 0 {
			row.Add(law.ErrConflict, "base", "", "is given for an event that changes no base")
		}
		rows.Add(fs, i, row)
		seen[e.Kind], last = e.Date, e.Date
	}
	rows.Close(fs)
}
