package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Capacity is how the seller comes to sell what an affiliate held. The zero
// Capacity is Holder: a seller for its own account, who claims nothing from
// how an affiliate held the stock.
type Capacity string

const (
	// Holder sells its own stock for its own account.
	Holder Capacity = "holder"
	// Estate is the estate of a deceased affiliate, or a beneficiary of it. Stock
	// tells how the affiliate held it: what was not restricted then is restricted
	// in the estate's hands, 17 CFR 230.144(a)(3)(i). If the estate is no affiliate
	// itself, it has no holding period, whether or not the issuer reports:
	// paragraph (d)(3)(vii).
	Estate Capacity = "estate"
	// Pledgee is the lender to which an affiliate pledged the stock, and which
	// sells it after a default. Stock tells how the affiliate held it: what the
	// affiliate had bought in the market is restricted in the pledgee's hands but
	// has no holding period, whether the pledge was with recourse or without,
	// C&DI 532.01 as revised May 16, 2013. For an issuer that does not report, and
	// for a sale before that day, that is left open. A purchaser at a foreclosure
	// is a Holder of restricted stock.
	Pledgee Capacity = "pledgee"
	// Donee sells what an affiliate gave. Stock tells how the affiliate held it:
	// what was not restricted then is restricted in the donee's hands, 17 CFR
	// 230.144(a)(3)(i), and counts as held since the donor acquired it, paragraph
	// (d)(3)(v). The donor's affiliation does not bind the donee, C&DI 530.03.
	Donee Capacity = "donee"
)

func (Capacity) all() []Capacity {
	return []Capacity{Holder, Estate, Pledgee, Donee}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (c *Capacity) UnmarshalText(text []byte) error {
	return law.ReadWord(c, text, c.all()...)
}

func (c Capacity) known() bool {
	switch c {
	case "", Holder, Estate, Pledgee, Donee:
		return true
	}
	return false
}

func (c Capacity) check(fs *law.Faults, field string) {
	law.OneOf(fs, field, c, c.all()...)
}

// fromAffiliate reports whether the stock came from an affiliate in private, by
// which it is restricted in the seller's hands even if the affiliate's own was
// not: (a)(3)(i).
func (c Capacity) fromAffiliate() bool { return c == Estate || c == Pledgee || c == Donee }

// restricted reports whether the stock is restricted in the seller's hands.
func (f *Facts) restricted() bool {
	return f.Stock == Restricted || f.Stock == Unrestricted && f.Capacity.fromAffiliate()
}

// relief is what a seller who is no affiliate may ask in place of a holding
// period.
type relief uint8

const (
	reliefNone    relief = iota
	reliefOpen           // asked for, where no text that was read grants or denies it
	reliefGranted        // no holding period; (c)(1) goes on for the year of (b)(1)(i)
)

// relief is what the capacity yields for restricted stock and an issuer of that
// status. What was read is of the text since 2008. Of estates it asks nothing of
// the issuer, of whom (b)(1)(ii) asks for (d) alone; of pledgees it speaks where
// the issuer has been reporting for long enough, and whatever the recourse only
// since its revision. For all else the answer is open. A donee has no relief:
// (d)(3)(v) lets it count from the donor's day, and no more.
func (f *Facts) relief(t *terms, issuer status, sale calendar.Date) relief {
	granted := t.shells
	switch f.Capacity {
	case Estate: // (d)(3)(vii)
	case Pledgee: // C&DI 532.01
		if f.Stock == Restricted {
			return reliefNone // (d)(3)(iv) lets the seller count from the pledgor's day instead
		}
		granted = t.shells && issuer == statusSeasoned && !sale.Before(pledgeViewRevised())
	default:
		return reliefNone
	}
	if granted {
		return reliefGranted
	}
	return reliefOpen
}

// plan reports whether 17 CFR 230.701(g)(3) may take the place of conditions:
// granted by the text in force, or open because an older one was not read. It
// asks for an issuer that has been reporting for 90 days.
func (f *Facts) plan(t *terms, issuer status) relief {
	switch {
	case !f.Compensatory, issuer == statusNew, issuer == statusOther:
		return reliefNone
	case t.shells:
		return reliefGranted
	}
	return reliefOpen
}
