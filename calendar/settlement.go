package calendar

import (
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
