package restrict

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// registeredSale is a sale of legended shares of the 2002 agreement under its
// registration statement.
func registeredSale() Transfer {
	none := LegendPaper{Occurrence: Occurrence{Happened: law.No}}
	return Transfer{
		Date: day(2003, time.March, 3), Seller: TransferSeller{"investor-1", 279_167, law.No}, Buyer: TransferBuyer{ID: "buyer-1", Frozen: law.No},
		Shares: 100_000, Route: RouteRegistration, Legends: []Legend{FocusLegend()}, Halted: law.No, CourtHold: law.No,
		Facts: LegendFacts{
			Registration: LegendRegistration{Occurrence: Occurrence{law.Yes, day(2003, time.January, 31)}, Current: law.Yes}, Opinion: none, Evidence: none,
		},
	}
}

// sale144 is a sale under Rule 144 of shares with the usual legend, in the
// second year of the text of 1997.
func sale144() Transfer {
	t := registeredSale()
	t.Date, t.Route = day(2003, time.December, 1), RouteRule144
	t.Legends = []Legend{{Kind: LegendSecuritiesAct, Text: "…", Needs: AnyLimb, Limbs: UsualLimbs()}}
	t.Facts = LegendFacts{Registration: LegendRegistration{Occurrence: Occurrence{Happened: law.No}}, Rule144: purchase2002()}
	t.Volume, t.Manner, t.Notice = VolumeWithin, law.Yes, law.Yes
	return t
}

