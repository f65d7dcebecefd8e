// Package restrict tells when restricted stock may be sold: under Rule 144
// (17 CFR 230.144), and without its legend under the terms of the agreement by
// which it was bought.
//
// [Rule144] answers for one lot, one seller and one day of sale, and explains
// itself; [Screen] gives the same answer for bulk use, without a sentence and
// without an allocation. [Milestones] lists the days on which the answer
// changes from the purchase on, through every version of the rule: the version
// that counts is the one in force on the day of the sale, however old the
// purchase.
//
// No authority says on which day six months or a year have elapsed. Answers
// follow the anniversary; every date comes with the conservative one beside it
// ([Dates]), and a day in between is marked as a boundary.
//
// [Delivery] is the covenant to exchange sold shares for unlegended ones within
// a few business days of the papers' receipt.
//
// A fact left out is refused by name. A fact that is unknown, and on which the
// answer turns, makes the answer unknown and never available. An answer says
// which conditions hold on the facts given; it is no opinion that a sale is
// lawful, and says nothing of state law, contracts or fraud.
//
// Sales from 1997-04-29 on are covered. Not covered yet: how a holding period
// passes from one security or holder to the next, estates, pledges paid by
// note, the amounts of the volume limit, Form 144, and former shell companies,
// for whose stock the answer is unknown.
package restrict
