package escrow_test

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

func TestNewRefuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*escrow.Terms)
		kind  error
		field string
	}{
		{"no ID", func(t *escrow.Terms) { t.ID = "" }, law.ErrMissing, "id"},
		{"a long ID", func(t *escrow.Terms) { t.ID = strings.Repeat("é", 200) }, law.ErrRange, "id"},
		{"an ID that is not UTF-8", func(t *escrow.Terms) { t.ID = "a\xff" }, law.ErrInvalid, "id"},
		{"no signing", func(t *escrow.Terms) { t.Signed = time.Time{} }, law.ErrMissing, "signed"},
		{"a signing in no year", func(t *escrow.Terms) { t.Signed = t.Signed.AddDate(9000, 0, 0) }, law.ErrRange, "signed"},
		{"a signing before the calendar", func(t *escrow.Terms) { t.Signed = ny("1800-01-01 12:00") }, law.ErrRange, "signed"},
		{"no company", func(t *escrow.Terms) { t.Company = "" }, law.ErrMissing, "company"},
		{"no agent", func(t *escrow.Terms) { t.Agent = "" }, law.ErrMissing, "agent"},
		{"the company as agent", func(t *escrow.Terms) { t.Agent = t.Company }, law.ErrConflict, "agent"},
		{"no purchases", func(t *escrow.Terms) { t.Purchases = nil }, law.ErrMissing, "purchases"},
		{"a purchase without ID", func(t *escrow.Terms) { t.Purchases[1].ID = "" }, law.ErrMissing, "purchases[1].id"},
		{"a purchase twice", func(t *escrow.Terms) { t.Purchases[1].ID = pShimon }, law.ErrDuplicate, "purchases[1].id"},
		{"no investor", func(t *escrow.Terms) { t.Purchases[1].Investor = "" }, law.ErrMissing, "purchases[1].investor"},
		{"the agent as investor", func(t *escrow.Terms) { t.Purchases[1].Investor = agent }, law.ErrConflict, "purchases[1].investor"},
		{"the company as investor", func(t *escrow.Terms) { t.Purchases[1].Investor = company }, law.ErrConflict, "purchases[1].investor"},
		{"no shares", func(t *escrow.Terms) { t.Purchases[0].Shares = 0 }, law.ErrMissing, "purchases[0].shares"},
		{"negative shares", func(t *escrow.Terms) { t.Purchases[0].Shares = -1 }, law.ErrRange, "purchases[0].shares"},
		{"nothing due", func(t *escrow.Terms) { t.Purchases[1].DueCents = 0 }, law.ErrMissing, "purchases[1].due_cents"},
		{"less than nothing due", func(t *escrow.Terms) { t.Purchases[1].DueCents = math.MinInt64 }, law.ErrRange, "purchases[1].due_cents"},
		{"a strange basis", func(t *escrow.Terms) { t.Purchases[1].Basis = "guess" }, law.ErrInvalid, "purchases[1].basis"},
		{"too much due", func(t *escrow.Terms) { t.Purchases[1].DueCents = math.MaxInt64 }, law.ErrRange, "purchases"},
		{"too many shares", func(t *escrow.Terms) { t.Purchases[1].Shares = math.MaxInt64 }, law.ErrRange, "purchases"},
		{"no conditions", func(t *escrow.Terms) { t.Conditions = nil }, law.ErrMissing, "conditions"},
		{"a condition without ID", func(t *escrow.Terms) { t.Conditions[3].ID = "" }, law.ErrMissing, "conditions[3].id"},
		{"a condition without text", func(t *escrow.Terms) { t.Conditions[3].Text = "" }, law.ErrMissing, "conditions[3].text"},
		{"a condition twice", func(t *escrow.Terms) { t.Conditions[3].ID = "7(a)" }, law.ErrDuplicate, "conditions[3].id"},
		{"a condition without kind", func(t *escrow.Terms) { t.Conditions[3].Kind = "" }, law.ErrMissing, "conditions[3].kind"},
		{"a strange kind", func(t *escrow.Terms) { t.Conditions[3].Kind = "never" }, law.ErrInvalid, "conditions[3].kind"},
		{"a condition in nobody's favor", func(t *escrow.Terms) { t.Conditions[3].Favors = "" }, law.ErrMissing, "conditions[3].favors"},
		{"funds for all", func(t *escrow.Terms) { t.Conditions[1].DealWide = true }, law.ErrConflict, "conditions[1].deal_wide"},
		{"funds twice", func(t *escrow.Terms) { t.Conditions[3].Kind = escrow.Funds; t.Conditions[3].DealWide = false }, law.ErrDuplicate, "conditions[3].kind"},
		{"a fee for nobody", func(t *escrow.Terms) { t.Fees = []escrow.Payout{{Cents: 1}} }, law.ErrMissing, "fees[0].payee"},
		{"a fee of nothing", func(t *escrow.Terms) { t.Fees = []escrow.Payout{{Payee: "x"}} }, law.ErrMissing, "fees[0].cents"},
		{"fees beyond counting", func(t *escrow.Terms) {
			t.Fees = []escrow.Payout{{Payee: "x", Cents: math.MaxInt64}, {Payee: "y", Cents: 1}}
		}, law.ErrRange, "fees"},
		{"no calendar", func(t *escrow.Terms) { t.Closing.Count.Calendar = calendar.Calendar{} }, law.ErrMissing, "closing.count.calendar"},
		{"a fee below nothing", func(t *escrow.Terms) { t.Fees = []escrow.Payout{{Payee: "x", Cents: -1}} }, law.ErrRange, "fees[0].cents"},
		{"a fee of more than all", func(t *escrow.Terms) { t.Fees = []escrow.Payout{{Payee: "x", PerMillion: 1_000_001}} }, law.ErrRange, "fees[0].per_million"},
		{"a fee of less than none", func(t *escrow.Terms) { t.Fees = []escrow.Payout{{Payee: "x", PerMillion: -1}} }, law.ErrRange, "fees[0].per_million"},
		{"fees of more than all", func(t *escrow.Terms) {
			t.Fees = []escrow.Payout{{Payee: "x", PerMillion: 600_000}, {Payee: "y", PerMillion: 400_001}}
		}, law.ErrRange, "fees"},
		{"a strange rounding", func(t *escrow.Terms) { t.Fees = []escrow.Payout{{Payee: "x", Cents: 1, Rounding: "even"}} }, law.ErrInvalid, "fees[0].rounding"},
		{"a strange currency", func(t *escrow.Terms) { t.Currency = "usd" }, law.ErrInvalid, "currency"},
		{"a long currency", func(t *escrow.Terms) { t.Currency = "USDX" }, law.ErrInvalid, "currency"},
		{"an hour of the machine", func(t *escrow.Terms) { t.Closing.By.Zone = time.Local }, law.ErrMissing, "closing.by.zone"},
		{"days of the machine", func(t *escrow.Terms) { t.Closing.By = calendar.Cutoff{Zone: time.Local} }, law.ErrMissing, "closing.by.zone"},
		{"a count of the machine", func(t *escrow.Terms) { t.Closing.Count.Cutoff.Zone = time.Local }, law.ErrMissing, "closing.count.cutoff.zone"},
		{"funds of the machine", func(t *escrow.Terms) { t.FundsBefore = ofMachine() }, law.ErrMissing, "funds_before.cutoff.zone"},
		{"refunds of the machine", func(t *escrow.Terms) { t.RefundWithin = ofMachine() }, law.ErrMissing, "refund_within.cutoff.zone"},
		{"a transmission of the machine", func(t *escrow.Terms) { t.Transmission.Within = ofMachine() }, law.ErrMissing, "transmission.within.cutoff.zone"},
		{"a notice of the machine", func(t *escrow.Terms) {
			t.Anchor, t.Notice.Lead = escrow.AnchorNotice, ofMachine()
		}, law.ErrMissing, "notice.lead.cutoff.zone"},
		{"a window of the machine", func(t *escrow.Terms) {
			t.Anchor, t.Notice.Lead, t.Notice.Window = escrow.AnchorNotice, t.Closing.Count, ofMachine()
		}, law.ErrMissing, "notice.window.cutoff.zone"},
		{"no count", func(t *escrow.Terms) { t.Closing.Count.Unit = "" }, law.ErrMissing, "closing.count.unit"},
		{"a strange anchor", func(t *escrow.Terms) { t.Anchor = "perhaps" }, law.ErrInvalid, "anchor"},
		{"a notice without a lead", func(t *escrow.Terms) { t.Anchor = escrow.AnchorNotice }, law.ErrMissing, "notice.lead.unit"},
		{"a notice for nothing", func(t *escrow.Terms) { t.Notice.Lead = t.Closing.Count }, law.ErrConflict, "notice"},
		{"a strange window", func(t *escrow.Terms) {
			t.Anchor, t.Notice.Lead, t.Notice.Window.Count = escrow.AnchorNotice, t.Closing.Count, 1
		}, law.ErrMissing, "notice.window.unit"},
		{"a strange time for refunds", func(t *escrow.Terms) { t.RefundWithin.Count = 1 }, law.ErrMissing, "refund_within.unit"},
		{"an hour without days", func(t *escrow.Terms) { t.Transmission.By = calendar.MustClock(12, 0) }, law.ErrMissing, "transmission.within"},
		{"a strange interest", func(t *escrow.Terms) { t.Interest = "perhaps" }, law.ErrInvalid, "interest"},
		{"a cancellation in no year", func(t *escrow.Terms) { t.CancelBy = t.Signed.AddDate(9000, 0, 0) }, law.ErrRange, "cancel_by"},
		{"no minimum", func(t *escrow.Terms) { t.Contingency.By = date("2002-12-31") }, law.ErrMissing, "contingency.min_cents"},
		{"a minimum below nothing", func(t *escrow.Terms) { t.Contingency.MinCents = -1 }, law.ErrRange, "contingency.min_cents"},
		{"a minimum without a date", func(t *escrow.Terms) { t.Contingency.MinCents = 1 }, law.ErrMissing, "contingency.by"},
		{"a minimum before the signing", func(t *escrow.Terms) {
			t.Contingency = escrow.Contingency{MinCents: 1, By: date("2002-11-24")}
		}, law.ErrConflict, "contingency.by"},
		{"a minimum at the end of time", func(t *escrow.Terms) {
			t.Contingency = escrow.Contingency{MinCents: 1, By: date("9999-12-31")}
		}, law.ErrRange, "contingency.by"},
		{"a maximum below nothing", func(t *escrow.Terms) { t.Contingency.MaxCents = -1 }, law.ErrRange, "contingency.max_cents"},
		{"a maximum below the minimum", func(t *escrow.Terms) {
			t.Contingency = escrow.Contingency{MinCents: 2, MaxCents: 1, By: date("2002-12-31")}
		}, law.ErrConflict, "contingency.max_cents"},
		{"negative consent", func(t *escrow.Terms) { t.ConsentShares = -1 }, law.ErrRange, "consent_shares"},
		{"more consent than shares", func(t *escrow.Terms) { t.ConsentShares = 800_001 }, law.ErrRange, "consent_shares"},
		{"a strange deadline", func(t *escrow.Terms) { t.FundsBefore.Count = 1 }, law.ErrMissing, "funds_before.unit"},
		{"a strange policy", func(t *escrow.Terms) { t.Late = "perhaps" }, law.ErrInvalid, "late"},
		{"a strange memory", func(t *escrow.Terms) { t.Memory = "perhaps" }, law.ErrInvalid, "memory"},
		{"a strange rule of waivers", func(t *escrow.Terms) { t.OnWaiver = "perhaps" }, law.ErrInvalid, "on_waiver"},
		{"a strange scope", func(t *escrow.Terms) { t.Scope = "perhaps" }, law.ErrInvalid, "scope"},
		{"an outside date before the signing", func(t *escrow.Terms) { t.Closing.Outside = date("2002-11-24") }, law.ErrConflict, "closing.outside"},
	} {
		t.Run(c.name, func(t *testing.T) {
			terms := focus()
			c.spoil(&terms)
			_, err := escrow.New(terms)
			wantFault(t, err, c.kind, c.field)
			_, _, err = escrow.Replay(terms, nil)
			wantFault(t, err, c.kind, "terms."+c.field)
		})
	}
	var fs law.Faults
	if _, err := escrow.New(escrow.Terms{}); !errors.As(err, &fs) || len(fs) < 7 {
		t.Errorf("the zero Terms: %v", err)
	}
}

