package calendar

import (
	"slices"
	"strconv"
	"sync"

	"github.com/offerkit/offerkit/law"
)

// settlementCycle is the standard settlement cycle of US equities over time.
//
//nolint:gochecknoglobals // the memo of a pure function
var settlementCycle = sync.OnceValue(func() Timeline[int] {
	rule := law.Citation{Cite: "17 CFR 240.15c6-1", Title: "Settlement cycle"}
	return Timeline[int]{
		{fromCivil(1968, 3, 1), 5, law.Citation{
			Cite: "market practice before 1995", Title: "Settlement cycle", Doubt: "the day in 1968 on which five days began was not read",
		}, Check{}},
		{fromCivil(1995, 6, 5), 4, law.Citation{
			Cite: "NASD Notice to Members 95-26", Title: "Conversion in two steps",
			Doubt: "its table was not read; four days for June 5 and 6 fit the two double settlement days, June 9 and 12",
		}, Check{}},
		{fromCivil(1995, 6, 7), 3, rule, against("the section as it had three days")},
		{fromCivil(2017, 9, 5), 2, rule, checkedBefore()},
		{fromCivil(2024, 5, 28), 1, rule, checkedBefore()},
	}
})

// SettlementCycle returns how many settlement days after the trade US equities
// settle, by trade date: five, then three from 1995-06-07, two from 2017-09-05
// and one from 2024-05-28. The slice is the caller's.
//
// Source: 17 CFR 240.15c6-1 as adopted and amended; the value for two days in
// June 1995 and the first day of the first era are marked as doubtful.
func SettlementCycle() Timeline[int] { return slices.Clone(settlementCycle()) }

// Settle returns the day on which a trade in US equities of that date settles
// the regular way: on [Settlement] days, by the cycle of [SettlementCycle]. The
// errors are [law.Faults]: a trade date that is not a session of the [NYSE] (so
// that no trade can have that date), or one before 1986 or past the calendars.
func Settle(trade Date) (Due, error) {
	var fs law.Faults
	exchange := NYSE()
	switch {
	case trade.IsZero():
		fs.Missing("trade")
	case !exchange.Contains(trade):
		fs.Merge("trade", exchange.outside(trade))
	case !exchange.IsOpen(trade):
		fs.Add(law.ErrInvalid, "trade", trade.String(), "is not a session of the NYSE (%s)", exchange.why(trade))
	}
	if len(fs) > 0 {
		return Due{}, fs
	}
	era, err := settlementCycle().At(trade)
	if err != nil {
		return Due{}, err
	}
	return Deadline{
		Name: "Settlement", Count: 1, Unit: SettlementPeriods, Calendar: Settlement(), Authority: era.Authority,
	}.After(trade)
}

// settlementDays is n standard settlement periods in open days.
func (dl *Deadline) settlementDays(event Date, n int) (int, error) {
	era, err := settlementCycle().At(event)
	if err != nil {
		return 0, err
	}
	if n < -lastDay || n > lastDay {
		return n, nil // out of any calendar's range, which then says so
	}
	return n * era.Value, nil
}

// settlementText is the length of the period in days.
func (dl *Deadline) settlementText(event Date) string {
	era, err := settlementCycle().At(event)
	if err != nil {
		return ""
	}
	return strconv.Itoa(era.Value)
}
