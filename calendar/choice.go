package calendar

import (
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// EarlierOf returns the earliest of several days, for rules such as "the
// earlier of two trading days and the standard settlement period". Its Why
// holds the steps of all, in order. The first is taken when two fall on one
// day. It is an error of kind [law.ErrMissing] to give none, or one without a
// date.
func EarlierOf(dues ...Due) (Due, error) {
	return pick(dues, codeEarlier, Date.Before)
}

// LaterOf returns the latest of several days, for rules such as "the later of
// the notice and the certificate". It is otherwise like [EarlierOf].
func LaterOf(dues ...Due) (Due, error) {
	return pick(dues, codeLater, Date.After)
}

func pick(dues []Due, code law.Code, better func(a, b Date) bool) (Due, error) {
	var fs law.Faults
	if len(dues) == 0 {
		fs.Missing("dues")
	}
	for i, due := range dues {
		if due.Date.IsZero() {
			fs.Missing("dues[" + strconv.Itoa(i) + "].date")
		}
		due.checkText(&fs, "dues["+strconv.Itoa(i)+"]")
	}
	if len(fs) > 0 {
		return Due{}, fs
	}
	best := dues[0]
	var why law.Reasons
	projected := false
	for _, due := range dues {
		why = append(why, due.Why...)
		projected = projected || due.Projected
		if better(due.Date, best.Date) {
			best = due
		}
	}
	if len(dues) > 1 {
		why = append(why, reason(code, law.Citation{}, "date", iso(best.Date),
			"name", best.Name))
	}
	best.Why, best.Projected = why, projected
	return best, nil
}
