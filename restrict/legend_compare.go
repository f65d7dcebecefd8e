package restrict

import (
	"slices"
	"strconv"
	"strings"
)

// LegendComparison is how the words printed on a certificate differ from those
// that a contract prescribes. The zero LegendComparison is of no two texts.
type LegendComparison struct {
	// Same is true if the words are the same, one by one, whatever the spaces,
	// the case of the letters and the punctuation: "substantially the following
	// legend".
	Same bool `json:"same"`
	// Exact is true if the two texts are the same to the byte.
	Exact bool `json:"exact"`
	// Differences are what is not the same, in order.
	Differences []LegendDifference `json:"differences,omitempty"`
	// Coarse is true if so much differs that the words were not matched up one
	// by one: a single difference then spans all from the first word that
	// differs to the last.
	Coarse bool `json:"coarse,omitempty"`
}

// LegendDifference is a run of words in one text and what stands in its place
// in the other. The zero LegendDifference appears in no result.
type LegendDifference struct {
	// AgreedAt and PrintedAt are the numbers of words before it in the
	// prescribed text and in the one printed.
	AgreedAt  int `json:"agreed_at"`
	PrintedAt int `json:"printed_at"`
	// Agreed are the prescribed words that are not printed, and Printed those
	// printed in their place, as they are spelled. One of them may be empty.
	Agreed  []string `json:"agreed,omitempty"`
	Printed []string `json:"printed,omitempty"`
}

// String tells the difference in a sentence, such as
//
//	after word 31, "AN" is printed as "ANY"
func (d LegendDifference) String() string {
	agreed, printed := strconv.Quote(strings.Join(d.Agreed, " ")), strconv.Quote(strings.Join(d.Printed, " "))
	after := "after word " + strconv.Itoa(d.AgreedAt) + ", "
	switch {
	case len(d.Printed) == 0:
		return after + agreed + " is missing"
	case len(d.Agreed) == 0:
		return after + printed + " is added"
	}
	return after + agreed + " is printed as " + printed
}

// CompareLegend holds the words printed on a certificate against those agreed
// on, and shows the difference word by word.
//
// Spaces and line ends, the case of letters, and punctuation do not count.
// Digits, the points and commas between digits, and signs such as $, % and § do:
// texts that differ in a number differ. A hyphen parts words, so that "lock-up"
// is "lock up".
func CompareLegend(printed, agreed string) LegendComparison {
	a, p := legendWords(agreed), legendWords(printed)
	out := LegendComparison{Exact: printed == agreed}
	// The shorter or else the first in order is always matched against the
	// other, so that the two texts may change places.
	swapped := len(p.plain) < len(a.plain) || len(p.plain) == len(a.plain) && slices.Compare(p.plain, a.plain) < 0
	if swapped {
		out.differ(p, a)
	} else {
		out.differ(a, p)
	}
	if swapped {
		for i, d := range out.Differences {
			out.Differences[i] = LegendDifference{d.PrintedAt, d.AgreedAt, d.Printed, d.Agreed}
		}
	}
	out.Same = len(out.Differences) == 0
	return out
}

// maxTable is the most pairs of words that are matched up: two texts of two
// thousand words each, when a legend has about a hundred.
const maxTable = 4 << 20

// differ matches up the words and keeps what does not match. The first words are
// not more than the second.
func (c *LegendComparison) differ(a, b words) {
	head := 0
	for head < len(a.plain) && head < len(b.plain) && a.plain[head] == b.plain[head] {
		head++
	}
	tail := 0
	for tail < len(a.plain)-head && tail < len(b.plain)-head &&
		a.plain[len(a.plain)-1-tail] == b.plain[len(b.plain)-1-tail] {
		tail++
	}
	m := matcher{a: a.plain[head : len(a.plain)-tail], b: b.plain[head : len(b.plain)-tail]}
	if len(m.b) == 0 {
		return
	}
	keep := func(i, iEnd, j, jEnd int) {
		if i == iEnd && j == jEnd {
			return
		}
		c.Differences = append(c.Differences, LegendDifference{
			AgreedAt: head + i, PrintedAt: head + j,
			Agreed:  append([]string(nil), a.spelled[head+i:head+iEnd]...), // nil if there are none
			Printed: append([]string(nil), b.spelled[head+j:head+jEnd]...),
		})
	}
	if len(m.a) == 0 || len(m.a) > maxTable/len(m.b) {
		c.Coarse = len(m.a) > 0
		keep(0, len(m.a), 0, len(m.b))
		return
	}
	m.fill()
	i, j := 0, 0
	for i < len(m.a) || j < len(m.b) {
		iEnd, jEnd := m.unmatched(i, j)
		keep(i, iEnd, j, jEnd)
		for i, j = iEnd, jEnd; i < len(m.a) && j < len(m.b) && m.a[i] == m.b[j]; {
			i, j = i+1, j+1
		}
	}
}

// matcher finds the longest sequence of words that two texts have in common.
type matcher struct {
	a, b []string
	// length holds, for each i and j, the length of that sequence for the words
	// from a[i] and b[j] on.
	length []uint16 // at most the root of maxTable
}

func (m *matcher) at(i, j int) *uint16 { return &m.length[i*(len(m.b)+1)+j] }

func (m *matcher) fill() {
	m.length = make([]uint16, (len(m.a)+1)*(len(m.b)+1))
	for i := len(m.a) - 1; i >= 0; i-- {
		for j := len(m.b) - 1; j >= 0; j-- {
			if m.a[i] == m.b[j] {
				*m.at(i, j) = *m.at(i+1, j+1) + 1
			} else {
				*m.at(i, j) = max(*m.at(i+1, j), *m.at(i, j+1))
			}
		}
	}
}

// unmatched is where the words from a[i] and b[j] on that are not in the
// sequence end.
func (m *matcher) unmatched(i, j int) (iEnd, jEnd int) {
	for i < len(m.a) || j < len(m.b) {
		switch {
		case i < len(m.a) && j < len(m.b) && m.a[i] == m.b[j]:
			return i, j
		case j == len(m.b) || i < len(m.a) && *m.at(i+1, j) >= *m.at(i, j+1):
			i++
		default:
			j++
		}
	}
	return i, j
}
