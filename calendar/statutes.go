package calendar

import (
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/offerkit/offerkit/law"
)

// statutes is the catalog, built once and never handed out itself.
//
//nolint:gochecknoglobals // the memo of a pure function
var statutes = sync.OnceValue(buildStatutes)

// catalog is the statutes, and the place of each by its key.
type catalog struct {
	rows  []Statute
	byKey map[string]int
}

func buildStatutes() catalog {
	out := catalog{
		rows: slices.Concat(
			placementStatutes(), reportStatutes(), currentReportStatutes(), insiderStatutes(), ownershipStatutes(), tenderOfferStatutes(),
			offeringStatutes(), submissionStatutes(),
		),
		byKey: map[string]int{},
	}
	for i := range out.rows {
		out.byKey[out.rows[i].Key] = i
	}
	return out
}

// Statutes returns the catalog of deadlines of the securities laws: the filings and
// periods around a private placement, the reports of an issuer and of its insiders and
// holders, the minimum periods of tender offers, and the hours of EDGAR. The slice is
// the caller's, with all that it holds.
//
// Deadlines of filings count on [Federal] days; those of Schedules 13D and 13G
// that are counted in business days pass over weekends and Federal holidays
// alone, the calendar "Federal statutory" of [ByName]. A period that restricts
// sales ends on its day, open or closed. The entries whose key ends in "-filed"
// tell the day on which a submission counts, by [Statute.AfterReceipt].
func Statutes() []Statute {
	out := slices.Clone(statutes().rows)
	for i := range out {
		out[i].Eras = slices.Clone(out[i].Eras)
	}
	return out
}

// What was not read.
const (
	recalled = "recalled, not read"
	reported = "reported by practitioners; the rule's own text was not read"
	lately   = "the length was read; that it was the same in the days before 2002 is recalled"
)

// filing is a deadline for a report.
func filing(n int, unit Unit) Deadline {
	dl := Deadline{Count: n, Unit: unit, Calendar: Federal()}
	if !unit.onOpenDays() {
		dl.Roll = Forward // 17 CFR 240.0-3(a): a last day that is closed moves to the next business day
	}
	return dl
}

// fromMonthEnd is a deadline for a report, in months that end when a month does if they
// begin when one ends.
func fromMonthEnd(months int) Deadline {
	dl := filing(months, Months)
	dl.MonthEnd = LastDay
	return dl
}

// period is a time that ends on its day, open or closed.
func period(n int, unit Unit) Deadline { return Deadline{Count: n, Unit: unit} }

func placementStatutes() []Statute {
	return []Statute{
		{
			Key: "form-d", Title: "Form D", Event: "the first investor is irrevocably contractually committed",
			Eras: Timeline[Deadline]{{
				From: numbered(2008_09_15), Value: filing(15, Days),
				Authority: law.Citation{Cite: "17 CFR 230.503(a)(1)", Title: "Filing of notice of sales"}, Checked: against(asKept),
			}},
		},
		{
			Key: "form-d-annual", Title: "Form D annual amendment", Event: "the last Form D or amendment was filed",
			Eras: Timeline[Deadline]{{
				From: numbered(2009_03_16), Value: period(1, Years),
				Authority: law.Citation{
					Cite: "17 CFR 230.503(a)(3)(iii)", Title: "Annual amendment", Doubt: "the first day of the rule was not seen",
				},
				Checked: against(asKept),
			}},
		},
	}
}

