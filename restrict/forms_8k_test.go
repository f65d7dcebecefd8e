package restrict

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestForms8K holds which version of (c)(1) asks for Forms 8-K: since 2008-02-15
// the text excepts them, 72 FR 71546; that of 1990 to 2008 was not read, and
// 69 FR 15594, the release on Form 8-K of 2004, names it among what it amends.
func TestForms8K(t *testing.T) {
	year := day(2003, time.December, 1) // a year and two days after the purchase
	outsider, other := func(*Facts) {}, func(f *Facts) { f.Issuer = Issuer{Reporting: ReportingNone, Public: law.Yes, Shell: ShellNever} }
	control := func(f *Facts) { f.Stock, f.Affiliate = Unrestricted, AffiliateNow }
	for _, tt := range []struct {
		name    string
		change  func(*Facts)
		current law.YesNo
		forms   law.YesNo
		sale    calendar.Date
		answer  Answer
		code    law.Code
	}{
		{"filed", outsider, law.Yes, law.Yes, year, Available, codeInformationMet},
		{"not stated", outsider, law.Yes, "", year, Undecided, codeInformationForms8K},
		{"unknown", outsider, law.Yes, law.Unknown, year, Undecided, codeInformationForms8K},
		{"missing, and the law not read", outsider, law.Yes, law.No, year, Undecided, codeInformationForms8K},
		{"other reports missing", outsider, law.No, law.Yes, year, NotAvailable, codeInformationUnmet},
		{"all missing", outsider, law.No, law.No, year, NotAvailable, codeInformationUnmet},
		{"other reports unknown", outsider, law.Unknown, law.Yes, year, Undecided, codeInformationUnknown},
		{"no holding period yet", outsider, law.Yes, "", day(2003, time.November, 28), NotAvailable, codeHoldingShort},
		{"paragraph (k)", outsider, law.Yes, "", day(2004, time.November, 29), Available, codeInformationOff},
		{"an affiliate's other stock", control, law.Yes, "", year, Undecided, codeInformationForms8K},
		{"an affiliate for good", control, law.Yes, law.No, day(2008, time.February, 14), Undecided, codeInformationForms8K},
		{"excepted since 2008", control, law.Yes, law.No, day(2008, time.February, 15), Available, codeInformationMet},
		{"not asked since 2008", control, law.Yes, "", day(2008, time.February, 15), Available, codeInformationMet},
		{"an issuer that need not report", other, law.Yes, "", year, Available, codeInformationMet},
		{"the rule of 1990", func(f *Facts) {
			f.Acquired, f.Paid = day(1994, time.January, 3), day(1994, time.January, 3)
		}, law.Yes, "", day(1996, time.January, 4), Undecided, codeInformationForms8K},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := purchase2002()
			f.Issuer.Current, f.Issuer.Forms8K = tt.current, tt.forms
			tt.change(&f)
			got := mustRule(t, f, tt.sale)
			if got.Answer != tt.answer || !got.Why.Has(tt.code) || mustScreen(t, f, tt.sale) != got.Verdict {
				t.Errorf("%s, want %s with %s\n%s", got.Answer, tt.answer, tt.code, got.Why)
			}
			if tt.code != codeHoldingShort && got.Why.Has(codeInformationForms8K) != (tt.code == codeInformationForms8K) {
				t.Errorf("Forms 8-K are told of beside %s\n%s", tt.code, got.Why)
			}
			if tt.code == codeInformationForms8K && !strings.Contains(reasonOf(t, got.Why, tt.code).Authority.Doubt, "69 FR 15594") {
				t.Errorf("the doubt is not named\n%s", got.Why)
			}
			if m := milestoneOn(t, f, tt.sale); m.Answer != got.Answer || m.Conditions != got.Conditions {
				t.Errorf("Milestones say %s %s, and Rule144 %s %s", m.Answer, m.Conditions, got.Answer, got.Conditions)
			}
			f.Issuer.Forms8K = "perhaps"
			if _, err := Screen(f, tt.sale); err == nil || !strings.Contains(err.Error(), "issuer.forms_8_k") {
				t.Errorf("refused with %v", err)
			}
		})
	}
	// The dates suppose the information to be current, Forms 8-K included.
	f := purchase2002()
	f.Issuer.Forms8K = ""
	if got := mustRule(t, f, year); got.Limited.Anniversary != day(2003, time.November, 29) || got.Free.Anniversary != day(2004, time.November, 29) {
		t.Errorf("limited from %s, free from %s", got.Limited, got.Free)
	}
}

// milestoneOn is the milestone that holds on a day.
func milestoneOn(t *testing.T, f Facts, on calendar.Date) Milestone {
	t.Helper()
	list, err := Milestones(f)
	if err != nil {
		t.Fatal(err)
	}
	var out Milestone
	for _, m := range list {
		if !m.Date.After(on) {
			out = m
		}
	}
	return out
}

// TestForms8KOfALegend: a limb on Rule 144 without more is open where the rule
// is, and names the fact that it needs; a limb that must not need current public
// information is not met then.
func TestForms8KOfALegend(t *testing.T) {
	for _, tt := range []struct {
		name    string
		forms   law.YesNo
		without Conditions
		on      calendar.Date
		met     law.YesNo
		needs   []string
	}{
		{"filed", law.Yes, 0, day(2003, time.December, 1), law.Yes, nil},
		{"not stated", "", 0, day(2003, time.December, 1), law.Unknown, []string{"rule_144.issuer.forms_8_k"}},
		{"unknown", law.Unknown, 0, day(2003, time.December, 1), law.Unknown, []string{"rule_144.issuer.forms_8_k"}},
		{"missing: law that was not read", law.No, 0, day(2003, time.December, 1), law.Unknown, nil},
		{"without (c), (e) and (f)", "", usualWithout, day(2003, time.December, 1), law.No, nil},
		{"without them, under (k)", "", usualWithout, day(2004, time.November, 29), law.Yes, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lot := purchase2002()
			lot.Issuer.Forms8K = tt.forms
			got := mustRemovable(t, oneLimb(Limb{Kind: LimbRule144, Without: tt.without}), tt.on, LegendFacts{Rule144: lot})
			if limb := got.Limbs[0]; limb.Met != tt.met || !slices.Equal(limb.Needs, tt.needs) {
				t.Errorf("%s, needs %q; want %s, %q\n%s", limb.Met, limb.Needs, tt.met, tt.needs, got.Why)
			}
		})
	}
}

// TestForms8KInLaw: each version says which reports it asks for, and what of that
// was not read.
func TestForms8KInLaw(t *testing.T) {
	read := map[calendar.Date]bool{day(1990, time.April, 30): false, day(1997, time.April, 29): false, day(2008, time.February, 15): true}
	var changed law.Citation
	for _, p := range Law() {
		switch {
		case strings.HasPrefix(p.Subject, "reports that the issuer must have filed"):
			verified, known := read[p.From]
			delete(read, p.From)
			if !known || p.Verified() != verified || strings.Contains(p.Value, "other than Forms 8-K") != verified {
				t.Errorf("%+v", p)
			}
		case p.From == day(2004, time.August, 23):
			changed = p.Authority
		}
	}
	if len(read) > 0 || changed.Cite != "69 FR 15594" || changed.Doubt == "" {
		t.Errorf("not told: %v; %+v", read, changed)
	}
}
