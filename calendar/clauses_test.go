package calendar

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// clause is a row of testdata/clauses.json: a clause, the rule that says it, and what
// the rule answers; or why no rule of the package says it.
type clause struct {
	ID        string          `json:"id"`
	Source    string          `json:"source"`
	Clause    string          `json:"clause"`
	Cannot    string          `json:"cannot,omitempty"`
	Kind      string          `json:"kind,omitempty"`
	Rule      json.RawMessage `json:"rule,omitempty"`
	By        Cutoff          `json:"by,omitzero"` // the time of day that the clause adds
	Questions []question      `json:"questions,omitempty"`
}

// question is what a rule is asked; each kind of rule takes some of it.
type question struct {
	Event     Date      `json:"event,omitzero"`
	Events    []Date    `json:"events,omitempty"` // one a rule; "no date" has not happened
	At        time.Time `json:"at,omitzero"`
	Day       Date      `json:"day,omitzero"`
	Year      int       `json:"year,omitempty"`
	After     Date      `json:"after,omitzero"`
	Before    Date      `json:"before,omitzero"`
	From      Date      `json:"from,omitzero"`
	To        Date      `json:"to,omitzero"`
	Notice    Notice    `json:"notice,omitzero"`
	Suspended []Period  `json:"suspended,omitempty"`
	Answer    string    `json:"answer"`
}

// cannotBeSaid is how many clauses of the table no rule says.
const cannotBeSaid = 15

func clauses(t *testing.T) []clause {
	t.Helper()
	data, err := os.ReadFile("testdata/clauses.json")
	if err != nil {
		t.Fatal(err)
	}
	table, err := law.ReadJSON[struct {
		Source  string   `json:"source"`
		Clauses []clause `json:"clauses"`
	}](data)
	if err != nil {
		t.Fatal(err)
	}
	return table.Clauses
}

// TestClauses asks the rule of each clause, and holds that it is stored as the table has
// it and comes back as it was.
func TestClauses(t *testing.T) {
	seen, cannot := map[string]bool{}, 0
	for _, c := range clauses(t) {
		if c.Cannot != "" {
			cannot++
		}
		t.Run(c.ID, func(t *testing.T) {
			if seen[c.ID] || c.Source == "" || c.Clause == "" {
				t.Errorf("another row has the ID, or there is no source or no clause: %+v", c)
			}
			seen[c.ID] = true
			if c.Cannot != "" {
				if len(c.Rule) > 0 || len(c.Questions) > 0 {
					t.Error("a clause that cannot be said has a rule or questions")
				}
				return
			}
			rules := c.rules(t)
			stored, err := json.Marshal(rules.stored)
			if err != nil || !sameJSON(t, stored, c.Rule) {
				t.Errorf("stored as %s, %v", stored, err)
			}
			if len(c.Questions) == 0 {
				t.Error("nothing is asked")
			}
			for _, q := range c.Questions {
				got, err := rules.ask(q)
				if err == nil && c.By != (Cutoff{}) {
					got = day(t, got).At(c.By.Clock, c.By.Zone).Format(time.RFC3339)
				}
				if err != nil || got != q.Answer {
					t.Errorf("%+v: %q, %v", q, got, err)
				}
			}
		})
	}
	if cannot != cannotBeSaid {
		t.Errorf("%d clauses cannot be said, not %d", cannot, cannotBeSaid)
	}
}

// clauseRule is the rule of a clause, read.
type clauseRule struct {
	stored any // as it is stored
	said   []fmt.Stringer
	ask    func(question) (string, error)
}

// rules reads the rule of a clause strictly. Each is one value of the package, but for
// the kinds earlier and later, which choose among several deadlines, and then, which
// counts from one to the next.
func (c *clause) rules(t *testing.T) clauseRule {
	t.Helper()
	switch c.Kind {
	case "after":
		dl := ruleOf[Deadline](t, c)
		return one(dl, func(q question) (string, error) {
			switch {
			case !q.At.IsZero():
				return dateOf(dl.AfterReceipt(q.At))
			case q.Suspended != nil:
				return dateOf(dl.AfterTolled(q.Event, q.Suspended...))
			}
			return dateOf(dl.After(q.Event))
		})
	case "before":
		dl := ruleOf[Deadline](t, c)
		return one(dl, func(q question) (string, error) { return dateOf(dl.Before(q.Event)) })
	case "earlier", "later":
		choose := map[string]func(...Due) (Due, error){"earlier": EarlierOf, "later": LaterOf}[c.Kind]
		rules := ruleOf[[]Deadline](t, c)
		out := clauseRule{stored: rules, ask: func(q question) (string, error) { return choice(rules, q, choose) }}
		for _, dl := range rules {
			out.said = append(out.said, dl)
		}
		return out
	case "then":
		return c.steps(t)
	case "closing":
		rule := ruleOf[ClosingRule](t, c)
		return one(rule, func(q question) (string, error) {
			if !q.At.IsZero() {
				return closingOf(rule.At(q.At))
			}
			return closingOf(rule.On(q.Event))
		})
	case "notice":
		nc := ruleOf[NoticeClause](t, c)
		return one(nc, func(q question) (string, error) { return givenOf("not given")(nc.Given(q.Notice)) })
	case "cutoff":
		cutoff := ruleOf[Cutoff](t, c)
		return one(cutoff, func(q question) (string, error) {
			d, err := cutoff.Day(q.At)
			return d.String(), err
		})
	case "hours":
		hours := ruleOf[ReceiptHours](t, c)
		return one(hours, func(q question) (string, error) { return givenOf("does not count")(hours.Counts(q.At)) })
	}
	return c.daysOf(t)
}

