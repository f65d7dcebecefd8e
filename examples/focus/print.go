package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/shopspring/decimal"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// page writes text and remembers nothing but its first error, which write
// returns at the end.
type page struct{ *bufio.Writer }

func (p page) line(format string, args ...any) { _, _ = fmt.Fprintf(p, format+"\n", args...) }

func (p page) title(s string) { p.line("\n%s\n%s", s, strings.Repeat("=", len([]rune(s)))) }

// why writes reasons as an indented list.
func (p page) why(indent string, reasons law.Reasons) {
	for i, r := range reasons {
		p.line("%s%d. %s", indent, i+1, r)
	}
}

func (p page) table(rows [][]string) {
	w := tabwriter.NewWriter(p, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, row := range rows {
		_, _ = fmt.Fprintln(w, strings.Join(row, "\t")+"\t")
	}
	_ = w.Flush() // the page keeps the error
}

// write prints the report for a person.
func write(out io.Writer, r report) error {
	p := page{bufio.NewWriter(out)}
	p.line("FOCUS ENHANCEMENTS, INC. - Common Stock Purchase Agreement of November 25, 2002")
	p.money(r)
	p.majority(r)
	p.closing(r)
	p.log(r)
	p.legends(r)
	p.delivery(r)
	p.notices(r)
	p.resale(r)
	p.periods(r)
	return p.Flush()
}

func (p page) money(r report) {
	p.title("Shares and dollars (§1(a))")
	rows := [][]string{{"investor", "signed for", "exact shares", "shares", "shares x $0.96", "difference"}}
	for _, row := range r.Book.Rows {
		rows = append(rows, []string{
			row.Investor, usd(row.Amount), row.Entitlement.String(), count(row.Shares), usd(row.Cost), signed(row.Difference),
		})
	}
	rows = append(rows, []string{"in all", usd(r.Book.Amount), "", count(r.Book.Shares), usd(r.Book.Cost), signed(r.Book.Difference)})
	p.table(rows)
	p.line("Unallocated shares: %d. Dollars of the agreement not signed for: %s.", r.Book.Residual, usd(r.Book.AmountResidual))
	for _, row := range r.Book.Rows {
		p.line("%s:", row.Investor)
		p.why("  ", row.Why)
	}
	p.line("The book:")
	p.why("  ", r.Book.Why)
}

func (p page) majority(r report) {
	p.title("Majority in interest (§A(vii))")
	for _, c := range r.Consent {
		carries := "does not carry alone"
		if c.Answer.Reached {
			carries = "carries alone"
		}
		p.line("%s %s.", c.Holder, carries)
		p.why("  ", c.Answer.Why)
	}
}

func (p page) closing(r report) {
	p.title("Closing Date, as it stood on November 27, 2002 (§6)")
	for _, s := range r.Schedules {
		p.line("%s: %s, by %s", s.Purchase, s.Date.Long(), clock(s.Cutoff))
		p.line("  last day for funds %s; last day for a wire %s", s.LastFundsDay.Long(), s.LastWireDay.Long())
		p.why("  ", s.Why)
		for _, w := range s.Warnings {
			p.line("  Note: %s", w)
		}
	}
}

func (p page) log(r report) {
	p.title("The escrow, event by event (§§5 to 8)")
	for _, s := range r.Escrow {
		e := s.Event
		p.line("%s  %-15s %-8s  %s", clock(e.At), e.ID, s.Decision.Outcome, describe(e.Body))
		p.why("    ", s.Decision.Why)
		for _, w := range s.Decision.Warnings {
			p.line("    Note: %s", w)
		}
		for _, leg := range s.Decision.Legs {
			what := usd(decimal.New(leg.Cents, -2))
			if leg.Shares > 0 {
				what = count(leg.Shares) + " shares"
			}
			p.line("    -> %-12s %s of %s to %s", leg.ID, leg.Kind, what, leg.Payee)
		}
	}
	money := r.Final.Money[0]
	p.line("At the end the agent holds %s and has paid out %s.",
		usd(decimal.New(money.HeldCents, -2)), usd(decimal.New(money.ReleasedCents, -2)))
}

// describe says in a phrase what an event says.
func describe(b escrow.Body) string {
	switch b := b.(type) {
	case escrow.DepositReceived:
		return usd(decimal.New(b.Cents, -2)) + " by " + string(b.Rail) + " from " + string(b.From)
	case escrow.CertificateReceived:
		return "certificate " + b.Certificate + " for " + count(b.Shares) + " shares of " + string(b.Holder)
	case escrow.LegSettled:
		return "leg " + string(b.Leg) + " is settled"
	case escrow.Observed:
		text := string(b.Condition) + " " + string(b.State)
		if b.Purchase != "" {
			text += " for " + string(b.Purchase)
		}
		if !b.Day.IsZero() {
			text += ", dated " + b.Day.String()
		}
		return text
	case escrow.Release:
		return "the agent orders the release of all purchases"
	}
	return fmt.Sprintf("%T", b)
}

func (p page) delivery(r report) {
	p.title("Unlegended shares after a sale (§1(b)(ii))")
	rows := [][]string{{"notice and certificate", "due, bank days", "due, NYSE days"}}
	for _, d := range r.Deliveries {
		rows = append(rows, []string{d.Received.Long(), d.Banks.Due.Long(), d.Exchange.Due.Long()})
	}
	p.table(rows)
	last := r.Deliveries[len(r.Deliveries)-1]
	p.line("Received %s, on bank days:", last.Received.Long())
	p.why("  ", last.Banks.Why)
	p.line("The same on NYSE days:")
	p.why("  ", last.Exchange.Why)
}

func (p page) notices(r report) {
	p.title("Notices (§9)")
	p.line("A letter mailed on the day of the signing is given on %s.", r.Notice.Date.Long())
	p.why("  ", r.Notice.Why)
	p.line("The new address that it gives binds from %s.", r.Address.Date.Long())
	p.why("  ", r.Address.Why)
}

func (p page) resale(r report) {
	p.title("Resale under Rule 144 (§3(i))")
	for _, s := range r.Rule144 {
		p.line("%s, %s shares:", s.Investor, count(s.Shares))
		rows := [][]string{{"from", "cautiously", "answer", "conditions"}}
		for _, m := range s.Milestones {
			rows = append(rows, []string{m.Date.String(), m.Conservative.String(), string(m.Answer), m.Conditions.String()})
		}
		p.table(rows)
	}
	for _, f := range r.Rule144[0].Asked {
		p.line("A sale on %s: %s.", f.Sale.Long(), f.Answer)
		p.why("  ", f.Why)
	}
}

func (p page) periods(r report) {
	p.title("Periods of the representations (§§A(v), 4(b), 4(d), 4(h))")
	for _, w := range r.Windows {
		p.line("%s, %s:", w.Section.Cite, w.Subject)
		p.line("  %q is read as %s", w.Clause, w.Period)
		p.line("  (%s).", w.Reading)
		p.asked(w.Asked)
	}
	p.title("Survival of the representations (§14)")
	p.line("The agreement prints no end; the other rows have ends by kind, as other agreements print them.")
	for _, s := range r.Survival {
		p.line("%s: survive %s: %s.", s.Kind, s.Clause, s.Period)
		p.asked(s.Asked)
	}
}

// asked writes which days are within a period, and which are not.
func (p page) asked(days []asked) {
	var in, out []string
	for _, d := range days {
		if d.In {
			in = append(in, d.Day.String())
		} else {
			out = append(out, d.Day.String())
		}
	}
	p.line("  Within: %s. Not within: %s.", list(in), list(out))
}

// list writes words one after the other.
func list(words []string) string {
	if len(words) == 0 {
		return "none"
	}
	return strings.Join(words, ", ")
}

// usd writes dollars and cents with thousands separated.
func usd(d decimal.Decimal) string {
	sign := ""
	if d.IsNegative() {
		sign, d = "-", d.Neg()
	}
	whole, cents, _ := strings.Cut(d.StringFixed(2), ".")
	return sign + "$" + grouped(whole) + "." + cents
}

// signed is usd with a plus where there is more.
func signed(d decimal.Decimal) string {
	if d.IsPositive() {
		return "+" + usd(d)
	}
	return usd(d)
}

func count(n int64) string { return grouped(fmt.Sprint(n)) }

func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// clock is an instant as New York clocks show it.
func clock(at time.Time) string { return at.In(calendar.NewYork()).Format("2006-01-02 15:04") }
