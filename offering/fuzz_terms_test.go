package offering

import (
	"encoding/binary"
	"math/big"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/shopspring/decimal"
)

// FuzzAllocateLimits reads any numbers as a book with limits.
func FuzzAllocateLimits(f *testing.F) {
	f.Add(int64(96), int32(-2), int64(125_000_00), int64(0), int64(0), uint8(0), []byte{0, 76, 75, 64, 0, 0, 0, 0, 0, 91, 141, 128, 0, 10, 0, 0})
	f.Add(int64(5), int32(-1), int64(0), int64(7), int64(3), uint8(3), []byte{0, 0, 1, 0, 0, 0, 0, 90, 0, 0, 1, 0, 0, 0, 0, 200})
	f.Fuzz(func(t *testing.T, price int64, exponent int32, amountLimit, shareLimit, lot int64, rule uint8, data []byte) {
		terms := Terms{
			Price: decimal.New(price, exponent), AmountLimit: decimal.New(amountLimit, -2), ShareLimit: shareLimit, Lot: lot,
			Rounding: exact.Roundings()[rule%5], Owed: []Owed{Signed, SharesTimesPrice}[rule/128],
		}
		var orders []Order
		for ; len(data) >= 8 && len(orders) < 60; data = data[8:] {
			c, edge := int64(binary.BigEndian.Uint32(data)), int64(binary.BigEndian.Uint32(data[4:]))
			o := Order{Investor: strconv.Itoa(len(orders)), Amount: decimal.New(c, -2)}
			if edge%2 == 0 {
				o.Minimum = decimal.New(edge, -2)
			} else {
				o.Maximum = decimal.New(edge, -2)
			}
			orders = append(orders, o)
		}
		b, err := Allocate(terms, orders)
		if err != nil {
			return
		}
		checkLimited(t, terms, orders, b)
		table, err := Tabulate(terms, orders)
		if err != nil {
			t.Fatal(err)
		}
		checkTable(t, b, table)
	})
}

// FuzzWaterfall reads any numbers as fees.
func FuzzWaterfall(f *testing.F) {
	f.Add(int64(768_000_00), int64(800_000), uint8(2), []byte{0, 0, 7, 2, 0, 0, 1, 2, 1, 85, 0, 0})
	f.Add(int64(100), int64(1), uint8(0), []byte{0, 255, 255, 2, 2, 1, 1, 255})
	f.Fuzz(func(t *testing.T, gross, shares int64, rule uint8, data []byte) {
		w := Waterfall{Rounding: exact.Roundings()[rule%5]}
		for ; len(data) >= 4 && len(w.Fees) < 20; data = data[4:] {
			n := decimal.New(int64(binary.BigEndian.Uint16(data[1:])), int32(int8(data[3])))
			fee := Fee{Payee: "P", Basis: []FeeBasis{PercentOfGross, Fixed, PerShare, "other"}[data[0]%4], Amount: n}
			if fee.Basis == PercentOfGross {
				fee.Percent, fee.Amount = n, decimal.Decimal{}
			}
			if data[0] > 127 {
				fee.Cap = n
			}
			w.Fees = append(w.Fees, fee)
		}
		p, err := w.Pay(decimal.New(gross, -2), shares)
		if err != nil {
			return
		}
		var sum decimal.Decimal
		for _, line := range p.Lines {
			sum = sum.Add(line.Paid)
			if line.Paid.Sign() < 0 || line.Short.Sign() < 0 || !line.Paid.Add(line.Short).Equal(line.Charge) {
				t.Fatalf("%+v", line)
			}
		}
		if !sum.Add(p.Company).Equal(p.Gross) || p.Company.Sign() < 0 || !sum.Equal(p.Fees) || p.Shortfall.Sign() > 0 && p.Company.Sign() > 0 {
			t.Fatalf("%+v", p)
		}
		roundTrip(t, p)
	})
}

