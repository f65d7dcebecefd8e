package restrict

import "github.com/offerkit/offerkit/law"

// circler gathers the circle of one seller.
type circler struct {
	*kinship
	a     *Aggregation
	sl    *saleLaw
	found []*person // by name; nil if not reached
	order []int     // names in the order in which they were reached
	done  map[expansion]bool
	queue []partner
	// changed are the names found, or found surer, since agreements were last
	// looked at.
	changed []int
}

// expansion is what was followed: a person, or a household or possible one, for
// itself or as an owner, for certain or not.
type expansion struct {
	// household is its number, or the person's. Owned is what it owns, or
	// itself or someone.
	household, owned  int
	possible, certain bool
	notice            Counts
}

const (
	itself  = -1 // a household, for itself
	someone = -2 // a person
)

// partner is a person whose own circle is still to be followed.
type partner struct {
	name   int
	counts Counts
	notice Counts
	via    string
	why    law.Reason
}

// gather answers a question that was found in order.
func (a *Aggregation) gather(sl *saleLaw) *circler {
	c := &circler{kinship: newKinship(a), a: a, sl: sl, done: map[expansion]bool{}}
	c.found = make([]*person, len(c.names))
	c.follow(partner{name: 0, counts: CountsYes, notice: CountsYes})
	own := append([]int{0}, c.order...) // one person with the seller: (a)(2)
	c.links(own)
	c.changed = own
	for len(c.changed) > 0 {
		for _, name := range c.changed {
			c.agreements(name)
		}
		partners := c.queue
		c.queue, c.changed = nil, nil
		for _, p := range partners {
			c.reach(p.name, person{Member: Member{Counts: p.counts, Notice: p.notice, Via: p.via, Why: p.why}, agrees: p.counts})
			c.follow(p)
		}
	}
	reached := len(c.order)
	var others []*person
	for name := 1; name < len(c.names); name++ {
		if c.found[name] == nil {
			c.order = append(c.order, name)
			others = append(others, &person{Member: c.apart(name)})
		}
	}
	for i, other := range others {
		c.found[c.order[reached+i]] = other
	}
	return c
}

// circle is what was gathered, as a result.
func (c *circler) circle() Circle {
	out := Circle{Seller: c.a.Seller, Method: MethodAggregation, Version: SaleVersion}
	for _, name := range c.order {
		out.Members = append(out.Members, c.found[name].Member)
		out.Why = append(out.Why, c.found[name].Why)
	}
	return out
}

// byName indexes what was gathered.
func (c *circler) byName() map[string]*person {
	members := make(map[string]*person, len(c.order))
	for _, name := range c.order {
		members[c.names[name]] = c.found[name]
	}
	return members
}

// follow takes in who is one person with p under (a)(2): the household, and
// what it holds ten percent of; and who holds as much of p.
func (c *circler) follow(p partner) {
	self := expansion{household: p.name, owned: someone, certain: p.counts == CountsYes, notice: p.notice}
	if c.done[self] {
		return
	}
	c.done[self] = true
	sure := p.counts == CountsYes
	c.household(p, &c.home, &c.sure, sure)
	c.household(p, &c.homes, &c.maybe, false)
	for _, i := range c.touching[p.name] {
		r := &c.relations[i]
		if c.index[r.To] != p.name || r.Kind != Trustee && r.Kind != Beneficiary && r.Kind != Owner {
			continue
		}
		from := c.index[r.From]
		c.owners(p, from, &c.home, &c.sure, sure)
		c.owners(p, from, &c.homes, &c.maybe, false)
	}
}

func (c *circler) household(p partner, households *groups, held *holdings, certain bool) {
	key := expansion{households.of(p.name), itself, households == &c.homes, certain, p.notice}
	if c.done[key] {
		return
	}
	c.done[key] = true
	counts, notice := CountsUnknown, lesser(p.notice, CountsUnknown)
	if certain {
		counts, notice = CountsYes, p.notice
	}
	household := households.of(p.name)
	for _, name := range households.members[household] {
		if name != p.name {
			c.take(name, p, counts, notice, c.homeReason(name, p.name, certain))
		}
	}
	for _, name := range held.entities[household] {
		kind := held.enough[stake{household, name}]
		c.take(name, p, counts, notice, c.entityReason(name, kind, certain))
	}
}

// take reaches a person through p, with whom it is one person.
func (c *circler) take(name int, p partner, counts, notice Counts, why law.Reason) {
	c.reach(name, person{Member: Member{Counts: counts, Notice: notice, Via: c.names[p.name], Why: why}, agrees: counts})
}

// owners takes in the household of an owner of p.
func (c *circler) owners(p partner, from int, households *groups, held *holdings, certain bool) {
	household := households.of(from)
	if _, ok := held.enough[stake{household, p.name}]; !ok {
		return
	}
	key := expansion{household, p.name, households == &c.homes, certain, p.notice}
	if c.done[key] {
		return
	}
	c.done[key] = true
	counts, notice := CountsUnknown, lesser(p.notice, CountsUnknown)
	if certain {
		counts, notice = CountsYes, p.notice
	}
	for _, name := range households.members[household] {
		c.take(name, p, counts, notice, c.ownerReason(name, p.name, certain))
	}
}

// agreements queues those with whom a member of the circle acts in concert or
// shares in a partnership's distribution.
func (c *circler) agreements(name int) {
	counts, notice := CountsYes, CountsYes
	if m := c.found[name]; m != nil {
		counts, notice = m.agrees, m.Notice
	}
	if counts == "" {
		return
	}
	for _, i := range c.touching[name] {
		r := &c.relations[i]
		next := partner{counts: counts, notice: lesser(notice, CountsUnknown), via: c.names[name]}
		if r.Kind == Distribution {
			next.notice = CountsNo
		} else if r.Kind != Concert {
			continue
		}
		if r.Unsure {
			next.counts = CountsUnknown
		}
		next.name = c.index[r.From] + c.index[r.To] - name
		next.why = c.agreementReason(next.name, name, r.Kind, next.counts)
		c.queue = append(c.queue, next)
	}
}
