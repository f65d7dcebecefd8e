package offering

// The codes of a [Consent].
const (
	// CodeConsentBaseStated names the base that is stated.
	CodeConsentBaseStated = "offering.consent.base.stated"
	// CodeConsentBaseRegister names the register as the base, as no other is
	// stated.
	CodeConsentBaseRegister = "offering.consent.base.register"
	// CodeConsentReached means that the votes carry.
	CodeConsentReached = "offering.consent.reached"
	// CodeConsentShort means that votes are missing.
	CodeConsentShort = "offering.consent.short"
)

// The codes of a [Tally].
const (
	// CodeBallotExcluded tells which votes do not count.
	CodeBallotExcluded = "offering.ballot.excluded"
	// CodeBallotEmpty means that no vote counts.
	CodeBallotEmpty = "offering.ballot.empty"
	// CodeBallotQuorum means that there is a quorum.
	CodeBallotQuorum = "offering.ballot.quorum"
	// CodeBallotNoQuorum means that there is no quorum.
	CodeBallotNoQuorum = "offering.ballot.no_quorum"
	// CodeBallotEnough means that the votes reach the threshold.
	CodeBallotEnough = "offering.ballot.enough"
	// CodeBallotShort means that votes are missing.
	CodeBallotShort = "offering.ballot.short"
	// CodeBallotCarried means that the resolution carries.
	CodeBallotCarried = "offering.ballot.carried"
	// CodeBallotNotCarried means that the resolution fails.
	CodeBallotNotCarried = "offering.ballot.not_carried"
)

// The codes of a [Blocker] and of the notices that change its limit.
const (
	// CodeBlockerHeld tells what counts as the holder's.
	CodeBlockerHeld = "offering.blocker.held"
	// CodeBlockerRoom tells how many shares may be issued.
	CodeBlockerRoom = "offering.blocker.room"
	// CodeBlockerFull means that no share may be issued.
	CodeBlockerFull = "offering.blocker.full"
	// CodeBlockerAllowed means that all that is requested may be issued.
	CodeBlockerAllowed = "offering.blocker.allowed"
	// CodeBlockerVoid means that the exercise is void for a part.
	CodeBlockerVoid = "offering.blocker.void"
	// CodeBlockerLimitOriginal tells the limit to begin with.
	CodeBlockerLimitOriginal = "offering.blocker.limit.original"
	// CodeBlockerLimitLowered means that a notice takes effect at once.
	CodeBlockerLimitLowered = "offering.blocker.limit.lowered"
	// CodeBlockerLimitRaised means that a notice takes effect on the 61st day.
	CodeBlockerLimitRaised = "offering.blocker.limit.raised"
	// CodeBlockerLimitCeiling means that a notice is above the ceiling.
	CodeBlockerLimitCeiling = "offering.blocker.limit.ceiling"
	// CodeBlockerLimitOnDay tells the limit on the day asked about.
	CodeBlockerLimitOnDay = "offering.blocker.limit.on_day"
)

// The codes of an [ExchangeCap].
const (
	// CodeExchangeCapLimit names the limit that is stated.
	CodeExchangeCapLimit = "offering.exchange_cap.limit"
	// CodeExchangeCapLimitDefault names the limit used where none is stated.
	CodeExchangeCapLimitDefault = "offering.exchange_cap.limit.default"
	// CodeExchangeCapAggregated tells what counts against the cap already.
	CodeExchangeCapAggregated = "offering.exchange_cap.aggregated"
	// CodeExchangeCapAllocated tells how the cap is allocated.
	CodeExchangeCapAllocated = "offering.exchange_cap.allocated"
	// CodeExchangeCapLifted means that the shareholders have approved.
	CodeExchangeCapLifted = "offering.exchange_cap.lifted"
	// CodeExchangeCapIssued tells what has been issued.
	CodeExchangeCapIssued = "offering.exchange_cap.issued"
	// CodeExchangeCapRefused tells what was refused as well.
	CodeExchangeCapRefused = "offering.exchange_cap.refused"
	// CodeExchangeCapRowPart tells a holder's part of the cap.
	CodeExchangeCapRowPart = "offering.exchange_cap.row.part"
	// CodeExchangeCapRowTransferee means that the holder came by transfer.
	CodeExchangeCapRowTransferee = "offering.exchange_cap.row.transferee"
	// CodeExchangeCapRowMoved means that others changed its part.
	CodeExchangeCapRowMoved = "offering.exchange_cap.row.moved"
)