func mustCheck(t testing.TB, tr Transfer) TransferFinding {
	t.Helper()
	got, err := CheckTransfer(tr)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestTransferCodesAreGolden keeps every number and code for ever.
func TestTransferCodesAreGolden(t *testing.T) {
	data, err := os.ReadFile("testdata/transfer_codes.csv")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			want = append(want, strings.TrimSpace(line))
		}
	}
	rows := TransferCodes()
	var got []string
	numbers, codes, told := map[uint8]bool{}, map[law.Code]bool{}, map[string]bool{}
	for i, row := range rows {
		got = append(got, fmt.Sprintf("%d,%s", row.Number, row.Code))
		if numbers[row.Number] || codes[row.Code] || told[row.Message] {
			t.Errorf("%+v repeats a number, a code or a message", row)
		}
		numbers[row.Number], codes[row.Code], told[row.Message] = true, true, true
		if success := row.Number == 0; success != (i == 0) || success != (row.Party == "") || success != (row.Cure == "") || row.Message == "" {
			t.Errorf("%+v", row)
		}
		if row.Number != 0 && row.Number < 128 || i > 0 && row.Number <= rows[i-1].Number {
			t.Errorf("%d is out of place", row.Number)
		}
		if TransferMessage(row.Number) != row.Message {
			t.Errorf("%d: message %q", row.Number, TransferMessage(row.Number))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the table is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for n := range 256 {
		if number := uint8(n); !numbers[number] && TransferMessage(number) != fmt.Sprintf("Unknown restriction %d.", n) {
			t.Errorf("%d: %q", n, TransferMessage(number))
		}
	}
	rows[0].Code = "changed"
	if TransferCodes()[0].Code == "changed" {
		t.Error("the table can be written to")
	}
	roundTrip(t, TransferCodes())
}

func TestTransferAllowed(t *testing.T) {
	for _, tr := range []Transfer{registeredSale(), sale144()} {
		got := mustCheck(t, tr)
		if got.Answer != TransferAllowed || got.Number != 0 || got.Restrictions != nil || !got.Why.Has(codeTransferAllowed) {
			t.Errorf("%s: %+v\n%s", tr.Route, got.Restrictions, got.Why)
		}
		roundTrip(t, got)
		roundTrip(t, tr)
	}
}

// TestTransferRestrictions has each code stand, and be left open, alone.
func TestTransferRestrictions(t *testing.T) {
	set := func(f func(*Transfer)) Transfer { tr := sale144(); f(&tr); return tr }
	shell := func(word Shell) Transfer {
		return set(func(tr *Transfer) {
			tr.Legends, tr.Date = nil, day(2024, time.June, 3)
			f := &tr.Facts.Rule144
			f.Acquired, f.Paid, f.Issued = day(2022, time.June, 1), day(2022, time.June, 1), day(2022, time.June, 1)
			if f.Issuer.Shell = word; word == ShellNow {
				f.Issuer.ShellSince = day(2020, time.January, 2)
			}
		})
	}
	opinion := func(p LegendPaper) Transfer {
		return set(func(tr *Transfer) { tr.Route, tr.Legends, tr.Facts.Opinion = RouteOpinion, nil, p })
	}
	lot := func(change func(*Facts)) Transfer {
		return set(func(tr *Transfer) { tr.Legends = nil; change(&tr.Facts.Rule144) })
	}
	registration := func(r LegendRegistration) Transfer {
		return set(func(tr *Transfer) { tr.Route, tr.Legends, tr.Facts.Registration = RouteRegistration, nil, r })
	}
	locked := Legend{Kind: LegendLockUp, Text: "…", Limbs: []Limb{{Kind: LimbLockUp, LockUp: LockUp{Until: day(2003, time.December, 31)}}}}
	year := day(2004, time.January, 1)
	for _, c := range []struct {
		transfer Transfer
		code     law.Code
		open     bool
		party    TransferParty
		from     calendar.Date
	}{
		{set(func(tr *Transfer) { tr.Halted = law.Yes }), codeTransferHalted, false, PartyIssuer, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Halted = law.Unknown }), codeTransferHalted, true, PartyIssuer, calendar.Date{}},
		{set(func(tr *Transfer) { tr.CourtHold = law.Yes }), codeTransferCourtHold, false, PartyAuthority, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Seller.Frozen = law.Unknown }), codeTransferSellerFrozen, true, PartySeller, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Buyer.Frozen = law.Yes }), codeTransferBuyerFrozen, false, PartyBuyer, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Seller.Held = 99_999 }), codeTransferShares, false, PartySeller, calendar.Date{}},
		{set(func(tr *Transfer) {
			tr.StopOrders = []StopOrder{{"lost certificate", PartySeller, tr.Date, calendar.Date{}}}
		}), codeTransferStopOrder, false, PartySeller, calendar.Date{}},
		{set(func(tr *Transfer) {
			tr.StopOrders = []StopOrder{{"audit", PartyIssuer, tr.Date.AddDays(-9), tr.Date}, {"old", PartyIssuer, tr.Date.AddDays(-9), tr.Date.AddDays(-1)}}
		}), codeTransferStopOrder, false, PartyIssuer, day(2003, time.December, 2)},
		{lot(func(f *Facts) { f.Acquired, f.Paid = day(2003, 3, 3), day(2003, 3, 3) }), codeTransferHolding, false, PartyTime, day(2004, time.March, 3)},
		{set(func(tr *Transfer) { tr.Legends, tr.Volume = nil, VolumeExceeds }), codeTransferVolume, false, PartySeller, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Legends, tr.Volume = nil, VolumeUnknown }), codeTransferVolume, true, PartySeller, calendar.Date{}},
		{lot(func(f *Facts) { f.Issuer.Current = law.No }), codeTransferInformation, false, PartyIssuer, calendar.Date{}},
		{lot(func(f *Facts) { f.Issuer.Current = law.Unknown }), codeTransferInformation, true, PartyIssuer, calendar.Date{}},
		{shell(ShellNow), codeTransferShell, false, PartyIssuer, calendar.Date{}},
		{shell(ShellUnknown), codeTransferShell, true, PartyIssuer, calendar.Date{}},
		{shell(ShellStartUp), codeTransferOther, true, PartyIssuer, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Legends, tr.Notice = nil, law.No }), codeTransferNotice, false, PartySeller, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Legends, tr.Manner = nil, law.Unknown }), codeTransferManner, true, PartySeller, calendar.Date{}},
		{opinion(LegendPaper{Occurrence: Occurrence{Happened: law.No}}), codeTransferOpinion, false, PartySeller, calendar.Date{}},
		{opinion(LegendPaper{Occurrence{law.Yes, year}, law.Yes}), codeTransferOpinion, false, PartySeller, calendar.Date{}}, // comes later
		{opinion(LegendPaper{Occurrence{law.Yes, day(2003, 6, 2)}, law.Unknown}), codeTransferOpinion, true, PartySeller, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Legends = append(tr.Legends, locked) }), codeTransferLockUp, false, PartyTime, year},
		{set(func(tr *Transfer) { tr.LockUps = []LockUp{{Until: year.AddDays(-1)}} }), codeTransferLockUp, false, PartyTime, year},
		{set(func(tr *Transfer) {
			tr.Legends[0].Limbs = []Limb{{Kind: LimbRegistration}}
		}), codeTransferLegend, false, PartySeller, calendar.Date{}},
		{set(func(tr *Transfer) {
			tr.Legends[0].Limbs, tr.Facts.Registration = []Limb{{Kind: LimbRegistration}}, LegendRegistration{Occurrence: Occurrence{law.Yes, year}}
		}), codeTransferLegend, false, PartySeller, year},
		{set(func(tr *Transfer) {
			tr.Legends[0].Limbs, tr.Facts.Registration.Happened = []Limb{{Kind: LimbRegistration}}, law.Unknown
		}), codeTransferLegend, true, PartySeller, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Limits.Accredited, tr.Buyer.Accredited = true, law.No }), codeTransferAccredited, false, PartyBuyer, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Limits.Verified, tr.Buyer.Verified = true, law.Unknown }), codeTransferVerified, true, PartyBuyer, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Limits.Jurisdictions, tr.Buyer.Jurisdiction = []string{"US-CA", "US-NY"}, "US" }), codeTransferJurisdiction, false, PartyBuyer, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Limits.Jurisdictions = []string{"US-CA"} }), codeTransferJurisdiction, true, PartyBuyer, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Limits.MaxHolders, tr.Limits.Holders, tr.Buyer.Holder = 1999, 1999, law.No }), codeTransferHolders, false, PartyIssuer, calendar.Date{}},
		{set(func(tr *Transfer) { tr.Limits.MaxHolders, tr.Limits.Holders, tr.Buyer.Holder = 1999, 1999, law.Unknown }), codeTransferHolders, true, PartyIssuer, calendar.Date{}},
		{registration(LegendRegistration{Occurrence: Occurrence{Happened: law.No}, Current: law.No}), codeTransferRegistration, false, PartyIssuer, calendar.Date{}},
		{registration(LegendRegistration{Occurrence: Occurrence{law.Yes, year}, Current: law.Yes}), codeTransferRegistration, false, PartyIssuer, calendar.Date{}},
		{registration(LegendRegistration{Occurrence: Occurrence{law.Yes, day(2003, 1, 31)}, Current: law.Unknown}), codeTransferRegistration, true, PartyIssuer, calendar.Date{}},
		{set(func(tr *Transfer) {
			tr.Legends, tr.Date = nil, day(2025, time.September, 30)
			tr.Facts.Rule144.Affiliate, tr.Facts.Rule144.LastAffiliate = AffiliateFormer, day(2025, time.July, 1)
		}), codeTransferAffiliate, false, PartyTime, day(2025, time.October, 2)},
		{lot(func(f *Facts) { f.Paid = day(2004, time.February, 2) }), codeTransferPayment, false, PartySeller, calendar.Date{}},
	} {
		got := mustCheck(t, c.transfer)
		want := TransferRestricted
		if c.open {
			want = TransferUnknown
		}
		if len(got.Restrictions) != 1 || got.Answer != want {
			t.Errorf("%s: %s %+v\n%s", c.code, got.Answer, got.Restrictions, got.Why)
			continue
		}
		r := got.Restrictions[0]
		row := transferRow(TransferCodes(), c.code)
		if r.Code != c.code || r.Number != row.Number || got.Number != row.Number || r.Open != c.open || r.Party != c.party || r.From != c.from ||
			!got.Why.Has(c.code) || got.Why.Has(codeTransferAllowed) {
			t.Errorf("%s: %+v, want open %v, %s, from %s\n%s", c.code, r, c.open, c.party, c.from, got.Why)
		}
		if !strings.HasSuffix(r.Text, ".") || strings.Contains(r.Text, "no date") {
			t.Errorf("%s: %q", c.code, r.Text)
		}
		roundTrip(t, got)
		roundTrip(t, c.transfer)
	}
}

