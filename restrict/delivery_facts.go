package restrict

import (
	"slices"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// DeliveryFacts tells what was received and sent for one sale.
//
// The zero DeliveryFacts is refused wherever a ground asks for a fact.
type DeliveryFacts struct {
	// Receipts tells of the papers and events, each once. One that is not among
	// them has not come. Papers that the clause does not wait for are not read,
	// except that a sale is held against the effectiveness.
	Receipts []Receipt `json:"receipts,omitempty"`
	// Effective and Current tell whether, at the time of the sale, the
	// registration statement for the shares had been declared effective and
	// was current. Required if [GroundRegistered] is among the grounds.
	Effective law.YesNo `json:"effective,omitempty"`
	Current   law.YesNo `json:"current,omitempty"`
	// Rule144Sale, Rule144Free and LegendNotRequired tell whether the ground of
	// that name holds. Required if it is among the grounds.
	Rule144Sale       law.YesNo `json:"rule_144_sale,omitempty"`
	Rule144Free       law.YesNo `json:"rule_144_free,omitempty"`
	LegendNotRequired law.YesNo `json:"legend_not_required,omitempty"`
	// Sold is the number of shares sold, and Certificate the number that the
	// certificates sent in stand for. 0 is not stated.
	Sold        int64 `json:"sold,omitempty"`
	Certificate int64 `json:"certificate,omitempty"`
	// Channel is the way of delivery asked about; empty asks about none.
	Channel DeliveryChannel `json:"channel,omitempty"`
	// Conditions tells of the conditions for that channel.
	Conditions ChannelFacts `json:"conditions,omitzero"`
	// Delivered is the day on which the unlegended shares were sent, as clocks
	// in the zone of the cut-off show it. "No date" says that they were not, or
	// that Parts tells of it.
	Delivered calendar.Date `json:"delivered,omitzero"`
	// Parts are deliveries of a part of the shares, by day, in place of Delivered.
	// The delivery is complete on the day on which they come to Sold, which is
	// required with them.
	Parts []DeliveredPart `json:"parts,omitempty"`
	// AsOf is the day for which the question is asked, in the zone of the cut-off.
	// Receipts and deliveries of a later day have not happened yet and are left
	// out. "No date" states no day: every fact counts, and whether shares that
	// were not delivered are overdue is not known.
	AsOf calendar.Date `json:"as_of,omitzero"`
}

// DeliveredPart is the delivery of a part of the shares. The zero DeliveredPart is
// refused.
type DeliveredPart struct {
	// Date is the day on which they were sent, and Shares their number. Both are
	// required.
	Date   calendar.Date `json:"date"`
	Shares int64         `json:"shares"`
}

// receipt finds what is told of a trigger.
func (f *DeliveryFacts) receipt(t Trigger) *Receipt {
	for i := range f.Receipts {
		if f.Receipts[i].Trigger == t {
			return &f.Receipts[i]
		}
	}
	return nil
}

func (d *Delivery) check(f *DeliveryFacts) error {
	var fs law.Faults
	fs.Merge("delivery", d.Validate())
	f.checkReceipts(&fs, slices.Contains(d.Grounds, GroundRegistered) && f.Effective == law.Yes)
	d.checkNeeds(&fs, f)
	d.checkGroundFacts(&fs, f)
	d.checkChannelFacts(&fs, f)
	check.NotBelowZero(&fs, "sold", f.Sold)
	check.NotBelowZero(&fs, "certificate", f.Certificate)
	if f.Sold > 0 && f.Certificate > 0 && f.Certificate < f.Sold {
		fs.Add(law.ErrConflict, "certificate", strconv.FormatInt(f.Certificate, 10), "is smaller than the sale of %d shares", f.Sold)
	}
	f.checkParts(&fs)
	return fs.Err()
}

// checkParts holds the deliveries in parts against the sale.
func (f *DeliveryFacts) checkParts(fs *law.Faults) {
	if len(f.Parts) == 0 {
		return
	}
	if f.Sold == 0 {
		fs.Missing("sold")
	}
	if !f.Delivered.IsZero() {
		fs.Add(law.ErrConflict, "delivered", f.Delivered.String(), "stands beside deliveries in parts")
	}
	rows := check.Rows{List: "parts"}
	left := f.Sold
	for i := range f.Parts {
		p := &f.Parts[i]
		var row law.Faults
		required(&row, "date", p.Date)
		if i > 0 && p.Date.Before(f.Parts[i-1].Date) && !p.Date.IsZero() {
			row.Add(law.ErrConflict, "date", p.Date.String(), "is before the part of %s, which comes first in the list", f.Parts[i-1].Date)
		}
		check.NotBelowZero(&row, "shares", p.Shares)
		switch {
		case p.Shares == 0:
			row.Missing("shares")
		case p.Shares > left && f.Sold > 0:
			row.Add(law.ErrConflict, "shares", strconv.FormatInt(p.Shares, 10), "are more than the %d not delivered before", left)
		}
		left -= min(max(p.Shares, 0), left)
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
}

// sent is the first day on which shares were sent and, once all of them were, the
// last.
func (f *DeliveryFacts) sent() (first, complete calendar.Date) {
	if len(f.Parts) == 0 {
		return f.Delivered, f.Delivered
	}
	if last := len(f.Parts) - 1; f.undelivered() == 0 {
		complete = f.Parts[last].Date
	}
	return f.Parts[0].Date, complete
}

// undelivered is the number of the shares sold that were not sent; 0 if the number
// sold is not stated.
func (f *DeliveryFacts) undelivered() int64 {
	if !f.Delivered.IsZero() {
		return 0
	}
	left := f.Sold
	for i := range f.Parts {
		left -= f.Parts[i].Shares
	}
	return left
}

// checkReceipts holds the receipts against each other, and a sale against the
// effectiveness if the facts say that it was covered.
func (f *DeliveryFacts) checkReceipts(fs *law.Faults, covered bool) {
	rows := check.Rows{List: "receipts"}
	var seen uint16
	for i := range f.Receipts {
		r := &f.Receipts[i]
		var row law.Faults
		r.check(&row)
		bit := r.Trigger.bit()
		if seen&bit != 0 {
			row.Add(law.ErrDuplicate, "trigger", string(r.Trigger), "is told of twice")
		}
		seen |= bit
		if r.Trigger == TriggerSold && covered && !r.At.IsZero() {
			if e := f.receipt(TriggerEffective); e != nil && !e.At.IsZero() && r.At.Before(e.At) {
				row.Add(law.ErrConflict, "at", r.At.UTC().Format("2006-01-02T15:04:05Z"),
					"is a sale before the registration statement became effective, although it is said to have been effective at the sale")
			}
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
}

// checkNeeds asks of every paper that is waited for only if needed whether it
// is.
func (d *Delivery) checkNeeds(fs *law.Faults, f *DeliveryFacts) {
	d.eachClock(func(_ string, _ int, l *DeliveryClock) {
		for _, s := range d.awaits(l) {
			if !s.IfNeeded {
				continue
			}
			if r := f.receipt(s.Trigger); r == nil || r.Needed == "" {
				field := "receipts[" + string(s.Trigger) + "].needed"
				if !hasField(*fs, field) {
					fs.Missing(field)
				}
			}
		}
	})
}

// hasField reports whether a fault was recorded for the field.
func hasField(fs law.Faults, field string) bool {
	for _, f := range fs {
		if f.Field == field {
			return true
		}
	}
	return false
}
