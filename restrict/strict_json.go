package restrict

import "github.com/offerkit/offerkit/law"

// Every type that a question is made of reads JSON by the same rule: what it
// writes, whole and literally. Unknown fields, fields in other letters and
// fields given twice are refused, so that no fact is lost in silence. Whether the
// facts fit together is for the question to say.

// UnmarshalJSON reads facts, and refuses words that are none and fields that are
// unknown, in other letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in f stays.
func (f *Facts) UnmarshalJSON(data []byte) error { return law.ReadFields(data, f) }

// UnmarshalJSON reads an issuer, and refuses words that are none and fields that are
// unknown, in other letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in i stays.
func (i *Issuer) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, i)
}

// UnmarshalJSON reads a seller, and refuses words that are none and fields that are
// unknown, in other letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in s stays.
func (s *Seller) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, s)
}

// UnmarshalJSON reads a volume question, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in v stays.
func (v *Volume) UnmarshalJSON(data []byte) error { return law.ReadFields(data, v) }

// UnmarshalJSON reads a week, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in w stays.
func (w *WeekVolume) UnmarshalJSON(data []byte) error { return law.ReadFields(data, w) }

// UnmarshalJSON reads a trade, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in t stays.
func (t *Trade) UnmarshalJSON(data []byte) error { return law.ReadFields(data, t) }

// UnmarshalJSON reads a split, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in s stays.
func (s *Split) UnmarshalJSON(data []byte) error { return law.ReadFields(data, s) }

// UnmarshalJSON reads a manner of sale, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in m stays.
func (m *Manner) UnmarshalJSON(data []byte) error { return law.ReadFields(data, m) }

// UnmarshalJSON reads a brokerage, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in b stays.
func (b *Brokerage) UnmarshalJSON(data []byte) error { return law.ReadFields(data, b) }

// UnmarshalJSON reads an inquiry, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in i stays.
func (i *Inquiry) UnmarshalJSON(data []byte) error { return law.ReadFields(data, i) }

// UnmarshalJSON reads a quotation, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in q stays.
func (q *Quotation) UnmarshalJSON(data []byte) error { return law.ReadFields(data, q) }

// UnmarshalJSON reads a notice question, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in f stays.
func (f *Form144Facts) UnmarshalJSON(data []byte) error { return law.ReadFields(data, f) }

// UnmarshalJSON reads a notice, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in n stays.
func (n *FiledNotice) UnmarshalJSON(data []byte) error { return law.ReadFields(data, n) }

// UnmarshalJSON reads an aggregation, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in a stays.
func (a *Aggregation) UnmarshalJSON(data []byte) error { return law.ReadFields(data, a) }

// UnmarshalJSON reads a relation, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in r stays.
func (r *Relation) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

// UnmarshalJSON reads facts, and refuses words that are none and fields that are
// unknown, in other letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in f stays.
func (f *Rule145Facts) UnmarshalJSON(data []byte) error { return law.ReadFields(data, f) }

// UnmarshalJSON reads a covenant, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in d stays.
func (d *Delivery) UnmarshalJSON(data []byte) error { return law.ReadFields(data, d) }

// UnmarshalJSON reads facts, and refuses words that are none and fields that are
// unknown, in other letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in f stays.
func (f *DeliveryFacts) UnmarshalJSON(data []byte) error { return law.ReadFields(data, f) }

// UnmarshalJSON reads damages, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in d stays.
func (d *Damages) UnmarshalJSON(data []byte) error { return law.ReadFields(data, d) }

// UnmarshalJSON reads facts, and refuses words that are none and fields that are
// unknown, in other letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in f stays.
func (f *DamagesFacts) UnmarshalJSON(data []byte) error { return law.ReadFields(data, f) }

// UnmarshalJSON reads a claim, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in c stays.
func (c *DamagesClaim) UnmarshalJSON(data []byte) error { return law.ReadFields(data, c) }

// UnmarshalJSON reads a buy-in, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in b stays.
func (b *BuyIn) UnmarshalJSON(data []byte) error { return law.ReadFields(data, b) }

// UnmarshalJSON reads facts, and refuses words that are none and fields that are
// unknown, in other letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in f stays.
func (f *BuyInFacts) UnmarshalJSON(data []byte) error { return law.ReadFields(data, f) }

// UnmarshalJSON reads a registration agreement, and refuses fields that are unknown, in other
// letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in r stays.
func (r *Registration) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

// UnmarshalJSON reads facts, and refuses words that are none and fields that are
// unknown, in other letters, given twice or not to be read. The error is [law.Faults] with the path
// of each, and what was in f stays.
func (f *RegistrationFacts) UnmarshalJSON(data []byte) error { return law.ReadFields(data, f) }
