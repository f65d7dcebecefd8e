package main

func Example() {
	main()
	// Output:
	// 279167 shares for 268000.32 are over by 0.32
	// 2002-11-29
	// 1 trading day (NYSE) after is Friday, November 29, 2002, passing over 2002-11-28 (Thanksgiving Day).
}
