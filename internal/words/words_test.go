package words

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/offerkit/offerkit/law"
)

func TestText(t *testing.T) {
	for _, c := range []struct {
		name, template string
		data           []string
		want           string
	}{
		{"plain", "the end.", nil, "The end."},
		{"a value", "{who} signs.", []string{"who", "alpha"}, "Alpha signs."},
		{"no value", "{who} signs.", nil, " signs."},
		{"a capital and a digit stay", "{who} signs.", []string{"who", "3 of us"}, "3 of us signs."},
		{"a bracket with its datum", "A[, for {who}].", []string{"who", "alpha"}, "A, for alpha."},
		{"a bracket without", "A[, for {who}].", nil, "A."},
		{"two data in a bracket, one missing", "A[, {x} and {y}].", []string{"x", "1"}, "A."},
		{"absent", "A[!who , by nobody].", nil, "A, by nobody."},
		{"not absent", "A[!who , by nobody].", []string{"who", "alpha"}, "A."},
		{"a bracket in a bracket", "A[ {x}[ ({y})]].", []string{"x", "1"}, "A 1."},
		{"both", "A[ {x}[ ({y})]].", []string{"x", "1", "y", "2"}, "A 1 (2)."},
		{"the inner needs the outer", "A[ {x}[ ({y})]].", []string{"y", "2"}, "A."},
		{"an empty value is none", "A[, for {who}].", []string{"who", ""}, "A."},
		{"weekday", "{d:weekday}.", []string{"d", "2002-11-29"}, "Friday, November 29, 2002."},
		{"date", "{d:date}.", []string{"d", "2002-11-29"}, "November 29, 2002."},
		{"no date", "{d:date}.", []string{"d", "no date"}, "No date."},
		{"a month that is none", "{d:date}.", []string{"d", "2002-13-29"}, "2002-13-29."},
		{
			"dates", "{d:dates}.",
			[]string{"d", "2002-11-28 (Thanksgiving Day), 2026-07-03 (Independence Day, observed for 2026-07-04)"},
			"November 28, 2002 (Thanksgiving Day), July 3, 2026 (Independence Day, observed for July 4, 2026).",
		},
		{"no dates", "{d:dates}.", []string{"d", "part 12002-11-28 and 2002-11-280"}, "Part 12002-11-28 and 2002-11-280."},
		{"afternoon", "{c:clock}.", []string{"c", "15:00"}, "3:00 p.m."},
		{"morning", "{c:clock}.", []string{"c", "09:30:15"}, "9:30:15 a.m."},
		{"noon", "{c:clock}.", []string{"c", "12:00"}, "Noon."},
		{"past noon", "{c:clock}.", []string{"c", "12:00:01"}, "12:00:01 p.m."},
		{"midnight", "{c:clock}.", []string{"c", "00:00"}, "Midnight."},
		{"past midnight", "{c:clock}.", []string{"c", "00:05"}, "12:05 a.m."},
		{"no time", "{c:clock}.", []string{"c", "25:00"}, "25:00."},
		{"instant", "{at:instant}.", []string{"at", "2002-11-29T15:00:00-05:00"}, "3:00 p.m. on Friday, November 29, 2002."},
		{"a part of a second", "{at:instant}.", []string{"at", "2002-11-29T17:00:00.5-05:00"}, "5:00:00.5 p.m. on Friday, November 29, 2002."},
		{"UTC", "{at:instant}.", []string{"at", "2002-11-29T09:00:30Z"}, "9:00:30 a.m. on Friday, November 29, 2002."},
		{"no instant", "{at:instant}.", []string{"at", "then"}, "Then."},
		{"place", "{z:place}.", []string{"z", "America/New_York"}, "New York time."},
		{"a place in a place", "{z:place}.", []string{"z", "America/Indiana/Knox"}, "Knox time."},
		{"no place", "{z:place}.", []string{"z", "UTC"}, "UTC."},
		{"money", "{n:money}.", []string{"n", "500000.00"}, "$500,000.00."},
		{"money below zero", "{n:money}.", []string{"n", "-1000.10"}, "-$1,000.10."},
		{"money of another currency", "{n:money}.", []string{"n", "-9223372036854775808.07", "currency", "CHF"}, "-CHF 9,223,372,036,854,775,808.07."},
		{"no money", "{n:money}.", []string{"n", "1e9"}, "$1e9."},
		{"count", "{n:count}.", []string{"n", "-1000"}, "-1,000."},
		{"no count", "{n:count}.", []string{"n", "no count"}, "No count."},
		{"shares", "{n:shares}.", []string{"n", "520833"}, "520,833 shares."},
		{"a share", "{n:shares}.", []string{"n", "1"}, "1 share."},
		{"a list of one", "{l:list}.", []string{"l", "Focus, Inc."}, "Focus, Inc.."},
		{"a list of two", "{l:list}.", []string{"l", "a\nb"}, "A and b."},
		{"a list of three", "{l:list}.", []string{"l", "a\nb\nc"}, "A, b and c."},
		{"one", "{n} {unit:after n}.", []string{"n", "1", "unit", "trading days"}, "1 trading day."},
		{"many", "{n} {unit:after n}.", []string{"n", "2", "unit", "trading days"}, "2 trading days."},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := NewPage([]Row{For("a.b", "A meaning.", c.template)})
			if err := page.Check(); err != nil {
				t.Error(err)
			}
			r := page.Reason("a.b", law.Citation{Cite: "§1"}, c.data...)
			// The clock ends in a period of its own.
			if got := strings.Replace(r.Text, "m..", "m.", 1); got != c.want || r.Bearing != law.BearingFor || r.Authority.Cite != "§1" {
				t.Errorf("%q, want %q", got, c.want)
			}
			if again := page.Text(r.Code, r.Data); again != r.Text {
				t.Errorf("from its data: %q", again)
			}
			for _, d := range r.Data {
				if d.Value == "" {
					t.Errorf("%s is empty", d.Name)
				}
			}
		})
	}
}

