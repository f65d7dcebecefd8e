package restrict

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// manyNames are so many different identifiers.
func manyNames(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprint("id-", i)
	}
	return out
}

// TestCertificateBounds takes each limit of a certificate exactly, and one
// beyond. What is accepted is written as JSON and read back the same: that is
// what the limits are for.
func TestCertificateBounds(t *testing.T) {
	price := func(s string) func(*Certificate) { return func(c *Certificate) { c.SharePrice = dec(s) } }
	exponent := func(n int32) func(*Certificate) { return func(c *Certificate) { c.SharePrice = decimal.New(1, n) } }
	currency := func(s string) func(*Certificate) { return func(c *Certificate) { c.Currency = s } }
	legends := func(n int) func(*Certificate) { return func(c *Certificate) { c.StockLegendIDs = manyNames(n) } }
	nines, tenth := strings.Repeat("9", 30), "."+strings.Repeat("9", 10)
	for _, c := range []struct {
		name           string
		within, beyond func(*Certificate)
		want           string
	}{
		{"legends", legends(1000), legends(1001), "stock_legend_ids: range"},
		{
			"comments", func(c *Certificate) { c.Comments = manyNames(1000) },
			func(c *Certificate) { c.Comments = manyNames(1001) }, "comments: range",
		},
		{
			"no exemptions", func(c *Certificate) { c.SecurityLawExemptions = nil },
			func(c *Certificate) { c.SecurityLawExemptions = make([]SecurityLawExemption, 1001) }, "security_law_exemptions: range",
		},
		{"a price of ten decimals", exponent(-10), exponent(-11), "share_price.amount: range"},
		{"a price of thirty digits", exponent(29), exponent(30), "share_price.amount: range"},
		{"thirty digits and ten decimals", price(nines + tenth), price("1" + nines + tenth), "share_price.amount: range"},
		{"the first letter", currency("AUD"), currency("@UD"), "share_price.currency: invalid"},
		{"the last letter", currency("NZD"), currency("N[D"), "share_price.currency: invalid"},
		{"three letters", currency("USD"), currency("USDX"), "share_price.currency: invalid"},
	} {
		cert := partialSale().Certificate
		c.within(&cert)
		sameJSON(t, cert)
		data, err := json.Marshal(cert)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var back Certificate
		if err := json.Unmarshal(data, &back); err != nil || !back.SharePrice.Equal(cert.SharePrice) {
			t.Errorf("%s: %s comes back as %s, %v", c.name, cert.SharePrice, back.SharePrice, err)
		}
		if cert.SecurityLawExemptions == nil && back.SecurityLawExemptions != nil {
			t.Errorf("%s: none come back as %v", c.name, back.SecurityLawExemptions)
		}
		c.beyond(&cert)
		var fs []string
		if _, err := cert.MarshalJSON(); err != nil {
			fs = faultsOf(t, err)
		}
		if !slices.Equal(fs, []string{c.want}) {
			t.Errorf("%s, beyond: %q, want %s", c.name, fs, c.want)
		}
	}
}

// TestCertificateReads holds the JSON of a certificate to what the Go value is
// held to, and its numbers to thirty digits and ten decimals.
func TestCertificateReads(t *testing.T) {
	data, err := json.Marshal(partialSale().Certificate)
	if err != nil {
		t.Fatal(err)
	}
	ones, tenth := strings.Repeat("1", 30), strings.Repeat("1", 10)
	for _, c := range []struct {
		old, text string
		want      []string
	}{
		{`"id":"tx-1"`, `"id":"tx-9"`, nil},
		{`"id":"tx-1"`, `"id":""`, []string{"id: missing"}},
		{`"currency":"USD"`, `"currency":"usd"`, []string{"share_price.currency: invalid"}},
		{`"0.96"`, `"` + ones + "." + tenth + `"`, nil},
		{`"0.96"`, `"-` + ones + "." + tenth + `"`, []string{"share_price.amount: range"}}, // read, and below zero
		{`"0.96"`, `"1` + ones + `"`, []string{"share_price.amount: invalid"}},
		{`"0.96"`, `"0.1` + tenth + `"`, []string{"share_price.amount: invalid"}},
		{`"0.96"`, `"1."`, []string{"share_price.amount: invalid"}},
	} {
		text := strings.Replace(string(data), c.old, c.text, 1)
		var back Certificate
		err := back.UnmarshalJSON([]byte(text))
		var fs []string
		if err != nil {
			fs = faultsOf(t, err)
		}
		if text == string(data) || !slices.Equal(fs, c.want) {
			t.Errorf("%s: %q, want %q", c.text, fs, c.want)
		}
	}
}

// TestSplitBounds: a record names at most a thousand securities, and a
// certificate of no shares is refused for that alone.
func TestSplitBounds(t *testing.T) {
	s := partialSale()
	r := SplitRecord{ID: s.ID, Date: s.Date, SecurityID: "sec-1", ResultingSecurityIDs: manyNames(1000)}
	sameJSON(t, r)
	r.ResultingSecurityIDs = manyNames(1001)
	if got := faultsOf(t, second(r.MarshalJSON())); !slices.Equal(got, []string{"resulting_security_ids: range"}) {
		t.Errorf("%q", got)
	}
	s.Certificate.Quantity = 0
	if got := faultsOf(t, second(SplitCertificate(s))); !slices.Equal(got, []string{"certificate.quantity: missing"}) {
		t.Errorf("of no shares: %q", got)
	}
}
