package offering

import (
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// basic fills the basic subscriptions.
func (o RightsOffering) basic(s *Subscription, e *explanation, subscribers []Subscriber) {
	taken := make([]int64, len(s.Rows))
	var sum int64
	for i := range s.Rows {
		taken[i] = min(subscribers[i].Requested, s.Rows[i].Privilege)
		sum += taken[i]
	}
	var cut *dealing
	if sum > s.Shares {
		e.add(codeRightsBasicCut, "Basic subscriptions for "+kernel.Counted(sum, "share")+" are cut back to the "+
			kernel.Count(s.Shares)+" offered, pro rata and by largest remainder.")
		d := deal(s.Shares, taken, nil, o.Ties)
		cut, sum = &d, s.Shares
	} else {
		e.add(codeRightsBasic, "Basic subscriptions take "+kernel.Counted(sum, "share")+".")
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		row.Basic = taken[i]
		text := "The basic privilege is " + kernel.Counted(row.Privilege, "share") + ", from " + kernel.Parts(row.Entitlement,
			"share") + ", and takes " +
			kernel.Count(taken[i]) + " of the " + kernel.Count(subscribers[i].Requested) + " asked for"
		if cut != nil && taken[i] > 0 {
			row.Basic = cut.got(i)
			text += ", cut back to " + kernel.Count(row.Basic) + ": " + cut.because(i, "share")
		}
		row.because(o.Authority, codeRightsRowBasic, text+".")
	}
	s.Basic = sum
}

// over fills the over-subscriptions from what the basic ones left.
func (o RightsOffering) over(s *Subscription, e *explanation, subscribers []Subscriber) {
	left := s.Shares - s.Basic
	weights, requests := make([]int64, len(s.Rows)), make([]int64, len(s.Rows))
	var asked int64
	for i := range s.Rows {
		row := &s.Rows[i]
		requests[i] = max(0, subscribers[i].Requested-row.Privilege)
		asked += requests[i]
		weights[i] = row.Basic
		if s.Basis == ByHeld {
			weights[i] = subscribers[i].Held
		}
	}
	switch {
	case o.NoOver:
		e.add(codeRightsOverNone, "There is no over-subscription privilege.")
		return
	case asked == 0 || left == 0:
		e.add(codeRightsOverEmpty, "Over-subscriptions ask for "+kernel.Counted(asked, "share")+
			", and "+kernel.Count(left)+" are left for them.")
		return
	}
	basis := "the shares taken by basic privilege"
	if s.Basis == ByHeld {
		basis = "the shares held"
	}
	e.reading(codeRightsOverBasis, codeRightsOverBasisDefault, o.Over != "", "Over-subscriptions are filled in proportion to "+basis)
	d := deal(left, weights, requests, o.Ties)
	for i := range s.Rows {
		row := &s.Rows[i]
		if row.Over = d.got(i); weights[i] > 0 && requests[i] > 0 {
			row.because(o.Authority, codeRightsRowOver, "Of the "+kernel.Count(requests[i])+" more asked for it gets "+
				kernel.Count(row.Over)+
				" of what is left: "+d.because(i, "share")+".")
		}
	}
	s.Over = d.sum()
	rest := left - s.Over
	e.add(codeRightsOver, "Over-subscriptions ask for "+kernel.Counted(asked, "share")+" of the "+kernel.Count(left)+" left and get "+
		kernel.Count(s.Over)+", each up to its request, at one level and by largest remainder.")
	if rest > 0 {
		o.overLast(s, e, subscribers, rest, requests)
	}
}

// overLast fills what is left when every request that has a part in the
// proportion is filled. Offerings honor over-subscriptions in full as long as
// there are shares, and prorate only what is short: so holders without such a part
// come last, in proportion to their requests. Those who hold nothing have no
// privilege, and get none.
func (o RightsOffering) overLast(s *Subscription, e *explanation, subscribers []Subscriber, left int64, requests []int64) {
	var asked, outside int64
	last := make([]int64, len(requests))
	for i, request := range requests {
		switch open := request - s.Rows[i].Over; {
		case subscribers[i].Held == 0:
			if outside += open; open > 0 {
				s.Rows[i].because(o.Authority, codeRightsRowOutside,
					"It asks for "+kernel.Count(open)+" more and holds nothing: it has no over-subscription privilege.")
			}
		default:
			last[i] = open
			asked += open
		}
	}
	if outside > 0 {
		e.add(codeRightsOverOutside, "Requests for "+kernel.Counted(outside, "share")+
			" come from subscribers who hold nothing: they have no over-subscription privilege.")
	}
	if asked == 0 {
		return
	}
	d := deal(left, last, last, o.Ties)
	for i := range s.Rows {
		row := &s.Rows[i]
		if row.Over += d.got(i); last[i] > 0 {
			row.because(o.Authority, codeRightsRowLast,
				"It took no share by basic privilege, and gets "+kernel.Count(d.got(i))+" of the "+kernel.Count(last[i])+
					" more asked for from what nobody else asks for: "+d.because(i, "share")+".")
		}
	}
	rest := left - d.sum()
	s.Over += d.sum()
	e.add(codeRightsOverLast, "Holders who took no share by basic privilege ask for "+kernel.Counted(asked, "share")+" of the "+
		kernel.Count(left)+" that nobody else asks for, and get "+kernel.Count(left-rest)+", in proportion to their requests.")
}

// because adds a reason to the row.
func (r *SubscriptionRow) because(authority law.Citation, code law.Code, text string) {
	r.Why = append(r.Why, law.Reason{Code: code, Text: text, Authority: authority})
}
