package restrict

import (
	"slices"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// CheckTransfer tells whether the shares may be transferred, and all that
// stands against it at once: what the route asks for, the legends and lock-ups,
// orders to stop transfers, the accounts, and the limits of the issuer.
//
// The transfer itself is the sale that a legend's limb may ask for. An unknown
// fact never makes a transfer allowed. The answer is about what was asked and
// no opinion that the transfer is lawful.
//
// The error is [law.Faults] and names all that is missing or contradicts
// itself, and a day before the first whose law is held.
func CheckTransfer(t Transfer) (TransferFinding, error) {
	if err := t.check(); err != nil {
		return TransferFinding{}, err
	}
	c := checker{t: &t, rows: TransferCodes(), facts: t.sold()}
	c.parties()
	c.limits()
	c.route()
	for i := range t.Legends {
		c.legend(&t.Legends[i])
	}
	c.promises()
	return c.conclude(), nil
}

// checker gathers the restrictions of one transfer.
type checker struct {
	t     *Transfer
	rows  []TransferCode
	facts LegendFacts
	out   TransferFinding
}

// stands records a restriction, open or known.
func (c *checker) stands(code law.Code, open bool, text ...string) *TransferRestriction {
	row := transferRow(c.rows, code)
	c.out.Restrictions = append(c.out.Restrictions, TransferRestriction{
		Code: row.Code, Number: row.Number, Open: open, Party: row.Party, Text: strings.Join(text, ""),
	})
	return &c.out.Restrictions[len(c.out.Restrictions)-1]
}

// unless records a restriction unless the word is yes; a word that is not known
// leaves it open.
func (c *checker) unless(word law.YesNo, code law.Code, text, unknown string) {
	switch word {
	case law.Yes:
	case law.No:
		c.stands(code, false, text)
	default:
		c.stands(code, true, unknown)
	}
}

// not turns a word around.
func not(word law.YesNo) law.YesNo {
	switch word {
	case law.Yes:
		return law.No
	case law.No:
		return law.Yes
	default:
		return law.Unknown
	}
}

func (c *checker) parties() {
	t := c.t
	c.unless(not(t.Halted), codeTransferHalted, "Transfers of the class are halted.",
		"Whether transfers of the class are halted is unknown.")
	c.unless(not(t.CourtHold), codeTransferCourtHold, "A court holds the shares.", "Whether a court holds the shares is unknown.")
	c.unless(not(t.Seller.Frozen), codeTransferSellerFrozen, "The account of the seller is frozen.",
		"Whether the account of the seller is frozen is unknown.")
	c.unless(not(t.Buyer.Frozen), codeTransferBuyerFrozen, "The account of the buyer is frozen.",
		"Whether the account of the buyer is frozen is unknown.")
	if t.Shares > t.Seller.Held {
		c.stands(codeTransferShares, false, "The seller holds ", shareCount(t.Seller.Held), " and not ",
			kernel.Count(t.Shares), ".")
	}
}

func (c *checker) limits() {
	l, b := &c.t.Limits, &c.t.Buyer
	if l.Accredited {
		c.unless(b.Accredited, codeTransferAccredited, "The buyer is not an accredited investor.",
			"Whether the buyer is an accredited investor is unknown.")
	}
	if l.Verified {
		c.unless(b.Verified, codeTransferVerified, "The buyer is not verified.", "Whether the buyer is verified is unknown.")
	}
	switch {
	case len(l.Jurisdictions) == 0 || slices.Contains(l.Jurisdictions, b.Jurisdiction):
	case b.Jurisdiction == "":
		c.stands(codeTransferJurisdiction, true, "The jurisdiction of the buyer is unknown.")
	default:
		c.stands(codeTransferJurisdiction, false, "The jurisdiction of the buyer, ", strconv.Quote(b.Jurisdiction), ", is not admitted.")
	}
	c.holders(l, b)
}

// holders counts the buyer in, and the seller out if it keeps nothing.
func (c *checker) holders(l *TransferLimits, b *TransferBuyer) {
	full := l.Holders >= l.MaxHolders
	if c.t.Shares == c.t.Seller.Held {
		full = l.Holders > l.MaxHolders
	}
	if l.MaxHolders == 0 || !full || b.Holder == law.Yes {
		return
	}
	c.stands(codeTransferHolders, b.Holder == law.Unknown, "With a new holder the class would have more than ",
		kernel.Count(l.MaxHolders), " holders.")
}

// promises are the lock-ups and the orders that no legend tells of.
func (c *checker) promises() {
	for i := range c.t.LockUps {
		c.lockUp(&c.t.LockUps[i])
	}
	for i := range c.t.StopOrders {
		o := &c.t.StopOrders[i]
		if c.t.Date.Before(o.From) || !o.Until.IsZero() && c.t.Date.After(o.Until) {
			continue
		}
		r := c.stands(codeTransferStopOrder, false, "An order to stop transfers stands: ", o.Name, ".")
		r.Party, r.From = o.By, o.over()
	}
}

func (c *checker) lockUp(l *LockUp) {
	free := l.free()
	if !c.t.Date.Before(free) {
		return
	}
	r := c.stands(codeTransferLockUp, false, "A lock-up binds the shares until ", free.AddDays(-1).Long(), ".")
	r.From, r.Authority = free, l.Authority
}

// conclude orders the restrictions, and tells the answer.
func (c *checker) conclude() TransferFinding {
	out := &c.out
	slices.SortStableFunc(out.Restrictions, func(a, b TransferRestriction) int { return int(a.Number) - int(b.Number) })
	out.Answer = TransferAllowed
	for _, r := range out.Restrictions {
		if out.Answer == TransferAllowed && r.Open {
			out.Answer, out.Number = TransferUnknown, r.Number
		}
		if out.Answer != TransferRestricted && !r.Open {
			out.Answer, out.Number = TransferRestricted, r.Number
		}
		out.Why = append(out.Why, law.Reason{Code: r.Code, Text: r.Text, Authority: r.Authority})
	}
	if out.Answer == TransferAllowed {
		out.Why = append(out.Why, law.Reason{Code: codeTransferAllowed, Text: "Nothing that was asked about restricts the transfer."})
	}
	return *out
}

// legend records a legend that stands, what it lacks, and its stop-transfer
// instruction.
func (c *checker) legend(l *Legend) {
	found := l.release(c.t.Date, &c.facts)
	c.out.Why = append(c.out.Why, found.Why...)
	c.out.Boundary = c.out.Boundary || found.Boundary
	if found.Answer == LegendRemovable {
		return
	}
	open, text := false, "A legend stands on the shares ("
	if found.Answer == LegendUndecided {
		open, text = true, "Whether a legend stands on the shares is unknown ("
	}
	code := codeTransferLegend
	if l.Kind == LegendLockUp {
		code = codeTransferLockUp
	}
	record := func(code law.Code, parts ...string) {
		r := c.stands(code, open, parts...)
		r.Authority, r.From = l.Authority, laterThan(c.t.Date, found.From.Anniversary)
	}
	record(code, text, string(l.Kind), ").")
	if l.StopTransfer {
		record(codeTransferStopOrder, "The transfer agent is to stop transfers as long as the legend stands (", string(l.Kind), ").")
	}
}

// laterThan is the day if it is after the other.
func laterThan(other, day calendar.Date) calendar.Date {
	if day.After(other) {
		return day
	}
	return calendar.Date{}
}
