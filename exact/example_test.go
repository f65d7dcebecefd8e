package exact_test

import (
	"fmt"

	"github.com/offerkit/offerkit/exact"
)

func ExampleRounding() {
	// $268,000 at $0.96 a share.
	for _, r := range exact.Roundings() {
		shares, err := r.Divide(268_000_00, 96)
		fmt.Println(r, shares, err)
	}
	// Output:
	// rounded down 279166 <nil>
	// rounded up 279167 <nil>
	// rounded to the nearest (halves up) 279167 <nil>
	// rounded to the nearest (halves to even) 279167 <nil>
	// rounded to the nearest (halves down) 279167 <nil>
}

func ExampleRounding_Divide() {
	for _, r := range []exact.Rounding{exact.Nearest, exact.HalfEven, exact.HalfDown} {
		shares, err := r.Divide(5, 2)
		fmt.Println(string(r), shares, err)
	}
	// Output:
	// nearest 3 <nil>
	// half even 2 <nil>
	// half down 2 <nil>
}

func ExampleRounding_To() {
	fmt.Println(exact.HalfEven.To("cent"))
	fmt.Println(exact.Down.To("share"))
	// Output:
	// rounded to the nearest cent (halves to even)
	// rounded down to a share
}

func ExampleMixed_Round() {
	entitlement := exact.Mixed{Whole: 279_166, Num: 2, Den: 3}
	shares, err := entitlement.Round(exact.Nearest)
	fmt.Println(entitlement, shares, err)
	// Output: 279166 2/3 279167 <nil>
}

func ExampleParseFraction() {
	for _, text := range []string{"1/3", "51%", "0.4999", "33 1/3%", "a third"} {
		part, err := exact.ParseFraction(text)
		fmt.Println(part, err)
	}
	// Output:
	// 1/3 <nil>
	// 51% <nil>
	// 49.99% <nil>
	// 1/3 <nil>
	// 0/0 fraction: "a third" is not a part of a whole such as "1/3", "51%" or "0.4999"
}
