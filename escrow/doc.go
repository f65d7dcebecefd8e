// Package escrow answers the questions of a closing through an escrow agent:
// which conditions are met and since when, on which day and until which minute
// money may go, who may give up what, and who is paid how much.
//
// # The idea
//
// Facts are recorded; instructions are decided. A wire that cleared, a
// certificate delivered, a halt in trading are taken as they come, in any order.
// A release or a waiver is accepted, or refused with every reason at once. A
// condition is a test of facts that runs in one party's favor; a waiver is that
// party's act, and never speaks for another.
//
// Nothing is set by hand. Whether a purchase is funded, which day is the Closing
// Date, who still owes what: all of it is derived from the terms and the log of
// events, as of an instant that the caller names. The package has no clock and no
// memory besides the [Deal] it hands back, which is an immutable value.
//
// # Findings and money
//
// A condition is met, waived, unmet or unknown. Only the first two let money go.
// What nobody has said is unknown and never a yes, but for an [Absence].
//
// Money is pending when it came and good when it has cleared; only good money
// counts. It is held for its purchase until an accepted instruction reserves it in
// legs: fees, proceeds, refunds. A leg is settled, which is final, or it fails: a
// refund is then held again, and what was released stays owed to its payee alone.
// What nobody asked for is in suspense. What a bank takes back after it has left is
// a deficit, reported and never hidden. For each currency at every instant,
//
//	in = pending + held + suspense + reserved + released + refunded + returned + interest
//
// A purchase is [StageOpen], funded, ready, released and closed, or terminated,
// refunding and refunded; [Stage] has the table of what becomes of each event at each
// of them. Each stands alone unless the terms say [ScopeTogether].
// With a [Contingency] none is released before the minimum is there. Nothing goes
// back without a [Ground].
//
// # How to use it
//
// [New] checks the terms. [Deal.Apply] takes one [Event] and returns the next Deal
// with a [Decision]; [Deal.Check] answers the same without taking it; [Replay] folds
// a stored log. [Deal.Closing] and [Deal.Report] tell what is missing, who can give
// it, by when, and what happens otherwise. Store the events as JSON: the log is the
// truth and the Deal a cache. An error is always [law.Faults] and means that the
// question could not be answered; a "no" is a Decision.
//
// Facts commute as long as none contradicts another, also with amendments, which
// bind from their own instant on. Instructions may not go back in time. Days and
// hours are those of clocks in the zone of the closing; amounts are int64 minor
// units. Whether a party is who it says it is, and whether a bank's report is true,
// is for the host to know.
package escrow
