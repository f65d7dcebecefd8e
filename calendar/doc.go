// Package calendar answers on which day something closes, settles, falls due
// or counts, for US markets, banks and government offices, and shows the steps.
//
//   - [Date] is a day without a time; February 30 cannot exist. [Clock] is a
//     time of day, and [Date.At] makes an instant of the two.
//   - [Calendar] says which days are open: [NYSE] (every session since 1885,
//     with hours), [FederalReserve] (banks), [Federal] (SEC filings) and
//     [Settlement] (DTC). [New], [FromCal], [Calendar.With], [Calendar.And] and
//     [Calendar.Or] make others. Whether a day is open, and which is the tenth
//     open day after it, takes a few nanoseconds.
//   - [Deadline] is a rule as plain data, such as "three business days after":
//     it yields a [Due] day and why. [ClosingRule] and [NoticeClause] build on
//     it, and [Statutes] lists the deadlines of the securities laws.
//   - [Timeline] holds a number of the law as it changed; [SettlementCycle] is
//     one.
//
// Closings that the authority has not announced yet are computed by its rules,
// and every explained answer that used one says so ([Due.Projected]).
//
// The package reads no clock, no file and no environment: the caller says what
// day it is, and the same question always has the same answer. Errors are
// [law.Faults].
package calendar