// FuzzClosings reads any numbers as closings and any total as where they stand.
func FuzzClosings(f *testing.F) {
	f.Add(int64(18), int64(4), int32(0), int64(0), int64(0), uint8(2), []byte{0, 1, 0, 1, 0, 1, 0, 1})
	f.Add(int64(1), int64(96), int32(-2), int64(268_000), int64(279_167), uint8(2), []byte{1, 2, 3, 4})
	f.Fuzz(func(t *testing.T, shares, amount int64, exponent int32, before, given int64, rule uint8, data []byte) {
		c := Closings{Shares: shares, Amount: decimal.New(amount, exponent), Rounding: exact.Roundings()[rule%5]}
		state := RunningTotal{Amount: decimal.New(before, exponent), Shares: given}
		var orders []ClosingOrder
		sum := rat(decimal.New(0, 0))
		for ; len(data) >= 2 && len(orders) < 50; data = data[2:] {
			orders = append(orders, ClosingOrder{Investor: "A", Amount: decimal.New(int64(binary.BigEndian.Uint16(data)), -2)})
		}
		got, err := c.Close(state, orders)
		if err != nil {
			return
		}
		sum.Add(sum, rat(state.Amount))
		total := state.Shares
		for i, row := range got.Rows {
			sum.Add(sum, rat(orders[i].Amount))
			total += row.Shares
			if row.Shares < 0 || row.After.Shares != total {
				t.Fatalf("%+v", row)
			}
		}
		rate := new(big.Rat).Quo(new(big.Rat).SetInt64(max(1, shares)), rat(c.Amount))
		if want := refRound(sum.Mul(sum, rate), c.Rounding); got.Off != 0 || got.After.Shares != total || total != want.Int64() {
			t.Fatalf("%+v, want %s", got, want)
		}
		roundTrip(t, got)
	})
}

// FuzzOverAllotment reads any numbers as indications.
func FuzzOverAllotment(f *testing.F) {
	f.Add(int64(1000), int64(15), int32(0), []byte{1, 244, 2, 88})
	f.Add(int64(1)<<62, int64(1), int32(18), []byte{0, 1})
	f.Fuzz(func(t *testing.T, base, percent int64, exponent int32, data []byte) {
		o := OverAllotment{Base: base, Percent: decimal.New(percent, exponent)}
		var rows []Indication
		for ; len(data) >= 2 && len(rows) < 50; data = data[2:] {
			rows = append(rows, Indication{strconv.Itoa(len(rows)), int64(binary.BigEndian.Uint16(data))})
		}
		a, err := o.Allot(rows)
		if err != nil {
			return
		}
		var shares, together int64
		for _, row := range a.Rows {
			shares += row.Shares
			together += row.OneGo
			if row.Shares < 0 || row.Shares > row.Demand || row.OneGo < 0 || row.OneGo > row.Demand {
				t.Fatalf("%+v", row)
			}
		}
		if shares != a.Shares || together != shares || shares+a.Unfilled != a.Demand || a.Used > a.Option || a.Unsold < 0 {
			t.Fatalf("%+v", a)
		}
		roundTrip(t, a)
	})
}

// FuzzCoverage reads any numbers as purchases with warrants.
func FuzzCoverage(f *testing.F) {
	f.Add(int64(50), int32(0), int64(125), int32(-2), uint8(0), []byte{4, 66, 7, 241})
	f.Add(int64(1), int32(-18), int64(1), int32(18), uint8(200), []byte{255, 255})
	f.Fuzz(func(t *testing.T, percent int64, exponent int32, price int64, priceExponent int32, rule uint8, data []byte) {
		c := Coverage{
			Basis: []CoverageBasis{OfShares, OfDollars}[rule/128], Percent: decimal.New(percent, exponent),
			ExercisePrice: decimal.New(price, priceExponent), Rounding: exact.Roundings()[rule%5], TieOut: []TieOut{Report, MinimumChange, OnLast}[rule%3],
		}
		var bought []Covered
		for ; len(data) >= 2 && len(bought) < 50; data = data[2:] {
			n := int64(binary.BigEndian.Uint16(data))
			bought = append(bought, Covered{Investor: strconv.Itoa(len(bought)), Shares: n, Amount: decimal.New(n, -2)})
		}
		w, err := c.Count(bought)
		if err != nil {
			return
		}
		var sum int64
		for _, row := range w.Rows {
			sum += row.Warrants
			if row.Warrants < 0 {
				t.Fatalf("%+v", row)
			}
		}
		if sum != w.Warrants || sum+w.Residual != w.Stated {
			t.Fatalf("%+v", w)
		}
		roundTrip(t, w)
	})
}