// ofMachine is a deadline whose days would turn on where the program runs.
func ofMachine() calendar.Deadline {
	return calendar.Deadline{Count: 1, Unit: calendar.Days, Cutoff: calendar.Cutoff{Zone: time.Local}}
}

// What money taken in is due by does not turn on the zone of the machine, nor do
// terms whose zone the host made by itself come back with another.
func TestTermsOfTheMachine(t *testing.T) {
	taken := ny("2002-11-26 21:30")
	_, err := escrow.NoonNextBusinessDay().Due(taken, time.Local)
	wantFault(t, err, law.ErrMissing, "zone")
	if _, err := escrow.NoonNextBusinessDay().Due(taken, time.UTC); err != nil {
		t.Error(err)
	}
	loaded, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	terms := focus()
	terms.Closing.By.Zone = loaded
	deal, err := escrow.New(terms)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := asJSON(t, deal.Terms()), asJSON(t, begin(t, focus()).deal.Terms()); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func wantFault(t *testing.T, err error, kind error, field string) {
	t.Helper()
	var fs law.Faults
	if !errors.As(err, &fs) {
		t.Fatalf("error is %v, want law.Faults", err)
	}
	for _, f := range fs {
		if f.Field == field && errors.Is(f, kind) {
			return
		}
	}
	t.Fatalf("no fault of %s that is %v in: %v", field, kind, err)
}

func TestTermsAreCopied(t *testing.T) {
	terms := focus()
	deal, err := escrow.New(terms)
	if err != nil {
		t.Fatal(err)
	}
	before := asJSON(t, deal.Report(ny("2002-11-26 12:00")))
	terms.Purchases[0].DueCents, terms.Conditions[0].Kind = 1, escrow.Absence
	mine := deal.Terms()
	mine.Purchases[0].DueCents, mine.Conditions[0].Kind = 1, escrow.Absence
	if asJSON(t, deal.Report(ny("2002-11-26 12:00"))) != before {
		t.Error("the caller can change a deal's terms")
	}
	if mine.Late != escrow.LateRolls || mine.Purchases[1].Basis != escrow.DueSigned || mine.FundsBefore.Count != 1 {
		t.Errorf("defaults are not filled in: %+v", mine)
	}
	if zero := (escrow.Deal{}).Terms(); zero.ID != "" || zero.Purchases != nil {
		t.Errorf("the zero Deal has terms: %+v", zero)
	}
}

// A rule without a zone is read on New York clocks, and one without an hour
// lasts until midnight there.
func TestTermsWithoutHour(t *testing.T) {
	terms := focus()
	terms.Closing.By = calendar.Cutoff{}
	s := begin(t, terms).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-25 10:00")).bringDown("2002-11-26", ny("2002-11-26 09:00"))
	if zone := s.deal.Terms().Closing.By.Zone; zone != calendar.NewYork() {
		t.Errorf("the zone is %s", zone)
	}
	if sc := s.wantDate("2002-11-26", pAlpha, ny("2002-11-26 12:00")); !sc.Cutoff.Equal(ny("2002-11-27 00:00").Add(-1)) {
		t.Errorf("the cut-off is %s", sc.Cutoff)
	}
	accepted(t, s.release(ny("2002-11-26 23:59:59"), pAlpha))
}

// Another zone moves the days with it.
func TestTermsZone(t *testing.T) {
	chicago, err := calendar.Zone("America/Chicago")
	if err != nil {
		t.Fatal(err)
	}
	terms := focus()
	terms.Closing.By = calendar.Cutoff{Clock: calendar.MustClock(10, 0), Zone: chicago, Exclusive: true}
	at := ny("2002-11-26 00:30") // Monday there
	s := begin(t, terms).prepare(ny("2002-11-25 10:00")).fund(at)
	sc := s.wantDate("2002-11-26", pAlpha, at)
	if !sc.Cutoff.Equal(ny("2002-11-26 11:00").Add(-1)) {
		t.Errorf("the cut-off is %s", sc.Cutoff)
	}
	if text := sc.Why.String(); !strings.Contains(text, "11:30 p.m. on Monday, November 25, 2002 (Chicago time)") || strings.Contains(text, "New York") {
		t.Errorf("%s", text)
	}
}

func TestTermsJSON(t *testing.T) {
	deal, err := escrow.New(focus())
	if err != nil {
		t.Fatal(err)
	}
	text := asJSON(t, deal.Terms())
	var back escrow.Terms
	if err := json.Unmarshal([]byte(text), &back); err != nil {
		t.Fatal(err)
	}
	if asJSON(t, back) != text {
		t.Errorf("terms do not come back:\n%s\n%s", text, asJSON(t, back))
	}
	if _, err := escrow.New(back); err != nil {
		t.Errorf("terms from JSON: %v", err)
	}
	for _, spoiled := range []string{
		strings.Replace(text, `"company"`, `"Company"`, 1),
		strings.Replace(text, `"company"`, `"firm"`, 1),
		strings.Replace(text, `"due_cents":26800000`, `"due_cents":26800000.5`, 1),
		strings.Replace(text, `"due_cents":26800000`, `"due_cents":1,"due_cents":26800000`, 1),
		strings.Replace(text, `"calendar":"NYSE"`, `"calendar":"LSE"`, 1),
	} {
		if spoiled == text {
			t.Fatal("nothing was spoiled")
		}
		var fs law.Faults
		if err := json.Unmarshal([]byte(spoiled), &back); !errors.As(err, &fs) {
			t.Errorf("accepted or no faults (%v): %s", err, spoiled)
		}
	}
}

// The conditions of the agreement have each its own section.
func TestFocusConditions(t *testing.T) {
	conditions := escrow.FocusConditions()
	want := "7(a) 7(b) 7(c) 7(d) 8(a) 8(b) 8(c) 8(d) 8(e) 8(f) 8(g)(i) 8(g)(ii) 8(g)(iii) 8(g)-closing"
	var ids []string
	for _, c := range conditions {
		ids = append(ids, string(c.ID))
		section := strings.TrimSuffix(string(c.ID), "-closing")
		if c.Authority.Cite != "Agreement §"+section || c.Text == "" {
			t.Errorf("%s cites %s and says %q", c.ID, c.Authority, c.Text)
		}
		if side := map[byte]escrow.Side{'7': escrow.ForCompany, '8': escrow.ForInvestor}[c.ID[0]]; c.Favors != side {
			t.Errorf("%s favors the %s", c.ID, c.Favors)
		}
	}
	if got := strings.Join(ids, " "); got != want {
		t.Errorf("conditions %s", got)
	}
}
