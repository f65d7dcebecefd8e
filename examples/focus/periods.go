package main

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// This file holds the periods of the representations: those about which they speak,
// §4(b), (d) and (h), and that for which they survive, §14.

// lastAudited is the Last Audited Date, §A(v), and dated the date of the agreement.
func lastAudited() calendar.Date { return calendar.MustDate(2001, time.December, 31) }
func dated() calendar.Date       { return calendar.MustDate(2002, time.November, 25) }

// window is a period about which a representation speaks.
type window struct {
	Section law.Citation    `json:"section"`
	Subject string          `json:"subject"`
	Clause  string          `json:"clause"` // as printed
	Reading string          `json:"reading"`
	Period  calendar.Period `json:"period"`
	Asked   []asked         `json:"asked"`
}

// asked is a day and whether a period contains it.
type asked struct {
	Day calendar.Date `json:"day"`
	In  bool          `json:"in"`
}

// survival is how long representations of one kind survive.
type survival struct {
	Kind   string          `json:"kind"`
	Clause string          `json:"clause"` // what they survive, and for how long
	Period calendar.Period `json:"period"`
	Asked  []asked         `json:"asked"`
}

// windows are the periods of §4 for a closing on the day.
//
// "Since December 31, 2001" is read as after that day: it is the Last Audited Date,
// and the balance sheet speaks as of its end. "Prior to the date of this Agreement"
// leaves out that date. A representation without an end speaks on the date of the
// agreement, which is then the last day, and again on the Closing Date, §8(c).
func windows(closing calendar.Date) []window {
	since := calendar.Period{From: lastAudited(), FromIncluded: law.No}
	prior, through, down := since, since, since
	prior.Until, prior.UntilIncluded = dated(), law.No
	through.Until, through.UntilIncluded = dated(), law.Yes
	down.Until, down.UntilIncluded = closing, law.Yes
	return []window{
		{
			section("4(b)"), "SEC Documents furnished; reports required and filed",
			"since December 31, 2001 and prior to the date of this Agreement",
			"the day named first does not count, nor does the date of the agreement", prior, nil,
		},
		{
			section("4(b)"), "the SEC Documents are the only filings", "since December 31, 2001",
			"no end is printed; through the date of the agreement, on which the representation speaks", through, nil,
		},
		{
			section("4(d), 4(h)"), "no material adverse change; liabilities in the ordinary course", "since the Last Audited Date",
			"no end is printed; through the date of the agreement, on which the representation speaks", through, nil,
		},
		{
			section("4(d), 4(h), 8(c)"), "the same, accurate on the Closing Date", "since the Last Audited Date",
			"through the Closing Date, on which the representation speaks again", down, nil,
		},
		{
			section("4(h)"), "events that require public disclosure", "prior to the date hereof",
			"no beginning is printed",
			calendar.Period{Until: dated(), UntilIncluded: law.No},
			nil,
		},
	}
}

// survivals are §14, which prints no end, and a clause that has an end for each kind of
// representation, as other agreements print it: eighteen months, five years for
// environmental matters, six years for taxes, and no end for title and authority
// (lawinsider.com/dictionary/tax-warranties). The last day of each counts. Whether a
// statute of limitations bars a claim before then is not answered here.
func survivals(closing calendar.Date) ([]survival, error) {
	all := []survival{{
		"all, §14", "the execution and delivery of the agreement, the delivery of the Certificates and the payment of the Purchase Price",
		calendar.Period{From: dated(), FromIncluded: law.Yes},
		nil,
	}}
	from := calendar.Period{From: closing, FromIncluded: law.Yes}
	for _, other := range []struct {
		kind, clause string
		end          calendar.Deadline
	}{
		{"general", "the closing, for eighteen months", calendar.Deadline{Count: 18, Unit: calendar.Months}},
		{"environmental", "the closing, for five years", calendar.Deadline{Count: 5, Unit: calendar.Years}},
		{"taxes", "the closing, to its six-year anniversary", calendar.Deadline{Count: 6, Unit: calendar.Years}},
		{"title and authority", "the closing, forever", calendar.Deadline{}},
	} {
		period := from
		if other.end.Unit != "" {
			last, err := other.end.DateAfter(closing)
			if err != nil {
				return nil, err
			}
			period.Until, period.UntilIncluded = last, law.Yes
		}
		all = append(all, survival{other.kind, other.clause, period, nil})
	}
	return all, nil
}

// speak asks each window about the days at its ends and the day of the definitive
// proxy statement that §4(h) names, and each survival about days on which a claim
// might be made.
func (r *report) speak(closing calendar.Date) (err error) {
	days := []calendar.Date{
		lastAudited(), lastAudited().AddDays(1), calendar.MustDate(2002, time.November, 11),
		dated().AddDays(-1), dated(), closing, closing.AddDays(1),
	}
	r.Windows = windows(closing)
	for i := range r.Windows {
		w := &r.Windows[i]
		if w.Asked, err = ask(w.Period, days); err != nil {
			return err
		}
	}
	if r.Survival, err = survivals(closing); err != nil {
		return err
	}
	days = []calendar.Date{
		calendar.MustDate(2004, time.May, 29), calendar.MustDate(2004, time.May, 30), calendar.MustDate(2008, time.December, 1),
	}
	for i := range r.Survival {
		s := &r.Survival[i]
		if s.Asked, err = ask(s.Period, days); err != nil {
			return err
		}
	}
	return nil
}

func ask(p calendar.Period, days []calendar.Date) ([]asked, error) {
	var out []asked
	for _, d := range days {
		in, err := p.Contains(d)
		if err != nil {
			return nil, err
		}
		out = append(out, asked{d, in})
	}
	return out, nil
}