// reportStatutes are the periodic reports of an issuer, by category of filer under
// Rule 12b-2 on the last day of the fiscal year, and the extension of Rule 12b-25.
//
// The reports on Forms 10-KSB and 10-QSB, which small business issuers filed until
// 2008 and 2009, were due with those of an issuer that is not accelerated. A report on
// Form 40-F is due when it is due in Canada, and one on Form 6-K promptly: neither is
// a count.
func reportStatutes() []Statute {
	const (
		year      = "the fiscal year ended"
		quarter   = "the quarter ended, other than the last of the fiscal year"
		annual    = "Form 10-K, General Instruction A(2)"
		quarterly = "Form 10-Q, General Instruction A.1"
		later     = "the later of the close of the transition period and the decision to change the fiscal year"
		due       = "the report was due"
		days      = "the lengths by category are those of the annual report; paragraph (j), which has them, is recalled"
		monthly   = "that months counted from the end of a month go to the end of the month is practice and was not read"
	)
	phased := law.Citation{Cite: annual, Title: "Annual report; 67 FR 58480 and 70 FR 76626"}
	since := func(from int, value Deadline, authority law.Citation, checked Check) Era[Deadline] {
		return Era[Deadline]{From: numbered(from), Value: value, Authority: authority, Checked: checked}
	}
	// always is a length that was read for the days from 2002 on.
	always := func(value Deadline, cite, title string) Timeline[Deadline] {
		return Timeline[Deadline]{
			since(1990_01_01, value, law.Citation{Cite: cite, Title: title, Doubt: lately}, Check{}),
			since(2002_01_01, value, law.Citation{Cite: cite, Title: title}, against(asPrinted)),
		}
	}
	transition := func(from, n int) Timeline[Deadline] {
		return Timeline[Deadline]{since(from, filing(n, Days), law.Citation{
			Cite: "17 CFR 240.13a-10(b), (j)", Title: "Transition reports", Doubt: days,
		}, read("paragraph (b) of the section as kept by the University of Cincinnati"))}
	}
	// extension is counted from the day on which a report was due, as Rule 0-3 moves it.
	extension := func(n int, unit Unit) Deadline {
		dl := filing(n, unit)
		dl.RollEvent = true
		return dl
	}
	return []Statute{
		{
			Key: "form-10-k", Title: "Form 10-K or 10-KSB of an issuer that is not an accelerated filer", Event: year,
			Eras: always(filing(90, Days), annual, "Annual report"),
		},
		{
			Key: "form-10-k-accelerated", Title: "Form 10-K of an accelerated filer", Event: year,
			Eras: Timeline[Deadline]{
				since(2002_12_15, filing(90, Days), phased, against(asPhased)),
				since(2003_12_15, filing(75, Days), phased, against(asPhased)),
			},
		},
		{
			Key: "form-10-k-large-accelerated", Title: "Form 10-K of a large accelerated filer", Event: year,
			Eras: Timeline[Deadline]{
				since(2005_12_15, filing(75, Days), phased, against("70 FR 76626")),
				since(2006_12_15, filing(60, Days), phased, read("the form as of 2018 and of 2021, and 70 FR 76626")),
			},
		},
		{
			Key: "form-10-k-part-iii", Title: "Part III of Form 10-K, by proxy statement or amendment", Event: year,
			Eras: Timeline[Deadline]{since(1990_01_01, filing(120, Days), law.Citation{
				Cite: "Form 10-K, General Instruction G(3)", Title: "Information to be incorporated by reference",
				Doubt: "the length is printed in calendars of filings; the instruction is recalled",
			}, against(asPrinted))},
		},
		{
			Key: "form-10-q", Title: "Form 10-Q or 10-QSB of an issuer that is not an accelerated filer", Event: quarter,
			Eras: always(filing(45, Days), quarterly, "Quarterly report"),
		},
		{
			// The forty days govern the quarters of fiscal years that end on or after
			// December 15, 2004, the first of which ended in March of that year.
			Key: "form-10-q-accelerated", Title: "Form 10-Q of an accelerated or large accelerated filer",
			Event: quarter + "; for a quarter of a fiscal year that ended before December 15, 2004, the report is due as that of any " +
				"other issuer",
			Eras: Timeline[Deadline]{since(2004_03_15, filing(40, Days), law.Citation{
				Cite: quarterly, Title: "Quarterly report; 70 FR 76626, before which 35 days were to begin",
			}, against(asPhased))},
		},
		{
			Key: "form-10-q-first", Title: "First Form 10-Q after a registration",
			Event: "the registration statement took effect; the report is due on the later of this day and the usual one",
			Eras: Timeline[Deadline]{since(1990_01_01, filing(45, Days), law.Citation{
				Cite: "17 CFR 240.13a-13(a)", Title: "Quarterly reports", Doubt: "the length was read; the first day is recalled",
			}, against(asSpoken))},
		},
		{
			Key: "special-financial-report", Title: "Special financial report under section 15(d)",
			Event: "the registration statement took effect without the audited statements of the last full fiscal year; of a foreign " +
				"private issuer, four months after that year if later",
			Eras: Timeline[Deadline]{since(1990_01_01, filing(90, Days), law.Citation{
				Cite: "17 CFR 240.15d-2(a)", Title: "Special financial report", Doubt: "the length was read; the first day is recalled",
			}, against(asSpoken))},
		},
		{
			Key: "transition-report", Title: "Transition report of an issuer that is not an accelerated filer", Event: later,
			Eras: transition(2002_12_15, 90),
		},
		{
			Key: "transition-report-accelerated", Title: "Transition report of an accelerated filer", Event: later,
			Eras: transition(2005_12_27, 75),
		},
		{
			Key: "transition-report-large-accelerated", Title: "Transition report of a large accelerated filer", Event: later,
			Eras: transition(2006_12_15, 60),
		},
		{
			Key: "form-20-f", Title: "Form 20-F", Event: year,
			Eras: Timeline[Deadline]{
				since(1990_01_01, fromMonthEnd(6), law.Citation{
					Cite: "17 CFR 249.220f(b)", Title: "Annual report of a foreign private issuer", Doubt: monthly,
				}, read("the section as amended by 70 FR 42248")),
				since(2011_12_15, fromMonthEnd(4), law.Citation{
					Cite: "Form 20-F, General Instruction A(b)", Title: "Annual report of a foreign private issuer; 73 FR 58300",
					Doubt: monthly,
				}, read("reports of practitioners of February 2, 2012 and of the staff, and calendars of filings")),
			},
		},
		{
			Key: "form-11-k", Title: "Form 11-K of a plan that is not subject to ERISA", Event: "the fiscal year of the plan ended",
			Eras: always(filing(90, Days), "Form 11-K, General Instruction A", "Annual report of a plan"),
		},
		{
			Key: "form-11-k-erisa", Title: "Form 11-K of a plan subject to ERISA", Event: "the fiscal year of the plan ended",
			Eras: always(filing(180, Days), "Form 11-K, General Instruction A", "Annual report of a plan"),
		},
		{
			Key: "form-10-d", Title: "Form 10-D", Event: "the distribution date",
			Eras: Timeline[Deadline]{since(2006_01_01, filing(15, Days), law.Citation{
				Cite: "17 CFR 249.312", Title: "Distribution report of an asset-backed issuer; 70 FR 1626",
				Doubt: "the length was read; the first day is recalled",
			}, against("the section as adopted by 70 FR 1626"))},
		},
		{
			Key: "form-12b-25", Title: "Form 12b-25, notification of late filing", Event: due,
			Eras: always(extension(1, BusinessDays), "17 CFR 240.12b-25(a)", "Notification of inability to timely file"),
		},
		{
			Key: "form-12b-25-annual", Title: "Last day on which an annual, plan or transition report is deemed filed on time", Event: due,
			Eras: always(extension(15, Days), "17 CFR 240.12b-25(b)(2)(ii)", "Notification of inability to timely file"),
		},
		{
			Key: "form-12b-25-quarterly", Title: "Last day on which a quarterly or distribution report is deemed filed on time", Event: due,
			Eras: always(extension(5, Days), "17 CFR 240.12b-25(b)(2)(ii)", "Notification of inability to timely file"),
		},
	}
}

