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
that the terms do not state. Where a package records them, the bearing is that of its reasons on the answer ("for", "against",
"unknown", "open" for what is left to the caller, "note"), and the data are the values that they may hold, by name.
`

// codes is the whole file of the codes, those of a package sorted.
func codes() string {
	var b strings.Builder
	b.WriteString(codesPreface)
	for _, room := range rooms() {
		list := room.codes()
		slices.SortFunc(list, func(x, y law.CodeInfo) int { return cmp.Compare(x.Code, y.Code) })
		if !slices.ContainsFunc(list, func(info law.CodeInfo) bool { return info.Bearing != "" }) {
			table(&b, "Package "+room.name, "code", "meaning")
			for _, info := range list {
				row(&b, "`"+string(info.Code)+"`", info.Text)
			}
			continue
		}
		table(&b, "Package "+room.name, "code", "bearing", "meaning", "data")
		for _, info := range list {
			row(&b, "`"+string(info.Code)+"`", string(info.Bearing), info.Text, strings.Join(info.Data, ", "))
		}
	}
	return b.String()
}
