// Package calendar answers on which day something closes, settles, falls due or
// counts, for US markets, banks and government offices, and shows the steps.
//
// A [Date] is a day without a time, a [Clock] a time of day, and [Date.At] makes an
// instant of the two. A [Calendar] says which days are open:
//
//	closing, err := calendar.NYSE().Next(calendar.MustDate(2002, time.November, 27))
//	// 2002-11-29: November 28 is Thanksgiving Day
//
// [NYSE] has every session since 1885 with its hours ([Calendar.IsOpenAt]),
// [FederalReserve] the days of banks, [Federal] those on which the SEC takes filings,
// and [Settlement] those of DTC. [Calendar.With], [Calendar.And] and [Calendar.Or]
// amend and combine them; [New] takes any [Definition], and is stored as it.
//
// A [Deadline] is a contract's clause as a value: it is compared, stored as JSON and
// printed, and it counts forward, back, or from the instant of a receipt:
//
//	rule := calendar.Deadline{Count: 3, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()}
//	due, err := rule.After(calendar.MustDate(2002, time.November, 25))
//	fmt.Println(rule)     // 3 business days from the event (Federal Reserve calendar)
//	fmt.Println(due.Date) // 2002-11-29
//	fmt.Println(due.Why)  // 1. Counted from Monday, November 25, 2002, which is day 0.
//	                      // 2. 3 business days (Federal Reserve) after that day is Friday, November 29, 2002, ...
//
// A [ClosingRule] is a deadline with the hour, the date named in the contract and the
// outside date of a closing, and a [NoticeClause] says when a notice is deemed given.
// A [Window] permits the days between two deadlines, a [Run] is days in a row, a
// [Schedule] names days of every month or week, and a [TradeDateRule] and [ReceiptHours]
// say on which day an instant counts. [Statutes] lists the deadlines of the securities
// laws, each with the days that it governs.
//
// Every answer carries the reasons for it: a code and data for programs, a sentence
// for people, and the paragraph. A closing that its authority has not announced yet is
// computed by rule, and an answer that rests on one says so ([Due.Projected]). A
// question that cannot be answered is [law.Faults]: a rule that contradicts itself, or
// a day outside the calendar, never a guess.
//
// The package reads no clock, no file and no environment, and the zone of the machine
// never enters: the caller says what day it is, and the same question always has the
// same answer.
package calendar
