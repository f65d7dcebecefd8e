package restrict

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/calendar"
)

// papersIn are papers that came on one day, for a sale under a good
// registration statement.
func papersIn(on calendar.Date) DeliveryFacts {
	return DeliveryFacts{Notice: on, Certificate: on, BlueSkyNeeded: No, Effective: Yes, Current: Yes}
}

// TestDeliveryDates is the table of the agreement's worked dates, counted in
// days on which New York banks are open and in trading days.
func TestDeliveryDates(t *testing.T) {
	for _, c := range []struct{ received, trigger, banks, exchange calendar.Date }{
		{day(2002, 11, 25), day(2002, 11, 25), day(2002, 11, 29), day(2002, 11, 29)}, // Thanksgiving
		{day(2002, 11, 30), day(2002, 12, 2), day(2002, 12, 5), day(2002, 12, 5)},    // a Saturday
		{day(2002, 12, 24), day(2002, 12, 24), day(2002, 12, 30), day(2002, 12, 30)}, // Christmas
		{day(2003, 4, 16), day(2003, 4, 16), day(2003, 4, 21), day(2003, 4, 22)},     // Good Friday
		{day(2003, 11, 7), day(2003, 11, 7), day(2003, 11, 13), day(2003, 11, 12)},   // Veterans Day
		{day(2003, 11, 11), day(2003, 11, 12), day(2003, 11, 17), day(2003, 11, 14)}, // on Veterans Day
	} {
		banks := FocusDelivery()
		exchange := banks
		exchange.Calendar = calendar.NYSE()
		got, err := banks.Due(papersIn(c.received))
		if err != nil || got.Answer != Owed || got.Due != c.banks || got.Trigger != c.trigger || got.Received != c.received {
			t.Errorf("%s: %+v, %v; want %s from %s", c.received, got, err, c.banks, c.trigger)
		}
		got, err = exchange.Due(papersIn(c.received))
		if err != nil || got.Due != c.exchange {
			t.Errorf("%s, trading days: %s, %v; want %s", c.received, got.Due, err, c.exchange)
		}
	}
}

