package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// RegistrationStatus is how a duty stands on a day. The zero
// RegistrationStatus is no status and appears only beside an error.
type RegistrationStatus string

// How a duty stands.
const (
	// RegistrationWaiting says that what the clock counts from has not happened.
	RegistrationWaiting RegistrationStatus = "waiting"
	// RegistrationPending says that the day due has not passed.
	RegistrationPending RegistrationStatus = "pending"
	// RegistrationMet says that the duty was done in time; of [DutyKeep], that
	// the statement can be used.
	RegistrationMet RegistrationStatus = "met"
	// RegistrationMetLate says that it was done after the day due.
	RegistrationMetLate RegistrationStatus = "met late"
	// RegistrationMissed says that the day due has passed without it; of
	// DutyKeep, that a suspension has gone beyond the grace.
	RegistrationMissed RegistrationStatus = "missed"
	// RegistrationPaused says, of DutyKeep, that the use is suspended within the
	// grace.
	RegistrationPaused RegistrationStatus = "suspended"
	// RegistrationEnded says that the duty ended before it was due.
	RegistrationEnded RegistrationStatus = "ended"
	// RegistrationUnknown says that it turns on whether the SEC reviews the
	// statement, which is unknown.
	RegistrationUnknown RegistrationStatus = "unknown"
)

