package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// recordConsent keeps the consents in order of time.
func (s *state) recordConsent(d *ruling, e Event, b Consented) {
	if e.By != s.Company && s.votes[e.By] == 0 {
		s.warn(d, codeConsentNoVote, &s.Authority.ClosingTime, id("by", e.By))
	}
	i := len(s.consents)
	for i > 0 && e.At.Before(s.consents[i-1].at) {
		i--
	}
	s.consents = slices.Insert(s.consents, i, consent{e.At, e.By, b.Day, b.Time})
	s.warnLate(d, e, -1)
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
	latest := s.latestConsents(on, t)
	var a agreement
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

// cutoffWhy tells which hour holds and why.
func (s *state) cutoffWhy(on calendar.Date, t time.Time) law.Reason {
	relation, by := "by", s.Closing.By
	if by.Exclusive {
		relation = "before"
	}
	a := s.agreement(on, t)
	zone, code := id("zone", s.zone.String()), codeCutoff
	values := []value{id("relation", relation), id("hour", hourOf(by.Clock)), zone}
	switch {
	case a.agreed:
		code = codeTimeAgreed
		values = []value{
			id("relation", "by"), id("hour", hourOf(a.proposed)), zone, count("have", a.shares), count("need", s.ConsentShares),
		}
	case !a.proposed.IsZero():
		code = codeTimeNotAgreed
		values = append(values, id("proposed", hourOf(a.proposed)), count("have", a.shares))
		if s.ConsentShares > 0 {
			values = append(values, count("need", s.ConsentShares))
		}
	}
	return s.reason(code, &s.Authority.ClosingTime, values...)
}

// hourOf is a time of day, of which none is midnight.
func hourOf(c calendar.Clock) string {
	if c.IsZero() {
		return "00:00"
	}
	return c.String()
}
