package offering

import (
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// proration is a tender offer in the making.
type proration struct {
	explanation
	terms   Tender
	tenders []Tendered
	rows    []ProrationRow
	left    int64 // shares still to be bought
	oddLots int64
	factor  exact.Fraction
	seed    string
	strict  int // strictRounds
	shared  dealing
	place   []int // of each prorated row in it, as place + 1
}

// The rule of issuer tender offers. Rule 14d-8 says the like of third parties.
const (
	citeProRata     = "17 CFR 240.13e-4(f)(3)"
	citeOddLots     = "17 CFR 240.13e-4(f)(3)(i)"
	citeConditional = "17 CFR 240.13e-4(f)(3)(ii)"
)

// tenderRule cites a paragraph of the rule.
func tenderRule(cite string) law.Citation {
	return law.Citation{Cite: cite, Title: "Tender offers by issuers"}
}

// decide gives each row its shares and its treatment.
func (p *proration) decide(tendered int64) {
	p.factor = exact.Fraction{Num: 1, Den: 1}
	if tendered <= p.terms.Sought {
		for i := range p.rows {
			p.accept(i, p.tenders[i].Shares, InFull)
		}
		p.add(codeTenderFull, kernel.Counted(tendered, "share")+" are tendered and up to "+kernel.Count(p.terms.Sought)+
			" are sought: every share is bought.")
		return
	}
	p.add(codeTenderOver, kernel.Counted(tendered, "share")+" are tendered where "+kernel.Count(p.terms.Sought)+" are sought.")
	odd, rest := p.split()
	withdrawn, room := p.buyOddLots(odd)
	if room {
		more, _ := p.prorate(rest, InFull)
		withdrawn = append(withdrawn, more...)
	} else {
		p.leaveOut(rest)
	}
	p.drawWithdrawn(withdrawn)
}

// accept buys shares of a row.
func (p *proration) accept(i int, shares int64, how Treatment) {
	p.rows[i].Accepted, p.rows[i].Treatment = shares, how
	p.left -= shares
}

// odd reports whether the row is an odd lot tendered whole.
func (p *proration) odd(i int) bool {
	t := p.tenders[i]
	return t.Owned > 0 && t.Owned == t.Shares && t.Owned < p.terms.OddLots
}

// split lists the odd lots and the other rows.
func (p *proration) split() (odd, rest []int) {
	for i := range p.tenders {
		if p.odd(i) {
			odd = append(odd, i)
		} else {
			rest = append(rest, i)
		}
	}
	return odd, rest
}

// buyOddLots buys the odd lots before anything else. Should there be more of them
// than shares sought, they are prorated among themselves: conditional ones may be
// withdrawn then. Only if those that stay fill the offer is there no room for other
// tenders.
func (p *proration) buyOddLots(odd []int) (withdrawn []int, room bool) {
	if p.terms.OddLots == 0 {
		p.add(codeTenderOddLotsNone, "No odd lot is bought first, because the offer does not say so.")
	}
	if len(odd) == 0 {
		return nil, true
	}
	rule := tenderRule(citeOddLots)
	if _, shares := p.shares(odd); shares > p.left {
		p.under(rule, codeTenderOddLotsOver, "Odd lots alone come to "+kernel.Counted(shares, "share")+
			", more than are sought: they are prorated among themselves before anything else is bought.")
	}
	before := p.left
	withdrawn, full := p.prorate(odd, OddLotFirst)
	if full {
		p.oddLots = before - p.left
	}
	if p.oddLots > 0 {
		p.under(rule, codeTenderOddLots, kernel.Counted(int64(len(odd)-len(withdrawn)), "holder")+" of fewer than "+
			kernel.Count(p.terms.OddLots)+" shares tendered all: their "+kernel.Counted(p.oddLots, "share")+" are bought first.")
	}
	if p.left == 0 {
		p.under(rule, codeTenderOddLotsOnly, "They take every share sought, and nothing else is bought.")
	}
	return withdrawn, p.left > 0
}

// leaveOut buys nothing of the rows for which odd lots leave no room. A
// conditional tender of which nothing is bought counts as withdrawn there as
// anywhere.
func (p *proration) leaveOut(rows []int) {
	for _, i := range rows {
		p.rows[i].Treatment = LeftOut
		if p.tenders[i].Minimum > 0 {
			p.rows[i].Treatment = Withdrawn
		}
	}
}

// strictRounds is the number of rounds of withdrawing after which a conditional
// tender has to reach its minimum without being rounded up.
const strictRounds = 16

// prorate divides what is left among the rows, until no conditional tender is
// below its minimum. A withdrawal raises every other entitlement, so nearly
// always one round settles it; but a share won by rounding may be lost again,
// and a list made to lose one in each round must not take a day. After
// strictRounds only the whole part counts, which never falls.
//
// It returns the rows withdrawn, and whether the others are all bought in full,
// which is the treatment that they get then; if not, every share that was left is
// bought.
func (p *proration) prorate(rows []int, inFull Treatment) (withdrawn []int, full bool) {
	for round := 0; ; round++ {
		shares, sum := p.shares(rows)
		if sum <= p.left {
			for _, i := range rows {
				p.accept(i, p.tenders[i].Shares, inFull)
			}
			return withdrawn, true
		}
		bought := deal(p.left, shares, nil, gather(orNone(p.terms.Ties), rows))
		var keep []int
		for k, i := range rows {
			sure := bought.got(k)
			if round >= p.strict {
				sure = kernel.Part(exact.Fraction{Num: p.left, Den: sum}, shares[k]).Whole
			}
			if sure < p.tenders[i].Minimum {
				withdrawn = append(withdrawn, i)
			} else {
				keep = append(keep, i)
			}
		}
		if len(keep) == len(rows) {
			p.factor = exact.Fraction{Num: p.left, Den: sum}
			p.under(tenderRule(citeProRata), codeTenderProrated, kernel.Count(p.left)+" of "+kernel.Counted(sum, "share")+
				" tendered by "+kernel.Counted(int64(len(rows)), "holder")+" are bought pro rata ("+kernel.Percentage(p.left, sum)+
				"), in whole shares by largest remainder.")
			p.shared, p.place = bought, make([]int, len(p.rows))
			for k, i := range rows {
				p.accept(i, bought.got(k), Prorated)
				p.place[i] = k + 1
			}
			return withdrawn, false
		}
		rows = keep
	}
}

// shares lists what the rows tendered, and its sum.
func (p *proration) shares(rows []int) (shares []int64, sum int64) {
	shares = make([]int64, len(rows))
	for k, i := range rows {
		shares[k] = p.tenders[i].Shares
		sum += shares[k]
	}
	return shares, sum
}

// drawWithdrawn fills what withdrawn tenders leave of the offer, by lot and at
// their minimums. Something is left only when every other tender is bought in
// full, which is the rule's condition for a lot.
func (p *proration) drawWithdrawn(rows []int) {
	if len(rows) == 0 {
		return
	}
	var whole []int // rows of holders who tendered all they own
	for _, i := range rows {
		p.rows[i].Treatment = Withdrawn
		if p.tenders[i].Owned == p.tenders[i].Shares {
			whole = append(whole, i)
		}
	}
	rule := tenderRule(citeConditional)
	p.under(rule, codeTenderWithdrawn, kernel.Counted(int64(len(rows)), "conditional tender")+
		" would be bought below the minimum and count as withdrawn.")
	if p.left == 0 {
		return
	}
	short := "That leaves " + kernel.Counted(p.left, "share") + " to buy"
	switch {
	case len(whole) == 0:
		p.under(rule, codeTenderLotNobody, short+"; no withdrawn holder has tendered all it owns, so no lot is drawn.")
		return
	case p.terms.Seed == "":
		p.under(rule, codeTenderLotUnseeded, short+"; no seed is given, so no lot is drawn.")
		return
	}
	p.seed = p.terms.Seed
	names := make([]string, len(whole))
	for k, i := range whole {
		names[k] = p.tenders[i].Holder
	}
	drawn := 0
	for _, ranked := range rankByHash(p.seed, names) {
		i := whole[ranked.row]
		if p.tenders[i].Minimum <= p.left {
			p.accept(i, p.tenders[i].Minimum, ByLot)
			drawn++
		}
	}
	p.under(rule, codeTenderLot, short+"; of "+kernel.Counted(int64(len(whole)), "holder")+
		" who tendered all they own, in the order of a lot, "+kernel.Count(int64(drawn))+" are bought at their minimums.")
}

// total says what is bought in all.
func (p *proration) total(r Proration) {
	text := kernel.Counted(r.Accepted, "share") + " are bought and " + kernel.Count(r.Returned) + " returned"
	if r.Unfilled > 0 {
		text += "; " + kernel.Count(r.Unfilled) + " of those sought stay unfilled"
	}
	p.add(codeTenderTotal, text+".")
}