func (RegistrationStatus) all() []RegistrationStatus {
	return []RegistrationStatus{
		RegistrationWaiting, RegistrationPending, RegistrationMet, RegistrationMetLate, RegistrationMissed,
		RegistrationPaused, RegistrationEnded, RegistrationUnknown,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *RegistrationStatus) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

// RegistrationDutyFinding is how one duty stands. The zero
// RegistrationDutyFinding appears in no result.
type RegistrationDutyFinding struct {
	// Duty is what has to be done.
	Duty RegistrationDuty `json:"duty"`
	// Clock is the place of the clock in Registration.Clocks, counted from 0;
	// -1 for DutyKeep.
	Clock int `json:"clock"`
	// Status is how it stands.
	Status RegistrationStatus `json:"status"`
	// Event is the day counted from, and Due the last day in time; of DutyKeep,
	// the day of effectiveness, and the last day of the period if it is known.
	// Where it is unknown whether the SEC reviews, Due is the earlier day, until
	// the later one has passed too.
	Event calendar.Date `json:"event,omitzero"`
	Due   calendar.Date `json:"due,omitzero"`
	// Done is the day on which the duty was fulfilled.
	Done calendar.Date `json:"done,omitzero"`
	// DaysLate counts the calendar days after Due, up to the day on which it was
	// done, or the day asked about, or the end of the duty.
	DaysLate int `json:"days_late,omitempty"`
	// Projected is true if Due rests on days that the calendar's authority has
	// not announced yet.
	Projected bool `json:"projected,omitempty"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// RegistrationGraceFinding is what is left of the grace. The zero
// RegistrationGraceFinding says that none is.
type RegistrationGraceFinding struct {
	// Used counts the days of suspension in the window that ends on the day
	// asked about, or in all if the agreement has no window.
	Used int `json:"used"`
	// Left is for how many days after the day asked about the use may be
	// suspended, or stay so, without a failure. It is never negative.
	Left int `json:"left"`
	// Last is the last of those days; "no date" if there is none.
	Last calendar.Date `json:"last,omitzero"`
	// Unlimited is true if no number of days limits the suspension; Left and
	// Last then say nothing.
	Unlimited bool `json:"unlimited,omitempty"`
	// DistanceUnknown is true if that suspension follows another. An agreement may
	// prohibit a suspension that begins too soon after the one before, and a
	// RegistrationGrace cannot state that: Left, Last and Unlimited then hold only
	// if the agreement has no such limit, or the suspension observes it.
	DistanceUnknown bool `json:"distance_unknown,omitempty"`
}

// RegistrationPeriodCharge is one row of the schedule of charges: an initial
// charge or one period of a failure. The zero RegistrationPeriodCharge appears
// in no result.
type RegistrationPeriodCharge struct {
	// Duties are what was failed, in the order in which that began.
	Duties []RegistrationDuty `json:"duties"`
	// Period counts the periods of one failure from 1; 0 is its initial charge.
	Period int `json:"period"`
	// From and Through are the first and the last day charged. For an initial
	// charge, and for a failure that was cured on its first day, both are that
	// day.
	From    calendar.Date `json:"from"`
	Through calendar.Date `json:"through"`
	// Days of the period's Length were days of failure; 0 of 0 for an initial
	// charge.
	Days   int `json:"days"`
	Length int `json:"length"`
	// Open is true if the failure still lasts and the period is not over, so
	// that Amount may still grow.
	Open bool `json:"open,omitempty"`
	// Percent of Base is the charge for the whole period. Base is that of the
	// first day; a change within the period counts from its day.
	Percent decimal.Decimal `json:"percent"`
	Base    decimal.Decimal `json:"base"`
	// Amount is what is charged, and Cut what a cap took off.
	Amount decimal.Decimal `json:"amount"`
	Cut    decimal.Decimal `json:"cut"`
	// Due is the last day for payment; "no date" while Open, if Amount is zero, and
	// if the agreement names none. Interest what is owed for the days after it, up to the
	// day asked about, if nothing was paid.
	Due      calendar.Date   `json:"due,omitzero"`
	Interest decimal.Decimal `json:"interest"`
}

// RegistrationCharges is what failures cost up to a day. Its amounts are exact
// dollars and cents. The zero RegistrationCharges says that nothing is charged.
type RegistrationCharges struct {
	// Accrued is the sum of the rows, and Interest that of their interest.
	Accrued  decimal.Decimal `json:"accrued"`
	Interest decimal.Decimal `json:"interest"`
	// Capped is true if a cap took something off.
	Capped bool `json:"capped,omitempty"`
	// AtLeast is true if more may be owed, because it is unknown whether the SEC
	// reviews the statement.
	AtLeast bool `json:"at_least,omitempty"`
	// Schedule lists the rows by their first day.
	Schedule []RegistrationPeriodCharge `json:"schedule,omitempty"`
}

// RegistrationFinding is how an agreement stands on a day. The zero
// RegistrationFinding is no answer and appears only beside an error.
type RegistrationFinding struct {
	// On is the day asked about.
	On calendar.Date `json:"on"`
	// Duties has a finding for every start of every clock, or one for a clock
	// that has not started, in the order of the clocks; DutyKeep comes last.
	Duties []RegistrationDutyFinding `json:"duties"`
	// Grace is what is left of the grace; nil unless the statement is effective
	// and the period has not ended.
	Grace *RegistrationGraceFinding `json:"grace,omitempty"`
	// Charges is what failures cost.
	Charges RegistrationCharges `json:"charges"`
	// Why lists the steps from the duties to the charges.
	Why law.Reasons `json:"why,omitempty"`
}

// The codes of the steps in the findings of a Registration, beside those of
// calendar.Due.
const (
	codeRegistrationWaiting       law.Code = "registration.waiting"
	codeRegistrationPending       law.Code = "registration.pending"
	codeRegistrationMet           law.Code = "registration.met"
	codeRegistrationMetLate       law.Code = "registration.met_late"
	codeRegistrationMissed        law.Code = "registration.missed"
	codeRegistrationPaused        law.Code = "registration.suspended"
	codeRegistrationEnded         law.Code = "registration.ended"
	codeRegistrationUndecided     law.Code = "registration.unknown"
	codeRegistrationReviewed      law.Code = "registration.reviewed"
	codeRegistrationReviewUnknown law.Code = "registration.review_unknown"
	codeRegistrationEnd           law.Code = "registration.end"

	codeRegistrationBeyond   law.Code = "registration.grace.beyond"
	codeRegistrationDistance law.Code = "registration.grace.distance_unknown"

	codeRegistrationCharged law.Code = "registration.charged"
	codeRegistrationCapped  law.Code = "registration.capped"
	codeRegistrationReading law.Code = "registration.reading"

	codeRegistrationCureCounted    law.Code = "registration.cure.counted"
	codeRegistrationCureNotCounted law.Code = "registration.cure.not_counted"
)

// registrationCodes is the part of the catalog above.
func registrationCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeRegistrationWaiting, Text: "The event from which the duty is counted has not happened."},
		{Code: codeRegistrationPending, Text: "The day on which the duty is due has not passed."},
		{Code: codeRegistrationMet, Text: "The duty was performed in time."},
		{Code: codeRegistrationMetLate, Text: "The duty was performed late."},
		{Code: codeRegistrationMissed, Text: "The duty is overdue, or a suspension has exceeded the grace period."},
		{Code: codeRegistrationPaused, Text: "The use of the registration statement is suspended within the grace period."},
		{Code: codeRegistrationEnded, Text: "The duty ended before it was due."},
		{Code: codeRegistrationUndecided, Text: "The status of the duty depends on a fact that was not given."},
		{Code: codeRegistrationReviewed, Text: "The deadline that applies, by whether the SEC staff reviews the registration statement."},
		{Code: codeRegistrationReviewUnknown, Text: "Whether the SEC staff reviews the registration statement was not given."},
		{Code: codeRegistrationEnd, Text: "The day on which the period ended, and the reason."},

		{Code: codeRegistrationBeyond, Text: "The day from which a suspension is a failure, and the limit exceeded."},
		{Code: codeRegistrationDistance, Text: "The least interval between suspensions was not given."},

		{Code: codeRegistrationCharged, Text: "The amount charged."},
		{Code: codeRegistrationCapped, Text: "A cap reduced the charge."},
		{Code: codeRegistrationReading, Text: "A reading of the agreement on which the charges rest."},

		{Code: codeRegistrationCureCounted, Text: "The day on which a failure is cured is charged."},
		{Code: codeRegistrationCureNotCounted, Text: "The day on which a failure is cured is not charged."},
	}
}
