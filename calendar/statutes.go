package calendar

import (
	"slices"
	"sync"

	"github.com/offerkit/offerkit/law"
)

// Statutes returns the catalog of deadlines around a private placement. Each
// call makes a new slice, which is the caller's.
//
// Deadlines of filings count on [Federal] days; those of Schedules 13D and 13G
// that are counted in business days pass over weekends and Federal holidays
// alone, the calendar "Federal statutory" of [ByName]. A period that restricts
// sales ends on its day, open or closed. The entries whose key ends in "-filed"
// tell the day on which a submission counts, by [Statute.AfterReceipt].
func Statutes() []Statute {
	return slices.Concat(placementStatutes(), insiderStatutes(), ownershipStatutes(), offeringStatutes(), submissionStatutes())
}

const (
	recalled = "recalled, not read"
	reported = "reported by practitioners; the rule's own text was not read"
)

// filing is a deadline for a report.
func filing(n int, unit Unit) Deadline {
	dl := Deadline{Count: n, Unit: unit, Calendar: Federal()}
	if !unit.onOpenDays() {
		dl.Roll = Forward // 17 CFR 240.0-3(a): a last day that is closed moves to the next business day
	}
	return dl
}

// period is a time that ends on its day, open or closed.
func period(n int, unit Unit) Deadline { return Deadline{Count: n, Unit: unit} }

// one is a timeline of one era.
func one(from int, dl Deadline, cite, title, doubt string, checked Check) Timeline[Deadline] {
	return Timeline[Deadline]{{numbered(from), dl, law.Citation{Cite: cite, Title: title, Doubt: doubt}, checked}}
}

func placementStatutes() []Statute {
	return []Statute{
		{
			"form-d", "Form D", "the first investor is irrevocably contractually committed",
			one(2008_09_15, filing(15, Days), "17 CFR 230.503(a)(1)", "Filing of notice of sales", "", against(asKept)),
		},
		{
			"form-d-annual", "Form D annual amendment", "the last Form D or amendment was filed",
			one(2009_03_16, period(1, Years), "17 CFR 230.503(a)(3)(iii)", "Annual amendment",
				"the first day of the rule was not seen", against(asKept)),
		},
		{
			"form-8-k", "Form 8-K", "the event that the item describes",
			one(2004_08_23, filing(4, BusinessDays), "Form 8-K, General Instruction B.1", "Current report", "",
				against("69 FR 15594, effective August 23, 2004, and five reports of it")),
		},
	}
}

//nolint:gochecknoglobals // the memo of a pure function
var federalHolidaysAlone = sync.OnceValue(buildFederalHolidaysAlone)

// buildFederalHolidaysAlone makes the business days of Rule 13d-1(i)(2), from
// 2024-01-01: neither Saturday, Sunday nor Federal holiday. A day closed by
// executive order is open in it, since whether that makes it a holiday was not
// seen; a deadline counted so comes the earlier.
func buildFederalHolidaysAlone() *table {
	federal := Federal()
	b := newBuilder("Federal statutory", fromCivil(2024, 1, 1), federal.Last(), federal.Announced(), weekdays)
	b.builtIn, b.recurring = true, federalHolidays
	b.closeHolidays(federalRule(), federalHolidays())
	return b.build()
}

func federalHolidayDays() Calendar { return Calendar{federalHolidaysAlone()} }

func ownershipStatutes() []Statute {
	business := func(n int) Deadline { return Deadline{Count: n, Unit: BusinessDays, Calendar: federalHolidayDays()} }
	const ordered = "whether a day closed by executive order is a Federal holiday was not seen; it counts as a business day here"
	return []Statute{
		{
			"schedule-13d", "Schedule 13D", "beneficial ownership passed five percent",
			one(2024_02_05, business(5), "17 CFR 240.13d-1(a), (i)(2)", "Beneficial ownership", ordered,
				against(asAmended)),
		},
		{
			"schedule-13d-amendment", "Schedule 13D amendment", "the material change",
			one(2024_02_05, business(2), "17 CFR 240.13d-2(a), 240.13d-1(i)(2)", "Material change", reported+"; "+ordered,
				against("the staff's interpretations of July 11, 2025, as reported")),
		},
		{
			"schedule-13g-passive", "Schedule 13G of a passive investor", "beneficial ownership passed five percent",
			one(2024_09_30, business(5), "17 CFR 240.13d-1(c), (i)(2)", "Passive investors", ordered,
				against(asAmended)),
		},
		{
			"schedule-13g-quarterly", "Schedule 13G of an institution or exempt investor", "the quarter ended above five percent",
			one(2024_09_30, filing(45, Days), "17 CFR 240.13d-1(b)(2), (d)", "Institutions and exempt investors", "",
				against(asAmended)),
		},
		{
			"schedule-13g-month-end", "Schedule 13G of an institution above ten percent", "the month ended above ten percent",
			one(2024_09_30, business(5), "17 CFR 240.13d-1(b)(2), (i)(2)", "Institutions above ten percent", ordered,
				against(asAmended)),
		},
		{
			"schedule-13g-amendment", "Schedule 13G amendment", "the quarter of the material change ended",
			one(2024_09_30, filing(45, Days), "17 CFR 240.13d-2(b)", "Quarterly amendment", "", checkedBefore()),
		},
		{
			"schedule-13g-passive-amendment", "Schedule 13G amendment of a passive investor",
			"ownership passed ten percent, or moved by more than five percent after that",
			one(2024_09_30, business(2), "17 CFR 240.13d-2(d), 240.13d-1(i)(2)", "Passive investors above ten percent", ordered,
				Check{}),
		},
	}
}

func offeringStatutes() []Statute {
	const offshore = "the later of the first offer to others than distributors and the closing"
	return []Statute{
		{
			"rule-152", "Rule 152, first day more than thirty days after", "the earlier offering was terminated or completed",
			one(2021_03_15, period(31, Days), "17 CFR 230.152(b)(1)", "Integration; 86 FR 3496, effective March 15, 2021", "",
				against("the section as amended by 86 FR 3496")),
		},
		{
			"reg-s-category-2", "Regulation S category 2", offshore,
			one(1998_04_27, period(40, Days), "17 CFR 230.903(b)(2)", "Distribution compliance period",
				"the day on which the period starts and the first day of the rule are recalled", Check{}),
		},
		{
			"reg-s-category-3-debt", "Regulation S category 3, debt", offshore,
			one(1998_04_27, period(40, Days), "17 CFR 230.903(b)(3)(ii)", "Distribution compliance period",
				"the day on which the period starts and the first day of the rule are recalled", Check{}),
		},
		{
			"reg-s-category-3-equity", "Regulation S category 3, equity", offshore,
			one(1998_04_27, period(1, Years), "17 CFR 230.903(b)(3)(iii)", "Distribution compliance period",
				"the day on which the period starts and the first day of the rule are recalled", Check{}),
		},
		{
			"reg-s-category-3-equity-reporting", "Regulation S category 3, equity of a reporting issuer",
			offshore,
			one(2008_02_15, period(6, Months), "17 CFR 230.903(b)(3)(iii)", "Distribution compliance period", recalled, Check{}),
		},
	}
}
