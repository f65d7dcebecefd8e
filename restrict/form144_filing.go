package restrict

import (
	"slices"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// filingWays are the ways of filing for issuers that report, and for others.
type filingWays struct{ reporting, other []FilingWay }

// filingEras lists the ways of filing by the day of filing.
func filingEras() calendar.Timeline[filingWays] {
	return calendar.Timeline[filingWays]{
		{
			From:  calendar.MustDate(1997, time.April, 29),
			Value: filingWays{[]FilingWay{FilePaper}, []FilingWay{FilePaper}},
			Authority: law.Citation{
				Cite: "17 CFR 230.144(h)", Title: "Rule 144",
				Doubt: "paper before June 2, 2022 is recalled; in the last years forms were accepted by e-mail, from a day not known",
			},
		},
		{
			From:  calendar.MustDate(2022, time.June, 2),
			Value: filingWays{[]FilingWay{FilePaper, FileEmail, FileEdgar}, []FilingWay{FilePaper, FileEmail}},
			Authority: law.Citation{
				Cite: "Release 33-11070", Title: "Updating EDGAR Filing Requirements",
				Doubt: "adopted that day; that filing on EDGAR was voluntary until April 13, 2023 is recalled",
			},
		},
		{
			From:  calendar.MustDate(2023, time.April, 13),
			Value: filingWays{[]FilingWay{FileEdgar}, []FilingWay{FilePaper}},
			Authority: law.Citation{
				Cite: "17 CFR 230.144(h)(2)", Title: "SEC Division of Corporation Finance announcement of March 3, 2023",
			},
			Checked: checkedBefore(),
		},
	}
}

// act tells what is to be done, given whether a notice is required.
func (n *noticer) act() error {
	out := &n.out
	switch out.Required {
	case law.No:
		return nil
	case law.Yes:
		n.action()
	default:
		out.Action = NoticeUnknown
	}
	if out.Action == NoticeCovered {
		return nil
	}
	out.Due, out.Expires = n.f.Sale, n.law.leaves(n.f.Sale)
	out.Why = say(out.Why, codeNoticeDue, n.law.cite(cfr144+"(h)(3)"), "A form is transmitted on ", out.Due.Long(),
		", concurrently with placing the order with a broker or executing it with a market maker.")
	if err := n.ways(); err != nil {
		return err
	}
	return n.concurrent()
}

// action looks for a form that covers the sale.
func (n *noticer) action() {
	out := &n.out
	covered, used, live, lapsed := n.covered(n.f.Splits)
	out.Action, out.Cover = NoticeFile, n.f.Amount
	short := used.Plus(kernel.Whole(n.f.Amount)).Excess(covered)
	covered, used, _, _ = n.covered(nil) // if a form counts in the shares in which it was filed
	plain := used.Plus(kernel.Whole(n.f.Amount)).Excess(covered)
	switch {
	case live && (short == 0) != (plain == 0):
		out.Action, out.Cover = NoticeUnknown, 0
		out.Why = say(out.Why, codeNoticeSplit, doubt(n.law.cite(cfr144+"(h)"), "no text that was read speaks of it"),
			"Whether a form filed before a split gives notice of the sale turns on whether its amount is restated for the split.")
	case live && short == 0:
		out.Action, out.Cover = NoticeCovered, 0
		out.Why = say(out.Why, codeNoticeCovered, n.law.cite(cfr144+"(h)"), "A form filed before gives notice of the sale.")
	case live:
		out.Action, out.Cover = NoticeFileNew, min(out.Cover, max(short, plain))
		out.Why = say(out.Why, codeNoticeNew, n.law.staff("536.03"), "The forms filed before do not cover ", kernel.Count(out.Cover),
			" of the sale, for which a new form is filed, not an amendment.")
	case lapsed:
		n.amend()
	}
}

// amend tells what is filed after forms that are more than three months old: an
// amended notice for what they leave unsold, and a new form for more.
func (n *noticer) amend() {
	const old = "The forms filed before are more than three months old and serve no longer. "
	out, left := &n.out, n.unsold()
	unsold, _ := left.Round(exact.Down)
	switch {
	case left.Compare(kernel.Whole(n.f.Amount)) >= 0:
		out.Action = NoticeAmend
		out.Why = say(out.Why, codeNoticeExpired, oldForms(), old, "An amended notice is filed for what is unsold.")
	case unsold == 0:
		out.Why = say(out.Why, codeNoticeExpired, oldForms(), old, "What they covered is sold, and a form is filed for the sale.")
	default:
		out.Action, out.Cover = NoticeFileNew, n.f.Amount-unsold
		out.Why = say(out.Why, codeNoticeExpired, oldForms(), old, "An amended notice is filed for the ", kernel.Count(unsold),
			" unsold, and a new form for the other ", kernel.Count(out.Cover), ".")
	}
}

// unsold is what forms that serve no longer leave unsold, by the seller's own
// sales that are listed.
func (n *noticer) unsold() kernel.Amount {
	var since calendar.Date
	var covered, sold kernel.Amount
	for _, notice := range n.f.Notices {
		covered = covered.Plus(kernel.Whole(notice.Amount))
		if since.IsZero() || notice.Filed.Before(since) {
			since = notice.Filed
		}
	}
	for i := range n.own {
		if d := n.own[i].Date; !d.Before(since) && !d.After(n.f.Sale) {
			sold = sold.Plus(kernel.Whole(n.own[i].Amount))
		}
	}
	if covered.Compare(sold) <= 0 {
		return kernel.Amount{}
	}
	return covered.Minus(sold)
}

// oldForms says how long a form serves.
func oldForms() law.Citation {
	return law.Citation{Cite: "SEC publication Rule 144: Selling Restricted and Control Securities", Doubt: "read as quoted in 2005"}
}

// ways tells how the form is filed.
func (n *noticer) ways() error {
	out := &n.out
	era, err := filingEras().At(out.Due)
	if err != nil {
		return err
	}
	reporting, other := era.Value.reporting, era.Value.other
	switch {
	case n.f.Reports == law.No:
		out.Ways = other
	case n.f.Reports == law.Yes || slices.Equal(reporting, other):
		out.Ways = reporting
	default:
		out.Why = say(out.Why, codeNoticeWayUnknown, era.Authority,
			"How the form is filed turns on whether the issuer is subject to reporting.")
		return nil
	}
	out.Why = say(out.Why, codeNoticeWay, era.Authority, "The form may be filed by: ", joined(out.Ways), ".")
	if n.f.Reports == law.Yes && slices.Contains(out.Ways, FilePaper) { // a listed class makes its issuer report
		authority := n.law.cite(cfr144 + "(h)(1)")
		if slices.Contains(out.Ways, FileEdgar) {
			authority.Doubt = doubtExchange
		}
		out.Why = say(out.Why, codeNoticeExchange, authority,
			"If the class is listed, one more copy of a form on paper is sent to the principal exchange.")
	}
	return nil
}

// doubtExchange is what is not verified about the copy for the exchange.
const doubtExchange = "read in the text before Release 33-11070"

// joined lists ways in words.
func joined(ways []FilingWay) string {
	words := make([]string, len(ways))
	for i, way := range ways {
		words[i] = string(way)
	}
	return strings.Join(words, ", ")
}

// concurrent holds the form's transmission against the day of the order.
func (n *noticer) concurrent() error {
	out, sent := &n.out, n.f.Transmitted
	if !n.f.Submitted.IsZero() {
		if out.Ways != nil && !slices.Contains(out.Ways, FileEdgar) {
			out.Concurrent = law.No
			out.Why = say(out.Why, codeNoticeWrongWay, n.law.cite(cfr144+"(h)(2)"),
				"The form was submitted on EDGAR, where it may not be filed.")
			return nil
		}
		var fs law.Faults
		statute, err := calendar.StatuteByKey("form-144-filed")
		fs.Merge("submitted", err)
		due, err := statute.AfterReceipt(n.f.Submitted)
		fs.Merge("submitted", err)
		if len(fs) > 0 {
			return fs
		}
		out.FiledOn, sent = due.Date, calendar.DateIn(n.f.Submitted, calendar.NewYork())
		out.Why = append(out.Why, due.Why...)
		if out.FiledOn != sent {
			out.Why = say(out.Why, codeNoticeFiledLater, n.law.cite(cfr144+"(h)(3)"), "The form was sent on ", sent.Long(),
				" and counts as filed only on ", out.FiledOn.Long(), "; what is asked for with the order is that it be sent.")
		}
	} else if slices.Equal(out.Ways, []FilingWay{FileEdgar}) && !sent.IsZero() {
		out.Concurrent = law.No
		out.Why = say(out.Why, codeNoticeWrongWay, n.law.cite(cfr144+"(h)(2)"), "The form must be filed on EDGAR, and was sent otherwise.")
		return nil
	}
	switch {
	case sent.IsZero():
	case sent == n.f.Sale:
		out.Concurrent = law.Yes
		out.Why = say(out.Why, codeNoticeConcurrent, n.law.cite(cfr144+"(h)(3)"), "The form was transmitted on the day of the order.")
	case sent.Before(n.f.Sale):
		out.Concurrent = law.No
		out.Why = say(out.Why, codeNoticeEarly, n.law.cite(cfr144+"(h)(3)"), "The form was transmitted on ", sent.Long(),
			", before the day of the order.")
	default:
		out.Concurrent = law.No
		out.Why = say(out.Why, codeNoticeLate, n.law.cite(cfr144+"(h)(3)"), "The form was transmitted on ", sent.Long(),
			", after the day of the order.")
	}
	return nil
}
