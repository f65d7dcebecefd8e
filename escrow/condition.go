package escrow

import "github.com/offerkit/offerkit/law"

// ConditionID names a condition, such as "opinion". The caller chooses it.
type ConditionID string

// Condition is a test that must be passed before money goes. It is tested for
// each purchase apart. The zero Condition is refused.
type Condition struct {
	// ID is unique in the deal.
	ID ConditionID `json:"id"`
	// Text says for people what must be so. It is required.
	Text string `json:"text"`
	// Kind says how facts decide it. It is required.
	Kind Kind `json:"kind"`
	// Favors is the side for whose protection it is there, and which alone
	// can waive it. It is required.
	Favors Side `json:"favors"`
	// DealWide says that one fact serves all purchases, as a halt in trading
	// does. Otherwise each purchase needs its own.
	DealWide bool `json:"deal_wide,omitempty"`
	// Waivable says that the favored side can give it up. The zero value is
	// no: a law, for one, cannot be waived.
	Waivable bool `json:"waivable,omitempty"`
	// GivenBy says for people who can bring the missing fact, such as
	// "counsel to the company". Empty means the side that is not favored.
	GivenBy string `json:"given_by,omitempty"`
	// Authority is the paragraph of the contract.
	Authority law.Citation `json:"authority,omitzero"`
}

// Kind says how facts decide a condition. The zero Kind is refused.
type Kind string

const (
	// Once is met while the latest fact about it is that it is met, as a
	// signature is. It counts from the start of the unbroken run, so that
	// saying it again moves nothing. A waiver covers the lack until the
	// closing.
	Once Kind = "once"
	// AtClosing is met by a fact dated the day of the closing, such as an
	// opinion or a bring-down of representations. It cannot come in earlier,
	// so it does not move the Closing Date. A waiver names the day and covers
	// that closing only.
	AtClosing Kind = "at closing"
	// Throughout must hold from the signing to the release: someone must have
	// said so, and a single lapse breaks it for good. A waiver reaches back,
	// never forward: it cures each lapse that began before it, and the next
	// needs another.
	Throughout Kind = "throughout"
	// Absence is met from the signing on unless a contrary fact is in force,
	// such as a law against the transaction. It is the only kind that takes
	// silence for yes, because what does not exist cannot be shown. When the
	// obstacle is gone the condition is met again from then on. A waiver
	// covers the obstacles that began before it.
	Absence Kind = "absence"
	// Funds is met when good money covers the amount due, from the moment that
	// the line was crossed. It is found from deposits and never observed. A
	// waiver lets the agent release what is there.
	Funds Kind = "funds"
	// Custody is met when the agent has certificates in the investor's name
	// for all the shares and no more, from the moment that the count was
	// right. It is found from deliveries and never observed. A waiver lets the
	// agent release what is there.
	Custody Kind = "custody"
)

func (Kind) all() []Kind {
	return []Kind{Once, AtClosing, Throughout, Absence, Funds, Custody}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (k *Kind) UnmarshalText(text []byte) error {
	return law.ReadWord(k, text, k.all()...)
}

// Side is one side of the deal. The zero Side is refused.
type Side string

const (
	// ForCompany marks a condition to the company's obligation to sell.
	ForCompany Side = "company"
	// ForInvestor marks a condition to the investor's obligation to buy: each
	// investor has it, and waives it, for its own purchase.
	ForInvestor Side = "investor"
)

func (Side) all() []Side {
	return []Side{ForCompany, ForInvestor}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *Side) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}
