package calendar

import "github.com/offerkit/offerkit/law"

// Every rule that a contract states, and every fact that it is asked about, reads
// JSON by the same rule as [Cutoff] does: what it writes, whole and literally, so
// that no term is lost in silence. Whether the terms fit together is for the
// question to say. [Due] is an answer: [Closing] and [Given] embed it, and a reader
// of its own would read them as it alone.

// UnmarshalJSON reads a deadline strictly: a count left out, and what is unknown, in other letters,
// given twice or not to be read, is [law.Faults] with the path of each, and dl stays as it was.
func (dl *Deadline) UnmarshalJSON(data []byte) error { return law.ReadFields(data, dl) }

// UnmarshalJSON reads a rule strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and r stays as it was.
func (r *ClosingRule) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

// UnmarshalJSON reads a clause strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and nc stays as it was.
func (nc *NoticeClause) UnmarshalJSON(data []byte) error { return law.ReadFields(data, nc) }

// UnmarshalJSON reads a rule strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and rule stays as it was.
func (rule *NoticeRule) UnmarshalJSON(data []byte) error { return law.ReadFields(data, rule) }

// UnmarshalJSON reads a notice strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and n stays as it was.
func (n *Notice) UnmarshalJSON(data []byte) error { return law.ReadFields(data, n) }

// UnmarshalJSON reads a closure strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and c stays as it was.
func (c *Closure) UnmarshalJSON(data []byte) error { return law.ReadFields(data, c) }

// UnmarshalJSON reads an era strictly: a value left out, and what is unknown, in other letters,
// given twice or not to be read, is [law.Faults] with the path of each, and e stays as it was.
func (e *Era[T]) UnmarshalJSON(data []byte) error { return law.ReadFields(data, e) }

// UnmarshalJSON reads a statute strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and s stays as it was.
func (s *Statute) UnmarshalJSON(data []byte) error { return law.ReadFields(data, s) }
