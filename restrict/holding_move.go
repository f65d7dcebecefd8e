package restrict

import (
	"slices"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// move is what one event does to the start.
type move struct {
	next   standing
	exempt law.YesNo
	// needs are the facts without which next is unknown, and unsure those
	// without which the exemption is.
	needs, unsure fact
	// set is true if next does not rest on what was before.
	set bool
	// from is the first sale for which the move holds; zero if it always does.
	from calendar.Date
	why  law.Reasons
}

// decide finds the move of event i. Words that are unknown or left out are
// tried both ways, so that none can settle the answer by being absent.
func (l *life) decide(i int) move {
	e := l.lot[i]
	open := l.open(&e)
	if len(open) == 0 {
		return l.rule(i, &e)
	}
	moves := make([]move, 1<<len(open))
	for way := range moves {
		for bit, w := range open {
			*w.at = law.No
			if way&(1<<bit) != 0 {
				*w.at = law.Yes
			}
		}
		moves[way] = l.rule(i, &e)
	}
	return l.reconcile(i, open, moves)
}

// open lists the words of the event that its kind asks for and that are not
// known: at most five. Words on which nothing turns are not among them, nor is
// FullyPaid, for which the dates answer.
func (l *life) open(e *Event) []worded {
	asks := e.Kind.facts() &^ (factFullyPaid | factCashReceived | factInterestConverted)
	switch {
	case e.Kind == EventPurchase && e.Accepted.IsZero():
		asks &^= factOut // without an acceptance it is the closing that counts
	case e.Kind == EventGift, e.Kind == EventTrust, e.Kind == EventTrustDistribution:
		asks &^= factFromAffiliate // from whomever, the start stays
	case e.Kind == EventPledgeDefault && l.standing.answer == StartNoPeriod && l.anyRecourse():
		asks &^= factRecourse // no period either way, C&DI 532.01
	}
	if !e.Payment.owed() {
		asks &^= factsNote
	}
	if e.Kind == EventExercise {
		// Whose kind the option is of was told when it was issued.
		e.Employee = l.employee
		asks |= factEmployee
	}
	var open []worded
	for _, w := range e.words() {
		if asks&w.fact != 0 && *w.at != law.Yes && *w.at != law.No {
			open = append(open, w)
		}
	}
	return open
}

// reconcile makes one move of those that the unknown words allow.
func (l *life) reconcile(i int, open []worded, moves []move) move {
	out := moves[0]
	alike := true  // in what they say
	var turns fact // the words on which the start turns
	for way := range moves {
		m := &moves[way]
		alike = alike && slices.EqualFunc(m.why, out.why, sameReason)
		out.from = laterDay(out.from, m.from)
		out.next = out.next.or(m.next)
		out.set = out.set && m.set
		out.needs |= m.needs
		for bit, w := range open {
			o := &moves[way^1<<bit]
			if !m.next.same(o.next) {
				turns |= w.fact
			}
			if m.exempt != o.exempt {
				out.unsure |= w.fact
			}
		}
	}
	if alike && turns|out.unsure == 0 {
		return out
	}
	out.needs |= turns
	said := out.why[len(out.why)-1]
	if out.needs|out.unsure == 0 {
		said.Code, said.Text = codeStartEither, "It is unknown "+l.asked(i, openFacts(open))+"; either way the start is the same."
	} else {
		said.Code, said.Text = codeStartNeeds, "The answer needs to know "+l.asked(i, out.needs|out.unsure)+"."
	}
	out.why = law.Reasons{said}
	if out.needs != 0 {
		out.next = out.next.open(i)
	}
	if out.unsure != 0 {
		out.exempt = law.Unknown
	}
	return out
}

func openFacts(open []worded) (f fact) {
	for _, w := range open {
		f |= w.fact
	}
	return f
}

// sameReason reports whether two steps tell the same; their sentences are made
// from their data.
func sameReason(a, b law.Reason) bool {
	return a.Code == b.Code && a.Text == b.Text && a.Authority == b.Authority
}

// home is the event that tells the fact which event i asks for.
func (l *life) home(i int, f fact) int {
	if f == factEmployee {
		return 0 // the warrant with which the lot began
	}
	// The recourse and the day of a pledge may be needed for a later holder.
	for e := &l.lot[i]; i > 0 && (f == factRecourse && (e.Kind.facts()&f == 0 || e.Recourse == law.Yes || e.Recourse == law.No) ||
		f == factPledged && (e.Kind.facts()&f == 0 || !e.Pledged.IsZero())); e = &l.lot[i] {
		i--
	}
	return i
}

// paths lists where the facts belong.
func (l *life) paths(i int, facts fact) []string {
	var out []string
	l.each(i, facts, func(path, _ string) { out = append(out, path) })
	return out
}

// asked names the facts in a sentence.
func (l *life) asked(i int, facts fact) string {
	var out []string
	l.each(i, facts, func(path, about string) { out = append(out, about+" ("+path+")") })
	return strings.Join(out, ", ")
}

func (l *life) each(i int, facts fact, do func(path, about string)) {
	var e Event
	for _, d := range e.dates() {
		if facts&d.fact != 0 {
			do(eventPath(l.home(i, d.fact), d.field), d.about)
		}
	}
	for _, w := range e.words() {
		if facts&w.fact != 0 {
			do(eventPath(l.home(i, w.fact), w.field), w.about)
		}
	}
}

// keep is the move of an event that leaves the start where it was. Only who
// holds the lot may change, and with it whether a period is required.
func (l *life) keep(e *Event, authority law.Citation, parts ...string) move {
	m := move{next: l.standing, exempt: l.exempt}
	if e.Kind.transfers() {
		m.exempt = law.No
	}
	m.say(codeStartKept, authority, strings.Join(parts, "")+" The start stays as it was.")
	return m
}

func (m *move) say(code law.Code, authority law.Citation, text string) {
	m.why = append(m.why, law.Reason{Code: code, Text: text, Authority: authority})
}

// clause ends what happened, so that another clause may follow.
func clause(what string) string { return strings.TrimSuffix(what, ",") + "; " }

// begin is the move of an event that starts the period, on the later of the
// day of acquisition and of full payment. If that day is missing, the facts
// named are what it needs.
func (l *life) begin(i int, acquired calendar.Date, missing fact, p price, authority law.Citation, what string) move {
	m := move{set: true, exempt: law.No, needs: p.needs, from: p.from, why: p.why}
	m.next = standing{owed: law.No, settled: p.on, settledFrom: p.from}
	if !p.from.IsZero() {
		m.next.settled = calendar.Date{} // a promise that counts is given as of any day
	}
	if p.needs != 0 {
		m.next.owed = law.Unknown
	}
	if acquired.IsZero() {
		m.needs |= missing
	}
	if p.free {
		p.on = acquired
	}
	switch {
	case p.owed:
		m.needs = 0
		m.next = standing{answer: StartNotBegun, since: i, owed: law.Yes}
		m.say(codeStartUnpaid, p.authority, clause(what)+"the full price is not paid, and until then no holding period begins.")
		return m
	case m.needs != 0:
		m.next = m.next.open(i)
		m.say(codeStartNeeds, authority, clause(what)+"the start needs "+l.asked(i, m.needs)+".")
		return m
	}
	m.next.answer, m.next.acquired, m.next.paid, m.next.since, m.next.authority = StartKnown, acquired, p.on, i, authority
	text := what + " as of " + acquired.Long()
	switch {
	case !p.free:
		text += ", " + p.what + " " + p.on.Long()
	case p.what != "":
		text += ", " + p.what
	}
	if p.on.After(acquired) {
		m.next.authority = p.authority
		if d := authority.Doubt; d != "" && !strings.Contains(p.authority.Doubt, d) {
			m.next.authority = l.text.also(p.authority, d) // that it is an acquisition at all
		}
	}
	m.say(codeStartSet, m.next.authority, text+": the holding period begins on "+m.next.date().Long()+".")
	return m
}
