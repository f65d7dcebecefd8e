package escrow

import (
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"github.com/offerkit/offerkit/internal/persist"
	"github.com/offerkit/offerkit/law"
)

// anew are the lists that are never appended to in place: what changes them makes
// another list, or cuts off the room behind them first.
var anew = map[string]bool{
	"closedDays": true, "versions": true, "divided": true, "shorter.closures": true,
	"proposals.charged": true, "proposals.charged.purchases": true, "proposals.signed": true,
}

// fill gives every list of v one element and room for more.
func fill(v reflect.Value) {
	v = reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem() // also of a field that is not exported
	switch v.Kind() {
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 4))
		fill(v.Index(0))
	case reflect.Struct:
		if !strings.Contains(v.Type().PkgPath(), "escrow") {
			return // the lists of persist are tested there
		}
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	default: // no list
	}
}

// shared names the lists of which a copy could append to the room of another.
func shared(path string, one, two reflect.Value) (names []string) {
	switch one.Kind() {
	case reflect.Slice:
		if one.Cap() > one.Len() && two.Cap() > two.Len() && one.Pointer() == two.Pointer() && !anew[path] {
			names = append(names, path)
		}
		for i := range min(one.Len(), two.Len()) {
			names = append(names, shared(path, one.Index(i), two.Index(i))...)
		}
	case reflect.Struct:
		if !strings.Contains(one.Type().PkgPath(), "escrow") {
			return nil
		}
		for i := range one.NumField() {
			names = append(names, shared(strings.TrimPrefix(path+"."+one.Type().Field(i).Name, "."), one.Field(i), two.Field(i))...)
		}
	default: // no list
	}
	return names
}

// Books that start from others share no room with them to which either could append,
// and an account that is copied to be written to shares none with its original. A
// field that is new is under this test at once.
func TestForkSharesNoRoom(t *testing.T) {
	var b books
	fill(reflect.ValueOf(&b).Elem())
	one, two := b.fork(), b.fork()
	for _, pair := range [][2]*books{{&b, one}, {one, two}} {
		if names := shared("", reflect.ValueOf(pair[0]).Elem(), reflect.ValueOf(pair[1]).Elem()); len(names) > 0 {
			t.Errorf("forks share %v", names)
		}
	}
	if one.owner == two.owner || one.owner == b.owner {
		t.Error("forks have one owner")
	}
	// What is written in place is copied, room or none.
	if &one.proposals[0] == &two.proposals[0] || &one.received[0] == &two.received[0] || &one.holds[0] == &two.holds[0] ||
		&one.tracks[0] == &two.tracks[0] {
		t.Error("forks share what they write to")
	}

	var a account
	fill(reflect.ValueOf(&a).Elem())
	s := &state{books: &books{owner: new(persist.Version)}}
	s.purchases.Push(s.owner, a)
	next := &state{books: s.fork()}
	if names := shared("", reflect.ValueOf(s.purchases.Get(0)).Elem(), reflect.ValueOf(next.account(0)).Elem()); len(names) > 0 {
		t.Errorf("accounts share %v", names)
	}
}

// The books hold nothing that is only written to while an event is decided.
func TestScratchIsNoPartOfTheBooks(t *testing.T) {
	scratch := map[reflect.Type]bool{}
	for i := range reflect.TypeFor[rooms]().NumField() {
		if f := reflect.TypeFor[rooms]().Field(i).Type; f.PkgPath() != "" && f.Kind() == reflect.Struct {
			scratch[f] = true
		}
	}
	for i := range reflect.TypeFor[books]().NumField() {
		if f := reflect.TypeFor[books]().Field(i); scratch[f.Type] || f.Type == reflect.TypeFor[*rooms]() || f.Type == reflect.TypeFor[law.Faults]() {
			t.Errorf("%s is scratch", f.Name)
		}
	}
	if len(scratch) < 5 {
		t.Errorf("%d types of scratch were found", len(scratch))
	}
}
