package restrict

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// partialSale is the sale of 100,000 of the 279,167 shares of an investor.
func partialSale() PartialSale {
	return PartialSale{
		Certificate: Certificate{
			ID: "tx-1", Date: day(2002, time.November, 29), SecurityID: "sec-1", CustomID: "CS-101", StakeholderID: "investor-1",
			StockClassID: "common", SharePrice: decimal.New(96, -2), Currency: "USD", Quantity: 279_167,
			StockLegendIDs:        []string{"legend-1933-act"},
			SecurityLawExemptions: []SecurityLawExemption{{"Regulation D, Rule 506(b)", "US"}},
		},
		Sold: 100_000, Date: day(2003, time.March, 3), ID: "tx-2", Reason: "sold under the registration statement",
		Unlegended: NewCertificate{"tx-3", "sec-2", "CS-201"}, Balance: NewCertificate{"tx-4", "sec-3", "CS-202"},
		Authority: law.Citation{Cite: "Agreement §1(b)(ii)"},
	}
}

func TestSplitCertificate(t *testing.T) {
	s := partialSale()
	got, err := SplitCertificate(s)
	if err != nil {
		t.Fatal(err)
	}
	if got.Issued[0].Quantity != 100_000 || got.Issued[1].Quantity != 179_167 || len(got.Issued) != 2 {
		t.Errorf("issued %+v", got.Issued)
	}
	if len(got.Issued[0].StockLegendIDs) != 0 || !slices.Equal(got.Issued[1].StockLegendIDs, []string{"legend-1933-act"}) {
		t.Errorf("legends %q and %q", got.Issued[0].StockLegendIDs, got.Issued[1].StockLegendIDs)
	}
	if !slices.Equal(got.Record.ResultingSecurityIDs, []string{"sec-2", "sec-3"}) || got.Record.BalanceSecurityID != "" || got.Record.Transfer {
		t.Errorf("record %+v", got.Record)
	}
	if want := []law.Code{codeSplitCanceled, codeSplitUnlegended, codeSplitBalance}; !slices.Equal(got.Why.Codes(), want) {
		t.Errorf("why %v", got.Why.Codes())
	}
	// The balance must not follow later changes of the old certificate's list.
	s.Certificate.StockLegendIDs[0] = "another"
	if got.Issued[1].StockLegendIDs[0] != "legend-1933-act" {
		t.Error("the balance shares the list of legends with the old certificate")
	}

	s = partialSale()
	s.Legends, s.Transferee, s.Reason = BalanceUnlegended, "buyer-1", ""
	if got, err = SplitCertificate(s); err != nil {
		t.Fatal(err)
	}
	if got.Issued[0].StakeholderID != "buyer-1" || got.Issued[1].StakeholderID != "investor-1" || len(got.Issued[1].StockLegendIDs) != 0 {
		t.Errorf("issued %+v", got.Issued)
	}
	want := SplitRecord{
		Transfer: true, ID: "tx-2", Date: s.Date, SecurityID: "sec-1", Quantity: 100_000, ResultingSecurityIDs: []string{"sec-2"}, BalanceSecurityID: "sec-3",
	}
	if data, _ := json.Marshal(got.Record); got.Record.ID != want.ID || got.Record.Quantity != want.Quantity ||
		got.Record.BalanceSecurityID != want.BalanceSecurityID || !slices.Equal(got.Record.ResultingSecurityIDs, want.ResultingSecurityIDs) {
		t.Errorf("record %s", data)
	}

	s = partialSale()
	s.Sold, s.Balance = s.Certificate.Quantity, NewCertificate{}
	if got, err = SplitCertificate(s); err != nil || len(got.Issued) != 1 || got.Issued[0].Quantity != 279_167 || got.Why.Has(codeSplitBalance) {
		t.Errorf("all sold: %+v, %v", got, err)
	}
}

// TestSplitConserves adds the shares up again, for all sales of a small
// certificate and for random ones of any size, and holds the results to the
// rules of OCF-Tools for reissuances (tx_stock_reissuance.ts): the results have
// the date of the transaction and the class and holder of the old security, and
// add up to it.
func TestSplitConserves(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	split := func(quantity, sold int64) {
		s := partialSale()
		s.Certificate.Quantity, s.Sold = quantity, sold
		if sold == quantity {
			s.Balance = NewCertificate{}
		}
		got, err := SplitCertificate(s)
		if err != nil {
			t.Fatalf("%d of %d: %v", sold, quantity, err)
		}
		left, ids := quantity, []string{}
		for _, c := range got.Issued {
			if c.Quantity <= 0 || c.Date != s.Date || c.StockClassID != "common" || c.StakeholderID != "investor-1" || !c.SharePrice.Equal(s.Certificate.SharePrice) {
				t.Fatalf("%d of %d: %+v", sold, quantity, c)
			}
			left -= c.Quantity
			ids = append(ids, c.SecurityID)
		}
		if left != 0 || got.Issued[0].Quantity != sold || !slices.Equal(ids, got.Record.ResultingSecurityIDs) {
			t.Fatalf("%d of %d: %d left, %v", sold, quantity, left, ids)
		}
	}
	for quantity := int64(1); quantity <= 60; quantity++ {
		for sold := int64(1); sold <= quantity; sold++ {
			split(quantity, sold)
		}
	}
	for range 2000 {
		quantity := r.Int64N(math.MaxInt64) + 1
		split(quantity, r.Int64N(quantity)+1)
	}
	split(math.MaxInt64, 1)
	split(math.MaxInt64, math.MaxInt64)
}

