package orgs

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// look opens one organisation.
func (v *View) look(id hall.OrgID) tea.Cmd {
	return views.Push(page.Show(v.env, page.Of[hall.OrgFile]{
		Title: func(f hall.OrgFile) text.Message {
			if f.Org.ID == 0 {
				return title
			}
			return titleOf.With("name", f.Org.Name)
		},
		Read: func(ctx context.Context, s views.Session) (hall.OrgFile, error) { return s.Desk.Org(ctx, id) },
		Show: about, Took: v.heard,
		Enter: menu.What, Open: func(f hall.OrgFile) tea.Cmd { return v.menu(f.Row, true) },
	}))
}

// about is all that is known of an organisation: first what is wrong and how far it has come, then
// who it is.
func about(s views.Session, f hall.OrgFile) *page.Doc {
	d, o := page.New(s), f.Org
	d.Title(o.Name)
	if o.Closed != 0 {
		d.Warn(dissolvedOn.With("day", text.Day(o.Closed)).With("why", o.Why))
	}
	for _, e := range f.Row.Faults() {
		d.Warn(text.Err(e))
	}
	if o.Closed == 0 {
		d.Course(course(s, f))
	}
	d.Section(text.Message{}, text.Message{})
	d.Say(level, text.LevelName(o.Level))
	d.Add(kind, strings.TrimSpace(s.Say(text.OrgKind(o.Kind))+"  "+s.Say(text.Stock(o.Industry))))
	d.Add(under, way(s, f))
	if f.Children > 0 {
		d.Say(guides, count.With("n", f.Children))
	}
	d.Add(members, people(s, f))
	d.Add(address, o.Address)
	d.Add(phone, o.Phone)
	d.Say(founded, text.Day(o.Founded))
	d.Section(recordHead, text.Message{})
	d.Each(terms, termLines(s, o))
	d.Add(number, strings.TrimSpace(o.Number+"  "+s.Say(text.Day(o.Filed))))
	d.Each(filings, filingLines(s, o))
	d.Say(standards, standing(o.Uniform))
	d.Add(seal, o.Seal)
	if len(f.Covers)+len(f.Studios)+len(o.Past) > 0 || o.Note != "" {
		d.Section(placesHead, text.Message{})
	}
	d.Say(covers, text.Names(called(f.Covers, func(c hall.Site) string { return c.Name })))
	d.Say(studios, text.Names(called(f.Studios, func(u hall.Studio) string { return u.Name })))
	d.Each(past, pastLines(s, o))
	d.Add(note, o.Note)
	return d
}

// course is what a committee needs to be in order, one after the other; the first that is not is to
// be done now.
func course(s views.Session, f hall.OrgFile) []page.Step {
	o, over := f.Org, f.Row.Over(s.Today())
	term := text.Day(f.Row.Term)
	if over {
		term = text.Message{}
	}
	filed := text.Message{}
	if f.Row.Due != 0 {
		filed = dueBy.With("day", s.Due(f.Row.Due))
	}
	out := []page.Step{
		{Name: stepFounded, Note: text.Day(o.Founded)},
		{Name: stepMembers, Note: ledger.Members(f.Row), At: stands(len(f.Row.Faults()) == 0)},
		{Name: stepTerm, Note: term, At: stands(!over)},
		{Name: stepFiled, Note: filed, At: stands(f.Row.Due == 0)},
		{Name: stepStandards, Note: ledger.Standards(o.Uniform), At: stands(o.Uniform.Complete())},
	}
	if i := slices.IndexFunc(out, func(p page.Step) bool { return p.At != page.Done }); i >= 0 {
		out[i].At = page.Now
	}
	return out
}

func stands(done bool) page.Progress {
	if done {
		return page.Done
	}
	return page.ToCome
}

func called[T any](all []T, name func(T) string) []string {
	var out []string
	for _, one := range all {
		out = append(out, name(one))
	}
	return out
}

// way is whom it stands under, from the top down.
func way(s views.Session, f hall.OrgFile) string {
	if len(f.Way) == 0 {
		return s.Say(atTop)
	}
	return strings.Join(called(f.Way, func(r hall.OrgRow) string { return r.Name }), " "+s.Styles.Marks.Cursor+" ")
}

// people are the members, who heads it first.
func people(s views.Session, f hall.OrgFile) string {
	if len(f.Members) == 0 && f.Org.Closed == 0 {
		return s.Say(noPeople)
	}
	return s.Say(text.Names(called(f.Members, func(m hall.Member) string {
		name := m.Name
		if m.Head {
			name = s.Say(heads.With("name", name))
		}
		if m.Status != hall.Active {
			name += " " + s.Say(text.MediatorStatus(m.Status))
		}
		return name
	})))
}

