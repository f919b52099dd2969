package roster

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// formOf names a form's draft: a new entry's by who adds it.
func (v *View) formOf(what string, id hall.MediatorID, n uint64) string {
	if what == doEdit && id == 0 {
		n = uint64(v.env.Actor.Staff)
	}
	return fmt.Sprintf("roster.%s %d %d", what, id, n)
}

// begin opens a form about a mediator; n is which of several it is about.
func (v *View) begin(what string, m hall.Mediator, n uint64, from hall.Draft) tea.Cmd {
	title := formTitle.With("what", nameOf(what, m)).With("name", m.Name)
	if what == doEdit {
		title = editTitle.With("name", m.Name)
	}
	if m.ID == 0 {
		title = addTitle
	}
	return v.push(what, title, m.ID, n, from)
}

func (v *View) push(what string, title text.Message, id hall.MediatorID, n uint64, from hall.Draft) tea.Cmd {
	if what == doEdit {
		return views.Push(v.entryForm(title, id, from))
	}
	return views.Push(v.deedForm(what, title, id, n, from))
}

// resume goes on with a draft that the board led to. It is called as it was.
func (v *View) resume(d hall.Draft) tea.Cmd {
	var what string
	var who, n uint64
	if _, err := fmt.Sscanf(strings.TrimPrefix(d.Form, "roster."), "%s %d %d", &what, &who, &n); err != nil {
		return nil // another screen's
	}
	title := text.Raw(d.Title)
	if what == doEdit {
		title = editTitle.With("name", d.Title)
	}
	if who == 0 {
		title = addTitle
	}
	return v.push(what, title, hall.MediatorID(who), n, d)
}

// entry is somebody's entry as the form holds it.
type entry struct {
	hall.Mediator
	was   hall.Mediator
	backs []string // the backgrounds' codes
	from  hall.Day // since when what changes holds
	why   string
	no    string // under which a new entry was reported before
}

func entryOf(m hall.Mediator, today hall.Day) entry {
	e := entry{Mediator: m, was: m, from: today}
	for _, b := range m.Backgrounds {
		e.backs = append(e.backs, string(b))
	}
	return e
}

// mediator is the record of what was filled in.
func (e entry) mediator() hall.Mediator {
	m := e.Mediator
	m.Backgrounds = nil
	for _, b := range e.backs {
		m.Backgrounds = append(m.Backgrounds, hall.Background(b))
	}
	if m.ID == 0 {
		m.Filings = []hall.Filing{{Number: e.no}}
	}
	return m
}

// entryForm is the form of an entry; 0: a new one.
func (v *View) entryForm(title text.Message, id hall.MediatorID, from hall.Draft) *form.View[entry] {
	type R = entry
	today := v.env.Today()
	spec := form.Spec[R]{
		Title: title, Fields: entryFields(id == 0), Start: entryOf(hall.Mediator{}, today), Edit: id != 0,
		Keep: form.Keep[R]{
			Kind: hall.DraftRoster, Form: v.formOf(doEdit, id, 0), From: from, Offer: id == 0,
			Title: func(e R) text.Message { return text.Raw(e.Name) },
		},
		Check: func(s views.Session, e R) *hall.Error { return e.mediator().Check(e.was, s.Settings, s.Today()) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, e R) (R, error) {
			m, err := s.Desk.SaveMediator(ctx, draft, e.mediator(), e.from, e.why)
			e.Mediator = m
			return e, err
		},
		Look: func(one hall.Namesake) tea.Cmd { return v.look(hall.MediatorID(one.Ref.ID), tabOverview) },
		Done: func(e R) text.Message { return saved.With("name", e.Name) },
	}
	if id != 0 {
		spec.Read = func(ctx context.Context, s views.Session) (R, error) {
			f, err := s.Desk.Mediator(ctx, id)
			return entryOf(f.Mediator, today), err
		}
	}
	return form.New(v.env, spec)
}

