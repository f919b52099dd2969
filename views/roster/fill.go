package roster

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/draft"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// filling is a form that fills the screen, kept as a draft while somebody types: an entry, or
// one thing about a mediator.
type filling struct {
	about
	form  *widget.Form
	keep  *draft.Keeper
	lists []*dialog.Several
	busy  bool
	stale bool // it was changed at another desk: its new state is on its way
}

// about is what a form is about: what is done, with whom, and which of several.
type about struct {
	what  string
	id    hall.MediatorID
	n     uint64
	file  hall.MediatorFile
	pair  hall.Pair
	other hall.Mediator // whom a pair is made with
}

type (
	opened struct {
		about
		draft hall.Draft
		again bool // read anew for the form that is open
		err   error
	}
	filledIn struct {
		say text.Message
		err error
	}
	putAside struct{}
)

// begin puts a form up with what was already written in it; or takes what was read anew for
// the one that is open.
func (v *View) begin(m opened) tea.Cmd {
	if m.again {
		return v.reread(m)
	}
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case v.fill != nil:
		return nil
	case !v.mayDo(m.about).IsZero():
		return views.Toast(views.Warn, text.RosterForm.Cannot.With("why", v.mayDo(m.about)))
	}
	f := &filling{about: m.about}
	f.form = widget.NewForm(v.env.Styles, dialog.Words(v.env), v.items(f))
	f.form.SetValues(m.draft.Fields)
	name := v.formName(m.what, m.id, m.n)
	if m.draft.ID != 0 {
		name = m.draft.Form
	}
	f.keep = draft.New(v.env, m.draft, func() hall.Draft {
		return hall.Draft{Kind: hall.DraftRoster, Form: name, Title: v.draftTitle(f), Fields: f.form.Values()}
	})
	v.fill = f
	cmd := v.follow("", "")
	if m.draft.ID != 0 {
		return tea.Batch(cmd, views.Toast(views.Done, text.RosterForm.Resumed.With("by", m.draft.ByName).With("at", text.Moment(m.draft.At))))
	}
	return cmd
}

// mayDo is why a form cannot be filled in now.
func (v *View) mayDo(a about) text.Message {
	switch {
	case a.what == doEdit && a.id == 0:
		return v.may()
	case a.what == doTeach || a.what == doEndPair:
		return v.mayPair(a.what, a.pair)
	}
	if a.what == doPair {
		return v.may()
	}
	return v.why(a.what, a.file)
}

func (v *View) draftTitle(f *filling) string {
	if f.what == doEdit {
		if name := f.form.Value("name"); name != "" {
			return name
		}
		return v.env.Say(text.RosterForm.Untitled)
	}
	return v.env.Say(v.title(f))
}

// title is what stands over a form.
func (v *View) title(f *filling) text.Message {
	t, m := text.RosterForm, f.file.Mediator
	switch {
	case f.what == doEdit && f.id == 0:
		return t.AddTitle
	case f.what == doEdit:
		return t.EditTitle.With("name", m.Name)
	case f.what == doPair:
		return t.PairRule.With("mentor", m.Name).With("learner", f.other.Name)
	case f.what == doTeach || f.what == doEndPair:
		return t.Title.With("what", stepName(f.what, m)).With("name", t.PairRule.With("mentor", f.pair.Mentor.Name).With("learner", f.pair.Learner.Name))
	}
	return t.Title.With("what", stepName(f.what, m)).With("name", m.Name)
}

// fillUpdate gives a message to the form.
func (v *View) fillUpdate(msg tea.Msg) tea.Cmd {
	f := v.fill
	if cmd, ok := f.keep.Message(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case filledIn:
		return v.done(m)
	case orgSearch, orgFound:
		return v.orgMessage(msg)
	case putAside:
		v.fill = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.RosterForm.Kept))
	}
	was := f.form.Focused()
	ev := f.form.Update(msg)
	if ev.PickedIn != "" && v.pick(ev.PickedIn, ev.Picked) {
		ev.Changed = ev.PickedIn
	}
	var cmds []tea.Cmd
	if ev.Refused != "" {
		cmds = append(cmds, views.Toast(views.Warn, text.Raw(ev.Refused)))
	}
	if ev.Changed != "" {
		cmds = append(cmds, f.keep.Changed())
	}
	if now := f.form.Focused(); ev.Changed != "" || now != was {
		cmds = append(cmds, v.follow(ev.Left, ev.Changed))
		if now != was {
			for _, l := range f.lists {
				if l.ID() == now {
					l.Another(f.form)
				}
			}
		}
	}
	if ev.Left != "" {
		cmds = append(cmds, f.keep.Save())
	}
	if ev.Submitted {
		cmds = append(cmds, v.submit())
	}
	return tea.Batch(cmds...)
}

