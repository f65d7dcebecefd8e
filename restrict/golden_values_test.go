package restrict

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// listedCodes are the codes of what other exemptions ask, which are data.
func listedCodes() (codes []law.Code) {
	for _, exemption := range Exemptions() {
		for _, requirement := range exemption.Requirements {
			codes = append(codes, requirement.Code)
		}
	}
	return codes
}

// The figures below are those of the agreement of November 25, 2002, where it has
// any: 279,167 shares at 0.96 for the first investor, closed on November 29.

func closed2002() calendar.Date { return day(2002, time.November, 29) }

// at2003 is ten o'clock in New York on a day of 2003.
func at2003(month time.Month, d int) time.Time {
	return day(2003, month, d).At(calendar.MustClock(10, 0), calendar.NewYork())
}

func goldenVolume() Volume {
	v := sampleVolume()
	v.Sale, v.Order, v.Notice = day(2024, time.June, 14), calendar.Date{}, day(2024, time.June, 14)
	v.Proposed, v.Outstanding, v.OutstandingAsOf, v.Market = 20_000, 3_500_000, day(2024, time.March, 1), MarketNational
	v.Weeks = []WeekVolume{
		{Week: day(2024, time.May, 13), Amount: 30_900},
		{Week: day(2024, time.May, 20), Amount: 37_500},
		{Week: day(2024, time.May, 27), Amount: 42_600},
		{Week: day(2024, time.June, 3), Amount: 33_000},
	}
	v.Sales = []Trade{
		{Date: day(2024, time.March, 14), Amount: 12_000},
		{Date: day(2024, time.May, 1), Amount: 15_000, Person: "husband"},
		{Date: day(2024, time.May, 2), Amount: 50_000, Kind: SoldRegistered},
	}
	v.Splits = []Split{{Effective: day(2024, time.April, 1), New: 2, Old: 1}}
	v.Name, v.Relations = "director", []Relation{{Kind: Relative, From: "director", To: "husband", SameHome: law.Yes}}
	return v
}

func goldenBrokerage() Brokerage {
	b := sampleBrokerage()
	b.Inquiries = []Inquiry{{Date: b.Sale, Party: PartyBroker, Interest: day(2024, time.May, 20)}}
	b.Quotations = []Quotation{{System: InterDealer, Days: []calendar.Date{day(2024, time.June, 12), day(2024, time.June, 13)}, OwnMarket: law.Yes}}
	return b
}

func goldenManner() Manner {
	m, b := sampleManner(), goldenBrokerage()
	m.Broker = &b
	return m
}

func goldenNotice144() Form144Facts {
	f := sampleNotice()
	f.Trades = []Trade{{Date: day(2024, time.May, 1), Amount: 2_001, Proceeds: dec("10005.00")}}
	f.Notices = []FiledNotice{{Filed: day(2024, time.May, 1), Amount: 2_001}}
	return f
}

func goldenAggregation() Aggregation {
	return Aggregation{
		Seller: "Ann", Sale: day(2024, time.June, 14), Seasoned: law.Yes,
		Relations: []Relation{
			{Kind: Relative, From: "Ann", To: "Ben", SameHome: law.Yes},
			{Kind: Owner, From: "Ann", To: "AB Corp.", Percent: dec("10")},
			{Kind: Gift, From: "Ann", To: "Cleo", Since: day(2023, time.November, 14)},
		},
	}
}

func goldenRule145() Rule145Facts {
	return Rule145Facts{Acquired: day(2023, time.March, 10), ShellParty: law.Yes, Cured: law.Yes, Current: law.Yes, Affiliate: AffiliateNever}
}

func goldenHolding() []Event {
	return []Event{
		{
			Kind: EventPurchase, Signed: day(2002, time.November, 25), Date: closed2002(), Payment: PaymentEscrow,
			Paid: day(2002, time.November, 26), Released: closed2002(), Out: law.Yes,
		},
		{Kind: EventGift, Date: day(2003, time.June, 2), FromAffiliate: law.No},
	}
}

func goldenDelivery() Delivery {
	d := FocusDelivery()
	d.Clocks = append([]DeliveryClock(nil), d.Clocks...)
	return d
}

