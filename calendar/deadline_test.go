package calendar

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// slowDeadline counts by stepping a day at a time.
func slowDeadline(dl Deadline, event Date, direction int) Date {
	s := slow{dl.Calendar}
	d := event
	if dl.RollEvent {
		for !s.IsOpen(d) {
			d = d.AddDays(1)
		}
	}
	counts := func(d Date) bool { return !dl.Unit.onOpenDays() || s.IsOpen(d) }
	n := dl.Count
	switch dl.Unit {
	case BusinessDays, TradingDays, SettlementPeriods, Days, Weeks: // the settlement periods are not given here
		if dl.Unit == Weeks {
			n *= 7
		}
		if dl.Inclusive {
			d = d.AddDays(-direction) // so that the event's own day is the first that can count
		}
		for n > 0 {
			if d = d.AddDays(direction); counts(d) {
				n--
			}
		}
	case Months, Years:
		d = slowMonths(dl, d, direction)
	}
	seek := func(step int) Date {
		e := d
		for !s.IsOpen(e) {
			e = e.AddDays(step)
		}
		return e
	}
	switch dl.Roll {
	case NoRoll:
	case Forward:
		d = seek(1)
	case Backward:
		d = seek(-1)
	case ModifiedForward:
		if e := seek(1); e.Month() == d.Month() {
			d = e
		} else {
			d = seek(-1)
		}
	case ModifiedBackward:
		if e := seek(-1); e.Month() == d.Month() {
			d = e
		} else {
			d = seek(1)
		}
	}
	if dl.Exclusive {
		d = d.AddDays(-1)
		for dl.Unit.onOpenDays() && !s.IsOpen(d) {
			d = d.AddDays(-1)
		}
	}
	return d
}

// slowMonths looks for the same-numbered day from the end of the month down.
func slowMonths(dl Deadline, d Date, direction int) Date {
	months := direction * dl.Count
	if dl.Unit == Years {
		months *= 12
	}
	year, month, dom := d.Civil()
	first := DateOf(time.Date(year, month+time.Month(months), 1, 0, 0, 0, 0, time.UTC))
	to := first
	for to.Day() < dom && to.AddDays(1).Month() == first.Month() {
		to = to.AddDays(1)
	}
	if dl.Inclusive {
		// The period is whole before the same-numbered day would begin, or has begun when
		// that day has ended; a day that the month lacks is between the two months.
		switch lacks := to.Day() != dom; {
		case direction < 0:
			return to.AddDays(1)
		case !lacks:
			return to.AddDays(-1)
		}
		return to
	}
	last := first
	for last.AddDays(1).Month() == first.Month() {
		last = last.AddDays(1)
	}
	switch dl.MonthEnd {
	case LastDay:
		if d.AddDays(1).Day() == 1 {
			return last
		}
	case LastBusinessDay:
		ends := dl.Calendar.IsOpen(d)
		for e := d.AddDays(1); e.Month() == month; e = e.AddDays(1) {
			ends = ends && !dl.Calendar.IsOpen(e)
		}
		if ends || to.Day() != dom {
			for !dl.Calendar.IsOpen(last) {
				last = last.AddDays(-1)
			}
			return last
		}
	}
	return to
}

// TestDeadlineAgainstSteps walks ten years of events through every form of
// rule on two calendars.
func TestDeadlineAgainstSteps(t *testing.T) {
	for _, c := range []Calendar{NYSE(), FederalReserve()} {
		for _, unit := range []Unit{Days, Weeks, Months, Years, BusinessDays, TradingDays} {
			for _, roll := range []Roll{NoRoll, Forward, Backward, ModifiedForward, ModifiedBackward} {
				for _, n := range []int{0, 1, 3, 7} {
					for flags := range 4 {
						dl := Deadline{Count: n, Unit: unit, Roll: roll, RollEvent: flags&1 != 0, Exclusive: flags&2 != 0, Calendar: c}
						step := 1 + int(uint(n)*7+uint(len(roll)))%5 // a different sample of days for each rule
						for d := MustDate(1996, 1, 1); d.Year() < 2006; d = d.AddDays(step) {
							after, err := dl.DateAfter(d)
							if want := slowDeadline(dl, d, 1); after != want || err != nil {
								t.Fatalf("%+v after %v = %v, %v; want %v", dl, d, after, err, want)
							}
							before, err := dl.DateBefore(d)
							if want := slowDeadline(dl, d, -1); before != want || err != nil {
								t.Fatalf("%+v before %v = %v, %v; want %v", dl, d, before, err, want)
							}
						}
					}
				}
			}
		}
	}
}

