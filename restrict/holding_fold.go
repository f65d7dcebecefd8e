package restrict

import (
	"slices"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// standing is the start as it is between two events, whoever holds the lot.
type standing struct {
	// answer is StartNoPeriod for stock from the open market, whose holder has
	// no period; acquired is then the day of that purchase.
	answer         StartAnswer
	acquired, paid calendar.Date
	since          int
	authority      law.Citation
	// owed tells whether the price of the lot is still unpaid, settled is the
	// last day on which it may have been paid, and settledFrom the first sale for
	// which that counts; varies is true if it may have been an earlier day too.
	// Whatever is given for the lot is paid no earlier.
	owed                 law.YesNo
	settled, settledFrom calendar.Date
	varies               bool
	// asks are the facts of the pledge in since without which the day of
	// acquisition is not known. As long as no period is required it is the latest.
	asks fact
}

// date is the later of the two days.
func (s standing) date() calendar.Date {
	if s.paid.After(s.acquired) {
		return s.paid
	}
	return s.acquired
}

// same reports whether two standings answer alike, by whatever way. What is
// unknown answers alike if it turns on the same event.
func (s standing) same(o standing) bool {
	return s.answer == o.answer && s.date() == o.date() && (s.answer != StartUnknown || s.since == o.since)
}

// life is a lot's life as far as it is told.
type life struct {
	lot  []Event
	sale calendar.Date
	text explainer // cites the version that governs the sale

	standing standing
	needs    []string // what an unknown standing needs
	// exempt is whether the present holder needs no period, by which event, and
	// what is needed to know it.
	exempt   law.YesNo
	exemptBy int
	unsure   []string
	// holds and employee tell of options among the lot, and whose kind they are.
	holds    optional
	employee law.YesNo
	// from is the first sale for which all this holds.
	from calendar.Date

	why   law.Reasons
	fresh int // the reasons before this one speak of a start that was set aside
	steps []StartStep
}

func newLife(lot []Event) *life {
	eras := rule144Eras()
	era := &eras[eraCount-1]
	l := &life{
		lot: lot, standing: standing{owed: law.No}, exempt: law.No, employee: law.No,
		steps: make([]StartStep, 0, len(lot)), why: make(law.Reasons, 0, 2*len(lot)+3),
	}
	if last := &lot[len(lot)-1]; last.Kind == EventSale {
		l.sale = last.Date
		era = eras.at(l.sale)
	}
	l.text = explainer{era: era, sale: l.sale}
	if l.sale.IsZero() {
		l.say(codeStartText, era.Authority, "No day of sale is given: the events are read by the text in force since ",
			era.From.Long(), " and the last views of the staff that are held.")
	} else {
		l.say(codeStartText, era.Authority, "A sale on ", l.sale.Long(), " falls under the text in force since ", era.From.Long(), ".")
	}
	return l
}

func (l *life) say(code law.Code, authority law.Citation, parts ...string) {
	l.why = append(l.why, law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: authority})
}

// state is how the start stands for the present holder.
func (l *life) state() StartState {
	switch {
	case l.exempt == law.Yes:
		return StartState{Answer: StartNoPeriod}
	case l.exempt == law.Unknown:
		return StartState{Answer: StartUnknown}
	case l.standing.answer == StartKnown:
		return StartState{Answer: StartKnown, Date: l.standing.date()}
	}
	return StartState{Answer: l.standing.answer}
}

