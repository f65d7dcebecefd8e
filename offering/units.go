package offering

import (
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Unit is what an offering sells when shares and warrants are sold together: so
// many shares and so many warrants, or a fraction of one, at one price. Price
// and Warrants are required.
type Unit struct {
	// Price is dollars a unit.
	Price decimal.Decimal `json:"price"`
	// Shares is the number of shares in a unit. Zero is 1.
	Shares int64 `json:"shares,omitempty"`
	// Warrants is the number of warrants in a unit, exactly: half a warrant is
	// exact.Mixed{Whole: 0, Num: 1, Den: 2}.
	Warrants exact.Mixed `json:"warrants"`
	// WarrantPrice is the dollars of the price that are for one whole warrant.
	// Zero states none: the price is then not split.
	WarrantPrice decimal.Decimal `json:"warrant_price,omitzero"`
	// Rounding makes whole units of an amount of dollars. Zero is Down.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// WarrantRounding makes whole warrants of all the units of one holder.
	// Zero is Down.
	WarrantRounding exact.Rounding `json:"warrant_rounding,omitempty"`
	// Cents rounds to the cent what the units cost, and the part of it that is
	// for warrants. Zero is Nearest.
	Cents exact.Rounding `json:"cents,omitempty"`
	// Authority is the section that describes the unit; the reasons cite it.
	// Zero cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// UnitOrder is what one investor asks for: units, or units for an amount of
// dollars.
type UnitOrder struct {
	// Investor names the investor, once in a list. It is required.
	Investor string `json:"investor"`
	// Units is the number of units. Zero leaves it to Amount.
	Units int64 `json:"units,omitempty"`
	// Amount is the dollars to be spent, in whole cents, and left out if Units
	// is stated.
	Amount decimal.Decimal `json:"amount,omitzero"`
}

// MethodUnits names how a [UnitBook] is made: row by row.
const MethodUnits = "units"

// UnitBook is an offering of units sold: a row for each order, in the order
// given, and totals that are the sums of the rows.
//
// The zero UnitBook is no answer; it comes only beside an error.
type UnitBook struct {
	// Rows has one row for each order.
	Rows []UnitRow `json:"rows"`
	// Units, Shares and Warrants are the sums of the rows.
	Units    int64 `json:"units"`
	Shares   int64 `json:"shares"`
	Warrants int64 `json:"warrants"`
	// WarrantEntitlement is the exact number of warrants in all units.
	WarrantEntitlement exact.Mixed `json:"warrant_entitlement"`
	// Cost is Units × price, exactly, and Due what the rows owe in whole cents.
	Cost decimal.Decimal `json:"cost"`
	Due  decimal.Decimal `json:"due"`
	// ShareAmount and WarrantAmount are the parts of Due; see [UnitRow].
	ShareAmount   decimal.Decimal `json:"share_amount,omitzero"`
	WarrantAmount decimal.Decimal `json:"warrant_amount,omitzero"`
	// Rounding, WarrantRounding and Cents are the readings used, with defaults
	// filled in.
	Rounding        exact.Rounding `json:"rounding"`
	WarrantRounding exact.Rounding `json:"warrant_rounding"`
	Cents           exact.Rounding `json:"cents"`
	// Method and Version name how it was made: MethodUnits, MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the readings; the rows explain themselves.
	Why law.Reasons `json:"why,omitempty"`
}

// UnitRow is one investor's part of a [UnitBook].
type UnitRow struct {
	// Investor is that of the order.
	Investor string `json:"investor"`
	// Units is the number sold, and Shares what they contain.
	Units  int64 `json:"units"`
	Shares int64 `json:"shares"`
	// WarrantEntitlement is the exact number of warrants that the units
	// contain, and Warrants the whole number.
	WarrantEntitlement exact.Mixed `json:"warrant_entitlement"`
	Warrants           int64       `json:"warrants"`
	// Cost is Units × price, exactly, and Due the same in whole cents.
	Cost decimal.Decimal `json:"cost"`
	Due  decimal.Decimal `json:"due"`
	// Refund is the amount of the order less Due; below zero the units cost
	// more. Unless it is zero, a reason of code
	// "offering.refund" or "offering.still_owed" states
	// it. It is zero where the order asks for units.
	Refund decimal.Decimal `json:"refund"`
	// WarrantAmount is the part of Due that is for warrants, by the exact
	// number of them, and ShareAmount the rest, so that they add up to Due.
	// Both are zero when no price is stated for a warrant.
	ShareAmount   decimal.Decimal `json:"share_amount,omitzero"`
	WarrantAmount decimal.Decimal `json:"warrant_amount,omitzero"`
	// Why explains Units, Warrants and Refund. Its codes are those of [Purchase]
	// for the units, "offering.units.stated" where the order states them,
	// "offering.units.warrants", and those of Refund.
	Why law.Reasons `json:"why,omitempty"`
}
