package restrict

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// printedLegend is the legend as the agreement prints it.
func printedLegend(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/focus_legend.txt")
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func TestFocusLegendIsTheAgreements(t *testing.T) {
	got := FocusLegend().Compare(printedLegend(t))
	if !got.Same || got.Exact || len(got.Differences) != 0 {
		t.Errorf("the legend printed in the agreement: %+v", got)
	}
	if want := strings.Join(strings.Fields(printedLegend(t)), " "); FocusLegend().Text != want {
		t.Errorf("text\n%s\nwant\n%s", FocusLegend().Text, want)
	}
	if n := len(strings.Fields(NormalizeLegend(FocusLegend().Text))); n != 66 {
		t.Errorf("%d words, want 66", n)
	}
	if self := FocusLegend().Compare(FocusLegend().Text); !self.Exact || !self.Same {
		t.Errorf("against itself: %+v", self)
	}
}

func TestCompareLegend(t *testing.T) {
	for _, c := range []struct {
		printed, agreed string
		want            []string // nil for the same words
	}{
		{"", "", nil},
		{"  \t\n", "…—“”", nil},
		{"these Securities", "THESE SECURITIES.", nil},
		{"(the “Securities Act”)", "(THE \"SECURITIES ACT\"),", nil},
		{"lock-up", "Lock Up", nil},
		{"un\u00adregistered secu\u200brities", "Unregistered Securities", nil}, // soft hyphen, zero-width space
		{"STRASSE Σίσυφος", "strasse ΣΊΣΥΦΟΣ", nil},
		{"of an effective registration", "of any effective registration", []string{`after word 1, "any" is printed as "an"`}},
		{"may be sold", "may not be sold", []string{`after word 1, "not" is missing`}},
		{"may not be sold or pledged", "may not be sold", []string{`after word 4, "or pledged" is added`}},
		{"", "may not", []string{`after word 0, "may not" is missing`}},
		{"Act of 1934", "Act of 1933", []string{`after word 2, "1933" is printed as "1934"`}},
		{"$96", "$0.96", []string{`after word 1, "0.96" is printed as "96"`}},
		{"0.96", "0 96", []string{`after word 0, "0 96" is printed as "0.96"`}},
		{"1000 shares", "1,000 shares", []string{`after word 0, "1,000" is printed as "1000"`}},
		// Either word could be kept. Which one does not depend on the side.
		{"a b", "b a", []string{`after word 0, "a" is added`, `after word 1, "a" is missing`}},
		{"b a", "a b", []string{`after word 0, "a" is missing`, `after word 2, "a" is added`}},
		{"sold", "may be sold", []string{`after word 0, "may be" is missing`}},
		{"may be sold", "sold", []string{`after word 0, "may be" is added`}},
		{"", "may be sold", []string{`after word 0, "may be sold" is missing`}},
		{"may be sold", "", []string{`after word 0, "may be sold" is added`}},
		{"10 of them", "10% of them", []string{`after word 1, "%" is missing`}},
		{"unregistered", "un-registered", []string{`after word 0, "un registered" is printed as "unregistered"`}},
		{"naïve", "naive", []string{`after word 0, "naive" is printed as "naïve"`}},
		{"sold \xff", "sold", []string{"after word 1, \"\ufffd\" is added"}},
		{
			"THE SHARES MAY NOT BE OFFERED OR SOLD IN THE ABSENCE OF REGISTRATION",
			"The shares may not be sold or offered in the absence of a registration",
			[]string{`after word 5, "OFFERED OR" is added`, `after word 6, "or offered" is missing`, `after word 12, "a" is missing`},
		},
	} {
		got := CompareLegend(c.printed, c.agreed)
		var told []string
		for _, d := range got.Differences {
			told = append(told, d.String())
		}
		if !slices.Equal(told, c.want) || got.Same != (c.want == nil) || got.Exact != (c.printed == c.agreed) || got.Coarse {
			t.Errorf("%q against %q: %+v\n%q\nwant %q", c.printed, c.agreed, got, told, c.want)
		}
	}
}

// TestCompareLongLegends keeps hostile lengths quick: what is too long to be
// matched up word by word is shown as one difference, and says so.
func TestCompareLongLegends(t *testing.T) {
	long := strings.Repeat("a b ", 1500)
	got := CompareLegend("x "+long+"y", "z "+strings.Repeat("b a ", 1500)+"w")
	if !got.Coarse || len(got.Differences) != 1 || len(got.Differences[0].Agreed) != 3002 {
		t.Errorf("coarse %v, %d differences", got.Coarse, len(got.Differences))
	}
	if got := CompareLegend(long+"x "+long, long+"y "+long); got.Coarse || len(got.Differences) != 1 || got.Differences[0].AgreedAt != 3000 {
		t.Errorf("one word in 6001: %+v", got)
	}
}

// common is the length of the longest sequence in common, by trying.
func common(a, b []string) int {
	switch {
	case len(a) == 0 || len(b) == 0:
		return 0
	case a[0] == b[0]:
		return 1 + common(a[1:], b[1:])
	}
	return max(common(a[1:], b), common(a, b[1:]))
}

// checkComparison is what holds for any two texts.
func checkComparison(t *testing.T, a, b string) {
	t.Helper()
	got, back := CompareLegend(a, b), CompareLegend(b, a)
	plainA, plainB := NormalizeLegend(a), NormalizeLegend(b)
	if got.Same != (plainA == plainB) || got.Same != back.Same || got.Coarse != back.Coarse {
		t.Fatalf("%q, %q: same %v and %v, normalized %q, %q", a, b, got.Same, back.Same, plainA, plainB)
	}
	if NormalizeLegend(plainA) != plainA || !CompareLegend(a, plainA).Same || !CompareLegend(a, a).Exact || !CompareLegend(a, a).Same {
		t.Fatalf("%q: normalized %q, and again %q", a, plainA, NormalizeLegend(plainA))
	}
	if len(got.Differences) != len(back.Differences) {
		t.Fatalf("%q, %q: %+v, and back %+v", a, b, got, back)
	}
	// Put the prescribed words in place of the printed ones.
	w, agreed := legendWords(a), legendWords(b)
	var rebuilt []string
	at := 0
	for i, d := range got.Differences {
		m := back.Differences[i]
		if d.AgreedAt != m.PrintedAt || d.PrintedAt != m.AgreedAt || !slices.Equal(d.Agreed, m.Printed) || !slices.Equal(d.Printed, m.Agreed) {
			t.Fatalf("%q, %q: %+v, and back %+v", a, b, d, m)
		}
		if len(d.Agreed)+len(d.Printed) == 0 || d.PrintedAt < at || d.String() == "" {
			t.Fatalf("%q, %q: %+v", a, b, got)
		}
		rebuilt = append(rebuilt, w.plain[at:d.PrintedAt]...)
		if d.AgreedAt != len(rebuilt) {
			t.Fatalf("%q, %q: at %d, want %d", a, b, d.AgreedAt, len(rebuilt))
		}
		rebuilt = append(rebuilt, agreed.plain[len(rebuilt):len(rebuilt)+len(d.Agreed)]...)
		at = d.PrintedAt + len(d.Printed)
	}
	if rebuilt = append(rebuilt, w.plain[at:]...); !slices.Equal(rebuilt, agreed.plain) {
		t.Fatalf("%q, %q: rebuilt %q", a, b, rebuilt)
	}
}

func TestComparisonProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	vocabulary := []string{"a", "B", "b", "c,", "(d)", "0.5", "05", "é", "É", "$", "—", "\u00ad"}
	text := func() string {
		var b strings.Builder
		for range r.IntN(9) {
			b.WriteString(vocabulary[r.IntN(len(vocabulary))])
			b.WriteString([]string{" ", "  ", "\n", ""}[r.IntN(4)])
		}
		return b.String()
	}
	for range 20000 {
		a, b := text(), text()
		checkComparison(t, a, b)
		got, kept := CompareLegend(a, b), len(legendWords(a).plain)
		for _, d := range got.Differences {
			kept -= len(d.Printed)
		}
		if want := common(legendWords(a).plain, legendWords(b).plain); kept != want {
			t.Fatalf("%q, %q keep %d words in common, want %d: %+v", a, b, kept, want, got)
		}
	}
}

// FuzzCompareLegend holds the properties for any two texts.
func FuzzCompareLegend(f *testing.F) {
	f.Add("THE SECURITIES REPRESENTED HEREBY", "the  securities, represented hereby.")
	f.Add("0.96 ß ẞ K k ſ S", "İ i ı I ǅ ǆ")
	f.Add("", "0")
	f.Add("a.b,c 1.2.3", "\xff\xfe \u0301x \U0001F600")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 4096 {
			return
		}
		checkComparison(t, a, b)
		if utf8.ValidString(a) {
			roundTrip(t, CompareLegend(a, b))
		}
	})
}
