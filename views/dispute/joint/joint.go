// Package joint is where difficult cases are discussed together (集中会诊, F6): the list of
// joint consultations, and one of them from the parties' consent over the invitations and
// the common time to what came of it.
package joint

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// most is how many of a stage are listed; older ones stand in their cases.
const most = 200

// View is the list of the joint consultations.
type View struct {
	*list.View[hall.VisitRow]
	env *views.Env
}

// New makes the screen: the list, or the one that a route leads to.
func New(env *views.Env, r views.Route) views.View {
	if r.Consultation != 0 {
		return open(env, r)
	}
	v := &View{env: env}
	var first tea.Cmd
	switch {
	case r.Draft != 0:
		first = form.Resume(env, r.Draft)
	case r.Case != 0:
		first = v.readCase(r.Case, hall.Draft{})
	}
	v.View = list.New(env, list.Of[hall.VisitRow]{
		Title: title, Empty: empty, Read: read, First: first, Sheet: list.Rows(ledger.Joints(), read),
		Columns: columns(env),
		Key:     func(r hall.VisitRow) string { return key(r.ID) },
		Tone:    tone, About: brief,
		Enter: openKey, Open: func(r hall.VisitRow) tea.Cmd { return v.look(r.ID) },
		Why:  func(r hall.VisitRow) text.Message { return text.Shut(r.Hidden) },
		Took: v.took, Hint: func() text.Message {
			if v.Len() == 0 {
				return hintEmpty
			}
			return hint
		},
		Keys: func() []views.Action {
			return []views.Action{{Key: views.Key("Ctrl-N", "ctrl+n"), Name: propose, Run: v.pickCase}}
		},
	})
	return v
}

func key(id hall.ConsultationID) string { return fmt.Sprint(id) }

// read reads the three stages; those that were held the latest first.
func read(ctx context.Context, s views.Session, _ list.Query) (list.Page[hall.VisitRow], error) {
	var out list.Page[hall.VisitRow]
	for _, stage := range []hall.Stage{hall.StageProposed, hall.StageOpen, hall.StageEnded} {
		p, err := s.Desk.Joints(ctx, stage, most)
		if err != nil {
			return out, err
		}
		g := list.Group{Head: groupHead.With("name", stageName[stage]).With("n", p.Total), None: stageNone[stage], Rows: len(p.Rows)}
		if rest := p.Total - len(p.Rows); rest > 0 {
			g.Rest = older.With("n", rest)
		}
		out.Rows, out.Groups, out.Total = append(out.Rows, p.Rows...), append(out.Groups, g), out.Total+len(p.Rows)
	}
	if out.Total == 0 {
		out.Groups = nil
	}
	return out, nil
}

func tone(s views.Session, r hall.VisitRow) widget.Tone {
	switch {
	case late(s, r):
		return widget.Danger
	case r.Hidden || r.State == hall.Ended:
		return widget.Muted
	}
	return widget.Normal
}

// late reports whether a time has come and nothing was recorded.
func late(s views.Session, r hall.VisitRow) bool {
	return r.State == hall.Waiting && r.Slot.Day != 0 && r.Slot.Day < s.Today()
}

func whom(r hall.VisitRow) text.Message {
	if r.Hidden {
		return hidden
	}
	return text.Sides(r)
}

func columns(env *views.Env) []ledger.Column[hall.VisitRow] {
	out := ledger.Only(ledger.Joints().Columns, "day", "from", "room")
	out[0].Show = func(_ ledger.Here, r hall.VisitRow) text.Message { return text.ShortDay(cmp.Or(r.Slot.Day, r.Day)) }
	return append(out, whomColumn(), whatColumn(env))
}

func whomColumn() ledger.Column[hall.VisitRow] {
	return ledger.Column[hall.VisitRow]{Key: "whom", Title: whomTitle, Width: 16,
		Value: func(_ ledger.Here, r hall.VisitRow) ledger.Cell { return ledger.Phrase(whom(r)) }}
}

// whatColumn is what a row is waiting for, or came to.
func whatColumn(env *views.Env) ledger.Column[hall.VisitRow] {
	return ledger.Column[hall.VisitRow]{Key: "what", Title: whatTitle, Width: 40, Value: func(_ ledger.Here, r hall.VisitRow) ledger.Cell {
		switch {
		case r.Hidden:
			return ledger.Cell{}
		case r.State == hall.Proposed:
			return ledger.Say(r.Reason)
		case r.State == hall.Ended:
			return ledger.Say(r.Line)
		case late(env.Session, r):
			return ledger.Phrase(past)
		}
		return ledger.Phrase(answers(r))
	}}
}

