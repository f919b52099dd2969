package appointments

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// The forms of an appointment, as their drafts are named.
const (
	formNew    = "booking"
	formChange = "booking.change"
	formDrop   = "booking.drop"
	formTold   = "booking.told"
	formCancel = "booking.cancel"
)

// mediatorFields is how many mediators the form asks for.
var mediatorFields = [3]string{"m1", "m2", "m3"}

// booking is what the form fills in: a new appointment on a case, or another time, place or
// people for one that is there.
type booking struct {
	hall.Booking
	by    [len(mediatorFields)]hall.MediatorRef
	why   string
	file  hall.CaseFile
	visit hall.Consultation // as it was read; as it is saved
}

// bookingOf is an appointment as the form changes it.
func bookingOf(file hall.CaseFile, c hall.Consultation) booking {
	b := booking{Booking: hall.BookingOf(c), file: file, visit: c}
	copy(b.by[:], c.Mediators)
	return b
}

// asked is what is asked for: as long as appointments usually are, where nothing else is said.
func (b booking) asked(s hall.Settings) hall.Booking {
	out := b.Booking
	if out.Slot.To == 0 && out.Slot.From != 0 {
		out.Slot.To = out.Slot.From + max(s.Slot, stretch)
	}
	if out.Mode == hall.AtHome {
		if of := b.file.Case.Of(hall.Applicant); len(of) > 0 {
			out.Place = cmp.Or(out.Place, of[0].Details.Address, of[0].Details.Village)
		}
	}
	out.Mediators = nil
	for _, m := range slices.Concat(b.by[:], b.visit.Mediators[min(len(b.by), len(b.visit.Mediators)):]) { // of more than the form asks for none is lost
		if m.ID != 0 && !slices.Contains(out.Mediators, m.ID) {
			out.Mediators = append(out.Mediators, m.ID)
		}
	}
	return out
}

// here is what the slot under the cursor says already.
func here(s hall.Slot, c column) booking {
	b := booking{Booking: hall.Booking{Slot: s, Room: c.room}}
	if c.out {
		b.Mode = hall.ByPhone
	}
	b.by[0] = c.mediator
	return b
}

// againOf is another appointment in place of one that did not take place: with the same people, in the
// same way. Its time is asked for.
func againOf(c hall.Consultation) booking {
	b := bookingOf(hall.CaseFile{}, c)
	return booking{Booking: hall.Booking{Mode: b.Mode, Room: b.Room, Place: b.Place}, by: b.by}
}

// bookHere books at the slot under the cursor, or, where there is none, at no slot yet.
func (v *View) bookHere() tea.Cmd {
	if v.shape == byMonth || v.id != 0 || !v.covers() {
		return v.pickCase(booking{Booking: hall.Booking{Slot: hall.Slot{Day: v.day}}})
	}
	g := v.grid()
	c := g.cols[v.column(g)]
	if s := v.slot(c, v.minute); v.barred(s) == nil && !c.gone {
		return v.pickCase(here(s, c))
	}
	return v.pickCase(booking{})
}

// pickCase asks which case is booked.
func (v *View) pickCase(b booking) tea.Cmd {
	return menu.PickCase(v.env, whichCase, hall.CaseQuery{Filter: hall.OpenCases}, menu.NotOpen, func(r hall.CaseRow) tea.Cmd {
		return v.book(r.ID, b, hall.Draft{})
	})
}

// ready is what a form or a menu is about, read when it is opened.
type ready struct {
	open func() tea.Cmd
	err  error
}

func (v *View) opened(m ready) tea.Cmd {
	if m.err != nil {
		return tea.Batch(v.Load(), views.Fail(m.err))
	}
	return m.open()
}

// book reads a case and opens the form of a new appointment on it. What was written about a case
// that takes none any more is seen once more in its form.
func (v *View) book(id hall.CaseID, b booking, from hall.Draft) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		file, err := readCase(ctx, s, id)
		if from.ID != 0 {
			err = nil
		}
		if b.file = file; b.by[0].ID == 0 {
			if of := file.Case.Mediators(); len(of) > 0 {
				b.by[0] = of[0]
			}
		}
		return ready{func() tea.Cmd { return views.PushAsked(v.form(formNew, b, from)) }, err}
	})
}

func readCase(ctx context.Context, s views.Session, id hall.CaseID) (hall.CaseFile, error) {
	file, err := s.Desk.Case(ctx, id)
	return file, hall.Why(hall.PlanCourse(), file, hall.OpBook, s.Actor, s.Now()).Or(err)
}

