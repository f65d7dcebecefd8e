package law_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/offerkit/offerkit/law"
)

func TestReadWord(t *testing.T) {
	for _, tt := range []struct{ name, text, want, fault string }{
		{"a word", "yes", "yes", ""},
		{"none", "", "", ""},
		{"a stranger", "maybe", "no", `"maybe" must be one of: yes, no, unknown`},
		{"other letters", "Yes", "no", `"Yes" must be one of: yes, no, unknown`},
		{"no text", "\xff", "no", `"\xff" must be one of: yes, no, unknown`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			word := law.No
			err := word.UnmarshalText([]byte(tt.text))
			if string(word) != tt.want || (err == nil) != (tt.fault == "") || err != nil && (err.Error() != tt.fault || !errors.Is(err, law.ErrInvalid)) {
				t.Errorf("%q, %v", word, err)
			}
		})
	}
}

// A struct of the host is told of wrong words, by whatever reads it.
func TestWordsOfAHost(t *testing.T) {
	type question struct {
		Paid law.YesNo            `json:"paid"`
		By   map[string]law.YesNo `json:"by"`
		N    int                  `json:"n"`
	}
	data := []byte(`{"paid":"maybe","by":{"alpha":"No","beta":"no","gamma":5},"n":"7"}`)
	_, err := law.ReadJSON[question](data)
	want := `paid: "maybe" must be one of: yes, no, unknown; by.alpha: "No" must be one of: yes, no, unknown; ` +
		`by.gamma: 5 is a number; must be one of: yes, no, unknown; n: "7" is a string; a whole number without quotes is required; write 7`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
	var q question
	if err := json.Unmarshal(data, &q); !errors.Is(err, law.ErrInvalid) {
		t.Error(err)
	}
}
