package cli

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/paper"
	"sizhen/views/text"
)

const (
	calendarAhead = 90       // days, when no last day is given
	calendarMost  = 10 * 366 // days in one file
)

// calendarFlags say whose calendar is written, and for which days.
type calendarFlags struct {
	appointment    uint64
	room, mediator string
	from, to       string
	names          bool
	outFlags
	given map[string]bool // the options that were written, be it with nothing in them
}

func (r *run) exportCalendarCommand() *cobra.Command {
	var f calendarFlags
	cmd := r.command("calendar", text.Commands.ExportCalendar, noArgs, func(cmd *cobra.Command, _ []string) error {
		f.given = make(map[string]bool)
		for _, name := range []string{"appointment", "room", "mediator", "from", "to"} {
			f.given[name] = cmd.Flags().Changed(name)
		}
		return r.exportCalendar(cmd.Context(), f)
	})
	words := text.CalendarExport
	set := cmd.Flags()
	set.Uint64Var(&f.appointment, "appointment", 0, "`N` "+r.say(words.Appointment))
	set.StringVar(&f.room, "room", "", "`NAME` "+r.say(words.Room))
	set.StringVar(&f.mediator, "mediator", "", "`NAME` "+r.say(words.Mediator))
	set.StringVar(&f.from, "from", "", "`DAY` "+r.say(words.From))
	set.StringVar(&f.to, "to", "", "`DAY` "+r.say(words.To))
	set.BoolVar(&f.names, "names", false, r.say(flagNames))
	f.outFlags.add(r, cmd)
	set.Lookup("appointment").DefValue = "" // 0 is no number to show in the help
	return cmd
}

// check refuses options that contradict one another.
func (f calendarFlags) check() error {
	for _, pair := range [][2]string{
		{"appointment", "room"}, {"appointment", "mediator"}, {"room", "mediator"}, {"appointment", "from"}, {"appointment", "to"},
	} {
		if f.given[pair[0]] && f.given[pair[1]] {
			return usageError{text.CalendarExport.OnlyOne.With("a", "--"+pair[0]).With("b", "--"+pair[1])}
		}
	}
	return nil
}

// span is the days asked for, or today and those after it.
func (f calendarFlags) span(today hall.Day) (from, to hall.Day, err error) {
	from, to, err = days(f.from, f.to)
	switch {
	case err != nil:
		return 0, 0, err
	case from == 0 && to != 0 && to < today:
		return 0, 0, usageError{text.CalendarExport.ToPast}
	}
	from = cmp.Or(from, today)
	to = cmp.Or(to, from+calendarAhead)
	if to-from >= calendarMost {
		return 0, 0, usageError{text.CalendarExport.TooLong.With("days", calendarMost)}
	}
	return from, to, nil
}

func (r *run) exportCalendar(ctx context.Context, f calendarFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	if err := f.writable(); err != nil {
		return err
	}
	if _, _, err := days(f.from, f.to); err != nil {
		return err // before anything is opened
	}
	p, err := r.files()
	if err != nil {
		return err
	}
	st, err := r.openStore(ctx, p, !f.names)
	if err != nil {
		return err
	}
	err = r.writeCalendar(ctx, p, st, f)
	if e := st.Close(); err == nil && e != nil {
		err = at(p.store(), e)
	}
	return err
}

// writeCalendar reads what was asked for and writes it. Without names nobody signs for it.
func (r *run) writeCalendar(ctx context.Context, p place, st *store.Store, f calendarFlags) (err error) {
	c := calendar{flags: f, st: st}
	if c.from, c.to, err = f.span(hall.DayOf(st.Now())); err != nil {
		return err
	}
	if c.desk, err = r.exporting(ctx, st, !f.names); err != nil {
		return err
	}
	if err := c.read(ctx); err != nil {
		return c.fault(p.store(), err)
	}
	if f.names {
		if err := c.desk.Exported(ctx, "calendar", "ics", c.from, c.to, false); err != nil {
			return c.fault(p.store(), err)
		}
	} else {
		c.rows = paper.Initials(c.rows)
	}
	name := text.Raw(st.Settings().Name)
	if c.of != "" {
		name = text.CalendarExport.Named.With("hall", name).With("name", c.of)
	}
	err = r.deliver(p, f.outFlags, func(w io.Writer) error {
		return paper.Calendar(w, st.Identity(), st.Settings(), r.lang, r.say(name), c.rows, st.Now())
	})
	if err == nil && len(c.rows) == 0 {
		r.print(r.stderr, c.empty())
	}
	if err == nil && f.out != "" {
		r.written(f.out, len(c.rows))
	}
	return err
}

