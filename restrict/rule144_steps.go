package restrict

// steps is the set of findings from which one answer follows. The bulk call
// stops here; the explained call tells each of them in a sentence.
type steps uint64

// Findings that bar the sale.
const (
	shellBarred       steps = 1 << iota // (i)(1): stock of a shell
	shellNotReporting                   // (i)(2): a former shell must be subject to reporting
	sellerGap                           // (b)(1) not yet, (b)(2) no longer
	holdingUnpaid                       // (d)(1)(iii)
	holdingShort                        // (d)(1)
	infoUnmet                           // (c)
	infoClosed                          // (c): neither limb fits an issuer new to reporting

	barred = 1<<iota - 1
)

// Findings that leave the answer open.
const (
	shellUnknown     steps = 1 << (iota + 8)
	shellFormer            // (i)(2) is not served yet
	shellPractice          // before (i): the staff's letters on shells
	sellerUnknown          //
	sellerGapControl       // the gap, with stock that (b)(1) does not speak of
	holdingUnknown         // (d)(1) with an unknown issuer
	infoUnknown            //

	opened = 1<<(iota+8) - 1<<8
)

// Findings that settle the rest.
const (
	shellNever steps = 1 << (iota + 16)
	shellLater       // issued before the issuer was a shell
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
	infoMet
	infoOff
	limitsOn
	limitsOff
	mannerOff
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
