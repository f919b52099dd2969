package followup

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Another day, way or hour, and one more that is planned by hand.

const usualLength = 60 // minutes, when only a beginning is typed

func (v *View) moveItems(f hall.JointFile) []widget.Item {
	t, say, c := text.FollowForm, v.env.Say, f.Consultation
	var rooms []widget.Option
	for _, r := range v.env.Settings.Rooms {
		rooms = append(rooms, widget.Option{Key: r, Label: r, Initials: pinyin.First(r)})
	}
	return []widget.Item{
		{ID: "day", Label: say(t.Day), Max: 20, Required: true, Help: say(text.Ending.DayHelp)},
		v.ways(c.Visit.Way),
		{ID: "time", Label: say(t.Time), Max: 20, Help: say(t.TimeHelp)},
		{ID: "room", Label: say(t.Room), Kind: widget.Choice, Required: true, Options: rooms, Value: c.Room},
		{ID: "reason", Label: say(t.Why), Kind: widget.Notes, Rows: 2, Max: 300, Required: true},
	}
}

func (v *View) planItems(hall.JointFile) []widget.Item {
	return []widget.Item{
		{ID: "day", Label: v.env.Say(text.FollowForm.On), Max: 20, Required: true, Help: v.env.Say(text.Ending.DayHelp)},
		v.ways(hall.FollowVisit),
	}
}

func (v *View) followPlan() tea.Cmd {
	v.fill.NoteDay("day")
	return nil
}

// booking reads when and how from the form.
func (v *View) booking() (hall.FollowWay, hall.Booking, *hall.Error) {
	f := v.fill.Form
	way := hall.FollowWay(v.number("way"))
	b := hall.Booking{}
	for _, m := range v.fill.file.Case.Mediators() {
		b.Mediators = append(b.Mediators, m.ID)
	}
	var bad *hall.Error
	if b.Slot.Day, bad = v.fill.Day("day"); bad != nil || f.Value("time") == "" {
		return way, b, bad
	}
	from, to, err := text.ParseSlot(f.Value("time"))
	if errors.As(err, &bad) {
		return way, b, bad.In("time")
	}
	if to == 0 {
		to = from + usualLength
	}
	b.Slot.From, b.Slot.To = from, to
	b.Mode = map[hall.FollowWay]hall.Mode{hall.FollowVisit: hall.AtHome, hall.FollowPhone: hall.ByPhone}[way]
	switch b.Mode {
	case hall.InRoom:
		b.Room = f.Raw("room")
	case hall.AtHome:
		b.Place = v.fill.file.Consultation.Who
	}
	return way, b, nil
}

// followMove asks for a room where somebody comes to the hall at an hour, and looks what
// collides with it.
func (v *View) followMove() tea.Cmd {
	f := v.fill
	way, b, bad := v.booking()
	timed := f.Form.Value("time") != ""
	f.Form.SetHidden("room", !timed || way != hall.FollowHall)
	f.NoteDay("day")
	note, key := "", ""
	if timed && bad == nil {
		note = text.Slot(b.Slot)
		if b.Slot.Day != 0 && (b.Mode != hall.InRoom || b.Room != "") {
			key = fmt.Sprint(b)
		}
	}
	f.Form.SetNote("time", note)
	desk, id := v.env.Desk, f.file.Consultation.ID
	cmd, changed := f.clashes.Ask(key, func(ctx context.Context) ([]hall.Clash, error) { return desk.Clashes(ctx, id, 0, b) })
	if changed {
		f.Form.ClearErrors() // they were about the time before
	}
	return cmd
}

func (v *View) saveMove() (tea.Cmd, *hall.Error) {
	way, b, bad := v.booking()
	if bad != nil {
		return nil, bad
	}
	desk, id, rev, why := v.env.Desk, v.fill.file.Consultation.ID, v.fill.Rev, v.fill.Form.Value("reason")
	return v.finish(func(ctx context.Context, draft hall.DraftID) (hall.Consultation, error) {
		return desk.MoveFollowUp(ctx, id, rev, draft, way, b, why)
	}), nil
}

func (v *View) savePlan() (tea.Cmd, *hall.Error) {
	day, bad := v.fill.Day("day")
	if bad != nil {
		return nil, bad
	}
	desk, on, way := v.env.Desk, v.fill.file.Case.ID, hall.FollowWay(v.number("way"))
	return v.finish(func(ctx context.Context, draft hall.DraftID) (hall.Consultation, error) {
		return desk.PlanFollowUp(ctx, on, draft, day, way)
	}), nil
}

type caseful struct{ id hall.CaseID }

// pickCase finds the case that somebody is to look after once more.
func (v *View) pickCase() tea.Cmd {
	desk, say := v.env.Desk, v.env.Say
	find := func(ctx context.Context, q string) ([]dialog.Choice, error) {
		rows, err := dialog.FindCases(ctx, desk, q, hall.CaseQuery{Filter: hall.StateCases, State: hall.Performing})
		var out []dialog.Choice
		for _, r := range rows {
			c := dialog.Choice{ID: strconv.FormatUint(uint64(r.ID), 10), Label: say(text.Versus(r)), Detail: strings.TrimSpace(r.Number + "  " + r.Subject), Row: r.ID}
			if r.State != hall.Performing && r.State != hall.Performed && r.State != hall.Filed {
				c.Detail, c.Warn = say(text.State(r.State))+"  "+say(text.FollowForm.NoAgreement), true
			}
			out = append(out, c)
		}
		return out, err
	}
	return views.Open(dialog.Pick(v.env, say(text.FollowForm.PickCase), find, func(c dialog.Choice) tea.Msg {
		id, _ := c.Row.(hall.CaseID)
		return caseful{id}
	}))
}
