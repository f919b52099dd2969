package appointments

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/draft"
	"sizhen/views/sheet"
	"sizhen/views/text"
)

// opened puts a form up with what was already written in it.
func (v *View) opened(m formOpened) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case v.fill != nil:
		return nil
	case m.what != formNew && m.what != formChange:
		return nil // a draft of another version of the program
	}
	why := hall.Why(hall.PlanCourse(), m.file, hall.OpBook, v.env.Actor, v.env.Now())
	if m.what == formChange {
		why = hall.Why(hall.AppointmentCourse(), hall.SlotFile{Consultation: m.visit}, hall.OpMove, v.env.Actor, v.env.Now())
	}
	if why != nil {
		return v.orphan(m.draft, text.Err(why))
	}
	f := &filling{file: m.file, visit: m.visit, clashes: sheet.NewClashes(v.env), Sheet: sheet.New(v.env, m.what, v.formItems(m.what), nil)}
	f.Follow, f.Picked, f.Check, f.Save = v.follow, v.pickMediator, v.unreadable, v.save
	var resumed tea.Cmd
	values := f.first()
	for id, s := range m.before {
		values[id] = s
	}
	if m.draft.ID != 0 {
		for id, s := range m.draft.Fields {
			values[id] = s
		}
		resumed = views.Toast(views.Done, text.JointForm.Resumed.With("by", m.draft.ByName).With("at", text.Moment(m.draft.At)))
		if day := m.before["day"]; day != "" { // the slot was chosen just now
			values["day"], values["time"] = day, m.before["time"]
		}
	}
	f.restore(values)
	title := v.env.Say(text.Words(text.Calendar.FormTitle[m.what], text.Raw(f.name())))
	f.Keep = draft.New(v.env, m.draft, func() hall.Draft {
		return hall.Draft{Kind: hall.DraftBooking, Form: f.What, Case: f.file.Case.ID, Consultation: f.visit.ID, Title: title, Fields: f.values()}
	})
	v.fill = f
	if f.What == formNew && f.Form.Value("day") != "" && f.Form.Value("time") != "" {
		f.Form.Focus("mode") // the time was chosen in the calendar
	}
	return tea.Batch(v.follow(), resumed)
}

// orphan says why a form cannot be gone on with, and what was written in it.
func (v *View) orphan(d hall.Draft, why text.Message) tea.Cmd {
	cmd := views.Toast(views.Warn, why)
	if d.ID == 0 {
		return cmd
	}
	var lines []string
	for _, id := range []string{"day", "time", "place", "m1", "m2", "m3", "reason"} {
		if s := d.Fields[id]; s != "" {
			lines = append(lines, s)
		}
	}
	lines = append([]string{v.env.Say(why), ""}, lines...)
	desk := v.env.Desk
	return tea.Batch(views.PushAsked(dialog.Note(v.env, v.env.Say(text.Calendar.WasWritten), lines)), func() tea.Msg {
		if err := desk.DiscardDraft(context.Background(), d.ID); err != nil {
			return views.FailMsg{Err: err}
		}
		return nil
	})
}

// name is what the case is called: its number, or, before it has one, the applicant.
func (f *filling) name() string {
	if f.file.Case.Number != "" {
		return f.file.Case.Number
	}
	who, _ := hall.First(f.file.Case.Of(hall.Applicant))
	if who == "" {
		who = f.visit.Who
	}
	return who
}

// first is what the form says before anything is typed: of a change, how it stands.
func (f *filling) first() map[string]string {
	out := map[string]string{"mode": "0"}
	refs := f.file.Case.Mediators()
	if f.What == formChange {
		b := hall.BookingOf(f.visit)
		out = prefill(b.Slot, column{room: b.Room})
		out["mode"], out["place"] = strconv.Itoa(int(b.Mode)), b.Place
		refs = f.visit.Mediators
	} else if len(refs) > 1 {
		refs = refs[:1]
	}
	for i, m := range refs[:min(len(refs), most)] {
		id := fmt.Sprint("m", i+1)
		out[id], out[id+".id"] = m.Name, strconv.FormatUint(uint64(m.ID), 10)
	}
	return out
}

// values are the fields as typed, and who was picked in those of the mediators.
func (f *filling) values() map[string]string {
	out := f.Form.Values()
	for i, m := range f.picked {
		if id := fmt.Sprint("m", i+1); m.ID != 0 && f.Form.Value(id) == m.Name {
			out[id+".id"] = strconv.FormatUint(uint64(m.ID), 10)
		}
	}
	return out
}

func (f *filling) restore(vs map[string]string) {
	f.Form.SetValues(vs)
	for i := range f.picked {
		id := fmt.Sprint("m", i+1)
		if n, err := strconv.ParseUint(vs[id+".id"], 10, 64); err == nil {
			f.picked[i] = hall.MediatorRef{ID: hall.MediatorID(n), Name: f.Form.Value(id)}
		}
	}
}
