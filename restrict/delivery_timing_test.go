package restrict

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestDeliveryTiming delivers on every day around the day due, Friday
// 2003-11-07 and three bank days: Thursday the 13th.
func TestDeliveryTiming(t *testing.T) {
	for _, c := range []struct {
		delivered calendar.Date
		timing    Timing
		late      int
	}{
		{calendar.Date{}, TimingUnknown, 0}, // no day is stated as of which to answer
		{day(2003, 11, 6), Timely, 0},       // before the papers were in
		{day(2003, 11, 13), Timely, 0},
		{day(2003, 11, 14), Late, 1},
		{day(2003, 11, 15), Late, 1}, // a Saturday
		{day(2003, 11, 17), Late, 2},
		{day(2003, 11, 28), Late, 10}, // Thanksgiving is no business day
	} {
		f := papersIn(day(2003, 11, 7))
		f.Delivered = c.delivered
		got, err := FocusDelivery().Due(f)
		if err != nil || got.Timing != c.timing || got.DaysLate != c.late {
			t.Errorf("delivered %s: %q, %d days late, %v; want %q, %d", c.delivered, got.Timing, got.DaysLate, err, c.timing, c.late)
		}
		if got.Why.Has(codeTimingUnknown) != (c.timing == TimingUnknown) || got.Why.Has(codeTimely) != (c.timing == Timely) || got.Why.Has(codeLate) != (c.timing == Late) {
			t.Errorf("delivered %s:\n%s", c.delivered, got.Why)
		}
	}
	f := papersIn(day(2003, 11, 10)) // due Friday the 14th
	f.Delivered = day(2003, 11, 15)
	if got, err := FocusDelivery().Due(f); err != nil || got.Timing != Late || got.DaysLate != 0 {
		t.Errorf("on the Saturday after: %q, %d, %v; want late by no business day", got.Timing, got.DaysLate, err)
	}
}

func TestDeliveryRefusesTerms(t *testing.T) {
	_, err := Delivery{}.Due(DeliveryFacts{})
	want := []string{"delivery.clocks: missing", "delivery.grounds: missing"}
	if got := faultsOf(t, err); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	zone := calendar.Cutoff{Zone: calendar.NewYork()}
	for _, c := range []struct {
		terms Delivery
		want  []string
	}{
		{
			Delivery{Clocks: []DeliveryClock{{Count: -1}}, Grounds: []DeliveryGround{"whim", GroundNone, GroundNone}},
			[]string{
				"clocks[0].awaits: missing", "clocks[0].calendar: missing", "clocks[0].count: range",
				"clocks[0].cutoff.zone: missing", "clocks[0].unit: missing", "grounds[0]: invalid", "grounds[1]: conflict",
				"grounds[2]: conflict", "grounds[2]: duplicate",
			},
		},
		{
			Delivery{
				Awaits:  []Awaited{{Trigger: "horn"}, {}, {Trigger: NoticeOfSale}, {Trigger: NoticeOfSale}},
				Clocks:  []DeliveryClock{{Unit: "moons"}, {Count: 13, Unit: calendar.Months, Awaits: []Awaited{{Trigger: OtherPaper, Beforehand: true}}}},
				Grounds: []DeliveryGround{GroundNone}, Calendar: calendar.NYSE(), Cutoff: zone, Pick: "any",
				Channels: []ChannelTerms{{}, {Channel: ByDWAC, Effort: "some", Conditions: []ChannelCondition{""}}, {Channel: ByDWAC, Effort: EffortMay}},
			},
			[]string{
				"awaits[0].trigger: invalid", "awaits[1].trigger: missing", "awaits[3].trigger: duplicate",
				"channels[0].channel: missing", "channels[0].effort: missing",
				"channels[1].conditions[0]: missing", "channels[1].effort: invalid", "channels[2].channel: duplicate",
				"clocks[0].unit: invalid", "clocks[1].awaits: missing", "clocks[1].count: range", "pick: invalid",
			},
		},
		{
			Delivery{
				Awaits: []Awaited{{Trigger: NoticeOfSale}}, Grounds: []DeliveryGround{GroundNone}, Calendar: calendar.NYSE(),
				Clocks: []DeliveryClock{
					{Count: 2, Unit: calendar.Days, NoRoll: true, Cutoff: calendar.Cutoff{Clock: calendar.MustClock(17, 0), Zone: calendar.NewYork()}},
					{Count: 367, Unit: calendar.SettlementPeriods, Cutoff: zone},
				},
			},
			[]string{"clocks[0].no_roll: conflict", "clocks[1].count: range", "pick: missing"},
		},
	} {
		err := c.terms.Validate()
		if got := faultsOf(t, err); !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
		if _, other := c.terms.DueFrom(day(2003, 11, 7)); other == nil {
			t.Errorf("%+v gives a day", c.terms)
		}
	}
}

