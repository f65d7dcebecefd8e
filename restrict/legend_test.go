package restrict

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func mustRemovable(t testing.TB, l Legend, on calendar.Date, f LegendFacts) LegendFinding {
	t.Helper()
	got, err := l.Removable(on, f)
	if err != nil {
		t.Fatalf("%s: %v", on, err)
	}
	return got
}

func oneLimb(l Limb) Legend { return Legend{Kind: LegendSecuritiesAct, Text: "…", Limbs: []Limb{l}} }

// TestUsualWordsOpenAtOneYear is the trap of the clause: the text since 2008
// opens the rule at six months, with current public information, and the usual
// words wait for the end of that condition.
func TestUsualWordsOpenAtOneYear(t *testing.T) {
	lot := purchase2002()
	lot.Acquired, lot.Paid = day(2024, time.January, 16), day(2024, time.January, 16)
	lot.Issuer.ReportingSince = day(2015, time.March, 2)
	affiliate, lapsed, old := lot, lot, purchase2002()
	affiliate.Affiliate = AffiliateNow
	lapsed.Issuer.Current = law.No
	on := day(2024, time.August, 1)
	for _, c := range []struct {
		name    string
		lot     Facts
		without Conditions
		from    calendar.Date
		code    law.Code
	}{
		{"usual words", lot, usualWithout, day(2025, time.January, 16), codeLimbRule144Binds},
		{"information alone", lot, ConditionC, day(2025, time.January, 16), codeLimbRule144Binds},
		{"volume and manner alone", lot, ConditionE | ConditionF, day(2024, time.July, 16), codeLimbMet},
		{"without such words", lot, 0, day(2024, time.July, 16), codeLimbMet},
		{"usual words, reports lapsed", lapsed, usualWithout, day(2025, time.January, 16), codeLimbRule144Closed},
		{"without such words, reports lapsed", lapsed, 0, day(2025, time.January, 16), codeLimbRule144Closed},
		{"usual words, affiliate", affiliate, usualWithout, calendar.Date{}, codeLimbRule144Binds},
		{"without such words, affiliate", affiliate, 0, day(2024, time.July, 16), codeLimbMet},
		{"usual words, 2002", old, usualWithout, day(2004, time.November, 29), codeLimbMet},
		{"without such words, 2002", old, 0, day(2003, time.November, 29), codeLimbMet},
	} {
		got := mustRemovable(t, oneLimb(Limb{Kind: LimbRule144, Without: c.without}), on, LegendFacts{Rule144: c.lot})
		if got.From.Anniversary != c.from || got.Limbs[0].Why[0].Code != c.code || got.Limbs[0].From != got.From {
			t.Errorf("%s: from %s, want %s, %s\n%s", c.name, got.From.Anniversary, c.from, c.code, got.Why)
		}
	}
}

// TestRemovableFollowsMilestones holds the first day of removal against the
// list of milestones, for lots whose facts are known.
func TestRemovableFollowsMilestones(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	n := 0
	for n < 2000 {
		lot, _ := random(r)
		milestones, err := Milestones(lot)
		if err != nil || lot.Affiliate == AffiliateUnknown {
			continue
		}
		n++
		for _, without := range []Conditions{0, usualWithout} {
			want := Dates{}
			for _, m := range milestones {
				if m.Answer.open() && m.Conditions&without == 0 {
					want.Anniversary = m.Date
					break
				}
			}
			got := mustRemovable(t, oneLimb(Limb{Kind: LimbRule144, Without: without}), milestones[0].Date, LegendFacts{Rule144: lot})
			if got.From.Anniversary != want.Anniversary {
				t.Fatalf("%+v without %s: from %s, want %s of\n%s", lot, without, got.From.Anniversary, want.Anniversary,
					strings.Join(lines(milestones), "\n"))
			}
		}
	}
}

