package followup

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

// filling is a form that fills the screen: a record, another day, or one planned by hand.
type filling struct {
	*sheet.Sheet
	file     hall.JointFile // what it is about; of a new one only the case
	clashes  *sheet.Clashes // of an hour
	proposed string         // the next visit as it was proposed last
}

type (
	formOpened struct {
		what  string
		draft hall.Draft
		file  hall.JointFile
		err   error
	}
	formDone struct {
		what  string
		visit hall.Consultation
		file  hall.JointFile // as it is now
		err   error
	}
	fresh struct { // the record is read again, after another desk changed it
		file hall.JointFile
		err  error
	}
	putAside struct{}
	drop     struct{ id hall.DraftID }
)

// formName is the name under which the draft of a form is kept.
func formName(what string) string { return "followup." + what }

// matter reads what a form is about.
func matter(ctx context.Context, desk *store.Desk, on hall.CaseID, id hall.ConsultationID) (hall.JointFile, error) {
	if id != 0 {
		return desk.FollowUp(ctx, id)
	}
	f, err := desk.Case(ctx, on)
	return hall.JointFile{Case: f.Case, Masked: f.Masked}, err
}

// begin reads what was already written in a form, and opens it.
func (v *View) begin(what string, on hall.CaseID, id hall.ConsultationID) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		ctx, m := context.Background(), formOpened{what: what}
		if m.file, m.err = matter(ctx, desk, on, id); m.err != nil {
			return m
		}
		m.draft, m.err = desk.DraftFor(ctx, formName(what), on, id)
		if errors.Is(m.err, hall.Refuse(hall.ErrNotFound)) {
			m.err = nil
		}
		return m
	}
}

// resume goes on with a draft that the board led to.
func (v *View) resume(id hall.DraftID) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		d, err := desk.Draft(context.Background(), id)
		m := formOpened{what: strings.TrimPrefix(d.Form, formName("")), draft: d, err: err}
		if err == nil {
			m.file, m.err = matter(context.Background(), desk, d.Case, d.Consultation)
		}
		return m
	}
}

// fillMessage takes the messages of the forms; false for others.
func (v *View) fillMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case formOpened:
		return v.openForm(m), true
	case formDone:
		return v.formDone(m), true
	case fresh:
		return v.freshen(m), true
	case drop:
		return v.drop(m), true
	case putAside:
		v.fill = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.FollowForm.Kept)), true
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
	return map[string]text.Message{doRecord: text.FollowForm.RecordTitle, doMove: text.FollowForm.MoveTitle, doPlan: text.FollowForm.PlanTitle}[what]
}

// barred is why a form cannot be filled in.
func barred(what string, f hall.JointFile) text.Message {
	switch {
	case what == doPlan && !f.Case.Followed():
		return text.Err(hall.Refuse(hall.ErrNothingToFollow))
	case what != doPlan && f.Consultation.State.Over():
		return text.FollowUps.IsOver.With("state", text.VisitState(hall.VisitRowOf(f.Consultation)))
	}
	return text.Message{}
}

// openForm puts a form up with what was already written in it.
func (v *View) openForm(m formOpened) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case v.fill != nil || stepName(m.what).IsZero(): // or a draft of another version of the program
		return nil
	}
	if why := barred(m.what, m.file); !why.IsZero() {
		if m.draft.ID != 0 {
			return sheet.Orphan(v.env, m.draft, why, drop{m.draft.ID})
		}
		return views.Toast(views.Warn, why)
	}
	f := &filling{file: m.file, clashes: sheet.NewClashes(v.env)}
	items := map[string]func(hall.JointFile) []widget.Item{doRecord: v.recordItems, doMove: v.moveItems, doPlan: v.planItems}[m.what](m.file)
	f.Sheet = sheet.New(v.env, m.what, items, m.draft.Fields)
	f.Rev = m.file.Consultation.Rev
	f.Follow = map[string]func() tea.Cmd{doRecord: v.followRecord, doMove: v.followMove, doPlan: v.followPlan}[m.what]
	f.Save = map[string]func() (tea.Cmd, *hall.Error){doRecord: v.saveRecord, doMove: v.saveMove, doPlan: v.savePlan}[m.what]
	title, c, id := v.env.Say(text.FollowForm.Title.With("what", stepName(m.what)).With("no", name(m.file))), m.file.Case.ID, m.file.Consultation.ID
	f.Keep = draft.New(v.env, m.draft, func() hall.Draft {
		return hall.Draft{Kind: hall.DraftFollowUp, Form: formName(m.what), Case: c, Consultation: id, Title: title, Fields: f.Form.Values()}
	})
	v.fill = f
	if m.what == doRecord {
		v.takeProposal(m.draft.ID != 0)
	}
	var resumed tea.Cmd
	if m.draft.ID != 0 {
		resumed = views.Toast(views.Done, text.FollowForm.Resumed.With("by", m.draft.ByName).With("at", text.Moment(m.draft.At)))
	}
	return tea.Batch(f.Follow(), resumed)
}

