package intake

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// dupMsg holds cases of the same people; an answer to an earlier question is dropped.
type dupMsg struct {
	n    int
	rows []hall.CaseRow
	err  error
}

// dupAnswer is what somebody says about them: look, relapse, or another matter.
type dupAnswer struct {
	what string
	row  hall.CaseRow
}

// duplicates asks for cases of the same people.
func (v *View) duplicates() tea.Cmd {
	v.dupAsked++
	parties, _ := v.answers().parties(v.env.Today())
	in := hall.Intake{Parties: parties}
	if len(in.Of(hall.Applicant)) == 0 || len(in.Of(hall.Respondent)) == 0 {
		v.dups = nil
		return nil
	}
	desk, n := v.env.Desk, v.dupAsked
	return func() tea.Msg {
		rows, err := desk.Duplicates(context.Background(), in)
		return dupMsg{n, rows, err}
	}
}

// same names the cases found, so that the question is put once only.
func (v *View) same() string {
	var ids []string
	for _, d := range v.dups {
		ids = append(ids, fmt.Sprint(d.ID))
	}
	return strings.Join(ids, " ")
}

// askSame puts the question before a second case is made of one matter; nil when there is
// nothing to ask, or it was answered.
func (v *View) askSame() tea.Cmd {
	if len(v.dups) == 0 || v.relapse.ID != 0 || v.other == v.same() {
		return nil
	}
	say, t := v.env.Say, text.Intake
	var items []widget.MenuItem
	answers := map[string]dupAnswer{"other": {what: "other"}}
	for _, d := range v.dups[:min(len(v.dups), 3)] {
		name := v.env.Say(caseName(d))
		why := text.Message{}
		if d.State.Open() {
			why = t.OpenYet
		}
		look, back := fmt.Sprint("look ", d.ID), fmt.Sprint("back ", d.ID)
		answers[look], answers[back] = dupAnswer{"look", d}, dupAnswer{"back", d}
		items = append(items, widget.MenuItem{ID: look, Label: say(t.LookAt.With("no", name).With("what", text.About(v.env.Settings, d.Type, d.Subject)).With("state", text.State(d.State)))},
			widget.MenuItem{ID: back, Label: say(t.AsRelapse.With("no", name)), Reason: say(why)})
	}
	items = append(items, widget.MenuItem{ID: "other", Label: say(t.AnotherMatter)})
	return views.Open(dialog.Menu(v.env, say(t.SameTitle), items, func(id string) tea.Msg { return answers[id] }))
}

func (v *View) sameAnswered(m dupAnswer) tea.Cmd {
	switch m.what {
	case "look":
		return views.Go(views.Route{Screen: views.CaseFile, Case: m.row.ID})
	case "back":
		v.relapse = m.row
	case "other":
		v.other = v.same()
	}
	return tea.Batch(v.changed(), v.next())
}

func (v *View) openDup() tea.Cmd {
	return views.Go(views.Route{Screen: views.CaseFile, Case: v.dups[0].ID})
}

// closedDup is the latest of them that has ended: only that can come back.
func (v *View) closedDup() (hall.CaseRow, bool) {
	for _, d := range v.dups {
		if !d.State.Open() {
			return d, true
		}
	}
	return hall.CaseRow{}, false
}

func (v *View) setRelapse() tea.Cmd {
	d, ok := v.closedDup()
	if !ok {
		return nil
	}
	v.relapse = d
	return tea.Batch(v.changed(), views.Toast(views.Done, text.Intake.RelapseOn.With("no", caseName(d))))
}

// caseName is how a case is spoken of: one that was never accepted has no number.
func caseName(d hall.CaseRow) text.Message {
	if d.Number == "" {
		return text.Intake.Unnumbered.With("day", text.Day(d.Registered))
	}
	return text.Raw(d.Number)
}

func (v *View) dupActions() []views.Action {
	if len(v.dups) == 0 || v.relapse.ID != 0 {
		return nil
	}
	t := text.Intake
	blocked := func() text.Message {
		if _, ok := v.closedDup(); !ok {
			return t.StillOpen
		}
		return text.Message{}
	}
	return []views.Action{
		{Key: views.Key("Ctrl-O", "ctrl+o"), Name: t.LookDup, Run: v.openDup},
		{Key: views.Key("Ctrl-R", "ctrl+r"), Name: t.Relapse, Run: v.setRelapse, Blocked: blocked},
	}
}

// follow copies the parties of a case that came back. Powers of attorney and representatives
// were for the case that ended.
func (v *View) follow(c hall.Case) {
	v.relapse = hall.RowOf(c)
	seen := [2]bool{}
	for _, p := range c.Parties {
		p.Representative, p.Proxy, p.ProxyScope = false, "", ""
		if seen[p.Side] {
			v.extra = append(v.extra, p)
			continue
		}
		seen[p.Side] = true
		v.put(p)
	}
	v.people.SetValues(map[string]string{"type": c.Type, "subject": c.Subject})
	v.show()
}

// onFile is what copying a case's parties needs of the store.
type onFile interface {
	Person(context.Context, hall.PersonID) (hall.Person, error)
}

// unmasked gives the parties of a case that the reader may not see in full the details of
// the people on file: signs for hidden digits must never be registered as digits.
func unmasked(ctx context.Context, d onFile, file hall.CaseFile) (hall.Case, error) {
	c := file.Case
	if !file.Masked {
		return c, nil
	}
	parties := make([]hall.Party, len(c.Parties))
	for i, p := range c.Parties {
		p.Details.DocNumber, p.Details.Phone, p.Details.Address = "", "", ""
		if p.Person != 0 {
			known, err := d.Person(ctx, p.Person)
			if err != nil {
				return c, err
			}
			p.Details = known.Details
		}
		parties[i] = p
	}
	c.Parties = parties
	return c, nil
}
