// Package escrow answers the questions of a closing through an escrow agent:
// which conditions are met and since when, on which day and until which minute
// money may go, who may give up what, and who is paid how much.
//
// # The idea
//
// Facts are recorded; instructions are decided. A wire that cleared, a
// certificate delivered, a halt in trading are facts: they are taken as they
// come, in any order. A release or a waiver is an instruction: it is accepted,
// or refused with every reason at once. A condition is a test of facts that
// runs in one party's favor; a waiver is that party's act. The three are kept
// apart, so that one investor's waiver never speaks for another.
//
// Nothing is set by hand. Whether a purchase is funded, which day is the
// Closing Date, who still owes what: all of it is derived from the terms and
// the log of events, as of an instant that the caller names. The package has
// no clock and no memory besides the [Deal] it hands back, which is an
// immutable value.
//
// # Findings
//
// A condition is met, waived, unmet or unknown. Only the first two let money
// go. What nobody has said is unknown and never a yes, with one exception that
// the terms must ask for by name: an [Absence], such as that of a law.
//
// # States of a purchase
//
//	open ──► funded ──► ready ──► released
//
//	open      the amount due is not all there
//	funded    good money covers the amount due
//	ready     every condition that can come in before the closing has come
//	          in, so that there is a Closing Date
//	released  the money went to the fees and the Company, the certificates
//	          to the investor
//
// Each purchase stands alone unless the terms say [ScopeTogether].
//
// # How to use it
//
// [New] checks the terms. [Deal.Apply] takes one [Event] and returns the next
// Deal with a [Decision]; [Deal.Check] answers the same without taking it;
// [Replay] folds a stored log. [Deal.Closing] and [Deal.Report] explain where
// things stand. Store the events as JSON: the log is the truth and the Deal a
// cache. An error is always [law.Faults] and means that the question could not
// be answered; a "no" is a Decision.
//
// Dates are those of New York clocks, and money is int64 cents of one
// currency. Not served yet: minimums, refunds, deposits that bounce,
// settlement of legs, holds and amendments.
package escrow
