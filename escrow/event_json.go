package escrow

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/law"
)

// eventVersion is the version of the envelope that this package writes and the
// only one it reads.
const eventVersion = 1

// envelope is an event as JSON.
type envelope struct {
	V    int             `json:"v"`
	ID   EventID         `json:"id"`
	Type EventType       `json:"type"`
	At   time.Time       `json:"at"`
	Rec  time.Time       `json:"recorded,omitzero"`
	By   PartyID         `json:"by"`
	Data json.RawMessage `json:"data"`

	body Body // what data holds, once it is read
}

// MarshalJSON writes the envelope. The error is law.Faults: an event without a
// body of this package, or an instant that JSON cannot hold.
func (e Event) MarshalJSON() ([]byte, error) {
	var fs law.Faults
	if !known(e.Body) {
		fs.Add(law.ErrInvalid, "data", "", "is not one of the bodies of this package, given by value")
		return nil, fs
	}
	e = e.normal(new(room[PurchaseID]))
	data, err := json.Marshal(e.Body)
	if err != nil {
		fs.Merge("data", err)
		return nil, fs
	}
	out, err := json.Marshal(envelope{eventVersion, e.ID, e.Type(), e.At, e.Recorded, e.By, data, nil})
	if err != nil {
		fs.Merge("", err)
		return nil, fs
	}
	return out, nil
}

// UnmarshalJSON reads what MarshalJSON writes and nothing else. The error is
// law.Faults: another version and an unknown type are of kind
// law.ErrUnsupported; no ID is law.ErrMissing; an unknown field, a field in other letters or of another
// sort is law.ErrInvalid; a field given twice is law.ErrDuplicate. Whether the event makes sense in a deal is
// for [Deal.Apply] to say.
func (e *Event) UnmarshalJSON(text []byte) error {
	var raw envelope
	err := law.ReadFields(text, &raw, (*envelope).read)
	if err == nil {
		*e = Event{ID: raw.ID, At: utc(raw.At), Recorded: utc(raw.Rec), By: raw.By, Body: raw.body}
	}
	return err
}

// read reads the body, and records what an envelope lacks.
func (raw *envelope) read(fs *law.Faults) {
	switch raw.V {
	case eventVersion:
	case 0:
		fs.Missing("v")
	default:
		fs.Add(law.ErrUnsupported, "v", strconv.Itoa(raw.V), "is not a version that is read here; %d is", eventVersion)
	}
	if raw.ID == "" {
		fs.Missing("id")
	}
	given := len(raw.Data) > 0 && string(raw.Data) != "null"
	if !given {
		fs.Missing("data")
	}
	for name, read := range eachBody {
		if name != raw.Type {
			continue
		}
		if given {
			var err error
			raw.body, err = read(raw.Data)
			fs.Merge("data", err)
		}
		return
	}
	if raw.Type == "" {
		fs.Missing("type")
		return
	}
	var types []string
	for name := range eachBody {
		types = append(types, string(name))
	}
	fs.Add(law.ErrUnsupported, "type", strconv.Quote(string(raw.Type)), "must be one of: %s", strings.Join(types, ", "))
}

// eachBody lists the types of event, each with the reader of its bodies.
func eachBody(yield func(EventType, func([]byte) (Body, error)) bool) {
	_ = yield(TypeDepositReceived, readAs[DepositReceived]) &&
		yield(TypeDepositCleared, readAs[DepositCleared]) &&
		yield(TypeDepositReturned, readAs[DepositReturned]) &&
		yield(TypeCertificateReceived, readAs[CertificateReceived]) &&
		yield(TypeCertificateReturned, readAs[CertificateReturned]) &&
		yield(TypeObserved, readAs[Observed]) &&
		yield(TypeConsented, readAs[Consented]) &&
		yield(TypeHoldPlaced, readAs[HoldPlaced]) &&
		yield(TypeHoldLifted, readAs[HoldLifted]) &&
		yield(TypeLegSettled, readAs[LegSettled]) &&
		yield(TypeLegFailed, readAs[LegFailed]) &&
		yield(TypeTerminated, readAs[Terminated]) &&
		yield(TypeOrdered, readAs[Ordered]) &&
		yield(TypeInterestEarned, readAs[InterestEarned]) &&
		yield(TypeDayClosed, readAs[DayClosed]) &&
		yield(TypeNotBonaFide, readAs[NotBonaFide]) &&
		yield(TypeWaive, readAs[Waive]) &&
		yield(TypeRelease, readAs[Release]) &&
		yield(TypeRefund, readAs[Refund]) &&
		yield(TypeUnwind, readAs[Unwind]) &&
		yield(TypeDeliver, readAs[Deliver]) &&
		yield(TypeReissue, readAs[Reissue]) &&
		yield(TypeApplySuspense, readAs[ApplySuspense]) &&
		yield(TypeCancel, readAs[Cancel]) &&
		yield(TypeWaiveCancel, readAs[WaiveCancel]) &&
		yield(TypeCallClosing, readAs[CallClosing]) &&
		yield(TypeAmend, readAs[Amend]) &&
		yield(TypeSignAmendment, readAs[SignAmendment]) &&
		yield(TypeWithdrawAmendment, readAs[WithdrawAmendment])
}

func readAs[B Body](data []byte) (Body, error) {
	var b B
	err := law.ReadFields(data, &b)
	return b, err
}

// UnmarshalJSON reads terms and refuses unknown fields, fields in other letters
// and fields given twice. The error is law.Faults. Whether the terms make sense
// is for [New] to say.
func (t *Terms) UnmarshalJSON(text []byte) error {
	return law.ReadFields(text, t, func(t *Terms, _ *law.Faults) {
		t.Signed, t.CancelBy = utc(t.Signed), utc(t.CancelBy)
	})
}
