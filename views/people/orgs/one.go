package orgs

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// fileRead is one organisation with what belongs to it.
type fileRead struct {
	id   hall.OrgID
	file hall.OrgFile
	err  error
}

// shown is the organisation that is looked at, or that the cursor is on; 0: none.
func (v *View) shown() hall.OrgID {
	switch {
	case v.one != 0:
		return v.one
	case v.cover.on:
		if r := v.cover.org(); r != nil {
			return r.ID
		}
		return 0
	}
	if n := v.at(); n != nil {
		return n.row.ID
	}
	return 0
}

func (v *View) readFile() tea.Cmd {
	id := v.shown()
	if id == 0 {
		return nil
	}
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		f, err := s.Desk.Org(ctx, id)
		return fileRead{id, f, err}
	})
}

func (v *View) showFile(m fileRead) tea.Cmd {
	if m.id != v.shown() {
		return nil // the cursor has gone on
	}
	if m.err != nil {
		return views.Fail(m.err)
	}
	v.file = &m.file
	return nil
}

func (v *View) unread() text.Message {
	if v.file == nil || v.file.Org.ID != v.one {
		return text.Coverage.Gone
	}
	return text.Message{}
}

func (v *View) menuHere() tea.Cmd { return v.menu(v.file.Row) }

func (v *View) drawOne(w, h int) views.Frame {
	if v.file == nil || v.file.Org.ID != v.one {
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

// lines collects labelled lines of w cells.
type lines struct {
	v     *View
	w     int
	out   []string
	label int
}

func (l *lines) add(name text.Message, value string) {
	if value == "" {
		return
	}
	st := l.v.env.Styles
	for i, s := range widget.Wrap(value, l.w-l.label) {
		head := strings.Repeat(" ", l.label)
		if i == 0 {
			head = st.Muted.Render(widget.Pad(widget.Cut(l.v.env.Say(name), l.label-1, st.Marks.More), l.label))
		}
		l.out = append(l.out, head+s)
	}
}

// warn puts a line of something that is wrong.
func (l *lines) warn(m text.Message) {
	st := l.v.env.Styles
	for i, s := range widget.Wrap(l.v.env.Say(m), l.w-2) {
		head := "! "
		if i > 0 {
			head = "  "
		}
		l.out = append(l.out, st.Danger.Render(head+s))
	}
}

// detail is all that is known of an organisation: first what is wrong, then who it is.
func (v *View) detail(f hall.OrgFile, w int) []string {
	t, say, st, o := text.Orgs, v.env.Say, v.env.Styles, f.Org
	l := &lines{v: v, w: w, label: 14}
	for _, s := range widget.Wrap(o.Name, w) {
		l.out = append(l.out, st.Title.Render(s))
	}
	if o.Closed != 0 {
		l.warn(t.DissolvedOn.With("day", text.Day(o.Closed)).With("why", o.Why))
	}
	for _, e := range f.Row.Faults() {
		l.warn(text.Err(e))
	}
	l.out = append(l.out, "")
	l.add(t.Level, say(text.LevelName(o.Level)))
	l.add(t.Kind, strings.TrimSpace(say(text.OrgKind(o.Kind))+"  "+o.Industry))
	l.add(t.Way, v.way(f))
	if f.Children > 0 {
		l.add(t.Children, say(t.Count.With("n", f.Children)))
	}
	v.people(l, f)
	v.term(l, o)
	l.add(t.Uniform, v.uniform(o.Uniform))
	l.add(t.Number, strings.TrimSpace(o.Number+"  "+say(text.Day(o.Filed))))
	l.add(t.Filings, v.filings(o))
	l.add(t.Seal, o.Seal)
	l.add(t.Covers, say(text.Names(siteNames(f))))
	var studios []string
	for _, u := range f.Studios {
		studios = append(studios, u.Name)
	}
	l.add(t.Studios, say(text.Names(studios)))
	l.add(t.Address, o.Address)
	l.add(t.Phone, o.Phone)
	l.add(t.Founded, say(text.Day(o.Founded)))
	l.add(t.Past, v.past(o))
	l.add(t.Note, o.Note)
	return l.out
}

func siteNames(f hall.OrgFile) []string {
	var out []string
	for _, s := range f.Covers {
		out = append(out, s.Name)
	}
	return out
}

func (v *View) way(f hall.OrgFile) string {
	var names []string
	for _, r := range f.Way {
		names = append(names, r.Name)
	}
	if len(names) == 0 {
		return v.env.Say(text.Orgs.Top)
	}
	return strings.Join(names, " "+v.env.Styles.Marks.Cursor+" ")
}

func (v *View) people(l *lines, f hall.OrgFile) {
	t, say := text.Orgs, v.env.Say
	l.add(t.People, v.seats(f.Row))
	var names []string
	for _, m := range f.Members {
		name := m.Name
		if m.Head {
			name = say(t.MemberHead.With("name", name))
		}
		if m.Status != hall.Active {
			name += " " + say(text.MediatorStatus(m.Status))
		}
		names = append(names, name)
	}
	if len(names) == 0 && f.Org.Closed == 0 {
		names = []string{say(t.NoPeople)}
	}
	l.add(t.Members, say(text.Names(names)))
}

// seats are how many members there are, of how many there are to be.
func (v *View) seats(r hall.OrgRow) string {
	if r.Seats == 0 {
		return v.env.Say(text.Raw("{n}").With("n", r.Makeup.Members))
	}
	return v.env.Say(text.Orgs.SeatsOf.With("n", r.Makeup.Members).With("seats", r.Seats))
}

// term are the committee's terms, the last one first, with what is wrong.
func (v *View) term(l *lines, o hall.Org) {
	t, say := text.Orgs, v.env.Say
	var out []string
	for _, term := range slices.Backward(o.Terms) {
		out = append(out, strings.TrimSpace(say(t.TermLine.With("from", text.Day(term.From)).With("to", text.Day(term.To)).With("how", term.How))))
	}
	switch end := hall.TermEnd(o.Terms); {
	case o.Closed != 0:
	case end == 0:
		out = []string{say(t.NoTerm)}
	case end < v.env.Today():
		out[0] += "  " + say(t.TermOver)
	}
	l.add(t.Terms, strings.Join(out, "\n"))
}

func (v *View) uniform(u hall.Uniform) string {
	t := text.Orgs
	var has, lacks []text.Message
	for _, one := range hall.Uniforms() {
		if u&one != 0 {
			has = append(has, text.Uniform(one))
		} else {
			lacks = append(lacks, text.Uniform(one))
		}
	}
	count := t.UniformCount.With("n", len(has))
	if len(lacks) == 0 {
		return v.env.Say(text.Either(count, t.Fine))
	}
	return v.env.Say(text.Either(count, t.UniformLacks.With("names", text.Either(lacks...))))
}

func (v *View) filings(o hall.Org) string {
	var out []string
	for _, f := range slices.Backward(o.Filings) {
		m := text.Orgs.FilingLine.With("filed", text.Day(f.Filed)).With("number", f.Number)
		if f.Filed == 0 {
			m = text.Orgs.FilingOpen.With("due", text.Day(f.Due))
		}
		out = append(out, strings.TrimSpace(v.env.Say(m.With("what", text.FilingCause(f.What)).With("changed", text.Day(f.Changed)))))
	}
	return strings.Join(out, "\n")
}

func (v *View) past(o hall.Org) string {
	var out []string
	for _, p := range slices.Backward(o.Past) {
		from := p.From
		if from == 0 {
			from = o.Founded
		}
		out = append(out, strings.TrimSpace(v.env.Say(text.Orgs.PastLine.With("from", text.Day(from)).With("to", text.Day(p.To)).With("name", p.Name).
			With("level", text.LevelName(p.Level)).With("kind", text.OrgKind(p.Kind)).With("why", p.Why))))
	}
	return strings.Join(out, "\n")
}
