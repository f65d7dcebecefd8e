package offering

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// inputs has each type that a question is made of, with every field set.
func inputs(t testing.TB) map[string]any {
	return filled(t,
		&Adjustable{}, &Adjustment{}, &AttributionParty{}, &BabyShelf{}, &Blocker{}, &CapEvent{}, &CapHolder{}, &Claim{},
		&ClosingOrder{}, &Closings{}, &Coverage{}, &Covered{}, &DayPrice{}, &Demand{}, &Draw{}, &DrawRow{}, &Entrant{}, &ExchangeCap{},
		&Fee{}, &Holding{}, &Indication{}, &Issuance{}, &LimitNotice{}, &Limits{}, &Lottery{}, &Majority{}, &MarketPrice{},
		&Order{}, &OverAllotment{}, &Ownership{}, &Participant{}, &Pool{}, &PreemptiveRight{}, &Priority{}, &Reference{},
		&Register{}, &Resolution{}, &RightsOffering{}, &RunningTotal{}, &ShelfSale{}, &Split{}, &SplitPosition{}, &Subscriber{},
		&Subscriptions{}, &Tender{}, &Tendered{}, &Terms{}, &Threshold{}, &Underwriter{}, &Underwriting{}, &Unit{}, &UnitOrder{},
		&Valuation{}, &Voter{}, &Waterfall{},
	)
}

// results has each type that is only ever an answer or a part of one.
func results(t testing.TB) map[string]any {
	return filled(t,
		&Acceptance{}, &AcceptanceRow{}, &Adjusted{}, &Allotment{}, &AllotmentRow{}, &Approval{}, &BlockedExercise{}, &Book{},
		&CapDecision{}, &CapLedger{}, &CapRow{}, &Capacity{}, &Closing{}, &ClosingRow{}, &Consent{}, &FeeLine{}, &Fill{}, &Fills{},
		&IssuePrice{}, &LimitOnDay{}, &OverAllotted{}, &OverAllottedRow{}, &Participation{}, &ParticipationRow{}, &PriceSet{}, &Proceeds{},
		&Proration{}, &ProrationRow{}, &Purchase{}, &ReferencePrice{}, &Replayed{}, &Row{}, &SplitResult{}, &SplitRow{}, &Subscription{},
		&SubscriptionRow{}, &Substitution{}, &SubstitutionRow{}, &Table{}, &TableRow{}, &Tally{}, &ThresholdCount{}, &TierFill{},
		&Totals{}, &UnitBook{}, &UnitRow{}, &WarrantRow{}, &Warrants{},
	)
}

func filled(t testing.TB, pointers ...any) map[string]any {
	t.Helper()
	out := map[string]any{}
	for _, p := range pointers {
		v := reflect.ValueOf(p).Elem()
		fill(t, v)
		out[v.Type().Name()] = p
	}
	return out
}

// fill sets all that can be set.
func fill(t testing.TB, v reflect.Value) {
	t.Helper()
	switch at := v.Addr().Interface().(type) {
	case *calendar.Date:
		*at = calendar.MustDate(2024, 1, 2)
		return
	case *decimal.Decimal:
		*at = decimal.New(125, -1)
		return
	case *law.Data:
		*at = law.Data{{Name: "first", Value: "word"}, {Name: "second", Value: "word"}} // whose names differ
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(t, v.Index(0))
		fill(t, v.Index(1))
	case reflect.String:
		v.SetString(golden.Word(t, v))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	default:
		t.Fatalf("%s cannot be filled", v.Type())
	}
}

func fresh(like any) any { return reflect.New(reflect.TypeOf(like).Elem()).Interface() }

// TestValuesSurviveJSON reads each input and each result back as it was.
func TestValuesSurviveJSON(t *testing.T) {
	all := inputs(t)
	maps.Copy(all, results(t))
	for name, value := range all {
		data, err := json.Marshal(value)
		if err != nil {
			t.Fatal(name, err)
		}
		back := fresh(value)
		if err := json.Unmarshal(data, back); err != nil || !reflect.DeepEqual(back, value) {
			t.Errorf("%s: %s comes back as %+v, %v", name, data, back, err)
		}
	}
}

