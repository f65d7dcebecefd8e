package calendar

import "github.com/offerkit/offerkit/law"

// Statutes returns the catalog of deadlines around a private placement. Each
// call makes a new slice, which is the caller's.
//
// Deadlines of filings count on [Federal] days. A period that restricts sales
// ends on its day, open or closed.
func Statutes() []Statute {
	filing := func(n int, unit Unit) Deadline {
		dl := Deadline{Count: n, Unit: unit, Calendar: Federal()}
		if !unit.onOpenDays() {
			dl.Roll = Forward // 17 CFR 240.0-3(a): a last day that is closed moves to the next business day
		}
		return dl
	}
	period := func(n int, unit Unit) Deadline { return Deadline{Count: n, Unit: unit} }
	edgar := func(hour, minute int) Deadline {
		return Deadline{
			Unit: BusinessDays, RollEvent: true, Calendar: Federal(),
			Cutoff: Cutoff{Clock: MustClock(hour, minute), Zone: NewYork()},
		}
	}
	const (
		offshore = "the later of the first offer to others than distributors and the closing"
		recalled = "recalled, not read"
		reported = "reported by practitioners; the rule's own text was not read"
	)
	one := func(from int, dl Deadline, cite, title, doubt string) Timeline[Deadline] {
		return Timeline[Deadline]{{numbered(from), dl, law.Citation{Cite: cite, Title: title, Doubt: doubt}}}
	}
	return []Statute{
		{
			"form-d", "Form D", "the first investor is irrevocably contractually committed",
			one(2008_09_15, filing(15, Days), "17 CFR 230.503(a)(1)", "Filing of notice of sales", ""),
		},
		{
			"form-d-annual", "Form D annual amendment", "the last Form D or amendment was filed",
			one(2009_03_16, period(1, Years), "17 CFR 230.503(a)(3)(iii)", "Annual amendment", recalled),
		},
		{
			"form-8-k", "Form 8-K", "the event that the item describes",
			one(2004_08_23, filing(4, BusinessDays), "Form 8-K, General Instruction B.1", "Current report",
				"the four days are verified; the first day of the rule is recalled"),
		},
		{
			"form-3", "Form 3", "the person became an insider",
			one(2002_08_29, filing(10, Days), "17 CFR 240.16a-3(a)", "Initial statement", reported),
		},
		{
			"form-4", "Form 4", "the transaction was executed",
			one(2002_08_29, filing(2, BusinessDays), "17 CFR 240.16a-3(g)(1)", "Statement of changes", reported),
		},
		{
			"form-5", "Form 5", "the issuer's fiscal year ended",
			one(2002_08_29, filing(45, Days), "17 CFR 240.16a-3(f)(1)", "Annual statement", reported),
		},
		{
			"schedule-13d", "Schedule 13D", "beneficial ownership passed five percent",
			one(2024_02_05, filing(5, BusinessDays), "17 CFR 240.13d-1(a)", "Beneficial ownership", reported),
		},
		{
			"schedule-13d-amendment", "Schedule 13D amendment", "the material change",
			one(2024_02_05, filing(2, BusinessDays), "17 CFR 240.13d-2(a)", "Material change", reported),
		},
		{
			"schedule-13g-passive", "Schedule 13G of a passive investor", "beneficial ownership passed five percent",
			one(2024_09_30, filing(5, BusinessDays), "17 CFR 240.13d-1(c)", "Passive investors", ""),
		},
		{
			"schedule-13g-quarterly", "Schedule 13G of an institution or exempt investor", "the quarter ended above five percent",
			one(2024_09_30, filing(45, Days), "17 CFR 240.13d-1(b)(2), (d)", "Institutions and exempt investors", ""),
		},
		{
			"schedule-13g-month-end", "Schedule 13G of an institution above ten percent", "the month ended above ten percent",
			one(2024_09_30, filing(5, BusinessDays), "17 CFR 240.13d-1(b)(2)", "Institutions above ten percent", ""),
		},
		{
			"schedule-13g-amendment", "Schedule 13G amendment", "the quarter of the material change ended",
			one(2024_09_30, filing(45, Days), "17 CFR 240.13d-2(b)", "Quarterly amendment", ""),
		},
		{
			"schedule-13g-passive-amendment", "Schedule 13G amendment of a passive investor",
			"ownership passed ten percent, or moved by more than five percent after that",
			one(2024_09_30, filing(2, BusinessDays), "17 CFR 240.13d-2(d)", "Passive investors above ten percent", ""),
		},
		{
			"rule-152", "Rule 152 thirty days", "the earlier offering was terminated or completed",
			one(2021_03_15, period(30, Days), "17 CFR 230.152(b)(1)", "Integration",
				"whether another offering may begin on the thirtieth day itself was not read; the day after is safe"),
		},
		{
			"reg-s-category-2", "Regulation S category 2", offshore,
			one(1998_04_27, period(40, Days), "17 CFR 230.903(b)(2)", "Distribution compliance period",
				"the day on which the period starts and the first day of the rule are recalled"),
		},
		{
			"reg-s-category-3-debt", "Regulation S category 3, debt", offshore,
			one(1998_04_27, period(40, Days), "17 CFR 230.903(b)(3)(ii)", "Distribution compliance period",
				"the day on which the period starts and the first day of the rule are recalled"),
		},
		{
			"reg-s-category-3-equity", "Regulation S category 3, equity", offshore,
			one(1998_04_27, period(1, Years), "17 CFR 230.903(b)(3)(iii)", "Distribution compliance period",
				"the day on which the period starts and the first day of the rule are recalled"),
		},
		{
			"reg-s-category-3-equity-reporting", "Regulation S category 3, equity of a reporting issuer",
			offshore,
			one(2008_02_15, period(6, Months), "17 CFR 230.903(b)(3)(iii)", "Distribution compliance period", recalled),
		},
		{
			"form-144-filed", "Form 144 filed on EDGAR", "the form was submitted",
			Timeline[Deadline]{
				{numbered(2022_06_02), edgar(17, 30), law.Citation{Cite: "17 CFR 232.13(a)(2)", Title: "Date of filing", Doubt: recalled}},
				{numbered(2023_03_20), edgar(22, 0), law.Citation{Cite: "17 CFR 232.13(a)(4)", Title: "Date of filing; 88 FR 12205"}},
			},
		},
	}
}
