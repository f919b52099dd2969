package intake

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// pause is how long typing must rest before people are looked for.
const pause = 200 * time.Millisecond

type (
	searchMsg struct{ field, query string }
	foundMsg  struct {
		field, query string
		rows         []hall.PersonRow
		err          error
	}
	personMsg struct {
		side   hall.Side
		person hall.Person
		err    error
	}
	dupMsg struct {
		rows []hall.CaseRow
		err  error
	}
	partyMenu struct{ id string }
	partyDone struct{ values map[string]string }
)

// peopleMessage takes the messages about people; false for others.
func (v *View) peopleMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case searchMsg:
		return v.search(m), true
	case foundMsg:
		if m.err == nil && v.people.Value(m.field) == m.query {
			v.found = m.rows
			v.people.SetSuggest(m.field, v.suggestions(m.rows))
		}
		return nil, true
	case personMsg:
		if m.err != nil {
			return views.Fail(m.err), true
		}
		v.fill(m.side, m.person)
		return tea.Batch(v.keep.Changed(), v.duplicates()), true
	case dupMsg:
		if m.err == nil {
			v.dups = m.rows
		}
		return nil, true
	case partyMenu:
		return v.partyChosen(m), true
	case partyDone:
		return v.partyDone(m), true
	}
	return nil, false
}