func TestDeliveryPapers(t *testing.T) {
	monday, tuesday, friday := day(2002, 12, 2), day(2002, 12, 3), day(2002, 12, 6)
	notice, certificate, blueSky := NoticeOfSale, OriginalCertificate, BlueSkyInformation
	for _, c := range []struct {
		name    string
		facts   DeliveryFacts
		aside   bool
		answer  DeliveryAnswer
		last    []Paper
		missing []Paper
		due     calendar.Date
		codes   []string
	}{
		{
			"the second of two",
			DeliveryFacts{Notice: monday, Certificate: tuesday, BlueSkyNeeded: No, Effective: Yes, Current: Yes},
			false,
			Owed,
			[]Paper{certificate},
			nil, friday,
			[]string{CodeRegistered, CodePaperLast, calendar.CodeCount},
		},
		{
			"the other way round",
			DeliveryFacts{Notice: tuesday, Certificate: monday, BlueSkyNeeded: No, Effective: Yes, Current: Yes},
			false,
			Owed,
			[]Paper{notice},
			nil, friday, nil,
		},
		{
			"both at once", papersIn(tuesday), false, Owed, []Paper{notice, certificate}, nil, friday, nil,
		},
		{
			"blue sky last",
			DeliveryFacts{Notice: monday, Certificate: monday, BlueSkyNeeded: Yes, BlueSky: tuesday, Effective: Yes, Current: Yes},
			false, Owed,
			[]Paper{blueSky},
			nil, friday, nil,
		},
		{
			"blue sky not needed",
			DeliveryFacts{Notice: monday, Certificate: tuesday, BlueSkyNeeded: No, BlueSky: friday, Effective: Yes, Current: Yes},
			false, Owed,
			[]Paper{certificate},
			nil, friday, nil,
		},
		{
			"blue sky left aside",
			DeliveryFacts{Notice: monday, Certificate: tuesday, BlueSkyNeeded: Yes, Effective: Yes, Current: Yes},
			true, Owed,
			[]Paper{certificate},
			nil, friday, nil,
		},
		{
			"blue sky missing",
			DeliveryFacts{Notice: monday, Certificate: tuesday, BlueSkyNeeded: Yes, Effective: Yes, Current: Yes},
			false, Waiting, nil,
			[]Paper{blueSky},
			calendar.Date{},
			[]string{CodePaperMissing},
		},
		{
			"blue sky unknown and missing",
			DeliveryFacts{Notice: monday, Certificate: tuesday, BlueSkyNeeded: Unknown, Effective: Yes, Current: Yes},
			false, OwedUnknown,
			[]Paper{certificate},
			nil,
			calendar.Date{},
			[]string{CodeBlueSkyUnknown},
		},
		{
			"blue sky unknown and late",
			DeliveryFacts{Notice: monday, Certificate: monday, BlueSkyNeeded: Unknown, BlueSky: tuesday, Effective: Yes, Current: Yes},
			false, OwedUnknown,
			[]Paper{notice, certificate},
			nil,
			calendar.Date{},
			[]string{CodeBlueSkyUnknown},
		},
		{
			"blue sky unknown, but in",
			DeliveryFacts{Notice: monday, Certificate: tuesday, BlueSkyNeeded: Unknown, BlueSky: tuesday, Effective: Yes, Current: Yes},
			false, Owed,
			[]Paper{certificate},
			nil, friday, nil,
		},
		{
			"nothing in",
			DeliveryFacts{BlueSkyNeeded: Yes, Effective: Yes, Current: Unknown},
			false,
			Waiting, nil,
			[]Paper{notice, certificate, blueSky},
			calendar.Date{},
			[]string{CodePaperMissing, CodeRegistrationUnknown},
		},
		{
			"not effective and not current",
			DeliveryFacts{Notice: monday, Certificate: tuesday, BlueSkyNeeded: No, Effective: No, Current: No},
			false,
			NotOwed,
			[]Paper{certificate},
			nil,
			calendar.Date{},
			[]string{CodeNotEffective, CodeNotCurrent},
		},
		{
			"effective, not current",
			DeliveryFacts{Notice: monday, BlueSkyNeeded: No, Effective: Yes, Current: No},
			false,
			NotOwed, nil,
			[]Paper{certificate},
			calendar.Date{},
			[]string{CodeNotCurrent, CodePaperMissing},
		},
		{
			"not current, effect unknown",
			DeliveryFacts{Notice: monday, Certificate: tuesday, BlueSkyNeeded: No, Effective: Unknown, Current: No},
			false, NotOwed,
			[]Paper{certificate},
			nil,
			calendar.Date{},
			[]string{CodeNotCurrent, CodeRegistrationUnknown},
		},
		{
			"current unknown",
			DeliveryFacts{Notice: monday, Certificate: tuesday, BlueSkyNeeded: No, Effective: Yes, Current: Unknown},
			false,
			OwedUnknown,
			[]Paper{certificate},
			nil, friday,
			[]string{CodeRegistrationUnknown},
		},
	} {
		d := FocusDelivery()
		d.BlueSkyAside = c.aside
		got, err := d.Due(c.facts)
		if err != nil || got.Answer != c.answer || got.Due != c.due ||
			!slices.Equal(got.Last, c.last) || !slices.Equal(got.Missing, c.missing) {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
		for _, code := range c.codes {
			if !got.Why.Has(code) {
				t.Errorf("%s: no reason %s\n%s", c.name, code, got.Why)
			}
		}
		for _, a := range got.Why.Authorities() {
			if a.Cite != "Agreement §1(b)(ii)" {
				t.Errorf("%s: rests on %s", c.name, a)
			}
		}
		roundTrip(t, got)
		roundTrip(t, c.facts)
	}
}