func TestFocusLegendRemovable(t *testing.T) {
	facts := LegendFacts{
		Registration: LegendRegistration{Occurrence: Occurrence{law.Yes, day(2003, time.January, 31)}, Current: law.Yes},
		Opinion:      LegendPaper{Occurrence: Occurrence{Happened: law.No}},
		Evidence:     LegendPaper{Occurrence: Occurrence{Happened: law.No}},
	}
	before := mustRemovable(t, FocusLegend(), day(2003, time.January, 30), facts)
	if before.Answer != LegendStands || !before.StopTransfer || before.From.Anniversary != day(2003, time.January, 31) {
		t.Errorf("the day before: %+v", before)
	}
	want := []law.Code{codeLimbNotEffective, codeLimbNoOpinion, codeLegendHeld, codeLegendOpens, codeLegendStop}
	if got := before.Why.Codes(); !slices.Equal(got, want) {
		t.Errorf("the day before: %v, want %v", got, want)
	}
	after := mustRemovable(t, FocusLegend(), day(2003, time.January, 31), facts)
	if after.Answer != LegendRemovable || after.StopTransfer || after.Boundary {
		t.Errorf("on the day: %+v", after)
	}
	facts.Registration.Current = law.No
	if got := mustRemovable(t, FocusLegend(), day(2003, time.January, 31), facts); got.Answer != LegendStands || !got.Why.Has(codeLimbNotCurrent) {
		t.Errorf("not current: %+v", got)
	}
	facts.Evidence = LegendPaper{Occurrence{law.Yes, day(2003, time.February, 3)}, law.Unknown}
	got := mustRemovable(t, FocusLegend(), day(2003, time.February, 3), facts)
	if got.Answer != LegendUndecided || !slices.Equal(got.Limbs[1].Needs, []string{"evidence.accepted"}) || !got.StopTransfer {
		t.Errorf("evidence of unknown worth: %+v", got)
	}
}

// TestUnknownIsNeverAYes makes known words unknown, one and all, and finds no
// legend removable that was not, and none removable that turned on the word.
func TestUnknownIsNeverAYes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	yes, undecided := 0, 0
	for _, c := range walkedLegends() {
		for range 400 {
			on := day(2003, time.January, 1).AddDays(r.IntN(4000))
			if on.Before(c.facts.Rule144.Acquired) {
				on = c.facts.Rule144.Acquired.AddDays(r.IntN(4000))
			}
			known := mustRemovable(t, c.legend, on, c.facts)
			blurred := c.facts
			blurred.Conditions = slices.Clone(c.facts.Conditions)
			for _, o := range []*Occurrence{
				&blurred.Registration.Occurrence, &blurred.Opinion.Occurrence, &blurred.Evidence.Occurrence, &blurred.Sale.Occurrence, &blurred.Offshore,
			} {
				if r.IntN(2) == 0 {
					*o = Occurrence{Happened: law.Unknown}
				}
			}
			if blurred.Registration.Happened != law.Yes {
				blurred.Registration.Until = calendar.Date{}
			}
			for _, p := range []*LegendPaper{&blurred.Opinion, &blurred.Evidence} {
				if p.Happened != law.Yes {
					p.Accepted = ""
				}
			}
			for i := range blurred.Conditions {
				blurred.Conditions[i].Occurrence = Occurrence{Happened: law.Unknown}
			}
			if r.IntN(2) == 0 && blurred.Rule144.Affiliate != "" {
				blurred.Rule144.Affiliate, blurred.Rule144.LastAffiliate = AffiliateUnknown, calendar.Date{}
			}
			if r.IntN(2) == 0 && blurred.Rule144.Issuer.Current != "" {
				blurred.Rule144.Issuer.Current = law.Unknown
			}
			got := mustRemovable(t, c.legend, on, blurred)
			if got.Answer == LegendRemovable && known.Answer != LegendRemovable {
				t.Fatalf("%s: %s, and with less known %s\n%s", on, known.Answer, got.Answer, got.Why)
			}
			if got.Answer == LegendUndecided {
				undecided++
				if !slices.ContainsFunc(got.Limbs, func(l LimbFinding) bool { return len(l.Needs) > 0 }) {
					t.Fatalf("%s: unknown for want of nothing\n%s", on, got.Why)
				}
			}
			if got.Answer == LegendRemovable {
				yes++
			}
		}
	}
	if yes < 500 || undecided < 500 {
		t.Errorf("%d removable and %d undecided are too few", yes, undecided)
	}
}

