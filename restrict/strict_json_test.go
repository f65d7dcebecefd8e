package restrict

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// inputs has each type that a question is made of, with every field set.
func inputs(t *testing.T) map[string]any {
	t.Helper()
	out := map[string]any{}
	for _, p := range []any{
		&Event{}, &Facts{}, &Issuer{}, &Seller{}, &Volume{}, &WeekVolume{}, &Trade{}, &Split{}, &Manner{}, &Brokerage{}, &Inquiry{},
		&Quotation{}, &Form144Facts{}, &FiledNotice{}, &Aggregation{}, &Relation{}, &Rule145Facts{}, &Delivery{}, &DeliveryFacts{},
		&Damages{}, &DamagesFacts{}, &DamagesClaim{}, &BuyIn{}, &BuyInFacts{}, &Registration{}, &RegistrationFacts{},
	} {
		v := reflect.ValueOf(p).Elem()
		fill(t, v)
		if e, ok := p.(*Event); ok { // its decoder knows the words
			*e = Event{Kind: EventPurchase, Date: day(2024, 1, 2), Paid: day(2024, 1, 3), FullyPaid: law.Yes}
		}
		out[v.Type().Name()] = p
	}
	return out
}

// fill sets all that can be set.
func fill(t *testing.T, v reflect.Value) {
	t.Helper()
	switch at := v.Addr().Interface().(type) {
	case *calendar.Date:
		*at = day(2024, 1, 2)
	case *calendar.Calendar:
		*at = calendar.NYSE()
	case *decimal.Decimal:
		*at = decimal.New(125, -1)
	case *time.Time:
		*at = time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)
	case *calendar.Clock:
		*at = calendar.MustClock(17, 0)
	case **time.Location:
		*at = calendar.NewYork()
	case *Trigger:
		*at = NoticeOfSale // its decoder knows the words
	case *law.YesNo:
		*at = law.Yes
	case *Stock:
		*at = Restricted
	case *Security:
		*at = Equity
	case *Affiliation:
		*at = AffiliateFormer
	case *Capacity:
		*at = Holder
	case *Reporting:
		*at = ReportingSubject
	case *Shell:
		*at = ShellNever
	default:
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				fill(t, v.Field(i))
			}
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(t, v.Elem())
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(t, v.Index(0))
			fill(t, v.Index(1))
		case reflect.String:
			v.SetString(golden.Word(t, v))
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Int, reflect.Int64:
			v.SetInt(7)
		default:
			t.Fatalf("%s cannot be filled", v.Type())
		}
	}
}

// TestInputsAreStrict reads each input back, byte for byte, and refuses it with
// a field more, in other letters, or given twice, however deep.
func TestInputsAreStrict(t *testing.T) {
	for name, input := range inputs(t) {
		data, err := json.Marshal(input)
		if err != nil {
			t.Fatal(name, err)
		}
		fresh := func() any { return reflect.New(reflect.TypeOf(input).Elem()).Interface() }
		back := fresh()
		if err := json.Unmarshal(data, back); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if again, err := json.Marshal(back); err != nil || !bytes.Equal(again, data) {
			t.Errorf("%s comes back as\n%s, not\n%s: %v", name, again, data, err)
		}
		for i := range data {
			if data[i] != '{' {
				continue
			}
			field, _, _ := strings.Cut(string(data[i+2:]), `"`)
			at := func(insert string) string { return string(data[:i+1]) + insert + string(data[i+1:]) }
			for _, c := range []struct {
				data string
				kind error
			}{
				{at(`"stray":1,`), law.ErrInvalid},
				{at(`"` + strings.ToUpper(field) + `":null,`), law.ErrInvalid},
				{at(`"` + field + `":null,`), law.ErrDuplicate},
			} {
				into := fresh()
				var fs law.Faults
				if err := json.Unmarshal([]byte(c.data), into); !errors.Is(err, c.kind) || !errors.As(err, &fs) {
					t.Errorf("%s: %v, want %v", c.data, err, c.kind)
				}
				if !reflect.DeepEqual(into, fresh()) {
					t.Errorf("%s is read in part: %+v", c.data, into)
				}
			}
		}
	}
}

// TestStrictPaths names where in the question the faults are, all at once.
func TestStrictPaths(t *testing.T) {
	var v Volume
	err := json.Unmarshal([]byte(`{"sales":[{"date":"2024-02-30","amount":1},{"amount":1.5}],"seller":{"Stock":"restricted"},"prior_sales":[]}`), &v)
	want := `sales[0].date: 2024-02-30 does not exist: February 2024 has 29 days; sales[1].amount: 1.5 is not a whole number in digits alone; ` +
		`seller.Stock: "Stock" is not a field: it is written "stock"; prior_sales: "prior_sales" is not a field`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

// TestWordsAndForms tells of wrong words and of wrong forms in one answer.
func TestWordsAndForms(t *testing.T) {
	for _, row := range []struct{ name, data, want string }{
		{
			"facts", `{"stock":"Restricted","affiliate":"no","acquired":"11/29/2002"}`,
			`stock: "Restricted" must be one of: restricted, unrestricted; affiliate: "no" must be one of: now, former, never, unknown; ` +
				`acquired: "11/29/2002" is not a date such as 2002-11-29; write 2002-11-29`,
		},
		{
			"an issuer", `{"issuer":{"public":true,"shell":"no","reporting_since":"13/13/2002","current":5},"security":7}`,
			`issuer.public: true is a boolean; must be one of: yes, no, unknown; ` +
				`issuer.shell: "no" must be one of: never, now, former, formed by an operating company, start up, unknown; ` +
				`issuer.reporting_since: "13/13/2002" is not a date such as 2002-11-29; issuer.current: 5 is a number; must be one of: yes, no, unknown; ` +
				`security: 7 is a number; must be one of: equity, debt`,
		},
		{"left out", `{"stock":null}`, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := law.ReadJSON[Facts]([]byte(row.data))
			if row.want == "" && err != nil || row.want != "" && (err == nil || err.Error() != row.want) {
				t.Errorf("%v\nwant %s", err, row.want)
			}
		})
	}
}

// TestHostEmbeds reads a host's own structs around and over the facts.
func TestHostEmbeds(t *testing.T) {
	type lot struct {
		Facts
		ID string `json:"id"`
	}
	got, err := law.ReadJSON[lot]([]byte(`{"id":"C-7","stock":"restricted","issuer":{"shell":"never"}}`))
	if err != nil || got.ID != "C-7" || got.Stock != Restricted || got.Issuer.Shell != ShellNever {
		t.Errorf("%+v, %v", got, err)
	}
	type request struct {
		Lots  []Trade     `json:"lots"`
		Mine  []lot       `json:"mine"`
		Paper Certificate `json:"paper"`
	}
	_, err = law.ReadJSON[request]([]byte(`{"lots":[{"date":"2002-11-25"},{"date":"11/12/2002","amount":"1,000"},{}],"mine":[{"id":"a","paid":"2002-02-30","ID":1}],"paper":{"id":""}}`))
	want := `lots[1].date: "11/12/2002" is not a date such as 2002-11-29; lots[1].amount: "1,000" is a string; a whole number without quotes is required; write 1000; ` +
		`mine[0].ID: "ID" is not a field: it is written "id"; mine[0].paid: 2002-02-30 does not exist: February 2002 has 28 days; paper.`
	if err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("%v\nwant %s", err, want)
	}
}
