package restrict

import (
	"cmp"
	"slices"
	"sort"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// registrationRow is a row of the schedule in cents.
type registrationRow struct {
	RegistrationPeriodCharge
	asked, amount, interest int64
}

// registrationBases is what charges are a percentage of, in cents, from each day on. The
// first holds from the beginning.
type registrationBases []registrationBaseFrom

type registrationBaseFrom struct {
	from  calendar.Date
	cents int64
}

func (q *registrationQuestion) bases() registrationBases {
	var fs law.Faults // the amounts were read before
	out := registrationBases{{cents: registrationCents(&fs, "", q.f.Base)}}
	for _, e := range q.events {
		if e.Kind.basic() {
			out = append(out, registrationBaseFrom{e.Date, registrationCents(&fs, "", e.Base)})
		}
	}
	return out
}

// at is the base on the day: that of the last change by then.
func (b registrationBases) at(d calendar.Date) int64 {
	i := sort.Search(len(b), func(i int) bool { return b[i].from.After(d) })
	return b[i-1].cents
}

// sum adds up the base of every day from the first to the last.
func (b registrationBases) sum(first, last calendar.Date) kernel.Amount {
	var total kernel.Amount
	for i := range b {
		from, to := b[i].from, last
		if from.Before(first) {
			from = first
		}
		if i+1 < len(b) && !b[i+1].from.After(last) {
			to = b[i+1].from.AddDays(-1)
		}
		if n := to.Sub(from) + 1; n > 0 {
			total = total.Plus(kernel.Whole(b[i].cents).Times(int64(n), 1))
		}
	}
	return total
}

// charge makes the schedule of what the failures cost.
func (q *registrationQuestion) charge() {
	var runs []registrationFailure
	switch q.r.Charge.Overlap {
	case OverlapEach:
		byDuty := map[RegistrationDuty][]registrationFailure{}
		var order []RegistrationDuty
		for _, f := range q.failures {
			if _, ok := byDuty[f.duties[0]]; !ok {
				order = append(order, f.duties[0])
			}
			byDuty[f.duties[0]] = append(byDuty[f.duties[0]], f)
		}
		for _, d := range order {
			runs = append(runs, mergedFailures(byDuty[d])...)
		}
	default:
		runs = mergedFailures(q.failures)
	}
	base := q.bases()
	var rows []registrationRow
	for i := range runs {
		rows = q.rows(rows, &runs[i], base)
	}
	if len(q.fs) > 0 {
		return
	}
	slices.SortStableFunc(rows, func(a, b registrationRow) int {
		return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.Period, b.Period))
	})
	q.cap(rows, base)
	q.total(rows)
}

// rows adds the rows of one failure: its initial charge and its periods. Too
// many are a fault.
func (q *registrationQuestion) rows(rows []registrationRow, run *registrationFailure, base registrationBases) []registrationRow {
	c := &q.r.Charge
	if c.Initial.Sign() > 0 {
		row := registrationRow{RegistrationPeriodCharge: RegistrationPeriodCharge{
			Duties: run.duties, From: run.from, Through: run.from, Percent: c.Initial,
		}}
		row.asked, _ = registrationShare(kernel.Whole(base.at(run.from)), c.Initial).Round(c.Rounding)
		q.close(&row, run.from, base)
		rows = append(rows, row)
	}
	if len(c.Steps) == 0 {
		return rows
	}
	for n := 1; n == 1 || !c.boundary(run.from, n-1).After(run.through); n++ {
		if len(rows) >= maxRegistrationRows {
			q.fs.Add(law.ErrRange, "registration.charge.every", strconv.Itoa(c.Every), "makes more than %d charges up to %s",
				maxRegistrationRows, q.on)
			return rows
		}
		if row, ok := q.period(run, n, base); ok {
			rows = append(rows, row)
		}
	}
	return rows
}

// period is what one period of a failure costs. It reports false if the failure
// was cured before a day of it was counted, and nothing is charged for that.
func (q *registrationQuestion) period(run *registrationFailure, n int, base registrationBases) (registrationRow, bool) {
	c := &q.r.Charge
	start, next := c.boundary(run.from, n-1), c.boundary(run.from, n)
	step := c.step(start.Sub(run.from) + 1)
	row := registrationRow{RegistrationPeriodCharge: RegistrationPeriodCharge{
		Duties: run.duties, Period: n, From: start, Through: next.AddDays(-1), Length: next.Sub(start), Percent: step.Percent,
	}}
	if run.through.Before(row.Through) {
		row.Through = run.through
	}
	row.Days = row.Through.Sub(start) + 1
	charged := kernel.Amount{}
	due := row.Through
	switch step.Partial {
	case PartialFull:
		charged, due = kernel.Whole(base.at(start)), start
	case PartialProRata:
		charged = base.sum(start, row.Through).Times(1, int64(row.Length))
	case PartialNone:
		if row.Days == row.Length {
			charged = kernel.Whole(base.at(row.Through))
		}
	}
	if row.Days == 0 {
		if step.Partial != PartialFull {
			return row, false
		}
		row.Through = start
	}
	row.Open = run.open && row.Days < row.Length && step.Partial != PartialFull
	row.asked, _ = registrationShare(charged, step.Percent).Round(c.Rounding)
	q.close(&row, due, base)
	return row, true
}

