package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Delivery is a covenant to send the holder of sold shares securities without
// a legend, by a day that is counted from the receipt of certain papers. It is
// plain data, to be printed, compared, stored as JSON and replaced by a
// contract's own terms.
//
// The zero Delivery is refused, since it waits for nothing and counts nothing.
type Delivery struct {
	// Awaits lists what a clock waits for, unless it has a list of its
	// own: it starts when the last of them is in.
	Awaits []Awaited `json:"awaits,omitempty"`
	// Clocks are the clocks. Required.
	Clocks []DeliveryClock `json:"clocks"`
	// Pick says which of several clocks sets the day. Required if there are
	// several.
	Pick DeliveryPick `json:"pick,omitempty"`
	// NotBefore are clocks that hold the day back: the shares are due on the
	// picked day or on the latest of these, whichever is later. The noon by
	// which cash has to be in is one.
	NotBefore []DeliveryClock `json:"not_before,omitempty"`
	// Calendar says which days are business days, unless a clock says otherwise.
	Calendar calendar.Calendar `json:"calendar,omitzero"`
	// Cutoff says on which day a receipt counts, unless a clock says otherwise.
	// It has at least a zone, since an instant belongs to no day without one.
	Cutoff calendar.Cutoff `json:"cutoff"`
	// Grounds are the reasons for which the legend may come off; any one will
	// do. Required: a clause that names none says [GroundNone].
	Grounds []DeliveryGround `json:"grounds"`
	// Channels are the ways of delivery that the clause provides, with its
	// conditions for each. Without any, no question about a channel can be
	// asked.
	Channels []ChannelTerms `json:"channels,omitempty"`
	// Authority is the section of the contract.
	Authority law.Citation `json:"authority,omitzero"`
}

// Awaited is one thing that a clock waits for. The zero Awaited is refused.
type Awaited struct {
	// Trigger is the paper or event.
	Trigger Trigger `json:"trigger"`
	// IfNeeded waits for it only where the facts say that it is needed.
	IfNeeded bool `json:"if_needed,omitempty"`
	// Beforehand asks for it to be in by the day on which the others start the
	// clock, and starts no clock itself: "if certificates were surrendered
	// already". If it comes later, nothing is owed under the clause.
	Beforehand bool `json:"beforehand,omitempty"`
}

// DeliveryClock is one clock: so many days after what it waits for. The zero DeliveryClock is
// refused, since it has no unit.
type DeliveryClock struct {
	// Name begins the sentences of the explanation; empty reads "Unlegended
	// shares".
	Name string `json:"name,omitempty"`
	// Count is the number of units after the day of receipt, which is day 0; 0
	// asks for delivery on that day. It is at most 366, or 52 weeks, 12 months
	// or a year. JSON that leaves it out is refused.
	Count int `json:"count" strict:"required"`
	// Unit is what is counted. Standard settlement periods are as long as the
	// market's cycle is on day 0.
	Unit calendar.Unit `json:"unit"`
	// Awaits lists what this clock waits for; empty reads the Delivery's.
	Awaits []Awaited `json:"awaits,omitempty"`
	// First starts it with the first of them instead of the last: "the earliest
	// of registered, sold, or free of Rule 144". Those that have not happened
	// are then not waited for.
	First bool `json:"first,omitempty"`
	// NoRoll counts from a closed day itself, so that the next open day is day
	// 1. By default receipt on a closed day is receipt on the next open day,
	// which is day 0. It goes with no cut-off at a time of day, since that moves
	// a receipt to the next open day.
	NoRoll bool `json:"no_roll,omitempty"`
	// Calendar says which days are open; zero reads the Delivery's.
	Calendar calendar.Calendar `json:"calendar,omitzero"`
	// Cutoff says on which day a receipt counts; zero reads the Delivery's.
	Cutoff calendar.Cutoff `json:"cutoff,omitzero"`
}

// DeliveryPick says which of several clocks sets the day. The zero DeliveryPick
// is refused where there are several.
type DeliveryPick string

const (
	// PickEarliest is "the earlier of". A clock that has not started is not
	// waited for if another has.
	PickEarliest DeliveryPick = "earliest"
	// PickLatest is "the later of".
	PickLatest DeliveryPick = "latest"
)

func (DeliveryPick) all() []DeliveryPick {
	return []DeliveryPick{PickEarliest, PickLatest}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (p *DeliveryPick) UnmarshalText(text []byte) error {
	return law.ReadWord(p, text, p.all()...)
}

// mostCounted bounds DeliveryClock.Count, so that a count by day stays short.
const mostCounted = 366

// ThreeDayDelivery is a covenant to deliver within three business days after
// receipt of the notice of sale and the original certificate, if the sale was
// covered by a registration statement that was effective and current. Business
// days are days on which banks are open, receipt counts until midnight in New
// York, and no channel of delivery is provided. It cites nothing: a contract's
// own count, papers, grounds, channels and section replace any field.
func ThreeDayDelivery() Delivery {
	return Delivery{
		Awaits:   []Awaited{{Trigger: NoticeOfSale}, {Trigger: OriginalCertificate}},
		Clocks:   []DeliveryClock{{Count: 3, Unit: calendar.BusinessDays}},
		Calendar: calendar.FederalReserve(),
		Cutoff:   calendar.Cutoff{Zone: calendar.NewYork()},
		Grounds:  []DeliveryGround{GroundRegistered},
	}
}

// awaits is what the clock waits for.
func (d *Delivery) awaits(l *DeliveryClock) []Awaited {
	if len(l.Awaits) > 0 {
		return l.Awaits
	}
	return d.Awaits
}

// calendarOf says which days the clock counts.
func (d *Delivery) calendarOf(l *DeliveryClock) calendar.Calendar {
	if !l.Calendar.IsZero() {
		return l.Calendar
	}
	return d.Calendar
}

// cutoffOf says on which day a receipt counts for the clock.
func (d *Delivery) cutoffOf(l *DeliveryClock) calendar.Cutoff {
	if l.Cutoff != (calendar.Cutoff{}) {
		return l.Cutoff
	}
	return d.Cutoff
}

// deadline is the clock as the calendar counts it.
func (d *Delivery) deadline(l *DeliveryClock) calendar.Deadline {
	return calendar.Deadline{Count: l.Count, Unit: l.Unit, RollEvent: !l.NoRoll, Calendar: d.calendarOf(l)}
}

// eachClock calls for each clock of the clause with its path.
func (d *Delivery) eachClock(yield func(list string, i int, l *DeliveryClock)) {
	for i := range d.Clocks {
		yield("clocks", i, &d.Clocks[i])
	}
	for i := range d.NotBefore {
		yield("not_before", i, &d.NotBefore[i])
	}
}
