package calendar

import (
	"sync"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/offerkit/offerkit/law"
)

//nolint:gochecknoglobals // the memo of a pure function
var federalReserve = sync.OnceValue(buildFederalReserve)

// FederalReserve returns the business days of the Federal Reserve Banks, on
// which banks in New York are open, from 1971-01-04 to 2100-12-31. Until 1985,
// when each district followed its state's law, they are the days of New York
// banks. The Board has announced its holidays through 2030; later days are
// computed by its rule.
//
// Through 2027 these are also the days on which the Fedwire moves money. The
// Board expects it to run on Sundays and on holidays from Monday to Friday as
// well from 2028 or 2029. The days here remain those of the banks; the law of
// each holiday from 2028 on carries the doubt.
//
// A holiday on a Saturday closes nothing: the banks are open on the Friday.
// No special closing is known since 1986: neither mourning nor hurricanes nor
// executive orders closed the banks.
//
// Source: Federal Reserve statistical release K.8, "Holidays Observed by the
// Federal Reserve System", of 2025-12-31; rates published in New York
// 1971-2026; 90 FR 51356 (2025-11-17) on the Fedwire.
func FederalReserve() Calendar { return Calendar{federalReserve()} }

func federalReserveRule() *law.Citation {
	return &law.Citation{
		Cite: "Federal Reserve K.8", Title: "Holidays Observed by the Federal Reserve System",
		URL: "https://www.federalreserve.gov/aboutthefed/k8.htm",
	}
}

// fedwireRule is federalReserveRule with what is not known of the Fedwire.
func fedwireRule() *law.Citation {
	rule := federalReserveRule()
	rule.Doubt = "the banks' holidays are verified; the Fedwire is to run on them and on Sundays from 2028 or 2029, " +
		"from a day not announced yet (90 FR 51356, November 17, 2025)"
	return rule
}

func newYorkBanksRule() *law.Citation {
	return &law.Citation{
		Cite: "Federal Reserve H.10", Title: "New York banks before 1986",
		Doubt: "inferred from days without a published rate",
	}
}

func buildFederalReserve() *table {
	b := newBuilder("Federal Reserve", fromCivil(1971, 1, 4), fromCivil(2100, 12, 31), fromCivil(2030, 12, 31), weekdays)
	b.builtIn, b.recurring = true, federalReserveHolidays
	b.closeHolidays(federalReserveRule(), federalReserveHolidays())
	fedwire := fedwireRule()
	for i := range b.entries {
		if e := &b.entries[i]; e.day.Year() >= 2028 {
			e.rule.authority = fedwire
		}
	}
	newYork := newYorkBanksRule()
	for _, o := range newYorkBankClosings() {
		b.close(numbered(o.day), rule{name: o.name, authority: newYork, once: true, special: o.day == 1977_07_14})
	}
	return b.build()
}

// federalReserveHolidays lists the Banks' holidays since they are common to
// all districts.
func federalReserveHolidays() []*cal.Holiday {
	const since = 1986
	return []*cal.Holiday{
		years(since, 0, fixed("New Year's Day", time.January, 1, keepSunday())),
		years(since, 0, nthWeekday("Martin Luther King, Jr. Day", 3, time.Monday, time.January)),
		years(since, 0, nthWeekday("Washington's Birthday", 3, time.Monday, time.February)),
		years(since, 0, nthWeekday("Memorial Day", -1, time.Monday, time.May)),
		years(2022, 0, fixed("Juneteenth", time.June, 19, keepSunday())), // a Saturday in 2021
		years(since, 0, fixed("Independence Day", time.July, 4, keepSunday())),
		years(since, 0, nthWeekday("Labor Day", 1, time.Monday, time.September)),
		years(since, 0, nthWeekday("Columbus Day", 2, time.Monday, time.October)),
		years(since, 0, fixed("Veterans Day", time.November, 11, keepSunday())),
		years(since, 0, nthWeekday("Thanksgiving Day", 4, time.Thursday, time.November)),
		years(since, 0, fixed("Christmas Day", time.December, 25, keepSunday())),
	}
}
