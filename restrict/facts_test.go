package restrict

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// faultsOf lists "field: kind" of each fault, sorted.
func faultsOf(t *testing.T, err error) []string {
	t.Helper()
	var fs law.Faults
	if !errors.As(err, &fs) {
		t.Fatalf("error %v is no law.Faults", err)
	}
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = fmt.Sprintf("%s: %v", f.Field, f.Kind)
	}
	slices.Sort(out)
	return out
}

func TestNothingStated(t *testing.T) {
	want := []string{
		"acquired: missing", "affiliate: missing", "issuer.current: missing", "issuer.public: missing",
		"issuer.reporting: missing", "issuer.shell: missing", "paid: missing", "sale: missing",
		"security: missing", "stock: missing",
	}
	_, err := Rule144(Facts{}, calendar.Date{})
	if got := faultsOf(t, err); !slices.Equal(got, want) {
		t.Errorf("Rule144 names %q, want %q", got, want)
	}
	if _, other := Screen(Facts{}, calendar.Date{}); other.Error() != err.Error() {
		t.Errorf("Screen says %v, Rule144 %v", other, err)
	}
	want = slices.DeleteFunc(want, func(s string) bool { return s == "sale: missing" })
	_, err = Milestones(Facts{})
	if got := faultsOf(t, err); !slices.Equal(got, want) {
		t.Errorf("Milestones names %q, want %q", got, want)
	}
}

func TestRefusals(t *testing.T) {
	sale := day(2005, time.June, 1)
	askRefusals(t, []refusal{
		{"in order", func(*Facts) {}, sale, nil},
		{"paid before acquired", func(f *Facts) { f.Paid = day(2002, time.November, 1) }, sale, nil},
		{"paid after the sale", func(f *Facts) { f.Paid = day(2006, time.January, 1) }, sale, nil},
		{"sale before acquisition", func(*Facts) {}, day(2002, time.November, 28), []string{"sale: conflict"}},
		{
			"sale before the law and the acquisition",
			func(f *Facts) { f.Issuer.ReportingSince = day(1985, 1, 1) },
			day(1990, time.April, 29),
			[]string{"sale: conflict", "sale: unsupported"},
		},
		{
			"affiliate after the sale",
			func(f *Facts) { f.Affiliate, f.LastAffiliate = AffiliateFormer, sale.AddDays(1) },
			sale,
			[]string{"last_affiliate: conflict"},
		},
		{"affiliate until the sale", func(f *Facts) { f.Affiliate, f.LastAffiliate = AffiliateFormer, sale }, sale, nil},
		{"former without a day", func(f *Facts) { f.Affiliate = AffiliateFormer }, sale, []string{"last_affiliate: missing"}},
		{"never with a day", func(f *Facts) { f.LastAffiliate = sale }, sale, []string{"last_affiliate: conflict"}},
		{
			"subject until a day",
			func(f *Facts) { f.Issuer.ReportingUntil = sale },
			sale,
			[]string{"issuer.reporting_until: conflict"},
		},
		{
			"subject since no day",
			func(f *Facts) { f.Issuer.ReportingSince = calendar.Date{} },
			sale,
			[]string{"issuer.reporting_since: missing"},
		},
		{
			"subject later than the sale",
			func(f *Facts) { f.Issuer.ReportingSince = sale.AddDays(1) },
			sale,
			[]string{"issuer.public: missing"},
		},
		{
			"ended before it began",
			func(f *Facts) {
				f.Issuer.Reporting, f.Issuer.ReportingUntil, f.Issuer.Public = ReportingEnded, day(1990, 1, 1), law.No
			},
			sale,
			[]string{"issuer.reporting_until: conflict"},
		},
		{
			"none since a day, and silent about (c)(2)",
			func(f *Facts) { f.Issuer.Reporting = ReportingNone },
			sale,
			[]string{"issuer.public: missing", "issuer.reporting_since: conflict"},
		},
		{"silent about (c)(1)", func(f *Facts) { f.Issuer.Current = "" }, sale, []string{"issuer.current: missing"}},
		{"a stray word", func(f *Facts) { f.Issuer.Public = "Yes" }, sale, []string{"issuer.public: invalid"}},
		{
			"stray words",
			func(f *Facts) { f.Stock, f.Security, f.Affiliate, f.Issuer.Shell = "x", "x", "x", "x" },
			sale,
			[]string{"affiliate: invalid", "issuer.shell: invalid", "security: invalid", "stock: invalid"},
		},
		{
			"a shell since no day",
			func(f *Facts) { f.Issuer.Shell = ShellNow },
			sale,
			[]string{"issued: missing", "issuer.shell_since: missing"},
		},
		{
			"a shell after the sale, which is not yet one; issued after the acquisition, as converted shares are, is no fault",
			func(f *Facts) {
				f.Issuer.Shell, f.Issuer.ShellSince, f.Issued = ShellNow, sale.AddDays(1), f.Acquired.AddDays(1)
			},
			sale, nil,
		},
		{"never a shell, since a day", func(f *Facts) { f.Issuer.ShellSince = sale }, sale, []string{"issuer.shell_since: conflict"}},
		{
			"unrestricted without dates",
			func(f *Facts) { f.Stock, f.Acquired, f.Paid = Unrestricted, calendar.Date{}, calendar.Date{} },
			sale, nil,
		},
	})
}