// TestTransferAllReasonsAtOnce has ten reasons in one answer, by number.
func TestTransferAllReasonsAtOnce(t *testing.T) {
	tr := sale144()
	tr.Legends = []Legend{FocusLegend()}
	tr.Facts.Opinion, tr.Facts.Evidence = LegendPaper{Occurrence: Occurrence{Happened: law.No}}, LegendPaper{Occurrence: Occurrence{Happened: law.Unknown}}
	tr.Facts.Registration.Current = law.No
	tr.Facts.Rule144.Acquired, tr.Facts.Rule144.Paid, tr.Facts.Rule144.Issuer.Current = day(2003, 3, 3), day(2003, 3, 3), law.No
	tr.Halted, tr.Seller.Held, tr.Volume, tr.Manner, tr.Notice = law.Unknown, 1, VolumeExceeds, law.No, law.Unknown
	tr.Limits = TransferLimits{Accredited: true, MaxHolders: 35, Holders: 36}
	tr.Buyer.Accredited, tr.Buyer.Holder = law.No, law.No
	got := mustCheck(t, tr)
	want := "130? 134 140? 141 142 143 145? 146 148? 150 153"
	var told []string
	for _, r := range got.Restrictions {
		word := fmt.Sprint(r.Number)
		if r.Open {
			word += "?"
		}
		told = append(told, word)
	}
	if strings.Join(told, " ") != want || got.Answer != TransferRestricted || got.Number != 134 {
		t.Errorf("%s, %d: %s, want %s", got.Answer, got.Number, strings.Join(told, " "), want)
	}
	for _, code := range []law.Code{codeHoldingShort, codeInformationUnmet, codeLimbNoOpinion, codeLegendUnknown} {
		if code != codeLimbNoOpinion && !got.Why.Has(code) {
			t.Errorf("%s is not among\n%s", code, got.Why)
		}
	}
}

