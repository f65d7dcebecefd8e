package restrict

import (
	"math"
	"slices"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// window holds every sale given against the window.
func (l *limiter) window(fs *law.Faults) {
	v, out := &l.v, &l.out
	out.From = l.law.windowStart(v.Sale)
	if len(v.Sales) > 0 {
		out.Window = make([]WindowTrade, len(v.Sales))
	}
	members := v.members(l.law)
	for i := range v.Sales {
		t := &v.Sales[i]
		a := t.units(v.Splits)
		w := &out.Window[i]
		w.Date, w.Person, w.Amount = t.Date, t.Person, show(fs, "sales", a)
		until := l.judge(t, w, members)
		switch w.Counts {
		case CountsYes:
			l.counted = l.counted.Plus(a)
		case CountsUnknown:
			l.possible = l.possible.Plus(a)
		case CountsNo:
			continue
		}
		w.Leaves = l.law.leaves(t.Date)
		if !until.IsZero() && until.Before(w.Leaves) {
			w.Leaves = until
		}
	}
	out.Counted, out.Possible = show(fs, "sales", l.counted), show(fs, "sales", l.possible)
}

// units is what the trade counts as toward an amount of the class, in the shares
// of the day of the sale: a convertible security as what it converts into.
func (t *Trade) units(splits []Split) kernel.Amount {
	a := kernel.Whole(t.Amount)
	if t.Converts.Sign() > 0 {
		a = a.Product(kernel.AmountOf(t.Converts)) // (e)(3)(i)
	}
	return restated(splits, a, t.Date)
}

// shared is the reason that many sales have in common.
type shared uint8

const (
	tradeOwn shared = iota
	tradeBefore
	tradeConverted
	tradeStaff
	tradeExempt
	tradeOffshore
	tradeOther
	tradeStranger
	sharedCount
)

// shared returns the reason, which is made on first use.
func (l *limiter) shared(r shared) *law.Reason {
	if l.reasons[r].Code == "" {
		l.reasons[r] = l.law.sharedReason(r, l.limit)
	}
	return &l.reasons[r]
}

func (sl *saleLaw) sharedReason(r shared, limit law.Citation) law.Reason {
	reason := func(code law.Code, text string, c law.Citation) law.Reason {
		return law.Reason{Code: code, Text: text, Authority: c}
	}
	switch r {
	case tradeOwn:
		return reason(codeTradeCounts, "Sold for the seller's account within the three months.", limit)
	case tradeBefore:
		return reason(codeTradeBefore, "Sold before the three months.", limit)
	case tradeConverted:
		return reason(codeTradeConverted,
			"Sold within the three months, and counted as what it converts into.", sl.cite(cfr144+"(e)(3)(i)"))
	case tradeStaff:
		return reason(codeTradeExempt, "Reoffered under General Instruction C.2(b) of Form S-8.", sl.staff("133.04"))
	case tradeExempt:
		return reason(codeTradeExempt, "Sold registered, under Regulation A, or privately.", sl.cite(cfr144+"(e)(3)(vii)"))
	case tradeOffshore:
		return reason(codeTradeExempt, "Sold offshore under Regulation S.", sl.cite(cfr144+"(e)(3)(vii)"))
	case tradeOther:
		return reason(codeTradeOther,
			"Not of the securities that came by the pledge, gift, trust or estate.", sl.cite(cfr144+"(e)(3)(ii)-(v)"))
	default:
		return reason(codeTradeUnknown,
			"The answer needs to know how this person stands to the seller.", sl.cite(cfr144+"(a)(2)"))
	}
}

// judge tells whether the sale counts, and returns the first day on which its
// person is aggregated no longer, if there is one.
func (l *limiter) judge(t *Trade, w *WindowTrade, members map[string]*person) calendar.Date {
	var member *person
	if t.Person != "" && t.Person != l.v.Name {
		member = members[t.Person]
	}
	w.Counts = CountsNo
	switch {
	case t.Date.Before(l.out.From):
		w.Why = *l.shared(tradeBefore)
	case t.Kind == SoldRegulationS:
		w.Why = *l.shared(tradeOffshore)
	case t.Kind == SoldFormS8:
		w.Why = *l.shared(tradeStaff)
	case t.Kind != "" && t.Kind != SoldOther:
		w.Why, l.excluded = *l.shared(tradeExempt), true
	case t.Kind == SoldOther && member != nil && member.linked:
		w.Why = *l.shared(tradeOther)
	case t.Person == "" || t.Person == l.v.Name:
		w.Counts, w.Why = CountsYes, *l.shared(tradeOwn)
		if t.Converts.Sign() > 0 {
			w.Why = *l.shared(tradeConverted)
		}
	case member == nil:
		w.Counts, w.Why = CountsUnknown, *l.shared(tradeStranger)
	default:
		w.Counts, w.Why = member.Counts, member.Why
		return member.Until
	}
	return calendar.Date{}
}

// firstFit finds the first later day on which the proposal fits.
func (l *limiter) firstFit(limit, proposed, window kernel.Amount) error {
	free, err := l.released()
	if err != nil {
		return err
	}
	l.out.FirstFit = free
	if l.out.Measure == "" || proposed.Compare(limit) > 0 {
		return nil
	}
	// Each key is the day on which a sale leaves, counted from the sale that is
	// asked about, above the number of its row.
	keys := make([]int64, 0, len(l.out.Window))
	for i := range l.out.Window {
		if w := &l.out.Window[i]; w.Counts != CountsNo && !w.Leaves.IsZero() {
			keys = append(keys, int64(w.Leaves.Sub(l.v.Sale))<<32|int64(i))
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		window = window.Minus(kernel.AmountOfMixed(l.out.Window[key&math.MaxUint32].Amount))
		if window.Plus(proposed).Compare(limit) <= 0 {
			if day := l.v.Sale.AddDays(int(key >> 32)); free.IsZero() || day.Before(free) {
				l.out.FirstFit = day
			}
			return nil
		}
	}
	return nil
}

// longestBinding is more days than paragraph (e) can go on binding a seller who
// is no affiliate on the day of the sale: two years of the former (k).
const longestBinding = 800

// released is the first later day on which paragraph (e) binds the seller no
// more, as things are stated. It is "no date" if there is none.
func (l *limiter) released() (calendar.Date, error) {
	s := &l.v.Seller
	if s.Affiliate == AffiliateNow || s.Affiliate == AffiliateUnknown {
		return calendar.Date{}, nil // an affiliate stays one, as far as is stated
	}
	second := saleEras()[1].From
	for n := range longestBinding {
		day := l.v.Sale.AddDays(n + 1)
		b, err := s.bound(l.v.Security, day, ConditionE, day.Before(second))
		if err != nil || b.answer == law.No && !b.boundary {
			return day, err
		}
	}
	return calendar.Date{}, nil
}
