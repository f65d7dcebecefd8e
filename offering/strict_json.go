package offering

import "github.com/offerkit/offerkit/law"

// Every type that a question is made of reads JSON by the same rule: what it
// writes, whole and literally, so that no term is lost in silence. Whether the
// terms fit together is for the question to say.
//
// A struct that embeds one of them is read as that one alone, and its other
// fields are refused: it names the field instead.

// UnmarshalJSON reads terms strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and t stays as it was.
func (t *Terms) UnmarshalJSON(data []byte) error { return law.ReadFields(data, t) }

// UnmarshalJSON reads an order strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and o stays as it was.
func (o *Order) UnmarshalJSON(data []byte) error { return law.ReadFields(data, o) }

// UnmarshalJSON reads subscriptions strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and s stays as it was.
func (s *Subscriptions) UnmarshalJSON(data []byte) error { return law.ReadFields(data, s) }

// UnmarshalJSON reads closings strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and c stays as it was.
func (c *Closings) UnmarshalJSON(data []byte) error { return law.ReadFields(data, c) }

// UnmarshalJSON reads a running total strictly: what is unknown, in other letters, given twice or
// not to be read is [law.Faults] with the path of each, and r stays as it was.
func (r *RunningTotal) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

// UnmarshalJSON reads a closing's order strictly: what is unknown, in other letters, given twice or
// not to be read is [law.Faults] with the path of each, and o stays as it was.
func (o *ClosingOrder) UnmarshalJSON(data []byte) error { return law.ReadFields(data, o) }

// UnmarshalJSON reads an over-allotment strictly: what is unknown, in other letters, given twice or
// not to be read is [law.Faults] with the path of each, and o stays as it was.
func (o *OverAllotment) UnmarshalJSON(data []byte) error { return law.ReadFields(data, o) }

// UnmarshalJSON reads an indication strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and i stays as it was.
func (i *Indication) UnmarshalJSON(data []byte) error { return law.ReadFields(data, i) }

// UnmarshalJSON reads a pool strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and p stays as it was.
func (p *Pool) UnmarshalJSON(data []byte) error { return law.ReadFields(data, p) }

// UnmarshalJSON reads a claim strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and c stays as it was.
func (c *Claim) UnmarshalJSON(data []byte) error { return law.ReadFields(data, c) }

// UnmarshalJSON reads a priority strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and p stays as it was.
func (p *Priority) UnmarshalJSON(data []byte) error { return law.ReadFields(data, p) }

// UnmarshalJSON reads a demand strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and d stays as it was.
func (d *Demand) UnmarshalJSON(data []byte) error { return law.ReadFields(data, d) }

// UnmarshalJSON reads limits strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and l stays as it was.
func (l *Limits) UnmarshalJSON(data []byte) error { return law.ReadFields(data, l) }

// UnmarshalJSON reads a coverage strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and c stays as it was.
func (c *Coverage) UnmarshalJSON(data []byte) error { return law.ReadFields(data, c) }

// UnmarshalJSON reads a purchase with warrants strictly: what is unknown, in other letters, given
// twice or not to be read is [law.Faults] with the path of each, and c stays as it was.
func (c *Covered) UnmarshalJSON(data []byte) error { return law.ReadFields(data, c) }

// UnmarshalJSON reads a unit strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and u stays as it was.
func (u *Unit) UnmarshalJSON(data []byte) error { return law.ReadFields(data, u) }

// UnmarshalJSON reads an order for units strictly: what is unknown, in other letters, given twice
// or not to be read is [law.Faults] with the path of each, and o stays as it was.
func (o *UnitOrder) UnmarshalJSON(data []byte) error { return law.ReadFields(data, o) }

// UnmarshalJSON reads a valuation strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and v stays as it was.
func (v *Valuation) UnmarshalJSON(data []byte) error { return law.ReadFields(data, v) }

// UnmarshalJSON reads a market price strictly: what is unknown, in other letters, given twice or
// not to be read is [law.Faults] with the path of each, and m stays as it was.
func (m *MarketPrice) UnmarshalJSON(data []byte) error { return law.ReadFields(data, m) }

// UnmarshalJSON reads a reference strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and r stays as it was.
func (r *Reference) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

// UnmarshalJSON reads an adjustable price strictly: what is unknown, in other letters, given twice
// or not to be read is [law.Faults] with the path of each, and a stays as it was.
func (a *Adjustable) UnmarshalJSON(data []byte) error { return law.ReadFields(data, a) }

// UnmarshalJSON reads an adjustment strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and a stays as it was.
func (a *Adjustment) UnmarshalJSON(data []byte) error { return law.ReadFields(data, a) }

// UnmarshalJSON reads a waterfall strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and w stays as it was.
func (w *Waterfall) UnmarshalJSON(data []byte) error { return law.ReadFields(data, w) }

// UnmarshalJSON reads a fee strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and f stays as it was.
func (f *Fee) UnmarshalJSON(data []byte) error { return law.ReadFields(data, f) }

// UnmarshalJSON reads a split strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and s stays as it was.
func (s *Split) UnmarshalJSON(data []byte) error { return law.ReadFields(data, s) }

// UnmarshalJSON reads a position strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and p stays as it was.
func (p *SplitPosition) UnmarshalJSON(data []byte) error { return law.ReadFields(data, p) }

