package appointments

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// answer is what a small question about an appointment is answered with.
type answer struct {
	hall.Notice
	why string
	off hall.ConsultationID // was called off
}

func titleOf(t text.Message, f hall.SlotFile) text.Message {
	return t.With("who", text.Who(f.Consultation.Who, f.Consultation.Others))
}

// ask is a small question, of which the words are kept until it is answered.
func (v *View) ask(what string, op hall.Op, f hall.SlotFile, from hall.Draft, spec form.Spec[answer]) tea.Cmd {
	c, title, start := f.Consultation, spec.Title, spec.Start
	spec.Read = func(ctx context.Context, s views.Session) (answer, error) {
		f, err := s.Desk.SlotFile(ctx, c.ID)
		if bad := hall.Why(hall.AppointmentCourse(), f, op, s.Actor, s.Now()); err == nil && bad != nil {
			err = bad // what was written before it was over is seen once more
		}
		return start, err
	}
	spec.Keep = form.Keep[answer]{Kind: hall.DraftBooking, Form: what, From: from, Case: c.Case, Visit: c.ID, Private: c.Confidential,
		Title: func(answer) text.Message { return title }}
	return views.Push(form.Box(v.env, spec))
}

func reason(label text.Message) []*form.Field[answer] {
	return []*form.Field[answer]{form.Notes(hall.FieldReason, label, 300, func(a *answer) *string { return &a.why }).Required().Rows(2)}
}

func (v *View) askCancel(f hall.SlotFile, from hall.Draft) tea.Cmd {
	return v.ask(formCancel, hall.OpCancel, f, from, form.Spec[answer]{
		Title: titleOf(cancelTitle, f), Fields: reason(text.Consult.Why), Yes: cancelYes,
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, a answer) (answer, error) {
			a.off = f.Consultation.ID
			return a, s.Desk.From(draft).CancelAppointment(ctx, f.Consultation.ID, a.why)
		},
		Done: func(answer) text.Message {
			if f.Consultation.Told() {
				return titleOf(cancelTell, f)
			}
			return titleOf(cancelled, f)
		},
	})
}
