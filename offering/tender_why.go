package offering

import (
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// explainRow says how row i fared.
func (p *proration) explainRow(i int) law.Reasons {
	row := &p.rows[i]
	all := "All of the " + kernel.Counted(row.Tendered, "share") + " tendered are bought"
	var code law.Code
	var text string
	switch row.Treatment {
	case InFull:
		code = codeTenderRowInFull
		text = all + ", because there is room for every share."
	case OddLotFirst:
		code = codeTenderRowOddLot
		text = all + " first, because they are an odd lot."
	case Prorated:
		code = codeTenderRowProrated
		text = "Of the " + kernel.Counted(row.Tendered, "share") + " tendered " + kernel.Count(row.Accepted) + " are bought: " +
			p.shared.because(p.place[i]-1, "share") + "."
	case ByLot:
		code = codeTenderRowByLot
		text = "The lot lets the minimum of " + kernel.Counted(row.Accepted, "share") + " be bought."
	case LeftOut:
		code = codeTenderRowLeftOut
		text = "Nothing is bought, because odd lots take every share sought."
	default: // Withdrawn
		code = codeTenderRowWithdrawn
		text = "Nothing is bought, because it would be less than the minimum of " + kernel.Counted(p.tenders[i].Minimum, "share") + "."
	}
	return law.Reasons{{Code: code, Text: text, Authority: p.authority}}
}
