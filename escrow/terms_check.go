package escrow

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// contract is checked terms with their defaults filled in, and the look-ups
// that follow from them. It is never written after [New].
type contract struct {
	Terms
	purchase  map[PurchaseID]int
	condition map[ConditionID]int
	votes     map[PartyID]int64 // shares of each investor, for consents
	due       int64             // sum of the amounts due
	calendar  calendar.Calendar // the closing days
	zone      *time.Location
	// contingencyEnd is the first instant that is too late for the minimum,
	// and zero without one.
	contingencyEnd time.Time
}

// newContract checks the terms and copies what the caller could still change.
func newContract(t Terms) (*contract, error) {
	var fs law.Faults
	t = t.clone()
	t.fill()
	c := &contract{Terms: t, calendar: t.Closing.Count.Calendar, zone: t.Closing.By.Zone}
	if !t.Contingency.By.IsZero() {
		c.contingencyEnd = t.Contingency.By.AddDays(1).At(calendar.MustClock(0, 0), c.zone)
	}
	c.checkParties(&fs)
	c.checkPurchases(&fs)
	c.checkConditions(&fs)
	c.checkFees(&fs)
	c.checkClosing(&fs)
	c.checkMoney(&fs)
	c.checkCited(&fs)
	return c, fs.Err()
}

// clone shares no slice with t.
func (t Terms) clone() Terms {
	t.Signed, t.CancelBy = utc(t.Signed), utc(t.CancelBy)
	t.Purchases = slices.Clone(t.Purchases)
	t.Conditions = slices.Clone(t.Conditions)
	t.Fees = slices.Clone(t.Fees)
	return t
}

// fill sets what was left to the defaults that the fields document.
func (t *Terms) fill() {
	t.Late = orElse(t.Late, LateRolls)
	t.Memory = orElse(t.Memory, MemoryContinuous)
	t.OnWaiver = orElse(t.OnWaiver, WaiverCounts)
	t.Scope = orElse(t.Scope, ScopeEach)
	t.Currency = orElse(t.Currency, "USD")
	t.Anchor = orElse(t.Anchor, AnchorConditions)
	t.Interest = orElse(t.Interest, InterestUndivided)
	if t.Closing.By.Zone == nil {
		t.Closing.By.Zone = calendar.NewYork()
	}
	if t.Closing.Count.Authority == (law.Citation{}) {
		t.Closing.Count.Authority = t.Authority.ClosingDate
	}
	t.Closing.Count.Name = orElse(t.Closing.Count.Name, "Closing Date")
	if t.FundsBefore == (calendar.Deadline{}) {
		t.FundsBefore = calendar.Deadline{Count: 1, Unit: calendar.Days}
	}
	t.FundsBefore.Name = orElse(t.FundsBefore.Name, "Last day for funds")
	if t.FundsBefore.Authority == (law.Citation{}) {
		t.FundsBefore.Authority = t.Authority.FundsBefore
	}
	for i := range t.Purchases {
		t.Purchases[i].Basis = orElse(t.Purchases[i].Basis, DueSigned)
	}
	for i := range t.Fees {
		t.Fees[i].Rounding = orElse(t.Fees[i].Rounding, exact.Nearest)
	}
}

func (c *contract) checkParties(fs *law.Faults) {
	checkName(fs, "id", c.ID)
	checkInstant(fs, "signed", c.Signed)
	checkName(fs, "company", c.Company)
	checkName(fs, "agent", c.Agent)
	checkCurrency(fs, "currency", c.Currency)
	if c.Agent != "" && c.Agent == c.Company {
		fs.Add(law.ErrConflict, "agent", strconv.Quote(string(c.Agent)), "is also the company")
	}
}

func (c *contract) checkPurchases(fs *law.Faults) {
	if len(c.Purchases) == 0 {
		fs.Missing("purchases")
	}
	c.purchase = make(map[PurchaseID]int, len(c.Purchases))
	c.votes = make(map[PartyID]int64)
	var shares int64
	sharesFit, dueFits := true, true
	rows := check.Rows{List: "purchases"}
	for i, p := range c.Purchases {
		var own law.Faults
		checkName(&own, "id", p.ID)
		checkName(&own, "investor", p.Investor)
		check.Positive(&own, "shares", p.Shares)
		check.Positive(&own, "due_cents", p.DueCents)
		law.OneOf(&own, "basis", p.Basis, p.Basis.all()...)
		if _, twice := c.purchase[p.ID]; twice && p.ID != "" {
			check.Twice(&own, "id", strconv.Quote(string(p.ID)))
		}
		c.purchase[p.ID] = i
		if p.Investor != "" && (p.Investor == c.Company || p.Investor == c.Agent) {
			own.Add(law.ErrConflict, "investor", strconv.Quote(string(p.Investor)), "is also the company or the agent")
		}
		rows.Add(fs, i, own)
		shares, sharesFit = plus(shares, p.Shares, sharesFit)
		c.due, dueFits = plus(c.due, p.DueCents, dueFits)
		if sharesFit {
			c.votes[p.Investor] += max(p.Shares, 0)
		}
	}
	rows.Close(fs)
	if !sharesFit {
		fs.Add(law.ErrRange, "purchases", "", "add up to more than %d shares", int64(math.MaxInt64))
	}
	if !dueFits {
		fs.Add(law.ErrRange, "purchases", "", "add up to more than %d cents", int64(math.MaxInt64))
	}
	switch {
	case c.ConsentShares < 0:
		check.NotBelowZero(fs, "consent_shares", c.ConsentShares)
	case sharesFit && c.ConsentShares > shares:
		fs.Add(law.ErrRange, "consent_shares", strconv.FormatInt(c.ConsentShares, 10), "is more than the %d shares bought", shares)
	}
}