type refusal struct {
	name   string
	change func(*Facts)
	sale   calendar.Date
	want   []string
}

func askRefusals(t *testing.T, cases []refusal) {
	t.Helper()
	for _, c := range cases {
		f := purchase2002()
		c.change(&f)
		_, err := Rule144(f, c.sale)
		_, other := Screen(f, c.sale)
		if fmt.Sprint(err) != fmt.Sprint(other) {
			t.Errorf("%s: Rule144 says %v, Screen %v", c.name, err, other)
		}
		if c.want == nil {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
		} else if got := faultsOf(t, err); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFindingsRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		f, sale := random(r)
		finding, err := Rule144(f, sale)
		if err != nil {
			t.Fatal(err)
		}
		milestones, err := Milestones(f)
		if err != nil {
			t.Fatal(err)
		}
		roundTrip(t, f)
		roundTrip(t, finding)
		roundTrip(t, finding.Verdict)
		roundTrip(t, milestones)
	}
}

func roundTrip[T any](t *testing.T, v T) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var back T
	if err := json.Unmarshal(data, &back); err != nil || !reflect.DeepEqual(back, v) {
		t.Fatalf("%s comes back as %+v, %v", data, back, err)
	}
}

func TestConditions(t *testing.T) {
	if got := (ConditionH | ConditionC).String(); got != "(c)(h)" {
		t.Errorf("String = %q", got)
	}
	if got := Conditions(0).String(); got != "none" {
		t.Errorf("String = %q", got)
	}
	for c := range (all | ConditionI) + 1 {
		roundTrip(t, c)
	}
	if got := (ConditionI | ConditionC | ConditionF).String(); got != "(c)(f)(i)" {
		t.Errorf("String = %q", got)
	}
	if _, err := json.Marshal((all | ConditionI) + 1); !errors.Is(err, law.ErrInvalid) {
		t.Errorf("a stray bit: %v", err)
	}
	c := ConditionC
	for data, kind := range map[string]error{
		`["g"]`: law.ErrInvalid, `["cd"]`: law.ErrInvalid, `[""]`: law.ErrInvalid, `["c","c"]`: law.ErrDuplicate,
	} {
		if err := json.Unmarshal([]byte(data), &c); !errors.Is(err, kind) || c != ConditionC {
			t.Errorf("%s: %v, %v; want %v and no change", data, c, err, kind)
		}
	}
	if err := json.Unmarshal([]byte(`["h","d"]`), &c); err != nil || c != ConditionD|ConditionH {
		t.Errorf("in any order: %v, %v", c, err)
	}
	if err := json.Unmarshal([]byte(`7`), &c); err == nil {
		t.Error("a number is read")
	}
}

// TestIssuedAfterSale: a security may be newer than the holding that is tacked
// to it, and never newer than its sale.
func TestIssuedAfterSale(t *testing.T) {
	f, sale := purchase2002(), day(2024, 1, 2)
	f.Issued = day(2024, 1, 3)
	for _, err := range []error{second(Rule144(f, sale)), second(Screen(f, sale))} {
		if !errors.Is(err, law.ErrConflict) || err.Error() != "issued: 2024-01-03 is after the sale on 2024-01-02" {
			t.Error(err)
		}
	}
	for _, d := range []calendar.Date{sale, f.Acquired.AddDays(1)} {
		if f.Issued = d; second(Rule144(f, sale)) != nil {
			t.Errorf("issued on %s: %v", d, second(Rule144(f, sale)))
		}
	}
}
