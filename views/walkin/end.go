package walkin

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/draft"
	"sizhen/views/ending"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// draftForm is the name under which the half-written end of a visit is kept.
const draftForm = "walkin"

// endForm is the form that ends a visit.
type endForm struct {
	row   hall.VisitRow
	visit hall.Consultation
	form  *widget.Form
	part  *ending.Part
	keep  *draft.Keeper
	busy  bool
	over  bool // it was ended at another desk
}

type (
	endOpened struct {
		row   hall.VisitRow
		visit hall.Consultation
		draft hall.Draft
		err   error
	}
	ended struct {
		row hall.VisitRow
		end hall.Ending
		res hall.IntakeResult
		err error
	}
)

// openEnd reads the visit and what was already written about its end.
func (v *View) openEnd(row hall.VisitRow) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		ctx := context.Background()
		m := endOpened{row: row}
		if m.visit, m.err = desk.Visit(ctx, row.ID); m.err != nil {
			return m
		}
		d, err := desk.DraftFor(ctx, draftForm, 0, row.ID)
		var none *hall.Error
		if err == nil {
			m.draft = d
		} else if !errors.As(err, &none) {
			m.err = err
		}
		return m
	}
}

func (v *View) beginEnd(m endOpened) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	if why := v.whyNot(hall.VisitRowOf(m.visit), hall.OpEnd); !why.IsZero() {
		return views.Toast(views.Warn, why)
	}
	outcomes := hall.Outcomes(hall.LedSeen)
	if m.visit.Case != 0 {
		outcomes = hall.Outcomes(hall.LedOnCase)
	}
	e := &endForm{row: m.row, visit: m.visit, part: ending.New(v.env, outcomes)}
	e.part.Advice = true
	items := []widget.Item{}
	for _, it := range e.part.Items() {
		if it.ID == "advice" { // always asked here: what was said is the record of the visit
			items = append([]widget.Item{it}, items...)
		} else {
			items = append(items, it)
		}
	}
	e.form = widget.NewForm(v.env.Styles, dialog.Words(v.env), items)
	e.part.Bind(e.form)
	e.form.SetValues(m.draft.Fields)
	e.part.Restore(m.draft.Fields["mediator.id"])
	e.keep = draft.New(v.env, m.draft, func() hall.Draft {
		fields := e.form.Values()
		fields["mediator.id"] = e.part.Keep()
		return hall.Draft{Kind: hall.DraftWalkIn, Form: draftForm, Consultation: e.row.ID, Title: e.row.Who, Fields: fields,
			Intake: hall.Intake{Confidential: e.visit.Confidential}}
	})
	v.end = e
	e.show()
	e.form.Focus("advice")
	return nil
}

// show hides what the outcome does not need.
func (e *endForm) show() {
	e.part.Show()
	e.part.Note()
	note := ""
	if fen, err := text.ParseMoney(e.form.Value("settled")); err == nil {
		note = text.Capital(fen)
	}
	e.form.SetNote("settled", note)
}

func (v *View) endUpdate(msg tea.Msg) tea.Cmd {
	e := v.end
	if cmd, ok := e.keep.Message(msg); ok {
		return cmd
	}
	if cmd, ok := e.part.Message(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case ended:
		return v.ended(m)
	case reread:
		return v.reread(m)
	case putAside:
		v.end = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.WalkIn.Kept))
	}
	ev := e.form.Update(msg)
	cmds := []tea.Cmd{e.part.Event(ev)}
	if ev.Refused != "" {
		cmds = append(cmds, views.Toast(views.Warn, text.Raw(ev.Refused)))
	}
	if ev.Changed != "" || ev.Picked >= 0 {
		e.show()
		if ev.Taken && e.form.FocusAfter(ev.Changed) { // an answer may ask for more
			ev.Submitted = false
		}
		cmds = append(cmds, e.keep.Changed())
	}
	if ev.Left != "" {
		cmds = append(cmds, e.keep.Save())
	}
	if ev.Submitted {
		cmds = append(cmds, v.submitEnd())
	}
	return tea.Batch(cmds...)
}

