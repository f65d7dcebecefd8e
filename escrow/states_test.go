package escrow_test

import (
	"cmp"
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/internal/golden"
)

// The table of stages and events is found by walking: from the signing on, every
// event of an alphabet with all types is told to every state that can be reached,
// where states that differ in nothing but instants, names and amounts are one. Each
// walk goes on from the words of one topic besides those that every deal has. Time passes in steps: the day of the signing, a day after the
// right to cancel has ended, one after the date of the minimum, and one after the
// outside date.

// word is one event of the alphabet.
type word struct {
	topic string // of the walks that go on from it; empty for all of them
	by    escrow.PartyID
	body  escrow.Body // or, of every leg:
	leg   func(l escrow.LegID) escrow.Body
}

func words(topic string, by escrow.PartyID, bodies ...escrow.Body) (all []word) {
	for _, b := range bodies {
		all = append(all, word{topic: topic, by: by, body: b})
	}
	return all
}

// dayClosed is a topic that other walks leave out: a calendar takes a millisecond.
const dayClosed = "day closed"

func alphabet() []word {
	late := stagesTerms(false)
	late.ConsentShares = 10
	return slices.Concat(
		words("", agent,
			wired("W", "ann", "a", 1000), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W"},
			escrow.CertificateReceived{Certificate: "1", Purchase: "a", Holder: "ann", Shares: 10},
			escrow.Observed{Condition: "signed", Purchase: "a", State: escrow.Met},
			escrow.Terminated{Purchase: "a", Right: escrow.RightOfBoth},
			escrow.Release{Purchases: []escrow.PurchaseID{"a"}},
		),
		[]word{
			{by: agent, leg: func(l escrow.LegID) escrow.Body { return escrow.LegSettled{Leg: l} }},
			{by: agent, leg: func(l escrow.LegID) escrow.Body { return escrow.LegFailed{Leg: l} }},
			{by: agent, leg: func(l escrow.LegID) escrow.Body { return escrow.Reissue{Leg: l} }},
		},
		words("", agent, escrow.Unwind{Purchase: "a", Ground: escrow.GroundTerminated},
			escrow.Refund{Purchase: "a", Cents: 1000, Ground: escrow.GroundTerminated},
			escrow.Refund{Purchase: "a", Cents: 1000, Ground: escrow.GroundOutside},
			escrow.Refund{Purchase: "a", Cents: 1000, Ground: escrow.GroundMinimum}),
		words("unwind", agent, escrow.Unwind{Ground: escrow.GroundOutside}, escrow.Unwind{Purchase: "a", Ground: escrow.GroundMinimum}),
		words("excess", agent, wired("X", "ann", "a", 3), escrow.Refund{Purchase: "a", Cents: 3, Ground: escrow.GroundExcess}),
		words("check", agent, escrow.DepositReceived{Rail: escrow.RailCheck, Reference: "C", From: "ann", Purchase: "a", Cents: 1000},
			escrow.DepositCleared{Rail: escrow.RailCheck, Reference: "C"}, escrow.DepositReturned{Rail: escrow.RailCheck, Reference: "C"}),
		words("suspense", agent, wired("S", "zoe", "a", 1000), escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "S", To: "a", Cents: 1000},
			escrow.Refund{Rail: escrow.RailWire, Reference: "S", Cents: 1000, Ground: escrow.GroundSuspense}),
		words("conflict", agent, wired("W", "ann", "a", 999), escrow.CertificateReceived{Certificate: "1", Purchase: "a", Holder: "ann", Shares: 9}),
		words("papers", agent, escrow.CertificateReturned{Certificate: "1"}, escrow.Deliver{Purchase: "a"}),
		words("papers", "ann", escrow.Waive{Purchase: "a", Condition: "certificates", Signed: true}),
		words("conditions", agent, escrow.Observed{Condition: "signed", Purchase: "a", State: escrow.Unmet}),
		words("conditions", company, escrow.Waive{Purchase: "a", Condition: "paid", Signed: true}),
		words("hours", agent, escrow.Consented{Day: date("2002-11-27"), Time: calendar.MustClock(17, 0)}),
		words(dayClosed, agent, escrow.DayClosed{Day: date("2002-12-24"), Name: "snow"}),
		words("hold", agent, escrow.HoldPlaced{Hold: "h"}, escrow.HoldLifted{Hold: "h"}),
		words("court", agent, escrow.Ordered{Order: "o", Purchase: "a", Payee: court, Cents: 1000},
			escrow.Refund{Purchase: "a", Cents: 1000, Ground: escrow.GroundOrder, Order: "o"}),
		words("interest", agent, escrow.InterestEarned{Reference: "i", Cents: 5, From: date("2002-11-25"), Through: date("2002-11-26")},
			escrow.Refund{Purchase: "a", Cents: 5, Ground: escrow.GroundInterest}, escrow.Refund{Cents: 5, Ground: escrow.GroundInterest}),
		words("not bona fide", agent, escrow.NotBonaFide{Purchase: "a"}),
		words("cancel", "ann", escrow.Cancel{Purchase: "a"}, escrow.WaiveCancel{Purchase: "a", Signed: true}),
		words("cancel", agent, escrow.Unwind{Purchase: "a", Ground: escrow.GroundCanceled},
			escrow.Refund{Purchase: "a", Cents: 1000, Ground: escrow.GroundCanceled}),
		words("notice", company, escrow.CallClosing{Day: date("2002-11-27")}, escrow.CallClosing{Day: date("2002-12-04")}),
		words("notice", agent, escrow.Unwind{Purchase: "a", Ground: escrow.GroundNotice},
			escrow.Refund{Purchase: "a", Cents: 1000, Ground: escrow.GroundNotice}),
		words("amendment", company, escrow.Amend{Amendment: "m", Terms: late, Signed: true}, escrow.WithdrawAmendment{Amendment: "m"}),
		words("amendment", "ann", escrow.SignAmendment{Amendment: "m"}),
		words("stranger", "ann", escrow.Release{Purchases: []escrow.PurchaseID{"a"}},
			escrow.Terminated{Purchase: "a", Right: escrow.RightOfCompany, From: date("2002-11-25")}),
	)
}

