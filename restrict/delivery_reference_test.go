package restrict

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// cycleOn is the standard settlement cycle by the day of the trade, for the
// years of the walk.
func cycleOn(d calendar.Date) int {
	switch {
	case d.Before(day(2017, time.September, 5)):
		return 3
	case d.Before(day(2024, time.May, 28)):
		return 2
	}
	return 1
}

// referenceDue walks one day at a time.
func referenceDue(row string, cal calendar.Calendar, received calendar.Date) (due calendar.Date, closed int) {
	zero := received
	for ; !cal.IsOpen(zero); zero = zero.AddDays(1) {
		closed++
	}
	n := map[string]int{
		"B1": 3, "B2": 3, "B3": 3, "B4": 3, "B5": 5, "B6": 2, "B6 opinion": 2, "B7": 2, "B8": 5, "B9": 3, "B11": 1,
		"B10": min(1, cycleOn(zero)), "B12": min(2, cycleOn(zero)),
	}[row]
	for due = zero; n > 0; {
		due = due.AddDays(1)
		if cal.IsOpen(due) {
			n--
		} else {
			closed++
		}
	}
	return due, closed
}

// TestDeliveryReference asks of every form on every day of ten years, on the
// days of the banks and of the exchange. The years hold two changes of the
// settlement cycle.
func TestDeliveryReference(t *testing.T) {
	for row, terms := range variants() {
		for _, cal := range []calendar.Calendar{calendar.FederalReserve(), calendar.NYSE()} {
			terms.Calendar = cal
			last := calendar.Date{}
			for on := day(2015, 1, 1); on.Before(day(2025, 1, 1)); on = on.AddDays(1) {
				want, closed := referenceDue(row, cal, on)
				if got, err := terms.DueFrom(on); err != nil || got != want {
					t.Fatalf("%s on %s days from %s: %s, %v; want %s", row, cal.Name(), on, got, err, want)
				}
				if want.Before(last) {
					t.Fatalf("%s on %s days: %s gives %s, the day before %s", row, cal.Name(), on, want, last)
				}
				last = want
				if on.Day()%3 != 0 && cal.IsOpen(on) {
					continue // explained on a third of the open days
				}
				got, err := terms.Due(allIn(&terms, noon(on)))
				if err != nil || got.Answer != Owed || got.Due != want {
					t.Fatalf("%s on %s days from %s: %+v, %v; want %s", row, cal.Name(), on, got, err, want)
				}
				named := 0
				for i, d := range got.Days {
					if (d.Closed == "") != cal.IsOpen(d.Date) || d.Date != on.AddDays(i) {
						t.Fatalf("%s from %s: %+v", row, on, got.Days)
					}
					if d.Closed != "" {
						named++
					}
				}
				if named != closed {
					t.Fatalf("%s from %s: %d closed days named, want %d", row, on, named, closed)
				}
			}
		}
	}
}

// allIn has all that the covenant waits for come at one instant.
func allIn(d *Delivery, at time.Time) DeliveryFacts {
	var f DeliveryFacts
	add := func(list []Awaited) {
		for _, a := range list {
			if f.receipt(a.Trigger) == nil {
				f.Receipts = append(f.Receipts, Receipt{Trigger: a.Trigger, Needed: law.Yes, At: at})
			}
		}
	}
	add(d.Awaits)
	for _, c := range append(append([]DeliveryClock{}, d.Clocks...), d.NotBefore...) {
		add(c.Awaits)
	}
	g := good()
	g.Receipts = f.Receipts
	return g
}

// TestDeliveryLaterReceipt moves one receipt later, at random and across the
// cut-off: the day due never comes earlier. A paper due beforehand is left
// alone, since it starts no clock.
func TestDeliveryLaterReceipt(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	all := variants()
	rows := []string{"B1", "B2", "B3", "B4", "B5", "B6", "B6 opinion", "B7", "B9", "B10", "B11", "B12"}
	zones := []calendar.Cutoff{newYork(0, 0), newYork(17, 0), newYork(12, 30), FocusDelivery().Cutoff}
	start := noon(day(2015, 1, 1))
	for range 20000 {
		terms := all[rows[r.IntN(len(rows))]]
		terms.Cutoff = zones[r.IntN(len(zones))]
		f := allIn(&terms, start.Add(time.Duration(r.Int64N(int64(9*365*24*time.Hour)))))
		for i := range f.Receipts {
			f.Receipts[i].At = f.Receipts[i].At.Add(time.Duration(r.Int64N(int64(96 * time.Hour))))
		}
		before, err := terms.Due(f)
		if err != nil {
			t.Fatal(err)
		}
		moved := r.IntN(len(f.Receipts))
		f.Receipts[moved].At = f.Receipts[moved].At.Add(time.Duration(r.Int64N(int64(72 * time.Hour))))
		after, err := terms.Due(f)
		if err != nil || after.Due.Before(before.Due) || after.Due.IsZero() || before.Due.Before(before.Trigger) {
			t.Fatalf("%+v: %s becomes %s, %v", f, before.Due, after.Due, err)
		}
		// The count is that of the clock which sets the day.
		first, last := after.Days[0], after.Days[len(after.Days)-1]
		if len(after.Last) == 0 || first.Date != after.Received || last.Date != after.Due || !last.Counts {
			t.Fatalf("%+v: %+v", f, after)
		}
	}
}

