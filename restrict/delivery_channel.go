package restrict

import (
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// DeliveryChannel is a way in which unlegended shares reach the holder. The zero
// DeliveryChannel is none.
type DeliveryChannel string

const (
	// ByCertificate is a certificate, by courier or otherwise.
	ByCertificate DeliveryChannel = "physical"
	// ByDWAC is a credit to the holder's broker at the Depository Trust Company
	// through its Deposit/Withdrawal At Custodian system, which needs a transfer
	// agent in the Fast Automated Securities Transfer program.
	ByDWAC DeliveryChannel = "dwac"
	// ByBookEntry is a position on the transfer agent's books.
	ByBookEntry DeliveryChannel = "book entry"
)

func (DeliveryChannel) all() []DeliveryChannel {
	return []DeliveryChannel{ByCertificate, ByDWAC, ByBookEntry}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (d *DeliveryChannel) UnmarshalText(text []byte) error {
	return law.ReadWord(d, text, d.all()...)
}

// ChannelCondition is what a clause asks for before a channel is open. The zero
// ChannelCondition is refused.
type ChannelCondition string

const (
	// AgentInFAST asks that the transfer agent participates in DTC's Fast
	// Automated Securities Transfer program.
	AgentInFAST ChannelCondition = "agent in fast"
	// HolderAsked asks for the holder's request.
	HolderAsked ChannelCondition = "holder asked"
	// HolderComplied asks that the holder has kept to the clause.
	HolderComplied ChannelCondition = "holder complied"
	// NoLegend asks that the certificates bear no legend.
	NoLegend ChannelCondition = "no legend"
	// NotReturnable asks that the holder is not obliged to return the
	// certificate for a legend to be placed on it.
	NotReturnable ChannelCondition = "not returnable"
)

func (ChannelCondition) all() []ChannelCondition {
	return []ChannelCondition{AgentInFAST, HolderAsked, HolderComplied, NoLegend, NotReturnable}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (c *ChannelCondition) UnmarshalText(text []byte) error {
	return law.ReadWord(c, text, c.all()...)
}

// ChannelEffort is how far the company is bound. The zero ChannelEffort is refused.
type ChannelEffort string

const (
	// EffortMust is a plain duty.
	EffortMust ChannelEffort = "must"
	// EffortBest is a duty to try.
	EffortBest ChannelEffort = "best efforts"
	// EffortMay leaves the choice to the company.
	EffortMay ChannelEffort = "may"
)

func (ChannelEffort) all() []ChannelEffort {
	return []ChannelEffort{EffortMust, EffortBest, EffortMay}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (e *ChannelEffort) UnmarshalText(text []byte) error {
	return law.ReadWord(e, text, e.all()...)
}

// ChannelTerms is what a clause says of one channel. The zero ChannelTerms is
// refused.
type ChannelTerms struct {
	Channel DeliveryChannel `json:"channel"`
	// Effort is how far the company is bound to use it once it is open.
	Effort ChannelEffort `json:"effort"`
	// Conditions must all hold; none is needed if the list is empty.
	Conditions []ChannelCondition `json:"conditions,omitempty"`
	// Authority is the paragraph; zero reads the covenant's.
	Authority law.Citation `json:"authority,omitzero"`
}

// ChannelFacts tells of each [ChannelCondition] whether it holds. One that the channel
// asks for is required; the zero ChannelFacts states nothing.
type ChannelFacts struct {
	AgentInFAST    law.YesNo `json:"agent_in_fast,omitempty"`
	HolderAsked    law.YesNo `json:"holder_asked,omitempty"`
	HolderComplied law.YesNo `json:"holder_complied,omitempty"`
	NoLegend       law.YesNo `json:"no_legend,omitempty"`
	NotReturnable  law.YesNo `json:"not_returnable,omitempty"`
}

// ChannelFinding is whether a channel is open. The zero ChannelFinding says
// that none was asked about.
type ChannelFinding struct {
	Channel DeliveryChannel `json:"channel,omitempty"`
	// Open is whether all its conditions hold; No also if the clause does not
	// provide it.
	Open law.YesNo `json:"open,omitempty"`
	// Effort is how far the company is bound to use it; empty if it is not
	// provided.
	Effort ChannelEffort `json:"effort,omitempty"`
	// Failing and Unknown list the conditions that do not hold, or may not.
	Failing []ChannelCondition `json:"failing,omitempty"`
	Unknown []ChannelCondition `json:"unknown,omitempty"`
}

// told is what the facts say of a condition, and the field that says it.
func (c *ChannelFacts) told(condition ChannelCondition) (law.YesNo, string) {
	switch condition {
	case AgentInFAST:
		return c.AgentInFAST, "agent_in_fast"
	case HolderAsked:
		return c.HolderAsked, "holder_asked"
	case HolderComplied:
		return c.HolderComplied, "holder_complied"
	case NoLegend:
		return c.NoLegend, "no_legend"
	case NotReturnable:
		return c.NotReturnable, "not_returnable"
	}
	return "", ""
}

// channel finds the terms of a channel.
func (d *Delivery) channel(c DeliveryChannel) *ChannelTerms {
	for i := range d.Channels {
		if d.Channels[i].Channel == c {
			return &d.Channels[i]
		}
	}
	return nil
}

func (d *Delivery) checkChannelFacts(fs *law.Faults, f *DeliveryFacts) {
	if f.Channel != "" {
		law.OneOf(fs, "channel", f.Channel, f.Channel.all()...)
	}
	var asked []ChannelCondition
	if terms := d.channel(f.Channel); terms != nil && f.Channel != "" {
		asked = terms.Conditions
	}
	for _, c := range [...]ChannelCondition{AgentInFAST, HolderAsked, HolderComplied, NoLegend, NotReturnable} {
		holds, field := f.Conditions.told(c)
		needed := false
		for _, a := range asked {
			needed = needed || a == c
		}
		if needed || holds != "" {
			checkAnswer(holds, fs, "conditions."+field, needed)
		}
	}
}

func (d *Delivery) validateChannels(fs *law.Faults) {
	rows := check.Rows{List: "channels"}
	for i := range d.Channels {
		c := &d.Channels[i]
		var row law.Faults
		if c.Channel != ByCertificate && c.Channel != ByDWAC && c.Channel != ByBookEntry {
			law.OneOf(&row, "channel", c.Channel, c.Channel.all()...)
		}
		if c.Effort != EffortMust && c.Effort != EffortBest && c.Effort != EffortMay {
			law.OneOf(&row, "effort", c.Effort, c.Effort.all()...)
		}
		if first := d.channel(c.Channel); first != c && c.Channel != "" {
			check.Twice(&row, "channel", string(c.Channel))
		}
		for j, condition := range c.Conditions {
			if _, field := (&ChannelFacts{}).told(condition); field == "" {
				law.OneOf(&row, "conditions["+strconv.Itoa(j)+"]", condition,
					condition.all()...)
			}
		}
		check.Cited(&row, "authority", c.Authority)
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
}

// open answers about the channel asked for.
func (d *Delivery) open(f *DeliveryFacts, out *DeliveryFinding) {
	if f.Channel == "" {
		return
	}
	found := &out.Channel
	found.Channel, found.Open = f.Channel, law.No
	terms := d.channel(f.Channel)
	if terms == nil {
		d.say(out, codeChannelNotProvided, "The clause does not provide for ", string(f.Channel), " delivery.")
		return
	}
	found.Open, found.Effort = law.Yes, terms.Effort
	for _, c := range terms.Conditions {
		switch holds, _ := f.Conditions.told(c); holds {
		case law.No:
			found.Failing, found.Open = append(found.Failing, c), law.No
		case law.Unknown:
			found.Unknown = append(found.Unknown, c)
			if found.Open == law.Yes {
				found.Open = law.Unknown
			}
		case law.Yes:
		}
	}
	authority := terms.Authority
	if authority == (law.Citation{}) {
		authority = d.Authority
	}
	say := func(code law.Code, text string) {
		out.Why = append(out.Why, law.Reason{Code: code, Text: text, Authority: authority})
	}
	name := strings.ToUpper(string(f.Channel[:1])) + string(f.Channel[1:])
	if f.Channel == ByDWAC {
		name = "DWAC"
	}
	switch found.Open {
	case law.Yes:
		say(codeChannelOpen, name+" delivery is open, and the company "+terms.Effort.words()+" it.")
	case law.No:
		say(codeChannelClosed, name+" delivery is not open: "+conditionWords(found.Failing)+" not met.")
	case law.Unknown:
		say(codeChannelUnknown, "Whether "+name+" delivery is open turns on: "+conditionWords(found.Unknown)+".")
	}
}

func (e ChannelEffort) words() string {
	switch e {
	case EffortMust:
		return "must use"
	case EffortBest:
		return "owes its best efforts to use"
	case EffortMay:
	}
	return "may use"
}

func conditionWords(conditions []ChannelCondition) string {
	words := make([]string, len(conditions))
	for i, c := range conditions {
		words[i] = string(c)
	}
	return strings.Join(words, ", ")
}