// The codes of an [Approval].
const (
	// CodeTwentyPercentRequired means that the shareholders have to approve.
	CodeTwentyPercentRequired = "offering.twenty_percent.required"
	// CodeTwentyPercentNotRequired means that this rule asks for no vote.
	CodeTwentyPercentNotRequired = "offering.twenty_percent.not_required"
	// CodeTwentyPercentUnknown means that facts are missing to tell.
	CodeTwentyPercentUnknown = "offering.twenty_percent.unknown"
	// CodeTwentyPercentPublic means that it is said to be a public offering.
	CodeTwentyPercentPublic = "offering.twenty_percent.public"
	// CodeTwentyPercentMissing names a fact that is not stated.
	CodeTwentyPercentMissing = "offering.twenty_percent.missing"
	// CodeTwentyPercentShares tells how the shares compare.
	CodeTwentyPercentShares = "offering.twenty_percent.shares"
	// CodeTwentyPercentVotes tells how the votes compare.
	CodeTwentyPercentVotes = "offering.twenty_percent.votes"
	// CodeTwentyPercentThreshold tells the smallest number that reaches the
	// part.
	CodeTwentyPercentThreshold = "offering.twenty_percent.threshold"
	// CodeTwentyPercentMinimumPrice tells the minimum price.
	CodeTwentyPercentMinimumPrice = "offering.twenty_percent.minimum_price"
	// CodeTwentyPercentBelow means that the price is below it.
	CodeTwentyPercentBelow = "offering.twenty_percent.below"
	// CodeTwentyPercentNotBelow means that the price is not below it.
	CodeTwentyPercentNotBelow = "offering.twenty_percent.not_below"
)

// The codes of a [BabyShelf].
const (
	// CodeShelfPrice tells the price that values the float.
	CodeShelfPrice = "offering.shelf.price"
	// CodeShelfLimit tells what may be sold in twelve months.
	CodeShelfLimit = "offering.shelf.limit"
	// CodeShelfSold tells what was sold.
	CodeShelfSold = "offering.shelf.sold"
	// CodeShelfConcurrent tells what is still on offer in other continuous
	// offerings.
	CodeShelfConcurrent = "offering.shelf.concurrent"
	// CodeShelfConcurrentUnknown means that this is not stated.
	CodeShelfConcurrentUnknown = "offering.shelf.concurrent.unknown"
	// CodeShelfAvailable tells what may still be sold.
	CodeShelfAvailable = "offering.shelf.available"
	// CodeShelfAtMost tells the most that may still be sold, where what is
	// still on offer is not known.
	CodeShelfAtMost = "offering.shelf.at_most"
	// CodeShelfExhausted means that nothing may be sold.
	CodeShelfExhausted = "offering.shelf.exhausted"
	// CodeShelfLifted means that the float lifts the limit.
	CodeShelfLifted = "offering.shelf.lifted"
	// CodeShelfUnlifted means that the float is large enough to lift the limit, and
	// is not shown to have come to that after the registration statement took effect.
	CodeShelfUnlifted = "offering.shelf.unlifted"
	// CodeShelfFits means that the proposed sale may be made.
	CodeShelfFits = "offering.shelf.fits"
	// CodeShelfUnknown means that whether it may be made turns on a fact that is
	// not stated.
	CodeShelfUnknown = "offering.shelf.unknown"
	// CodeShelfExceeds means that the proposed sale may not be made.
	CodeShelfExceeds = "offering.shelf.exceeds"
	// CodeShelfUnchecked warns of what is not examined.
	CodeShelfUnchecked = "offering.shelf.unchecked"
)
