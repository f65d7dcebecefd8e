package escrow

import (
	"slices"
	"time"

	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/internal/ledger"
	"github.com/offerkit/offerkit/law"
)

// certificate is one that reached the agent, or what is told of one that has
// not. It is copied to be changed.
type certificate struct {
	number   string
	purchase int
	holder   PartyID
	shares   int64
	received time.Time
	returned time.Time
	backs    []int // the legs that were to bring it back to the company
	parked   bool  // at some instant it had left and not come
}

// isBack reports whether a leg took it back by the instant, or is about to.
func (s *state) isBack(c *certificate, t time.Time) bool {
	for _, i := range c.backs {
		if s.legs.get(i).takes(t) {
			return true
		}
	}
	return false
}

// isHere reports whether the agent has it at the instant.
func (s *state) isHere(c *certificate, t time.Time) bool {
	return by(c.received, t) && !by(c.returned, t) && !s.isBack(c, t)
}

// good reports whether the name on it is the investor's.
func (c *certificate) good(investor PartyID) bool { return c.holder == investor }

// certificateOf finds a certificate or makes room for one that is only told of.
func (s *state) certificateOf(number string) (position int, c certificate) {
	if position, ok := s.numbers.get(number); ok {
		return position, *s.certificates.get(position)
	}
	c = certificate{number: number, purchase: -1}
	position = s.certificates.push(s.owner, c)
	s.numbers.put(number, position)
	return position, c
}

func (s *state) setCertificate(position int, c certificate) {
	if !c.parked && !c.returned.IsZero() && !by(c.received, c.returned) {
		c.parked = true
		s.parkedPapers = append(s.parkedPapers, position)
	}
	own, _ := s.certificates.own(s.owner, position)
	*own = c
	if c.purchase >= 0 {
		s.touch(c.returned)
		s.reweigh(c.purchase, c.received)
	}
}

func (s *state) receiveCertificate(d *Decision, e Event, b CertificateReceived) {
	position, told := s.numbers.get(b.Certificate)
	c := certificate{number: b.Certificate}
	if told {
		c = *s.certificates.get(position)
	} else {
		position = s.certificates.push(s.owner, c)
		s.numbers.put(b.Certificate, position)
	}
	p, _ := s.placeOf(b.Purchase)
	if !c.received.IsZero() {
		if c.purchase == p && c.holder == b.Holder && c.shares == b.Shares {
			d.refuse(codeSameCertificate, "The certificate "+b.Certificate+" is here since "+s.instant(c.received)+
				"; it is counted once.", law.Citation{})
		} else {
			d.refuse(codeCertificateConflict, "The certificate "+b.Certificate+" is in the books for "+kernel.Count(c.shares)+
				" shares of "+quoted(string(c.holder))+", and not for "+kernel.Count(b.Shares)+" of "+quoted(string(b.Holder))+".",
				law.Citation{})
		}
		return
	}
	c.purchase, c.holder, c.shares, c.received = p, b.Holder, b.Shares, e.At
	s.setCertificate(position, c)
	a := s.account(p)
	a.certificates = s.rooms.positions.add(a.certificates, position)
	s.shares += b.Shares
	if investor := s.Purchases[p].Investor; !c.good(investor) {
		s.warn(d, codeCertificateName, "The certificate "+b.Certificate+" is in the name of "+string(b.Holder)+" and not of "+
			string(investor)+"; it counts for nothing and has to be reissued.", s.Authority.Release)
	}
	s.warnLate(d, e, p)
}

func (s *state) returnCertificate(d *Decision, e Event, b CertificateReturned) {
	position, c := s.certificateOf(b.Certificate)
	c.returned = sooner(c.returned, e.At)
	s.setCertificate(position, c)
	if c.received.IsZero() {
		s.warn(d, codeParked, "No certificate "+b.Certificate+" is known yet; this is kept until it is.", law.Citation{})
	}
	s.warnLate(d, e, c.purchase)
}

// delta is a change of the shares held, or of what counts toward the minimum.
type delta struct {
	at    time.Time
	cents int64
}

// levelOf asks whether the shares held at an instant are as many as needed; changes
// of one instant count together.
func levelOf(deltas []delta, t time.Time, need int64) ledger.Level {
	var l ledger.Level
	for i, d := range deltas {
		if d.at.After(t) {
			break
		}
		l.Have += d.cents
		if i+1 < len(deltas) && deltas[i+1].at.Equal(d.at) {
			continue
		}
		now := l.Have == need
		if now && !l.Holds {
			l.Since = d.at
			l.First = sooner(l.First, d.at)
		}
		l.Holds = now
	}
	return l
}

// custody lists by time what changed the shares held for a purchase in
// certificates in the investor's name.
func (s *state) custody(p int, t time.Time, into []delta) []delta {
	investor := s.Purchases[p].Investor
	for _, i := range s.purchases.get(p).certificates {
		c := s.certificates.get(i)
		if !c.good(investor) || !by(c.received, t) {
			continue
		}
		if !c.returned.IsZero() && !c.returned.After(c.received) {
			continue
		}
		into = append(into, delta{c.received, c.shares})
		into = s.departures(c, t, into)
	}
	if len(into) > 1 {
		slices.SortFunc(into, func(a, b delta) int { return a.at.Compare(b.at) })
	}
	return into
}

// departures lists when a certificate left and, if a leg failed, came back again.
// It leaves for good once.
func (s *state) departures(c *certificate, t time.Time, into []delta) []delta {
	for _, i := range c.backs {
		l := s.legs.get(i)
		if !by(l.at, t) || by(c.returned, l.at) {
			continue
		}
		into = append(into, delta{l.at, -c.shares})
		if !by(l.failedAt(), t) {
			return into
		}
		into = append(into, delta{l.failedAt(), c.shares})
	}
	if by(c.returned, t) {
		into = append(into, delta{c.returned, -c.shares})
	}
	return into
}

// sharesHeld is the number of shares in certificates that are good for the
// purchase, before any was delivered.
func (s *state) sharesHeld(p int, t time.Time) int64 {
	var shares int64
	var room [4]delta
	for _, d := range s.custody(p, t, room[:0]) {
		shares += d.cents
	}
	return shares
}

// misnamed lists the certificates here for a purchase that are in another
// name.
func (s *state) misnamed(p int, t time.Time) []string {
	var numbers []string
	investor := s.Purchases[p].Investor
	for _, i := range s.purchases.get(p).certificates {
		if c := s.certificates.get(i); !c.good(investor) && s.isHere(c, t) {
			numbers = append(numbers, c.number)
		}
	}
	slices.Sort(numbers)
	return numbers
}
