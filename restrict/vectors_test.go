package restrict

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

type vector struct {
	ID, Op, Authority, Note, Evidence string
	Inputs                            struct {
		Start, Sale_date, Holding_start, Reporting_since, Reporting_until, Last_affiliate_day calendar.Date
		Months                                                                                int
		Restricted, Affiliate_now, C1_current, C2_public, Estate_no_holding                   bool
		Kind, Question                                                                        string
		Shell                                                                                 *struct {
			First, Ceased, Form10_filed, Security_issued calendar.Date
			Reports_12m                                  bool
		}
		Acquired                                                     calendar.Date
		Shell_party, Issuer_meets_i2, Affiliate_of_issuer, C_current bool
		Events                                                       []struct {
			Type                   string
			Acquired, Full_payment calendar.Date
		}
	}
	Expected struct {
		Anniversary, Conservative, Earliest, Earliest_conservative, Earliest_free calendar.Date
		B1_clear, B2_exit, Both, Holding_start                                    calendar.Date
		Available                                                                 bool
		Reason, Route, Answer                                                     string
		Conditions                                                                []string
	}
}

func TestVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/rule144.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Vectors []vector }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Vectors) != 108 {
		t.Errorf("%d vectors, want 108", len(file.Vectors))
	}
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			t.Cleanup(func() {
				if t.Failed() {
					t.Logf("authority: %s [%s]; %s", v.Authority, v.Evidence, v.Note)
				}
			})
			switch v.Op {
			case "period":
				v.period(t)
			case "reporting90":
				v.reporting(t)
			case "lookback":
				v.lookback(t)
			case "holding_start":
				v.holdingStart(t)
			case "eligibility":
				v.eligibility(t)
			case "rule145":
				v.rule145(t)
			case "yesno":
				v.yesNo(t)
			default:
				t.Errorf("no test for %q", v.Op)
			}
		})
	}
}

func (v *vector) period(t *testing.T) {
	got, err := PeriodEnd(v.Inputs.Start, v.Inputs.Months)
	if want := (Dates{v.Expected.Anniversary, v.Expected.Conservative}); err != nil || got != want {
		t.Errorf("PeriodEnd = %v, %v; want %v", got, err, want)
	}
}

// reporting asks the rule itself: an affiliate's unrestricted stock is open
// from the day on which the issuer is seasoned, and not the day before.
func (v *vector) reporting(t *testing.T) {
	since := v.Inputs.Reporting_since
	f := Facts{
		Stock: Unrestricted, Security: Equity, Affiliate: AffiliateNow,
		Issuer: Issuer{Reporting: ReportingSubject, ReportingSince: since, Current: law.Yes, Forms8K: law.Yes, Public: law.No, Shell: ShellNever},
	}
	got, err := Rule144(f, since)
	want := Dates{v.Expected.Earliest, v.Expected.Conservative}
	if err != nil || got.Limited != want {
		t.Errorf("open from %v, %v; want %v", got.Limited, err, want)
	}
	if a := mustScreen(t, f, want.Anniversary.AddDays(-1)); a.Answer != NotAvailable {
		t.Errorf("the day before: %v", a)
	}
	if a := mustScreen(t, f, want.Anniversary); a.Answer != Available || !a.Boundary {
		t.Errorf("on the day: %v, want available and a boundary", a)
	}
	if a := mustScreen(t, f, want.Conservative); a.Answer != Available || a.Boundary {
		t.Errorf("on the conservative day: %v, want available and no boundary", a)
	}
}

// lookback asks the rule itself, with stock held for long.
func (v *vector) lookback(t *testing.T) {
	last, want := v.Inputs.Last_affiliate_day, v.Expected
	if got := affiliateCleared(last, 3); got != want.B1_clear {
		t.Errorf("(b)(1) clear on %s, want %s", got, want.B1_clear)
	}
	if got := affiliateReleased(last, 90); got != want.B2_exit {
		t.Errorf("out of (b)(2) on %s, want %s", got, want.B2_exit)
	}
	f := Facts{
		Acquired: last.AddDays(-1000), Paid: last.AddDays(-1000), Stock: Restricted, Security: Equity,
		Affiliate: AffiliateFormer, LastAffiliate: last,
		Issuer: Issuer{Reporting: ReportingNone, Public: law.Yes, Shell: ShellNever},
	}
	for sale := last; !sale.After(want.Both.AddDays(5)); sale = sale.AddDays(1) {
		expect := Verdict{Answer: Available, Conditions: ConditionC | ConditionD | limits}
		switch {
		case !sale.Before(want.Both):
			expect.Conditions = ConditionD
		case !sale.Before(want.B2_exit):
			expect = Verdict{Answer: NotAvailable, Conditions: ConditionD}
		}
		if got := mustScreen(t, f, sale); got != expect {
			t.Errorf("%s: %v, want %v", sale, got, expect)
		}
	}
}

func (v *vector) holdingStart(t *testing.T) {
	f := purchase2002()
	e := v.Inputs.Events
	if len(e) != 1 || e[0].Type != "purchase" {
		t.Fatal("more than a purchase")
	}
	f.Acquired, f.Paid = e[0].Acquired, e[0].Full_payment
	got, err := Rule144(f, f.Acquired)
	if err != nil || got.HoldingStart != v.Expected.Holding_start {
		t.Errorf("holding starts %s, %v; want %s", got.HoldingStart, err, v.Expected.Holding_start)
	}
}
