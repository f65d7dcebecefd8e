package restrict

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Form144Facts describes one sale as paragraph (h) of Rule 144 asks about it.
//
// The zero Form144Facts states nothing and is refused.
type Form144Facts struct {
	// Sale is the day on which the order is placed with a broker, or executed
	// with a market maker. It selects the version of the rule. Required.
	Sale calendar.Date `json:"sale"`
	// Security tells equity from debt. Required.
	Security Security `json:"security"`
	// Seller is the person for whose account the sale is made.
	Seller Seller `json:"seller"`
	// Reports tells whether the issuer is subject to section 13 or 15(d) of the
	// Exchange Act, on which the form of filing turns. Required.
	Reports law.YesNo `json:"reports"`
	// Amount is the shares or other units to be sold, in the shares of the day of
	// the sale. It must be above 0.
	Amount int64 `json:"amount"`
	// Price is the price of one in dollars. Zero is unknown.
	Price decimal.Decimal `json:"price,omitzero"`
	// Trades lists the other sales, made or planned. Those within three months
	// of this one, on either side, may count with it.
	Trades []Trade `json:"trades,omitempty"`
	// Notices lists the forms that the seller has filed for the class. What they
	// leave unsold is counted from the seller's own sales in Trades, however old.
	Notices []FiledNotice `json:"notices,omitempty"`
	// Splits lists the splits of the class that took effect by the day of the
	// sale. What was sold before one counts in the shares after it.
	Splits []Split `json:"splits,omitempty"`
	// Name, Relations and Seasoned are those of [Volume].
	Name      string     `json:"name,omitempty"`
	Relations []Relation `json:"relations,omitempty"`
	Seasoned  law.YesNo  `json:"seasoned,omitempty"`
	// Transmitted is the day on which this sale's form was sent on paper or by
	// e-mail, and Submitted the instant at which it was submitted on EDGAR. Not
	// both.
	Transmitted calendar.Date `json:"transmitted,omitzero"`
	Submitted   time.Time     `json:"submitted,omitzero"`
}

// FiledNotice is a form that was filed.
type FiledNotice struct {
	// Filed is the day on which it was filed. Required.
	Filed calendar.Date `json:"filed"`
	// Amount is what it gave notice of, in the shares of the day on which it was
	// filed. It must be above 0.
	Amount int64 `json:"amount"`
}

// NoticeAction is what is to be done about a notice. The zero NoticeAction is
// no answer and appears only beside an error.
type NoticeAction string

// The actions.
const (
	// NoticeNone says that no notice is asked for.
	NoticeNone NoticeAction = "none"
	// NoticeFile says that a form is to be filed for the sale.
	NoticeFile NoticeAction = "file"
	// NoticeFileNew says that a form was filed, but not for all of the sale: a
	// new form is to be filed for the rest, not an amendment. If the form filed is
	// more than three months old, what it left unsold needs an amended notice, too.
	NoticeFileNew NoticeAction = "file a new form"
	// NoticeAmend says that the forms that were filed are more than three months old
	// and leave enough unsold for the sale: an amended notice is to be filed.
	NoticeAmend NoticeAction = "file an amended notice"
	// NoticeCovered says that a form filed before covers the sale.
	NoticeCovered NoticeAction = "covered"
	// NoticeUnknown says that it turns on a fact that is unknown.
	NoticeUnknown NoticeAction = "unknown"
)

