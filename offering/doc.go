// Package offering turns money into whole shares, with every cent and every
// share accounted for.
//
//   - [Shares] divides one amount by a price. [Allocate] does so for the whole
//     book of an offering, cuts it back to a limit, ties it out to the stated
//     total, and reports what does not tie. [Closings] continues a book over
//     several closings, [OverAllotment] adds the option, [Warrants], [Unit],
//     [Valuation] and [MarketPrice] the terms around the price, [Waterfall] the
//     fees.
//   - [Apportion] divides a total by weights, [Method] does so by name and
//     within bounds; [Pool] and [Priority] explain claims, lots, minimums and
//     tiers. [Tender], [RightsOffering], [Participation], [Underwriting] and
//     [Lottery] prorate by the rules of their trade.
//   - [Split] and [Adjustment] follow shares and prices through a
//     recapitalization. [Majority], [Approval], [Blocker], [ExchangeCap],
//     [Issuance] and [BabyShelf] are consents and caps.
//
// All arithmetic is in exact integers. A quotient is rounded once, from its
// remainder, by a [exact.Rounding] that the caller names and the result repeats. The
// package variables of shopspring/decimal, which any part of a program may
// set, change no answer.
//
// # Limits
//
// A decimal is accepted with an exponent from -[exact.MaxExponent] to [exact.MaxExponent]
// and at most [exact.MaxDigits] digits, counted as written: 1.50 has three. What lies
// beyond is refused in constant time, before anything is scaled; of JSON, more
// digits are refused before they are made a decimal. Share counts fit an int64.
// [Allocate] keeps books in US dollars and cents.
//
// # Refusals
//
// A question that cannot be answered yields [law.Faults], all of them at once,
// each with the field, the value and the limit it broke. Amounts that do not
// tie out are no error: they are part of the answer.
//
// # JSON
//
// What a question is made of is read strictly: a field that is unknown, in other
// letters or given twice is refused with its path, so that no term is lost.
//
// Every input and result survives a round trip. Text that would not is refused:
// what is not valid UTF-8, or holds the replacement character U+FFFD. A list
// without entries and none at all are one and the same, and either may come back as
// the other. Decimals are written by
// shopspring/decimal, as strings unless the program has told it otherwise; 1.50
// may come back as 1.5, which is the same amount.
package offering
