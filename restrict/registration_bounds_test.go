package restrict

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// TestRegistrationBounds accepts each number up to its limit and refuses one
// more, by the name of its field.
func TestRegistrationBounds(t *testing.T) {
	due := day(2002, time.December, 26)
	number := func(n int) decimal.Decimal { return decimal.NewFromInt(int64(n)) }
	for _, c := range []struct {
		most  int
		field string
		kind  error
		set   func(r *Registration, f *RegistrationFacts, on *calendar.Date, n int)
	}{
		{100, "registration.clocks", law.ErrRange, func(r *Registration, _ *RegistrationFacts, _ *calendar.Date, n int) {
			r.Clocks = slices.Repeat(r.Clocks[:1], n)
		}},
		{366, "registration.charge.interest.days", law.ErrRange, func(r *Registration, _ *RegistrationFacts, _ *calendar.Date, n int) {
			r.Charge.Interest, r.Charge.Payable = RegistrationInterest{dec("1"), n}, registrationDays(1)
		}},
		{366, "registration.charge.every", law.ErrRange, func(r *Registration, _ *RegistrationFacts, _ *calendar.Date, n int) {
			r.Charge.Every = n
		}},
		{100, "registration.charge.steps", law.ErrRange, func(r *Registration, _ *RegistrationFacts, _ *calendar.Date, n int) {
			r.Charge.Steps = nil
			for i := range n {
				r.Charge.Steps = append(r.Charge.Steps, RegistrationStep{i + 1, dec("1"), PartialFull})
			}
		}},
		{3_660, "registration.charge.steps[1].from", law.ErrRange, func(r *Registration, _ *RegistrationFacts, _ *calendar.Date, n int) {
			r.Charge.Steps = []RegistrationStep{{1, dec("1"), PartialFull}, {n, dec("1"), PartialFull}}
		}},
		{100, "registration.charge.initial", law.ErrRange, func(r *Registration, _ *RegistrationFacts, _ *calendar.Date, n int) {
			r.Charge.Initial = number(n)
		}},
		// A cap may be as high as the charge that it caps: the first is charged in full.
		{5, "registration.charge.initial", law.ErrConflict, func(r *Registration, _ *RegistrationFacts, _ *calendar.Date, n int) {
			r.Charge.Initial, r.Charge.CapTotal = number(n), dec("5")
		}},
		{5, "registration.charge.steps[0].percent", law.ErrConflict, func(r *Registration, _ *RegistrationFacts, _ *calendar.Date, n int) {
			r.Charge.Steps[0].Percent, r.Charge.CapPeriod = number(n), dec("5")
		}},
		// A trillion, which an int of 32 bits does not hold.
		{1_000_000, "base", law.ErrRange, func(_ *Registration, f *RegistrationFacts, _ *calendar.Date, n int) {
			f.Base = number(n).Add(dec("999999000000"))
		}},
		{1_000, "events", law.ErrRange, func(_ *Registration, f *RegistrationFacts, _ *calendar.Date, n int) {
			for len(f.Events) < n {
				f.Events = append(f.Events, RegistrationEvent{RegistrationBase, f.Events[0].Date, dec("1")})
			}
		}},
		{9_900, "on", law.ErrRange, func(_ *Registration, f *RegistrationFacts, on *calendar.Date, n int) {
			filed := f.Events[0].Date
			f.Events = append(f.Events, happened(RegistrationFiled, filed), happened(RegistrationEffective, filed))
			*on = day(n, time.December, 31)
		}},
		// A charge for each day, of which ten thousand are told.
		{10_000, "registration.charge.every", law.ErrRange, func(r *Registration, _ *RegistrationFacts, on *calendar.Date, n int) {
			r.Clocks, r.Charge.Initial, r.Charge.Every = r.Clocks[:1], dec("0"), 1
			*on = due.AddDays(n)
		}},
	} {
		ask := func(n int) (RegistrationFinding, error) {
			r, f, on := focusCharged(), focusLog(), due.AddDays(1)
			r.Charge.Steps = slices.Clone(r.Charge.Steps)
			c.set(&r, &f, &on, n)
			return r.On(f, on)
		}
		got, err := ask(c.most)
		if err != nil || len(got.Duties) == 0 {
			t.Errorf("%s, %d: %v", c.field, c.most, err)
		}
		_, err = ask(c.most + 1)
		var fs law.Faults
		if !errors.As(err, &fs) || len(fs) != 1 || fs[0].Field != c.field || !errors.Is(err, c.kind) {
			t.Errorf("%s, %d: %v, want one fault of kind %v", c.field, c.most+1, err, c.kind)
		}
	}
}

// TestRegistrationFactsBesideManyClocks: the longest agreement asks for its
// facts as the shortest does.
func TestRegistrationFactsBesideManyClocks(t *testing.T) {
	for _, n := range []int{1, 99, 100} {
		r, f := focusCharged(), focusLog()
		r.Clocks = slices.Repeat(r.Clocks[:1], n)
		f.Base, f.Events = dec("0"), append(f.Events, RegistrationEvent{})
		_, err := r.On(f, day(2003, time.January, 9))
		if got := faultsOf(t, err); !slices.Equal(got, []string{"base: missing", "events[1].date: missing", "events[1].kind: missing"}) {
			t.Errorf("%d clocks: %q", n, got)
		}
	}
}
