package restrict

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// FuzzFactsJSON feeds facts as a service would receive them. Whatever comes is
// answered, alike by both calls, or refused with faults; what is answered
// survives JSON.
func FuzzFactsJSON(f *testing.F) {
	good, err := json.Marshal(purchase2002())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(good), 731548)
	f.Add(`{}`, 0)
	f.Add(`{"acquired":"9999-12-31","paid":"9999-12-31","stock":"restricted","security":"debt","affiliate":"former",`+
		`"last_affiliate":"9999-12-30","issuer":{"reporting":"subject","reporting_since":"9999-12-01","current":"yes",`+
		`"public":"no","shell":"never"}}`, 3652058)
	f.Add(`{"acquired":"0001-01-01","paid":"2008-02-29","stock":"restricted","security":"equity","affiliate":"unknown",`+
		`"issued":"0001-01-01","issuer":{"reporting":"ended","reporting_since":"0001-01-01","reporting_until":"9999-12-31",`+
		`"current":"unknown","public":"unknown","shell":"former","shell_since":"0001-01-01","shell_until":"0001-01-01",`+
		`"form_10":"yes","form_10_filed":"9999-12-31","shell_reports":"unknown","extension":"yes"}}`, 733400)
	f.Add(`{"acquired":"2024-05-01","paid":"2024-05-01","stock":"unrestricted","security":"equity","affiliate":"never",`+
		`"capacity":"pledgee","issuer":{"reporting":"subject","reporting_since":"1985-01-01","current":"yes","shell":"start up"}}`, 739022)
	f.Add(`{"acquired":"2024-05-01","paid":"2024-05-01","stock":"restricted","security":"equity","affiliate":"now",`+
		`"compensatory":true,"issuer":{"reporting":"subject","reporting_since":"2024-01-01","current":"yes","shell":"never"}}`, 739022)
	f.Fuzz(func(t *testing.T, data string, days int) {
		var facts Facts
		if json.Unmarshal([]byte(data), &facts) != nil {
			return
		}
		roundTripValid(t, facts)
		sale := day(1, 1, 1).AddDays(days)
		finding, err := Rule144(facts, sale)
		verdict, other := Screen(facts, sale)
		if fmt.Sprint(err) != fmt.Sprint(other) || verdict != finding.Verdict {
			t.Fatalf("Rule144: %v, %v; Screen: %v, %v", finding.Verdict, err, verdict, other)
		}
		if err == nil {
			if want := referenceVerdict(facts, sale); sale.Year() < 9990 && verdict != want {
				t.Fatalf("Screen %v, want %v", verdict, want)
			}
			roundTrip(t, finding)
		} else {
			mustBeFaults(t, err)
		}
		milestones, err := Milestones(facts)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		last := calendar.Date{}
		for _, m := range milestones {
			if !m.Date.After(last) {
				t.Fatalf("milestones out of order: %v", lines(milestones))
			}
			last = m.Date
		}
		roundTrip(t, milestones)
	})
}

// roundTripValid leaves out strings that JSON itself does not keep.
func roundTripValid(t *testing.T, facts Facts) {
	t.Helper()
	data, err := json.Marshal(facts)
	if err != nil {
		t.Fatal(err)
	}
	var back Facts
	if err := json.Unmarshal(data, &back); err != nil || back != facts {
		t.Fatalf("%s comes back as %+v, %v", data, back, err)
	}
}

func mustBeFaults(t *testing.T, err error) {
	t.Helper()
	var fs law.Faults
	if !errors.As(err, &fs) || len(fs) == 0 {
		t.Fatalf("%v is no law.Faults", err)
	}
}
