package law

// YesNo is the answer to a question of fact, or to a test that facts decide. The
// zero YesNo is not stated: a call that asks for it refuses it, or reads it as
// [Unknown], as its comment says.
type YesNo string

// The answers.
const (
	// Yes is shown by the facts stated.
	Yes YesNo = "yes"
	// No is shown by the facts stated.
	No YesNo = "no"
	// Unknown turns on a fact that nobody has stated. It is read as the less
	// favorable of the two until somebody does.
	Unknown YesNo = "unknown"
)

func (YesNo) all() []YesNo {
	return []YesNo{Yes, No, Unknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (y *YesNo) UnmarshalText(text []byte) error {
	return ReadWord(y, text, y.all()...)
}
