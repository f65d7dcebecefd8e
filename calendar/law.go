package calendar

import "github.com/offerkit/offerkit/law"

// Law lists the rules and publications that the ready calendars rest on. The days
// themselves, each with its occasion, are told by [Calendar.Closures]; deadlines and
// the settlement cycle are tables of their own, [Statutes] and [SettlementCycle].
// The slice is the caller's.
func Law() law.Reasons {
	hours := nyseHours()
	return law.Reasons{
		{Code: "calendar.law.nyse.holidays", Text: "The holidays of the exchange, and how one on a weekend is kept.", Authority: *nyseRule()},
		{Code: "calendar.law.nyse.closings", Text: "Days that the exchange closed by a decision for that day alone.", Authority: *nyseDecision()},
		{Code: "calendar.law.nyse.hours", Text: "The regular hours of trading, and the standing early closes.", Authority: hours.rule},
		{Code: "calendar.law.nyse.special_hours", Text: "Days of other hours, by a decision for that day alone.", Authority: hours.decisions},
		{Code: "calendar.law.federal", Text: "The legal public holidays, on which the SEC takes no filings.", Authority: *federalRule()},
		{Code: "calendar.law.federal_reserve", Text: "The holidays of the Federal Reserve Banks, on which Fedwire is closed.", Authority: *federalReserveRule()},
		{Code: "calendar.law.new_york_banks", Text: "Days without a published exchange rate in New York, 1971 to 1985.", Authority: *newYorkBanksRule()},
		{
			Code:      "calendar.law.settlement",
			Text:      "Days on which the exchange trades and banks are closed settle nothing; the day after counts with them.",
			Authority: *settlementDaysRule(),
		},
	}
}