// currentReportStatutes are the reports on Form 8-K, which until August 2004 had two
// lengths and eight items of their own numbers.
func currentReportStatutes() []Statute {
	const (
		instruction = "Form 8-K, General Instruction B.1"
		title       = "Current report"
		mapping     = "the length is reported by practitioners; which items had it is recalled"
	)
	present := Era[Deadline]{
		From: numbered(2004_08_23), Value: filing(4, BusinessDays), Authority: law.Citation{Cite: instruction, Title: title},
		Checked: against("69 FR 15594, effective August 23, 2004, and five reports of it"),
	}
	former := func(n int, unit Unit) Timeline[Deadline] {
		return Timeline[Deadline]{
			{
				From: numbered(1990_01_01), Value: filing(n, unit),
				Authority: law.Citation{Cite: instruction, Title: title, Doubt: mapping},
				Checked:   against("reports of practitioners of March 2004"),
			},
			present,
		}
	}
	return []Statute{
		{Key: "form-8-k", Title: "Form 8-K", Event: "the event that the item describes", Eras: Timeline[Deadline]{present}},
		{
			Key: "form-8-k-acquisition", Title: "Form 8-K, former Items 1, 2, 3 and 8",
			Event: "the change in control, the acquisition or disposition of assets, the bankruptcy, or the decision to change the " +
				"fiscal year",
			Eras: former(15, Days),
		},
		{
			Key: "form-8-k-accountant", Title: "Form 8-K, former Items 4 and 6",
			Event: "the change of accountants, or the resignation of a director", Eras: former(5, BusinessDays),
		},
		{
			Key: "form-8-k-financial-statements", Title: "Financial statements of an acquired business, by amendment of Form 8-K",
			Event: "the report of the acquisition was due",
			Eras: Timeline[Deadline]{
				{
					From: numbered(1990_01_01), Value: filing(60, Days),
					Authority: law.Citation{
						Cite: "Form 8-K, former Item 7(a)(4)", Title: "Financial statements of businesses acquired", Doubt: recalled,
					},
				},
				{
					From: numbered(2004_08_23), Value: filing(71, Days),
					Authority: law.Citation{
						Cite: "Form 8-K, Item 9.01(a)(4)", Title: "Financial statements of businesses acquired",
						Doubt: "reported by practitioners; the item's own text was not read",
					},
					Checked: against(asSpoken),
				},
			},
		},
	}
}

