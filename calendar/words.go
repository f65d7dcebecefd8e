package calendar

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/offerkit/offerkit/internal/words"
	"github.com/offerkit/offerkit/law"
)

// Every sentence of the package is here: those of reasons, by their codes, and those
// that [Deadline.String] and its like return. What a reason holds is decided where
// the rule is; how it reads is decided here, from its code and data alone.

// The codes that the other packages and programs look for.
const (
	// CodeCount is of the step that names the day counted to.
	CodeCount law.Code = "calendar.count"
	// CodeShortSession is of the step that names special hours on the day of the
	// closing.
	CodeShortSession law.Code = "calendar.closing.session"
	// CodeProjected is of the step that warns of a closing computed by rule.
	CodeProjected law.Code = "calendar.projected"
)

// The other codes.
const (
	codeReceipt   law.Code = "calendar.receipt"
	codeEvent     law.Code = "calendar.event"
	codeClipped   law.Code = "calendar.clipped"
	codeMonthEnd  law.Code = "calendar.month_end"
	codeRoll      law.Code = "calendar.roll"
	codeTolled    law.Code = "calendar.tolled"
	codeExclusive law.Code = "calendar.exclusive"
	codeFedwire   law.Code = "calendar.fedwire"
	codeOrder     law.Code = "calendar.executive_order"

	codeTradeDate law.Code = "calendar.trade_date"

	codeEarlier law.Code = "calendar.earlier"
	codeLater   law.Code = "calendar.later"

	codeFixed       law.Code = "calendar.closing.fixed"
	codeFixedClosed law.Code = "calendar.closing.fixed_closed"
	codeNotBefore   law.Code = "calendar.closing.not_before"
	codeBy          law.Code = "calendar.closing.by"
	codeOutside     law.Code = "calendar.closing.outside"

	codeNoticeMethod          law.Code = "calendar.notice.method"
	codeNoticeCopy            law.Code = "calendar.notice.copy"
	codeNoticeNotSent         law.Code = "calendar.notice.not_sent"
	codeNoticeNotReceived     law.Code = "calendar.notice.not_received"
	codeNoticeReceivedEarlier law.Code = "calendar.notice.received_earlier"

	codeWindow       law.Code = "calendar.window"
	codeWindowNone   law.Code = "calendar.window.none"
	codeWindowWithin law.Code = "calendar.window.within"
	codeWindowEarly  law.Code = "calendar.window.early"
	codeWindowLate   law.Code = "calendar.window.late"
	codeRun          law.Code = "calendar.run"
	codeSchedule     law.Code = "calendar.schedule"
	codeHours        law.Code = "calendar.hours"
	codeHoursOutside law.Code = "calendar.hours.outside"
)

