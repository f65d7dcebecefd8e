package restrict

import (
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// DamagesClaim is one clause and what happened under it.
type DamagesClaim struct {
	// Name is for the explanation; empty reads the number of the claim.
	Name  string       `json:"name,omitempty"`
	Terms Damages      `json:"terms"`
	Facts DamagesFacts `json:"facts"`
}

// DamagesTogether is what several clauses cost when no day is paid for twice.
// The zero DamagesTogether is no answer and appears only beside an error.
type DamagesTogether struct {
	// Cents is what is owed, and SavedCents what the clauses would come to beyond
	// it one by one. Interest is left to the claims' own findings.
	Cents      int64 `json:"cents"`
	SavedCents int64 `json:"saved_cents"`
	// Schedule has one row for each day that a clause charges for.
	Schedule []DamagesTogetherDay `json:"schedule,omitempty"`
	// Findings are the clauses' own answers, in the given order.
	Findings []DamagesFinding `json:"findings"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// DamagesTogetherDay is one day and the claim that it is paid under.
type DamagesTogetherDay struct {
	Date         calendar.Date `json:"date"`
	Claim        int           `json:"claim"` // its place in the given order, from 0
	Cents        int64         `json:"cents"`
	RunningCents int64         `json:"running_cents"`
}

// mostClaims bounds what is put together at once.
const mostClaims = 20

// TogetherDamages prices several clauses so that no day is paid for under two
// of them: each day costs what the dearer clause charges for it, the first one if
// they charge alike. The day's cents are those of that clause's own schedule.
//
// The error is [law.Faults]: no claim, more than 20, or those of
// [Damages.Assess].
func TogetherDamages(claims ...DamagesClaim) (DamagesTogether, error) {
	var fs law.Faults
	if len(claims) == 0 {
		fs.Missing("claims")
	}
	if !check.AtMost(&fs, "claims", len(claims), mostClaims) {
		return DamagesTogether{}, fs
	}
	var out DamagesTogether
	for i := range claims {
		found, err := claims[i].Terms.Assess(claims[i].Facts)
		fs.Merge("claims["+strconv.Itoa(i)+"]", err)
		fs.Text("claims["+strconv.Itoa(i)+"].name", claims[i].Name)
		out.Findings = append(out.Findings, found)
	}
	if err := fs.Err(); err != nil {
		return DamagesTogether{}, err
	}
	sum := int64(0)
	rows := make([]int, len(claims)) // of each schedule, the first not yet used
	paid := make([]int64, len(claims))
	for {
		best := dearest(out.Findings, rows)
		if best < 0 {
			break
		}
		row := out.Findings[best].Schedule[rows[best]]
		if row.Cents > maxCents-sum {
			return DamagesTogether{}, tooMuch("claims")
		}
		sum += row.Cents
		paid[best] += row.Cents
		out.Schedule = append(out.Schedule, DamagesTogetherDay{row.Date, best, row.Cents, sum})
		for i := range rows {
			if s := out.Findings[i].Schedule; rows[i] < len(s) && s[rows[i]].Date == row.Date {
				rows[i]++
			}
		}
	}
	out.Cents = sum
	parts := make([]string, len(claims))
	for i := range claims {
		rest := out.Findings[i].Cents - paid[i]
		if rest > maxCents-out.SavedCents {
			return DamagesTogether{}, tooMuch("claims")
		}
		out.SavedCents += rest
		name := claims[i].Name
		if name == "" {
			name = "claim " + strconv.Itoa(i+1)
		}
		parts[i] = name + " " + kernel.Dollars(paid[i]) + " of " + kernel.Dollars(out.Findings[i].Cents)
	}
	out.Why = law.Reasons{{
		Code: codeDamagesTogether,
		Text: "Each day is paid for once, under the dearer clause: " + strings.Join(parts, ", ") + "; " + kernel.Dollars(sum) + " in all.",
	}}
	return out, nil
}

// dearest is the claim that charges most for the next day of all, or -1 at the
// end. Cents that a cap left whole are compared before rounding, since equal
// charges may round apart.
func dearest(found []DamagesFinding, rows []int) int {
	best := -1
	for i := range found {
		if rows[i] == len(found[i].Schedule) {
			continue
		}
		if best < 0 {
			best = i
			continue
		}
		mine, other := &found[i].Schedule[rows[i]], &found[best].Schedule[rows[best]]
		switch {
		case mine.Date != other.Date:
			if mine.Date.Before(other.Date) {
				best = i
			}
		case mine.CutCents == 0 && other.CutCents == 0:
			if found[i].exact[rows[i]].exact.Cmp(found[best].exact[rows[best]].exact) > 0 {
				best = i
			}
		case mine.Cents > other.Cents:
			best = i
		}
	}
	return best
}
