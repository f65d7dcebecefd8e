package restrict

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// exportedWords are the reason codes and the values of kinds that this package
// exports, by name, as its source states them. A code has no type of its own
// and a kind has; other constants without a type, such as the names of methods,
// are left out.
func exportedWords(t *testing.T) map[string]string {
	t.Helper()
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".go") || strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, value := range spec.Values {
				text, ok := value.(*ast.BasicLit)
				name := spec.Names[i].Name
				if ok && text.Kind == token.STRING && ast.IsExported(name) && (spec.Type != nil || strings.HasPrefix(name, "Code")) {
					out[name], _ = strconv.Unquote(text.Value)
				}
			}
			return true
		})
	}
	return out
}

// TestVocabulary holds all words that programs read to one form. Reason codes
// have lower-case parts between dots and underscores inside a part; the values
// of kinds are words with spaces, but for the name of a form.
func TestVocabulary(t *testing.T) {
	code := regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*(\.[a-z0-9]+(_[a-z0-9]+)*)+$`)
	kind := regexp.MustCompile(`^[a-z0-9]+( [a-z0-9]+)*$`)
	var codes, kinds []string
	for name, value := range exportedWords(t) {
		if strings.HasPrefix(name, "Code") {
			codes = append(codes, value)
			if !code.MatchString(value) {
				t.Errorf("%s = %q is no code of lower-case parts with dots between and underscores inside", name, value)
			}
			continue
		}
		kinds = append(kinds, value)
		if !kind.MatchString(value) && value != "form s-8" {
			t.Errorf("%s = %q is not of lower-case words with spaces between", name, value)
		}
	}
	if len(codes) < 260 || len(kinds) < 200 {
		t.Fatalf("only %d codes and %d kinds were found", len(codes), len(kinds))
	}
	slices.Sort(codes)
	if twice := len(codes) - len(slices.Compact(codes)); twice > 0 {
		t.Errorf("%d codes stand twice", twice)
	}
	for _, status := range []RegistrationStatus{
		RegistrationWaiting, RegistrationPending, RegistrationMet, RegistrationMetLate, RegistrationMissed, RegistrationPaused,
		RegistrationEnded, RegistrationUnknown,
	} {
		q, d := registrationQuestion{r: &Registration{}}, RegistrationDutyFinding{Status: status}
		q.conclude(&d, "", law.Citation{})
		if !code.MatchString(d.Why[0].Code) {
			t.Errorf("%q has the code %q", status, d.Why[0].Code)
		}
	}
}