// calendar is what one export reads.
type calendar struct {
	flags    calendarFlags
	st       *store.Store
	desk     *store.Desk
	from, to hall.Day
	of       string // whose it is; empty: the hall's
	rows     []hall.VisitRow
}

// fault leaves errors that have their words already as they are.
func (c *calendar) fault(file string, err error) error {
	var f failure
	if _, ok := usage(err); ok || errors.As(err, &f) || errors.Is(err, context.Canceled) {
		return err
	}
	return at(file, err)
}

func (c *calendar) empty() text.Message {
	m := text.CalendarExport.Empty
	if c.of != "" {
		m = text.CalendarExport.EmptyOf.With("name", c.of)
	}
	return m.With("from", text.Day(c.from)).With("to", text.Day(c.to))
}

// read finds the rows, and fills in what a list does not hold.
func (c *calendar) read(ctx context.Context) (err error) {
	switch {
	case c.flags.given["appointment"]:
		err = c.one(ctx)
	case c.flags.given["room"]:
		err = c.ofRoom(ctx)
	case c.flags.given["mediator"]:
		err = c.ofMediator(ctx)
	default:
		c.rows, err = c.desk.Appointments(ctx, c.from, c.to)
	}
	if err != nil {
		return err
	}
	c.rows, err = c.desk.Outward(ctx, c.rows)
	return err
}

func (c *calendar) one(ctx context.Context) error {
	n := c.flags.appointment
	v, err := c.desk.Visit(ctx, hall.ConsultationID(n))
	if refused(err, hall.ErrNotFound) {
		return usageError{text.CalendarExport.NoNumber.With("n", n)}
	}
	if err != nil {
		return err
	}
	if !v.Timed() || v.Kind == hall.WalkIn {
		return usageError{text.CalendarExport.NotTimed.With("n", n).With("kind", text.Kind(v.Kind))}
	}
	c.rows = []hall.VisitRow{hall.VisitRowOf(v)}
	return nil
}

// ofRoom reads what takes place in a room, cancelled or not, and what holds it.
func (c *calendar) ofRoom(ctx context.Context) error {
	c.of = c.flags.room
	var err error
	if c.rows, err = c.desk.Diary(ctx, c.of, 0, c.from, c.to); err != nil {
		return err
	}
	if err := c.movedAway(ctx); err != nil {
		return err
	}
	s := c.st.Settings()
	if c.of == "" || len(c.rows) == 0 && !s.HasRoom(c.of) { // one given up may still be booked
		return usageError{text.CalendarExport.NoRoom.With("name", c.of).With("rooms", text.Names(s.Rooms))}
	}
	return nil
}

// movedAway adds what was in the room and no longer is, as cancelled: whoever read it in before
// has it still.
func (c *calendar) movedAway(ctx context.Context) error {
	all, err := c.desk.Appointments(ctx, c.from, c.to+calendarAhead)
	if err != nil {
		return err
	}
	for _, row := range all {
		if slices.ContainsFunc(c.rows, func(r hall.VisitRow) bool { return r.ID == row.ID }) {
			continue
		}
		v, err := c.desk.Visit(ctx, row.ID)
		if refused(err, hall.ErrClosedCase) || refused(err, hall.ErrForbidden) {
			continue
		}
		if err != nil {
			return err
		}
		if was, ok := v.LeftRoom(c.of); ok && was.Day >= c.from && was.Day <= c.to {
			row.Room, row.Slot, row.State = c.of, was, hall.GoneAway
			c.rows = append(c.rows, row)
		}
	}
	return nil
}

// refused reports whether an error is a refusal of the hall with that code.
func refused(err error, code hall.Code) bool {
	var h *hall.Error
	return errors.As(err, &h) && h.Code == code
}

// mostRoster bounds how many of the roster are looked through.
const mostRoster = 100_000

// ofMediator reads what a mediator takes part in, cancelled or not.
func (c *calendar) ofMediator(ctx context.Context) error {
	roster, err := c.desk.FindMediators(ctx, "", 0, mostRoster)
	if err != nil {
		return err
	}
	all, err := c.desk.Appointments(ctx, c.from, c.to)
	if err != nil {
		return err
	}
	m, err := choose(withFormer(roster, all), c.flags.mediator)
	if err != nil {
		return err
	}
	c.of = m.Name
	c.rows, err = c.desk.Diary(ctx, "", m.ID, c.from, c.to)
	return err
}
