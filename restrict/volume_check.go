package restrict

import (
	"math"
	"math/bits"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

const (
	// maxSplits and maxSplitTerm bound what restating can multiply up to.
	maxSplits    = 100
	maxSplitTerm = 1_000_000
)

// check records what keeps the question from being asked, and returns the law
// that governs the sale.
func (v *Volume) check(fs *law.Faults) saleLaw {
	sl := saleLawOn(fs, v.Sale)
	if !v.Security.known() {
		v.Security.check(fs)
	}
	v.Seller.check(fs, v.Sale, sl.former)
	v.Market.check(fs, "market", true)
	check.NotBelowZero(fs, "proposed", v.Proposed)
	check.NotBelowZero(fs, "outstanding", v.Outstanding)
	check.NotBelowZero(fs, "tranche", v.Tranche)
	if v.Security == Equity && v.Tranche > 0 {
		check.Although(fs, "tranche", strconv.FormatInt(v.Tranche, 10), "security", Equity)
	}
	if v.Outstanding > 0 && len(v.Splits) > 0 {
		required(fs, "outstanding_as_of", v.OutstandingAsOf)
	}
	notAfter(fs, "outstanding_as_of", v.OutstandingAsOf, v.Sale)
	if v.Market == MarketNational && v.Notice.IsZero() {
		required(fs, "order", v.Order)
	}
	notAfter(fs, "notice", v.Notice, v.Sale)
	notAfter(fs, "order", v.Order, v.Sale)
	fs.Text("name", v.Name)
	checkSplits(fs, v.Splits, v.Sale)
	v.checkWeeks(fs)
	rows := check.Rows{List: "sales"}
	for i := range v.Sales {
		var row law.Faults
		v.Sales[i].check(&row)
		notAfter(&row, "date", v.Sales[i].Date, v.Sale)
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	if len(v.Relations) > 0 {
		if v.Name == "" {
			fs.Missing("name")
		}
		fs.Merge("", v.aggregation().check())
	}
	return sl
}

func (t *Trade) check(fs *law.Faults) {
	required(fs, "date", t.Date)
	if t.Amount == 0 {
		fs.Missing("amount")
	}
	check.NotBelowZero(fs, "amount", t.Amount)
	switch t.Kind {
	case "", SoldRegistered, SoldRegulationA, SoldPrivate, SoldRegulationS, SoldFormS8, SoldOther:
	default:
		law.OneOf(fs, "kind", t.Kind,
			t.Kind.all()...)
	}
	kernel.NotBelowZero(fs, "converts", t.Converts)
	kernel.NotBelowZero(fs, "proceeds", t.Proceeds)
	fs.Text("person", t.Person)
}

func (m Market) check(fs *law.Faults, field string, needed bool) {
	switch m {
	case MarketNational, MarketOver, MarketForeign, MarketNone, MarketUnknown:
	default:
		if needed || m != "" {
			law.OneOf(fs, field, m, m.all()...)
		}
	}
}

func checkSplits(fs *law.Faults, splits []Split, sale calendar.Date) {
	if !check.AtMost(fs, "splits", len(splits), maxSplits) {
		return
	}
	newer, older := uint64(1), uint64(1)
	for i, s := range splits {
		field := "splits[" + strconv.Itoa(i) + "]"
		required(fs, field+".effective", s.Effective)
		notAfter(fs, field+".effective", s.Effective, sale)
		check.Cited(fs, field+".authority", s.Authority)
		for _, term := range [...]struct {
			name string
			n    int64
			all  *uint64
		}{{".new", s.New, &newer}, {".old", s.Old, &older}} {
			switch {
			case term.n == 0:
				fs.Missing(field + term.name)
				return
			case term.n < 0 || term.n > maxSplitTerm:
				check.Within(fs, field+term.name, term.n, 1, maxSplitTerm)
				return
			}
			high, low := bits.Mul64(*term.all, uint64(term.n))
			if high != 0 || low > math.MaxInt64 {
				fs.Add(law.ErrRange, field+term.name, strconv.FormatInt(term.n, 10), "multiplies the splits beyond an int64")
				return
			}
			*term.all = low
		}
	}
}

func (v *Volume) checkWeeks(fs *law.Faults) {
	rows := check.Rows{List: "weeks"}
	weeks, _ := v.fourWeeks()
	var seen [weekCount]bool
	for i, w := range v.Weeks {
		var row law.Faults
		required(&row, "week", w.Week)
		notAfter(&row, "week", w.Week, v.Sale)
		notAfter(&row, "as_of", w.AsOf, v.Sale)
		check.NotBelowZero(&row, "amount", w.Amount)
		w.Market.check(&row, "market", false)
		if v.splitWithin(weekOf(w.Week)) {
			required(&row, "as_of", w.AsOf)
		}
		if k := weekIndex(&weeks, w.Week); k >= 0 && v.marketOf(w) == MarketNational {
			if seen[k] {
				row.Add(law.ErrDuplicate, "week", w.Week.String(), "is in a week given before for the national markets")
			}
			seen[k] = true
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
}

// marketOf is where the volume of a row was traded.
func (v *Volume) marketOf(w WeekVolume) Market {
	if w.Market != "" {
		return w.Market
	}
	return v.Market
}

// weekIndex is the place of the day's week among the four, or -1.
func weekIndex(weeks *[weekCount]Week, d calendar.Date) int {
	for k, w := range weeks {
		if w.contains(d) && !d.IsZero() {
			return k
		}
	}
	return -1
}

// splitWithin reports whether a split took effect in the week, later than its
// first day.
func (v *Volume) splitWithin(w Week) bool {
	for _, s := range v.Splits {
		if w.contains(s.Effective) && s.Effective != w.First {
			return true
		}
	}
	return false
}

// notAfter records a day of the facts that lies after the day of the sale.
func notAfter(fs *law.Faults, field string, d, sale calendar.Date) {
	if d.After(sale) && !sale.IsZero() {
		fs.Add(law.ErrConflict, field, d.String(), "is after the sale on %s", sale)
	}
}
