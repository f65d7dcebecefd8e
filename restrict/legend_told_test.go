package restrict

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// lot2024 is a lot of a private placement of 2024, in the hands of an outsider.
func lot2024(change func(*Facts)) Facts {
	f := purchase2002()
	f.Acquired, f.Paid = day(2024, time.January, 16), day(2024, time.January, 16)
	change(&f)
	return f
}

// TestLegendNeedsNamesTheUnknown lists the facts that are unknown and no other.
// Law that was not read is no fact that a caller could find out.
func TestLegendNeedsNamesTheUnknown(t *testing.T) {
	estate := purchase2002()
	estate.Capacity = Estate
	half := day(2024, time.August, 1) // between six months and a year
	for _, c := range []struct {
		name string
		lot  Facts
		on   calendar.Date
		want []string
	}{
		{"the reports", lot2024(func(f *Facts) { f.Issuer.Current = law.Unknown }), half, []string{"rule_144.issuer.current"}},
		{"whether the issuer reports", lot2024(func(f *Facts) {
			f.Issuer = Issuer{Reporting: ReportingUnknown, Current: law.Yes, Public: law.Yes, Shell: ShellNever}
		}), half, []string{"rule_144.issuer.reporting"}},
		{"whether it was a shell", lot2024(func(f *Facts) { f.Issuer.Shell = ShellUnknown }), half, []string{"rule_144.issuer.shell"}},
		{"whether a start-up is one", lot2024(func(f *Facts) { f.Issuer.Shell = ShellStartUp }), half, []string{"rule_144.issuer.shell"}},
		{"the seller", lot2024(func(f *Facts) { f.Affiliate, f.Issuer.Current = AffiliateUnknown, law.Unknown }), half, []string{
			"rule_144.affiliate", "rule_144.issuer.current",
		}},
		{"an estate before 2008", estate, day(2003, time.June, 2), nil},
	} {
		got := mustRemovable(t, oneLimb(Limb{Kind: LimbRule144}), c.on, LegendFacts{Rule144: c.lot})
		text := "Whether this is met (rule 144) turns on what is unknown: " + strings.Join(c.want, ", ") + "."
		if c.want == nil {
			text = "Whether this is met (rule 144) turns on law that was not read."
		}
		if limb := got.Limbs[0]; got.Answer != LegendUndecided || !slices.Equal(limb.Needs, c.want) || limb.Why[0].Text != text {
			t.Errorf("%s: %s needs %q, want %q\n%s\nwant %s", c.name, got.Answer, limb.Needs, c.want, got.Why, text)
		}
	}
}

// TestLegendTellsWhy holds the first sentence about a limb to what the contract
// and the facts say.
func TestLegendTellsWhy(t *testing.T) {
	on := day(2004, time.June, 1)
	no, past := Occurrence{Happened: law.No}, Occurrence{law.Yes, day(2004, time.January, 5)}
	affiliate, young := purchase2002(), purchase2002()
	affiliate.Affiliate = AffiliateNow
	young.Acquired, young.Paid = day(2003, time.May, 5), day(2003, time.May, 5)
	old := purchase2002() // both years of the former (k) are over
	old.Acquired, old.Paid = day(2002, time.May, 29), day(2002, time.May, 29)
	for _, c := range []struct {
		limb  Limb
		facts LegendFacts
		want  string
	}{
		{
			Limb{Kind: LimbRule144},
			LegendFacts{Rule144: purchase2002()},
			"Met since Saturday, November 29, 2003: the shares could be sold under Rule 144; (c)(e)(f)(h) still bind a sale.",
		},
		{
			Limb{Kind: LimbRule144},
			LegendFacts{Rule144: old},
			"Met since Thursday, May 29, 2003: the shares could be sold under Rule 144.",
		},
		{
			Limb{Kind: LimbRule144, Without: usualWithout},
			LegendFacts{Rule144: old},
			"Met since Saturday, May 29, 2004: the shares could be sold under Rule 144 without the conditions (c)(e)(f)(i).",
		},
		{
			Limb{Kind: LimbRegisteredSale},
			LegendFacts{Sale: LegendSale{Occurrence: past, Route: RouteRegistration}, Registration: LegendRegistration{Occurrence: no}},
			"On Monday, January 5, 2004, the day of the sale, no effective registration statement covered it.",
		},
		{
			Limb{Kind: LimbRule144Sale},
			LegendFacts{Sale: LegendSale{past, RouteRule144, law.Yes}, Rule144: young},
			"On Monday, January 5, 2004, the day of the sale, Rule 144 was not available.",
		},
		{
			Limb{Kind: LimbRule144Sale},
			LegendFacts{Sale: LegendSale{past, RouteRule144, law.No}, Rule144: affiliate},
			"The sale did not keep to the conditions of Rule 144 that bound it: (e)(f)(h).",
		},
		{
			Limb{Kind: LimbNote, Count: 1, Unit: calendar.Years},
			LegendFacts{Issue: LegendIssue{Issued: on, Owner: AffiliateNow}},
			"The period has not begun: the issuer or an affiliate of it owns the security.",
		},
		{
			Limb{Kind: LimbRegulationS, Statute: "reg-s-category-2"},
			LegendFacts{Offshore: no},
			"The period has not begun: the offering has not closed.",
		},
	} {
		got := mustRemovable(t, oneLimb(c.limb), on, c.facts)
		if text := got.Limbs[0].Why[0].Text; text != c.want {
			t.Errorf("%+v: %q, want %q", c.limb, text, c.want)
		}
	}
}

