package main

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
)

// maker makes up lots for a day of sale. The same number always yields the same
// lot.
type maker struct{ sale calendar.Date }

// mix scatters a number over 64 bits, as in SplitMix64.
func mix(n uint64) uint64 {
	n += 0x9e3779b97f4a7c15
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	return n ^ n>>31
}

// make makes up lot i: most are restricted stock of reporting issuers, bought
// in the 3,000 days before the sale; some sellers are affiliates, some issuers were shells, and some
// facts are unknown.
func (m maker) make(i int64, f *restrict.Facts) {
	n := mix(uint64(i))
	take := func(of uint64) int {
		part := n % of
		n /= of
		return int(part)
	}
	*f = restrict.Facts{Stock: restrict.Restricted, Security: restrict.Equity, Affiliate: restrict.AffiliateNever}
	f.Acquired = m.sale.AddDays(-1 - take(3_000))
	f.Paid = f.Acquired
	if take(8) == 0 {
		f.Paid = f.Acquired.AddDays(take(60))
	}
	issuer := &f.Issuer
	issuer.Shell, issuer.Current = restrict.ShellNever, law.Yes
	issuer.Reporting, issuer.ReportingSince = restrict.ReportingSubject, m.sale.AddDays(-3_100-take(3_000))
	switch take(16) {
	case 0:
		f.Affiliate = restrict.AffiliateNow
	case 1:
		f.Affiliate, f.LastAffiliate = restrict.AffiliateFormer, f.Acquired.AddDays(take(400))
		if !f.LastAffiliate.Before(m.sale) {
			f.LastAffiliate = f.Acquired
		}
	case 2:
		f.Affiliate = restrict.AffiliateUnknown
	case 3:
		f.Security = restrict.Debt
	case 4:
		f.Stock, f.Affiliate = restrict.Unrestricted, restrict.AffiliateNow
	case 5:
		f.Stock = restrict.Unrestricted
	}
	switch take(16) {
	case 0:
		issuer.Reporting, issuer.ReportingSince, issuer.Current, issuer.Public = restrict.ReportingNone, calendar.Date{}, "", law.Yes
	case 1:
		issuer.Current = law.No
	case 2:
		issuer.Current = law.Unknown
	case 3:
		f.Issued = f.Acquired
		issuer.Shell, issuer.ShellSince = restrict.ShellFormer, issuer.ReportingSince.AddDays(-take(500))
		issuer.ShellUntil = f.Acquired.AddDays(-take(100))
		if issuer.ShellUntil.Before(issuer.ShellSince) {
			issuer.ShellUntil = issuer.ShellSince
		}
		issuer.Form10, issuer.Form10Filed, issuer.ShellReports = law.Yes, issuer.ShellUntil, law.Yes
	}
}

// writeLots writes a file of made-up lots.
func writeLots(w io.Writer, count int64, sale calendar.Date) error {
	out := bufio.NewWriterSize(w, chunkSize)
	if _, err := out.WriteString(strings.Join(columnNames(), ",") + "\n"); err != nil {
		return err
	}
	var f restrict.Facts
	var line []byte
	made := maker{sale}
	for i := range count {
		made.make(i, &f)
		line = appendLot(line[:0], i, &f)
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	return out.Flush()
}

// appendLot writes a lot as a line of the file, in the order of columns.
func appendLot(b []byte, i int64, f *restrict.Facts) []byte {
	b = appendID(b, i)
	day := func(d calendar.Date) { b = appendDay(append(b, ','), d) }
	text := func(s string) { b = append(append(b, ','), s...) }
	day(f.Acquired)
	day(f.Paid)
	text(string(f.Stock))
	text(string(f.Security))
	text(string(f.Affiliate))
	day(f.LastAffiliate)
	day(f.Issued)
	text(string(f.Capacity))
	text(strconv.FormatBool(f.Compensatory))
	text(string(f.Issuer.Reporting))
	day(f.Issuer.ReportingSince)
	day(f.Issuer.ReportingUntil)
	text(string(f.Issuer.Current))
	text(string(f.Issuer.Forms8K))
	text(string(f.Issuer.Extension))
	text(string(f.Issuer.Public))
	text(string(f.Issuer.Shell))
	day(f.Issuer.ShellSince)
	day(f.Issuer.ShellUntil)
	text(string(f.Issuer.Form10))
	day(f.Issuer.Form10Filed)
	text(string(f.Issuer.ShellReports))
	return append(b, '\n')
}

// appendID names a made-up lot: L0, L1 and so on.
func appendID(b []byte, i int64) []byte { return strconv.AppendInt(append(b, 'L'), i, 10) }