// TestExplainedAgrees holds the explained answers to the bulk ones.
func TestExplainedAgrees(t *testing.T) {
	cite := law.Citation{Cite: "Agreement §1(b)(ii)"}
	for _, dl := range []Deadline{
		{Name: "x", Count: 3, Unit: BusinessDays, RollEvent: true, Calendar: FederalReserve(), Authority: cite},
		{Count: 15, Unit: Days, Roll: Forward, Calendar: Federal(), Authority: cite},
		{Count: 6, Unit: Months, Exclusive: true, Authority: cite},
		{Count: 1, Unit: SettlementPeriods, Calendar: NYSE(), Authority: cite},
		{Count: 0, Unit: TradingDays, Roll: Forward, Calendar: NYSE(), Authority: cite},
		{Count: 10, Unit: TradingDays, Exclusive: true, Calendar: NYSE(), Authority: cite},
	} {
		for d := MustDate(2000, 1, 1); d.Year() < 2004; d = d.AddDays(1) {
			for _, side := range []struct {
				explained func(Date) (Due, error)
				bulk      func(Date) (Date, error)
			}{{dl.After, dl.DateAfter}, {dl.Before, dl.DateBefore}} {
				due, err := side.explained(d)
				if err != nil {
					t.Fatal(err)
				}
				if date, err := side.bulk(d); date != due.Date || err != nil {
					t.Fatalf("%v: %v is not %v, %v", d, date, due.Date, err)
				}
				if due.Event != d || due.Name != dl.Name || !due.Why.Has(codeEvent) || !due.Why.Has(CodeCount) || due.Projected {
					t.Fatalf("%+v", due)
				}
				moved := due.Why.Has(codeRoll) || due.Why.Has(codeExclusive)
				if moved != (due.Nominal != due.Date) {
					t.Fatalf("%v to %v without a step: %v", due.Nominal, due.Date, due.Why)
				}
				if due.Why.Has(codeClipped) != (dl.Unit == Months && due.Nominal.Day() != d.Day()) {
					t.Fatalf("%v to %v: %v", d, due.Nominal, due.Why)
				}
				if got := due.Why.Authorities(); len(got) != 1 || got[0] != cite {
					t.Fatalf("authorities %v", got)
				}
			}
		}
	}
}

// TestWorkedDates are the dates worked out by hand for the 2002 agreement, for
// banks and for the exchange.
func TestWorkedDates(t *testing.T) {
	delivery := Deadline{Count: 3, Unit: BusinessDays, RollEvent: true}
	mail := Deadline{Count: 7, Unit: BusinessDays}
	closing := Deadline{Count: 1, Unit: TradingDays}
	for _, tt := range []struct {
		rule                Deadline
		event, banks, stock string
	}{
		{delivery, "2002-11-25", "2002-11-29", "2002-11-29"},
		{delivery, "2002-11-30", "2002-12-05", "2002-12-05"},
		{delivery, "2002-12-24", "2002-12-30", "2002-12-30"},
		{delivery, "2003-04-16", "2003-04-21", "2003-04-22"},
		{delivery, "2003-11-07", "2003-11-13", "2003-11-12"},
		{delivery, "2003-11-11", "2003-11-17", "2003-11-14"},
		{mail, "2002-11-25", "2002-12-05", "2002-12-05"},
		{mail, "2003-04-11", "2003-04-22", "2003-04-23"},
		{closing, "2002-11-25", "2002-11-26", "2002-11-26"},
		{closing, "2002-11-27", "2002-11-29", "2002-11-29"},
		{closing, "2002-11-29", "2002-12-02", "2002-12-02"},
		{closing, "2002-11-30", "2002-12-02", "2002-12-02"},
		{closing, "2002-12-24", "2002-12-26", "2002-12-26"},
		{closing, "2003-11-10", "2003-11-12", "2003-11-11"},
		{closing, "2003-04-17", "2003-04-18", "2003-04-21"},
	} {
		for _, side := range []struct {
			c    Calendar
			want string
		}{{FederalReserve(), tt.banks}, {NYSE(), tt.stock}} {
			tt.rule.Calendar = side.c
			if due, err := tt.rule.After(day(t, tt.event)); due.Date.String() != side.want || err != nil {
				t.Errorf("%d %s after %s on %s = %v, %v; want %s", tt.rule.Count, tt.rule.Unit, tt.event, side.c.Name(), due.Date, err, side.want)
			}
		}
	}
}

