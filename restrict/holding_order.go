package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// order follows a lot from event to event and finds those that cannot follow
// what came before.
type order struct {
	last  calendar.Date // the latest day so far, and where it stands
	at    string
	birth calendar.Date // the lot's first day
	owner calendar.Date // the day of the last transfer
	sold  bool
	holds optional
}

// optional tells whether the lot consists of options or warrants.
type optional uint8

const (
	optionMaybe optional = iota // came in exchange, or from a holder
	optionYes
	optionNo
)

// next is what the lot consists of after an event of the kind.
func (o optional) next(k EventKind) optional {
	switch k {
	case EventWarrant:
		return optionYes
	case EventPurchase, EventServices, EventAward, EventEarnOut, EventMarketPurchase, EventExercise:
		return optionNo
	case EventDividend, EventRecapitalization, EventConversion, EventExchange, EventRule145, EventHoldingCompany:
		if o == optionNo {
			return optionMaybe // what was received may be a warrant
		}
		return o
	default:
		return o
	}
}

// check records why event i cannot stand where it does.
func (o *order) check(fs *law.Faults, i int, e *Event) {
	if e.Kind.facts() == 0 {
		return
	}
	kind := strconv.Quote(string(e.Kind))
	switch {
	case o.sold:
		fs.Add(law.ErrConflict, "kind", kind, "follows the sale, which is the last event")
	case i > 0 && e.Kind.begins():
		fs.Add(law.ErrConflict, "kind", kind, "begins another lot")
	case i == 0 && e.Kind.resale() && e.FromAffiliate == law.No:
		fs.Add(law.ErrConflict, "from_affiliate", strconv.Quote(string(law.No)),
			"cannot begin a lot, which comes from the issuer or an affiliate")
	case i == 0 && !e.Kind.begins() && !e.Kind.resale():
		fs.Add(law.ErrConflict, "kind", kind, "comes before the acquisition from the issuer or an affiliate with which a lot begins")
	case e.Kind == EventExercise && o.holds == optionNo:
		fs.Add(law.ErrConflict, "kind", kind, "is given of a lot that holds no option or warrant")
	}
	o.sold = o.sold || e.Kind == EventSale
	o.holds = o.holds.next(e.Kind)
	o.days(fs, i, e)
}

// days records the days of event i that are before those of earlier events.
func (o *order) days(fs *law.Faults, i int, e *Event) {
	field, day := e.when()
	if !day.IsZero() && day.Before(o.last) {
		fs.Add(law.ErrConflict, field, day.String(), "is before %s, %s", o.at, o.last)
	}
	if i > 0 {
		for _, d := range e.dates() {
			if d.fact&(factPaid|factReleased) != 0 && !d.at.IsZero() && d.at.Before(o.birth) {
				fs.Add(law.ErrConflict, d.field, d.at.String(), "is before the lot began on %s", o.birth)
			}
		}
		if !e.Pledged.IsZero() && e.Pledged.Before(o.owner) {
			fs.Add(law.ErrConflict, "pledged", e.Pledged.String(), "is before the pledgor came by the lot on %s", o.owner)
		}
	}
	if day.IsZero() {
		return
	}
	if i == 0 {
		o.birth = day
	}
	if day.After(o.last) {
		o.last, o.at = day, eventPath(i, field)
	}
	if i == 0 || e.Kind.transfers() {
		o.owner = day
	}
}

// when is the day by which the event has its place in the order, and its field:
// the day of an acceptance if there is one, since it binds, and Date otherwise.
func (e *Event) when() (field string, day calendar.Date) {
	switch {
	case !e.Accepted.IsZero():
		return "accepted", e.Accepted
	case !e.Date.IsZero():
		return "date", e.Date
	}
	return "signed", e.Signed
}