// slotFile reads an appointment for what is opened over it.
func (v *View) slotFile(id hall.ConsultationID, then func(hall.SlotFile) tea.Cmd) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		f, err := s.Desk.SlotFile(ctx, id)
		return ready{func() tea.Cmd { return then(f) }, err}
	})
}

// change opens the form of an appointment that is there.
func (v *View) change(f hall.SlotFile, from hall.Draft) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		b, err := readBooking(ctx, s, f.Consultation.ID)
		if from.ID != 0 {
			err = nil
		}
		return ready{func() tea.Cmd { return views.PushAsked(v.form(formChange, b, from)) }, err}
	})
}

func readBooking(ctx context.Context, s views.Session, id hall.ConsultationID) (b booking, err error) {
	f, err := s.Desk.SlotFile(ctx, id)
	if err = hall.Why(hall.AppointmentCourse(), f, hall.OpMove, s.Actor, s.Now()).Or(err); err != nil || f.Consultation.Case == 0 {
		return bookingOf(hall.CaseFile{}, f.Consultation), err
	}
	file, err := s.Desk.Case(ctx, f.Consultation.Case)
	return bookingOf(file, f.Consultation), err
}

// resume goes on with a draft that the board led to.
func (v *View) resume(d hall.Draft) tea.Cmd {
	if d.Form == formNew {
		return v.book(d.Case, booking{}, d)
	}
	return v.slotFile(d.Consultation, func(f hall.SlotFile) tea.Cmd {
		if told, ok := strings.CutPrefix(d.Form, formTold); ok {
			return v.askTold(f, d, placesIn(told)...)
		}
		switch d.Form {
		case formChange, formDrop: // where it was to be moved to is asked for again
			return v.change(f, d)
		case formCancel:
			return v.askCancel(f, d)
		}
		return nil // a draft of another version of the program
	})
}

// form is the form of a booking.
func (v *View) form(what string, b booking, from hall.Draft) *form.View[booking] {
	type R = booking
	s := v.env.Settings
	hours := timeHelp.With("a", text.Minutes(s.Open[0])).With("b", text.Minutes(s.Open[1])).With("c", text.Minutes(s.Open2[0])).With("d", text.Minutes(s.Open2[1]))
	inRoom := func(b R) bool { return b.Mode == hall.InRoom }
	asked := func(s views.Session, b R) hall.Slot { return b.asked(s.Settings).Slot }
	fields := []*form.Field[R]{
		form.Day(hall.FieldDay, text.Consult.Day, func(b *R) *hall.Day { return &b.Slot.Day }).Required().Bookable(asked),
		form.Span(hall.FieldTime, text.Consult.Time, func(b *R) (*int, *int) { return &b.Slot.From, &b.Slot.To }).Required().Help(hours).Bookable(asked).
			Note(func(_ views.Session, b R) text.Message {
				if b.Slot.From == 0 || b.Slot.To != 0 {
					return text.Message{}
				}
				return text.Raw(text.Slot(b.asked(s).Slot)) // as long as it is when nobody says
			}),
		form.Enum(hall.FieldMode, modeLabel, func(b *R) *hall.Mode { return &b.Mode }, hall.Modes(), text.Mode).Required().Given(),
		form.Choice(hall.FieldRoom, roomLabel, func(b *R) *string { return &b.Room }, form.Rooms[R]).Required().If(inRoom),
		form.Text(hall.FieldPlace, placeLabel, 60, func(b *R) *string { return &b.Place }).Help(placeHelp).If(func(b R) bool { return b.Mode == hall.AtHome }),
	}
	for i, name := range mediatorFields {
		label := mediatorLabel
		if i > 0 {
			label = mediatorN.With("n", i+1)
		}
		f := form.Pick(name, label, 40, func(b *R) *hall.MediatorID { return &b.by[i].ID }, func(b *R) *string { return &b.by[i].Name },
			record.FindMediator(b.file.Case.ID)).Help(mediatorHelp)
		fields = append(fields, f.If(func(b R) bool { return i == 0 || b.by[i-1].ID != 0 || b.by[i].ID != 0 }))
	}
	spec := form.Spec[R]{
		Title: bookTitle, Rule: v.about(b), Fields: fields, Start: b, Yes: bookYes,
		Keep: form.Keep[R]{Kind: hall.DraftBooking, Form: what, Offer: true, From: from, Case: b.file.Case.ID, Visit: b.visit.ID, Private: b.file.Case.Confidential,
			Title: func(b R) text.Message { return text.Words(bookTitle, text.Raw(nameOf(b))) }},
		Clashes: func(b R) (string, func(context.Context, views.Session) ([]hall.Clash, error)) {
			ask := b.asked(s)
			if ask.Slot.Day == 0 || ask.Slot.To == 0 || inRoom(b) && ask.Room == "" {
				return "", nil
			}
			return fmt.Sprint(ask), func(ctx context.Context, s views.Session) ([]hall.Clash, error) {
				return s.Desk.Clashes(ctx, b.visit.ID, b.file.Case.ID, ask)
			}
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, b R) (R, error) {
			var err error
			b.visit, err = s.Desk.Book(ctx, b.file.Case.ID, draft, b.asked(s.Settings))
			return b, b.whose(err)
		},
		Done: func(b R) text.Message { return said(bookedNow, b.visit) },
	}
	switch {
	case what == formNew && from.ID != 0:
		spec.Read = func(ctx context.Context, s views.Session) (R, error) {
			file, err := readCase(ctx, s, from.Case)
			b.file = file
			return b, err
		}
	case what == formNew && b.Slot.Day != 0 && b.Slot.From != 0:
		spec.Focus = hall.FieldMode // the time was chosen in the calendar
	case what == formChange:
		id := b.visit.ID
		spec.Title, spec.Edit, spec.Keep.Offer = changeTitle, true, false
		spec.Fields = append(fields, form.Notes(hall.FieldReason, whyLabel, 300, func(b *R) *string { return &b.why }).Required().Rows(2))
		spec.Keep.Title = func(b R) text.Message { return text.Words(changeTitle, text.Raw(nameOf(b))) }
		spec.Read = func(ctx context.Context, s views.Session) (R, error) { return readBooking(ctx, s, id) }
		spec.Done = func(b R) text.Message { return moved(b.visit) }
		spec.Save = func(ctx context.Context, s views.Session, draft hall.DraftID, b R) (R, error) {
			ask := b.asked(s.Settings)
			if was := hall.BookingOf(b.visit); fmt.Sprint(ask) == fmt.Sprint(was) {
				return b, hall.Refuse(hall.ErrUnchanged)
			}
			return b.rebook(ctx, s, draft, ask)
		}
	}
	return form.New(v.env, spec)
}

