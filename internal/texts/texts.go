// Package texts holds the rule of what text a question may hold, for every
// package and for its JSON: text that JSON brings back as it was.
package texts

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/offerkit/offerkit/law"
)

// OK is [law.IsText].
func OK(text string) bool { return law.IsText(text) }

// Check records a fault unless the text is [OK].
func Check(fs *law.Faults, field, text string) bool { return fs.Text(field, text) }

// Cited checks each text of the citation at the path.
func Cited(fs *law.Faults, path string, c law.Citation) {
	if Citable(&c) {
		return
	}
	Check(fs, path+".cite", c.Cite)
	Check(fs, path+".title", c.Title)
	Check(fs, path+".url", c.URL)
	Check(fs, path+".doubt", c.Doubt)
}

// Citable reports whether each text of the citation is [OK].
func Citable(c *law.Citation) bool { return OK(c.Cite) && OK(c.Title) && OK(c.URL) && OK(c.Doubt) }

// Explained checks each text of the reasons at the path, and that their data have
// names of their own.
func Explained(fs *law.Faults, path string, why law.Reasons) {
	for i := range why {
		r := &why[i]
		if OK(string(r.Code)) && OK(string(r.Bearing)) && OK(r.Text) && len(r.Data) == 0 && Citable(&r.Authority) {
			continue
		}
		at := path + "[" + strconv.Itoa(i) + "]"
		Check(fs, at+".code", string(r.Code))
		Check(fs, at+".bearing", string(r.Bearing))
		for _, d := range r.Data {
			Check(fs, at+".data", d.Name)
			Check(fs, at+".data", d.Value)
		}
		_, err := r.Data.MarshalJSON()
		fs.Merge(at+".data", err)
		Check(fs, at+".text", r.Text)
		Cited(fs, at+".authority", r.Authority)
	}
}

// Line records a fault if the text has a control character, such as an end of
// line. Of text that is not [OK] it says nothing.
func Line(fs *law.Faults, field, text string) {
	i := 0
	for i < len(text) && text[i]-' ' < '\x7f'-' ' { // printable ASCII, as most names are
		i++
	}
	if i < len(text) && OK(text) && strings.ContainsFunc(text[i:], unicode.IsControl) {
		fs.Add(law.ErrInvalid, field, strconv.QuoteToASCII(text), "has a control character")
	}
}
