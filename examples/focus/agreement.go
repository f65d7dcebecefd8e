package main

import (
	"time"

	"github.com/shopspring/decimal"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
)

// This file holds the common stock purchase agreement of Focus Enhancements,
// Inc. dated November 25, 2002 (Exhibit 10.20) as Go literals, and a course of
// events for its closing. The figures and dates of the agreement are its own.
// It does not tell what happened after the signing; the events below are a
// course that it allows.

// The parties.
const (
	company   = "Focus Enhancements"
	agent     = "Krieger & Prager"
	visnstein = "Shimshon Visnstein"
	alpha     = "Alpha Capital"
)

// The titles under which the answers cite the agreement.
const (
	shortTitle = "Common Stock Purchase Agreement, November 25, 2002"
	fullTitle  = "Common Stock Purchase Agreement of November 25, 2002"
)

// section cites the agreement.
func section(s string) law.Citation { return cite(s, shortTitle) }

func cite(section, title string) law.Citation {
	return law.Citation{Cite: "Agreement §" + section, Title: title}
}

// termSheet is §1(a): $768,000 at $0.96, resulting in 800,000 shares.
func termSheet() offering.Terms {
	return offering.Terms{
		Price:     decimal.RequireFromString("0.96"),
		Shares:    800_000,
		Amount:    decimal.RequireFromString("768000.00"),
		TieOut:    offering.MinimumChange,
		Authority: section("1(a)"),
	}
}

// orders are the two signature pages.
func orders() []offering.Order {
	return []offering.Order{
		{Investor: visnstein, Amount: decimal.RequireFromString("268000")},
		{Investor: alpha, Amount: decimal.RequireFromString("500000")},
	}
}

// escrowTerms are §§5 to 8, for shares and amounts as allocated.
func escrowTerms(book offering.Book, consentShares int64) escrow.Terms {
	t := escrow.Terms{
		ID: "focus-2002", Signed: newYork("2002-11-25", 12, 0), Company: company, Agent: agent,
		Conditions: conditions(), Authority: authorities(),
		Closing: closingRule(), WireCalendar: calendar.FederalReserve(), ConsentShares: consentShares,
	}
	for _, row := range book.Rows {
		t.Purchases = append(t.Purchases, escrow.Purchase{
			ID: escrow.PurchaseID(row.Investor), Investor: escrow.PartyID(row.Investor),
			Shares: row.Shares, DueCents: row.Due.Shift(2).IntPart(), Basis: escrow.DueSigned,
		})
	}
	return t
}

// events is the log of the escrow. The last of the conditions that can be met
// beforehand, the delivery of certificates, comes in on Wednesday, November 27;
// the agent asks too early once, and then closes on the Friday after
// Thanksgiving.
func events() []escrow.Event {
	var log []escrow.Event
	add := func(id escrow.EventID, at time.Time, by escrow.PartyID, body escrow.Body) {
		log = append(log, escrow.Event{ID: id, At: at, By: by, Body: body})
	}
	met := func(id escrow.EventID, at time.Time, c escrow.ConditionID, p escrow.PurchaseID, day calendar.Date) {
		add(id, at, agent, escrow.Observed{Condition: c, Purchase: p, State: escrow.Met, Day: day})
	}
	signing, never := newYork("2002-11-25", 12, 0), calendar.Date{}
	met("signed-1", signing, "7(a)", visnstein, never)
	met("signed-2", signing, "7(a)", alpha, never)
	met("signed-3", signing, "8(a)", visnstein, never)
	met("signed-4", signing, "8(a)", alpha, never)
	met("market-1", signing, "8(g)(i)", "", never)
	met("market-2", signing, "8(g)(ii)", "", never)
	met("market-3", signing, "8(g)(iii)", visnstein, never)
	met("market-4", signing, "8(g)(iii)", alpha, never)
	add("wire-1", newYork("2002-11-26", 10, 15), agent, wire("W-1", visnstein, 268_000_00))
	add("wire-2", newYork("2002-11-26", 11, 40), agent, wire("W-2", alpha, 500_000_00))
	add("certificates-1", newYork("2002-11-27", 9, 30), agent, certificate("FCS-1", visnstein, 279_167))
	add("certificates-2", newYork("2002-11-27", 9, 30), agent, certificate("FCS-2", alpha, 520_833))
	both := escrow.Release{Purchases: []escrow.PurchaseID{visnstein, alpha}}
	add("release-1", newYork("2002-11-27", 14, 0), agent, both)

	closing, day := newYork("2002-11-29", 9, 0), calendar.MustDate(2002, time.November, 29)
	for _, c := range []escrow.ConditionID{"7(c)", "8(c)", "8(e)"} {
		met(escrow.EventID(string(c)+"-1"), closing, c, visnstein, day)
		met(escrow.EventID(string(c)+"-2"), closing, c, alpha, day)
	}
	met("8(d)-1", closing, "8(d)", "", day)
	met("market-5", closing, "8(g)-closing", "", day)
	add("release-2", newYork("2002-11-29", 14, 30), agent, both)
	add("settled-1", newYork("2002-11-29", 16, 0), agent, escrow.LegSettled{Leg: "release-2/1"})
	add("settled-2", newYork("2002-11-29", 16, 0), agent, escrow.LegSettled{Leg: "release-2/2"})
	add("settled-3", newYork("2002-11-29", 16, 0), agent, escrow.LegSettled{Leg: "release-2/3"})
	return log
}

// wire is good money from an investor for its own purchase.
func wire(reference, investor string, cents int64) escrow.Body {
	return escrow.DepositReceived{
		Rail: escrow.RailWire, Reference: reference, From: escrow.PartyID(investor), Purchase: escrow.PurchaseID(investor), Cents: cents,
	}
}

// certificate is one in the investor's own name.
func certificate(number, investor string, shares int64) escrow.Body {
	return escrow.CertificateReceived{
		Certificate: number, Purchase: escrow.PurchaseID(investor), Holder: escrow.PartyID(investor), Shares: shares,
	}
}

// lot is what Rule 144 asks about the shares of one investor, bought and paid
// for at the closing. Neither investor is said to control the company; §3(i)
// and §4(b) say that it is subject to reporting, at least since its last
// audited date, and current, which is taken to cover its Forms 8-K: a sale of 2003
// may turn on them.
func lot(closing calendar.Date) restrict.Facts {
	return restrict.Facts{
		Acquired: closing, Paid: closing,
		Stock: restrict.Restricted, Security: restrict.Equity, Affiliate: restrict.AffiliateNever,
		Issuer: restrict.Issuer{
			Reporting: restrict.ReportingSubject, ReportingSince: calendar.MustDate(2001, time.December, 31),
			Current: law.Yes, Forms8K: law.Yes, Shell: restrict.ShellNever,
		},
	}
}

// newYork is an instant on New York clocks.
func newYork(day string, hour, minute int) time.Time {
	d, err := calendar.ParseDate(day)
	if err != nil {
		panic(err) // a literal of this file
	}
	return d.At(calendar.MustClock(hour, minute), calendar.NewYork())
}
