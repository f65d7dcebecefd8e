package law

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func sample() Reasons {
	rule := Citation{Cite: "17 CFR 230.144(d)(1)(i)", Title: "Rule 144"}
	doubted := Citation{Cite: "17 CFR 230.144(e)(2)", Doubt: "recalled, not read"}
	return Reasons{
		{Code: "144.holding.short", Text: "Six months have not elapsed.", Authority: rule},
		{Code: "144.sum", Text: "Two and two are four."},
		{Code: "144.volume", Text: "Ten percent of the tranche.", Authority: doubted},
		{Code: "144.holding.short", Text: "Not yet.", Authority: rule},
	}
}

func TestReasons(t *testing.T) {
	rs := sample()
	if !rs.Has("144.volume") || rs.Has("144") || rs.Has("") || Reasons(nil).Has("144.volume") {
		t.Error("Has finds the wrong codes")
	}
	if got := fmt.Sprint(rs.Codes()); got != "[144.holding.short 144.sum 144.volume 144.holding.short]" {
		t.Error(got)
	}
	if got := rs.Authorities(); len(got) != 2 || got[0] != rs[0].Authority || got[1] != rs[2].Authority {
		t.Error(got)
	}
	want := `1. Six months have not elapsed. [17 CFR 230.144(d)(1)(i)]
2. Two and two are four.
3. Ten percent of the tranche. [17 CFR 230.144(e)(2) (not verified: recalled, not read)]
4. Not yet. [17 CFR 230.144(d)(1)(i)]`
	if got := rs.String(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if Reasons(nil).String() != "" || Reasons(nil).Authorities() != nil || len(Reasons(nil).Codes()) != 0 {
		t.Error("no reasons say something")
	}
}

func TestReasonsJSON(t *testing.T) {
	data, err := json.Marshal(sample()[:2])
	want := `[{"code":"144.holding.short","text":"Six months have not elapsed.","authority":{"cite":"17 CFR 230.144(d)(1)(i)","title":"Rule 144"}},` +
		`{"code":"144.sum","text":"Two and two are four."}]`
	if err != nil || string(data) != want {
		t.Fatalf("%s, %v", data, err)
	}
	var back Reasons
	if err := json.Unmarshal(data, &back); err != nil || back.String() != sample()[:2].String() {
		t.Error(back, err)
	}
}

func TestFaults(t *testing.T) {
	var fs Faults
	if fs.Err() != nil {
		t.Error("no fault is an error")
	}
	fs.Add(ErrInvalid, "orders[2].amount", "268000.005", "has a fraction of a cent")
	fs.Missing("price")
	fs.Add(ErrRange, "", "1885-01-01", "is before %s", "1885-01-02")
	err := fs.Err()
	if got := err.Error(); got != "orders[2].amount: 268000.005 has a fraction of a cent; price: is required; 1885-01-01 is before 1885-01-02" {
		t.Error(got)
	}
	wrapped := fmt.Errorf("deal 7: %w", err)
	for _, kind := range []error{ErrInvalid, ErrMissing, ErrRange} {
		if !errors.Is(wrapped, kind) {
			t.Errorf("%v is lost", kind)
		}
	}
	if errors.Is(wrapped, ErrDuplicate) {
		t.Error("a kind that was not recorded is found")
	}
	var all Faults
	var first *Fault
	if !errors.As(wrapped, &all) || len(all) != 3 || !errors.As(wrapped, &first) || first.Field != "orders[2].amount" || first.Value != "268000.005" {
		t.Error(all, first)
	}
	// A percent sign in a value or a problem is no format verb.
	var odd Faults
	odd.Add(ErrInvalid, "rate", "7%d", "is not 100%")
	if got := odd.Error(); got != "rate: 7%d is not 100%" {
		t.Error(got)
	}
	var long Faults
	long.Add(ErrInvalid, "name", strings.Repeat("é", 1<<20), "is too long")
	if got := long.Error(); len(got) > 200 || !strings.Contains(got, "…") || strings.ToValidUTF8(got, "?") != got {
		t.Errorf("%d bytes: %.120s", len(got), got)
	}
	// As many bytes as a message repeats are repeated whole, and one more is cut.
	for n, want := range map[int]string{maxValue: strings.Repeat("x", maxValue), maxValue + 1: strings.Repeat("x", maxValue) + "…"} {
		var fs Faults
		if fs.Add(ErrInvalid, "field", strings.Repeat("x", n), "is wrong"); fs[0].Value != want {
			t.Errorf("of %d bytes stays %q", n, fs[0].Value)
		}
	}
}

// Faults made by hand may hold a nil, or one without a kind.
func TestFaultsByHand(t *testing.T) {
	for name, fs := range map[string]Faults{
		"nil alone": {nil}, "nil among others": {nil, {Problem: "is wrong", Kind: ErrRange}, nil}, "no kind": {{Field: "a"}}, "zero": {{}},
	} {
		t.Run(name, func(t *testing.T) {
			var outer Faults
			outer.Merge("rule", fs)
			wrong := name == "nil among others"
			for _, err := range []error{fs, outer, fmt.Errorf("wrapped: %w", fs)} {
				if errors.Is(err, ErrRange) != wrong || errors.Is(err, ErrMissing) {
					t.Errorf("%v has another kind", err)
				}
				if strings.Contains(err.Error(), "is wrong") != wrong {
					t.Errorf("the message is %q", err)
				}
			}
			var first *Fault
			if errors.As(fs, &first) && first == nil {
				t.Errorf("the first is %v", first)
			}
		})
	}
	var none *Fault
	if none.Error() != "" || none.Unwrap() != nil {
		t.Error(none)
	}
}

// A value that is not UTF-8 can be printed and stored all the same.
func TestFaultValueIsText(t *testing.T) {
	for value, want := range map[string]string{
		"a\xffb": `"a\xffb"`, "\xe9": `"\xe9"`, "é": "é", strings.Repeat("\xff", 1000): `"` + strings.Repeat(`\xff`, 19) + `\xf…`,
	} {
		var fs Faults
		if fs.Add(ErrInvalid, "name", value, "is wrong"); fs[0].Value != want {
			t.Errorf("%q is told as %s, not %s", value, fs[0].Value, want)
		}
	}
}

func TestMerge(t *testing.T) {
	var inner Faults
	inner.Missing("unit")
	inner.Add(ErrDuplicate, "[3]", "x", "is given twice")
	inner.Add(ErrInvalid, "", "y", "is wrong")
	var fs Faults
	fs.Merge("rule", nil)
	fs.Merge("rule", fmt.Errorf("wrapped: %w", inner.Err()))
	fs.Merge("", inner.Err())
	fs.Merge("file", errors.New("100%d broken"))
	if got := fs.Error(); got != "rule.unit: is required; rule[3]: x is given twice; rule: y is wrong; "+
		"unit: is required; [3]: x is given twice; y is wrong; file: 100%d broken" {
		t.Error(got)
	}
	if inner[0].Field != "unit" {
		t.Error("Merge changed the inner fault")
	}
	if !errors.Is(fs, ErrDuplicate) || !errors.Is(fs, ErrMissing) {
		t.Error("Merge lost a kind")
	}
}

func TestOneOf(t *testing.T) {
	type unit string
	var fs Faults
	OneOf(&fs, "unit", unit("days"), "days", "weeks")
	if fs.Err() != nil {
		t.Error(fs)
	}
	OneOf(&fs, "unit", unit(""), "days", "weeks")
	OneOf(&fs, "unit", unit("fortnights\n"), "days", "weeks")
	if got := fs.Error(); got != `unit: is required; unit: "fortnights\n" must be one of: days, weeks` {
		t.Error(got)
	}
	if !errors.Is(fs, ErrMissing) || !errors.Is(fs, ErrInvalid) {
		t.Error("kinds")
	}
}
