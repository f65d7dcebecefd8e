package ledger

import (
	"math/bits"
	"slices"
)

// node holds many entries: a leaf holds them, and another node holds nodes. It is
// never written again, so that lists that come from one another share it. A search
// skips the nodes of which the summary says that they do not matter.
type node struct {
	leaf []entry
	kids []*node
	summary
}

// summary is what is known of the entries of a node without looking at them.
type summary struct {
	first, last entry
	kinds       Kinds
	sum         Balance // which can wrap but for all that follows nothing
	change      wide    // of the funds
	// What the funds were at the least and at the most, from those before the node
	// on, at the end of each instant but the last, which may go on in the next node.
	ends      bool
	low, high wide
}

// wide is a sum of funds from an entry on: 65 bits, since all that ever came in can
// come and go back.
type wide struct {
	hi int64
	lo uint64
}

func wideOf(n int64) wide { return wide{n >> 63, uint64(n)} } // #nosec G115 -- two's complement is meant

func (a wide) plus(b wide) wide {
	lo, carry := bits.Add64(a.lo, b.lo, 0)
	return wide{a.hi + b.hi + int64(carry), lo} // #nosec G115 -- 0 or 1
}

func (a wide) less(b wide) bool { return a.hi < b.hi || a.hi == b.hi && a.lo < b.lo }

func leafOf(of []entry) *node {
	n := &node{leaf: of}
	for i := range of {
		n.enter(&of[i])
	}
	return n
}

// enter adds an entry after all others to the summary.
func (s *summary) enter(e *entry) {
	switch {
	case s.kinds == 0:
		s.first = *e
	case s.last.at() != e.at():
		s.end(s.change)
	}
	s.last = *e
	s.kinds |= 1 << e.kind
	s.sum.add(e.kind, e.cents)
	s.change = s.change.plus(wideOf(funds[e.kind] * e.cents))
}

func (s *summary) end(funds wide) {
	if !s.ends || funds.less(s.low) {
		s.low = funds
	}
	if !s.ends || s.high.less(funds) {
		s.high = funds
	}
	s.ends = true
}

func nodeOf(kids []*node) *node {
	n := &node{kids: kids}
	for _, k := range kids {
		before := n.change
		if n.kinds == 0 {
			n.first = k.first
		} else if n.last.at() != k.first.at() {
			n.end(before)
		}
		if k.ends {
			n.end(before.plus(k.low))
			n.end(before.plus(k.high))
		}
		n.last = k.last
		n.kinds |= k.kinds
		n.change = before.plus(k.change)
		for c := range n.sum {
			n.sum[c] += k.sum[c]
		}
	}
	return n
}

// grown is one node over the two that an entry left.
func grown(a, b *node) *node {
	if b == nil {
		return a
	}
	return nodeOf([]*node{a, b})
}

// with enters an entry, and splits a node that is full. At the end of a list nothing
// follows in the first of the two, so that it stays full.
func (n *node) with(e entry) (a, b *node) {
	if n.kids == nil {
		i := place(n.leaf, &e)
		if i == len(n.leaf) && i < width {
			own := &node{leaf: append(slices.Clip(n.leaf), e), summary: n.summary}
			own.enter(&e)
			return own, nil
		}
		all := slices.Insert(slices.Clip(n.leaf), i, e)
		if len(all) <= width {
			return leafOf(all), nil
		}
		at := len(all) / 2
		if i == len(all)-1 {
			at = i
		}
		return leafOf(all[:at:at]), leafOf(all[at:])
	}
	i := n.kidOf(&e)
	a, b = n.kids[i].with(e)
	all := slices.Clone(n.kids)
	all[i] = a
	if b == nil {
		return nodeOf(all), nil
	}
	all = slices.Insert(all, i+1, b)
	if len(all) <= width {
		return nodeOf(all), nil
	}
	at := len(all) / 2
	if i == len(all)-2 {
		at = len(all) - 1
	}
	return nodeOf(all[:at:at]), nodeOf(all[at:])
}

// kidOf is the node in which an entry belongs.
func (n *node) kidOf(e *entry) int {
	i := len(n.kids) - 1
	for i > 0 && n.kids[i].first.compare(e) > 0 {
		i--
	}
	return i
}

// without strikes out an entry; nil is a node of which nothing is left.
func (n *node) without(e *entry) *node {
	if n.kids == nil {
		i := slices.Index(n.leaf, *e)
		if i < 0 {
			return n
		}
		if len(n.leaf) == 1 {
			return nil
		}
		return leafOf(append(n.leaf[:i:i], n.leaf[i+1:]...))
	}
	i := n.kidOf(e)
	all := slices.Clone(n.kids)
	if all[i] = n.kids[i].without(e); all[i] == nil {
		all = slices.Delete(all, i, i+1)
	}
	if len(all) == 0 {
		return nil
	}
	return nodeOf(all)
}

