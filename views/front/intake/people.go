package intake

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// who is one of the parties: the first of a side, or one of the others.
type who struct {
	side  hall.Side
	extra int // index into extra; -1: the first of the side
}

// everybody lists the parties by side, the first ones first.
func (m matter) everybody() []who {
	var out []who
	for _, s := range bothSides() {
		if m.first[s].party.Details.Name != "" {
			out = append(out, who{s, -1})
		}
		for i, p := range m.extra {
			if p.Side == s {
				out = append(out, who{s, i})
			}
		}
	}
	return out
}

// of is a party, to be read or changed.
func (m *matter) of(w who) *hall.Party {
	if w.extra >= 0 {
		return &m.extra[w.extra]
	}
	return &m.first[w.side].party
}

// count is how large a side is, and how many of it are representatives.
func (m matter) count(s hall.Side) (people, reps int) {
	for _, w := range m.everybody() {
		if w.side != s {
			continue
		}
		if people++; m.of(w).Representative {
			reps++
		}
	}
	return people, reps
}

// listParties shows everybody on both sides; at is on whom the cursor stands, -1: to add one.
func (v *View) listParties(at int) tea.Cmd {
	m := v.Value()
	items := []menu.Item{{Name: addPartyLabel, Do: v.addParty}}
	for i, w := range m.everybody() {
		p := m.of(w)
		label := v.env.Say(text.Side(w.side)) + "  " + p.Details.Name
		if p.Details.Village != "" {
			label += "（" + p.Details.Village + "）"
		}
		if p.Representative {
			label += "  " + v.env.Styles.Marks.Done + v.env.Say(repMark)
		}
		items = append(items, menu.Item{Name: text.Raw(label), Do: func() tea.Cmd { return v.partyMenu(w, i) }})
	}
	title := v.env.Say(peopleTitle)
	for _, s := range bothSides() {
		if n, reps := m.count(s); n > v.env.Settings.RepsFrom {
			title += "  " + v.env.Say(repsOf.With("side", text.Side(s)).With("n", n).With("reps", reps).With("most", v.env.Settings.MaxReps))
		}
	}
	return menu.OpenAt(v.env, title, items, at+1)
}

// partyMenu says what can be done with one of them. Only a side of more than five chooses
// representatives, and no more than five (DOMAIN §3.11).
func (v *View) partyMenu(w who, i int) tea.Cmd {
	s, m := v.env.Settings, v.Value()
	if !slices.Contains(m.everybody(), w) {
		return nil
	}
	p := m.of(w)
	n, reps := m.count(w.side)
	rep, why := repLabel, text.Message{}
	switch {
	case p.Representative:
		rep = notRep
	case n <= s.RepsFrom:
		why = repsNotYet.With("n", s.RepsFrom)
	case reps >= s.MaxReps:
		why = repsFull.With("n", s.MaxReps)
	}
	name, at := p.Details.Name, 0
	if n > s.RepsFrom {
		at = 1
	}
	return menu.OpenAt(v.env, v.env.Say(text.Side(w.side))+" "+name, []menu.Item{
		{Name: editPartyLabel.With("who", name), Do: func() tea.Cmd { return v.edit(w) }},
		{Name: rep.With("who", name), Why: why, Do: func() tea.Cmd { // marking goes on in the list
			return tea.Batch(v.Change(func(m *matter) {
				m.extra = slices.Clone(m.extra)
				m.of(w).Representative = !m.of(w).Representative
			}), v.listParties(i))
		}},
		{Name: remove.With("who", name), Do: func() tea.Cmd { return v.Change(func(m *matter) { m.drop(w) }) }},
	}, at)
}

// drop takes somebody out. The next of the side moves up into the form.
func (m *matter) drop(w who) {
	i := w.extra
	if i < 0 {
		m.first[w.side] = somebody{}
		if i = slices.IndexFunc(m.extra, func(p hall.Party) bool { return p.Side == w.side }); i < 0 {
			return
		}
		m.first[w.side] = somebodyOf(m.extra[i])
	}
	m.extra = slices.Delete(slices.Clone(m.extra), i, i+1)
}

func (v *View) edit(w who) tea.Cmd {
	if w.extra < 0 {
		return v.GoTo(letter(w.side) + "name")
	}
	return v.editParty(w.extra, "name")
}

// one is one more party, in a box of its own.
type one struct {
	somebody
	side hall.Side
	at   int // index into extra; -1: somebody new
}

// half is a box that is not complete: its words are kept with the intake's.
type half struct {
	words hall.Draft
	who   one
	there bool
	open  bool
}

// addParty opens the box for somebody new, on the side where the cursor stands; what was put down
// in it before is still there.
func (v *View) addParty() tea.Cmd {
	h := v.Value().half
	if !h.there || h.who.at >= 0 {
		h = half{who: one{at: -1}}
		if len(v.Focused()) > 2 && v.Focused()[:2] == letter(hall.Respondent) {
			h.who.side = hall.Respondent
		}
	}
	return v.box(h, "name")
}

// editParty opens the box of somebody, with the cursor in a field.
func (v *View) editParty(i int, field string) tea.Cmd {
	m := v.Value()
	if m.half.there && m.half.who.at == i {
		return v.box(m.half, field)
	}
	return v.box(half{who: one{somebodyOf(m.extra[i]), m.extra[i].Side, i}}, field)
}

func (v *View) box(h half, field string) tea.Cmd {
	h.open = h.there
	return tea.Batch(v.Behind(func(m *matter) { m.half = h }), views.PushAsked(v.boxOf(h, field)))
}

func (v *View) boxOf(h half, field string) views.View {
	start := h.who
	now, later := about(v.env, "", func(r *one) *somebody { return &r.somebody })
	fields := []*form.Field[one]{
		form.Enum("side", onSide, func(r *one) *hall.Side { return &r.side }, bothSides(), text.Side).Given(),
		now["name"].Title(fullName).Required(), now["phone"], now["village"], now["id"], later["kind"], later["guardian"],
	}
	for _, name := range canWait() {
		if name != "kind" && name != "guardian" {
			fields = append(fields, later[name].Later())
		}
	}
	return form.Box(v.env, form.Spec[one]{
		Title: partyLabel, Fields: fields, Start: start, Focus: field, Edit: start.at >= 0,
		Keep: form.Keep[one]{Below: v, From: h.words, Into: func(d hall.Draft) tea.Cmd {
			return v.Behind(func(m *matter) { m.half = half{d, start, true, true} })
		}},
		Save: func(_ context.Context, _ views.Session, _ hall.DraftID, r one) (one, error) { return r, nil },
	})
}

// added takes a complete party over.
func (v *View) added(r one) tea.Cmd {
	return v.Change(func(m *matter) {
		p := r.read(v.env.Today())
		p.Side, m.half, m.extra = r.side, half{}, slices.Clone(m.extra)
		if r.at >= 0 && r.at < len(m.extra) {
			m.extra[r.at] = p
			return
		}
		m.extra = append(m.extra, p)
	})
}

// putDown keeps a party that is not complete all the same, if it has a name: registering will say
// what is missing.
func (v *View) putDown(r one) tea.Cmd {
	if r.party.Details.Name != "" {
		return v.added(r)
	}
	return v.Change(func(m *matter) { m.half.open = false })
}

// opened opens the box again that was open when the draft was left.
func (v *View) opened() tea.Cmd {
	if h := v.Value().half; h.there && h.open {
		return views.PushAsked(v.boxOf(h, "name"))
	}
	return nil
}
