package joint

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/draft"
	"sizhen/views/sheet"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// doHand is a time set by hand: a form of its own below finding one.
const doHand = "byhand"

// filling is a form that fills the screen, kept as a draft while somebody types.
type filling struct {
	*sheet.Sheet
	attend  []hall.Invitee // of the record: the convener, then the invited
	clashes *sheet.Clashes // of a time set by hand
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
	case without:
		return v.goWithout(m), true
	case formDone:
		return v.formDone(m), true
	case putAside:
		v.fill = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.JointForm.Kept)), true
	}
	if v.fill == nil {
		return nil, false
	}
	if cmd, ok := v.fill.clashes.Message(msg); ok {
		return cmd, true
	}
	return v.fill.Keep.Message(msg)
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
		if m.draft.ID == 0 || !v.file.Consultation.State.Over() { // what can be gone on with later stays
			return views.Toast(views.Warn, why)
		}
		return sheet.Orphan(v.env, m.draft, why, drop{m.draft.ID})
	}
	var resumed tea.Cmd
	if m.draft.ID != 0 {
		resumed = views.Toast(views.Done, text.JointForm.Resumed.With("by", m.draft.ByName).With("at", text.Moment(m.draft.At)))
	}
	if m.what == doAgenda {
		return tea.Batch(v.openAgenda(m.draft), resumed)
	}
	f := &filling{Sheet: &sheet.Sheet{What: m.what}, clashes: sheet.NewClashes(v.env)}
	f.Keep = v.keeper(m.what, m.draft, func() map[string]string { return f.Form.Values() })
	v.fill = f
	return tea.Batch(v.ask(m.draft.Fields), resumed)
}

// ask makes the questions of the form for the joint consultation as it is now, with what was
// answered so far.
func (v *View) ask(answers map[string]string) tea.Cmd {
	f := v.fill
	var items []widget.Item
	switch f.What {
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
	keep := f.Keep
	f.Sheet = sheet.New(v.env, f.What, items, answers)
	f.Keep, f.Rev, f.Follow, f.Picked, f.Save = keep, v.file.Consultation.Rev, v.follow, v.pickName, v.save
	return v.follow()
}

// finish runs what completes a form, at a desk that lets the form's draft go with it.
func (v *View) finish(keep *draft.Keeper, do func(*store.Desk) (text.Message, error), answer func(text.Message, error) tea.Msg) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		var say text.Message
		err := keep.Finish(func(id hall.DraftID) (err error) {
			say, err = do(desk.From(id))
			return err
		})
		return answer(say, err)
	}
}

// follow hides what does not apply and writes behind the fields what follows from them.
func (v *View) follow() tea.Cmd {
	switch v.fill.What {
	case doConsents:
		v.followConsents()
	case doRecord:
		v.followRecord()
	case doHand:
		return v.followHand()
	}
	return nil
}

// save completes the form.
func (v *View) save() (tea.Cmd, *hall.Error) {
	switch v.fill.What {
	case doConsents:
		return v.saveConsents()
	case doRecord:
		return v.saveRecord()
	}
	return v.saveHand(nil)
}

func (v *View) formDone(m formDone) tea.Cmd {
	f := v.fill
	if f == nil {
		return nil
	}
	f.Busy = false
	if m.err == nil {
		v.fill, v.times = nil, nil
		return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
	}
	var bad *hall.Error
	switch {
	case errors.As(m.err, &bad) && bad.Code == hall.ErrConflict:
		f.Stale = true
		return tea.Batch(v.Load(), views.Toast(views.Warn, text.JointForm.Changed))
	case f.What == doHand && bad != nil:
		if cmd := v.offerWithout(bad); cmd != nil {
			return cmd
		}
	}
	if bad != nil && bad.Field != "" && f.Form.Has(bad.Field) {
		f.Complain(bad)
		return nil
	}
	return tea.Batch(v.Load(), views.Fail(m.err))
}

func (v *View) drawFill(w, h int) views.Frame {
	f, say, st := v.fill, v.env.Say, v.env.Styles
	fw := sheet.Width(w)
	out := []string{v.heading(w), "", "  " + st.Title.Render(say(stepName(f.What)))}
	rule := map[string]text.Message{doConsents: text.JointForm.ConsentRule, doRecord: text.JointForm.RecordRule, doHand: text.JointForm.HandRule}[f.What]
	for _, l := range widget.Wrap(say(rule), fw) {
		out = append(out, "  "+st.Muted.Render(l))
	}
	out = append(out, "")
	return f.Draw(w, h, out, f.clashes.Lines(fw))
}

func (v *View) drop(m drop) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		return done{say: text.WalkIn.Dropped, err: desk.DiscardDraft(context.Background(), m.id)}
	}
}
