package restrict

import "github.com/offerkit/offerkit/law"

// inherit is a transfer for nothing, which carries the start on whether or not
// it comes from an affiliate.
func (l *life) inherit(e *Event) move {
	var m move
	switch e.Kind {
	case EventGift:
		m = l.keep(e, l.paragraph("(d)(3)(v)"), "Who receives a gift goes on with the donor's holding.")
	case EventTrust, EventTrustDistribution:
		m = l.keep(e, l.paragraph("(d)(3)(vi)"), "A trust and its beneficiaries go on with the settlor's holding.")
	case EventDivorce:
		m = l.keep(e, l.memo("(d)(3)"), "A transfer under a divorce settlement carries the holding on.")
	case EventOwnAccount:
		m = l.keep(e, l.memo("(d)(3)"), "A transfer to the holder's own retirement account carries the holding on.")
	default:
		m = l.keep(e, l.memo("(d)(3)"), "A transfer to or from an entity that the holder wholly owns carries the holding on.")
	}
	return l.fromMarket(e, m)
}

// fromMarket gives the next holder of stock from the open market a start: the
// paragraphs date the stock back to that purchase, and only of a pledgee has
// the staff said that none is needed.
func (l *life) fromMarket(e *Event, m move) move {
	if m.next.answer != StartNoPeriod || !e.Kind.transfers() {
		return m
	}
	if m.needs = m.next.asks; m.needs != 0 {
		m.next = m.next.open(m.next.since)
		m.say(codeStartNeeds, l.paragraph("(d)(3)(iv)"), "The stock was bought in the open market and pledged, and from when it counts "+
			"for the next holder needs "+l.asked(m.next.since, m.needs)+".")
		return m
	}
	m.next.answer, m.next.paid = StartKnown, m.next.acquired
	m.next.authority = l.text.also(m.why[len(m.why)-1].Authority, "derived: of stock bought in the open market it does not speak")
	m.say(codeStartInherited, m.next.authority, "The stock was bought in the open market on "+m.next.acquired.Long()+
		", and is taken as held since then.")
	return m
}

// estate is an estate or its beneficiary, (d)(3)(vii). If the deceased was an
// affiliate and the new holder is none, no period is required.
func (l *life) estate(e *Event) move {
	authority := l.exemption()
	switch {
	case e.FromAffiliate != law.Yes:
		m := l.keep(e, l.derived("(d)(1)", "who takes from a deceased that was no affiliate takes from no affiliate"),
			"The deceased was no affiliate, and the holding goes on.")
		return l.fromMarket(e, m)
	case e.HolderAffiliate != law.Yes:
		m := l.fromMarket(e, l.keep(e, authority, "The holding of the deceased goes on."))
		m.exempt = law.Yes
		m.say(codeStartExempt, authority,
			"The deceased was an affiliate and the new holder is none, so that no holding period is required.")
		return m
	}
	return l.fromMarket(e, l.keep(e, authority, "The holding of the deceased, an affiliate, goes on with a new holder that is one too."))
}

// exemption is the paragraph by which an estate needs no period.
func (l *life) exemption() law.Citation { return l.paragraph("(d)(3)(vii)") }

// distribution is one in kind by a partnership. Outside the staff's view it is
// an acquisition from the partnership, which counts if that is an affiliate.
func (l *life) distribution(i int, e *Event) move {
	var m move
	switch {
	case e.Ratable == law.Yes && e.ValuePaid != law.Yes && e.CharacterChanged != law.Yes:
		m = l.keep(e, l.text.interpretation("132.02"), "A partnership distributes in kind and ratably, for nothing, to its partners.")
		m.say(codeStartKept, l.text.interpretation("532.03"),
			"Partners that joined later share in that, as the partnership has kept its character.")
	case e.FromAffiliate == law.Yes:
		p := price{free: true}
		if e.ValuePaid == law.Yes {
			p = l.settle(e, e.Date)
		}
		return l.begin(i, e.Date, factDate, p, l.derived("(d)(1)", "outside C&DI 132.02 the partnership is a holder like any other"),
			"Acquired from a partnership that is an affiliate")
	default:
		m = l.keep(e, l.derived("(d)(1)", "outside C&DI 132.02 the partnership is a holder like any other"),
			"The partnership is no affiliate, and the holding goes on.")
	}
	return l.fromMarket(e, m)
}

// pledge is the end of a pledge, (d)(3)(iv): the lot stays with the pledgee or
// is sold at foreclosure.
func (l *life) pledge(i int, e *Event) move {
	p := price{free: true}
	if e.Kind == EventForeclosure {
		p = l.settle(e, e.Date)
	}
	authority := l.paragraph("(d)(3)(iv)")
	switch {
	case e.FromAffiliate != law.Yes:
		return l.fromMarket(e, l.keep(e, l.paragraph("(d)(1)"), "The pledgor is no affiliate, and the holding goes on."))
	case e.BonaFide != law.Yes:
		return l.begin(i, e.Date, factDate, p, l.derived("(d)(1)", "a pledge that is not bona fide is a transfer by the affiliate"),
			"Acquired from an affiliate by a pledge that is not bona fide")
	case e.Kind == EventPledgeDefault && l.standing.answer == StartNoPeriod && (e.Recourse == law.Yes || l.anyRecourse()):
		return l.pledgeOfMarket(i, e)
	case e.Recourse == law.Yes: // of a purchaser at foreclosure C&DI 532.01 does not speak
		return l.fromMarket(e, l.keep(e, authority, "An affiliate pledged the lot with recourse, and its holding goes on."))
	case e.Kind == EventForeclosure:
		return l.begin(i, e.Date, factDate, p, authority, "Bought at foreclosure of an affiliate's pledge without recourse")
	}
	return l.begin(i, e.Pledged, factPledged, p, authority, "Acquired by an affiliate's pledge without recourse")
}

// pledgeOfMarket leaves the pledgee what an affiliate bought in the open market:
// restricted, and without a holding period, C&DI 532.01. For what else counts
// from the acquisition, such as the year of (b)(1)(i), (d)(3)(iv) dates it back
// to the pledgor's purchase if the pledge was with recourse; otherwise, and where
// that is not known, to the pledge, which is the later day.
func (l *life) pledgeOfMarket(i int, e *Event) move {
	authority := l.text.also(l.text.pledgeView(), "read for issuers that have been reporting for 90 days")
	m := l.keep(e, authority, "An affiliate pledged stock that it had bought in the open market.")
	if e.Recourse == law.Yes {
		if m.next.asks == 0 { // no earlier pledge has left the day open
			m.next.since, m.next.authority = i, authority
		}
		return m
	}
	m.next.since, m.next.authority = i, authority
	if l.sale.IsZero() {
		m.from = pledgeViewRevised()
	}
	m.next.acquired, m.next.paid, m.next.asks = e.Pledged, e.Pledged, 0
	if e.Pledged.IsZero() {
		m.next.asks = factPledged
	}
	if e.Recourse != law.No {
		m.next.asks |= factRecourse
	}
	return m
}
