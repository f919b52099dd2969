package intake

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
)

type (
	finished struct {
		in  hall.Intake
		res hall.IntakeResult
		err error
	}
	discardMsg struct{}
	discarded  struct{ err error }
)

// snapshot is the draft as the forms stand: what was typed, word for word, and the people
// behind the first two.
func (v *View) snapshot() hall.Draft {
	fields := v.people.Values()
	for id, s := range v.where.Values() {
		fields["2."+id] = s
	}
	fields["step"] = strconv.Itoa(v.step)
	fields["mediator.id"] = v.part.Keep()
	for s, l := range []string{"a", "r"} {
		if b, err := json.Marshal(v.known[s]); err == nil && v.known[s].Details.Name != "" {
			fields[l+".known"] = string(b)
		}
		if v.reps[s] {
			fields[l+".rep"] = "1"
		}
	}
	if b, err := json.Marshal(v.relapse); err == nil && v.relapse.ID != 0 {
		fields["relapse"] = string(b)
	}
	in := hall.Intake{Parties: v.extra, Confidential: v.people.Raw("secret") == "1", Type: v.people.Raw("type")}
	return hall.Draft{Kind: hall.DraftIntake, Title: v.people.Value("a.name"), Fields: fields, Intake: in}
}

// restore takes a draft up again, exactly as it was left.
func (v *View) restore(d hall.Draft) {
	v.extra = d.Intake.Parties
	if d.Fields == nil && len(d.Intake.Parties) > 0 { // kept as records only
		v.follow(hall.Case{Parties: d.Intake.Parties, Type: d.Intake.Type})
		v.extra, v.relapse = nil, hall.CaseRow{}
		v.people.SetValue("facts", d.Intake.Facts)
		return
	}
	for s, l := range []string{"a", "r"} {
		_ = json.Unmarshal([]byte(d.Fields[l+".known"]), &v.known[s])
		v.reps[s] = d.Fields[l+".rep"] == "1"
	}
	_ = json.Unmarshal([]byte(d.Fields["relapse"]), &v.relapse)
	v.people.SetValues(d.Fields)
	second := map[string]string{}
	for id, s := range d.Fields {
		if len(id) > 2 && id[:2] == "2." {
			second[id[2:]] = s
		}
	}
	v.where.SetValues(second)
	v.part.Restore(d.Fields["mediator.id"])
	if n, _ := strconv.Atoi(d.Fields["step"]); n == stepWhere {
		v.step = n
	}
}

// empty reports whether nothing was typed yet.
func (v *View) empty() bool {
	return v.people.Raw("a.name") == "" && v.people.Raw("facts") == "" && v.people.Raw("r.name") == "" && len(v.extra) == 0
}

// checkField looks at a field that was left: a wrong number is said at once, where it stands.
func (v *View) checkField(id string) {
	side := sideOf(id)
	if id != letter(side)+"id" && id != letter(side)+"phone" {
		return
	}
	d := v.party(side).Details
	probe := hall.Details{Kind: d.Kind, Doc: d.Doc}
	if id == letter(side)+"id" {
		probe.DocNumber = d.DocNumber
	} else {
		probe.Phone = d.Phone
	}
	if bad := probe.Check(v.env.Today()); bad != nil {
		v.people.SetError(id, v.env.Say(text.Err(bad)))
	}
	v.show()
}

func (v *View) afterLeft(id string) tea.Cmd {
	v.people.SetSuggest(id, nil)
	switch id {
	case "a.name", "r.name", "a.id", "r.id", "a.phone", "r.phone":
		return v.duplicates()
	}
	return nil
}

// next goes a step on; from the last one it registers.
func (v *View) next() tea.Cmd {
	switch v.step {
	case stepPeople:
		v.people.ClearErrors()
		if v.people.Missing() {
			return nil
		}
		for _, id := range []string{"a.id", "a.phone", "r.id", "r.phone"} {
			v.checkField(id)
		}
		if v.people.HasErrors() {
			v.people.FocusError()
			return nil
		}
		v.step = stepWhere
		return v.keep.Save()
	case stepWhere:
		if bad := v.check(); bad != nil {
			return v.complain(bad)
		}
		v.step, v.top = stepRead, 0
		return v.keep.Save()
	case stepRead:
		return v.finish()
	}
	return nil
}

// check reads the forms and applies the rules.
func (v *View) check() *hall.Error {
	v.people.ClearErrors()
	v.where.ClearErrors()
	in, bad := v.read()
	if bad == nil {
		bad = in.Check(v.env.Settings, v.env.Today())
	}
	if bad == nil {
		v.intake = in
	}
	return bad
}

// complain puts an error under its field and goes there.
func (v *View) complain(bad *hall.Error) tea.Cmd {
	if bad.Code == hall.ErrRepresentatives {
		v.step = stepPeople
		s := v.env.Settings
		return tea.Batch(views.Toast(views.Warn, text.Intake.RepsNeeded.With("n", s.RepsFrom).With("most", s.MaxReps)), v.peopleMenu())
	}
	f, field := v.place(bad)
	if f == nil {
		return views.Fail(bad)
	}
	v.step = stepPeople
	if f == v.where {
		v.step = stepWhere
	}
	f.SetError(field, v.env.Say(text.Err(bad)))
	f.FocusError()
	return nil
}

func (v *View) finish() tea.Cmd {
	if v.busy {
		return nil
	}
	v.busy = true
	desk, in, keep := v.env.Desk, v.intake, v.keep
	return func() tea.Msg {
		m := finished{in: in}
		m.err = keep.Finish(func(id hall.DraftID) (err error) {
			m.res, err = desk.FinishIntake(context.Background(), id, in)
			return err
		})
		return m
	}
}

func (v *View) finished(m finished) tea.Cmd {
	v.busy = false
	if m.err == nil {
		v.step, v.result, v.intake = stepDone, m.res, m.in
		return nil
	}
	var bad *hall.Error
	if errors.As(m.err, &bad) && bad.Field != "" {
		return v.complain(bad)
	}
	return views.Fail(m.err)
}

// again begins the next visitor's form.
func (v *View) again() tea.Cmd {
	v.reset(hall.Draft{})
	return nil
}

func (v *View) doneActions() []views.Action {
	t := text.Intake
	out := []views.Action{{Key: views.Key("Enter", "enter"), Name: t.DoneNext, Run: v.again}}
	if v.result.Case != 0 {
		id := v.result.Case
		out = append(out, views.Action{Key: views.Key("Ctrl-O", "ctrl+o"), Name: t.DoneOpen, Run: func() tea.Cmd {
			return views.Go(views.Route{Screen: views.CaseFile, Case: id})
		}})
	}
	return out
}

func (v *View) confirmDiscard() tea.Cmd {
	say, t := v.env.Say, text.Intake
	return views.Open(dialog.Confirm(v.env.Styles, say(t.Discard), []string{v.people.Value("a.name"), say(t.DiscardBody)}, say(t.DiscardYes), say(t.DiscardNo), discardMsg{}))
}

func (v *View) discard() tea.Cmd {
	desk, keep := v.env.Desk, v.keep
	return func() tea.Msg {
		return discarded{keep.Finish(func(id hall.DraftID) error {
			if id == 0 {
				return nil
			}
			return desk.DiscardDraft(context.Background(), id)
		})}
	}
}

func (v *View) discarded(m discarded) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	v.reset(hall.Draft{})
	return views.Toast(views.Done, text.Intake.Discarded)
}
