package escrow

import (
	"testing"
	"time"

	kernel "github.com/offerkit/offerkit/internal/exact"
)

func TestText(t *testing.T) {
	const least = -1 << 63
	for _, c := range []struct{ got, want string }{
		{kernel.Money(0, "USD"), "$0.00"},
		{kernel.Money(-5, "USD"), "-$0.05"},
		{kernel.Money(100, "USD"), "$1.00"},
		{kernel.Money(268_000_32, "USD"), "$268,000.32"},
		{kernel.Money(1_000_000_00, "USD"), "$1,000,000.00"},
		{kernel.Money(least, "USD"), "-$92,233,720,368,547,758.08"},
		{kernel.Money(-100_050, "CHF"), "-CHF 1,000.50"},
		{nameOf(time.UTC), " UTC"},
		{nameOf(time.FixedZone("America/North_Dakota/New_Salem", -6*3600)), " New Salem"},
		{nameOf(time.FixedZone("/Mars", 0)), " Mars"},
		{kernel.Count(999), "999"},
		{kernel.Count(1000), "1,000"},
		{kernel.Count(-279_167), "-279,167"},
		{kernel.Count(least), "-9,223,372,036,854,775,808"},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}

// The bounds of what is served, against the calendar of package time.
func TestServable(t *testing.T) {
	first, end := time.Date(1, 1, 3, 0, 0, 0, 0, time.UTC), time.Date(9999, 12, 30, 0, 0, 0, 0, time.UTC)
	for at, want := range map[time.Time]bool{
		{}: false, first: true, first.Add(-1): false, end: false, end.Add(-1): true, time.Unix(0, 0): true,
	} {
		if servable(at) != want {
			t.Errorf("%s is served: %v", at, !want)
		}
	}
}
