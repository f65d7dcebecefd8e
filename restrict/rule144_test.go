package restrict

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// screened holds Screen to the reference.
func screened(t *testing.T, f Facts, sale calendar.Date) Verdict {
	t.Helper()
	got, want := mustScreen(t, f, sale), referenceVerdict(f, sale)
	if got != want {
		t.Fatalf("Screen(%+v, %s) = %v, want %v", f, sale, got, want)
	}
	return got
}

// explained holds Rule144 to Screen, and its reasons to its answer.
func explained(t *testing.T, f Facts, sale calendar.Date, want Verdict) Finding {
	t.Helper()
	got, err := Rule144(f, sale)
	if err != nil || got.Verdict != want {
		t.Fatalf("Rule144(%+v, %s) = %v, %v; Screen says %v", f, sale, got.Verdict, err, want)
	}
	if len(got.Why) == 0 || got.Why[0].Code != codeVersion || got.Boundary != got.Why.Has(codeBoundary) {
		t.Fatalf("Rule144(%+v, %s) explains itself by\n%s", f, sale, got.Why)
	}
	if strings.Contains(got.Why.String(), "no date") {
		t.Fatalf("Rule144(%+v, %s) speaks of no date\n%s", f, sale, got.Why)
	}
	if in := !got.Limited.Anniversary.IsZero() && !got.Limited.Anniversary.After(sale); got.Answer.open() && !in {
		t.Fatalf("Rule144(%+v, %s) is open but from %s on", f, sale, got.Limited.Anniversary)
	}
	return got
}

// TestDecisionTables walks the tables: every combination of words about the
// seller, the security, the issuer and the shell, on days on both sides of
// every limit, in every version of the rule. The short test takes one
// combination in some tens.
func TestDecisionTables(t *testing.T) {
	t.Parallel()
	stride, asked := 1, 0
	if testing.Short() {
		stride = 37
	}
	for _, acquired := range []calendar.Date{
		day(1995, time.December, 1), day(2007, time.August, 31), day(2023, time.February, 28),
	} {
		sales := walk(acquired)
		questions := combinations(acquired)
		for n := asked % stride; n < len(questions); n += stride {
			f := questions[n]
			for i, sale := range sales {
				if sale.Before(f.LastAffiliate) || sale.Before(f.Issuer.ShellUntil) || sale.Before(f.Issuer.Form10Filed) {
					continue
				}
				v := screened(t, f, sale)
				if asked++; (asked+i)%501 == 0 {
					explained(t, f, sale, v)
				}
			}
		}
	}
	t.Logf("%d questions", asked)
}

// TestRandomFacts holds both calls to the reference, and then a million random
// questions to each other. The short test takes a sample.
func TestRandomFacts(t *testing.T) {
	t.Parallel()
	tabled, compared := 60_000, 1_000_000
	if testing.Short() {
		tabled, compared = 10_000, 20_000
	}
	r := rand.New(rand.NewPCG(144, 2002))
	answers := make(map[Verdict]int)
	for range tabled {
		f, sale := random(r)
		v := screened(t, f, sale)
		explained(t, f, sale, v)
		answers[v]++
	}
	for range compared {
		f, sale := random(r)
		v := mustScreen(t, f, sale)
		got, err := Rule144(f, sale)
		if err != nil || got.Verdict != v {
			t.Fatalf("Rule144(%+v, %s) = %v, %v; Screen says %v", f, sale, got.Verdict, err, v)
		}
		answers[v]++
	}
	byAnswer := make(map[Answer]int)
	for v, n := range answers {
		byAnswer[v.Answer] += n
	}
	for _, a := range []Answer{Available, NotAvailable, Undecided, NotNeeded} {
		if byAnswer[a] < 400 {
			t.Errorf("only %d answers are %q; the walk proves little", byAnswer[a], a)
		}
	}
	if len(answers) < 15 {
		t.Errorf("only %d kinds of verdict", len(answers))
	}
}

// TestDatesAreTheFirst holds Limited and Free to a walk day by day.
func TestDatesAreTheFirst(t *testing.T) {
	r := rand.New(rand.NewPCG(9242, 71546))
	for range 300 {
		f, sale := random(r)
		got, err := Rule144(f, sale)
		if err != nil {
			t.Fatal(err)
		}
		f.Issuer.Current, f.Issuer.Public, f.Issuer.Forms8K = law.Yes, law.Yes, law.Yes
		free := func(r row) bool { return r.answer.open() && r.conditions&^(ConditionD|ConditionI) == 0 }
		for _, c := range []convention{anniversary, conservative} {
			limited := firstDay(f, sale, c, func(r row) bool { return r.answer.open() })
			unlimited := firstDay(f, sale, c, free)
			gotLimited, gotFree := got.Limited.Anniversary, got.Free.Anniversary
			if c == conservative {
				gotLimited, gotFree = got.Limited.Conservative, got.Free.Conservative
			}
			if limited != gotLimited || unlimited != gotFree {
				t.Fatalf("%+v on %s: limited %s, free %s; the walk finds %s, %s", f, sale, gotLimited, gotFree, limited, unlimited)
			}
		}
	}
}

// firstDay walks back from the sale while it is open, or forward until it is.
func firstDay(f Facts, sale calendar.Date, c convention, open func(row) bool) calendar.Date {
	origin := day(1990, time.April, 30)
	if f.Acquired.After(origin) {
		origin = f.Acquired
	}
	d := sale
	if open(reference(f, sale, c)) {
		for d.After(origin) && open(reference(f, d.AddDays(-1), c)) {
			d = d.AddDays(-1)
		}
		return d
	}
	for range 1300 {
		d = d.AddDays(1)
		if open(reference(f, d, c)) {
			return d
		}
	}
	for _, v := range []calendar.Date{day(1997, time.April, 29), day(2008, time.February, 15)} {
		if d.Before(v) && open(reference(f, v, c)) {
			return v
		}
	}
	return calendar.Date{}
}

// TestTimeOnlyHelps: for a seller who is no affiliate, an issuer that stays as
// it is, and information that stays current, no day takes back what another
// gave, not even the day on which the law changed.
func TestTimeOnlyHelps(t *testing.T) {
	rank := map[Answer]int{NotAvailable: 0, Available: 1}
	for _, span := range []struct {
		from, to calendar.Date
		days     int
	}{
		{day(1994, time.January, 25), day(1997, time.May, 5), 1200},
		{day(2004, time.November, 25), day(2008, time.March, 5), 800},
	} {
		for start := span.from; start.Before(span.to); start = start.AddDays(11) {
			for _, reporting := range []Reporting{ReportingSubject, ReportingNone} {
				f := purchase2002()
				f.Acquired, f.Paid = start, start
				f.Issuer.Reporting, f.Issuer.Public = reporting, law.Yes
				if reporting == ReportingNone {
					f.Issuer.ReportingSince = calendar.Date{}
				}
				before := Verdict{NotAvailable, all, false}
				for sale := start; sale.Before(start.AddDays(span.days)); sale = sale.AddDays(1) {
					v := mustScreen(t, f, sale)
					if rank[v.Answer] < rank[before.Answer] || !before.Conditions.Has(v.Conditions) {
						t.Fatalf("bought %s, sold %s: %v after %v", start, sale, v, before)
					}
					before = v
				}
				if before.Answer != Available || before.Conditions != ConditionD {
					t.Fatalf("bought %s: %v after %d days", start, before, span.days)
				}
			}
		}
	}
}
