package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Transmission is how soon a broker-dealer must bring investors' money to the
// escrow. The zero Transmission is no rule.
type Transmission struct {
	// Within counts from the day on which the broker-dealer took the money in
	// to the day on which it must be here.
	Within calendar.Deadline `json:"within"`
	// By is the time of day on that day, in the zone of the closing. Zero is
	// midnight.
	By calendar.Clock `json:"by,omitzero"`
}

// NoonNextBusinessDay is what "promptly" in 17 CFR 240.15c2-4(b) is read to
// mean when the issuer makes no determination of suitability: by noon of the
// next business day, here a day on which banks are open.
func NoonNextBusinessDay() Transmission {
	return Transmission{
		Within: calendar.Deadline{
			Name: "Transmission", Count: 1, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve(),
			Authority: law.Citation{
				Cite: "17 CFR 240.15c2-4(b)", Title: "Transmission or maintenance of payments received in connection with underwritings",
				Doubt: "noon of the next business day is the reading of NASD Notices 84-7 and 84-64; whose noon, they do not say",
			},
		},
		By: calendar.MustClock(12, 0),
	}
}

// Due is the last instant at which money taken in then is brought in time, on
// clocks of the zone; nil is New York. The errors are law.Faults: the zero
// Transmission, the zone of the machine, an instant outside the years 1 to 9999
// or the calendar.
func (tr Transmission) Due(collected time.Time, zone *time.Location) (time.Time, error) {
	var fs law.Faults
	if zone == nil {
		zone = calendar.NewYork()
	}
	checkInstant(&fs, "collected", collected)
	fs.Merge("", calendar.Cutoff{Zone: zone}.Validate())
	if err := fs.Err(); err != nil {
		return time.Time{}, err
	}
	d, err := tr.Within.DateAfter(calendar.DateOf(collected.In(zone)))
	if err != nil {
		return time.Time{}, err
	}
	return lastInstant(d, calendar.Cutoff{Clock: tr.By, Zone: zone}), nil
}

// lastInstant is the last one on the day that is not past the cut-off.
func lastInstant(d calendar.Date, c calendar.Cutoff) time.Time {
	switch {
	case c.Clock.IsZero():
		return d.AddDays(1).At(calendar.MustClock(0, 0), c.Zone).Add(-1).UTC()
	case c.Exclusive:
		return d.At(c.Clock, c.Zone).Add(-1).UTC()
	}
	return d.At(c.Clock, c.Zone).UTC()
}

// checkTransmission warns of money that a broker-dealer kept too long.
func (s *state) checkTransmission(d *ruling, e Event, b DepositReceived) {
	if b.Collected.IsZero() || s.Transmission == (Transmission{}) {
		return
	}
	due, err := s.Transmission.Due(b.Collected, s.zone)
	authority := &s.Transmission.Within.Authority
	switch {
	case err != nil:
		s.warn(d, codeTransmittedLate, authority, id("problem", err.Error()))
	case e.At.After(due):
		s.warn(d, codeTransmittedLate, authority, instant("collected", b.Collected), instant("due", due), instant("received", e.At))
	}
}