func goldenDeliveryFacts() DeliveryFacts {
	return DeliveryFacts{
		Receipts: []Receipt{
			{Trigger: NoticeOfSale, At: at2003(time.April, 15)},
			{Trigger: OriginalCertificate, At: at2003(time.April, 16)},
			{Trigger: BlueSkyInformation, Needed: law.No},
		},
		Effective: law.Yes, Current: law.Yes, Sold: 100_000, Certificate: 279_167, Channel: ByDWAC,
		Conditions: ChannelFacts{AgentInFAST: law.Yes, HolderAsked: law.Yes, HolderComplied: law.Yes, NoLegend: law.Yes, NotReturnable: law.Yes},
		Parts:      []DeliveredPart{{day(2003, time.April, 21), 40_000}, {day(2003, time.April, 22), 60_000}}, AsOf: day(2003, time.April, 30),
	}
}

func goldenDamages() Damages {
	return Damages{
		Base: PerAmount, Each: dec("1000"), Unit: calendar.TradingDays, Calendar: calendar.NYSE(),
		Steps:   []DamagesStep{{From: 1, Rate: dec("10")}, {From: 6, Rate: dec("20")}},
		Reading: PricePerPeriod, TotalCap: DamagesCap{Percent: dec("8")}, Stops: []DamagesStop{StopSold},
		Payment: DamagesPayment{When: EndOfMonth}, Interest: DamagesInterest{Percent: dec("12"), Per: PerYear365},
		Rounding: exact.HalfEven,
	}
}

func goldenDamagesFacts() DamagesFacts {
	return DamagesFacts{
		Lapses:  []Lapse{{Name: "Delivery", Due: day(2003, time.November, 13), Cured: day(2003, time.November, 24)}},
		Amounts: []DamagesAmount{{Amount: dec("268000")}}, Stops: []DamagesStopped{{Stop: StopSold, On: day(2003, time.November, 24)}},
		Paid: day(2003, time.December, 15),
	}
}

func goldenBuyIn() BuyIn {
	return BuyIn{
		Comparator: PurchasePrice, CostCommissions: law.Yes, Interest: DamagesInterest{Percent: dec("15"), Per: PerYear365}, Rounding: exact.HalfEven,
	}
}

func goldenBuyInFacts() BuyInFacts {
	return BuyInFacts{
		Owed: 1000, Due: day(2003, time.November, 13), Price: dec("0.96"),
		Purchases: []BuyInPurchase{{Date: day(2003, time.November, 17), Shares: 1000, Cost: dec("1095"), Commissions: dec("5")}},
		Demanded:  day(2003, time.November, 18), Paid: day(2003, time.December, 18),
	}
}

func goldenRegistration() Registration {
	r := focusCharged()
	r.Charge.Interest = RegistrationInterest{Percent: dec("12"), Days: 365}
	r.Charge.Payable = calendar.Deadline{Name: "Payment", Count: 5, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()}
	return r
}

func goldenRegistrationFacts() RegistrationFacts {
	return focusLog(
		happened(RegistrationFiled, day(2003, time.January, 10)), happened(RegistrationEffective, day(2003, time.January, 31)),
		happened(RegistrationSuspended, day(2003, time.June, 2)), happened(RegistrationResumed, day(2003, time.July, 11)),
	)
}

func goldenLegend() Legend {
	l := FocusLegend()
	l.Needs, l.Limbs = AnyLimb, append(UsualLimbs(), Limb{
		Kind: LimbLockUp, LockUp: LockUp{Name: "lock-up", From: closed2002(), Days: 90, Authority: law.Citation{Cite: "Letter of November 25, 2002"}},
	}, Limb{Kind: LimbCondition, Name: "listing"})
	return l
}

func goldenLegendFacts() LegendFacts {
	never := Occurrence{Happened: law.No}
	return LegendFacts{
		Registration: LegendRegistration{Occurrence: Occurrence{Happened: law.Yes, On: day(2003, time.January, 31)}, Current: law.Yes},
		Opinion:      LegendPaper{Occurrence: Occurrence{Happened: law.Yes, On: day(2003, time.February, 3)}, Accepted: law.Unknown},
		Evidence:     LegendPaper{Occurrence: never}, Sale: LegendSale{Occurrence: never}, Rule144: purchase2002(),
		Issue:      LegendIssue{Issued: closed2002(), Owner: AffiliateNever},
		Conditions: []LegendCondition{{Name: "listing", Occurrence: never}},
	}
}

