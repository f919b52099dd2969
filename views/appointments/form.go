package appointments

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/sheet"
	"sizhen/views/text"
)

// The forms: a new appointment on a case, and another time, place or people for one that is
// there.
const (
	formNew    = "booking"
	formChange = "booking.change"
)

// most is how many mediators the form asks for.
const most = 3

// settle is how long typing must rest before something is looked up.
const settle = 200 * time.Millisecond

// filling is the form that fills the screen.
type filling struct {
	*sheet.Sheet
	file  hall.CaseFile
	visit hall.Consultation // of a change: as it was read

	picked  [most]hall.MediatorRef // who stands in the fields
	asked   [most]string           // what was typed there when somebody was last looked for
	found   []hall.MediatorRow
	clashes *sheet.Clashes
}

type (
	formOpened struct {
		what   string
		file   hall.CaseFile
		visit  hall.Consultation
		draft  hall.Draft
		before map[string]string // what is filled in of itself
		err    error
	}
	formDone struct {
		visit hall.Consultation
		err   error
	}
	formReread struct {
		visit hall.Consultation
		err   error
	}
	unchanged struct{}
	putAside  struct{}
	caseful   struct {
		row    hall.CaseRow
		before map[string]string
	}
)

// prefill is what the slot under the cursor says already.
func prefill(s hall.Slot, c column) map[string]string {
	out := map[string]string{"day": s.Day.String(), "time": text.Minutes(s.From) + "-" + text.Minutes(s.To)}
	switch {
	case c.room != "":
		out["room"] = c.room
	case c.out:
		out["mode"] = strconv.Itoa(int(hall.ByPhone))
	case c.mediator.ID != 0:
		out["m1"], out["m1.id"] = c.mediator.Name, strconv.FormatUint(uint64(c.mediator.ID), 10)
	}
	return out
}

// pickCase books at the slot under the cursor, or, where there is none, at no slot yet.
func (v *View) pickCase() tea.Cmd {
	if v.shape == byMonth || v.id != 0 || !v.covers() {
		return v.pickFor(map[string]string{"day": v.day.String()})
	}
	g := v.grid()
	c := g.cols[v.column(g)]
	s := v.slot(c, v.minute)
	if v.barred(c, s) != nil || c.gone {
		return v.pickFor(nil)
	}
	return v.pickFor(prefill(s, c))
}

// pickFor asks which case is booked.
func (v *View) pickFor(before map[string]string) tea.Cmd {
	return views.Open(dialog.Pick(v.env, v.env.Say(text.Calendar.WhichCase), dialog.OpenCases(v.env), func(c dialog.Choice) tea.Msg {
		row, _ := c.Row.(hall.CaseRow)
		return caseful{row, before}
	}))
}

// begin opens what a route asked for.
func (v *View) begin() tea.Cmd {
	switch r := v.start; {
	case r.Draft != 0:
		return v.resume(r.Draft)
	case r.Case != 0 && r.Consultation == 0:
		return v.openForm(formNew, r.Case, 0, nil)
	}
	return nil
}

// openForm reads the case and what was already written, and opens the form with it.
func (v *View) openForm(what string, on hall.CaseID, id hall.ConsultationID, before map[string]string) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		ctx, m := context.Background(), formOpened{what: what, before: before}
		if m.draft, m.err = desk.DraftFor(ctx, what, on, id); errors.Is(m.err, hall.Refuse(hall.ErrNotFound)) {
			m.err = nil
		}
		if m.err == nil {
			m.err = m.fill(ctx, desk, on, id)
		}
		return m
	}
}

// desk is what opening a form needs of the store's desk.
type desk interface {
	Case(context.Context, hall.CaseID) (hall.CaseFile, error)
	SlotFile(context.Context, hall.ConsultationID) (hall.SlotFile, error)
}

func (m *formOpened) fill(ctx context.Context, d desk, on hall.CaseID, id hall.ConsultationID) (err error) {
	if on != 0 {
		if m.file, err = d.Case(ctx, on); err != nil {
			return err
		}
	}
	if id != 0 {
		f, err := d.SlotFile(ctx, id)
		if err == nil && f.Hidden {
			err = hall.Refuse(hall.ErrClosedCase)
		}
		m.visit = f.Consultation
		return err
	}
	return nil
}

