package restrict

import "github.com/offerkit/offerkit/law"

// rule applies the paragraph that fits the event, all its words being yes or
// no. It is the table of paragraph (d)(3) with (d)(1) in front of it.
func (l *life) rule(i int, e *Event) move {
	switch e.Kind {
	case EventPurchase:
		return l.purchase(i, e)
	case EventServices:
		p := l.settle(e, e.Date)
		p.what, p.authority = "earned in full on", l.memo("(d)(1)(iii)")
		return l.begin(i, e.Date, factDate, p, l.paragraph("(d)(1)"), "Issued for services")
	case EventAward:
		return l.award(i, e)
	case EventWarrant:
		return l.warrant(i, e)
	case EventEarnOut:
		return l.earnOut(i, e)
	case EventMarketPurchase:
		return l.market(i, e)
	case EventPrivatePurchase, Event144AResale, EventRegSResale:
		return l.privatePurchase(i, e)
	case EventDividend, EventSplit, EventReverseSplit, EventRecapitalization:
		return l.keep(e, l.paragraph("(d)(3)(i)"), "The ", string(e.Kind), " gives nothing but more or other securities of the lot's own.")
	case EventConversion, EventExchange:
		return l.exchange(i, e)
	case EventAmendment:
		return l.amendment(i, e)
	case EventExercise:
		return l.exercise(i, e)
	case EventAntiDilution:
		return l.keep(e, l.memo("(d)(3)"), "Shares that the terms of the lot promise against dilution belong to it.")
	case EventHoldingCompany:
		return l.holdingCompany(i, e)
	case EventRule145:
		return l.renew(i, e, price{free: true}, l.paragraph("(d)(3)(viii)"), "Acquired in a transaction of Rule 145(a)")
	case EventPledgeDefault, EventForeclosure:
		return l.pledge(i, e)
	case EventPartnershipDistribution:
		return l.distribution(i, e)
	case EventEstate, EventEstateDistribution:
		return l.estate(e)
	case EventSale:
		m := move{next: l.standing, exempt: l.exempt}
		m.say(codeStartSale, l.paragraph("(d)(1)"), "The lot is sold on "+e.Date.Long()+".")
		return m
	default:
		return l.inherit(e)
	}
}

// purchase is a purchase from the issuer. A signature starts nothing, nor does
// a certificate: it is the acceptance by the issuer that binds or, where the
// deal can still fall away, the closing.
func (l *life) purchase(i int, e *Event) move {
	authority, acquired, missing := l.paragraph("(d)(1)"), e.Date, factDate
	what := "Bought from the issuer"
	switch {
	case e.Out == law.Yes:
		authority, what = l.text.interpretation("532.04"), "Bought from the issuer in a deal that could fall away until it closed,"
	case !e.Accepted.IsZero():
		authority, acquired, what = l.text.interpretation("132.07"), e.Accepted, "Bought from the issuer, which accepted the subscription,"
	case e.Date.IsZero():
		missing = factAccepted
	}
	return l.begin(i, acquired, missing, l.settle(e, acquired), authority, what)
}

// award is stock promised in an employment agreement.
func (l *life) award(i int, e *Event) move {
	view := l.awards()
	var m move
	switch {
	case e.ValuePaid == law.Yes:
		p := l.settle(e, e.Date)
		if e.Payment == "" {
			p.authority = view.Authority
		}
		m = l.begin(i, e.Date, factDate, p, view.Authority, "Promised for employment and for a payment")
	case e.ServiceOnly != law.Yes:
		return l.begin(i, e.Vested, factVested, price{free: true},
			l.derived("(d)(1)(iii)", "the staff speaks of service alone, and of conditions that are not the holder's own"),
			"Promised for employment and for the holder's own performance, vested")
	case view.Value == awardAgree:
		m = l.begin(i, e.Date, factDate, price{free: true}, view.Authority, "Promised for continued employment, by an agreement")
	default:
		m = l.begin(i, e.Vested, factVested, price{free: true}, view.Authority, "Promised for continued employment, vested")
	}
	if l.sale.IsZero() {
		m.from = laterDay(m.from, view.From)
	}
	return m
}

// warrant is the issue of an option or a warrant. One of the kind given to
// employees was not paid for, so that nothing begins before its exercise.
func (l *life) warrant(i int, e *Event) move {
	if e.Employee == law.Yes {
		p := price{owed: true, authority: l.second("(d)(3)(x)")}
		m := l.begin(i, e.Date, factDate, p, p.authority, "An option of the kind given to employees is not bought")
		m.next.owed = law.No // what it may be exchanged for owes no price to it
		return m
	}
	return l.begin(i, e.Date, factDate, l.settle(e, e.Date), l.paragraph("(d)(1)"), "An option or a warrant, bought from the issuer")
}

// earnOut is an issue that depends on what becomes of a business sold.
func (l *life) earnOut(i int, e *Event) move {
	if e.ValuePaid == law.Yes {
		return l.begin(i, e.Issued, factIssued, l.settle(e, e.Issued),
			l.derived("(d)(3)(iii)", "a condition of further payment is outside the paragraph"),
			"Issued under the sale of a business, for a further payment,")
	}
	return l.begin(i, e.Date, factDate, price{free: true}, l.paragraph("(d)(3)(iii)"),
		"Due under the sale of a business for no further payment, and so acquired with that sale")
}

// market is a purchase by an affiliate in the open market.
func (l *life) market(i int, e *Event) move {
	m := move{set: true, exempt: law.No, next: standing{
		answer: StartNoPeriod, acquired: e.Date, paid: e.Date, since: i, authority: l.paragraph("(d)(1)"), owed: law.No,
	}}
	m.say(codeStartSet, m.next.authority, "Stock that an affiliate bought in the open market on "+e.Date.Long()+
		" is not restricted and has no holding period.")
	return m
}

// privatePurchase is a purchase from a holder, under whatever exemption. It
// starts the period again only if the seller is an affiliate. As the first
// event it keeps nothing, so that the answer turns on the seller.
func (l *life) privatePurchase(i int, e *Event) move {
	if e.FromAffiliate == law.Yes {
		return l.begin(i, e.Date, factDate, l.settle(e, e.Date), l.paragraph("(d)(1)"), "Bought from an affiliate of the issuer")
	}
	return l.fromMarket(e, l.keep(e, l.paragraph("(d)(1)"), "Who buys from a holder that is no affiliate goes on with its holding."))
}

// priceOr is the price of the event, supposed to be paid on its day if no other
// is stated, and nothing else denies it.
func (l *life) priceOr(e *Event) price {
	if e.Paid.IsZero() && e.FullyPaid != law.No && e.FullyPaid != law.Unknown {
		return price{free: true, what: "and supposed to be paid for on that day, since no day is stated"}
	}
	return l.settle(e, e.Date)
}
