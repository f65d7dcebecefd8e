package restrict

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

func TestHoldingRoundTrips(t *testing.T) {
	r := rand.New(rand.NewPCG(144, 6))
	for range 500 {
		lot := randomLot(r, 6, r.IntN(2) == 0)
		roundTrip(t, lot)
		roundTrip(t, mustStart(t, lot...))
	}
	roundTrip(t, Start{})
}

// TestEventJSONNames holds that each field has the name by which needs and
// faults call it, and stands in the lists of facts.
func TestEventJSONNames(t *testing.T) {
	names := map[string]string{"Kind": "kind", "Payment": "payment"}
	e := reflect.ValueOf(&Event{}).Elem()
	at := map[uintptr]string{}
	for i := range e.NumField() {
		at[e.Field(i).Addr().Pointer()] = e.Type().Field(i).Name
	}
	ev, ok := e.Addr().Interface().(*Event)
	if !ok {
		t.Fatal("no event")
	}
	seen := fact(0)
	for _, d := range ev.dates() {
		names[at[reflect.ValueOf(d.at).Pointer()]] = d.field
		seen |= d.fact
	}
	for _, w := range ev.words() {
		names[at[reflect.ValueOf(w.at).Pointer()]] = w.field
		seen |= w.fact
	}
	for i := range e.NumField() {
		f := e.Type().Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != names[f.Name] || name == "" {
			t.Errorf("%s is %q in JSON and %q in the list", f.Name, name, names[f.Name])
		}
	}
	if want := (factNoOtherAssets<<1 - 1) &^ factPayment; seen != want {
		t.Errorf("facts %b are listed, want %b", seen, want)
	}
	all := fact(0)
	for _, k := range EventKind("").all() {
		if all |= k.facts(); k.facts()&factDate == 0 {
			t.Errorf("%s takes no date", k)
		}
	}
	if all != factNoOtherAssets<<1-1 {
		t.Errorf("no kind takes %b", (factNoOtherAssets<<1-1)&^all)
	}
}

func TestEventJSONStrict(t *testing.T) {
	good := `{"kind":"private purchase","date":"2024-01-02","payment":"note","full_recourse":"unknown","from_affiliate":"yes"}`
	var e Event
	if err := json.Unmarshal([]byte(good), &e); err != nil || e.Kind != EventPrivatePurchase || e.FullRecourse != law.Unknown {
		t.Fatalf("%+v, %v", e, err)
	}
	kept := e
	for data, kind := range map[string]error{
		`{}`:                                      law.ErrMissing,
		`{"date":"2024-01-02"}`:                   law.ErrMissing,
		`{"kind":"theft"}`:                        law.ErrInvalid,
		`{"kind":"Split"}`:                        law.ErrInvalid,
		`{"kind":"split","Date":"2024-01-02"}`:    law.ErrInvalid,
		`{"KIND":"split"}`:                        law.ErrInvalid,
		`{"kind":"split","dated":"2024-01-02"}`:   law.ErrInvalid,
		`{"kind":"split","date":"2024-02-30"}`:    law.ErrInvalid,
		`{"kind":"split","date":20240102}`:        law.ErrInvalid,
		`{"kind":"split","date":{"year":2024}}`:   law.ErrInvalid,
		`{"kind":"split","recourse":true}`:        law.ErrInvalid,
		`{"kind":"split","recourse":"maybe"}`:     law.ErrInvalid,
		`{"kind":"split","recourse":"YES"}`:       law.ErrInvalid,
		`{"kind":"purchase","payment":"money"}`:   law.ErrInvalid,
		`{"kind":7}`:                              law.ErrInvalid,
		`{"kind":"split","kind":"split"}`:         law.ErrDuplicate,
		`{"kind":"split","date":null,"date":""}`:  law.ErrDuplicate,
		`["split"]`:                               law.ErrInvalid,
		`"split"`:                                 law.ErrInvalid,
		`null`:                                    law.ErrInvalid,
		`{"kind":"split","value_paid":["yes"]}`:   law.ErrInvalid,
		`{"kind":"split","` + "\xff" + `":"yes"}`: law.ErrInvalid,
	} {
		err := json.Unmarshal([]byte(data), &e)
		if !errors.Is(err, kind) || e != kept {
			t.Errorf("%s: %v; want %v, and no change", data, err, kind)
		}
		mustBeFaults(t, err)
		var lot []Event
		if err := json.Unmarshal([]byte("["+good+","+data+"]"), &lot); err == nil {
			t.Errorf("a lot with %s is read", data)
		}
	}
	for _, data := range []string{``, `{`, `{"kind"`, `{"kind":`, `{"kind":"split"`, `{"kind":"split"}{}`, `{"kind":"split",}`, `{7:"split"}`, `{"kind":"split"}x`, `[`} {
		if err := e.UnmarshalJSON([]byte(data)); err == nil || e != kept {
			t.Errorf("%s is read", data)
		} else {
			mustBeFaults(t, err)
		}
	}
	for _, e := range []Event{{}, {Kind: "theft"}, {Kind: EventSplit, Recourse: "maybe"}, {Kind: EventPurchase, Payment: "gold"}} {
		if data, err := json.Marshal(e); err == nil {
			t.Errorf("%+v is written as %s", e, data)
		}
	}
	// Whether a fact fits its kind is for HoldingStart to say, of all events at once.
	if err := json.Unmarshal([]byte(`{"kind":"split","recourse":"yes","date":null}`), &e); err != nil || e != (Event{Kind: EventSplit, Recourse: law.Yes}) {
		t.Errorf("%+v, %v", e, err)
	}
}

