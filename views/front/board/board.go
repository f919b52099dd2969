// Package board is today at a glance (F2): who waits, what is booked, what goes on in the
// rooms, what is due, who is on duty, what lies unfinished, what changed last. Enter opens
// whatever stands under the cursor.
package board

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// View is the board.
type View struct {
	env     *views.Env
	board   hall.Board
	missing int // as in loaded
	read    bool
	cursor  cursor
	shown   [][]placed // by column, as drawn last: where the cursor can go
}

// cursor stands on a row by its key, so that it stays there when the board changes.
type cursor struct {
	col int
	key string
}

type loaded struct {
	board   hall.Board
	missing int // the year whose holidays somebody should enter by now; 0: they are there
	err     error
}

// New makes the screen.
func New(env *views.Env, _ views.Route) views.View { return &View{env: env} }

// Title implements views.View.
func (v *View) Title() text.Message { return titleWord }

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		b, err := s.Desk.Board(ctx)
		return loaded{b, s.Calendar().Warn(b.Day), err}
	})
}

// Topics implements views.Reader: the board shows something of everything, drafts too.
func (v *View) Topics() []hall.Record { return nil }

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case loaded:
		if m.err != nil {
			return views.Fail(m.err)
		}
		v.board, v.missing, v.read = m.board, m.missing, true
	case tea.KeyPressMsg:
		switch m.Keystroke() {
		case "up":
			v.move(-1)
		case "down":
			v.move(1)
		case "left":
			v.turn(-1)
		case "right", "tab":
			v.turn(1)
		}
	}
	return nil
}

// at is the cursor's place in its column; 0 when its row is gone.
func (v *View) at() int {
	if v.cursor.col < len(v.shown) {
		for i, p := range v.shown[v.cursor.col] {
			if p.key == v.cursor.key {
				return i
			}
		}
	}
	return 0
}

func (v *View) move(by int) {
	if v.cursor.col >= len(v.shown) || len(v.shown[v.cursor.col]) == 0 {
		v.turn(1)
		return
	}
	col := v.shown[v.cursor.col]
	v.cursor.key = col[max(min(v.at()+by, len(col)-1), 0)].key
}

// turn goes to another column, to the row nearest in height.
func (v *View) turn(by int) {
	if len(v.shown) == 0 {
		return
	}
	y := 0
	if v.cursor.col < len(v.shown) && len(v.shown[v.cursor.col]) > 0 {
		y = v.shown[v.cursor.col][v.at()].y
	}
	for range v.shown {
		v.cursor.col = (v.cursor.col + by + len(v.shown)) % len(v.shown)
		if col := v.shown[v.cursor.col]; len(col) > 0 {
			best := col[0]
			for _, p := range col {
				if abs(p.y-y) < abs(best.y-y) {
					best = p
				}
			}
			v.cursor.key = best.key
			return
		}
	}
}

func abs(n int) int { return max(n, -n) }

func (v *View) open() tea.Cmd {
	if v.cursor.col >= len(v.shown) || len(v.shown[v.cursor.col]) == 0 {
		return nil
	}
	row := v.shown[v.cursor.col][v.at()]
	if row.do != nil {
		return row.do()
	}
	return views.Go(row.to)
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("↑↓←→", "up", "down", "left", "right", "tab"), Name: moveWord, Hidden: true}, // the cursor says so; the places need the room
		{Key: views.Key("Enter", "enter"), Name: openWord, Run: v.open},
	}
}

// fresh reports whether nothing has happened in this hall yet.
func (v *View) fresh() bool {
	b := v.board
	for _, e := range b.Recent {
		if e.Case != 0 || e.Consultation != 0 || e.Deed == hall.DeedSeed {
			return false
		}
	}
	return v.read && len(b.Queue)+len(b.Slots)+len(b.Due)+len(b.Drafts) == 0
}

// closing is how many still wait once the hall has closed: what becomes of each is to be asked.
func (v *View) closing() int {
	now := v.env.Now()
	if b := v.board; b.Closes != 0 && v.env.Today() == b.Day && hall.MinuteOf(now) >= b.Closes {
		n := b.Waiting + b.Skipped
		for _, r := range b.Rooms {
			if r.Visit != nil {
				n++
			}
		}
		return n
	}
	return 0
}

// begun is what is booked for now, or should have begun: nobody has written yet whether anybody came.
func (v *View) begun() *hall.VisitRow {
	now := v.env.Now()
	for i, r := range v.board.Slots {
		if r.State == hall.Waiting && r.Number == 0 && v.env.Today() == v.board.Day && r.Slot.From <= hall.MinuteOf(now) {
			return &v.board.Slots[i]
		}
	}
	return nil
}

// nextDueNow says where it is written down, each kind on its own screen.
func nextDueNow(r hall.VisitRow) text.Message {
	m := map[hall.Kind]text.Message{hall.Joint: nextJoint, hall.FollowUp: nextFollowUp}[r.Kind]
	if m.IsZero() {
		m = nextComes
	}
	return m.With("at", text.Minutes(r.Slot.From)).With("who", text.Who(r.Who, r.Others))
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	b, due := v.board, v.begun()
	switch {
	case !v.read:
		return text.Message{}
	case !v.env.Actor.May(hall.MayRead) && len(b.Drafts) == 0:
		return nextStaff
	case v.closing() > 0:
		return nextClose.With("n", v.closing())
	case b.NextUp != nil && b.Free != nil:
		urgent := text.Message{}
		if b.NextUp.Urgent {
			urgent = text.Board.UrgentMark
		}
		room := text.Room(b.Free.Room, b.Free.Soon(b.NextUp.ID, hall.MinuteOf(v.env.Now())))
		return nextCall.With("no", text.Queue(b.NextUp.Number)).With("who", b.NextUp.Who).With("urgent", urgent).With("room", room)
	case due != nil:
		return nextDueNow(*due)
	case b.Waiting > 0:
		return nextFree.With("n", b.Waiting)
	case b.Skipped > 0:
		return nextSkipped.With("n", b.Skipped)
	case v.leaves() != nil:
		return nextOut.With("who", v.leaves().Name).With("day", v.dayBefore(v.leaves().Day))
	case len(b.Before.Visits) > 0:
		return nextLeft.With("n", len(b.Before.Visits))
	case len(b.Drafts) > 0:
		return nextDraft
	case len(b.Due) > 0 && b.Due[0].Day < b.Day:
		return nextDue
	case v.fresh() && v.env.Actor.May(hall.MayManage):
		return nextFirst
	}
	return nextVisitor
}
