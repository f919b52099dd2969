package appointments

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// details are the lines below the grid: what is selected.
func (v *View) details(g grid) []string {
	if r := v.selected(); r != nil {
		return v.bookedLines(*r)
	}
	return v.emptyLines(g)
}

// emptyLines tell about an empty slot: whether it can be booked, and which rooms are free.
func (v *View) emptyLines(g grid) []string {
	say, st := v.env.Say, v.env.Styles
	c := g.cols[v.column(g)]
	slot := v.slot(c, v.minute)
	when := st.Title.Render(say(text.When(slot)))
	if bad := v.barred(slot); bad != nil {
		return []string{when, say(text.Err(bad))}
	}
	if c.gone {
		return []string{when, say(goneWhy.With("room", c.room))}
	}
	first := st.Title.Render(say(empty.With("when", text.When(slot)).With("where", v.colWhere(c))))
	if v.at != slot { // not read yet
		return []string{first}
	}
	var rooms []string
	for _, r := range v.rooms {
		switch {
		case r.Why == nil:
			rooms = append(rooms, r.Room)
		case r.Room == c.room:
			first = when + "  " + say(text.Err(r.Why))
		}
	}
	said := noneFree
	if len(rooms) > 0 {
		said = free.With("rooms", text.Names(rooms))
	}
	return []string{first, say(said)}
}

func (v *View) colWhere(c column) string {
	if v.shape != byDay || c.key == "" {
		return ""
	}
	return v.colName(c)
}

// barred is why nothing can be booked into a slot, whatever it is.
func (v *View) barred(s hall.Slot) *hall.Error {
	now := v.env.Now()
	return v.env.Calendar().Check(s, v.env.Today(), hall.MinuteOf(now))
}

// lookAtRooms reads which rooms are free where the cursor stands on an empty slot.
func (v *View) lookAtRooms() tea.Cmd {
	if v.shape == byMonth || !v.covers() {
		return nil
	}
	g := v.grid()
	if len(g.marks) == 0 {
		return nil
	}
	at := v.slot(g.cols[v.column(g)], v.minute)
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		rooms, err := s.Desk.RoomsAt(ctx, at)
		return roomsRead{at, rooms, err}
	})
}

// bookedLines tell about an appointment: when and where, between whom, and what became of it.
func (v *View) bookedLines(r hall.VisitRow) []string {
	say, st := v.env.Say, v.env.Styles
	var f hall.SlotFile
	if v.file != nil && v.file.Consultation.ID == r.ID {
		f = *v.file
	}
	first := st.Title.Render(say(text.Words(text.When(r.Slot), v.place(r)))) + " " + badge(v, st, r)
	if r.Hidden {
		return []string{first, say(text.Kind(r.Kind)), say(text.Err(hall.Refuse(hall.ErrClosedCase)))}
	}
	who := noMediator
	if names := namesOf(r.Mediators); len(names) > 0 {
		who = with.With("names", text.Names(names))
	}
	out := []string{
		first + " " + joined(f.Number, say(text.About(v.env.Settings, r.Type, r.Subject))),
		joined(say(text.Kind(r.Kind)), st.Title.Render(say(text.Sides(r)))) + "  " + say(who),
	}
	if course := v.courseLine(f); course != "" {
		out = append(out, course)
	}
	return out
}

// courseLine is what was done about an appointment so far, the latest of each.
func (v *View) courseLine(f hall.SlotFile) string {
	c, say := f.Consultation, v.env.Say
	var out []string
	if c.Kind == hall.Appointment {
		for _, e := range c.Expected {
			one := e.Name + " " + say(text.Party(c, e))
			if i := slices.IndexFunc(f.NoShows, func(m hall.Missed) bool { return m.Name == e.Name }); i >= 0 {
				one += " " + v.env.Styles.Danger.Render(say(missedBefore.With("n", f.NoShows[i].N)))
			}
			out = append(out, one)
		}
	}
	if n := len(c.Moves); n > 0 {
		m := c.Moves[n-1]
		out = append(out, say(movedN.With("n", n).With("was", text.When(m.From)).With("why", m.Reason)))
	}
	if c.State == hall.GoneAway && c.Reason != "" {
		out = append(out, say(whyGone.With("why", c.Reason)))
	}
	return strings.Join(out, "  ")
}

