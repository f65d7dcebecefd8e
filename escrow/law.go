package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Law lists the rules of the law that this package knows of: what each asks for, as
// far as the package applies it. The sections of a contract are the caller's, in
// [Authorities]. The slice is the caller's.
func Law() []calendar.Provision {
	read := calendar.Check{On: calendar.MustDate(2026, time.November, 30), Against: "the section as the eCFR has kept it"}
	return calendar.Provisions([]calendar.Provision{
		{
			Key: "escrow.law.contingency", Subject: "offerings that promise the money back",
			Value: "An offering that promises the money back unless a number of units is sold states the number, the price and " +
				"the dates, and pays it back promptly unless the amount due was received by then. Contingency counts so.",
			Authority: law.Citation{
				Cite: "17 CFR 240.10b-9(a)", Title: "Prohibited representations in connection with certain offerings",
			},
			Checked: read,
		},
		{
			Key: "escrow.law.transmission", Subject: "money that a broker-dealer takes in",
			Value: "A broker-dealer that takes in money of a contingent offering transmits it promptly to a separate account or " +
				"to a bank in escrow, read as by noon of the next business day. NoonNextBusinessDay counts so.",
			Authority: NoonNextBusinessDay().Within.Authority, Checked: read,
		},
		{
			Key: "escrow.law.cancel", Subject: "cancellation by an investor in crowdfunding",
			Value: "An investor in an offering under Regulation Crowdfunding may cancel for any reason until 48 hours before the " +
				"deadline of the offering materials. Terms.CancelBy holds that instant.",
			Authority: law.Citation{Cite: "17 CFR 227.304(a)", Title: "Completion of offerings, cancellations and reconfirmations"},
			Checked:   read,
		},
	})
}