// TestInputsAreStrict refuses each input with a field more, in other letters or
// given twice, however deep, and with something after it.
func TestInputsAreStrict(t *testing.T) {
	for name, input := range inputs(t) {
		data, err := json.Marshal(input)
		if err != nil {
			t.Fatal(name, err)
		}
		refused := func(text string, kind error) law.Faults {
			t.Helper()
			into := fresh(input)
			reader, ok := into.(json.Unmarshaler)
			if !ok {
				t.Fatalf("%s is read as encoding/json does", name)
			}
			var fs law.Faults
			if err := reader.UnmarshalJSON([]byte(text)); !errors.Is(err, kind) || !errors.As(err, &fs) {
				t.Fatalf("%s: %s: %v, want %v", name, text, err, kind)
			}
			if !reflect.DeepEqual(into, fresh(input)) {
				t.Errorf("%s: %s is read in part: %+v", name, text, into)
			}
			return fs
		}
		for i := range data {
			if data[i] != '{' || strings.HasSuffix(string(data[:i]), `"data":`) {
				continue // of a reason's data, any name is one
			}
			field, _, _ := strings.Cut(string(data[i+2:]), `"`)
			at := func(insert string) string { return string(data[:i+1]) + insert + string(data[i+1:]) }
			stray := at(`"stray":1,`)
			fs := refused(stray, law.ErrInvalid)
			if len(fs) != 1 || lookup(t, stray, fs[0].Field) != any(1.0) {
				t.Errorf("%s: %v is not where the stray field of %s is", name, fs, stray)
			}
			refused(at(`"`+strings.ToUpper(field)+`":null,`), law.ErrInvalid)
			refused(at(`"`+field+`":null,`), law.ErrDuplicate)
		}
		refused(string(data)+"{}", law.ErrInvalid)
		refused(string(data)+"x", law.ErrInvalid)
		refused("\xff"+string(data), law.ErrInvalid)
		refused("["+string(data)+"]", law.ErrInvalid)
	}
}

// lookup is what stands at a path such as "orders[2].amount"; nil if nothing does.
func lookup(t *testing.T, text, path string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(text, err)
	}
	for _, step := range strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune(".[]", r) }) {
		switch at := v.(type) {
		case map[string]any:
			v = at[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(at) {
				return nil
			}
			v = at[i]
		default:
			return nil
		}
	}
	return v
}

// TestStrictPaths names where in the terms the faults are, all at once.
func TestStrictPaths(t *testing.T) {
	var r Resolution
	err := json.Unmarshal([]byte(`{"thresholds":[{"majority":{"part":"1/2","Inclusive":true}},{"majority":{"part":{"num":1.5}}},7],`+
		`"carry":5,"authority":{"cite":"a","site":"b"},"carry":"all","votes":[]}`), &r)
	want := `thresholds[0].majority.Inclusive: "Inclusive" is not a field: it is written "inclusive"; ` +
		`thresholds[1].majority.part.num: 1.5 is not a whole number in digits alone; thresholds[2]: 7 is a number; an object is required; ` +
		`carry: 5 is a number; must be one of: all, any; authority.site: "site" is not a field; carry: is given twice; votes: "votes" is not a field`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

// TestInputsAreAll finds in the source what callers pass: the structs that
// exported functions take and exported methods are called on, and the structs
// within. Each of them is among the inputs, and every other one among the results.
func TestInputsAreAll(t *testing.T) {
	structs, taken := declared(t)
	passed := map[string]bool{}
	var walk func(e ast.Expr)
	walk = func(e ast.Expr) {
		ast.Inspect(e, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				return false // another package's
			case *ast.Field:
				walk(n.Type)
				return false
			case *ast.Ident:
				if s := structs[n.Name]; s != nil && ast.IsExported(n.Name) && !passed[n.Name] {
					passed[n.Name] = true
					walk(s)
				}
			}
			return true
		})
	}
	for _, e := range taken {
		walk(e)
	}
	got := slices.Sorted(maps.Keys(inputs(t)))
	if want := slices.Sorted(maps.Keys(passed)); len(want) < 50 || !slices.Equal(got, want) {
		t.Errorf("the inputs of this test are\n%v, and callers pass\n%v", got, want)
	}
	answers := results(t)
	for name, s := range structs {
		if ast.IsExported(name) && !passed[name] && answers[name] == nil {
			t.Errorf("%s is neither an input nor a result of this test", name)
		}
		for _, f := range s.Fields.List {
			if ast.IsExported(name) && len(f.Names) > 0 && f.Names[0].IsExported() && (f.Tag == nil || !strings.Contains(f.Tag.Value, `json:"`)) {
				t.Errorf("%s.%s has no name in JSON", name, f.Names[0])
			}
		}
	}
}

