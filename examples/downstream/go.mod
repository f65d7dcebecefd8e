module example.com/portal

go 1.25.0

require (
	github.com/offerkit/offerkit v0.0.0
	github.com/shopspring/decimal v1.6.0
)

require github.com/rickar/cal/v2 v2.1.28 // indirect

replace github.com/offerkit/offerkit => ../..
