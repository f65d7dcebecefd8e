module github.com/offerkit/offerkit/internal/icscheck

go 1.25.0

require (
	github.com/arran4/golang-ical v0.3.4
	github.com/emersion/go-ical v0.0.0-20250329121855-f41e73efc392
	github.com/offerkit/offerkit v0.0.0
)

require (
	github.com/rickar/cal/v2 v2.1.28 // indirect
	github.com/shopspring/decimal v1.6.0 // indirect
	github.com/teambition/rrule-go v1.8.2 // indirect
)

replace github.com/offerkit/offerkit => ../..