// pick takes a suggestion.
func (v *View) pick(id string, n int) bool {
	for _, l := range v.fill.lists {
		if l.ID() == id {
			return l.Choose(v.fill.form, n)
		}
	}
	return v.pickOrg(id, n)
}

// follow writes behind the fields what follows from them: the weekday of a date, and
// suggestions; a line that names several is said back when it is left.
func (v *View) follow(left, changed string) tea.Cmd {
	f := v.fill
	for _, id := range dayFields() {
		note := ""
		if s := f.form.Value(id); s != "" {
			if d, err := text.ParseDate(s, v.env.Today()); err == nil {
				note = v.env.Say(text.Day(d))
			}
		}
		f.form.SetNote(id, note)
	}
	for _, l := range f.lists {
		if l.ID() == left {
			l.Left(f.form)
		}
		l.Offer(f.form)
	}
	v.hide()
	return v.followOrg(changed)
}

// dayFields are the fields of all forms that hold a date.
func dayFields() []string { return []string{"from", "to", "day", "birth", "until", "filed"} }

// submit completes the form when everything in it can be read.
func (v *View) submit() tea.Cmd {
	f := v.fill
	if f.busy || f.stale {
		return nil
	}
	f.form.ClearErrors()
	if f.form.Missing() {
		return nil
	}
	save, say, bad := v.save()
	if bad != nil {
		v.complain(bad)
		return nil
	}
	f.busy = true
	keep := f.keep
	return func() tea.Msg {
		err := keep.Finish(func(id hall.DraftID) error {
			return save(background(), id)
		})
		return filledIn{say, err}
	}
}

// complain puts a refusal under its field.
func (v *View) complain(bad *hall.Error) {
	f := v.fill.form
	id := bad.Field
	if !f.Has(id) {
		id = fallback(f)
	}
	f.SetError(id, v.env.Say(text.Err(bad)))
	f.FocusError()
	v.follow("", "")
}

// fallback is the field under which a refusal stands that names none of the form's.
func fallback(f *widget.Form) string {
	for _, id := range []string{"name", "from", "day", "until", "what", "kind"} {
		if f.Has(id) {
			return id
		}
	}
	return ""
}

func (v *View) done(m filledIn) tea.Cmd {
	f := v.fill
	f.busy = false
	var refused *hall.Error
	switch {
	case m.err == nil:
		v.fill = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
	case !errors.As(m.err, &refused):
		return views.Fail(m.err)
	case refused.Code == hall.ErrConflict:
		f.stale = true
		desk, a := v.env.Desk, f.about
		return func() tea.Msg {
			m := v.readAbout(desk, a.what, a.id, a.n)
			m.again = true
			return m
		}
	}
	v.complain(refused)
	return nil
}

// reread takes the new state up; what was typed stays.
func (v *View) reread(m opened) tea.Cmd {
	f := v.fill
	if f == nil || f.what != m.what || f.id != m.id || f.n != m.n {
		return nil
	}
	f.stale = false
	if m.err != nil {
		return views.Fail(m.err)
	}
	f.about = m.about
	return views.Toast(views.Warn, text.RosterForm.Changed)
}

func (v *View) drawFill(w, h int) views.Frame {
	f, st := v.fill, v.env.Styles
	fw := min(w-4, 96)
	out := []string{"", "  " + st.Title.Render(widget.Cut(v.env.Say(v.title(f)), w-4, st.Marks.More))}
	for _, s := range v.warnings(f) {
		for i, l := range widget.Wrap(s, fw-2) {
			if i > 0 {
				l = "  " + l
			}
			out = append(out, "  "+st.Danger.Render(l))
		}
	}
	out = append(out[:min(len(out), max(h-6, 2))], "")
	top := len(out)
	body, cx, cy, ok := f.form.Draw(fw, max(h-top, 1))
	for _, l := range body {
		out = append(out, "  "+l)
	}
	frame := views.NewFrame(w, h, out)
	if ok && cy+top < h {
		frame.Cursor = &views.Point{X: cx + 2, Y: cy + top}
	}
	return frame
}
