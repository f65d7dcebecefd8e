package api

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	library "github.com/offerkit/offerkit/internal/walk"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
	"github.com/shopspring/decimal"
)

var update = flag.Bool("update", false, "write openapi.json anew")

// The description is made from the types that the handler decodes and encodes,
// and from their comments, so that it cannot say anything else than they do.
func TestDescriptionIsOfTheTypes(t *testing.T) {
	want := describe(t)
	if *update {
		if err := os.WriteFile("openapi.json", want, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(description, want) {
		t.Error("openapi.json is not what the types say; go test ./examples/service/api -update writes it anew")
	}
}

type object = map[string]any

func describe(t *testing.T) []byte {
	t.Helper()
	s := schemas{words: readSource(t), made: object{}, types: map[string]reflect.Type{}}
	paths := object{"/openapi.json": object{"get": object{
		"operationId": "description", "summary": "Describe the service; HEAD is answered too",
		"responses": object{"200": object{"description": "This document.", "content": object{"application/json": object{"schema": object{"type": "object"}}}}},
	}}}
	for _, e := range endpoints() {
		paths[e.path] = object{"post": object{
			"operationId": strings.TrimPrefix(e.path, "/v1/"),
			"summary":     e.summary,
			"requestBody": object{"required": true, "content": object{"application/json": object{"schema": s.of(e.in)}}},
			"responses":   s.responses(e),
		}}
	}
	text, err := json.MarshalIndent(object{
		"openapi": "3.1.0",
		"info": object{
			"title": "offerkit example service", "version": "1",
			"summary": "Securities-offering math and rules over HTTP.",
			"license": object{"name": "MIT", "identifier": "MIT"},
		},
		"servers":    []any{object{"url": "http://localhost:8080"}},
		"paths":      paths,
		"components": object{"schemas": s.made},
	}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(text, '\n')
}

// responses are the answer of an endpoint, and each status that a problem has.
func (s schemas) responses(e endpoint) object {
	out := object{
		"200": object{"description": "The answer, with its reasons. A no is an answer.", "content": object{"application/json": object{"schema": s.of(e.out)}}},
	}
	limits := Limits{}.filled()
	for status, words := range map[string]string{
		"400": "The body is not one value of JSON in UTF-8; the line and column say where.",
		"405": "The path is asked by POST.",
		"408": "The body did not come in time.",
		"413": fmt.Sprintf("The body has more than %d bytes, or what the service was started with.", limits.Body),
		"415": "The body is not application/json in UTF-8, or has a content coding.",
		"422": fmt.Sprintf("The question cannot be answered. All faults are told, up to %d, each with its path, line and column. "+
			"A question that asks for too much is one: a list of more than %d rows; %d findings in an escrow, which are purchases × conditions "+
			"over the report and all releases; a text or number of %d bytes; %d values within each other; an answer of %d bytes.",
			mostFaults, e.most, mostFindings, mostText, mostDepth, mostAnswer),
		"500":     "The answer has no JSON.",
		"503":     "Too many questions are at hand. Retry-After says how many seconds to wait.",
		"default": "Any other problem.",
	} {
		answer := object{"description": words, "content": object{"application/problem+json": object{"schema": s.of(reflect.TypeFor[Problem]())}}}
		switch status {
		case "405":
			answer["headers"] = object{"Allow": object{"schema": object{"type": "string"}}}
		case "503":
			answer["headers"] = object{"Retry-After": object{"schema": object{"type": "integer"}}}
		}
		out[status] = answer
	}
	return out
}

// schemas collects a schema for each named type.
type schemas struct {
	words *source
	made  object
	types map[string]reflect.Type // the type of each schema
}

// keyOf is the name of a package's schemas and comments: its path in the module, with
// dots, since a key has no slashes. Two packages may have a type of one name.
func keyOf(path string) string {
	switch below, ours := strings.CutPrefix(path, library.Module+"/"); {
	case path == reflect.TypeFor[Problem]().PkgPath():
		return "api"
	case ours:
		return strings.ReplaceAll(below, "/", ".")
	}
	return path[strings.LastIndex(path, "/")+1:]
}

// nameOf is the name of a type's schema.
func nameOf(t reflect.Type) string { return keyOf(t.PkgPath()) + "." + t.Name() }

// written are the schemas of the types that have a JSON of their own making.
func written() map[reflect.Type]object {
	text := func(what string) object { return object{"type": "string", "description": what} }
	return map[reflect.Type]object{
		reflect.TypeFor[decimal.Decimal](): {
			"type": []string{"string", "number"}, "description": "An exact decimal, such as \"268000.32\". Answers write it as a string.",
		},
		reflect.TypeFor[time.Time](): {"type": "string", "format": "date-time"},
		reflect.TypeFor[calendar.Date](): {
			"type": []string{"string", "null"}, "format": "date", "description": "A day such as \"2002-11-25\"; null is no date.",
		},
		reflect.TypeFor[law.Data](): {
			"type": "object", "additionalProperties": object{"type": "string"},
			"description": "The values of a reason by name, exact and plain, in the order of its sentence.",
		},
		reflect.TypeFor[calendar.Clock]():    text("A time of day, such as \"15:00\"."),
		reflect.TypeFor[calendar.Calendar](): text("The name of a ready calendar, such as \"NYSE\"."),
		reflect.TypeFor[calendar.Cutoff](): {
			"type": "object", "additionalProperties": false,
			"properties": object{"clock": text("A time of day."), "zone": text("A zone, such as \"America/New_York\"."), "exclusive": object{"type": "boolean"}},
		},
		reflect.TypeFor[restrict.Conditions](): {
			"type": "array", "items": object{"enum": []string{"c", "d", "e", "f", "h", "i"}}, "description": "Paragraphs of Rule 144.",
		},
		reflect.TypeFor[escrow.Event](): {
			"type": "object", "description": "An event in its envelope.", "additionalProperties": false,
			"required": []string{"v", "id", "type", "at", "by", "data"},
			"properties": object{
				"v": object{"type": "integer"}, "id": object{"type": "string"}, "type": object{"type": "string"},
				"at": object{"type": "string", "format": "date-time"}, "by": object{"type": "string"}, "data": object{"type": "object"},
			},
		},
	}
}

// of is a schema, or a reference to one, for a type.
func (s schemas) of(t reflect.Type) object {
	if own, ok := written()[t]; ok {
		return s.component(t, func() object { return own })
	}
	switch t.Kind() { //nolint:exhaustive // the types of the library have no other kinds, and a new one panics below
	case reflect.Struct:
		return s.component(t, func() object { return s.ofStruct(t) })
	case reflect.String:
		if t.PkgPath() == "" {
			return object{"type": "string"}
		}
		return s.component(t, func() object { return s.ofWords(nameOf(t)) })
	case reflect.Slice:
		return object{"type": []string{"array", "null"}, "items": s.of(t.Elem())}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return object{"type": "integer"}
	case reflect.Uint8:
		return object{"type": "integer", "minimum": 0}
	case reflect.Pointer:
		return s.of(t.Elem())
	}
	panic("no schema for " + t.String())
}

// component keeps the schema of a type under its name, and refers to it.
func (s schemas) component(t reflect.Type, build func() object) object {
	name := nameOf(t)
	if _, ok := s.made[name]; !ok {
		s.made[name], s.types[name] = nil, t // a type that holds itself refers to itself
		built := build()
		if words := s.words.comment[name]; words != "" && built["description"] == nil {
			built["description"] = words
		}
		s.made[name] = built
	}
	if other := s.types[name]; other != t {
		panic(fmt.Sprintf("%s is the schema of two types, of %s and of %s", name, t.PkgPath(), other.PkgPath()))
	}
	return object{"$ref": "#/components/schemas/" + name}
}

func (s schemas) ofWords(name string) object {
	if words := s.words.values[name]; len(words) > 0 {
		return object{"type": "string", "enum": append([]string{""}, words...)}
	}
	return object{"type": "string"}
}

func (s schemas) ofStruct(t reflect.Type) object {
	properties, required := object{}, []string{}
	s.fields(t, properties, &required)
	made := object{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		made["required"] = required
	}
	return made
}

// fields adds what encoding/json writes for a struct: the fields of an embedded
// one as if they were its own.
func (s schemas) fields(t reflect.Type, properties object, required *[]string) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && tag == "" {
			s.fields(f.Type, properties, required)
			continue
		}
		if !f.IsExported() || tag == "-" {
			continue
		}
		if tag == "" {
			tag = f.Name
		}
		schema := s.of(f.Type)
		if words := s.words.comment[nameOf(t)+"."+f.Name]; words != "" {
			schema["description"] = words // JSON Schema 2020-12 lets words stand beside $ref
		}
		properties[tag] = schema
		if !strings.Contains(options, "omit") {
			*required = append(*required, tag)
		}
	}
}

// source is what only the source tells: comments, and the words of each type.
type source struct {
	comment map[string]string   // by the name of the schema, and "schema.Field"
	values  map[string][]string // by the name of the schema
}

func readSource(t *testing.T) *source {
	t.Helper()
	s := &source{comment: map[string]string{}, values: map[string][]string{}}
	tree, err := library.Load()
	if err != nil {
		t.Fatal(err)
	}
	folders := map[string]string{keyOf(reflect.TypeFor[Problem]().PkgPath()): "."}
	for _, p := range tree.Public() {
		folders[keyOf(p.Import())] = filepath.Join(tree.Root, filepath.FromSlash(p.Path))
	}
	for key, folder := range folders {
		paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, declaration := range file.Decls {
				if d, ok := declaration.(*ast.GenDecl); ok {
					s.read(key, d)
				}
			}
		}
	}
	return s
}

