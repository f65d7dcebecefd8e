// Package citation reads the citations of the law that the library makes, and
// forms the address of the page on which a source can be read.
//
// A citation is one of these, in one spelling each:
//
//	code        15 U.S.C. 77d(a)(7), (d)
//	rule        17 CFR 230.144(e)(3)(ii)-(iv)    17 CFR 240.13d-2(a), 240.13d-1(i)(2)
//	            former 17 CFR 230.144(k)         Note 1 to 17 CFR 230.144(d)(3)(x)
//	register    86 FR 3496
//	release     Release 33-8869
//	staff       C&DI 532.01                      Securities Act Forms C&DI 116.22, 116.23
//	            SEC staff letter to NASD Regulation, January 21, 2000
//	            SEC publication Rule 144: Selling Restricted and Control Securities
//	exchange    NYSE Rule 7.2     Nasdaq Listing Rule 5635(d)    Nasdaq IM-5635-3
//	notice      NASD Notice to Members 99-83
//	form        Form S-3, General Instruction I.B.6(a)
//	            Form S-3, Instruction 1 to General Instruction I.B.6
//	            Form 10-K, General Instruction A(2)     Form 8-K, Item 9.01(a)(4)
//	act         Securities Act, section 4(a)(7)
//	order       E.O. 13068        executive order of 2008-12-12 (signed then)
//	            executive order for 2018-12-05 (which closes that day)
//	            exemptive order of 2026-04-16 (of the SEC or its staff)
//	            day of mourning proclaimed in 1972
//	court       Fogel v. Commissioner, 203 F.2d 347 (5th Cir. 1953)
//	bank        Federal Reserve K.8
//	record      NYSE special closings since 1885   market practice before 1995
//	contract    Agreement §1(a), 3(j)              sample clause
//
// "C&DI" alone is of the staff's interpretations of the Securities Act Rules.
// Codes and rules that are applied together are joined by "; ". Dates of
// revisions, releases and the names of rules belong in the title.
package citation

import (
	"errors"
	"strconv"
	"strings"
)

// Check reports what is wrong with the spelling of a citation. The error says
// so in words that follow the citation: "has no form that is known".
func Check(cite string) error {
	for _, part := range strings.Split(cite, "; ") {
		r := reader{rest: part}
		if err := r.source(); err != nil {
			return err
		}
		if r.rest != "" {
			return errors.New("goes on with " + strconv.Quote(r.rest) + " where it should end")
		}
	}
	return nil
}

// The first day for which the text of the Code of Federal Regulations is kept
// by day, and the first volume of the Federal Register that has a page of its own.
const (
	firstDated  = "2017-01-03"
	firstVolume = 59
)

// URL is the address of a public page on which the first source of a citation
// stands. The last day on which it was the law, such as "2020-12-27", selects the
// text of that day; it is empty for the law in force. URL is empty if there is no
// such page, or none whose address follows from the citation.
func URL(cite, last string) string {
	first, _, _ := strings.Cut(cite, "; ")
	r := reader{rest: first}
	if Check(cite) != nil || r.source() != nil {
		return ""
	}
	switch r.kind {
	case "code", "C&DI", "forms C&DI", "form": // whose pages have the text in force alone
		if last != "" {
			return ""
		}
	}
	switch r.kind {
	case "rule":
		at := "current"
		if last != "" {
			if at = "on/" + last; last < firstDated {
				return ""
			}
		}
		return "https://www.ecfr.gov/" + at + "/title-" + r.volume + "/section-" + r.section
	case "code":
		return "https://www.law.cornell.edu/uscode/text/" + r.volume + "/" + r.section
	case "register":
		if volume, err := strconv.Atoi(r.volume); err != nil || volume < firstVolume {
			return ""
		}
		return "https://www.federalregister.gov/citation/" + r.volume + "-FR-" + r.section
	case "C&DI":
		return staffPages + "securities-act-rules"
	case "forms C&DI":
		return staffPages + "securities-act-forms"
	case "form":
		return "https://www.sec.gov/files/form" + strings.ToLower(r.section) + ".pdf"
	case "notice":
		return "https://www.finra.org/rules-guidance/notices/" + r.section
	}
	return ""
}

