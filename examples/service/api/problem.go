package api

import (
	"errors"
	"net/http"
	"os"

	"github.com/offerkit/offerkit/law"
)

// Problem is the body of every answer that is no 200, as RFC 9457 has it. The
// zero Problem is never sent.
type Problem struct {
	// Type names the sort of problem, as a path of this service that only
	// names and leads nowhere.
	Type string `json:"type"`
	// Title says it for people, and is the same for every problem of the type.
	Title string `json:"title"`
	// Status repeats the status of the answer.
	Status int `json:"status"`
	// Detail tells of this problem.
	Detail string `json:"detail,omitempty"`
	// Line and Column are where the body stops being JSON: the first character
	// that is wrong, or the end of a body that is cut off. Both count from 1;
	// columns count characters, not bytes.
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`
	// Faults are all that keeps the question from being answered, up to a
	// hundred.
	Faults []Fault `json:"faults,omitempty"`
}

// Fault is one fault of a question.
type Fault struct {
	// Field is the path of the field, such as "orders[2].amount"; empty is the
	// question as a whole.
	Field string `json:"field"`
	// Kind is missing, invalid, range, duplicate, conflict or unsupported.
	Kind string `json:"kind"`
	// Value is what was given.
	Value string `json:"value,omitempty"`
	// Problem says what is wrong with it, and names the limit.
	Problem string `json:"problem"`
	// Line and Column are where the field stands in the body, or what it is
	// missing from. Both count from 1; columns count characters, not bytes.
	Line   int `json:"line"`
	Column int `json:"column"`
}

// problem tells of an error in reading or answering a body.
func problem(body []byte, err error) Problem {
	var malformed *bodyError
	var large *http.MaxBytesError
	var faults law.Faults
	switch {
	case errors.As(err, &faults):
		p := Problem{Type: "/problems/question", Title: "the question cannot be answered", Status: http.StatusUnprocessableEntity}
		faults = faults[:min(len(faults), mostFaults)]
		for i, offset := range places(body, faults) {
			f := faults[i]
			line, column := lineOf(body, offset)
			p.Faults = append(p.Faults, Fault{
				Field: clipped(f.Field), Kind: f.Kind.Error(), Value: clipped(f.Value), Problem: clipped(f.Problem),
				Line: line, Column: column,
			})
		}
		return p
	case errors.As(err, &malformed):
		line, column := lineOf(body, malformed.offset)
		return Problem{
			Type: "/problems/json", Title: "the body is not JSON", Status: http.StatusBadRequest,
			Detail: malformed.err.Error(), Line: line, Column: column,
		}
	case errors.As(err, &large):
		return Problem{
			Type: "/problems/too-large", Title: "the body is too large", Status: http.StatusRequestEntityTooLarge,
			Detail: large.Error(),
		}
	case errors.Is(err, errAnswer):
		return Problem{
			Type: "/problems/answer-too-large", Title: "the answer would be too large", Status: http.StatusUnprocessableEntity,
			Detail: err.Error(),
		}
	case errors.Is(err, os.ErrDeadlineExceeded):
		return Problem{Type: "/problems/slow", Title: "the body did not come in time", Status: http.StatusRequestTimeout}
	}
	// What went wrong between the machines is no business of the peer's: the
	// error may name addresses.
	return Problem{Type: "/problems/unread", Title: "the body could not be read", Status: http.StatusBadRequest}
}

// busy tells a peer to come back.
func busy() Problem {
	return Problem{
		Type: "/problems/busy", Title: "too many questions are at hand", Status: http.StatusServiceUnavailable,
		Detail: "ask again in a second",
	}
}
