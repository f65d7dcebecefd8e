package restrict

import (
	"strings"
	"testing"
)

// The code of the last step of a duty is its status.
func TestRegistrationStatusCodes(t *testing.T) {
	for _, status := range []RegistrationStatus{
		RegistrationWaiting, RegistrationPending, RegistrationMet, RegistrationMetLate, RegistrationMissed, RegistrationPaused,
		RegistrationEnded, RegistrationUnknown,
	} {
		if want := "registration." + strings.ReplaceAll(string(status), " ", "_"); string(status.code()) != want {
			t.Errorf("%q has the code %q, want %q", status, status.code(), want)
		}
	}
}