// TestSaleOfOneWhoMayBeAnAffiliate leaves open whether conditions that were not
// kept had to be.
func TestSaleOfOneWhoMayBeAnAffiliate(t *testing.T) {
	f := LegendFacts{Sale: LegendSale{Occurrence{law.Yes, day(2010, time.March, 1)}, RouteRule144, law.No}, Rule144: purchase2002()}
	for affiliate, want := range map[Affiliation]LegendAnswer{
		AffiliateUnknown: LegendUndecided, AffiliateNow: LegendStands, AffiliateNever: LegendRemovable,
	} {
		f.Rule144.Affiliate = affiliate
		if got := mustRemovable(t, oneLimb(Limb{Kind: LimbRule144Sale}), day(2010, time.April, 1), f); got.Answer != want {
			t.Errorf("%s: %s, want %s\n%s", affiliate, got.Answer, want, got.Why)
		}
	}
}

// TestUnmetLimbs holds each way of not being met to its code.
func TestUnmetLimbs(t *testing.T) {
	on := day(2004, time.June, 1)
	no, later := Occurrence{Happened: law.No}, Occurrence{law.Yes, on.AddDays(1)}
	past := Occurrence{law.Yes, day(2004, time.January, 5)}
	affiliate := purchase2002()
	affiliate.Affiliate = AffiliateNow
	young := purchase2002()
	young.Acquired, young.Paid = day(2004, time.May, 3), day(2004, time.May, 3)
	for _, c := range []struct {
		limb  Limb
		facts LegendFacts
		want  law.Code
	}{
		{Limb{Kind: LimbRegistration}, LegendFacts{Registration: LegendRegistration{Occurrence: no}}, codeLimbNotEffective},
		{Limb{Kind: LimbRegistration}, LegendFacts{Registration: LegendRegistration{Occurrence: later}}, codeLimbNotEffective},
		{Limb{Kind: LimbRegistration}, LegendFacts{Registration: LegendRegistration{Occurrence: past, Until: on.AddDays(-1)}}, codeLimbEnded},
		{Limb{Kind: LimbRegistration, Current: true}, LegendFacts{Registration: LegendRegistration{Occurrence: past, Current: law.No}}, codeLimbNotCurrent},
		{Limb{Kind: LimbOpinion}, LegendFacts{Opinion: LegendPaper{Occurrence: no}}, codeLimbNoOpinion},
		{Limb{Kind: LimbOpinion}, LegendFacts{Opinion: LegendPaper{later, law.Yes}}, codeLimbNoOpinion},
		{Limb{Kind: LimbOpinion}, LegendFacts{Opinion: LegendPaper{past, law.No}}, codeLimbOpinionRefused},
		{Limb{Kind: LimbOpinion}, LegendFacts{Opinion: LegendPaper{Occurrence{Happened: law.Unknown}, law.No}}, codeLimbOpinionRefused},
		{Limb{Kind: LimbOpinion, Evidence: true}, LegendFacts{Opinion: LegendPaper{Occurrence: no}, Evidence: LegendPaper{past, law.No}}, codeLimbOpinionRefused},
		{Limb{Kind: LimbRegisteredSale}, LegendFacts{Sale: LegendSale{Occurrence: no}}, codeLimbNoSale},
		{Limb{Kind: LimbRegisteredSale}, LegendFacts{
			Sale: LegendSale{Occurrence: later, Route: RouteRegistration}, Registration: LegendRegistration{Occurrence: past},
		}, codeLimbNoSale},
		{Limb{Kind: LimbRegisteredSale}, LegendFacts{Sale: LegendSale{Occurrence: past, Route: RouteRule144}}, codeLimbSaleRoute},
		{Limb{Kind: LimbRegisteredSale}, LegendFacts{
			Sale: LegendSale{Occurrence: past, Route: RouteRegistration}, Registration: LegendRegistration{Occurrence: no},
		}, codeLimbSaleUncovered},
		{Limb{Kind: LimbRule144Sale}, LegendFacts{Sale: LegendSale{Occurrence: past, Route: RouteOpinion}}, codeLimbSaleRoute},
		{Limb{Kind: LimbRule144Sale}, LegendFacts{Sale: LegendSale{past, RouteRule144, law.No}, Rule144: affiliate}, codeLimbSaleUncovered},
		{Limb{Kind: LimbRule144Sale}, LegendFacts{
			Sale: LegendSale{Occurrence{law.Yes, day(2004, time.May, 4)}, RouteRule144, law.Yes}, Rule144: young,
		}, codeLimbSaleUncovered},
		{Limb{Kind: LimbRule144}, LegendFacts{Rule144: young}, codeLimbRule144Closed},
		{Limb{Kind: LimbRule144, Without: usualWithout}, LegendFacts{Rule144: affiliate}, codeLimbRule144Binds},
		{Limb{Kind: LimbNoAffiliate}, LegendFacts{Rule144: affiliate}, codeLimbAffiliate},
		{Limb{Kind: LimbRegulationS, Statute: "reg-s-category-2"}, LegendFacts{Offshore: no}, codeLimbNotBegun},
		{Limb{Kind: LimbRegulationS, Statute: "reg-s-category-2"}, LegendFacts{Offshore: Occurrence{law.Yes, on.AddDays(-39)}}, codeLimbRunning},
		{Limb{Kind: LimbNote, Count: 1, Unit: calendar.Years}, LegendFacts{Issue: LegendIssue{Issued: on, Owner: AffiliateNow}}, codeLimbNotBegun},
		{Limb{Kind: LimbNote, Count: 1, Unit: calendar.Years}, LegendFacts{Issue: LegendIssue{Issued: on, Owner: AffiliateNever}}, codeLimbRunning},
		{Limb{Kind: LimbLockUp, LockUp: LockUp{Until: on}}, LegendFacts{}, codeLimbLockedUp},
		{Limb{Kind: LimbCondition, Name: "x"}, LegendFacts{Conditions: []LegendCondition{{"x", no}}}, codeLimbCondition},
		{Limb{Kind: LimbCondition, Name: "x"}, LegendFacts{Conditions: []LegendCondition{{"x", later}}}, codeLimbCondition},
	} {
		got := mustRemovable(t, oneLimb(c.limb), on, c.facts)
		if got.Answer != LegendStands || got.Limbs[0].Met != law.No || got.Limbs[0].Why[0].Code != c.want {
			t.Errorf("%+v: %s, want %s\n%s", c.limb, got.Answer, c.want, got.Why)
		}
		for _, why := range got.Why {
			if why.Text == "" || strings.Contains(why.Text, "no date") || !strings.HasSuffix(why.Text, ".") {
				t.Errorf("%+v: %q", c.limb, why.Text)
			}
		}
		roundTrip(t, got)
		roundTrip(t, c.facts)
		roundTrip(t, oneLimb(c.limb))
	}
}

