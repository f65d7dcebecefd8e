package offering

import "github.com/offerkit/offerkit/law"

// The codes of a [Consent].
const (
	// CodeConsentBaseStated names the base that is stated.
	CodeConsentBaseStated law.Code = "offering.consent.base.stated"
	// CodeConsentBaseRegister names the register as the base, as no other is
	// stated.
	CodeConsentBaseRegister law.Code = "offering.consent.base.register"
	// CodeConsentReached means that the votes carry.
	CodeConsentReached law.Code = "offering.consent.reached"
	// CodeConsentShort means that votes are missing.
	CodeConsentShort law.Code = "offering.consent.short"
)

// The codes of a [Tally].
const (
	// CodeBallotExcluded tells which votes do not count.
	CodeBallotExcluded law.Code = "offering.ballot.excluded"
	// CodeBallotEmpty means that no vote counts.
	CodeBallotEmpty law.Code = "offering.ballot.empty"
	// CodeBallotQuorum means that there is a quorum.
	CodeBallotQuorum law.Code = "offering.ballot.quorum"
	// CodeBallotNoQuorum means that there is no quorum.
	CodeBallotNoQuorum law.Code = "offering.ballot.no_quorum"
	// CodeBallotEnough means that the votes reach the threshold.
	CodeBallotEnough law.Code = "offering.ballot.enough"
	// CodeBallotShort means that votes are missing.
	CodeBallotShort law.Code = "offering.ballot.short"
	// CodeBallotCarried means that the resolution carries.
	CodeBallotCarried law.Code = "offering.ballot.carried"
	// CodeBallotNotCarried means that the resolution fails.
	CodeBallotNotCarried law.Code = "offering.ballot.not_carried"
)

// The codes of a [Blocker] and of the notices that change its limit.
const (
	// CodeBlockerHeld tells what counts as the holder's.
	CodeBlockerHeld law.Code = "offering.blocker.held"
	// CodeBlockerRoom tells how many shares may be issued.
	CodeBlockerRoom law.Code = "offering.blocker.room"
	// CodeBlockerFull means that no share may be issued.
	CodeBlockerFull law.Code = "offering.blocker.full"
	// CodeBlockerAllowed means that all that is requested may be issued.
	CodeBlockerAllowed law.Code = "offering.blocker.allowed"
	// CodeBlockerVoid means that the exercise is void for a part.
	CodeBlockerVoid law.Code = "offering.blocker.void"
	// CodeBlockerLimitOriginal tells the limit to begin with.
	CodeBlockerLimitOriginal law.Code = "offering.blocker.limit.original"
	// CodeBlockerLimitLowered means that a notice takes effect at once.
	CodeBlockerLimitLowered law.Code = "offering.blocker.limit.lowered"
	// CodeBlockerLimitRaised means that a notice takes effect on the 61st day.
	CodeBlockerLimitRaised law.Code = "offering.blocker.limit.raised"
	// CodeBlockerLimitCeiling means that a notice is above the ceiling.
	CodeBlockerLimitCeiling law.Code = "offering.blocker.limit.ceiling"
	// CodeBlockerLimitOnDay tells the limit on the day asked about.
	CodeBlockerLimitOnDay law.Code = "offering.blocker.limit.on_day"
)

// The codes of an [ExchangeCap].
const (
	// CodeExchangeCapLimit names the limit that is stated.
	CodeExchangeCapLimit law.Code = "offering.exchange_cap.limit"
	// CodeExchangeCapLimitDefault names the limit used where none is stated.
	CodeExchangeCapLimitDefault law.Code = "offering.exchange_cap.limit.default"
	// CodeExchangeCapAggregated tells what counts against the cap already.
	CodeExchangeCapAggregated law.Code = "offering.exchange_cap.aggregated"
	// CodeExchangeCapAllocated tells how the cap is allocated.
	CodeExchangeCapAllocated law.Code = "offering.exchange_cap.allocated"
	// CodeExchangeCapLifted means that the shareholders have approved.
	CodeExchangeCapLifted law.Code = "offering.exchange_cap.lifted"
	// CodeExchangeCapIssued tells what has been issued.
	CodeExchangeCapIssued law.Code = "offering.exchange_cap.issued"
	// CodeExchangeCapRefused tells what was refused as well.
	CodeExchangeCapRefused law.Code = "offering.exchange_cap.refused"
	// CodeExchangeCapRowPart tells a holder's part of the cap.
	CodeExchangeCapRowPart law.Code = "offering.exchange_cap.row.part"
	// CodeExchangeCapRowTransferee means that the holder came by transfer.
	CodeExchangeCapRowTransferee law.Code = "offering.exchange_cap.row.transferee"
	// CodeExchangeCapRowMoved means that others changed its part.
	CodeExchangeCapRowMoved law.Code = "offering.exchange_cap.row.moved"
)

