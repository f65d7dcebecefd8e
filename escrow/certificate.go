package escrow

import (
	"slices"
	"time"

	kernel "github.com/offerkit/offerkit/internal/exact"
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
		if s.legs.Get(i).takes(t) {
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
	if position, ok := s.numbers.Get(number); ok {
		return position, *s.certificates.Get(position)
	}
	c = certificate{number: number, purchase: -1}
	position = s.certificates.Push(s.owner, c)
	s.numbers.Put(s.owner, number, position)
	return position, c
}

func (s *state) setCertificate(position int, c certificate) {
	if !c.parked && !c.returned.IsZero() && !by(c.received, c.returned) {
		c.parked = true
		s.parkedPapers = append(s.parkedPapers, position)
	}
	own, _ := s.certificates.Own(s.owner, position)
	*own = c
	if c.purchase >= 0 {
		s.touch(c.returned)
		s.reweigh(c.purchase, c.received)
	}
}

func (s *state) receiveCertificate(d *Decision, e Event, b CertificateReceived) {
	position, told := s.numbers.Get(b.Certificate)
	c := certificate{number: b.Certificate}
	if told {
		c = *s.certificates.Get(position)
	} else {
		position = s.certificates.Push(s.owner, c)
		s.numbers.Put(s.owner, b.Certificate, position)
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
	a.certificates = s.rooms.positions.Add(a.certificates, position)
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

// custody lists by time what changed the shares held for a purchase in
// certificates in the investor's name.
func (s *state) custody(p int, t time.Time, into []delta) []delta {
	investor := s.Purchases[p].Investor
	for _, i := range s.purchases.Get(p).certificates {
		c := s.certificates.Get(i)
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
		l := s.legs.Get(i)
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
	for _, i := range s.purchases.Get(p).certificates {
		if c := s.certificates.Get(i); !c.good(investor) && s.isHere(c, t) {
			numbers = append(numbers, c.number)
		}
	}
	slices.Sort(numbers)
	return numbers
}
