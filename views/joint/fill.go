package joint

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

// doHand is a time set by hand: a form of its own below finding one.
const doHand = "byhand"

// filling is a form that fills the screen, kept as a draft while somebody types.
type filling struct {
	what  string
	form  *widget.Form
	keep  *draft.Keeper
	rev   uint64 // the joint consultation as it was when the form was opened
	stale bool   // it was changed at another desk: take its new revision once it is read
	busy  bool

	attend  []hall.Invitee // of the record: the convener, then the invited
	clashes []hall.Clash   // of a time set by hand
	checked string         // the booking they are about
}

type (
	formOpened struct {
		what  string
		draft hall.Draft
		err   error
	}
	formDone struct {
		say text.Message
		err error
	}
	putAside struct{}
	drop     struct{ id hall.DraftID }
	agenda   struct{ points string }
)

// formName is the name under which the draft of a form is kept.
func formName(what string) string { return "joint." + what }

// begin reads what was already written in a form, and opens it.
func (v *View) begin(what string) tea.Cmd {
	desk, id, c := v.env.Desk, v.id, v.file.Case.ID
	return func() tea.Msg {
		d, err := desk.DraftFor(context.Background(), formName(what), c, id)
		if errors.Is(err, hall.Refuse(hall.ErrNotFound)) {
			err = nil
		}
		return formOpened{what, d, err}
	}
}

// resume goes on with a draft that the board led to.
func (v *View) resume(id hall.DraftID) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		d, err := desk.Draft(context.Background(), id)
		return formOpened{strings.TrimPrefix(d.Form, formName("")), d, err}
	}
}

// fillMessage takes the messages of the forms; false for others.
func (v *View) fillMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case formOpened:
		return v.openForm(m), true
	case agenda:
		return v.saveAgenda(m), true
	case drop:
		return v.drop(m), true
	case check, clashed:
		return v.handMessage(msg), true
	case without:
		return v.goWithout(m), true
	case formDone:
		return v.formDone(m), true
	case putAside:
		v.fill = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.JointForm.Kept)), true
	}
	if v.fill != nil {
		return v.fill.keep.Message(msg)
	}
	return nil, false
}

func stepName(what string) text.Message {
	switch what {
	case doConsents:
		return text.Joint.DoConsents
	case doRecord:
		return text.JointForm.RecordTitle
	case doAgenda:
		return text.JointForm.AgendaTitle
	}
	return text.JointForm.HandTitle
}

// keeper keeps a form as a draft of the case, so that who may not see the case sees none of
// it either.
func (v *View) keeper(what string, from hall.Draft, values func() map[string]string) *draft.Keeper {
	title, c, id := v.env.Say(text.JointForm.Title.With("what", stepName(what)).With("no", v.name())), v.file.Case.ID, v.id
	return draft.New(v.env, from, func() hall.Draft {
		return hall.Draft{Kind: hall.DraftJoint, Form: formName(what), Case: c, Consultation: id, Title: title, Fields: values()}
	})
}

// openForm puts a form up with what was already written in it.
func (v *View) openForm(m formOpened) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case v.file == nil || v.fill != nil:
		return nil
	}
	step := m.what
	if step == doHand {
		step = doTimes
	}
	if why := v.why(step); !why.IsZero() {
		return v.orphan(m.draft, why)
	}
	var resumed tea.Cmd
	if m.draft.ID != 0 {
		resumed = views.Toast(views.Done, text.JointForm.Resumed.With("by", m.draft.ByName).With("at", text.Moment(m.draft.At)))
	}
	if m.what == doAgenda {
		return tea.Batch(v.openAgenda(m.draft), resumed)
	}
	f := &filling{what: m.what}
	f.keep = v.keeper(m.what, m.draft, func() map[string]string { return f.form.Values() })
	v.fill = f
	return tea.Batch(v.ask(m.draft.Fields), resumed)
}

// ask makes the questions of the form for the joint consultation as it is now, with what was
// answered so far.
func (v *View) ask(answers map[string]string) tea.Cmd {
	f := v.fill
	var items []widget.Item
	switch f.what {
	case doConsents:
		items = v.consentItems()
	case doRecord:
		j := v.file.Consultation.Joint
		f.attend = append([]hall.Invitee{j.Convener}, j.Invited...)
		items = v.recordItems(f.attend)
	case doHand:
		items = v.handItems()
	default: // a draft of another version of the program
		v.fill = nil
		return nil
	}
	f.form = widget.NewForm(v.env.Styles, dialog.Words(v.env), items)
	f.form.SetValues(answers)
	f.rev, f.stale = v.file.Consultation.Rev, false
	return v.follow()
}

