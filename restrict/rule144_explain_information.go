package restrict

import "github.com/offerkit/offerkit/law"

// information tells the outcome of (c), what it asks for on the day of the
// sale, and what puts it at risk.
func (e *explainer) information(a assessment) {
	s := a.found
	switch {
	case s.any(infoOff):
		e.informationOff(s)
	case s.any(infoClosed):
		authority := e.cite("(c)", "(c)")
		if e.former() {
			authority = e.also(authority, "follows from the words of the two limbs; no authority says so")
		}
		e.say(codeInformationClosed, authority,
			"Current public information is asked for, and an issuer new to reporting can show it under neither limb.")
	case s.any(infoMet | infoUnmet):
		e.limb(s)
	case s.any(infoForms8K):
		e.forms8K()
	case s.any(infoUnknown):
		e.say(codeInformationUnknown, e.cite("(c)", "(c)"),
			"The answer needs to know whether the public information about the issuer is current.")
	}
	if !a.conditions.Has(ConditionC) {
		return
	}
	if !s.any(issuerOther | issuerNew) {
		e.changed(codeInformationData, changesOf144().reports[:])
	}
	if !s.any(issuerSeasoned | issuerNew) {
		e.changed(codeInformationItems, changesOf144().items[:])
	}
	if s.any(issuerSeasoned|issuerUnknown) && e.f.Issuer.Current != law.No {
		e.extension()
	}
}

func (e *explainer) informationOff(s steps) {
	if s.any(issuerNew|issuerOther) && !e.former() {
		e.say(codeInformationOff, e.cite("(b)(1)(ii)", ""), "Of a seller that is no affiliate, current public information is asked ",
			"only about an issuer that has been reporting for ", e.seasoned(), " days.")
		return
	}
	e.say(codeInformationOff, e.cite("(b)(1)", "(k)"), "Held long enough by a seller clear of affiliation, ",
		"the stock may be sold without current public information about the issuer.")
}

// limb tells whether the information is current under the limb of (c) that the
// issuer falls under.
func (e *explainer) limb(s steps) {
	limb, met, unmet := e.cite("(c)(1)", "(c)(1)"), "the issuer has filed its reports.", "the issuer has not filed its reports."
	if s.any(issuerOther) {
		limb = e.cite("(c)(2)", "(c)(2)")
		met, unmet = "the information about the issuer is public.", "the information about the issuer is not public."
	}
	const asked = "Current public information is asked for, and "
	if s.any(infoMet) {
		e.say(codeInformationMet, limb, asked, met)
		return
	}
	e.say(codeInformationUnmet, limb, asked, unmet)
}

// doubtForms8K is what is not verified about Forms 8-K before 2008.
const doubtForms8K = "the text of 1990 to 2008 was not read; that it asked for Forms 8-K is inferred from the release on them of 2004, " +
	"69 FR 15594, which amends it"

// forms8K tells that the answer turns on Forms 8-K, by the fact or by the law.
func (e *explainer) forms8K() {
	authority := e.also(e.cite("(c)(1)", "(c)(1)"), doubtForms8K)
	if e.f.Issuer.Forms8K == law.No {
		e.say(codeInformationForms8K, authority, "The issuer has not filed every Form 8-K required in the twelve months before the sale. ",
			"The answer needs a reading of whether (c)(1) required them before February 15, 2008.")
		return
	}
	e.say(codeInformationForms8K, authority, "The answer needs to know whether the issuer has filed every Form 8-K required in the ",
		"twelve months before the sale, which (c)(1) may have required before February 15, 2008.")
}

// extension warns of a report that is late by notice. The staff leaves open
// whether the reports are current meanwhile.
func (e *explainer) extension() {
	switch e.f.Issuer.Extension {
	case law.Yes:
		e.say(codeExtension, e.interpretation("131.02"), "The issuer has given notice that a report is late: a sale before it is filed ",
			"is at the seller's risk, since the information may turn out not to have been current.")
	case law.Unknown:
		e.say(codeExtension, e.interpretation("131.02"), "Whether the issuer has given notice that a report is late is unknown; ",
			"a sale before such a report is filed is at the seller's risk.")
	case law.No:
	}
}
