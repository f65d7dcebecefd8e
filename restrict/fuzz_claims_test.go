package restrict

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// readFaulty reads JSON and holds a refusal to the library's own kind, and to leaving
// what was there alone.
func readFaulty[T any](t *testing.T, data []byte, into *T) bool {
	t.Helper()
	before, err := json.Marshal(*into)
	if err != nil && !errors.Is(err, law.ErrMissing) {
		t.Fatal(err)
	}
	refused := json.Unmarshal(data, into)
	if refused == nil {
		return true
	}
	if json.Valid(data) {
		mustBeFaults(t, refused)
	}
	if after, _ := json.Marshal(*into); string(after) != string(before) {
		t.Fatalf("%s is refused (%v) and leaves %s", data, refused, after)
	}
	return false
}

// FuzzTogetherDamages reads claims as a service would receive them and pays each
// day by hand.
func FuzzTogetherDamages(f *testing.F) {
	forms := damagesForms()
	for _, names := range [][]string{{"C1", "C15"}, {"C10", "C10", "C16"}, {"C4", "C14"}} {
		var claims []DamagesClaim
		for i, name := range names {
			claims = append(claims, DamagesClaim{Name: name, Terms: forms[name], Facts: lateBy(9 + 12*i)})
		}
		seed, err := json.Marshal(claims)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(seed)
	}
	f.Add([]byte(`[{"name":"x","terms":{},"facts":{}}]`))
	f.Add([]byte(`[{"name":"x","Name":"y"}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var claims []DamagesClaim
		if json.Unmarshal(data, &claims) != nil {
			return
		}
		sameJSON(t, claims)
		got, err := TogetherDamages(claims...)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		charged := map[calendar.Date][]int{} // the rows of each claim's own schedule
		sum := int64(0)
		for i, found := range got.Findings {
			sum += found.Cents
			for _, row := range found.Schedule {
				if charged[row.Date] == nil {
					charged[row.Date] = make([]int, len(claims))
				}
				charged[row.Date][i] = int(row.Cents) + 1 // 0 is no row
			}
		}
		running := int64(0)
		for i, paid := range got.Schedule {
			running += paid.Cents
			if paid.RunningCents != running || i > 0 && !paid.Date.After(got.Schedule[i-1].Date) {
				t.Fatalf("row %d of %+v", i, got.Schedule)
			}
			for claim, cents := range charged[paid.Date] {
				// Charges that were not cut by a cap are compared before
				// rounding, so that the dearer may be a cent below.
				if cents-1 > int(paid.Cents)+1 || claim == paid.Claim && cents-1 != int(paid.Cents) {
					t.Fatalf("%+v is paid, and claim %d charges %d cents", paid, claim, cents-1)
				}
			}
		}
		if len(got.Schedule) != len(charged) || got.Cents != running || got.Cents+got.SavedCents != sum {
			t.Fatalf("%d days of %d, %d cents of %d, %d saved of %d", len(got.Schedule), len(charged), got.Cents, running, got.SavedCents, sum)
		}
	})
}

// FuzzBrokerageJSON reads what a broker does and weighs it by hand.
func FuzzBrokerageJSON(f *testing.F) {
	b := sampleBrokerage()
	b.Inquiries = []Inquiry{{Date: b.Sale, Party: PartyCustomer, Interest: b.Sale.AddDays(-13), Unsolicited: law.Yes, Written: law.Unknown}}
	b.Quotations = []Quotation{{System: InterDealer, OwnMarket: law.Yes, Days: everyOther(b.Sale, 12)}, {System: Alternative}}
	edge := sampleBrokerage() // each limit met to the day
	edge.Inquiries = []Inquiry{{Date: b.Sale, Party: PartyBroker, Interest: b.Sale.AddDays(-60)}}
	edge.Quotations = []Quotation{{System: InterDealer, OwnMarket: law.Yes, Days: everyOther(b.Sale, 12)}}
	over := sampleBrokerage()
	over.Inquiries = []Inquiry{{Date: b.Sale, Party: PartyBroker, Interest: b.Sale.AddDays(-61)}}
	for _, b := range []Brokerage{b, edge, over, {}} {
		seed, err := json.Marshal(b)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(seed)
	}
	f.Add([]byte(`{"sale":"2008-02-14","agent_only":"yes","usual_commission":"yes","solicited":"no","inquired":"yes",` +
		`"inquiries":[{"date":"2008-02-14","party":"broker","interest":"2007-12-16"}],"calendar":"Federal Reserve"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b := sampleBrokerage()
		if !readFaulty(t, data, &b) {
			return
		}
		sameJSON(t, b)
		got, err := BrokersTransaction(b)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		if want := weighBrokerage(b); got.Met != want {
			t.Fatalf("%s, want %s\n%s", got.Met, want, got.Why)
		}
		sameJSON(t, got)
	})
}

// weighBrokerage answers whether a sale is a brokers' transaction by walking
// over the days before it.
func weighBrokerage(b Brokerage) law.YesNo {
	c := b.Calendar
	if c.IsZero() {
		c = calendar.NYSE()
	}
	answers := []law.YesNo{b.AgentOnly, b.UsualCommission, b.Inquired, map[law.YesNo]law.YesNo{law.Yes: law.No, law.No: law.Yes, law.Unknown: law.Unknown}[b.Solicited]}
	for _, q := range b.Inquiries {
		first := q.Date.AddDays(-60)
		if q.Party == PartyCustomer {
			first = q.Date
			for left := 10; left > 0; {
				if first = first.AddDays(-1); c.IsOpen(first) {
					left--
				}
			}
			answers = append(answers, q.Unsolicited, q.Written)
		}
		answers = append(answers, yesNo(!q.Interest.IsZero() && !q.Interest.Before(first)))
		if answers[len(answers)-1] == law.No {
			return law.No
		}
	}
	for _, q := range b.Quotations {
		quoted := map[calendar.Date]bool{}
		for _, d := range q.Days {
			quoted[d] = true
		}
		days, gap, longest, last := 0, 0, 0, 0
		for n := 1; n <= 30; n++ {
			if d := b.Sale.AddDays(-n); c.IsOpen(d) {
				if gap++; quoted[d] {
					days, gap = days+1, 0
				}
				longest = max(longest, gap)
			}
		}
		for d := b.Sale.AddDays(-1); last < 12 && (!c.IsOpen(d) || quoted[d]); d = d.AddDays(-1) {
			if c.IsOpen(d) {
				last++
			}
		}
		if q.System == InterDealer {
			answers = append(answers, q.OwnMarket, yesNo(days >= 12 && longest <= 4))
		} else {
			answers = append(answers, yesNo(last == 12 && !b.Sale.Before(day(2008, 2, 15))))
		}
	}
	met := law.Yes
	for _, answer := range answers {
		if answer == law.No {
			return law.No
		}
		if answer == law.Unknown {
			met = law.Unknown
		}
	}
	return met
}

// FuzzConditionsJSON holds the decoder to a list that is read word by word.
func FuzzConditionsJSON(f *testing.F) {
	for _, text := range []string{`["c","d","h"]`, `[]`, `null`, `["c","c"]`, `["g"]`, `["C"]`, `"c"`, `[null]`, `["\u0063"]`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		was := ConditionF
		set := was
		if !readFaulty(t, data, &set) {
			var words []string
			if json.Unmarshal(data, &words) == nil && wordByWord(words) >= 0 {
				t.Fatalf("%s is refused", data)
			}
			return
		}
		var words []string
		if err := json.Unmarshal(data, &words); err != nil {
			t.Fatalf("%s is %s, and no list: %v", data, set, err)
		}
		if want := wordByWord(words); want < 0 || set != Conditions(want) {
			t.Fatalf("%s is %s, want %d", data, set, want)
		}
		roundTrip(t, set)
	})
}

