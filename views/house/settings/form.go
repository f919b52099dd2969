package settings

import (
	"context"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// formName names the draft: there is one hall.
const formName = "settings"

// form asks for the everyday settings; what it does not ask for stays as it is in force.
func (v *View) form(from hall.Draft) *form.View[hall.Settings] {
	type R = hall.Settings
	return form.New(v.env, form.Spec[R]{
		Title: formTitle, Rule: rule, Fields: fields(), Edit: true,
		Read:  func(_ context.Context, s views.Session) (R, error) { return s.Settings, nil },
		Keep:  form.Keep[R]{Kind: hall.DraftSettings, Form: formName, From: from},
		Check: func(_ views.Session, r R) *hall.Error { return r.Check() },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			if err := s.SaveSettings(ctx, r); err != nil {
				return r, err
			}
			return r, s.Desk.From(draft).SettingsSaved(ctx)
		},
		Done: func(R) text.Message { return saved },
	})
}

func fields() []*form.Field[hall.Settings] {
	type R = hall.Settings
	flag := func(name string, label text.Message, at func(*R) *bool) *form.Field[R] {
		return form.YesNo(name, label, at)
	}
	return []*form.Field[R]{
		form.Text("name", text.Settings.Name, hall.MaxHallName/2, func(r *R) *string { return &r.Name }).Required().Named().Help(text.Settings.NameHelp),
		form.Read("rooms", text.Settings.Rooms, 160, func(r *R) *[]string { return &r.Rooms },
			func(_ views.Session, all []string) text.Message { return text.Raw(text.Listed(all)) },
			func(_ views.Session, typed string) ([]string, *hall.Error) { return text.ListOf(typed), nil }).Required().Help(text.Settings.RoomsHelp),
		half("morning", morning, func(r *R) *[2]int { return &r.Open }),
		half("afternoon", afternoon, func(r *R) *[2]int { return &r.Open2 }),
		form.Number("slot", slot, hall.MinSlot, hall.MaxSlot, perMinute, func(r *R) *int { return &r.Slot }).Required(),
		form.Enum("class", text.Settings.Class, func(r *R) *int { return &r.Class }, []int{1, 2, 3}, text.ClassName),
		form.Number("idle_lock", idleLock, 0, hall.MaxIdleLock, perMinute, func(r *R) *int { return &r.IdleLock }).Required().Help(idleHelp),
		flag("plain", plain, func(r *R) *bool { return &r.Plain }).Help(plainHelp),
		form.Enum("palette", palette, func(r *R) *uint8 { return &r.Palette }, []uint8{hall.PaletteAuto, hall.PaletteDark, hall.PaletteLight}, ground).Help(lookHelp),
		form.Enum("colours", colours, func(r *R) *uint8 { return &r.Colours },
			[]uint8{hall.ColoursAuto, hall.ColoursTrue, hall.Colours256, hall.Colours16, hall.ColoursNone}, depth).Help(lookHelp),
		flag("contrast", contrast, func(r *R) *bool { return &r.Contrast }).Help(lookHelp),
		flag("roomy", roomy, func(r *R) *bool { return &r.Roomy }).Help(lookHelp),
	}
}

// half is when the hall is open in half a day; an end belongs to it.
func half(name string, label text.Message, at func(*hall.Settings) *[2]int) *form.Field[hall.Settings] {
	return form.Span(name, label, func(r *hall.Settings) (*int, *int) { return &at(r)[0], &at(r)[1] }).Required().Help(hoursHelp).
		Check(func(_ views.Session, r hall.Settings) *hall.Error {
			if at(&r)[1] == 0 {
				return hall.Refuse(hall.ErrForm, "form", "08:30-11:30")
			}
			return nil
		})
}