// finish runs what completes a form and then lets its draft go. A draft that could not be
// removed does no harm: the form is opened with it once more.
func (v *View) finish(keep *draft.Keeper, do func() (text.Message, error), answer func(text.Message, error) tea.Msg) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		var say text.Message
		err := keep.Finish(func(id hall.DraftID) (err error) {
			if say, err = do(); err == nil {
				_ = desk.DropDraft(context.Background(), id)
			}
			return err
		})
		return answer(say, err)
	}
}

// fillKey gives a key to the form.
func (v *View) fillKey(msg tea.Msg) tea.Cmd {
	f := v.fill
	ev := f.form.Update(msg)
	var cmds []tea.Cmd
	if ev.Refused != "" {
		cmds = append(cmds, views.Toast(views.Warn, text.Raw(ev.Refused)))
	}
	if ev.PickedIn != "" {
		v.pickName(ev.PickedIn, ev.Picked)
		ev.Changed = ev.PickedIn
	}
	if ev.Changed != "" {
		cmds = append(cmds, v.follow(), f.keep.Changed())
		if (ev.Taken || ev.PickedIn != "") && f.form.FocusAfter(ev.Changed) { // an answer may ask for more
			ev.Submitted = false
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

// follow hides what does not apply and writes behind the fields what follows from them.
func (v *View) follow() tea.Cmd {
	switch v.fill.what {
	case doConsents:
		v.followConsents()
	case doRecord:
		v.followRecord()
	case doHand:
		return v.followHand()
	}
	return nil
}

// submit completes the form when nothing is missing.
func (v *View) submit() tea.Cmd {
	f := v.fill
	if f.busy || f.stale {
		return nil
	}
	f.form.ClearErrors()
	if f.form.Missing() {
		return nil
	}
	var cmd tea.Cmd
	var bad *hall.Error
	switch f.what {
	case doConsents:
		cmd, bad = v.saveConsents()
	case doRecord:
		cmd, bad = v.saveRecord()
	case doHand:
		cmd, bad = v.saveHand(nil)
	}
	if bad != nil {
		v.complain(bad)
		return nil
	}
	f.busy = true
	return cmd
}

// complain puts a refusal under its field.
func (v *View) complain(bad *hall.Error) {
	v.fill.form.SetError(bad.Field, v.env.Say(text.Err(bad)))
	v.fill.form.FocusError()
}

func (v *View) formDone(m formDone) tea.Cmd {
	f := v.fill
	if f == nil {
		return nil
	}
	f.busy = false
	if m.err == nil {
		v.fill, v.times = nil, nil
		return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
	}
	var bad *hall.Error
	switch {
	case errors.As(m.err, &bad) && bad.Code == hall.ErrConflict:
		f.stale = true
		return tea.Batch(v.Load(), views.Toast(views.Warn, text.JointForm.Changed))
	case f.what == doHand && bad != nil:
		if cmd := v.offerWithout(bad); cmd != nil {
			return cmd
		}
	}
	if bad != nil && bad.Field != "" && f.form.Has(bad.Field) {
		v.complain(bad)
		return nil
	}
	return tea.Batch(v.Load(), views.Fail(m.err))
}

func (v *View) drawFill(w, h int) views.Frame {
	f, say, st := v.fill, v.env.Say, v.env.Styles
	fw := min(w-4, 96)
	out := []string{v.heading(w), "", "  " + st.Title.Render(say(stepName(f.what)))}
	rule := map[string]text.Message{doConsents: text.JointForm.ConsentRule, doRecord: text.JointForm.RecordRule, doHand: text.JointForm.HandRule}[f.what]
	for _, l := range widget.Wrap(say(rule), fw) {
		out = append(out, "  "+st.Muted.Render(l))
	}
	out = append(out, "")
	top := len(out)
	below := v.clashLines(fw)
	body, cx, cy, ok := f.form.Draw(fw, max(h-top-len(below), 1))
	for _, l := range append(body, below...) {
		out = append(out, "  "+l)
	}
	frame := views.NewFrame(w, h, out)
	if ok && cy+top < h {
		frame.Cursor = &views.Point{X: cx + 2, Y: cy + top}
	}
	return frame
}
