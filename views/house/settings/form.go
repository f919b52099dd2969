package settings

import (
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// formName names the draft: there is one hall.
const formName = "settings"

// form asks for the everyday settings; what it does not ask for stays as it is.
func (v *View) form(from hall.Draft) views.View {
	return over(v, part[hall.Settings]{
		title: formTitle, rule: rule, name: formName, from: from, fields: fields(), done: saved,
		read: func(s hall.Settings) (hall.Settings, error) { return s, nil },
		put:  func(_, s hall.Settings) hall.Settings { return s },
	})
}

func fields() []*form.Field[edit[hall.Settings]] {
	type R = edit[hall.Settings]
	flag := func(name string, label text.Message, at func(*R) *bool) *form.Field[R] {
		return form.YesNo(name, label, at)
	}
	return []*form.Field[R]{
		form.Text("name", text.Settings.Name, hall.MaxHallName/2, func(r *R) *string { return &r.V.Name }).Required().Named().Help(text.Settings.NameHelp),
		form.Text(hall.FieldPhone, hallPhone, 20, func(r *R) *string { return &r.V.Phone }).Phone().Help(hallPhoneHelp),
		form.Enum("class", text.Settings.Class, func(r *R) *int { return &r.V.Class }, []int{1, 2, 3}, text.ClassName).
			If(func(r R) bool { return r.V.Level == hall.Township }),
		form.Number("idle_lock", idleLock, 0, hall.MaxIdleLock, perMinute, func(r *R) *int { return &r.V.IdleLock }).Required().Help(idleHelp),
		flag("plain", plain, func(r *R) *bool { return &r.V.Plain }).Help(plainHelp),
		form.Enum("palette", palette, func(r *R) *uint8 { return &r.V.Palette },
			[]uint8{hall.PaletteAuto, hall.PaletteDark, hall.PaletteLight}, ground).Help(lookHelp),
		form.Enum("colours", colours, func(r *R) *uint8 { return &r.V.Colours },
			[]uint8{hall.ColoursAuto, hall.ColoursTrue, hall.Colours256, hall.Colours16, hall.ColoursNone}, depth).Help(lookHelp),
		flag("contrast", contrast, func(r *R) *bool { return &r.V.Contrast }).Help(lookHelp),
		flag("roomy", roomy, func(r *R) *bool { return &r.V.Roomy }).Help(lookHelp),
	}
}

// half is when the hall is open in half a day; an end belongs to it.
func half(name string, label text.Message, at func(*hall.Settings) *[2]int) *form.Field[edit[hall.Settings]] {
	return form.Span(name, label, func(r *edit[hall.Settings]) (*int, *int) { return &at(&r.V)[0], &at(&r.V)[1] }).Required().Help(hoursHelp).
		Check(func(_ views.Session, r edit[hall.Settings]) *hall.Error {
			if at(&r.V)[1] == 0 {
				return hall.Refuse(hall.ErrForm, "form", "08:30-11:30")
			}
			return nil
		})
}
