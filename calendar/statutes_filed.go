package calendar

import "github.com/offerkit/offerkit/law"

// submissionStatutes are the hours up to which a submission on EDGAR counts as
// filed on the same business day.
func submissionStatutes() []Statute {
	until := func(hour, minute int) Deadline {
		return Deadline{
			Unit: BusinessDays, RollEvent: true, Calendar: Federal(),
			Cutoff: Cutoff{Clock: MustClock(hour, minute), Zone: NewYork()},
		}
	}
	const (
		submitted = "the form was submitted"
		rule      = "17 CFR 232.13(a)(2)"
		later     = "17 CFR 232.13(a)(4)"
		title     = "Date of filing"
		first     = "the hour was read; the first day is recalled"
	)
	return []Statute{
		{
			"edgar-filed", "Filing on EDGAR for which no later hour is set", submitted,
			one(1993_04_26, until(17, 30), rule, title, first, against(asTimed)),
		},
		{
			"section-16-filed", "Forms 3, 4 and 5 filed on EDGAR", submitted,
			one(2003_06_30, until(22, 0), later, "Date of filing; Release 33-8230, effective June 30, 2003", "", against(asTimed)),
		},
		{
			"form-144-filed", "Form 144 filed on EDGAR", submitted,
			Timeline[Deadline]{
				{numbered(2022_06_02), until(17, 30), law.Citation{Cite: rule, Title: title, Doubt: first}, against(asTimed)},
				{numbered(2023_03_20), until(22, 0), law.Citation{Cite: later, Title: title + "; 88 FR 12205"}, against("88 FR 12209")},
			},
		},
		{
			"schedule-14n-filed", "Schedule 14N filed on EDGAR", submitted,
			one(2010_11_15, until(22, 0), later, title, first, against(asTimed)),
		},
		{
			"schedule-13-filed", "Schedule 13D or 13G filed on EDGAR", submitted,
			Timeline[Deadline]{
				{numbered(1993_04_26), until(17, 30), law.Citation{Cite: rule, Title: title, Doubt: first}, against(asTimed)},
				{numbered(2024_02_05), until(22, 0), law.Citation{Cite: later, Title: title + "; 88 FR 76981"}, against("88 FR 76981")},
			},
		},
		{
			"rule-462b-filed", "Registration statement under Rule 462(b) filed on EDGAR", submitted,
			one(1995_06_07, until(22, 0), "17 CFR 232.13(a)(3)", title, first, against(asTimed)),
		},
	}
}
