package restrict

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// jsonTwice checks that a value comes back from JSON as what it was, as far as
// JSON shows it.
func jsonTwice[T any](t testing.TB, v T) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var back T
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(data) {
		t.Fatalf("%s comes back as %s, %v", data, again, err)
	}
}

func TestRegistrationJSON(t *testing.T) {
	for _, f := range RegistrationForms() {
		jsonTwice(t, f)
		if f.Source.Doubt == "" {
			t.Errorf("%s claims to have been read whole", f.Key)
		}
		err := f.Registration.Validate()
		if seen := len(f.Registration.Clocks) > 0; seen && err != nil || !seen && !errors.Is(err, law.ErrMissing) {
			t.Errorf("%s: %v", f.Key, err)
		}
		if err != nil && strings.Contains(err.Error(), ";") {
			t.Errorf("%s lacks more than its clocks: %v", f.Key, err)
		}
	}
	jsonTwice(t, FocusRegistration())
	r, f := focusCharged(), focusLog(happened(RegistrationFiled, day(2003, time.February, 10)))
	jsonTwice(t, r)
	jsonTwice(t, f)
	jsonTwice(t, mustOn(t, r, f, day(2003, time.March, 1)))
	data, err := json.Marshal(mustOn(t, r, f, day(2003, time.March, 1)).Charges.Schedule[2])
	if err != nil || !strings.HasPrefix(string(data), `{"duties":["file"],"period":2,"from":"2003-01-26","through":"2003-02-09","days":15,"length":30,`) {
		t.Errorf("a row is %s, %v", data, err)
	}
}

// Every word that a table or a doc names is one that the checks accept.
func TestRegistrationWords(t *testing.T) {
	kinds := RegistrationEventKind("").all()
	seen := map[RegistrationEventKind]bool{}
	for _, k := range kinds {
		if seen[k] {
			t.Errorf("%q is listed twice", k)
		}
		seen[k] = true
		if k.once() && k.basic() {
			t.Errorf("%q happens once and is a change of base", k)
		}
		if need := k.after(); need != "" && (need == k || need.after() == k) {
			t.Errorf("%q needs %q first", k, need)
		}
	}
	for _, d := range []RegistrationDuty{DutyFile, DutyEffective, DutyAccelerate, DutyRespond, DutyAmend, DutyFileAdditional, DutyEffectiveAdditional} {
		if !seen[d.metBy()] {
			t.Errorf("%q is met by %q, which is no event", d, d.metBy())
		}
		delete(seen, d.metBy())
		if d.words() == "" {
			t.Errorf("%q has no words", d)
		}
	}
	if DutyKeep.metBy() != "" || RegistrationDuty("nap").metBy() != "" {
		t.Error("a duty without a clock is met by an event")
	}
}

// An additional statement: cut-back shares bear no charge until they are due
// again.
func TestRegistrationCutBack(t *testing.T) {
	r := focusCharged()
	r.Clocks = append(r.Clocks,
		RegistrationClock{Duty: DutyFileAdditional, From: RegistrationAdditionalDue, Within: registrationDays(30), Charged: true},
		RegistrationClock{Duty: DutyEffectiveAdditional, From: RegistrationAdditionalDue, Within: registrationDays(90), Charged: true})
	f := focusLog(
		happened(RegistrationFiled, day(2002, time.December, 2)),
		RegistrationEvent{RegistrationCutBack, day(2003, time.January, 10), dec("500000")},
		happened(RegistrationEffective, day(2003, time.March, 6)), // ten days after February 24
		RegistrationEvent{RegistrationBase, day(2003, time.September, 6), dec("268000")},
		happened(RegistrationAdditionalDue, day(2003, time.September, 6)),
		happened(RegistrationAdditionalFiled, day(2003, time.October, 16)), // due October 6
		happened(RegistrationAdditionalEffective, day(2003, time.November, 28)),
	)
	got := mustOn(t, r, f, day(2004, time.January, 2))
	if d := dutyOf(t, got, DutyFileAdditional); d.Status != RegistrationMetLate || d.DaysLate != 10 {
		t.Errorf("filing: %+v", d)
	}
	if d := dutyOf(t, got, DutyEffectiveAdditional); d.Status != RegistrationMet || d.Due != day(2003, time.December, 5) {
		t.Errorf("effectiveness: %+v", d)
	}
	// 10,000 and nine thirtieths of it; 5,360 and nine thirtieths of it.
	if want := "2003-02-25+0 10000, 2003-02-25+9 3000, 2003-10-07+0 5360, 2003-10-07+9 1608"; amounts(got.Charges) != want {
		t.Errorf("%s, want %s", amounts(got.Charges), want)
	}
}

