package restrict

import (
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// never is a day that has not come.
var never calendar.Date

// noon is noon of the day in Greenwich, which is the same day in New York and
// in California.
func noon(d calendar.Date) time.Time { return d.At(calendar.MustClock(12, 0), time.UTC) }

// saleOf are the facts of one sale, by days.
func saleOf(notice, certificate calendar.Date, needed law.YesNo, blueSky calendar.Date, effective, current law.YesNo) DeliveryFacts {
	return DeliveryFacts{
		Receipts: []Receipt{
			{Trigger: NoticeOfSale, At: noon(notice)},
			{Trigger: OriginalCertificate, At: noon(certificate)},
			{Trigger: BlueSkyInformation, Needed: needed, At: noon(blueSky)},
		},
		Effective: effective, Current: current,
	}
}

// papersIn are papers that came on one day, for a sale under a good
// registration statement.
func papersIn(on calendar.Date) DeliveryFacts { return saleOf(on, on, law.No, never, law.Yes, law.Yes) }

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
		last    []Trigger
		missing []Trigger
		due     calendar.Date
		codes   []law.Code
	}{
		{
			"the second of two",
			saleOf(monday, tuesday, law.No, never, law.Yes, law.Yes),
			false,
			Owed,
			[]Trigger{certificate},
			nil, friday,
			[]law.Code{codeRegistered, codePaperLast, calendar.CodeCount},
		},
		{
			"the other way round",
			saleOf(tuesday, monday, law.No, never, law.Yes, law.Yes),
			false,
			Owed,
			[]Trigger{notice},
			nil, friday, nil,
		},
		{
			"both at once", papersIn(tuesday), false, Owed, []Trigger{notice, certificate}, nil, friday, nil,
		},
		{
			"blue sky last",
			saleOf(monday, monday, law.Yes, tuesday, law.Yes, law.Yes),
			false, Owed,
			[]Trigger{blueSky},
			nil, friday, nil,
		},
		{
			"blue sky not needed",
			saleOf(monday, tuesday, law.No, friday, law.Yes, law.Yes),
			false, Owed,
			[]Trigger{certificate},
			nil, friday, nil,
		},
		{
			"blue sky left aside",
			saleOf(monday, tuesday, law.Yes, never, law.Yes, law.Yes),
			true, Owed,
			[]Trigger{certificate},
			nil, friday, nil,
		},
		{
			"blue sky missing",
			saleOf(monday, tuesday, law.Yes, never, law.Yes, law.Yes),
			false, Waiting, nil,
			[]Trigger{blueSky},
			calendar.Date{},
			[]law.Code{codePaperMissing},
		},
		{
			"blue sky unknown and missing",
			saleOf(monday, tuesday, law.Unknown, never, law.Yes, law.Yes),
			false, OwedUnknown,
			[]Trigger{certificate},
			nil,
			calendar.Date{},
			[]law.Code{codeNeedUnknown},
		},
		{
			"blue sky unknown and late",
			saleOf(monday, monday, law.Unknown, tuesday, law.Yes, law.Yes),
			false, OwedUnknown,
			[]Trigger{notice, certificate},
			nil,
			calendar.Date{},
			[]law.Code{codeNeedUnknown},
		},
		{
			"blue sky unknown, but in",
			saleOf(monday, tuesday, law.Unknown, tuesday, law.Yes, law.Yes),
			false, Owed,
			[]Trigger{certificate},
			nil, friday, nil,
		},
		{
			"nothing in",
			saleOf(never, never, law.Yes, never, law.Yes, law.Unknown),
			false,
			Waiting, nil,
			[]Trigger{notice, certificate, blueSky},
			calendar.Date{},
			[]law.Code{codePaperMissing, codeRegistrationUnknown},
		},
		{
			"not effective and not current",
			saleOf(monday, tuesday, law.No, never, law.No, law.No),
			false,
			NotOwed,
			[]Trigger{certificate},
			nil,
			calendar.Date{},
			[]law.Code{codeNotEffective, codeNotCurrent},
		},
		{
			"effective, not current",
			saleOf(monday, never, law.No, never, law.Yes, law.No),
			false,
			NotOwed, nil,
			[]Trigger{certificate},
			calendar.Date{},
			[]law.Code{codeNotCurrent, codePaperMissing},
		},
		{
			"not current, effect unknown",
			saleOf(monday, tuesday, law.No, never, law.Unknown, law.No),
			false, NotOwed,
			[]Trigger{certificate},
			nil,
			calendar.Date{},
			[]law.Code{codeNotCurrent, codeRegistrationUnknown},
		},
		{
			"current unknown",
			saleOf(monday, tuesday, law.No, never, law.Yes, law.Unknown),
			false,
			OwedUnknown,
			[]Trigger{certificate},
			nil, friday,
			[]law.Code{codeRegistrationUnknown},
		},
	} {
		d := FocusDelivery()
		if c.aside {
			d.Awaits = d.Awaits[:2]
		}
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
