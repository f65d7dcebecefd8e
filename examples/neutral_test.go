package examples_test

import (
	"encoding/json"
	"go/ast"
	"regexp"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
)

// TestNoDeal holds that the library names no party to the agreement of November
// 25, 2002 and cites no section of it, or of any other agreement: an answer that
// it gives about one deal goes to the parties of another.
func TestNoDeal(t *testing.T) {
	deal := regexp.MustCompile(`(?i)focus|krieger|prager|visnstein|shimshon|alpha.?capital|vfinance|campbell|` +
		`exhibit 10\.|november 25, 2002|of january 24, 2006|agreement,? §|\bannex iv\b|edgar/data/`)
	for _, said := range []string{"Agreement §6(a)", "Focus Enhancements, Inc.", "FocusClosing", "Alpha Capital", "Exhibit 10.20"} {
		if !deal.MatchString(said) {
			t.Errorf("%q would not be found", said)
		}
	}
	golden.EachOfLibrary(t, func(t *testing.T, _ string) {
		sources := golden.Sources(t)
		if len(sources) == 0 {
			t.Error("no sources were found")
		}
		for file, parsed := range sources {
			ast.Inspect(parsed, func(n ast.Node) bool {
				text, _ := golden.Literal(n)
				if id, ok := n.(*ast.Ident); ok {
					text = id.Name
				}
				if deal.MatchString(text) {
					t.Errorf("%s says %q, of one deal", file, text)
				}
				return true
			})
		}
	})
}

// TestReadyValuesCiteNothing holds that what a contract is made from cites
// nothing, so that what an answer cites is the law and the user's own contract.
// Every exported function that takes nothing is listed here, by the path of its
// package: as a ready value of a contract, or as the law, which has authorities of
// its own.
func TestReadyValuesCiteNothing(t *testing.T) {
	var forms []restrict.Registration
	for _, form := range restrict.RegistrationForms() {
		forms = append(forms, form.Registration)
		if form.Source.Cite == "" || form.Source.Doubt == "" {
			t.Errorf("%s has no source or no doubt: %+v", form.Key, form.Source)
		}
	}
	ready := map[string]any{
		"calendar.NextTradingDay":     calendar.NextTradingDay(),
		"offering.MajorityInInterest": offering.MajorityInInterest(),
		"offering.SimpleMajority":     offering.SimpleMajority(),
		"escrow.UsualConditions":      escrow.UsualConditions(),
		"restrict.ThreeDayDelivery":   restrict.ThreeDayDelivery(),
		"restrict.UsualLegend":        restrict.UsualLegend(),
		"restrict.UsualLimbs":         restrict.UsualLimbs(),
		"restrict.RegistrationForms":  forms,
	}
	ofLaw := map[string]bool{
		"calendar.Federal": true, "calendar.FederalReserve": true, "calendar.NYSE": true, "calendar.Settlement": true,
		"calendar.NewYork": true, "calendar.SettlementCycle": true, "calendar.RegularWay": true, "calendar.Statutes": true,
		"exact.Roundings": true, "calendar.Law": true, "offering.Law": true, "escrow.Law": true, "restrict.Law": true,
		"calendar.Codes": true, "offering.Codes": true, "escrow.Codes": true, "restrict.Codes": true,
		"escrow.NoonNextBusinessDay": true, "restrict.Exemptions": true, "restrict.TransferCodes": true,
	}
	listed := 0
	golden.EachPublic(t, func(t *testing.T, name string) {
		for _, parsed := range golden.Sources(t) {
			for _, declared := range parsed.Decls {
				f, ok := declared.(*ast.FuncDecl)
				if !ok || f.Recv != nil || !f.Name.IsExported() || len(f.Type.Params.List) > 0 {
					continue
				}
				listed++
				called := name + "." + f.Name.Name
				if _, known := ready[called]; known == ofLaw[called] {
					t.Errorf("%s is not listed as a ready value of a contract, or as the law", called)
				}
			}
		}
	})
	if listed != len(ready)+len(ofLaw) {
		t.Errorf("%d of the %d functions listed were found", listed, len(ready)+len(ofLaw))
	}
	for name, value := range ready {
		t.Run(name, func(t *testing.T) {
			written, err := json.Marshal(value)
			if err != nil || strings.Contains(string(written), `"authority"`) || strings.Contains(string(written), `"cite"`) {
				t.Errorf("%s, %v", written, err)
			}
		})
	}
}
