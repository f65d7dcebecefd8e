module github.com/offerkit/offerkit

go 1.25.0

require (
	github.com/rickar/cal/v2 v2.1.28
	github.com/shopspring/decimal v1.6.0
)
