package main

func Example() {
	main()
	// Output:
	// 279167 shares for 268000.32 are over by 0.32
	// 2002-11-29
	// 1 trading day (NYSE) after that day is Friday, November 29, 2002, not counting November 28, 2002 (Thanksgiving Day).
}
