package offering

import (
	"math/big"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// tape reads any bytes as the figures and words of a question: small numbers
// mostly, where answers are, and any number now and then.
type tape struct{ data []byte }

func (r *tape) next() byte {
	if len(r.data) == 0 {
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return b
}

func (r *tape) count() int64 {
	switch b := r.next(); {
	case b < 200:
		return int64(b)
	case b < 245:
		return int64(b)<<8 | int64(r.next())
	case b < 250:
		return -int64(b)
	default:
		var n int64
		for range 8 {
			n = n<<8 | int64(r.next())
		}
		return n
	}
}

func (r *tape) ratio() exact.Fraction { return exact.Fraction{Num: r.count(), Den: r.count()} }

func (r *tape) majority() Majority {
	return Majority{exact.Fraction{Num: r.count(), Den: r.count()}, r.next()%2 == 0}
}

func (r *tape) decimal() decimal.Decimal {
	n, e := r.count(), int32(int8(r.next()))
	if e > 100 {
		e *= 10_000_000
	} else {
		e %= 8
	}
	return decimal.New(n, -e)
}

func (r *tape) date() calendar.Date {
	return calendar.MustDate(2024, 1, 1).AddDays(int(r.count() % 900))
}

func (r *tape) name(i int) string {
	switch b := r.next(); b {
	case 250, 251:
		return ""
	case 252, 253:
		return "A"
	case 254:
		return "\xff"
	case 255:
		return "a\nb"
	default:
		return strconv.Itoa(i)
	}
}

// pick takes a word of the list, or none of it now and then.
func pick[S ~string](r *tape, words ...S) S {
	b := int(r.next())
	if b == 255 {
		return "other"
	}
	return append(words, "")[b%(len(words)+1)]
}

// seedTape adds some tapes to begin with.
func seedTape(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x05\x0a\x01offering of a hundred shares to three holders and none to a fourth"))
	random := source(77)
	for n := range 12 {
		data := make([]byte, 20+8*n)
		for i := range data {
			data[i] = byte(random.IntN(256))
			if n%2 == 0 {
				data[i] %= 120
			}
		}
		f.Add(data)
	}
}

func FuzzTender(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		terms := Tender{Sought: r.count(), OddLots: r.count(), Seed: r.name(1)}
		var rows []Tendered
		for i := 0; len(r.data) > 0 && i < 60; i++ {
			rows = append(rows, Tendered{r.name(i), r.count(), r.count(), r.count()})
		}
		p, err := terms.Prorate(rows)
		if err != nil {
			return
		}
		all := big.NewInt(0)
		for i, row := range p.Rows {
			all.Add(all, big.NewInt(row.Accepted))
			if row.Accepted < 0 || row.Accepted+row.Returned != rows[i].Shares || row.Accepted > 0 && row.Accepted < rows[i].Minimum || row.Treatment == "" {
				t.Fatalf("%+v of %+v", row, rows[i])
			}
		}
		if all.Cmp(big.NewInt(p.Accepted)) != 0 || p.Accepted+p.Unfilled != p.Sought || p.Unfilled < 0 || p.Accepted+p.Returned != p.Tendered {
			t.Fatalf("%+v", p)
		}
		roundTrip(t, p)
	})
}

func FuzzRights(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		o := RightsOffering{
			New: r.count(), Old: r.count(), Rounding: pick(r, exact.Roundings()...), Shares: r.count(), Over: pick(r, ByBasic, ByHeld), NoOver: r.next() == 1,
		}
		var rows []Subscriber
		for i := 0; len(r.data) > 0 && i < 60; i++ {
			rows = append(rows, Subscriber{r.name(i), r.count(), r.count()})
		}
		s, err := o.Allocate(rows)
		if err != nil {
			return
		}
		all := s.Unsubscribed
		for i, row := range s.Rows {
			all += row.Shares
			if row.Basic < 0 || row.Over < 0 || row.Shares > rows[i].Requested || row.Shares+row.Unfilled != rows[i].Requested {
				t.Fatalf("%+v of %+v", row, rows[i])
			}
		}
		if all != s.Shares || s.Unsubscribed < 0 {
			t.Fatalf("%+v", s)
		}
		roundTrip(t, s)
	})
}

