package offering

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// textOf is the sentence of the subscription with the code.
func textOf(t *testing.T, s Subscription, code law.Code) string {
	t.Helper()
	i := slices.Index(s.Why.Codes(), code)
	if i < 0 {
		t.Fatalf("%q lacks %s", s.Why.Codes(), code)
	}
	return s.Why[i].Text
}

// Three privileges of one share each are cut back to two shares. The fourth holder
// asks for nothing, and nothing of it is cut back.
func TestRightsCutBackTexts(t *testing.T) {
	s, err := RightsOffering{New: 1, Old: 10, Rounding: exact.Up, Shares: 2}.Allocate([]Subscriber{{"A", 3, 1}, {"B", 3, 1}, {"C", 3, 5}, {"D", 3, 0}})
	if err != nil {
		t.Fatal(err)
	}
	want := "The basic privileges come to 4 shares, 2 more than are offered."
	if text := textOf(t, s, codeRightsPrivilegesOver); text != want {
		t.Error(text)
	}
	for i, want := range []string{
		"takes 1 of the 1 asked for, cut back to 1: pro rata that is 2/3 of a share, and its fraction is among the 2 largest, which take the 2 odd shares.",
		"takes 1 of the 1 asked for, cut back to 1: pro rata that is 2/3 of a share, and its fraction is among the 2 largest, which take the 2 odd shares.",
		"takes 1 of the 5 asked for, cut back to 0: pro rata that is 2/3 of a share, and earlier rows with the same fraction take the last of the 2 odd shares.",
		"takes 0 of the 0 asked for.",
	} {
		if text := s.Rows[i].Why[0].Text; text != "The basic privilege is 1 share, from 3/10 of a share, and "+want {
			t.Errorf("row %d: %s", i, text)
		}
	}
}

// Privileges, and basic subscriptions, for exactly the shares that are offered are
// not too many.
func TestRightsExactlyOffered(t *testing.T) {
	s, err := RightsOffering{New: 1, Old: 10, Rounding: exact.Up, Shares: 2}.Allocate([]Subscriber{{"A", 3, 1}, {"B", 3, 1}})
	if err != nil || s.Basic != 2 {
		t.Fatalf("%+v, %v", s, err)
	}
	wantCodes(t, s.Why, "offering.rights.rounding", "offering.rights.shares", "offering.rights.basic", "offering.rights.over.empty", "offering.rights.total")
	if text := textOf(t, s, codeRightsBasic); text != "Basic subscriptions take 2 shares." {
		t.Error(text)
	}
}

// B takes two shares by privilege and two by over-subscription. What it leaves is
// for A, which had no privilege, and no row is told of what is not for it.
func TestRightsLastTexts(t *testing.T) {
	o := RightsOffering{New: 1, Old: 10, Shares: 10}
	s, err := o.Allocate([]Subscriber{{"A", 9, 5}, {"B", 20, 4}})
	if err != nil {
		t.Fatal(err)
	}
	want := "Holders who took no share by basic privilege ask for 5 shares of the 6 that nobody else asks for, and get 5, in proportion to their requests."
	if text := textOf(t, s, codeRightsOverLast); text != want {
		t.Error(text)
	}
	wantCodes(t, s.Rows[0].Why, codeRightsRowBasic, codeRightsRowLast)
	wantCodes(t, s.Rows[1].Why, codeRightsRowBasic, codeRightsRowOver)
	s, err = o.Allocate([]Subscriber{{"A", 9, 5}, {"B", 20, 4}, {"C", 1, 4}})
	if err != nil {
		t.Fatal(err)
	}
	want = "Holders who took no share by basic privilege ask for 9 shares of the 6 that nobody else asks for, and get 6, in proportion to their requests."
	if text := textOf(t, s, codeRightsOverLast); text != want {
		t.Error(text)
	}
}

// Of two who hold nothing, only the one who asks for shares is told why it gets none.
func TestRightsOutsideTexts(t *testing.T) {
	s, err := RightsOffering{New: 1, Old: 10, Shares: 10, Over: ByHeld}.Allocate([]Subscriber{{"A", 9, 5}, {"B", 20, 2}, {"C", 0, 5}, {"D", 0, 0}})
	if err != nil {
		t.Fatal(err)
	}
	for i, codes := range [][]law.Code{
		{codeRightsRowBasic, codeRightsRowOver}, {codeRightsRowBasic}, {codeRightsRowBasic, codeRightsRowOutside}, {codeRightsRowBasic},
	} {
		wantCodes(t, s.Rows[i].Why, codes...)
	}
	if text := s.Rows[2].Why[1].Text; text != "It asks for 5 more and holds nothing: it has no over-subscription privilege." {
		t.Error(text)
	}
}
