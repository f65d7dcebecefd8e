package check

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/offerkit/offerkit/law"
)

// Cited checks each text of the citation at the path.
func Cited(fs *law.Faults, path string, c law.Citation) {
	if Citable(&c) {
		return
	}
	fs.Text(path+".cite", c.Cite)
	fs.Text(path+".title", c.Title)
	fs.Text(path+".url", c.URL)
	fs.Text(path+".doubt", c.Doubt)
}

// Citable reports whether each text of the citation is [law.IsText].
func Citable(c *law.Citation) bool {
	return law.IsText(c.Cite) && law.IsText(c.Title) && law.IsText(c.URL) && law.IsText(c.Doubt)
}

// Explained checks each text of the reasons at the path, and that their data have
// names of their own.
func Explained(fs *law.Faults, path string, why law.Reasons) {
	for i := range why {
		r := &why[i]
		if law.IsText(string(r.Code)) && law.IsText(string(r.Bearing)) && law.IsText(r.Text) && len(r.Data) == 0 && Citable(&r.Authority) {
			continue
		}
		at := path + "[" + strconv.Itoa(i) + "]"
		fs.Text(at+".code", string(r.Code))
		fs.Text(at+".bearing", string(r.Bearing))
		for _, d := range r.Data {
			fs.Text(at+".data", d.Name)
			fs.Text(at+".data", d.Value)
		}
		_, err := r.Data.MarshalJSON()
		fs.Merge(at+".data", err)
		fs.Text(at+".text", r.Text)
		Cited(fs, at+".authority", r.Authority)
	}
}

// Line records a fault if the text has a control character, such as an end of
// line. Of text that is not [law.IsText] it says nothing.
func Line(fs *law.Faults, field, text string) {
	i := 0
	for i < len(text) && text[i]-' ' < '\x7f'-' ' { // printable ASCII, as most names are
		i++
	}
	if i < len(text) && law.IsText(text) && strings.ContainsFunc(text[i:], unicode.IsControl) {
		fs.Add(law.ErrInvalid, field, strconv.QuoteToASCII(text), "has a control character")
	}
}