func FuzzParticipation(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		right := PreemptiveRight{
			Round: r.count(), Part: r.ratio(), Formula: pick(r, ShareOfPool, LesserOf), Base: r.count(), OverAllotment: r.next()%2 == 0,
		}
		var rows []Participant
		for i := 0; len(r.data) > 0 && i < 60; i++ {
			p := Participant{Holder: r.name(i), Holding: r.count(), Reply: pick(r, Accepts, Declines)}
			if p.Reply == Accepts {
				p.Wants = r.count()
			}
			rows = append(rows, p)
		}
		p, err := right.Allocate(rows)
		if err != nil {
			return
		}
		all := p.Released
		for i, row := range p.Rows {
			all += row.Taken + row.Over
			if row.Taken < 0 || row.Over < 0 || row.Taken > row.Right || row.Taken+row.Over > rows[i].Wants {
				t.Fatalf("%+v of %+v", row, rows[i])
			}
		}
		if all != p.Round || p.Released < 0 || p.Taken > p.Pool {
			t.Fatalf("%+v", p)
		}
		roundTrip(t, p)
	})
}

func FuzzUnderwriterDefault(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		u := Underwriting{Limit: r.ratio()}
		var rows []Underwriter
		for i := 0; len(r.data) > 0 && i < 60; i++ {
			rows = append(rows, Underwriter{r.name(i), r.count(), r.count()})
		}
		s, err := u.Substitute(rows)
		if err != nil {
			return
		}
		all := s.Unplaced
		for _, row := range s.Rows {
			all += row.Shares
		}
		if all != s.Shares || (s.Outcome == MayTerminate) != (s.Unplaced > 0) {
			t.Fatalf("%+v", s)
		}
		roundTrip(t, s)
	})
}

func FuzzLottery(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		l, units, weighted := Lottery{Seed: r.name(7)}, r.count(), r.next()%2 == 0
		var rows []Entrant
		for i := 0; len(r.data) > 0 && i < 60; i++ {
			e := Entrant{ID: r.name(i)}
			if weighted {
				e.Weight = r.count()
			}
			rows = append(rows, e)
		}
		draw := l.Draw
		if weighted {
			draw = l.DrawUnits
		}
		d, err := draw(units, rows)
		if err != nil {
			return
		}
		all := d.Unallocated
		for _, row := range d.Rows {
			all += row.Units
			if row.Units < 0 || weighted && row.Weight == 0 && row.Units > 0 {
				t.Fatalf("%+v", row)
			}
		}
		if again, err := d.Replay(); all != units || err != nil || !again.Same {
			t.Fatalf("%+v: %+v, %v", d, again, err)
		}
		roundTrip(t, d)
	})
}

func FuzzSplit(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		s := Split{
			New: r.count(), Old: r.count(), Level: pick(r, PerCertificate, PerHolder, PerRecord), Cents: pick(r, exact.Roundings()...),
			Fractions: pick(r, FractionsDown, FractionsUp, FractionsNearest, FractionsCash, FractionsSold),
		}
		switch s.Fractions {
		case FractionsCash:
			s.Price = r.decimal()
		case FractionsSold:
			s.Proceeds = r.decimal()
		default:
		}
		var rows []SplitPosition
		for i := 0; len(r.data) > 0 && i < 60; i++ {
			rows = append(rows, SplitPosition{r.name(i), r.name(i % 5), r.name(i % 3), r.count()})
		}
		got, err := s.Apply(rows)
		if err != nil {
			return
		}
		unrounded := new(big.Rat).Mul(new(big.Rat).SetInt64(got.Before), big.NewRat(s.New, s.Old))
		sum := new(big.Rat).Add(new(big.Rat).SetInt64(got.Shares), rational(got.Dropped))
		if sum.Sub(sum, rational(got.Made)).Cmp(unrounded) != 0 {
			t.Fatalf("%+v", got)
		}
		cash := decimal.Decimal{}
		for _, row := range got.Rows {
			cash = cash.Add(row.Cash)
		}
		if !cash.Equal(got.Cash) || s.Fractions == FractionsSold && !cash.Add(got.Unpaid).Equal(s.Proceeds) {
			t.Fatalf("%+v", got)
		}
		roundTrip(t, got)
	})
}

