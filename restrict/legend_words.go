package restrict

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// words are the words of a text: as they are spelled in it, and without case,
// for comparison.
type words struct {
	spelled []string
	plain   []string
}

// NormalizeLegend returns the words of a legend in lower case with one space
// between them: what [CompareLegend] compares.
func NormalizeLegend(text string) string { return strings.Join(legendWords(text).plain, " ") }

// glyph is what a character does to a word.
type glyph uint8

const (
	glyphBreak glyph = iota // ends a word
	glyphPart               // belongs to one
	glyphSign               // is one by itself
	glyphNone               // is not there, such as a soft hyphen
)

// legendWords parts a text into words. What is no valid UTF-8 counts as a sign,
// so that it is not passed over in silence.
func legendWords(text string) words {
	var spelled, plain strings.Builder // all words, one after the other
	spelled.Grow(len(text))
	plain.Grow(len(text))
	var ends [][2]int // of each word in the two
	flush := func() {
		if n := len(ends); n == 0 && plain.Len() > 0 || n > 0 && plain.Len() > ends[n-1][1] {
			ends = append(ends, [2]int{spelled.Len(), plain.Len()})
		}
	}
	digit := false // whether the character before was one
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		next, _ := utf8.DecodeRuneInString(text)
		g := glyphOf(r)
		if (r == '.' || r == ',') && digit && unicode.IsDigit(next) {
			g = glyphPart // 0.25 is neither 25 nor 0 25
		}
		digit = unicode.IsDigit(r)
		if g == glyphBreak || g == glyphSign {
			flush()
		}
		if g == glyphPart || g == glyphSign {
			spelled.WriteRune(r)
			plain.WriteRune(fold(r))
		}
		if g == glyphSign {
			flush()
		}
	}
	flush()
	return words{cut(spelled.String(), ends, 0), cut(plain.String(), ends, 1)}
}

// cut parts a text at the ends of its words.
func cut(text string, ends [][2]int, which int) []string {
	out, start := make([]string, len(ends)), 0
	for i, end := range ends {
		out[i] = text[start:end[which]]
		start = end[which]
	}
	return out
}

func glyphOf(r rune) glyph {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		return glyphPart
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r):
		return glyphPart
	case r == '`', r == '´': // quotation marks of typewriters
		return glyphBreak
	case strings.ContainsRune("%&§#@*†‡", r), unicode.IsSymbol(r):
		return glyphSign
	case unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsControl(r):
		return glyphBreak
	case unicode.Is(unicode.Cf, r):
		return glyphNone
	}
	return glyphSign // unknown characters are compared, not passed over
}

// fold is one letter for all that differ in case alone.
func fold(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	least := r
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		least = min(least, other)
	}
	return unicode.ToLower(least)
}