const staffPages = "https://www.sec.gov/rules-regulations/staff-guidance/compliance-disclosure-interpretations/"

// reader takes a citation apart from its front.
type reader struct {
	rest string
	// kind is what the page of a source is formed by; empty for sources
	// without one.
	kind string
	// volume is the title or volume, and section what stands after the name of
	// the source.
	volume, section string
}

func (r *reader) take(prefix string) bool {
	rest, ok := strings.CutPrefix(r.rest, prefix)
	if ok {
		r.rest = rest
	}
	return ok
}

// while takes what is made of these characters.
func (r *reader) while(of string) string {
	n := 0
	for n < len(r.rest) && strings.IndexByte(of, r.rest[n]) >= 0 {
		n++
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

const (
	digits = "0123456789"
	lower  = "abcdefghijklmnopqrstuvwxyz"
	upper  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

var errForm = errors.New("has no form that is known")

// note takes "Note 1 to ", and reports whether it was there.
func (r *reader) note() bool {
	if !r.take("Note ") {
		return false
	}
	if n := r.while(digits); n != "" {
		r.take(" ")
	}
	return r.take("to ")
}

// source takes one source.
func (r *reader) source() error {
	noted := r.note()
	if former := r.take("former "); former || noted {
		if r.volume = r.while(digits); r.volume == "" || !r.take(" CFR ") {
			return errors.New("is a former text or a note, and not of a rule")
		}
		err := r.rule()
		if former {
			r.kind = ""
		}
		return err
	}
	if r.volume = r.while(digits); r.volume != "" {
		switch {
		case r.take(" CFR "):
			return r.rule()
		case r.take(" U.S.C. "):
			return r.code()
		case r.take(" FR "):
			return r.number("register", digits)
		}
		return errors.New("begins with a number and is of no code, rule or register")
	}
	switch {
	case r.take("C&DI "):
		return r.interpretations("C&DI")
	case r.take("Securities Act Forms C&DI "):
		return r.interpretations("forms C&DI")
	case r.take("NASD Notice to Members "):
		return r.dashed("notice")
	case r.take("Release "):
		if err := r.dashed(""); err != nil {
			return err
		}
		r.while(upper)
		return nil
	case r.take("E.O. "), r.take("Nasdaq IM-5635-"):
		return r.number("", digits)
	case r.take("NYSE Rule "):
		return r.number("", digits+".")
	case r.take("Nasdaq Listing Rule "):
		if err := r.number("", digits); err != nil {
			return err
		}
		return r.paragraphs(rules())
	case r.take("executive order of "), r.take("executive order for "), r.take("exemptive order of "):
		return r.day()
	case r.take("day of mourning proclaimed in "):
		return r.year()
	case r.take("Form "):
		return r.form()
	case r.take("Agreement ") && r.take("§"): // a user's own contract
		return r.clauses()
	}
	return r.named()
}

// rule takes the section and the paragraphs of a rule, and further ones.
func (r *reader) rule() error {
	for first := true; ; first = false {
		part := r.while(digits)
		name := ""
		if part != "" && r.take(".") {
			name = r.while(digits + lower + upper + "-")
		}
		if name == "" || strings.HasSuffix(name, "-") {
			return errors.New("has no section of a rule such as 230.144")
		}
		if first {
			r.kind, r.section = "rule", part+"."+name
		}
		if err := r.paragraphs(rules()); err != nil {
			return err
		}
		if !r.take(", ") {
			return nil
		}
	}
}

// code takes the section and the subsections of the United States Code.
func (r *reader) code() error {
	number := r.while(digits)
	if r.kind, r.section = "code", number+r.while(lower); number == "" {
		return errors.New("has no section of the code")
	}
	return r.paragraphs(codes())
}

// number takes what is made of these characters.
func (r *reader) number(kind, of string) error {
	r.kind, r.section = kind, r.while(of)
	if strings.Trim(r.section, ".") != r.section || r.section == "" {
		return errors.New("has no number")
	}
	return nil
}

// dashed takes a number such as 99-83.
func (r *reader) dashed(kind string) error {
	before := r.while(digits)
	if before == "" || !r.take("-") {
		return errors.New("has no number such as 99-83")
	}
	err := r.number(kind, digits)
	r.section = before + "-" + r.section
	return err
}

// interpretations takes numbers such as 532.01.
func (r *reader) interpretations(kind string) error {
	r.kind = kind
	for {
		section := r.while(digits)
		if len(section) != 3 || !r.take(".") || len(r.while(digits)) != 2 {
			return errors.New("has no number of an interpretation such as 532.01")
		}
		if !r.take(", ") {
			return nil
		}
	}
}

// form takes the name of a form and the instruction to it.
func (r *reader) form() error {
	name := r.while(digits + upper + "-")
	if name == "" || !r.take(", ") {
		return errors.New("has no form and instruction")
	}
	if r.take("Instruction ") && (r.while(digits) == "" || !r.take(" to ")) {
		return errors.New("has an instruction without a number")
	}
	former, nested := r.take("former "), instructions()
	if r.take("Item ") {
		if r.number("", digits+".") != nil {
			return errors.New("has no item")
		}
		nested = rules()
	} else if !r.take("General Instruction ") || r.number("", digits+upper+".") != nil {
		return errors.New("has no general instruction")
	}
	if r.section = name; !former {
		r.kind = "form"
	}
	return r.paragraphs(nested)
}

// day takes a date such as 2008-12-12.
func (r *reader) day() error {
	if len(r.while(digits)) == 4 && r.take("-") && len(r.while(digits)) == 2 && r.take("-") && len(r.while(digits)) == 2 {
		return nil
	}
	return errors.New("has no date such as 2008-12-12")
}

func (r *reader) year() error {
	if len(r.while(digits)) != 4 {
		return errors.New("has no year")
	}
	return nil
}

// clauses takes the sections of a contract.
func (r *reader) clauses() error {
	for {
		if r.while(digits+".") == "" && r.while(upper) == "" {
			return errors.New("has no section of a contract")
		}
		for r.take("(") {
			if r.while(digits+lower+upper) == "" || !r.take(")") {
				return errors.New("has a paragraph that does not end")
			}
		}
		if !r.take(", ") {
			return nil
		}
	}
}

// named takes a source that has a name and no number, and whatever follows it.
func (r *reader) named() error {
	whole := r.rest
	r.rest = ""
	switch whole {
	case "Federal Reserve K.8", "Federal Reserve H.10", "NYSE special closings since 1885", "NYSE special trading hours since 1885",
		"market practice before 1995", "sample clause":
		return nil
	}
	if letter, ok := strings.CutPrefix(whole, "SEC staff letter to "); ok {
		return longDate(letter)
	}
	if title, ok := strings.CutPrefix(whole, "SEC publication "); ok && title != "" {
		return nil
	}
	if act, section, ok := strings.Cut(whole, " Act, section "); ok && act != "" {
		r.rest = section
		if err := r.number("", digits); err != nil {
			return err
		}
		return r.paragraphs(codes())
	}
	if parties, report, ok := strings.Cut(whole, ", "); ok && strings.Contains(parties, " v. ") {
		r.rest = report
		return r.court()
	}
	return errForm
}

// longDate wants a name and a date after it: "NASD Regulation, January 21, 2000".
func longDate(text string) error {
	parts := strings.Split(text, ", ")
	if n := len(parts); n >= 3 && len(parts[n-1]) == 4 {
		month, day, _ := strings.Cut(parts[n-2], " ")
		_, err := strconv.Atoi(day + parts[n-1])
		if err == nil && len(day) <= 2 && strings.Contains(months, month+" ") {
			return nil
		}
	}
	return errors.New("has no date such as January 21, 2000")
}

const months = "January February March April May June July August September October November December "

// court takes a report and the court: "203 F.2d 347 (5th Cir. 1953)".
func (r *reader) court() error {
	if r.while(digits) != "" && (r.take(" F.2d ") || r.take(" F.3d ") || r.take(" U.S. ")) && r.while(digits) != "" && r.take(" (") {
		if court, ok := strings.CutSuffix(r.rest, ")"); ok && len(court) >= 4 {
			r.rest = court[len(court)-4:]
			return r.year()
		}
	}
	return errors.New("has no report of a court such as 203 F.2d 347 (5th Cir. 1953)")
}
