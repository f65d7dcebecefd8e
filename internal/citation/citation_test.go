package citation

import (
	"net/url"
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	for _, cite := range []string{
		"15 U.S.C. 77d(a)(7), (d)",
		"15 U.S.C. 78p(a)(2)(C)",
		"5 U.S.C. 6103",
		"15 U.S.C. 78p(a)(2); 17 CFR 240.3a12-3(b), 240.16a-3(g)(1)",
		"17 CFR 230.144",
		"17 CFR 230.144A(a)(1)",
		"17 CFR 230.144(d)(1)(i)",
		"17 CFR 230.144(e)(3)(ii)-(iv)",
		"17 CFR 230.144(e)(3)(vii)(D)",
		"17 CFR 230.145(c), (d)",
		"17 CFR 240.13d-1(a), (i)(2)",
		"17 CFR 240.13d-2(a), 240.13d-1(i)(2)",
		"17 CFR 240.16a-3(g)(2)-(4)",
		"17 CFR 240.15c6-1",
		"former 17 CFR 230.144(e)(1), (2)",
		"former 17 CFR 230.144(e), (f), (h)",
		"Note to 17 CFR 230.144(d)(3)(ii)",
		"Note 2 to 17 CFR 230.144(d)(3)(x)",
		"Note to former 17 CFR 230.144(e)(3)(ii)",
		"86 FR 3496",
		"Release 33-8869",
		"Release 33-8005A",
		"C&DI 532.01",
		"C&DI 133.01, 133.02",
		"Securities Act Forms C&DI 116.22, 116.23",
		"SEC staff letter to NASD Regulation, January 21, 2000",
		"SEC publication Rule 144: Selling Restricted and Control Securities",
		"NYSE Rule 7.2",
		"Nasdaq Listing Rule 5635(d)",
		"Nasdaq IM-5635-3",
		"NASD Notice to Members 99-83",
		"Form S-3, General Instruction I.B.6(a)",
		"Form S-3, Instruction 1 to General Instruction I.B.6",
		"Form 8-K, General Instruction B.1", "Form 10-K, General Instruction A(2)", "Form 20-F, General Instruction A(b)",
		"Form 8-K, Item 9.01(a)(4)", "Form 8-K, former Item 7(a)(4)", "exemptive order of 2026-04-16",
		"Securities Act, section 4(a)(7)",
		"E.O. 13068",
		"executive order of 2008-12-12",
		"executive order for 2018-12-05",
		"day of mourning proclaimed in 1972",
		"Fogel v. Commissioner, 203 F.2d 347 (5th Cir. 1953)",
		"Federal Reserve K.8",
		"market practice before 1995",
		"Agreement §1(a), 3(j)",
		"Agreement §8(g)(iii)",
		"Agreement §A(vii)",
		"sample clause",
	} {
		t.Run(cite, func(t *testing.T) {
			if err := Check(cite); err != nil {
				t.Errorf("%s %v", cite, err)
			}
		})
	}
}

func TestCheckRefuses(t *testing.T) {
	for _, cite := range []string{
		"", " ", "Rule 144", "17 CFR", "17 CFR 230", "17 CFR 230.", "17 CFR §230.144", "17 C.F.R. 230.144", "17 CFR 230.144(d",
		"17 CFR 230.144 (d)", "17 CFR 230.144(1)", "17 CFR 230.144(d)(i)", "17 CFR 230.144(d)(1)(1)", "17 CFR 230.144()",
		"17 CFR 230.144(d)(0)", "17 CFR 230.144(c) and (d)", "17 CFR 230.144(e)(3)(ii), note", "17 CFR 230.144(g)(2)-4",
		"17 CFR 230.144(g)(2)-(a)", "17 CFR 230.144(d); ", "17 CFR 230.144(d), ", "17 CFR 230.144(d)(1), (x)(i)",
		"15 USC 77d", "15 U.S.C. §77d", "15 U.S.C. 77d(a)(i)", "86 Fed. Reg. 3496", "86 FR", "FR 86 3496",
		"former 86 FR 3496", "Note 1 to C&DI 532.01", "Notes to 17 CFR 230.144", "former Note to 17 CFR 230.144",
		"Release 8869", "Release 33-", "C&DI 532.1", "C&DI 532.01, as revised May 16, 2013", "CDI 532.01", "C&DI on stock",
		"SEC staff, Securities Act Forms C&DI 116.22", "SEC staff letter, 2000", "SEC staff letter to NASD, Januar 21, 2000",
		"NYSE Rule", "Rule 7.2 of the NYSE", "Nasdaq 5635(d)", "Nasdaq Listing Rule 5635(1)", "NASD 99-83",
		"Form S-3", "Form 8-K, Item", "Form 8-K, Item .1", "Form 10-K, General Instruction A(2)(b)(c)(1)", "exemptive order of April 16, 2026", "Form S-3, I.B.6", "Form S-3, Instruction to General Instruction I.B.6", "Securities Act, Section 4(a)(7)",
		"E.O.", "executive order of December 12, 2008", "executive order", "day of mourning", "Fogel v. Commissioner", "Agreement 6(a)",
		"Agreement §6(a", "Federal Reserve",
	} {
		t.Run(cite, func(t *testing.T) {
			if err := Check(cite); err == nil {
				t.Errorf("%q is taken", cite)
			}
		})
	}
}