// insiderStatutes are the reports of section 16(a) of the Exchange Act. Directors
// and officers of foreign private issuers make them since March 18, 2026; holders
// of ten percent of such an issuer do not.
func insiderStatutes() []Statute {
	const (
		section  = "15 U.S.C. 78p(a)(2)"
		initial  = "Section 16(a) of the Exchange Act: initial statement"
		foreign  = section + "; 17 CFR 240.3a12-3(b)"
		act      = "Holding Foreign Insiders Accountable Act, in force from March 18, 2026; Release 34-104903"
		statute  = "reported by practitioners; the statute's own text was not read"
		exempted = "reported by practitioners; not applied: the order of March 5, 2026, which on conditions exempts those whose " +
			"issuer is under the law of Canada, Chile, the European Economic Area, Korea, Switzerland or the United Kingdom"
		early = "; whoever took office from December 18, 2025 to March 17, 2026 may have ten days from then, as the staff reads it"
	)
	return []Statute{
		{
			Key: "form-3", Title: "Form 3", Event: "the person became an insider of an issuer other than a foreign private issuer",
			Eras: Timeline[Deadline]{{
				From: numbered(2002_08_29), Value: filing(10, Days),
				Authority: law.Citation{Cite: section, Title: initial, Doubt: statute}, Checked: against(asSpoken),
			}},
		},
		{
			Key: "form-3-registration", Title: "Form 3 on a first registration",
			Event: "the issuer's first registration of a class under section 12 took effect while the person was an insider",
			Eras: Timeline[Deadline]{{
				From: numbered(2002_08_29), Value: filing(0, Days),
				Authority: law.Citation{Cite: section, Title: initial, Doubt: statute}, Checked: against(asSpoken),
			}},
		},
		{
			Key: "form-3-foreign", Title: "Form 3 of a director or officer of a foreign private issuer",
			Event: "the person became a director or officer; March 18, 2026 for whoever was in office on that day",
			Eras: Timeline[Deadline]{
				{
					From: numbered(2026_03_18), Value: filing(0, Days),
					Authority: law.Citation{Cite: foreign, Title: act, Doubt: exempted + early},
				},
				{
					From: numbered(2026_03_19), Value: filing(10, Days),
					Authority: law.Citation{Cite: foreign, Title: act, Doubt: exempted},
				},
			},
		},
		{
			Key: "form-4", Title: "Form 4", Event: "the transaction was executed, or is deemed to have been",
			Eras: Timeline[Deadline]{{
				From: numbered(2002_08_29), Value: filing(2, BusinessDays),
				Authority: law.Citation{
					Cite: "17 CFR 240.16a-3(g)(1)", Title: "Statement of changes; SEC press release 2002-121, effective August 29, 2002",
				},
				Checked: against(asKept),
			}},
		},
		{
			Key: "form-4-deemed", Title: "Form 4, last deemed day of execution",
			Event: "the trade under a Rule 10b5-1 plan, or the discretionary transaction, whose day the insider did not select; " +
				"the day on which the insider was notified of it, if earlier, is the day of execution",
			Eras: Timeline[Deadline]{{
				From: numbered(2002_08_29), Value: filing(3, BusinessDays),
				Authority: law.Citation{Cite: "17 CFR 240.16a-3(g)(2)-(4)", Title: "Deemed date of execution"}, Checked: against(asKept),
			}},
		},
		{
			Key: "form-4-foreign", Title: "Form 4 of a director or officer of a foreign private issuer",
			Event: "the transaction was executed, or is deemed to have been",
			Eras: Timeline[Deadline]{{
				From: numbered(2026_03_18), Value: filing(2, BusinessDays),
				Authority: law.Citation{Cite: foreign + ", 240.16a-3(g)(1)", Title: act, Doubt: exempted},
			}},
		},
		{
			Key: "form-5", Title: "Form 5", Event: "the issuer's fiscal year ended",
			Eras: Timeline[Deadline]{{
				From: numbered(2002_08_29), Value: filing(45, Days),
				Authority: law.Citation{Cite: "17 CFR 240.16a-3(f)(1)", Title: "Annual statement"}, Checked: against(asKept),
			}},
		},
	}
}

