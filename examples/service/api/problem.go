package api

import (
	"errors"
	"net/http"

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
	// Line and Column, counted from 1, are where the body stops being JSON of
	// the question.
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`
	// Faults are all that keeps the question from being answered.
	Faults []Fault `json:"faults,omitempty"`
}

// Fault is one fault of a question.
type Fault struct {
	// Field is the path of the field, such as "orders[2].amount".
	Field string `json:"field"`
	// Kind is missing, invalid, range, duplicate, conflict or unsupported.
	Kind string `json:"kind"`
	// Value is what was given.
	Value string `json:"value,omitempty"`
	// Problem says what is wrong with it.
	Problem string `json:"problem"`
}

// problem tells of an error in answering.
func problem(err error) Problem {
	var malformed *bodyError
	var large *http.MaxBytesError
	var faults law.Faults
	switch {
	case errors.As(err, &faults):
		p := Problem{Type: "/problems/question", Title: "the question cannot be answered", Status: http.StatusUnprocessableEntity}
		for _, f := range faults {
			p.Faults = append(p.Faults, Fault{Field: f.Field, Kind: kind(f), Value: f.Value, Problem: f.Problem})
		}
		return p
	case errors.As(err, &malformed):
		return Problem{
			Type: "/problems/json", Title: "the body is not JSON of this question", Status: http.StatusBadRequest,
			Detail: malformed.err.Error(), Line: malformed.line, Column: malformed.column,
		}
	case errors.As(err, &large):
		return Problem{
			Type: "/problems/too-large", Title: "the body is too large", Status: http.StatusRequestEntityTooLarge,
			Detail: large.Error(),
		}
	}
	return Problem{Type: "/problems/unread", Title: "the body could not be read", Status: http.StatusBadRequest, Detail: err.Error()}
}

// kind is the word for a fault's kind.
func kind(f *law.Fault) string {
	switch {
	case errors.Is(f, law.ErrMissing):
		return "missing"
	case errors.Is(f, law.ErrRange):
		return "range"
	case errors.Is(f, law.ErrDuplicate):
		return "duplicate"
	case errors.Is(f, law.ErrConflict):
		return "conflict"
	case errors.Is(f, law.ErrUnsupported):
		return "unsupported"
	}
	return "invalid"
}
