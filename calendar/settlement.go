package calendar

import (
	"slices"
	"strconv"
	"sync"

	"github.com/offerkit/offerkit/internal/citation"
	"github.com/offerkit/offerkit/law"
)

//nolint:gochecknoglobals // the memo of a pure function
var settlement = sync.OnceValue(buildSettlement)

// Settlement returns the days on which trades in US equities settle at DTC and
// NSCC, from 1986-01-02 to 2100-12-31: Mondays to Fridays that are neither a
// holiday of the Federal Reserve Banks nor a regular holiday of the exchange.
//
// So Columbus Day and Veterans Day are sessions but settle nothing, and Good
// Friday settles nothing though banks are open. A day that the exchange closes
// for a special occasion does settle: the four days from 2001-09-11, Sandy,
// and the days of mourning.
//
// Source: NASD Notices to Members 88-82, 92-54, 95-77, 97-93, 99-83 and 99-94,
// whose printed dates it reproduces; DTCC and SIFMA on unscheduled closings.
func Settlement() Calendar { return Calendar{settlement()} }

func settlementDaysRule() *law.Citation {
	const notice = "NASD Notice to Members 99-83"
	return &law.Citation{Cite: notice, Title: "Holidays that are not settlement dates", URL: citation.URL(notice, "")}
}

func buildSettlement() *table {
	fed, exchange := federalReserve(), nyse()
	b := newBuilder("Settlement", fromCivil(1986, 1, 2), exchange.last, exchange.announced, weekdays)
	b.builtIn, b.contingent = true, fed.contingent
	notices := settlementDaysRule()
	for _, source := range []*table{fed, exchange} {
		for i := range source.closedDay {
			if e := source.entryAt(i); !e.rule.special {
				e.rule.authority = notices
				b.close(e.day, e.rule)
			}
		}
	}
	return b.build()
}

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

// SettlementRule is how the trades of a market settle: so many settlement days after
// the trade. The zero SettlementRule is refused, since it has no calendar.
type SettlementRule struct {
	// Exchange is the calendar of the sessions, on which alone a trade can have its date.
	Exchange Calendar `json:"exchange"`
	// Days is the calendar of the days that count.
	Days Calendar `json:"days"`
	// Cycle is how many of them pass, by trade date.
	Cycle Timeline[int] `json:"cycle"`
}

// RegularWay is the settlement of trades in US equities: sessions of the [NYSE], days of
// [Settlement], the cycle of [SettlementCycle]. A host that amends a calendar replaces it
// ([SettlementRule.Replace]).
func RegularWay() SettlementRule {
	return SettlementRule{Exchange: NYSE(), Days: Settlement(), Cycle: SettlementCycle()}
}

// Settle returns the day on which a trade of that date settles. The errors are
// [law.Faults]: a calendar that is missing, a trade date that is not a session (so that
// no trade can have that date), one before the cycle begins or past the calendars.
func (r SettlementRule) Settle(trade Date) (Due, error) {
	var fs law.Faults
	for _, required := range []struct {
		field string
		Calendar
	}{{"exchange", r.Exchange}, {"days", r.Days}} {
		if required.IsZero() {
			fs.Missing(required.field)
		}
	}
	switch {
	case trade.IsZero():
		fs.Missing("trade")
	case r.Exchange.IsZero():
	case !r.Exchange.Contains(trade):
		fs.Merge("trade", r.Exchange.outside(trade))
	case !r.Exchange.IsOpen(trade):
		fs.Add(law.ErrInvalid, "trade", trade.String(), "is not a session of the %s (%s)", r.Exchange.Name(), r.Exchange.why(trade))
	}
	if len(fs) > 0 {
		return Due{}, fs
	}
	era, err := r.Cycle.At(trade)
	if err != nil {
		fs.Merge("cycle", err)
		return Due{}, fs
	}
	return Deadline{
		Name: "Settlement", Count: era.Value, Unit: BusinessDays, Calendar: r.Days, Authority: era.Authority,
	}.After(trade)
}

// Replace is [Deadline.Replace] for both calendars.
func (r SettlementRule) Replace(old, by Calendar) (SettlementRule, error) {
	var fs law.Faults
	to := r
	replace(&fs, "exchange", &to.Exchange, old, by)
	replace(&fs, "days", &to.Days, old, by)
	return whole(r, to, fs)
}

// UnmarshalJSON reads a rule strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and r stays as it was.
func (r *SettlementRule) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

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
