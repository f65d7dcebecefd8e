package api

import (
	"strconv"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// checkFindings refuses an escrow whose answer would hold too many findings, or
// reasons of their kind, before any is made.
func checkFindings(q EscrowQuestion) error {
	var fs law.Faults
	if q.At.IsZero() {
		fs.Missing("at")
	}
	l := load{together: q.Terms.Scope == escrow.ScopeTogether}
	l.widen(q.Terms)
	for _, e := range q.Events {
		switch b := e.Body.(type) {
		case escrow.Amend:
			l.widen(b.Terms)
		case escrow.InterestEarned:
			l.credits++
		case escrow.DepositReceived:
			l.deposits++
		}
	}
	total := l.purchases*l.conditions + l.shares() // of the report
	if total > mostFindings {
		fs.Add(law.ErrRange, "terms.purchases", strconv.Itoa(l.purchases),
			"purchases on %d conditions, with what interest they share, are %d findings; at most %d are answered",
			l.conditions, total, mostFindings)
		return fs.Err()
	}
	for i, e := range q.Events {
		if total += l.of(e); total > mostFindings {
			fs.Add(law.ErrRange, "events["+strconv.Itoa(i)+"]", string(e.Type()),
				"brings the findings of the question to %d, each purchase that is named on each condition; at most %d are answered",
				total, mostFindings)
			break
		}
	}
	return fs.Err()
}

// load is what the instructions of an escrow are held against, at the most.
type load struct {
	purchases, conditions int
	credits, deposits     int  // of interest, and of money that earns it
	told                  int  // events so far: each instruction looks through them
	standing              int  // holds and amendments so far: each instruction tells of them
	together              bool // a release of one purchase tests all
	shared                bool // interest is divided among the purchases
}

func (l *load) widen(t escrow.Terms) {
	l.purchases, l.conditions = max(l.purchases, len(t.Purchases)), max(l.conditions, len(t.Conditions))
	l.together = l.together || t.Scope == escrow.ScopeTogether
	l.shared = l.shared || t.Interest == escrow.InterestToInvestors
}

// shares is the dividing of all interest, in findings: one is as long in the
// making as some hundred steps of it.
func (l *load) shares() int {
	if !l.shared {
		return 0
	}
	return l.credits * (l.purchases + l.deposits) / 200
}

// of counts the findings of one event, facts having none.
func (l *load) of(e escrow.Event) int {
	asked := 1 + l.told/250 // looking is shorter than telling
	l.told++
	switch b := e.Body.(type) {
	case escrow.HoldPlaced:
		l.standing++
	case escrow.Amend:
		l.standing += 1 + l.purchases/10 // it names who has yet to sign
	case escrow.Release:
		asked += len(b.Purchases) * l.conditions
		if l.together {
			asked += l.purchases * l.conditions
		}
	case escrow.Refund:
		asked += l.shares()
	case escrow.Unwind: // of a purchase, or of all
		asked += l.purchases * (1 + l.shares())
	}
	if !e.Instructs() {
		return 0
	}
	return asked + l.standing
}