// rebook writes where it is to be, and takes the draft away with it.
func (b booking) rebook(ctx context.Context, s views.Session, draft hall.DraftID, to hall.Booking) (booking, error) {
	c, err := s.Desk.From(draft).Rebook(ctx, b.visit.ID, b.visit.Rev, to, b.why)
	if err == nil {
		b.visit = c
	}
	return b, b.whose(err)
}

// whose puts a refusal about a mediator under the field of that mediator.
func (b booking) whose(err error) error {
	var bad *hall.Error
	if !errors.As(err, &bad) || bad.Field != hall.FieldMediator {
		return err
	}
	i := slices.IndexFunc(b.by[:], func(m hall.MediatorRef) bool { return m.Name != "" && m.Name == bad.Args["name"] })
	return bad.In(mediatorFields[max(i, 0)])
}

// nameOf is what the case is called: its number, or, before it has one, the applicant.
func nameOf(b booking) string {
	return cmp.Or(b.file.Case.Name(), b.visit.Who)
}

// about says above the form whom it is about, and where an appointment stands.
func (v *View) about(b booking) text.Message {
	c := b.file.Case
	a, n := hall.First(c.Of(hall.Applicant))
	other, _ := hall.First(c.Of(hall.Respondent))
	sides := text.Sides(hall.VisitRow{Who: cmp.Or(a, b.visit.Who), Others: n, Against: other})
	was := text.Message{}
	if b.visit.ID != 0 {
		was = moveFrom.With("when", text.When(b.visit.Slot)).With("where", v.whereTo(hall.BookingOf(b.visit)))
	}
	doors := text.Message{}
	if c.BehindDoors() {
		doors = text.Warnings.Doors
	}
	return text.Words(text.Raw(c.Number), sides, text.Raw(c.Subject), was, doors)
}

// moved says where an appointment stands now, and who has to hear of it.
func moved(c hall.Consultation) text.Message {
	switch n := c.Attendance(); {
	case n.Stale > 0:
		return said(movedTell, c)
	case n.Told < n.Of:
		return said(movedFirst, c)
	}
	return said(movedNow, c)
}

// said is what was booked or moved.
func said(m text.Message, c hall.Consultation) text.Message {
	return m.With("who", text.Who(c.Who, c.Others)).With("when", text.When(c.Slot)).With("where", text.Where(c.Mode, c.Room, ""))
}

func (v *View) whereTo(b hall.Booking) text.Message {
	return text.Where(b.Mode, b.Room, "")
}