// plus adds a number that is not negative, unless the sum no longer fits.
func plus(sum, n int64, fits bool) (int64, bool) {
	if !fits || n < 0 {
		return sum, fits
	}
	if sum > math.MaxInt64-n {
		return sum, false
	}
	return sum + n, true
}

func (c *contract) checkConditions(fs *law.Faults) {
	if len(c.Conditions) == 0 {
		fs.Missing("conditions")
	}
	c.condition = make(map[ConditionID]int, len(c.Conditions))
	found := make(map[Kind]bool)
	rows := check.Rows{List: "conditions"}
	for i, k := range c.Conditions {
		var own law.Faults
		checkName(&own, "id", k.ID)
		if k.Text == "" {
			own.Missing("text")
		}
		checkText(&own, "text", k.Text)
		checkText(&own, "given_by", k.GivenBy)
		law.OneOf(&own, "kind", k.Kind, k.Kind.all()...)
		law.OneOf(&own, "favors", k.Favors, k.Favors.all()...)
		if _, twice := c.condition[k.ID]; twice && k.ID != "" {
			check.Twice(&own, "id", strconv.Quote(string(k.ID)))
		}
		c.condition[k.ID] = i
		if !k.Kind.observed() {
			if k.DealWide {
				own.Add(law.ErrConflict, "deal_wide", "", "cannot be: each purchase has its own %s", k.Kind)
			}
			if found[k.Kind] {
				check.Twice(&own, "kind", strconv.Quote(string(k.Kind)))
			}
			found[k.Kind] = true
		}
		rows.Add(fs, i, own)
	}
	rows.Close(fs)
}

// checkCited checks the text of each citation, and of the zone; that of a deadline is
// checked with it.
func (c *contract) checkCited(fs *law.Faults) {
	for i := range c.Conditions {
		check.Cited(fs, check.At("conditions", i)+".authority", c.Conditions[i].Authority)
	}
	for i := range c.Fees {
		check.Cited(fs, check.At("fees", i)+".authority", c.Fees[i].Authority)
	}
	check.Cited(fs, "notice.authority", c.Notice.Authority)
	fs.Text("closing.by.zone", c.zone.String())
	a := &c.Authority
	for _, cited := range [...]struct {
		field string
		law.Citation
	}{
		{"several", a.Several},
		{"funds_before", a.FundsBefore},
		{"closing_date", a.ClosingDate},
		{"closing_time", a.ClosingTime},
		{"release", a.Release},
		{"waiver", a.Waiver},
		{"amendment", a.Amendment},
		{"refund", a.Refund},
		{"outside", a.Outside},
		{"contingency", a.Contingency},
		{"cancel", a.Cancel},
		{"interest", a.Interest},
	} {
		check.Cited(fs, "authority."+cited.field, cited.Citation)
	}
}

// observed reports whether facts about the condition are told, rather than
// counted from what the agent holds.
func (k Kind) observed() bool { return k != Funds && k != Custody }

// day is the date that clocks in the closing's zone show at the moment.
func (c *contract) day(t time.Time) calendar.Date { return calendar.DateOf(t.In(c.zone)) }

// endOfTime is after every instant that is served.
func endOfTime() time.Time { return time.Date(9999, time.December, 31, 23, 59, 59, 0, time.UTC) }

// utc drops the monotonic reading and the zone, so that equal instants are
// equal values.
func utc(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.Round(0).UTC()
}

// servable reports whether the instant can be asked about: it is not the zero
// time, and lies two days or more within the years 1 to 9999, so that every zone
// and JSON can write it.
func servable(t time.Time) bool {
	const first, end = -62135596800 + 2*86400, 253402300800 - 2*86400 // seconds of the Unix clock
	at := t.Unix()
	return at >= first && at < end
}

// checkInstant records a fault unless the instant is servable.
func checkInstant(fs *law.Faults, field string, t time.Time) {
	switch {
	case t.IsZero():
		fs.Missing(field)
	case !servable(t):
		fs.Add(law.ErrRange, field, "", "is outside the years 1 to 9999")
	}
}

// maxName bounds the names that the caller chooses.
const maxName = 256

// checkName records a fault unless the name can be compared, stored, printed on a
// line and read back as it is. A blank name is none.
func checkName[S ~string](fs *law.Faults, field string, name S) {
	checkNamed(fs, field, string(name), "name", maxName)
}

// checkNamed is checkName for what has names of another length.
func checkNamed(fs *law.Faults, field, name, what string, most int) {
	switch {
	case strings.TrimSpace(name) == "":
		fs.Missing(field)
	case len(name) > most:
		fs.Add(law.ErrRange, field, strconv.Quote(name[:16]), "begins a %s of more than %d bytes", what, most)
	default:
		if fs.Text(field, name) {
			check.Line(fs, field, name)
		}
	}
}

// checkCents records a fault unless the amount is 1 or more.
func checkCents(fs *law.Faults, field string, n int64) {
	switch {
	case n == 0:
		fs.Missing(field)
	case n < 0:
		fs.Add(law.ErrInvalid, field, strconv.FormatInt(n, 10), "is not an amount above zero")
	}
}

// checkCurrency records a fault unless the code is empty or three capitals.
func checkCurrency(fs *law.Faults, field, code string) {
	if code == "" {
		return
	}
	ok := len(code) == 3
	for i := range len(code) {
		ok = ok && code[i] >= 'A' && code[i] <= 'Z'
	}
	if !ok {
		fs.Add(law.ErrInvalid, field, strconv.Quote(code), "is not a currency of three capital letters")
	}
}

// checkText records a fault for bytes that JSON would silently replace.
func checkText(fs *law.Faults, field, text string) { fs.Text(field, text) }
