package escrow

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/offerkit/offerkit/law"
)

// readStrict decodes exactly one JSON value into the pointer. Beyond what
// encoding/json refuses, it refuses unknown fields, fields in other letters,
// fields given twice and text that is not UTF-8, all of which that package
// would settle silently and differently from other readers. The error is
// law.Faults.
func readStrict(data []byte, into any) error {
	var fs law.Faults
	if !utf8.Valid(data) {
		fs.Add(law.ErrInvalid, "", "", "the JSON is not valid UTF-8")
		return fs
	}
	if err := checkKeys(data, &fs); err != nil {
		fs.Add(law.ErrInvalid, "", "", "%s", plainly(err))
	}
	if err := fs.Err(); err != nil {
		return err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return decodeFaults(err)
	}
	return nil
}

// decodeFaults turns an error of encoding/json into faults.
func decodeFaults(err error) error {
	var fs law.Faults
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		fs.Add(law.ErrInvalid, wrong.Field, wrong.Value, "cannot be read here")
		return fs
	}
	if errors.As(err, &fs) {
		return fs
	}
	fs.Add(law.ErrInvalid, "", "", "%s", plainly(err))
	return fs
}

// plainly names the one error whose own text is not a sentence.
func plainly(err error) string {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "the JSON ends too soon"
	}
	return err.Error()
}

// object is an open object or array while keys are checked.
type object struct {
	isObject bool
	wantsKey bool
	keys     map[string]bool
}

// checkKeys walks the tokens without recursion, so that deep nesting costs
// memory in proportion to the input and no stack.
func checkKeys(data []byte, fs *law.Faults) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var open []object
	for {
		token, err := decoder.Token()
		if err != nil {
			return err
		}
		if n := len(open); n > 0 && open[n-1].wantsKey {
			if key, ok := token.(string); ok {
				checkKey(fs, &open[n-1], key)
				continue
			}
		}
		switch token {
		case json.Delim('{'):
			open = append(open, object{isObject: true, wantsKey: true, keys: map[string]bool{}})
			continue
		case json.Delim('['):
			open = append(open, object{})
			continue
		case json.Delim('}'), json.Delim(']'):
			open = open[:len(open)-1]
		}
		// A value has ended; in an object a key comes next.
		if len(open) == 0 {
			break
		}
		open[len(open)-1].wantsKey = open[len(open)-1].isObject
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		fs.Add(law.ErrInvalid, "", "", "something follows the JSON value")
	}
	return nil
}

func checkKey(fs *law.Faults, o *object, key string) {
	o.wantsKey = false
	for _, r := range key {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' {
			fs.Add(law.ErrInvalid, "", strconv.Quote(key), "is not a field: names are in lower case")
			break
		}
	}
	if o.keys[key] {
		fs.Add(law.ErrDuplicate, "", strconv.Quote(key), "is given twice in one object")
	}
	o.keys[key] = true
}