// suggest looks people up once typing rests: one Chinese character is enough, of letters
// and digits two.
func (v *View) suggest(field string) tea.Cmd {
	switch field {
	case "a.name", "r.name", "a.phone", "r.phone", "a.id", "r.id":
	default:
		return nil
	}
	q := v.people.Value(field)
	han := strings.IndexFunc(q, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
	if !han && len(q) < 2 {
		v.people.SetSuggest(field, nil)
		return nil
	}
	return v.env.After(pause, searchMsg{field, q})
}

func (v *View) search(m searchMsg) tea.Cmd {
	if v.people.Value(m.field) != m.query {
		return nil
	}
	desk := v.env.Desk
	return func() tea.Msg {
		rows, err := desk.FindPeople(context.Background(), m.query, 5)
		return foundMsg{m.field, m.query, rows, err}
	}
}

func (v *View) suggestions(rows []hall.PersonRow) []string {
	var out []string
	for _, r := range rows {
		s := r.Name
		if r.Village != "" {
			s += "（" + r.Village + "）"
		}
		if r.Phone != "" {
			s += " " + r.Phone
		}
		out = append(out, s+"  "+v.visits(r.Visits, r.Last, r.LastFor))
	}
	return out
}

func (v *View) visits(n int, last hall.Day, what string) string {
	if n == 0 {
		return ""
	}
	kind := text.Message{}
	if what != "" {
		kind = text.Type(v.env.Settings, what)
	}
	return strings.TrimSpace(v.env.Say(text.Intake.Visits.With("n", n).With("day", text.ShortDay(last)).With("what", kind)))
}

func sideOf(field string) hall.Side {
	if strings.HasPrefix(field, "r.") {
		return hall.Respondent
	}
	return hall.Applicant
}

// picked takes a suggestion: the person's details are read and filled in.
func (v *View) picked(ev widget.Event) tea.Cmd {
	if ev.Picked >= len(v.found) {
		return nil
	}
	row, side, desk := v.found[ev.Picked], sideOf(ev.PickedIn), v.env.Desk
	v.people.SetSuggest(ev.PickedIn, nil)
	return func() tea.Msg {
		p, err := desk.Person(context.Background(), row.ID)
		return personMsg{side, p, err}
	}
}

// fill writes a known person into the form, number and telephone masked: whoever looks over
// the clerk's shoulder need not read them.
func (v *View) fill(s hall.Side, p hall.Person) {
	v.known[s] = p
	d, l, f := p.Details, letter(s), v.people
	f.SetValues(map[string]string{
		l + "name": d.Name, l + "id": hall.MaskDoc(d.DocNumber), l + "phone": hall.MaskPhone(d.Phone), l + "village": d.Village,
		l + "address": d.Address, l + "ethnic": d.Ethnic, l + "job": d.Occupation, l + "contact": d.Contact,
		l + "kind": strconv.Itoa(int(d.Kind)), l + "doc": strconv.Itoa(int(d.Doc)),
	})
	for _, id := range []string{"name", "id", "phone"} {
		f.SetSuggest(l+id, nil)
		f.SetError(l+id, "")
	}
	v.show()
}

// follow copies the parties of a case that came back.
func (v *View) follow(c hall.Case) {
	v.relapse = hall.RowOf(c)
	seen := map[hall.Side]bool{}
	for _, p := range c.Parties {
		if seen[p.Side] {
			p.Representative = false
			v.extra = append(v.extra, p)
			continue
		}
		seen[p.Side] = true
		v.fill(p.Side, hall.Person{ID: p.Person, Details: p.Details})
	}
	v.people.SetValue("type", c.Type)
	v.people.SetValue("subject", c.Subject)
	v.show()
}

// notes writes what is known of a side behind its name and number.
func (v *View) notes(s hall.Side) {
	l, say := letter(s), v.env.Say
	p := v.party(s)
	if v.known[s].ID != 0 && p.Details.Name != v.known[s].Details.Name {
		v.known[s] = hall.Person{} // another name: another person
		p = v.party(s)
	}
	note := v.visits(v.known[s].Visits, v.known[s].Last, v.known[s].LastFor)
	var names []string
	for _, e := range v.extra {
		if e.Side == s {
			names = append(names, e.Details.Name)
		}
	}
	if len(names) > 0 {
		note = strings.TrimSpace(say(text.Intake.More.With("n", len(names)).With("names", strings.Join(names, "、"))) + "  " + note)
	}
	v.people.SetNote(l+"name", note)
	id := ""
	if p.Details.Sex != hall.SexUnknown && p.Details.Birth != 0 {
		y, m, _ := p.Details.Birth.Date()
		id = say(text.Sex(p.Details.Sex)) + " " + say(text.Born(y, m))
	}
	v.people.SetNote(l+"id", id)
}

// duplicates asks for cases of the same two.
func (v *View) duplicates() tea.Cmd {
	in := hall.Intake{Parties: v.parties()}
	if len(in.Of(hall.Applicant)) == 0 || len(in.Of(hall.Respondent)) == 0 {
		v.dups = nil
		return nil
	}
	desk := v.env.Desk
	return func() tea.Msg {
		rows, err := desk.Duplicates(context.Background(), in)
		return dupMsg{rows, err}
	}
}

func (v *View) openDup() tea.Cmd {
	return views.Go(views.Route{Screen: views.CaseFile, Case: v.dups[0].ID})
}

func (v *View) setRelapse() tea.Cmd {
	v.relapse = v.dups[0]
	return tea.Batch(v.keep.Changed(), views.Toast(views.Done, text.Intake.RelapseOn.With("no", v.relapse.Number)))
}

// peopleMenu lists the parties beyond the first ones, and what can be done with them.
func (v *View) peopleMenu() tea.Cmd {
	say, t := v.env.Say, text.Intake
	items := []widget.MenuItem{{ID: "add 0", Label: say(t.AddApplicant)}, {ID: "add 1", Label: say(t.AddRespondent)}}
	for _, s := range []hall.Side{hall.Applicant, hall.Respondent} { // representatives speak for large sides only
		name := v.people.Value(letter(s) + "name")
		if name == "" || !v.many(s) {
			continue
		}
		mark := t.Rep
		if v.reps[s] {
			mark = t.NotRep
		}
		items = append(items, widget.MenuItem{ID: fmt.Sprint("first ", s), Label: say(mark.With("who", name))})
	}
	for i, p := range v.extra {
		who := say(text.Side(p.Side)) + " " + p.Details.Name
		if p.Representative {
			who += "（" + say(t.RepMark) + "）"
		}
		items = append(items, widget.MenuItem{ID: fmt.Sprint("edit ", i), Label: say(t.EditParty.With("who", who))})
		if mark := t.Rep; v.many(p.Side) {
			if p.Representative {
				mark = t.NotRep
			}
			items = append(items, widget.MenuItem{ID: fmt.Sprint("rep ", i), Label: say(mark.With("who", p.Details.Name))})
		}
		items = append(items, widget.MenuItem{ID: fmt.Sprint("drop ", i), Label: say(t.Remove.With("who", p.Details.Name))})
	}
	return views.Open(dialog.Menu(v.env.Styles, say(t.PeopleTitle), items, func(id string) tea.Msg { return partyMenu{id} }))
}

func (v *View) partyChosen(m partyMenu) tea.Cmd {
	what, arg, _ := strings.Cut(m.id, " ")
	n, _ := strconv.Atoi(arg)
	switch what {
	case "add":
		v.editing, v.adding = -1, hall.Side(n)
		return v.askParty(hall.Party{Side: hall.Side(n)})
	case "edit":
		v.editing, v.adding = n, v.extra[n].Side
		return v.askParty(v.extra[n])
	case "first":
		v.reps[n] = !v.reps[n]
	case "rep":
		v.extra[n].Representative = !v.extra[n].Representative
	case "drop":
		v.extra = append(v.extra[:n:n], v.extra[n+1:]...)
	}
	v.show()
	return tea.Batch(v.keep.Changed(), v.keep.Save())
}

// many reports whether a side is so large that it chooses representatives.
func (v *View) many(s hall.Side) bool {
	n := 1
	for _, p := range v.extra {
		if p.Side == s {
			n++
		}
	}
	return n > v.env.Settings.RepsFrom
}

// askParty opens the small form of one more person.
func (v *View) askParty(p hall.Party) tea.Cmd {
	say, t, d := v.env.Say, text.Intake, p.Details
	v.ask = widget.NewForm(v.env.Styles, v.formText(), []widget.Item{
		{ID: "name", Label: say(text.Side(p.Side)), Max: mostName, Required: true, Value: d.Name},
		{ID: "kind", Label: say(t.Kind), Kind: widget.Choice, Value: strconv.Itoa(int(d.Kind)),
			Options: choices(v, []hall.PersonKind{hall.Natural, hall.Organisation}, text.PersonKind)},
		{ID: "id", Label: say(t.ID), Max: 24, Value: d.DocNumber},
		{ID: "phone", Label: say(t.Phone), Max: 24, Value: d.Phone},
		{ID: "village", Label: say(t.Village), Max: mostShort, Value: d.Village},
		{ID: "guardian", Label: say(t.Guardian), Max: mostName, Value: p.Guardian, Help: say(t.GuardianHelp)},
	})
	return v.openParty()
}

func (v *View) openParty() tea.Cmd {
	return views.Open(dialog.Ask(v.env.Styles, v.env.Say(text.Intake.Party), "", v.ask, func(vs map[string]string) tea.Msg { return partyDone{vs} }))
}

func (v *View) partyDone(m partyDone) tea.Cmd {
	get := func(id string) string { return strings.TrimSpace(m.values[id]) }
	p := hall.Party{Side: v.adding}
	if v.editing >= 0 {
		p = v.extra[v.editing]
	}
	p.Details.Name, p.Details.Kind, p.Details.DocNumber = get("name"), enum[hall.PersonKind](get("kind")), get("id")
	p.Details.Phone, p.Details.Village, p.Guardian = get("phone"), get("village"), get("guardian")
	identify(&p.Details, v.env.Today())
	if bad := p.Details.Check(v.env.Today()); bad != nil {
		field := "id"
		if bad.Code == hall.ErrPhone {
			field = "phone"
		}
		v.ask.SetError(field, v.env.Say(text.Err(bad)))
		v.ask.Focus(field)
		return v.openParty()
	}
	if v.editing >= 0 {
		v.extra[v.editing] = p
	} else {
		v.extra = append(v.extra, p)
	}
	v.show()
	return tea.Batch(v.keep.Changed(), v.keep.Save(), v.duplicates())
}
