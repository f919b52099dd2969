package intake

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// answers is what stands in the forms.
func (v *View) answers() answers {
	a := answers{text: v.people.Values(), known: v.known, reps: v.reps, extra: v.extra, relapse: v.relapse.ID}
	for id, s := range v.where.Values() {
		a.text[id] = s
	}
	return a
}

// read makes the intake of what was filled in. A field that cannot be read is an error in
// that field.
func (v *View) read() (hall.Intake, *hall.Error) {
	in, bad := v.answers().intake(v.env.Now())
	if bad != nil {
		return in, bad
	}
	in.End, bad = v.part.Read()
	return in, bad
}

// checkField looks at a field that was left: what cannot be read is said at once, where it
// stands.
func (v *View) checkField(f *widget.Form, id string) {
	today, s := v.env.Today(), sideOf(id)
	var err error
	switch plain := strings.TrimPrefix(id, letter(s)); {
	case plain != id:
		if bad := checkTyped(plain, fields(v.people.Value).in(letter(s)), v.known[s], today); bad != nil {
			err = bad
		}
	case f.Value(id) == "":
	case id == "amount":
		_, err = text.ParseMoney(f.Value(id))
	case id == "day":
		_, err = text.ParseDate(f.Value(id), today)
	case id == "time":
		_, _, err = text.ParseSlot(f.Value(id))
	case id == "policeat":
		if _, bad := moment(f.Value(id), v.env.Now()); bad != nil {
			err = bad
		}
	}
	if err != nil {
		f.SetError(id, v.env.Say(text.Err(err)))
	}
	v.show()
}

func sideOf(field string) hall.Side {
	if strings.HasPrefix(field, "r.") {
		return hall.Respondent
	}
	return hall.Applicant
}

func (v *View) afterLeft(id string) tea.Cmd {
	v.people.SetSuggest(id, nil)
	switch id {
	case "a.name", "r.name":
		v.settle(sideOf(id))
	case "a.id", "r.id", "a.phone", "r.phone":
	default:
		return nil
	}
	return v.duplicates()
}

// move goes to a step. The draft remembers where it stands.
func (v *View) move(step int) tea.Cmd {
	v.step, v.top = step, 0
	return tea.Batch(v.keep.Changed(), v.keep.Save())
}

// next goes a step on; from the last one it registers.
func (v *View) next() tea.Cmd {
	switch v.step {
	case stepPeople:
		return v.leavePeople()
	case stepWhere:
		if bad := v.check(); bad != nil {
			return v.complain(bad)
		}
		if ask := v.askSame(); ask != nil {
			return ask
		}
		return v.move(stepRead)
	case stepRead:
		return v.finish()
	}
	return nil
}

// leavePeople goes to the second step once the first one can stand.
func (v *View) leavePeople() tea.Cmd {
	v.people.ClearErrors()
	for _, s := range bothSides() {
		v.settle(s)
	}
	if v.people.Missing() {
		return nil
	}
	for _, id := range []string{"a.id", "a.phone", "a.birth", "r.id", "r.phone", "r.birth", "amount"} {
		v.checkField(v.people, id)
	}
	if v.people.HasErrors() {
		v.people.FocusError()
		return nil
	}
	if ask := v.askSame(); ask != nil {
		return ask
	}
	return tea.Batch(v.move(stepWhere), v.duplicates())
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
	words := v.env.Say(text.Err(bad))
	if bad.Code == hall.ErrRepresentatives {
		v.step = stepPeople
		s := v.env.Settings
		return tea.Batch(views.Toast(views.Warn, text.Intake.RepsNeeded.With("n", s.RepsFrom).With("most", s.MaxReps)), v.listParties("0 -1"))
	}
	if i := v.culprit(bad); i >= 0 {
		v.step = stepPeople
		open := v.editParty(i)
		v.box.form.SetError(fieldOf(bad.Code), words)
		v.box.form.FocusError()
		return open
	}
	f, field := v.place(bad)
	if f == nil {
		return views.Fail(bad)
	}
	v.step = stepPeople
	if f == v.where {
		v.step = stepWhere
	}
	f.SetError(field, words)
	f.FocusError()
	return nil
}

// culprit is which of the further parties an error speaks of; -1: none of them.
func (v *View) culprit(bad *hall.Error) int {
	if bad.Field != "applicant" && bad.Field != "respondent" {
		return -1
	}
	side := hall.Applicant
	if bad.Field == "respondent" {
		side = hall.Respondent
	}
	today := v.env.Today()
	name, named := bad.Args["name"].(string)
	first := v.of(who{side, -1})
	if named && first.Details.Name == name || !named && first.Details.Check(today) != nil {
		return -1
	}
	for i, p := range v.extra {
		if p.Side == side && (named && p.Details.Name == name || !named && p.Details.Check(today) != nil) {
			return i
		}
	}
	return -1
}

// place finds the field of the forms that an error belongs to.
func (v *View) place(e *hall.Error) (*widget.Form, string) {
	field := e.Field
	switch {
	case field == "applicant":
		field = letter(hall.Applicant) + fieldOf(e.Code)
	case field == "respondent":
		field = letter(hall.Respondent) + fieldOf(e.Code)
	case e.Code == hall.ErrPoliceReport && v.where.Value("policeat") == "":
		field = "policeat"
	case e.Code == hall.ErrPoliceReport:
		field = "police"
	}
	for _, f := range []*widget.Form{v.people, v.where} {
		if f.Has(field) {
			return f, field
		}
	}
	return nil, ""
}