// stagesTerms are those of one purchase with everything that terms can have.
func stagesTerms(notice bool) escrow.Terms {
	t := escrow.Terms{
		ID: "stages", Signed: ny("2002-11-25 09:00"), Company: company, Agent: agent,
		Purchases: []escrow.Purchase{{ID: "a", Investor: "ann", Shares: 10, DueCents: 1000, BonaFide: true}},
		Conditions: []escrow.Condition{
			{ID: "paid", Text: "paid", Kind: escrow.Funds, Favors: escrow.ForCompany, Waivable: true},
			{ID: "certificates", Text: "delivered", Kind: escrow.Custody, Favors: escrow.ForInvestor, Waivable: true},
			{ID: "signed", Text: "signed", Kind: escrow.Once, Favors: escrow.ForCompany},
		},
		Closing: calendar.ClosingRule{
			Count:   calendar.Deadline{Unit: calendar.BusinessDays, Roll: calendar.Forward, Calendar: calendar.FederalReserve()},
			Outside: date("2002-12-06"),
		},
		Contingency: escrow.Contingency{MinCents: 1000, By: date("2002-12-02")},
		CancelBy:    ny("2002-11-26 12:00"), CancelWaivable: true,
		Interest: escrow.InterestToInvestors,
	}
	if notice {
		day := calendar.Deadline{Count: 1, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()}
		t.Closing.Count, t.Anchor = calendar.Deadline{Unit: calendar.BusinessDays, Roll: calendar.Forward, Calendar: calendar.FederalReserve()}, escrow.AnchorNotice
		t.Notice = escrow.NoticeTerms{Lead: day, Window: day}
		t.Contingency, t.CancelBy, t.CancelWaivable, t.Interest = escrow.Contingency{}, time.Time{}, false, escrow.InterestToCompany
	}
	return t
}

// cell is what became of the events of one type at one stage.
type cell struct {
	refused map[string]bool // the codes
	leads   map[string]bool // the stages after those that were taken
}

// changes says to which other stages the events led.
func (c *cell) changes(from escrow.Stage) string {
	to := slices.Sorted(maps.Keys(c.leads))
	if stays := []string{string(from)}; len(to) == 0 || slices.Equal(to, stays) {
		return ""
	}
	return fmt.Sprintf("- %s → %s\n", from, strings.Join(slices.DeleteFunc(to, func(s string) bool { return s == string(from) }), ", "))
}

// stages is what the walks found.
type stages struct {
	t     *testing.T
	cells map[string]*cell // by type and stage

	topic string      // of the walk
	steps []time.Time // from which on events are told, a minute apart
	wide  bool        // it tells the words of other topics too, and does not go on from them
	words []word
	seen  map[string]bool
	queue []point
}

// point is a state that was reached.
type point struct {
	deal   escrow.Deal
	report escrow.Report
	step   int
	told   int
	legs   []escrow.LegID
	hidden []int // the words that were taken and are not seen in reports
}

func (w *stages) at(p point) time.Time {
	return w.steps[p.step].Add(time.Duration(p.told) * time.Minute)
}

