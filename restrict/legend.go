package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Legend is a restriction printed on a certificate or noted against a book
// entry: its words, whether the transfer agent is told to stop transfers, and
// what releases it. It is plain data, to be printed, compared, stored as JSON
// and replaced by a contract's own terms.
//
// The zero Legend is refused: its kind, its text and a limb are required.
type Legend struct {
	// Kind is what the legend is about. Required.
	Kind LegendKind `json:"kind"`
	// Text is its words. Required.
	Text string `json:"text"`
	// StopTransfer tells that the transfer agent is instructed to stop
	// transfers as long as the legend stands.
	StopTransfer bool `json:"stop_transfer,omitempty"`
	// Needs tells whether any one limb releases the legend or all of them
	// together do. Required if there are two or more.
	Needs LegendNeeds `json:"needs,omitempty"`
	// Limbs are what releases it: at least one, and at most 32.
	Limbs []Limb `json:"limbs"`
	// Authority is the section of the contract that asks for the legend.
	Authority law.Citation `json:"authority,omitzero"`
}

// LegendKind is what a legend is about. The zero LegendKind is "not stated".
type LegendKind string

// The kinds of legend.
const (
	// LegendSecuritiesAct tells that the shares are not registered.
	LegendSecuritiesAct LegendKind = "securities act"
	// LegendAffiliate tells that the holder is an affiliate of the issuer,
	// whatever the shares are: what the trade calls a control legend.
	LegendAffiliate LegendKind = "affiliate"
	// LegendContract tells of a contract, such as a stockholders' agreement.
	LegendContract LegendKind = "contract"
	// LegendLockUp tells of a promise not to sell for a time.
	LegendLockUp LegendKind = "lock up"
	// LegendRegulationS tells of an offering outside the United States.
	LegendRegulationS LegendKind = "regulation s"
)

func (LegendKind) all() []LegendKind {
	return []LegendKind{LegendSecuritiesAct, LegendAffiliate, LegendContract, LegendLockUp, LegendRegulationS}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (k *LegendKind) UnmarshalText(text []byte) error {
	return law.ReadWord(k, text, k.all()...)
}

func (k LegendKind) check(fs *law.Faults, field string) {
	law.OneOf(fs, field, k, k.all()...)
}

// LegendNeeds is how many of a legend's limbs release it. The zero LegendNeeds
// is "not stated", and serves a legend with one limb only.
type LegendNeeds string

const (
	// AnyLimb releases the legend once one of its limbs is met.
	AnyLimb LegendNeeds = "any"
	// AllLimbs releases it once all of them are met on the same day.
	AllLimbs LegendNeeds = "all"
)

func (LegendNeeds) all() []LegendNeeds {
	return []LegendNeeds{AnyLimb, AllLimbs}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (l *LegendNeeds) UnmarshalText(text []byte) error {
	return law.ReadWord(l, text, l.all()...)
}

// maxLimbs is the most limbs of one legend. The longest list seen in a contract
// has five.
const maxLimbs = 32

// Validate lists what is wrong with the legend itself, without the facts. It
// returns [law.Faults], or nil.
func (l Legend) Validate() error {
	var fs law.Faults
	l.check(&fs, "legend")
	return fs.Err()
}

func (l *Legend) check(fs *law.Faults, path string) {
	l.Kind.check(fs, path+".kind")
	if l.Text == "" {
		fs.Missing(path + ".text")
	}
	fs.Text(path+".text", l.Text)
	check.Cited(fs, path+".authority", l.Authority)
	switch {
	case l.Needs == AnyLimb || l.Needs == AllLimbs || l.Needs == "" && len(l.Limbs) < 2:
	default:
		law.OneOf(fs, path+".needs", l.Needs, l.Needs.all()...)
	}
	switch n := len(l.Limbs); {
	case n == 0:
		fs.Missing(path + ".limbs")
	case n > maxLimbs:
		fs.Add(law.ErrRange, path+".limbs", strconv.Itoa(n), "limbs are more than %d", maxLimbs)
		return
	}
	for i := range l.Limbs {
		if !l.Limbs[i].sound() {
			l.Limbs[i].check(fs, path+".limbs["+strconv.Itoa(i)+"]")
		}
	}
}

// Compare holds the words printed on a certificate against those of the
// legend: see [CompareLegend].
func (l Legend) Compare(printed string) LegendComparison { return CompareLegend(printed, l.Text) }

// UsualLegend is a legend on securities that were sold without registration, in
// plain words, with the [UsualLimbs] and with stop-transfer instructions. It
// cites nothing: a contract's own words, limbs and section replace any field.
func UsualLegend() Legend {
	return Legend{
		Kind: LegendSecuritiesAct,
		Text: "These securities have not been registered under the Securities Act of 1933 or under the securities laws of any state. " +
			"They may be transferred only under an effective registration statement or an exemption from registration.",
		StopTransfer: true,
		Needs:        AnyLimb,
		Limbs:        UsualLimbs(),
	}
}
