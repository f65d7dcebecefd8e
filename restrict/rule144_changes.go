package restrict

import (
	"sync"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// changes144 are the dated changes of parts of the text since 2008, by day of
// sale. Each value is the sentence that a sale from that day on is told.
type changes144 struct {
	reports [1]calendar.Era[string] // what (c)(1) asks of an issuer that reports
	items   [2]calendar.Era[string] // what (c)(2) asks about any other
	notice  [3]calendar.Era[string] // how the notice of (h) is filed
}

//nolint:gochecknoglobals // the memo of a pure function
var changesOf144 = sync.OnceValue(buildChanges144)

func buildChanges144() *changes144 {
	return &changes144{
		reports: [1]calendar.Era[string]{{
			From:  calendar.MustDate(2009, time.April, 13),
			Value: "Since April 13, 2009 the reports are current only with every interactive data file that is required beside them.",
			Authority: law.Citation{
				Cite: "17 CFR 230.144(c)(1)(ii)", Title: "74 FR 6776, Release 33-9002; no posting since September 17, 2018, 83 FR 40846",
			},
			Checked: against(textOf2020 + "; 74 FR 6776 and 83 FR 40846"),
		}},
		items: [2]calendar.Era[string]{
			{
				From: calendar.MustDate(2008, time.February, 15),
				Value: "Before December 28, 2020 the information is that of Rule 15c2-11(a)(5)(i) to (xiv) and (xvi), " +
					"public and current.",
				Authority: law.Citation{Cite: "17 CFR 230.144(c)(2)", Title: "Rule 144 before 85 FR 68203"},
				Checked:   against(textOf2020),
			},
			{
				From:  calendar.MustDate(2020, time.December, 28),
				Value: "Since December 28, 2020 the information is that of Rule 15c2-11(b)(5)(i)(A) to (N) and (P), public and current.",
				Authority: law.Citation{
					Cite: "17 CFR 230.144(c)(2)", Title: "Rule 144 as amended by 85 FR 68203",
					Doubt: "the effective day is recalled; the list of items is quoted by others",
				},
			},
		},
		notice: [3]calendar.Era[string]{
			{
				From:      calendar.MustDate(2022, time.June, 2),
				Value:     "Filing the notice on EDGAR is adopted for issuers that report, and not yet required.",
				Authority: law.Citation{Cite: "17 CFR 230.144(h)(2)", Title: "Release 33-11070, adopted June 2, 2022"},
				Checked:   checkedBefore(),
			},
			{
				From: calendar.MustDate(2023, time.March, 20),
				Value: "A notice filed on EDGAR by 10 p.m. Eastern time counts for the same business day; " +
					"EDGAR is not yet required.",
				Authority: law.Citation{Cite: "88 FR 12205", Title: "Release 33-11159, effective March 20, 2023"},
				Checked:   against("88 FR 12209"),
			},
			{
				From: calendar.MustDate(2023, time.April, 13),
				Value: "The notice is filed on EDGAR, by 10 p.m. Eastern time for the same business day; " +
					"about an issuer that does not report it is filed on paper.",
				Authority: law.Citation{
					Cite: "17 CFR 230.144(h)(2)", Title: "Release 33-11070; SEC announcement of March 3, 2023",
				},
				Checked: checkedBefore(),
			},
		},
	}
}
