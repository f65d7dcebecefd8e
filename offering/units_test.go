package offering

import (
	"math"
	"math/big"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Unit offerings as printed.
func TestUnitDeals(t *testing.T) {
	one := exact.Mixed{Whole: 1, Den: 1}
	for _, tt := range []struct {
		name             string
		unit             Unit
		order            UnitOrder
		shares, warrants int64
		due              string
	}{
		// SOURCE zomedica-2020: Zomedica 2020 offerings (CIK 1684144), 2020-07-07, R20.htm and R28.htm of 0001171843-20-005784
		{"zomedica common", Unit{Price: dec("0.16"), Warrants: one}, UnitOrder{Units: 162_500_000}, 162_500_000, 162_500_000, "26000000"},
		{"zomedica pre-funded", Unit{Price: dec("0.1599"), Warrants: one}, UnitOrder{Units: 25_000_000}, 25_000_000, 25_000_000, "3997500"},
		{"zomedica director", Unit{Price: dec("0.16"), Warrants: one}, UnitOrder{Amount: dec("100000")}, 625_000, 625_000, "100000"},
		// SOURCE lawinsider-issuance: lawinsider.com/clause/sale-and-issuance-of-securities
		{"two preferred and a warrant", Unit{Price: dec("8.00"), Shares: 2, Warrants: one}, UnitOrder{Amount: dec("27600000")}, 6_900_000, 3_450_000, "27600000"},
		// SOURCE offering-1828673: Follow-on with pre-funded warrants (CIK 1828673), 2025-05-13, R12.htm of 0001193125-25-283238
		{"two warrants each", Unit{Price: dec("7.45"), Warrants: exact.Mixed{Whole: 2, Num: 0, Den: 1}}, UnitOrder{Amount: dec("5000000")}, 671_140, 1_342_280, "4999993"},
	} {
		tt.order.Investor = "A"
		b, err := tt.unit.Sell([]UnitOrder{tt.order})
		if err != nil || b.Shares != tt.shares || b.Warrants != tt.warrants || !b.Due.Equal(dec(tt.due)) {
			t.Errorf("%s: %d shares, %d warrants, %s due, %v", tt.name, b.Shares, b.Warrants, b.Due, err)
		}
	}
}

func TestUnits(t *testing.T) {
	u := Unit{
		Price: dec("5.00"), Warrants: exact.Mixed{Whole: 0, Num: 1, Den: 2}, WarrantPrice: dec("0.125"), WarrantRounding: exact.Down,
		Authority: law.Citation{Cite: "§1"},
	}
	b, err := u.Sell([]UnitOrder{{Investor: "A", Amount: dec("1009")}, {Investor: "B", Units: 3}})
	if err != nil {
		t.Fatal(err)
	}
	a := b.Rows[0]
	if a.Units != 201 || a.Shares != 201 || a.Warrants != 100 || a.WarrantEntitlement != (exact.Mixed{Whole: 100, Num: 1, Den: 2}) ||
		!a.Due.Equal(dec("1005")) || !a.Refund.Equal(dec("4")) || !a.WarrantAmount.Equal(dec("12.56")) || !a.ShareAmount.Equal(dec("992.44")) {
		t.Errorf("%+v", a)
	}
	if b.Units != 204 || b.Warrants != 101 || b.WarrantEntitlement != (exact.Mixed{Whole: 102, Num: 0, Den: 1}) || !b.Due.Equal(dec("1020")) ||
		!b.ShareAmount.Add(b.WarrantAmount).Equal(b.Due) || b.Rows[1].Refund.Sign() != 0 {
		t.Errorf("%+v", b)
	}
	want := `1. 1,009 at 5 buys 201 4/5 units; rounded down that is 201. [§1]
2. 201 units of 1/2 warrant each have 100 1/2; rounded down that is 100. [§1]
3. Of the $1,009.00 signed for, $1,005.00 is accepted and $4.00 is refunded. [§1]`
	if got := a.Why.String(); got != want {
		t.Errorf("got\n%s", got)
	}
	for _, code := range []law.Code{"offering.reading.rounding.default", "offering.reading.warrant_rounding", "offering.reading.cents.default"} {
		if !b.Why.Has(code) {
			t.Errorf("%q lacks %s", b.Why.Codes(), code)
		}
	}
	roundTrip(t, b)
	roundTrip(t, u)
}

// Dollars that buy no unit are an answer: all of them go back.
func TestUnitsOfTooFewDollars(t *testing.T) {
	b, err := Unit{Price: dec("5"), Warrants: exact.Mixed{Whole: 0, Num: 1, Den: 2}}.Sell([]UnitOrder{{Investor: "A", Amount: dec("4")}, {Investor: "B", Units: 1}})
	if err != nil || b.Rows[0].Units != 0 || b.Rows[0].Due.Sign() != 0 || !b.Rows[0].Refund.Equal(dec("4")) || b.Units != 1 {
		t.Errorf("%+v, %v", b, err)
	}
}

// The warrants of a unit may be all that it costs.
func TestUnitsAllForTheWarrants(t *testing.T) {
	u := Unit{Price: dec("5"), Warrants: exact.Mixed{Whole: 0, Num: 1, Den: 2}, WarrantPrice: dec("10")}
	b, err := u.Sell([]UnitOrder{{Investor: "A", Units: 2}})
	if err != nil || !b.WarrantAmount.Equal(dec("10")) || b.ShareAmount.Sign() != 0 || !b.Due.Equal(dec("10")) {
		t.Errorf("%+v, %v", b, err)
	}
}

func TestUnitsAgainstReference(t *testing.T) {
	for seed := range uint64(1000) {
		random := source(seed)
		den := 1 + random.Int64N(12)
		u := Unit{
			Price: decimal.New(1000+random.Int64N(1e6), -4), Shares: random.Int64N(4), Warrants: exact.Mixed{Whole: random.Int64N(2), Num: random.Int64N(den), Den: den},
			Rounding: exact.Roundings()[random.IntN(5)], WarrantRounding: exact.Roundings()[random.IntN(5)], Cents: exact.Roundings()[random.IntN(5)],
		}
		if u.Warrants.Whole == 0 && u.Warrants.Num == 0 {
			u.Warrants = exact.Mixed{Whole: 1, Den: 1}
		}
		if random.IntN(2) == 0 {
			u.WarrantPrice = decimal.New(1+random.Int64N(500), -4)
		}
		perUnit := new(big.Rat).Add(big.NewRat(u.Warrants.Whole, 1), big.NewRat(u.Warrants.Num, u.Warrants.Den))
		orders := make([]UnitOrder, 1+random.IntN(10))
		for i := range orders {
			orders[i] = UnitOrder{Investor: strconv.Itoa(i)}
			if random.IntN(2) == 0 {
				orders[i].Units = 1 + random.Int64N(1000)
			} else {
				orders[i].Amount = decimal.New(1+random.Int64N(1e8), -2)
			}
		}
		b, err := u.Sell(orders)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		var units, shares, warrants int64
		var due, parts decimal.Decimal
		hundred := big.NewRat(100, 1)
		for i, row := range b.Rows {
			want := orders[i].Units
			if want == 0 {
				want = refRound(new(big.Rat).Quo(rat(orders[i].Amount), rat(u.Price)), u.Rounding).Int64()
				if !row.Due.Add(row.Refund).Equal(orders[i].Amount) {
					t.Fatalf("seed %d: %+v", seed, row)
				}
			}
			checkRefund(t, row.Why, rat(row.Refund))
			n := new(big.Rat).SetInt64(want)
			unrounded := new(big.Rat).Mul(perUnit, n)
			cost := new(big.Rat).Mul(rat(u.Price), n)
			if row.Units != want || row.Shares != want*max(1, u.Shares) || row.Warrants != refRound(unrounded, u.WarrantRounding).Int64() ||
				rat(row.Cost).Cmp(cost) != 0 || rat(row.Due).Cmp(new(big.Rat).SetFrac(refRound(cost.Mul(cost, hundred), u.Cents), big.NewInt(100))) != 0 {
				t.Fatalf("seed %d: %+v, want %d units", seed, row, want)
			}
			if u.WarrantPrice.Sign() > 0 {
				part := unrounded.Mul(unrounded, rat(u.WarrantPrice))
				if rat(row.WarrantAmount).Cmp(new(big.Rat).SetFrac(refRound(part.Mul(part, hundred), u.Cents), big.NewInt(100))) != 0 ||
					!row.WarrantAmount.Add(row.ShareAmount).Equal(row.Due) || row.ShareAmount.Sign() < 0 {
					t.Fatalf("seed %d: %+v", seed, row)
				}
				parts = parts.Add(row.WarrantAmount)
			}
			units, shares, warrants, due = units+row.Units, shares+row.Shares, warrants+row.Warrants, due.Add(row.Due)
		}
		if b.Units != units || b.Shares != shares || b.Warrants != warrants || !b.Due.Equal(due) || !b.WarrantAmount.Equal(parts) {
			t.Fatalf("seed %d: totals %+v", seed, b)
		}
		roundTrip(t, b)
	}
}

func TestUnitsRefuse(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Unit, *UnitOrder)
		kind   error
		field  string
	}{
		{"no price", func(u *Unit, _ *UnitOrder) { u.Price = decimal.Decimal{} }, law.ErrMissing, "price"},
		{"no warrants", func(u *Unit, _ *UnitOrder) { u.Warrants = exact.Mixed{} }, law.ErrRange, "warrants"},
		{"shares below zero", func(u *Unit, _ *UnitOrder) { u.Shares = -1 }, law.ErrRange, "shares"},
		{"warrants dearer than the unit", func(u *Unit, _ *UnitOrder) { u.WarrantPrice = dec("10.01") }, law.ErrConflict, "warrant_price"},
		{"words", func(u *Unit, _ *UnitOrder) { u.Cents = "x" }, law.ErrInvalid, "cents"},
		{"units and dollars", func(_ *Unit, o *UnitOrder) { o.Amount = dec("5") }, law.ErrConflict, "orders[0].amount"},
		{"neither", func(_ *Unit, o *UnitOrder) { o.Units = 0 }, law.ErrMissing, "orders[0].units"},
		{"units below zero", func(_ *Unit, o *UnitOrder) { o.Units = -1 }, law.ErrRange, "orders[0].units"},
		{"no name", func(_ *Unit, o *UnitOrder) { o.Investor = "" }, law.ErrMissing, "orders[0].investor"},
		{"too many cents", func(_ *Unit, o *UnitOrder) { o.Units = math.MaxInt64 }, law.ErrRange, "orders[0]"},
		{"too many shares", func(u *Unit, _ *UnitOrder) { u.Shares = math.MaxInt64 }, law.ErrRange, "orders[0]"},
		{"too many units", func(u *Unit, o *UnitOrder) {
			u.Price, o.Units, o.Amount = dec("0.000000000000000001"), 0, dec("100")
		}, law.ErrRange, "orders[0].amount"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			u, orders := Unit{Price: dec("5"), Warrants: exact.Mixed{Whole: 0, Num: 1, Den: 2}}, []UnitOrder{{Investor: "A", Units: 2}}
			tt.change(&u, &orders[0])
			b, err := u.Sell(orders)
			wantFaults(t, err, tt.field)
			wantFault(t, err, tt.kind, tt.field)
			if b.Rows != nil {
				t.Errorf("a refusal came with %+v", b)
			}
		})
	}
	_, err := Unit{Price: dec("0.01"), Warrants: exact.Mixed{Whole: 1, Den: 1}}.Sell([]UnitOrder{{Investor: "A", Units: 1 << 62}, {Investor: "B", Units: 1 << 62}})
	wantFaults(t, err, "orders[1]")
}
