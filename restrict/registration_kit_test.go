package restrict

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// focusCharged is an agreement of the kind that the 2002 deal had an annex for:
// file within 30 days, effective within 90 or 120, 2% at once and 2% for each
// 30 days by the day.
func focusCharged() Registration {
	return Registration{
		Name: "test form",
		Clocks: []RegistrationClock{
			{Duty: DutyFile, From: RegistrationClosed, Within: registrationDays(30), Charged: true},
			{Duty: DutyEffective, From: RegistrationClosed, Within: registrationDays(90), Reviewed: registrationDays(120), Charged: true},
			{Duty: DutyRespond, From: RegistrationComments, Within: registrationBankDays(10), Charged: true},
		},
		Keep:  RegistrationPeriod{UntilSold: true, UntilFree: true, Within: calendar.Deadline{Count: 2, Unit: calendar.Years}, From: RegistrationEffective, Charged: true},
		Grace: RegistrationGrace{PerEvent: 30, PerWindow: 40, Months: 12},
		Charge: RegistrationCharge{
			Initial: dec("2"), Steps: registrationSteps(PartialProRata, 20), Every: 30, Unit: calendar.Days, Overlap: OverlapOnce,
			Rounding: exact.Nearest,
		},
		Authority: law.Citation{Cite: "test agreement"},
	}
}

func happened(kind RegistrationEventKind, d calendar.Date) RegistrationEvent {
	return RegistrationEvent{Kind: kind, Date: d}
}

// focusLog is the 2002 closing with what comes after it.
func focusLog(events ...RegistrationEvent) RegistrationFacts {
	closed := happened(RegistrationClosed, day(2002, time.November, 26))
	return RegistrationFacts{Events: append([]RegistrationEvent{closed}, events...), Reviewed: law.No, Base: dec("768000")}
}

func mustOn(t testing.TB, r Registration, f RegistrationFacts, on calendar.Date) RegistrationFinding {
	t.Helper()
	got, err := r.On(f, on)
	if err != nil {
		t.Fatalf("On(%+v, %s): %v", f, on, err)
	}
	return got
}

// dutyOf is the only finding of the duty, or its last.
func dutyOf(t testing.TB, f RegistrationFinding, d RegistrationDuty) RegistrationDutyFinding {
	t.Helper()
	for i := len(f.Duties) - 1; i >= 0; i-- {
		if f.Duties[i].Duty == d {
			return f.Duties[i]
		}
	}
	t.Fatalf("no finding of %q", d)
	return RegistrationDutyFinding{}
}
