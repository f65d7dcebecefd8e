package escrow_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// accepted wants these codes among the reasons.
func accepted(t testing.TB, d escrow.Decision, codes ...law.Code) escrow.Decision {
	t.Helper()
	if d.Outcome != escrow.Accepted {
		t.Fatalf("%s is %s:\n%s", d.Event, d.Outcome, d.Why)
	}
	for _, code := range codes {
		if !d.Why.Has(code) {
			t.Errorf("%s does not say %s:\n%s", d.Event, code, d.Why)
		}
	}
	return d
}

// refused wants exactly these codes, in this order.
func refused(t testing.TB, d escrow.Decision, codes ...law.Code) escrow.Decision {
	t.Helper()
	if d.Outcome != escrow.Refused || fmt.Sprint(d.Why.Codes()) != fmt.Sprint(codes) {
		t.Fatalf("%s is %s with\n%s\nwant refused with %v, got %v", d.Event, d.Outcome, d.Why, codes, d.Why.Codes())
	}
	if len(d.Legs) > 0 {
		t.Fatalf("a refusal has legs: %v", d.Legs)
	}
	return d
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("Marshal(%T): %v", v, err)
	}
	return string(b)
}
