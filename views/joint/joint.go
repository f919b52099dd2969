// Package joint is where difficult cases are discussed together (集中会诊, F6): the list of
// joint consultations, and one of them from the parties' consent over the invitations and
// the common time to what came of it.
package joint

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/draft"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// View is the screen: the list, or one joint consultation with what is open on it.
type View struct {
	env    *views.Env
	list   list
	id     hall.ConsultationID // the one that is open; 0: the list
	direct bool                // a route led to it: Esc leaves the screen
	file   *hall.JointFile     // nil until it is read
	phones map[uint64]string   // of the bodies invited
	lost   text.Message        // why it cannot be opened
	top    int                 // the first line shown
	task   hall.TaskID         // to be asked about once it is read
	draft  hall.DraftID        // to be gone on with once it is read
	want   hall.CaseID         // to be proposed for, once the list is read

	people *people       // the invitations, while they are changed
	times  *times        // the common times
	fill   *filling      // a form that fills the screen
	note   *draft.Keeper // of the agenda, while its box is open
	points string        // the agenda as it was when its box was opened
	forms  map[string]*widget.Form
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, id: r.Consultation, direct: r.Consultation != 0, task: r.Task, draft: r.Draft, list: list{limit: page}, forms: map[string]*widget.Form{}}
	if v.id == 0 {
		v.want = r.Case
	}
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message {
	if v.id == 0 || v.file == nil {
		return text.Joint.Title
	}
	return text.Joint.Of.With("no", v.name())
}

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	if v.id == 0 {
		return v.readList()
	}
	return v.readOne()
}

type read struct {
	id     hall.ConsultationID
	file   hall.JointFile
	phones map[uint64]string
	err    error
}

// readOne reads the joint consultation that is open, and how the bodies invited are reached.
func (v *View) readOne() tea.Cmd {
	desk, id := v.env.Desk, v.id
	return func() tea.Msg {
		ctx, m := context.Background(), read{id: id, phones: map[uint64]string{}}
		if m.file, m.err = desk.Joint(ctx, id); m.err != nil {
			return m
		}
		for _, i := range m.file.Consultation.Joint.Invited {
			if i.Kind != hall.InviteBody {
				continue
			}
			b, err := desk.Body(ctx, hall.BodyID(i.ID))
			if err != nil {
				return read{id: id, err: err}
			}
			m.phones[i.ID] = b.Phone
		}
		return m
	}
}

// open shows one joint consultation.
func (v *View) open(id hall.ConsultationID) tea.Cmd {
	v.id, v.file, v.lost, v.top = id, nil, text.Message{}, 0
	return v.Load()
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case listed:
		return v.showList(m)
	case read:
		return v.show(m)
	case caseful:
		if m.err != nil {
			return views.Fail(m.err)
		}
		return v.proposeOn(m.file)
	case chosenCase:
		return v.readCase(m.id)
	case propose:
		return v.propose(m)
	case proposed:
		return v.proposed(m)
	case chosen:
		return v.run(m.what)
	case done:
		return v.done(m)
	}
	if cmd, ok := v.peopleMessage(msg); ok {
		return cmd
	}
	if cmd, ok := v.timesMessage(msg); ok {
		return cmd
	}
	if cmd, ok := v.askMessage(msg); ok {
		return cmd
	}
	if cmd, ok := v.fillMessage(msg); ok {
		return cmd
	}
	return v.key(msg)
}

// key gives a key to what is in front.
func (v *View) key(msg tea.Msg) tea.Cmd {
	switch {
	case v.fill != nil:
		return v.fill.Key(msg)
	case v.times != nil:
		v.times.table.Update(msg)
	case v.people != nil:
		v.people.table.Update(msg)
	case v.id == 0:
		return v.listKey(msg)
	default:
		v.scroll(msg)
	}
	return nil
}

