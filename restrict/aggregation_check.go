package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// check lists what is wrong with the relations.
func (a *Aggregation) check() error {
	var fs law.Faults
	rows := check.Rows{List: "relations"}
	timed, others := false, newContradictions(a.Relations)
	for i := range a.Relations {
		r := &a.Relations[i]
		timed = timed || r.Kind.timed()
		var row law.Faults
		r.check(&row)
		if len(row) == 0 {
			others.check(&row, r)
		}
		rows.Add(&fs, i, row)
	}
	rows.Close(&fs)
	checkAnswer(a.Seasoned, &fs, "seasoned", timed)
	return fs.Err()
}

// parts reports whether the relation is of a part that From owns.
func (k RelationKind) parts() bool { return k == Owner || k == Beneficiary }

func (r *Relation) check(fs *law.Faults) {
	law.OneOf(fs, "kind", r.Kind, r.Kind.all()...)
	fs.Text("from", r.From)
	fs.Text("to", r.To)
	fs.Text("class", r.Class)
	if r.From == "" {
		fs.Missing("from")
	}
	switch {
	case r.To == "":
		fs.Missing("to")
	case r.To == r.From:
		fs.Add(law.ErrConflict, "to", strconv.Quote(r.To), "is the same as from")
	}
	kind := string(r.Kind)
	checkAnswer(r.SameHome, fs, "same_home", r.Kind == Relative)
	if r.Kind != Relative && isKnown(r.SameHome) {
		check.Although(fs, "same_home", strconv.Quote(string(r.SameHome)), "kind", kind)
	}
	kernel.NotBelowZero(fs, "percent", r.Percent)
	switch {
	case len(*fs) > 0:
	case r.Percent.Cmp(decimal.New(100, 0)) > 0:
		fs.Add(law.ErrRange, "percent", kernel.Plain(r.Percent), "is more than 100")
	case !r.Kind.parts() && r.Percent.Sign() > 0:
		check.Although(fs, "percent", kernel.Plain(r.Percent), "kind", kind)
	}
	if !r.Kind.parts() && r.Class != "" {
		check.Although(fs, "class", strconv.Quote(r.Class), "kind", kind)
	}
	if r.Kind.timed() {
		required(fs, "since", r.Since)
	} else {
		refused(fs, "since", r.Since, "kind", kind)
	}
}

// pair is two names, the lesser first.
type pair struct{ one, other string }

func pairOf(r *Relation) pair {
	if r.From < r.To {
		return pair{r.From, r.To}
	}
	return pair{r.To, r.From}
}

// wholeClass is one class of one trust, estate or company, all of which is owned.
type wholeClass struct {
	kind      RelationKind
	of, class string
}

// contradictions finds relations that cannot hold beside each other.
type contradictions struct {
	strangers map[pair]bool // of whom it is stated that they are unrelated
	owned     map[wholeClass]decimal.Decimal
}

func newContradictions(relations []Relation) contradictions {
	c := contradictions{map[pair]bool{}, map[wholeClass]decimal.Decimal{}}
	for i := range relations {
		if r := &relations[i]; r.Kind == Unrelated && !r.Unsure {
			c.strangers[pairOf(r)] = true
		}
	}
	return c
}

// check records what contradicts the relations before this one, or one that
// denies any. The relation itself was found in order. One of which it is not
// known whether it holds contradicts no sum.
func (c *contradictions) check(fs *law.Faults, r *Relation) {
	if r.Kind != Unrelated && c.strangers[pairOf(r)] {
		fs.Add(law.ErrConflict, "kind", strconv.Quote(string(r.Kind)), "is stated of two that are also stated to be %q", string(Unrelated))
	}
	if !r.Kind.parts() || r.Unsure {
		return
	}
	key := wholeClass{r.Kind, r.To, r.Class}
	sum := c.owned[key].Add(r.Percent)
	c.owned[key] = sum
	if sum.Cmp(decimal.New(100, 0)) > 0 {
		fs.Add(law.ErrConflict, "percent", kernel.Plain(r.Percent), "makes more than 100 percent of %q together with those before", r.To)
	}
}
