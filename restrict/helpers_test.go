package restrict

import (
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func day(year int, month time.Month, d int) calendar.Date { return calendar.MustDate(year, month, d) }

// purchase2002 is the lot of the 2002 agreement, closed and paid on the first
// trading day after Thanksgiving, in the hands of an outsider.
func purchase2002() Facts {
	return Facts{
		Acquired: day(2002, time.November, 29), Paid: day(2002, time.November, 29),
		Stock: Restricted, Security: Equity, Affiliate: AffiliateNever,
		Issuer: Issuer{
			Reporting: ReportingSubject, ReportingSince: day(1993, time.May, 25), Current: law.Yes, Forms8K: law.Yes, Shell: ShellNever,
		},
	}
}

func mustScreen(t testing.TB, f Facts, sale calendar.Date) Verdict {
	t.Helper()
	v, err := Screen(f, sale)
	if err != nil {
		t.Fatalf("Screen(%+v, %s): %v", f, sale, err)
	}
	return v
}

func hasPrefix(why law.Reasons, prefix law.Code) bool {
	for _, code := range why.Codes() {
		if strings.HasPrefix(string(code), string(prefix)) {
			return true
		}
	}
	return false
}

func yesNo(b bool) law.YesNo {
	if b {
		return law.Yes
	}
	return law.No
}
