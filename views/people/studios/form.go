package studios

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// The forms of a studio, as their drafts are named: a new one's by who adds it.
const (
	doNew   = "new"
	doEdit  = "change"
	doClose = "close"
)

func formOf(what string, id uint64) string { return fmt.Sprint("studio ", what, " ", id) }

// begin opens a form: a new studio's, or one about the studio with a number.
func (v *View) begin(what string, id uint64, from hall.Draft) tea.Cmd {
	switch {
	case !v.may().IsZero():
		return views.Toast(views.Warn, v.may())
	case what == doClose:
		return views.Push(v.closeForm(hall.StudioID(id), from))
	case what == doNew:
		return views.Push(v.studioForm(0, formOf(doNew, id), from))
	}
	return views.Push(v.studioForm(hall.StudioID(id), formOf(what, id), from))
}

// resume goes on with a draft that the board led to.
func (v *View) resume(d hall.Draft) tea.Cmd {
	var what string
	var id uint64
	if _, err := fmt.Sscanf(d.Form, "studio %s %d", &what, &id); err != nil {
		return nil // another screen's
	}
	return v.begin(what, id, d)
}

// studioForm is the form of a studio; 0: a new one.
func (v *View) studioForm(id hall.StudioID, draft string, from hall.Draft) *form.View[hall.Studio] {
	type R = hall.Studio
	spec := form.Spec[R]{
		Title: addTitle,
		Fields: []*form.Field[R]{
			form.Text(hall.FieldName, name, 40, func(u *R) *string { return &u.Name }).Required().Named().Help(nameHelp),
			form.Enum(hall.FieldKind, kind, func(u *R) *hall.StudioKind { return &u.Kind }, hall.StudioKinds(), text.StudioKind).Required(),
			form.Notes(hall.FieldWay, way, 500, func(u *R) *string { return &u.Way }).Help(wayHelp),
			form.Several(hall.FieldSpecial, special, 120, func(u *R) *[]string { return &u.Special }, form.Types).Help(specialHelp),
			form.Pick(hall.FieldOrg, org, 60, func(u *R) *hall.OrgID { return &u.Org }, func(u *R) *string { return &u.OrgName }, findOrg),
			form.Text(hall.FieldPlace, place, 80, func(u *R) *string { return &u.Place }).Help(placeHelp),
			form.Day(hall.FieldFounded, founded, func(u *R) *hall.Day { return &u.Founded }),
			form.Text(hall.FieldHonours, honours, 120, func(u *R) *string { return &u.Honours }),
			form.Notes(hall.FieldNote, note, 500, func(u *R) *string { return &u.Note }).Rows(2),
		},
		Keep:  form.Keep[R]{Kind: hall.DraftStudio, Form: draft, From: from, Offer: id == 0, Title: func(u R) text.Message { return text.Raw(u.Name) }},
		Check: func(s views.Session, u R) *hall.Error { return u.Check(s.Settings) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, u R) (R, error) {
			return s.Desk.SaveStudio(ctx, draft, u)
		},
		Look: func(one hall.Namesake) tea.Cmd { return v.look(hall.StudioID(one.Ref.ID)) },
		Done: func(u R) text.Message { return saved.With("name", u.Name) },
	}
	if id != 0 {
		spec.Title, spec.Edit = changeTitle, true
		spec.Read = func(ctx context.Context, s views.Session) (R, error) {
			f, err := s.Desk.Studio(ctx, id)
			return f.Studio, err
		}
	}
	return form.New(v.env, spec)
}

func findOrg(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	rows, err := s.Desk.FindOrgs(ctx, q, form.Most+1)
	var out []form.Found
	for _, r := range rows {
		out = append(out, form.Found{ID: uint64(r.ID), Label: r.Name, Detail: r.ParentName})
	}
	return form.Upto(out, form.Most), err
}

// closing ends a studio; its people stay on the roster.
type closing struct {
	file hall.StudioFile
	why  string
	day  hall.Day
}

func (v *View) closeForm(id hall.StudioID, from hall.Draft) *form.View[closing] {
	type R = closing
	today := v.env.Today()
	return form.New(v.env, form.Spec[R]{
		Title: doEnd,
		Fields: []*form.Field[R]{
			form.Text(hall.FieldWhy, closeWhy, 100, func(c *R) *string { return &c.why }).Required(),
			form.Day(hall.FieldDay, closeDay, func(c *R) *hall.Day { return &c.day }).Required(),
		},
		Keep: form.Keep[R]{Kind: hall.DraftStudio, Form: formOf(doClose, uint64(id)), From: from,
			Title: func(c R) text.Message { return closeTitle.With("name", c.file.Studio.Name) }},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			f, err := s.Desk.Studio(ctx, id)
			return R{file: f, day: today}, err
		},
		Confirm: func(c R) *form.Question {
			name := c.file.Studio.Name
			return &form.Question{Title: closeAsk.With("name", name), Body: []text.Message{closeBody.With("n", len(c.file.People))}, Yes: closeYes}
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, c R) (R, error) {
			u, err := s.Desk.From(draft).CloseStudio(ctx, c.file.Studio.ID, c.file.Studio.Rev, c.day, c.why)
			if err == nil {
				c.file.Studio = u
			}
			return c, err
		},
		Done: func(c R) text.Message { return closedNow.With("name", c.file.Studio.Name) },
	})
}
