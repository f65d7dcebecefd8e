module github.com/offerkit/offerkit/internal/peerbench

go 1.25.0

require (
	github.com/moov-io/base v0.48.5
	github.com/offerkit/offerkit v0.0.0
	github.com/rickar/cal/v2 v2.1.28
	github.com/shopspring/decimal v1.6.0
)

require github.com/Rhymond/go-money v1.0.15

replace github.com/offerkit/offerkit => ../..
