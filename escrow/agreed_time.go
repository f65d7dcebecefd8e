package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// recordConsent keeps the consents in order of time.
func (s *state) recordConsent(d *Decision, e Event, b Consented) {
	if e.By != s.Company && s.votes[e.By] == 0 {
		s.warn(d, codeConsentNoVote, string(e.By)+" is neither the company nor an investor, so that the consent counts for nothing.",
			s.Authority.ClosingTime)
	}
	i := len(s.consents)
	for i > 0 && e.At.Before(s.consents[i-1].at) {
		i--
	}
	s.consents = slices.Insert(s.consents, i, consent{e.At, e.By, b.Day, b.Time})
	s.tally(i)
	s.warnLate(d, e, -1)
}

// tallies are the consents of each day counted, for the state alone that recorded them
// in order, and under the purchases of one contract.
type tallies struct {
	counted   int
	purchases *Purchase
	days      map[calendar.Date]*tally
}

// tally is what the parties have agreed to for a day, as of its last consent.
type tally struct {
	last   time.Time
	latest map[PartyID]consent
	shares map[calendar.Clock]int64
}

// tally counts the consents from a place on. Those before it were counted, or all are
// counted anew, which is not done for each event that a [Deal] is applied to.
func (s *state) tally(from int) {
	all := &s.rooms.tallies
	if all.counted != from || all.purchases != &s.Purchases[0] {
		if from != len(s.consents)-1 || all.days == nil && from > 0 {
			*all = tallies{}
			return
		}
		from = 0
	}
	if from == 0 {
		*all = tallies{purchases: &s.Purchases[0], days: make(map[calendar.Date]*tally)}
	}
	for _, c := range s.consents[from:] {
		day := all.days[c.day]
		if day == nil {
			day = &tally{latest: make(map[PartyID]consent), shares: make(map[calendar.Clock]int64)}
			all.days[c.day] = day
		}
		old, known := day.latest[c.by]
		if known {
			day.shares[old.time] -= s.votes[c.by]
			if old.at.Equal(c.at) && old.time != c.time {
				c.time = calendar.Clock{}
			}
		}
		day.latest[c.by], day.last = c, c.at
		day.shares[c.time] += s.votes[c.by]
	}
	all.counted = len(s.consents)
}

// agreement is what was agreed about the time of one closing day.
type agreement struct {
	proposed calendar.Clock // the company's latest word; zero if none
	shares   int64          // of the investors who agree with it
	agreed   bool
}

// agreement tallies shares and not heads. It asks for the consents in force at
// the instant: each party's latest.
func (s *state) agreement(on calendar.Date, t time.Time) agreement {
	var a agreement
	all := &s.rooms.tallies
	if day := all.days[on]; day != nil && all.counted == len(s.consents) && all.purchases == &s.Purchases[0] && !t.Before(day.last) {
		if a.proposed = day.latest[s.Company].time; !a.proposed.IsZero() {
			a.shares = day.shares[a.proposed]
			a.agreed = s.ConsentShares > 0 && a.shares >= s.ConsentShares
		}
		return a
	}
	latest := s.latestConsents(on, t)
	for _, c := range latest {
		if c.by == s.Company {
			a.proposed = c.time
		}
	}
	if a.proposed.IsZero() {
		return a
	}
	for _, c := range latest {
		if c.time == a.proposed {
			a.shares += s.votes[c.by]
		}
	}
	a.agreed = s.ConsentShares > 0 && a.shares >= s.ConsentShares
	return a
}

// latestConsents holds one consent a party. A party that said two things at
// one instant has said neither: its time is zero.
func (s *state) latestConsents(on calendar.Date, t time.Time) []consent {
	var latest []consent
	var place map[PartyID]int
	for _, c := range slices.Backward(s.consents) {
		if c.day != on || c.at.After(t) {
			continue
		}
		i, later := place[c.by]
		switch {
		case !later:
			if place == nil {
				place = make(map[PartyID]int)
			}
			place[c.by] = len(latest)
			latest = append(latest, c)
		case latest[i].at.Equal(c.at) && latest[i].time != c.time:
			latest[i].time = calendar.Clock{}
		}
	}
	return latest
}

// cutoff is the last instant for a closing on the day, as agreed by then.
func (s *state) cutoff(on calendar.Date, t time.Time) time.Time {
	last := s.Closing.By
	if len(s.consents) > 0 {
		if a := s.agreement(on, t); a.agreed {
			last = calendar.Cutoff{Clock: a.proposed, Zone: s.zone}
		}
	}
	return lastInstant(on, last)
}

// termsHour is the hour of the terms in a sentence.
func (s *state) termsHour() string {
	switch by := s.Closing.By; {
	case by.Clock.IsZero():
		return "midnight" + s.zoneName
	case by.Exclusive:
		return "a moment before " + by.Clock.String() + s.zoneName
	default:
		return by.Clock.String() + s.zoneName
	}
}

// cutoffWhy tells which hour holds and why.
func (s *state) cutoffWhy(on calendar.Date, t time.Time) law.Reason {
	a := s.agreement(on, t)
	r := law.Reason{Code: codeCutoff, Authority: s.Authority.ClosingTime}
	switch {
	case a.agreed:
		r.Code = codeTimeAgreed
		r.Text = "The closing takes place by " + a.proposed.String() + s.zoneName + " time: the company and investors with " +
			kernel.Count(a.shares) + " shares agreed on it, and " + kernel.Count(s.ConsentShares) + " are needed."
	case !a.proposed.IsZero():
		r.Code = codeTimeNotAgreed
		r.Text = "The closing takes place by " + s.termsHour() + " time: the company agreed on " +
			a.proposed.String() + " with investors of only " + kernel.Count(a.shares) + " shares"
		if s.ConsentShares > 0 {
			r.Text += " of the " + kernel.Count(s.ConsentShares) + " needed."
		} else {
			r.Text += ", and the terms let no other time be agreed."
		}
	default:
		r.Text = "The closing takes place by " + s.termsHour() + " time; that moment itself is in time."
	}
	return r
}
