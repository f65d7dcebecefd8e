package offering

import (
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// MethodRights names how a [Subscription] was made: basic privileges first, the
// rest at one level up to each request, by largest remainder.
const MethodRights = "rights offering"

// OverBasis says in proportion to what the over-subscription privilege is
// filled. The zero OverBasis is ByBasic.
type OverBasis string

// The bases of the over-subscription privilege.
const (
	// ByBasic is in proportion to the shares taken by basic privilege. Who took
	// none, because its privilege rounds to nothing, comes after the others.
	ByBasic OverBasis = "basic exercised"
	// ByHeld is in proportion to the shares held.
	ByHeld OverBasis = "shares held"
)

func (OverBasis) all() []OverBasis {
	return []OverBasis{ByBasic, ByHeld}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (o *OverBasis) UnmarshalText(text []byte) error {
	return law.ReadWord(o, text, o.all()...)
}

// RightsOffering lets holders subscribe for new shares in proportion to what
// they hold, and for what others leave. New and Old are required.
type RightsOffering struct {
	// New shares may be subscribed for Old shares held: one for four is
	// New 1, Old 4.
	New int64 `json:"new"`
	Old int64 `json:"old"`
	// Rounding makes whole shares of each basic privilege. Zero is Down.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// Shares is the number of shares offered in all. Zero is the sum of the
	// basic privileges.
	Shares int64 `json:"shares,omitempty"`
	// Over says how the over-subscription privilege is filled. Zero is ByBasic.
	Over OverBasis `json:"over,omitempty"`
	// NoOver is true for an offering without an over-subscription privilege:
	// what is not taken by basic privilege stays unsubscribed.
	NoOver bool `json:"no_over,omitempty"`
	// Ties has a key for each of the subscribers, such as the time or a number drawn by
	// lot: among rows with an equal claim to the last share the smaller key gets it.
	// With a different key in each row the order of the list has no bearing. Where
	// keys are equal, or there are none, the earlier row gets it.
	Ties []int64 `json:"ties,omitempty"`
	// Authority is the section of the offering that the reasons cite.
	Authority law.Citation `json:"authority,omitzero"`
}

// Subscriber is what one holder has and asks for.
type Subscriber struct {
	// Holder names the holder, once in an offering. It is required.
	Holder string `json:"holder"`
	// Held is the number of shares, or rights, on the record date. Zero has no
	// privilege of either kind.
	Held int64 `json:"held"`
	// Requested is the number of new shares asked for in all. What is beyond
	// the basic privilege asks for over-subscription, which so needs a basic
	// privilege exercised in full. Zero asks for none.
	Requested int64 `json:"requested,omitempty"`
}

// Subscription is who gets what in a rights offering.
//
// The zero Subscription is no answer; it comes only beside an error.
type Subscription struct {
	// Rows has one row for each subscriber, in the order given.
	Rows []SubscriptionRow `json:"rows"`
	// Shares is the number offered. Basic and Over are what the rows got by
	// either privilege; Unsubscribed is the rest.
	Shares       int64 `json:"shares"`
	Basic        int64 `json:"basic"`
	Over         int64 `json:"over"`
	Unsubscribed int64 `json:"unsubscribed"`
	// Unfilled is the sum of what was asked for and not had.
	Unfilled int64 `json:"unfilled"`
	// Rounding and Basis are the readings used, with defaults filled in.
	Rounding exact.Rounding `json:"rounding"`
	Basis    OverBasis      `json:"basis"`
	// Method and Version are MethodRights and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the totals; the rows explain themselves. Its codes begin with
	// "offering.rights.".
	Why law.Reasons `json:"why,omitempty"`
}

// SubscriptionRow is what one holder gets.
type SubscriptionRow struct {
	Holder string `json:"holder"`
	// Entitlement is Held × New ÷ Old, exactly; Privilege is it in whole shares.
	Entitlement exact.Mixed `json:"entitlement"`
	Privilege   int64       `json:"privilege"`
	// Basic and Over are what the holder gets by either privilege, Shares both.
	Basic  int64 `json:"basic"`
	Over   int64 `json:"over"`
	Shares int64 `json:"shares"`
	// Unfilled is what was requested less Shares: its money goes back.
	Unfilled int64 `json:"unfilled"`
	// Why says how it came about, and who got an odd share. Its codes begin with
	// "offering.rights.row.".
	Why law.Reasons `json:"why,omitempty"`
}

// Allocate gives each holder what it asks for up to its basic privilege, and
// then divides the shares that others left among those who ask for more. Nobody
// gets more than it asked for; what one holder has no use for goes to the
// others, again in proportion, until no share or no request is left. Holders who
// have no part in that proportion, because their basic privilege rounds to
// nothing, are served last, by their requests; a subscriber who holds nothing
// has no privilege. Every share offered is either allocated or Unsubscribed.
//
// Should privileges rounded up come to more shares than are offered, the basic
// subscriptions are cut back pro rata to themselves.
//
// Errors are law.Faults: a missing New, Old or holder is law.ErrMissing; numbers
// below zero or past an int64 in sum are law.ErrRange; a holder named twice is
// law.ErrDuplicate; an unknown word is law.ErrInvalid. At most a hundred faulty
// rows are named.
func (o RightsOffering) Allocate(subscribers []Subscriber) (Subscription, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", o.Authority)
	s := o.read(&fs, subscribers)
	if len(fs) > 0 {
		return Subscription{}, fs
	}
	e := explanation{authority: o.Authority}
	e.reading(codeRightsRounding, codeRightsRoundingDefault, o.Rounding != "", "Each basic privilege is "+s.Rounding.String())
	privileges := s.Shares
	if o.Shares > 0 {
		s.Shares = o.Shares
	}
	offered := kernel.Counted(s.Shares, "share") + " are offered"
	if o.Shares == 0 {
		offered += ", the sum of the basic privileges"
	}
	e.reading(codeRightsShares, codeRightsSharesDefault, o.Shares > 0, offered)
	if privileges > s.Shares {
		e.add(codeRightsPrivilegesOver, "The basic privileges come to "+kernel.Counted(privileges, "share")+", "+
			kernel.Count(privileges-s.Shares)+" more than are offered.")
	}
	o.basic(&s, &e, subscribers)
	o.over(&s, &e, subscribers)
	for i := range s.Rows {
		row := &s.Rows[i]
		row.Shares = row.Basic + row.Over
		row.Unfilled = subscribers[i].Requested - row.Shares
		s.Unfilled += row.Unfilled
	}
	s.Unsubscribed = s.Shares - s.Basic - s.Over
	e.add(codeRightsTotal, kernel.Counted(s.Basic+s.Over, "share")+" are subscribed and "+kernel.Count(s.Unsubscribed)+
		" stay unsubscribed; requests for "+kernel.Count(s.Unfilled)+" are not filled.")
	s.Why = e.why
	return s, nil
}

// read checks the offering and works out the basic privileges.
func (o RightsOffering) read(fs *law.Faults, subscribers []Subscriber) Subscription {
	s := Subscription{
		Rounding: orElse(o.Rounding, exact.Down), Basis: orElse(o.Over, ByBasic),
		Method: MethodRights, Version: MethodVersion,
	}
	s.Rounding.Check(fs, "rounding")
	law.OneOf(fs, "over", s.Basis, s.Basis.all()...)
	okNew, okOld := check.Positive(fs, "new", o.New), check.Positive(fs, "old", o.Old)
	check.NotBelowZero(fs, "shares", o.Shares)
	s.Rows = make([]SubscriptionRow, len(subscribers))
	checkKeys(fs, o.Ties, "subscribers", len(subscribers))
	rows := newRowChecker(fs, "subscribers", len(subscribers))
	var held, requested int64
	for i, subscriber := range subscribers {
		var row law.Faults
		rows.name(&row, "holder", i, subscriber.Holder)
		if check.NotBelowZero(&row, "requested", subscriber.Requested) {
			addCount(&row, "requested", &requested, subscriber.Requested, "shares")
		}
		if check.NotBelowZero(&row, "held", subscriber.Held) {
			addCount(&row, "held", &held, subscriber.Held, "shares")
		}
		if okNew && okOld && len(*fs) == 0 && len(row) == 0 {
			o.privilege(&row, &s, i, subscriber)
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	if len(*fs) == 0 && s.Shares == 0 && o.Shares == 0 {
		fs.Add(law.ErrMissing, "shares", "", "is required: no holder has a basic privilege")
	}
	return s
}

// privilege works out the basic privilege of row i.
func (o RightsOffering) privilege(fs *law.Faults, s *Subscription, i int, subscriber Subscriber) {
	product := kernel.Multiply(uint64(subscriber.Held), uint64(o.New))
	q, ok := kernel.Divide(product, uint64(o.Old))
	var shares int64
	if ok {
		shares, ok = q.Round(s.Rounding)
	}
	if !ok {
		fs.Add(law.ErrRange, "held", strconv.FormatInt(subscriber.Held, 10), "gives a basic privilege past an int64")
		return
	}
	addCount(fs, "held", &s.Shares, shares, "shares of basic privilege")
	s.Rows[i] = SubscriptionRow{Holder: subscriber.Holder, Entitlement: q.Mixed(), Privilege: shares}
}