// TestRegulationSIsTheCatalogs holds the ends of the periods against the
// deadlines of package calendar.
func TestRegulationSIsTheCatalogs(t *testing.T) {
	n := 0
	for _, s := range calendar.Statutes() {
		if !strings.HasPrefix(s.Key, "reg-s-") {
			continue
		}
		n++
		for d := range 1500 {
			start := day(2023, time.December, 1).AddDays(d)
			due, err := s.After(start)
			if err != nil {
				t.Fatal(err)
			}
			got := mustRemovable(t, oneLimb(Limb{Kind: LimbRegulationS, Statute: s.Key}), start, LegendFacts{Offshore: Occurrence{law.Yes, start}})
			if got.From.Anniversary != due.Date || !got.From.Conservative.After(due.Date) || got.Why[0].Authority.Cite == "" {
				t.Fatalf("%s from %s: %+v, want %s", s.Key, start, got.From, due.Date)
			}
		}
	}
	if n != 4 {
		t.Errorf("%d periods of Regulation S, want 4", n)
	}
	_, err := oneLimb(Limb{Kind: LimbRegulationS, Statute: "reg-s-category-2"}).Removable(day(1999, 1, 4), LegendFacts{Offshore: Occurrence{law.Yes, day(1990, 1, 2)}})
	if !errors.Is(err, law.ErrUnsupported) {
		t.Errorf("an offering of 1990: %v", err)
	}
}

