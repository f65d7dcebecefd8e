package main

import (
	"bytes"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/restrict"
)

// answerHeader is the first line of the answers.
const answerHeader = "id,answer,conditions,boundary,faults\n"

// screen puts one lot to the rule, counts the answer and, if asked, writes it.
func (c *chunk) screen(id cell, f *restrict.Facts, sale calendar.Date, write bool) {
	v, err := restrict.Screen(*f, sale)
	c.found.lots++
	if err != nil {
		c.found.refuse(err)
		if write {
			c.out = append(append(appendName(c.out, id), ",refused,,,"...), quoted(err.Error())...)
			c.out = append(c.out, '\n')
		}
		return
	}
	c.found.answer(v)
	if write {
		c.out = append(append(appendName(c.out, id), ','), v.Answer...)
		c.out = append(append(c.out, ','), conditionNames[v.Conditions&63]...)
		if v.Boundary {
			c.out = append(c.out, ",true,\n"...)
		} else {
			c.out = append(c.out, ",false,\n"...)
		}
	}
}

// conditionNames holds the text of every set of conditions.
var conditionNames = func() (names [64]string) {
	for i := range names {
		names[i] = restrict.Conditions(i).String()
	}
	return names
}()

// appendName writes the id of a lot as it stands in the file, unless a
// spreadsheet would make something else of it.
func appendName(b []byte, id cell) []byte {
	switch {
	case isFormula(id.text):
		return append(b, quoted("'"+string(id.text))...)
	case bytes.IndexByte(id.raw, ';') >= 0:
		// Where the comma divides whole from cents, a spreadsheet cuts at
		// semicolons, and what follows one could be a formula.
		return append(b, quoted(string(id.text))...)
	}
	return append(b, id.raw...)
}

// isFormula reports whether a spreadsheet would run the text of a cell, or would
// if an apostrophe were not in front: if every apostrophe that is put in front
// of such a text is one more, it can be taken away again. East Asian
// spreadsheets take the wide forms of the signs as well.
func isFormula(text []byte) bool {
	if len(text) == 0 || 'A' <= text[0] && text[0] <= 'z' || '0' <= text[0] && text[0] <= '9' {
		return false // as most ids begin
	}
	rest := strings.TrimLeft(string(text), " '")
	for _, sign := range []string{"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"} {
		if strings.HasPrefix(rest, sign) {
			return true
		}
	}
	return false
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
