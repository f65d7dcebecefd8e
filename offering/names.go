package offering

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/law"
)

// maxProbes is how far distinct looks for a free slot. Names that are not made
// to collide need a handful at most.
const maxProbes = 64

// distinct reports whether every order has a good name of its own. It may say
// false of good names too, and checkName then settles it row by row: so that it
// can do without the map that checkName needs, which costs more than all the
// arithmetic of a large book.
//
// It hashes the names into a table of row numbers, half of it empty. The hash is
// no secret, and names can be made that all fall on one slot; hence maxProbes.
func distinct(orders []Order) bool {
	shift := 64 - bits.Len(uint(2*len(orders)))
	if shift < 32 {
		return false // row numbers would not fit the table
	}
	table := make([]uint32, 1<<(64-shift)) // row + 1; 0 is free
	for i := range orders {
		name := strings.TrimSpace(orders[i].Investor)
		if name == "" || !law.IsText(name) {
			return false
		}
		slot, probes := hash(name)>>shift, 0
		for ; table[slot] != 0; slot = (slot + 1) & uint64(len(table)-1) {
			if probes++; probes > maxProbes || strings.TrimSpace(orders[table[slot]-1].Investor) == name {
				return false
			}
		}
		table[slot] = uint32(i + 1)
	}
	return true
}

// hash spreads a name over 64 bits, eight bytes at a time. The high bits are the
// good ones.
func hash(name string) uint64 {
	const odd = 0x9E3779B97F4A7C15 // 2^64 ÷ golden ratio
	h := uint64(len(name)) * odd
	for len(name) >= 8 {
		word := uint64(name[0]) | uint64(name[1])<<8 | uint64(name[2])<<16 | uint64(name[3])<<24 |
			uint64(name[4])<<32 | uint64(name[5])<<40 | uint64(name[6])<<48 | uint64(name[7])<<56
		h = (bits.RotateLeft64(h, 29) ^ word) * odd
		name = name[8:]
	}
	for i := range len(name) {
		h = (bits.RotateLeft64(h, 29) ^ uint64(name[i])) * odd
	}
	return h * odd
}

// checkName records a fault unless the name in the path of row i can stand in
// the list, once. Names that differ only in the spaces around them are one name.
func checkName(fs *law.Faults, path, list string, seen map[string]int, i int, name string) {
	trimmed := strings.TrimSpace(name)
	if trimmed == "" {
		fs.Missing(path)
		return
	}
	if !fs.Text(path, name) {
		return
	}
	first, repeated := seen[trimmed]
	if repeated {
		fs.Add(law.ErrDuplicate, path, strconv.Quote(name), "is the same as %s", field(list, first, path))
		return
	}
	seen[trimmed] = i
}

// needText refuses such text, and text that was left out.
func needText(fs *law.Faults, path, text string) {
	if strings.TrimSpace(text) == "" {
		fs.Missing(path)
		return
	}
	fs.Text(path, text)
}