func FuzzAdjust(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		a := Adjustable{
			Price: r.decimal(), Shares: r.count(), Step: pick(r, Cent, TenMillionth), Rounding: pick(r, exact.Roundings()...), SharesFollow: r.next()%2 == 0,
		}
		if r.next()%4 == 0 {
			a.Floor = r.decimal()
		}
		if r.next()%4 == 0 {
			a.PriceFactor, a.ShareFactor = Factor(r.name(3)+"/"+r.name(4)), Factor(r.name(1))
		}
		var events []Adjustment
		for i := 0; len(r.data) > 0 && i < 60; i++ {
			e := Adjustment{Kind: pick(r, ShareSplit, ShareDividend, Distribution)}
			if e.Kind == Distribution {
				e.Market, e.Value = r.decimal(), r.decimal()
			} else {
				e.New, e.Old = r.count(), r.count()
			}
			events = append(events, e)
		}
		got, err := a.Adjust(events)
		if err != nil {
			return
		}
		if got.Price.Sign() <= 0 || got.Shares < 0 || a.Shares > 0 && got.Aggregate.Cmp(got.Original) > 0 || got.Price.Cmp(a.Floor) < 0 {
			t.Fatalf("%+v of %+v", got, a)
		}
		if len(got.PriceFactor) > 2*MaxFactorDigits+1 {
			t.Fatalf("%d digits", len(got.PriceFactor))
		}
		roundTrip(t, got)
	})
}

func FuzzBlocker(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		b := Blocker{Limit: r.ratio()}
		o := Ownership{Outstanding: r.count(), Held: r.count(), Requested: r.count()}
		today, ceiling := r.date(), r.ratio()
		var notices []LimitNotice
		for i := 0; len(r.data) > 0 && i < 20; i++ {
			o.Attribution = append(o.Attribution, AttributionParty{r.name(i), r.count()})
			notices = append(notices, LimitNotice{r.date(), r.ratio()})
		}
		if l, err := b.On(today, ceiling, notices); err == nil {
			roundTrip(t, l)
		}
		x, err := b.Exercise(o)
		if err != nil {
			return
		}
		fits := func(shares int64) bool {
			part := new(big.Int).Mul(new(big.Int).Add(big.NewInt(x.Held), big.NewInt(shares)), big.NewInt(b.Limit.Den))
			whole := new(big.Int).Mul(new(big.Int).Add(big.NewInt(o.Outstanding), big.NewInt(shares)), big.NewInt(b.Limit.Num))
			return part.Cmp(whole) <= 0
		}
		if x.Allowed > 0 && !fits(x.Allowed) || fits(x.Maximum+1) || x.Allowed+x.Void != x.Requested || x.Void < 0 {
			t.Fatalf("%+v", x)
		}
		if room, err := b.Room(o.Outstanding, x.Held); err != nil || room != x.Maximum {
			t.Fatalf("%d, %v; %+v", room, err, x)
		}
		roundTrip(t, x)
	})
}