// daysOf reads those that answer with more than one day.
func (c *clause) daysOf(t *testing.T) clauseRule {
	t.Helper()
	switch c.Kind {
	case "window before", "window after":
		w := ruleOf[Window](t, c)
		ask := map[string]func(Date) (Span, error){"window before": w.Before, "window after": w.After}[c.Kind]
		return one(w, func(q question) (string, error) { return spanOf(ask, q) })
	case "run before", "run after":
		r := ruleOf[Run](t, c)
		ask := map[string]func(Date) (Span, error){"run before": r.Before, "run after": r.After}[c.Kind]
		return one(r, func(q question) (string, error) { return spanOf(ask, q) })
	case "schedule":
		s := ruleOf[Schedule](t, c)
		return one(s, func(q question) (string, error) {
			switch {
			case q.Year != 0:
				return listOf(s.Year(q.Year))
			case !q.From.IsZero():
				return listOf(s.Between(q.From, q.To))
			case !q.After.IsZero():
				return dateOf(s.Next(q.After))
			}
			return dateOf(s.Prev(q.Before))
		})
	case "period":
		p := ruleOf[Period](t, c)
		return one(p, func(q question) (string, error) {
			if q.Day.IsZero() {
				n, err := p.Days()
				return fmt.Sprint(n, " days"), err
			}
			in, err := p.Contains(q.Day)
			return map[bool]string{true: "within", false: "not within"}[in], err
		})
	case "calendar":
		days := ruleOf[Calendar](t, c)
		return one(days, func(q question) (string, error) {
			return map[bool]string{true: "open", false: "closed"}[days.IsOpen(q.Day)], nil
		})
	}
	t.Fatalf("there is no kind %q", c.Kind)
	return clauseRule{}
}

// steps reads a count from the day to which another leads.
func (c *clause) steps(t *testing.T) clauseRule {
	t.Helper()
	type step struct {
		After  Deadline `json:"after,omitzero"`
		Before Deadline `json:"before,omitzero"`
	}
	rules := ruleOf[[]step](t, c)
	out := clauseRule{stored: rules, ask: func(q question) (string, error) {
		due := Due{Date: q.Event}
		for _, s := range rules {
			var err error
			if s.Before == (Deadline{}) {
				due, err = s.After.After(due.Date)
			} else {
				due, err = s.Before.Before(due.Date)
			}
			if err != nil {
				return "", err
			}
		}
		return due.Date.String(), nil
	}}
	for _, s := range rules {
		if s.Before == (Deadline{}) {
			out.said = append(out.said, s.After)
		} else {
			out.said = append(out.said, s.Before)
		}
	}
	return out
}

// ruleOf reads the rule strictly, and again what it is stored as, and returns that.
func ruleOf[T any](t *testing.T, c *clause) T {
	t.Helper()
	rule, err := law.ReadJSON[T](c.Rule)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(rule)
	if err != nil {
		t.Fatal(err)
	}
	back, err := law.ReadJSON[T](data)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(back); err != nil || !bytes.Equal(again, data) {
		t.Errorf("%s comes back as %s, %v", data, again, err)
	}
	return back
}

func one(rule fmt.Stringer, ask func(question) (string, error)) clauseRule {
	return clauseRule{stored: rule, said: []fmt.Stringer{rule}, ask: ask}
}

func choice(rules []Deadline, q question, choose func(...Due) (Due, error)) (string, error) {
	var dues []Due
	for i, dl := range rules {
		if q.Events[i].IsZero() {
			continue
		}
		due, err := dl.After(q.Events[i])
		if err != nil {
			return "", err
		}
		dues = append(dues, due)
	}
	return dateOf(choose(dues...))
}

func dateOf(due Due, err error) (string, error) { return due.Date.String(), err }

func listOf(dues []Due, err error) (string, error) {
	days := make([]string, len(dues))
	for i, due := range dues {
		days[i] = due.Date.String()
	}
	return strings.Join(days, ", "), err
}

func closingOf(c Closing, err error) (string, error) {
	answer := c.Date.String()
	if !c.By.IsZero() {
		answer = c.By.Format(time.RFC3339)
	}
	if c.Expired {
		answer += " expired"
	}
	return answer, err
}

func givenOf(no string) func(Given, error) (string, error) {
	return func(g Given, err error) (string, error) {
		if !g.Given {
			return no, err
		}
		return g.Date.String(), err
	}
}

func spanOf(ask func(Date) (Span, error), q question) (string, error) {
	s, err := ask(q.Event)
	if err != nil {
		return "", err
	}
	if q.Day.IsZero() {
		return iso(s.First.Date) + " to " + iso(s.Last.Date), nil
	}
	in, err := s.Contains(q.Day)
	switch {
	case in.Within:
		return "within", err
	case in.Why.Has(codeWindowEarly):
		return "too early", err
	}
	return "too late", err
}

// sameJSON reports whether both say the same, fields in any order.
func sameJSON(t *testing.T, a, b []byte) bool {
	t.Helper()
	var x, y any
	if err := json.Unmarshal(a, &x); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &y); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(x, y)
}

// clauseTexts are the rules of the table, which print as clauses on the page of
// sentences. Those that print the same are one.
func clauseTexts(t *testing.T) []fmt.Stringer {
	t.Helper()
	var out []fmt.Stringer
	seen := map[string]bool{}
	for _, c := range clauses(t) {
		if c.Cannot != "" {
			continue
		}
		for _, rule := range c.rules(t).said {
			if text := fmt.Sprintf("%T: %s", rule, rule); !seen[text] {
				seen[text] = true
				out = append(out, rule)
			}
		}
	}
	return out
}
