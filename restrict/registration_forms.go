package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// RegistrationForm is a clause on registration rights that was seen in use, as
// far as it was seen.
type RegistrationForm struct {
	// Key is a stable name for programs, such as "file-90".
	Key string `json:"key"`
	// Registration holds its numbers, and cites nothing: what its answers cite
	// is the user's own contract. A form of which only the charge was seen has
	// no clocks, and is refused by [Registration.On] until they are filled in.
	Registration Registration `json:"registration"`
	// Source is where the clause was seen. Its Doubt says what was not.
	Source law.Citation `json:"source"`
}

// RegistrationForms lists clauses that were seen in use, to start from and to
// test against. All are readings of excerpts: the Doubt of each Source says what
// of it was not seen. Business days are read as days on which banks in New York are
// open, trading days as those of the NYSE, and charges are rounded half up.
// Each call makes a new slice, which is the caller's.
func RegistrationForms() []RegistrationForm {
	return []RegistrationForm{
		registrationForm("file-90", "File within 90 days, effective within 90 or 120 days or five trading days", law.Citation{
			Cite: "sample clause", Title: "Definitions of a registration rights agreement filed by an issuer in 2006",
			Doubt: "only the definitions were seen, not what a failure costs",
		}, []RegistrationClock{
			{Duty: DutyFile, From: RegistrationClosed, Within: registrationDays(90)},
			{Duty: DutyEffective, From: RegistrationClosed, Within: registrationDays(90), Reviewed: registrationDays(120)},
			{Duty: DutyEffective, From: RegistrationNoReview, Within: registrationTradingDays(5)},
		}, RegistrationGrace{}, RegistrationCharge{}),
		registrationForm("file-30", "File within 30 days, effective within 90 or 120 days, refile within 40 business days",
			registrationSample("",
				"that the days count from the closing is a reading, and no charge was seen"),
			[]RegistrationClock{
				{Duty: DutyFile, From: RegistrationClosed, Within: registrationDays(30)},
				{Duty: DutyEffective, From: RegistrationClosed, Within: registrationDays(90), Reviewed: registrationDays(120)},
				{Duty: DutyEffective, From: RegistrationNoReview, Within: registrationBankDays(5)},
				{Duty: DutyAmend, From: RegistrationWithdrawn, Within: registrationBankDays(40)},
			}, RegistrationGrace{}, RegistrationCharge{}),
		registrationForm("monthly-2", "2% on the event and each monthly anniversary",
			registrationSample("",
				"whether several events add up, and the window of the 40 days, are readings"),
			[]RegistrationClock{{Duty: DutyAccelerate, From: RegistrationNoReview, Within: registrationTradingDays(5), Charged: true}},
			RegistrationGrace{PerEvent: 30, PerWindow: 40, Months: 12},
			RegistrationCharge{Steps: registrationSteps(PartialFull, 20), Every: 1, Unit: calendar.Months, Overlap: OverlapEach}),
		registrationForm("thirty-1-capped", "1% on days 30, 60 and 90, then by the day, at most 1% in 30 days",
			registrationSample("delay-in-effectiveness-of-registration-statement", "its clocks were not seen"), nil, RegistrationGrace{},
			RegistrationCharge{
				Steps: []RegistrationStep{{1, decimal.New(1, 0), PartialNone}, {91, decimal.New(1, 0), PartialProRata}},
				Every: 30, Unit: calendar.Days, Overlap: OverlapOnce, CapPeriod: decimal.New(1, 0), Payable: registrationBankDays(5),
			}),
		registrationForm("initial-2", "2% at once and 2% each 30 days, 10% a month on late payment",
			law.Citation{
				Cite: "sample clause", Title: "Failure to file or obtain effectiveness",
				Doubt: "excerpt of a sample; its clocks were not seen, and a month of interest is read as 30 days",
			}, nil, RegistrationGrace{}, RegistrationCharge{
				Initial: decimal.New(2, 0), Steps: registrationSteps(PartialProRata, 20), Every: 30, Unit: calendar.Days,
				Overlap: OverlapOnce, Payable: registrationBankDays(10), Interest: RegistrationInterest{decimal.New(10, 0), 30},
			}),
		registrationForm("day-150", "Effective within 150 days: 2% at once, then 1.5% each 30 days",
			registrationSample("failure-of-registration-statement-to-become-effective/_1",
				"that the days count from the closing is a reading"),
			[]RegistrationClock{{Duty: DutyEffective, From: RegistrationClosed, Within: registrationDays(150), Charged: true}},
			RegistrationGrace{}, RegistrationCharge{
				Initial: decimal.New(2, 0), Steps: registrationSteps(PartialProRata, 15), Every: 30, Unit: calendar.Days,
				Overlap: OverlapOnce,
			}),
		registrationForm("monthly-1", "1% a month, by the day, due five days after the month",
			registrationSample("failure-to-file-registration-statement/_1",
				"its clocks, and its narrower base after a year, were not seen whole"), nil, RegistrationGrace{},
			RegistrationCharge{
				Steps: registrationSteps(PartialProRata, 10), Every: 1, Unit: calendar.Months, Overlap: OverlapOnce,
				Payable: registrationDays(5),
			}),
		registrationForm("daily", "0.0333% a day until the cure, two suspensions of 30 days in twelve months", law.Citation{
			Cite: "sample clause", Title: "Delay in filing or effectiveness",
			Doubt: "excerpt of a sample; its clocks were not seen, both limits of the grace are read as holding together, " +
				"and its day for payment, the first business day of the next month, is left out",
		}, nil, RegistrationGrace{PerEvent: 30, Events: 2, Months: 12}, RegistrationCharge{
			Steps: []RegistrationStep{{1, decimal.New(333, -4), PartialProRata}}, Every: 1, Unit: calendar.Days, Overlap: OverlapOnce,
		}),
		registrationForm("weekly", "0.005% for any part of a week, more after each 90 days",
			registrationSample("liquidated-damages/_3", "its clocks were not seen; the rate is that of the week's first day"), nil,
			RegistrationGrace{},
			RegistrationCharge{Steps: []RegistrationStep{
				{1, decimal.New(5, -3), PartialFull},
				{91, decimal.New(10, -3), PartialFull},
				{181, decimal.New(15, -3), PartialFull},
				{271, decimal.New(20, -3), PartialFull},
				{361, decimal.New(25, -3), PartialFull},
			}, Every: 1, Unit: calendar.Weeks, Overlap: OverlapOnce}),
	}
}

