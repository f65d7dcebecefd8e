package calendar

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// reasonsOf are the reasons of one code.
func reasonsOf(why law.Reasons, code law.Code) []law.Reason {
	var out []law.Reason
	for _, r := range why {
		if r.Code == code {
			out = append(out, r)
		}
	}
	return out
}

// A closing by executive order is possible on December 24 and 26. Of the years 2018 to
// 2025 the orders closed December 24 in five, and December 26 in one.
func TestPossibleOrder(t *testing.T) {
	federal := Federal()
	both, err := federal.And(NYSE())
	if err != nil {
		t.Fatal(err)
	}
	either, err := federal.Or(NYSE())
	if err != nil {
		t.Fatal(err)
	}
	twice, err := federal.And(federal)
	if err != nil {
		t.Fatal(err)
	}
	closed, err := federal.With(Closure{Date: MustDate(2026, 12, 24), Name: "Christmas Eve"})
	if err != nil {
		t.Fatal(err)
	}
	bothClosed, err := both.With(Closure{Date: MustDate(2026, 12, 24), Name: "Christmas Eve"})
	if err != nil {
		t.Fatal(err)
	}
	other, err := federal.With(Closure{Date: MustDate(2026, 12, 28), Name: "Snow"})
	if err != nil {
		t.Fatal(err)
	}
	short, err := federal.Through(MustDate(2026, 12, 24))
	if err != nil {
		t.Fatal(err)
	}
	on := func(c Calendar, n int) Deadline { return Deadline{Count: n, Unit: BusinessDays, Calendar: c} }
	rolled := func(n int, roll Roll) Deadline { return Deadline{Count: n, Unit: Days, Roll: roll, Calendar: federal} }
	exclusive := on(federal, 0)
	exclusive.Exclusive = true
	const none = ""
	for _, tt := range []struct {
		name      string
		deadline  Deadline
		back      bool
		event     string
		date      string
		otherwise string // none: no such reason; "?": no such day
		first     string // the day that may be closed
	}{
		{"tender offer", tenderPeriod(20, BusinessDays), false, "2026-12-07", "2027-01-05", "2027-01-06", "2026-12-24"},
		{"tender offer that ends on it", tenderPeriod(10, BusinessDays), false, "2026-12-11", "2026-12-24", "2026-12-28", "2026-12-24"},
		{"filing due on it", filing(15, Days), false, "2026-12-09", "2026-12-24", "2026-12-28", "2026-12-24"},
		{"filing due on Christmas Day", filing(15, Days), false, "2026-12-10", "2026-12-28", none, none},
		{"passed by a count of days", filing(15, Days), false, "2026-12-15", "2026-12-30", none, none},
		{"period that does not roll", period(15, Days), false, "2026-12-09", "2026-12-24", none, none},
		{"passed by a count of business days", on(federal, 4), false, "2026-12-23", "2026-12-30", "2026-12-31", "2026-12-24"},
		{"counted back", on(federal, 3), true, "2026-12-29", "2026-12-23", "2026-12-22", "2026-12-24"},
		{"rolled back to it", rolled(0, Backward), false, "2026-12-25", "2026-12-24", "2026-12-23", "2026-12-24"},
		{"the day before", exclusive, false, "2026-12-28", "2026-12-24", "2026-12-23", "2026-12-24"},
		{"event on it", Deadline{Count: 5, Unit: Days, RollEvent: true, Calendar: federal}, false, "2026-12-24", "2026-12-29", "2027-01-02", "2026-12-24"},
		{"an order is known", on(federal, 4), false, "2025-12-22", "2025-12-31", none, none},
		{"neither 24 nor 26 is a working day", on(federal, 4), false, "2027-12-22", "2027-12-29", none, none},
		{"December 26", on(federal, 1), false, "2028-12-22", "2028-12-26", "2028-12-27", "2028-12-26"},
		{"both days", on(federal, 2), false, "2029-12-21", "2029-12-26", "2029-12-28", "2029-12-24"},
		{"holidays alone", Deadline{Count: 4, Unit: BusinessDays, Calendar: federalHolidayDays()}, false, "2026-12-23", "2026-12-30", none, none},
		{"the exchange", on(NYSE(), 4), false, "2026-12-23", "2026-12-30", none, none},
		{"banks", on(FederalReserve(), 4), false, "2026-12-23", "2026-12-30", none, none},
		{"open with the exchange", on(both, 4), false, "2026-12-23", "2026-12-30", "2026-12-31", "2026-12-24"},
		{"the exchange alone suffices", on(either, 4), false, "2026-12-23", "2026-12-30", none, none},
		{"composed of one twice", on(twice, 4), false, "2026-12-23", "2026-12-30", "2026-12-31", "2026-12-24"},
		{"announced by the host", on(closed, 4), false, "2026-12-23", "2026-12-31", none, none},
		{"announced by the host on a composed one", on(bothClosed, 4), false, "2026-12-23", "2026-12-31", none, none},
		{"amended otherwise", on(other, 4), false, "2026-12-23", "2026-12-31", "2027-01-04", "2026-12-24"},
		{"the calendar ends there", on(short, 1), false, "2026-12-23", "2026-12-24", "?", "2026-12-24"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ask := tt.deadline.After
			if tt.back {
				ask = tt.deadline.Before
			}
			due, err := ask(day(t, tt.event))
			if err != nil || due.Date.String() != tt.date {
				t.Fatalf("%v, %v; want %s", due.Date, err, tt.date)
			}
			told := reasonsOf(due.Why, codeOrder)
			if tt.otherwise == none {
				if len(told) != 0 {
					t.Errorf("%v", told)
				}
				return
			}
			if len(told) != 1 || due.Projected {
				t.Fatalf("%v, projected %v", told, due.Projected)
			}
			r := told[0]
			value := values(r.Data)
			otherwise := value["otherwise"]
			if tt.otherwise == "?" {
				tt.otherwise = ""
			}
			if value["day"] != tt.first || value["date"] != tt.date || otherwise != tt.otherwise {
				t.Errorf("%v: %s", r.Data, r.Text)
			}
			if r.Bearing != law.BearingNote || r.Authority.Cite != "E.O. 11582" {
				t.Errorf("%+v", r)
			}
		})
	}
}

