package restrict

import (
	"strings"

	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

func (b *BuyIn) say(out *BuyInFinding, code law.Code, parts ...string) {
	out.Why = append(out.Why, law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: b.Authority})
}

// explain holds the cost against the comparator in words.
func (b *BuyIn) explain(f *BuyInFacts, out *BuyInFinding) {
	commissions := "without"
	if b.CostCommissions == law.Yes {
		commissions = "with"
	}
	b.say(out, codeBuyInCounted, kernel.Count(out.Covered), " of ", kernel.Count(f.Owed), " shares owed were bought for ",
		kernel.Dollars(out.CostCents), " ", commissions, " commissions; held against the ", string(b.Comparator), " they are ",
		kernel.Dollars(out.AgainstCents), ".")
	if out.LossCents > 0 {
		b.say(out, codeBuyInLoss, "The cost beyond that is ", kernel.Dollars(out.LossCents), ", ", b.Rounding.To("cent"), ".")
	} else {
		b.say(out, codeBuyInNoLoss, "They cost no more than that.")
	}
	if b.LessDamages {
		b.say(out, codeBuyInOffset, "Damages paid for the same shares take off ", kernel.Dollars(out.OffsetCents), " and leave ",
			kernel.Dollars(out.Cents), ".")
	}
}

// Validate lists what is wrong with the clause itself. It returns [law.Faults]:
// a word that is missing or none, waits out of range or without a calendar, or a
// wrong interest. It returns nil if purchases can be held against it.
func (b BuyIn) Validate() error {
	var fs law.Faults
	law.OneOf(&fs, "comparator", b.Comparator, b.Comparator.all()...)
	law.OneOf(&fs, "cost_commissions", b.CostCommissions, law.Yes, law.No)
	if b.Comparator == SaleProceeds || b.ProceedsCommissions != "" {
		law.OneOf(&fs, "proceeds_commissions", b.ProceedsCommissions, law.Yes, law.No)
	}
	check.Within(&fs, "waits", b.Waits, 0, mostPer)
	check.Within(&fs, "pay_within", b.PayWithin, 0, mostPer)
	if b.Calendar.IsZero() && (b.Waits > 0 || b.PayWithin > 0 && b.PayCalendar.IsZero()) {
		fs.Missing("calendar")
	}
	b.Interest.check(&fs, "interest")
	b.Rounding.Check(&fs, "rounding")
	check.Cited(&fs, "authority", b.Authority)
	return fs.Err()
}

func (b *BuyIn) checkFacts(fs *law.Faults, f *BuyInFacts) {
	check.NotBelowZero(fs, "owed", f.Owed)
	if f.Owed == 0 {
		fs.Missing("owed")
	}
	required(fs, "due", f.Due)
	found := len(*fs)
	kernel.NotBelowZero(fs, "price", f.Price)
	kernel.NotBelowZero(fs, "proceeds", f.Proceeds)
	kernel.NotBelowZero(fs, "proceeds_commissions", f.ProceedsCommissions)
	switch {
	case b.Comparator != SaleProceeds && f.Price.Sign() == 0:
		fs.Missing("price")
	case b.Comparator == SaleProceeds && f.Proceeds.Sign() == 0:
		fs.Missing("proceeds")
	case b.Comparator == SaleProceeds && len(*fs) == found && f.ProceedsCommissions.Cmp(f.Proceeds) > 0:
		fs.Add(law.ErrConflict, "proceeds_commissions", "", "are more than the proceeds")
	}
	check.NotBelowZero(fs, "damages_paid_cents", f.DamagesPaidCents)
	if f.Paid.Before(f.Demanded) && !f.Paid.IsZero() || !f.Paid.IsZero() && f.Demanded.IsZero() {
		fs.Add(law.ErrConflict, "paid", f.Paid.String(), "is before the demand")
	}
	if f.Demanded.Year() > lastLateYear || f.Due.Year() > lastLateYear {
		fs.Add(law.ErrRange, "due", f.Due.String(), "or the demand is past the year %d", lastLateYear)
	}
	if !check.AtMost(fs, "purchases", len(f.Purchases), mostPurchases) {
		return
	}
	rows := check.Rows{List: "purchases"}
	for i := range f.Purchases {
		p := &f.Purchases[i]
		var row law.Faults
		required(&row, "date", p.Date)
		check.NotBelowZero(&row, "shares", p.Shares)
		if p.Shares == 0 {
			row.Missing("shares")
		}
		kernel.NotBelowZero(&row, "cost", p.Cost)
		if p.Cost.Sign() == 0 {
			row.Missing("cost")
		}
		kernel.NotBelowZero(&row, "commissions", p.Commissions)
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
}
