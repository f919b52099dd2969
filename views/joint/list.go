package joint

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// page is how many of those that were held are listed at first, most how many at last.
const (
	page = 60
	most = 200
	wide = 120 // from here on list and detail stand side by side
)

// list is what the screen shows of all: by stage, and where the cursor stands.
type list struct {
	groups [3]hall.VisitPage
	read   bool
	limit  int
	at     hall.ConsultationID
	row    int // where it stood last, should it have gone
	top    int
}

type (
	listed struct {
		groups [3]hall.VisitPage
		err    error
	}
	caseful struct {
		file hall.CaseFile
		err  error
	}
	chosenCase struct{ id hall.CaseID }
	propose    struct {
		row hall.CaseRow
		why string
	}
	proposed struct {
		row   hall.CaseRow
		visit hall.Consultation
		err   error
	}
)

func stages() []hall.Stage { return []hall.Stage{hall.StageProposed, hall.StageOpen, hall.StageEnded} }

func (v *View) readList() tea.Cmd {
	desk, limit := v.env.Desk, v.list.limit
	return func() tea.Msg {
		var m listed
		for _, s := range stages() {
			n := most
			if s == hall.StageEnded {
				n = limit
			}
			if m.groups[s], m.err = desk.Joints(context.Background(), s, n); m.err != nil {
				return m
			}
		}
		return m
	}
}

func (v *View) showList(m listed) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	v.list.groups, v.list.read = m.groups, true
	v.stand(v.index())
	if v.want == 0 {
		return nil
	}
	id := v.want
	v.want = 0
	return v.readCase(id)
}

// readCase reads a case that is to be discussed, with what is there of that already.
func (v *View) readCase(id hall.CaseID) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		f, err := s.Desk.Case(ctx, id)
		return caseful{f, err}
	})
}

// rows are all that are listed, group after group.
func (l *list) rows() []hall.VisitRow {
	var out []hall.VisitRow
	for _, g := range l.groups {
		out = append(out, g.Rows...)
	}
	return out
}

// index is the row the cursor stands on; where that has gone, the one in its place.
func (v *View) index() int {
	rows := v.list.rows()
	for i, r := range rows {
		if r.ID == v.list.at {
			return i
		}
	}
	return max(min(v.list.row, len(rows)-1), 0)
}

func (v *View) stand(i int) {
	rows := v.list.rows()
	i = max(min(i, len(rows)-1), 0)
	if v.list.row = i; i < len(rows) {
		v.list.at = rows[i].ID
	}
}

func (v *View) selected() *hall.VisitRow {
	rows := v.list.rows()
	if i := v.index(); i < len(rows) {
		return &rows[i]
	}
	return nil
}

func (v *View) listKey(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	at := v.index()
	switch k.Keystroke() {
	case "up":
		at--
	case "down":
		at++
	case "pgup":
		at -= 10
	case "pgdown":
		at += 10
	case "home":
		at = 0
	case "end":
		at = len(v.list.rows()) - 1
	}
	v.stand(at)
	ended := v.list.groups[hall.StageEnded]
	if v.index() >= len(v.list.rows())-5 && len(ended.Rows) < min(ended.Total, most) && len(ended.Rows) >= v.list.limit {
		v.list.limit = min(v.list.limit+page, most)
		return v.readList()
	}
	return nil
}

// closed is why the row under the cursor cannot be opened.
func (v *View) closed() text.Message {
	switch r := v.selected(); {
	case r == nil:
		return text.Joint.Empty
	case r.Hidden:
		return text.Err(hall.Refuse(hall.ErrClosedCase))
	}
	return text.Message{}
}

func (v *View) openSelected() tea.Cmd { return v.open(v.selected().ID) }

func (v *View) listHint() text.Message {
	if v.selected() == nil {
		return text.Joint.HintEmpty
	}
	return text.Joint.Hint
}

// pickCase finds the case that is to be discussed.
func (v *View) pickCase() tea.Cmd {
	return views.Open(dialog.Pick(v.env, v.env.Say(text.Joint.PickCase), dialog.OpenCases(v.env), func(c dialog.Choice) tea.Msg {
		row, _ := c.Row.(hall.CaseRow)
		return chosenCase{row.ID}
	}))
}

func proposing(r hall.CaseRow) string { return "propose " + strconv.FormatUint(uint64(r.ID), 10) }

// proposeOn asks for the reason, unless the case is not to be discussed now: one that goes on
// is opened.
func (v *View) proposeOn(f hall.CaseFile) tea.Cmd {
	err := hall.Why(hall.PlanCourse(), f, hall.OpPropose, v.env.Actor, v.env.Now())
	switch {
	case err == nil:
		return v.askWhy(hall.RowOf(f.Case))
	case err.Code == hall.ErrJointThere:
		id, _ := err.Args["id"].(hall.ConsultationID)
		return tea.Batch(v.open(id), views.Toast(views.Done, text.Joint.Already))
	}
	return views.Fail(err)
}

// askWhy asks for the reason.
func (v *View) askWhy(r hall.CaseRow) tea.Cmd {
	t, say := text.Joint, v.env.Say
	f := v.form(proposing(r), widget.Item{ID: "reason", Label: say(t.Why), Kind: widget.Notes, Rows: 3, Max: 500, Required: true, Help: say(t.WhyHelp)})
	no := r.Number
	if no == "" {
		no = r.Applicant
	}
	return views.PushAsked(dialog.Ask(v.env.Styles, say(t.WhyTitle.With("no", no)), "", f, func(vs map[string]string) tea.Msg {
		return propose{r, strings.TrimSpace(vs["reason"])}
	}))
}

func (v *View) propose(m propose) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		visit, err := desk.ProposeJoint(context.Background(), m.row.ID, m.why)
		return proposed{m.row, visit, err}
	}
}

func (v *View) proposed(m proposed) tea.Cmd {
	if m.err != nil {
		return tea.Batch(views.Fail(m.err), v.askWhy(m.row))
	}
	delete(v.forms, proposing(m.row))
	v.list.at = m.visit.ID
	return tea.Batch(views.Toast(views.Done, text.Joint.ProposedNow), v.open(m.visit.ID))
}
