package law

import (
	"bytes"
	"encoding/json"
)

// Datum is a named value of a reason, exact and plain: "2002-11-29", "500000.00",
// "alpha". The zero Datum has no name and belongs in no list.
type Datum struct{ Name, Value string }

// Data is the values of a reason in the order of its sentence. As JSON it is one
// object with a text for each name, in order. The nil Data holds none.
type Data []Datum

// MarshalJSON writes one object. It returns [Faults] for a name that is empty or
// given twice: such an object would not read back as the list.
func (d Data) MarshalJSON() ([]byte, error) {
	var fs Faults
	buf, seen := []byte{'{'}, make(map[string]bool, len(d))
	for i, v := range d {
		checkName(&fs, seen, v.Name)
		if i > 0 {
			buf = append(buf, ',')
		}
		name, _ := json.Marshal(v.Name) // no text fails
		value, _ := json.Marshal(v.Value)
		buf = append(append(append(buf, name...), ':'), value...)
	}
	return append(buf, '}'), fs.Err()
}

// UnmarshalJSON reads one object whose values are texts, and null as none. It
// returns [Faults] for anything else, for an empty name and for one given twice.
func (d *Data) UnmarshalJSON(data []byte) error {
	var values map[string]*string
	if err := json.Unmarshal(data, &values); err != nil {
		return Faults{{Value: "data", Problem: "is not an object of texts", Kind: ErrInvalid}}
	}
	var fs Faults
	var out Data
	seen := make(map[string]bool, len(values))
	// What was read once is read again for its order and for names given twice.
	for dec := json.NewDecoder(bytes.NewReader(data)); ; {
		token, err := dec.Token()
		if err != nil {
			break // the end
		}
		name, ok := token.(string)
		if !ok {
			continue // a brace, or null
		}
		var value *string
		if err := dec.Decode(&value); err != nil || value == nil {
			fs.Add(ErrInvalid, name, "null", "is not a text")
			continue
		}
		checkName(&fs, seen, name)
		out = append(out, Datum{name, *value})
	}
	if err := fs.Err(); err != nil {
		return err
	}
	*d = out
	return nil
}

// checkName records a fault for a name that cannot be that of the next value.
func checkName(fs *Faults, seen map[string]bool, name string) {
	switch {
	case name == "":
		fs.Add(ErrMissing, "", "", "a value has no name")
	case seen[name]:
		fs.Add(ErrDuplicate, name, "", "is given twice")
	}
	seen[name] = true
}
