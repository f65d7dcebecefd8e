package calendar

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Method is a way of giving notice. The zero Method is refused.
type Method string

const (
	// Personal is delivery by hand.
	Personal Method = "personal delivery"
	// Mail is the United States Postal Service, registered and certified
	// included.
	Mail Method = "us mail"
	// Courier is an express or overnight courier.
	Courier Method = "courier"
	// Fax is a telecopier.
	Fax Method = "fax"
	// Email is electronic mail.
	Email Method = "email"
)

func (Method) all() []Method {
	return []Method{Personal, Mail, Courier, Fax, Email}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (m *Method) UnmarshalText(text []byte) error {
	return law.ReadWord(m, text, m.all()...)
}

// Start says which instant of a notice a rule counts from. The zero Start is
// refused.
type Start string

const (
	// FromSending counts from dispatch: deposit in the mail, hand-over to the
	// courier, transmission.
	FromSending Start = "sent"
	// FromReceipt counts from arrival.
	FromReceipt Start = "received"
	// Never marks a method that gives no notice by itself, such as an advance
	// copy by fax.
	Never Start = "never"
)

func (Start) all() []Start {
	return []Start{FromSending, FromReceipt, Never}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *Start) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

// mostMinutes is a week.
const mostMinutes = 7 * 24 * 60

// NoticeRule says when a notice by one method is deemed given.
type NoticeRule struct {
	// Method is the way of giving notice.
	Method Method `json:"method"`
	// Start is the instant counted from.
	Start Start `json:"start"`
	// Minutes are added to that instant before its day is taken, as for e-mail
	// that is deemed received four hours after it was sent. They may not be
	// negative, nor more than a week.
	Minutes int `json:"minutes,omitempty"`
	// Lag counts from the day of that instant, by its Cutoff, to the day on
	// which the notice is deemed given. It is not used with Never.
	Lag Deadline `json:"lag,omitzero"`
	// OrReceipt lets proved receipt count when it comes earlier.
	OrReceipt bool `json:"or_receipt,omitempty"`
	// Receipt counts from the day of that receipt to the day on which it counts, for
	// clauses under which receipt counts on a business day alone: 0 business days with
	// Roll Forward. Left out, receipt counts on its own day, open or not. A Receipt
	// without a Cutoff has that of Lag. It is refused without OrReceipt.
	Receipt Deadline `json:"receipt,omitzero"`
}

// NoticeClause is a contract's clause on notices: a rule for each method. The
// zero NoticeClause knows no method.
type NoticeClause struct {
	// Rules has one rule a method.
	Rules []NoticeRule `json:"rules"`
	// AddressChange counts from the day on which a change of address is given
	// to the first day on which it binds. Notices to the old address are good
	// until then.
	AddressChange Deadline `json:"address_change,omitzero"`
	// Authority is the contract's section.
	Authority law.Citation `json:"authority,omitzero"`
}

// Notice is what happened to one notice. A zero instant has not happened, or
// is not shown.
type Notice struct {
	// Method is how it was given.
	Method Method `json:"method"`
	// Sent is when it was dispatched.
	Sent time.Time `json:"sent,omitzero"`
	// Received is when it is shown to have arrived.
	Received time.Time `json:"received,omitzero"`
}

// Given is whether a notice counts, from which day, and why.
type Given struct {
	// Given is true if the notice is deemed given on Due.Date.
	Given bool `json:"given"`
	// Due holds the day and the steps; without Given, the steps alone.
	Due
}

// Given answers when a notice is deemed given. A method that the clause does
// not know, a mere copy, and a notice not shown to have been sent or received
// are answered with Given false. The errors are [law.Faults]: those of
// [NoticeClause.Validate], and a notice received before it was sent.
func (nc NoticeClause) Given(n Notice) (Given, error) {
	var fs law.Faults
	nc.validate(&fs)
	n.validate(&fs)
	if err := fs.Err(); err != nil {
		return Given{}, err
	}
	no := func(code law.Code) (Given, error) {
		why := law.Reasons{reason(code, nc.Authority, "method", string(n.Method))}
		return Given{Due: Due{Why: why}}, nil
	}
	for _, rule := range nc.Rules {
		if rule.Method != n.Method {
			continue
		}
		switch {
		case rule.Start == Never:
			return no(codeNoticeCopy)
		case rule.Start == FromSending && n.Sent.IsZero():
			return no(codeNoticeNotSent)
		case rule.Start == FromReceipt && n.Received.IsZero():
			return no(codeNoticeNotReceived)
		}
		return rule.given(n, nc.Authority)
	}
	return no(codeNoticeMethod)
}

func (rule NoticeRule) given(n Notice, authority law.Citation) (Given, error) {
	at := n.Sent
	if rule.Start == FromReceipt {
		at = n.Received
	}
	at = at.Add(time.Duration(rule.Minutes) * time.Minute)
	lag := rule.Lag
	lag.Authority = authority
	var since []string
	if added, unit := rule.added(); added != "" {
		since = []string{"added", added, "unit", unit, "since", string(rule.Start)}
	}
	due, err := lag.afterReceipt(at, since...)
	if err != nil {
		return Given{}, err
	}
	if rule.OrReceipt && rule.Start == FromSending && !n.Received.IsZero() {
		receipt := rule.receipt()
		receipt.Authority = authority
		counts, err := receipt.AfterReceipt(n.Received)
		if err != nil {
			return Given{}, err
		}
		if counts.Date.Before(due.Date) {
			due.Date, due.Projected = counts.Date, due.Projected || counts.Projected
			if rule.Receipt == (Deadline{}) {
				due.Why = append(due.Why, reason(codeNoticeReceivedEarlier, authority, "received", iso(counts.Date)))
			} else {
				due.Why = append(append(due.Why, counts.Why...), reason(codeNoticeReceivedEarlier, authority, "counts", iso(counts.Date)))
			}
		}
	}
	return Given{Given: true, Due: due}, nil
}

// receipt is the rule by which receipt counts.
func (rule *NoticeRule) receipt() Deadline {
	out := rule.Receipt
	if out == (Deadline{}) {
		out.Unit = Days
	}
	if out.Cutoff == (Cutoff{}) {
		out.Cutoff = rule.Lag.Cutoff
	}
	return out
}

// added are the Minutes, as hours if they are whole; empty for none.
func (rule *NoticeRule) added() (n, unit string) {
	switch {
	case rule.Minutes == 0:
		return "", ""
	case rule.Minutes%60 == 0:
		return strconv.Itoa(rule.Minutes / 60), "hours"
	}
	return strconv.Itoa(rule.Minutes), "minutes"
}

// Validate lists what is wrong with the clause itself. It returns [law.Faults]: a
// word that is none, a method with two rules, minutes out of range, a wrong lag or
// one without the zone of its cut-off, a wrong AddressChange. It returns nil if
// notices can be held against it.
func (nc NoticeClause) Validate() error {
	var fs law.Faults
	nc.validate(&fs)
	return fs.Err()
}

func (nc *NoticeClause) validate(fs *law.Faults) {
	check.Cited(fs, "authority", nc.Authority)
	if nc.AddressChange != (Deadline{}) {
		fs.Merge("address_change", nc.AddressChange.Validate())
	}
	seen := make(map[Method]int, len(nc.Rules))
	for i, rule := range nc.Rules {
		field := "rules[" + strconv.Itoa(i) + "]"
		law.OneOf(fs, field+".method", rule.Method, rule.Method.all()...)
		law.OneOf(fs, field+".start", rule.Start, rule.Start.all()...)
		if other, twice := seen[rule.Method]; twice {
			fs.Add(law.ErrDuplicate, field+".method", string(rule.Method), "has a rule already, rules[%d]", other)
		}
		seen[rule.Method] = i
		check.Within(fs, field+".minutes", rule.Minutes, 0, mostMinutes)
		rule.checkReceipt(fs, field+".receipt")
		switch zone := rule.Lag.Cutoff.Zone; {
		case rule.Start != Never:
			fs.Merge(field+".lag", rule.Lag.Validate())
			if zone == nil {
				fs.Missing(field + ".lag.cutoff.zone")
			}
		default:
			var unused law.Faults
			rule.Lag.checkText(&unused)
			fs.Merge(field+".lag", unused.Err())
		}
	}
}

func (rule *NoticeRule) checkReceipt(fs *law.Faults, field string) {
	if rule.Receipt == (Deadline{}) {
		return
	}
	if !rule.OrReceipt {
		check.Empty(fs, field, "", "or_receipt is false")
	}
	receipt := rule.receipt()
	fs.Merge(field, receipt.Validate())
	if receipt.Cutoff.Zone == nil {
		fs.Missing(field + ".cutoff.zone")
	}
}

func (n *Notice) validate(fs *law.Faults) {
	law.OneOf(fs, "notice.method", n.Method, n.Method.all()...)
	if !n.Sent.IsZero() && !n.Received.IsZero() && n.Received.Before(n.Sent) {
		fs.Add(law.ErrConflict, "notice.received", utc(n.Received),
			"is before it was sent, %s", utc(n.Sent))
	}
}

// UnmarshalJSON reads a clause strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and nc stays as it was.
func (nc *NoticeClause) UnmarshalJSON(data []byte) error { return law.ReadFields(data, nc) }

// UnmarshalJSON reads a rule strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and rule stays as it was.
func (rule *NoticeRule) UnmarshalJSON(data []byte) error { return law.ReadFields(data, rule) }

// UnmarshalJSON reads a notice strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and n stays as it was.
func (n *Notice) UnmarshalJSON(data []byte) error { return law.ReadFields(data, n) }
