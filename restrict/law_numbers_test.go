package restrict

import (
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestLawNumbers holds rows of the law to the texts that they cite, as they were
// read: in the Code of Federal Regulations if they are not doubted.
func TestLawNumbers(t *testing.T) {
	modern, former := day(2008, time.February, 15), day(1997, time.April, 29)
	for _, tt := range []struct {
		rule, subject string
		from          calendar.Date
		value, cite   string
		doubted       bool
	}{
		{"144(a)(4)", "debt", modern, "non-convertible preferred stock with no residual share", "17 CFR 230.144(a)(4)", true},
		{"144(a)(4)", "debt", modern, "a convertible note is equity", "17 CFR 230.144(a)(4)", true},
		{"144(f)(3)(ii)", "what does not bind the sale of debt", modern, "(f)", "17 CFR 230.144(f)(3)(ii)", false},
		{"144(e)(2)", "part of a debt tranche", modern, "10 percent", "17 CFR 230.144(e)(2)", false},
		{"144(e)(2)", "amount of debt", modern, "ten percent", "17 CFR 230.144(e)(2)", false},
		{"144(e)(3)(ii)-(iv)", "months in which a pledge", modern, "6, from the default, the donation or the trust's acquisition", "(e)(3)(ii)-(iv)", false},
		{"144(e)(3)(ii)-(iv)", "the same, any other issuer", modern, "12, from", "(e)(3)(ii)-(iv)", false},
		{"144(e)(3)(iii)", "gift by an affiliate", modern, "whatever the stock, restricted or not", "17 CFR 230.144(e)(3)(iii)", true},
		{"former 144(e)(1)", "months whose sales count together", former, "3", "former 17 CFR 230.144(e)(1)", true},
		{"former 144(e)(2)", "limit of a seller that is no affiliate", former, "that of (e)(1)", "former 17 CFR 230.144(e)(2)", true},
		{"144(h)", "a form filed more than three months before", calendar.Date{}, "an amended notice", "SEC publication Rule 144", true},
		{"144(h)(1)", "copy of a form on paper for the exchange", modern, "one, to the principal exchange", "17 CFR 230.144(h)(1)", true},
		{"144(c)(1)", "current public information, issuer that reports", day(2009, time.April, 13), "interactive data file", "17 CFR 230.144(c)(1)(ii)", false},
		{"144(c)(2)", "current public information, any other issuer", modern, "15c2-11(a)(5)(i) to (xiv) and (xvi)", "17 CFR 230.144(c)(2)", false},
		{"144(c)(2)", "current public information, any other issuer", day(2020, time.December, 28), "(b)(5)(i)(A)", "17 CFR 230.144(c)(2)", true},
	} {
		t.Run(tt.rule+" "+tt.subject+" "+tt.from.String(), func(t *testing.T) {
			found := 0
			for _, p := range Law() {
				if p.Key != tt.rule || !strings.HasPrefix(p.Subject, tt.subject) || p.From != tt.from {
					continue
				}
				found++
				if !strings.Contains(p.Value, tt.value) || !strings.Contains(p.Authority.Cite, tt.cite) || p.Verified() == tt.doubted {
					t.Errorf("%+v", p)
				}
			}
			if found != 1 {
				t.Errorf("%d rows", found)
			}
		})
	}
}

// TestDebtIsNotConvertible: 17 CFR 230.144(a)(4) counts as debt what is no equity
// security under Rule 405, to which convertible notes belong, and preferred stock
// only if it does not convert. What the answers waive for debt, they waive by
// (f)(3)(ii), and say of which debt.
func TestDebtIsNotConvertible(t *testing.T) {
	f := purchase2002()
	f.Security, f.Affiliate = Debt, AffiliateNow
	why := mustRule(t, f, day(2024, time.June, 14)).Why
	if r := reasonOf(t, why, codeMannerOff); r.Authority.Cite != "17 CFR 230.144(f)(3)(ii)" || !strings.Contains(r.Text, "convert") {
		t.Error(r)
	}
	if r := reasonOf(t, why, codeDebtAmount); r.Authority.Cite != "17 CFR 230.144(e)(2)" || r.Authority.Doubt != "" {
		t.Error(r)
	}
	m, err := MannerOfSale(Manner{Sale: day(2024, time.June, 14), Security: Debt, Seller: affiliateSeller()})
	if err != nil {
		t.Fatal(err)
	}
	if r := reasonOf(t, m.Why, codeMannerOff); r.Authority.Cite != "17 CFR 230.144(f)(3)(ii)" || !strings.Contains(r.Text, "convert") {
		t.Error(r)
	}
}

// TestGiftsOfAnyStock: a donee's sales of what an affiliate gave count with the
// affiliate's for six months from the donation, whatever the stock: the footnote
// of Release 33-8869 reported by The Corporate Counsel, September-October 2011.
func TestGiftsOfAnyStock(t *testing.T) {
	for _, stock := range []Stock{Restricted, Unrestricted} {
		for _, tt := range []struct {
			name   string
			gift   calendar.Date
			counts Counts
		}{
			{"within six months", day(2023, time.December, 15), CountsYes},
			{"after them", day(2023, time.December, 13), CountsNo},
		} {
			t.Run(string(stock)+" "+tt.name, func(t *testing.T) {
				v := sampleVolume()
				v.Name, v.Seller.Stock, v.Seasoned = "Ann", stock, law.Yes
				v.Relations = []Relation{{Kind: Gift, From: "Ann", To: "Bob", Since: tt.gift}}
				v.Sales = []Trade{{Date: v.Sale.AddDays(-5), Amount: 10, Person: "Bob"}}
				got := mustLimit(t, v)
				w := got.Window[0]
				if w.Counts != tt.counts {
					t.Errorf("counts %q: %s", w.Counts, w.Why)
				}
				if tt.counts == CountsYes && (w.Why.Authority.Cite != "17 CFR 230.144(e)(3)(iii)" || w.Why.Authority.Doubt != "") {
					t.Error(w.Why)
				}
			})
		}
	}
}

// TestLimitIsCitedBySeller: before 2008 (e)(1) was headed "Sales by affiliates",
// and any other seller had its limit by (e)(2).
func TestLimitIsCitedBySeller(t *testing.T) {
	then, now := day(2007, time.June, 14), day(2024, time.June, 14)
	held := then.AddDays(-500)
	for _, tt := range []struct {
		name   string
		sale   calendar.Date
		seller Seller
		cite   string
	}{
		{"an affiliate", then, Seller{Affiliate: AffiliateNow, Stock: Restricted, HeldSince: held}, "former 17 CFR 230.144(e)(1)"},
		{"of late", then, Seller{Affiliate: AffiliateFormer, LastAffiliate: then.AddDays(-30), Stock: Restricted, HeldSince: held}, "former 17 CFR 230.144(e)(1)"},
		{"never", then, Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: held}, "former 17 CFR 230.144(e)(2)"},
		{"long ago", then, Seller{Affiliate: AffiliateFormer, LastAffiliate: then.AddDays(-200), Stock: Restricted, HeldSince: held}, "former 17 CFR 230.144(e)(2)"},
		{"unknown", then, Seller{Affiliate: AffiliateUnknown, Stock: Restricted, HeldSince: held}, "former 17 CFR 230.144(e)(1), (2)"},
		{"since 2008", now, Seller{Affiliate: AffiliateNow, Stock: Restricted}, "17 CFR 230.144(e)(1)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := sampleVolume()
			v.Sale, v.Order, v.Seller = tt.sale, tt.sale, tt.seller
			v.Sales = []Trade{{Date: v.Sale.AddDays(-1), Amount: 1}}
			got := mustLimit(t, v)
			for _, code := range []law.Code{codeVolumeCap, codeVolumeWindow, codeVolumeExceeds} {
				r := reasonOf(t, got.Why, code)
				if r.Authority.Cite != tt.cite || (r.Authority.Doubt != "") != (tt.sale == then) {
					t.Errorf("%s", r)
				}
				if strings.HasSuffix(tt.cite, "(2)") && !strings.Contains(r.Authority.Doubt, "not restricted") {
					t.Errorf("the doubt is not named: %s", r)
				}
			}
			if got.Window[0].Why.Authority.Cite != tt.cite {
				t.Error(got.Window[0].Why)
			}
		})
	}
}

// TestExchangeCopy: a form on paper goes to the principal exchange, too, if the
// class is listed, 17 CFR 230.144(h)(1).
func TestExchangeCopy(t *testing.T) {
	for _, tt := range []struct {
		name    string
		sale    calendar.Date
		reports law.YesNo
		told    bool
		doubted bool
	}{
		{"on paper", day(2021, time.June, 14), law.Yes, true, false},
		{"under the former text", day(2007, time.June, 14), law.Yes, true, true},
		{"while EDGAR was open", day(2022, time.June, 14), law.Yes, true, true},
		{"on EDGAR alone", day(2024, time.June, 14), law.Yes, false, false},
		{"on paper, of an issuer that does not report, which has no listed class", day(2021, time.June, 14), law.No, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := sampleNotice()
			f.Sale, f.Reports = tt.sale, tt.reports
			got := mustNotice(t, f)
			if got.Why.Has(codeNoticeExchange) != tt.told {
				t.Fatalf("told %t\n%s", !tt.told, got.Why)
			}
			if tt.told && (reasonOf(t, got.Why, codeNoticeExchange).Authority.Doubt != "") != tt.doubted {
				t.Errorf("%s", got.Why)
			}
		})
	}
}