// ownershipStatutes are the reports of holders of more than five percent.
func ownershipStatutes() []Statute {
	const (
		five    = "beneficial ownership passed five percent"
		ordered = "whether a day closed by executive order is a Federal holiday was not seen; it counts as a business day here"
	)
	business := func(n int) Deadline { return Deadline{Count: n, Unit: BusinessDays, Calendar: federalHolidayDays()} }
	return []Statute{
		{
			Key: "schedule-13d", Title: "Schedule 13D", Event: five,
			Eras: Timeline[Deadline]{{
				From: numbered(2024_02_05), Value: business(5),
				Authority: law.Citation{Cite: "17 CFR 240.13d-1(a), (i)(2)", Title: "Beneficial ownership", Doubt: ordered},
				Checked:   against(asAmended),
			}},
		},
		{
			Key: "schedule-13d-amendment", Title: "Schedule 13D amendment", Event: "the material change",
			Eras: Timeline[Deadline]{{
				From: numbered(2024_02_05), Value: business(2),
				Authority: law.Citation{
					Cite: "17 CFR 240.13d-2(a), 240.13d-1(i)(2)", Title: "Material change", Doubt: reported + "; " + ordered,
				},
				Checked: against("the staff's interpretations of July 11, 2025, as reported"),
			}},
		},
		{
			Key: "schedule-13g-passive", Title: "Schedule 13G of a passive investor", Event: five,
			Eras: Timeline[Deadline]{{
				From: numbered(2024_09_30), Value: business(5),
				Authority: law.Citation{Cite: "17 CFR 240.13d-1(c), (i)(2)", Title: "Passive investors", Doubt: ordered},
				Checked:   against(asAmended),
			}},
		},
		{
			Key: "schedule-13g-quarterly", Title: "Schedule 13G of an institution or exempt investor",
			Event: "the quarter ended above five percent",
			Eras: Timeline[Deadline]{{
				From: numbered(2024_09_30), Value: filing(45, Days),
				Authority: law.Citation{Cite: "17 CFR 240.13d-1(b)(2), (d)", Title: "Institutions and exempt investors"},
				Checked:   against(asAmended),
			}},
		},
		{
			Key: "schedule-13g-month-end", Title: "Schedule 13G of an institution above ten percent",
			Event: "the month ended above ten percent",
			Eras: Timeline[Deadline]{{
				From: numbered(2024_09_30), Value: business(5),
				Authority: law.Citation{Cite: "17 CFR 240.13d-1(b)(2), (i)(2)", Title: "Institutions above ten percent", Doubt: ordered},
				Checked:   against(asAmended),
			}},
		},
		{
			Key: "schedule-13g-amendment", Title: "Schedule 13G amendment", Event: "the quarter of the material change ended",
			Eras: Timeline[Deadline]{{
				From: numbered(2024_09_30), Value: filing(45, Days),
				Authority: law.Citation{Cite: "17 CFR 240.13d-2(b)", Title: "Quarterly amendment"}, Checked: checkedBefore(),
			}},
		},
		{
			Key: "schedule-13g-passive-amendment", Title: "Schedule 13G amendment of a passive investor",
			Event: "ownership passed ten percent, or moved by more than five percent after that",
			Eras: Timeline[Deadline]{{
				From: numbered(2024_09_30), Value: business(2),
				Authority: law.Citation{
					Cite: "17 CFR 240.13d-2(d), 240.13d-1(i)(2)", Title: "Passive investors above ten percent", Doubt: ordered,
				},
			}},
		},
	}
}

