package calendar

// insiderStatutes are the reports of section 16(a) of the Exchange Act. Directors
// and officers of foreign private issuers make them since March 18, 2026; holders
// of ten percent of such an issuer do not.
func insiderStatutes() []Statute {
	const (
		section  = "15 U.S.C. 78p(a)(2)"
		foreign  = section + "; 17 CFR 240.3a12-3(b)"
		act      = "Holding Foreign Insiders Accountable Act, in force from March 18, 2026; Release 34-104903"
		statute  = "reported by practitioners; the statute's own text was not read"
		exempted = "reported by practitioners; not applied: the order of March 5, 2026, which on conditions exempts those whose " +
			"issuer is under the law of Canada, Chile, the European Economic Area, Korea, Switzerland or the United Kingdom"
		early = "; whoever took office from December 18, 2025 to March 17, 2026 may have ten days from then, as the staff reads it"
	)
	inOffice := one(2026_03_18, filing(0, Days), foreign, act, exempted+early, Check{})
	return []Statute{
		{
			"form-3", "Form 3", "the person became an insider of an issuer other than a foreign private issuer",
			one(2002_08_29, filing(10, Days), section, "Section 16(a) of the Exchange Act: initial statement", statute,
				against(asSpoken)),
		},
		{
			"form-3-registration", "Form 3 on a first registration",
			"the issuer's first registration of a class under section 12 took effect while the person was an insider",
			one(2002_08_29, filing(0, Days), section, "Section 16(a) of the Exchange Act: initial statement", statute,
				against(asSpoken)),
		},
		{
			"form-3-foreign", "Form 3 of a director or officer of a foreign private issuer",
			"the person became a director or officer; March 18, 2026 for whoever was in office on that day",
			append(inOffice, one(2026_03_19, filing(10, Days), foreign, act, exempted, Check{})...),
		},
		{
			"form-4", "Form 4", "the transaction was executed, or is deemed to have been",
			one(2002_08_29, filing(2, BusinessDays), "17 CFR 240.16a-3(g)(1)",
				"Statement of changes; SEC press release 2002-121, effective August 29, 2002", "", against(asKept)),
		},
		{
			"form-4-deemed", "Form 4, last deemed day of execution",
			"the trade under a Rule 10b5-1 plan, or the discretionary transaction, whose day the insider did not select; " +
				"the day on which the insider was notified of it, if earlier, is the day of execution",
			one(2002_08_29, filing(3, BusinessDays), "17 CFR 240.16a-3(g)(2)-(4)", "Deemed date of execution", "", against(asKept)),
		},
		{
			"form-4-foreign", "Form 4 of a director or officer of a foreign private issuer",
			"the transaction was executed, or is deemed to have been",
			one(2026_03_18, filing(2, BusinessDays), foreign+", 240.16a-3(g)(1)", act, exempted, Check{}),
		},
		{
			"form-5", "Form 5", "the issuer's fiscal year ended",
			one(2002_08_29, filing(45, Days), "17 CFR 240.16a-3(f)(1)", "Annual statement", "", against(asKept)),
		},
	}
}
