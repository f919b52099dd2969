// Package theme turns a few choices about the terminal into the styles and marks that
// every screen draws with. It is a pure function: no style is global.
package theme

import "charm.land/lipgloss/v2"

// Options is what is known of the terminal.
type Options struct {
	NoColor bool // draw with bold, reverse and underline only
	Plain   bool // ASCII marks, for terminals that draw ambiguous characters two cells wide
}

// Styles is the look. Colours come from the terminal's own sixteen, so light and dark
// terminals both stay readable; no state is said by colour alone.
type Styles struct {
	Text     lipgloss.Style
	Muted    lipgloss.Style // what can be overlooked
	Title    lipgloss.Style // headings
	Accent   lipgloss.Style // the one accent colour
	Selected lipgloss.Style // the line under the cursor
	Label    lipgloss.Style // a field's label
	Danger   lipgloss.Style // overdue, errors
	Key      lipgloss.Style // a key's name in the footer
	Marks    Marks
}

// Marks are the drawn signs, each one cell wide.
type Marks struct {
	Cursor, Rule, Bar, Dot, More         string
	TopLeft, TopRight, BotLeft, BotRight string
	Open, Done                           string // an empty and a filled sign
}

// New makes the styles for a terminal.
func New(o Options) Styles {
	s := lipgloss.NewStyle()
	st := Styles{
		Text: s, Muted: s.Faint(true), Title: s.Bold(true), Accent: s.Bold(true), Selected: s.Reverse(true),
		Label: s, Danger: s.Bold(true), Key: s.Bold(true),
		Marks: Marks{
			Cursor: "▸", Rule: "─", Bar: "│", Dot: "·", More: "…",
			TopLeft: "╭", TopRight: "╮", BotLeft: "╰", BotRight: "╯", Open: "○", Done: "●",
		},
	}
	if !o.NoColor {
		st.Accent = s.Foreground(lipgloss.Cyan).Bold(true)
		st.Danger = s.Foreground(lipgloss.Red).Bold(true)
		st.Key = s.Foreground(lipgloss.Cyan)
	}
	if o.Plain {
		st.Marks = Marks{
			Cursor: ">", Rule: "-", Bar: "|", Dot: "-", More: "~",
			TopLeft: "+", TopRight: "+", BotLeft: "+", BotRight: "+", Open: "o", Done: "*",
		}
	}
	return st
}

// Input draws a field being typed in: underlined to its end. lipgloss underlines rune by
// rune, which takes joined characters apart.
func (Styles) Input(text string) string { return "\x1b[4m" + text + "\x1b[24m" }
