package restrict

import (
	"slices"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// noticer answers one question that was found in order.
type noticer struct {
	f   *Form144Facts
	law *saleLaw
	out Form144Finding
	own []Trade // the seller's own sales in reliance on the rule
}

// counted is one sale on the way to the threshold.
type countedTrade struct {
	*Trade
	units  kernel.Amount // as it counts
	counts Counts
	reason law.Code // a code, where it may count
}

// tally adds up the sales of a window.
type tally struct {
	amount, possible           kernel.Amount
	price, possiblePrice       decimal.Decimal
	unpriced, possiblyUnpriced int
}

func (t *tally) add(c *countedTrade) {
	if c.counts == CountsYes {
		t.amount, t.price = t.amount.Plus(c.units), t.price.Add(c.Proceeds)
	} else {
		t.possible, t.possiblePrice = t.possible.Plus(c.units), t.possiblePrice.Add(c.Proceeds)
	}
	t.unprice(c, 1)
}

func (t *tally) drop(c *countedTrade) {
	if c.counts == CountsYes {
		t.amount, t.price = t.amount.Minus(c.units), t.price.Sub(c.Proceeds)
	} else {
		t.possible, t.possiblePrice = t.possible.Minus(c.units), t.possiblePrice.Sub(c.Proceeds)
	}
	t.unprice(c, -1)
}

func (t *tally) unprice(c *countedTrade, n int) {
	switch {
	case c.Proceeds.Sign() > 0:
	case c.counts == CountsYes:
		t.unpriced += n
	default:
		t.possiblyUnpriced += n
	}
}

// required holds the window against the thresholds.
func (t *tally) required(sl *saleLaw) law.YesNo {
	shares, price := kernel.Whole(sl.noticeAmount), decimal.New(sl.noticePrice, 0)
	switch {
	case t.amount.Compare(shares) > 0 || t.price.Cmp(price) > 0:
		return law.Yes
	case t.unpriced+t.possiblyUnpriced > 0, t.amount.Plus(t.possible).Compare(shares) > 0,
		t.price.Add(t.possiblePrice).Cmp(price) > 0:
		return law.Unknown
	}
	return law.No
}

// threshold looks at every three months that hold the sale. They end on its day
// or on that of a later sale that is planned.
func (n *noticer) threshold() error {
	trades := n.trades()
	var t, worst tally
	first, next := 0, 0
	for next < len(trades) && !trades[next].Date.After(n.f.Sale) {
		t.add(&trades[next])
		next++
	}
	last := n.law.leaves(n.f.Sale)
	for end := n.f.Sale; ; {
		for from := n.law.windowStart(end); first < next && trades[first].Date.Before(from); first++ {
			t.drop(&trades[first])
		}
		answer := t.required(n.law)
		if n.out.Through.IsZero() || answer == law.Yes || answer == law.Unknown && n.out.Required == law.No {
			n.out.Required, worst = answer, t
			n.out.From, n.out.Through = n.law.windowStart(end), end
		}
		if answer == law.Yes || next == len(trades) || !last.IsZero() && !trades[next].Date.Before(last) {
			break
		}
		for end = trades[next].Date; next < len(trades) && trades[next].Date == end; next++ {
			t.add(&trades[next])
		}
	}
	return n.show(&worst, trades)
}

// trades are the sales that count or may count, with this one, by date.
func (n *noticer) trades() []countedTrade {
	f := n.f
	sale := Trade{Date: f.Sale, Amount: f.Amount, Proceeds: f.Price.Mul(decimal.New(f.Amount, 0))}
	out := []countedTrade{{Trade: &sale, units: kernel.Whole(f.Amount), counts: CountsYes}}
	var members map[string]*person
	if len(f.Relations) > 0 {
		members = f.aggregation().gather(n.law).byName()
	}
	for i := range f.Trades {
		t := &f.Trades[i]
		own := t.Person == "" || t.Person == f.Name
		if own && t.Kind == "" && t.Converts.Sign() == 0 {
			n.own = append(n.own, *t)
		}
		c := countedTrade{Trade: t, units: t.units(f.Splits), counts: CountsYes}
		if sold := kernel.Whole(t.Amount); t.Converts.Sign() > 0 && sold.Compare(c.units) > 0 {
			c.units = sold // how (h) counts them was not read
		}
		member := members[t.Person]
		switch {
		case t.Kind != "":
			continue // not in reliance on the rule
		case !own && member != nil && member.Counts == CountsNo, !own && member != nil && member.Notice == CountsNo:
			continue
		case !own && (member == nil || member.Counts == CountsUnknown || member.Notice == CountsUnknown):
			c.counts, c.reason = CountsUnknown, codeNoticePerson
		case t.Converts.Sign() > 0:
			c.counts, c.reason = CountsUnknown, codeNoticeConvertible
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b countedTrade) int { return a.Date.Compare(b.Date) })
	return out
}

// show puts the window that decides into the result, and tells of it.
func (n *noticer) show(t *tally, trades []countedTrade) error {
	var fs law.Faults
	out := &n.out
	amount, okAmount := t.amount.Mixed()
	possible, okPossible := t.possible.Round(exact.Down)
	if !okAmount || !okPossible {
		fs.Add(law.ErrRange, "trades", "", "come to an amount that an int64 does not hold")
		return fs
	}
	out.Amount, out.Price, out.PossibleAmount, out.PossiblePrice = amount.Whole, t.price, possible, t.possiblePrice
	out.Unpriced = t.unpriced + t.possiblyUnpriced
	where := " in the three months from " + out.From.Long() + " to " + out.Through.Long()
	sums := kernel.Mixed(amount) + " units for " + kernel.DollarsOf(t.price)
	limit := kernel.Count(out.AmountLimit) + " units or $" + kernel.Count(out.PriceLimit)
	authority := n.law.threshold()
	if len(n.f.Splits) > 0 {
		authority = furtherDoubt(authority, "derived: C&DI 133.03 restates for splits what (e) counts")
	}
	switch out.Required {
	case law.Yes:
		out.Why = say(out.Why, codeNoticeRequired, authority, "A notice is required: ", sums, where, " are more than ", limit, ".")
		return nil
	case law.No:
		out.Why = say(out.Why, codeNoticeBelow, authority, "No notice is required: ", sums, where, " are not more than ", limit, ".")
		return nil
	default:
		out.Why = say(out.Why, codeNoticeUnknown, authority, "Whether a notice is required turns on what is unknown: ", sums, where,
			" are not more than ", limit, ", but more may count.")
	}
	if out.Unpriced > 0 {
		out.Why = say(out.Why, codeNoticePrice, authority, "The answer needs the price of ", strconv.Itoa(out.Unpriced), " of the sales.")
	}
	n.doubts(trades)
	return nil
}

// threshold is the authority for the thresholds.
func (sl *saleLaw) threshold() law.Citation {
	if sl.former {
		return law.Citation{
			Cite: "former 17 CFR 230.144(h)", Title: "Rule 144: Selling Restricted and Control Securities",
			Doubt: "the thresholds were read in the SEC's pamphlet as quoted in 2005",
		}
	}
	return sl.cite(cfr144 + "(h)(1)")
}

// doubts names, once each, why sales of the window may count.
func (n *noticer) doubts(trades []countedTrade) {
	told := law.Code("")
	for i := range trades {
		c := &trades[i]
		if c.reason == "" || c.reason == told || c.Date.Before(n.out.From) || c.Date.After(n.out.Through) || n.out.Why.Has(c.reason) {
			continue
		}
		told = c.reason
		if told == codeNoticeConvertible {
			n.out.Why = say(n.out.Why, told, doubt(n.law.staff("536.05"), "only the first lines of the answer were read"),
				"The answer needs to know whether sales of a convertible security and of the class count together.")
			continue
		}
		n.out.Why = say(n.out.Why, told, n.law.cite(cfr144+"(a)(2)"), "The answer needs to know whether sales of ", c.Person,
			" count for the notice; paragraph (h) does not say.")
	}
}

// covered adds up what live forms cover, and what of it is used, as the splits
// restate it.
func (n *noticer) covered(splits []Split) (covered, used kernel.Amount, live, lapsed bool) {
	var since calendar.Date
	for _, notice := range n.f.Notices {
		if expires := n.law.leaves(notice.Filed); !expires.IsZero() && !n.f.Sale.Before(expires) {
			lapsed = true
			continue
		}
		covered, live = covered.Plus(restated(splits, kernel.Whole(notice.Amount), notice.Filed)), true
		if since.IsZero() || notice.Filed.Before(since) {
			since = notice.Filed
		}
	}
	for i := range n.own {
		if d := n.own[i].Date; !d.Before(since) && !d.After(n.f.Sale) && live {
			used = used.Plus(n.own[i].units(splits))
		}
	}
	return covered, used, live, lapsed
}
