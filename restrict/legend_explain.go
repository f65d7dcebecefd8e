package restrict

import (
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// telling tells how one limb stands on the day. It decides nothing.
type telling struct {
	r     *releaser
	limb  *Limb
	index int // of the limb in its legend
	out   *LimbFinding
}

func (r *releaser) say(code law.Code, authority law.Citation, parts ...string) {
	r.why = append(r.why, law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: authority})
}

func (t *telling) say(code law.Code, parts ...string) { t.r.say(code, t.limb.Authority, parts...) }

// need records a fact that is unknown.
func (t *telling) need(path string, word law.YesNo) {
	if word == law.Unknown {
		t.out.Needs = append(t.out.Needs, path)
	}
}

func (t *telling) tell() {
	switch t.out.Met {
	case law.Yes:
		t.tellMet()
	case law.Unknown:
		t.tellUnknown()
	default:
		t.tellUnmet()
	}
	if t.limb.Kind == LimbRule144 {
		t.r.tellRule144(t.r.on)
	}
}

func (t *telling) tellMet() {
	since := t.out.From.Anniversary.Long()
	switch t.limb.Kind {
	case LimbRegistration:
		t.say(codeLimbMet, "Met since ", since, ": a registration statement for the shares is effective", t.andCurrent(), ".")
	case LimbRegisteredSale:
		t.say(codeLimbMet, "Met since ", since, ": the shares were sold under an effective registration statement.")
	case LimbOpinion:
		t.say(codeLimbMet, "Met since ", since, ": the issuer accepts an opinion of counsel", t.orEvidence(), ".")
	case LimbRule144Sale:
		t.say(codeLimbMet, "Met since ", since, ": the shares were sold under Rule 144.")
	case LimbRule144:
		t.say(codeLimbMet, "Met since ", since, ": the shares could be sold under Rule 144", t.without(), t.goingOn(), ".")
		t.tellLapse()
	case LimbNoAffiliate:
		t.say(codeLimbMet, "Met since ", since, ": the holder is clear of affiliation with the issuer.")
	case LimbRegulationS, LimbNote:
		_, authority, _ := t.limb.end(t.start().On)
		t.r.say(codeLimbMet, authority, "Met since ", since, ": the period that began on ", t.start().On.Long(), " is over.")
	case LimbLockUp:
		t.say(codeLimbMet, "Met since ", since, ": the lock-up no longer binds.")
	default:
		t.say(codeLimbMet, "Met since ", since, ": ", strconv.Quote(t.limb.Name), " holds.")
	}
}

func (t *telling) tellUnknown() {
	f := t.r.f
	switch t.limb.Kind {
	case LimbRegistration:
		t.needRegistration()
	case LimbRegisteredSale:
		t.need("sale.happened", f.Sale.Happened)
		if f.Sale.Happened == law.Yes {
			t.needRegistration()
		}
	case LimbOpinion:
		t.need("opinion.happened", f.Opinion.Happened)
		t.need("opinion.accepted", f.Opinion.Accepted)
		if t.limb.Evidence {
			t.need("evidence.happened", f.Evidence.Happened)
			t.need("evidence.accepted", f.Evidence.Accepted)
		}
	case LimbRule144Sale:
		t.need("sale.happened", f.Sale.Happened)
		if f.Sale.Happened == law.Yes {
			t.need("sale.kept", f.Sale.Kept)
			t.needRule144(f.Sale.On)
		}
	case LimbRule144:
		t.needReading()
	case LimbNoAffiliate:
		t.out.Needs = append(t.out.Needs, "rule_144.affiliate")
	case LimbRegulationS:
		t.need("offshore.happened", f.Offshore.Happened)
	case LimbNote:
		t.out.Needs = append(t.out.Needs, "issue.owner")
	case LimbCondition:
		t.out.Needs = append(t.out.Needs, "conditions")
	case LimbLockUp:
	}
	if len(t.out.Needs) == 0 {
		t.say(codeLimbUnknown, "Whether this is met (", string(t.limb.Kind), ") turns on law that was not read.")
		return
	}
	t.say(codeLimbUnknown, "Whether this is met (", string(t.limb.Kind), ") turns on what is unknown: ",
		strings.Join(t.out.Needs, ", "), ".")
	if t.limb.Kind == LimbRule144 {
		t.tellReading()
	}
}

func (t *telling) needRegistration() {
	t.need("registration.happened", t.r.f.Registration.Happened)
	if t.limb.Current {
		t.need("registration.current", t.r.f.Registration.Current)
	}
}

// needRule144 names every fact of the lot that is unknown, Forms 8-K if a sale on
// that day turns on them.
func (t *telling) needRule144(day calendar.Date) {
	f := &t.r.f.Rule144
	if f.Affiliate == AffiliateUnknown {
		t.out.Needs = append(t.out.Needs, "rule_144.affiliate")
	}
	if f.Issuer.Reporting == ReportingUnknown {
		t.out.Needs = append(t.out.Needs, "rule_144.issuer.reporting")
	}
	t.need("rule_144.issuer.current", f.Issuer.Current)
	if f.Issuer.Forms8K != law.No && t.r.q.at(day, anniversary).found.any(infoForms8K) {
		t.out.Needs = append(t.out.Needs, "rule_144.issuer.forms_8_k")
	}
	t.need("rule_144.issuer.public", f.Issuer.Public)
	if f.Issuer.Shell == ShellUnknown || f.Issuer.Shell == ShellStartUp {
		t.out.Needs = append(t.out.Needs, "rule_144.issuer.shell")
	}
	t.need("rule_144.issuer.form_10", f.Issuer.Form10)
	t.need("rule_144.issuer.shell_reports", f.Issuer.ShellReports)
}