// TestFedwireDays: an answer on days of the Reserve Banks that passes over a Sunday or a
// holiday from 2028 on says that the Fedwire is to run on it (90 FR 51356).
func TestFedwireDays(t *testing.T) {
	wires, err := FederalReserve().And(NYSE())
	if err != nil {
		t.Fatal(err)
	}
	closed, err := wires.With(Closure{Date: MustDate(2028, 3, 13), Name: "Snow"})
	if err != nil {
		t.Fatal(err)
	}
	on := func(c Calendar, n int) Deadline { return Deadline{Count: n, Unit: BusinessDays, Calendar: c} }
	for _, tt := range []struct {
		name      string
		deadline  Deadline
		event     string
		date      string
		first     string // "": no such reason
		projected bool
	}{
		{"before", on(FederalReserve(), 1), "2027-12-23", "2027-12-24", "", false},
		{"over the last Sunday before", on(FederalReserve(), 1), "2027-12-24", "2027-12-27", "", false},
		{"over the first Sunday", on(FederalReserve(), 1), "2027-12-31", "2028-01-03", "2028-01-02", false},
		{"within a week", on(FederalReserve(), 3), "2028-03-06", "2028-03-09", "", false},
		{"over a weekend", on(FederalReserve(), 3), "2028-03-09", "2028-03-14", "2028-03-12", false},
		{"over a holiday", on(FederalReserve(), 1), "2028-07-03", "2028-07-05", "2028-07-04", false},
		{"rolled from a Sunday", Deadline{Count: 0, Unit: Days, Roll: Forward, Calendar: FederalReserve()}, "2028-03-12", "2028-03-13", "2028-03-12", false},
		{"rolled from a Saturday to the Friday", Deadline{Count: 0, Unit: Days, Roll: Backward, Calendar: FederalReserve()}, "2028-03-11", "2028-03-10", "", false},
		{"days alone", period(10, Days), "2028-03-01", "2028-03-11", "", false},
		{"after the last announced", on(FederalReserve(), 1), "2031-03-07", "2031-03-10", "2031-03-09", true},
		{"settlement over a weekend", on(Settlement(), 1), "2028-03-10", "2028-03-13", "2028-03-12", false},
		{"settlement over Columbus Day", on(Settlement(), 1), "2028-10-06", "2028-10-10", "2028-10-08", false},
		{"settlement over Good Friday alone", Deadline{Count: 1, Unit: BusinessDays, Calendar: Settlement()}, "2028-04-13", "2028-04-17", "2028-04-16", false},
		{"settlement after the last announced", on(Settlement(), 1), "2029-03-09", "2029-03-12", "2029-03-11", true},
		{"the exchange", on(NYSE(), 1), "2028-03-10", "2028-03-13", "", false},
		{"filings", on(Federal(), 1), "2028-03-10", "2028-03-13", "", false},
		{"wires and trades over a weekend", on(wires, 1), "2028-03-10", "2028-03-13", "", false},
		{"wires and trades over a day that the host closed", on(closed, 1), "2028-03-10", "2028-03-14", "", false},
		{"wires and trades over Columbus Day", on(wires, 1), "2028-10-06", "2028-10-10", "2028-10-09", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			due, err := tt.deadline.After(day(t, tt.event))
			if err != nil || due.Date.String() != tt.date || due.Projected != tt.projected {
				t.Fatalf("%v, projected %v, %v; want %s", due.Date, due.Projected, err, tt.date)
			}
			if n := len(reasonsOf(due.Why, CodeProjected)); (n == 1) != tt.projected || n > 1 {
				t.Errorf("%d warnings of days not announced", n)
			}
			told := reasonsOf(due.Why, codeFedwire)
			if tt.first == "" {
				if len(told) != 0 {
					t.Errorf("%v", told)
				}
				return
			}
			if len(told) != 1 {
				t.Fatalf("%v", told)
			}
			r := told[0]
			value := values(r.Data)
			if value["day"] != tt.first || value["calendar"] != tt.deadline.Calendar.Name() || r.Bearing != law.BearingNote ||
				r.Authority.Cite != "90 FR 51356" {
				t.Errorf("%+v", r)
			}
		})
	}
	due, err := RegularWay().Settle(MustDate(2028, 3, 10))
	if err != nil || len(reasonsOf(due.Why, codeFedwire)) != 1 {
		t.Errorf("%+v, %v", due, err)
	}
}