// show takes what was read of the open one.
func (v *View) show(m read) tea.Cmd {
	if m.id != v.id {
		return nil // another one was opened meanwhile
	}
	if m.err != nil {
		if v.file == nil {
			v.lost = text.Err(m.err)
			return nil
		}
		return views.Fail(m.err)
	}
	first := v.file == nil
	v.file, v.phones = &m.file, m.phones
	v.fillPeople()
	var cmds []tea.Cmd
	if v.fill != nil && v.fill.Stale {
		at := v.fill.Form.Focused()
		cmds = append(cmds, v.ask(v.fill.Form.Values()))
		v.fill.Form.Focus(at)
	}
	if !first {
		return tea.Batch(cmds...)
	}
	if v.task != 0 {
		cmds = append(cmds, v.askTask(v.task))
		v.task = 0
	}
	if v.draft != 0 {
		cmds = append(cmds, v.resume(v.draft))
		v.draft = 0
	}
	return tea.Batch(cmds...)
}

// name is what the open one is called: its case's number, or, before it has one, the
// applicant.
func (v *View) name() string {
	if no := v.file.Case.Number; no != "" {
		return no
	}
	return v.file.Consultation.Who
}

// Leave implements views.Leaver: what was typed is kept.
func (v *View) Leave() tea.Cmd {
	switch {
	case v.fill != nil:
		return v.fill.Keep.Leave()
	case v.note != nil:
		return v.note.Leave()
	}
	return nil
}

// Back implements views.Backer: Esc closes the form, then the list of people or times, then
// the joint consultation that was opened from the list.
func (v *View) Back() (tea.Cmd, bool) {
	switch {
	case v.fill != nil:
		return v.fill.Keep.Aside(putAside{}), true
	case v.times != nil:
		v.times = nil
		return nil, true
	case v.people != nil:
		v.people = nil
		return nil, true
	case v.id != 0 && !v.direct:
		v.id, v.file, v.lost = 0, nil, text.Message{}
		return v.Load(), true
	}
	return nil, false
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch {
	case !v.lost.IsZero():
		out := []string{"", ""}
		for _, l := range widget.Wrap(v.env.Say(v.lost), min(w-8, 80)) {
			out = append(out, "    "+l)
		}
		return views.NewFrame(w, h, out)
	case v.id == 0:
		return v.drawList(w, h)
	case v.file == nil:
		return views.NewFrame(w, h, nil)
	case v.fill != nil:
		return v.drawFill(w, h)
	case v.times != nil:
		return v.drawTimes(w, h)
	case v.people != nil:
		return v.drawPeople(w, h)
	}
	return v.drawOne(w, h)
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	choose := views.Action{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose}
	switch {
	case v.fill != nil:
		return []views.Action{
			{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next},
			{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.JointForm.Finish, Run: v.fill.Submit},
		}
	case v.times != nil:
		return []views.Action{choose, {Key: views.Key("Enter", "enter"), Name: text.JointForm.Take, Run: v.takeTime}}
	case v.people != nil:
		return []views.Action{choose, {Key: views.Key("Enter", "enter"), Name: text.Dialog.Run, Run: v.peopleMenu},
			{Key: views.Key("Ctrl-N", "ctrl+n"), Name: text.JointForm.AddKey, Run: v.pickInvitee}}
	case v.id == 0:
		return []views.Action{choose, {Key: views.Key("Enter", "enter"), Name: text.Joint.Open, Run: v.openSelected, Blocked: v.closed},
			{Key: views.Key("Ctrl-N", "ctrl+n"), Name: text.Joint.Propose, Run: v.pickCase}}
	}
	return []views.Action{
		{Key: views.Key("Enter", "enter"), Name: text.Joint.Menu, Run: v.menu, Blocked: func() text.Message { return v.lost }},
		{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: text.Joint.Scroll},
	}
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	switch {
	case !v.lost.IsZero():
		return text.Joint.NextLost
	case v.fill != nil:
		return text.JointForm.Hint
	case v.times != nil:
		return text.JointForm.TimesHint
	case v.people != nil:
		return text.JointForm.ListHint
	case v.id == 0:
		return v.listHint()
	case v.file == nil:
		return text.Message{}
	}
	_, hint := v.next()
	return hint
}
