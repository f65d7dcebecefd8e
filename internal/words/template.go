package words

import (
	"slices"
	"strings"

	"github.com/offerkit/offerkit/law"
)

// part is a piece of a template: plain text, a datum, or a bracket.
type part struct {
	text  string // plain, if there is no name and no bracket
	name  string // the datum
	spell spelling
	by    string // the datum that decides between one and many

	bracket []part
	needs   []string // the data that a bracket needs
	absent  string   // or the datum that must be missing
}

// parse reads a template. It names the data in the order of their first use, and the
// first problem, if there is one.
func parse(template string) (parts []part, names []string, problem string) {
	p := parser{rest: template}
	parts = p.parts(0, nil)
	return parts, p.names, p.problem
}

type parser struct {
	rest    string
	names   []string
	problem string
}

func (p *parser) fail(problem string) {
	if p.problem == "" {
		p.problem = problem
	}
}

// deepest is how many brackets may stand in one another.
const deepest = 8

// parts reads up to the bracket that closes, or the end. The data named directly in
// it are added to needs.
func (p *parser) parts(depth int, needs *[]string) []part {
	var out []part
	for p.rest != "" {
		i := strings.IndexAny(p.rest, "{}[]")
		if i < 0 {
			i = len(p.rest)
		}
		if i > 0 {
			out, p.rest = append(out, part{text: p.rest[:i]}), p.rest[i:]
			continue
		}
		opened := p.rest[0]
		p.rest = p.rest[1:]
		switch {
		case opened == '{':
			out = append(out, p.datum(needs))
		case opened == '[' && depth == deepest:
			p.fail("has too many brackets in one another")
			return out
		case opened == '[':
			out = append(out, p.bracketed(depth+1))
		case opened == ']' && depth > 0:
			return out
		default:
			p.fail("has a bracket or a brace that nothing opened")
		}
	}
	if depth > 0 {
		p.fail("has a bracket that nothing closes")
	}
	return out
}

func (p *parser) bracketed(depth int) part {
	var out part
	if name, ok := strings.CutPrefix(p.rest, "!"); ok {
		name, rest, found := strings.Cut(name, " ")
		if !found {
			p.fail("has a bracket with ! and no space after the name")
		}
		out.absent, p.rest = name, rest
		p.named(name)
	}
	out.bracket = p.parts(depth, &out.needs)
	return out
}

func (p *parser) datum(needs *[]string) part {
	inner, rest, found := strings.Cut(p.rest, "}")
	if !found {
		p.fail("has a brace that nothing closes")
	}
	p.rest = rest
	name, spelled, _ := strings.Cut(inner, ":")
	out := part{name: name}
	if by, ok := strings.CutPrefix(spelled, "after "); ok {
		out.by = by
		p.named(by)
	} else if i := slices.Index(spellings(), spelled); i >= 0 {
		out.spell = spelling(i) // #nosec G115 -- one of a few
	} else {
		p.fail("spells a datum in a way that there is not: " + spelled)
	}
	if name == "" {
		p.fail("has a datum without a name")
	}
	p.named(name)
	if out.spell == money {
		p.named("currency")
	}
	if needs != nil {
		*needs = append(*needs, name)
	}
	return out
}

func (p *parser) named(name string) {
	if !slices.Contains(p.names, name) {
		p.names = append(p.names, name)
	}
}

// write adds a template with its data.
func write(b []byte, parts []part, data law.Data) []byte {
	for i := range parts {
		p := &parts[i]
		switch {
		case p.name != "":
			text := value(data, p.name)
			if p.by != "" && value(data, p.by) == "1" {
				text = strings.TrimSuffix(text, "s")
			}
			if p.spell == money {
				b = appendMoney(b, text, value(data, "currency"))
			} else {
				b = p.spell.append(b, text)
			}
		case p.text != "":
			b = append(b, p.text...)
		case p.shown(data):
			b = write(b, p.bracket, data)
		}
	}
	return b
}

// shown reports whether the data of a bracket are there, or its datum is absent.
func (p *part) shown(data law.Data) bool {
	if p.absent != "" && value(data, p.absent) != "" {
		return false
	}
	for _, name := range p.needs {
		if value(data, name) == "" {
			return false
		}
	}
	return true
}

func value(data law.Data, name string) string {
	for i := range data {
		if data[i].Name == name {
			return data[i].Value
		}
	}
	return ""
}
