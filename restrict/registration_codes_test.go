package restrict

import (
	"testing"

	"github.com/offerkit/offerkit/law"
)

// The code of the last step of a duty is its status.
func TestRegistrationStatusCodes(t *testing.T) {
	for status, want := range map[RegistrationStatus]law.Code{
		RegistrationWaiting: "registration.waiting", RegistrationPending: "registration.pending", RegistrationMet: "registration.met",
		RegistrationMetLate: "registration.met_late", RegistrationMissed: "registration.missed", RegistrationPaused: "registration.suspended",
		RegistrationEnded: "registration.ended", RegistrationUnknown: "registration.unknown",
	} {
		if status.code() != want {
			t.Errorf("%q has the code %q, want %q", status, status.code(), want)
		}
	}
}