// balance adds what the entries up to the instant come to.
func (n *node) balance(at instant, to *Balance) {
	if !n.last.at().after(at) {
		for c := range to {
			to[c] += n.sum[c]
		}
		return
	}
	for i := range n.leaf {
		e := &n.leaf[i]
		if e.at().after(at) {
			return
		}
		to.add(e.kind, e.cents)
	}
	for _, k := range n.kids {
		if k.first.at().after(at) {
			return
		}
		k.balance(at, to)
	}
}

// level is [List.Level].
func (n *node) level(at instant, least int64) Level {
	var b Balance
	n.balance(at, &b)
	v := Level{Have: b.Funds()}
	v.Holds = v.Have >= least
	rise := search{at: at, least: wideOf(least)}
	if n.rise(&rise, wide{}); rise.found || rise.moved && v.Holds {
		v.First = rise.when.time()
	}
	if v.Holds = v.Holds && rise.moved; v.Holds {
		fall := search{at: at, least: wideOf(least)}
		n.fall(&fall, wide{})
		v.Since = fall.when.time()
	}
	return v
}

// search looks for an instant up to another at which funds rose to something, or from
// which they no longer were below it. when is the instant of the entry passed last,
// which is the one looked for once it is found.
type search struct {
	at    instant
	least wide
	when  instant
	moved bool // an entry was passed
	found bool
}

// rise passes the entries forward, to the first instant at the end of which the funds
// are enough. Those before the node are given.
func (n *node) rise(s *search, before wide) {
	pass := func(first *entry) bool {
		s.found = s.moved && s.when != first.at() && !before.less(s.least)
		return s.found || first.at().after(s.at)
	}
	for i := range n.leaf {
		e := &n.leaf[i]
		if pass(e) {
			return
		}
		before = before.plus(wideOf(funds[e.kind] * e.cents))
		s.when, s.moved = e.at(), true
	}
	for _, k := range n.kids {
		if pass(&k.first) {
			return
		}
		cut := k.last.at().after(s.at)
		if cut || k.ends && !before.plus(k.high).less(s.least) {
			if k.rise(s, before); s.found || cut {
				return
			}
		}
		before = before.plus(k.change)
		s.when, s.moved = k.last.at(), true
	}
}

// fall passes the entries back, to the one after the last instant at the end of which
// the funds were too little, or to the first of all.
func (n *node) fall(s *search, before wide) {
	var sums [width + 1]wide // before each entry or node
	sums[0] = before
	for i := range n.leaf {
		sums[i+1] = sums[i].plus(wideOf(funds[n.leaf[i].kind] * n.leaf[i].cents))
	}
	for i, k := range n.kids {
		sums[i+1] = sums[i].plus(k.change)
	}
	pass := func(i int, first, last *entry) bool {
		if s.found = s.moved && s.when != last.at() && !last.at().after(s.at) && sums[i+1].less(s.least); s.found {
			return true
		}
		return first.at().after(s.at)
	}
	for i := len(n.leaf) - 1; i >= 0; i-- {
		e := &n.leaf[i]
		if pass(i, e, e); s.found {
			return
		}
		if !e.at().after(s.at) {
			s.when, s.moved = e.at(), true
		}
	}
	for i := len(n.kids) - 1; i >= 0; i-- {
		k := n.kids[i]
		if past := pass(i, &k.first, &k.last); s.found {
			return
		} else if past {
			continue
		}
		if k.last.at().after(s.at) || k.ends && sums[i].plus(k.low).less(s.least) {
			if k.fall(s, sums[i]); s.found {
				return
			}
		}
		s.when, s.moved = k.first.at(), true
	}
}

func (n *node) latest(by func(*entry) bool, kinds Kinds) *entry {
	if n.kids == nil {
		return latestIn(n.leaf, by, kinds)
	}
	for _, k := range slices.Backward(n.kids) {
		if k.kinds&kinds == 0 || !by(&k.first) {
			continue
		}
		if e := k.latest(by, kinds); e != nil {
			return e
		}
	}
	return nil
}

func (n *node) earliest(from func(*entry) bool, kinds Kinds) *entry {
	if n.kids == nil {
		return earliestIn(n.leaf, from, kinds)
	}
	for _, k := range n.kids {
		if k.kinds&kinds == 0 || !from(&k.last) {
			continue
		}
		if e := k.earliest(from, kinds); e != nil {
			return e
		}
	}
	return nil
}

func (n *node) all(kinds Kinds, yield func(Entry) bool) bool {
	for _, k := range n.kids {
		if k.kinds&kinds != 0 && !k.all(kinds, yield) {
			return false
		}
	}
	return eachIn(n.leaf, kinds, yield)
}