// close fills in the base and, unless the row may still grow, the day for
// payment.
func (q *registrationQuestion) close(row *registrationRow, from calendar.Date, base registrationBases) {
	row.Base = decimal.New(base.at(row.From), -2)
	if row.Open || q.r.Charge.Payable.Unit == "" {
		return
	}
	due, err := q.r.Charge.Payable.DateAfter(from)
	if err != nil && len(q.fs) == 0 {
		q.fs.Merge("registration.charge.payable", err)
	}
	row.Due = due
}

// cap takes off what goes beyond a cap, row by row in order of time.
func (q *registrationQuestion) cap(rows []registrationRow, base registrationBases) {
	c := &q.r.Charge
	total, _ := registrationShare(kernel.Whole(base[0].cents), c.CapTotal).Round(exact.Down)
	for i := range rows {
		row := &rows[i]
		row.amount = row.asked
		if c.CapPeriod.Sign() > 0 {
			left, _ := registrationShare(kernel.Whole(base.at(row.From)), c.CapPeriod).Round(exact.Down)
			for j := i - 1; j >= 0 && c.boundary(rows[j].From, 1).After(row.From); j-- {
				left -= rows[j].amount
			}
			row.amount = min(row.amount, max(0, left))
		}
		if c.CapTotal.Sign() > 0 {
			row.amount = min(row.amount, total)
			total -= row.amount
		}
	}
}

// total adds up the rows, with the interest on what is overdue.
func (q *registrationQuestion) total(rows []registrationRow) {
	c, out := &q.r.Charge, &q.out.Charges
	var accrued, cut int64
	interest, whyAuthority := int64(0), c.Authority
	for i := range rows {
		row := &rows[i]
		if c.Interest.Days > 0 && !row.Due.IsZero() && q.on.After(row.Due) {
			owed := registrationShare(kernel.Whole(row.amount), c.Interest.Percent).Times(int64(q.on.Sub(row.Due)), int64(c.Interest.Days))
			cents, ok := owed.Round(c.Rounding)
			if interest += cents; !ok || interest < 0 {
				q.fs.Add(law.ErrRange, "registration.charge.interest", "", "comes to more than 64 bits of cents by %s", q.on)
				return
			}
			row.interest = cents
		}
		row.Amount, row.Cut = decimal.New(row.amount, -2), decimal.New(row.asked-row.amount, -2)
		row.Interest = decimal.New(row.interest, -2)
		if row.amount == 0 {
			row.Due = calendar.Date{} // nothing is to be paid
		}
		accrued, cut = accrued+row.amount, cut+row.asked-row.amount
		out.Schedule = append(out.Schedule, row.RegistrationPeriodCharge)
	}
	out.Accrued, out.Interest, out.Capped = decimal.New(accrued, -2), decimal.New(interest, -2), cut > 0
	if whyAuthority == (law.Citation{}) {
		whyAuthority = q.r.Authority
	}
	say := func(code law.Code, text string) {
		q.out.Why = append(q.out.Why, law.Reason{Code: code, Text: text, Authority: whyAuthority})
	}
	if len(q.failures) > 0 {
		if c.CountCure {
			say(codeRegistrationCureCounted, "Each failure is charged through its cure, counting the day of cure.")
		} else {
			say(codeRegistrationCureNotCounted, "Each failure is charged until its cure, not counting the day of cure.")
		}
	}
	if len(rows) == 0 {
		return
	}
	say(codeRegistrationReading, "A failure is counted from the day after the day due; its periods are counted from that day, "+
		"and each charge is rounded "+string(c.Rounding)+" to the cent.")
	say(codeRegistrationCharged, "Failures have cost "+kernel.DollarsOf(out.Accrued)+" up to "+q.on.Long()+".")
	if cut > 0 {
		say(codeRegistrationCapped, "Caps took off "+kernel.DollarsOf(decimal.New(cut, -2))+".")
	}
}
