package calendar

import (
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/internal/citation"
	"github.com/offerkit/offerkit/law"
)

// Era is a value of the law from the day on which it took effect.
type Era[T any] struct {
	// From is the first day on which the value is in force.
	From Date `json:"from"`
	// Value is what the law says from then on. JSON that leaves it out is refused.
	Value T `json:"value" strict:"required"`
	// Authority is the text that brought it in.
	Authority law.Citation `json:"authority,omitzero"`
	// Checked is when the value was last held against a text; zero if that is
	// not told, as for a contract's own terms.
	Checked Check `json:"checked,omitzero"`
}

// Timeline is a number or rule of the law as it changed over time. Each era
// lasts until the next begins. The nil Timeline knows no era.
type Timeline[T any] []Era[T]

// At returns the era in force on the day: the one that began last, on that day
// or before it. It is an error of kind [law.ErrUnsupported] if the day lies
// before the first era.
func (tl Timeline[T]) At(d Date) (Era[T], error) {
	best := -1
	for i := range tl {
		if !tl[i].From.After(d) && (best < 0 || tl[i].From.After(tl[best].From)) {
			best = i
		}
	}
	var fs law.Faults
	if best >= 0 && !d.IsZero() {
		check.Cited(&fs, "authority", tl[best].Authority)
		if fs.Text("checked.against", tl[best].Checked.Against); len(fs) > 0 {
			return Era[T]{}, fs
		}
		return tl[best], nil
	}
	switch {
	case d.IsZero():
		fs.Missing("date")
	case len(tl) == 0:
		fs.Add(law.ErrUnsupported, "date", d.String(), "falls in no era: the timeline is empty")
	default:
		first := tl[0].From
		for _, era := range tl {
			first = earlier(first, era.From)
		}
		fs.Add(law.ErrUnsupported, "date", d.String(), "is before %s, the first era known", first)
	}
	return Era[T]{}, fs
}

// Provision is one row of the law as a package applies it, for people to read
// and to hold against the text: a rule or a number, the days that it governs, and
// the paragraph that it comes from. Each package lists its own with Law.
//
// The zero Provision appears in no list.
type Provision struct {
	// Key names the rule for programs and stays the same, such as
	// "144(d)(1)(i)" or "form-d". Rows of one rule share it; what was proposed
	// and is not law has the key "proposal".
	Key string `json:"key"`
	// Subject says what is ruled. A row with the same Subject and a later From
	// takes the place of this one on that day.
	Subject string `json:"subject"`
	// From is the first day that the value governs, and Until the last. "No
	// date" as From is a value that serves all days held, and as Until one
	// that is in force or whose end is not known.
	From  Date `json:"from,omitzero"`
	Until Date `json:"until,omitzero"`
	// Value is what the law says, in words.
	Value string `json:"value"`
	// Authority is the paragraph. Its Doubt says what is not verified, and its
	// URL is a public page with the text of the days governed, if there is one.
	Authority law.Citation `json:"authority"`
	// Checked is when the value was last held against a text; zero if it never
	// was, which a Doubt then tells. A row with a Doubt may have been checked: the
	// Doubt says what was not found.
	Checked Check `json:"checked,omitzero"`
}

// Verified reports whether nothing of the row is in doubt: the value was read in
// its source, or in a faithful report of it.
func (p Provision) Verified() bool { return p.Authority.Doubt == "" }

// Check is when a value of the law was last held against a text, and which. The
// zero Check is that of a value which never was.
type Check struct {
	// On is the day.
	On Date `json:"on"`
	// Against is the text that was read, such as "the section as of late 2020";
	// empty if it is the source cited, or a report of it of which no record
	// was kept.
	Against string `json:"against,omitempty"`
}

// Provisions completes rows of the law and returns them: a row without a last
// day gets the day before the next row with its Subject, and a citation without a
// URL the page of its source. The rows are the caller's and are changed in place.
func Provisions(rows []Provision) []Provision {
	next := map[string]int{}
	for i := len(rows) - 1; i >= 0; i-- {
		p := &rows[i]
		if n, ok := next[p.Subject]; ok && p.Until.IsZero() && p.From.Before(rows[n].From) && !p.From.IsZero() {
			p.Until = rows[n].From.AddDays(-1)
		}
		next[p.Subject] = i
		if p.Authority.URL == "" {
			last := ""
			if !p.Until.IsZero() {
				last = p.Until.String()
			}
			p.Authority.URL = citation.URL(p.Authority.Cite, last)
		}
	}
	return rows
}