func TestDeadlineRefuses(t *testing.T) {
	event := MustDate(2002, 11, 25)
	for _, tt := range []struct {
		rule Deadline
		on   Date
		kind error
		want string
	}{
		{Deadline{}, Date{}, law.ErrMissing, "unit: is required; event: is required"},
		{Deadline{Count: -1, Unit: Days}, event, law.ErrRange, "count: -1 is below zero"},
		{Deadline{Count: math.MinInt, Unit: Days}, event, law.ErrRange, "is below zero"},
		{Deadline{Unit: "fortnights"}, event, law.ErrInvalid, `unit: "fortnights" must be one of: days, weeks, months, years, business days, trading days, standard settlement periods`},
		{Deadline{Unit: Days, Roll: "sideways", Calendar: NYSE()}, event, law.ErrInvalid, `roll: "sideways" must be one of: forward, backward, modified forward, modified backward`},
		{Deadline{Unit: BusinessDays}, event, law.ErrMissing, "calendar: is required"},
		{Deadline{Unit: Days, Roll: Forward}, event, law.ErrMissing, "calendar: is required"},
		{Deadline{Unit: Days, RollEvent: true}, event, law.ErrMissing, "calendar: is required"},
		{Deadline{Unit: Days, Count: math.MaxInt}, event, law.ErrRange, "leaves the years 1 to 9999"},
		{Deadline{Unit: Weeks, Count: math.MaxInt}, event, law.ErrRange, "leaves the years 1 to 9999"},
		{Deadline{Unit: Months, Count: math.MaxInt}, event, law.ErrRange, "leaves the years 1 to 9999"},
		{Deadline{Unit: Years, Count: math.MaxInt}, event, law.ErrRange, "leaves the years 1 to 9999"},
		{Deadline{Unit: BusinessDays, Count: math.MaxInt, Calendar: NYSE()}, event, law.ErrRange, "runs from 1885-01-02 to 2100-12-31"},
		{Deadline{Unit: SettlementPeriods, Count: math.MaxInt, Calendar: NYSE()}, event, law.ErrRange, "runs from 1885-01-02 to 2100-12-31"},
		{Deadline{Unit: SettlementPeriods, Count: 1, Calendar: NYSE()}, MustDate(1960, 1, 4), law.ErrUnsupported, "is before 1968-03-01"},
		{Deadline{Unit: BusinessDays, Count: 1, Calendar: NYSE()}, MustDate(2100, 12, 31), law.ErrRange, "runs from 1885-01-02 to 2100-12-31"},
		{Deadline{Unit: Days, Count: 1, Roll: Forward, Calendar: NYSE()}, MustDate(2100, 12, 31), law.ErrRange, "2101-01-01 is outside"},
		{Deadline{Unit: Days, RollEvent: true, Calendar: NYSE()}, MustDate(1850, 1, 1), law.ErrRange, "is outside"},
		{Deadline{Unit: Days, Exclusive: true}, MustDate(1, 1, 1), law.ErrRange, "leaves the years 1 to 9999"},
	} {
		due, err := tt.rule.After(tt.on)
		if !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.want) || !due.Date.IsZero() {
			t.Errorf("%+v: %v, %v; want %q", tt.rule, due, err, tt.want)
		}
		if _, bulk := tt.rule.DateAfter(tt.on); bulk == nil || bulk.Error() != err.Error() {
			t.Errorf("in bulk: %v, want %v", bulk, err)
		}
	}
	if err := (Deadline{Unit: Days}).Validate(); err != nil {
		t.Error(err)
	}
	// A roll at the very end of a month and of the calendar turns back.
	dl := Deadline{Unit: Days, Roll: ModifiedForward, Calendar: NYSE()}
	short, err := NYSE().Through(MustDate(2002, 11, 30))
	if err != nil {
		t.Fatal(err)
	}
	dl.Calendar = short
	if got, err := dl.DateAfter(MustDate(2002, 11, 30)); got != MustDate(2002, 11, 29) || err != nil {
		t.Error(got, err)
	}
}