// TestTransferAtRandom holds the answer against the answers of the parts:
// allowed if and only if every one of them is a yes, and restricted only if one
// is a no.
func TestTransferAtRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(14, 4))
	seen := map[TransferAnswer]int{}
	word := func(most law.YesNo) law.YesNo {
		if r.IntN(12) > 0 {
			return most
		}
		return yesNos[r.IntN(3)]
	}
	for range 8000 {
		tr := sale144()
		lot, on := random(r)
		if r.IntN(2) == 0 {
			lot, on = purchase2002(), day(2003, time.November, 20).AddDays(r.IntN(500))
		}
		tr.Facts.Rule144, tr.Date = lot, on
		tr.Halted, tr.CourtHold, tr.Seller.Frozen, tr.Buyer.Frozen = word(law.No), word(law.No), word(law.No), word(law.No)
		tr.Seller.Held = 99_999 + int64(r.IntN(20))
		tr.Volume = []VolumeAnswer{VolumeWithin, VolumeAtLeast, VolumeFree, VolumeExceeds, VolumeUnknown}[r.IntN(5)*r.IntN(2)]
		tr.Manner, tr.Notice = word(law.Yes), word(law.Yes)
		tr.Route = []TransferRoute{RouteRule144, RouteRule144, RouteRegistration, RouteOpinion}[r.IntN(4)]
		tr.Facts.Registration = LegendRegistration{Occurrence: Occurrence{law.Yes, on.AddDays(r.IntN(9) - 6)}, Current: word(law.Yes)}
		tr.Facts.Opinion = LegendPaper{Occurrence{law.Yes, on.AddDays(r.IntN(9) - 6)}, word(law.Yes)}
		tr.Facts.Evidence = LegendPaper{Occurrence: Occurrence{Happened: word(law.No)}}
		if tr.Facts.Evidence.Happened == law.Yes {
			tr.Facts.Evidence.On, tr.Facts.Evidence.Accepted = on, law.Yes
		}
		tr.Legends = [][]Legend{nil, tr.Legends, {FocusLegend()}}[r.IntN(3)]
		tr.Limits.Accredited, tr.Buyer.Accredited = true, word(law.Yes)
		tr.LockUps = []LockUp{{Until: on.AddDays(r.IntN(9) - 8)}}
		got, err := CheckTransfer(tr)
		if err != nil {
			mustBeFaults(t, err)
			continue
		}
		want := referenceTransfer(t, tr)
		answer := map[law.YesNo]TransferAnswer{law.Yes: TransferAllowed, law.No: TransferRestricted, law.Unknown: TransferUnknown}[want]
		// The package may leave open what the reference decides by trying every
		// fact, as in TestRule144LimbsAtRandom; it may never allow or restrict
		// otherwise.
		i := &lot.Issuer
		vague := lot.Affiliate == AffiliateUnknown || i.Reporting == ReportingUnknown || i.Form10 == law.Unknown || i.Current == law.Unknown ||
			i.Public == law.Unknown || i.ShellReports == law.Unknown || i.Shell == ShellUnknown || i.Shell == ShellStartUp || lot.Compensatory
		if got.Answer != answer && (got.Answer != TransferUnknown || !vague) {
			t.Fatalf("%+v\n%s, want %s\n%s", tr, got.Answer, answer, got.Why)
		}
		if (got.Number == 0) != (got.Answer == TransferAllowed) || (len(got.Restrictions) == 0) != (got.Answer == TransferAllowed) {
			t.Fatalf("%s with number %d and %+v", got.Answer, got.Number, got.Restrictions)
		}
		seen[got.Answer]++
	}
	for _, answer := range []TransferAnswer{TransferAllowed, TransferRestricted, TransferUnknown} {
		if seen[answer] < 100 {
			t.Errorf("too few: %v", seen)
		}
	}
}

