package restrict

import (
	"slices"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// check records all that keeps the transfer from being asked about.
func (t *Transfer) check() error {
	var fs law.Faults
	required(&fs, "date", t.Date)
	t.checkParties(&fs)
	law.OneOf(&fs, "route", t.Route, t.Route.all()...)
	t.checkLists(&fs)
	checkAnswer(t.Halted, &fs, "halted", true)
	checkAnswer(t.CourtHold, &fs, "court_hold", true)
	t.Limits.check(&fs, &t.Buyer)
	if (t.Facts.Sale != LegendSale{}) {
		fs.Add(law.ErrConflict, "facts.sale", "", "is given although it is the transfer itself")
	}
	var inner law.Faults
	t.checkFacts(&inner)
	for _, f := range inner {
		if f.Field == "on" { // the day that the facts are asked about
			f.Field = "date"
			fs = append(fs, f)
			continue
		}
		fs.Merge("facts", law.Faults{f})
	}
	if len(inner) == 0 {
		t.checkConditions(&fs)
	}
	if len(fs) == 0 {
		for i := range t.Legends {
			t.Facts.checkPeriods(&inner, &t.Legends[i])
		}
		fs.Merge("facts", inner.Err())
	}
	return fs.Err()
}

func (t *Transfer) checkParties(fs *law.Faults) {
	for _, p := range [...]struct{ field, id string }{{"seller.id", t.Seller.ID}, {"buyer.id", t.Buyer.ID}} {
		if p.id == "" {
			fs.Missing(p.field)
		}
		fs.Text(p.field, p.id)
	}
	if t.Seller.ID != "" && t.Seller.ID == t.Buyer.ID {
		fs.Add(law.ErrConflict, "buyer.id", strconv.Quote(t.Buyer.ID), "is the seller")
	}
	checkAnswer(t.Seller.Frozen, fs, "seller.frozen", true)
	checkAnswer(t.Buyer.Frozen, fs, "buyer.frozen", true)
	check.NotBelowZero(fs, "seller.held", t.Seller.Held)
	check.Positive(fs, "shares", t.Shares)
}

// The most of one transfer: legends, lock-ups or orders each; and jurisdictions,
// which is every state and country several times over.
const (
	maxLegends       = 100
	maxJurisdictions = 1000
)

func (t *Transfer) checkLists(fs *law.Faults) {
	for _, l := range [...]struct {
		field   string
		n, most int
	}{
		{"legends", len(t.Legends), maxLegends},
		{"lock_ups", len(t.LockUps), maxLegends},
		{"stop_orders", len(t.StopOrders), maxLegends},
		{"limits.jurisdictions", len(t.Limits.Jurisdictions), maxJurisdictions},
	} {
		if !check.AtMost(fs, l.field, l.n, l.most) {
			return
		}
	}
	for i := range t.Legends {
		t.Legends[i].check(fs, "legends["+strconv.Itoa(i)+"]")
	}
	for i := range t.LockUps {
		t.LockUps[i].check(fs, "lock_ups["+strconv.Itoa(i)+"]")
	}
	for i := range t.StopOrders {
		o, path := &t.StopOrders[i], "stop_orders["+strconv.Itoa(i)+"]"
		if o.Name == "" {
			fs.Missing(path + ".name")
		}
		fs.Text(path+".name", o.Name)
		law.OneOf(fs, path+".by", o.By, PartySeller, PartyIssuer, PartyTransferAgent, PartyBuyer, PartyAuthority)
		required(fs, path+".from", o.From)
		if o.Until.Before(o.From) && !o.Until.IsZero() {
			fs.Add(law.ErrConflict, path+".until", o.Until.String(), "is before from, %s", o.From)
		}
	}
}

func (l *TransferLimits) check(fs *law.Faults, b *TransferBuyer) {
	checkAnswer(b.Accredited, fs, "buyer.accredited", l.Accredited)
	checkAnswer(b.Verified, fs, "buyer.verified", l.Verified)
	checkAnswer(b.Holder, fs, "buyer.holder", l.MaxHolders > 0)
	for _, n := range [...]struct {
		field string
		value int64
	}{{"limits.max_holders", l.MaxHolders}, {"limits.holders", l.Holders}} {
		check.NotBelowZero(fs, n.field, n.value)
	}
	if l.MaxHolders > 0 && l.Holders == 0 {
		fs.Missing("limits.holders") // the seller is one
	}
	fs.Text("buyer.jurisdiction", b.Jurisdiction)
	for i, j := range l.Jurisdictions[:min(len(l.Jurisdictions), maxJurisdictions)] {
		fs.Text("limits.jurisdictions["+strconv.Itoa(i)+"]", j)
	}
	if slices.Contains(l.Jurisdictions, "") {
		fs.Missing("limits.jurisdictions")
	}
}

// checkFacts asks for what the route and the legends ask about.
func (t *Transfer) checkFacts(fs *law.Faults) {
	f, asked := t.Facts, limbKinds{}
	f.Sale = LegendSale{Occurrence{law.Yes, t.Date}, t.Route, law.Yes}
	legends := make([]*Legend, len(t.Legends))
	for i := range t.Legends {
		legends[i] = &t.Legends[i]
		asked.ask(legends[i], &f)
	}
	asked.sale, asked.sale144 = false, false // the sale is this transfer
	switch t.Route {
	case RouteRegistration:
		asked.registration, asked.current = true, true
	case RouteRule144:
		asked.rule144 = true
	case RouteOpinion:
		asked.opinion = true
	}
	f.check(fs, &asked, t.Date)
	f.checkConditions(fs, legends...)
	if len(*fs) > 0 || t.Date.IsZero() {
		return
	}
	if t.Route == RouteRule144 {
		var inner law.Faults
		f.Rule144.checkSale(&inner, t.Date, firstSale())
		fs.Merge("rule_144", inner.Err())
	}
}

// checkConditions asks how the sale keeps to the conditions of Rule 144 that
// bind it.
func (t *Transfer) checkConditions(fs *law.Faults) {
	binds := t.binds()
	if binds.Has(ConditionE) || t.Volume != "" {
		law.OneOf(fs, "volume", t.Volume, t.Volume.all()...)
	}
	checkAnswer(t.Manner, fs, "manner", binds.Has(ConditionF))
	checkAnswer(t.Notice, fs, "notice", binds.Has(ConditionH))
}

// binds is the conditions of Rule 144 that bind the sale, or may.
func (t *Transfer) binds() Conditions {
	if t.Route != RouteRule144 || t.Date.IsZero() {
		return 0
	}
	q := question{f: &t.Facts.Rule144, eras: rule144Eras()}
	a, other := q.both(t.Date)
	return a.conditions | other.conditions
}

// sold is the facts with the transfer as the sale.
func (t *Transfer) sold() LegendFacts {
	f := t.Facts
	f.Sale = LegendSale{Occurrence{law.Yes, t.Date}, t.Route, t.kept()}
	return f
}

// kept is whether the sale keeps to all of (e), (f) and (h) that bind it.
func (t *Transfer) kept() law.YesNo {
	kept, binds := law.Yes, t.binds()
	for _, answer := range [...]struct {
		condition Conditions
		met       law.YesNo
	}{{ConditionE, t.withinVolume()}, {ConditionF, t.Manner}, {ConditionH, t.Notice}} {
		switch {
		case !binds.Has(answer.condition) || answer.met == law.Yes:
		case answer.met == law.No:
			return law.No
		default:
			kept = law.Unknown
		}
	}
	return kept
}

// withinVolume is whether the sale keeps to the limit of (e).
func (t *Transfer) withinVolume() law.YesNo {
	switch t.Volume {
	case VolumeWithin, VolumeAtLeast, VolumeFree:
		return law.Yes
	case VolumeExceeds:
		return law.No
	default:
		return law.Unknown
	}
}

// UnmarshalJSON reads a transfer and refuses unknown fields, fields in other
// letters and fields given twice. The error is [law.Faults]. Words are held to
// by [CheckTransfer].
func (t *Transfer) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, t)
}

// over is the first day on which the order no longer stands; "no date" if it
// was not lifted.
func (o *StopOrder) over() calendar.Date { return o.Until.AddDays(1) }
