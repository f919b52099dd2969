package calendar

import (
	"bytes"
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// renamePage is how many entries a step of a renaming reads at once.
const renamePage = 300

// RenameRoom has all that takes place in a room from today on, and whoever of the days before was left in it,
// follow to its new name. What took place before keeps the name it had: so it stands on paper.
// moved counts what was written.
func RenameRoom(from, to string, moved *int) []book.Step {
	days := func(t *book.Tx) kv.Span { return kv.Span{From: book.Key().Day(t.Today())} }
	left := func(kind hall.Kind) func(*book.Tx) kv.Span {
		return func(t *book.Tx) kv.Span {
			here := book.Key().Byte(byte(kind)).Byte(stageHere)
			return kv.Span{From: here, To: here.Day(t.Today())}
		}
	}
	return []book.Step{
		followRoom(ByDay.Table, days, from, to, moved),
		followRoom(ByStage.Table, left(hall.WalkIn), from, to, moved),
		followRoom(ByStage.Table, left(hall.Appointment), from, to, moved),
	}
}

// followRoom walks a stretch of an index. A room is no part of these keys, so that the walk
// goes on behind what it has written.
func followRoom(table kv.Table, in func(*book.Tx) kv.Span, from, to string, moved *int) book.Step {
	return func(t *book.Tx, at []byte) ([]byte, error) {
		span := in(t)
		if span.Limit = renamePage; at != nil {
			span.From = at
		}
		var keys [][]byte
		for p, err := range t.Range(table, span) {
			if err != nil {
				return nil, err
			}
			keys = append(keys, bytes.Clone(p.Key))
		}
		for _, k := range keys {
			if t.Full() {
				return k, nil
			}
			if err := moveRoom(t, hall.ConsultationID(book.Number(k[len(k)-8:])), from, to, moved); err != nil {
				return nil, err
			}
		}
		if len(keys) < renamePage {
			return nil, nil
		}
		return append(keys[len(keys)-1], 0), nil
	}
}

func moveRoom(t *book.Tx, id hall.ConsultationID, from, to string, moved *int) error {
	v, err := Consultations.Get(t, id)
	if err != nil {
		return err
	}
	bears := v.Room == from
	if bears {
		v.Room = to
	}
	if v.Held != nil && v.Held.Room == from {
		held := *v.Held
		held.Room, bears = to, true
		v.Held = &held
	}
	if !bears {
		return nil
	}
	*moved++
	return Consultations.Put(t, &v)
}

// roomTimes are where stands what a room's time is taken of: under its name, and, while it is
// being renamed, under the one before.
func roomTimes(r book.Reader, room string) ([]book.Path, error) {
	out := []book.Path{RoomTime(room)}
	names, _, err := people.NamesKept(r)
	for _, n := range names.Going {
		if n.Kind == hall.RenameRoom && n.To == room {
			out = append(out, RoomTime(n.From))
		}
	}
	return out, err
}

// inRoom names who is in the room that is booked for a time about to begin.
func (d *Desk) inRoom(r book.Reader, v hall.Consultation) ([]hall.Clash, error) {
	if v.Mode != hall.InRoom || v.Slot.Day != hall.DayOf(d.Now()) {
		return nil, nil
	}
	q, err := d.QueueIn(r, v.Slot.Day)
	if err != nil {
		return nil, err
	}
	in := q.Now(v.Room).Takes(v.Slot, d.Now())
	if in == nil || in.ID == v.ID {
		return nil, nil
	}
	code := hall.ErrRoomNow
	if in.Who == "" { // confidential, and not the reader's
		code = hall.ErrRoomInUse
	}
	return []hall.Clash{{Err: hall.Refuse(code, "room", v.Room, "name", in.Who).In("time"), Soft: true}}, nil
}

// RoomsAt says of each room of the hall, in their order, what stands against a booking in it at a time.
func (d *Desk) RoomsAt(ctx context.Context, s hall.Slot) ([]hall.RoomAt, error) {
	var out []hall.RoomAt
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) error {
		out = nil
		for _, room := range d.Settings().Rooms {
			at, err := d.roomAt(r, hall.Consultation{Kind: hall.Appointment, Mode: hall.InRoom, Slot: s, Room: room})
			if err != nil {
				return err
			}
			out = append(out, at)
		}
		return nil
	})
	return out, err
}

func (d *Desk) roomAt(r book.Reader, v hall.Consultation) (hall.RoomAt, error) {
	out := hall.RoomAt{Room: v.Room}
	for _, h := range holders(v) {
		bad, err := d.takenBy(r, h, v)
		if err != nil || bad != nil {
			out.Why = bad
			return out, err
		}
	}
	soft, err := d.inRoom(r, v)
	if len(soft) > 0 {
		out.Why = soft[0].Err
	}
	return out, err
}
