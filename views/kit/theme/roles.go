package theme

import "image/color"

// inks are the tokens that the roles take on a surface.
type inks struct{ on, ink, muted, strong, accent, danger, holder, rule token }

// written are the inks of each surface. On the row under the cursor and in the calendar there is
// one ink and one muted one: what is red or green elsewhere is bold there.
var written = [surfaces]inks{
	Ground: {ground, ink, muted, ink, accent, danger, holder, faint},
	Raised: {raised, ink, muted, ink, accent, danger, holder, faint},
	Dialog: {dialog, ink, muted, ink, accent, danger, holder, faint},
	Soft:   {soft, ink, muted, ink, accent, danger, muted, faint},
	Sel:    {sel, selInk, selMuted, selInk, selInk, selInk, selMuted, selMuted},
	Block:  {block, ink, ink, ink, ink, ink, ink, barPast},
	Block2: {block2, ink, ink, ink, ink, ink, ink, barPast},
	Band:   {band, bandMuted, bandMuted, bandInk, bandInk, bandInk, bandMuted, bandMuted},
	Field:  {field, ink, muted, ink, accent, danger, holder, faint},
	Focus:  {focus, ink, ink, ink, accent, danger, holder, faint},
}

// base are the attributes of everything on a surface where colours are few, or none.
func base(s Surface) (few, bare attribute) {
	switch s {
	case Sel:
		return reversed, reversed
	case Band:
		return 0, reversed
	case Field:
		return underlined, underlined
	case Focus:
		return underlined | bold, underlined | bold
	}
	return 0, 0
}

// roles are the styles that depend on the surface.
func (m maker) roles(s Surface) Styles {
	w := written[s]
	few, bare := base(s)
	of := func(t token, more attribute) Style { return m.style(t, w.on, more, few, bare) }
	mark := accent
	switch {
	case s == Band:
		mark = bandInk
	case s == Sel && m.p[accent].rgb == m.p[sel].rgb: // with high contrast the row has the accent's colour
		mark = selInk
	}
	st := Styles{
		Text: of(w.ink, 0), Muted: of(w.muted, 0), Title: of(w.strong, bold), Accent: of(w.accent, bold), Mark: of(mark, bold), Danger: of(w.danger, bold),
		Holder: of(w.holder, 0), Rule: of(w.rule, 0), Edge: of(edge, 0), Label: of(w.muted, 0), Bar: of(bar, 0), BarPast: of(barPast, 0),
		Key: m.style(capInk, capital, bold, 0, 0), KeyName: of(w.accent, bold), Selected: m.style(selInk, sel, 0, reversed, reversed),
	}
	if s == Ground || s == Raised || s == Dialog || s == Soft {
		st.KeyName = of(capInk, bold)
	}
	st.badges[Quiet] = of(w.muted, 0)
	st.wrong = m.style(danger, field, 0, underlined, underlined)
	return st
}

// common are the styles that bring a ground of their own.
func (m maker) common(st *Styles) {
	st.Dimmed = m.style(dimmed, ground, 0, 0, 0)
	st.Shadow = m.style(shadow, shadow, 0, 0, 0)
	st.Told = m.style(okInk, okSoft, bold, 0, 0)
	st.Failed = m.style(dangerInk, dangerSoft, bold, 0, 0)
	st.Clash = m.style(solidInk, solid, bold, 0, reversed)
	st.typed = m.style(ink, focus, bold|underlined, 0, 0)
	st.open = m.style(accent, focus, underlined, 0, 0)
	st.badges[Solid] = m.style(solidInk, solid, bold, 0, reversed)
	st.badges[Late] = m.style(dangerInk, dangerSoft, bold, 0, 0)
	st.badges[Warn] = m.style(warnInk, warnSoft, bold, 0, 0)
	st.badges[Good] = m.style(okInk, okSoft, bold, 0, 0)
	st.badges[Secret] = m.style(plumInk, plumSoft, bold, 0, 0)
	for i, step := range []token{heat1, heat2, heat3, heat4, heat5} {
		word, more := ink, attribute(0)
		if i > 2 {
			word, more = ground, bold // the top two are told from the others without colours too
			if m.depth == Colors16 || m.depth == NoColor {
				word = ink
			}
		}
		st.Heat[i] = m.style(word, step, more, 0, 0)
	}
}

// color is a token as the terminal is told of it.
func (m maker) color(t token) color.Color {
	c := m.p[t].rgb
	if m.depth == Colors256 {
		c = indexed(m.p[t].indexed)
	}
	return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 0xff}
}

// indexed is what a terminal shows for one of the upper 240 of its 256 colours.
func indexed(n uint8) uint32 {
	if n >= 232 {
		g := uint32(8 + 10*(int(n)-232))
		return g<<16 | g<<8 | g
	}
	step := func(i uint8) uint32 {
		if i == 0 {
			return 0
		}
		return 55 + 40*uint32(i)
	}
	n -= 16
	return step(n/36)<<16 | step(n/6%6)<<8 | step(n%6)
}