func TestSplitRefusals(t *testing.T) {
	for i, c := range []struct {
		change func(*PartialSale)
		kind   error
		want   []string
	}{
		{func(s *PartialSale) { *s = PartialSale{} }, law.ErrMissing, []string{
			"certificate.id: is required", "certificate.security_id: is required", "certificate.custom_id: is required",
			"certificate.stakeholder_id: is required", "certificate.stock_class_id: is required", "certificate.date: is required",
			"certificate.quantity: is required and must be above zero", "certificate.share_price.currency: is required", "sold: is required and must be above zero",
			"date: is required", "id: is required", "unlegended.id: is required", "unlegended.security_id: is required", "unlegended.custom_id: is required",
		}},
		{func(s *PartialSale) { s.Sold = 279_168 }, law.ErrConflict, []string{"sold: 279168 is more than the certificate has, 279167"}},
		{func(s *PartialSale) { s.Sold = -1 }, law.ErrRange, []string{"sold: -1 is below zero"}},
		{func(s *PartialSale) { s.Certificate.Quantity = math.MinInt64 }, law.ErrRange, []string{
			"certificate.quantity: -9223372036854775808 is below zero",
		}},
		{func(s *PartialSale) { s.Sold = 279_167 }, law.ErrConflict, []string{"balance: is identified although all shares are sold"}},
		{func(s *PartialSale) { s.Balance = NewCertificate{} }, law.ErrMissing, []string{
			"balance.id: is required", "balance.security_id: is required", "balance.custom_id: is required",
		}},
		{func(s *PartialSale) { s.Date = day(2002, time.November, 28) }, law.ErrConflict, []string{"date: 2002-11-28 is before the certificate's, 2002-11-29"}},
		{func(s *PartialSale) {
			s.Balance, s.Unlegended.SecurityID, s.Unlegended.CustomID, s.ID = s.Unlegended, "sec-1", "CS-101", "tx-1"
		}, law.ErrDuplicate, []string{
			`id: "tx-1" is that of certificate.id`, `balance.id: "tx-3" is that of unlegended.id`,
			`unlegended.security_id: "sec-1" is that of certificate.security_id`, `unlegended.custom_id: "CS-101" is that of certificate.custom_id`,
		}},
		{func(s *PartialSale) { // an ID used a third time is told of once
			s.Unlegended.SecurityID, s.Balance.SecurityID = "sec-1", "sec-1"
		}, law.ErrDuplicate, []string{
			`unlegended.security_id: "sec-1" is that of certificate.security_id`, `balance.security_id: "sec-1" is that of certificate.security_id`,
		}},
		{func(s *PartialSale) { s.Transferee, s.Legends = "investor-1", "clean" }, law.ErrConflict, []string{
			`transferee: "investor-1" is the holder`, "reason: has no place in a transfer", `legends: "clean" must be one of: legended, unlegended`,
		}},
		{func(s *PartialSale) {
			c := &s.Certificate
			c.Currency, c.SharePrice, c.StockLegendIDs = "usd", decimal.New(1, -11), []string{"a", "", "a"}
			c.SecurityLawExemptions = []SecurityLawExemption{{}}
		}, law.ErrInvalid, []string{
			`certificate.share_price.currency: "usd" is not three capital letters, such as USD`,
			"certificate.share_price.amount: has more than ten decimals or more than thirty digits before them",
			"certificate.stock_legend_ids[1]: is required", `certificate.stock_legend_ids[2]: "a" is given twice`,
			"certificate.security_law_exemptions[0].description: is required", "certificate.security_law_exemptions[0].jurisdiction: is required",
		}},
		{func(s *PartialSale) { s.Certificate.SharePrice = decimal.New(-1, 0) }, law.ErrRange, []string{"certificate.share_price.amount: is below zero"}},
		{func(s *PartialSale) { s.Certificate.SharePrice = decimal.New(1, math.MaxInt32) }, law.ErrRange, []string{
			"certificate.share_price.amount: has more than ten decimals or more than thirty digits before them",
		}},
		{func(s *PartialSale) { s.Certificate.StockLegendIDs = make([]string, 1001) }, law.ErrRange, []string{
			"certificate.stock_legend_ids: 1001 are more than 1000",
		}},
	} {
		s := partialSale()
		c.change(&s)
		got, err := SplitCertificate(s)
		if faults := messages(err); !slices.Equal(faults, c.want) || !errors.Is(err, c.kind) || got.Issued != nil {
			t.Errorf("case %d: %q\nwant %q (%v)", i, faults, c.want, c.kind)
		}
	}
}

