package joint

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The small questions: whose answer, why cancelled, what came of a task. Their forms are kept
// until the answer was taken, so that neither Esc nor a refusal loses what was typed.

type (
	taskful  struct{ id hall.TaskID }
	answerer struct{ who hall.Invitee }
	answered struct {
		who    hall.Invitee
		answer hall.Answer
		note   string
	}
	cancel   struct{ why string }
	taskDone struct {
		task   hall.Task
		result string
	}
	// done is what an operation came to; again asks once more after a refusal.
	done struct {
		say   text.Message
		err   error
		form  string
		again func() tea.Cmd
	}
)

func (v *View) form(name string, items ...widget.Item) *widget.Form {
	return dialog.FormOf(v.env, v.forms, name, items)
}

// askMessage takes the messages of the small questions; false for others.
func (v *View) askMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case taskful:
		return v.askTask(m.id), true
	case answerer:
		return v.askAnswer(m.who), true
	case answered:
		return v.answer(m), true
	case cancel:
		return v.cancel(m), true
	case taskDone:
		return v.endTask(m), true
	}
	return nil, false
}

// done takes what an operation came to. A refusal may come of what somebody did at another
// desk: it is read again, and what was typed is asked for again.
func (v *View) done(m done) tea.Cmd {
	if m.err == nil {
		delete(v.forms, m.form)
		return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
	}
	var bad *hall.Error
	errors.As(m.err, &bad)
	cmds := []tea.Cmd{v.Load(), v.refused(m.err)}
	if f := v.forms[m.form]; f != nil && m.again != nil {
		if bad != nil {
			f.SetError(bad.Field, v.env.Say(text.Err(bad)))
		}
		cmds = append(cmds, m.again())
	}
	return tea.Batch(cmds...)
}

// refused says a refusal; that somebody was quicker in words of this screen.
func (v *View) refused(err error) tea.Cmd {
	if errors.Is(err, hall.Refuse(hall.ErrConflict)) {
		return views.Toast(views.Warn, text.JointForm.Again)
	}
	return views.Fail(err)
}

func keyOf(i hall.Invitee) string {
	if i.ID != 0 {
		return fmt.Sprint(i.Kind, " ", i.ID)
	}
	return fmt.Sprint(i.Kind, " ", i.Name, " ", i.Unit)
}

// whoAnswers lists the invited, with what each said.
func (v *View) whoAnswers() tea.Cmd {
	invited := v.file.Consultation.Joint.Invited
	var items []widget.MenuItem
	at := ""
	for _, i := range invited {
		items = append(items, widget.MenuItem{ID: keyOf(i), Label: strings.TrimSpace(i.Name+"  "+v.phone(i)) + "  " + v.env.Say(text.Answer(i.Answer))})
		if at == "" && i.Answer == hall.NoAnswer {
			at = keyOf(i)
		}
	}
	return views.Open(dialog.MenuAt(v.env, v.env.Say(text.JointForm.WhoAnswers), items, at, func(id string) tea.Msg {
		return answerer{invited[slices.IndexFunc(invited, func(i hall.Invitee) bool { return keyOf(i) == id })]}
	}))
}

func (v *View) phone(i hall.Invitee) string {
	if i.Kind == hall.InviteBody {
		return v.phones[i.ID]
	}
	return ""
}

func (v *View) askAnswer(who hall.Invitee) tea.Cmd {
	t, say := text.JointForm, v.env.Say
	var options []widget.Option
	for _, a := range []hall.Answer{hall.Comes, hall.CannotGo, hall.SendsSome, hall.NoAnswer} {
		options = append(options, widget.Option{Key: strconv.Itoa(int(a)), Label: say(text.Answer(a)), Initials: pinyin.First(text.Answer(a).In(text.Zh))})
	}
	value := ""
	if who.Answer != hall.NoAnswer {
		value = strconv.Itoa(int(who.Answer))
	}
	f := v.form("answer "+keyOf(who),
		widget.Item{ID: "answer", Label: say(t.Answer), Kind: widget.Choice, Required: true, Options: options, Value: value},
		widget.Item{ID: "note", Label: say(t.Note), Max: 60, Value: who.Note, Help: say(t.NoteHelp)})
	return views.Open(dialog.Ask(v.env.Styles, say(t.AnswerTitle.With("name", who.Name)), v.phone(who), f, func(vs map[string]string) tea.Msg {
		n, _ := strconv.Atoi(vs["answer"]) // one of the options
		return answered{who, hall.Answer(n), strings.TrimSpace(vs["note"])}
	}))
}

func (v *View) answer(m answered) tea.Cmd {
	desk, c := v.env.Desk, v.file.Consultation
	return func() tea.Msg {
		_, err := desk.Answered(context.Background(), c.ID, c.Rev, m.who, m.answer, m.note)
		return done{text.JointForm.AnswerSaved.With("name", m.who.Name).With("answer", text.Answer(m.answer)), err, "answer " + keyOf(m.who), func() tea.Cmd { return v.askAnswer(m.who) }}
	}
}

const cancelling = "cancel"

func (v *View) askCancel() tea.Cmd {
	t, say := text.JointForm, v.env.Say
	f := v.form(cancelling, widget.Item{ID: "reason", Label: say(t.CancelWhy), Kind: widget.Notes, Rows: 2, Max: 300, Required: true})
	return views.Open(dialog.Ask(v.env.Styles, say(t.CancelTitle), "", f, func(vs map[string]string) tea.Msg { return cancel{strings.TrimSpace(vs["reason"])} }))
}

func (v *View) cancel(m cancel) tea.Cmd {
	desk, id := v.env.Desk, v.id
	return func() tea.Msg {
		return done{text.JointForm.CancelledNow, desk.CancelAppointment(context.Background(), id, m.why), cancelling, v.askCancel}
	}
}

func taskForm(id hall.TaskID) string { return fmt.Sprint("task ", id) }

// askTask asks what came of a task.
func (v *View) askTask(id hall.TaskID) tea.Cmd {
	at := slices.IndexFunc(v.file.Tasks, func(k hall.Task) bool { return k.ID == id })
	if at < 0 {
		return nil
	}
	k, t, say := v.file.Tasks[at], text.JointForm, v.env.Say
	if k.Done != 0 {
		return views.Toast(views.Warn, t.TaskGone)
	}
	f := v.form(taskForm(id), widget.Item{ID: "result", Label: say(t.Result), Kind: widget.Notes, Rows: 3, Max: 500, Required: true})
	hint := say(text.Joint.ByDay.With("who", k.Who).With("day", text.ShortDay(k.Due)))
	return views.PushAsked(dialog.Ask(v.env.Styles, say(t.TaskTitle.With("what", k.What)), hint, f, func(vs map[string]string) tea.Msg {
		return taskDone{k, strings.TrimSpace(vs["result"])}
	}))
}

func (v *View) endTask(m taskDone) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		_, err := desk.DoneTask(context.Background(), m.task.ID, m.task.Rev, m.result)
		out := done{text.JointForm.TaskSaved.With("what", m.task.What), err, taskForm(m.task.ID), func() tea.Cmd { return v.askTask(m.task.ID) }}
		if errors.Is(err, hall.Refuse(hall.ErrTaskDone)) {
			out.again = nil
		}
		return out
	}
}
