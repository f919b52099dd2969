package appointments

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// form is a question's form, as it was left: neither Esc nor a refusal loses what was typed.
func (v *View) form(name string, it widget.Item) *widget.Form {
	if v.forms[name] == nil {
		v.forms[name] = widget.NewForm(v.env.Styles, dialog.Words(v.env), []widget.Item{it})
	}
	return v.forms[name]
}

func cancelling(r hall.VisitRow) string { return fmt.Sprint("cancel", r.ID) }

func (v *View) askWhy(r hall.VisitRow) tea.Cmd {
	t, say := text.Appointments, v.env.Say
	f := v.form(cancelling(r), widget.Item{ID: "reason", Label: say(t.Reason), Kind: widget.Notes, Rows: 2, Max: 300, Required: true})
	title := say(t.CancelTitle) + "  " + say(text.Who(r.Who, r.Others))
	return views.Open(dialog.Ask(v.env.Styles, title, "", f, func(vs map[string]string) tea.Msg { return cancel{r, strings.TrimSpace(vs["reason"])} }))
}

const jumping = "day"

func (v *View) askDay() tea.Cmd {
	t, say := text.Appointments, v.env.Say
	f := v.form(jumping, widget.Item{ID: "day", Label: say(t.Day), Max: 20, Required: true, Help: say(t.JumpHelp)})
	return views.Open(dialog.Ask(v.env.Styles, say(t.JumpTitle), "", f, func(vs map[string]string) tea.Msg { return jump{strings.TrimSpace(vs["day"])} }))
}

func (v *View) jump(m jump) tea.Cmd {
	day, err := text.ParseDate(m.day, v.env.Today())
	if err != nil {
		if f := v.forms[jumping]; f != nil {
			f.SetError("day", v.env.Say(text.Err(err)))
		}
		return v.askDay()
	}
	delete(v.forms, jumping)
	return v.move(day)
}

// done takes what an operation came to. A refusal may come of what somebody did at another
// desk: the list is read again.
func (v *View) done(m done) tea.Cmd {
	name := cancelling(m.row)
	if m.err == nil {
		delete(v.forms, name)
		return views.Toast(views.Done, m.say)
	}
	var bad *hall.Error
	if f := v.forms[name]; f != nil && (!errors.As(m.err, &bad) || f.Has(bad.Field)) {
		if bad != nil {
			f.SetError(bad.Field, v.env.Say(text.Err(bad)))
		}
		return tea.Batch(v.Load(), v.askWhy(m.row), views.Fail(m.err))
	}
	return tea.Batch(v.Load(), views.Fail(m.err))
}
