package restrict

import (
	"regexp"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// noneCited wants that an answer cites the law alone, if anything.
func noneCited(t *testing.T, what string, why law.Reasons) {
	t.Helper()
	federal := regexp.MustCompile(`\d+ (CFR|FR) \d`)
	for _, cite := range why.Authorities() {
		if !federal.MatchString(cite.Cite) {
			t.Errorf("%s cites %s", what, cite)
		}
	}
}

// TestThreeDayDelivery holds the ready covenant to a plain count of the days on
// which banks are open.
func TestThreeDayDelivery(t *testing.T) {
	banks := calendar.FederalReserve()
	for d, end := day(2024, time.November, 1), day(2026, time.January, 10); d != end; d = d.AddDays(1) {
		want := d
		for !banks.IsOpen(want) {
			want = want.AddDays(1)
		}
		for n := 0; n < 3; {
			if want = want.AddDays(1); banks.IsOpen(want) {
				n++
			}
		}
		at := d.At(calendar.MustClock(23, 59), calendar.NewYork())
		got, err := ThreeDayDelivery().Due(DeliveryFacts{
			Receipts:  []Receipt{{Trigger: NoticeOfSale, At: at.Add(-time.Hour)}, {Trigger: OriginalCertificate, At: at}},
			Effective: law.Yes, Current: law.Yes, Channel: ByDWAC,
		})
		if err != nil || got.Answer != Owed || got.Due != want || got.Channel.Open != law.No {
			t.Errorf("received %s: %s, due %s, %v; want %s", d, got.Answer, got.Due, err, want)
		}
		noneCited(t, "the delivery", got.Why)
	}
	refused, err := ThreeDayDelivery().Due(DeliveryFacts{Effective: law.No, Current: law.No})
	if err != nil || refused.Answer != NotOwed {
		t.Errorf("without a registration statement: %s, %v", refused.Answer, err)
	}
	noneCited(t, "the delivery", refused.Why)
}

// TestUsualLegend asks the ready legend before and after each of its limbs.
func TestUsualLegend(t *testing.T) {
	never := Occurrence{Happened: law.No}
	unmet := LegendFacts{Registration: LegendRegistration{Occurrence: never}, Sale: LegendSale{Occurrence: never}, Rule144: purchase2002()}
	effective := unmet
	effective.Registration = LegendRegistration{Occurrence: Occurrence{law.Yes, day(2003, time.January, 31)}, Current: law.Yes}
	for _, c := range []struct {
		name  string
		facts LegendFacts
		on    calendar.Date
		want  LegendAnswer
	}{
		{"nothing has happened", unmet, day(2003, time.January, 31), LegendStands},
		{"the day before the registration is effective", effective, day(2003, time.January, 30), LegendStands},
		{"the registration is effective", effective, day(2003, time.January, 31), LegendRemovable},
		{"the last day before Rule 144 is free", unmet, day(2004, time.November, 28), LegendStands},
		{"Rule 144 is free", unmet, day(2004, time.November, 30), LegendRemovable},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := mustRemovable(t, UsualLegend(), c.on, c.facts)
			if got.Answer != c.want || got.StopTransfer != (c.want != LegendRemovable) {
				t.Errorf("%s, stop-transfer %t; want %s", got.Answer, got.StopTransfer, c.want)
			}
			noneCited(t, "the legend", got.Why)
			for _, limb := range got.Limbs {
				noneCited(t, "a limb", limb.Why)
			}
		})
	}
}