func TestDeadlineJSON(t *testing.T) {
	in := Deadline{
		Name: "Delivery", Count: 3, Unit: BusinessDays, Roll: Forward, RollEvent: true, Exclusive: true, Calendar: FederalReserve(),
		Cutoff: Cutoff{Clock: MustClock(17, 0), Zone: NewYork()}, Authority: law.Citation{Cite: "Agreement §1(b)(ii)"},
	}
	data, err := json.Marshal(in)
	want := `{"name":"Delivery","count":3,"unit":"business days","roll":"forward","roll_event":true,"exclusive":true,` +
		`"calendar":"Federal Reserve","cutoff":{"clock":"17:00","zone":"America/New_York"},"authority":{"cite":"Agreement §1(b)(ii)"}}`
	if err != nil || string(data) != want {
		t.Fatalf("%s, %v", data, err)
	}
	var out Deadline
	if err := json.Unmarshal(data, &out); err != nil || out != in {
		t.Fatalf("%+v, %v", out, err)
	}
	if err := json.Unmarshal([]byte(`{"calendar":"Tokyo"}`), &out); !errors.Is(err, law.ErrUnsupported) || !strings.Contains(err.Error(), `"Tokyo" must be one of`) {
		t.Error(err)
	}
	if err := json.Unmarshal([]byte(`{"cutoff":{"zone":"Mars/Olympus"}}`), &out); !errors.Is(err, law.ErrUnsupported) {
		t.Error(err)
	}
	amended, err := NYSE().With(Closure{Date: MustDate(2026, 12, 1), Name: "Mourning"})
	if err != nil {
		t.Fatal(err)
	}
	data, err = json.Marshal(Deadline{Unit: Days, Calendar: amended})
	if err != nil {
		t.Fatal(err)
	}
	var back Deadline
	if err := json.Unmarshal(data, &back); err != nil || !back.Calendar.Equal(amended) || back.Calendar == amended {
		t.Errorf("%s: %v, %v", data, back, err)
	}
	due, err := in.After(MustDate(2002, 11, 25))
	if err != nil {
		t.Fatal(err)
	}
	if data, err = json.Marshal(due); err != nil {
		t.Fatal(err)
	}
	var again Due
	if err := json.Unmarshal(data, &again); err != nil || again.Date != due.Date || again.Why.String() != due.Why.String() {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestByName(t *testing.T) {
	for _, c := range []Calendar{NYSE(), FederalReserve(), Federal(), Settlement()} {
		got, err := ByName(c.Name())
		if got != c || err != nil {
			t.Errorf("%s: %v, %v", c.Name(), got.Name(), err)
		}
		text, err := c.MarshalText()
		var back Calendar
		if err != nil || back.UnmarshalText(text) != nil || back != c {
			t.Errorf("%s: %s, %v", c.Name(), text, err)
		}
	}
	c := NYSE()
	if err := c.UnmarshalText([]byte("nyse")); !errors.Is(err, law.ErrUnsupported) || c != NYSE() {
		t.Error(err)
	}
	if err := c.UnmarshalText(nil); err != nil || !c.IsZero() {
		t.Error(err)
	}
	if text, err := c.MarshalText(); err != nil || len(text) != 0 {
		t.Errorf("%q, %v", text, err)
	}
}

func TestTimeline(t *testing.T) {
	tl := Timeline[int]{
		{From: MustDate(2008, 2, 15), Value: 6},
		{From: MustDate(1997, 4, 29), Value: 12}, // the order in which eras are written does not matter
	}
	for _, tt := range []struct {
		on   Date
		want int
	}{{MustDate(1997, 4, 29), 12}, {MustDate(2008, 2, 14), 12}, {MustDate(2008, 2, 15), 6}, {MustDate(9999, 12, 31), 6}} {
		if era, err := tl.At(tt.on); era.Value != tt.want || err != nil {
			t.Errorf("%v: %+v, %v", tt.on, era, err)
		}
	}
	for _, tt := range []struct {
		tl   Timeline[int]
		on   Date
		kind error
		want string
	}{
		{tl, MustDate(1997, 4, 28), law.ErrUnsupported, "date: 1997-04-28 is before 1997-04-29, the first era known"},
		{tl, Date{}, law.ErrMissing, "date: is required"},
		{nil, MustDate(2000, 1, 1), law.ErrUnsupported, "date: 2000-01-01 falls in no era: the timeline is empty"},
		{Timeline[int]{{Value: 1}}, Date{}, law.ErrMissing, "date: is required"},
	} {
		if era, err := tt.tl.At(tt.on); !errors.Is(err, tt.kind) || err.Error() != tt.want || era != (Era[int]{}) {
			t.Errorf("%v: %+v, %v", tt.on, era, err)
		}
	}
}
