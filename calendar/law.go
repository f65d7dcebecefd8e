package calendar

import (
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// Law lists the rules and publications that the ready calendars rest on, the
// settlement cycle by day of trade, and the deadlines of [Statutes] by day of the
// event. The days of the calendars themselves, each with its occasion, are those
// of [Calendar.Closures]. The slice is the caller's.
func Law() []Provision {
	hours := nyseHours()
	rule := func(key, subject, value string, authority law.Citation, checked Check) Provision {
		return Provision{Key: "calendar.law." + key, Subject: subject, Value: value, Authority: authority, Checked: checked}
	}
	release := against("the exchange's release of December 23, 2025, for seventeen days of 2025 to 2028")
	out := []Provision{
		rule("nyse.holidays", "NYSE holidays", "The holidays of the exchange, and how one on a weekend is kept.", *nyseRule(), release),
		rule("nyse.closings", "NYSE closings", "Days that the exchange closed by a decision for that day alone.", *nyseDecision(),
			checkedBefore()),
		rule("nyse.hours", "NYSE hours", "The regular hours of trading, and the standing early closes.", hours.rule, release),
		rule("nyse.special_hours", "NYSE special hours", "Days of other hours, by a decision for that day alone.", hours.decisions,
			checkedBefore()),
		rule("federal", "Federal days", "The legal public holidays, on which the SEC takes no filings.", *federalRule(), checkedBefore()),
		rule("federal_statutory", "Federal statutory days",
			"The same holidays without days closed by executive order: the business days of Schedules 13D and 13G.",
			law.Citation{
				Cite: "17 CFR 240.13d-1(i)(2)", Title: "Definition of business day",
				Doubt: "whether a day closed by executive order is a Federal holiday was not seen",
			}, against(asAmended)),
		rule("federal_reserve", "Federal Reserve days",
			"The holidays of the Federal Reserve Banks, on which banks are closed and, through 2027, the Fedwire.", *fedwireRule(),
			checkedBefore()),
		rule("new_york_banks", "Federal Reserve days before 1986", "Days without a published exchange rate in New York, 1971 to 1985.",
			*newYorkBanksRule(), Check{}),
		rule("settlement", "settlement days",
			"Days on which the exchange trades and banks are closed settle nothing; the day after counts with them.", *settlementDaysRule(),
			checkedBefore()),
	}
	for _, era := range SettlementCycle() {
		out = append(out, Provision{
			Key: "settlement-cycle", Subject: "settlement days after a trade in US equities", From: era.From,
			Value: strconv.Itoa(era.Value), Authority: era.Authority, Checked: era.Checked,
		})
	}
	for _, s := range Statutes() {
		for _, era := range s.Eras {
			out = append(out, Provision{
				Key: s.Key, Subject: s.Title + ", from this event: " + s.Event, From: era.From, Value: era.Value.String(),
				Authority: era.Authority, Checked: era.Checked,
			})
		}
	}
	return Provisions(out)
}

// checkedBefore is a check of November 22, 2026, of which the day alone was kept.
func checkedBefore() Check { return Check{On: numbered(2026_11_22)} }

// against is a check of November 30, 2026.
func against(text string) Check { return Check{On: numbered(2026_11_30), Against: text} }

// The texts against which rows were held on that day.
const (
	asKept    = "the section as the eCFR has kept it"
	asAmended = "the section as amended by 88 FR 76981"
	asSpoken  = "reports of practitioners"
	asTimed   = "the section as of December 2021 and of 2023"
)