// needReading names the reading of the clause if the limb turns on it, and the
// facts of the lot if it turns on one of them on either reading.
func (t *telling) needReading() {
	narrow, wide := t.r.readings(t.limb, t.r.on, anniversary)
	if narrow == law.Unknown || wide == law.Unknown {
		t.needRule144(t.r.on)
	}
	if narrow != wide {
		t.out.Needs = append(t.out.Needs, "legend.limbs["+strconv.Itoa(t.index)+"].shell_reports")
	}
}

// tellReading tells that it turns on the reading of the clause.
func (t *telling) tellReading() {
	if narrow, wide := t.r.readings(t.limb, t.r.on, anniversary); narrow != wide {
		t.r.say(codeLimbReading, t.r.paragraphI2(), "The clause rules out current public information and does not name Rule 144(i)(2): ",
			"whether it rules out the reports required there of a former shell company at every sale is a question of its reading.")
	}
}

// paragraphI2 cites (i)(2).
func (r *releaser) paragraphI2() law.Citation {
	c := r.q.eras.at(r.on).Value.text
	c.Cite += "(i)(2)"
	return c
}

// tellLapse warns that the state lasts only as long as the issuer keeps its
// information current.
func (t *telling) tellLapse() {
	var authority law.Citation
	switch c := t.out.Conditions; {
	case c.Has(ConditionI):
		authority = t.r.paragraphI2()
	case c.Has(ConditionC):
		authority = t.r.q.eras.at(t.r.on).Value.text
		authority.Cite += "(c)"
	default:
		return
	}
	t.r.say(codeLimbLapses, authority, "The condition for removal remains satisfied only while the information about the issuer ",
		"required by ", (t.out.Conditions & (ConditionC | ConditionI)).String(), " is current; it ceases to be satisfied when, for ",
		"example, a report is not filed when due.")
}

// tellRule144 adds the reasons of Rule144 for one day.
func (r *releaser) tellRule144(day calendar.Date) {
	e := explainer{f: r.q.f, era: r.q.eras.at(day), sale: day, why: make(law.Reasons, 0, 10)}
	e.explain(r.q.at(day, anniversary))
	r.why = append(r.why, e.reasons()...)
}

func (t *telling) andCurrent() string {
	if t.limb.Current {
		return " and current"
	}
	return ""
}

func (t *telling) orEvidence() string {
	if t.limb.Evidence {
		return " or other evidence"
	}
	return ""
}

// without repeats the conditions that the clause rules out.
func (t *telling) without() string {
	if t.limb.Without == 0 {
		return ""
	}
	return " without the conditions " + t.limb.Without.String()
}

// goingOn names the conditions that bind even so, the holding period aside.
func (t *telling) goingOn() string {
	c := t.out.Conditions &^ ConditionD
	if c == 0 {
		return ""
	}
	return "; " + c.String() + " still bind a sale"
}

// start is the day from which the limb's period counts.
func (t *telling) start() *Occurrence {
	if t.limb.Kind == LimbNote {
		return t.r.f.Issue.occurrence()
	}
	return &t.r.f.Offshore
}

// conclude tells the answer.
func (r *releaser) conclude(l *Legend, out *LegendFinding) {
	how := "one of its limbs is"
	if l.Needs == AllLimbs {
		how = "all of its limbs are"
	}
	switch out.Answer {
	case LegendRemovable:
		r.say(codeLegendReleased, l.Authority, "The legend (", string(l.Kind), ") is removable on ", out.On.Long(), ": ", how, " met.")
	case LegendUndecided:
		r.say(codeLegendUnknown, l.Authority, "Whether the legend (", string(l.Kind), ") is removable on ", out.On.Long(),
			" turns on what is unknown; until it is known, it stays.")
	default:
		r.say(codeLegendHeld, l.Authority, "The legend (", string(l.Kind), ") stands on ", out.On.Long(), ": not ", how, " met.")
	}
	if out.Answer != LegendRemovable && !out.From.Anniversary.IsZero() {
		r.say(codeLegendOpens, law.Citation{}, "As things are stated, it becomes removable on ", out.From.Anniversary.Long(),
			conservatively(out.From), ".")
	}
	if out.Boundary {
		r.say(codeLegendBoundary, law.Citation{}, "The conventions of counting disagree on this day; the conservative one gives ",
			carefulDay(out.From), ".")
	}
	if out.StopTransfer {
		r.say(codeLegendStop, l.Authority, "The transfer agent is to stop transfers as long as the legend stands.")
	}
}

func conservatively(d Dates) string {
	if d.Conservative.IsZero() || d.Conservative == d.Anniversary {
		return ""
	}
	return ", or conservatively on " + d.Conservative.Long()
}

func carefulDay(d Dates) string {
	if d.Conservative.IsZero() {
		return "another answer"
	}
	return d.Conservative.Long()
}