func referenceTransfer(t *testing.T, tr Transfer) law.YesNo {
	t.Helper()
	met := both(both(not(tr.Halted), not(tr.CourtHold)), both(not(tr.Seller.Frozen), not(tr.Buyer.Frozen)))
	met = both(met, yesNo(tr.Shares <= tr.Seller.Held))
	met = both(met, tr.Buyer.Accredited)
	met = both(met, yesNo(tr.LockUps[0].Until.Before(tr.Date)))
	kept := law.Yes
	switch tr.Route {
	case RouteRegistration:
		met = both(met, referenceRegistration(Limb{Current: true}, tr.Facts.Registration, tr.Date))
	case RouteOpinion:
		met = both(met, both(happenedBy(tr.Facts.Opinion.Occurrence, tr.Date), tr.Facts.Opinion.Accepted))
	case RouteRule144:
		v := mustScreen(t, tr.Facts.Rule144, tr.Date)
		answer := map[Answer]law.YesNo{Available: law.Yes, NotNeeded: law.Yes, NotAvailable: law.No, Undecided: law.Unknown}[v.Answer]
		volume := map[VolumeAnswer]law.YesNo{VolumeWithin: law.Yes, VolumeAtLeast: law.Yes, VolumeFree: law.Yes, VolumeExceeds: law.No, VolumeUnknown: law.Unknown}[tr.Volume]
		for _, c := range []struct {
			binds Conditions
			met   law.YesNo
		}{{ConditionE, volume}, {ConditionF, tr.Manner}, {ConditionH, tr.Notice}} {
			if v.Conditions.Has(c.binds) {
				kept = both(kept, c.met)
			}
		}
		met = both(met, both(answer, referenceKept(tr.Facts.Rule144, kept, tr.Date)))
	}
	f := tr.Facts
	f.Sale = LegendSale{Occurrence{law.Yes, tr.Date}, tr.Route, kept}
	for _, l := range tr.Legends {
		met = both(met, referenceLegend(l, f, tr.Date, anniversary))
	}
	return met
}