// TestContingenciesAgainstAmended holds the reasons to calendars that have the change:
// a reason is there if, and only if, the answer is another in them.
func TestContingenciesAgainstAmended(t *testing.T) {
	var orders []Closure
	for year := 2026; year <= 2100; year++ {
		for _, dom := range []int{24, 26} {
			orders = append(orders, Closure{Date: MustDate(year, 12, dom), Name: "order"})
		}
	}
	ordered, err := Federal().With(orders...)
	if err != nil {
		t.Fatal(err)
	}
	banks := FederalReserve()
	b := newBuilder("Fedwire", banks.First(), banks.Last(), banks.Last(), func(d Date) bool {
		return banks.IsOpen(d) || d.Year() >= 2028 && d.Weekday() != time.Saturday
	})
	wired := Calendar{b.build()}
	random := rand.New(rand.NewPCG(11, 16))
	counts := map[law.Code]int{}
	for range 4000 {
		event := MustDate(2026, 11, 20).AddDays(random.IntN(1500))
		if random.IntN(2) == 0 { // near Christmas
			event = MustDate(2026+random.IntN(8), 12, 1+random.IntN(31))
		}
		dl := Deadline{
			Count: random.IntN(25), Unit: []Unit{Days, Weeks, BusinessDays, TradingDays}[random.IntN(4)],
			Roll:      []Roll{NoRoll, Forward, Backward, ModifiedForward, ModifiedBackward}[random.IntN(5)],
			RollEvent: random.IntN(3) == 0, Exclusive: random.IntN(4) == 0,
		}
		back := random.IntN(2) == 0
		for _, tt := range []struct {
			code      law.Code
			now, then Calendar
		}{{codeOrder, Federal(), ordered}, {codeFedwire, banks, wired}} {
			dl.Calendar = tt.now
			explained, bare := dl.After, dl.DateAfter
			again := dl
			again.Calendar = tt.then
			changed := again.DateAfter
			if back {
				explained, bare, changed = dl.Before, dl.DateBefore, again.DateBefore
			}
			due, err := explained(event)
			if err != nil {
				t.Fatal(err)
			}
			want, err := changed(event)
			if err != nil {
				t.Fatal(err)
			}
			told := reasonsOf(due.Why, tt.code)
			if (len(told) == 1) != (want != due.Date) || len(told) > 1 {
				t.Fatalf("%+v from %s, back %v: %s, and %s after the change, told %v", dl, event, back, due.Date, want, told)
			}
			if len(told) == 1 && tt.code == codeOrder && values(told[0].Data)["otherwise"] != want.String() {
				t.Fatalf("%+v from %s, back %v: %s, and %s after the change, told %v", dl, event, back, due.Date, want, told)
			}
			if d, err := bare(event); err != nil || d != due.Date {
				t.Fatalf("%s without the reasons, %v", d, err)
			}
			counts[tt.code] += len(told)
		}
	}
	if counts[codeOrder] < 200 || counts[codeFedwire] < 200 {
		t.Errorf("too few are told: %v", counts)
	}
	for _, years := range []int{1, 40, 72} { // long spans too
		dl := Deadline{Count: 250 * years, Unit: BusinessDays, Calendar: Federal()}
		again := dl
		again.Calendar = ordered
		due, err := dl.After(MustDate(2026, 12, 1))
		if err != nil {
			t.Fatal(err)
		}
		want, err := again.DateAfter(MustDate(2026, 12, 1))
		if told := reasonsOf(due.Why, codeOrder); err != nil || len(told) != 1 || values(told[0].Data)["otherwise"] != want.String() {
			t.Errorf("%d years: %v, want %v, %v", years, told, want, err)
		}
	}
}

// values are the data of a reason by name; "otherwise" is the day after the change,
// to whichever side.
func values(data law.Data) map[string]string {
	out := map[string]string{}
	for _, v := range data {
		out[v.Name] = v.Value
		if v.Name == "later" || v.Name == "sooner" {
			out["otherwise"] = v.Value
		}
	}
	return out
}
