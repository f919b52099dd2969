package joint

import (
	"context"
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// A time that is set by hand: what collides is shown while it is typed, before it is saved.

// without is the answer to whether it is held without those who cannot come.
type without struct{ absent []hall.Invitee }

func (v *View) handItems() []widget.Item {
	t, say, c := text.JointForm, v.env.Say, v.file.Consultation
	var rooms []widget.Option
	for _, r := range v.env.Settings.Rooms {
		rooms = append(rooms, widget.Option{Key: r, Label: r, Initials: pinyin.First(r)})
	}
	out := []widget.Item{
		{ID: "day", Label: say(t.TimeDay), Max: 20, Required: true, Help: say(text.Ending.DayHelp)},
		{ID: "time", Label: say(t.Time), Max: 20, Required: true, Help: say(t.TimeHelp)},
		{ID: "room", Label: say(t.Room), Kind: widget.Choice, Required: true, Options: rooms, Value: c.Room},
	}
	if c.State == hall.Waiting {
		out = append(out, widget.Item{ID: "reason", Label: say(t.MoveWhy), Kind: widget.Notes, Rows: 2, Max: 300, Required: true})
	}
	return out
}

// length is how long it lasts when only a beginning is typed.
func (v *View) length() int {
	if v.times != nil {
		return v.times.length
	}
	return usualLength
}

// hand reads the time from the form.
func (v *View) hand() (hall.Slot, string, *hall.Error) {
	f := v.fill.Form
	day, bad := v.fill.Day("day")
	if bad != nil {
		return hall.Slot{}, "", bad
	}
	from, to, err := text.ParseSlot(f.Value("time"))
	if errors.As(err, &bad) {
		return hall.Slot{}, "", bad.In("time")
	}
	if to == 0 {
		to = from + v.length()
	}
	return hall.Slot{Day: day, From: from, To: to}, f.Raw("room"), nil
}

// followHand looks what collides once day, time and room can be read.
func (v *View) followHand() tea.Cmd {
	v.fill.NoteDay("day")
	note := ""
	slot, room, bad := v.hand()
	if bad == nil {
		note = text.Slot(slot)
	}
	v.fill.Form.SetNote("time", note)
	key := ""
	if bad == nil && slot.Day != 0 && room != "" {
		key = fmt.Sprint(slot, room)
	}
	desk, id := v.env.Desk, v.id
	cmd, changed := v.fill.clashes.Ask(key, func(ctx context.Context) ([]hall.Clash, error) {
		return desk.Clashes(ctx, id, 0, hall.Booking{Slot: slot, Mode: hall.InRoom, Room: room})
	})
	if changed {
		v.fill.Form.ClearErrors() // they were about the time before
	}
	return cmd
}

func (v *View) saveHand(absent []hall.Invitee) (tea.Cmd, *hall.Error) {
	slot, room, bad := v.hand()
	if bad != nil {
		return nil, bad
	}
	id, rev, why := v.id, v.fill.Rev, v.fill.Form.Value("reason")
	return v.finish(v.fill.Keep, func(desk *store.Desk) (text.Message, error) {
		_, err := desk.Convene(context.Background(), id, rev, slot, room, absent, why)
		return convenedAt(move{slot: slot, room: room}), err
	}, func(say text.Message, err error) tea.Msg { return formDone{say, err} }), nil
}

// taken reports whether a refusal is that somebody invited is elsewhere at that time.
func taken(e *hall.Error) bool {
	return e.Code == hall.ErrMediatorBusy || e.Code == hall.ErrStaffBusy || e.Code == hall.ErrBodyBusy
}

// offerWithout asks whether it is held without those who are elsewhere at that time; nil when
// that does not help: somebody must come, or it is about something else.
func (v *View) offerWithout(refused *hall.Error) tea.Cmd {
	if !taken(refused) {
		return nil
	}
	var absent []hall.Invitee
	var names []string
	all := append([]hall.Clash{{Err: refused}}, v.fill.clashes.All...)
	helps := false
	for _, i := range v.file.Consultation.Joint.Invited {
		if i.Must || !slices.ContainsFunc(all, func(c hall.Clash) bool { return taken(c.Err) && c.Err.Args["name"] == i.Name }) {
			continue
		}
		helps = helps || refused.Args["name"] == i.Name
		absent, names = append(absent, i), append(names, i.Name)
	}
	if !helps {
		return nil
	}
	say, t := v.env.Say, text.JointForm
	return views.Open(dialog.Menu(v.env, say(t.WithoutTitle.With("names", text.Names(names))), []widget.MenuItem{
		{ID: "other", Label: say(t.OtherTime)}, {ID: "hold", Label: say(t.Without)},
	}, func(id string) tea.Msg {
		if id == "hold" {
			return without{absent}
		}
		return without{}
	}))
}

// goWithout convenes it without them, or goes back to the time.
func (v *View) goWithout(m without) tea.Cmd {
	if v.fill == nil || v.fill.What != doHand {
		return nil
	}
	if len(m.absent) == 0 {
		v.fill.Form.Focus("time")
		return nil
	}
	cmd, bad := v.saveHand(m.absent)
	if bad != nil {
		v.fill.Complain(bad)
		return nil
	}
	v.fill.Busy = true
	return cmd
}
