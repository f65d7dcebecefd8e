package calendar

import (
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// builtIns lists the ready calendars.
func builtIns() []func() Calendar {
	return []func() Calendar{NYSE, FederalReserve, Federal, Settlement, federalHolidayDays}
}

// ByName returns the ready calendar of that name: "NYSE", "Federal Reserve",
// "Federal" or "Settlement", or "Federal statutory" for the business days of
// Schedules 13D and 13G, 17 CFR 240.13d-1(i)(2), from 2024-01-01 on, which
// [Statutes] counts. The error is of kind [law.ErrUnsupported].
func ByName(name string) (Calendar, error) {
	for _, calendar := range builtIns() {
		if c := calendar(); c.Name() == name {
			return c, nil
		}
	}
	var fs law.Faults
	fs.Add(law.ErrUnsupported, "calendar", strconv.Quote(name),
		`must be one of: "NYSE", "Federal Reserve", "Federal", "Settlement", "Federal statutory"`)
	return Calendar{}, fs
}

// MarshalText writes the name of a ready calendar, so that rules holding one
// can be stored. The zero Calendar is written as nothing. Any other calendar
// is refused with [law.ErrUnsupported], since its name would not tell its
// days: store what it was made of.
func (c Calendar) MarshalText() ([]byte, error) {
	if c.t == nil {
		return []byte{}, nil
	}
	if c.t.builtIn {
		return []byte(c.t.name), nil
	}
	var fs law.Faults
	fs.Add(law.ErrUnsupported, "calendar", strconv.Quote(c.Name()), "is not a ready calendar, so its name does not tell its days")
	return nil, fs
}

// UnmarshalText reads what MarshalText writes.
func (c *Calendar) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = Calendar{}
		return nil
	}
	known, err := ByName(string(text))
	if err == nil {
		*c = known
	}
	return err
}
