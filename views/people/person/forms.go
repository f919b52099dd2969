package person

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// menu is what can be done about somebody.
func (v *View) menu(f hall.PersonFile) tea.Cmd {
	p := f.Person
	gone, nobody := text.Message{}, text.Message{}
	if len(p.Relatives) == 0 {
		gone = noKin
	}
	if len(p.Joined) == 0 {
		nobody = notJoined
	}
	return menu.Course(v.env, p.Details.Name, menu.Bars(v.env, hall.PersonCourse(), p), []menu.Item{
		{Name: doEverything, Do: v.everything},
		{Name: doRegister, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Intake, Person: p.ID}) }},
		{Name: doCorrect, Op: hall.OpCorrect, Do: func() tea.Cmd { return views.Push(v.correctForm(hall.Draft{})) }},
		{Name: doRisk, Op: hall.OpNote, Do: func() tea.Cmd { return views.Push(v.riskForm()) }},
		{Name: doKin, Op: hall.OpNote, Do: func() tea.Cmd { return views.Push(v.kinForm()) }},
		{Name: dropKin, Why: gone, Do: func() tea.Cmd { return v.whichKin(p) }},
		{Name: doJoin, Op: hall.OpJoin, Do: func() tea.Cmd { return v.pickOther(p) }},
		{Name: doPart, Why: nobody, Do: func() tea.Cmd { return v.whichPart(f) }},
	})
}

// fixing is a person as it stands, and why it is put right.
type fixing struct {
	of  hall.Person
	why string
}

// correctForm puts right who somebody is and how to reach them. It reads the record whole: a mask is
// no value to go on from.
func (v *View) correctForm(from hall.Draft) views.View {
	return form.New(v.env, form.Spec[fixing]{
		Title: doCorrect, Rule: correctRule, Edit: true,
		Keep: form.Keep[fixing]{Kind: hall.DraftPerson, Form: fmt.Sprint("person ", v.id), From: from,
			Title: func(r fixing) text.Message { return text.Raw(r.of.Details.Name) }},
		Fields: append(facts.Person(func(r *fixing) *hall.Details { return &r.of.Details }),
			form.Notes(hall.FieldReason, whyLabel, 300, func(r *fixing) *string { return &r.why }).Rows(2).Required()),
		Read: func(ctx context.Context, s views.Session) (fixing, error) {
			p, err := s.Desk.Person(ctx, v.id)
			return fixing{of: p}, err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r fixing) (fixing, error) {
			_, err := s.Desk.From(draft).CorrectPerson(ctx, r.of.ID, r.of.Rev, r.of.Details, r.why)
			return r, err
		},
		Done: func(r fixing) text.Message { return corrected.With("name", r.of.Details.Name) },
	})
}

// noted is a person with what is added to the record.
type noted struct {
	of  hall.Person
	kin hall.Relative
}

func (v *View) noteForm(title text.Message, done text.Message, fields ...*form.Field[noted]) views.View {
	return form.Box(v.env, form.Spec[noted]{
		Title: title, Fields: fields, Edit: true,
		Read: func(ctx context.Context, s views.Session) (noted, error) {
			p, err := s.Desk.Person(ctx, v.id)
			return noted{of: p}, err
		},
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, r noted) (noted, error) {
			all := slices.Clone(r.of.Relatives)
			if r.kin.Name != "" {
				all = append(all, r.kin)
			}
			_, err := s.Desk.NotePerson(ctx, r.of.ID, r.of.Rev, all, r.of.Risk)
			return r, err
		},
		Done: func(noted) text.Message { return done },
	})
}

func (v *View) riskForm() views.View {
	return v.noteForm(doRisk, riskNow, form.Notes(hall.FieldNote, riskLabel, 300, func(r *noted) *string { return &r.of.Risk }).Rows(3).Help(riskHelp))
}