// TestSplitJSON holds the words of the Open Cap Format. The schema of its stock
// reissuance was read; those of its transfer and issuance were seen in a
// translated copy only.
func TestSplitJSON(t *testing.T) {
	s := partialSale()
	got, err := SplitCertificate(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		v    any
		want string
	}{
		{got.Record, `{"object_type":"TX_STOCK_REISSUANCE","id":"tx-2","date":"2003-03-03","security_id":"sec-1",` +
			`"resulting_security_ids":["sec-2","sec-3"],"reason_text":"sold under the registration statement"}`},
		{got.Issued[0], `{"object_type":"TX_STOCK_ISSUANCE","id":"tx-3","date":"2003-03-03","security_id":"sec-2","custom_id":"CS-201",` +
			`"stakeholder_id":"investor-1","stock_class_id":"common","share_price":{"amount":"0.96","currency":"USD"},"quantity":"100000",` +
			`"stock_legend_ids":[],"security_law_exemptions":[{"description":"Regulation D, Rule 506(b)","jurisdiction":"US"}]}`},
	} {
		if data, err := json.Marshal(c.v); err != nil || string(data) != c.want {
			t.Errorf("%s, %v\nwant %s", data, err, c.want)
		}
	}
	roundTrip(t, s)
	roundTrip(t, got)
	s.Transferee, s.Reason = "buyer-1", ""
	if got, err = SplitCertificate(s); err != nil {
		t.Fatal(err)
	}
	roundTrip(t, got)
	data, err := json.Marshal(got.Record)
	if want := `{"object_type":"TX_STOCK_TRANSFER","id":"tx-2","date":"2003-03-03","security_id":"sec-1","quantity":"100000",` +
		`"resulting_security_ids":["sec-2"],"balance_security_id":"sec-3"}`; err != nil || string(data) != want {
		t.Errorf("%s, %v\nwant %s", data, err, want)
	}
	for _, bad := range []string{
		`"quantity":"0"`, `"quantity":"1.5"`, `"quantity":"9223372036854775808"`, `"quantity":100000`, `"quantity":"1e5"`, `"quantity":"+"`,
		`"quantity":""`, `"quantity":"10","x":1`, `"Quantity":"10"`, `"quantity":"10","reason_text":"x"`,
	} {
		var r SplitRecord
		text := strings.Replace(string(data), `"quantity":"100000"`, bad, 1)
		if err := json.Unmarshal([]byte(text), &r); text == string(data) || !errors.Is(err, law.ErrMissing) && !errors.Is(err, law.ErrInvalid) && !errors.Is(err, law.ErrRange) && !errors.Is(err, law.ErrConflict) {
			t.Errorf("%s: %v", bad, err)
		}
	}
	var r SplitRecord
	if err := json.Unmarshal([]byte(strings.Replace(string(data), `"100000"`, `"+00100000.0000000000"`, 1)), &r); err != nil || r.Quantity != 100_000 {
		t.Errorf("%+v, %v", r, err)
	}
	for _, zero := range []any{Certificate{}, SplitRecord{}} {
		if _, err := json.Marshal(zero); !errors.Is(err, law.ErrMissing) {
			t.Errorf("%T: %v", zero, err)
		}
	}
}

// FuzzPartialSaleJSON splits what a service would receive, and finds every
// share again.
func FuzzPartialSaleJSON(f *testing.F) {
	s := partialSale()
	good, err := json.Marshal(s)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(good))
	s.Transferee, s.Reason, s.Legends = "buyer-1", "", BalanceUnlegended
	if good, err = json.Marshal(s); err != nil {
		f.Fatal(err)
	}
	f.Add(string(good))
	f.Add(`{"sold":1,"certificate":null}`)
	f.Fuzz(func(t *testing.T, data string) {
		var s PartialSale
		if err := json.Unmarshal([]byte(data), &s); err != nil {
			return
		}
		got, err := SplitCertificate(s)
		if err != nil {
			mustBeFaults(t, err)
			return
		}
		left := s.Certificate.Quantity
		for _, c := range got.Issued {
			left -= c.Quantity
		}
		if left != 0 {
			t.Fatalf("%s shares are left", strconv.FormatInt(left, 10))
		}
		text, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		var back CertificateSplit
		if err := json.Unmarshal(text, &back); err != nil || len(back.Issued) != len(got.Issued) || back.Record.ID != got.Record.ID {
			t.Fatalf("%s comes back as %+v, %v", text, back, err)
		}
	})
}
