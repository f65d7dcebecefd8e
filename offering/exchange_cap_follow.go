package offering

import (
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// capLedger is a cap on its way through the events.
type capLedger struct {
	explanation
	terms  ExchangeCap
	limit  exact.Fraction
	result CapLedger
	index  map[string]int // the rows by name
	live   int64          // securities of the holders who are not done
	first  []int64        // what the cap gave the holders listed
}

// read checks the terms and holders and allocates the cap.
func (w *capLedger) read(fs *law.Faults, holders []CapHolder) {
	w.limit = w.terms.check(fs)
	w.result = CapLedger{Lifted: w.terms.Approved, Method: MethodExchangeCap, Version: MethodVersion}
	w.result.Rows = make([]CapRow, len(holders))
	rows := newRowChecker(fs, "holders", len(holders))
	w.index = make(map[string]int, len(holders))
	for i, holder := range holders {
		var row law.Faults
		rows.name(&row, "holder", i, holder.Holder)
		if check.Positive(&row, "securities", holder.Securities) {
			addCount(&row, "securities", &w.live, holder.Securities, "securities")
		}
		rows.Add(fs, i, row)
		w.index[strings.TrimSpace(holder.Holder)] = i
		w.result.Rows[i] = CapRow{Holder: holder.Holder, Securities: holder.Securities}
	}
	rows.Close(fs)
	check.AtMost(fs, "holders", len(holders), MaxCapHolders)
	if len(*fs) > 0 {
		return
	}
	w.result.Cap = kernel.Part(w.limit, w.terms.Outstanding).Whole
	free := max(0, w.result.Cap-w.terms.Aggregated)
	w.result.Unallocated = free
	for i := range w.result.Rows {
		row := &w.result.Rows[i]
		q := kernel.Part(exact.Fraction{Num: row.Securities, Den: w.live}, free)
		row.Allocation = q.Whole
		w.result.Unallocated -= row.Allocation
		w.because(row, codeExchangeCapRowPart,
			"Its "+kernel.Count(row.Securities)+" of "+kernel.Count(w.live)+" securities are "+kernel.Parts(q.Mixed(), "share")+
				" of the "+kernel.Count(free)+" to be had: "+kernel.Count(q.Whole)+", rounded down so that the parts never exceed the cap.")
		w.first = append(w.first, q.Whole)
	}
}

// follow takes the events in their order. Faults of an event may follow from
// those of an earlier one; the events after the first faulty one are therefore
// checked by themselves alone.
func (w *capLedger) follow(fs *law.Faults, events []CapEvent) {
	rows := check.Rows{List: "events"}
	w.result.Decisions = make([]CapDecision, len(events))
	for i, event := range events {
		var row law.Faults
		event.check(&row)
		if len(*fs) == 0 && len(row) == 0 {
			w.result.Decisions[i] = w.apply(&row, event)
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
}

// apply does one event.
func (w *capLedger) apply(fs *law.Faults, event CapEvent) CapDecision {
	i, known := w.index[strings.TrimSpace(event.Holder)]
	if !known {
		fs.Add(law.ErrInvalid, "holder", strconv.QuoteToASCII(event.Holder), "holds nothing under the cap")
		return CapDecision{}
	}
	row := &w.result.Rows[i]
	if row.Done {
		fs.Add(law.ErrConflict, "holder", strconv.QuoteToASCII(event.Holder), "is done: it has nothing left to exercise")
		return CapDecision{}
	}
	switch event.Kind {
	case CapIssue:
		allowed := min(event.Shares, row.Allocation-row.Issued)
		if w.result.Lifted {
			allowed = event.Shares
		}
		if allowed > NoMaximum-w.result.Issued {
			fs.Add(law.ErrRange, "shares", strconv.FormatInt(event.Shares, 10), "takes the shares issued past an int64")
			return CapDecision{}
		}
		row.Issued += allowed
		w.result.Issued += allowed
		return CapDecision{Allowed: allowed, Refused: event.Shares - allowed}
	case CapTransfer:
		return w.transfer(fs, i, event)
	default:
		return w.done(i)
	}
}

// transfer moves securities, and with them the same part of what is left of the
// transferor's allocation. What has been issued stays where it was issued.
func (w *capLedger) transfer(fs *law.Faults, from int, event CapEvent) CapDecision {
	row := &w.result.Rows[from]
	if event.Securities > row.Securities {
		fs.Add(law.ErrRange, "securities", strconv.FormatInt(event.Securities, 10),
			"is more than the %d that the holder has", row.Securities)
		return CapDecision{}
	}
	key := strings.TrimSpace(event.To)
	to, known := w.index[key]
	if known && w.result.Rows[to].Done {
		fs.Add(law.ErrConflict, "to", strconv.QuoteToASCII(event.To), "is done: it has nothing left to exercise")
		return CapDecision{}
	}
	if !known && len(w.result.Rows) >= MaxCapHolders {
		fs.Add(law.ErrRange, "to", strconv.QuoteToASCII(event.To), "is one holder more than %d", MaxCapHolders)
		return CapDecision{}
	}
	if !known {
		to = len(w.result.Rows)
		w.index[key] = to
		w.result.Rows = append(w.result.Rows, CapRow{Holder: event.To})
		row = &w.result.Rows[from]
	}
	moved := kernel.Part(exact.Fraction{Num: event.Securities, Den: row.Securities}, max(0, row.Allocation-row.Issued)).Whole
	row.Securities -= event.Securities
	row.Allocation -= moved
	w.result.Rows[to].Securities += event.Securities
	w.result.Rows[to].Allocation += moved
	return CapDecision{Moved: moved}
}

// done gives what a holder leaves of its allocation to the others. The sum is
// exact, so the cap is neither exceeded nor wasted.
func (w *capLedger) done(i int) CapDecision {
	row := &w.result.Rows[i]
	row.Done = true
	left := max(0, row.Allocation-row.Issued)
	row.Allocation -= left
	w.live -= row.Securities
	if w.live == 0 {
		w.result.Unallocated += left
		return CapDecision{}
	}
	weights := make([]int64, len(w.result.Rows))
	for k := range w.result.Rows {
		if other := &w.result.Rows[k]; !other.Done {
			weights[k] = other.Securities
		}
	}
	shares, _ := Apportion(left, weights) // some weight is above zero
	for k := range w.result.Rows {
		w.result.Rows[k].Allocation += shares[k]
	}
	return CapDecision{Moved: left}
}

// finish works out what remains and says what the cap is.
func (w *capLedger) finish(holders int64) {
	var refused kernel.Uint128
	for _, decision := range w.result.Decisions {
		refused = refused.Plus(kernel.Wide(uint64(decision.Refused)))
	}
	for i := range w.result.Rows {
		row := &w.result.Rows[i]
		row.Remaining = max(0, row.Allocation-row.Issued)
		w.explainRow(i)
	}
	w.reading(codeExchangeCapLimit, codeExchangeCapLimitDefault, !w.terms.Limit.IsZero(), w.limit.String()+" of the "+
		kernel.Counted(w.terms.Outstanding, "share")+" outstanding before the deal is "+kernel.Count(w.result.Cap)+", rounded down")
	if w.terms.Aggregated > 0 {
		w.add(codeExchangeCapAggregated, kernel.Counted(w.terms.Aggregated, "share")+" already issued count against it.")
	}
	w.add(codeExchangeCapAllocated, "It is allocated among "+kernel.Counted(holders, "holder")+
		" in proportion to their securities, each part rounded down; nobody's part now has "+kernel.Counted(w.result.Unallocated,
		"share")+".")
	if w.result.Lifted {
		w.add(codeExchangeCapLifted, "The shareholders have approved, so the cap limits no issue.")
	}
	text := kernel.Counted(w.result.Issued, "share") + " have been issued"
	if refused == (kernel.Uint128{}) {
		w.add(codeExchangeCapIssued, text+".")
	} else {
		w.add(codeExchangeCapRefused, text+", and "+kernel.Of(refused.Decimal(0)).String()+
			" asked for beyond the holders' parts were refused.")
	}
	w.result.Why = w.why
}

// explainRow says what the events made of the holder's part.
func (w *capLedger) explainRow(i int) {
	row := &w.result.Rows[i]
	switch {
	case i >= len(w.first):
		w.because(row, codeExchangeCapRowTransferee,
			"It came by transfer; with what transfers and holders who are done moved, its part is now "+
				kernel.Count(row.Allocation)+".")
	case row.Allocation != w.first[i]:
		w.because(row, codeExchangeCapRowMoved,
			"Transfers and holders who are done, whose odd shares go to the largest fractions, make it "+
				kernel.Count(row.Allocation)+" now.")
	}
}

// because adds a reason to the row.
func (w *capLedger) because(row *CapRow, code law.Code, text string) {
	row.Why = append(row.Why, law.Reason{Code: code, Text: text, Authority: w.authority})
}