// resume goes on with a draft that the board led to.
func (v *View) resume(id hall.DraftID) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		ctx, m := context.Background(), formOpened{}
		if m.draft, m.err = desk.Draft(ctx, id); m.err == nil {
			m.what = m.draft.Form
			m.err = m.fill(ctx, desk, m.draft.Case, m.draft.Consultation)
		}
		return m
	}
}

// fillMessage takes the messages of the form; false for others.
func (v *View) fillMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case caseful:
		return v.openForm(formNew, m.row.ID, 0, m.before), true
	case formOpened:
		return v.opened(m), true
	case formDone:
		return v.formDone(m), true
	case formReread:
		if f := v.fill; f != nil && m.err == nil {
			f.visit, f.Stale = m.visit, false
		}
		return nil, true
	case unchanged:
		if v.fill != nil {
			v.fill.Busy = false
		}
		return views.Toast(views.Warn, text.Calendar.NothingChanged), true
	case putAside:
		v.fill = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.JointForm.Kept)), true
	}
	if cmd, ok := v.lookMessage(msg); ok {
		return cmd, true
	}
	if v.fill == nil {
		return nil, false
	}
	if cmd, ok := v.fill.clashes.Message(msg); ok {
		return cmd, true
	}
	return v.fill.Keep.Message(msg)
}

// save books what the form says, or says what is wrong with it.
func (v *View) save() (tea.Cmd, *hall.Error) {
	f := v.fill
	b, bad := v.booking()
	if bad != nil {
		return nil, bad
	}
	desk, on, visit, why, change := v.env.Desk, f.file.Case.ID, f.visit, f.Form.Value("reason"), f.What == formChange
	if change && sameBooking(b, hall.BookingOf(visit)) {
		return func() tea.Msg { return unchanged{} }, nil
	}
	return func() tea.Msg {
		var out hall.Consultation
		err := f.Keep.Finish(func(id hall.DraftID) (err error) {
			if !change {
				out, err = desk.Book(context.Background(), on, id, b)
				return err
			}
			out, err = desk.From(id).Rebook(context.Background(), visit.ID, visit.Rev, b, why)
			return err
		})
		return formDone{out, err}
	}, nil
}

func sameBooking(a, b hall.Booking) bool {
	return a.Slot == b.Slot && a.Mode == b.Mode && a.Room == b.Room && a.Place == b.Place && slices.Equal(a.Mediators, b.Mediators)
}

// whose is the field of the mediator that a refusal is about.
func (v *View) whose(bad *hall.Error) string {
	for i, m := range v.fill.picked {
		if m.Name != "" && m.Name == bad.Args["name"] {
			return fmt.Sprint("m", i+1)
		}
	}
	return "m1"
}

func (v *View) formDone(m formDone) tea.Cmd {
	f := v.fill
	if f == nil {
		return nil
	}
	f.Busy = false
	if m.err == nil {
		v.fill = nil
		c := m.visit
		v.day, v.minute, v.id, v.want = c.Slot.Day, floor(c.Slot.From), c.ID, c.ID
		said := text.Calendar.BookedNow
		if f.What == formChange {
			said = text.Calendar.MovedNow
		}
		return tea.Batch(v.Load(), views.Toast(views.Done, said.With("who", text.Who(c.Who, c.Others)).With("when", text.When(c.Slot)).With("where", v.whereTo(hall.BookingOf(c)))))
	}
	f.clashes.Again()
	cmds := []tea.Cmd{v.Load(), v.follow()}
	var bad *hall.Error
	if errors.As(m.err, &bad) && bad.Field == "mediator" {
		m.err = bad.In(v.whose(bad))
	}
	switch {
	case f.Refused(m.err):
	case f.Stale:
		desk, id := v.env.Desk, f.visit.ID
		cmds = append(cmds, views.Toast(views.Warn, text.Calendar.Changed), func() tea.Msg {
			file, err := desk.SlotFile(context.Background(), id)
			return formReread{file.Consultation, err}
		})
	default:
		cmds = append(cmds, views.Fail(m.err))
	}
	return tea.Batch(cmds...)
}
