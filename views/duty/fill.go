package duty

import (
	"context"
	"errors"
	"fmt"
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

// filling is a form that fills the screen: a line of the log, what is handed over, or the
// record of the county team's visit.
type filling struct {
	*sheet.Sheet
	cases    *cases
	proposed []proposal   // what can be handed over
	duty     hall.DutyRow // the visit
	rows     int          // lines of each list
}

type (
	formOpened struct {
		what     string
		draft    hall.Draft
		data     hall.DutyDay // of the visit's day
		proposed []proposal
		err      error
	}
	formDone struct {
		what string
		say  text.Message
		err  error
	}
	fresh struct { // the visit is read again, after another desk changed its record
		data hall.DutyDay
		err  error
	}
	putAside struct{}
	leave    struct{} // signs out with what stands in the form
	drop     struct{ id hall.DraftID }
)

const (
	logForm   = "duty.log "
	visitForm = "duty.rotation "
)

// rotationForm names the form of a visit's record: its day leads back to it.
func rotationForm(r hall.DutyRow) string { return fmt.Sprint(visitForm, int(r.Day), " ", uint64(r.ID)) }

// visitOf reads that name.
func visitOf(form string) (day hall.Day, id hall.DutyID) {
	_, _ = fmt.Sscan(strings.TrimPrefix(form, visitForm), &day, &id) // another form: none
	return day, id
}

// formName is the name under which the draft of a form is kept: of the log and of what is
// handed over each has his own.
func (v *View) formName(what string) string {
	switch what {
	case doLog:
		return fmt.Sprint(logForm, v.env.Actor.Staff)
	case doOut:
		return hall.HandoverForm(v.env.Actor.Staff)
	}
	return what
}

// begin reads what was already written in a form, and opens it.
func (v *View) begin(what string) tea.Cmd {
	env, form := *v.env, v.formName(what)
	return func() tea.Msg {
		d, err := env.Desk.DraftFor(context.Background(), form, 0, 0)
		if errors.Is(err, hall.Refuse(hall.ErrNotFound)) {
			err = nil
		}
		return reads(&env, formOpened{what: what, draft: d, err: err})
	}
}

// resume goes on with a draft that the board led to.
func (v *View) resume(id hall.DraftID) tea.Cmd {
	env := *v.env
	own := map[string]string{v.formName(doLog): doLog, v.formName(doOut): doOut}
	return func() tea.Msg {
		d, err := env.Desk.Draft(context.Background(), id)
		m := formOpened{what: d.Form, draft: d, err: err}
		if what, ok := own[d.Form]; ok {
			m.what = what
		}
		return reads(&env, m)
	}
}

// reads adds what else a form needs. It is called in a command.
func reads(env *views.Env, m formOpened) formOpened {
	switch {
	case m.err != nil:
	case m.what == doOut:
		m.proposed, m.err = proposals(env)
	case strings.HasPrefix(m.what, visitForm):
		day, _ := visitOf(m.what)
		m.data, m.err = env.Desk.DutyDay(context.Background(), day)
	}
	return m
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
		desk := v.env.Desk
		return func() tea.Msg {
			return done{say: text.WalkIn.Dropped, err: desk.DiscardDraft(context.Background(), m.id)}
		}, true
	case putAside:
		v.fill = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.DutyForm.Kept)), true
	}
	if v.fill == nil {
		return nil, false
	}
	if _, ok := msg.(leave); ok {
		return v.fill.Submit(), true
	}
	if cmd, ok := v.fill.cases.message(msg); ok {
		return cmd, true
	}
	return v.fill.Keep.Message(msg)
}

// barred is why a form cannot be filled in now.
func (v *View) barred(m formOpened) text.Message {
	switch {
	case m.what == doLog || m.what == doOut:
		if v.data.Mine == nil {
			return text.Duty.NotIn
		}
	case strings.HasPrefix(m.what, visitForm):
		_, id := visitOf(m.what)
		if findVisit(m.data, id) == nil {
			return text.Duty.NoVisit
		}
	default: // somebody else's, or of another version of the program
		return text.DutyForm.NotYours.With("by", m.draft.ByName)
	}
	return text.Message{}
}

func findVisit(data hall.DutyDay, id hall.DutyID) *hall.DutyRow {
	for i := range data.Rows {
		if r := &data.Rows[i]; r.ID == id && r.State == hall.DutyStands {
			return r
		}
	}
	return nil
}

