package restrict

import (
	"slices"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// The numbers of paragraph (g)(3), alike in every version of the rule held; the
// one for alternative trading systems begins with that paragraph in 2008.
const (
	brokerInterestDays   = 60 // calendar days in which another broker showed interest: (g)(3)(i)
	customerInterestDays = 10 // business days in which a customer did: (g)(3)(ii)
	quoteWindow          = 30 // calendar days looked back on: (g)(3)(iii)
	quoteDays            = 12 // of them with quotations, at least: (g)(3)(iii)
	quoteGap             = 4  // business days in succession without, at most: (g)(3)(iii)
	alternativeDays      = 12 // business days, each with quotations: (g)(3)(iv)
)

func (b *Brokerage) check(fs *law.Faults, c calendar.Calendar, agency bool) {
	checkAnswer(b.AgentOnly, fs, "agent_only", agency)
	checkAnswer(b.UsualCommission, fs, "usual_commission", true)
	checkAnswer(b.Solicited, fs, "solicited", true)
	checkAnswer(b.Inquired, fs, "inquired", true)
	if !b.Sale.IsZero() && !c.Contains(b.Sale) {
		fs.Add(law.ErrRange, "sale", b.Sale.String(), "is outside the calendar %s", c.Name())
	}
	rows := check.Rows{List: "inquiries"}
	for i := range b.Inquiries {
		var row law.Faults
		q := &b.Inquiries[i]
		required(&row, "date", q.Date)
		notAfter(&row, "date", q.Date, b.Sale)
		if q.Interest.After(q.Date) && !q.Date.IsZero() {
			row.Add(law.ErrConflict, "interest", q.Interest.String(), "is after the inquiry on %s", q.Date)
		}
		law.OneOf(&row, "party", q.Party, q.Party.all()...)
		checkAnswer(q.Unsolicited, &row, "unsolicited", q.Party == PartyCustomer)
		checkAnswer(q.Written, &row, "written", q.Party == PartyCustomer)
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	rows = check.Rows{List: "quotations"}
	for i := range b.Quotations {
		var row law.Faults
		q := &b.Quotations[i]
		law.OneOf(&row, "system", q.System, q.System.all()...)
		checkAnswer(q.OwnMarket, &row, "own_market", q.System == InterDealer)
		days := check.Rows{List: "days"}
		for k, d := range q.Days {
			var day law.Faults
			required(&day, "", d)
			notAfter(&day, "", d, b.Sale)
			days.Add(&row, k, day)
		}
		days.Close(&row)
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
}

// beyond refuses a question that looks back past the calendar's first day.
func (f *brokerFinder) beyond(field string, d calendar.Date) law.Faults {
	var fs law.Faults
	fs.Add(law.ErrRange, field, d.String(), "looks back beyond the calendar %s, which begins on %s", f.calendar.Name(), f.calendar.First())
	return fs
}

// inquiry holds one inquiry against (g)(3)(i) or (ii). Interest shown on the
// first day of the look-back is within it, and so is interest of the same day.
func (f *brokerFinder) inquiry(q *Inquiry) law.Faults {
	if q.Party == PartyBroker {
		switch first := q.Date.AddDays(-brokerInterestDays); {
		case q.Interest.IsZero() || q.Interest.Before(first):
			f.found(law.No, codeBrokerInquiryLate, "(g)(3)(i)", "A broker asked on ", q.Date.Long(), " showed no interest since ",
				first.Long(), ", within the ", strconv.Itoa(brokerInterestDays), " days before.")
		default:
			f.found(law.Yes, codeBrokerInquiry, "(g)(3)(i)", "A broker asked on ", q.Date.Long(), " had shown interest on ",
				q.Interest.Long(), ".")
		}
		return nil
	}
	first, err := f.calendar.Add(q.Date, -customerInterestDays)
	switch {
	case err != nil:
		return f.beyond("date", q.Date)
	case q.Interest.IsZero() || q.Interest.Before(first):
		f.found(law.No, codeBrokerInquiryLate, "(g)(3)(ii)", "A customer asked on ", q.Date.Long(), " showed no interest since ",
			first.Long(), ", within the ", strconv.Itoa(customerInterestDays), " business days before.")
	case q.Unsolicited == law.No || q.Written == law.No:
		f.found(law.No, codeBrokerInquiryUnfit, "(g)(3)(ii)", "The interest of a customer asked on ", q.Date.Long(),
			" was not both unsolicited and in writing.")
	case q.Unsolicited == law.Unknown || q.Written == law.Unknown:
		f.found(law.Unknown, codeBrokerUnknown, "(g)(3)(ii)", "The answer needs to know whether the interest of a customer asked on ",
			q.Date.Long(), " was unsolicited and in writing.")
	default:
		f.found(law.Yes, codeBrokerInquiry, "(g)(3)(ii)", "A customer asked on ", q.Date.Long(),
			" had shown unsolicited interest in writing on ", q.Interest.Long(), ".")
	}
	return nil
}

// quotation holds the publishing in one system against (g)(3)(iii) or (iv).
func (f *brokerFinder) quotation(q *Quotation) law.Faults {
	days := slices.Clone(q.Days)
	slices.SortFunc(days, calendar.Date.Compare)
	days = slices.Compact(days)
	if q.System == Alternative {
		return f.alternative(days)
	}
	first, last := f.b.Sale.AddDays(-quoteWindow), f.b.Sale.AddDays(-1)
	if !f.calendar.Contains(first) {
		return f.beyond("days", first)
	}
	quoted, run, longest := 0, 0, 0
	for day := range f.calendar.Days(first, last) {
		if _, ok := slices.BinarySearchFunc(days, day, calendar.Date.Compare); ok {
			quoted, run = quoted+1, 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	switch window := " between " + first.Long() + " and " + last.Long(); {
	case q.OwnMarket == law.No:
		f.found(law.No, codeBrokerQuotesForeign, "(g)(3)(iii)",
			"The quotations are not incident to an inter-dealer market for the broker's account.")
	case quoted < quoteDays:
		f.found(law.No, codeBrokerQuotesFew, "(g)(3)(iii)", "There were quotations on ", strconv.Itoa(quoted), " days", window, ", and ",
			strconv.Itoa(quoteDays), " are asked for.")
	case longest > quoteGap:
		f.found(law.No, codeBrokerQuotesGap, "(g)(3)(iii)", "There were ", strconv.Itoa(longest),
			" business days in succession without quotations", window, ", and ", strconv.Itoa(quoteGap), " are allowed.")
	case q.OwnMarket == law.Unknown:
		f.found(law.Unknown, codeBrokerUnknown, "(g)(3)(iii)",
			"The answer needs to know whether the quotations are incident to an inter-dealer market for the broker's account.")
	default:
		f.found(law.Yes, codeBrokerQuotes, "(g)(3)(iii)", "There were quotations on ", strconv.Itoa(quoted), " days", window,
			", with no more than ", strconv.Itoa(longest), " business days in succession without.")
	}
	return nil
}

func (f *brokerFinder) alternative(days []calendar.Date) law.Faults {
	if !f.law.ats {
		f.found(law.No, codeBrokerQuotesEra, "(g)(3)(iv)",
			"Quotations in an alternative trading system are allowed only from February 15, 2008 on.")
		return nil
	}
	for n := 1; n <= alternativeDays; n++ {
		day, err := f.calendar.Add(f.b.Sale, -n)
		if err != nil {
			return f.beyond("days", f.b.Sale)
		}
		if _, ok := slices.BinarySearchFunc(days, day, calendar.Date.Compare); !ok {
			f.found(law.No, codeBrokerQuotesFew, "(g)(3)(iv)", "There were no quotations on ", day.Long(), ", one of the last ",
				strconv.Itoa(alternativeDays), " business days.")
			return nil
		}
	}
	f.found(law.Yes, codeBrokerQuotes, "(g)(3)(iv)", "There were quotations on each of the last ",
		strconv.Itoa(alternativeDays), " business days.")
	return nil
}
