package escrow_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
)

// doors has each function that takes text, and asks it with golden values. Terms and
// events are kept as they are.
func doors(t *testing.T) (doors []golden.Door) {
	terms, notice := golden.Of[escrow.Terms](t, goldenQuestions()), golden.Of[escrow.NoticeTerms](t, goldenQuestions())
	called := goldenTerms()
	called.Anchor, called.Notice = escrow.AnchorNotice, notice
	for name, terms := range map[string]*escrow.Terms{"": &terms, " by notice": &called} {
		doors = append(doors,
			golden.Door{Name: "New" + name, In: []any{terms}, Ask: func() (any, error) {
				_, err := escrow.New(*terms)
				return *terms, err
			}},
			golden.Door{Name: "Replay" + name, In: []any{terms}, Ask: func() (any, error) {
				_, _, err := escrow.Replay(*terms, nil)
				return *terms, err
			}})
	}
	deal := begin(t, goldenTerms()).deal
	for i, event := range golden.Of[[]escrow.Event](t, goldenQuestions()) {
		name := fmt.Sprintf(" %d %s", i, event.Type())
		if _, _, err := deal.Apply(event); err != nil {
			continue // the deal has no such day, and TestEventFaults asks about it
		}
		doors = append(doors,
			golden.Door{Name: "Deal.Apply" + name, In: []any{&event}, Ask: func() (any, error) {
				_, d, err := deal.Apply(event)
				return []any{event, d}, err
			}},
			golden.Door{Name: "Replay" + name, In: []any{&event}, Ask: func() (any, error) {
				_, d, err := escrow.Replay(goldenTerms(), []escrow.Event{event})
				return []any{event, d}, err
			}},
			golden.Door{Name: "Deal.Check" + name, In: []any{&event}, Ask: func() (any, error) { return deal.Check(event), nil }})
	}
	purchase, transmission := pAlpha, terms.Transmission
	return append(doors,
		golden.Door{Name: "Deal.Closing", In: []any{&purchase}, Ask: func() (any, error) { return deal.Closing(purchase, ny("2002-11-27 12:00")), nil }},
		golden.Door{Name: "Transmission.Due", In: []any{&transmission}, Ask: func() (any, error) {
			return transmission.Due(ny("2002-11-27 12:00"), calendar.NewYork())
		}})
}

func TestTextIsUTF8(t *testing.T) { golden.Texts(t, doors(t)) }

func TestTextIsUTF8InJSON(t *testing.T) {
	questions := []any{goldenTerms()}
	for _, event := range goldenEvents() {
		questions = append(questions, event)
	}
	golden.TextsJSON(t, questions)
}

func TestDoorsAreAll(t *testing.T) {
	all := doors(t)
	for i := range all {
		all[i].Name, _, _ = strings.Cut(all[i].Name, " ")
	}
	golden.Doors(t, all)
}

// TestNamesAreLines refuses names that cannot be told from another on a printed
// page: blank ones, and ones with control characters.
func TestNamesAreLines(t *testing.T) {
	for name, kind := range map[string]error{
		" ": law.ErrMissing, "\u00a0\t": law.ErrMissing, "a\x00": law.ErrInvalid, "\x00": law.ErrInvalid, "a\nb": law.ErrInvalid, "a\u0085b": law.ErrInvalid,
	} {
		t.Run(fmt.Sprintf("%q", name), func(t *testing.T) {
			for field, spoil := range map[string]func(*escrow.Terms){
				"id": func(t *escrow.Terms) { t.ID = name }, "company": func(t *escrow.Terms) { t.Company = escrow.PartyID(name) },
				"agent":                 func(t *escrow.Terms) { t.Agent = escrow.PartyID(name) },
				"purchases[0].id":       func(t *escrow.Terms) { t.Purchases[0].ID = escrow.PurchaseID(name) },
				"purchases[1].investor": func(t *escrow.Terms) { t.Purchases[1].Investor = escrow.PartyID(name) },
				"conditions[2].id":      func(t *escrow.Terms) { t.Conditions[2].ID = escrow.ConditionID(name) },
				"fees[0].payee":         func(t *escrow.Terms) { t.Fees[0].Payee = escrow.PartyID(name) },
			} {
				terms := goldenTerms()
				spoil(&terms)
				_, err := escrow.New(terms)
				wantFault(t, err, kind, field)
			}
			s, at := begin(t, goldenTerms()), ny("2002-11-26 12:00")
			s.fails(escrow.Event{ID: escrow.EventID(name), At: at, By: agent, Body: escrow.Cancel{Purchase: pAlpha}}, kind, "id")
			s.fails(escrow.Event{ID: "e", At: at, By: escrow.PartyID(name), Body: escrow.Cancel{Purchase: pAlpha}}, kind, "by")
			for field, body := range map[string]escrow.Body{
				"data.reference": escrow.DepositCleared{Rail: escrow.RailWire, Reference: name}, "data.hold": escrow.HoldLifted{Hold: name},
				"data.leg": escrow.LegSettled{Leg: escrow.LegID(name)}, "data.purchase": escrow.Cancel{Purchase: escrow.PurchaseID(name)},
				"data.amendment": escrow.SignAmendment{Amendment: name},
			} {
				s.fails(s.event(agent, at, body), kind, field)
			}
		})
	}
}
