package escrow

import "strconv"

// paid is the money that leaves with a purchase: what is due, or what is there
// if the company waived the rest. An excess stays with the agent.
func (r *releasing) paid(p int) int64 {
	return min(r.purchases[p].held(r.e.At), r.Purchases[p].DueCents)
}

// proceeds is the money released over all purchases named. It cannot overflow:
// the sum of the amounts due was checked.
func (r *releasing) proceeds() int64 {
	var sum int64
	for _, p := range r.named {
		sum += r.paid(p)
	}
	return sum
}

// carryOut makes the legs and marks the purchases as released.
func (r *releasing) carryOut(proceeds int64) {
	left := proceeds
	if !r.feesPaid {
		for _, f := range r.Fees {
			r.leg(Leg{Kind: LegFee, Payee: f.Payee, Cents: f.Cents, For: f.For})
			left -= f.Cents
		}
		r.feesPaid = true
	}
	if left > 0 {
		r.leg(Leg{Kind: LegProceeds, Payee: r.Company, Cents: left})
	}
	for _, p := range r.named {
		a := r.account(p)
		out := &released{at: r.e.At, cents: r.paid(p)}
		out.shares = min(a.certificates.sum(r.e.At), r.Purchases[p].Shares)
		if out.shares > 0 {
			r.leg(Leg{Kind: LegCertificates, Payee: r.Purchases[p].Investor, Purchase: r.Purchases[p].ID, Shares: out.shares})
		}
		a.released = out
	}
	r.lastRelease = later(r.lastRelease, r.e.At)
	r.d.Why = append(r.d.Why, r.steps...)
	r.d.tell(CodePaid, "Of "+dollars(proceeds)+" released, "+dollars(proceeds-left)+" go to fees and "+dollars(left)+
		" to the company.", r.Authority.Release)
	if closed, ok := r.WireCalendar.Closure(r.today); ok {
		r.d.warn(CodeWiresClosed, "No wire moves on "+r.today.Long()+" ("+closed.Name+
			"): the money can arrive only on a later day.", closed.Authority)
	}
}

func (r *releasing) leg(l Leg) {
	l.ID = string(r.e.ID) + "/" + strconv.Itoa(len(r.d.Legs)+1)
	r.d.Legs = append(r.d.Legs, l)
}
