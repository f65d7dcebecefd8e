package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
)

const codesPreface = `# The codes in the library

<!-- Written by internal/lawgen from the catalogs in the code. Do not edit: go run . codes >../../CODES.md there. -->

What each code of a reason means, by package. A program compares codes, which are stable; the sentences of reasons are for
people and may change. A code that ends in "unknown" names what the answer needs, one that ends in "default" a reading
that the terms do not state, and one that begins with "law" after the name of the package is of a rule in LAW.md.
`

// codes is the whole file of the codes, those of a package sorted.
func codes() string {
	var b strings.Builder
	b.WriteString(codesPreface)
	catalog(&b, "calendar", calendar.Codes())
	catalog(&b, "offering", offering.Codes())
	catalog(&b, "escrow", escrow.Codes())
	catalog(&b, "restrict", restrict.Codes())
	return b.String()
}

// catalog lists the codes of a package.
func catalog(b *strings.Builder, name string, list []law.CodeInfo) {
	table(b, "Package "+name, "code", "meaning")
	slices.SortFunc(list, func(x, y law.CodeInfo) int { return cmp.Compare(x.Code, y.Code) })
	for _, info := range list {
		row(b, "`"+string(info.Code)+"`", info.Text)
	}
}
