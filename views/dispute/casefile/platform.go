package casefile

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// draftPlatform is the draft of what the platforms ask beyond the register.
const draftPlatform = "platform"

// completing fills in what the platforms ask.
func (v doing) completing() menu.Item {
	return menu.Item{Name: platformTitle, Why: v.noCorrection(), Do: func() tea.Cmd { return views.Push(v.mendPlatform(hall.Draft{})) }}
}

func (v doing) mendPlatform(from hall.Draft) views.View {
	return v.mend(platformTitle, 0, platformFields(), draftPlatform, from)
}

func platformFields() []*form.Field[mending] {
	t := text.Platform
	migrants := func(r mending) bool { return r.platform.Migrants == hall.SaidYes }
	return []*form.Field[mending]{
		form.Text("title", t.Title, 60, func(r *mending) *string { return &r.platform.Title }),
		form.Day("happened", t.Happened, func(r *mending) *hall.Day { return &r.platform.Happened }),
		form.Text("place", t.Place, 60, func(r *mending) *string { return &r.platform.Place }),
		form.Enum("death", t.Death, func(r *mending) *hall.Said { return &r.platform.Death }, hall.Saids(), text.Said),
		form.People("groups", t.Groups, 100, func(r *mending) *string { return &r.platform.Groups }, func(s views.Session, _ mending) []string {
			var out []string
			for _, g := range text.SpecialGroups() {
				out = append(out, s.Say(g))
			}
			return out
		}),
		form.Enum("migrants", t.Migrants, func(r *mending) *hall.Said { return &r.platform.Migrants }, hall.Saids(), text.Said),
		form.Number("migrating", t.Migrating, 0, 9999, text.Message{}, func(r *mending) *int { return &r.platform.Migrating }).If(migrants),
		form.Enum("turned", t.Turned, func(r *mending) *hall.Turned { return &r.platform.Turned }, hall.Turneds(), text.Turned),
		form.Text("helped", t.Helped, 60, func(r *mending) *string { return &r.platform.Helped }),
	}
}

// showPlatform tells what was filled in for the platforms.
func showPlatform(d *page.Doc, p hall.Platform) {
	if p == (hall.Platform{}) {
		return
	}
	t := text.Platform
	d.Section(platformTitle, text.Message{})
	d.Add(t.Title, p.Title)
	if p.Happened != 0 {
		d.Say(t.Happened, text.Day(p.Happened))
	}
	d.Add(t.Place, p.Place)
	d.Say(t.Death, text.Said(p.Death))
	d.Add(t.Groups, p.Groups)
	d.Say(t.Migrants, text.Said(p.Migrants))
	if p.Migrating > 0 {
		d.Say(t.Migrating, text.Raw(strconv.Itoa(p.Migrating)))
	}
	d.Say(t.Turned, text.Turned(p.Turned))
	d.Add(t.Helped, p.Helped)
}
