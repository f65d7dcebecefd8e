package restrict

import (
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// rule145 holds the way that the vector names by its letter.
func (v *vector) rule145(t *testing.T) {
	in := &v.Inputs
	f := Rule145Facts{
		Acquired: in.Acquired, ShellParty: yesNo(in.Shell_party), Cured: yesNo(in.Issuer_meets_i2),
		Current: yesNo(in.C_current), Affiliate: AffiliateNever,
	}
	if in.Affiliate_of_issuer {
		f.Affiliate = AffiliateNow
	}
	got, err := Rule145(f, in.Sale_date)
	if err != nil {
		t.Fatal(err)
	}
	letter := map[RouteName]string{RouteLimited: "A", RouteInformed: "B", RouteFree: "C", "": ""}[got.Route]
	if want := v.Expected.Route; letter != want[:min(1, len(want))] || got.Answer.open() != (want != "") {
		t.Errorf("%s by %q, want %q\n%s", got.Answer, got.Route, want, got.Why)
	}
}

// The prose questions that this package's Rule 144 does not answer, and why.
var unasked = map[string]string{
	"ERA-24":  "asked in holding_vectors_test.go",
	"STA-10":  "asked in holding_vectors_test.go",
	"VOL-32":  "asked in volume_vectors_test.go",
	"VOL-33":  "asked in volume_vectors_test.go",
	"STA-06":  "asked in volume_vectors_test.go",
	"MAN-01":  "asked in volume_vectors_test.go",
	"MAN-07":  "asked in volume_vectors_test.go",
	"F144-17": "asked in volume_vectors_test.go",
	"F144-21": "how the form is signed: no figure or day follows from it",
	"F144-22": "asked in volume_vectors_test.go",
	"F144-23": "asked in volume_vectors_test.go",
	"INF-03":  "which reports count: the caller states it in Issuer.Current, whose comment says so",
	"INF-04":  "which information is current: the caller states it in Issuer.Public",
	"INF-06":  "what a seller may rely on for Issuer.Current; recalled only",
	"STA-01":  "an issuer sells no stock of a holder; Facts has no such seller",
	"STA-03":  "what is restricted: the caller states it in Facts.Stock",
	"STA-09":  "who is an affiliate: the caller states it in Facts.Affiliate, and no percentage is asked for",
}

// yesNo asks the rule what the prose asks.
func (v *vector) yesNo(t *testing.T) {
	ask, ok := asked[v.ID]
	if _, left := unasked[v.ID]; ok == left {
		t.Errorf("%s is both asked and left, or neither", v.ID)
	}
	if ok {
		t.Log(v.Inputs.Question, v.Expected.Answer)
		ask(t)
	}
}

var asked = map[string]func(*testing.T){
	"EST-03": func(t *testing.T) { // no holding period; only (c)(1)
		f := purchase2002()
		f.Acquired, f.Paid = day(2024, time.May, 1), day(2024, time.May, 1)
		f.Stock, f.Capacity = Unrestricted, Pledgee
		if v := mustScreen(t, f, f.Acquired); v != (Verdict{Answer: Available, Conditions: ConditionC}) {
			t.Error(v)
		}
	},
	"SHL-13": func(t *testing.T) { // the first filing counts: there is one day to give, and it is called that
		f := formerShell()
		got, err := Rule144(f, f.Issuer.Form10Filed)
		if err != nil || got.Limited.Anniversary != naive(f.Issuer.Form10Filed, 12) || !strings.Contains(got.Why.String(), "first filed") {
			t.Error(got.Limited, err)
		}
	},
	"SHL-14": func(t *testing.T) { // any filing: no form is asked for
		f := formerShell()
		if v := mustScreen(t, f, naive(f.Issuer.Form10Filed, 12)); v.Answer != Available {
			t.Error(v)
		}
	},
	"SHL-15": func(t *testing.T) { // Forms 8-K aside
		f := formerShell()
		got, err := Rule144(f, naive(f.Issuer.Form10Filed, 12))
		if err != nil || !got.Why.Has(codeShellCured) || !strings.Contains(got.Why.String(), "Forms 8-K aside") {
			t.Error(got.Why, err)
		}
	},
	"VOL-35": func(t *testing.T) { // (e) binds an outsider in year two
		if v := mustScreen(t, purchase2002(), day(2004, time.June, 1)); !v.Conditions.Has(ConditionE) {
			t.Error(v)
		}
	},
	"F144-14": func(t *testing.T) { // on paper
		f := purchase2002()
		f.Affiliate, f.Issuer = AffiliateNow, Issuer{Reporting: ReportingNone, Public: law.Yes, Shell: ShellNever}
		got, err := Rule144(f, day(2023, time.April, 13))
		if err != nil || !strings.Contains(got.Why.String(), "does not report it is filed on paper") {
			t.Error(got.Why, err)
		}
	},
	"INF-01": func(t *testing.T) { // at each sale: the same lot, and reports that have lapsed since
		f := purchase2002()
		f.Affiliate = AffiliateNow
		first := mustScreen(t, f, day(2024, time.June, 3))
		f.Issuer.Current = law.No
		if second := mustScreen(t, f, day(2024, time.August, 30)); first.Answer != Available || second.Answer != NotAvailable {
			t.Error(first, second)
		}
	},
	"INF-07": func(t *testing.T) { // a missing interactive data file fails (c)(1)
		f := purchase2002()
		f.Affiliate, f.Issuer.Current = AffiliateNow, law.No
		for sale, want := range map[int]bool{2009_04_12: false, 2009_04_13: true} {
			got, err := Rule144(f, day(sale/1e4, time.Month(sale/100%100), sale%100))
			if err != nil || got.Answer != NotAvailable || got.Why.Has(codeInformationData) != want {
				t.Error(got.Why, err)
			}
		}
	},
	"MAN-06": func(t *testing.T) { // (f) does not bind an estate
		f := purchase2002()
		f.Capacity = Estate
		if v := mustScreen(t, f, f.Acquired.AddDays(10_000)); v.Conditions.Has(ConditionF) || v.Answer != Available {
			t.Error(v)
		}
	},
	"R701-01": func(t *testing.T) { // neither (c) nor (d)
		f := purchase2002()
		f.Acquired, f.Paid, f.Compensatory = day(2025, time.February, 3), day(2025, time.February, 3), true
		f.Issuer.ReportingSince, f.Issuer.Current, f.Issuer.Public = day(2025, time.January, 2), law.No, law.No
		if v := mustScreen(t, f, day(2025, time.April, 2)); v != (Verdict{Answer: Available, Boundary: true}) {
			t.Error(v)
		}
		if v := mustScreen(t, f, day(2025, time.April, 1)); v.Answer != NotAvailable {
			t.Error(v)
		}
	},
	"LEG-02": func(t *testing.T) { // at seven months (c)(1) still binds
		f := purchase2002()
		f.Acquired, f.Paid = day(2024, time.January, 15), day(2024, time.January, 15)
		got, err := Rule144(f, day(2024, time.August, 15))
		if err != nil || got.Conditions != ConditionC|ConditionD || got.Free.Anniversary != day(2025, time.January, 15) {
			t.Error(got.Verdict, got.Free, err)
		}
	},
}

// formerShell is a lot issued by a shell that ceased to be one on 2023-03-10.
func formerShell() Facts {
	f := purchase2002()
	f.Acquired, f.Paid, f.Issued = day(2021, time.June, 1), day(2021, time.June, 1), day(2021, time.June, 1)
	f.Issuer.Shell, f.Issuer.ShellSince, f.Issuer.ShellUntil = ShellFormer, day(2020, time.January, 1), day(2023, time.March, 10)
	f.Issuer.Form10, f.Issuer.Form10Filed, f.Issuer.ShellReports = law.Yes, day(2023, time.March, 16), law.Yes
	return f
}
