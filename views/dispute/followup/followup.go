// Package followup is where somebody sees to it that agreements are kept (定期回诊, F7): the
// follow-ups by what is due, one of them in full, the record of a visit and what comes of a
// relapse, and the list for one trip through the villages.
package followup

import (
	"context"
	"fmt"
	"strings"

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

// most is how many of a group are listed; the others stand in their cases.
const most = 200

// View is the list of the follow-ups.
type View struct {
	*list.View[hall.VisitRow]
	env *views.Env
}

// New makes the screen: the list, or the one that a route leads to.
func New(env *views.Env, r views.Route) views.View {
	if r.Consultation != 0 {
		return look(env, r.Consultation, r.Draft)
	}
	v := &View{env: env}
	first := form.Resume(env, r.Draft, func(d hall.Draft) tea.Cmd { return v.plan(d.Case, d) })
	if first == nil && r.Case != 0 {
		first = v.plan(r.Case, hall.Draft{})
	}
	v.View = list.New(env, list.Of[hall.VisitRow]{
		Title: title, Empty: empty, Read: read, First: first, Sheet: list.Rows(ledger.FollowUps(), read),
		Columns: columns(env), Key: func(r hall.VisitRow) string { return key(r.ID) },
		Tone: func(_ views.Session, r hall.VisitRow) widget.Tone {
			if r.State == hall.Ended {
				return widget.Muted
			}
			return widget.Normal
		},
		Dress: facts.Marked(ledger.VisitWarning, nil), Side: brief,
		Enter: text.Consult.Actions, Open: func(r hall.VisitRow) tea.Cmd { return v.open(r.ID) },
		Shut: func(r hall.VisitRow) bool { return r.Hidden },
		Took: v.took, Hint: func() text.Message { return hint }, Begin: hintEmpty,
		Add: planKey, New: v.pickCase,
		Keys: func() []views.Action {
			return []views.Action{{Key: views.Key("Ctrl-T", "ctrl+t"), Name: tripKey, Run: func() tea.Cmd { return views.Push(newTrip(env)) }}}
		},
	})
	return v
}

func key(id hall.ConsultationID) string { return fmt.Sprint(id) }

// read reads the four groups: the overdue first, then by their days, then those that were made.
func read(ctx context.Context, s views.Session, _ list.Query) (list.Page[hall.VisitRow], error) {
	all, err := s.Desk.AllFollowUps(ctx, most)
	var out list.Page[hall.VisitRow]
	for i, p := range []hall.VisitPage{all.Overdue, all.Soon, all.Later, all.Ended} {
		out.Add(list.Group{Head: groups[i].head, None: groups[i].none}, p.Rows, p.Total, others)
	}
	if len(out.Rows) == 0 {
		out.Groups = nil
	}
	return out, err
}

// columns are when, how far off or what came of it, whom, where, how.
func columns(env *views.Env) []ledger.Column[hall.VisitRow] {
	type row = hall.VisitRow
	own := func(name string, head text.Message, width int, say func(row) text.Message) ledger.Column[row] {
		return ledger.Column[row]{Key: name, Title: head, Width: width, Value: func(_ ledger.Here, r row) ledger.Cell { return ledger.Enum("", say(r)) }}
	}
	out := ledger.Only(ledger.FollowUps().Columns, "day", "sides", "village")
	return []ledger.Column[row]{
		out[0],
		own("left", leftTitle, 10, func(r row) text.Message {
			if r.State == hall.Ended {
				return text.Relapse(r.Relapse)
			}
			return text.Left(r.Day, env.Today())
		}),
		out[1], out[2],
		own("how", text.FollowUps.How, 10, func(r row) text.Message {
			if r.Slot.To > 0 && r.State == hall.Waiting {
				return text.Raw("{time} {how}").With("time", text.Minutes(r.Slot.From)).With("how", text.FollowWay(r.Way))
			}
			return text.FollowWay(r.Way)
		}),
	}
}

// brief is what one must know to make the visit.
func brief(ctx context.Context, s views.Session, r hall.VisitRow) (*page.Doc, error) {
	d := page.New(s)
	f, err := readFile(ctx, s, r.ID)
	if err != nil {
		return d, err
	}
	d.Title(s.Say(briefTitle.With("no", f.Name()).With("state", text.State(f.Case.State)).With("what", r.Subject).With("why", text.FollowCause(f.visit().Why))))
	facts.Warn(d, f.Warning)
	if r.State == hall.Ended {
		result(s, d, f)
		return d, nil
	}
	if a := f.Case.Agreement(); a != nil {
		d.Add(terms, strings.Join(strings.Fields(a.Terms), " "))
	}
	whoWhere(s, d, f)
	performBy(s, d, f)
	if f.Consultation.Timed() { // else its row says when
		whenHow(s, d, f)
	}
	return d, nil
}

// open shows what can be done with one of the list.
func (v *View) open(id hall.ConsultationID) tea.Cmd {
	read := func(ctx context.Context, s views.Session) (file, error) { return readFile(ctx, s, id) }
	return menu.After(v.env, read, func(f file) tea.Cmd { return steps(v.env, f, false) })
}

func (v *View) took(msg tea.Msg) (tea.Cmd, bool) {
	if m, ok := msg.(form.Saved[planning]); ok {
		v.Stand(key(m.Value.made.ID))
		return v.Load(), true
	}
	return after(v.env, msg)
}

// plan plans one more follow-up for a case.
func (v *View) plan(on hall.CaseID, from hall.Draft) tea.Cmd {
	return menu.After(v.env, func(ctx context.Context, s views.Session) (hall.CaseFile, error) {
		f, err := s.Desk.Case(ctx, on)
		if err == nil && from.ID == 0 {
			err = hall.Why(hall.PlanCourse(), f, hall.OpPlan, s.Actor, s.Now()).Or(nil)
		}
		return f, err
	}, func(f hall.CaseFile) tea.Cmd { return views.PushAsked(planForm(v.env, f, from)) })
}

// pickCase finds the case that somebody is to look after once more.
func (v *View) pickCase() tea.Cmd {
	agreed := func(s views.Session, r hall.CaseRow) text.Message {
		if r.State.MayFollow() {
			return text.Message{}
		}
		return text.Words(text.State(r.State), noAgreement)
	}
	return menu.PickCase(v.env, pickCase, hall.CaseQuery{Filter: hall.StateCases, State: hall.Performing}, agreed, func(r hall.CaseRow) tea.Cmd {
		return v.plan(r.ID, hall.Draft{})
	})
}