func TestTransferRefusals(t *testing.T) {
	for i, c := range []struct {
		change func(*Transfer)
		kind   error
		want   []string
	}{
		{func(tr *Transfer) { *tr = Transfer{} }, law.ErrMissing, []string{
			"date: is required", "seller.id: is required", "buyer.id: is required", "seller.frozen: is required", "buyer.frozen: is required",
			"shares: is required and must be above zero", "route: is required", "halted: is required", "court_hold: is required",
		}},
		{func(tr *Transfer) { tr.Buyer.ID, tr.Seller.Held, tr.Shares = tr.Seller.ID, -1, -5 }, law.ErrConflict, []string{
			`buyer.id: "investor-1" is the seller`, "seller.held: -1 is below zero", "shares: -5 is below zero",
		}},
		{func(tr *Transfer) { tr.Route, tr.Halted = "gift", "perhaps" }, law.ErrInvalid, []string{
			`route: "gift" must be one of: registration, rule 144, opinion`, `halted: "perhaps" must be one of: yes, no, unknown`,
		}},
		{func(tr *Transfer) { tr.Volume, tr.Manner, tr.Notice = "", "", "" }, law.ErrMissing, []string{
			"volume: is required", "manner: is required", "notice: is required",
		}},
		{func(tr *Transfer) { tr.Facts.Sale.Happened = law.Yes }, law.ErrConflict, []string{"facts.sale: is given although it is the transfer itself"}},
		{func(tr *Transfer) { tr.Facts = LegendFacts{} }, law.ErrMissing, []string{
			"facts.registration.happened: is required", "facts.rule_144.stock: is required", "facts.rule_144.security: is required",
			"facts.rule_144.acquired: is required", "facts.rule_144.paid: is required", "facts.rule_144.affiliate: is required",
			"facts.rule_144.issuer.reporting: is required", "facts.rule_144.issuer.current: is required", "facts.rule_144.issuer.public: is required",
			"facts.rule_144.issuer.shell: is required",
		}},
		{func(tr *Transfer) { tr.Date = day(2002, time.November, 1) }, law.ErrConflict, []string{
			"date: 2002-11-01 is before the acquisition on 2002-11-29",
		}},
		{func(tr *Transfer) {
			tr.Facts.Rule144.Affiliate, tr.Facts.Rule144.LastAffiliate = AffiliateFormer, tr.Date.AddDays(1)
		}, law.ErrConflict, []string{"facts.rule_144.last_affiliate: 2003-12-02 is after the sale on 2003-12-01"}},
		{func(tr *Transfer) {
			tr.LockUps, tr.Legends[0].Needs = []LockUp{{}}, ""
			tr.StopOrders = []StopOrder{{By: PartyTime}, {"x", PartyIssuer, tr.Date, tr.Date.AddDays(-1)}}
		}, law.ErrInvalid, []string{
			"legends[0].needs: is required", "lock_ups[0].from: is required", "lock_ups[0].days: is required", "stop_orders[0].name: is required",
			`stop_orders[0].by: "time" must be one of: seller, issuer, transfer agent, buyer, authority`, "stop_orders[0].from: is required",
			"stop_orders[1].until: 2003-11-30 is before from, 2003-12-01",
		}},
		{func(tr *Transfer) {
			tr.Limits = TransferLimits{Accredited: true, Verified: true, Jurisdictions: []string{""}, MaxHolders: 1999, Holders: -1}
		}, law.ErrRange, []string{
			"buyer.accredited: is required", "buyer.verified: is required", "buyer.holder: is required", "limits.holders: -1 is below zero",
			"limits.jurisdictions: is required",
		}},
		{func(tr *Transfer) { tr.Limits.MaxHolders, tr.Buyer.Holder = 1999, law.No }, law.ErrMissing, []string{"limits.holders: is required"}},
		{func(tr *Transfer) { tr.StopOrders = make([]StopOrder, 101) }, law.ErrRange, []string{"stop_orders: 101 are more than 100"}},
	} {
		tr := sale144()
		c.change(&tr)
		got, err := CheckTransfer(tr)
		if faults := messages(err); !slices.Equal(faults, c.want) || !errors.Is(err, c.kind) || got.Answer != "" || got.Number != 0 {
			t.Errorf("case %d: %q\nwant %q (%v)", i, faults, c.want, c.kind)
		}
	}
	if got := mustCheck(t, func() Transfer {
		tr := sale144()
		tr.Limits.MaxHolders, tr.Limits.Holders = 9, 9
		tr.Buyer.Holder = law.No
		tr.Shares = tr.Seller.Held
		return tr
	}()); got.Number != 0 {
		t.Errorf("a seller that leaves makes room: %+v", got.Restrictions)
	}
}

// FuzzTransferJSON checks what a service would receive.
func FuzzTransferJSON(f *testing.F) {
	for _, tr := range []Transfer{registeredSale(), sale144()} {
		data, err := json.Marshal(tr)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add(`{"date":"9999-12-31","shares":1,"route":"opinion","stop_orders":[{"name":"x","by":"issuer","from":"9999-12-31","until":"9999-12-31"}]}`)
	f.Fuzz(func(t *testing.T, data string) {
		var tr Transfer
		if json.Unmarshal([]byte(data), &tr) != nil {
			return
		}
		got, err := CheckTransfer(tr)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		roundTrip(t, got)
		if (got.Number == 0) != (got.Answer == TransferAllowed) || got.Answer == "" {
			t.Fatalf("%s with number %d", got.Answer, got.Number)
		}
		if got.Answer == TransferAllowed && (tr.Halted != law.No || tr.CourtHold != law.No || tr.Shares > tr.Seller.Held) {
			t.Fatalf("allowed: %s", data)
		}
	})
}

func BenchmarkCheckTransfer(b *testing.B) {
	tr := sale144()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := CheckTransfer(tr); err != nil {
			b.Fatal(err)
		}
	}
}