// key is all of the state but instants, names and amounts.
func (p point) key() string {
	own := p.report.Purchases[0]
	var b strings.Builder
	say := func(args ...any) { fmt.Fprintln(&b, args...) }
	say(p.step, own.Stage, own.Funding, own.Schedule.Date.IsZero(), own.Schedule.Closed, p.hidden)
	for _, cents := range []int64{
		own.PendingCents, own.HeldCents, own.ExcessCents, own.ReservedCents, own.ReleasedCents, own.RefundedCents, own.ReturnedCents,
		own.DeficitCents, own.InterestCents, own.CertificateShares, own.DeliveredShares,
	} {
		b.WriteByte("-0+"[1+cmp.Compare(cents, 0)])
	}
	for _, f := range own.Findings {
		say(f.State)
	}
	if c := p.report.Contingency; c != nil {
		say(own.Minimum.CountedCents > 0, c.Reached, c.Failed)
	}
	var legs []string
	for _, l := range p.report.Legs {
		legs = append(legs, string(l.Kind)+string(l.State))
	}
	slices.Sort(legs)
	say(slices.Compact(legs), len(p.report.Holds), len(p.report.Amendments), len(p.report.Parked), len(p.report.ParkedCertificates))
	for _, s := range p.report.Suspense {
		say(s.Why, s.Pending)
	}
	return b.String()
}

// walk goes from the signing to every state that the words of a topic lead to.
func (w *stages) walk(terms escrow.Terms) {
	deal, err := escrow.New(terms)
	if err != nil {
		w.t.Fatal(err)
	}
	w.seen, w.queue = map[string]bool{}, nil
	w.reach(point{deal: deal})
	for n := 0; n < len(w.queue); n++ {
		p := w.queue[n]
		for i, one := range w.words {
			switch {
			case one.leg != nil:
				for _, leg := range append(p.legs, "none/1") {
					w.tell(p, i, one.leg(leg))
				}
			case w.wide && one.topic != dayClosed || one.topic == "" || one.topic == w.topic:
				w.tell(p, i, one.body)
			}
		}
		from := p.report.Purchases[0].Stage
		if p.step++; p.step < len(w.steps) {
			w.cell("time", from).leads[string(w.reach(p))] = true
		}
	}
}

// tell tells a word to a state, and goes on from what it leads to.
func (w *stages) tell(p point, i int, body escrow.Body) {
	e := escrow.Event{ID: escrow.EventID(fmt.Sprint(p.step, " ", p.told)), At: w.at(p), By: w.words[i].by, Body: body}
	next, d, err := p.deal.Apply(e)
	if err != nil {
		w.t.Fatal(err)
	}
	c := w.cell(string(e.Type()), p.report.Purchases[0].Stage)
	if d.Outcome == escrow.Refused {
		for _, code := range d.Why.Codes() {
			c.refused[string(code)] = true
		}
		return
	}
	p.deal = next
	p.legs = slices.Clip(p.legs)
	for _, l := range d.Legs {
		p.legs = append(p.legs, l.ID)
	}
	switch body.(type) {
	case escrow.Ordered, escrow.WaiveCancel, escrow.NotBonaFide, escrow.CallClosing, escrow.Terminated, escrow.Cancel, escrow.Amend:
		if !slices.Contains(p.hidden, i) {
			p.hidden = append(slices.Clip(p.hidden), i)
			slices.Sort(p.hidden)
		}
	}
	p.told++
	if topic := w.words[i].topic; topic != "" && topic != w.topic {
		c.leads[string(p.deal.Report(w.at(p)).Purchases[0].Stage)] = true
		return
	}
	c.leads[string(w.reach(p))] = true
}

func (w *stages) cell(event string, at escrow.Stage) *cell {
	name := event + " " + string(at)
	if w.cells[name] == nil {
		w.cells[name] = &cell{map[string]bool{}, map[string]bool{}}
	}
	return w.cells[name]
}

// reach keeps a state to go on from, unless it is like another.
func (w *stages) reach(p point) escrow.Stage {
	p.report = p.deal.Report(w.at(p))
	if key := p.key(); !w.seen[key] {
		w.seen[key] = true
		w.queue = append(w.queue, p)
	}
	return p.report.Purchases[0].Stage
}

