package golden

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/internal/words"
	"github.com/offerkit/offerkit/law"
)

// Sentences holds the sentences of a package to its page: the templates can be read, each
// code has a sentence among the reasons in the samples, and each of these is what the
// page makes of its code and its data alone. Codes that the page does not have are
// those of another package. testdata/words.txt shows the sentences, and after them the
// clauses, for people to read; it is the one place that pins them.
func Sentences(t *testing.T, page *words.Page, samples []any, clauses []fmt.Stringer) {
	t.Helper()
	if err := page.Check(); err != nil {
		t.Error(err)
	}
	catalog, said := map[law.Code]law.CodeInfo{}, map[law.Code][]string{}
	for _, row := range page.Codes() {
		catalog[row.Code] = row
	}
	for _, sample := range samples {
		reach(reflect.ValueOf(sample), func(part reflect.Value) {
			r, ok := part.Interface().(law.Reason)
			row, own := catalog[r.Code]
			if !ok || !own {
				return
			}
			if text := page.Text(r.Code, r.Data); text != r.Text || r.Bearing != row.Bearing {
				t.Errorf("%s says %q (%s), and its data say %q (%s)", r.Code, r.Text, r.Bearing, text, row.Bearing)
			}
			for _, d := range r.Data {
				if !slices.Contains(row.Data, d.Name) {
					t.Errorf("%s holds %q, which its sentence does not name", r.Code, d.Name)
				}
			}
			if !slices.Contains(said[r.Code], r.Text) {
				said[r.Code] = append(said[r.Code], r.Text)
			}
		})
	}
	var b strings.Builder
	for _, row := range page.Codes() {
		if len(said[row.Code]) == 0 {
			t.Errorf("no sample says %s", row.Code)
		}
		fmt.Fprintf(&b, "%s (%s)\n", row.Code, row.Bearing)
		for _, text := range said[row.Code] {
			b.WriteString("  " + text + "\n")
		}
	}
	b.WriteString("clauses\n")
	for _, clause := range clauses {
		fmt.Fprintf(&b, "  %T: %s\n", clause, strings.ReplaceAll(clause.String(), "\n", "\n    "))
	}
	File(t, "words.txt", b.String())
}