func TestDeliveryRefusesFacts(t *testing.T) {
	d := FocusDelivery()
	noZone := day(2003, 11, 7).At(calendar.MustClock(12, 0), time.UTC).In(time.Local) //nolint:gosmopolitan // refused
	for _, c := range []struct {
		change func(*DeliveryFacts)
		want   []string
	}{
		{func(f *DeliveryFacts) { *f = saleOf(day(1950, 1, 2), day(1950, 1, 2), law.No, never, law.Yes, law.Yes) }, []string{"receipts[notice of sale].Federal Reserve: range"}},
		{func(f *DeliveryFacts) { f.Receipts[1].At = noon(day(2100, 12, 31)) }, []string{"receipts[original certificate].Federal Reserve: range"}},
		{func(f *DeliveryFacts) { f.Receipts[2] = Receipt{BlueSkyInformation, law.Yes, noon(day(2200, 1, 1))} }, []string{"receipts[blue sky information].Federal Reserve: range"}},
		{func(f *DeliveryFacts) { f.Delivered = day(2200, 1, 1) }, []string{"delivered.Federal Reserve: range"}},
		{func(f *DeliveryFacts) { f.Receipts[2].Needed = "perhaps" }, []string{"receipts[2].needed: invalid"}},
		{func(f *DeliveryFacts) { f.Receipts[2].Needed = "" }, []string{"receipts[blue sky information].needed: missing"}},
		{func(f *DeliveryFacts) { f.Receipts = f.Receipts[:2] }, []string{"receipts[blue sky information].needed: missing"}},
		{func(f *DeliveryFacts) { f.Receipts[0].At = noZone }, []string{"receipts[0].at: missing"}},
		{func(f *DeliveryFacts) { f.Receipts[0].At = time.Date(10000, 1, 2, 0, 0, 0, 0, time.UTC) }, []string{"receipts[0].at: range"}},
		{func(f *DeliveryFacts) {
			f.Receipts = append(f.Receipts, Receipt{Trigger: NoticeOfSale}, Receipt{Trigger: "horn"})
		}, []string{"receipts[3].trigger: duplicate", "receipts[4].trigger: invalid"}},
		{func(f *DeliveryFacts) { f.Sold, f.Certificate = 1001, 1000 }, []string{"certificate: conflict"}},
		{func(f *DeliveryFacts) { f.Sold, f.Certificate = -1, -2 }, []string{"certificate: range", "sold: range"}},
		{func(f *DeliveryFacts) { f.Effective, f.Current = "", "so-so" }, []string{"current: invalid", "effective: missing"}},
		{func(f *DeliveryFacts) { f.Rule144Sale = "so-so" }, []string{"rule_144_sale: invalid"}},
		{
			func(f *DeliveryFacts) { f.Channel = ByDWAC },
			[]string{
				"conditions.agent_in_fast: missing", "conditions.holder_asked: missing", "conditions.holder_complied: missing",
				"conditions.no_legend: missing", "conditions.not_returnable: missing",
			},
		},
		{func(f *DeliveryFacts) { f.Channel, f.Conditions.NoLegend = "pigeon", "so-so" }, []string{"channel: invalid", "conditions.no_legend: invalid"}},
		{
			func(f *DeliveryFacts) { // sold on the eve of the effectiveness
				f.Receipts = append(f.Receipts, Receipt{Trigger: TriggerSold, At: noon(day(2003, 3, 3))},
					Receipt{Trigger: TriggerEffective, At: noon(day(2003, 3, 3)).Add(1)})
			},
			[]string{"receipts[3].at: conflict"},
		},
	} {
		f := papersIn(day(2003, 11, 7))
		c.change(&f)
		got, err := d.Due(f)
		if faults := faultsOf(t, err); !slices.Equal(faults, c.want) || !reflect.DeepEqual(got, DeliveryFinding{}) {
			t.Errorf("%+v: %q, want %q", got, faults, c.want)
		}
	}
	// On the edge there is no fault: the whole certificate sold, at the instant of
	// the effectiveness.
	edge := papersIn(day(2003, 11, 7))
	edge.Sold, edge.Certificate = 1000, 1000
	at := noon(day(2003, 3, 3))
	edge.Receipts = append(edge.Receipts, Receipt{Trigger: TriggerSold, At: at}, Receipt{Trigger: TriggerEffective, At: at})
	if got, err := d.Due(edge); err != nil || got.Answer != Owed {
		t.Errorf("%+v, %v", got, err)
	}
	// All at once, and the covenant's own faults among them.
	f := papersIn(day(2003, 11, 7))
	f.Receipts[0].At, f.Sold, f.Certificate, f.Current = noZone, 2, 1, ""
	d.Clocks = nil
	want := []string{"certificate: conflict", "current: missing", "delivery.clocks: missing", "receipts[0].at: missing"}
	if _, err := d.Due(f); !slices.Equal(faultsOf(t, err), want) {
		t.Errorf("%v, want %q", err, want)
	}
	// A sale before the effectiveness that is said to have been none is a no.
	f = papersIn(day(2003, 11, 7))
	f.Effective = law.No
	f.Receipts = append(f.Receipts, Receipt{Trigger: TriggerSold, At: noon(day(2003, 3, 3))}, Receipt{Trigger: TriggerEffective, At: noon(day(2003, 3, 4))})
	if got, err := FocusDelivery().Due(f); err != nil || got.Answer != NotOwed {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := FocusDelivery().DueFrom(calendar.Date{}); !errors.Is(err, law.ErrMissing) {
		t.Errorf("from no day: %v", err)
	}
	endless := FocusDelivery()
	endless.Clocks = []DeliveryClock{{Count: math.MaxInt, Unit: calendar.BusinessDays}}
	if _, err := endless.DueFrom(day(2003, 11, 7)); !errors.Is(err, law.ErrRange) {
		t.Errorf("endless days: %v", err)
	}
}

// The zone of the machine is refused whatever it is called, and whether or not it is
// one that a covenant could state.
func TestDeliveryRefusesTheMachine(t *testing.T) {
	before := time.Local
	t.Cleanup(func() { time.Local = before })
	for _, name := range []string{"UTC", "Local", "Asia/Tokyo", "America/New_York", "America/Los_Angeles"} {
		t.Run(name, func(t *testing.T) {
			time.Local = time.FixedZone(name, -8*3600)
			f := papersIn(day(2003, 11, 7))
			f.Receipts[0].At = time.Unix(1068249600, 0)
			if _, err := FocusDelivery().Due(f); !slices.Equal(faultsOf(t, err), []string{"receipts[0].at: missing"}) {
				t.Errorf("a receipt: %v", err)
			}
			machine := calendar.Cutoff{Zone: time.Local}
			d := FocusDelivery()
			d.Cutoff = machine
			if err := d.Validate(); !slices.Equal(faultsOf(t, err), []string{"cutoff.zone: missing"}) {
				t.Errorf("a covenant: %v", err)
			}
			if _, err := d.Due(papersIn(day(2003, 11, 7))); !slices.Equal(faultsOf(t, err), []string{"delivery.cutoff.zone: missing"}) {
				t.Errorf("a covenant that is asked: %v", err)
			}
			if _, err := d.DueFrom(day(2003, 11, 7)); !slices.Equal(faultsOf(t, err), []string{"cutoff.zone: missing"}) {
				t.Errorf("a covenant that counts: %v", err)
			}
			if data, err := json.Marshal(d); err == nil {
				t.Errorf("a covenant is stored as %s", data)
			}
			d = FocusDelivery()
			d.Clocks[0].Cutoff = machine
			if err := d.Validate(); !slices.Equal(faultsOf(t, err), []string{"clocks[0].cutoff.zone: missing"}) {
				t.Errorf("a clock: %v", err)
			}
			d = FocusDelivery()
			d.NotBefore = []DeliveryClock{{Count: 1, Unit: calendar.Days, Awaits: d.Awaits, Cutoff: machine}}
			if err := d.Validate(); !slices.Equal(faultsOf(t, err), []string{"not_before[0].cutoff.zone: missing"}) {
				t.Errorf("a clock of days to wait: %v", err)
			}
		})
	}
	// What the host states to be its machine's zone is stated.
	time.Local = time.UTC
	f := papersIn(day(2003, 11, 7))
	f.Receipts[0].At = time.Unix(1068249600, 0)
	d := FocusDelivery()
	d.Cutoff.Zone = time.UTC
	if got, err := d.Due(f); err != nil || got.Answer != Owed {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestDeliveryIsData(t *testing.T) {
	d := FocusDelivery()
	roundTrip(t, d)
	d.Channels = nil
	data, err := json.Marshal(d)
	want := `{"awaits":[{"trigger":"notice of sale"},{"trigger":"original certificate"},{"trigger":"blue sky information","if_needed":true}],` +
		`"clocks":[{"count":3,"unit":"business days"}],"calendar":"Federal Reserve","cutoff":{"zone":"America/Los_Angeles"},` +
		`"grounds":["registered"],"authority":{"cite":"Agreement §1(b)(ii)",` +
		`"title":"Common Stock Purchase Agreement of November 25, 2002"}}`
	if err != nil || string(data) != want {
		t.Errorf("%s, %v", data, err)
	}
	uncounted := strings.Replace(want, `"count":3,`, "", 1)
	if err := json.Unmarshal([]byte(uncounted), new(Delivery)); !slices.Equal(faultsOf(t, err), []string{"clocks[0].count: missing"}) {
		t.Errorf("days left out: %v", err)
	}
	got, err := d.Due(papersIn(day(2031, time.March, 3)))
	if err != nil || !got.Projected || !got.Why.Has(calendar.CodeProjected) {
		t.Errorf("past the announced holidays: %+v, %v", got, err)
	}
}

// TestReceiptJSON reads what a service receives, never in the machine's zone.
func TestReceiptJSON(t *testing.T) {
	for _, text := range []string{
		`{"trigger":"notice of sale","at":"2003-11-07T16:30:00-08:00"}`,
		`{"trigger":"payment","needed":"no"}`,
		`{"trigger":"sale","at":"2003-11-07T16:30:00Z"}`,
		`{"trigger":"sale","at":"2003-11-07T16:30:00.5+05:30"}`,
	} {
		var r Receipt
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		var fs law.Faults
		if r.check(&fs); len(fs) > 0 {
			t.Errorf("%s: %v", text, fs)
		}
		if data, err := json.Marshal(r); err != nil || string(data) != text {
			t.Errorf("%s comes back as %s, %v", text, data, err)
		}
	}
	for text, want := range map[string]string{
		`{}`: "trigger: missing",
		`{"trigger":"sale","At":"2003-11-07T16:30:00Z"}`:   "At: invalid",
		`{"trigger":"sale","trigger":"issue"}`:             "trigger: duplicate",
		`{"trigger":"sale","at":"2003-11-07T16:30:00"}`:    "at: invalid",
		`{"trigger":"sale","at":"2003-11-07"}`:             "at: invalid",
		`{"trigger":"sale","at":"2003-11-07T16:30:00,5Z"}`: "at: invalid",
		`{"trigger":"sale","at":7}`:                        "at: invalid",
		`{"trigger":"sale","when":"2003-11-07T16:30:00Z"}`: "when: invalid",
		`{"trigger":"horn"}`:                               "trigger: invalid",
		`{"trigger":"sale","needed":"perhaps"}`:            "needed: invalid",
		`{"trigger":"sale"`:                                ": invalid",
		`7`:                                                ": invalid",
	} {
		r := Receipt{Trigger: OtherPaper}
		err := r.UnmarshalJSON([]byte(text))
		if got := faultsOf(t, err); !slices.Equal(got, []string{want}) || r.Trigger != OtherPaper {
			t.Errorf("%s: %q, want %s", text, got, want)
		}
	}
}
