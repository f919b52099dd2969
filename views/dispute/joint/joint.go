// Package joint is where difficult cases are discussed together (集中会诊, F6): the list of
// joint consultations, and one of them from the parties' consent over the invitations and
// the common time to what came of it.
package joint

import (
	"cmp"
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
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
	first := form.Resume(env, r.Draft, func(d hall.Draft) tea.Cmd { return views.PushAsked(proposeForm(env, d.Case, d)) })
	if first == nil && r.Case != 0 {
		first = views.PushAsked(proposeForm(env, r.Case, hall.Draft{}))
	}
	v.View = list.New(env, list.Of[hall.VisitRow]{
		Title: title, Empty: empty, Read: read, First: first, Sheet: list.Rows(ledger.Joints(), read),
		Columns: ledger.Only(ledger.Joints().Columns, "day", "from", "room", "sides", "awaited"), Key: func(r hall.VisitRow) string { return fmt.Sprint(r.ID) },
		Dress: facts.Marked(ledger.VisitWarning, nil), Tone: tone, Shut: func(r hall.VisitRow) bool { return r.Hidden },
		Side: func(ctx context.Context, s views.Session, r hall.VisitRow) (*page.Doc, error) {
			f, err := readFile(ctx, s, r.ID)
			return show(s, f), err
		},
		Enter: openKey, Open: func(r hall.VisitRow) tea.Cmd { return v.look(r.ID) },
		Add: propose, New: v.pickCase,
		Hint: func() text.Message { return hint }, Begin: hintEmpty, Took: v.took,
	})
	return v
}

// read reads the three stages; those that were held the latest first.
func read(ctx context.Context, s views.Session, _ list.Query) (list.Page[hall.VisitRow], error) {
	var out list.Page[hall.VisitRow]
	for _, of := range stages {
		p, err := s.Desk.Joints(ctx, of.stage, most)
		if err != nil {
			return out, err
		}
		out.Add(list.Group{Head: of.head, None: of.none}, p.Rows, p.Total, older)
	}
	if out.Total = len(out.Rows); out.Total == 0 {
		out.Groups = nil
	}
	return out, nil
}

func tone(s views.Session, r hall.VisitRow) widget.Tone {
	switch {
	case r.Unrecorded(s.Today()), len(r.ToTell) > 0:
		return widget.Danger
	case r.State == hall.Ended:
		return widget.Muted
	}
	return widget.Normal
}

func (v *View) look(id hall.ConsultationID) tea.Cmd {
	return views.PushAsked(open(v.env, views.Route{Consultation: id}))
}

// took opens what was proposed.
func (v *View) took(msg tea.Msg) (tea.Cmd, bool) {
	if m, ok := msg.(form.Saved[proposal]); ok {
		v.Stand(fmt.Sprint(m.Value.made.ID))
		return tea.Batch(v.Load(), v.look(m.Value.made.ID)), true
	}
	return nil, false
}

// pickCase finds the case that is to be discussed.
func (v *View) pickCase() tea.Cmd {
	return menu.PickCase(v.env, pickCase, hall.CaseQuery{Filter: hall.OpenCases}, menu.NotOpen, func(r hall.CaseRow) tea.Cmd {
		return views.Push(proposeForm(v.env, r.ID, hall.Draft{}))
	})
}

// proposal is why a case is to be discussed.
type proposal struct {
	of   hall.Case
	why  string
	made hall.Consultation
}

// proposeForm asks for the reason. What is under way for the case already is opened in its place.
func proposeForm(env *views.Env, id hall.CaseID, from hall.Draft) views.View {
	why := form.Notes(hall.FieldReason, proposeWhy, 500, func(p *proposal) *string { return &p.why }).Required().Help(proposeHelp)
	return form.Box(env, form.Spec[proposal]{
		Title: propose.Upfront(), Head: func(p proposal) text.Message {
			return proposeTitle.With("no", cmp.Or(p.of.Number, hall.RowOf(p.of).Applicant))
		},
		Fields: []*form.Field[proposal]{why},
		Keep:   form.Keep[proposal]{Kind: hall.DraftJoint, Form: "joint.propose", Case: id, From: from},
		Read: func(ctx context.Context, s views.Session) (proposal, error) {
			f, err := s.Desk.Case(ctx, id)
			return proposal{of: f.Case}, hall.Why(hall.PlanCourse(), f, hall.OpPropose, s.Actor, s.Now()).Or(err)
		},
		Barred: func(bad *hall.Error) tea.Cmd {
			there, ok := bad.Args["id"].(hall.ConsultationID)
			if !ok {
				return nil
			}
			look := func() tea.Cmd { return views.PushAsked(open(env, views.Route{Consultation: there})) }
			return tea.Batch(views.Toast(views.Done, already), views.Pop(menu.Chosen{Do: look}))
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, p proposal) (_ proposal, err error) {
			p.made, err = s.Desk.From(draft).ProposeJoint(ctx, id, p.why)
			return p, err
		},
		Done: func(proposal) text.Message { return proposedNow },
	})
}
