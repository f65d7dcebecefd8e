// Command start is the first program of the README: one investor's shares, and
// the day of the closing.
package main

import (
	"fmt"
	"log"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/offering"
	"github.com/shopspring/decimal"
)

func main() {
	bought, err := offering.Shares(decimal.NewFromInt(268_000), decimal.RequireFromString("0.96"), exact.Nearest)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(bought.Shares, "shares for", bought.Cost, "are over by", bought.Difference)

	// The last condition is met on the eve of Thanksgiving.
	closing, err := calendar.NextTradingDay().On(calendar.MustDate(2002, time.November, 27))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(closing.Date)
	fmt.Println(closing.Why[1])
}
