package offering

import "testing"

// A part that is raised to the least that its holder takes says so, and how many
// units that is; found by FuzzPriority.
func TestFillRaised(t *testing.T) {
	p := Priority{Total: 62, Lot: 22, Least: 31, Method: HuntingtonHill}
	f, err := p.Fill([]Demand{
		{Holder: "A", Units: 48, AllOrNone: true}, {Holder: "B", Units: 48, Minimum: 17}, {Holder: "C", Units: 48, Minimum: 17},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range f.Rows[1:] {
		want := "Of the 48 units asked for 22 units are filled: the part is raised to the least that the holder takes, in whole lots."
		if row.Units != 22 || row.Outcome != OutcomeRaised || row.Why[0].Code != codeFillRaised || row.Why[0].Text != want {
			t.Errorf("%+v", row)
		}
	}
}
