package offering

// arrange puts the lines in the order of their tie keys, so that the earlier of
// two lines is the one with the smaller key in every step that follows.
func (a *allocation) arrange() {
	if len(a.terms.Ties) == 0 {
		return
	}
	a.order = keyOrder(a.terms.Ties)
	a.lines = arranged(a.lines, a.order)
	if len(a.cuts) > 0 {
		a.cuts = arranged(a.cuts, a.order)
	}
	for to, from := range a.order {
		if from == a.named {
			a.named = to
			return
		}
	}
}

// given is the place of line i in the list of orders.
func (a *allocation) given(i int) int {
	if a.order == nil {
		return i
	}
	return a.order[i]
}

// arranged is the list in such an order; without one it is the list itself.
func arranged[T any](list []T, order []int) []T {
	if order == nil {
		return list
	}
	out := make([]T, len(list))
	for to, from := range order {
		out[to] = list[from]
	}
	return out
}

// restored undoes arranged.
func restored[T any](list []T, order []int) []T {
	if order == nil {
		return list
	}
	out := make([]T, len(list))
	for to, from := range order {
		out[from] = list[to]
	}
	return out
}
