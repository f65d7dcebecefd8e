package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// This file is the slow reference: the table of tacking row by row, in worlds
// in which every fact is known. What is unknown makes several worlds, over the
// whole lot at once; if they agree, that is the answer. It shares with what it
// checks the names of the facts and nothing of the law.

// refWorld is how a lot stands in one world. What is "?" turns on a day that is
// missing.
type refWorld struct {
	start          string // a date, "?", "not begun" or "no period"
	exempt         bool
	market         bool // the start is the day of a purchase in the open market
	isOption       bool
	price          string // when the lot itself is paid: a date, "?", "not begun" or, if nothing is owed, ""
	employeeOption bool
}

const (
	refOwed = "not begun"
	refOpen = "?"
)

func refDay(d calendar.Date) string {
	if d.IsZero() {
		return refOpen
	}
	return d.String()
}

// refLater is the later of two days; dates as text sort by time.
func refLater(a, b string) string {
	switch {
	case a == refOwed || b == refOwed:
		return refOwed
	case a == refOpen || b == refOpen:
		return refOpen
	}
	return max(a, b)
}

// refPaid is when the consideration is paid, (d)(1)(iii) and (d)(2).
func refPaid(e *Event, sale calendar.Date) string {
	paid := refDay(e.Paid)
	if e.Payment == "escrow" {
		paid = refDay(e.Released)
	}
	switch e.FullyPaid {
	case "no":
		return refOwed
	case "unknown":
		return refOpen
	default:
	}
	promise := e.Payment == "note" || e.Payment == "installments"
	if !promise || e.FullRecourse == "no" || e.OtherCollateral == "no" || paid == refOpen {
		return paid
	}
	switch {
	case e.Paid == sale:
		return refOpen
	case !sale.IsZero() && e.Paid.After(sale):
		return refOwed
	}
	return "" // as of the acquisition
}

// refStep is one row of the table.
func refStep(w refWorld, e *Event, sale calendar.Date, head bool) refWorld {
	date := refDay(e.Date)
	buy := func(acquired, price string) {
		w = refWorld{start: refLater(acquired, price), price: price, isOption: w.isOption, employeeOption: w.employeeOption}
	}
	set := func(acquired string) { buy(acquired, "") }
	renew := func(price string) { buy(date, refLater(price, w.price)) } // something new, given for the lot
	carry := func() {                                                   // to another holder, for whom market stock gets a date
		w.exempt = false
		w.market = false
	}
	switch e.Kind {
	case "purchase":
		switch {
		case e.Accepted.IsZero() || e.Out == "yes":
			buy(date, refPaid(e, sale))
		default:
			buy(e.Accepted.String(), refPaid(e, sale))
		}
	case "services":
		buy(date, refPaid(e, sale))
	case "employment award":
		switch {
		case e.ValuePaid == "yes":
			buy(date, refPaid(e, sale))
		case e.ServiceOnly == "yes" && (sale.IsZero() || sale.String() >= "2016-10-19"):
			set(date)
		default:
			set(refDay(e.Vested))
		}
	case "warrant":
		if e.Employee == "yes" {
			set(refOwed) // until the exercise, with nothing to pay till then
		} else {
			buy(date, refPaid(e, sale))
		}
		w.isOption, w.employeeOption = true, e.Employee == "yes"
	case "earn out":
		if e.ValuePaid == "no" {
			set(date)
		} else {
			buy(refDay(e.Issued), refPaid(e, sale))
		}
	case "market purchase":
		set(date)
		w.market = true
	case "private purchase", "rule 144a resale", "regulation s resale":
		switch {
		case e.FromAffiliate == "yes":
			buy(date, refPaid(e, sale))
		case head:
			set(refOpen)
		default:
			carry()
		}
	case "conversion", "exchange":
		when := e.ValuePaid == "yes" && (!e.Paid.IsZero() || e.FullyPaid == "no" || e.FullyPaid == "unknown")
		switch {
		case when:
			renew(refPaid(e, sale))
		case e.ValuePaid == "yes" || e.SameIssuer == "no":
			renew("")
		}
	case "amendment":
		if e.ValuePaid == "yes" && !w.market {
			date = refLater(w.start, date)
		}
		if e.ValuePaid == "yes" {
			price := w.price // which the amendment does not pay
			set(date)
			w.price = price
		}
	case "exercise":
		if e.ValuePaid == "yes" {
			renew(refPaid(e, sale))
		} else if w.employeeOption {
			set(date)
		}
		w.isOption, w.employeeOption = false, false
	case "holding company":
		if e.SolelyExchange == "no" || e.SameClass == "no" || e.SameRights == "no" || e.NoOtherAssets == "no" {
			renew("")
		}
	case "rule 145":
		renew("")
	case "gift", "trust", "trust distribution", "divorce":
		carry()
	case "estate", "estate distribution":
		carry()
		w.exempt = e.FromAffiliate == "yes" && e.HolderAffiliate == "no"
	case "partnership distribution":
		within := e.Ratable == "yes" && e.CharacterChanged == "no" && e.ValuePaid == "no"
		switch {
		case within || e.FromAffiliate == "no":
			carry()
		case e.ValuePaid == "yes":
			buy(date, refPaid(e, sale))
		default:
			set(date)
		}
	case "pledge default", "foreclosure":
		buyer := e.Kind == "foreclosure"
		switch {
		case e.FromAffiliate == "no":
			carry()
		case e.BonaFide == "yes" && w.market && !buyer && (sale.IsZero() || sale.String() >= "2013-05-16"):
			// C&DI 532.01, with recourse or without: no period, and the day of the
			// pledge for whoever comes next, if it was without.
			w.exempt = false
			if e.Recourse == "no" {
				w.start = refDay(e.Pledged)
			}
		case e.BonaFide == "yes" && e.Recourse == "yes":
			w.exempt = false // the pledgee keeps market stock without a period
			w.market = w.market && !buyer
		case e.BonaFide == "yes" && !buyer:
			set(refDay(e.Pledged))
		case buyer:
			buy(date, refPaid(e, sale))
		default:
			set(date)
		}
	default: // what leaves the lot with its holder, and gives nothing but more of the same
	}
	return w
}

// refAnswer folds a lot in every world, and compares the worlds.
func refAnswer(lot []Event) string {
	words := []struct{ e, w int }{}
	for i := range lot {
		for k, w := range lot[i].words() {
			if lot[i].Kind.facts()&w.fact != 0 && w.field != "fully_paid" && *w.at != law.Yes && *w.at != law.No {
				words = append(words, struct{ e, w int }{i, k})
			}
		}
	}
	sale := calendar.Date{}
	if end := lot[len(lot)-1]; end.Kind == "sale" {
		sale = end.Date
	}
	seen := map[string]bool{}
	for way := range 1 << len(words) {
		world := append([]Event(nil), lot...)
		for bit, at := range words {
			list := world[at.e].words()
			*list[at.w].at = law.No
			if way>>bit&1 == 1 {
				*list[at.w].at = law.Yes
			}
		}
		w := refWorld{}
		for i := range world {
			w = refStep(w, &world[i], sale, i == 0)
		}
		if w.exempt || w.market {
			w.start = "no period"
		}
		seen[w.start] = true
	}
	for start := range seen {
		switch {
		case len(seen) > 1 || start == refOpen:
			return "unknown"
		case start[0] < 'a' && !sale.IsZero() && start > sale.String():
			return refOwed // as of that sale
		default:
			return start
		}
	}
	return "no world"
}
