package escrow

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Anchor says from what the closing rule counts. The zero anchor is
// [AnchorConditions].
type Anchor string

const (
	// AnchorConditions counts from the day on which the last condition was
	// satisfied or waived. It is the default.
	AnchorConditions Anchor = "conditions"
	// AnchorSigning counts from the signing; a closing whose conditions come
	// in later takes place on the first open day on which they are in.
	AnchorSigning Anchor = "signing"
	// AnchorNotice closes on the day that the company's notice names.
	AnchorNotice Anchor = "notice"
)

func (Anchor) all() []Anchor {
	return []Anchor{AnchorConditions, AnchorSigning, AnchorNotice}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (a *Anchor) UnmarshalText(text []byte) error {
	return law.ReadWord(a, text, a.all()...)
}

// NoticeTerms is how a closing is called by notice. The zero NoticeTerms is for
// deals without one.
type NoticeTerms struct {
	// Lead counts from the day of the notice to the first day that it can
	// name, such as two business days. It is required with [AnchorNotice].
	Lead calendar.Deadline `json:"lead"`
	// Window counts from the day named to the last day on which that closing
	// can still take place. When it is over the money can be asked back, and
	// the purchase stays open for another notice. Zero never ends.
	Window calendar.Deadline `json:"window,omitzero"`
	// Return counts from the end of the window to the day by which the money
	// must be back. Zero sets no day. It is reported and refuses nothing.
	Return calendar.Deadline `json:"return,omitzero"`
	// Authority is the section on notices of closing.
	Authority law.Citation `json:"authority,omitzero"`
}
