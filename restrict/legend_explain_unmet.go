package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// tellUnmet tells what is missing for a limb.
func (t *telling) tellUnmet() {
	f, on := t.r.f, t.r.on
	switch t.limb.Kind {
	case LimbRegistration:
		t.tellUnregistered()
	case LimbRegisteredSale, LimbRule144Sale:
		t.tellUnsold()
	case LimbOpinion:
		t.tellNoOpinion()
	case LimbRule144:
		t.tellNotEligible()
	case LimbNoAffiliate:
		t.say(codeLimbAffiliate, "The holder is bound as an affiliate of the issuer on ", on.Long(), t.opens(), ".")
	case LimbRegulationS, LimbNote:
		t.tellRunning()
	case LimbLockUp:
		t.say(codeLimbLockedUp, "The lock-up binds", t.opens(), ".")
	default:
		name := strconv.Quote(t.limb.Name)
		if f.condition(t.limb.Name).Happened == law.Yes {
			t.say(codeLimbCondition, name, " came to hold only later", t.opens(), ".")
			return
		}
		t.say(codeLimbCondition, name, " does not hold.")
	}
}

func (t *telling) tellUnregistered() {
	reg, on := &t.r.f.Registration, t.r.on
	switch {
	case reg.Happened != law.Yes:
		t.say(codeLimbNotEffective, "No registration statement for the shares has been declared effective.")
	case on.Before(reg.On):
		t.say(codeLimbNotEffective, "The registration statement became effective only on ", reg.On.Long(), ".")
	case !reg.Until.IsZero() && on.After(reg.Until):
		t.say(codeLimbEnded, "The registration statement could be used until ", reg.Until.Long(), " and no longer.")
	default:
		t.say(codeLimbNotCurrent, "The registration statement is not current.")
	}
}

func (t *telling) tellNoOpinion() {
	for _, p := range []*LegendPaper{&t.r.f.Opinion, &t.r.f.Evidence} {
		if p == &t.r.f.Evidence && !t.limb.Evidence {
			break
		}
		if p.Accepted == law.No && (p.Happened != law.Yes || !p.On.After(t.r.on)) {
			t.say(codeLimbOpinionRefused, "The issuer does not accept the opinion", t.orEvidence(), " that it has.")
			return
		}
	}
	t.say(codeLimbNoOpinion, "The issuer has received no opinion of counsel", t.orEvidence(), " by ", t.r.on.Long(), ".")
}

func (t *telling) tellUnsold() {
	s, want := &t.r.f.Sale, RouteRegistration
	if t.limb.Kind == LimbRule144Sale {
		want = RouteRule144
	}
	switch {
	case s.Route != "" && s.Route != want:
		t.say(codeLimbSaleRoute, "The sale relied on ", string(s.Route), ", not on ", string(want), ".")
	case s.Happened != law.Yes:
		t.say(codeLimbNoSale, "The shares have not been sold.")
	case t.r.on.Before(s.On):
		t.say(codeLimbNoSale, "The shares were sold only on ", s.On.Long(), ".")
	case want == RouteRegistration:
		t.say(codeLimbSaleUncovered, "On ", s.On.Long(), ", the day of the sale, no effective", t.andCurrent(),
			" registration statement covered it.")
	case t.r.eligible(0, s.On, anniversary) == law.No:
		t.say(codeLimbSaleUncovered, "On ", s.On.Long(), ", the day of the sale, Rule 144 was not available.")
		t.r.tellRule144(s.On)
	default:
		t.say(codeLimbSaleUncovered, "The sale did not keep to the conditions of Rule 144 that bound it: ",
			(t.r.q.at(s.On, anniversary).conditions & limits).String(), ".")
	}
}

func (t *telling) tellNotEligible() {
	without, _ := t.limb.readings()
	if binds := t.out.Conditions & without; binds != 0 && t.r.eligible(0, t.r.on, anniversary) != law.No {
		t.say(codeLimbRule144Binds, "A sale under Rule 144 is bound by ", binds.String(), ", which the clause rules out", t.opens(), ".")
		return
	}
	t.say(codeLimbRule144Closed, "The shares cannot be sold under Rule 144 on ", t.r.on.Long(), t.opens(), ".")
}

func (t *telling) tellRunning() {
	start := t.start()
	switch {
	case start.Happened == law.No && t.limb.Kind == LimbNote:
		t.say(codeLimbNotBegun, "The period has not begun: the issuer or an affiliate of it owns the security.")
	case start.Happened == law.No:
		t.say(codeLimbNotBegun, "The period has not begun: the offering has not closed.")
	default:
		_, authority, _ := t.limb.end(start.On)
		t.r.say(codeLimbRunning, authority, "The period that began on ", start.On.Long(), " is not over", t.opens(), ".")
	}
}

// opens tells from when the limb is met, if that is known.
func (t *telling) opens() string {
	if t.out.From.Anniversary.IsZero() {
		return ""
	}
	return "; met from " + t.out.From.Anniversary.Long() + conservatively(t.out.From)
}
