package bodies

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// A body's draft is named by the body, a new one's by who adds it, so that two who add something
// at once do not meet in it.
const (
	draftOf  = "body "
	draftNew = "body new "
)

func formOf(id uint64) string { return fmt.Sprint(draftOf, id) }

func (v *View) add() tea.Cmd {
	return views.Push(v.bodyForm(0, fmt.Sprint(draftNew, v.env.Actor.Staff), hall.Draft{}))
}

// resume goes on with a form that was begun.
func (v *View) resume(d hall.Draft) tea.Cmd {
	if why := v.may(); !why.IsZero() {
		return views.Toast(views.Warn, why)
	}
	id, err := strconv.ParseUint(strings.TrimPrefix(d.Form, draftOf), 10, 64)
	if err != nil {
		id = 0 // a new one's
	}
	return views.Push(v.bodyForm(hall.BodyID(id), d.Form, d))
}

// bodyForm is the form of a body; 0: a new one.
func (v *View) bodyForm(id hall.BodyID, draft string, from hall.Draft) *form.View[hall.Body] {
	type R = hall.Body
	spec := form.Spec[R]{
		Title: addTitle,
		Fields: []*form.Field[R]{
			form.Text(hall.FieldName, name, 40, func(b *R) *string { return &b.Name }).Required().Named(),
			form.Enum(hall.FieldKind, kind, func(b *R) *hall.BodyKind { return &b.Kind }, hall.BodyKinds(), text.BodyKind).Required(),
			form.Text(hall.FieldContact, contact, 40, func(b *R) *string { return &b.Contact }).Who(),
			form.Text(hall.FieldPhone, phone, 20, func(b *R) *string { return &b.Phone }).Phone(),
			form.Several(hall.FieldHelps, helps, 200, func(b *R) *[]string { return &b.Helps }, form.Types).Help(helpsHelp),
			form.Text(hall.FieldSpecial, special, 100, func(b *R) *string { return &b.Special }).Help(specialHelp),
			form.Text(hall.FieldVillage, village, 100, func(b *R) *string { return &b.Village }).Help(villageHelp).Village(),
			form.Text(hall.FieldKnows, knows, 200, func(b *R) *string { return &b.Knows }).Help(knowsHelp),
			form.Read(hall.FieldTimes, times, 120, func(b *R) *[]hall.Window { return &b.Times }, writeTimes, readTimes).Help(timesHelp),
			form.Notes(hall.FieldNote, note, 500, func(b *R) *string { return &b.Note }).Rows(2),
			form.Flag(hall.FieldOff, asked, askedYes, off, func(b *R) *bool { return &b.Off }),
		},
		Keep:  form.Keep[R]{Kind: hall.DraftBody, Form: draft, From: from, Offer: id == 0, Title: func(b R) text.Message { return text.Raw(b.Name) }},
		Check: func(s views.Session, b R) *hall.Error { return b.Check(s.Settings) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, b R) (R, error) {
			return s.Desk.SaveBody(ctx, draft, b)
		},
		Look: func(one hall.Namesake) tea.Cmd { return v.look(hall.BodyID(one.Ref.ID)) },
		Done: func(b R) text.Message { return saved.With("name", b.Name) },
	}
	if id != 0 {
		spec.Title, spec.Edit = changeTitle, true
		spec.Read = func(ctx context.Context, s views.Session) (R, error) { return s.Desk.Body(ctx, id) }
	}
	return form.New(v.env, spec)
}

func writeTimes(_ views.Session, ws []hall.Window) text.Message { return text.Windows(ws) }

// readTimes reads the times of a week; half a day is what the hall is open of it.
func readTimes(s views.Session, typed string) ([]hall.Window, *hall.Error) {
	return text.ParseWindows(typed, [][2]int{s.Settings.Open, s.Settings.Open2})
}

// Form is the form of a body, opened over what was read of it.
func Form(env *views.Env, b hall.Body) views.View {
	f := (&View{env: env}).bodyForm(b.ID, formOf(uint64(b.ID)), hall.Draft{})
	f.Begin(b, hall.Draft{})
	return f
}