// Law lists the rules and publications that the ready calendars rest on, the
// settlement cycle by day of trade, and the deadlines of [Statutes] by day of the
// event. The days of the calendars themselves, each with its occasion, are those
// of [Calendar.Closures]. The slice is the caller's.
func Law() []Provision {
	hours := nyseHours()
	rule := func(key, subject, value string, authority law.Citation, checked Check) Provision {
		return Provision{Key: "calendar.law." + key, Subject: subject, Value: value, Authority: authority, Checked: checked}
	}
	ordered := federalOrders()
	ordered.Doubt = "whether an order comes is not known before"
	release := against("the exchange's release of December 23, 2025, for seventeen days of 2025 to 2028")
	out := []Provision{
		rule("nyse.holidays", "NYSE holidays", "The holidays of the exchange, and how one on a weekend is kept.", *nyseRule(), release),
		rule("nyse.closings", "NYSE closings", "Days that the exchange closed by a decision for that day alone.", *nyseDecision(),
			checkedBefore()),
		rule("nyse.hours", "NYSE hours", "The regular hours of trading, and the standing early closes.", hours.rule, release),
		rule("nyse.special_hours", "NYSE special hours", "Days of other hours, by a decision for that day alone.", hours.decisions,
			checkedBefore()),
		rule("federal", "Federal days", "The legal public holidays, on which the SEC takes no filings.", *federalRule(), checkedBefore()),
		rule("federal_orders", "Federal closings that may be ordered",
			"December 24 and 26, which the President closed in some years, days before: an explained answer that it would move says so.",
			ordered, Check{}),
		{
			Key: "proposal", Subject: "the trade date of an evening on Nasdaq",
			Value: "A night session from 9:00 p.m. to 4:00 a.m. on five days a week, of which the part before midnight has the next " +
				"trade date; not applied: a TradeDateRule says it from the day on which it begins",
			Authority: law.Citation{
				Cite: "91 FR 1350", Title: "Notice of filing, Nasdaq, 23 hours on five days",
				Doubt: "the approval of April 2026 was seen in one doubtful copy, and the day on which the session begins waits for the " +
					"consolidated tape",
			},
			Checked: against("the notice as reported"),
		},
		rule("edgar_hours", "EDGAR hours",
			"EDGAR takes submissions on Federal days from 6:00 a.m. to 10:00 p.m. Eastern time; the -filed rows say until when one counts "+
				"for its day.",
			law.Citation{Cite: "17 CFR 232.12(c)", Title: "Business hours of the Commission"},
			read("a report of the section, and 88 FR 12209")),
		rule("federal_statutory", "Federal statutory days",
			"The same holidays without days closed by executive order: the business days of Schedules 13D and 13G.",
			law.Citation{
				Cite: "17 CFR 240.13d-1(i)(2)", Title: "Definition of business day",
				Doubt: "whether a day closed by executive order is a Federal holiday was not seen",
			}, against(asAmended)),
		rule("federal_reserve", "Federal Reserve days",
			"The holidays of the Federal Reserve Banks, on which banks are closed and, through 2027, the Fedwire.", *fedwireRule(),
			checkedBefore()),
		rule("new_york_banks", "Federal Reserve days before 1986", "Days without a published exchange rate in New York, 1971 to 1985.",
			*newYorkBanksRule(), Check{}),
		rule("settlement", "settlement days",
			"Days on which the exchange trades and banks are closed settle nothing; the day after counts with them.", *settlementDaysRule(),
			checkedBefore()),
	}
	for _, era := range SettlementCycle() {
		out = append(out, Provision{
			Key: "settlement-cycle", Subject: "settlement days after a trade in US equities", From: era.From,
			Value: strconv.Itoa(era.Value), Authority: era.Authority, Checked: era.Checked,
		})
	}
	for _, s := range Statutes() {
		for _, era := range s.Eras {
			out = append(out, Provision{
				Key: s.Key, Subject: s.Title + ", from this event: " + s.Event, From: era.From, Value: era.Value.String(),
				Authority: era.Authority, Checked: era.Checked,
			})
		}
	}
	return Provisions(out)
}

// checkedBefore is a check of November 22, 2026, of which the day alone was kept.
func checkedBefore() Check { return Check{On: numbered(2026_11_22)} }

// against is a check of November 30, 2026.
func against(text string) Check { return Check{On: numbered(2026_11_30), Against: text} }

// read is a check of December 1, 2026.
func read(text string) Check { return Check{On: numbered(2026_12_01), Against: text} }

// The texts against which several rows were held.
const (
	asKept    = "the section as the eCFR has kept it"
	asAmended = "the section as amended by 88 FR 76981"
	asSpoken  = "reports of practitioners"
	asTimed   = "the section as of December 2021 and of 2023"
	asPrinted = "the text as copied by practitioners, and calendars of filings printed from 2005 to 2024"
	asPhased  = "the adopting releases, 67 FR 58480 and 70 FR 76626"
)

// UnmarshalJSON reads an era strictly: a value left out, and what is unknown, in other letters,
// given twice or not to be read, is [law.Faults] with the path of each, and e stays as it was.
func (e *Era[T]) UnmarshalJSON(data []byte) error { return law.ReadFields(data, e) }
