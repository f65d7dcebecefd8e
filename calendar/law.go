package calendar

import "github.com/offerkit/offerkit/law"

// Law lists the rules and publications that the ready calendars rest on. The days
// themselves, each with its occasion, are told by [Calendar.Closures]; deadlines and
// the settlement cycle are tables of their own, [Statutes] and [SettlementCycle].
// The slice is the caller's.
func Law() law.Reasons {
	hours := nyseHours()
	rule := func(code, text string, authority law.Citation) law.Reason {
		return law.Reason{Code: law.Code("calendar.law." + code), Text: text, Authority: authority}
	}
	return law.Reasons{
		rule("nyse.holidays", "The holidays of the exchange, and how one on a weekend is kept.", *nyseRule()),
		rule("nyse.closings", "Days that the exchange closed by a decision for that day alone.", *nyseDecision()),
		rule("nyse.hours", "The regular hours of trading, and the standing early closes.", hours.rule),
		rule("nyse.special_hours", "Days of other hours, by a decision for that day alone.", hours.decisions),
		rule("federal", "The legal public holidays, on which the SEC takes no filings.", *federalRule()),
		rule("federal_statutory", "The same holidays without days closed by executive order: the business days of Schedules 13D and 13G.",
			law.Citation{
				Cite: "17 CFR 240.13d-1(i)(2)", Title: "Definition of business day",
				Doubt: "whether a day closed by executive order is a Federal holiday was not seen",
			}),
		rule("federal_reserve", "The holidays of the Federal Reserve Banks, on which banks are closed and, through 2027, the Fedwire.",
			*fedwireRule()),
		rule("new_york_banks", "Days without a published exchange rate in New York, 1971 to 1985.", *newYorkBanksRule()),
		rule("settlement", "Days on which the exchange trades and banks are closed settle nothing; the day after counts with them.",
			*settlementDaysRule()),
	}
}