// FuzzUnits reads any numbers as a unit and its orders.
func FuzzUnits(f *testing.F) {
	f.Add(int64(5), int32(0), int64(0), int64(1), int64(2), int64(125), int32(-3), []byte{3, 241, 0, 3})
	f.Fuzz(func(t *testing.T, price int64, exponent int32, whole, num, den, warrantPrice int64, warrantExponent int32, data []byte) {
		u := Unit{
			Price: decimal.New(price, exponent), Warrants: exact.Mixed{Whole: whole, Num: num, Den: den}, WarrantPrice: decimal.New(warrantPrice, warrantExponent),
		}
		var orders []UnitOrder
		for ; len(data) >= 2 && len(orders) < 50; data = data[2:] {
			n := int64(binary.BigEndian.Uint16(data))
			o := UnitOrder{Investor: strconv.Itoa(len(orders)), Units: n}
			if n%2 == 0 {
				o.Units, o.Amount = 0, decimal.New(n, -2)
			}
			orders = append(orders, o)
		}
		b, err := u.Sell(orders)
		if err != nil {
			return
		}
		var due decimal.Decimal
		for _, row := range b.Rows {
			due = due.Add(row.Due)
			if row.ShareAmount.Sign() < 0 || u.WarrantPrice.Sign() != 0 && !row.ShareAmount.Add(row.WarrantAmount).Equal(row.Due) {
				t.Fatalf("%+v", row)
			}
		}
		if !due.Equal(b.Due) {
			t.Fatalf("%+v", b)
		}
		roundTrip(t, b)
	})
}

// FuzzPrices reads any numbers as a valuation, a market price and a split.
func FuzzPrices(f *testing.F) {
	f.Add(int64(12_000_000), int32(0), int64(3_814_246), int64(1), int32(-4), uint8(2))
	f.Add(int64(1), int32(1e9), int64(-1), int64(1), int32(-1e9), uint8(0))
	f.Fuzz(func(t *testing.T, money int64, exponent int32, shares, increment int64, fine int32, rule uint8) {
		d, step, r := decimal.New(money, exponent), decimal.New(increment, fine), exact.Roundings()[rule%5]
		if p, err := (Valuation{PreMoney: d, FullyDiluted: shares, Increment: step, Rounding: r}).IssuePrice(); err == nil {
			off := new(big.Rat).Sub(new(big.Rat).Quo(rat(d), big.NewRat(shares, 1)), rat(p.Price))
			if off.Abs(off).Cmp(rat(step)) >= 0 {
				t.Fatalf("%+v", p)
			}
			roundTrip(t, p)
		}
		m := MarketPrice{References: []Reference{{Name: "A", Prices: []decimal.Decimal{d, step}, Percent: decimal.New(shares, -2)}}, Increment: step, Rounding: r}
		if set, err := m.Set(); err == nil {
			if set.Price.Sign() < 0 || set.Governs != "A" {
				t.Fatalf("%+v", set)
			}
			roundTrip(t, set)
		}
		parts, err := SplitCents(d, []decimal.Decimal{step, d, decimal.New(1, 0)})
		if err == nil && !parts[0].Add(parts[1]).Add(parts[2]).Equal(d) {
			t.Fatalf("%v of %s", parts, d)
		}
	})
}