func (v *View) kinForm() views.View {
	kinds := []hall.Kin{hall.KinSpouse, hall.KinParent, hall.KinChild, hall.KinSibling, hall.KinGrand, hall.KinInLaw, hall.KinOther}
	return v.noteForm(doKin, kinNow,
		form.Pick(hall.FieldName, kinName, 40, func(r *noted) *hall.PersonID { return &r.kin.Person }, func(r *noted) *string { return &r.kin.Name }, findPerson).
			Free().Required().Who().Help(kinHelp),
		form.Enum(hall.FieldKind, kinLabel, func(r *noted) *hall.Kin { return &r.kin.Kin }, kinds, text.Kin).Required())
}

func findPerson(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	rows, err := s.Desk.FindPeople(ctx, q, form.Most+1)
	var out []form.Found
	for _, r := range rows {
		out = append(out, form.Found{ID: uint64(r.ID), Label: r.Name, Detail: strings.TrimSpace(r.Village + " " + r.Phone)})
	}
	return form.Upto(out, form.Most), err
}

// whichKin asks which relative is taken out again.
func (v *View) whichKin(p hall.Person) tea.Cmd {
	var items []menu.Item
	for i, r := range p.Relatives {
		items = append(items, menu.Item{Name: text.Words(text.Kin(r.Kin), text.Raw(r.Name)), Do: func() tea.Cmd {
			return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
				_, err := s.Desk.NotePerson(ctx, p.ID, p.Rev, slices.Delete(slices.Clone(p.Relatives), i, i+1), p.Risk)
				return kinGone.With("name", r.Name), err
			})
		}})
	}
	return menu.Open(v.env, v.env.Say(dropKin), items)
}

// pickOther asks which record is of the same person.
func (v *View) pickOther(p hall.Person) tea.Cmd {
	find := func(ctx context.Context, s views.Session, q string) ([]menu.Choice, error) {
		if q == "" {
			q = p.Details.Name
		}
		rows, err := s.Desk.FindPeople(ctx, q, menu.Most+1)
		var out []menu.Choice
		for _, r := range rows {
			if r.ID != p.ID {
				out = append(out, menu.Choice{ID: fmt.Sprint(r.ID), Label: s.Say(apart(r)), Row: r})
			}
		}
		return menu.Upto(out, menu.Most), err
	}
	return menu.Pick(v.env, v.env.Say(joinTitle), text.Dialog.PickHint, find, func(c menu.Choice) tea.Cmd {
		r, _ := c.Row.(hall.PersonRow)
		join := func(ctx context.Context, s views.Session, why string) error {
			_, err := s.Desk.JoinPerson(ctx, p.ID, r.ID, why)
			return err
		}
		return views.Push(v.whyForm(doJoin, joinHelp.With("name", r.Name), joinedNow.With("name", r.Name), join))
	})
}

// whichPart asks which record is taken apart again.
func (v *View) whichPart(f hall.PersonFile) tea.Cmd {
	var items []menu.Item
	for _, r := range f.Joined {
		part := func(ctx context.Context, s views.Session, why string) error {
			_, err := s.Desk.PartPerson(ctx, r.ID, why)
			return err
		}
		items = append(items, menu.Item{Name: apart(r), Do: func() tea.Cmd {
			return views.Push(v.whyForm(doPart, partHelp.With("name", r.Name), partedNow.With("name", r.Name), part))
		}})
	}
	return menu.Open(v.env, v.env.Say(doPart), items)
}

// whyForm asks for the reason of something that leaves a trace.
func (v *View) whyForm(title, help, done text.Message, do func(context.Context, views.Session, string) error) views.View {
	return form.Box(v.env, form.Spec[fixing]{
		Title:  title,
		Fields: []*form.Field[fixing]{form.Notes(hall.FieldReason, whyLabel, 300, func(r *fixing) *string { return &r.why }).Rows(2).Required().Help(help)},
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, r fixing) (fixing, error) {
			return r, do(ctx, s, r.why)
		},
		Done: func(fixing) text.Message { return done },
	})
}