// TestDeliveryEitherClock has two clocks that wait for different papers.
func TestDeliveryEitherClock(t *testing.T) {
	terms := variant(t, "B4")
	terms.Clocks = []DeliveryClock{
		{Count: 10, Unit: calendar.TradingDays, Awaits: []Awaited{{Trigger: NoticeOfSale}}},
		{Name: "Opinion", Count: 2, Unit: calendar.TradingDays, Awaits: []Awaited{{Trigger: OpinionOfCounsel}}},
	}
	notice, opinion := told(NoticeOfSale, day(2003, 11, 3), 9, 0), told(OpinionOfCounsel, day(2003, 11, 6), 9, 0)
	for _, c := range []struct {
		pick    DeliveryPick
		facts   DeliveryFacts
		answer  DeliveryAnswer
		due     calendar.Date
		missing int
	}{
		{PickEarliest, good(notice), Owed, day(2003, 11, 17), 0},
		{PickEarliest, good(notice, opinion), Owed, day(2003, 11, 10), 0},
		{PickEarliest, good(), Waiting, never, 2},
		{PickLatest, good(notice, opinion), Owed, day(2003, 11, 17), 0},
		{PickLatest, good(notice), Waiting, never, 1},
	} {
		terms.Pick = c.pick
		got, err := terms.Due(c.facts)
		if err != nil || got.Answer != c.answer || got.Due != c.due || len(got.Missing) != c.missing {
			t.Errorf("%s of %d: %+v, %v", c.pick, len(c.facts.Receipts), got, err)
		}
	}
}

// TestDeliveryHeldBack has the cash of B10 set the day, or not.
func TestDeliveryHeldBack(t *testing.T) {
	notice := told(ExerciseNotice, day(2003, 11, 24), 9, 0) // for the Tuesday
	for _, c := range []struct {
		cash Receipt
		last Trigger
		zero calendar.Date
		due  calendar.Date
	}{
		{told(PaymentReceived, day(2003, 11, 25), 12, 0), ExerciseNotice, day(2003, 11, 24), day(2003, 11, 25)},
		{told(PaymentReceived, day(2003, 11, 25), 12, 1), PaymentReceived, day(2003, 11, 26), day(2003, 11, 26)},
		{told(PaymentReceived, day(2003, 11, 27), 9, 0), PaymentReceived, day(2003, 11, 28), day(2003, 11, 28)},
	} {
		got, err := variant(t, "B10").Due(good(notice, c.cash))
		if err != nil || !slices.Equal(got.Last, []Trigger{c.last}) || got.Trigger != c.zero || got.Due != c.due {
			t.Errorf("%+v, %v", got, err)
		}
	}
}

// TestDeliveryOrder gives the receipts in another order, which changes
// nothing.
func TestDeliveryOrder(t *testing.T) {
	terms := FocusDelivery()
	f := saleOf(day(2003, 11, 7), day(2003, 11, 10), law.Yes, day(2003, 11, 5), law.Yes, law.Yes)
	want, err := terms.Due(f)
	if err != nil {
		t.Fatal(err)
	}
	f.Receipts[0], f.Receipts[2] = f.Receipts[2], f.Receipts[0]
	if got, err := terms.Due(f); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
}

// FuzzDeliveryJSON feeds covenants and facts as a service would receive them.
func FuzzDeliveryJSON(f *testing.F) {
	focus, err := json.Marshal(FocusDelivery())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(focus), `{"receipts":[{"trigger":"notice of sale","at":"2003-11-11T12:00:00Z"},{"trigger":"original certificate",`+
		`"at":"2003-11-11T12:00:00-05:00"},{"trigger":"blue sky information","needed":"no"}],"effective":"yes","current":"yes",`+
		`"channel":"physical","delivered":"2003-11-20"}`)
	f.Add(`{}`, `{}`)
	f.Add(`{"awaits":[{"trigger":"sale"}],"clocks":[{"count":366,"unit":"standard settlement periods","first":true},`+
		`{"count":0,"unit":"days","no_roll":true}],"pick":"earliest","not_before":[{"unit":"trading days","awaits":[{"trigger":"payment"}]}],`+
		`"calendar":"Federal","cutoff":{"zone":"UTC"},"grounds":["none"]}`,
		`{"receipts":[{"trigger":"sale","at":"2100-12-31T00:00:00Z"},{"trigger":"payment","at":"1971-01-04T00:00:00Z"}]}`)
	f.Fuzz(func(t *testing.T, rule, facts string) {
		var d Delivery
		var df DeliveryFacts
		if json.Unmarshal([]byte(rule), &d) != nil || json.Unmarshal([]byte(facts), &df) != nil {
			return
		}
		got, err := d.Due(df)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		if got.Answer == Owed && (got.Due.IsZero() || got.Due.Before(got.Trigger) || got.Due.Before(got.Received)) {
			t.Fatalf("owed, but due %s from %s", got.Due, got.Trigger)
		}
		if got.Answer == Owed && len(d.Grounds) == 1 && d.Grounds[0] == GroundRegistered && (df.Effective != law.Yes || df.Current != law.Yes) {
			t.Fatalf("owed although the registration is %q, %q", df.Effective, df.Current)
		}
		if len(got.Missing) > 0 && !got.Due.IsZero() {
			t.Fatalf("due %s without %q", got.Due, got.Missing)
		}
		if !got.Due.IsZero() && got.Days[len(got.Days)-1].Date != got.Due {
			t.Fatalf("the count ends on %s, not on %s", got.Days[len(got.Days)-1].Date, got.Due)
		}
	})
}