// rows are the sentences by code. Package words says how a template is read.
func rows() []words.Row {
	return []words.Row{
		words.For(codeReceipt, "The day on which an instant counts, and the cutoff.",
			"{at:instant} ({zone:place})[, {added} {unit:after added} after the notice was {since},][ is {relation} the {cutoff:clock} cutoff and] "+
				"counts as {counts:weekday}."),
		words.For(codeEvent, "The day from which the period is counted.",
			"[{name}: ]counted from {event:weekday}[!closed , which is day [!day 0][{day}]]"+
				"[, on which the {calendar} calendar is closed ({closed:dates})"+
				"[!day_0 , so that the first open day {direction} it is day 1][; {day_0:weekday} is day 0][; {day_1:weekday} is day 1]]."),
		words.For(CodeCount, "The day counted to, and the closed days not counted.",
			"[!count the day itself counts: {to:weekday}]"+
				"[{count} {unit:after count}[ (T+{cycle} on that day; {calendar})][!cycle [ ({calendar})]] {direction} that day is {to:weekday}]"+
				"[the period of {count} {unit:after count}[ ({calendar})], counting day 1, {ends} on {to:weekday}]"+
				"[, not counting {passed:dates}][ and {more} more closed days]."),
		words.For(codeClipped, "The month has no such day, so that its last day is taken.",
			"{month} has no day {day}, so its [!last last day][{last}] is used."),
		words.For(codeMonthEnd, "The count begins at the end of a month and ends at the end of a month.",
			"{from:weekday} is the {last} of its month, so the {last} of {month} is used."),
		words.For(codeTolled, "The days of suspensions by which the deadline is later.",
			"[not counting {not_counted} {unit:after not_counted}[ ({calendar})] of suspension]"+
				"[extended by {extended} {unit:after extended}[ ({calendar})] of suspension]"+
				"[ ({suspended:dates}[ and {more} more]), {from:weekday} becomes {to:weekday}]"+
				"[!to no day of a suspension falls within the period]."),
		words.For(codeRoll, "The day counted to is closed, and the deadline moves to an open day.",
			"{from:weekday} is closed ({closed:dates}), so the date moves {direction} to {to:weekday}."),
		words.For(codeExclusive, "The day counted to is itself too late.",
			"The act must be done before that day; the last day is {last:weekday}."),
		words.Note(CodeProjected, "A closing was computed by rule and has not been announced.",
			"Closings of the {calendar} calendar are announced through {announced:date}; later ones are computed by rule and may change."),
		words.Note(codeFedwire, "The Fedwire is expected to run on days that the calendar treats as closed.",
			"The Fedwire is expected to run on Sundays and on holidays from Monday to Friday as well, from a day in 2028 or 2029 that has not been announced. "+
				"The {calendar} calendar treats those days as closed; the first of them here is {day:weekday}."),
		words.Note(codeOrder, "A closing by executive order that is not known yet would move the day.",
			"No executive order that closes the federal government on {day:weekday} is known; orders for that day of the year from {since} to {through}: {orders}. "+
				"If one is issued, the last day [!later [!sooner may be another than {date:weekday}]]"+
				"[becomes {later:weekday}, and a minimum period that ends on {date:weekday} is too short]"+
				"[becomes {sooner:weekday}, and an act on {date:weekday} is too late]."),

		words.For(codeTradeDate, "The trade date of an instant, and its hours.",
			"{at:instant} ({zone:place}) is in the trading hours of {date:weekday}, which run from {begins:instant} to {ends:instant}."),

		words.For(codeEarlier, "Which of several days is the earliest.",
			"The earlier of these is {date:weekday}[ ({name})]."),
		words.For(codeLater, "Which of several days is the latest.",
			"The later of these is {date:weekday}[ ({name})]."),

		words.For(codeFixed, "The closing is on the date named in the contract.",
			"The conditions were satisfied on {met:date}, in time for the date named in the contract, {fixed:weekday}."),
		words.Note(codeFixedClosed, "The calendar is closed on the date named, which does not move.",
			"The {calendar} calendar is closed on that day ({closed:dates}); the date named in the contract does not move."),
		words.For(codeNotBefore, "The closing is later than the rule gives, since its conditions were satisfied only then.",
			"The conditions were satisfied [on {met:weekday}, after that day][at {at:instant} ({zone:place}), too late for a closing on that day]; "+
				"the closing takes place on the next day on which it can, {to:weekday}."),
		words.For(codeBy, "The time of day by which the closing takes place.",
			"The closing takes place {relation} {cutoff:clock} {zone:place} on {date:weekday}."),
		words.Note(CodeShortSession, "The day of the closing has special hours, which change neither the day nor the time.",
			"That day has special hours[, {open:clock} to {close:clock}] ({occasion}); it is a trading day, and the time of the closing does not change."),
		words.Against(codeOutside, "The closing would be after the outside date.",
			"{date:weekday} is after the outside date, {outside:weekday}."),

		words.Against(codeNoticeMethod, "The notice clause does not provide for the method.",
			"The clause does not provide for notice by {method}."),
		words.Against(codeNoticeCopy, "What was sent is a copy and does not constitute notice.",
			"A copy sent by {method} does not constitute notice."),
		words.Unknown(codeNoticeNotSent, "The notice has not been shown to have been sent.",
			"The notice by {method} has not been shown to have been sent."),
		words.Unknown(codeNoticeNotReceived, "Receipt has not been shown.",
			"The notice by {method} has not been shown to have been received."),
		words.For(codeNoticeReceivedEarlier, "Receipt was proved before the day on which the notice would be deemed given.",
			"[the notice was received on {received:weekday}, before that day, and is deemed given then]"+
				"[receipt counts as on {counts:weekday}, before the day reached from sending, and the notice is deemed given then]."),

		words.For(codeWindow, "The first and the last day of a window or a run.",
			"[{name}: ][from {first:weekday} through {last:weekday}[ ({days} {unit:after days})]]"+
				"[!last [on or after {first:weekday}]][!first [on or before {last:weekday}]]."),
		words.Against(codeWindowNone, "The last day permitted is before the first.",
			"[{name}: ]no day is permitted, since the last one, {last:weekday}, is before the first, {first:weekday}."),
		words.For(codeWindowWithin, "The day asked about is in the window.",
			"{date:weekday} is permitted[ ({name})][, since it is from {first:date} through {last:date}]"+
				"[!last [, since it is on or after {first:date}]][!first [, since it is on or before {last:date}]]."),
		words.Against(codeWindowEarly, "The day asked about is before the first one.",
			"{date:weekday} is too early[ ({name})]: the first day is {first:weekday}."),
		words.Against(codeWindowLate, "The day asked about is after the last one.",
			"{date:weekday} is too late[ ({name})]: the last day is {last:weekday}."),
		words.For(codeRun, "The first and the last of a number of consecutive days.",
			"The period of {count} {unit:after count}[ ({calendar})][ that ends on {ending:weekday} begins on {first:weekday}]"+
				"[ that begins on {beginning:weekday} ends on {last:weekday}][, not counting {passed:dates}][ and {more} more closed days]."),
		words.For(codeSchedule, "The day that a schedule names in a month or a week.",
			"The {which} of [{month}][!month that week] is {day:weekday}."),
		words.For(codeHours, "The day as of which an instant counts, under a clause that sets hours for it.",
			"{at:instant} ({zone:place}) is [!relation [!closed within the hours for receipt]][{relation} {bound:clock}[, {session} of that day,]]"+
				"[on a day on which the {calendar} calendar is closed ({closed:dates})] and counts as {counts:weekday}."),
		words.Against(codeHoursOutside, "An instant outside the hours, which does not count.",
			"{at:instant} ({zone:place}) is [{relation} {bound:clock}[, {session} of that day,]]"+
				"[on a day on which the {calendar} calendar is closed ({closed:dates})] and does not count."),
	}
}

