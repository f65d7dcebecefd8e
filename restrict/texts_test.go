package restrict

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/internal/golden"
)

// theGolden is the golden question of the type.
func theGolden[T any](t *testing.T) *T {
	t.Helper()
	v := golden.Of[T](t, goldenQuestions())
	return &v
}

// doors has each function that takes text, and asks it with golden values.
func doors(t *testing.T) []golden.Door {
	facts, lot, start := theGolden[Facts](t), theGolden[[]Event](t), golden.Of[Start](t, goldenAnswers(t))
	sale := closed2002().AddDays(365)
	volume, manner, brokerage, notice := theGolden[Volume](t), theGolden[Manner](t), theGolden[Brokerage](t), theGolden[Form144Facts](t)
	aggregation, rule145 := theGolden[Aggregation](t), theGolden[Rule145Facts](t)
	delivery, deliveryFacts := theGolden[Delivery](t), theGolden[DeliveryFacts](t)
	damages, damagesFacts, claim := theGolden[Damages](t), theGolden[DamagesFacts](t), theGolden[DamagesClaim](t)
	buyIn, buyInFacts := theGolden[BuyIn](t), theGolden[BuyInFacts](t)
	registration, registrationFacts := theGolden[Registration](t), theGolden[RegistrationFacts](t)
	legend, legendFacts, lockUp := theGolden[Legend](t), theGolden[LegendFacts](t), LockUp{Name: "lock-up", From: closed2002(), Days: 90}
	partial, transfer := theGolden[PartialSale](t), theGolden[Transfer](t)
	record := golden.Of[CertificateSplit](t, goldenAnswers(t)).Record
	return []golden.Door{
		{Name: "Rule144", In: []any{facts}, Ask: func() (any, error) { return Rule144(*facts, sale) }},
		{Name: "Screen", In: []any{facts}, Ask: func() (any, error) { return Screen(*facts, sale) }},
		{Name: "Milestones", In: []any{facts}, Ask: func() (any, error) { return Milestones(*facts) }},
		{Name: "HoldingStart", In: []any{lot}, Ask: func() (any, error) { return HoldingStart(*lot) }},
		{Name: "Event.MarshalJSON", In: []any{lot}, Ask: func() (any, error) { return (*lot)[0].MarshalJSON() }},
		{Name: "Start.Facts", In: []any{&start, facts}, Ask: func() (any, error) {
			f, err := start.Facts(*facts, sale)
			if err != nil {
				return nil, err
			}
			return Rule144(f, sale) // they are made to be asked with
		}},
		{Name: "VolumeLimit", In: []any{volume}, Ask: func() (any, error) { return VolumeLimit(*volume) }},
		{Name: "Aggregate", In: []any{aggregation}, Ask: func() (any, error) { return Aggregate(*aggregation) }},
		{Name: "MannerOfSale", In: []any{manner}, Ask: func() (any, error) { return MannerOfSale(*manner) }},
		{Name: "BrokersTransaction", In: []any{brokerage}, Ask: func() (any, error) { return BrokersTransaction(*brokerage) }},
		{Name: "Form144", In: []any{notice}, Ask: func() (any, error) { return Form144(*notice) }},
		{Name: "Rule145", In: []any{rule145}, Ask: func() (any, error) { return Rule145(*rule145, day(2023, time.June, 8)) }},
		{Name: "Delivery.Due", In: []any{delivery, deliveryFacts}, Ask: func() (any, error) { return delivery.Due(*deliveryFacts) }},
		{Name: "Delivery.DueFrom", In: []any{delivery}, Ask: func() (any, error) { return delivery.DueFrom(day(2003, time.April, 16)) }},
		{Name: "Delivery.Validate", In: []any{delivery}, Ask: func() (any, error) { return delivery, delivery.Validate() }},
		{Name: "Damages.Assess", In: []any{damages, damagesFacts}, Ask: func() (any, error) { return damages.Assess(*damagesFacts) }},
		{Name: "Damages.Validate", In: []any{damages}, Ask: func() (any, error) { return damages, damages.Validate() }},
		{Name: "TogetherDamages", In: []any{claim}, Ask: func() (any, error) { return TogetherDamages(*claim) }},
		{Name: "BuyIn.Assess", In: []any{buyIn, buyInFacts}, Ask: func() (any, error) { return buyIn.Assess(*buyInFacts) }},
		{Name: "BuyIn.Validate", In: []any{buyIn}, Ask: func() (any, error) { return buyIn, buyIn.Validate() }},
		{Name: "Registration.On", In: []any{registration, registrationFacts}, Ask: func() (any, error) {
			return registration.On(*registrationFacts, day(2003, time.September, 2))
		}},
		{Name: "Registration.Validate", In: []any{registration}, Ask: func() (any, error) { return registration, registration.Validate() }},
		{Name: "Legend.Validate", In: []any{legend}, Ask: func() (any, error) { return legend, legend.Validate() }},
		{Name: "Legend.Removable", In: []any{legend, legendFacts}, Ask: func() (any, error) {
			return legend.Removable(day(2003, time.January, 31), *legendFacts)
		}},
		{Name: "LockUp.Free", In: []any{&lockUp}, Ask: func() (any, error) { return lockUp.Free() }},
		{Name: "SplitCertificate", In: []any{partial}, Ask: func() (any, error) { return SplitCertificate(*partial) }},
		{Name: "Certificate.MarshalJSON", In: []any{&partial.Certificate}, Ask: func() (any, error) { return asText(partial.Certificate.MarshalJSON()) }},
		{Name: "SplitRecord.MarshalJSON", In: []any{&record}, Ask: func() (any, error) { return asText(record.MarshalJSON()) }},
		{Name: "CheckTransfer", In: []any{transfer}, Ask: func() (any, error) { return CheckTransfer(*transfer) }},
	}
}

func asText(data []byte, err error) (any, error) { return string(data), err }

func TestTextIsUTF8(t *testing.T) { golden.Texts(t, doors(t)) }

func TestTextIsUTF8InJSON(t *testing.T) {
	golden.TextsJSON(t, append(goldenQuestions(), golden.Of[CertificateSplit](t, goldenAnswers(t)).Record))
}

// Those that take no text are no doors.
func TestDoorsAreAll(t *testing.T) { golden.Doors(t, doors(t), "PeriodEnd", "Weeks") }

// A comparison and a normal form never hand on bytes that are not UTF-8.
func TestLegendTextsAreUTF8(t *testing.T) {
	legend := golden.Of[Legend](t, goldenQuestions())
	printed := legend.Text
	golden.Texts(t, []golden.Door{
		{Name: "Legend.Compare", In: []any{&printed, &legend.Text}, Ask: func() (any, error) { return legend.Compare(printed), nil }},
		{Name: "NormalizeLegend", In: []any{&printed}, Ask: func() (any, error) { return NormalizeLegend(printed), nil }},
	})
}
