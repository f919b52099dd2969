// Package theme turns a few choices about the terminal into the styles and marks that every
// screen draws with: celadon on paper. It is a pure function: no style is global, and nothing
// here knows what a screen shows.
//
// A screen draws on a surface. Styles are those of the ground; On gives those of another:
//
//	st.On(theme.Raised)   the footer, a detail pane beside or below a list
//	st.On(theme.Dialog)   a box over the body (widget.Frame does it)
//	st.On(theme.Soft)     the next step; today's column
//	st.On(theme.Sel)      the row under the cursor: draw its cells with these
//	st.On(theme.Block)    something in the calendar; Block2 where it touches the one above
//	st.On(theme.Band)     the top line; the chosen tab
//	st.On(theme.Field)    a field; Focus the one that is typed in
//
// and on each of them
//
//	Text     facts                        Title    headings, names, counts (bold)
//	Muted    units, captions, the past    Label    a field's label
//	Accent   where somebody is (bold)     Mark     ▸ and nothing else
//	Danger   the number that is late, a line that begins with "!"
//	Holder   a placeholder; why not       Rule, Edge  lines that say nothing
//	Key      a key as a cap               KeyName  a key named inside a sentence
//	Bar, BarPast  what is now and what is past, in bars and at a block's left side
//
// Besides these: Selected, the whole row under the cursor; Badge, a state in a word; Heat, the
// five steps of a heat map; Dimmed, what a dialog covers; Shadow; Told and Failed, the two
// kinds of toast. Styles nest: what is drawn inside another style keeps its own.
// Onto moves what was drawn with the styles of the ground onto another surface.
package theme

import (
	"image/color"
	"strings"
)

// Depth is how many colours a terminal has.
type Depth uint8

const (
	TrueColor Depth = iota
	Colors256
	Colors16
	NoColor // bold, reverse and underline only
)

// Options is what is known of the terminal, and how its user wants it.
type Options struct {
	Depth    Depth
	Light    bool // dark ink on light ground
	Unsure   bool // whether the ground is dark or light is not known: where there are sixteen colours it is the terminal's
	Plain    bool // ASCII marks, for terminals that draw ambiguous characters two cells wide
	Contrast bool // as much contrast as there is
	Roomy    bool // a blank line after each row and field where there is room
}

// Surface is what something is drawn on.
type Surface uint8

const (
	Ground Surface = iota
	Raised
	Dialog
	Soft
	Sel
	Block
	Block2
	Band
	Field
	Focus
	surfaces
)

// Styles is the look on one surface.
type Styles struct {
	Text, Muted, Title, Accent, Mark, Danger, Holder, Rule, Edge, Label, Key, KeyName, Bar, BarPast Style

	Selected Style    // the whole row under the cursor
	Dimmed   Style    // what a dialog covers
	Shadow   Style    // beside and below a dialog
	Told     Style    // a toast that says what was done
	Failed   Style    // one that says what was not
	Clash    Style    // what cannot stay where it is put
	Heat     [5]Style // steps of a heat map, from few to many
	Marks    Marks
	Depth    Depth
	Roomy    bool

	wrong    Style // a value that an error is said of
	typed    Style // the field being typed in: what stands in it, and
	open     Style // the room behind
	brackets bool
	badges   [badges]Style
	all      *[surfaces]Styles
	move     *[surfaces]*strings.Replacer
	paint    color.Color
}

// New makes the styles for a terminal.
func New(o Options) Styles {
	m := maker{o.Depth, paletteOf(o)}
	all := new([surfaces]Styles)
	move := new([surfaces]*strings.Replacer)
	for s := range surfaces {
		st := m.roles(s)
		m.common(&st)
		st.Marks, st.Depth, st.Roomy = marks(o.Plain), o.Depth, o.Roomy
		st.brackets = o.Plain || o.Depth == Colors16 || o.Depth == NoColor
		if o.Depth == TrueColor || o.Depth == Colors256 {
			st.paint = m.color(ground)
		}
		st.all, st.move = all, move
		all[s] = st
	}
	for s := range surfaces {
		move[s] = mover(&all[Ground], &all[s])
	}
	return all[Ground]
}

// On are the styles on another surface.
func (s Styles) On(on Surface) Styles {
	if s.all == nil {
		return s
	}
	return s.all[on]
}

// Onto draws on a surface what was drawn with the styles of the ground: everything keeps
// what it is for. Badges, and what is selected, stay as they are.
func (s Styles) Onto(on Surface, line string) string {
	if s.all == nil {
		return line
	}
	return s.all[on].Text.Render(s.move[on].Replace(line))
}

// Background is the ground, for the terminal to have it too; nil where the terminal's own stays.
func (s Styles) Background() color.Color { return s.paint }

// mover changes one surface's styles into another's.
func mover(from, to *Styles) *strings.Replacer {
	var pairs []string
	a, b := from.each(), to.each()
	for i := range a {
		pairs = append(pairs, a[i].on, b[i].on)
	}
	return strings.NewReplacer(pairs...)
}

// each lists the styles that depend on the surface.
func (s *Styles) each() []Style {
	return []Style{
		s.Text, s.Title, s.Muted, s.Accent, s.Mark, s.Danger, s.Holder, s.Rule, s.Edge, s.Label, s.KeyName, s.Bar, s.BarPast, s.badges[Quiet],
	}
}

// Input draws a field being typed in, to its end: what was typed, and the room behind it. The
// text is drawn in one piece, for joined characters would be taken apart otherwise.
func (s Styles) Input(text string) string {
	typed := strings.TrimRight(text, " ")
	return s.typed.Render(typed) + s.open.Render(text[len(typed):])
}

// Wrong draws a value that an error is said of.
func (s Styles) Wrong(text string) string { return s.wrong.Render(text) }

// Field draws what stands in a field on its ground, with a cell free on both sides.
func (s Styles) Field(text string, focused bool) string {
	if text = " " + text + " "; focused {
		return s.Input(text)
	}
	return s.On(Field).Text.Render(text)
}

// Held draws what is only proposed in a field, a placeholder. Where there are no grounds it stands
// in brackets (Bracketed), lest it pass for a value.
func (s Styles) Held(text string, focused bool) string {
	if text = " " + text + " "; focused {
		return s.On(Focus).Holder.Render(text)
	}
	return s.On(Field).Holder.Render(text)
}

// Bracketed reports whether what has no ground of its own stands in brackets.
func (s Styles) Bracketed() bool { return s.paint == nil }
