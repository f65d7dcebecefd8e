package restrict

import (
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// needed tells of a paper whether it is needed, and that it came at nine on the
// day, or that it has not come.
func needed(trigger Trigger, need law.YesNo, on calendar.Date) Receipt {
	if on.IsZero() {
		return Receipt{Trigger: trigger, Needed: need}
	}
	r := told(trigger, on, 9, 0)
	r.Needed = need
	return r
}

// ifNeeded makes the clause wait for more papers, each only if it is needed.
func ifNeeded(d Delivery, triggers ...Trigger) Delivery {
	for _, trigger := range triggers {
		d.Awaits = append(d.Awaits, Awaited{Trigger: trigger, IfNeeded: true})
	}
	return d
}

// TestDeliveryFirstOfNeeded has a clock start with the first of several events
// and papers. What is not needed is not waited for; what may be needed starts
// the clock perhaps, if it came before the rest.
func TestDeliveryFirstOfNeeded(t *testing.T) {
	d := ifNeeded(variant(t, "B6 opinion"), Rule144Letters, OpinionOfCounsel)
	mon, tue, wed := day(2003, 11, 3), day(2003, 11, 4), day(2003, 11, 5)
	sold := told(TriggerSold, tue, 9, 0)
	for _, c := range []struct {
		name    string
		facts   DeliveryFacts
		answer  DeliveryAnswer
		due     calendar.Date
		missing []Trigger
	}{
		{
			"nothing has come", good(needed(Rule144Letters, law.No, never), needed(OpinionOfCounsel, law.Unknown, never)), Waiting, never,
			[]Trigger{TriggerEffective, TriggerSold, TriggerRule144Free, OpinionOfCounsel},
		},
		{
			"only what is not needed", good(needed(Rule144Letters, law.No, mon), needed(OpinionOfCounsel, law.Yes, never)), Waiting, never,
			[]Trigger{TriggerEffective, TriggerSold, TriggerRule144Free, OpinionOfCounsel},
		},
		{
			"only what may be needed", good(needed(Rule144Letters, law.Unknown, mon), needed(OpinionOfCounsel, law.No, never)), Waiting, never,
			[]Trigger{TriggerEffective, TriggerSold, TriggerRule144Free}, // and not the letters, which are in
		},
		{"what is needed comes first", good(sold, needed(Rule144Letters, law.Yes, mon), needed(OpinionOfCounsel, law.No, mon)), Owed, wed, nil},
		{"what may be needed comes later", good(sold, needed(Rule144Letters, law.Unknown, wed), needed(OpinionOfCounsel, law.No, mon)), Owed, day(2003, 11, 6), nil},
		{"what may be needed comes first", good(sold, needed(Rule144Letters, law.Unknown, mon), needed(OpinionOfCounsel, law.No, mon)), OwedUnknown, never, nil},
		{"first, and another later", good(sold, needed(Rule144Letters, law.Unknown, mon), needed(OpinionOfCounsel, law.Unknown, wed)), OwedUnknown, never, nil},
		{"in the other order", good(sold, needed(Rule144Letters, law.Unknown, wed), needed(OpinionOfCounsel, law.Unknown, mon)), OwedUnknown, never, nil},
	} {
		got, err := d.Due(c.facts)
		if err != nil || got.Answer != c.answer || got.Due != c.due || !slices.Equal(got.Missing, c.missing) {
			t.Errorf("%s: %s, due %s, missing %q, %v\n%s", c.name, got.Answer, got.Due, got.Missing, err, got.Why)
		}
	}
}

// TestDeliveryAllMayBeNeeded waits for nothing but a paper that may be needed:
// once it is in, the answer turns on that alone.
func TestDeliveryAllMayBeNeeded(t *testing.T) {
	d := variant(t, "B4")
	d.Awaits = nil
	d = ifNeeded(d, Rule144Letters)
	for _, c := range []struct {
		paper   Receipt
		answer  DeliveryAnswer
		missing int
	}{
		{needed(Rule144Letters, law.Yes, day(2003, 11, 3)), Owed, 0},
		{needed(Rule144Letters, law.Unknown, day(2003, 11, 3)), OwedUnknown, 0},
		{needed(Rule144Letters, law.Unknown, never), Waiting, 1},
		{needed(Rule144Letters, law.Yes, never), Waiting, 1},
	} {
		got, err := d.Due(good(c.paper))
		if err != nil || got.Answer != c.answer || len(got.Missing) != c.missing || got.Why.Has(codePaperMissing) != (c.missing > 0) {
			t.Errorf("%+v: %s, missing %q, %v\n%s", c.paper, got.Answer, got.Missing, err, got.Why)
		}
	}
}

// TestDeliveryBeforehandIfNeeded asks for the certificate before the
// effectiveness, and only if it is needed.
func TestDeliveryBeforehandIfNeeded(t *testing.T) {
	d := variant(t, "B8")
	d.Awaits[1].IfNeeded = true
	mon, tue, wed := day(2003, 11, 24), day(2003, 11, 25), day(2003, 11, 26)
	for _, c := range []struct {
		need   law.YesNo
		came   calendar.Date
		answer DeliveryAnswer
	}{
		{law.Yes, mon, Owed},
		{law.Yes, wed, NotOwed},
		{law.Yes, never, NotOwed},
		{law.No, mon, Owed},
		{law.No, wed, Owed},
		{law.No, never, Owed},
		{law.Unknown, mon, Owed},
		{law.Unknown, wed, OwedUnknown},
		{law.Unknown, never, OwedUnknown},
	} {
		got, err := d.Due(good(told(TriggerEffective, tue, 9, 0), needed(OriginalCertificate, c.need, c.came)))
		if err != nil || got.Answer != c.answer || got.Why.Has(codeBeforehand) != (c.answer == NotOwed) ||
			got.Why.Has(codeNeedUnknown) != (c.answer == OwedUnknown) {
			t.Errorf("needed %s, in on %s: %s, %v; want %s\n%s", c.need, c.came, got.Answer, err, c.answer, got.Why)
		}
	}
}

// TestDeliveryNeedsNamed names the papers whose need is unknown, each once, and
// no others; and what came last, all of it.
func TestDeliveryNeedsNamed(t *testing.T) {
	d := ifNeeded(variant(t, "B4"), Rule144Letters, OpinionOfCounsel, BlueSkyInformation)
	d.Clocks = append(d.Clocks, d.Clocks[0])
	d.Pick = PickLatest
	mon, tue := day(2003, 11, 3), day(2003, 11, 4)
	for _, c := range []struct {
		facts []Receipt
		want  string
	}{
		{
			[]Receipt{told(OriginalCertificate, mon, 9, 0), needed(Rule144Letters, law.Unknown, tue), needed(OpinionOfCounsel, law.Unknown, never), needed(BlueSkyInformation, law.No, never)},
			"asked for only if it is: rule 144 letters, opinion of counsel.",
		},
		{
			[]Receipt{told(OriginalCertificate, tue, 9, 0), needed(Rule144Letters, law.Yes, mon), needed(OpinionOfCounsel, law.Unknown, never), needed(BlueSkyInformation, law.No, never)},
			"asked for only if it is: opinion of counsel.",
		},
		{
			[]Receipt{told(OriginalCertificate, tue, 9, 0), needed(Rule144Letters, law.Yes, tue), needed(OpinionOfCounsel, law.No, tue), needed(BlueSkyInformation, law.No, never)},
			"The last to come was: original certificate, rule 144 letters.",
		},
		{
			[]Receipt{told(OriginalCertificate, tue, 9, 0), needed(Rule144Letters, law.Yes, mon), needed(OpinionOfCounsel, law.No, tue), needed(BlueSkyInformation, law.No, never)},
			"The last to come was: original certificate.",
		},
	} {
		if got, err := d.Due(good(c.facts...)); err != nil || !strings.Contains(got.Why.String(), c.want) {
			t.Errorf("%v; want %q\n%s", err, c.want, got.Why)
		}
	}
	// Two clocks wait for each paper, and a fact that is left out is asked for
	// once, whatever else is wrong.
	f := good(told(OriginalCertificate, mon, 9, 0), needed(OpinionOfCounsel, law.No, never), needed(BlueSkyInformation, law.No, never))
	if got := faultsOf(t, second(d.Due(f))); !slices.Equal(got, []string{"receipts[rule 144 letters].needed: missing"}) {
		t.Errorf("%q", got)
	}
	f.Sold = -1
	if got := faultsOf(t, second(d.Due(f))); !slices.Equal(got, []string{"receipts[rule 144 letters].needed: missing", "sold: range"}) {
		t.Errorf("%q", got)
	}
	f.Receipts = f.Receipts[:1]
	want := []string{
		"receipts[blue sky information].needed: missing", "receipts[opinion of counsel].needed: missing",
		"receipts[rule 144 letters].needed: missing", "sold: range",
	}
	if got := faultsOf(t, second(d.Due(f))); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