func notice(n hall.Notice, told, tried, void text.Message) text.Message {
	switch {
	case n.Void:
		told = void
	case !n.Reached:
		told = tried
	}
	return told.With("way", text.NoticeWay(n.Way)).With("to", n.To).With("by", n.By)
}

// place is where an appointment is held.
func (v *View) place(r hall.VisitRow) text.Message {
	if r.Mode == hall.InRoom && r.Room != "" && !v.env.Settings.HasRoom(r.Room) {
		return roomGone.With("room", r.Room)
	}
	return text.Where(r.Mode, r.Room, r.Place)
}

func namesOf(refs []hall.MediatorRef) []string {
	var out []string
	for _, m := range refs {
		out = append(out, m.Name)
	}
	return out
}

// trail shows all that was done about an appointment.
func (v *View) trail(f hall.SlotFile) tea.Cmd {
	id := f.Consultation.ID
	return views.Push(page.Show(v.env, page.Of[hall.SlotFile]{
		Title: func(f hall.SlotFile) text.Message { return titleOf(trailTitle, f) },
		Read:  func(ctx context.Context, s views.Session) (hall.SlotFile, error) { return s.Desk.SlotFile(ctx, id) },
		Show:  v.course, Enter: menu.What, Open: v.menu,
	}))
}

// course is an appointment with all that was done about it, in order: moves with what it was
// before, notices, the confirmation, and what became of it.
func (v *View) course(s views.Session, f hall.SlotFile) *page.Doc {
	c, d := f.Consultation, page.New(s)
	r := hall.VisitRowOf(c)
	d.Title(s.Say(text.Words(text.When(c.Slot), v.place(r))))
	d.Say(stateLabel, text.VisitState(r))
	d.Say(text.Consult.Parties, text.Sides(r))
	d.Add(caseLabel, f.Number)
	d.Add(byLabel, c.By)
	type deed struct {
		at   time.Time
		says []text.Message
	}
	var all []deed
	add := func(at time.Time, says ...text.Message) {
		if !at.IsZero() {
			all = append(all, deed{at, says})
		}
	}
	for _, m := range c.Moves {
		was, now := text.Raw(m.Was), text.Raw(m.Now)
		if m.Was == m.Now {
			was, now = text.Message{}, text.Message{}
		}
		add(m.At, trailMove.With("by", m.By), trailFrom.With("was", text.Words(text.When(m.From), was)), trailTo.With("to", text.Words(text.When(m.To), now)),
			trailWhy.With("why", m.Reason))
	}
	for _, n := range c.Notices {
		add(n.At, notice(n, trailTold, trailTried, trailVoid), text.Raw(n.Note))
	}
	for _, e := range c.Expected {
		add(e.Agreed, trailConfirmed.With("who", e.Name))
		add(e.Came, trailCame.With("who", e.Name))
	}
	if c.ConfirmedBy != "" {
		add(c.Confirmed, trailConfirmed.With("who", c.ConfirmedBy))
	}
	add(c.Arrived, trailArrived.With("no", text.Queue(c.Number)))
	add(c.Started, trailStarted)
	add(c.Ended, trailEnded)
	slices.SortStableFunc(all, func(a, b deed) int { return a.at.Compare(b.at) })
	d.Section(trailHead, text.Message{})
	for _, one := range all {
		label := text.Stamp(one.at)
		for _, m := range one.says {
			d.Say(label, m)
			label = text.Raw(" ")
		}
	}
	if len(all) == 0 {
		d.Muted(trailNone)
	}
	var missed []string
	for _, e := range c.Expected {
		if e.Missed {
			missed = append(missed, e.Name)
		}
	}
	if len(missed) > 0 {
		d.Warn(trailMissed.With("who", text.Names(missed)))
	}
	if c.State == hall.GoneAway {
		d.Warn(whyGone.With("why", c.Reason))
	}
	return d
}