// tenderPeriod is the least time for which a tender offer is open: n units, of which
// the day of the event is the first (Rule 14d-1(g)(3)). An event on a day that is no
// business day counts on the next one.
//
// A day closed by executive order does not count here, which makes the period the
// longer: see the doubt of the rows.
func tenderPeriod(n int, unit Unit) Deadline {
	return Deadline{
		Count: n, Unit: unit, Inclusive: true, RollEvent: true, Calendar: Federal(),
		Cutoff: Cutoff{Zone: NewYork()}, // 12:01 a.m. to midnight, Eastern time
	}
}

// tenderOfferStatutes are the last days of the minimum periods of Regulation 14E and,
// for offers of an issuer, of Rule 13e-4(f)(1).
func tenderOfferStatutes() []Statute {
	const (
		commenced = "the offer was first published or sent to security holders"
		notified  = "notice of the change was first published, sent or given to security holders"
		orders    = "that the day of the event counts is recalled from Rule 14d-1(g)(3); a day closed by executive order does not count " +
			"here, though the staff, as reported in December 2008, counts it in an offer that neither begins nor ends on it"
		conditions = "the order was read in reports of practitioners alone, and its conditions are not applied here; "
	)
	begun := numbered(2000_01_24) // the rule is older; the definition of a business day is paragraph (g)(3) from then on
	rule := read("the section as kept by the FDIC in 2009 and by Deloitte")
	return []Statute{
		{
			Key: "tender-offer", Title: "Tender offer, the twentieth business day, counting the day of commencement", Event: commenced,
			Eras: Timeline[Deadline]{{
				From: begun, Value: tenderPeriod(20, BusinessDays),
				Authority: law.Citation{
					Cite: "17 CFR 240.14e-1(a), 240.13e-4(f)(1)(i), 240.14d-1(g)(3)", Title: "Minimum period of a tender offer",
					Doubt: orders,
				},
				Checked: rule,
			}},
		},
		{
			Key: "tender-offer-change", Title: "Tender offer, the tenth business day after a change, counting the day of the notice",
			Event: notified + "; a change of the percentage sought, the consideration or the dealer's soliciting fee",
			Eras: Timeline[Deadline]{{
				From: begun, Value: tenderPeriod(10, BusinessDays),
				Authority: law.Citation{
					Cite: "17 CFR 240.14e-1(b), 240.13e-4(f)(1)(ii), 240.14d-1(g)(3)", Title: "Minimum period after a change",
					Doubt: orders,
				},
				Checked: rule,
			}},
		},
		{
			Key: "tender-offer-roll-up", Title: "Tender offer in a roll-up transaction, the sixtieth day, counting the day of commencement",
			Event: commenced,
			Eras: Timeline[Deadline]{{
				From: begun, Value: tenderPeriod(60, Days),
				Authority: law.Citation{
					Cite: "17 CFR 240.14e-1(a), 240.14d-1(g)(3)", Title: "Minimum period of a tender offer registered on Form S-4 or F-4",
					Doubt: orders,
				},
				Checked: rule,
			}},
		},
		{
			Key: "tender-offer-all-cash", Title: "All-cash tender offer under the order of April 16, 2026, the tenth business day, " +
				"counting the day of commencement",
			Event: commenced + ", for equity securities at a fixed price in cash: under a negotiated agreement for all of the class, " +
				"with Schedule 14D-9 filed by 5:30 p.m. on the first business day after; or by the issuer under Rule 13e-4 for less " +
				"than all",
			Eras: Timeline[Deadline]{{
				From: numbered(2026_04_16), Value: tenderPeriod(10, BusinessDays),
				Authority: law.Citation{
					Cite: "exemptive order of 2026-04-16", Title: "Division of Corporation Finance: Rules 13e-4(f)(1)(i) and 14e-1(a)",
					URL:   "https://www.jdsupra.com/legalnews/sec-exemptive-order-halves-minimum-8123230/",
					Doubt: conditions + orders,
				},
				Checked: read("reports of practitioners, two of them in part"),
			}},
		},
		{
			Key: "tender-offer-debt", Title: "Tender offer for non-convertible debt under the order of June 30, 2026, the fifth business " +
				"day, counting the day of commencement",
			Event: commenced + ", by the issuer, its wholly owned subsidiary or its parent that owns all of it",
			Eras: Timeline[Deadline]{{
				From: numbered(2026_06_30), Value: tenderPeriod(5, BusinessDays),
				Authority: law.Citation{
					Cite: "exemptive order of 2026-06-30", Title: "Division of Corporation Finance: Rule 14e-1(a) and (b)",
					URL: "https://www.freewritings.law/2026/06/division-of-corporation-finance-issues-exemptive-order-for-certain-tender-and-exchange-" +
						"offers-for-non-convertible-debt-securities-supersedes-2015-no-action-letter/",
					Doubt: conditions + orders,
				},
				Checked: read("reports of practitioners, two of them in part"),
			}},
		},
	}
}