func FuzzHoldingStart(f *testing.F) {
	f.Add(`[{"kind":"warrant","date":"2020-01-15","paid":"2020-01-15","employee":"no"},` +
		`{"kind":"exercise","date":"2021-03-01","value_paid":"no"},{"kind":"sale","date":"2021-03-02"}]`)
	f.Add(`[{"kind":"purchase","signed":"2002-11-25","accepted":"2002-11-26","date":"2002-11-29","payment":"escrow","released":"2002-11-29"},` +
		`{"kind":"gift"},{"kind":"pledge default","pledged":"2003-01-02","recourse":"unknown","from_affiliate":"yes","bona_fide":"yes"}]`)
	f.Add(`[{"kind":"private purchase","date":"9999-12-31","payment":"note","paid":"9999-12-31","full_recourse":"yes","other_collateral":"yes"},` +
		`{"kind":"estate","from_affiliate":"yes"},{"kind":"estate distribution","holder_affiliate":"no"},{"kind":"sale","date":"9999-12-31"}]`)
	f.Add(`[{"kind":"employment award","date":"0001-01-01","vested":"2016-10-19"},{"kind":"amendment","value_paid":"yes"},{"kind":"holding company"},` +
		`{"kind":"partnership distribution","value_paid":"yes","fully_paid":"unknown"},{"kind":"foreclosure","fully_paid":"no"}]`)
	f.Add(`[]`)
	f.Fuzz(func(t *testing.T, data string) {
		var lot []Event
		if json.Unmarshal([]byte(data), &lot) != nil {
			return
		}
		roundTrip(t, lot)
		got, err := HoldingStart(lot)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		mustHang(t, lot, got)
		roundTrip(t, got)
		open := 0
		for i := range lot {
			for _, w := range lot[i].words() {
				if lot[i].Kind.facts()&w.fact != 0 && *w.at != law.Yes && *w.at != law.No {
					open++
				}
			}
		}
		if open <= 10 && !reaches(lot, EventAmendment) {
			if want := refAnswer(lot); got.outcome() != want {
				t.Fatalf("%s, want %s\n%s", got.outcome(), want, got.Why)
			}
		}
		if got.Answer == StartKnown || got.Answer == StartNoPeriod {
			facts := purchase2002()
			if got.Answer == StartNoPeriod && got.Capacity != Estate {
				facts.Stock = Unrestricted
			}
			if with, err := got.Facts(facts, got.From); err == nil && with.start() != got.Date {
				t.Fatalf("facts start %s, want %s", with.start(), got.Date)
			}
		}
	})
}