func FuzzExchangeCap(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		c := ExchangeCap{Outstanding: r.count(), Limit: r.ratio(), Aggregated: r.count(), Approved: r.next() == 1}
		var holders []CapHolder
		for i := range int(r.next() % 8) {
			holders = append(holders, CapHolder{r.name(i), r.count()})
		}
		var events []CapEvent
		for i := 0; len(r.data) > 0 && i < 60; i++ {
			e := CapEvent{Kind: pick(r, CapIssue, CapTransfer, CapDone), Holder: r.name(i % 9)}
			switch e.Kind {
			case CapIssue:
				e.Shares = r.count()
			case CapTransfer:
				e.To, e.Securities = r.name(i%7), r.count()
			default:
			}
			events = append(events, e)
		}
		l, err := c.Follow(holders, events)
		if err != nil {
			return
		}
		free, err := c.Shares()
		if err != nil {
			t.Fatal(err)
		}
		parts, issued := l.Unallocated, int64(0)
		for _, row := range l.Rows {
			parts, issued = parts+row.Allocation, issued+row.Issued
		}
		if parts != free || issued != l.Issued || !c.Approved && issued > free || len(l.Decisions) != len(events) {
			t.Fatalf("%+v, free %d", l, free)
		}
		roundTrip(t, l)
	})
}

func FuzzApproval(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		i := Issuance{
			Signed: r.date(), Outstanding: r.count(), Votes: r.count(), Issuable: r.count(), IssuableVotes: r.count(), OneVoteAShare: r.next()%2 == 0,
			Price: r.decimal(), LastClose: r.decimal(), AverageClose: r.decimal(), PublicOffering: r.next()%8 == 0,
		}
		a, err := i.Approval()
		if err != nil {
			return
		}
		if a.Required == law.Yes && (a.Size != law.Yes || a.Below != law.Yes) || a.Required == "" || a.Size == "" || a.Below == "" {
			t.Fatalf("%+v", a)
		}
		roundTrip(t, a)
	})
}

func FuzzBabyShelf(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		b := BabyShelf{Sale: r.date(), Float: r.count(), Amount: r.decimal(), Concurrent: pick(r, "", law.Unknown, law.No, law.Yes)}
		if b.Concurrent == law.Yes {
			b.StillOffered = r.decimal()
		}
		for i := 0; len(r.data) > 0 && i < 40; i++ {
			if r.next()%2 == 0 {
				b.Prices = append(b.Prices, DayPrice{r.date(), r.decimal()})
			} else {
				b.Sales = append(b.Sales, ShelfSale{r.date(), r.decimal()})
			}
		}
		c, err := b.Capacity()
		if err != nil {
			return
		}
		if c.Limit.Mul(decimal.New(3, 0)).Cmp(c.FloatValue) > 0 || !c.Limit.Sub(c.Sold).Sub(c.StillOffered).Equal(c.Available.Add(c.AtMost).Sub(c.Excess)) || c.Available.Sign() < 0 ||
			c.Fits == law.Yes && !c.Lifted && c.Available.Cmp(b.Amount) < 0 {
			t.Fatalf("%+v", c)
		}
		roundTrip(t, c)
	})
}

func FuzzResolution(f *testing.F) {
	seedTape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &tape{data}
		resolution := Resolution{Carry: pick(r, AllOf, AnyOf)}
		for range r.next() % 4 {
			threshold := Threshold{Majority: r.majority(), Of: pick(r, OfOutstanding, OfPresent), EachClass: r.next()%3 == 0}
			if r.next()%2 == 0 {
				threshold.Quorum = r.majority()
			}
			if r.next()%3 == 0 {
				threshold.Class = r.name(0)
			}
			resolution.Thresholds = append(resolution.Thresholds, threshold)
		}
		var voters []Voter
		for i := 0; len(r.data) > 0 && i < 40; i++ {
			flags := r.next()
			voters = append(voters, Voter{r.name(i), r.name(i % 2), r.count(), flags&1 > 0, flags&2 > 0, flags&12 == 12})
		}
		tally, err := resolution.Count(voters)
		if err != nil {
			return
		}
		some, all := false, true
		for i := range resolution.Thresholds {
			reached := true
			for _, c := range tally.Counts {
				if c.Threshold == i {
					reached = reached && c.Reached
				}
			}
			some, all = some || reached, all && reached
		}
		if want := map[Carry]bool{AllOf: all, AnyOf: some}[tally.Carry]; tally.Carried != want {
			t.Fatalf("%+v", tally)
		}
		roundTrip(t, tally)
	})
}