// termLines are the committee's terms, the last one first.
func termLines(s views.Session, o hall.Org) []string {
	var out []string
	for _, t := range slices.Backward(o.Terms) {
		out = append(out, strings.TrimSpace(s.Say(termLine(t))))
	}
	switch end := hall.TermEnd(o.Terms); {
	case o.Closed != 0:
	case end == 0:
		out = []string{s.Say(noTerm)}
	case end < s.Today():
		out[0] += "  " + s.Say(termOver)
	}
	return out
}

func termLine(t hall.Term) text.Message {
	return termOf.With("from", text.Day(t.From)).With("to", text.Day(t.To)).With("how", text.Stock(t.How))
}

// standing says which of the six uniform items are lacking.
func standing(u hall.Uniform) text.Message {
	var lacks []text.Message
	for _, one := range hall.Uniforms() {
		if u&one == 0 {
			lacks = append(lacks, text.Uniform(one))
		}
	}
	if len(lacks) == 0 {
		return allThere.With("count", ledger.Standards(u))
	}
	return lacking.With("count", ledger.Standards(u)).With("names", text.List(lacks...))
}

func filingLines(s views.Session, o hall.Org) []string {
	var out []string
	for _, f := range slices.Backward(o.Filings) {
		m := filingDone.With("filed", text.Day(f.Filed)).With("number", f.Number)
		if f.Filed == 0 {
			m = filingOpen.With("due", s.Due(f.Due))
		}
		out = append(out, strings.TrimSpace(s.Say(m.With("what", text.FilingCause(f.What)).With("changed", text.Day(f.Changed)))))
	}
	return out
}

// pastLines are what it was before.
func pastLines(s views.Session, o hall.Org) []string {
	var out []string
	for _, p := range slices.Backward(o.Past) {
		from := p.From
		if from == 0 {
			from = o.Founded
		}
		out = append(out, strings.TrimSpace(s.Say(pastLine.With("from", text.Day(from)).With("to", text.Day(p.To)).With("name", p.Name).
			With("level", text.LevelName(p.Level)).With("kind", text.OrgKind(p.Kind)).With("why", p.Why))))
	}
	return out
}

// menu is what can be done with an organisation, in its page or in a list: every deed keeps its
// number.
func (v *View) menu(r hall.OrgRow, here bool) tea.Cmd {
	begin := func(what string) func() tea.Cmd {
		return func() tea.Cmd { return v.begin(formOf{what: what, id: uint64(r.ID)}) }
	}
	items := []menu.Item{
		{Name: doLook, Do: func() tea.Cmd { return v.look(r.ID) }},
		{Name: doMembers, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Roster, Org: r.ID}) }},
		{Name: doAdd, Op: hall.OpAdd, Do: func() tea.Cmd { return v.begin(v.newBelow(r.ID, 0)) }},
		{Name: doChange, Op: hall.OpChange, Do: begin(formChange)},
		{Name: doTerm, Op: hall.OpTerm, Do: begin(formTerm)},
		{Name: doFile, Op: hall.OpFile, Do: begin(formFile)},
		{Name: doStandards, Op: hall.OpUniform, Do: begin(formUniform)},
		{Name: doEnd, Op: hall.OpClose, Do: begin(formEnd)},
	}
	if here {
		items[0].Why = isHere
	}
	return menu.Course(v.env, r.Name, menu.Bars(v.env, hall.OrgCourse(), r), items)
}

// termMenu asks, where there are terms, whether one is to be added or was a mistake.
func (v *View) termMenu(m opened) tea.Cmd {
	o := m.file.Org
	last := o.Terms[len(o.Terms)-1]
	return menu.Open(v.env, v.env.Say(terms), []menu.Item{
		{Name: termAdd, Do: func() tea.Cmd { return views.Push(v.termForm(m)) }},
		{Name: termDrop.With("from", text.Day(last.From)).With("to", text.Day(last.To)), Do: func() tea.Cmd {
			body := []string{v.env.Say(termLine(last))}
			return menu.Confirm(v.env, v.env.Say(termDropAsk), body, v.env.Say(termDropYes), func() tea.Cmd { return v.dropTerm(o, last) })
		}},
	})
}

func (v *View) dropTerm(o hall.Org, last hall.Term) tea.Cmd {
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		_, err := s.Desk.DropOrgTerm(ctx, o.ID, o.Rev, last)
		return termDropped, err
	})
}

// addHere adds an organisation below the one under the cursor, or beside it where nothing can
// stand below.
func (v *View) addHere() tea.Cmd {
	n, _ := v.At()
	parent := n.row.ID
	switch {
	case n.row.Closed != 0:
		parent = 0
	case n.row.Level.Rank() == hall.Village.Rank():
		parent = n.row.Parent
	}
	return v.begin(v.newBelow(parent, 0))
}