// The codes of an [Approval].
const (
	// CodeTwentyPercentRequired means that the shareholders have to approve.
	CodeTwentyPercentRequired law.Code = "offering.twenty_percent.required"
	// CodeTwentyPercentNotRequired means that this rule asks for no vote.
	CodeTwentyPercentNotRequired law.Code = "offering.twenty_percent.not_required"
	// CodeTwentyPercentUnknown means that facts are missing to tell.
	CodeTwentyPercentUnknown law.Code = "offering.twenty_percent.unknown"
	// CodeTwentyPercentPublic means that it is said to be a public offering.
	CodeTwentyPercentPublic law.Code = "offering.twenty_percent.public"
	// CodeTwentyPercentMissing names a fact that is not stated.
	CodeTwentyPercentMissing law.Code = "offering.twenty_percent.missing"
	// CodeTwentyPercentShares tells how the shares compare.
	CodeTwentyPercentShares law.Code = "offering.twenty_percent.shares"
	// CodeTwentyPercentVotes tells how the votes compare.
	CodeTwentyPercentVotes law.Code = "offering.twenty_percent.votes"
	// CodeTwentyPercentThreshold tells the smallest number that reaches the
	// part.
	CodeTwentyPercentThreshold law.Code = "offering.twenty_percent.threshold"
	// CodeTwentyPercentMinimumPrice tells the minimum price.
	CodeTwentyPercentMinimumPrice law.Code = "offering.twenty_percent.minimum_price"
	// CodeTwentyPercentBelow means that the price is below it.
	CodeTwentyPercentBelow law.Code = "offering.twenty_percent.below"
	// CodeTwentyPercentNotBelow means that the price is not below it.
	CodeTwentyPercentNotBelow law.Code = "offering.twenty_percent.not_below"
)

// The codes of a [BabyShelf].
const (
	// CodeShelfPrice tells the price that values the float.
	CodeShelfPrice law.Code = "offering.shelf.price"
	// CodeShelfLimit tells what may be sold in twelve months.
	CodeShelfLimit law.Code = "offering.shelf.limit"
	// CodeShelfSold tells what was sold.
	CodeShelfSold law.Code = "offering.shelf.sold"
	// CodeShelfConcurrent tells what is still on offer in other continuous
	// offerings.
	CodeShelfConcurrent law.Code = "offering.shelf.concurrent"
	// CodeShelfConcurrentUnknown means that this is not stated.
	CodeShelfConcurrentUnknown law.Code = "offering.shelf.concurrent.unknown"
	// CodeShelfAvailable tells what may still be sold.
	CodeShelfAvailable law.Code = "offering.shelf.available"
	// CodeShelfAtMost tells the most that may still be sold, where what is
	// still on offer is not known.
	CodeShelfAtMost law.Code = "offering.shelf.at_most"
	// CodeShelfExhausted means that nothing may be sold.
	CodeShelfExhausted law.Code = "offering.shelf.exhausted"
	// CodeShelfLifted means that the float lifts the limit.
	CodeShelfLifted law.Code = "offering.shelf.lifted"
	// CodeShelfUnlifted means that the float is large enough to lift the limit, and
	// is not shown to have come to that after the registration statement took effect.
	CodeShelfUnlifted law.Code = "offering.shelf.unlifted"
	// CodeShelfFits means that the proposed sale may be made.
	CodeShelfFits law.Code = "offering.shelf.fits"
	// CodeShelfUnknown means that whether it may be made turns on a fact that is
	// not stated.
	CodeShelfUnknown law.Code = "offering.shelf.unknown"
	// CodeShelfExceeds means that the proposed sale may not be made.
	CodeShelfExceeds law.Code = "offering.shelf.exceeds"
	// CodeShelfUnchecked warns of what is not examined.
	CodeShelfUnchecked law.Code = "offering.shelf.unchecked"
)

// The codes of [Law].
const (
	// CodeLawTenderProRata is that issuers take up tenders pro rata.
	CodeLawTenderProRata law.Code = "offering.law.tender.pro_rata"
	// CodeLawTenderOddLots is that odd lots may come first.
	CodeLawTenderOddLots law.Code = "offering.law.tender.odd_lots"
	// CodeLawTenderConditional is that conditional tenders may be taken up by
	// lot.
	CodeLawTenderConditional law.Code = "offering.law.tender.conditional"
	// CodeLawBlockerRaise is that a higher limit takes effect later.
	CodeLawBlockerRaise law.Code = "offering.law.blocker.raise"
	// CodeLawShelfPrice is the price that values the float.
	CodeLawShelfPrice law.Code = "offering.law.shelf.price"
	// CodeLawShelfLifted is the float that lifts the limit.
	CodeLawShelfLifted law.Code = "offering.law.shelf.lifted"
	// CodeLawShelfLimit is the part of the float that may be sold.
	CodeLawShelfLimit law.Code = "offering.law.shelf.limit"
	// CodeLawShelfConcurrent is that what is still on offer counts.
	CodeLawShelfConcurrent law.Code = "offering.law.shelf.concurrent"
	// CodeLawTwentyPercent is the part that needs a vote.
	CodeLawTwentyPercent law.Code = "offering.law.twenty_percent"
	// CodeLawTwentyPercentPublic is that a public offering needs none.
	CodeLawTwentyPercentPublic law.Code = "offering.law.twenty_percent.public"
)