func TestCodes(t *testing.T) {
	page := NewPage([]Row{
		For("a.for", "For.", "{x}[ {y}][!z , {x}]."), Against("a.against", "Against.", "{n} {unit:after n}."), Unknown("a.unknown", "Unknown.", "No."),
		Open("a.open", "Open.", "No."), Note("a.note", "Note.", "No."),
	})
	want := []law.CodeInfo{
		{Code: "a.for", Bearing: law.BearingFor, Data: []string{"x", "y", "z"}, Text: "For."},
		{Code: "a.against", Bearing: law.BearingAgainst, Data: []string{"n", "unit"}, Text: "Against."},
		{Code: "a.unknown", Bearing: law.BearingUnknown, Text: "Unknown."},
		{Code: "a.open", Bearing: law.BearingOpen, Text: "Open."},
		{Code: "a.note", Bearing: law.BearingNote, Text: "Note."},
	}
	got := page.Codes()
	for i := range want {
		if got[i].Code != want[i].Code || got[i].Bearing != want[i].Bearing || strings.Join(got[i].Data, " ") != strings.Join(want[i].Data, " ") || got[i].Text != want[i].Text {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
	if r := page.Reason("a.other", law.Citation{}); r.Text != "" || r.Bearing != "" {
		t.Errorf("a code that the page does not have: %+v", r)
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct{ name, template string }{
		{"a brace that is open", "A {x."},
		{"a bracket that is open", "A [{x}."},
		{"a bracket that nothing opened", "A {x}]."},
		{"a brace that nothing opened", "A x}."},
		{"a datum without a name", "A {}."},
		{"a spelling that there is not", "A {x:shout}."},
		{"absent without an end", "A [!x]."},
		{"no period", "A {x}"},
		{"too deep", strings.Repeat("[{x}", 9) + strings.Repeat("]", 9) + "."},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := NewPage([]Row{For("a.b", "A.", c.template)})
			if err := page.Check(); err == nil {
				t.Errorf("%q is taken", c.template)
			}
			page.Text("a.b", law.Data{{Name: "x", Value: "1"}}) // does not fail
		})
	}
	if err := NewPage([]Row{For("a.b", "A.", "A."), {Code: "a.b", Sentence: "A."}}).Check(); err == nil ||
		err.Error() != "a.b: is given twice; a.b.bearing: is required; a.b.meaning: is required" {
		t.Error(err)
	}
}

// FuzzSay reads any template and any value.
func FuzzSay(f *testing.F) {
	f.Add("A[ {x:dates}[!y , {z:instant}]] {u:after x}.", "2002-11-29")
	f.Add("{x:clock}{x:weekday}{x:place}", "2002-11-29T15:00:00Z")
	f.Add("{x:money}{x:count}{x:shares}{x:list}", "1234.50\n-12")
	f.Fuzz(func(t *testing.T, template, value string) {
		out := Say(template, "x", value, "y", value, "z", value, "u", value)
		if utf8.ValidString(template) && utf8.ValidString(value) && !utf8.ValidString(out) {
			t.Errorf("%q with %q becomes %q", template, value, out)
		}
	})
}

func BenchmarkReason(b *testing.B) {
	page := NewPage([]Row{For("a.b", "A.", "[{name}: ]counted from {event:weekday}[, on which the {calendar} calendar is closed ({closed:dates})][!closed , which is day 0].")})
	for b.Loop() {
		page.Reason("a.b", law.Citation{}, "name", "Delivery", "event", "2002-11-25")
	}
}