// declared is the structs of the package by name, and the types of what its
// exported functions take. Reading one is no question.
func declared(t *testing.T) (structs map[string]*ast.StructType, taken []ast.Expr) {
	t.Helper()
	structs = map[string]*ast.StructType{}
	for _, file := range golden.Sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				if s, ok := n.Type.(*ast.StructType); ok {
					structs[n.Name.Name] = s
				}
			case *ast.FuncDecl:
				if !n.Name.IsExported() || n.Name.Name == "UnmarshalJSON" {
					return false
				}
				lists := []*ast.FieldList{n.Type.Params}
				if n.Recv != nil {
					lists = append(lists, n.Recv)
				}
				for _, list := range lists {
					for _, f := range list.List {
						taken = append(taken, f.Type)
					}
				}
				return false
			}
			return true
		})
	}
	return structs, taken
}

// FuzzInputsJSON reads any text as each input. What is read survives JSON, and is
// what encoding/json makes of the outermost struct without its decoder.
func FuzzInputsJSON(f *testing.F) {
	f.Add([]byte(`{"price":"0.96","rounding":"nearest","shares":800000,"tie_out":"report","authority":{"cite":"Agreement §1(a)"},"ties":[]}`))
	f.Add([]byte(`{"investor":"A","amount":"268000.32","Amount":"1","amount":null}`))
	f.Add([]byte(`{"thresholds":[{"majority":{"part":{"num":51,"den":100}},"quorum":{}}],"carry":"any"}`))
	f.Add([]byte(`{"price":1e-9999,"warrants":{"whole":1,"num":1,"den":2},"signed":"2024-02-30"}`))
	f.Add([]byte(`{"seed":"s","rows":[{"entrant":"A","digest":"00","why":[{"code":"c","text":"\ud800"}]}],"why":null} x`))
	all := inputs(f)
	loose := map[string]reflect.Type{}
	for name, input := range all {
		loose[name] = reflect.StructOf(reflect.VisibleFields(reflect.TypeOf(input).Elem()))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for name, input := range all {
			first, second := fresh(input), fresh(input)
			if err := json.Unmarshal(data, first); err != nil {
				var fs law.Faults
				if json.Valid(data) && !errors.As(err, &fs) {
					t.Fatalf("%s: %v is no law.Faults", name, err)
				}
				continue
			}
			other := reflect.New(loose[name])
			if err := json.Unmarshal(data, other.Interface()); err == nil && // a null within is for its decoder to refuse
				!reflect.DeepEqual(other.Elem().Convert(reflect.TypeOf(input).Elem()).Interface(), reflect.ValueOf(first).Elem().Interface()) {
				t.Fatalf("%s: %s is read as %+v, not as %+v", name, data, first, other)
			}
			text, err := json.Marshal(first)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if err := json.Unmarshal(text, second); err != nil {
				t.Fatalf("%s: %s: %v", name, text, err)
			}
			if again, err := json.Marshal(second); err != nil || !bytes.Equal(again, text) {
				t.Fatalf("%s: %s comes back as %s, %v", name, text, again, err)
			}
		}
	})
}

// TestHostRequest reads a host's own struct around the terms: all faults at once,
// each with its whole path.
func TestHostRequest(t *testing.T) {
	type request struct {
		Terms  Terms   `json:"terms"`
		Orders []Order `json:"orders"`
	}
	_, err := law.ReadJSON[request]([]byte(`{"terms":{"price":"0.96","rouding":"down","amount":"768,000"},"orders":[{},{"min":1,"amount":"$500000"}]}`))
	want := `terms.rouding: "rouding" is not a field; terms.amount: "768,000" is not a number such as 0.96; write 768000; ` +
		`orders[1].min: "min" is not a field; orders[1].amount: "$500000" is not a number such as 0.96; write 500000`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
	got, err := law.ReadJSON[request]([]byte(`{"terms":{"price":"0.96"},"orders":[{"investor":"a","amount":1.5}]}`))
	if err != nil || got.Terms.Price.String() != "0.96" || got.Orders[0].Amount.String() != "1.5" {
		t.Errorf("%+v, %v", got, err)
	}
}
