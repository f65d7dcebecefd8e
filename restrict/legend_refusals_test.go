package restrict

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestLegendRefusals names all faults of a question at once.
func TestLegendRefusals(t *testing.T) {
	on := day(2004, time.June, 1)
	legend := func(limbs ...Limb) Legend {
		return Legend{Kind: LegendContract, Text: "…", Needs: AnyLimb, Limbs: limbs}
	}
	yes := Occurrence{law.Yes, on}
	many := make([]Limb, 33)
	for i := range many {
		many[i] = Limb{Kind: LimbRegistration}
	}
	for i, c := range []struct {
		legend Legend
		on     calendar.Date
		facts  LegendFacts
		want   []string
		kind   error
	}{
		{Legend{}, calendar.Date{}, LegendFacts{}, []string{
			"on: is required", "legend.kind: is required", "legend.text: is required", "legend.limbs: is required",
		}, law.ErrMissing},
		{Legend{Kind: "control", Text: "…", Needs: "most", Limbs: []Limb{{Kind: "merger"}, {}}}, on, LegendFacts{}, []string{
			`legend.kind: "control" must be one of: securities act, affiliate, contract, lock up, regulation s`,
			`legend.needs: "most" must be one of: any, all`,
			`legend.limbs[0].kind: "merger" must be one of: effective registration, registered sale, opinion, rule 144 sale, rule 144, no affiliate, ` +
				`regulation s, period since issue, lock up end, condition`,
			"legend.limbs[1].kind: is required",
		}, law.ErrInvalid},
		{Legend{Kind: LegendContract, Text: "…", Limbs: many[:2]}, on, LegendFacts{Registration: LegendRegistration{Occurrence: yes}}, []string{
			"legend.needs: is required",
		}, law.ErrMissing},
		{legend(many...), on, LegendFacts{Registration: LegendRegistration{Occurrence: yes}}, []string{"legend.limbs: 33 limbs are more than 32"}, law.ErrRange},
		{
			legend(Limb{
				Kind: LimbOpinion, Current: true, Without: ConditionC, Statute: "x", Count: 1, LockUp: LockUp{Days: 1}, Name: "x", ShellReports: law.Yes,
			}), on,
			LegendFacts{Opinion: LegendPaper{Occurrence: Occurrence{Happened: law.No}}},
			[]string{
				`legend.limbs[0].current: is given although kind is "opinion"`, `legend.limbs[0].without: is given although kind is "opinion"`,
				`legend.limbs[0].statute: is given although kind is "opinion"`, `legend.limbs[0].count: is given although kind is "opinion"`,
				`legend.limbs[0].lock_up: is given although kind is "opinion"`, `legend.limbs[0].name: is given although kind is "opinion"`,
				`legend.limbs[0].shell_reports: is given although kind is "opinion"`,
			},
			law.ErrConflict,
		},
		{
			legend(
				Limb{Kind: LimbRule144, Without: ConditionC, ShellReports: "both"}, Limb{Kind: LimbRule144, Without: usualWithout, ShellReports: law.No},
				Limb{Kind: LimbRule144, Without: ConditionE, ShellReports: law.Yes}, Limb{Kind: LimbRule144, Without: ConditionC, ShellReports: law.Unknown},
			), on,
			LegendFacts{Rule144: purchase2002()},
			[]string{
				`legend.limbs[0].shell_reports: "both" must be one of: yes, no, unknown`,
				`legend.limbs[1].shell_reports: no is given although without is (c)(e)(f)(i)`,
				`legend.limbs[2].shell_reports: yes is given although without is (e)`,
			},
			law.ErrConflict,
		},
		{
			legend(
				Limb{Kind: LimbRule144, Without: ConditionD}, Limb{Kind: LimbRule144, Without: 1 << 7}, Limb{Kind: LimbRegulationS},
				Limb{Kind: LimbRegulationS, Statute: "form-d"}, Limb{Kind: LimbNote, Count: 0, Unit: calendar.TradingDays}, Limb{Kind: LimbLockUp},
				Limb{Kind: LimbCondition}, Limb{Kind: LimbRegistration, Evidence: true},
			), on,
			LegendFacts{
				Rule144: purchase2002(), Offshore: yes, Issue: LegendIssue{Issued: on, Owner: AffiliateNever}, Registration: LegendRegistration{Occurrence: yes},
			},
			[]string{
				"legend.limbs[0].without: (d) is the holding period, which must be met and not absent",
				"legend.limbs[1].without: 128 has bits that stand for no condition",
				"legend.limbs[2].statute: is required", `legend.limbs[3].statute: "form-d" is no period of Regulation S in calendar.Statutes`,
				"legend.limbs[4].count: 0 is not from 1 to 9999",
				`legend.limbs[4].unit: "trading days" must be one of: days, weeks, months, years`,
				"legend.limbs[5].lock_up.from: is required", "legend.limbs[5].lock_up.days: is required",
				"legend.limbs[6].name: is required",
				`legend.limbs[7].evidence: is given although kind is "effective registration"`,
			},
			law.ErrInvalid,
		},
		{
			legend(Limb{Kind: LimbRegistration, Current: true}, Limb{Kind: LimbOpinion, Evidence: true}, Limb{Kind: LimbRule144}), on,
			LegendFacts{},
			[]string{
				"registration.happened: is required", "registration.current: is required", "opinion.happened: is required", "evidence.happened: is required",
				"rule_144.stock: is required", "rule_144.security: is required", "rule_144.acquired: is required", "rule_144.paid: is required",
				"rule_144.affiliate: is required", "rule_144.issuer.reporting: is required", "rule_144.issuer.current: is required",
				"rule_144.issuer.public: is required", "rule_144.issuer.shell: is required",
			},
			law.ErrMissing,
		},
		{
			legend(Limb{Kind: LimbRegistration}, Limb{Kind: LimbOpinion}, Limb{Kind: LimbNote, Count: 1, Unit: calendar.Years}), on,
			LegendFacts{
				Registration: LegendRegistration{Occurrence: yes, Until: on.AddDays(-1)}, Opinion: LegendPaper{Occurrence{law.No, on}, law.Yes},
				Issue: LegendIssue{on, AffiliateFormer, on.AddDays(-1)},
			},
			[]string{
				"registration.until: 2004-05-31 is before the effective day, 2004-06-01", `opinion.on: 2004-06-01 is given although happened is "no"`,
				`opinion.accepted: yes is given although happened is "no"`, "issue.last_owned: 2004-05-31 is before the issue on 2004-06-01",
			},
			law.ErrConflict,
		},
		{
			legend(Limb{Kind: LimbRule144Sale}), on,
			LegendFacts{Sale: LegendSale{Occurrence{law.Yes, day(2002, time.November, 28)}, RouteRule144, ""}, Rule144: purchase2002()},
			[]string{"sale.on: 2002-11-28 is before 2002-11-29, the first day of the lot or of the law held"},
			law.ErrConflict,
		},
		{
			legend(Limb{Kind: LimbRule144Sale}), on,
			LegendFacts{Sale: LegendSale{Occurrence{law.Yes, day(2003, time.December, 1)}, RouteRule144, ""}, Rule144: purchase2002()},
			[]string{"sale.kept: is required"},
			law.ErrMissing,
		},
		{
			legend(Limb{Kind: LimbRegisteredSale}), on, LegendFacts{Sale: LegendSale{Occurrence: yes}}, []string{"sale.route: is required"}, law.ErrMissing,
		},
		{
			legend(Limb{Kind: LimbRegisteredSale}), on,
			LegendFacts{Sale: LegendSale{Occurrence: Occurrence{Happened: law.No}, Route: RouteOpinion}},
			[]string{`sale.route: opinion is given although happened is "no"`},
			law.ErrConflict,
		},
		{
			legend(Limb{Kind: LimbNoAffiliate}), day(2002, time.November, 28),
			LegendFacts{Rule144: purchase2002()},
			[]string{"on: 2002-11-28 is before the acquisition on 2002-11-29"},
			law.ErrConflict,
		},
		{
			legend(Limb{Kind: LimbRegulationS, Statute: "reg-s-category-2"}), on,
			LegendFacts{Offshore: Occurrence{law.Yes, day(9999, time.December, 1)}},
			[]string{"offshore: 9999-12-01 and the period end after the year 9999"},
			law.ErrRange,
		},
		{
			legend(Limb{Kind: LimbCondition, Name: "a"}, Limb{Kind: LimbCondition, Name: "b"}), on,
			LegendFacts{Conditions: []LegendCondition{{"a", yes}, {"a", yes}, {"", Occurrence{Happened: "perhaps"}}}},
			[]string{
				`conditions[1].name: "a" is given twice`, "conditions[2].name: is required",
				`conditions[2].happened: "perhaps" must be one of: yes, no, unknown`, `conditions: do not tell whether this holds: "b"`,
			},
			law.ErrDuplicate,
		},
		{legend(Limb{Kind: LimbRegistration}), on, LegendFacts{
			Registration: LegendRegistration{Occurrence: yes}, Conditions: make([]LegendCondition, 1001),
		}, []string{"conditions: 1001 are more than 1000"}, law.ErrRange},
	} {
		got, err := c.legend.Removable(c.on, c.facts)
		if faults := messages(err); !slices.Equal(faults, c.want) || !errors.Is(err, c.kind) || got.Answer != "" || got.Why != nil {
			t.Errorf("case %d: %q\nwant %q (%v)", i, faults, c.want, c.kind)
		}
	}
}

