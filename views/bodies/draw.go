package bodies

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const (
	wide   = 120 // from here on list and detail stand side by side
	beside = 44
)

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	if v.edit != nil {
		return v.drawEdit(w, h)
	}
	st, say, t := v.env.Styles, v.env.Say, text.Bodies
	line, cx := v.field.Draw(min(w-20, 60), true, st)
	count := ""
	if v.read {
		count = st.Muted.Render(say(t.Count.With("n", len(v.rows))))
	}
	out := []string{"", "  " + line + "  " + count, ""}
	switch {
	case !v.read:
	case len(v.rows) == 0:
		for _, l := range widget.Wrap(say(v.empty()), min(w-6, 90)) {
			out = append(out, "   "+st.Muted.Render(l))
		}
	default:
		for _, l := range v.list(w-2, max(h-3, 1)) {
			out = append(out, " "+l)
		}
	}
	f := views.NewFrame(w, h, out)
	f.Cursor = &views.Point{X: 2 + cx, Y: 1}
	return f
}

func (v *View) list(w, h int) []string {
	v.fill()
	t, say, lw := text.Bodies, v.env.Say, w
	if w+2 >= wide {
		lw = w - beside - 2
	}
	kind, contact, phone, name := 8, 8, 13, 20
	if v.env.Lang == text.En {
		kind = 14
	}
	if w+2 >= 100 {
		name, contact = 26, 10
	}
	v.table.Columns = []widget.Column{
		{Title: say(t.Name), Width: name}, {Title: say(t.Kind), Width: kind}, {Title: say(t.Contact), Width: contact}, {Title: say(t.Phone), Width: phone}, {Title: say(t.About)},
	}
	body := v.table.Draw(lw, h, v.env.Styles)
	if b := v.selected(); lw < w && b != nil {
		return widget.Beside(body, lw, v.detail(*b, beside), beside, 2)
	}
	return body
}

// detail is all that is known of a body.
func (v *View) detail(b hall.Body, w int) []string {
	st, say, t := v.env.Styles, v.env.Say, text.Bodies
	const label = 16
	out := []string{st.Title.Render(widget.Cut(b.Name, w, st.Marks.More)), ""}
	add := func(name text.Message, value string) {
		if value == "" {
			return
		}
		for i, l := range widget.Wrap(value, w-label) {
			head := strings.Repeat(" ", label)
			if i == 0 {
				head = st.Muted.Render(widget.Pad(widget.Cut(say(name), label-1, st.Marks.More), label))
			}
			out = append(out, head+l)
		}
	}
	add(t.Kind, say(text.BodyKind(b.Kind)))
	add(t.Contact, b.Contact)
	add(t.Phone, b.Phone)
	add(t.Helps, v.helps(b))
	add(t.Special, b.Special)
	add(t.Village, b.Village)
	add(t.Knows, b.Knows)
	if len(b.Times) == 0 {
		add(t.Times, say(t.AnyTime))
	} else {
		add(t.Times, say(text.Windows(b.Times)))
	}
	add(t.Note, b.Note)
	if b.Off {
		add(t.Asked, say(t.Off))
	}
	return out
}

func (v *View) drawEdit(w, h int) views.Frame {
	e, st := v.edit, v.env.Styles
	head := text.Bodies.AddTitle
	if e.body.ID != 0 {
		head = text.Bodies.EditTitle.With("name", e.body.Name)
	}
	out := []string{"", "  " + st.Title.Render(widget.Cut(v.env.Say(head), w-4, st.Marks.More)), ""}
	top := len(out)
	body, cx, cy, ok := e.form.Draw(min(w-4, 96), max(h-top, 1))
	for _, l := range body {
		out = append(out, "  "+l)
	}
	f := views.NewFrame(w, h, out)
	if ok && cy+top < h {
		f.Cursor = &views.Point{X: cx + 2, Y: cy + top}
	}
	return f
}