func entryFields(fresh bool) []*form.Field[entry] {
	type R = entry
	since := form.Day(hall.FieldFrom, from, func(e *R) *hall.Day { return &e.from }).Required().Help(fromHelp)
	why := form.Text(hall.FieldWhy, reason, hall.MaxWhy, func(e *R) *string { return &e.why }).Help(reasonHelp)
	if fresh {
		since = form.Day(hall.FieldFrom, joinedOn, func(e *R) *hall.Day { return &e.from }).Required().Help(joinedHelp)
		why = form.Text(hall.FieldNumber, filedAs, 40, func(e *R) *string { return &e.no }).Help(filedAsHelp)
	}
	return []*form.Field[R]{
		form.Text(hall.FieldName, name, hall.MaxMediatorName, func(e *R) *string { return &e.Name }).Required().Named(),
		form.Enum(hall.FieldSex, sex, func(e *R) *hall.Sex { return &e.Sex }, []hall.Sex{hall.Male, hall.Female}, text.Sex),
		form.Text(hall.FieldVillage, village, hall.MaxPlaceName, func(e *R) *string { return &e.Village }).Village(),
		form.Text(hall.FieldOrg, org, hall.MaxPlaceName, func(e *R) *string { return &e.Organisation }).Suggest(findOrgs).Help(orgHelp),
		form.Flag(hall.FieldHead, headsIt, no, yes, func(e *R) *bool { return &e.OrgHead }).If(func(e R) bool { return e.Organisation != "" }),
		form.Several(hall.FieldSpecialities, specialities, 200, func(e *R) *[]string { return &e.Specialities }, form.Types),
		form.Several(hall.FieldBackgrounds, backgrounds, 200, func(e *R) *[]string { return &e.backs }, allBackgrounds),
		form.Text(hall.FieldKnows, knows, hall.MaxKnows, func(e *R) *string { return &e.Knows }).Help(knowsHelp),
		form.Choice(hall.FieldGrade, grade, func(e *R) *string { return &e.Grade }, gradesOf),
		form.Flag(hall.FieldFull, fullTime, text.Full(false), text.Full(true), func(e *R) *bool { return &e.FullTime }),
		since, why,
		form.Text(hall.FieldPhone, phone, 20, func(e *R) *string { return &e.Phone }).Help(private).Phone().Later(),
		form.Birthday(hall.FieldBirth, birth, func(e *R) *hall.Day { return &e.Birth }).Help(birthHelp).Later(),
		form.Text(hall.FieldArea, area, hall.MaxPlaceName, func(e *R) *string { return &e.Area }).Village().Later(),
		form.Text(hall.FieldStudio, studio, hall.MaxPlaceName, func(e *R) *string { return &e.StudioName }).Suggest(findStudios).Help(studioHelp).Later(),
		form.Flag(hall.FieldLead, leadsIt, no, yes, func(e *R) *bool { return &e.StudioLead }).If(func(e R) bool { return e.StudioName != "" }).Later(),
		form.Text(hall.FieldTrade, trade, hall.MaxPlaceName, func(e *R) *string { return &e.Trade }).Help(tradeHelp).Later(),
		form.Flag(hall.FieldServant, servant, no, yes, func(e *R) *bool { return &e.Servant }).Later(),
	}
}

// gradesOf are the hall's grades; one that the hall's list does not name any more may stay.
func gradesOf(s views.Session, e entry) []form.Option {
	out := []form.Option{{Name: noGrade}}
	grades := s.Settings.Grades
	if has := e.was.Grade; has != "" && !slices.Contains(grades, has) {
		grades = append(slices.Clone(grades), has)
	}
	for _, g := range grades {
		out = append(out, form.Option{Key: g, Name: text.Stock(g)})
	}
	return out
}

func allBackgrounds(views.Session) []form.Named {
	var out []form.Named
	for _, b := range hall.Backgrounds() {
		out = append(out, form.Named{Code: string(b), Name: text.Background(b)})
	}
	return out
}

// findOrgs suggests organisations on file: an entry belongs to one of them, or to one whose name
// is only written.
func findOrgs(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	if q == "" {
		return nil, nil
	}
	rows, err := s.Desk.FindOrgs(ctx, q, form.Most+1)
	var out []form.Found
	for _, r := range rows {
		out = append(out, form.Found{Label: r.Name, Detail: r.ParentName})
	}
	return form.Upto(out, form.Most), err
}

func findStudios(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	if q == "" {
		return nil, nil
	}
	rows, err := s.Desk.FindStudios(ctx, q, form.Most+1)
	var out []form.Found
	for _, r := range rows {
		out = append(out, form.Found{Label: r.Name})
	}
	return form.Upto(out, form.Most), err
}

// Form is a form about a mediator, opened over what was read.
func Form(env *views.Env, what string, f hall.MediatorFile, p hall.Pair) views.View {
	v, m := &View{env: env}, f.Mediator
	if what == doEdit {
		x := v.entryForm(editTitle.With("name", m.Name), m.ID, hall.Draft{})
		x.Begin(entryOf(m, env.Today()), hall.Draft{})
		return x
	}
	x := v.deedForm(what, formTitle.With("what", nameOf(what, m)).With("name", m.Name), m.ID, 0, hall.Draft{})
	x.Begin(begun(what, deed{file: f, pair: p}, env.Today()), hall.Draft{})
	return x
}

// Forms names the forms about a mediator.
func Forms() []string {
	return []string{doEdit, doSuspend, doReturn, doLeave, doTerm, doSetTerm, doFile, doTraining, doPost, doLog, doQuit, doPair, doTeach, doEndPair}
}
