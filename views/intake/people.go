package intake

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What was chosen in the list of parties, and in the menu of one of them.
type (
	listChosen  struct{ id string }
	partyChosen struct {
		who  who
		what string
	}
)

// who is one of the parties: the first of a side, or one of the others.
type who struct {
	side  hall.Side
	extra int // index into extra; -1: the first of the side
}

// everybody lists the parties by side, the first ones first.
func (v *View) everybody() []who {
	var out []who
	for _, s := range bothSides() {
		if v.people.Value(letter(s)+"name") != "" {
			out = append(out, who{s, -1})
		}
		for i, p := range v.extra {
			if p.Side == s {
				out = append(out, who{s, i})
			}
		}
	}
	return out
}

// of is what stands in the form or the list for somebody.
func (v *View) of(w who) hall.Party {
	if w.extra >= 0 {
		return v.extra[w.extra]
	}
	p, _ := v.answers().party(w.side, v.env.Today())
	return p
}

// count is how large a side is, and how many of it are representatives.
func (v *View) count(s hall.Side) (people, reps int) {
	for _, w := range v.everybody() {
		if w.side != s {
			continue
		}
		people++
		if v.of(w).Representative {
			reps++
		}
	}
	return people, reps
}

// listParties shows everybody on both sides; at is where the cursor stands.
func (v *View) listParties(at string) tea.Cmd {
	say, t := v.env.Say, text.Intake
	items := []widget.MenuItem{{ID: "add", Label: say(t.AddParty)}}
	for _, w := range v.everybody() {
		p := v.of(w)
		label := say(text.Side(w.side)) + "  " + p.Details.Name
		if p.Details.Village != "" {
			label += "（" + p.Details.Village + "）"
		}
		if p.Representative {
			label += "  " + v.env.Styles.Marks.Done + say(t.RepMark)
		}
		items = append(items, widget.MenuItem{ID: fmt.Sprint(w.side, " ", w.extra), Label: label})
	}
	title := say(t.PeopleTitle)
	for _, s := range bothSides() {
		if n, reps := v.count(s); n > v.env.Settings.RepsFrom {
			title += "  " + say(t.RepsOf.With("side", text.Side(s)).With("n", n).With("reps", reps).With("most", v.env.Settings.MaxReps))
		}
	}
	return views.Open(dialog.MenuAt(v.env, title, items, at, func(id string) tea.Msg { return listChosen{id} }))
}

// listed opens what was chosen in the list: a new party, or the menu of one.
func (v *View) listed(m listChosen) tea.Cmd {
	if m.id == "add" {
		return v.addParty()
	}
	side, extra, _ := strings.Cut(m.id, " ")
	w := who{side: enum[hall.Side](side)}
	w.extra, _ = strconv.Atoi(extra)
	if !slices.Contains(v.everybody(), w) {
		return nil
	}
	return v.partyMenu(w)
}

// partyMenu says what can be done with one of them. Only a side of more than five chooses
// representatives, and no more than five (DOMAIN §3.11).
func (v *View) partyMenu(w who) tea.Cmd {
	say, t, s := v.env.Say, text.Intake, v.env.Settings
	p := v.of(w)
	n, reps := v.count(w.side)
	rep, why := t.Rep, text.Message{}
	switch {
	case p.Representative:
		rep = t.NotRep
	case n <= s.RepsFrom:
		why = t.RepsNotYet.With("n", s.RepsFrom)
	case reps >= s.MaxReps:
		why = t.RepsFull.With("n", s.MaxReps)
	}
	items := []widget.MenuItem{
		{ID: "edit", Label: say(t.EditParty.With("who", p.Details.Name))},
		{ID: "rep", Label: say(rep.With("who", p.Details.Name)), Reason: say(why)},
		{ID: "drop", Label: say(t.Remove.With("who", p.Details.Name))},
	}
	at := "edit"
	if n > s.RepsFrom {
		at = "rep"
	}
	title := say(text.Side(w.side)) + " " + p.Details.Name
	return views.Open(dialog.MenuAt(v.env, title, items, at, func(id string) tea.Msg { return partyChosen{w, id} }))
}

