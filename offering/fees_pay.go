package offering

import (
	"math/big"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Pay pays out the gross proceeds of one closing, in dollars and whole cents, at
// which so many shares were sold.
//
// Fees above the proceeds are an answer: the lines are paid as far as the money
// goes, and Shortfall and the lines' Short name what is missing. Errors are
// law.Faults with paths such as "gross" and "fees[2].percent". Gross left out or
// zero, no fees, a fee without payee or basis, and a fee whose Percent or Amount
// is left out are law.ErrMissing, and so are shares of zero with a fee per share.
// A fraction of a cent and an unknown word are law.ErrInvalid. A figure of
// another basis, and Taken without a Cap, are law.ErrConflict. What lies below
// zero or beyond the limits is law.ErrRange. At most a hundred faulty fees are
// named.
func (w Waterfall) Pay(gross decimal.Decimal, shares int64) (Proceeds, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", w.Authority)
	p := Proceeds{
		Gross: gross, Shares: shares, Rounding: orElse(w.Rounding, exact.Nearest),
		Method: MethodWaterfall, Version: MethodVersion,
	}
	p.Rounding.Check(&fs, "rounding")
	left, _ := kernel.ReadCents(&fs, "gross", gross)
	check.NotBelowZero(&fs, "shares", shares)
	if len(w.Fees) == 0 {
		fs.Add(law.ErrMissing, "fees", "", "is required: the waterfall has no fees")
	}
	charges := w.charges(&fs, numberOfCents(left), shares, p.Rounding)
	if len(fs) > 0 {
		return Proceeds{}, fs
	}
	p.Lines = make([]FeeLine, len(charges))
	var charged, paid int64
	for i := range charges {
		c := &charges[i]
		if charged += c.cents; charged < 0 {
			fs.Add(law.ErrRange, field("fees", i, "amount"), "", "takes the fees past what an int64 of cents holds")
			return Proceeds{}, fs
		}
		part := min(c.cents, left)
		left -= part
		paid += part
		p.Lines[i] = c.line(part, w.Authority)
	}
	p.Charged, p.Fees, p.Company, p.Shortfall = dollars(charged), dollars(paid), dollars(left), dollars(charged-paid)
	w.explain(&p)
	return p, nil
}

// numberOfCents is an amount of cents as exact dollars.
func numberOfCents(c int64) *big.Rat { return big.NewRat(c, 100) }

// charge is what one fee comes to.
type charge struct {
	fee   *Fee
	exact *big.Rat // dollars before rounding
	whole int64    // cents before the cap
	cents int64
	rule  exact.Rounding
	gross *big.Rat
	count int64 // shares
}

// charges computes the fees, and records what is wrong with them.
func (w Waterfall) charges(fs *law.Faults, gross *big.Rat, shares int64, r exact.Rounding) []charge {
	charges := make([]charge, len(w.Fees))
	faults := check.Rows{List: "fees"}
	for i := range w.Fees {
		var row law.Faults
		c := &charges[i]
		*c = charge{fee: &w.Fees[i], rule: r, gross: gross, count: shares}
		c.read(&row)
		faults.Add(fs, i, row)
	}
	faults.Close(fs)
	return charges
}

// read checks the fee and computes its charge.
func (c *charge) read(fs *law.Faults) {
	f := c.fee
	needText(fs, "payee", f.Payee)
	check.Cited(fs, "authority", f.Authority)
	law.OneOf(fs, "basis", f.Basis, f.Basis.all()...)
	alien := func(field string, d decimal.Decimal) {
		if d.Sign() != 0 && kernel.Readable(fs, field, d) {
			fs.Add(law.ErrConflict, field, kernel.Plain(d), "does not belong to the basis %s", f.Basis)
		}
	}
	switch f.Basis {
	case PercentOfGross:
		alien("amount", f.Amount)
		if percent := kernel.ReadRat(fs, "percent", f.Percent); percent != nil {
			c.exact = kernel.Percent(c.gross, percent)
		}
	case Fixed:
		alien("percent", f.Percent)
		if cents, ok := kernel.ReadCents(fs, "amount", f.Amount); ok {
			c.exact = numberOfCents(cents)
		}
	case PerShare:
		alien("percent", f.Percent)
		if c.count == 0 {
			fs.Add(law.ErrMissing, "amount", "", "is for each share, and no shares are stated")
		}
		if amount := kernel.ReadRat(fs, "amount", f.Amount); amount != nil {
			c.exact = amount.Mul(amount, new(big.Rat).SetInt64(c.count))
		}
	}
	most, taken := kernel.ReadOptionalCents(fs, "cap", f.Cap), kernel.ReadOptionalCents(fs, "taken", f.Taken)
	if taken > 0 && f.Cap.Sign() == 0 {
		fs.Add(law.ErrConflict, "taken", kernel.Plain(f.Taken), "counts against a cap, and there is none")
	}
	if len(*fs) > 0 {
		return
	}
	c.whole = kernel.RoundCents(fs, "", c.exact, c.rule)
	c.cents = c.whole
	if most > 0 {
		c.cents = min(c.whole, max(0, most-taken))
	}
}

// line is the fee with what is paid of it.
func (c *charge) line(paid int64, authority law.Citation) FeeLine {
	f := c.fee
	if f.Authority != (law.Citation{}) {
		authority = f.Authority
	}
	line := FeeLine{Payee: f.Payee, Charge: dollars(c.cents), Paid: dollars(paid), Short: dollars(c.cents - paid)}
	because := func(code law.Code, text string) {
		line.Why = append(line.Why, law.Reason{Code: code, Text: text, Authority: authority})
	}
	var code law.Code
	var text string
	switch f.Basis {
	case PercentOfGross:
		code = codeFeesPercentOfGross
		text = kernel.Of(f.Percent).String() + "% of " + kernel.Rational(c.gross) + " is " + kernel.Rational(c.exact)
	case PerShare:
		code = codeFeesPerShare
		text = kernel.Of(f.Amount).String() + " for each of " + kernel.Counted(c.count, "share") + " is " + kernel.Rational(c.exact)
	default: // Fixed
		code = codeFeesFixed
		text = "The closing costs " + kernel.Rational(c.exact)
	}
	if numberOfCents(c.whole).Cmp(c.exact) != 0 {
		text += "; " + c.rule.String() + " to the cent that is " + kernel.Cents(c.whole).String()
	}
	because(code, text+".")
	if c.cents < c.whole {
		text = "The cap of " + kernel.Of(f.Cap).String()
		if f.Taken.Sign() > 0 {
			text += ", of which earlier closings took " + kernel.Of(f.Taken).String() + ","
		}
		because(codeFeesCap, text+" leaves "+kernel.Cents(c.cents).String()+" of that.")
	}
	if paid < c.cents {
		because(codeFeesShort, "The proceeds leave "+kernel.Cents(paid).String()+" for it, "+kernel.Cents(c.cents-paid).String()+
			" too little.")
	}
	return line
}

// explain says of the whole whether the proceeds cover the fees.
func (w Waterfall) explain(p *Proceeds) {
	because := func(code law.Code, text string) {
		p.Why = append(p.Why, law.Reason{Code: code, Text: text, Authority: w.Authority})
	}
	if w.Rounding == "" {
		because(codeReadingRoundingDefault, "Fees are "+p.Rounding.String()+" to the cent, because the waterfall does not say.")
	} else {
		because(codeReadingRounding, "Fees are "+p.Rounding.String()+" to the cent, as the waterfall says.")
	}
	fees := kernel.Counted(int64(len(p.Lines)), "fee") + " come to " + kernel.Of(p.Charged).String()
	if len(p.Lines) == 1 {
		fees = "The one fee comes to " + kernel.Of(p.Charged).String()
	}
	gross := kernel.Of(p.Gross).String()
	if p.Shortfall.Sign() > 0 {
		because(codeFeesShortfall, fees+", "+kernel.Of(p.Shortfall).String()+" more than the proceeds of "+gross+
			"; they are paid in order as far as that goes, and the company gets nothing.")
		return
	}
	because(codeFeesCovered, fees+" of "+gross+"; the company gets the rest, "+kernel.Of(p.Company).String()+".")
}