// openForm puts a form up with what was already written in it.
func (v *View) openForm(m formOpened) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case v.fill != nil:
		return nil
	}
	if why := v.barred(m); !why.IsZero() {
		if m.draft.ID != 0 && m.draft.By == v.env.Actor.Staff {
			return sheet.Orphan(v.env, m.draft, why, drop{m.draft.ID})
		}
		return views.Toast(views.Warn, why)
	}
	f := &filling{cases: &cases{env: v.env}, proposed: m.proposed}
	v.fill = f
	switch m.what {
	case doLog:
		v.openLog(m)
	case doOut:
		v.openOut(m)
	default:
		_, id := visitOf(m.what)
		v.openVisit(*findVisit(m.data, id), m)
	}
	f.Keep = draft.New(v.env, m.draft, v.keeps(m.what))
	var resumed tea.Cmd
	if m.draft.ID != 0 {
		resumed = views.Toast(views.Done, text.DutyForm.Resumed.With("by", m.draft.ByName).With("at", text.Moment(m.draft.At)))
	}
	return tea.Batch(f.Follow(), resumed)
}

// keeps makes the draft of a form: nobody else goes on with what is one's own.
func (v *View) keeps(what string) func() hall.Draft {
	f, name := v.fill, v.formName(what)
	return func() hall.Draft {
		d := hall.Draft{Kind: hall.DraftDuty, Form: name, Fields: f.Form.Values(), Intake: hall.Intake{Confidential: true}}
		switch what {
		case doOut:
			d.Kind = hall.DraftHandover
			d.Title = widget.Cut(strings.TrimSpace(f.Form.Value("note")+" "+f.Form.Value(itemField("what", 0))), 20, "")
		case doLog:
			d.Title = v.env.Say(text.DutyForm.DraftLog.With("what", widget.Cut(f.Form.Value("what"), 16, "")))
		default:
			d.Intake.Confidential = false
			d.Title = v.env.Say(text.Words(text.DutyForm.RotationTitle, text.ShortDay(f.duty.Day)))
		}
		return d
	}
}

func (v *View) sheet(what string, items []widget.Item, answers map[string]string, caseFields []string) {
	f := v.fill
	f.Sheet = sheet.New(v.env, what, items, answers)
	f.cases.watch(f.Form, caseFields)
}

// complete runs what completes a form, at a desk that lets the form's draft go with it.
func (v *View) complete(say text.Message, do func(context.Context, *store.Desk) error) tea.Cmd {
	desk, keep, what := v.env.Desk, v.fill.Keep, v.fill.What
	return func() tea.Msg {
		err := keep.Finish(func(id hall.DraftID) error { return do(context.Background(), desk.From(id)) })
		return formDone{what, say, err}
	}
}

func (v *View) formDone(m formDone) tea.Cmd {
	f := v.fill
	if f == nil {
		return nil
	}
	if m.err == nil {
		v.fill = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
	}
	switch {
	case m.what == doOut && errors.Is(m.err, hall.Refuse(hall.ErrNotOn)):
		keep := f.Keep.Leave()
		v.fill = nil
		return tea.Batch(keep, v.Load(), views.Toast(views.Warn, text.DutyForm.OutElsewhere))
	case f.Refused(m.err):
		return nil
	case f.Stale:
		desk, day := v.env.Desk, f.duty.Day
		return func() tea.Msg {
			data, err := desk.DutyDay(context.Background(), day)
			return fresh{data, err}
		}
	}
	return tea.Batch(v.Load(), views.Fail(m.err))
}

func (v *View) drawFill(w, h int) views.Frame {
	f, say, st, t := v.fill, v.env.Say, v.env.Styles, text.DutyForm
	title, rule := t.RotationTitle, t.RotationRule
	switch f.What {
	case doLog:
		title, rule = t.LogTitle, t.LogRule
	case doOut:
		title, rule = t.OutFormTitle, t.OutRule
	}
	head := say(title)
	if f.duty.ID != 0 {
		head += "  " + say(text.ShortDay(f.duty.Day)) + "  " + v.names(f.duty.People)
	}
	out := []string{" " + st.Title.Render(widget.Cut(head, w-2, st.Marks.More)), ""}
	add := func(s string) {
		for _, l := range widget.Wrap(s, sheet.Width(w)) {
			out = append(out, "  "+st.Muted.Render(l))
		}
	}
	add(say(rule))
	if n := v.data.Pending(); f.What == doOut && n > 0 {
		add(say(t.OutPending.With("n", n)))
	}
	return f.Draw(w, h, append(out, ""), nil)
}
