// Package duty is who is on duty (值班, F9): signing in and out, what is handed over, and the
// days before.
package duty

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/draft"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// back is how many days before today are shown.
const back = 7

// View is the screen.
type View struct {
	env  *views.Env
	days [][]hall.Shift // today first
	read bool
	top  int
	keep *draft.Keeper // of the handover note, while it is written
}

type (
	loaded struct {
		days [][]hall.Shift
		err  error
	}
	noteOpened struct {
		draft hall.Draft
		err   error
	}
	signOut struct{ note string }
	done    struct {
		say text.Message
		err error
	}
)

// New makes the screen.
func New(env *views.Env, _ views.Route) views.View { return &View{env: env} }

// Title implements views.View.
func (v *View) Title() text.Message { return text.Duty.Title }

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	desk, today := v.env.Desk, v.env.Today()
	return func() tea.Msg {
		var m loaded
		for i := range hall.Day(back + 1) {
			rows, err := desk.Duty(context.Background(), today-i)
			if err != nil {
				return loaded{err: err}
			}
			m.days = append(m.days, rows)
		}
		return m
	}
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		if m.err != nil {
			return views.Fail(m.err)
		}
		v.days, v.read = m.days, true
	case noteOpened:
		return v.writeNote(m)
	case signOut:
		return v.signOut(m)
	case done:
		if m.err != nil {
			say := views.Fail(m.err)
			if errors.Is(m.err, hall.Refuse(hall.ErrNotFound)) {
				say = views.Toast(views.Warn, text.Duty.OutElsewhere)
			}
			return tea.Batch(v.Load(), say, v.Leave())
		}
		return views.Toast(views.Done, m.say)
	case tea.KeyPressMsg:
		switch m.Keystroke() {
		case "up":
			v.top = max(v.top-1, 0)
		case "down":
			v.top++
		}
	}
	return nil
}

// mine is the actor's shift of today that has not ended.
func (v *View) mine() bool {
	if len(v.days) == 0 {
		return false
	}
	for _, s := range v.days[0] {
		if s.Staff == v.env.Actor.Staff && s.Out.IsZero() {
			return true
		}
	}
	return false
}

func (v *View) in() tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg { return done{text.Duty.SignedIn, desk.DutyIn(context.Background())} }
}

// out reads what was already written about the handover, for the note to go on.
func (v *View) out() tea.Cmd {
	desk, form := v.env.Desk, hall.HandoverForm(v.env.Actor.Staff)
	return func() tea.Msg {
		d, err := desk.DraftFor(context.Background(), form, 0, 0)
		if errors.Is(err, hall.Refuse(hall.ErrNotFound)) {
			err = nil
		}
		return noteOpened{d, err}
	}
}

func (v *View) writeNote(m noteOpened) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	say, t := v.env.Say, text.Duty
	form := widget.NewForm(v.env.Styles, widget.FormText{Clipped: say(text.Dialog.Clipped)}, []widget.Item{
		{ID: "note", Label: say(t.Note), Kind: widget.Notes, Rows: 4, Max: 1000, Help: say(t.NoteHelp)},
	})
	form.SetValues(m.draft.Fields)
	v.keep = draft.New(v.env, m.draft, func() hall.Draft {
		return hall.Draft{
			Kind: hall.DraftHandover, Form: hall.HandoverForm(v.env.Actor.Staff), Title: widget.Cut(form.Value("note"), 20, ""), Fields: form.Values(),
			Intake: hall.Intake{Confidential: true}, // nobody else goes on with it
		}
	})
	return views.Open(dialog.Kept(v.env.Styles, say(t.SignOutTitle), say(t.NoteKeys), form, v.keep, func(vs map[string]string) tea.Msg {
		return signOut{strings.TrimSpace(vs["note"])}
	}))
}

func (v *View) signOut(m signOut) tea.Cmd {
	desk, keep := v.env.Desk, v.keep
	return func() tea.Msg {
		err := keep.Finish(func(hall.DraftID) error { return desk.DutyOut(context.Background(), m.note) })
		return done{text.Duty.SignedOut, err}
	}
}

// Leave implements views.Leaver: a note that is being written is kept.
func (v *View) Leave() tea.Cmd {
	if v.keep == nil {
		return nil
	}
	return v.keep.Leave()
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	if !v.read {
		return views.NewFrame(w, h, nil)
	}
	st, say, t := v.env.Styles, v.env.Say, text.Duty
	lines := []string{st.Title.Render(say(t.Today))}
	today := v.env.Today()
	for i, rows := range v.days {
		if i == 0 && len(rows) == 0 {
			lines = append(lines, "  "+st.Muted.Render(say(t.None)))
		}
		if i == 1 {
			lines = append(lines, "", st.Title.Render(say(t.Before)))
		}
		if i > 0 && len(rows) == 0 {
			lines = append(lines, "    "+st.Muted.Render(widget.Pad(say(text.ShortDay(today-hall.Day(i))), 16)+say(t.Nobody)))
		}
		for j, s := range rows {
			day := ""
			if i > 0 && j == 0 {
				day = say(text.ShortDay(today - hall.Day(i)))
			}
			lines = append(lines, v.shift(s, i > 0, day, w-6)...)
		}
	}
	v.top = max(min(v.top, len(lines)-(h-1)), 0)
	out := []string{""}
	for _, l := range lines[v.top:] {
		out = append(out, "   "+l)
	}
	return views.NewFrame(w, h, out)
}

func (v *View) shift(s hall.Shift, dated bool, day string, w int) []string {
	st, say, t := v.env.Styles, v.env.Say, text.Duty
	when := ""
	if dated {
		when = widget.Pad(day, 16)
	}
	end := say(t.OnDuty)
	if !s.Out.IsZero() {
		end = say(t.Out) + " " + text.Clock(s.Out)
	}
	mark := st.Marks.Done
	if !s.Out.IsZero() {
		mark = st.Marks.Open
	}
	out := []string{widget.Cut("  "+mark+" "+when+widget.Pad(s.Name, 14)+say(t.In)+" "+text.Clock(s.In)+"  "+end, w, st.Marks.More)}
	if s.Note != "" {
		for _, l := range widget.Wrap(say(t.Handover.With("note", s.Note)), w-6) {
			out = append(out, "      "+st.Muted.Render(l))
		}
	}
	return out
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.Duty
	already := func(want bool, why text.Message) func() text.Message {
		return func() text.Message {
			if v.mine() == want {
				return text.Message{}
			}
			return why
		}
	}
	enter := views.Action{Key: views.Key("Enter", "enter"), Name: t.SignIn, Run: v.in}
	if v.mine() {
		enter.Name, enter.Run = t.SignOut, v.out
	}
	return []views.Action{
		enter,
		{Key: views.Key("↑↓", "up", "down"), Name: text.Help.Scroll, Hidden: true},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.SignIn, Run: v.in, Blocked: already(false, t.AlreadyIn), Hidden: true},
		{Key: views.Key("Ctrl-E", "ctrl+e"), Name: t.SignOut, Run: v.out, Blocked: already(true, t.NotIn), Hidden: true},
	}
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	if v.mine() {
		return text.Duty.HintIn
	}
	return text.Duty.Hint
}
