package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Registration is what a registration rights agreement asks of the issuer: to
// file a resale registration statement, to have it declared effective, to
// answer the SEC, and to keep the statement usable; each by its clock, and with
// what a failure costs. It is plain data, to be printed, compared, stored as
// JSON and replaced by a contract's own terms.
//
// The zero Registration is refused, since it has no clocks.
type Registration struct {
	// Name is what people call the agreement.
	Name string `json:"name,omitempty"`
	// Clocks are the duties with a day due. Where two clocks measure one duty,
	// each has its own day, and the earlier one is the first to be missed.
	// Required.
	Clocks []RegistrationClock `json:"clocks"`
	// Keep tells for how long the statement has to stay effective.
	Keep RegistrationPeriod `json:"keep,omitzero"`
	// Grace tells for how long its use may be suspended.
	Grace RegistrationGrace `json:"grace,omitzero"`
	// Charge is what a failure costs; the zero RegistrationCharge costs nothing.
	Charge RegistrationCharge `json:"charge,omitzero"`
	// Authority is the contract.
	Authority law.Citation `json:"authority,omitzero"`
}

// RegistrationClock is one duty with a day due. Each time that its From event
// happens, the clock starts anew.
//
// The zero RegistrationClock is refused.
type RegistrationClock struct {
	// Duty is what has to be done. Required, and not [DutyKeep].
	Duty RegistrationDuty `json:"duty"`
	// From is the event counted from. Required.
	From RegistrationEventKind `json:"from"`
	// Within counts from it to the last day in time. Required.
	Within calendar.Deadline `json:"within"`
	// Reviewed takes the place of Within if the SEC reviews the statement: 120
	// days in place of 90. The zero Deadline makes no difference.
	Reviewed calendar.Deadline `json:"reviewed,omitzero"`
	// Charged makes a failure bear the agreement's charge.
	Charged bool `json:"charged,omitempty"`
}

// RegistrationDuty is something the issuer has to do. The zero
// RegistrationDuty is refused.
type RegistrationDuty string

// The duties.
const (
	// DutyFile is to file the registration statement.
	DutyFile RegistrationDuty = "file"
	// DutyEffective is to have it declared effective.
	DutyEffective RegistrationDuty = "effective"
	// DutyAccelerate is to request acceleration of its effectiveness, once the
	// SEC says that it will not review it or has no further comments.
	DutyAccelerate RegistrationDuty = "request acceleration"
	// DutyRespond is to respond to comments of the SEC.
	DutyRespond RegistrationDuty = "respond"
	// DutyAmend is to file an amendment or to file again, after comments or a
	// withdrawal.
	DutyAmend RegistrationDuty = "amend"
	// DutyFileAdditional is to file an additional registration statement, for
	// shares that were cut back or that the first one does not cover.
	DutyFileAdditional RegistrationDuty = "file additional"
	// DutyEffectiveAdditional is to have that one declared effective.
	DutyEffectiveAdditional RegistrationDuty = "additional effective"
	// DutyKeep is to keep the statement effective and usable, save for the days
	// of grace. It has no clock of its own.
	DutyKeep RegistrationDuty = "keep effective"
)

func (RegistrationDuty) all() []RegistrationDuty {
	return []RegistrationDuty{
		DutyFile, DutyEffective, DutyAccelerate, DutyRespond, DutyAmend, DutyFileAdditional,
		DutyEffectiveAdditional, DutyKeep,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (d *RegistrationDuty) UnmarshalText(text []byte) error {
	return law.ReadWord(d, text, d.all()...)
}

// metBy is the event that fulfills the duty; empty for a word that has none.
func (d RegistrationDuty) metBy() RegistrationEventKind {
	switch d {
	case DutyFile:
		return RegistrationFiled
	case DutyEffective:
		return RegistrationEffective
	case DutyAccelerate:
		return RegistrationAccelerated
	case DutyRespond:
		return RegistrationResponse
	case DutyAmend:
		return RegistrationAmended
	case DutyFileAdditional:
		return RegistrationAdditionalFiled
	case DutyEffectiveAdditional:
		return RegistrationAdditionalEffective
	default:
		return ""
	}
}

// recurs reports whether only what is done after the start fulfills the duty:
// an answer to an earlier letter answers no later one. The first statement may
// be filed, and effective, before the closing that starts its clock.
func (d RegistrationDuty) recurs() bool { return d != DutyFile && d != DutyEffective }

// RegistrationPeriod is the time for which the statement has to stay effective:
// until the earliest of the ends stated. The zero RegistrationPeriod never
// ends.
type RegistrationPeriod struct {
	// UntilSold ends it once all the shares are sold.
	UntilSold bool `json:"until_sold,omitempty"`
	// UntilFree ends it once they can be sold under Rule 144 without the
	// conditions that the agreement names; see [Milestones].
	UntilFree bool `json:"until_free,omitempty"`
	// Within counts from the From event to the last day of the period; the zero
	// Deadline sets no such end.
	Within calendar.Deadline     `json:"within,omitzero"`
	From   RegistrationEventKind `json:"from,omitempty"`
	// Charged makes a suspension beyond the grace bear the agreement's charge.
	Charged bool `json:"charged,omitempty"`
}

// RegistrationGrace is how often and for how long the use of an effective
// statement may be suspended. A number that is 0 sets no such limit; the zero
// RegistrationGrace allows no suspension at all.
//
// A suspension that goes beyond any limit is a failure from the first day
// beyond it until the use resumes. All days of suspension count toward
// PerWindow, those beyond the grace too: that is the literal reading of "more
// than 40 days in the aggregate".
//
// A least distance between two suspensions cannot be stated. Where it would
// matter, the finding says that it is not known.
type RegistrationGrace struct {
	// PerEvent is the most days in a row.
	PerEvent int `json:"per_event,omitempty"`
	// PerWindow is the most days in any Months months, which end on the day
	// asked about.
	PerWindow int `json:"per_window,omitempty"`
	// Events is the most suspensions that begin in any Months months.
	Events int `json:"events,omitempty"`
	// Months is the length of the window, such as 12. Required if PerWindow or
	// Events is above 0, and refused otherwise.
	Months int `json:"months,omitempty"`
	// Authority is the section of the contract.
	Authority law.Citation `json:"authority,omitzero"`
}

// none reports whether no suspension is allowed.
func (g *RegistrationGrace) none() bool { return g.PerEvent == 0 && g.PerWindow == 0 && g.Events == 0 }
