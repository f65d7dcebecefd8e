package escrow

// The page of the sentences, for the tests that are outside of the package.
var (
	Page       = page
	Whats      = whats
	Otherwises = otherwises
)
