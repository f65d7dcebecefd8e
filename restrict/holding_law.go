package restrict

import (
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// What is not verified about the sources of tacking.
const (
	doubtMemo = "known from practitioners' memos only"
	doubtOld  = "paragraph (d)(3) was not read in the texts before 2008"
)

// awardView is what the staff takes as the acquisition of stock that an
// employment agreement promises for continued service.
type awardView bool

const (
	awardVests awardView = false // the day of vesting
	awardAgree awardView = true  // the day of the agreement
)

// awardViews lists the staff's views by the first day of sale that they govern.
func awardViews() [2]calendar.Era[awardView] {
	const number = "that this is its number"
	return [...]calendar.Era[awardView]{
		{
			From: firstSale(), Value: awardVests,
			Authority: law.Citation{
				Cite: "C&DI 132.11", Title: staffTitle + ", before the revision of October 19, 2016",
				Doubt: number + "; known from descriptions of the revision; since when the staff held it was not seen",
			},
		},
		{
			From: calendar.MustDate(2016, time.October, 19), Value: awardAgree,
			Authority: law.Citation{
				Cite: "C&DI 132.11", Title: staffTitle + ", as revised October 19, 2016", Doubt: number,
			},
		},
	}
}

// pledgeViewRevised is the first day of the staff's view that a pledgee of what an
// affiliate bought in the open market has no holding period whether the pledge
// was with recourse or without. Before, C&DI 532.01 was silent about recourse.
//
// Source: the C&DI as dated; O'Melveny & Myers, alert of June 14, 2013.
func pledgeViewRevised() calendar.Date { return calendar.MustDate(2013, time.May, 16) }

// pledgeViewTitle names the revision.
const pledgeViewTitle = staffTitle + ", as revised May 16, 2013"

// anyRecourse reports whether that view counts for the sale; without a sale, the
// present one does.
func (l *life) anyRecourse() bool { return l.sale.IsZero() || !l.sale.Before(pledgeViewRevised()) }

// awards is the view for the sale; without a sale, the present one.
func (l *life) awards() calendar.Era[awardView] {
	views := awardViews()
	if !l.sale.IsZero() && l.sale.Before(views[1].From) {
		return views[0]
	}
	return views[1]
}

// paragraph cites Rule 144 in the version that governs the sale.
func (l *life) paragraph(par string) law.Citation {
	c := l.text.cite(par, par)
	if l.text.former() && strings.HasPrefix(par, "(d)(3)") {
		c = l.text.also(c, doubtOld)
	}
	return c
}

// derived cites the paragraph from which an answer is drawn that it does not
// spell out.
func (l *life) derived(par, from string) law.Citation {
	return l.text.also(l.paragraph(par), "derived: "+from)
}

// memo cites the paragraph under which practitioners' memos put an answer.
func (l *life) memo(par string) law.Citation { return l.text.also(l.paragraph(par), doubtMemo) }