// FuzzRegistrationJSON feeds an agreement and a log as a service would receive
// them. Whatever comes is answered, or refused with faults.
func FuzzRegistrationJSON(f *testing.F) {
	r, facts := focusCharged(), focusLog(happened(RegistrationFiled, day(2003, time.February, 10)))
	one, err := json.Marshal(r)
	if err != nil {
		f.Fatal(err)
	}
	two, err := json.Marshal(facts)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(one), string(two), 731_300)
	f.Add(`{}`, `{}`, 0)
	f.Add(`{"clocks":[{"duty":"file","from":"closed","within":{"count":1,"unit":"days"},"charged":true}],"charge":{"initial":"100",`+
		`"steps":[{"from":1,"percent":"100","partial":"full"}],"every":366,"unit":"months","overlap":"each","rounding":"up",`+
		`"payable":{"count":0,"unit":"days"},"interest":{"percent":"100","days":1}}}`,
		`{"events":[{"kind":"closed","date":"0001-01-01"}],"base":"1000000000000"}`, 3_600_000)
	f.Add(`{"clocks":[{"duty":"respond","from":"comments","within":{"count":1,"unit":"years"},"reviewed":{"count":2,"unit":"weeks"}}],`+
		`"keep":{"until_sold":true,"charged":true},"grace":{"per_window":28,"events":2,"months":1}}`,
		`{"reviewed":"unknown","events":[{"kind":"filed","date":"2003-01-31"},{"kind":"effective","date":"2003-01-31"},`+
			`{"kind":"suspended","date":"2003-01-31"},{"kind":"resumed","date":"2003-02-28"},{"kind":"suspended","date":"2003-03-01"}]}`, 731_000)
	f.Fuzz(func(t *testing.T, agreement, log string, n int) {
		var r Registration
		var facts RegistrationFacts
		if json.Unmarshal([]byte(agreement), &r) != nil || json.Unmarshal([]byte(log), &facts) != nil {
			return
		}
		on := calendar.MustDate(1, 1, 1).AddDays(n)
		got, err := r.On(facts, on)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		jsonTwice(t, got)
		if g := got.Grace; g != nil && g.Left < 0 {
			t.Fatalf("%d days of grace are left", g.Left)
		}
		if c := got.Charges; c.Accrued.Sign() < 0 || c.Interest.Sign() < 0 {
			t.Fatalf("charged %s and %s", c.Accrued, c.Interest)
		}
		for _, d := range got.Duties {
			if d.DaysLate < 0 || len(d.Why) == 0 || d.Status == "" {
				t.Fatalf("finding %+v", d)
			}
		}
		again, err := r.On(facts, on)
		if err != nil || !reflect.DeepEqual(got, again) {
			t.Fatalf("asked twice: %+v and %+v, %v", got, again, err)
		}
	})
}

func BenchmarkRegistrationOn(b *testing.B) {
	r, f := focusCharged(), focusLog(happened(RegistrationFiled, day(2003, time.February, 10)))
	on := day(2003, time.March, 1)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.On(f, on); err != nil {
			b.Fatal(err)
		}
	}
}