// offeringStatutes are the periods between offerings and after them.
func offeringStatutes() []Statute {
	const (
		offshore = "the later of the first offer to others than distributors and the closing"
		title    = "Distribution compliance period"
		start    = "the day on which the period starts and the first day of the rule are recalled"
	)
	return []Statute{
		{
			Key: "rule-152", Title: "Rule 152, first day more than thirty days after",
			Event: "the earlier offering was terminated or completed",
			Eras: Timeline[Deadline]{{
				From: numbered(2021_03_15), Value: period(31, Days),
				Authority: law.Citation{Cite: "17 CFR 230.152(b)(1)", Title: "Integration; 86 FR 3496, effective March 15, 2021"},
				Checked:   against("the section as amended by 86 FR 3496"),
			}},
		},
		{
			Key: "reg-s-category-2", Title: "Regulation S category 2", Event: offshore,
			Eras: Timeline[Deadline]{{
				From: numbered(1998_04_27), Value: period(40, Days),
				Authority: law.Citation{Cite: "17 CFR 230.903(b)(2)", Title: title, Doubt: start},
			}},
		},
		{
			Key: "reg-s-category-3-debt", Title: "Regulation S category 3, debt", Event: offshore,
			Eras: Timeline[Deadline]{{
				From: numbered(1998_04_27), Value: period(40, Days),
				Authority: law.Citation{Cite: "17 CFR 230.903(b)(3)(ii)", Title: title, Doubt: start},
			}},
		},
		{
			Key: "reg-s-category-3-equity", Title: "Regulation S category 3, equity", Event: offshore,
			Eras: Timeline[Deadline]{{
				From: numbered(1998_04_27), Value: period(1, Years),
				Authority: law.Citation{Cite: "17 CFR 230.903(b)(3)(iii)", Title: title, Doubt: start},
			}},
		},
		{
			Key: "reg-s-category-3-equity-reporting", Title: "Regulation S category 3, equity of a reporting issuer", Event: offshore,
			Eras: Timeline[Deadline]{{
				From: numbered(2008_02_15), Value: period(6, Months),
				Authority: law.Citation{Cite: "17 CFR 230.903(b)(3)(iii)", Title: title, Doubt: recalled},
			}},
		},
	}
}

