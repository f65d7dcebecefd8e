package restrict

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// A part of which zeros alone are stated is left out of JSON, and so it is when
// what was written is read and written again. One field is enough to keep it.
func TestZeroJSON(t *testing.T) {
	nought := dec("0.00")
	for _, c := range []struct{ empty, full any }{
		{&DamagesCap{Amount: nought, Percent: nought}, &DamagesCap{Amount: dec("1"), Percent: dec("1"), Days: 1, Rolling: true}},
		{&DamagesInterest{Percent: nought}, &DamagesInterest{Percent: dec("1"), Per: PerYear365}},
		{&RegistrationInterest{Percent: nought}, &RegistrationInterest{Percent: dec("1"), Days: 365}},
		{
			&RegistrationCharge{Initial: nought, Steps: []RegistrationStep{}, CapPeriod: nought, CapTotal: nought, Interest: RegistrationInterest{Percent: nought}},
			&RegistrationCharge{
				Initial: dec("1"), Steps: make([]RegistrationStep, 1), Every: 1, Unit: calendar.Months, Overlap: OverlapOnce, CapPeriod: dec("1"),
				CapTotal: dec("1"), CountCure: true, Payable: calendar.Deadline{Count: 1}, Interest: RegistrationInterest{Days: 1},
				Rounding: exact.Up, Authority: law.Citation{Cite: "§2"},
			},
		},
	} {
		if !c.empty.(interface{ IsZero() bool }).IsZero() {
			t.Errorf("%+v is something", c.empty)
		}
		full := reflect.ValueOf(c.full).Elem()
		for i := range full.NumField() {
			one := reflect.New(full.Type())
			one.Elem().Field(i).Set(full.Field(i))
			if full.Field(i).IsZero() || one.Interface().(interface{ IsZero() bool }).IsZero() {
				t.Errorf("%T with %s is nothing", c.empty, full.Type().Field(i).Name)
			}
		}
	}
	data, err := json.Marshal(Damages{TotalCap: DamagesCap{Percent: decimal.New(0, -2)}})
	if err != nil || string(data) != `{"base":"","unit":"","rounding":""}` {
		t.Errorf("%s, %v", data, err)
	}
}
