package orgs

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

const (
	wide   = 120 // from here on list and detail stand side by side
	beside = 46
)

func (v *View) drawTree(w, h int) views.Frame {
	st, say, t := v.env.Styles, v.env.Say, text.Orgs
	line, cx := v.field.Draw(min(w-20, 60), true, st)
	count := ""
	if v.tree.read {
		m := t.Count.With("n", v.tree.total)
		if v.tree.asked != "" {
			m = t.Found.With("n", len(v.tree.nodes))
		}
		count = st.Muted.Render(say(m))
	}
	out := []string{"", "  " + line + "  " + count, ""}
	switch {
	case !v.tree.read:
	case len(v.tree.nodes) == 0:
		for _, l := range widget.Wrap(say(v.nothing()), min(w-6, 90)) {
			out = append(out, "   "+st.Muted.Render(l))
		}
	default:
		v.fillTree()
		for _, l := range v.withDetail(&v.tree.table, w-2, max(h-3, 1)) {
			out = append(out, " "+l)
		}
	}
	f := views.NewFrame(w, h, out)
	f.Cursor = &views.Point{X: 2 + cx, Y: 1}
	return f
}

// withDetail draws a list of organisations and, where there is room, the one under the cursor
// beside it.
func (v *View) withDetail(table *widget.Table, w, h int) []string {
	lw := w
	if w+2 >= wide {
		lw = w - beside - 2
	}
	table.Columns = v.columns(lw)
	body := table.Draw(lw, h, v.env.Styles)
	if lw < w && v.file != nil && v.file.Org.ID == v.shown() {
		return widget.Beside(body, lw, v.detail(*v.file, beside), beside, 2)
	}
	return body
}

func (v *View) columns(w int) []widget.Column {
	say, t := v.env.Say, text.Orgs
	name, kind, people, uniform := 30, 8, 5, 6
	if v.env.Lang == text.En {
		kind, uniform = 10, 7
	}
	if w >= 90 {
		name = 36
	}
	out := []widget.Column{
		{Title: say(t.Name), Width: name}, {Title: say(t.Kind), Width: kind}, {Title: say(t.People), Width: people, Right: true},
		{Title: say(t.Uniform), Width: uniform, Right: true}, {Title: say(t.State)},
	}
	if w >= 90 {
		out = append(out, widget.Column{Title: say(t.Term), Width: 19})
	}
	return out
}

func (v *View) fillTree() {
	t := &v.tree
	keys, cells, tones := make([]string, len(t.nodes)), make([][]string, len(t.nodes)), make([]widget.Tone, len(t.nodes))
	for i, n := range t.nodes {
		keys[i] = n.key()
		indent := strings.Repeat("  ", n.depth)
		if n.more > 0 {
			cells[i], tones[i] = []string{indent + "  " + v.env.Say(text.Orgs.More.With("n", n.more))}, widget.Muted
			continue
		}
		before := indent + v.env.Styles.Marks.Dot + " "
		switch {
		case t.asked != "":
			before = ""
		case n.open:
			before = indent + "- "
		case n.row.Children > 0:
			before = indent + "+ "
		}
		cells[i], tones[i] = v.cells(n.row, before)
	}
	t.table.SetRows(keys, cells, tones)
}

// cells are an organisation's line in a list, with what stands before its name.
func (v *View) cells(r hall.OrgRow, before string) ([]string, widget.Tone) {
	say, t := v.env.Say, text.Orgs
	if r.Closed != 0 {
		return []string{before + r.Name, say(text.OrgKind(r.Kind)), "", "", say(t.Dissolved)}, widget.Muted
	}
	n := 0
	for _, u := range hall.Uniforms() {
		if r.Uniform&u != 0 {
			n++
		}
	}
	kind := say(text.OrgKind(r.Kind))
	if r.Industry != "" {
		kind = r.Industry
	}
	state, tone := v.state(r)
	return []string{before + r.Name, kind, v.seats(r), say(t.UniformCount.With("n", n)), state, say(text.Day(r.Term))}, tone
}

// state says what is wrong with an organisation in a few words, else who heads it.
func (v *View) state(r hall.OrgRow) (string, widget.Tone) {
	t := text.Orgs
	var wrong []text.Message
	for _, e := range r.Faults() {
		wrong = append(wrong, text.OrgFault(e.Code))
	}
	switch {
	case r.Term == 0:
		wrong = append(wrong, t.NoTerm)
	case r.Over(v.env.Today()):
		wrong = append(wrong, t.TermOver)
	}
	if r.Due != 0 {
		wrong = append(wrong, t.ToReport)
	}
	if len(wrong) == 0 {
		return v.env.Say(text.Orgs.Headed.With("name", r.Makeup.Name)), widget.Normal
	}
	tone := widget.Accent
	if len(r.Faults()) > 0 || r.Due != 0 && r.Due < v.env.Today() {
		tone = widget.Danger
	}
	return v.env.Say(text.Either(wrong...)), tone
}
