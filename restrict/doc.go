// Package restrict tells when restricted stock may be sold: under Rule 144
// (17 CFR 230.144), and without its legend under the terms of the agreement by
// which it was bought.
//
// [Rule144] answers for one lot, one seller and one day of sale, and explains
// itself; [Screen] gives the same answer for bulk use, without a sentence and
// without an allocation. [Milestones] lists the days on which the answer
// changes from the purchase on, through every version of the rule: the version
// that counts is the one in force on the day of the sale, however old the
// purchase. [HoldingStart] finds the day from which a lot counts, through all that
// happened to it. [VolumeLimit], [Aggregate], [MannerOfSale], [BrokersTransaction]
// and [Form144] hold the conditions (e) to (h) against amounts and days. [Rule145]
// answers for what was acquired in a merger with a shell company. [Law] lists
// the rules and numbers behind the answers, each with its authority and with
// what about it is not verified.
//
// No authority says on which day six months or a year have elapsed. Answers
// follow the anniversary; every date comes with the conservative one beside it
// ([Dates]), and a day in between is marked as a boundary.
//
// [Legend] holds a legend's words and what releases it; [SplitCertificate]
// divides a certificate on a partial sale; [CheckTransfer] names all that stands
// against a transfer. [Delivery] is the covenant to exchange sold shares for
// unlegended ones within a few business days; [Damages] prices lateness,
// [TogetherDamages] charges no day under two clauses, and [BuyIn] holds the cost
// of replacement shares against what the clause names. [Registration] is what a
// registration rights agreement asks: its clocks, the days of grace for
// suspensions, and what a failure costs, period by period.
//
// A fact left out is refused by name. A fact that is unknown, and on which the
// answer turns, makes the answer unknown and never available. An answer says
// which conditions hold on the facts given; it is no opinion that a sale is
// lawful, and says nothing of state law, contracts or fraud.
//
// Sales from 1990-04-30 on are covered. Of the text before 1997-04-29 only the
// lengths of the periods are confirmed, and every reason under it says so. What
// was not read is left open rather than filled in: the relief of estates,
// pledgees and donees before 2008-02-15, that of pledgees and donees with issuers
// that do not report, the stock of shell companies before that day, and start-up
// companies; whether (c)(1) asked for Forms 8-K before that day, and whether the
// one-year way of Rule 145(d) asked for three months without affiliation. What is
// recalled and not read carries that doubt in its citation, as Rule 701(g) and
// Rule 145 before 2008-02-15 do.
//
// Beside Rule 144, [Exemptions] holds what is verified of Section 4(a)(7) and
// of Rule 144A as checklists. Left out, since they are recalled only: the
// information that a reseller under Section 4(a)(7) has to give, and that its
// buyers' securities are restricted; which securities Rule 144A counts as
// fungible, its tests of convertibles and warrants, and its information; and
// the whole of the "Section 4(a)(1-1/2)" exemption.
package restrict
