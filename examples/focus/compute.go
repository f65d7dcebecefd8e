package main

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
)

// report is everything that the agreement's figures yield.
type report struct {
	Book       offering.Book     `json:"book"`
	Consent    []consent         `json:"consent"`
	Escrow     []step            `json:"escrow"`
	Schedules  []escrow.Schedule `json:"schedules"`
	Final      escrow.Report     `json:"final"`
	Legend     legend            `json:"legend"`
	Deliveries []delivery        `json:"deliveries"`
	Notice     calendar.Given    `json:"notice"`
	Address    calendar.Due      `json:"address"`
	Rule144    []resale          `json:"rule_144"`
	Windows    []window          `json:"windows"`
	Survival   []survival        `json:"survival"`
}

// consent is whether one investor alone is a majority in interest.
type consent struct {
	Holder string           `json:"holder"`
	Answer offering.Consent `json:"answer"`
}

// step is one event of the escrow and what became of it.
type step struct {
	Event    escrow.Event    `json:"event"`
	Decision escrow.Decision `json:"decision"`
}

// delivery is the day on which unlegended shares are due, under two readings
// of "business day".
type delivery struct {
	Received calendar.Date            `json:"received"`
	Banks    restrict.DeliveryFinding `json:"banks"`
	Exchange restrict.DeliveryFinding `json:"exchange"`
}

// resale is the life of one investor's shares under Rule 144.
type resale struct {
	Investor   string               `json:"investor"`
	Shares     int64                `json:"shares"`
	Milestones []restrict.Milestone `json:"milestones"`
	Asked      []restrict.Finding   `json:"asked"`
}

// compute answers in the order of the agreement: shares, escrow and closing,
// the legend and unlegended delivery, notices, resale, and the periods of the
// representations.
func compute() (report, error) {
	var r report
	var err error
	if r.Book, err = offering.Allocate(termSheet(), orders()); err != nil {
		return r, err
	}
	needed, err := r.consents()
	if err != nil {
		return r, err
	}
	if err := r.close(needed); err != nil {
		return r, err
	}
	if err := r.unlegend(r.Schedules[0].Date); err != nil {
		return r, err
	}
	if err := r.deliver(); err != nil {
		return r, err
	}
	if err := r.notify(); err != nil {
		return r, err
	}
	if err := r.resell(r.Schedules[0].Date); err != nil {
		return r, err
	}
	return r, r.speak(r.Schedules[0].Date)
}

// consents asks of each investor whether it is a majority in interest alone.
func (r *report) consents() (needed int64, err error) {
	for i := range r.Book.Rows {
		register := offering.Register{Authority: section("A(vii)")}
		for j, row := range r.Book.Rows {
			register.Holdings = append(register.Holdings, offering.Holding{Holder: row.Investor, Votes: row.Shares, Consents: i == j})
		}
		answer, err := offering.MajorityInInterest().Consent(register)
		if err != nil {
			return 0, err
		}
		r.Consent = append(r.Consent, consent{r.Book.Rows[i].Investor, answer})
		needed = answer.Needed
	}
	return needed, nil
}

// close runs the escrow: the schedule as it stood on the eve of Thanksgiving,
// every decision, and the end.
func (r *report) close(consentShares int64) error {
	terms, log := escrowTerms(r.Book, consentShares), events()
	deal, decisions, err := escrow.Replay(terms, log)
	if err != nil {
		return err
	}
	for i := range decisions {
		d, _ := deal.Decision(log[i].ID) // with its reasons
		r.Escrow = append(r.Escrow, step{log[i], d})
	}
	eve := newYork("2002-11-27", 12, 0)
	for _, p := range terms.Purchases {
		r.Schedules = append(r.Schedules, deal.Closing(p.ID, eve))
	}
	r.Final = deal.Report(newYork("2002-11-29", 17, 0))
	return nil
}

// deliver counts the three business days of §1(b)(ii) for several days of
// receipt.
func (r *report) deliver() error {
	for _, day := range []calendar.Date{
		calendar.MustDate(2003, time.April, 16),
		calendar.MustDate(2003, time.November, 7),
		calendar.MustDate(2003, time.November, 11),
	} {
		ten := day.At(calendar.MustClock(10, 0), calendar.NewYork())
		facts := restrict.DeliveryFacts{
			Receipts: []restrict.Receipt{
				{Trigger: restrict.NoticeOfSale, At: ten},
				{Trigger: restrict.OriginalCertificate, At: ten},
				{Trigger: restrict.BlueSkyInformation, Needed: law.No},
			},
			Effective: law.Yes, Current: law.Yes,
		}
		banks := covenant()
		exchange := banks
		exchange.Calendar = calendar.NYSE()
		d := delivery{Received: day}
		var err error
		if d.Banks, err = banks.Due(facts); err != nil {
			return err
		}
		if d.Exchange, err = exchange.Due(facts); err != nil {
			return err
		}
		r.Deliveries = append(r.Deliveries, d)
	}
	return nil
}

// notify answers §9 for a letter mailed on the day of the signing that gives a
// new address.
func (r *report) notify() (err error) {
	clause := notices()
	if r.Notice, err = clause.Given(calendar.Notice{Method: calendar.Mail, Sent: newYork("2002-11-25", 16, 0)}); err != nil {
		return err
	}
	r.Address, err = clause.AddressChange.After(r.Notice.Date)
	return err
}

// resell lists the milestones of each investor's shares, and asks about a sale
// in each time between them.
func (r *report) resell(closing calendar.Date) error {
	for _, row := range r.Book.Rows {
		facts := lot(closing)
		milestones, err := restrict.Milestones(facts)
		if err != nil {
			return err
		}
		sold := resale{Investor: row.Investor, Shares: row.Shares, Milestones: milestones}
		for _, day := range []calendar.Date{
			calendar.MustDate(2003, time.June, 2), calendar.MustDate(2003, time.December, 1),
			calendar.MustDate(2004, time.December, 1), calendar.MustDate(2008, time.February, 15),
		} {
			finding, err := restrict.Rule144(facts, day)
			if err != nil {
				return err
			}
			sold.Asked = append(sold.Asked, finding)
		}
		r.Rule144 = append(r.Rule144, sold)
	}
	return nil
}
