package restrict

import "github.com/offerkit/offerkit/law"

// shell tells how the stock stands at the gate of (i).
func (e *explainer) shell(s steps) {
	gate := e.cite("(i)(1)", "")
	if e.former() {
		gate = law.Citation{} // that text had no such gate
	}
	switch i := &e.f.Issuer; {
	case s.any(shellNever):
		e.say(codeShellNever, gate, "The issuer was never a shell company.")
	case s.any(shellCombination):
		e.say(codeShellCombination, gate, "The issuer was a business combination related shell company, which the rule excludes: ",
			"one formed by an entity that is not a shell company, solely to change its domicile or to combine entities of which ",
			"none is a shell company. A special purpose acquisition company is not one, nor is the shell of a reverse merger.")
	case s.any(shellStartUp):
		e.say(codeShellStartUp, doubt(gate, "that start-up companies are not meant is recalled, not read"),
			"The answer needs a finding whether the start-up with its few operations and assets is a shell company.")
	case s.any(shellLater) && i.ShellSince.After(e.sale):
		e.say(codeShellLater, gate, "The issuer was not yet a shell company, which it became on ", i.ShellSince.Long(), ".")
	case s.any(shellLater):
		e.say(codeShellLater, doubt(gate, "note 172 of Release 33-8869 was read in a description only"),
			"The issuer was a shell company from ", i.ShellSince.Long(), ", but issued this stock before, on ",
			e.f.Issued.Long(), ".")
	case s.any(shellBarred) && i.Shell == ShellFormer && !e.sale.After(i.ShellUntil):
		e.say(codeShellBarred, gate, "The issuer is a shell company on the day of the sale, until ", i.ShellUntil.Long(),
			", and was one when it issued this stock on ", e.f.Issued.Long(), " or had been one before.")
	case s.any(shellBarred) && i.Shell == ShellFormer:
		e.say(codeShellBarred, gate, "The issuer was a shell company until ", i.ShellUntil.Long(),
			", and when it issued this stock on ", e.f.Issued.Long(), " or before.")
	case s.any(shellBarred):
		e.say(codeShellBarred, gate, "The issuer is a shell company, and was one when it issued this stock on ",
			e.f.Issued.Long(), " or had been one before.")
	case s.any(shellPractice):
		e.say(codeShellPractice, law.Citation{
			Cite: "SEC staff letter to NASD Regulation, January 21, 2000", Title: "Worm letter", Doubt: "known from descriptions only",
		}, "The issuer was a shell company when it issued this stock or before; the text of the time does not say ",
			"whether it may be sold, and the answer needs a reading of the staff's practice.")
	case s.any(shellUnknown):
		e.say(codeShellUnknown, gate, "The answer needs to know whether the issuer is or ever was a shell company.")
	}
}

// formerShell tells every condition of (i)(2) that a former shell fails, or
// that it keeps them all.
func (e *explainer) formerShell(s steps) {
	const formerly = "The issuer was a shell company when it issued this stock or before"
	cure, filed := e.cite("(i)(2)", ""), e.f.Issuer.Form10Filed
	months := e.era.Value.shellMonths
	if s.any(shellCured) {
		e.say(codeShellCured, cure, formerly, "; ", span(months), " has passed since it first filed Form 10 information, on ", filed.Long(),
			", it is subject to reporting, and it has filed all reports of the twelve months before the sale, Forms 8-K aside.")
	}
	if s.any(shellNotReporting) {
		e.say(codeShellNotReporting, cure, formerly, ", and is not subject to reporting.")
	}
	if s.any(shellDutyUnknown) {
		e.say(codeShellDutyUnknown, cure, formerly, "; the answer needs to know whether it is subject to reporting.")
	}
	if s.any(shellNoForm10) {
		e.say(codeShellNoForm10, cure, formerly, ", and has filed no Form 10 information since.")
	}
	if s.any(shellForm10Unknown) {
		e.say(codeShellForm10Unknown, cure, formerly, "; the answer needs the day on which it first filed Form 10 information.")
	}
	if s.any(shellYear) {
		e.say(codeShellYear, cure, formerly, "; ", span(months), " since it first filed Form 10 information, on ", filed.Long(),
			", is over on ", periodEnd(filed, months, anniversary).Long(), ".")
	}
	if s.any(shellUnfiled) {
		e.say(codeShellReports, cure, formerly,
			", and has not filed all reports of the twelve months before the sale, Forms 8-K aside, which is asked at every sale.")
	}
	if s.any(shellFiledUnknown) {
		e.say(codeShellReportsUnknown, cure, formerly,
			"; the answer needs to know whether it has filed all reports of the twelve months before the sale, Forms 8-K aside.")
	}
}