func (v *View) submitEnd() tea.Cmd {
	e := v.end
	switch {
	case e.busy:
		return nil
	case e.over:
		return views.Toast(views.Warn, text.WalkIn.OverNow)
	}
	e.form.ClearErrors()
	if e.form.Missing() {
		return nil
	}
	end, bad := e.part.Read()
	end.Advice = e.form.Value("advice")
	if bad == nil {
		bad = end.Check(v.env.Settings, v.env.Today())
	}
	if bad != nil {
		e.form.SetError(bad.Field, v.env.Say(text.Err(bad)))
		e.form.FocusError()
		return nil
	}
	e.busy = true
	desk := v.env.Desk
	return func() tea.Msg {
		m := ended{row: e.row, end: end}
		m.err = e.keep.Finish(func(id hall.DraftID) (err error) {
			m.res, err = desk.EndVisit(context.Background(), e.row.ID, e.visit.Rev, id, end)
			return err
		})
		return m
	}
}

func (v *View) ended(m ended) tea.Cmd {
	e := v.end
	e.busy = false
	if m.err != nil {
		var bad *hall.Error
		if errors.As(m.err, &bad) && bad.Field != "" && e.form.Has(bad.Field) {
			e.form.SetError(bad.Field, v.env.Say(text.Err(bad)))
			e.form.FocusError()
			return nil
		}
		if errors.As(m.err, &bad) && (bad.Code == hall.ErrConflict || bad.Code == hall.ErrVisitState) {
			return v.readAgain()
		}
		return views.Fail(m.err)
	}
	v.end = nil
	t, say := text.WalkIn, v.env.Say
	said := t.EndedNoCase.With("who", m.row.Who).With("what", text.Outcome(m.end.Outcome))
	if m.res.Number != "" {
		said = t.OpenAsk.With("no", m.res.Number)
	}
	body := t.OpenBody
	switch {
	case m.end.Outcome == hall.OnInCase && e.visit.Session == nil:
		body = t.GoesOn
	case m.res.Case == e.visit.Case, m.end.Outcome == hall.TransferredOut, m.end.Outcome == hall.NotAccepted:
		return tea.Batch(v.Load(), views.Toast(views.Done, said))
	}
	return tea.Batch(v.Load(), views.Toast(views.Done, said), views.Open(dialog.Confirm(v.env, say(said), []string{say(body)},
		say(t.OpenYes), say(t.OpenNo), openMsg{m.res.Case})))
}

func (v *View) endActions() []views.Action {
	t := text.WalkIn
	return []views.Action{
		{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next}, {Key: views.Key("Ctrl-S", "ctrl+s"), Name: t.Submit, Run: v.submitEnd},
	}
}

func (v *View) drawEnd(w, h int) views.Frame {
	e, st, say := v.end, v.env.Styles, v.env.Say
	lines := []string{""}
	about := say(text.About(v.env.Settings, e.row.Type, e.row.Subject))
	if e.row.Against != "" {
		about = say(text.WalkIn.Against) + " " + e.row.Against + "  " + about
	}
	lines = append(lines, "  "+st.Title.Render(widget.Cut(say(text.Who(e.row.Who, e.row.Others))+"  "+about, w-4, st.Marks.More)), "")
	fw := min(w-4, 96)
	body, cx, cy, ok := e.form.Draw(fw, h-len(lines)-1)
	for _, l := range body {
		lines = append(lines, "  "+l)
	}
	f := views.NewFrame(w, h, lines)
	if ok {
		f.Cursor = &views.Point{X: cx + 2, Y: cy + 3}
	}
	return f
}

// Leave implements views.Leaver: what was typed is kept.
func (v *View) Leave() tea.Cmd {
	if v.end == nil {
		return nil
	}
	return v.end.keep.Leave()
}

// putAside says that the form's words are kept and it may go.
type putAside struct{}

// Back implements views.Backer: the form is put aside once its words are kept.
func (v *View) Back() (tea.Cmd, bool) {
	if v.end == nil {
		return nil, false
	}
	return v.end.keep.Aside(putAside{}), true
}
