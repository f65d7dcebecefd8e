package restrict

import (
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// TestAggregationOrigin: paragraph (e)(3) aggregates with the whole person that
// securities came from. Whoever is one with the pledgor for certain counts for
// the pledge; of whom that is unknown, the reason asks.
func TestAggregationOrigin(t *testing.T) {
	sale := day(2024, time.June, 14)
	home := func(name string, same law.YesNo) Relation {
		return Relation{Kind: Relative, From: "Debtor", To: name, SameHome: same}
	}
	pledge := Relation{Kind: Pledge, From: "Debtor", To: "S", Since: sale}
	unsure := pledge
	unsure.Unsure = true
	for _, c := range []struct {
		name   string
		pledge Relation
		of     string
		code   law.Code
		text   string
	}{
		{"the wife of a pledgor", pledge, "Wife", codeCirclePledge, "Sales count together: "},
		{"his cousin, who may share the home", pledge, "Cousin", codeCircleUnknown, "The answer needs to know whether Cousin is one person with whom "},
		{"the wife of one who may be a pledgor", unsure, "Wife", codeCircleUnknown, "Sales may count together, which needs to be known: "},
	} {
		a := Aggregation{Seller: "S", Sale: sale, Seasoned: law.Yes, Relations: []Relation{c.pledge, home("Wife", law.Yes), home("Cousin", law.Unknown)}}
		m := mustCircle(t, a)[c.of]
		if m.Why.Code != c.code || !strings.HasPrefix(m.Why.Text, c.text) {
			t.Errorf("%s: %s, %q", c.name, m.Why.Code, m.Why.Text)
		}
	}
}

// TestAggregationVia names through whom a person was reached, and not the
// seller: a member's way to the seller is then plain.
func TestAggregationVia(t *testing.T) {
	members := mustCircle(t, Aggregation{Seller: "S", Sale: day(2024, time.June, 14), Relations: []Relation{
		{Kind: Concert, From: "Ally", To: "S"},
		{Kind: Relative, From: "Ally", To: "Wife", SameHome: law.Yes},
		{Kind: Concert, From: "Wife", To: "Friend"},
	}})
	for name, want := range map[string]string{"Ally": "", "Wife": "Ally", "Friend": "Wife"} {
		if got := members[name].Via; got != want {
			t.Errorf("%s is reached via %q, want %q", name, got, want)
		}
	}
}
