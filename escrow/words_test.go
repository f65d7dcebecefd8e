package escrow_test

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
)

// phrase is what a need says.
type phrase struct{ law.Reason }

func (p phrase) String() string { return string(p.Code) + ": " + p.Text }

// pages are the sentences that were said, one for each set of data of a code.
type pages struct {
	t       *testing.T
	reasons map[string]law.Reason
	needs   map[string]law.Reason
}

func (p *pages) add(to map[string]law.Reason, r law.Reason) {
	shape := string(r.Code)
	for _, d := range r.Data {
		shape += " " + d.Name
	}
	if old, ok := to[shape]; !ok || cmp.Or(cmp.Compare(len(r.Text), len(old.Text)), cmp.Compare(r.Text, old.Text)) < 0 {
		to[shape] = r
	}
}

// take visits an answer. What a cure or a need says follows from its code and its
// data, as what a reason says does.
func (p *pages) take(v reflect.Value) {
	switch x := v.Interface().(type) {
	case law.Reason:
		if text := escrow.Page().Text(x.Code, x.Data); text != "" && text != x.Text {
			p.t.Errorf("%s says %q, and its data say %q", x.Code, x.Text, text)
		}
		p.add(p.reasons, x)
		return
	case law.Cure:
		p.add(p.reasons, law.Reason{Code: x.Code, Bearing: law.BearingNote, Data: x.Data, Text: x.Text})
		return
	case escrow.Need:
		if what := escrow.Whats().Text(x.Code, x.Data); what != x.What || what == "" {
			p.t.Errorf("%s needs %q, and its data say %q", x.Code, x.What, what)
		}
		if otherwise := escrow.Otherwises().Text(x.Code, x.Data); otherwise != x.Otherwise || otherwise == "" {
			p.t.Errorf("%s happens: %q, and its data say %q", x.Code, x.Otherwise, otherwise)
		}
		p.add(p.needs, law.Reason{Code: x.Code, Data: x.Data, Text: x.What + " Otherwise: " + x.Otherwise})
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				p.take(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			p.take(v.Index(i))
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			p.take(v.Elem())
		}
	default:
	}
}

// TestWords pins the sentences on testdata/words.txt: go test ./escrow -run TestWords
// -update writes it anew. They are those of the stories of other tests.
func TestWords(t *testing.T) {
	p := &pages{t, map[string]law.Reason{}, map[string]law.Reason{}}
	sample = func(answers ...any) {
		for _, a := range answers {
			p.take(reflect.ValueOf(a))
		}
	}
	defer func() { sample = nil }()
	for i, story := range stories() {
		t.Run(fmt.Sprint(i), story)
	}
	for name, page := range map[string]interface{ Check() error }{"needs": escrow.Whats(), "otherwise": escrow.Otherwises()} {
		if err := page.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	var samples []any
	for _, shape := range sorted(p.reasons) {
		samples = append(samples, p.reasons[shape])
	}
	var needs []fmt.Stringer
	needed := map[law.Code]bool{}
	for _, shape := range sorted(p.needs) {
		needs = append(needs, phrase{p.needs[shape]})
		needed[p.needs[shape].Code] = true
	}
	for _, row := range escrow.Whats().Codes() {
		if !needed[row.Code] {
			t.Errorf("no sample needs %s", row.Code)
		}
	}
	golden.Sentences(t, escrow.Page(), samples, needs)
}

func sorted(m map[string]law.Reason) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// questions asks what the other stories do not.
func questions(t *testing.T) {
	terms := simple()
	terms.ConsentShares = 0
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	refused(t, s.release(ny("2002-11-26 15:01"), pAlpha), "escrow.release.after_cutoff")
	sample(s.deal.Closing("nobody", ny("2002-11-26 12:00")), s.deal.Closing(pAlpha, time.Time{}))

	terms = minMax()
	terms.Conditions = append(terms.Conditions, escrow.Condition{
		ID: "accepted", Text: "the company has accepted the subscription", Kind: escrow.Once, Favors: escrow.ForCompany,
	})
	s = begin(t, terms).fund(ny("2002-06-10 12:00"))
	s.release(ny("2002-06-11 12:00"), "a")
}

// stories are tests that say every code.
func stories() []func(*testing.T) {
	return []func(*testing.T){
		questions, TestScenarios, TestClosingByNotice, TestWaiverOfTheRightToCancel, TestCustody, TestDeliver, TestNeedsOfWhatCannotBe,
		TestApplyExcess, TestApplyDeposit, TestWhoTerminates, TestClosingQuestionsWithoutAnswer, TestNoticesOfThePast,
		TestCertificatesGoBackOnce, TestTransmission, TestWindowBeyondItsCalendar, TestFirstReleaseReachesTheMinimum,
		TestTogetherWithOneThatIsOver, TestBothSidesAgreeToEnd, TestOverdueRefund, TestExtensionAfterTheDate, TestClosingLate,
		TestMemory, TestCuresAreTrue, TestWaiversAreOfferedWhereTheyCure, TestCuresOfConditions, TestHourAgreedByEnoughShares,
		TestSentencesOfTooMuch, TestGroundsAfterTheClosing,
	}
}
