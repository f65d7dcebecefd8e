package calendar

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// inputs has each type that a question is made of, with every field set.
func inputs() map[string]any {
	authority := law.Citation{Cite: "§1", Title: "Agreement", URL: "https://example.org", Doubt: "recalled"}
	cutoff := Cutoff{Clock: MustClock(17, 0), Zone: NewYork(), Exclusive: true}
	count := Deadline{
		Name: "Closing", Count: 3, Unit: TradingDays, Inclusive: true, MonthEnd: LastBusinessDay, Roll: Forward,
		RollEvent: true, RollLate: true, Exclusive: true, Tolling: NotCounted,
		Calendar: NYSE(), Cutoff: cutoff, Authority: authority,
	}
	rule := NoticeRule{Method: Email, Start: FromSending, Minutes: 240, Lag: count, OrReceipt: true, Receipt: count}
	era := Era[Deadline]{From: MustDate(2002, 11, 25), Value: count, Authority: authority, Checked: Check{On: MustDate(2026, 11, 30), Against: "it"}}
	at := time.Date(2002, 11, 25, 15, 0, 0, 0, time.UTC)
	out := map[string]any{}
	for _, input := range []any{
		&cutoff, &count, &rule, &era,
		&Window{Least: count, Most: count},
		&TradingHours{Open: MustClock(21, 0), Evening: true, AfterClose: 240},
		&TradeDateRule{Calendar: NYSE(), Eras: Timeline[TradingHours]{{From: MustDate(2026, 12, 7), Value: TradingHours{Open: MustClock(4, 0)}}}},
		&Run{Count: 30, Unit: TradingDays, Calendar: NYSE(), From: count},
		&Schedule{Every: 3, Unit: Months, Month: time.March, Day: 31, Weekday: "Friday", Nth: -1, Count: count, Back: true},
		&ReceiptHours{
			Calendar: NYSE(), From: MustClock(16, 0), FromExclusive: true, FromOpening: true, Until: cutoff, UntilClose: true,
			Early: Backward, Late: Forward, Closed: Forward, Authority: authority,
		},
		&ClosingRule{Count: count, Fixed: MustDate(2002, 11, 29), By: cutoff, Outside: MustDate(2002, 12, 31)},
		&NoticeClause{Rules: []NoticeRule{rule, rule}, AddressChange: count, Authority: authority},
		&Notice{Method: Mail, Sent: at, Received: at.Add(time.Hour)},
		&Closure{Date: MustDate(2003, 7, 3), Name: "Independence Day", Kind: Holiday, Actual: MustDate(2003, 7, 4), Authority: authority},
		&Statute{Key: "form-d", Title: "Form D", Event: "first sale", Eras: Timeline[Deadline]{era, era}},
	} {
		out[reflect.TypeOf(input).Elem().Name()] = input
	}
	return out
}

// TestInputsAreStrict reads each input back as it was, and refuses it with a field
// more, in other letters or given twice, however deep, and with something after it.
func TestInputsAreStrict(t *testing.T) {
	for name, input := range inputs() {
		v := reflect.ValueOf(input).Elem()
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("%s.%s is not set, so that the test does not see it", name, v.Type().Field(i).Name)
			}
		}
		data, err := json.Marshal(input)
		if err != nil {
			t.Fatal(name, err)
		}
		fresh := func() any { return reflect.New(reflect.TypeOf(input).Elem()).Interface() }
		back := fresh()
		if err := json.Unmarshal(data, back); err != nil || !reflect.DeepEqual(back, input) {
			t.Errorf("%s: %s comes back as %+v, %v", name, data, back, err)
		}
		if again, err := json.Marshal(back); err != nil || !bytes.Equal(again, data) {
			t.Errorf("%s comes back as\n%s, not\n%s: %v", name, again, data, err)
		}
		refused := func(text string, kind error) {
			t.Helper()
			into := fresh()
			reader, ok := into.(json.Unmarshaler)
			if !ok {
				t.Fatalf("%s is read as encoding/json does", name)
			}
			var fs law.Faults
			if err := reader.UnmarshalJSON([]byte(text)); !errors.Is(err, kind) || !errors.As(err, &fs) {
				t.Errorf("%s: %s: %v, want %v", name, text, err, kind)
			}
			if !reflect.DeepEqual(into, fresh()) {
				t.Errorf("%s: %s is read in part: %+v", name, text, into)
			}
		}
		for i := range data {
			if data[i] != '{' {
				continue
			}
			field, _, _ := strings.Cut(string(data[i+2:]), `"`)
			at := func(insert string) string { return string(data[:i+1]) + insert + string(data[i+1:]) }
			refused(at(`"stray":1,`), law.ErrInvalid)
			refused(at(`"`+strings.ToUpper(field)+`":null,`), law.ErrInvalid)
			refused(at(`"`+field+`":null,`), law.ErrDuplicate)
		}
		refused(string(data)+"{}", law.ErrInvalid)
		refused("\xff"+string(data), law.ErrInvalid)
		refused("["+string(data)+"]", law.ErrInvalid)
	}
}