// UnmarshalJSON reads a tender offer strictly: what is unknown, in other letters, given twice or
// not to be read is [law.Faults] with the path of each, and t stays as it was.
func (t *Tender) UnmarshalJSON(data []byte) error { return law.ReadFields(data, t) }

// UnmarshalJSON reads a tender strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and t stays as it was.
func (t *Tendered) UnmarshalJSON(data []byte) error { return law.ReadFields(data, t) }

// UnmarshalJSON reads a rights offering strictly: what is unknown, in other letters, given twice or
// not to be read is [law.Faults] with the path of each, and o stays as it was.
func (o *RightsOffering) UnmarshalJSON(data []byte) error { return law.ReadFields(data, o) }

// UnmarshalJSON reads a subscriber strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and s stays as it was.
func (s *Subscriber) UnmarshalJSON(data []byte) error { return law.ReadFields(data, s) }

// UnmarshalJSON reads a right strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and r stays as it was.
func (r *PreemptiveRight) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

// UnmarshalJSON reads a participant strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and p stays as it was.
func (p *Participant) UnmarshalJSON(data []byte) error { return law.ReadFields(data, p) }

// UnmarshalJSON reads an underwriting strictly: what is unknown, in other letters, given twice or
// not to be read is [law.Faults] with the path of each, and u stays as it was.
func (u *Underwriting) UnmarshalJSON(data []byte) error { return law.ReadFields(data, u) }

// UnmarshalJSON reads an underwriter strictly: what is unknown, in other letters, given twice or
// not to be read is [law.Faults] with the path of each, and u stays as it was.
func (u *Underwriter) UnmarshalJSON(data []byte) error { return law.ReadFields(data, u) }

// UnmarshalJSON reads a lottery strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and l stays as it was.
func (l *Lottery) UnmarshalJSON(data []byte) error { return law.ReadFields(data, l) }

// UnmarshalJSON reads an entrant strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and e stays as it was.
func (e *Entrant) UnmarshalJSON(data []byte) error { return law.ReadFields(data, e) }

// UnmarshalJSON reads a draw strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and d stays as it was.
func (d *Draw) UnmarshalJSON(data []byte) error { return law.ReadFields(data, d) }

// UnmarshalJSON reads a row of a draw strictly: what is unknown, in other letters, given twice or
// not to be read is [law.Faults] with the path of each, and r stays as it was.
func (r *DrawRow) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

// UnmarshalJSON reads a register strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and r stays as it was.
func (r *Register) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

// UnmarshalJSON reads a holding strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and h stays as it was.
func (h *Holding) UnmarshalJSON(data []byte) error { return law.ReadFields(data, h) }

// UnmarshalJSON reads a resolution strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and r stays as it was.
func (r *Resolution) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

// UnmarshalJSON reads a threshold strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and t stays as it was.
func (t *Threshold) UnmarshalJSON(data []byte) error { return law.ReadFields(data, t) }

// UnmarshalJSON reads a voter strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and v stays as it was.
func (v *Voter) UnmarshalJSON(data []byte) error { return law.ReadFields(data, v) }

// UnmarshalJSON reads a majority strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and m stays as it was.
func (m *Majority) UnmarshalJSON(data []byte) error { return law.ReadFields(data, m) }

// UnmarshalJSON reads a blocker strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and b stays as it was.
func (b *Blocker) UnmarshalJSON(data []byte) error { return law.ReadFields(data, b) }

// UnmarshalJSON reads an ownership strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and o stays as it was.
func (o *Ownership) UnmarshalJSON(data []byte) error { return law.ReadFields(data, o) }

// UnmarshalJSON reads an attribution party strictly: what is unknown, in other letters, given twice
// or not to be read is [law.Faults] with the path of each, and p stays as it was.
func (p *AttributionParty) UnmarshalJSON(data []byte) error { return law.ReadFields(data, p) }

// UnmarshalJSON reads a notice strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and n stays as it was.
func (n *LimitNotice) UnmarshalJSON(data []byte) error { return law.ReadFields(data, n) }

// UnmarshalJSON reads a cap strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and c stays as it was.
func (c *ExchangeCap) UnmarshalJSON(data []byte) error { return law.ReadFields(data, c) }

// UnmarshalJSON reads a holder strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and h stays as it was.
func (h *CapHolder) UnmarshalJSON(data []byte) error { return law.ReadFields(data, h) }

// UnmarshalJSON reads an event strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and event stays as it was.
func (event *CapEvent) UnmarshalJSON(data []byte) error { return law.ReadFields(data, event) }

// UnmarshalJSON reads an issuance strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and i stays as it was.
func (i *Issuance) UnmarshalJSON(data []byte) error { return law.ReadFields(data, i) }

// UnmarshalJSON reads a shelf strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and b stays as it was.
func (b *BabyShelf) UnmarshalJSON(data []byte) error { return law.ReadFields(data, b) }

// UnmarshalJSON reads a day's price strictly: what is unknown, in other letters, given twice or not
// to be read is [law.Faults] with the path of each, and p stays as it was.
func (p *DayPrice) UnmarshalJSON(data []byte) error { return law.ReadFields(data, p) }

// UnmarshalJSON reads a sale strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and s stays as it was.
func (s *ShelfSale) UnmarshalJSON(data []byte) error { return law.ReadFields(data, s) }