// submissionStatutes are the hours up to which a submission on EDGAR counts as
// filed on the same business day: 5:30 p.m., and 10 p.m. for what Rule 13(a)(3) and (4)
// of Regulation S-T name. EDGAR takes submissions from 6 a.m. to 10 p.m. (Rule 12(c)).
func submissionStatutes() []Statute {
	const (
		submitted = "transmission of the form began; EDGAR takes submissions from 6:00 a.m. to 10:00 p.m. Eastern time"
		rule      = "17 CFR 232.13(a)(2)"
		later     = "17 CFR 232.13(a)(4)"
		title     = "Date of filing"
		first     = "the hour was read; the first day is recalled"
	)
	until := func(hour, minute int) Deadline {
		return Deadline{
			Unit: BusinessDays, RollEvent: true, Calendar: Federal(),
			Cutoff: Cutoff{Clock: MustClock(hour, minute), Zone: NewYork()},
		}
	}
	return []Statute{
		{
			Key: "edgar-filed", Title: "Filing on EDGAR for which no later hour is set", Event: submitted,
			Eras: Timeline[Deadline]{{
				From: numbered(1993_04_26), Value: until(17, 30),
				Authority: law.Citation{Cite: rule, Title: title, Doubt: first}, Checked: against(asTimed),
			}},
		},
		{
			Key: "section-16-filed", Title: "Forms 3, 4 and 5 filed on EDGAR", Event: submitted,
			Eras: Timeline[Deadline]{{
				From: numbered(2003_06_30), Value: until(22, 0),
				Authority: law.Citation{Cite: later, Title: title + "; Release 33-8230, effective June 30, 2003"},
				Checked:   against(asTimed),
			}},
		},
		{
			Key: "form-144-filed", Title: "Form 144 filed on EDGAR", Event: submitted,
			Eras: Timeline[Deadline]{
				{
					From: numbered(2022_06_02), Value: until(17, 30),
					Authority: law.Citation{Cite: rule, Title: title, Doubt: first}, Checked: against(asTimed),
				},
				{
					From: numbered(2023_03_20), Value: until(22, 0),
					Authority: law.Citation{Cite: later, Title: title + "; 88 FR 12205"}, Checked: against("88 FR 12209"),
				},
			},
		},
		{
			Key: "schedule-14n-filed", Title: "Schedule 14N filed on EDGAR", Event: submitted,
			Eras: Timeline[Deadline]{{
				From: numbered(2010_11_15), Value: until(22, 0),
				Authority: law.Citation{Cite: later, Title: title, Doubt: first}, Checked: against(asTimed),
			}},
		},
		{
			Key: "schedule-13-filed", Title: "Schedule 13D or 13G filed on EDGAR", Event: submitted,
			Eras: Timeline[Deadline]{
				{
					From: numbered(1993_04_26), Value: until(17, 30),
					Authority: law.Citation{Cite: rule, Title: title, Doubt: first}, Checked: against(asTimed),
				},
				{
					From: numbered(2024_02_05), Value: until(22, 0),
					Authority: law.Citation{Cite: later, Title: title + "; 88 FR 76981"}, Checked: against("88 FR 76981"),
				},
			},
		},
		{
			Key: "rule-462b-filed", Title: "Registration statement or post-effective amendment under Rule 462(b) filed on EDGAR",
			Event: submitted,
			Eras: Timeline[Deadline]{{
				From: numbered(1995_06_07), Value: until(22, 0),
				Authority: law.Citation{Cite: "17 CFR 232.13(a)(3)", Title: title, Doubt: first}, Checked: against(asTimed),
			}},
		},
	}
}

// Statute is a deadline of the securities laws as it changed over time.
type Statute struct {
	// Key is a stable name for programs, such as "form-d".
	Key string `json:"key"`
	// Title is what people call it, such as "Form D".
	Title string `json:"title"`
	// Event says what day is counted from.
	Event string `json:"event"`
	// Eras holds the deadline by the day of the event. Its first era begins on
	// the first day for which the catalog answers; the rule may be older. A
	// Doubt in the authority says what is not verified.
	Eras Timeline[Deadline] `json:"eras"`
}

// After returns the day on which the deadline runs out for an event of that
// day, under the rule in force then. The errors are those of [Timeline.At] and
// [Deadline.After].
func (s Statute) After(event Date) (Due, error) {
	dl, err := s.on(event)
	if err != nil {
		return Due{}, err
	}
	return dl.After(event)
}

// AfterReceipt is After for an instant, for the deadlines that have a cut-off:
// the day on which a form submitted at that instant counts as filed.
func (s Statute) AfterReceipt(at time.Time) (Due, error) {
	dl, err := s.on(DateIn(at, NewYork()))
	if err != nil {
		return Due{}, err
	}
	return dl.AfterReceipt(at)
}

func (s Statute) on(event Date) (Deadline, error) {
	var bad law.Faults
	bad.Text("key", s.Key)
	bad.Text("title", s.Title)
	bad.Text("event", s.Event)
	if len(bad) > 0 {
		return Deadline{}, bad
	}
	era, err := s.Eras.At(event)
	if err != nil {
		var fs law.Faults
		fs.Merge(s.Key, err)
		return Deadline{}, fs
	}
	dl := era.Value
	dl.Authority = era.Authority
	if dl.Name == "" {
		dl.Name = s.Title
	}
	return dl, nil
}

// StatuteByKey returns one entry of [Statutes], which is the caller's. The error is
// of kind [law.ErrUnsupported].
func StatuteByKey(key string) (Statute, error) {
	all := statutes()
	if i, known := all.byKey[key]; known {
		s := all.rows[i]
		s.Eras = slices.Clone(s.Eras)
		return s, nil
	}
	var fs law.Faults
	fs.Add(law.ErrUnsupported, "statute", strconv.Quote(key), "is not in the catalog")
	return Statute{}, fs
}

// UnmarshalJSON reads a statute strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and s stays as it was.
func (s *Statute) UnmarshalJSON(data []byte) error { return law.ReadFields(data, s) }