// TestRegisteredSaleIsUnderTheStatement: a statement in effect does not make a
// registered sale of one that relied on something else.
func TestRegisteredSaleIsUnderTheStatement(t *testing.T) {
	on, sold := day(2004, time.June, 1), day(2004, time.January, 5)
	effective := LegendRegistration{Occurrence: Occurrence{law.Yes, day(2003, time.January, 31)}}
	for _, c := range []struct {
		sale LegendSale
		want LegendAnswer
		code law.Code
	}{
		{LegendSale{Occurrence: Occurrence{law.Yes, sold}, Route: RouteRegistration}, LegendRemovable, codeLimbMet},
		{LegendSale{Occurrence: Occurrence{law.Yes, sold}, Route: RouteRule144}, LegendStands, codeLimbSaleRoute},
		{LegendSale{Occurrence: Occurrence{law.Yes, sold}, Route: RouteOpinion}, LegendStands, codeLimbSaleRoute},
		{LegendSale{Occurrence: Occurrence{Happened: law.Unknown}, Route: RouteRule144}, LegendStands, codeLimbSaleRoute},
		{LegendSale{Occurrence: Occurrence{Happened: law.Unknown}, Route: RouteRegistration}, LegendUndecided, codeLimbUnknown},
		{LegendSale{Occurrence: Occurrence{Happened: law.Unknown}}, LegendUndecided, codeLimbUnknown},
	} {
		got := mustRemovable(t, oneLimb(Limb{Kind: LimbRegisteredSale}), on, LegendFacts{Sale: c.sale, Registration: effective})
		if got.Answer != c.want || got.Limbs[0].Why[0].Code != c.code {
			t.Errorf("%+v: %s, want %s, %s\n%s", c.sale, got.Answer, c.want, c.code, got.Why)
		}
	}
	// Of the statement nothing is asked unless the sale was made under it.
	limb := oneLimb(Limb{Kind: LimbRegisteredSale, Current: true})
	for _, c := range []struct {
		sale LegendSale
		want []string
	}{
		{LegendSale{Occurrence: Occurrence{law.Yes, sold}, Route: RouteRegistration}, []string{
			"registration.happened: is required", "registration.current: is required",
		}},
		{LegendSale{Occurrence: Occurrence{law.Yes, sold}, Route: RouteOpinion}, nil},
		{LegendSale{Occurrence: Occurrence{Happened: law.No}}, nil},
	} {
		if _, err := limb.Removable(on, LegendFacts{Sale: c.sale}); !slices.Equal(messages(err), c.want) {
			t.Errorf("%+v and no word of the statement: %v, want %q", c.sale, err, c.want)
		}
	}
}

// TestOpinionStillToCome: what the issuer will refuse it has not refused yet,
// and has not received either.
func TestOpinionStillToCome(t *testing.T) {
	on := day(2004, time.June, 1)
	for came, want := range map[calendar.Date]law.Code{
		on.AddDays(-1): codeLimbOpinionRefused, on: codeLimbOpinionRefused, on.AddDays(1): codeLimbNoOpinion,
	} {
		f := LegendFacts{Opinion: LegendPaper{Occurrence{law.Yes, came}, law.No}}
		if got := mustRemovable(t, oneLimb(Limb{Kind: LimbOpinion}), on, f); got.Answer != LegendStands || got.Limbs[0].Why[0].Code != want {
			t.Errorf("an opinion of %s: %s, want %s\n%s", came, got.Answer, want, got.Why)
		}
	}
}