// chosen does it. Marking goes on in the list: several are marked one after the other.
func (v *View) chosen(m partyChosen) tea.Cmd {
	w := m.who
	if !slices.Contains(v.everybody(), w) {
		return nil
	}
	switch m.what {
	case "edit":
		if w.extra < 0 {
			v.people.Focus(letter(w.side) + "name")
			return nil
		}
		return v.editParty(w.extra)
	case "rep":
		if w.extra < 0 {
			v.reps[w.side] = !v.reps[w.side]
		} else {
			v.extra[w.extra].Representative = !v.extra[w.extra].Representative
		}
		return tea.Batch(v.changed(), v.listParties(fmt.Sprint(w.side, " ", w.extra)))
	case "drop":
		v.drop(w)
	}
	return tea.Batch(v.changed(), v.duplicates())
}

// changed shows what follows from a change outside the fields, and keeps it.
func (v *View) changed() tea.Cmd {
	v.show()
	return tea.Batch(v.keep.Changed(), v.keep.Save())
}

// drop takes somebody out. The next of the side moves up into the form.
func (v *View) drop(w who) {
	if w.extra >= 0 {
		v.extra = slices.Delete(slices.Clone(v.extra), w.extra, w.extra+1)
		return
	}
	for i, p := range v.extra {
		if p.Side == w.side {
			v.extra = slices.Delete(slices.Clone(v.extra), i, i+1)
			v.put(p)
			return
		}
	}
	v.put(hall.Party{Side: w.side})
}

// put writes a party into the form as the first of its side.
func (v *View) put(p hall.Party) {
	a := answers{text: map[string]string{}}
	a.put(p)
	v.known[p.Side], v.reps[p.Side] = a.known[p.Side], p.Representative
	v.people.SetValues(a.text)
	for _, id := range []string{"name", "id", "phone", "birth", "guardian"} {
		v.people.SetSuggest(letter(p.Side)+id, nil)
		v.people.SetError(letter(p.Side)+id, "")
	}
	v.show()
}

// fill writes somebody found again into the form. What was typed about guardian and proxy
// stays: the hall does not keep it with people.
func (v *View) fill(s hall.Side, p hall.Person) {
	l := letter(s)
	v.put(hall.Party{
		Person: p.ID, Side: s, Details: p.Details, Representative: v.reps[s],
		Guardian: v.people.Value(l + "guardian"), Proxy: v.people.Value(l + "proxy"), ProxyScope: v.people.Value(l + "scope"),
	})
	v.known[s] = p
	v.show()
}

// settle looks whether another name stands where somebody found again was: then it is
// another person, and what was filled in for the first one, and is still as it was, goes.
func (v *View) settle(s hall.Side) {
	was, l := v.known[s], letter(s)
	if was.Details.Name == "" || v.people.Value(l+"name") == was.Details.Name {
		return
	}
	for id, filled := range writeParty(hall.Party{Person: was.ID, Details: was.Details}) {
		switch id {
		case "id", "phone", "village", "sex", "address", "birth", "ethnic", "job", "contact":
			if filled != "" && v.people.Value(l+id) == filled {
				v.people.SetValue(l+id, "")
			}
		}
	}
	v.known[s] = hall.Person{}
	v.show()
}

// notes writes what is known of a side behind its name and number.
func (v *View) notes(s hall.Side) {
	l, say := letter(s), v.env.Say
	p, _ := v.answers().party(s, v.env.Today())
	note := ""
	if was := v.known[s]; was.Details.Name == p.Details.Name {
		note = visits(v.env, was.Visits, was.Last, was.LastFor)
	}
	var names []string
	for _, e := range v.extra {
		if e.Side == s {
			names = append(names, e.Details.Name)
		}
	}
	if len(names) > 0 {
		note = strings.TrimSpace(say(text.Intake.More.With("n", len(names)).With("names", text.Names(names))) + "  " + note)
	}
	v.people.SetNote(l+"name", note)
	v.people.SetNote(l+"id", bornAs(v.env, p.Details))
}

// bornAs is what an identity number says: 女 1968年5月.
func bornAs(env *views.Env, d hall.Details) string {
	if d.Sex == hall.SexUnknown || d.Birth == 0 {
		return ""
	}
	y, m, _ := d.Birth.Date()
	return env.Say(text.Sex(d.Sex)) + " " + env.Say(text.Born(y, m))
}