// registrationSample cites a page of sample clauses; an empty page is one whose
// address was not kept.
func registrationSample(page, doubt string) law.Citation {
	c := law.Citation{
		Cite: "sample clause", Title: "Registration rights, as collected by Law Insider", Doubt: "excerpt of a sample; " + doubt,
	}
	if page != "" {
		c.URL = "https://www.lawinsider.com/clause/" + page
	}
	return c
}

// registrationForm puts a form together.
func registrationForm(
	key, name string, source law.Citation, clocks []RegistrationClock, grace RegistrationGrace, charge RegistrationCharge,
) RegistrationForm {
	if charge.stated() {
		charge.Rounding = exact.Nearest
	}
	return RegistrationForm{key, Registration{Name: name, Clocks: clocks, Grace: grace, Charge: charge}, source}
}

// registrationSteps is one rate throughout, in tenths of a percent.
func registrationSteps(partial RegistrationPartial, tenths int64) []RegistrationStep {
	return []RegistrationStep{{From: 1, Percent: decimal.New(tenths, -1), Partial: partial}}
}

func registrationDays(n int) calendar.Deadline {
	return calendar.Deadline{Count: n, Unit: calendar.Days}
}

func registrationBankDays(n int) calendar.Deadline {
	return calendar.Deadline{Count: n, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()}
}

func registrationTradingDays(n int) calendar.Deadline {
	return calendar.Deadline{Count: n, Unit: calendar.TradingDays, Calendar: calendar.NYSE()}
}
