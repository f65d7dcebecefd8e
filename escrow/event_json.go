package escrow

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/internal/strictjson"
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
	out, err := json.Marshal(envelope{eventVersion, e.ID, e.Type(), e.At, e.Recorded, e.By, data})
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
	if err := strictjson.Read(text, &raw); err != nil {
		return err
	}
	var fs law.Faults
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
	read := reader(raw.Type)
	switch {
	case raw.Type == "":
		fs.Missing("type")
	case read == nil:
		fs.Add(law.ErrUnsupported, "type", strconv.Quote(string(raw.Type)), "is not a type of event that is read here")
	}
	if len(raw.Data) == 0 || string(raw.Data) == "null" {
		fs.Missing("data")
	}
	if err := fs.Err(); err != nil {
		return err
	}
	body, err := read(raw.Data)
	if err != nil {
		fs.Merge("data", err)
		return fs
	}
	*e = Event{ID: raw.ID, At: utc(raw.At), Recorded: utc(raw.Rec), By: raw.By, Body: body}
	return nil
}

// reader reads the bodies of a type; nil for a type that is not ours.
func reader(t EventType) func([]byte) (Body, error) {
	switch t {
	case TypeDepositReceived:
		return readAs[DepositReceived]
	case TypeDepositCleared:
		return readAs[DepositCleared]
	case TypeDepositReturned:
		return readAs[DepositReturned]
	case TypeCertificateReceived:
		return readAs[CertificateReceived]
	case TypeCertificateReturned:
		return readAs[CertificateReturned]
	case TypeObserved:
		return readAs[Observed]
	case TypeConsented:
		return readAs[Consented]
	case TypeHoldPlaced:
		return readAs[HoldPlaced]
	case TypeHoldLifted:
		return readAs[HoldLifted]
	case TypeLegSettled:
		return readAs[LegSettled]
	case TypeLegFailed:
		return readAs[LegFailed]
	case TypeTerminated:
		return readAs[Terminated]
	case TypeOrdered:
		return readAs[Ordered]
	case TypeInterestEarned:
		return readAs[InterestEarned]
	case TypeDayClosed:
		return readAs[DayClosed]
	case TypeNotBonaFide:
		return readAs[NotBonaFide]
	case TypeWaive:
		return readAs[Waive]
	case TypeRelease:
		return readAs[Release]
	case TypeRefund:
		return readAs[Refund]
	case TypeUnwind:
		return readAs[Unwind]
	case TypeDeliver:
		return readAs[Deliver]
	case TypeReissue:
		return readAs[Reissue]
	case TypeApplySuspense:
		return readAs[ApplySuspense]
	case TypeCancel:
		return readAs[Cancel]
	case TypeWaiveCancel:
		return readAs[WaiveCancel]
	case TypeCallClosing:
		return readAs[CallClosing]
	case TypeAmend:
		return readAs[Amend]
	case TypeSignAmendment:
		return readAs[SignAmendment]
	case TypeWithdrawAmendment:
		return readAs[WithdrawAmendment]
	}
	return nil
}

func readAs[B Body](data []byte) (Body, error) {
	var b B
	err := strictjson.Read(data, &b)
	return b, err
}

// UnmarshalJSON reads terms and refuses unknown fields, fields in other letters
// and fields given twice. The error is law.Faults. Whether the terms make sense
// is for [New] to say.
func (t *Terms) UnmarshalJSON(text []byte) error {
	type plain Terms // without this method
	var p plain
	if err := strictjson.Read(text, &p); err != nil {
		return err
	}
	p.Signed, p.CancelBy = utc(p.Signed), utc(p.CancelBy)
	*t = Terms(p)
	return nil
}