//nolint:gochecknoglobals // the memo of a pure function
var page = sync.OnceValue(func() *words.Page { return words.NewPage(rows()) })

// reason is a reason with its sentence, from the names and values of its data in
// turn. Those without a value are left out.
func reason(code law.Code, authority law.Citation, data ...string) law.Reason {
	return page().Reason(code, authority, data...)
}

// Codes is the catalog of the codes of the reasons in [Due], [Closing], [Given], [Span]
// and [Within], with the names of their data. The slice is the caller's.
func Codes() []law.CodeInfo { return page().Codes() }

// The values of data.

// iso is a day; empty for "no date", so that the datum is left out.
func iso(d Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// moment is an instant in a zone, as RFC 3339 writes it, cut off to the second. In
// the very second of a cutoff a fraction decides, and is kept.
func moment(at time.Time, c Cutoff) string {
	local := at.In(c.Zone)
	if ClockOf(local) == c.Clock {
		return local.Format(time.RFC3339Nano)
	}
	return local.Format(time.RFC3339)
}

// utc is an instant in a fault, whole: two that differ by less than a second do not read
// as one.
func utc(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// clockText is a time of day; empty for none.
func clockText(c Clock) string {
	if c.IsZero() {
		return ""
	}
	return c.String()
}

// direction is after or before.
func direction(after bool) string {
	if after {
		return "after"
	}
	return "before"
}

// orAt is "at or before" or "at or after" if the bound itself is outside.
func orAt(relation string, itself bool) string {
	if itself {
		return "at or " + relation
	}
	return relation
}

// The clauses that rules print.

// String is the cutoff as a clause says it, such as "by 3:00 p.m. New York time".
func (c Cutoff) String() string {
	relation, zone := "by", ""
	if c.Exclusive {
		relation = "before"
	}
	if c.Zone != nil {
		zone = c.Zone.String()
	}
	return words.Say("[!zone no cutoff][!clock [by midnight {zone:place}]][{relation} {clock:clock} {zone:place}]",
		"zone", zone, "relation", relation, "clock", clockText(c.Clock))
}

// String is the deadline as a clause, such as "Form D: 15 days from the event; if the
// last day is closed, it moves forward (Federal calendar)".
func (dl Deadline) String() string { return dl.clause("the event") }

func (dl *Deadline) clause(event string) string {
	if *dl == (Deadline{}) {
		return "no deadline"
	}
	count, calendar, counted, exclusive, rolled, past, place, next := "", "", "", "", "", "", "", "next day"
	if dl.Count != 0 {
		count = strconv.Itoa(dl.Count)
	}
	if dl.needsCalendar() {
		calendar = dl.Calendar.Name()
	}
	if dl.Inclusive {
		counted = event
	}
	if dl.Exclusive {
		exclusive = "before"
	}
	if dl.RollLate {
		next = "next open day"
	}
	if dl.RollEvent {
		rolled = "the next open day"
	}
	tolling, extension := string(dl.Tolling), ""
	if by, ok := strings.CutPrefix(tolling, "extended by "); ok {
		tolling, extension = "", by
	}
	if dl.Cutoff.Zone != nil && !dl.Cutoff.Clock.IsZero() {
		past, place = "after", dl.Cutoff.Zone.String()
		if dl.Cutoff.Exclusive {
			past = "at or after"
		}
	}
	return words.Say("[{name}: ][{exclusive} the end of ][!count the day of {event}][{count} {unit:after count} from {event}[, counting the day of {counted}]]"+
		"[, from the {month_end} of a month to the {month_end}]"+
		"[; if {event} is on a closed day, counted from {rolled}][; if the last day is closed, it moves {roll}]"+
		"[; days of a suspension are {tolling}][; extended by the {extension} of a suspension]"+
		"[ ({calendar} calendar)][; {past} {clock:clock} {place:place}, {event} counts as on the {next}]",
		"name", dl.Name, "count", count, "unit", string(dl.Unit), "event", event, "counted", counted, "month_end", string(dl.MonthEnd),
		"exclusive", exclusive, "rolled", rolled, "roll", string(dl.Roll), "tolling", tolling, "extension", extension,
		"calendar", calendar, "past", past, "clock", clockText(dl.Cutoff.Clock), "place", place, "next", next)
}

// String is the rule as a clause, such as "Closing Date: 1 trading day from the
// satisfaction of the conditions (NYSE calendar), by 3:00 p.m. New York time".
func (r ClosingRule) String() string {
	if r == (ClosingRule{}) {
		return "no closing"
	}
	by := ""
	if !r.By.Clock.IsZero() {
		by = r.By.String()
	}
	return words.Say("[on {fixed:date}, if the conditions are satisfied by then; otherwise ]{count}[, {by}][, and not after {outside:date}]",
		"fixed", iso(r.Fixed), "count", r.Count.clause("the satisfaction of the conditions"), "by", by, "outside", iso(r.Outside))
}

// String is the rule as a clause, such as "us mail: 7 business days from sending
// (Federal Reserve calendar), or on receipt if earlier".
func (rule NoticeRule) String() string {
	from, earlier, receipt := "sending", "", ""
	switch rule.Start {
	case Never:
		return words.Say("{method}: no notice", "method", string(rule.Method))
	case FromReceipt:
		from = "receipt"
	case FromSending:
	}
	if rule.OrReceipt && rule.Start == FromSending {
		earlier = "on receipt if earlier"
		if rule.Receipt != (Deadline{}) {
			receipt = rule.Receipt.clause("receipt")
		}
	}
	added, unit := rule.added()
	return words.Say("{method}: {lag}[, {added} {unit:after added} after {from}][, or {earlier}[: {receipt}]]",
		"method", string(rule.Method), "lag", rule.Lag.clause(from), "added", added, "unit", unit, "from", from,
		"earlier", earlier, "receipt", receipt)
}

// String is the rules of the clause, one after another.
func (nc NoticeClause) String() string {
	if len(nc.Rules) == 0 {
		return "no notice"
	}
	rules := make([]string, len(nc.Rules))
	for i, rule := range nc.Rules {
		rules[i] = rule.String()
	}
	return words.Say("{rules}[; changes of address: {change}]", "rules", strings.Join(rules, "; "), "change", nc.changes())
}

func (nc *NoticeClause) changes() string {
	if nc.AddressChange == (Deadline{}) {
		return ""
	}
	return nc.AddressChange.clause("that notice")
}

// String is the window as a clause, such as "Record date: not less than 10 days and not
// more than 60 days from the event". The zero Window is "no window".
func (w Window) String() string {
	name := w.Least.Name
	if name == "" {
		name = w.Most.Name
	}
	bound := func(dl Deadline, some, none string) string {
		relation := some
		switch {
		case dl == (Deadline{}):
			return ""
		case dl.Count == 0:
			relation = none
		}
		dl.Name = ""
		return words.Say("{relation} {count}", "relation", relation, "count", dl.clause("the event"))
	}
	return words.Say("[{name}: ][!least [!most no window]][{least}[, and {most}]][!least [{most}]]",
		"name", name, "least", bound(w.Least, "not less than", "not before"), "most", bound(w.Most, "not more than", "not after"))
}

// String is the run as a clause, such as "30 trading days (NYSE calendar), the nearest of
// which is 1 trading day from the event (NYSE calendar)". The zero Run is "no run".
func (r Run) String() string {
	if r == (Run{}) {
		return "no run"
	}
	calendar, from := "", r.From
	if r.Unit.onOpenDays() {
		calendar = r.Calendar.Name()
	}
	from.Name = ""
	return words.Say("[{name}: ]{count} {unit:after count}[ ({calendar} calendar)], the nearest of which is {from}",
		"name", r.From.Name, "count", strconv.Itoa(r.Count), "unit", string(r.Unit), "calendar", calendar, "from", from.clause("the event"))
}

// String is the schedule as a clause, such as "the last day of March, June, September
// and December; if that day is closed, it moves backward (Federal Reserve calendar)". The
// zero Schedule is "no schedule".
func (s Schedule) String() string {
	if s == (Schedule{}) {
		return "no schedule"
	}
	named := "the " + s.which() + " of " + s.months()
	if s.Unit == Weeks {
		named = "each " + s.which()
	}
	back := ""
	if s.Back {
		back = "back"
	}
	dl := s.Count
	if dl == (Deadline{Name: dl.Name, Unit: dl.Unit, Roll: dl.Roll, Calendar: dl.Calendar, Authority: dl.Authority}) {
		calendar := ""
		if dl.needsCalendar() {
			calendar = dl.Calendar.Name()
		}
		return words.Say("[{name}: ]{named}[; if that day is closed, it moves {roll}][ ({calendar} calendar)]",
			"name", dl.Name, "named", named, "roll", string(dl.Roll), "calendar", calendar)
	}
	return words.Say("{count}[, counted {back}]", "count", dl.clause(named), "back", back)
}

// which is the day of its month or week.
func (s *Schedule) which() string {
	switch {
	case s.Unit == Weeks:
		return s.Weekday
	case s.Weekday == "" && s.Day == 31:
		return "last day"
	case s.Weekday == "":
		return ordinal(s.Day)
	case s.Nth == -1:
		return "last " + s.Weekday
	}
	nth := [...]string{"", "first ", "second ", "third ", "fourth "}
	if s.Nth < 0 || s.Nth >= len(nth) {
		return s.Weekday
	}
	return nth[s.Nth] + s.Weekday
}

// ordinal is 1st, 2nd, 3rd, 4th and so on.
func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// months are those with a day named.
func (s *Schedule) months() string {
	if s.Every < 2 {
		return "each month"
	}
	var names []string
	for m := s.offset(); m < 12 && m >= 0; m += s.Every {
		names = append(names, time.Month(m+1).String())
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// String is the hours as a clause, such as "received at or after 4:00 p.m. and by 5:30
// p.m. New York time on an open day (NYSE calendar); otherwise does not count". The zero
// ReceiptHours are "no hours".
func (h ReceiptHours) String() string {
	if h == (ReceiptHours{}) {
		return "no hours"
	}
	since, from, by, until := "at or after", clockText(h.From), "by", clockText(h.Until.Clock)
	if h.FromExclusive {
		since = "after"
	}
	if h.FromOpening {
		from = "the opening"
	}
	if h.Until.Exclusive {
		by = "before"
	}
	if h.UntilClose {
		until = "the close"
	}
	zone, calendar := "", ""
	if h.Until.Zone != nil {
		zone = h.Until.Zone.String()
	}
	if !h.Calendar.IsZero() {
		calendar = h.Calendar.Name()
	}
	otherwise := ""
	if (h.FromOpening || !h.From.IsZero()) && h.Early == NoRoll || (h.UntilClose || !h.Until.Clock.IsZero()) && h.Late == NoRoll ||
		calendar != "" && h.Closed == NoRoll {
		otherwise = "otherwise does not count"
	}
	counts := func(r Roll) string {
		return map[Roll]string{Forward: "next open day", Backward: "open day before"}[r]
	}
	return words.Say("received[!from [!until  at any hour]][ {since} {from:clock}[ and {by} {until:clock}]][!from [ {by} {until:clock}]]"+
		"[ {zone:place}][ on an open day ({calendar} calendar)]"+
		"[; if earlier, counts as on the {early}][; if later, counts as on the {late}][; if on a closed day, counts as on the {closed}]"+
		"[; {otherwise}]",
		"since", since, "from", from, "by", by, "until", until, "zone", zone, "calendar", calendar,
		"early", counts(h.Early), "late", counts(h.Late), "closed", counts(h.Closed), "otherwise", otherwise)
}

// String is the session with its hours, such as "November 29, 2002, 9:30 a.m. to 1:00
// p.m. (Day after Thanksgiving)".
func (s Session) String() string {
	if s.Date.IsZero() {
		return "no session"
	}
	return words.Say("{date:date}[, {open:clock} to {close:clock}][ ({occasion})]",
		"date", iso(s.Date), "open", clockText(s.Open), "close", clockText(s.Close), "occasion", s.Name)
}

// String is the rule with each length of its cycle, such as "NYSE trades settle on
// Settlement days: T+2 from September 5, 2017, T+1 from May 28, 2024".
func (r SettlementRule) String() string {
	eras := make([]string, len(r.Cycle))
	for i, era := range r.Cycle {
		eras[i] = words.Say("T+{days} from {from:date}", "days", strconv.Itoa(era.Value), "from", iso(era.From))
	}
	return words.Say("{exchange} trades settle on {days} days[: {cycle}]",
		"exchange", r.Exchange.Name(), "days", r.Days.Name(), "cycle", strings.Join(eras, ", "))
}

// String is the hours, such as "from 9:00 p.m. of the day before to 240 minutes after the
// close".
func (h TradingHours) String() string {
	evening, after := "", ""
	if h.Evening {
		evening = "of the day before"
	}
	if h.AfterClose != 0 {
		after = strconv.Itoa(h.AfterClose)
	}
	return words.Say("from [!open the opening][{open:clock}][ {evening}] to [!after the close][{after} {unit:after after} after the close]",
		"open", clockText(h.Open), "evening", evening, "after", after, "unit", "minutes")
}

// String is the rule with the hours of each of its eras.
func (r TradeDateRule) String() string {
	eras := make([]string, len(r.Eras))
	for i, era := range r.Eras {
		eras[i] = words.Say("since {since:date}, {hours}", "since", iso(era.From), "hours", era.Value.String())
	}
	if r.Calendar.IsZero() {
		return "no trade dates"
	}
	return words.Say("trade dates of the {calendar} calendar[: {eras}]", "calendar", r.Calendar.Name(), "eras", strings.Join(eras, "; "))
}

// String is the statute as a clause, as it has been since its last era began.
func (s Statute) String() string {
	last := -1
	for i := range s.Eras {
		if last < 0 || s.Eras[i].From.After(s.Eras[last].From) {
			last = i
		}
	}
	clause := ""
	if last >= 0 {
		clause = s.Eras[last].Value.clause("this event")
	}
	return words.Say("{title}[, {clause}][: {event}]", "title", s.Title, "clause", clause, "event", s.Event)
}

// String is the name, and "no calendar" for the zero Calendar.
func (c Calendar) String() string { return c.Name() }

// String is the closure with its day and, if it was moved, the holiday's own date.
func (c Closure) String() string {
	if c.Date.IsZero() {
		return "no closure"
	}
	return words.Say("{date} {name}[ (for {actual})]", "date", iso(c.Date), "name", c.Name, "actual", iso(c.Actual))
}

// String is the period as a clause states it, such as "after December 31, 2001 and
// prior to November 25, 2002" or "on or after November 29, 2002, with no end date". The
// zero Period is "no period".
func (p Period) String() string {
	to := map[law.YesNo]string{law.Yes: "on or before", law.No: "prior to"}[p.UntilIncluded]
	if to == "" {
		to = "until"
	}
	return words.Say("[!start [!end no period]][{start}[!end , with no end date][ and {end}]][!start [{end}]]",
		"start", p.beginning(), "end", words.Say("[{to} {until:date}]", "to", to, "until", iso(p.Until)))
}

func (p Period) beginning() string {
	since := map[law.YesNo]string{law.Yes: "on or after", law.No: "after"}[p.FromIncluded]
	if since == "" {
		since = "since"
	}
	return words.Say("[{since} {from:date}]", "since", since, "from", iso(p.From))
}

// The titles of a diary's entries.

// Entry returns the day as an event with the UID: its name, or "Due date", with the
// steps as the description. It is tentative if the day is projected.
func (d Due) Entry(uid string) Entry {
	summary := words.Say("[{name}][!name Due date]", "name", d.Name)
	return Entry{UID: uid, Summary: summary, Description: d.Why.String(), Date: d.Date, Tentative: d.Projected}
}

// Entry returns the closing as an event with the UID, at the time by which it takes
// place if the rule names one. It is otherwise like [Due.Entry].
func (c Closing) Entry(uid string) Entry {
	expired := ""
	if c.Expired {
		expired = "after the outside date"
	}
	e := c.Due.Entry(uid)
	e.Summary = words.Say("[{name}][!name Closing][ ({expired})]", "name", c.Name, "expired", expired)
	if !c.By.IsZero() {
		e.Date, e.Start = Date{}, c.By
	}
	return e
}

// Entry returns the closed day as an event with the UID: the holiday or occasion, and
// the authority as the description. Which calendar is closed, and whether it has
// announced that it will be ([Calendar.Announced]), is for the caller to add.
func (c Closure) Entry(uid string) Entry {
	return Entry{
		UID: uid, Date: c.Date, Description: c.Authority.String(),
		Summary: words.Say("{name}[ ({actual:date}, observed)]", "name", c.Name, "actual", iso(c.Actual)),
	}
}
