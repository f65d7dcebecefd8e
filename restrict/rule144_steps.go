package restrict

// steps is the set of findings from which one answer follows. The bulk call
// stops here; the explained call tells each of them in a sentence.
type steps uint64

// Findings that bar the sale.
const (
	shellBarred       steps = 1 << iota // (i)(1): stock of a shell
	shellNotReporting                   // (i)(2): a former shell must be subject to reporting
	shellNoForm10                       // (i)(2): no Form 10 information
	shellYear                           // (i)(2): less than a year since it was filed
	shellUnfiled                        // (i)(2): reports missing
	sellerGap                           // (b)(1) not yet, (b)(2) no longer
	holdingUnpaid                       // (d)(1)(iii)
	holdingShort                        // (d)(1)
	infoUnmet                           // (c)
	infoClosed                          // (c): neither limb fits an issuer new to reporting

	barred = 1<<16 - 1
)

// Findings that leave the answer open.
const (
	shellUnknown       steps = 1 << (iota + 16)
	shellStartUp             // (i) may not mean a start-up
	shellDutyUnknown         // (i)(2) with an unknown issuer
	shellForm10Unknown       // (i)(2)
	shellFiledUnknown        // (i)(2)
	shellPractice            // before (i): the staff's letters on shells
	sellerUnknown            //
	sellerGapControl         // the gap, with stock that (b)(1) does not speak of
	holdingUnknown           // (d)(1) with an unknown issuer
	holdingRelief            // (d)(1), unless a relief that was not read lifts it
	planUnknown              // Rule 701(g), unless the issuer's status or an older text denies it
	infoUnknown              //

	opened = 1<<32 - 1<<16
)

// Findings that settle the rest.
const (
	shellNever       steps = 1 << (iota + 32)
	shellLater             // issued before the issuer was a shell
	shellCombination       // (i)(1) leaves it out
	shellCured             // (i)(2)
	sellerAffiliate
	sellerRecent
	sellerClear
	sellerNever
	issuerSeasoned
	issuerNew
	issuerOther
	issuerUnknown
	holdingMet
	holdingNone
	holdingRelieved // (d)(3)(vii), C&DI 532.01, Rule 701(g)
	infoMet
	infoOff
	infoRelieved // Rule 701(g)
	infoForms8K  // why (c)(1) is unknown: the Forms 8-K of a version that may ask for them
	limitsOn
	limitsOff
	mannerOff
	estateManner // (f)(3)(i)
	unneeded
)

// any reports whether some finding of x is in the set.
func (s steps) any(x steps) bool { return s&x != 0 }

// answer follows from the findings: one that bars outweighs one that leaves
// the question open, since no fact still to come can lift it.
func (s steps) answer() Answer {
	switch {
	case s.any(barred):
		return NotAvailable
	case s.any(opened):
		return Undecided
	case s.any(unneeded):
		return NotNeeded
	}
	return Available
}
