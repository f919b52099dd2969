package studios

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const (
	wide   = 120 // from here on list and detail stand side by side
	beside = 46
)

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	if v.one != 0 {
		return v.drawOne(w, h)
	}
	st, say, t := v.env.Styles, v.env.Say, text.Studios
	line, cx := v.field.Draw(min(w-20, 60), true, st)
	count := ""
	if v.read {
		count = st.Muted.Render(say(t.Count.With("n", len(v.rows))))
	}
	out := []string{"", "  " + line + "  " + count, ""}
	switch {
	case !v.read:
	case len(v.rows) == 0:
		for _, l := range widget.Wrap(say(v.nothing()), min(w-6, 90)) {
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
	t, say, lw, kind := text.Studios, v.env.Say, w, 6
	if w+2 >= wide {
		lw = w - beside - 2
	}
	if v.env.Lang == text.En {
		kind = 14
	}
	v.table.Columns = []widget.Column{
		{Title: say(t.Kind), Width: kind, Once: true}, {Title: say(t.Name), Width: 24}, {Title: say(t.Lead), Width: 10}, {Title: say(t.People), Width: 6, Right: true}, {Title: say(t.Way)},
	}
	body := v.table.Draw(lw, h, v.env.Styles)
	if lw < w && v.file != nil && v.file.Studio.ID == v.shown() {
		return widget.Beside(body, lw, v.detail(*v.file, beside), beside, 2)
	}
	return body
}

func (v *View) drawOne(w, h int) views.Frame {
	if v.file == nil || v.file.Studio.ID != v.one {
		return views.NewFrame(w, h, nil)
	}
	lines := v.detail(*v.file, min(w-6, 100))
	v.top = max(min(v.top, len(lines)-h+2), 0)
	out := []string{""}
	for _, l := range lines[v.top:] {
		out = append(out, "   "+l)
	}
	return views.NewFrame(w, h, out)
}

// detail is all that is known of a studio.
func (v *View) detail(f hall.StudioFile, w int) []string {
	st, say, t, u := v.env.Styles, v.env.Say, text.Studios, f.Studio
	const label = 16
	var out []string
	for _, s := range widget.Wrap(u.Name, w) {
		out = append(out, st.Title.Render(s))
	}
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
	if u.Closed != 0 {
		for _, s := range widget.Wrap(say(t.ClosedOn.With("day", text.Day(u.Closed)).With("why", u.Why)), w-2) {
			out = append(out, st.Danger.Render("! "+s))
		}
	}
	out = append(out, "")
	add(t.Kind, say(text.StudioKind(u.Kind)))
	add(t.People, v.people(f))
	add(t.Way, u.Way)
	add(t.Special, v.special(u.Special))
	add(t.Results, strings.Join([]string{
		say(t.Year.With("handled", f.Year.Handled).With("settled", f.Year.Settled)), say(t.All.With("handled", f.All.Handled).With("settled", f.All.Settled)), say(t.ResultsNote),
	}, "\n"))
	add(t.Org, u.OrgName)
	add(t.Place, u.Place)
	add(t.Honours, u.Honours)
	add(t.Founded, say(text.Day(u.Founded)))
	add(t.Note, u.Note)
	return out
}

// people are those of a studio, who leads it first, and how many cases each handled.
func (v *View) people(f hall.StudioFile) string {
	t, say := text.Studios, v.env.Say
	if len(f.People) == 0 {
		if f.Studio.Closed != 0 {
			return ""
		}
		return say(t.Nobody)
	}
	var names []string
	for i, m := range f.People {
		name := m.Name
		if m.Head {
			name = say(t.Leads.With("name", name))
		}
		if i < len(f.Results) {
			name = say(t.Each.With("name", name).With("handled", f.Results[i].Handled))
		}
		names = append(names, name)
	}
	return say(text.Names(names))
}

// special names the dispute types a studio is good at.
func (v *View) special(codes []string) string {
	var names []text.Message
	for _, c := range codes {
		names = append(names, text.Type(v.env.Settings, c))
	}
	return v.env.Say(text.Either(names...))
}