// messages are the faults one by one, in order.
func messages(err error) []string {
	var fs law.Faults
	var out []string
	if errors.As(err, &fs) {
		for _, f := range fs {
			out = append(out, f.Error())
		}
	}
	return out
}

// FuzzLegendJSON feeds legends and facts as a service would receive them.
// Whatever comes is answered or refused with faults; what is answered survives
// JSON, and a yes is a yes of the reference too.
func FuzzLegendJSON(f *testing.F) {
	for _, c := range walkedLegends() {
		legend, err := json.Marshal(c.legend)
		if err != nil {
			f.Fatal(err)
		}
		facts, err := json.Marshal(c.facts)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(legend), string(facts), 731700)
	}
	f.Add(`{"kind":"lock up","text":"x","limbs":[{"kind":"lock up end","lock_up":{"until":"9999-12-31"}}]}`, `{}`, 3652058)
	f.Fuzz(func(t *testing.T, legend, facts string, days int) {
		var l Legend
		var lf LegendFacts
		if json.Unmarshal([]byte(legend), &l) != nil || json.Unmarshal([]byte(facts), &lf) != nil {
			return
		}
		roundTrip(t, l)
		on := day(1, 1, 1).AddDays(days)
		got, err := l.Removable(on, lf)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		roundTrip(t, got)
		if len(got.Limbs) != len(l.Limbs) || len(got.Why) < len(l.Limbs)+1 {
			t.Fatalf("%d limbs, %d reasons: %s", len(got.Limbs), len(got.Why), strconv.Quote(got.Why.String()))
		}
		if on.Year() < 9900 && got.Answer == LegendRemovable && referenceLegend(l, lf, on, anniversary) != law.Yes {
			t.Fatalf("removable, and not so in the reference\n%s", got.Why)
		}
	})
}

