package app_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"sizhen/app/apptest"
	"sizhen/views/kit/theme"
)

var (
	sgr      = regexp.MustCompile(`\x1b\[([0-9;]*)m`)
	inkCode  = regexp.MustCompile(`38;2;\d+;\d+;\d+`)
	backCode = regexp.MustCompile(`48;2;\d+;\d+;\d+`)
)

// piece is a stretch of a line in one ink on one ground.
type piece struct {
	at        int // its first cell
	text      string
	ink, back string
}

func pieces(line string) []piece {
	var out []piece
	ink, back, at := "", "", 0
	put := func(s string) {
		if s != "" {
			out = append(out, piece{at, s, ink, back})
			at += ansi.StringWidth(s)
		}
	}
	from := 0
	for _, m := range sgr.FindAllStringSubmatchIndex(line, -1) {
		put(line[from:m[0]])
		codes := line[m[2]:m[3]]
		ink, back, from = inkCode.FindString(codes), backCode.FindString(codes), m[1]
	}
	put(line[from:])
	return out
}

// colours are the ink and the ground of a style.
func colours(s theme.Style) piece { return pieces(s.Render("x"))[0] }

// The words and their places are the same whatever colours the terminal has: a badge gets brackets
// where there is no ground to tell it by, and nothing moves. What lies under a box is not compared:
// its shadow falls on some of it.
func TestColoursMoveNothing(t *testing.T) {
	t.Parallel()
	h := sample(t)
	for _, e := range every {
		if e.box || slices.Contains([]string{"help", "palette", "case journal"}, e.name) { // each opening of a case is on its record
			continue
		}
		var want []string
		for _, depth := range []theme.Depth{theme.TrueColor, theme.Colors256, theme.Colors16, theme.NoColor} {
			d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: 120, H: 36, Look: &theme.Options{Depth: depth}})
			got := strings.Split(d.Press(e.keys...).Screen(), "\n")
			d.Close()
			if want == nil {
				want = got
			}
			for i, l := range got {
				if a, b := even(want[i], l), even(l, l); a != b {
					t.Errorf("%s, depth %d:\n%s\n%s", e.name, depth, want[i], l)
				}
			}
		}
	}
}

// even is a line without the brackets of badges. Those of a placeholder take cells of their own:
// where like has them only the words are compared.
func even(l, like string) string {
	l = strings.NewReplacer("[", " ", "]", " ").Replace(l)
	if strings.Contains(like, "（") {
		l = strings.Join(strings.Fields(strings.NewReplacer("（", "", "）", "").Replace(l)), " ")
	}
	return strings.TrimRight(l, " ")
}

// looked is what the colours of a line say.
type looked struct {
	bare      string       // text without an ink or a ground of its own
	said, red string       // its words, and those in red
	soft      int          // cells on the ground of the strip
	lit       map[int]bool // cells on the ground of the cursor
	marked    bool         // the cursor's mark stands before what is lit
}

// paints are the colours of a look that mean something.
type paints struct{ mark, soft, sel, danger string }

func looks(o theme.Options) paints {
	st := theme.New(o)
	return paints{st.Marks.Cursor, colours(st.On(theme.Soft).Text).back, colours(st.On(theme.Sel).Text).back, colours(st.Danger).ink}
}

func (c paints) of(line string) looked {
	out := looked{lit: map[int]bool{}}
	for _, p := range pieces(line) {
		if p.ink == "" || p.back == "" {
			out.bare += p.text
		}
		said := strings.TrimSpace(p.text)
		out.said += said
		if p.ink == c.danger {
			out.red += said
		}
		switch p.back {
		case c.soft:
			out.soft += ansi.StringWidth(p.text)
		case c.sel:
			out.marked = out.marked || strings.Contains(out.said, c.mark)
			for i := range ansi.StringWidth(p.text) {
				out.lit[p.at+i] = true
			}
		}
	}
	return out
}

// One strip a screen says what comes next; a whole line is red only where it begins with its mark;
// a lit row is lit from its mark on; every cell has its ink and its ground.
func TestColoursAreCounted(t *testing.T) {
	t.Parallel()
	h := sample(t)
	for _, light := range []bool{false, true} {
		o := theme.Options{Light: light}
		look := looks(o)
		for _, e := range every {
			for _, size := range [][2]int{{80, 24}, {120, 36}} {
				d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: size[0], H: size[1], Look: &o})
				lines := d.Press(e.keys...).Painted()
				d.Close()
				strips, above := 0, map[int]bool{} // cells lit in the line above
				for n, l := range lines {
					where := fmt.Sprintf("%s, light %v, %d columns, line %d: %s", e.name, light, size[0], n, ansi.Strip(l))
					seen := look.of(l)
					if seen.bare != "" {
						t.Errorf("%s: %q has no ink or no ground of its own", where, seen.bare)
					}
					if seen.soft == size[0] {
						strips++
					}
					if seen.red != "" && seen.red == seen.said && !strings.HasPrefix(seen.red, "!") {
						t.Errorf("%s: all red", where)
					}
					for at := range seen.lit {
						if !seen.marked && !above[at] {
							t.Errorf("%s: lit without a mark", where)
							break
						}
					}
					above = seen.lit
				}
				if strips > 1 {
					t.Errorf("%s: %d strips", e.name, strips)
				}
			}
		}
	}
}

// With its lines apart a screen fits as well, and a list shows more than one row.
func TestRoomyScreensFit(t *testing.T) {
	t.Parallel()
	h := sample(t)
	for _, e := range every {
		for _, size := range [][2]int{{80, 24}, {120, 36}} {
			apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: size[0], H: size[1], Look: &theme.Options{Roomy: true}}).Press(e.keys...).Close()
		}
	}
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, W: 120, H: 36, Look: &theme.Options{Roomy: true}}).Press("f8")
	if s := d.Screen(); strings.Count(s, "百调字") < 6 {
		t.Errorf("fewer than six cases:\n%s", s)
	}
}