func (v *View) drop(m drop) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		return done{say: text.WalkIn.Dropped, err: desk.DiscardDraft(context.Background(), m.id)}
	}
}

// finish runs what completes the form that is open, and reads what became of it.
func (v *View) finish(do func(context.Context, hall.DraftID) (hall.Consultation, error)) tea.Cmd {
	desk, keep, what := v.env.Desk, v.fill.Keep, v.fill.What
	return func() tea.Msg {
		ctx, m := context.Background(), formDone{what: what}
		m.err = keep.Finish(func(id hall.DraftID) (err error) {
			m.visit, err = do(ctx, id)
			return err
		})
		if m.err == nil {
			m.file, m.err = desk.FollowUp(ctx, m.visit.ID)
		}
		return m
	}
}

func (v *View) formDone(m formDone) tea.Cmd {
	f := v.fill
	if f == nil {
		return nil
	}
	if m.err != nil {
		if f.Refused(m.err) {
			return nil
		}
		if f.Stale {
			return tea.Batch(v.refresh(), views.Toast(views.Warn, text.FollowForm.Changed))
		}
		return tea.Batch(v.Load(), views.Fail(m.err))
	}
	v.fill = nil
	if m.what == doPlan {
		v.list.Select(keyOf(m.visit.ID))
		v.file = nil
	}
	if m.what == doRecord {
		v.list.Release() // on to the next one
	}
	cmds := []tea.Cmd{v.Load(), views.Toast(views.Done, v.said(m))}
	if m.what == doRecord && m.visit.Visit.Relapse == hall.RelapseBack {
		cmds = append(cmds, v.askBack(m.file))
	}
	return tea.Batch(cmds...)
}

// said is what a form came to.
func (v *View) said(m formDone) text.Message {
	t, c := text.FollowForm, m.visit
	switch m.what {
	case doPlan:
		return text.FollowUps.Planned.With("day", text.ShortDay(c.Day))
	case doMove:
		if c.Timed() {
			return t.MovedAt.With("day", text.ShortDay(c.Day)).With("time", text.Slot(c.Slot))
		}
		return t.MovedTo.With("day", text.ShortDay(c.Day))
	}
	said := t.Recorded
	if c.Visit.Next != 0 {
		said = t.RecordedNext.With("day", text.ShortDay(c.Visit.Next))
	}
	if c.Visit.Performance == hall.PerformanceFull && m.file.Case.State == hall.Performing {
		said = t.RecordedPerform.With("said", said)
	}
	return said
}

// refresh reads what the form is about once more: its revision is an old one.
func (v *View) refresh() tea.Cmd {
	desk, on, id := v.env.Desk, v.fill.file.Case.ID, v.fill.file.Consultation.ID
	return func() tea.Msg {
		f, err := matter(context.Background(), desk, on, id)
		return fresh{f, err}
	}
}

// freshen goes on with what was typed, on the record as it is now; where nothing can be done
// with it any more the words stay a draft.
func (v *View) freshen(m fresh) tea.Cmd {
	f := v.fill
	if f == nil {
		return nil
	}
	if m.err != nil {
		return views.Fail(m.err)
	}
	f.file, f.Rev, f.Stale = m.file, m.file.Consultation.Rev, false
	why := barred(f.What, m.file)
	if why.IsZero() {
		return nil
	}
	keep := f.Keep.Leave()
	v.fill = nil
	return tea.Batch(keep, v.Load(), views.Toast(views.Warn, text.FollowForm.Gone.With("why", why)))
}

func (v *View) drawFill(w, h int) views.Frame {
	f, say, st := v.fill, v.env.Say, v.env.Styles
	c := f.file.Case
	who := say(text.Versus(hall.RowOf(c))) + "  " + st.Marks.Dot + "  " + say(text.About(v.env.Settings, c.Type, c.Subject))
	out := []string{" " + st.Title.Render(widget.Cut(name(f.file)+"  "+who, w-2, st.Marks.More)), "", "  " + st.Title.Render(say(stepName(f.What)))}
	fw := sheet.Width(w)
	rule := map[string]text.Message{doRecord: text.FollowForm.RecordRule, doMove: text.FollowForm.MoveRule, doPlan: text.FollowForm.PlanRule}[f.What]
	for _, l := range widget.Wrap(say(rule), fw) {
		out = append(out, "  "+st.Muted.Render(l))
	}
	if a := c.Agreement; a != nil && f.What == doRecord {
		out = append(out, "  "+widget.Cut(say(text.FollowUps.Agreement)+"  "+strings.Join(strings.Fields(a.Terms), " "), fw, st.Marks.More))
	}
	return f.Draw(w, h, append(out, ""), f.clashes.Lines(fw))
}