func TestLockUpFree(t *testing.T) {
	prospectus := day(2024, time.March, 1)
	for _, c := range []struct {
		lock LockUp
		want string
	}{
		{LockUp{From: prospectus, Days: 180}, "2024-08-29"}, // day 180 is August 28 and still binds
		{LockUp{From: prospectus, Days: 180, Extended: 15, MostExtended: 15, Overall: 210}, "2024-09-13"},
		{LockUp{From: prospectus, Days: 180, Waived: day(2024, time.May, 6)}, "2024-05-06"},
		{LockUp{From: prospectus, Days: 180, Waived: day(2025, time.May, 6)}, "2024-08-29"},
		{LockUp{Until: day(2024, time.December, 31)}, "2025-01-01"},
	} {
		got, err := c.lock.Free()
		if err != nil || got.String() != c.want {
			t.Errorf("%+v: %s, %v; want %s", c.lock, got, err, c.want)
		}
		roundTrip(t, c.lock)
	}
	for want, lock := range map[string]LockUp{
		"from: is required; days: is required":                                          {},
		"days: -1 is not from 0 to 9999 days":                                           {From: prospectus, Days: -1},
		"extended: 16 is more than most_extended, 15":                                   {From: prospectus, Days: 180, Extended: 16, MostExtended: 15},
		"overall: 190 is less than the days counted, 195":                               {From: prospectus, Days: 180, Extended: 15, MostExtended: 15, Overall: 190},
		"from: 9999-12-01 ends after the year 9999":                                     {From: day(9999, time.December, 1), Days: 180},
		"from: 2024-03-01 is given although until is \"2024-12-31\"; days: are counted": {From: prospectus, Days: 1, Until: day(2024, time.December, 31)},
	} {
		if _, err := lock.Free(); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%+v: %v, want %s", lock, err, want)
		}
	}
}

func TestLegendJSONRefuses(t *testing.T) {
	good, err := json.Marshal(FocusLegend())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		old, with string
		kind      error
	}{
		{`"kind":"securities act"`, `"kind":"securities"`, law.ErrInvalid},
		{`"kind":"opinion"`, `"kind":"opinions"`, law.ErrInvalid},
		{`"needs":"any"`, `"needs":"some"`, law.ErrInvalid},
		{`"needs"`, `"Needs"`, law.ErrInvalid},
		{`"evidence":true`, `"evidence":true,"evidence":false`, law.ErrDuplicate},
		{`"evidence":true`, `"proof":true`, law.ErrInvalid},
		{`"evidence":true`, `"evidence":"yes"`, law.ErrInvalid},
		{`"evidence":true`, `"without":["g"]`, law.ErrInvalid},
		{`"evidence":true`, `"lock_up":{"until":"2024-02-30"}`, law.ErrInvalid},
	} {
		text := strings.Replace(string(good), c.old, c.with, 1)
		var l Legend
		if err := json.Unmarshal([]byte(text), &l); text == string(good) || !errors.Is(err, c.kind) {
			t.Errorf("%s: %v, want %v", c.with, err, c.kind)
		}
	}
	var f LegendFacts
	if err := json.Unmarshal([]byte(`{"rule_144":{"stock":"restricted"},"sale":{"route":"rule 144","sold":"yes"}}`), &f); !errors.Is(err, law.ErrInvalid) {
		t.Errorf("an unknown field: %v", err)
	}
	if err := f.UnmarshalJSON([]byte(`{} {}`)); !errors.Is(err, law.ErrInvalid) {
		t.Errorf("two values: %v", err)
	}
}