// wordByWord is the set of the words, or -1 if one is none or stands twice.
func wordByWord(words []string) int {
	set, seen := 0, map[string]bool{}
	bits := map[string]int{"c": 1, "d": 2, "e": 4, "f": 8, "h": 16}
	for _, word := range words {
		if bits[word] == 0 || seen[word] {
			return -1
		}
		seen[word] = true
		set += bits[word]
	}
	return set
}

// FuzzSplitRecordJSON reads a transaction of the Open Cap Format: what is read
// can be written, and comes back the same.
func FuzzSplitRecordJSON(f *testing.F) {
	for _, transferee := range []string{"", "buyer-1"} {
		s := partialSale()
		if s.Transferee = transferee; transferee != "" {
			s.Reason = ""
		}
		got, err := SplitCertificate(s)
		if err != nil {
			f.Fatal(err)
		}
		seed, err := json.Marshal(got.Record)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(seed)
	}
	f.Add([]byte(`{"object_type":"TX_STOCK_TRANSFER","id":"1","date":"2003-03-06","security_id":"a","quantity":"+1.000","resulting_security_ids":["b"]}`))
	f.Add([]byte(`{"object_type":"TX_STOCK_REISSUANCE","id":"1","date":"2003-03-06","security_id":"a","quantity":"0","resulting_security_ids":[""]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var r SplitRecord
		if !readFaulty(t, data, &r) {
			return
		}
		if r.ID == "" || r.Date.IsZero() || r.SecurityID == "" || len(r.ResultingSecurityIDs) == 0 || r.Transfer != (r.Quantity > 0) ||
			r.Transfer && r.Reason != "" || !r.Transfer && r.BalanceSecurityID != "" {
			t.Fatalf("%s is read as %+v", data, r)
		}
		roundTrip(t, r)
	})
}
