package offering

import "testing"

// A row that the base fills has nothing left for the option, and no sentence about
// it. Ten shares for 1 and 11 are 5/6 and 9 1/6: 1 and 9, and the option is 1.
func TestOverAllotmentRowFilledByTheBase(t *testing.T) {
	a, err := OverAllotment{Base: 10, Percent: dec("10")}.Allot(indications(1, 11))
	if err != nil || a.Rows[0].Base != 1 || a.Rows[1].Base != 9 || a.Rows[1].Option != 1 || a.Unfilled != 1 {
		t.Fatalf("%+v, %v", a, err)
	}
	wantCodes(t, a.Rows[0].Why, codeOverAllotmentBase)
	wantCodes(t, a.Rows[1].Why, codeOverAllotmentBase, codeOverAllotmentOption)
}
