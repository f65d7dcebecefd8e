package restrict

import "github.com/offerkit/offerkit/calendar"

// person is a member with what only the gathering asks about it.
type person struct {
	Member
	// linked is true if only the securities that it has from another count.
	linked bool
	// agrees is how it counts but for pledges, gifts, trusts and deaths: who
	// acts in concert with a donee does not for that count with the donor.
	agrees Counts
}

// reach takes a person into the circle, or makes surer that it is in.
func (c *circler) reach(name int, p person) {
	if name == 0 {
		return
	}
	p.Name = c.names[name]
	if p.Via == c.a.Seller || p.Via == p.Name {
		p.Via = ""
	}
	old := c.found[name]
	if old == nil {
		c.found[name] = &p
		c.order = append(c.order, name)
		c.changed = append(c.changed, name)
		return
	}
	changed := certainty(p.agrees) > certainty(old.agrees)
	if changed {
		old.agrees = p.agrees
	}
	if certainty(p.Notice) > certainty(old.Notice) {
		old.Notice, changed = p.Notice, true
	}
	old.linked = old.linked && p.linked
	if certainty(p.Counts) > certainty(old.Counts) {
		old.Counts, old.Via, old.Why, changed = p.Counts, p.Via, p.Why, true
	}
	switch { // whichever lasts longest, even if it may not hold: the cautious side
	case p.Until.IsZero():
		old.Until = calendar.Date{}
	case !old.Until.IsZero() && p.Until.After(old.Until):
		old.Until = p.Until
	}
	if changed {
		c.changed = append(c.changed, name)
	}
}

// certainty orders how certain it is that something counts.
func certainty(c Counts) int {
	switch c {
	case CountsYes:
		return 2
	case CountsUnknown:
		return 1
	default:
		return 0
	}
}

// lesser is the less certain of two.
func lesser(a, b Counts) Counts {
	if certainty(a) < certainty(b) {
		return a
	}
	return b
}
