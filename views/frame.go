package views

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"sizhen/views/kit/cell"
)

// Point is a cell, counted from the top left corner.
type Point struct{ X, Y int }

// Frame is a drawn rectangle: lines of equal width, and where the terminal's real cursor
// stands, if anywhere. An input method opens its candidate window there.
type Frame struct {
	Lines  []string
	Cursor *Point
}

// NewFrame makes lines exactly w×h cells: longer ones are cut, shorter ones filled.
func NewFrame(w, h int, lines []string) Frame {
	out := make([]string, h)
	for i := range out {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		out[i] = Fit(line, w)
	}
	return Frame{Lines: out}
}

// Fit makes a line exactly w cells wide. A wide character that would stand half outside
// is replaced by a blank.
func Fit(line string, w int) string {
	n := cell.Width(line)
	if n > w {
		line = ansi.Truncate(line, w, "")
		n = cell.Width(line)
	}
	if n < w {
		line += strings.Repeat(" ", w-n)
	}
	return line
}

// Over lays box over f with its top left corner at (x, y). The box's cursor, or none,
// becomes the frame's: what is covered has no focus.
func (f Frame) Over(box Frame, x, y int) Frame {
	lines := make([]string, len(f.Lines))
	copy(lines, f.Lines)
	for i, b := range box.Lines {
		row := y + i
		if row < 0 || row >= len(lines) {
			continue
		}
		full := cell.Width(lines[row])
		bw := cell.Width(b)
		left := Fit(ansi.Cut(lines[row], 0, x), x)
		right := ansi.Cut(lines[row], x+bw, full)
		if cell.Width(right) > full-x-bw { // a wide character half under the box
			right = ansi.Cut(lines[row], x+bw+1, full)
		}
		if gap := full - x - bw - cell.Width(right); gap > 0 {
			right = strings.Repeat(" ", gap) + right
		}
		lines[row] = left + "\x1b[m" + b + "\x1b[m" + right
	}
	out := Frame{Lines: lines}
	if box.Cursor != nil {
		out.Cursor = &Point{box.Cursor.X + x, box.Cursor.Y + y}
	}
	return out
}

// String joins the lines.
func (f Frame) String() string { return strings.Join(f.Lines, "\n") }
