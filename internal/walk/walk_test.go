package walk

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// sample is a module with one of everything that the walk tells apart.
func sample() fstest.MapFS {
	file := func(imports ...string) *fstest.MapFile {
		text := "package p\n"
		for _, path := range imports {
			text += "import \"" + path + "\"\n"
		}
		return &fstest.MapFile{Data: []byte(text)}
	}
	return fstest.MapFS{
		"go.mod":                          {Data: []byte("module " + Module + "\n")},
		"law/law.go":                      file("strings"),
		"law/law_test.go":                 file(Module + "/internal/golden"),
		"restrict/doc.go":                 file(Module+"/restrict/rule144", "github.com/offerkit/offerkit2/x"),
		"restrict/more.go":                file(Module+"/law", Module+"/restrict/rule144"),
		"restrict/rule144/a_windows.go":   file(Module + "/internal/exact"),
		"internal/exact/exact.go":         file(Module + "/internal/deeper"),
		"internal/deeper/x.go":            file("math/big"),
		"internal/golden/golden.go":       file("testing", Module+"/law"),
		"internal/golden/testdata/bad.go": {Data: []byte("no Go")},
		"internal/lawgen/go.mod":          {Data: []byte("module " + Module + "/internal/lawgen\n")},
		"internal/lawgen/main.go":         file(Module + "/law"),
		"escrow/internal/money/x.go":      file(),
		"examples/doc_test.go":            file(Module + "/law"),
		"examples/start/main.go":          file(Module),
		"examplesque/x.go":                file(),
		".git/x.go":                       {Data: []byte("no Go")},
		"_old/x.go":                       file(),
		"law/_draft.go":                   {Data: []byte("no Go")},
		"law/README.md":                   {Data: []byte("text")},
	}
}

func paths(packages []Package) string {
	var list []string
	for _, p := range packages {
		list = append(list, p.Path)
	}
	return strings.Join(list, " ")
}

func TestRead(t *testing.T) {
	tree, err := Read(sample())
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name string
		have []Package
		want string
	}{
		{
			"all", tree.Packages, "escrow/internal/money examples examples/start examplesque internal/deeper internal/exact internal/golden law " +
				"restrict restrict/rule144",
		},
		{"public", tree.Public(), "examplesque law restrict restrict/rule144"},
		{"library", tree.Library(), "examplesque internal/deeper internal/exact law restrict restrict/rule144"},
		{"below restrict", tree.Below("restrict"), "internal/deeper internal/exact law restrict/rule144"},
		{"below law", tree.Below("law"), ""},
		{"below no package", tree.Below("offering"), ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			if have := paths(row.have); have != row.want {
				t.Errorf("%s, want %s", have, row.want)
			}
		})
	}
	i := slices.IndexFunc(tree.Packages, func(p Package) bool { return p.Path == "restrict" })
	if have := strings.Join(tree.Packages[i].Uses, " "); have != "law restrict/rule144" {
		t.Error(have)
	}
}

// A package in the root would be imported by the module's own path.
func TestReadRoot(t *testing.T) {
	files := sample()
	files["offerkit.go"] = &fstest.MapFile{Data: []byte("package offerkit\n")}
	tree, err := Read(files)
	if err != nil || tree.Public()[0].Path != "." || tree.Public()[0].Import() != Module || paths(tree.Below("examples/start")) != "." {
		t.Error(tree, err)
	}
}

func TestReadRefusesWhatIsNotGo(t *testing.T) {
	files := sample()
	files["law/bad.go"] = &fstest.MapFile{Data: []byte("no Go")}
	if _, err := Read(files); err == nil {
		t.Error("a file that does not parse is passed over")
	}
}

func TestLoad(t *testing.T) {
	tree, err := Load()
	if err != nil || tree.Root == "" || !strings.Contains(" "+paths(tree.Library())+" ", " law ") {
		t.Fatal(tree, err)
	}
	for _, p := range tree.Library() {
		if p.Within("internal/walk") || p.Within("internal/golden") {
			t.Errorf("%s helps tests, and a host would import it", p.Path)
		}
	}
	t.Chdir("../lawgen") // a nested module
	nested, err := Load()
	if err != nil || nested.Root != tree.Root || paths(nested.Packages) != paths(tree.Packages) {
		t.Error(nested, err)
	}
	t.Chdir(t.TempDir())
	if _, err := Load(); err == nil {
		t.Error("a module is found where there is none")
	}
}
