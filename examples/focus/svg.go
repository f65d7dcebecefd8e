package main

import (
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/offerkit/offerkit/calendar"
)

// The measures of the drawing, in pixels.
const (
	svgWidth  = 960
	svgRow    = 34
	svgTop    = 64
	svgAxis   = 300 // where the line of time stands
	svgMargin = 24
)

// writeSVG draws the deal as a line of time from top to bottom, a row a day.
// Between two rows stands the number of NYSE sessions, since days at so
// different distances fit no scale. It needs no script and no font of its own.
func writeSVG(w io.Writer, r *report) error {
	moments := r.moments()
	height := svgTop + svgRow*len(moments) + svgMargin
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif" font-size="14" role="img">`+"\n",
		svgWidth, height, svgWidth, height)
	b.WriteString("<title>Timeline of the common stock purchase agreement of November 25, 2002</title>\n")
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", svgWidth, height)
	fmt.Fprintf(&b, `<text x="%d" y="34" font-size="18" fill="#222222">%s</text>`+"\n",
		svgMargin, "Focus Enhancements, Inc.: the agreement of November 25, 2002")
	fmt.Fprintf(&b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#888888" stroke-width="2"/>`+"\n",
		svgAxis, svgTop, svgAxis, svgTop+svgRow*(len(moments)-1))
	var before calendar.Date
	for i, m := range moments {
		y := svgTop + svgRow*i
		if i == 0 || m.Day != before {
			fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="end" fill="#222222">%s</text>`+"\n",
				svgAxis-20, y+5, html.EscapeString(m.Day.Long()))
		}
		if i > 0 && m.Day != before {
			gap, err := sessions(before, m.Day)
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, `<text x="%d" y="%d" font-size="10" fill="#666666">%s</text>`+"\n", svgAxis+8, y-svgRow/2+4, gap)
		}
		color, what := "#2a6fbb", m.What
		if !m.By.IsZero() {
			color, what = "#bb2a2a", what+m.By.In(calendar.NewYork()).Format(" by 15:04 New York time")
		}
		fmt.Fprintf(&b, `<circle cx="%d" cy="%d" r="6" fill="%s"/>`+"\n", svgAxis, y, color)
		fmt.Fprintf(&b, `<text x="%d" y="%d" fill="#222222">%s</text>`+"\n", svgAxis+20, y+5, html.EscapeString(what))
		before = m.Day
	}
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// sessions says how many NYSE sessions lie between two days, with the second.
func sessions(after, through calendar.Date) (string, error) {
	n, err := calendar.NYSE().Count(after, through)
	switch {
	case err != nil:
		return "", err
	case n == 0:
		return "no session later", nil
	case n == 1:
		return "1 session later", nil
	}
	return fmt.Sprintf("%d sessions later", n), nil
}
