package joint

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// people is the list of the convener and the invited. Every change is saved at once: there is
// nothing to forget and nothing to lose.
type people struct{ table widget.Table }

const (
	rowConvener = "convener"
	rowAdd      = "add"
	byName      = "byname" // the form for somebody on no list
)

type (
	peopled struct {
		row  string
		what string
	}
	// convener and invitee are who was picked; refused says why he cannot be asked yet.
	convener struct{ who hall.Invitee }
	invitee  struct {
		who     hall.Invitee
		refused *hall.Error
	}
	named struct{ name, unit string }
)

func newPeople(env *views.Env) *people {
	t, say, kind := text.JointForm, env.Say, 10
	for _, k := range []hall.InviteeKind{hall.InviteMediator, hall.InviteStaff, hall.InviteBody, hall.InviteOther} {
		kind = max(kind, widget.Width(say(text.InviteeKind(k))))
	}
	return &people{widget.Table{Header: true, Columns: []widget.Column{
		{Width: 9}, {Title: say(t.ListName)}, {Title: say(t.ListUnit), Width: 16}, {Title: say(t.ListKind), Width: kind}, {Title: say(t.ListAnswer)},
	}}}
}

// fillPeople puts the convener and the invited into the list.
func (v *View) fillPeople() {
	if v.people == nil {
		return
	}
	j, say, t := v.file.Consultation.Joint, v.env.Say, text.JointForm
	name := j.Convener.Name
	if name == "" {
		name = say(text.Joint.NoConvener)
	}
	keys, cells, tones := []string{rowConvener}, [][]string{{say(t.ConvenerRow), name, j.Convener.Unit}}, []widget.Tone{widget.Normal}
	for _, i := range j.Invited {
		must := ""
		if i.Must {
			must = say(text.Joint.Must)
		}
		keys, tones = append(keys, keyOf(i)), append(tones, widget.Normal)
		cells = append(cells, []string{must, i.Name, i.Unit, say(text.InviteeKind(i.Kind)), strings.TrimSpace(say(text.Answer(i.Answer)) + "  " + i.Note)})
	}
	keys, cells, tones = append(keys, rowAdd), append(cells, []string{"", say(t.AddRow)}), append(tones, widget.Accent)
	v.people.table.SetRows(keys, cells, tones)
}

func (v *View) drawPeople(w, h int) views.Frame {
	out := []string{v.heading(w), ""}
	lw, side := w-2, 0
	if w >= wide {
		side = beside
		lw -= side + 3
	}
	body := v.people.table.Draw(lw, max(h-len(out), 1), v.env.Styles)
	if side > 0 {
		l := v.page(side)
		v.about(l)
		l.Blank()
		v.parties(l)
		body = widget.Beside(body, lw, l.Lines, side, 3)
	}
	for _, l := range body {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

// parties are those in dispute with their villages: who is near them is asked first.
func (v *View) parties(l *lines) {
	for _, p := range v.file.Case.Parties {
		l.add(text.Side(p.Side), strings.TrimSpace(p.Details.Name+"  "+p.Details.Village))
	}
}

// peopleMenu lists what can be done with the row under the cursor.
func (v *View) peopleMenu() tea.Cmd {
	row := v.people.table.Key()
	switch row {
	case rowConvener:
		return v.pickConvener()
	case rowAdd:
		return v.pickInvitee()
	}
	i, ok := v.invited(row)
	if !ok {
		return nil
	}
	say, t := v.env.Say, text.JointForm
	must := t.MakeMust
	if i.Must {
		must = t.DropMust
	}
	chair := text.Message{}
	if i.Kind.Outsider() {
		chair = text.InviteeKind(i.Kind)
	}
	items := []widget.MenuItem{
		{ID: "must", Label: say(must)}, {ID: "convener", Label: say(t.MakeConvener), Reason: say(chair)}, {ID: "off", Label: say(t.CrossOff)},
	}
	return views.Open(dialog.Menu(v.env, i.Name, items, func(what string) tea.Msg { return peopled{row, what} }))
}

func (v *View) invited(key string) (hall.Invitee, bool) {
	all := v.file.Consultation.Joint.Invited
	if at := slices.IndexFunc(all, func(i hall.Invitee) bool { return keyOf(i) == key }); at >= 0 {
		return all[at], true
	}
	return hall.Invitee{}, false
}

// peopleMessage takes the messages of the list; false for others.
func (v *View) peopleMessage(msg tea.Msg) (tea.Cmd, bool) {
	t := text.JointForm
	switch m := msg.(type) {
	case peopled:
		return v.change(m), true
	case convener:
		v.people.table.Select(rowAdd) // whom to invite comes next
		all := slices.DeleteFunc(slices.Clone(v.file.Consultation.Joint.Invited), m.who.Same)
		return v.invite(m.who, all, t.ConvenerNow.With("name", m.who.Name), ""), true
	case invitee:
		switch {
		case m.refused != nil:
			return views.Fail(m.refused), true
		case m.who.Kind == hall.InviteOther:
			return v.askName(m.who.Name), true
		}
		return v.add(m.who, ""), true
	case named:
		return v.add(hall.Invitee{Kind: hall.InviteOther, Name: m.name, Unit: m.unit}, byName), true
	}
	return nil, false
}

// change does what was chosen for one of the invited.
func (v *View) change(m peopled) tea.Cmd {
	i, ok := v.invited(m.row)
	if !ok {
		return nil
	}
	t, j := text.JointForm, v.file.Consultation.Joint
	all := slices.Clone(j.Invited)
	switch m.what {
	case "must":
		for n := range all {
			if all[n].Same(i) {
				all[n].Must = !all[n].Must
			}
		}
		return v.invite(j.Convener, all, t.MustNow.With("name", i.Name), "")
	case "convener":
		return v.invite(i, slices.DeleteFunc(all, i.Same), t.ConvenerNow.With("name", i.Name), "")
	}
	return v.invite(j.Convener, slices.DeleteFunc(all, i.Same), t.CrossedNow.With("name", i.Name), "")
}

func (v *View) add(who hall.Invitee, form string) tea.Cmd {
	j := v.file.Consultation.Joint
	return v.invite(j.Convener, append(slices.Clone(j.Invited), who), text.JointForm.InvitedNow.With("name", who.Name), form)
}

func (v *View) invite(convener hall.Invitee, all []hall.Invitee, say text.Message, form string) tea.Cmd {
	desk, c := v.env.Desk, v.file.Consultation
	return func() tea.Msg {
		_, err := desk.Invite(context.Background(), c.ID, c.Rev, convener, all)
		return done{say, err, form, func() tea.Cmd { return v.askName("") }}
	}
}

// askName asks who it is that stands on no list.
func (v *View) askName(name string) tea.Cmd {
	t, say := text.JointForm, v.env.Say
	f := v.form(byName, widget.Item{ID: "name", Label: say(t.Name), Max: 40, Required: true}, widget.Item{ID: "unit", Label: say(t.Unit), Max: 40, Help: say(t.UnitHelp)})
	if name != "" {
		f.SetValue("name", name)
		f.Focus("unit")
	}
	return views.Open(dialog.Ask(v.env.Styles, say(t.ByNameTitle), "", f, func(vs map[string]string) tea.Msg {
		return named{strings.TrimSpace(vs["name"]), strings.TrimSpace(vs["unit"])}
	}))
}
