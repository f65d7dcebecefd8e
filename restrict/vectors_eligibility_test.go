package restrict

import (
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// facts maps a vector's inputs. A reporting_since in 1985 stands for "for
// long".
func (v *vector) facts() Facts {
	in := &v.Inputs
	f := Facts{
		Acquired: in.Holding_start, Paid: in.Holding_start, Stock: Unrestricted, Security: Security(in.Kind),
		Affiliate: AffiliateNever, LastAffiliate: in.Last_affiliate_day,
		Issuer: Issuer{Reporting: ReportingNone, Current: yesNo(in.C1_current), Public: yesNo(in.C2_public), Shell: ShellNever},
	}
	// Of sales before 2008-02-15 the vectors say that the issuer was current, and
	// nothing of Forms 8-K, which they take to be excepted: the words "other than
	// Form 8-K" are those of 72 FR 71546. It is taken to have filed them.
	f.Issuer.Forms8K = f.Issuer.Current
	if in.Restricted {
		f.Stock = Restricted
	}
	if in.Affiliate_now {
		f.Affiliate = AffiliateNow
	} else if !in.Last_affiliate_day.IsZero() {
		f.Affiliate = AffiliateFormer
	}
	if !in.Reporting_since.IsZero() {
		f.Issuer.Reporting, f.Issuer.ReportingSince = ReportingSubject, in.Reporting_since
		if !in.Reporting_until.IsZero() {
			f.Issuer.Reporting, f.Issuer.ReportingUntil = ReportingEnded, in.Reporting_until
		}
	}
	if s := in.Shell; s != nil {
		f.Issued, f.Issuer.Shell, f.Issuer.ShellSince = s.Security_issued, ShellNow, s.First
		if !s.Ceased.IsZero() {
			f.Issuer.Shell, f.Issuer.ShellUntil = ShellFormer, s.Ceased
			f.Issuer.Form10, f.Issuer.Form10Filed = yesNo(!s.Form10_filed.IsZero()), s.Form10_filed
			f.Issuer.ShellReports = yesNo(s.Reports_12m)
		}
	}
	if in.Estate_no_holding {
		f.Capacity = Estate
	}
	return f
}

func (v *vector) eligibility(t *testing.T) {
	f, sale, want := v.facts(), v.Inputs.Sale_date, &v.Expected
	got, err := Rule144(f, sale)
	if err != nil {
		t.Fatal(err)
	}
	if got.Answer.open() != want.Available {
		t.Errorf("answer %s, want available = %v\n%s", got.Answer, want.Available, got.Why)
	}
	if want.Conditions != nil {
		var conditions Conditions
		for _, letter := range want.Conditions {
			conditions |= condition(letter)
		}
		// The vectors count (i) as a gate and not among the conditions.
		if got.Conditions&^ConditionI != conditions || got.Conditions.Has(ConditionI) != f.tainted() {
			t.Errorf("conditions %s, want %s", got.Conditions, conditions)
		}
	}
	if bare, err := Screen(f, sale); err != nil || bare != got.Verdict {
		t.Errorf("Screen says %v, %v, and Rule144 %v", bare, err, got.Verdict)
	}
	codes := map[string]law.Code{
		"HOLDING": codeHoldingShort, "INFO": codeInformationUnmet, "AFFILIATE_GAP": codeAffiliateGap, "SHELL": "144.shell.",
	}
	if code := codes[want.Reason]; !hasPrefix(got.Why, code) {
		t.Errorf("reasons %v, want %s", got.Why.Codes(), code)
	}
	v.dates(t, f)
}

// dates holds the earliest dates. The vectors suppose that no look-back of
// affiliation intervenes, so that a former affiliate is asked about as none.
func (v *vector) dates(t *testing.T, f Facts) {
	want := &v.Expected
	if f.Affiliate == AffiliateFormer {
		f.Affiliate, f.LastAffiliate = AffiliateNever, calendar.Date{}
	}
	got, err := Rule144(f, v.Inputs.Sale_date)
	if err != nil {
		t.Fatal(err)
	}
	earliest, free := want.Earliest, want.Earliest_free
	switch v.ID {
	case "AFL-05", "EST-01":
		// Their earliest is null, since no clock runs: a sale was open from the
		// first. Ours is the first day that the facts can be asked about.
		earliest = f.Acquired
	case "AFL-14":
		// Its earliest_free is null, where AFL-12 of the same kind has a date;
		// the date is that of the definition.
		free = day(2024, 1, 15)
	}
	if got.Limited.Anniversary != earliest {
		t.Errorf("limited from %s, want %s", got.Limited.Anniversary, earliest)
	}
	if got.Free.Anniversary != free {
		t.Errorf("free from %s, want %s", got.Free.Anniversary, free)
	}
	v.screened(t, f, earliest, free)
	// The vectors give the conservative date only where one clock fixes it, and
	// ERA-04, which asks about 2003 from 2008, gives none though one does.
	if w := want.Earliest_conservative; !w.IsZero() && got.Limited.Conservative != w {
		t.Errorf("conservatively limited from %s, want %s", got.Limited.Conservative, w)
	}
}

// screened asks Screen for a sale on the dates and on the days before them, with
// the information about the issuer current, as the dates suppose.
func (v *vector) screened(t *testing.T, f Facts, earliest, free calendar.Date) {
	f.Issuer.Current, f.Issuer.Public, f.Issuer.Forms8K = law.Yes, law.Yes, law.Yes
	ask := func(d calendar.Date) (verdict Verdict, open bool) {
		verdict, err := Screen(f, d)
		return verdict, err == nil && verdict.Answer.open()
	}
	if earliest.IsZero() {
		if _, open := ask(v.Inputs.Sale_date); open {
			t.Error("Screen finds a sale open that never is")
		}
	} else {
		if verdict, open := ask(earliest); !open {
			t.Errorf("Screen on %s: %v", earliest, verdict)
		}
		if verdict, open := ask(earliest.AddDays(-1)); open {
			t.Errorf("Screen on the day before %s: %v", earliest, verdict)
		}
	}
	if free.IsZero() {
		return
	}
	if verdict, open := ask(free); !open || verdict.Conditions&^(ConditionD|ConditionI) != 0 {
		t.Errorf("Screen on %s: %v", free, verdict)
	}
	if verdict, open := ask(free.AddDays(-1)); open && verdict.Conditions&^(ConditionD|ConditionI) == 0 {
		t.Errorf("Screen on the day before %s: %v", free, verdict)
	}
}
