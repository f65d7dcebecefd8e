package offering

import (
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// MethodExchangeCap names how a [CapLedger] was made: each holder's part of the
// cap is rounded down, and moves with what the holder transfers.
const MethodExchangeCap = "exchange cap"

// MaxCapHolders is the most holders that one cap is followed for, those who come
// by transfer included. It keeps the work of redistributing small.
const MaxCapHolders = 2_000

// ExchangeCap is the most shares that a deal may issue without a vote of the
// shareholders, and what each holder may have of them. Outstanding is required.
type ExchangeCap struct {
	// Outstanding is the number of shares outstanding before the deal.
	Outstanding int64 `json:"outstanding"`
	// Limit is the part of them that may be issued. Zero is 19.99%, the market
	// form, and a reason says so.
	Limit exact.Fraction `json:"limit,omitzero"`
	// Aggregated is the number of shares already issued that count against the
	// cap, such as those of an earlier closing. Zero is none.
	Aggregated int64 `json:"aggregated,omitempty"`
	// Approved is true once the shareholders have approved the deal, which
	// lifts the cap. False is not approved.
	Approved bool `json:"approved,omitempty"`
	// Authority is the section that sets the cap.
	Authority law.Citation `json:"authority,omitzero"`
}

// CapHolder is a holder as of the closing.
type CapHolder struct {
	// Holder names the holder, once in a list. It is required.
	Holder string `json:"holder"`
	// Securities is what the cap is allocated in proportion to: the shares,
	// warrants or dollars first bought. It is above zero.
	Securities int64 `json:"securities"`
}

// CapEventKind says what happened. It is required.
type CapEventKind string

// The kinds of event.
const (
	// CapIssue issues Shares to the Holder, as far as its part of the cap goes.
	CapIssue CapEventKind = "issue"
	// CapTransfer moves Securities of the Holder to another, with the same part
	// of what is left of the Holder's part of the cap, rounded down.
	CapTransfer CapEventKind = "transfer"
	// CapDone says that the Holder has nothing left to exercise: what is left
	// of its part goes to the others in proportion to their securities.
	CapDone CapEventKind = "done"
)

func (CapEventKind) all() []CapEventKind {
	return []CapEventKind{CapIssue, CapTransfer, CapDone}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (c *CapEventKind) UnmarshalText(text []byte) error {
	return law.ReadWord(c, text, c.all()...)
}

// CapEvent is something that happens to the cap after the closing.
type CapEvent struct {
	Kind CapEventKind `json:"kind"`
	// Holder is whom it happens to.
	Holder string `json:"holder"`
	// To is who receives a transfer, a new holder perhaps. It belongs to no
	// other kind.
	To string `json:"to,omitempty"`
	// Shares is the number that an issue is for.
	Shares int64 `json:"shares,omitempty"`
	// Securities is the number that a transfer moves, at most what the holder
	// has.
	Securities int64 `json:"securities,omitempty"`
}

// CapLedger is the cap, each holder's part of it, and what each event did. The
// shares allowed never come to more than the cap, whatever the events.
//
// The zero CapLedger is no answer; it comes only beside an error.
type CapLedger struct {
	// Cap is the most shares that may be issued, before what is Aggregated.
	// Lifted is true when the shareholders have approved and there is none.
	Cap    int64 `json:"cap"`
	Lifted bool  `json:"lifted,omitempty"`
	// Rows has one row for each holder: those given, then those who came by
	// transfer, in the order of their coming.
	Rows []CapRow `json:"rows"`
	// Decisions has one entry for each event.
	Decisions []CapDecision `json:"decisions"`
	// Issued is the sum of what was allowed. Unallocated is what is in nobody's
	// part: the fractions dropped, and what nobody was left to take.
	Issued      int64 `json:"issued"`
	Unallocated int64 `json:"unallocated"`
	// Method and Version are MethodExchangeCap and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the cap; the rows explain themselves. Its codes begin with
	// "offering.exchange_cap.".
	Why law.Reasons `json:"why,omitempty"`
}

// CapRow is one holder's part of a cap.
type CapRow struct {
	Holder string `json:"holder"`
	// Securities is what the holder has of them after the events.
	Securities int64 `json:"securities"`
	// Allocation is the holder's part of the cap, transfers included; Issued is
	// what has been used of it and Remaining the rest.
	Allocation int64 `json:"allocation"`
	Issued     int64 `json:"issued"`
	Remaining  int64 `json:"remaining"`
	// Done is true once the holder has nothing left to exercise.
	Done bool `json:"done,omitempty"`
	// Why says how Allocation came about. Its codes begin with
	// "offering.exchange_cap.row.".
	Why law.Reasons `json:"why,omitempty"`
}

// CapDecision is what one event did.
type CapDecision struct {
	// Allowed is how many shares an issue was allowed, and Refused the rest of
	// what it asked for.
	Allowed int64 `json:"allowed"`
	Refused int64 `json:"refused"`
	// Moved is how much of the cap a transfer took along, or a holder who is
	// done left to the others.
	Moved int64 `json:"moved"`
}

// Follow allocates the cap among the holders and follows it through the events.
// The cap and each holder's part are rounded down, so that together they never
// exceed it.
//
// Errors are law.Faults: a missing Outstanding, holder, securities, kind or
// figure of an event is law.ErrMissing; numbers below zero or past an int64 in
// sum, a Limit above the whole, a transfer of more than the holder has, and more
// than MaxCapHolders are law.ErrRange; a holder named twice is law.ErrDuplicate; an unknown word or
// holder is law.ErrInvalid; a transfer to oneself, an event of a holder who is
// done, and a field that belongs to another kind are law.ErrConflict. At most a
// hundred faulty rows are named.
func (c ExchangeCap) Follow(holders []CapHolder, events []CapEvent) (CapLedger, error) {
	var fs law.Faults
	w := capLedger{terms: c, explanation: explanation{authority: c.Authority}}
	w.read(&fs, holders)
	w.follow(&fs, events)
	if len(fs) > 0 {
		return CapLedger{}, fs
	}
	w.finish(int64(len(holders)))
	return w.result, nil
}

// Shares is the cap: the most shares that may be issued, rounded down, less what
// is aggregated. It is the bulk path; nothing is explained, and approval is not
// looked at.
//
// An Outstanding of zero is law.ErrMissing; numbers below zero and a Limit above
// the whole are law.ErrRange. A cap that is used up is zero.
func (c ExchangeCap) Shares() (int64, error) {
	var fs law.Faults
	limit := c.check(&fs)
	if len(fs) > 0 {
		return 0, fs
	}
	return max(0, kernel.Part(limit, c.Outstanding).Whole-c.Aggregated), nil
}

// check records what is wrong with the terms and returns the limit.
func (c ExchangeCap) check(fs *law.Faults) exact.Fraction {
	check.Cited(fs, "authority", c.Authority)
	limit := c.Limit
	if limit.IsZero() {
		limit = exact.Fraction{Num: 1999, Den: 10_000}
	}
	check.Positive(fs, "outstanding", c.Outstanding)
	check.NotBelowZero(fs, "aggregated", c.Aggregated)
	kernel.CheckFraction(fs, "limit", limit)
	return limit
}

// check records what is wrong with an event by itself.
func (event CapEvent) check(fs *law.Faults) {
	law.OneOf(fs, "kind", event.Kind, event.Kind.all()...)
	needText(fs, "holder", event.Holder)
	belongs := func(name string, n int64, kind CapEventKind) {
		switch {
		case event.Kind == kind:
			check.Positive(fs, name, n)
		case n != 0:
			fs.Add(law.ErrConflict, name, strconv.FormatInt(n, 10), "has no meaning for this kind of event")
		}
	}
	belongs("shares", event.Shares, CapIssue)
	belongs("securities", event.Securities, CapTransfer)
	switch {
	case event.Kind != CapTransfer && event.To != "":
		fs.Add(law.ErrConflict, "to", strconv.QuoteToASCII(event.To), "has no meaning for this kind of event")
	case event.Kind == CapTransfer && event.To != "" && strings.TrimSpace(event.To) == strings.TrimSpace(event.Holder):
		fs.Add(law.ErrConflict, "to", strconv.QuoteToASCII(event.To), "is the holder itself")
	case event.Kind == CapTransfer:
		needText(fs, "to", event.To)
	}
}