// TestStrictPaths names where in a rule the faults are, all at once.
func TestStrictPaths(t *testing.T) {
	var rule ClosingRule
	err := json.Unmarshal([]byte(`{"count":{"count":1.5,"Unit":"days","cutoff":{"zone":"Mars"}},"by":{"clock":"25:00","close":1},`+
		`"outside":"2002-02-30","fixed":null,"fixed":"2002-11-29","met":null}`), &rule)
	want := `count.count: 1.5 is not a whole number in digits alone; count.Unit: "Unit" is not a field: it is written "unit"; ` +
		`count.cutoff.zone: "Mars" is not the IANA name of a zone of North America, and not one of: ` +
		`Europe/London, Europe/Berlin, Europe/Zurich, Asia/Tokyo, Asia/Hong_Kong, Asia/Singapore, Australia/Sydney, UTC; ` +
		`by.clock: 25:00:00 is not from 00:00:00 to 23:59:59; by.close: "close" is not a field; ` +
		`outside: 2002-02-30 does not exist: February 2002 has 28 days; fixed: is given twice; met: "met" is not a field`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

// What answers embed keeps its fields: a closing read back is whole.
func TestAnswersReadBackWhole(t *testing.T) {
	closing, err := FocusClosing().On(MustDate(2002, 11, 27))
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(closing)
	if err != nil {
		t.Fatal(err)
	}
	var back Closing
	if err := json.Unmarshal(data, &back); err != nil || back.By.IsZero() || !back.By.Equal(closing.By) || back.Date != closing.Date {
		t.Errorf("%s comes back as %+v, %v", data, back, err)
	}
}

// A number of days that is left out is not 0.
func TestCountIsRequired(t *testing.T) {
	for _, row := range []struct {
		name, text string
		into       any
		path       string
	}{
		{"left out", `{"unit":"days"}`, new(Deadline), "count"},
		{"null", `{"count":null,"unit":"days"}`, new(Deadline), "count"},
		{"of an empty deadline", `{}`, new(Deadline), "count"},
		{"of a closing", `{"count":{"unit":"days"}}`, new(ClosingRule), "count.count"},
		{"of a notice", `{"method":"fax","start":"sent","lag":{"unit":"days"}}`, new(NoticeRule), "lag.count"},
		{"of a clause", `{"rules":[{"method":"fax","start":"sent","lag":{"unit":"days"}}]}`, new(NoticeClause), "rules[0].lag.count"},
		{"of an address", `{"rules":[],"address_change":{"unit":"days"}}`, new(NoticeClause), "address_change.count"},
		{"of a statute", `{"key":"k","title":"t","event":"e","eras":[{"from":"2002-11-25","value":{"unit":"days"}}]}`, new(Statute), "eras[0].value.count"},
		{"of the settlement cycle", `{"from":"2024-05-28"}`, new(Era[int]), "value"},
		{"of the settlement cycle, null", `{"from":"2024-05-28","value":null}`, new(Era[int]), "value"},
		{"of an era", `{"from":"2024-05-28"}`, new(Era[Deadline]), "value"},
	} {
		t.Run(row.name, func(t *testing.T) {
			var fs law.Faults
			if err := json.Unmarshal([]byte(row.text), row.into); !errors.As(err, &fs) || len(fs) != 1 || !errors.Is(err, law.ErrMissing) || fs[0].Field != row.path {
				t.Errorf("%v; read as %+v", err, row.into)
			}
		})
	}
	// A literal may leave it out: the day itself, which is written.
	same := Deadline{Unit: Days}
	data, err := json.Marshal(same)
	if err != nil || string(data) != `{"count":0,"unit":"days"}` {
		t.Errorf("%s, %v", data, err)
	}
	back := Deadline{Count: 7}
	if err := json.Unmarshal(data, &back); err != nil || back != same {
		t.Errorf("%+v, %v", back, err)
	}
	if d, err := back.DateAfter(MustDate(2002, 11, 25)); err != nil || d != MustDate(2002, 11, 25) {
		t.Errorf("%v, %v", d, err)
	}
	// All faults at once, as ever.
	err = json.Unmarshal([]byte(`{"counts":3,"unit":7}`), new(Deadline))
	if err == nil || err.Error() != `counts: "counts" is not a field; unit: 7 is a number; must be one of: days, weeks, months, years, business days, trading days, standard settlement periods; count: is required` {
		t.Error(err)
	}
}