// take folds event i into the life.
func (l *life) take(i int) {
	e, m := &l.lot[i], l.decide(i)
	said, before := len(l.why), l.state()
	if m.set { // what was before no longer matters
		l.fresh, l.from, l.needs = said, calendar.Date{}, nil
	}
	if m.exempt != law.Unknown {
		l.unsure = nil
	}
	l.standing, l.exempt, l.from = m.next, m.exempt, laterDay(l.from, m.from)
	l.needs = append(l.needs, l.paths(i, m.needs)...)
	l.unsure = append(l.unsure, l.paths(i, m.unsure)...)
	l.why = append(l.why, m.why...)
	l.holds = l.holds.next(e.Kind)
	switch e.Kind {
	case EventWarrant:
		l.employee = e.Employee
	case EventExercise:
		l.employee = law.No // what further options the shares may bring was not given to an employee
	case EventEstate, EventEstateDistribution:
		l.exemptBy = i // if at all
	default:
	}
	l.steps = append(l.steps, StartStep{
		Event: eventPath(i, ""), Kind: e.Kind, Before: before, After: l.state(), Why: l.why[said:len(l.why):len(l.why)],
	})
}

// finish is the answer after the last event.
func (l *life) finish() Start {
	out := Start{Method: StartMethod, Version: StartVersion, Answer: l.state().Answer, Sale: l.sale, From: l.from, Steps: l.steps}
	for i := range l.lot {
		_, day := l.lot[i].when()
		out.From = laterDay(out.From, day)
	}
	s := &l.standing
	if out.Answer == StartKnown && !l.sale.IsZero() && s.date().After(l.sale) {
		out.Answer = StartNotBegun
		l.say(codeStartNotBegun, s.authority, "The full price is not paid before ", s.date().Long(),
			", after the sale, so that no day of holding counts for it.")
		return l.close(out)
	}
	switch out.Answer {
	case StartKnown:
		out.Date, out.Acquired, out.Paid = s.date(), s.acquired, s.paid
		out.Since, out.Authority, out.From = eventPath(s.since, ""), s.authority, laterDay(out.From, s.acquired)
		holds := "."
		if l.sale.IsZero() {
			holds = ". That holds for a sale from " + out.From.Long() + " on."
		}
		l.say(codeStartKnown, s.authority, "The holding period of the lot is counted from ", out.Date.Long(), ", by ", out.Since, holds)
	case StartNoPeriod:
		by, authority := s.since, s.authority
		if l.exempt == law.Yes {
			by, authority, out.Capacity = l.exemptBy, l.exemption(), Estate
		} else if l.pledged() {
			out.Capacity = Pledgee
		}
		out.Date, out.Acquired, out.Paid = s.date(), s.acquired, s.paid
		out.Since, out.Authority = eventPath(by, ""), authority
		l.say(codeStartNoPeriod, authority, "No holding period is required of the present holder, by ", out.Since, ".")
	case StartNotBegun:
		l.say(codeStartNotBegun, l.paragraph("(d)(1)(iii)"),
			"The holding period of the lot has not begun, since its price is not paid in full.")
	default:
		out.Needs = l.unsure
		if l.standing.answer == StartUnknown {
			out.Needs = append(slices.Clone(l.needs), l.unsure...)
		}
		slices.Sort(out.Needs)
		out.Needs = slices.Compact(out.Needs)
		told, more := out.Needs, ""
		if len(told) > mostToldNeeds {
			told, more = told[:mostToldNeeds], " and "+strconv.Itoa(len(told)-mostToldNeeds)+" more"
		}
		l.say(codeStartUnknown, law.Citation{}, "From when the holding period is counted cannot be told without: ",
			strings.Join(told, ", "), more, ".")
	}
	return l.close(out)
}

// mostToldNeeds is how many needs a sentence names; Start.Needs has them all.
const mostToldNeeds = 10

// close adds the explanation, and the doubts that still matter: those of the
// text, and of what has happened since the start was last set.
func (l *life) close(out Start) Start {
	out.Why = l.why
	rest := append(slices.Clone(l.why[:1]), l.why[max(1, l.fresh):]...)
	for _, c := range rest.Authorities() {
		if c.Doubt != "" {
			out.Doubts = append(out.Doubts, c)
		}
	}
	return out
}

// pledged reports whether the lot came to its holder by a pledge.
func (l *life) pledged() bool {
	return slices.ContainsFunc(l.lot, func(e Event) bool { return e.Kind == EventPledgeDefault || e.Kind == EventForeclosure })
}