func (s *source) read(key string, d *ast.GenDecl) {
	kind := ""
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			name := key + "." + spec.Name.Name
			s.comment[name] = sentence(spec.Doc, d.Doc)
			if fields, ok := spec.Type.(*ast.StructType); ok {
				for _, f := range fields.Fields.List {
					for _, n := range f.Names {
						s.comment[name+"."+n.Name] = sentence(f.Doc)
					}
				}
			}
		case *ast.ValueSpec:
			if named, ok := spec.Type.(*ast.Ident); ok {
				kind = key + "." + named.Name
			} else if spec.Type != nil || len(spec.Values) > 0 {
				kind = ""
			}
			for _, v := range spec.Values {
				if literal, ok := v.(*ast.BasicLit); ok && literal.Kind == token.STRING && kind != "" && d.Tok == token.CONST {
					word, err := strconv.Unquote(literal.Value)
					if err == nil && word != "" {
						s.values[kind] = append(s.values[kind], word)
					}
				}
			}
		}
	}
}

// Two packages may each have a type of one name, such as Facts.
func TestSchemaKeys(t *testing.T) {
	for path, want := range map[string]string{
		library.Module + "/restrict":             "restrict",
		library.Module + "/restrict/rule144":     "restrict.rule144",
		library.Module + "/examples/service/api": "api",
		"github.com/shopspring/decimal":          "decimal",
		"time":                                   "time",
	} {
		if have := keyOf(path); have != want {
			t.Errorf("%s: %s, want %s", path, have, want)
		}
	}
	s := schemas{words: &source{}, made: object{}, types: map[string]reflect.Type{"calendar.Date": reflect.TypeFor[Problem]()}}
	s.made["calendar.Date"] = object{}
	defer func() {
		if recover() == nil {
			t.Error("one key is of two types")
		}
	}()
	s.of(reflect.TypeFor[calendar.Date]())
}

// sentence is the first paragraph of the first comment there is, on one line.
func sentence(comments ...*ast.CommentGroup) string {
	for _, c := range comments {
		if c != nil {
			first, _, _ := strings.Cut(c.Text(), "\n\n")
			return strings.NewReplacer("[", "", "]", "").Replace(strings.Join(strings.Fields(first), " "))
		}
	}
	return ""
}
