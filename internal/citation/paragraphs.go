package citation

import (
	"errors"
	"strings"
)

// nesting is the order in which paragraphs stand in each other.
type nesting [4]func(string) bool

func rules() nesting { return nesting{letter, number, roman, capital} } // 230.144(d)(1)(i)(A)

// Instructions of forms number their paragraphs, or letter them.
func instructions() nesting {
	return nesting{func(s string) bool { return letter(s) || number(s) }, roman, capital}
}

func codes() nesting { return nesting{letter, number, capital, roman} } // 77d(a)(7)(A)(i)

func letter(s string) bool  { return len(s) <= 2 && strings.Trim(s, lower) == "" }
func number(s string) bool  { return len(s) <= 2 && strings.Trim(s, digits) == "" && s[0] != '0' }
func roman(s string) bool   { return len(s) <= 5 && strings.Trim(s, "ivx") == "" }
func capital(s string) bool { return len(s) <= 2 && strings.Trim(s, upper) == "" }

// paragraphs takes "(e)(1), (2)" and "(g)(2)-(4)": paragraphs that stand in each
// other, a range of the last, and more of them in a list.
func (r *reader) paragraphs(of nesting) error {
	level := 0
	for first := true; ; first = false {
		if !strings.HasPrefix(r.rest, "(") {
			return nil // the section alone
		}
		name, ok := r.paragraph()
		if !ok {
			return errors.New("has a paragraph that does not end")
		}
		start := 0
		if !first { // as deep as the last, or further out
			for start = level - 1; start > 0 && !of[start](name); {
				start--
			}
		}
		if !of[start](name) {
			return outOfOrder(name)
		}
		for level = start + 1; strings.HasPrefix(r.rest, "("); level++ {
			if name, ok = r.paragraph(); !ok || level >= len(of) || !of[level](name) {
				return outOfOrder(name)
			}
		}
		if r.take("-") {
			if name, ok = r.paragraph(); !ok || !of[level-1](name) {
				return errors.New("has a range that ends in (" + name + ")")
			}
		}
		if !strings.HasPrefix(r.rest, ", (") {
			return nil
		}
		r.take(", ")
	}
}

func outOfOrder(name string) error {
	return errors.New("has a paragraph out of its order: (" + name + ")")
}

// paragraph takes one in brackets.
func (r *reader) paragraph() (string, bool) {
	if !r.take("(") {
		return "", false
	}
	name := r.while(digits + lower + upper)
	return name, r.take(")") && name != ""
}