func BenchmarkRemovable(b *testing.B) {
	focus := LegendFacts{
		Registration: LegendRegistration{Occurrence: Occurrence{law.Yes, day(2003, time.January, 31)}, Current: law.Yes},
		Opinion:      LegendPaper{Occurrence: Occurrence{Happened: law.No}}, Evidence: LegendPaper{Occurrence: Occurrence{Happened: law.No}},
	}
	usual := LegendFacts{
		Registration: LegendRegistration{Occurrence: Occurrence{Happened: law.No}}, Sale: LegendSale{Occurrence: Occurrence{Happened: law.No}}, Rule144: purchase2002(),
	}
	unknown := usual
	unknown.Rule144.Affiliate, unknown.Rule144.Issuer.Current = AffiliateUnknown, law.Unknown
	for _, c := range []struct {
		name   string
		legend Legend
		facts  LegendFacts
	}{
		{"focus", FocusLegend(), focus},
		{"usual", Legend{Kind: LegendSecuritiesAct, Text: "…", Needs: AnyLimb, Limbs: UsualLimbs()}, usual},
		{"unknown", Legend{Kind: LegendSecuritiesAct, Text: "…", Needs: AnyLimb, Limbs: UsualLimbs()}, unknown},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.legend.Removable(day(2003, time.December, 1), c.facts); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCompareLegend(b *testing.B) {
	printed := printedLegend(b)
	b.ReportAllocs()
	for b.Loop() {
		if !FocusLegend().Compare(printed).Same {
			b.Fatal("differs")
		}
	}
}
