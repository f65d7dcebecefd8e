package offering

import "github.com/offerkit/offerkit/law"

// allot makes the allotment but for its sentences.
func (p Pool) allot(claims []Claim) (*allotting, Allotment, error) {
	var fs law.Faults
	a := readPool(&fs, p, claims)
	if len(fs) > 0 {
		return nil, Allotment{}, fs
	}
	a.run(a.pool.Method)
	result := Allotment{
		Total: p.Total, Rows: make([]AllotmentRow, len(claims)), Lot: a.pool.Lot, Minimums: a.pool.Minimums,
		Method: a.pool.Method, Version: MethodVersion,
	}
	for k, i := range a.order {
		row := &result.Rows[i]
		row.Holder = claims[i].Holder
		row.Entitlement = a.entitlement(k, a.pool.Lot)
		row.Outcome = a.outcome(k)
		row.Units = a.units(k) * a.pool.Lot
		if len(a.own) > 0 && row.Units%a.own[k] > 0 {
			row.Units -= row.Units % a.own[k]
			row.Outcome = OutcomeTrimmed
		}
		result.Allotted += row.Units
	}
	result.Unallocated = result.Total - result.Allotted
	return a, result, nil
}