// shell2018 is a lot of 2018 that a shell issued, which ceased to be one in the
// same year and has reported since.
func shell2018() Facts {
	f := purchase2002()
	f.Acquired, f.Paid, f.Issued = day(2018, time.March, 1), day(2018, time.March, 1), day(2018, time.March, 1)
	f.Issuer.Shell, f.Issuer.ShellSince, f.Issuer.ShellUntil = ShellFormer, day(2015, time.February, 1), day(2018, time.June, 30)
	f.Issuer.Form10, f.Issuer.Form10Filed, f.Issuer.ShellReports = law.Yes, day(2018, time.July, 6), law.Yes
	return f
}

// TestFormerShellLegend: Rule 144(i)(2) asks for the issuer's reports at every
// sale without end, so that a clause that names it lets the legend come off by a
// registration or a sale and not ahead of one; and a clause that names (c) alone
// is read either way.
func TestFormerShellLegend(t *testing.T) {
	on := day(2025, time.June, 2)
	young := day(2019, time.July, 5) // the last day of the year of (i)(2)
	plain := shell2018()
	plain.Issuer = purchase2002().Issuer
	facts := func(lot Facts) LegendFacts {
		return LegendFacts{
			Registration: LegendRegistration{Occurrence: Occurrence{Happened: law.No}}, Sale: LegendSale{Occurrence: Occurrence{Happened: law.No}},
			Rule144: lot,
		}
	}
	with := func(change func(*Facts)) Facts { f := shell2018(); change(&f); return f }
	limb := func(without Conditions, reading law.YesNo) []Limb {
		return []Limb{{Kind: LimbRule144, Without: without, ShellReports: reading}}
	}
	const cef = ConditionC | ConditionE | ConditionF
	lapses, reading, path := codeLimbLapses, codeLimbReading, "legend.limbs[0].shell_reports"
	for _, c := range []struct {
		name  string
		limbs []Limb
		lot   Facts
		on    calendar.Date
		want  LegendAnswer
		code  law.Code
		needs []string
	}{
		{"the usual limbs", UsualLimbs(), shell2018(), on, LegendStands, codeLimbRule144Binds, nil},
		{"the usual limbs, never a shell", UsualLimbs(), plain, on, LegendRemovable, codeLimbMet, nil},
		{"(i)(2) named alone", limb(ConditionI, ""), shell2018(), on, LegendStands, codeLimbRule144Binds, nil},
		{"(i)(2) named, never a shell", limb(ConditionI, ""), plain, on, LegendRemovable, codeLimbMet, nil},
		{"(c) alone, unstated", limb(cef, ""), shell2018(), on, LegendUndecided, reading, []string{path}},
		{"(c) alone, unknown", limb(ConditionC, law.Unknown), shell2018(), on, LegendUndecided, reading, []string{path}},
		{"(c) alone, read to include it", limb(cef, law.Yes), shell2018(), on, LegendStands, codeLimbRule144Binds, nil},
		{"(c) alone, read not to", limb(cef, law.No), shell2018(), on, LegendRemovable, lapses, nil},
		{"(c) alone, unstated, never a shell", limb(cef, ""), plain, on, LegendRemovable, codeLimbMet, nil},
		{"(c) alone, unstated, the year not over", limb(cef, ""), shell2018(), young, LegendStands, codeLimbRule144Closed, nil},
		{"no words", limb(0, ""), shell2018(), on, LegendRemovable, lapses, nil},
		{"volume and manner", limb(ConditionE|ConditionF, ""), shell2018(), on, LegendRemovable, lapses, nil},
		{
			"no words, reports missing", limb(0, ""), with(func(f *Facts) { f.Issuer.ShellReports = law.No }), on,
			LegendStands, codeLimbRule144Closed, nil,
		},
		{
			"(c) alone, unstated, reports unknown", limb(cef, ""), with(func(f *Facts) { f.Issuer.ShellReports = law.Unknown }), on,
			LegendUndecided, reading,
			[]string{"rule_144.issuer.shell_reports", path},
		},
		{
			"the usual limbs, reports unknown", UsualLimbs(), with(func(f *Facts) { f.Issuer.ShellReports = law.Unknown }), on,
			LegendStands, codeLimbRule144Binds, nil,
		},
		{
			"the usual limbs, perhaps a shell", limb(usualWithout, ""), with(func(f *Facts) {
				f.Issuer = purchase2002().Issuer
				f.Issuer.Shell = ShellUnknown
			}), on, LegendUndecided, codeLimbUnknown, []string{"rule_144.issuer.shell"},
		},
		{
			"issued before the shell", UsualLimbs(), with(func(f *Facts) {
				f.Acquired, f.Paid, f.Issued = day(2015, time.January, 30), day(2015, time.January, 30), day(2015, time.January, 30)
			}), on, LegendRemovable, codeLimbMet, nil,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := Legend{Kind: LegendSecuritiesAct, Text: "…", Needs: AnyLimb, Limbs: c.limbs}
			got := mustRemovable(t, l, c.on, facts(c.lot))
			last := got.Limbs[len(got.Limbs)-1]
			if got.Answer != c.want || !last.Why.Has(c.code) || !slices.Equal(last.Needs, c.needs) {
				t.Errorf("%s needs %q, want %s, %s and %q\n%s", got.Answer, last.Needs, c.want, c.code, c.needs, got.Why)
			}
			if told := got.Why.Has(codeLimbLapses); told != (c.code == lapses) {
				t.Errorf("warned that it lapses: %t\n%s", told, got.Why)
			}
		})
	}
	sold := facts(shell2018())
	sold.Sale = LegendSale{Occurrence{law.Yes, on}, RouteRule144, law.Yes}
	usual := Legend{Kind: LegendSecuritiesAct, Text: "…", Needs: AnyLimb, Limbs: UsualLimbs()}
	if got := mustRemovable(t, usual, on, sold); got.Answer != LegendRemovable || got.From.Anniversary != on {
		t.Errorf("sold under the rule: %s since %s\n%s", got.Answer, got.From.Anniversary, got.Why)
	}
}

// TestLegendLapses warns of a limb that is met while (c) binds.
func TestLegendLapses(t *testing.T) {
	lot := purchase2002()
	lot.Acquired, lot.Paid = day(2024, time.January, 16), day(2024, time.January, 16)
	for on, want := range map[calendar.Date]bool{day(2024, time.August, 1): true, day(2025, time.August, 1): false} {
		got := mustRemovable(t, oneLimb(Limb{Kind: LimbRule144}), on, LegendFacts{Rule144: lot})
		if got.Answer != LegendRemovable || got.Why.Has(codeLimbLapses) != want {
			t.Errorf("%s: %s, want a warning: %t\n%s", on, got.Answer, want, got.Why)
		}
		if want && reasonOf(t, got.Why, codeLimbLapses).Authority.Cite != "17 CFR 230.144(c)" {
			t.Error(got.Why)
		}
	}
}
