package api

import (
	"errors"
	"reflect"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
)

// The questions, as the bodies of the requests. Their parts are the library's
// own types, so that whatever stores a term sheet as JSON can send it as it is.
type (
	// AllocationQuestion asks who gets how many shares for how much money.
	AllocationQuestion struct {
		// Terms are the price, the roundings and the limits.
		Terms offering.Terms `json:"terms"`
		// Orders are what the investors signed for.
		Orders []offering.Order `json:"orders"`
	}
	// ClosingQuestion asks for the day and hour of a closing.
	ClosingQuestion struct {
		// Rule counts from the day on which the last condition was met.
		Rule calendar.ClosingRule `json:"rule"`
		// Met is that day.
		Met calendar.Date `json:"met"`
	}
	// DeadlineQuestion asks when a period ends.
	DeadlineQuestion struct {
		// Deadline is the period and how it is counted.
		Deadline calendar.Deadline `json:"deadline"`
		// Event is the day from which it runs.
		Event calendar.Date `json:"event"`
	}
	// Rule144Question asks whether a lot may be sold on a day.
	Rule144Question struct {
		// Facts tell of the lot, the seller and the issuer.
		Facts restrict.Facts `json:"facts"`
		// Sale is the day of the sale, which selects the law.
		Sale calendar.Date `json:"sale"`
	}
	// DeliveryQuestion asks when shares without a legend are due.
	DeliveryQuestion struct {
		// Covenant is the promise of the contract.
		Covenant restrict.Delivery `json:"covenant"`
		// Facts tell what was received and sent.
		Facts restrict.DeliveryFacts `json:"facts"`
	}
	// EscrowQuestion asks where an escrow stands after a log of events.
	EscrowQuestion struct {
		// Terms are the escrow's.
		Terms escrow.Terms `json:"terms"`
		// Events are its log, in the order in which they were received.
		Events []escrow.Event `json:"events"`
		// At is the instant that the report speaks of.
		At time.Time `json:"at"`
	}
	// EscrowAnswer is a decision for each event, and the report.
	EscrowAnswer struct {
		Decisions []escrow.Decision `json:"decisions"`
		Report    escrow.Report     `json:"report"`
	}
)

// endpoint is one question that can be asked.
type endpoint struct {
	path, summary string
	in, out       reflect.Type
	most          int // rows of any list of the question
	// answer reads the question and answers it. The error is a bodyError or
	// law.Faults with the paths of the question.
	answer func(body []byte) (any, error)
}

// asks makes an endpoint of a function of the library. Its lists have at most so
// many rows, and whole makes the path of a fault, as the function tells it, one
// of the question.
func asks[In, Out any](path, summary string, most int, whole func(string) string, f func(In) (Out, error)) endpoint {
	return endpoint{
		path: path, summary: summary, most: most, in: reflect.TypeFor[In](), out: reflect.TypeFor[Out](),
		answer: func(body []byte) (any, error) {
			question, err := decode[In](body, most)
			if err != nil {
				return nil, err
			}
			answer, err := f(question)
			var told, faults law.Faults
			if errors.As(err, &told) {
				for _, fault := range told {
					faults.Add(fault.Kind, whole(fault.Field), fault.Value, "%s", fault.Problem)
				}
				err = faults
			}
			return answer, err
		},
	}
}

// endpoints lists every question.
func endpoints() []endpoint {
	return []endpoint{
		asks("/v1/allocations", "Allocate shares to a book of orders", mostOrders, asTold,
			func(q AllocationQuestion) (offering.Book, error) {
				return offering.Allocate(q.Terms, q.Orders)
			}),
		asks("/v1/closings", "Find the closing date", mostListed, ofClosing, func(q ClosingQuestion) (calendar.Closing, error) {
			return q.Rule.On(q.Met)
		}),
		asks("/v1/deadlines", "Find the end of a period", mostListed, ofDeadline, func(q DeadlineQuestion) (calendar.Due, error) {
			return q.Deadline.After(q.Event)
		}),
		asks("/v1/rule144", "Hold a sale against Rule 144", mostListed, ofRule144, func(q Rule144Question) (restrict.Finding, error) {
			return restrict.Rule144(q.Facts, q.Sale)
		}),
		asks("/v1/deliveries", "Find when unlegended shares are due", mostListed, ofDelivery,
			func(q DeliveryQuestion) (restrict.DeliveryFinding, error) {
				return q.Covenant.Due(q.Facts)
			}),
		asks("/v1/escrows", "Replay an escrow and report on it", mostEvents, asTold, func(q EscrowQuestion) (EscrowAnswer, error) {
			if err := checkFindings(q); err != nil {
				return EscrowAnswer{}, err
			}
			deal, decisions, err := escrow.Replay(q.Terms, q.Events)
			if err != nil {
				return EscrowAnswer{}, err
			}
			for i, bare := range decisions {
				d, _ := deal.Decision(bare.Event) // with its reasons
				d.Outcome, d.First = bare.Outcome, bare.First
				decisions[i] = d
			}
			return EscrowAnswer{Decisions: decisions, Report: deal.Report(q.At)}, nil
		}),
	}
}

// asTold is for functions that are asked, and tell, by the parts of the question.
func asTold(field string) string { return field }

func ofRule144(field string) string {
	if field == "sale" {
		return field
	}
	return "facts." + field
}

func ofDelivery(field string) string {
	if term, ok := strings.CutPrefix(field, "delivery."); ok {
		return "covenant." + term
	}
	return "facts." + field
}

func ofDeadline(field string) string {
	switch field {
	case "event":
		return field
	case "count", "unit", "roll", "calendar":
		return "deadline." + field
	}
	return "deadline.calendar" // it is told by the calendar's name
}

func ofClosing(field string) string {
	part, _, inner := strings.Cut(field, ".")
	switch {
	case field == "event":
		return "met"
	case inner && (part == "count" || part == "by"):
		return "rule." + field
	case part == "fixed":
		return "rule.fixed"
	}
	return "rule.count." + strings.TrimPrefix(ofDeadline(field), "deadline.")
}
