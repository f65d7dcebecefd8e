package restrict

import "github.com/offerkit/offerkit/law"

// numbered cites a note of a paragraph.
func numbered(note string, c law.Citation) law.Citation {
	c.Cite = note + " to " + c.Cite
	return c
}

// second is Note 2 of (x), on the options of employees.
func (l *life) second(par string) law.Citation { return numbered("Note 2", l.paragraph(par)) }

// exchange is a conversion or an exchange, (d)(3)(ii): it tacks if the holder
// gives nothing but securities of the same issuer. "Solely" has no tolerance,
// and what the holder receives does not count.
func (l *life) exchange(i int, e *Event) move {
	switch {
	case e.SameIssuer != law.Yes:
		p := price{free: true}
		if e.ValuePaid == law.Yes {
			p = l.priceOr(e)
		}
		return l.renew(i, e, p,
			l.derived("(d)(3)(ii)", "securities of another issuer are outside the paragraph"), "Exchanged for securities of another issuer")
	case e.ValuePaid == law.Yes:
		return l.renew(i, e, l.priceOr(e), l.paragraph("(d)(3)(ii)"),
			"Not acquired solely for securities, but for cash or other value too,")
	}
	m := l.keep(e, l.paragraph("(d)(3)(ii)"), "The ", string(e.Kind),
		" is solely for securities of the same issuer, whether or not their terms provided for it.")
	if e.CashReceived == law.Yes {
		m.say(codeStartKept, l.text.interpretation("532.02"), "That the holder receives cash as well does not count.")
	}
	if e.InterestConverted == law.Yes {
		m.say(codeStartKept, l.memo("(d)(3)(ii)"), "Accrued interest that is converted too is no further value paid.")
	}
	return m
}

// amendment changes the terms. If the holder paid for that, what the amended
// terms lead to is acquired with the amendment, unless the price of the lot
// itself is paid later still.
func (l *life) amendment(i int, e *Event) move {
	authority := numbered("Note", l.paragraph("(d)(3)(ii)"))
	if l.holds == optionYes {
		authority = numbered("Note 1", l.paragraph("(d)(3)(x)"))
	}
	s := l.standing
	unknown := s.answer == StartUnknown || s.answer != StartNotBegun && e.Date.IsZero()
	switch {
	case e.ValuePaid != law.Yes:
		return l.keep(e, authority, "The terms are amended for no payment.")
	case !unknown && s.answer != StartNotBegun && (s.answer == StartNoPeriod || !s.date().After(e.Date)):
		return l.begin(i, e.Date, factDate, price{free: true}, authority,
			"The terms are amended for a payment, and what they lead to is acquired")
	}
	m := l.keep(e, authority, "The terms are amended for a payment, before the price of the lot itself is paid.")
	m.exempt = law.No
	if !unknown {
		return m
	}
	m.next = s.open(i)
	if e.Date.IsZero() {
		m.needs = factDate
	}
	m.why = law.Reasons{{
		Code: codeStartNeeds, Authority: authority,
		Text: "The terms are amended for a payment, and the start is the later of that day and the payment of the lot.",
	}}
	return m
}

// exercise is that of an option or a warrant, (d)(3)(x): it tacks if it is
// cashless, unless the option was given to an employee.
func (l *life) exercise(i int, e *Event) move {
	switch {
	case e.ValuePaid == law.Yes:
		return l.renew(i, e, l.settle(e, e.Date), l.text.interpretation("132.13"),
			"Exercised for cash or other value, be it one cent,")
	case e.Employee == law.Yes:
		return l.begin(i, e.Date, factDate, price{free: true}, l.second("(d)(3)(x)"),
			"An option of the kind given to employees is exercised without cash")
	}
	return l.keep(e, l.paragraph("(d)(3)(x)"), "The exercise is cashless, whether or not the terms provided for that at first.")
}

// holdingCompany puts a company above the issuer, (d)(3)(ix).
func (l *life) holdingCompany(i int, e *Event) move {
	var fails string
	switch {
	case e.SolelyExchange != law.Yes:
		fails = "not solely in exchange for the old securities"
	case e.SameClass != law.Yes:
		fails = "not for the same class in the same proportion"
	case e.SameRights != law.Yes:
		fails = "not with the same rights"
	case e.NoOtherAssets != law.Yes:
		fails = "of a company with other significant assets"
	default:
		return l.keep(e, l.paragraph("(d)(3)(ix)"), "The holding company takes the place of the issuer and nothing else changes.")
	}
	return l.renew(i, e, price{free: true}, l.derived("(d)(3)(ix)", "what fails a test is acquired anew"),
		"Securities of a holding company, "+fails+", are acquired")
}
