package restrict

import (
	"slices"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// origin is whom the seller has securities from.
type origin struct {
	name int
	person
}

// links takes in whom a pledge, gift, trust or death ties to the seller or to
// those who are one person with the seller: (e)(3)(ii)-(v).
func (c *circler) links(own []int) {
	var origins []origin
	for _, name := range own {
		base := CountsYes
		if m := c.found[name]; m != nil {
			base = m.agrees
		}
		for _, i := range c.touching[name] {
			r := &c.relations[i]
			if !r.Kind.linked() {
				continue
			}
			end, in := c.lapse(r)
			if !in {
				continue
			}
			counts := base
			if r.Unsure || c.unsettled(r) {
				counts = CountsUnknown
			}
			other := c.index[r.From] + c.index[r.To] - name
			m := person{
				Member: Member{Counts: counts, Notice: CountsUnknown, Until: end, Via: c.names[name], Why: c.linkReason(r, counts)},
				linked: c.index[r.To] == other,
			}
			c.reach(other, m)
			if !m.linked && r.Kind != Death && other != 0 {
				origins = append(origins, origin{other, m})
			}
		}
	}
	c.spread(origins, &c.home, &c.sure)
	for i := range origins {
		origins[i].Counts = CountsUnknown
	}
	c.spread(origins, &c.homes, &c.maybe)
}

// spread takes in the whole person that securities came from, household by
// household.
func (c *circler) spread(origins []origin, households *groups, held *holdings) {
	best := map[int]*person{}
	var order []int
	for i := range origins {
		o := &origins[i]
		h := households.of(o.name)
		old := best[h]
		if old == nil {
			order = append(order, h)
		}
		if old == nil || certainty(o.Counts) > certainty(old.Counts) || old.Counts == o.Counts && o.Until.After(old.Until) {
			best[h] = &o.person
		}
	}
	for _, h := range order {
		for _, name := range slices.Concat(households.members[h], held.entities[h]) {
			p := *best[h]
			if p.Counts == CountsUnknown && p.Why.Code != codeCircleUnknown {
				p.Why = c.reason(codeCircleUnknown, c.sl.cite(cfr144+"(a)(2)"), "The answer needs to know whether ", c.names[name],
					" is one person with whom securities came from.")
			}
			c.reach(name, p)
		}
	}
}

// lapse is the first day of sale on which a pledge, gift or trust aggregates no
// longer, and whether it does on the day of the sale. The months are counted
// conservatively, and if the issuer's status is unknown the longer time holds.
func (c *circler) lapse(r *Relation) (end calendar.Date, in bool) {
	if !r.Kind.timed() {
		return calendar.Date{}, true
	}
	months := c.sl.linkedOther
	if c.a.Seasoned == law.Yes {
		months = c.sl.linked
	}
	end = periodEnd(r.Since, months, conservative)
	return end, !r.Since.After(c.a.Sale) && !reached(c.a.Sale, end)
}

// unsettled reports whether it turns on the issuer's unknown status whether the
// relation still aggregates.
func (c *circler) unsettled(r *Relation) bool {
	return r.Kind.timed() && c.a.Seasoned == law.Unknown && reached(c.a.Sale, periodEnd(r.Since, c.sl.linked, conservative))
}

// The reasons below are sentences about one member.

func (c *circler) reason(code law.Code, authority law.Citation, parts ...string) law.Reason {
	return say(nil, code, authority, parts...)[0]
}

// hedge begins the sentence about a person who may count.
func hedge(name string, certain bool) string {
	if certain {
		return name + " counts with the seller: "
	}
	return name + " may count with the seller, which needs to be known: "
}

func certainCode(code law.Code, certain bool) law.Code {
	if certain {
		return code
	}
	return codeCircleUnknown
}

func (c *circler) homeReason(name, via int, certain bool) law.Reason {
	return c.reason(certainCode(codeCircleHome, certain), c.sl.cite(cfr144+"(a)(2)(i)"), hedge(c.names[name], certain),
		"a relative in one home with ", c.names[via], ", directly or through other relatives there.")
}

func (c *circler) entityReason(name int, kind RelationKind, certain bool) law.Reason {
	switch kind {
	case Owner:
		return c.reason(certainCode(codeCircleCompany, certain), c.sl.cite(cfr144+"(a)(2)(iii)"), hedge(c.names[name], certain),
			"ten percent or more of it is owned in the household.")
	case Trustee:
		return c.reason(certainCode(codeCircleTrust, certain), c.sl.cite(cfr144+"(a)(2)(ii)"), hedge(c.names[name], certain),
			"its trustee or executor is of the household.")
	default:
		return c.reason(certainCode(codeCircleTrust, certain), c.sl.cite(cfr144+"(a)(2)(ii)"), hedge(c.names[name], certain),
			"ten percent or more of the interest in it is owned in the household.")
	}
}

func (c *circler) ownerReason(name, of int, certain bool) law.Reason {
	authority := c.sl.cite(cfr144 + "(a)(2)(ii), (iii)")
	authority.Doubt = "the text puts a trust, estate or company under its holder, and is silent on the reverse"
	return c.reason(certainCode(codeCircleOwner, certain), authority, hedge(c.names[name], certain),
		"the household holds ten percent or more of ", c.names[of], ", or serves as its trustee.")
}

func (c *circler) agreementReason(name, with int, kind RelationKind, counts Counts) law.Reason {
	certain := counts == CountsYes
	if kind == Distribution {
		return c.reason(certainCode(codeCirclePartners, certain), c.sl.staff("536.01"), hedge(c.names[name], certain),
			"a distributee of one partnership with ", c.names[with], "; a notice counts each by itself.")
	}
	return c.reason(certainCode(codeCircleConcert, certain), c.sl.cite(cfr144+"(e)(3)(vi)"), hedge(c.names[name], certain),
		"in concert with ", c.names[with], " in selling.")
}

func (c *circler) linkReason(r *Relation, counts Counts) law.Reason {
	certain := counts == CountsYes
	what := map[RelationKind]struct {
		code              law.Code
		paragraph, phrase string
	}{
		Pledge:     {codeCirclePledge, "(e)(3)(ii)", " pledged securities, and the debt to "},
		Gift:       {codeCircleGift, "(e)(3)(iii)", " gave securities, and the gift to "},
		Settlement: {codeCircleSettlor, "(e)(3)(iv)", " settled a trust, and its transfer to "},
		Death:      {codeCircleDeath, "(e)(3)(v)", " left securities, as the deceased, to "},
	}[r.Kind]
	start := "Sales count together: "
	if !certain {
		start = "Sales may count together, which needs to be known: "
	}
	authority := c.sl.cite(cfr144 + what.paragraph)
	switch r.Kind {
	case Pledge:
		return c.reason(certainCode(what.code, certain), authority, start, r.From, what.phrase, r.To,
			" is in default since ", r.Since.Long(), ".")
	case Death:
		return c.reason(certainCode(what.code, certain), authority, start, r.From, what.phrase, r.To, ".")
	default:
		return c.reason(certainCode(what.code, certain), authority, start, r.From, what.phrase, r.To, " was made on ", r.Since.Long(), ".")
	}
}

// apart is a person who was not reached. Whoever stands in some relation to the
// seller, near or far, is known not to count; of anyone else nothing is known.
func (c *circler) apart(name int) Member {
	m := Member{Name: c.names[name], Counts: CountsNo, Notice: CountsNo}
	if c.near.of(name) != c.near.of(0) {
		m.Counts, m.Notice = CountsUnknown, CountsUnknown
		m.Why = c.reason(codeCircleUnknown, c.sl.cite(cfr144+"(a)(2)"), "The answer needs to know how ", m.Name, " stands to the seller.")
		return m
	}
	m.Why = c.reason(codeCircleApart, c.sl.cite(cfr144+"(a)(2)"), "No stated relation makes sales of ", m.Name, " count with the seller's.")
	for _, i := range c.touching[name] {
		r := &c.relations[i]
		other := c.index[r.From] + c.index[r.To] - name
		if other != 0 && c.found[other] == nil {
			continue
		}
		switch _, in := c.lapse(r); {
		case r.Kind == Unrelated:
			m.Why = c.reason(codeCircleUnrelated, c.sl.cite(cfr144+"(a)(2)"), m.Name, " is stated to be unrelated to ", c.names[other], ".")
		case r.Kind == Relative:
			m.Why = c.reason(codeCircleApart, c.sl.cite(cfr144+"(a)(2)(i)"), m.Name, " does not share a home with ", c.names[other], ".")
		case r.Kind == Owner || r.Kind == Beneficiary:
			m.Why = c.reason(codeCircleApart, c.sl.cite(cfr144+"(a)(2)(ii), (iii)"), "Less than ten percent ties ", m.Name, " to ",
				c.names[other], ".")
		case !in:
			when := " is past the months in which it counts."
			if r.Since.After(c.a.Sale) {
				when = " comes after the sale."
			}
			m.Why = c.reason(codeCircleLapsed, c.sl.cite(cfr144+"(e)(3)(ii)-(iv)"), "The ", string(r.Kind), " between ",
				r.From, " and ", r.To, " of ", r.Since.Long(), when)
		case r.Kind == Pledge:
			m.Why = c.reason(codeCircleApart, numbered("Note", c.sl.cite(cfr144+"(e)(3)(ii)")), m.Name,
				" and the seller hold pledges of one borrower, which do not count together without concerted action.")
		}
	}
	return m
}
