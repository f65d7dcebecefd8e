package restrict

import (
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// kinship is the relations of one question, indexed. Everything in it is found
// in one pass over the relations, so that no graph takes long.
type kinship struct {
	relations []Relation
	names     []string       // in the order of first mention; the seller is 0
	index     map[string]int // of names
	touching  [][]int        // by name: the relations that it is in
	// home and homes tell households: relatives who share a home for certain,
	// and those who may.
	home, homes groups
	// near tells who is in any relation at all with whom.
	near groups
	// sure and maybe tell the trusts and companies of households, and possible
	// ones those of possible households.
	sure, maybe holdings
}

// stake is what a household has to do with one trust, estate or company.
type stake struct {
	household, of int
}

// share is a part of one class of it.
type share struct {
	stake
	class string
}

// holdings tells which households hold enough of what.
type holdings struct {
	parts    map[share]decimal.Decimal
	enough   map[stake]RelationKind // by what: Trustee, Beneficiary or Owner
	entities map[int][]int          // by household, in order
}

// newKinship indexes the relations. They were checked.
func newKinship(a *Aggregation) *kinship {
	k := &kinship{relations: a.Relations, index: map[string]int{}}
	k.name(a.Seller)
	for i := range a.Relations {
		r := &a.Relations[i]
		from, to := k.name(r.From), k.name(r.To)
		k.touching[from] = append(k.touching[from], i)
		k.touching[to] = append(k.touching[to], i)
	}
	n := len(k.names)
	k.home, k.homes, k.near = newGroups(n), newGroups(n), newGroups(n)
	for i := range a.Relations {
		r := &a.Relations[i]
		from, to := k.index[r.From], k.index[r.To]
		k.near.join(from, to)
		if r.Kind != Relative || r.SameHome == law.No {
			continue
		}
		k.homes.join(from, to)
		if r.SameHome == law.Yes && !r.Unsure {
			k.home.join(from, to)
		}
	}
	k.sure, k.maybe = k.holdings(a.Issuer, &k.home, true), k.holdings(a.Issuer, &k.homes, false)
	k.home.list()
	k.homes.list()
	return k
}

func (k *kinship) name(s string) int {
	i, ok := k.index[s]
	if !ok {
		i = len(k.names)
		k.index[s] = i
		k.names = append(k.names, s)
		k.touching = append(k.touching, nil)
	}
	return i
}

// tenPercent is the part of a trust, estate or company from which it is one
// person with its owners: (a)(2)(ii), (iii).
func tenPercent() decimal.Decimal { return decimal.New(10, 0) }

// holdings adds up what households own collectively. For certain, only what is
// stated and sure counts; otherwise a part of unknown size may be enough.
func (k *kinship) holdings(issuer string, households *groups, certain bool) holdings {
	h := holdings{parts: map[share]decimal.Decimal{}, enough: map[stake]RelationKind{}, entities: map[int][]int{}}
	ten := tenPercent()
	for i := range k.relations {
		r := &k.relations[i]
		if r.Kind != Trustee && r.Kind != Beneficiary && r.Kind != Owner || certain && r.Unsure {
			continue
		}
		if r.Kind == Owner && issuer != "" && r.To == issuer {
			continue // "other than the issuer"
		}
		key := stake{households.of(k.index[r.From]), k.index[r.To]}
		enough := r.Kind == Trustee || !certain && r.Percent.Sign() == 0
		if !enough {
			part := share{key, string(r.Kind) + " " + r.Class}
			h.parts[part] = h.parts[part].Add(r.Percent)
			enough = h.parts[part].Cmp(ten) >= 0
		}
		if _, known := h.enough[key]; enough && !known {
			h.enough[key] = r.Kind
			h.entities[key.household] = append(h.entities[key.household], key.of)
		}
	}
	return h
}

// groups divides names into groups that are joined step by step.
type groups struct {
	parent  []int
	members map[int][]int
}

func newGroups(n int) groups {
	g := groups{parent: make([]int, n)}
	for i := range g.parent {
		g.parent[i] = i
	}
	return g
}

// of is the name that stands for the group of i.
func (g *groups) of(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// join makes one group of two; the smaller number stands for it.
func (g *groups) join(i, j int) {
	i, j = g.of(i), g.of(j)
	g.parent[max(i, j)] = min(i, j)
}

// list notes the members of each group, in order.
func (g *groups) list() {
	g.members = map[int][]int{}
	for i := range g.parent {
		g.members[g.of(i)] = append(g.members[g.of(i)], i)
	}
}