func answers(r hall.VisitRow) text.Message {
	switch {
	case r.Invited == 0:
		return nobodyAsked
	case len(r.Unanswered) == 0:
		return allAnswered.With("n", r.Invited)
	}
	return answered.With("n", r.Invited-len(r.Unanswered)).With("of", r.Invited).With("names", text.Names(r.Unanswered))
}

// brief is what is known of a row.
func brief(s views.Session, r hall.VisitRow) *page.Doc {
	d := page.New(s)
	d.Title(s.Say(whom(r)))
	if r.Hidden {
		d.Muted(text.Shut(r.Hidden))
		return d
	}
	d.Text(strings.TrimSpace(r.Subject + "  " + s.Say(text.Type(s.Settings, r.Type))))
	if late(s, r) {
		d.Warn(past)
	}
	if r.Slot.Day != 0 {
		d.Add(when, s.Say(text.ShortDay(r.Slot.Day))+" "+text.Slot(r.Slot)+" "+r.Room)
	}
	d.Add(line, r.Line)
	d.Add(convener, r.Convener)
	if r.State == hall.Waiting {
		d.Say(answersLabel, answers(r))
	}
	d.Add(reason, r.Reason)
	if r.State == hall.Proposed {
		d.Say(state, since.With("day", text.ShortDay(r.Day)))
	}
	return d
}

func (v *View) look(id hall.ConsultationID) tea.Cmd {
	return views.PushAsked(open(v.env, views.Route{Consultation: id}))
}

// took opens what was proposed, or goes on with a proposal that was begun.
func (v *View) took(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case form.Resumed:
		return v.readCase(m.Draft.Case, m.Draft), true
	case caseful:
		return v.proposeOn(m), true
	case form.Saved[proposal]:
		v.Stand(key(m.Value.made.ID))
		return tea.Batch(v.Load(), v.look(m.Value.made.ID)), true
	}
	return nil, false
}

// pickCase finds the case that is to be discussed.
func (v *View) pickCase() tea.Cmd {
	return menu.PickCase(v.env, pickCase, hall.CaseQuery{Filter: hall.OpenCases}, menu.NotOpen, func(r hall.CaseRow) tea.Cmd {
		return v.readCase(r.ID, hall.Draft{})
	})
}

// caseful is a case that is to be discussed, with what is there of that already.
type caseful struct {
	file hall.CaseFile
	from hall.Draft
}

func (v *View) readCase(id hall.CaseID, from hall.Draft) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		f, err := s.Desk.Case(ctx, id)
		if err != nil {
			return views.FailMsg{Err: err}
		}
		return caseful{f, from}
	})
}

// proposeOn asks for the reason, unless the case is not to be discussed now: one that goes on
// is opened.
func (v *View) proposeOn(m caseful) tea.Cmd {
	err := hall.Why(hall.PlanCourse(), m.file, hall.OpPropose, v.env.Actor, v.env.Now())
	switch {
	case err == nil:
		return views.PushAsked(proposeForm(v.env, m.file.Case, m.from))
	case err.Code == hall.ErrJointThere:
		id, _ := err.Args["id"].(hall.ConsultationID)
		return tea.Batch(v.look(id), views.Toast(views.Done, already))
	}
	return views.Fail(err)
}

// proposal is why a case is to be discussed.
type proposal struct {
	of   hall.Case
	why  string
	made hall.Consultation
}

func proposeForm(env *views.Env, c hall.Case, from hall.Draft) views.View {
	no := c.Number
	if no == "" {
		no = hall.RowOf(c).Applicant
	}
	return form.Box(env, form.Spec[proposal]{
		Title: proposeTitle.With("no", no), Start: proposal{of: c},
		Fields: []*form.Field[proposal]{form.Notes("reason", proposeWhy, 500, func(p *proposal) *string { return &p.why }).Required().Help(proposeHelp)},
		Keep:   form.Keep[proposal]{Kind: hall.DraftJoint, Form: "joint.propose", Case: c.ID, From: from},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, p proposal) (_ proposal, err error) {
			p.made, err = s.Desk.From(draft).ProposeJoint(ctx, p.of.ID, p.why)
			return p, err
		},
		Done: func(proposal) text.Message { return proposedNow },
	})
}