func TestURL(t *testing.T) {
	const staff = "https://www.sec.gov/rules-regulations/staff-guidance/compliance-disclosure-interpretations/"
	for _, tt := range []struct{ name, cite, last, want string }{
		{"a rule in force", "17 CFR 230.144(d)(1)(i)", "", "https://www.ecfr.gov/current/title-17/section-230.144"},
		{"a rule with a letter", "17 CFR 230.144A(a)(1)", "", "https://www.ecfr.gov/current/title-17/section-230.144A"},
		{"a rule with dashes", "17 CFR 240.3a12-3(b)", "", "https://www.ecfr.gov/current/title-17/section-240.3a12-3"},
		{"a text that was replaced", "17 CFR 230.144(c)(2)", "2020-12-27", "https://www.ecfr.gov/on/2020-12-27/title-17/section-230.144"},
		{"the first day kept", "17 CFR 240.15c6-1", "2017-01-03", "https://www.ecfr.gov/on/2017-01-03/title-17/section-240.15c6-1"},
		{"a text replaced before", "17 CFR 240.15c6-1", "2017-01-02", ""},
		{"a former text", "former 17 CFR 230.144(k)", "", ""},
		{"a note", "Note 1 to 17 CFR 230.144(d)(3)(x)", "", "https://www.ecfr.gov/current/title-17/section-230.144"},
		{"the code", "15 U.S.C. 77d(a)(7), (d)", "", "https://www.law.cornell.edu/uscode/text/15/77d"},
		{"the first of two", "15 U.S.C. 78p(a)(2); 17 CFR 240.3a12-3(b)", "", "https://www.law.cornell.edu/uscode/text/15/78p"},
		{"the register", "86 FR 3496", "", "https://www.federalregister.gov/citation/86-FR-3496"},
		{"the register of a day that has passed", "86 FR 3496", "2022-01-01", "https://www.federalregister.gov/citation/86-FR-3496"},
		{"the register of 1990", "55 FR 17933", "", ""},
		{"the first volume with pages", "59 FR 21915", "", "https://www.federalregister.gov/citation/59-FR-21915"},
		{"the staff on rules", "C&DI 532.01", "", staff + "securities-act-rules"},
		{"the staff before a revision", "C&DI 532.01", "2013-05-15", ""},
		{"the code before an amendment", "15 U.S.C. 78p(a)(2)", "2026-03-17", ""},
		{"the staff on forms", "Securities Act Forms C&DI 116.22, 116.23", "", staff + "securities-act-forms"},
		{"a notice", "NASD Notice to Members 99-83", "", "https://www.finra.org/rules-guidance/notices/99-83"},
		{"a release", "Release 33-8869", "", ""},
		{"a form", "Form S-3, General Instruction I.B.6(a)", "", "https://www.sec.gov/files/forms-3.pdf"},
		{"a form as it was", "Form S-3, General Instruction I.B.6(a)", "2020-01-01", ""},
		{"a former item", "Form 8-K, former Item 7(a)(4)", "", ""},
		{"a contract", "Agreement §6(a)", "", ""},
		{"no citation", "Rule 144", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := URL(tt.cite, tt.last); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// What is taken is put into an address as it is, so no text may carry a character
// into it that means something there.
func FuzzCheck(f *testing.F) {
	for _, cite := range []string{"17 CFR 230.144(e)(1), (2)-(3)", "Note 1 to 17 CFR 240.13d-1(i)(2)", "C&DI 532.01", "Form S-3, Instruction 1 to General Instruction I.B.6"} {
		f.Add(cite)
	}
	f.Fuzz(func(t *testing.T, cite string) {
		address := URL(cite, "")
		if address == "" {
			return
		}
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "" || u.String() != address || strings.ContainsAny(address, " \"()<>") {
			t.Errorf("%q leads to %q, %v", cite, address, err)
		}
		if err := Check(cite); err != nil {
			t.Errorf("%q %v, and leads to %q", cite, err, address)
		}
	})
}
