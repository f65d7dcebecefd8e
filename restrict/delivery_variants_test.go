package restrict

import (
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// newYork is the cut-off of the forms that follow: midnight in New York, or a
// time of day there.
func newYork(hour, minute int) calendar.Cutoff {
	c := calendar.Cutoff{Zone: calendar.NewYork()}
	if hour > 0 {
		c.Clock = calendar.MustClock(hour, minute)
	}
	return c
}

// variants are clauses seen elsewhere, each by its row in a survey of printed
// forms. SOURCE: samples of the clause on unlegended delivery in lawinsider.com
// and contracts.justia.com, and warrant forms; B6 is two duties of one clause,
// with a calendar each. Where the excerpt shows no ground, none is written.
func variants() map[string]Delivery {
	banks, exchange := calendar.FederalReserve(), calendar.NYSE()
	none := []DeliveryGround{GroundNone}
	one := func(n int, unit calendar.Unit, cal calendar.Calendar, awaits ...Trigger) Delivery {
		d := Delivery{
			Clocks: []DeliveryClock{{Count: n, Unit: unit}}, Calendar: cal, Cutoff: newYork(0, 0), Grounds: none,
		}
		for _, a := range awaits {
			d.Awaits = append(d.Awaits, Awaited{Trigger: a})
		}
		return d
	}
	days, trading := calendar.BusinessDays, calendar.TradingDays
	b2 := one(3, days, banks, RemovalRequest)
	b2.Grounds = []DeliveryGround{GroundRegistered, GroundRule144Sale, GroundRule144Free, GroundNotRequired}
	b3 := one(3, days, banks, RepresentationLetter, OriginalCertificate)
	b3.Awaits = append(b3.Awaits, Awaited{Trigger: Rule144Letters, IfNeeded: true})
	b3.Grounds = []DeliveryGround{GroundRegistered, GroundRule144Sale}
	b3.Channels = []ChannelTerms{{Channel: ByDWAC, Effort: EffortMust, Conditions: []ChannelCondition{AgentInFAST}}}
	opinion := one(2, trading, exchange, TriggerEffective, TriggerSold, TriggerRule144Free)
	opinion.Clocks[0].First, opinion.Clocks[0].Name = true, "Standing opinion"
	b8 := one(5, days, banks, TriggerEffective)
	b8.Awaits = append(b8.Awaits, Awaited{Trigger: OriginalCertificate, Beforehand: true})
	b8.Grounds = []DeliveryGround{GroundRegistered}
	b12 := one(2, trading, exchange, ExerciseNotice)
	b12.Clocks = append(b12.Clocks, DeliveryClock{Count: 1, Unit: calendar.SettlementPeriods})
	b12.Pick = PickEarliest
	b10 := one(1, trading, exchange, ExerciseNotice)
	b10.Clocks = append(b10.Clocks, DeliveryClock{Count: 1, Unit: calendar.SettlementPeriods})
	b10.Pick = PickEarliest
	b10.NotBefore = []DeliveryClock{{
		Name: "Cash", Unit: trading, Awaits: []Awaited{{Trigger: PaymentReceived}}, Cutoff: newYork(12, 0),
	}}
	b11 := one(1, trading, exchange, ExerciseNotice)
	b11.Clocks = append(b11.Clocks, DeliveryClock{Name: "Issue", Unit: trading, Awaits: []Awaited{{Trigger: TriggerIssued}}})
	b11.Pick = PickLatest
	return map[string]Delivery{
		"B1": FocusDelivery(), "B2": b2, "B3": b3,
		"B4": one(3, trading, exchange, OriginalCertificate), "B5": one(5, trading, exchange, OriginalCertificate),
		"B6": one(2, days, banks, RemovalRequest), "B6 opinion": opinion,
		"B7": one(2, days, banks, OriginalCertificate), "B8": b8, "B9": one(3, trading, exchange, OriginalCertificate),
		"B10": b10, "B11": b11, "B12": b12,
	}
}

func variant(t testing.TB, name string) Delivery {
	t.Helper()
	d, ok := variants()[name]
	if !ok {
		t.Fatalf("no variant %s", name)
	}
	return d
}

// told is a receipt at a time of New York clocks.
func told(trigger Trigger, d calendar.Date, hour, minute int) Receipt {
	return Receipt{Trigger: trigger, At: d.At(calendar.MustClock(hour, minute), calendar.NewYork())}
}

// good is a sale for which every ground holds.
func good(receipts ...Receipt) DeliveryFacts {
	return DeliveryFacts{
		Receipts: receipts, Effective: law.Yes, Current: law.Yes, Rule144Sale: law.Yes, Rule144Free: law.Yes, LegendNotRequired: law.Yes,
	}
}

// TestDeliveryVariants has each row at dates worked by hand. Thanksgiving 2003
// was November 27 and Christmas 2023 a Monday; the market settled in three days
// in 2003, in two from 2017-09-05 and in one from 2024-05-28.
func TestDeliveryVariants(t *testing.T) {
	tue, wed := day(2003, 11, 25), day(2003, 11, 26)
	fri, mon := day(2003, 11, 28), day(2003, 12, 1)
	for _, c := range []struct {
		row   string
		facts DeliveryFacts
		want  calendar.Date
	}{
		{"B1", good(told(NoticeOfSale, tue, 9, 0), told(OriginalCertificate, wed, 9, 0), Receipt{Trigger: BlueSkyInformation, Needed: law.No}), day(2003, 12, 2)},
		{"B2", good(told(RemovalRequest, tue, 9, 0)), mon},
		{"B3", good(told(RepresentationLetter, tue, 9, 0), told(OriginalCertificate, tue, 9, 0), Receipt{Trigger: Rule144Letters, Needed: law.No}), mon},
		{"B3", good(told(RepresentationLetter, tue, 9, 0), told(OriginalCertificate, tue, 9, 0), Receipt{Rule144Letters, law.Yes, noon(wed)}), day(2003, 12, 2)},
		{"B4", good(told(OriginalCertificate, tue, 9, 0)), mon},
		{"B5", good(told(OriginalCertificate, tue, 9, 0)), day(2003, 12, 3)},
		{"B6", good(told(RemovalRequest, tue, 9, 0)), fri},
		{"B6", good(told(RemovalRequest, day(2003, 11, 7), 9, 0)), day(2003, 11, 12)},                // Veterans Day: banks are closed,
		{"B6 opinion", good(told(TriggerSold, day(2003, 11, 7), 9, 0)), day(2003, 11, 11)},           // but the exchange is open
		{"B6 opinion", good(told(TriggerSold, wed, 9, 0), told(TriggerEffective, tue, 9, 0)), fri},   // the earlier of two
		{"B6 opinion", good(told(TriggerRule144Free, mon, 9, 0), told(TriggerSold, tue, 9, 0)), fri}, // in either order
		{"B7", good(told(OriginalCertificate, wed, 9, 0)), mon},
		{"B8", good(told(TriggerEffective, tue, 9, 0), told(OriginalCertificate, day(2003, 10, 1), 9, 0)), day(2003, 12, 3)},
		{"B8", good(told(TriggerEffective, tue, 9, 0), told(OriginalCertificate, tue, 23, 59)), day(2003, 12, 3)},
		{"B9", good(told(OriginalCertificate, tue, 9, 0)), mon},
		{"B10", good(told(ExerciseNotice, tue, 9, 0), told(PaymentReceived, wed, 12, 0)), wed},
		{"B10", good(told(ExerciseNotice, tue, 9, 0), told(PaymentReceived, wed, 12, 1)), fri}, // one trading day on
		{"B10", good(told(ExerciseNotice, day(2024, 6, 3), 9, 0), told(PaymentReceived, day(2024, 6, 3), 9, 0)), day(2024, 6, 4)},
		{"B11", good(told(ExerciseNotice, tue, 9, 0), told(TriggerIssued, mon, 9, 0)), mon},
		{"B11", good(told(ExerciseNotice, tue, 9, 0), told(TriggerIssued, day(2003, 11, 3), 9, 0)), wed},
		{"B12", good(told(ExerciseNotice, day(2003, 12, 1), 9, 0)), day(2003, 12, 3)},
		{"B12", good(told(ExerciseNotice, day(2023, 12, 21), 9, 0)), day(2023, 12, 26)}, // two days either way
		{"B12", good(told(ExerciseNotice, day(2024, 5, 28), 9, 0)), day(2024, 5, 29)},   // one from that day on
		{"B12", good(told(ExerciseNotice, day(2024, 5, 24), 9, 0)), day(2024, 5, 29)},   // two on the Friday before
	} {
		got, err := variant(t, c.row).Due(c.facts)
		if err != nil || got.Answer != Owed || got.Due != c.want {
			t.Errorf("%s: %s, due %s, %v; want %s\n%s", c.row, got.Answer, got.Due, err, c.want, got.Why)
		}
		roundTrip(t, got)
		roundTrip(t, variant(t, c.row))
	}
}

// TestDeliveryVariantsRefrain has the clauses say no, or wait.
func TestDeliveryVariantsRefrain(t *testing.T) {
	tue, wed := day(2003, 11, 25), day(2003, 11, 26)
	request := told(RemovalRequest, tue, 9, 0)
	for _, c := range []struct {
		name, row string
		facts     DeliveryFacts
		answer    DeliveryAnswer
		missing   []Trigger
		guard     []law.YesNo
		code      law.Code
	}{
		{"no ground", "B2", DeliveryFacts{Receipts: []Receipt{request}, Effective: law.No, Current: law.Yes, Rule144Sale: law.No, Rule144Free: law.No, LegendNotRequired: law.No}, NotOwed, nil, []law.YesNo{law.No, law.No, law.No, law.No}, codeGroundNotMet},
		{"one ground", "B2", DeliveryFacts{Receipts: []Receipt{request}, Effective: law.No, Current: law.Yes, Rule144Sale: law.No, Rule144Free: law.Yes, LegendNotRequired: law.Unknown}, Owed, nil, []law.YesNo{law.No, law.No, law.Yes, law.Unknown}, codeGroundMet},
		{"a ground unknown", "B2", DeliveryFacts{Receipts: []Receipt{request}, Effective: law.No, Current: law.Yes, Rule144Sale: law.Unknown, Rule144Free: law.No, LegendNotRequired: law.No}, OwedUnknown, nil, []law.YesNo{law.No, law.Unknown, law.No, law.No}, codeGroundUnknown},
		{"certificate after effectiveness", "B8", good(told(TriggerEffective, tue, 9, 0), told(OriginalCertificate, wed, 9, 0)), NotOwed, nil, []law.YesNo{law.Yes}, codeBeforehand},
		{"certificate never surrendered", "B8", good(told(TriggerEffective, tue, 9, 0)), NotOwed, nil, []law.YesNo{law.Yes}, codeBeforehand},
		{"not effective yet", "B8", good(told(OriginalCertificate, tue, 9, 0)), Waiting, []Trigger{TriggerEffective}, []law.YesNo{law.Yes}, codePaperMissing},
		{"no cash", "B10", good(told(ExerciseNotice, tue, 9, 0)), Waiting, []Trigger{PaymentReceived}, []law.YesNo{law.Yes}, codeGroundNone},
		{"not issued", "B11", good(told(ExerciseNotice, tue, 9, 0)), Waiting, []Trigger{TriggerIssued}, []law.YesNo{law.Yes}, codePaperMissing},
		{"nothing yet", "B6 opinion", good(), Waiting, []Trigger{TriggerEffective, TriggerSold, TriggerRule144Free}, []law.YesNo{law.Yes}, codePaperMissing},
		{"letters unknown", "B3", good(told(RepresentationLetter, tue, 9, 0), told(OriginalCertificate, tue, 9, 0), Receipt{Trigger: Rule144Letters, Needed: law.Unknown}), OwedUnknown, nil, []law.YesNo{law.Yes, law.Yes}, codeNeedUnknown},
	} {
		got, err := variant(t, c.row).Due(c.facts)
		if err != nil || got.Answer != c.answer || !slices.Equal(got.Missing, c.missing) || !got.Why.Has(c.code) {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
		var guard []law.YesNo
		for _, g := range got.Guard {
			guard = append(guard, g.Holds)
		}
		if !slices.Equal(guard, c.guard) {
			t.Errorf("%s: guard %q, want %q", c.name, guard, c.guard)
		}
		if (got.Answer == Owed) == got.Due.IsZero() && got.Answer != OwedUnknown {
			t.Errorf("%s: due %s", c.name, got.Due)
		}
		roundTrip(t, got)
	}
}

// TestDeliveryCutoffs receives around the hour, and where days differ.
func TestDeliveryCutoffs(t *testing.T) {
	five := FocusDelivery()
	five.Cutoff = newYork(17, 0)
	before := five
	before.Cutoff.Exclusive = true
	friday := day(2003, 11, 7)
	for _, c := range []struct {
		name     string
		terms    Delivery
		at       time.Time
		on, zero calendar.Date
		due      calendar.Date
	}{
		{"by five", five, friday.At(calendar.MustClock(17, 0), calendar.NewYork()), friday, friday, day(2003, 11, 13)},
		{"a nanosecond past", five, friday.At(calendar.MustClock(17, 0), calendar.NewYork()).Add(1), day(2003, 11, 8), day(2003, 11, 10), day(2003, 11, 14)},
		{"before five", before, friday.At(calendar.MustClock(17, 0), calendar.NewYork()), day(2003, 11, 8), day(2003, 11, 10), day(2003, 11, 14)},
		{"eve of Veterans Day, after hours", five, day(2003, 11, 10).At(calendar.MustClock(18, 0), calendar.NewYork()), day(2003, 11, 11), day(2003, 11, 12), day(2003, 11, 17)},
		{"eve of Thanksgiving, after hours", five, day(2003, 11, 26).At(calendar.MustClock(18, 0), calendar.NewYork()), day(2003, 11, 27), day(2003, 11, 28), day(2003, 12, 3)},
		{"midnight has passed in New York, not in Campbell", FocusDelivery(), day(2003, 11, 8).At(calendar.MustClock(2, 59), calendar.NewYork()), friday, friday, day(2003, 11, 13)},
		{"and there", FocusDelivery(), day(2003, 11, 8).At(calendar.MustClock(3, 0), calendar.NewYork()), day(2003, 11, 8), day(2003, 11, 10), day(2003, 11, 14)},
	} {
		f := papersIn(friday)
		f.Receipts[0].At = c.at
		got, err := c.terms.Due(f)
		if err != nil || got.Received != c.on || got.Trigger != c.zero || got.Due != c.due || !got.Why.Has("calendar.receipt") {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
	loose := variant(t, "B4")
	loose.Clocks[0].NoRoll = true // Monday after the Saturday of receipt is day 1
	got, err := loose.Due(good(told(OriginalCertificate, day(2003, 11, 8), 9, 0)))
	if err != nil || got.Due != day(2003, 11, 12) || got.Trigger != day(2003, 11, 8) {
		t.Errorf("%+v, %v", got, err)
	}
	if due, err := loose.DueFrom(day(2003, 11, 8)); err != nil || due != got.Due {
		t.Errorf("%s, %v", due, err)
	}
}

// TestDeliveryDays names the closed days of the count.
func TestDeliveryDays(t *testing.T) {
	got, err := FocusDelivery().Due(papersIn(day(2003, 11, 9))) // a Sunday
	want := []CountedDay{
		{day(2003, 11, 9), false, 0, "Sunday"},
		{day(2003, 11, 10), true, 0, ""},
		{day(2003, 11, 11), false, 0, "Veterans Day"},
		{day(2003, 11, 12), true, 1, ""},
		{day(2003, 11, 13), true, 2, ""},
		{day(2003, 11, 14), true, 3, ""},
	}
	if err != nil || !slices.Equal(got.Days, want) {
		t.Errorf("%+v, %v", got.Days, err)
	}
	calendarDays := FocusDelivery()
	calendarDays.Clocks = []DeliveryClock{{Count: 3, Unit: calendar.Days}}
	got, err = calendarDays.Due(papersIn(day(2003, 11, 10)))
	want = []CountedDay{
		{day(2003, 11, 10), true, 0, ""},
		{day(2003, 11, 11), true, 1, "Veterans Day"},
		{day(2003, 11, 12), true, 2, ""},
		{day(2003, 11, 13), true, 3, ""},
	}
	if err != nil || !slices.Equal(got.Days, want) || got.Due != day(2003, 11, 13) {
		t.Errorf("%+v, %v", got.Days, err)
	}
}

// TestDeliveryChannels asks about every channel under every set of facts.
func TestDeliveryChannels(t *testing.T) {
	d := FocusDelivery()
	words := []law.YesNo{law.Yes, law.No, law.Unknown}
	for n := range 243 {
		pick := func(i int) law.YesNo {
			m := n
			for range i {
				m /= 3
			}
			return words[m%3]
		}
		f := papersIn(day(2003, 11, 7))
		f.Channel = ByDWAC
		f.Conditions = ChannelFacts{pick(0), pick(1), pick(2), pick(3), pick(4)}
		want, failing, unknown := law.Yes, 0, 0
		for i := range 5 {
			switch pick(i) {
			case law.No:
				failing++
				want = law.No
			case law.Unknown:
				unknown++
				if want == law.Yes {
					want = law.Unknown
				}
			case law.Yes:
			}
		}
		got, err := d.Due(f)
		if err != nil || got.Channel.Open != want || len(got.Channel.Failing) != failing || len(got.Channel.Unknown) != unknown ||
			got.Channel.Effort != EffortBest || got.Due != day(2003, 11, 13) ||
			!got.Why.Has(map[law.YesNo]law.Code{law.Yes: codeChannelOpen, law.No: codeChannelClosed, law.Unknown: codeChannelUnknown}[want]) {
			t.Fatalf("%+v: %+v, %v", f.Conditions, got.Channel, err)
		}
		roundTrip(t, got)
	}
	for _, c := range []struct {
		channel DeliveryChannel
		open    law.YesNo
		effort  ChannelEffort
		code    law.Code
	}{{ByCertificate, law.Yes, EffortMust, codeChannelOpen}, {ByBookEntry, law.Yes, EffortMay, codeChannelOpen}} {
		f := papersIn(day(2003, 11, 7))
		f.Channel = c.channel
		got, err := d.Due(f)
		if err != nil || got.Channel.Open != c.open || got.Channel.Effort != c.effort || !got.Why.Has(c.code) {
			t.Errorf("%s: %+v, %v", c.channel, got.Channel, err)
		}
	}
	f := good(told(OriginalCertificate, day(2003, 11, 7), 9, 0))
	f.Channel = ByDWAC
	if got, err := variant(t, "B4").Due(f); err != nil || got.Channel.Open != law.No || !got.Why.Has(codeChannelNotProvided) {
		t.Errorf("not provided: %+v, %v", got.Channel, err)
	}
	f = good(told(RepresentationLetter, day(2003, 11, 7), 9, 0), told(OriginalCertificate, day(2003, 11, 7), 9, 0), Receipt{Trigger: Rule144Letters, Needed: law.No})
	f.Channel, f.Conditions.AgentInFAST = ByDWAC, law.Yes
	if got, err := variant(t, "B3").Due(f); err != nil || got.Channel.Open != law.Yes || got.Channel.Effort != EffortMust {
		t.Errorf("B3: %+v, %v", got.Channel, err)
	}
}
