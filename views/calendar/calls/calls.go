// Package calls is who is still to be rung up (待打电话): the parties of what is booked until the end
// of the next open day, and whoever was told of a time that was moved or called off. Enter ticks one
// off, and takes the tick back.
package calls

import (
	"context"
	"fmt"
	"io"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/list"
	"sizhen/views/kit/page"
	"sizhen/views/kit/theme"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// row is one of those who are listed.
type row = hall.CallRow

// view is the list.
type view struct {
	*list.View[row]
	env  *views.Env
	done *row // who was ticked off last; nil: nobody
}

// New makes the screen.
func New(env *views.Env, _ views.Route) views.View {
	v := &view{env: env}
	v.View = list.New(env, list.Of[row]{
		Title: title, Empty: empty, Columns: ledger.Only(ledger.Calls().Columns, "when", "warning", "name", "phone", "stands", "where"), Read: read,
		Key: key,
		Tone: func(_ views.Session, r row) widget.Tone {
			if r.Stands() > hall.CallFirst {
				return widget.Muted
			}
			return widget.Normal
		},
		Dress: facts.Marked(func(r row) hall.Warning { return r.Visit.Warning }, dress), About: about, Enter: tick, Open: v.tick, Hint: v.hint, Keys: v.keys,
		Sheet: &list.Sheet{Ledger: ledger.Calls().Ledger(), Write: write},
	})
	return v
}

func key(r row) string { return fmt.Sprint(r.Visit.ID, ".", r.Party) }

// write writes who is to be called, those too of whom the screen says only how many there are.
func write(ctx context.Context, s views.Session, w io.Writer, f ledger.Format, _ list.Query) (int, error) {
	return ledger.Calls().Ledger().Write(ctx, w, f, s.Desk, list.Scene(s), ledger.Query{})
}

func read(ctx context.Context, s views.Session, _ list.Query) (list.Page[row], error) {
	l, err := s.Desk.Calls(ctx)
	var p list.Page[row]
	for _, stands := range hall.Calls() {
		var of []row
		for _, r := range l.Rows {
			if r.Stands() == stands {
				of = append(of, r)
			}
		}
		if len(of) > 0 || stands == hall.CallFirst && len(l.Rows) > 0 {
			head := headOf
			if stands == hall.CallFirst {
				head = headDue.With("day", text.ShortDay(l.Until))
			}
			p.Add(list.Group{Head: head.With("what", text.Call(stands)), None: allTold}, of, len(of), text.Message{})
		}
	}
	if n := l.ClosedLeft(); n > 0 {
		p.Add(list.Group{Head: headClosed, None: closedLeft.With("n", n)}, nil, 0, text.Message{})
	}
	p.Whole = l.ClosedLeft()
	return p, err
}

// nobody says why there is nobody to call: the confidential ones are for others.
func (v *view) nobody() text.Message {
	if n, _ := v.Whole().(int); n > 0 {
		return onlyClosed.With("n", n)
	}
	return empty
}

func dress(s views.Session, r row, column, said string) string {
	switch {
	case column == "name" && r.Stands() <= hall.CallFirst:
		return s.Styles.Title.Render(said)
	case column == "stands" && r.Stale:
		return s.Styles.Badge(theme.Late, said)
	}
	return said
}

// about is what is to be said on the telephone.
func about(s views.Session, r row) *page.Doc {
	d := page.New(s)
	d.Title(s.Say(text.Words(text.Raw(r.Name), text.Side(r.Side))))
	facts.Warn(d, r.Visit.Warning)
	d.Add(phone, r.Phone)
	d.Add(village, r.Village)
	v := r.Visit
	switch {
	case r.Stale && v.State.Over():
		d.Warn(calledOff.With("when", text.Planned(v)).With("why", v.Reason))
	case r.Stale:
		d.Warn(moved.With("when", text.Planned(v)))
	}
	d.Say(what, text.Words(text.Planned(v), text.Kind(v.Kind), text.Where(v.Mode, v.Room, v.Place)))
	d.Say(text.Consult.Parties, text.Sides(v))
	d.Say(last, lastTry(r))
	return d
}

func lastTry(r row) text.Message {
	n := r.Last
	switch {
	case n.At.IsZero():
		return text.Message{}
	case n.Void:
		return text.Words(text.Stamp(n.At), takenBack)
	case !n.Reached:
		return text.Words(text.Stamp(n.At), text.NoticeWay(n.Way), notReached.With("n", r.Tried))
	}
	return text.Words(text.Stamp(n.At), text.NoticeWay(n.Way), reached.With("by", n.By))
}

// keys are what else a telephone call comes to: digits, since nothing is typed here.
func (v *view) keys() []views.Action {
	do := func(key string, name text.Message, step func(row) tea.Cmd) views.Action {
		return views.Action{Key: views.Key(key, key), Name: name, Blocked: func() text.Message {
			if _, ok := v.At(); !ok {
				return v.nobody()
			}
			return text.Message{}
		}, Run: func() tea.Cmd { r, _ := v.At(); return step(r) }}
	}
	back := views.Action{Key: views.Key("Ctrl-Z", "ctrl+z"), Name: record.TakeBackName, Hidden: v.done == nil, Blocked: func() text.Message {
		if v.done == nil {
			return noTick
		}
		return text.Message{}
	}, Run: v.untick}
	return []views.Action{
		do("2", noAnswer, func(r row) tea.Cmd { return v.notify(r, hall.Notice{Way: r.Way()}, triedNow) }),
		do("3", willCome, v.confirm),
		do("4", openIt, v.open),
		back,
	}
}

// tick puts down that somebody was reached, and goes on with the next; or that it was put down by mistake.
func (v *view) tick(r row) tea.Cmd {
	if r.Told && !r.Stale {
		return v.notify(r, hall.Notice{Way: r.Last.Way, Void: true}, record.PartyUntold)
	}
	v.next(r)
	return v.notify(r, hall.Notice{Way: r.Way(), Reached: true}, toldNow)
}

// next puts the cursor on whoever is to be rung up after one who was.
func (v *view) next(done row) {
	v.done = &done
	rows, at := v.Rows(), 0
	for i, r := range rows {
		if key(r) == key(done) {
			at = i
		}
	}
	for _, r := range slices.Concat(rows[at:], rows[:at]) {
		if r.Stands() <= hall.CallFirst && key(r) != key(done) {
			v.Stand(key(r))
			return
		}
	}
}

// untick takes back what was put down last, of whoever it was.
func (v *view) untick() tea.Cmd {
	r := *v.done
	v.done = nil
	v.Stand(key(r))
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		_, err := s.Desk.Notify(ctx, r.Visit.ID, 0, hall.Notice{Way: r.Way(), Void: true}, r.Party)
		return record.PartyUntold.With("who", r.Name), err
	})
}

func (v *view) notify(r row, n hall.Notice, said text.Message) tea.Cmd {
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		_, err := s.Desk.Notify(ctx, r.Visit.ID, r.Visit.Rev, n, r.Party)
		return said.With("who", r.Name), err
	})
}

func (v *view) confirm(r row) tea.Cmd {
	if r.Stands() <= hall.CallFirst {
		v.next(r)
	}
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		_, err := s.Desk.Confirm(ctx, r.Visit.ID, r.Visit.Rev, r.Party)
		return agreed.With("who", r.Name), err
	})
}

// open leads to what it is about.
func (v *view) open(r row) tea.Cmd {
	return views.Go(views.Route{Screen: views.KeptIn(r.Visit.Kind), Consultation: r.Visit.ID})
}

func (v *view) hint() text.Message {
	r, ok := v.At()
	switch {
	case !ok:
		return v.nobody()
	case r.Told && !r.Stale:
		return hintUntick
	case r.Phone == "":
		return hintNoPhone.With("who", r.Name)
	}
	return hintTick.With("who", r.Name).With("phone", r.Phone)
}
