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
// # Money
//
// Money is pending when it came and good when it has cleared; only good money
// counts. It is then held for its purchase, until an accepted instruction
// reserves it in legs: fees, proceeds, refunds. A leg is settled, which is
// final, or it fails: a refund is then held again, and what was released stays
// owed to its payee and to nobody else. Money that nobody asked for, from
// strangers, in other currencies or above what is due, is in suspense. What a
// bank takes back after it has left is a deficit, which is reported and never
// hidden.
//
//	in = pending + held + suspense + reserved + released + refunded + returned + interest
//
// holds for each currency at every instant, to the cent.
//
// # States of a purchase
//
//	open ──► funded ──► ready ──► released ──► closed
//	  └────────┴──────────┴─► (terminated) ──► refunding ──► refunded
//
//	open       the amount due is not all there
//	funded     good money covers the amount due
//	ready      every condition that can come in before the closing has come
//	           in, so that there is a Closing Date
//	released   the legs to the fees, the Company and the investor are ordered
//	closed     and all of them are settled
//	terminated it is over without a closing, and money may still be here
//	refunding  all of it is on its way back
//	refunded   all of it went back
//
// Each purchase stands alone unless the terms say [ScopeTogether]. With a
// [Contingency] none is released before the minimum is there, and the money
// goes back if it is not there in time. Nothing goes back without a [Ground].
//
// # How to use it
//
// [New] checks the terms. [Deal.Apply] takes one [Event] and returns the next
// Deal with a [Decision]; [Deal.Check] answers the same without taking it;
// [Replay] folds a stored log. [Deal.Closing] and [Deal.Report] explain where
// things stand: what is missing, who can give it, by when, and what happens
// otherwise. Store the events as JSON: the log is the truth and the Deal a
// cache. An error is always [law.Faults] and means that the question could not
// be answered; a "no" is a Decision.
//
// Facts commute: told in any order they give the same reports, as long as none
// contradicts another. Instructions do not, and may not go back in time. Days
// and hours are those of clocks in the zone of the closing; amounts are int64
// minor units. Whether a party is who it says it is, and whether a bank's
// report is true, is for the host to know.
package escrow