func goldenSale() PartialSale {
	return PartialSale{
		Certificate: Certificate{
			ID: "tx-1", Date: closed2002(), SecurityID: "sec-1", CustomID: "CS-101", StakeholderID: "investor-1", StockClassID: "common",
			SharePrice: dec("0.96"), Currency: "USD", Quantity: 279_167, StockLegendIDs: []string{"1933-act"},
			SecurityLawExemptions: []SecurityLawExemption{{Description: "Rule 506", Jurisdiction: "US"}},
		},
		Sold: 100_000, Date: day(2003, time.March, 6), ID: "tx-2", Unlegended: NewCertificate{ID: "tx-3", SecurityID: "sec-2", CustomID: "CS-201"},
		Balance: NewCertificate{ID: "tx-4", SecurityID: "sec-3", CustomID: "CS-202"}, Authority: law.Citation{Cite: "Agreement §1(b)(ii)"},
	}
}

func goldenTransfer() Transfer {
	facts := goldenLegendFacts()
	facts.Sale = LegendSale{} // it is the transfer itself
	return Transfer{
		Date: day(2003, time.January, 15), Seller: TransferSeller{ID: "investor-1", Held: 279_167, Frozen: law.No},
		Buyer:  TransferBuyer{ID: "buyer-1", Frozen: law.No, Accredited: law.Unknown},
		Shares: 300_000, Route: RouteRegistration, Legends: []Legend{FocusLegend()},
		LockUps:    []LockUp{{Name: "lock-up", From: closed2002(), Days: 90}},
		StopOrders: []StopOrder{{Name: "stop", By: PartyIssuer, From: day(2003, time.January, 2), Until: day(2003, time.January, 31)}},
		Facts:      facts, Halted: law.No, CourtHold: law.No, Limits: TransferLimits{Accredited: true, Jurisdictions: []string{"US"}},
	}
}

// goldenQuestions has one of each type that is asked with.
func goldenQuestions() []any {
	return []any{
		purchase2002(), affiliateSeller(), goldenVolume(), goldenManner(), goldenBrokerage(), goldenNotice144(), goldenAggregation(),
		goldenRule145(), goldenHolding(), goldenDelivery(), goldenDeliveryFacts(), goldenDamages(), goldenDamagesFacts(),
		DamagesClaim{Name: "delivery", Terms: goldenDamages(), Facts: goldenDamagesFacts()},
		goldenBuyIn(), goldenBuyInFacts(),
		goldenRegistration(), goldenRegistrationFacts(), goldenLegend(), goldenLegendFacts(), goldenSale(), goldenTransfer(),
		ConditionC | ConditionD | ConditionH,
	}
}

// goldenAnswers has one of each type that is an answer.
func goldenAnswers(t *testing.T) []any {
	var out []any
	add := func(v any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	sale := closed2002().AddDays(365)
	add(answer(Rule144(purchase2002(), sale)))
	add(answer(Screen(purchase2002(), sale)))
	add(answer(Milestones(purchase2002())))
	add(answer(PeriodEnd(closed2002(), 12)))
	add(answer(HoldingStart(goldenHolding())))
	add(answer(VolumeLimit(goldenVolume())))
	add(answer(Weeks(day(2001, time.September, 25))))
	add(answer(Aggregate(goldenAggregation())))
	add(answer(MannerOfSale(goldenManner())))
	add(answer(BrokersTransaction(goldenBrokerage())))
	add(answer(Form144(goldenNotice144())))
	add(answer(Rule145(goldenRule145(), day(2023, time.June, 8))))
	add(answer(goldenDelivery().Due(goldenDeliveryFacts())))
	add(answer(goldenDamages().Assess(goldenDamagesFacts())))
	add(answer(TogetherDamages(DamagesClaim{Name: "delivery", Terms: goldenDamages(), Facts: goldenDamagesFacts()})))
	add(answer(goldenBuyIn().Assess(goldenBuyInFacts())))
	add(answer(goldenRegistration().On(goldenRegistrationFacts(), day(2003, time.September, 2))))
	add(answer(goldenLegend().Removable(day(2003, time.January, 31), goldenLegendFacts())))
	add(FocusLegend().Compare("The securities represented hereby have not been registered."), nil)
	add(answer(SplitCertificate(goldenSale())))
	add(answer(CheckTransfer(goldenTransfer())))
	add(Law(), nil)
	add(Exemptions(), nil)
	add(RegistrationForms(), nil)
	add(TransferCodes(), nil)
	return out
}

// answer makes one list of answers of many types.
func answer[T any](v T, err error) (any, error) { return v, err }
