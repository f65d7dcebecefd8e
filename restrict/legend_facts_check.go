package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// limbKinds is a set of kinds of limb, by what they ask about.
type limbKinds struct {
	registration, current, opinion, evidence, sale, rule144, sale144, offshore, issue bool
}

// ask adds what the legend's limbs ask about.
func (k *limbKinds) ask(l *Legend, f *LegendFacts) {
	for i := range l.Limbs {
		limb := &l.Limbs[i]
		switch limb.Kind {
		case LimbRegistration:
			k.registration, k.current = true, k.current || limb.Current
		case LimbRegisteredSale:
			k.sale = true
			if f.Sale.Happened == law.Yes && f.Sale.Route == RouteRegistration {
				k.registration, k.current = true, k.current || limb.Current
			}
		case LimbOpinion:
			k.opinion, k.evidence = true, k.evidence || limb.Evidence
		case LimbRule144Sale:
			k.sale = true
			if f.Sale.Happened == law.Yes && f.Sale.Route == RouteRule144 {
				k.rule144, k.sale144 = true, true
			}
		case LimbRule144, LimbNoAffiliate:
			k.rule144 = true
		case LimbRegulationS:
			k.offshore = true
		case LimbNote:
			k.issue = true
		case LimbLockUp, LimbCondition:
		}
	}
}

// check records what keeps the facts from being asked about, for what the
// limbs ask and on that day.
func (f *LegendFacts) check(fs *law.Faults, k *limbKinds, on calendar.Date) {
	if k.registration {
		f.Registration.check(fs, k.current)
	}
	if k.opinion {
		f.Opinion.check(fs, "opinion")
	}
	if k.evidence {
		f.Evidence.check(fs, "evidence")
	}
	if k.sale {
		f.Sale.check(fs)
	}
	if k.rule144 {
		f.checkRule144(fs, k, on)
	}
	if k.offshore {
		f.Offshore.check(fs, "offshore")
	}
	if k.issue {
		f.Issue.check(fs)
	}
}

// checkRule144 refuses what Milestones refuses, and a day that it does not
// answer for.
func (f *LegendFacts) checkRule144(fs *law.Faults, k *limbKinds, on calendar.Date) {
	first := firstSale()
	if !on.IsZero() && on.Before(first) {
		fs.Add(law.ErrUnsupported, "on", on.String(), "is before %s, the first day whose law is held", first)
	}
	if !on.IsZero() && on.Before(f.Rule144.Acquired) {
		fs.Add(law.ErrConflict, "on", on.String(), "is before the acquisition on %s", f.Rule144.Acquired)
	}
	if f.Rule144.Acquired.After(first) {
		first = f.Rule144.Acquired
	}
	var inner law.Faults
	f.Rule144.check(&inner, first)
	fs.Merge("rule_144", inner.Err())
	if s := &f.Sale; k.sale144 && s.Happened == law.Yes && !s.On.IsZero() && len(inner) == 0 {
		f.checkSale144(fs, first)
	}
}

// checkSale144 refuses a sale on a day for which the facts or the law do not
// answer, and asks whether it kept to the conditions that bound it.
func (f *LegendFacts) checkSale144(fs *law.Faults, first calendar.Date) {
	s := &f.Sale
	if s.On.Before(first) {
		fs.Add(law.ErrConflict, "sale.on", s.On.String(), "is before %s, the first day of the lot or of the law held", first)
		return
	}
	q := question{f: &f.Rule144, eras: rule144Eras()}
	if (q.at(s.On, anniversary).conditions|q.at(s.On, conservative).conditions)&limits != 0 {
		checkAnswer(s.Kept, fs, "sale.kept", true)
	}
}

func (o *Occurrence) check(fs *law.Faults, path string) {
	checkAnswer(o.Happened, fs, path+".happened", true)
	if o.Happened == law.Yes {
		required(fs, path+".on", o.On)
	} else {
		refused(fs, path+".on", o.On, "happened", string(o.Happened))
	}
}

func (r *LegendRegistration) check(fs *law.Faults, current bool) {
	r.Occurrence.check(fs, "registration")
	checkAnswer(r.Current, fs, "registration.current", current)
	switch {
	case r.Until.IsZero():
	case r.Happened != law.Yes:
		refused(fs, "registration.until", r.Until, "happened", string(r.Happened))
	case r.Until.Before(r.On):
		fs.Add(law.ErrConflict, "registration.until", r.Until.String(), "is before the effective day, %s", r.On)
	}
}

func (p *LegendPaper) check(fs *law.Faults, path string) {
	p.Occurrence.check(fs, path)
	checkAnswer(p.Accepted, fs, path+".accepted", p.Happened == law.Yes)
	if p.Happened != law.Yes && p.Accepted == law.Yes {
		check.Although(fs, path+".accepted", string(p.Accepted), "happened", string(p.Happened))
	}
}

func (s *LegendSale) check(fs *law.Faults) {
	s.Occurrence.check(fs, "sale")
	checkAnswer(s.Kept, fs, "sale.kept", false)
	switch {
	case s.Happened == law.Yes, s.Route != "":
		law.OneOf(fs, "sale.route", s.Route, s.Route.all()...)
	}
	if s.Happened == law.No && s.Route != "" {
		check.Although(fs, "sale.route", string(s.Route), "happened", string(law.No))
	}
}

func (i *LegendIssue) check(fs *law.Faults) {
	required(fs, "issue.issued", i.Issued)
	if !i.Owner.known() {
		i.Owner.check(fs, "issue.owner")
		return
	}
	if i.Owner != AffiliateFormer {
		refused(fs, "issue.last_owned", i.LastOwned, "owner", string(i.Owner))
		return
	}
	required(fs, "issue.last_owned", i.LastOwned)
	if i.LastOwned.Before(i.Issued) && !i.LastOwned.IsZero() {
		fs.Add(law.ErrConflict, "issue.last_owned", i.LastOwned.String(), "is before the issue on %s", i.Issued)
	}
}

// maxConditions is the most conditions of one set of facts.
const maxConditions = 1000

// checkConditions holds the conditions against the names that limbs ask for.
func (f *LegendFacts) checkConditions(fs *law.Faults, legends ...*Legend) {
	if !check.AtMost(fs, "conditions", len(f.Conditions), maxConditions) {
		return
	}
	for i := range f.Conditions {
		c, path := &f.Conditions[i], "conditions["+strconv.Itoa(i)+"]"
		if c.Name == "" {
			fs.Missing(path + ".name")
		} else if f.condition(c.Name) != c {
			check.Twice(fs, path+".name", strconv.Quote(c.Name))
		}
		fs.Text(path+".name", c.Name)
		c.check(fs, path)
	}
	for _, l := range legends {
		for i := range l.Limbs {
			if limb := &l.Limbs[i]; limb.Kind == LimbCondition && limb.Name != "" && f.condition(limb.Name) == nil {
				fs.Add(law.ErrMissing, "conditions", "", "do not tell whether this holds: %q", limb.Name)
			}
		}
	}
}

// condition is the first of that name; nil if there is none.
func (f *LegendFacts) condition(name string) *LegendCondition {
	for i := range f.Conditions {
		if f.Conditions[i].Name == name {
			return &f.Conditions[i]
		}
	}
	return nil
}
