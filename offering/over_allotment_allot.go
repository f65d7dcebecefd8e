package offering

import (
	"math"
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Allot divides base and option among the indications. The option is used as far
// as they ask for more than the base.
//
// Errors are those of [OverAllotment.OptionShares], with paths such as
// "indications[2].shares". No indications, and one without investor or shares,
// are law.ErrMissing; an unknown way is law.ErrInvalid; a name given twice is
// law.ErrDuplicate; shares below zero or past an int64 in all are law.ErrRange.
// At most a hundred faulty indications are named.
func (o OverAllotment) Allot(indications []Indication) (OverAllotted, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", o.Authority)
	way := orElse(o.Way, SecondClosing)
	law.OneOf(&fs, "way", way, way.all()...)
	option := o.option(&fs)
	asks := readIndications(&fs, indications)
	checkKeys(&fs, o.Ties, "indications", len(indications))
	if len(fs) > 0 {
		return OverAllotted{}, fs
	}
	result := OverAllotted{
		Rows: make([]OverAllottedRow, len(asks)), Base: o.Base, Option: option, Way: way,
		Method: MethodOverAllotment, Version: MethodVersion,
	}
	for _, shares := range asks {
		result.Demand += shares
	}
	result.Used = min(max(0, result.Demand-o.Base), option)
	result.Shares = min(result.Demand, o.Base+result.Used)
	result.Unsold, result.Unfilled = max(0, o.Base-result.Demand), result.Demand-result.Shares
	d := overAllotting{base: upTo(o.Base, asks, o.Ties), together: upTo(result.Shares, asks, o.Ties)}
	d.left = make([]int64, len(asks))
	for i, shares := range asks {
		d.left[i] = shares - d.base.got(i)
	}
	d.option = upTo(result.Shares-min(result.Demand, o.Base), d.left, o.Ties)
	for i := range asks {
		row := OverAllottedRow{
			Investor: indications[i].Investor, Demand: asks[i],
			Base: d.base.got(i), Option: d.option.got(i), OneGo: d.together.got(i),
		}
		row.Shares = row.Base + row.Option
		if row.Difference = row.OneGo - row.Shares; row.Difference != 0 {
			result.Differing++
		}
		if way == OneGo {
			row.Shares = row.OneGo
		}
		result.Rows[i] = row
	}
	o.explain(&result, &d)
	return result, nil
}

// readIndications checks the indications and lists their shares.
func readIndications(fs *law.Faults, indications []Indication) []int64 {
	if len(indications) == 0 {
		fs.Add(law.ErrMissing, "indications", "", "is required: nobody asks for shares")
	}
	asks := make([]int64, len(indications))
	names := make(map[string]int, len(indications))
	faults := check.Rows{List: "indications"}
	var total int64
	for i, indication := range indications {
		var row law.Faults
		checkName(&row, "investor", "indications", names, i, indication.Investor)
		switch shares := indication.Shares; {
		case shares == 0:
			row.Missing("shares")
		case shares < 0:
			check.NotBelowZero(&row, "shares", shares)
		case shares > math.MaxInt64-total:
			row.Add(law.ErrRange, "shares", strconv.FormatInt(shares, 10), "takes the demand past %d shares", int64(math.MaxInt64))
		default:
			asks[i] = shares
			total += shares
		}
		faults.Add(fs, i, row)
	}
	faults.Close(fs)
	return asks
}

// overAllotting is the divisions of both ways.
type overAllotting struct {
	base, option, together dealing
	left                   []int64 // what the base leaves unfilled
}

// upTo divides a total among rows that ask for more, or gives each what it asks.
func upTo(total int64, asks, keys []int64) dealing {
	if sum := kernel.Sum(asks); sum.Low <= uint64(total) {
		return dealing{odd: odd{sharing: &sharing{division: division{total: total, weights: asks, dst: asks}}}}
	}
	return deal(total, asks, nil, keys)
}

// explain says how the option came about and why each row got what it got.
func (o OverAllotment) explain(result *OverAllotted, d *overAllotting) {
	because := func(code law.Code, text string) {
		result.Why = append(result.Why, law.Reason{Code: code, Text: text, Authority: o.Authority})
	}
	because(codeOverAllotmentSize, "The option is "+kernel.Of(o.Percent).String()+"% of "+kernel.Counted(o.Base, "share")+
		", rounded down "+kernel.Count(result.Option)+".")
	because(codeOverAllotmentUsed, "The demand for "+kernel.Counted(result.Demand, "share")+" takes "+kernel.Count(result.Used)+" of it.")
	words := "The base is divided first, and the option is a second closing"
	if result.Way == OneGo {
		words = "Base and option are divided in one go"
	}
	if o.Way == "" {
		because(codeReadingWayDefault, words+", because the terms do not say.")
	} else {
		because(codeReadingWay, words+", as the terms say.")
	}
	because(codeOverAllotmentDifference, "The other way would give "+kernel.Counted(result.Differing, "row")+" another number of shares.")
	for i := range result.Rows {
		row := &result.Rows[i]
		reason := func(code law.Code, text string) {
			row.Why = append(row.Why, law.Reason{Code: code, Text: text, Authority: o.Authority})
		}
		switch asks := kernel.Counted(row.Demand, "share"); {
		case row.Shares == row.Demand && result.Unfilled == 0:
			reason(codeOverAllotmentFilled, "The "+asks+" asked for are filled.")
		case result.Way == OneGo:
			reason(codeOverAllotmentOneGo, "Of the "+asks+" asked for it gets "+kernel.Count(row.OneGo)+": "+d.together.because(i,
				"share")+".")
		default:
			reason(codeOverAllotmentBase,
				"Of the "+asks+" asked for it gets "+kernel.Count(row.Base)+" of the base: "+d.base.because(i, "share")+".")
			if row.Base < row.Demand {
				reason(codeOverAllotmentOption,
					"Of the "+kernel.Counted(d.left[i], "share")+" left unfilled it gets "+kernel.Count(row.Option)+" of the option: "+
						d.option.because(i, "share")+".")
			}
		}
	}
}