func (NoticeAction) all() []NoticeAction {
	return []NoticeAction{NoticeNone, NoticeFile, NoticeFileNew, NoticeAmend, NoticeCovered, NoticeUnknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (n *NoticeAction) UnmarshalText(text []byte) error {
	return law.ReadWord(n, text, n.all()...)
}

// FilingWay is a way of filing the form. The zero FilingWay appears in no
// result.
type FilingWay string

// The ways.
const (
	FilePaper FilingWay = "paper"
	FileEmail FilingWay = "email"
	FileEdgar FilingWay = "edgar"
)

func (FilingWay) all() []FilingWay {
	return []FilingWay{FilePaper, FileEmail, FileEdgar}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (f *FilingWay) UnmarshalText(text []byte) error {
	return law.ReadWord(f, text, f.all()...)
}

// Form144Finding is the answer about one notice. The zero Form144Finding is no
// answer and appears only beside an error.
type Form144Finding struct {
	// Required tells whether a notice is required.
	Required law.YesNo `json:"required"`
	// Action is what is to be done.
	Action NoticeAction `json:"action"`
	// InForce is the first day of the version of the rule that governs.
	InForce calendar.Date `json:"in_force"`
	// AmountLimit and PriceLimit are the shares and the dollars above which a
	// notice is required.
	AmountLimit int64 `json:"amount_limit"`
	PriceLimit  int64 `json:"price_limit"`
	// From and Through are the three months that decide.
	From    calendar.Date `json:"from,omitzero"`
	Through calendar.Date `json:"through,omitzero"`
	// Amount and Price are what is sold in them as far as it counts for
	// certain, and PossibleAmount and PossiblePrice what may count besides, in the
	// shares of the day of the sale. A fraction of a share is left out of both
	// amounts, but counts.
	Amount         int64           `json:"amount"`
	Price          decimal.Decimal `json:"price"`
	PossibleAmount int64           `json:"possible_amount,omitempty"`
	PossiblePrice  decimal.Decimal `json:"possible_price,omitzero"`
	// Unpriced is the number of sales in them of which the price is unknown.
	Unpriced int `json:"unpriced,omitempty"`
	// Cover is the amount of which the form to be filed gives notice.
	Cover int64 `json:"cover,omitempty"`
	// Ways are the ways in which the form may be filed, if one is to be. It is
	// empty if they turn on what is unknown.
	Ways []FilingWay `json:"ways,omitempty"`
	// Due is the day on which it is to be transmitted, and Expires the first
	// day on which a form of that day no longer serves for a sale.
	Due     calendar.Date `json:"due,omitzero"`
	Expires calendar.Date `json:"expires,omitzero"`
	// FiledOn is the day on which the form submitted on EDGAR counts as filed.
	FiledOn calendar.Date `json:"filed_on,omitzero"`
	// Concurrent tells whether the form was transmitted as it had to be. Empty
	// if no form is to be filed or none was transmitted yet.
	Concurrent law.YesNo `json:"concurrent,omitempty"`
	// Boundary is true if whether (h) applies turns on how months are counted.
	Boundary bool `json:"boundary,omitempty"`
	// Method and Version name how the answer was made.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// Form144 tells whether a sale asks for a notice on Form 144 under paragraph (h)
// of Rule 144, in the version in force that day; how and when it is to be
// filed; and whether one that was filed serves.
//
// A notice is required if, in any three months that hold the sale, more than
// the threshold is sold in reliance on the rule: exactly the threshold asks for
// none. What was sold before a split counts as split, as for [VolumeLimit].
// Whether sales of a convertible security and of the class count together is
// unknown, and so is whether those do whom (e)(3) alone aggregates; if they do, a
// convertible security counts as what it converts into, or as the units sold if
// those are more.
//
// The error is [law.Faults], at most a hundred rows of a list; a sale before
// 1997-04-29, and a form on EDGAR before 2022-06-02, are [law.ErrUnsupported].
func Form144(f Form144Facts) (Form144Finding, error) {
	var fs law.Faults
	sl := f.check(&fs)
	if len(fs) > 0 {
		return Form144Finding{}, fs
	}
	bound, err := f.Seller.bound(f.Security, f.Sale, ConditionH, sl.former)
	if err != nil {
		return Form144Finding{}, err
	}
	n := noticer{f: &f, law: &sl}
	n.out = Form144Finding{
		Required: law.No, Action: NoticeNone, InForce: sl.from, AmountLimit: sl.noticeAmount, PriceLimit: sl.noticePrice,
		Boundary: bound.boundary, Method: MethodForm144, Version: SaleVersion,
	}
	n.out.Why = append(n.out.Why, bound.reason(&f.Seller, &sl, "(h)",
		bindingCodes{on: codeNoticeOn, off: codeNoticeOff, boundary: codeNoticeBoundary, affiliate: codeNoticeAffiliate}))
	if bound.answer == law.No {
		return n.out, nil
	}
	if err := n.threshold(); err != nil {
		return Form144Finding{}, err
	}
	if n.out.Required == law.Yes && bound.answer == law.Unknown {
		n.out.Required = law.Unknown
	}
	if err := n.act(); err != nil {
		return Form144Finding{}, err
	}
	return n.out, nil
}

func (f *Form144Facts) check(fs *law.Faults) saleLaw {
	sl := saleLawOn(fs, f.Sale)
	if !f.Security.known() {
		f.Security.check(fs)
	}
	f.Seller.check(fs, f.Sale, sl.former)
	checkAnswer(f.Reports, fs, "reports", true)
	if f.Amount == 0 {
		fs.Missing("amount")
	}
	check.NotBelowZero(fs, "amount", f.Amount)
	kernel.NotBelowZero(fs, "price", f.Price)
	fs.Text("name", f.Name)
	rows := check.Rows{List: "trades"}
	for i := range f.Trades {
		var row law.Faults
		f.Trades[i].check(&row)
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	rows = check.Rows{List: "notices"}
	for i, notice := range f.Notices {
		var row law.Faults
		required(&row, "filed", notice.Filed)
		notAfter(&row, "filed", notice.Filed, f.Sale)
		if notice.Amount == 0 {
			row.Missing("amount")
		}
		check.NotBelowZero(&row, "amount", notice.Amount)
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	checkSplits(fs, f.Splits, f.Sale)
	if len(f.Relations) > 0 {
		if f.Name == "" {
			fs.Missing("name")
		}
		fs.Merge("", f.aggregation().check())
	}
	if !f.Transmitted.IsZero() && !f.Submitted.IsZero() {
		fs.Add(law.ErrConflict, "submitted", f.Submitted.UTC().Format(time.RFC3339), "is given although the form was transmitted on %s",
			f.Transmitted)
	}
	return sl
}

func (f *Form144Facts) aggregation() *Aggregation {
	return &Aggregation{Seller: f.Name, Sale: f.Sale, Seasoned: f.Seasoned, Relations: f.Relations}
}
