package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/offerkit/offerkit/law"
)

const codesPreface = `# The codes in the library

<!-- Written by internal/lawgen from the catalogs in the code. Do not edit: go run . codes >../../CODES.md there. -->

What each code of a reason means, by package. A program compares codes, which are stable; the sentences of reasons are for
people and may change. A code that ends in "unknown" names what the answer needs, one that ends in "default" a reading
that the terms do not state.
`

// codes is the whole file of the codes, those of a package sorted.
func codes() string {
	var b strings.Builder
	b.WriteString(codesPreface)
	for _, room := range rooms() {
		table(&b, "Package "+room.name, "code", "meaning")
		list := room.codes()
		slices.SortFunc(list, func(x, y law.CodeInfo) int { return cmp.Compare(x.Code, y.Code) })
		for _, info := range list {
			row(&b, "`"+string(info.Code)+"`", info.Text)
		}
	}
	return b.String()
}
