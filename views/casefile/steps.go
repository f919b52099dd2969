package casefile

import (
	"context"
	"errors"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/draft"
	"sizhen/views/text"
	"sizhen/views/widget"
)

type (
	confirmed struct{ action hall.Action }
	leaves    struct{ id hall.MediatorID }
	picked    struct {
		action hall.Action
		row    hall.MediatorRow
	}
	formOpened struct {
		action hall.Action
		draft  hall.Draft
		err    error
	}
	putAside struct{}
)

// filling is a form being filled in, kept as a draft while somebody types.
type filling struct {
	action hall.Action
	spec   form
	form   *widget.Form
	keep   *draft.Keeper
	rev    uint64 // the case as it was when the form was opened
	stale  bool   // the case was changed at another desk: take its new revision once it is read
}

// begin opens what an action asks for.
func (v *View) begin(a hall.Action) tea.Cmd {
	say, t := v.env.Say, text.CaseFile
	v.short, v.ask = nil, nil
	sure := func(title, body text.Message) tea.Cmd {
		return views.Open(dialog.Confirm(v.env, say(title), []string{say(body)}, say(t.Sure), say(t.NotNow), confirmed{a}))
	}
	switch a {
	case 0:
		return v.relapse()
	case hall.ActAccept:
		return sure(t.ConfirmAccept, t.AcceptBody.With("day", text.ShortDay(hall.LimitFrom(v.env.Today(), v.env.Settings, v.env.Calendar()).Day)))
	case hall.ActResume:
		return sure(t.ConfirmResume, t.ResumeBody)
	case hall.ActFile:
		return sure(t.ConfirmFile, t.FileBody)
	case hall.ActAssign:
		return v.pick(t.PickMediator, a)
	case hall.ActStandAside:
		return v.whoLeaves()
	}
	return v.readDraft(a)
}

func (v *View) openAsk(a hall.Action) tea.Cmd {
	return views.Open(dialog.Ask(v.env.Styles, v.env.Say(text.Action(a)), "", v.ask, func(vs map[string]string) tea.Msg { return filled{a, vs} }))
}

// submit makes a step of a form's answers and takes it.
func (v *View) submit(a hall.Action, values map[string]string) tea.Cmd {
	get := func(id string) string { return strings.TrimSpace(values[id]) }
	if a == hall.ActAssign || a == hall.ActStandAside {
		return v.do(hall.Step{
			Action: a, Mediator: v.row.ID, Leaving: v.gone, Chair: get("chair") == "1", Override: v.row.Conflict != hall.NoConflict, Reason: get("reason"),
		}, nil)
	}
	s, bad := forms()[a].step(v, get)
	if bad != nil {
		return v.complain(a, bad)
	}
	s.Action = a
	if v.long != nil {
		return v.do(s, v.long)
	}
	return v.do(s, v.short)
}

// pick finds a mediator: the best for the case first, each with what speaks for him and
// against him. The person decides.
func (v *View) pick(title text.Message, a hall.Action) tea.Cmd {
	desk, say, id := v.env.Desk, v.env.Say, v.file.Case.ID
	find := func(ctx context.Context, q string) ([]dialog.Choice, error) {
		found, err := desk.Suggest(ctx, id, q, 20)
		var out []dialog.Choice
		for _, s := range found {
			m := s.Row
			out = append(out, dialog.Choice{
				ID: strconv.FormatUint(uint64(m.ID), 10), Label: m.Name + "  " + m.Village, Detail: say(text.Reasons(s.Reasons)), Warn: s.Warned(), Row: m,
			})
		}
		return out, err
	}
	return views.Open(dialog.Pick(v.env, say(title), find, func(c dialog.Choice) tea.Msg {
		m, _ := c.Row.(hall.MediatorRow)
		return picked{a, m}
	}))
}

// picked goes on with the mediator: a warning, or standing aside, asks for a reason first, and
// a second mediator whether he is to chair.
func (v *View) picked(m picked) tea.Cmd {
	v.row = m.row
	say, t := v.env.Say, text.CaseFile
	warned, second := m.row.Conflict != hall.NoConflict, m.action == hall.ActAssign && len(v.file.Case.Mediators()) > 0
	var items []widget.Item
	if second {
		items = append(items, v.yesNo("chair", t.ToChair, text.Message{}, "0"))
	}
	if warned || m.action == hall.ActStandAside {
		why := v.reason()
		why.Label = say(t.Leaving)
		if warned {
			why.Label = say(t.OverrideWhy)
			why.Help = say(t.Override.With("name", m.row.Name).With("why", text.Conflict(m.row.Conflict)).With("party", m.row.Party))
		}
		items = append(items, why)
	}
	if len(items) == 0 {
		v.ask = nil
		return v.do(hall.Step{Action: m.action, Mediator: m.row.ID}, nil)
	}
	v.ask = widget.NewForm(v.env.Styles, dialog.Words(v.env), items)
	return v.openAsk(m.action)
}

func (v *View) whoLeaves() tea.Cmd {
	all := v.file.Case.Mediators()
	if len(all) == 1 {
		return v.pickNew(all[0].ID)
	}
	var items []widget.MenuItem
	for _, m := range all {
		items = append(items, widget.MenuItem{ID: strconv.FormatUint(uint64(m.ID), 10), Label: m.Name})
	}
	return views.Open(dialog.Menu(v.env, v.env.Say(text.CaseFile.PickLeaving), items, func(id string) tea.Msg {
		n, _ := strconv.ParseUint(id, 10, 64)
		return leaves{hall.MediatorID(n)}
	}))
}