// walkStages is the union of what all walks find.
func walkStages(t *testing.T) map[string]*cell {
	t.Helper()
	var walks []*stages
	t.Run("walks", func(t *testing.T) {
		for _, c := range []struct {
			notice, wide bool
			topics       []string
		}{
			{false, false, []string{"suspense", "interest", "excess", "check", "papers", "not bona fide", dayClosed}},
			{false, true, []string{"cancel", "conditions", "court", "hold", "amendment", "unwind"}},
			{true, false, []string{"interest"}},
			{true, true, []string{"notice"}},
		} {
			for _, topic := range c.topics {
				w := &stages{cells: map[string]*cell{}, topic: topic, wide: c.wide, words: alphabet()}
				w.steps = []time.Time{ny("2002-11-25 10:00"), ny("2002-11-27 10:00"), ny("2002-12-03 10:00"), ny("2002-12-09 10:00")}
				walks = append(walks, w)
				t.Run(fmt.Sprint(topic, " by notice ", c.notice), func(t *testing.T) {
					t.Parallel()
					w.t = t
					w.walk(stagesTerms(c.notice))
					t.Logf("%d states", len(w.queue))
				})
			}
		}
	})
	all := map[string]*cell{}
	for _, w := range walks {
		for name, c := range w.cells {
			if all[name] == nil {
				all[name] = c
				continue
			}
			maps.Copy(all[name].refused, c.refused)
			maps.Copy(all[name].leads, c.leads)
		}
	}
	return all
}

// eventTypes are the words of all events, in the order of the package's table.
func eventTypes(t *testing.T) []string {
	t.Helper()
	err := new(escrow.Event).UnmarshalJSON([]byte(`{"v":1,"id":"e","type":"?","at":"2002-11-26T15:04:05Z","by":"b","data":{}}`))
	_, list, ok := strings.Cut(fmt.Sprint(err), "must be one of: ")
	if !ok {
		t.Fatal(err)
	}
	return strings.Split(list, ", ")
}

// What the walks find is the table in the comment of Stage, and the list in
// testdata/states.md. go test ./escrow -run TestStates -update writes the list anew.
func TestStates(t *testing.T) {
	if testing.Short() {
		t.Skip("the walks take a minute")
	}
	cells := walkStages(t)
	if t.Failed() {
		return
	}
	names := []escrow.Stage{
		escrow.StageOpen, escrow.StageFunded, escrow.StageReady, escrow.StageReleased, escrow.StageClosed, escrow.StageTerminated,
		escrow.StageRefunding, escrow.StageRefunded,
	}
	row := func(first string, of func(escrow.Stage) string) string {
		line := fmt.Sprintf("%-23s", first)
		for _, stage := range names {
			line += fmt.Sprintf("  %-*s", len(stage), of(stage))
		}
		return strings.TrimRight(line, " ") + "\n"
	}
	table := row("", func(s escrow.Stage) string { return string(s) })
	var list strings.Builder
	for _, event := range eventTypes(t) {
		table += row(event, func(s escrow.Stage) string {
			c := cells[event+" "+string(s)]
			switch {
			case c == nil:
				t.Errorf("no %s was told at the stage %s", event, s)
				return "?"
			case len(c.refused) == 0:
				return "+"
			case len(c.leads) == 0:
				return "-"
			}
			return "±"
		})
		fmt.Fprintf(&list, "\n## %s\n\n", event)
		codes := map[string][]string{}
		for _, s := range names {
			c := cells[event+" "+string(s)]
			if c == nil {
				continue
			}
			list.WriteString(c.changes(s))
			for code := range c.refused {
				codes[code] = append(codes[code], string(s))
			}
		}
		for _, code := range slices.Sorted(maps.Keys(codes)) {
			at := "at every stage"
			if len(codes[code]) < len(names) {
				at = "while " + strings.Join(codes[code], ", ")
			}
			fmt.Fprintf(&list, "- refused %s: %s\n", at, code)
		}
	}
	list.WriteString("\n## As time passes\n\n")
	for _, s := range names {
		list.WriteString(cells["time "+string(s)].changes(s))
	}
	golden.File(t, "states.md", "# Stages and events\n\nFound by the walks of states_test.go: `+` is taken at that stage, `-` is refused,\n"+
		"and `±` is either, as things stand otherwise. An arrow\nis a change of stage that such an event can make; where there is none, the stage stays.\n\n```\n"+table+"```\n"+list.String())
	if got := stageTable(t); got != table {
		t.Errorf("the table in the comment of Stage is\n%s\nbut the walks found\n%s", got, table)
	}
}

// stageTable is the table in the comment of Stage.
func stageTable(t *testing.T) (table string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "stage.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, group := range file.Comments {
		if !strings.HasPrefix(group.Text(), "Stage is ") {
			continue
		}
		for _, line := range group.List {
			if text, ok := strings.CutPrefix(line.Text, "//\t"); ok {
				table += text + "\n"
			}
		}
	}
	return table
}
