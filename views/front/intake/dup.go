package intake

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/theme"
	"sizhen/views/text"
)

// dupTone is how it is said that a case is perhaps the same.
const dupTone = theme.Warn

// watch looks for cases of the same people, and of the same matter where people are only named.
func (v *View) watch(m matter) (string, func(context.Context, views.Session) (func(*matter), error)) {
	in := hall.Intake{Parties: m.parties(v.env.Today()), Matter: hall.Matter{Type: m.in.Type, Subject: m.in.Subject}}
	if len(in.Of(hall.Applicant)) == 0 || len(in.Of(hall.Respondent)) == 0 {
		in.Parties = nil
	}
	key := ""
	for _, p := range in.Parties {
		key += fmt.Sprintf("%d %d %s %s %s %s\n", p.Side, p.Person, p.Details.Name, p.Details.DocNumber, p.Details.Phone, p.Details.Village)
	}
	if key != "" {
		key += in.Type + " " + in.Subject
	}
	return key, func(ctx context.Context, s views.Session) (func(*matter), error) {
		if key == "" {
			return func(m *matter) { m.dups = nil }, nil
		}
		rows, err := s.Desk.Duplicates(ctx, in)
		return func(m *matter) { m.dups = rows }, err
	}
}

// same names the cases found, so that the question is put once only.
func (m matter) same() string {
	var ids []string
	for _, d := range m.dups {
		ids = append(ids, fmt.Sprint(d.ID))
	}
	return strings.Join(ids, " ")
}

// ask puts what is doubtful about the people before anything is made of it; nil where nothing is.
func (v *View) ask(m matter) tea.Cmd {
	a, b, twice := hall.Twice(m.parties(v.env.Today()))
	if !twice || m.two == a.Details.Name {
		return v.askSame(m)
	}
	body := twiceBody.With("name", a.Details.Name).With("a", text.Side(a.Side)).With("b", text.Side(b.Side))
	return menu.Confirm(v.env, v.env.Say(twiceTitle), []string{v.env.Say(body)}, v.env.Say(twiceYes), func() tea.Cmd {
		return tea.Batch(v.Change(func(m *matter) { m.two = a.Details.Name }), v.Submit())
	})
}

// askSame puts the question before a second case is made of one matter; nil when there is nothing
// to ask, or it was answered.
func (v *View) askSame(m matter) tea.Cmd {
	if len(m.dups) == 0 || m.relapse.ID != 0 || m.other == m.same() {
		return v.atOnce(m)
	}
	answered := func(change func(*matter)) func() tea.Cmd {
		return func() tea.Cmd { return tea.Batch(v.Change(change), v.Submit()) }
	}
	var items []menu.Item
	for _, d := range m.dups[:min(len(m.dups), 3)] {
		come := menu.Item{Name: comesFor.With("no", caseName(d)), Do: comesAbout(m, d.ID)}
		look := lookAt.With("no", caseName(d)).With("what", text.About(v.env.Settings, d.Type, d.Subject)).With("state", text.State(d.State))
		items = append(items, menu.Item{Name: look, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: d.ID}) }},
			menu.Item{Name: asRelapse.With("no", caseName(d)), Why: stillOpen(d, openYet), Do: answered(func(m *matter) { m.relapse = d })}, come)
	}
	items = append(items, menu.Item{Name: anotherMatter, Do: answered(func(m *matter) { m.other = m.same() })})
	return menu.Open(v.env, v.env.Say(sameTitle), items)
}

// atOnce has the form save a number, where that was asked for and nothing speaks of violence; nil: the
// next step is asked first.
func (v *View) atOnce(m matter) tea.Cmd {
	if !v.now || v.Step() == stepPeople && (m.warning().Any() || m.in.Alarm() != "") {
		return nil
	}
	return func() tea.Msg { return form.Shown[matter]{Value: m} }
}

// comesAbout has the form save a number about a case that is there, and nothing else.
func comesAbout(m matter, id hall.CaseID) func() tea.Cmd {
	m.comes = id
	return func() tea.Cmd { return func() tea.Msg { return form.Shown[matter]{Value: m} } }
}

// come gives who is written down as applicant a number about a case that is there.
func come(ctx context.Context, s views.Session, draft hall.DraftID, m matter) (hall.IntakeResult, error) {
	f, err := s.Desk.Case(ctx, m.comes)
	if err != nil {
		return hall.IntakeResult{}, err
	}
	who := m.first[hall.Applicant].read(s.Today())
	at := slices.IndexFunc(f.Case.Parties, func(p hall.Party) bool { return p.Person != 0 && p.Person == who.Person })
	if at < 0 {
		at = slices.IndexFunc(f.Case.Parties, func(p hall.Party) bool { return hall.FoldName(p.Details.Name) == hall.FoldName(who.Details.Name) })
	}
	return s.Desk.From(draft).Come(ctx, m.comes, max(at, 0))
}

func stillOpen(d hall.CaseRow, why text.Message) text.Message {
	if d.State.Open() {
		return why
	}
	return text.Message{}
}

// caseName is how a case is spoken of: one that was never accepted has no number.
func caseName(d hall.CaseRow) text.Message {
	if d.Number == "" {
		return unnumbered.With("day", text.Day(d.Registered))
	}
	return text.Raw(d.Number)
}

// closedDup is the latest of them that has ended: only that can come back.
func (m matter) closedDup() (hall.CaseRow, bool) {
	for _, d := range m.dups {
		if !d.State.Open() {
			return d, true
		}
	}
	return hall.CaseRow{}, false
}

func (v *View) dupKeys() []views.Action {
	m := v.Value()
	if len(m.dups) == 0 || m.relapse.ID != 0 {
		return nil
	}
	d, ok := m.closedDup()
	back := func() tea.Cmd {
		return tea.Batch(v.Change(func(m *matter) { m.relapse = d }), views.Toast(views.Done, relapseOn.With("no", caseName(d))))
	}
	blocked := func() text.Message {
		if !ok {
			return stillOpenLabel
		}
		return text.Message{}
	}
	open := func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: m.dups[0].ID}) }
	return []views.Action{
		{Key: views.Key("Ctrl-O", "ctrl+o"), Name: lookDup, Run: open},
		{Key: views.Key("Ctrl-B", "ctrl+b"), Name: relapseLabel, Run: back, Blocked: blocked},
	}
}

// follow copies the parties of a case that came back. Powers of attorney and representatives were
// for the case that ended.
func (m *matter) follow(c hall.Case) {
	m.relapse, m.in.Type, m.in.Subject = hall.RowOf(c), c.Type, c.Subject
	var all []hall.Party
	for _, p := range c.Parties {
		p.Representative, p.Proxy, p.ProxyScope = false, "", ""
		all = append(all, p)
	}
	m.people(all)
}

// unmasked gives the parties of a case that the reader may not see in full the details of the
// people on file: signs for hidden digits must never be registered as digits.
func unmasked(ctx context.Context, s views.Session, file hall.CaseFile) (hall.Case, error) {
	c := file.Case
	if !file.Masked {
		return c, nil
	}
	parties := make([]hall.Party, len(c.Parties))
	for i, p := range c.Parties {
		p.Details.DocNumber, p.Details.Phone, p.Details.Address = "", "", ""
		if p.Person != 0 {
			known, err := s.Desk.Person(ctx, p.Person)
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