func (v *View) pickNew(leaving hall.MediatorID) tea.Cmd {
	v.gone = leaving
	return v.pick(text.CaseFile.PickNew, hall.ActStandAside)
}

// readDraft looks for what was already written in a form.
func (v *View) readDraft(a hall.Action) tea.Cmd {
	desk, id := v.env.Desk, v.file.Case.ID
	return func() tea.Msg {
		d, err := desk.DraftFor(context.Background(), string(hall.DeedOf(a)), id, 0)
		var none *hall.Error
		if errors.As(err, &none) {
			err = nil
		}
		return formOpened{a, d, err}
	}
}

// resume goes on with a draft that the board led to.
func (v *View) resume(id hall.DraftID) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		d, err := desk.Draft(context.Background(), id)
		for a, f := range forms() {
			if string(hall.DeedOf(a)) == d.Form && f.items != nil {
				return formOpened{a, d, err}
			}
		}
		return formOpened{0, d, err}
	}
}

// openForm puts a form up, long ones on the whole screen, short ones in a box.
func (v *View) openForm(m formOpened) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	spec, ok := forms()[m.action]
	if !ok || v.long != nil {
		return nil
	}
	if why := v.why(m.action); !why.IsZero() {
		return views.Toast(views.Warn, why)
	}
	c := v.file.Case
	f := &filling{action: m.action, spec: spec, rev: c.Rev, form: widget.NewForm(v.env.Styles, dialog.Words(v.env), spec.items(v))}
	f.form.SetValues(m.draft.Fields)
	title := c.Number
	if title == "" {
		title, _ = hall.First(c.Of(hall.Applicant))
	}
	if !spec.long {
		title += "  " + v.env.Say(text.Action(m.action)) // the kind alone does not say which
	}
	f.keep = draft.New(v.env, m.draft, func() hall.Draft {
		return hall.Draft{Kind: spec.kind, Form: string(hall.DeedOf(m.action)), Case: c.ID, Title: title, Fields: f.form.Values()}
	})
	var resumed tea.Cmd
	if m.draft.ID != 0 {
		resumed = views.Toast(views.Done, text.CaseFile.Resumed.With("by", m.draft.ByName).With("at", text.Moment(m.draft.At)))
	}
	if spec.long {
		v.long = f
		v.follow()
		return resumed
	}
	v.short = f
	return tea.Batch(v.openShort(), resumed)
}

func (v *View) openShort() tea.Cmd {
	f := v.short
	hint := text.Message{}
	if f.spec.rule != nil {
		hint = f.spec.rule(v)
	}
	return views.Open(dialog.Kept(v.env.Styles, v.env.Say(text.Action(f.action)), v.env.Say(hint), f.form, f.keep, func(vs map[string]string) tea.Msg {
		return filled{f.action, vs}
	}))
}

// follow writes what follows from the answers behind them, and hides what does not apply.
func (v *View) follow() {
	f := v.long.form
	if v.long.action == hall.ActAgree {
		f.SetHelp("written", v.env.Say(v.advice(f.Raw)))
		f.SetHidden("whyoral", f.Raw("written") != "0" || v.whyWritten(f.Raw) == nil)
		f.SetHidden("performby", f.Raw("onspot") == "1")
	}
	if v.long.action == hall.ActAmend {
		f.SetHidden("sourcefrom", f.Raw("source") != strconv.Itoa(int(hall.SourceEntrusted)))
	}
	note := ""
	if fen, err := text.ParseMoney(f.Value("amount")); err == nil {
		note = text.Capital(fen)
	}
	f.SetNote("amount", note)
	for _, id := range []string{"at", "made", "performby"} {
		note = ""
		if d, err := text.ParseDate(f.Value(id), v.env.Today()); err == nil && f.Value(id) != "" {
			note = v.env.Say(text.ShortDay(d))
		}
		f.SetNote(id, note)
	}
}

func (v *View) longUpdate(msg tea.Msg) tea.Cmd {
	l := v.long
	if cmd, ok := l.keep.Message(msg); ok {
		return cmd
	}
	ev := l.form.Update(msg)
	var cmds []tea.Cmd
	if ev.Refused != "" {
		cmds = append(cmds, views.Toast(views.Warn, text.Raw(ev.Refused)))
	}
	if ev.Changed != "" {
		v.follow()
		if ev.Taken && l.form.FocusAfter(ev.Changed) {
			ev.Submitted = false
		}
		cmds = append(cmds, l.keep.Changed())
	}
	if ev.Left != "" {
		cmds = append(cmds, l.keep.Save())
	}
	if ev.Submitted {
		cmds = append(cmds, v.longSubmit())
	}
	return tea.Batch(cmds...)
}

func (v *View) longSubmit() tea.Cmd {
	l := v.long
	l.form.ClearErrors()
	if l.form.Missing() {
		return nil
	}
	return v.submit(l.action, l.form.Values())
}

// Leave implements views.Leaver.
func (v *View) Leave() tea.Cmd {
	if v.long == nil {
		return nil
	}
	return v.long.keep.Leave()
}

// Back implements views.Backer: the form is put aside once its words are kept.
func (v *View) Back() (tea.Cmd, bool) {
	if v.long == nil {
		return nil, false
	}
	return v.long.keep.Aside(putAside{}), true
}
