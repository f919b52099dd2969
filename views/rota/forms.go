package rota

import (
	"context"
	"fmt"
	"maps"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/entry"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// opened is a form with what it is about, and what was already written.
type opened struct {
	what  string
	id    uint64 // of the shift, the leave or the swap; 0: of none
	args  map[string]string
	row   hall.DutyRow
	team  []hall.DutyMember // of both kinds
	draft hall.Draft
	err   error
}

// formOf names the draft of a form: each has his own.
func (v *View) formOf(what string, id uint64) string {
	return fmt.Sprint("rota ", v.env.Actor.Staff, " ", what, " ", id)
}

// read reads what a form is about.
func (m *opened) read(ctx context.Context, env *views.Env) {
	switch {
	case m.err != nil:
	case m.id != 0 && m.what != doAnswer:
		m.row, m.err = env.Desk.DutyRow(ctx, hall.ShiftID(m.id))
	case m.what == doAdd || m.what == doLeave:
		for _, k := range hall.DutyKinds() {
			var list []hall.DutyMember
			if list, m.err = env.Desk.DutyTeam(ctx, k); m.err != nil {
				return
			}
			m.team = append(m.team, list...)
		}
	}
}

// begin opens a form with what was already written in it. args are what was chosen before.
func (v *View) begin(what string, id uint64, args map[string]string) tea.Cmd {
	env, form := v.env, v.formOf(what, id)
	return func() tea.Msg {
		m, ctx := opened{what: what, id: id, args: args}, context.Background()
		m.draft, m.err = entry.Kept(ctx, env, form)
		m.read(ctx, env)
		return m
	}
}

// resume goes on with a draft that the board led to.
func (v *View) resume(id hall.DraftID) tea.Cmd {
	env := v.env
	return func() tea.Msg {
		var m opened
		ctx := context.Background()
		if m.draft, m.err = env.Desk.Draft(ctx, id); m.err == nil {
			var staff uint64
			_, _ = fmt.Sscanf(m.draft.Form, "rota %d %s %d", &staff, &m.what, &m.id) // another's is none of ours
		}
		m.read(ctx, env)
		return m
	}
}

func (v *View) openSheet(m opened) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case v.sheet != nil:
		return nil
	}
	if len(m.args) > 0 {
		fields := map[string]string{}
		maps.Copy(fields, m.draft.Fields)
		maps.Copy(fields, m.args)
		m.draft.Fields = fields
	}
	if m.row.ID != 0 && m.what != doAnswer {
		if why := v.why(m.what, m.row); !why.IsZero() {
			return views.Toast(views.Warn, why)
		}
	}
	switch m.what {
	case doMove, doOff:
		v.sheet = v.changeSheet(m)
	case doAssign:
		v.sheet = v.assignSheet(m)
	case doAdd:
		v.sheet = v.addSheet(m)
	case doSwap:
		v.sheet = v.swapSheet(m)
	case doPlan:
		v.sheet = v.planSheet(m)
	case doLeave:
		v.sheet = v.leaveSheet(m)
	case doAnswer:
		v.sheet = v.refuseSheet(m)
	default: // a draft of another version of the program
		return nil
	}
	return v.sheet.Begun()
}

func (v *View) finished(say text.Message) tea.Cmd {
	v.sheet, v.preview = nil, nil
	return tea.Batch(v.Load(), views.Toast(views.Done, say))
}

// config is what all the forms have in common.
func (v *View) config(m opened, title text.Message, items []widget.Item) entry.Config {
	return entry.Config{
		Title: title, Items: items, Kind: hall.DraftRota, Form: v.formOf(m.what, m.id), From: m.draft, Private: true,
		Name: func(*entry.Sheet) string { return v.env.Say(title) },
	}
}

// reason is the item that every change by hand asks for.
func (v *View) reason() widget.Item {
	t := text.Rota
	return widget.Item{ID: "reason", Label: v.env.Say(t.Why), Kind: widget.Notes, Rows: 2, Max: 300, Required: true, Help: v.env.Say(t.WhyHelp)}
}

// write is how a form on a shift is saved: what is done, at a desk that lets the draft go with it. When
// the shift was changed at another desk it is read anew, and the form goes on from there.
func (v *View) write(c *entry.Config, row *hall.DutyRow, say text.Message, do func(*entry.Sheet) (func(context.Context, *store.Desk) error, *hall.Error)) *entry.Sheet {
	desk := v.env.Desk
	c.Save = func(s *entry.Sheet) (func(hall.DraftID) error, *hall.Error) {
		fn, bad := do(s)
		return func(id hall.DraftID) error {
			return fn(context.Background(), desk.From(id))
		}, bad
	}
	if row != nil {
		c.Reread = func(ctx context.Context) (func(), error) {
			now, err := desk.DutyRow(ctx, row.ID)
			return func() { *row = now }, err
		}
	}
	c.Done = func() tea.Cmd { return v.finished(say) }
	return entry.New(v.env, *c)
}

// changeSheet moves a shift, or calls it off.
func (v *View) changeSheet(m opened) *entry.Sheet {
	say, t, row := v.env.Say, text.Rota, m.row
	about := func(title text.Message) text.Message {
		return title.With("day", text.Day(row.Day)).With("shift", v.shiftLine(row.Shift))
	}
	if m.what == doOff {
		c := v.config(m, about(t.OffTitle), []widget.Item{v.reason()})
		return v.write(&c, &row, t.OffNow, func(s *entry.Sheet) (func(context.Context, *store.Desk) error, *hall.Error) {
			why := s.Value("reason")
			return func(ctx context.Context, desk *store.Desk) error {
				_, err := desk.CallOffDuty(ctx, row.ID, row.Rev, why)
				return err
			}, nil
		})
	}
	c := v.config(m, about(t.MoveTitle), []widget.Item{{ID: "day", Label: say(t.MoveTo), Max: 20, Required: true, Help: say(text.Ending.DayHelp)}, v.reason()})
	c.Days = []string{"day"}
	return v.write(&c, &row, t.MovedNow, func(s *entry.Sheet) (func(context.Context, *store.Desk) error, *hall.Error) {
		day, bad := s.Day("day")
		why := s.Value("reason")
		return func(ctx context.Context, desk *store.Desk) error {
			_, err := desk.MoveDuty(ctx, row.ID, row.Rev, day, why)
			return err
		}, bad
	})
}

// beginAdd opens the form of one more shift, on the day under the cursor.
func (v *View) beginAdd(d hall.Day) tea.Cmd {
	args := map[string]string{"day": d.String()}
	if town := v.countyTown(); town != "" {
		args["kind"], args["town"] = strconv.Itoa(int(hall.DutyCounty)), town
	}
	return v.begin(doAdd, 0, args)
}

func (v *View) kinds() []widget.Option {
	var out []widget.Option
	for _, k := range hall.DutyKinds() {
		out = append(out, widget.Option{Key: strconv.Itoa(int(k)), Label: v.env.Say(text.DutyKind(k)), Initials: pinyin.First(text.DutyKind(k).In(text.Zh))})
	}
	return out
}

// addSheet is one more shift, beside what is planned. More people are put on it afterwards.
func (v *View) addSheet(m opened) *entry.Sheet {
	say, t := v.env.Say, text.Rota
	var towns []widget.Option
	for _, town := range v.env.Settings.Rotation() {
		towns = append(towns, widget.Option{Key: town.Name, Label: town.Name, Initials: pinyin.First(town.Name)})
	}
	town := ""
	if len(towns) == 1 {
		town = towns[0].Key
	}
	c := v.config(m, t.AddTitle, []widget.Item{
		{ID: "kind", Label: say(t.Kind), Kind: widget.Choice, Required: true, Options: v.kinds(), Value: "0"},
		{ID: "town", Label: say(t.Town), Kind: widget.Choice, Required: true, Hidden: true, Options: towns, Value: town},
		{ID: "day", Label: say(t.Day), Max: 20, Required: true, Help: say(text.Ending.DayHelp)},
		{ID: "people", Label: say(t.Who), Max: 60, Required: true, Help: say(t.WhoHelp)}, v.reason(),
	})
	c.Days, c.Picks = []string{"day"}, map[string]entry.Find{"people": findIn(m.team)}
	c.Follow = func(s *entry.Sheet) { s.Hide("town", s.Number("kind") != int(hall.DutyCounty) || len(towns) == 1) }
	return v.write(&c, nil, t.AddedNow, func(s *entry.Sheet) (func(context.Context, *store.Desk) error, *hall.Error) {
		day, bad := s.Day("day")
		add := hall.Shift{Kind: hall.DutyKind(s.Number("kind")), Day: day, People: []hall.DutyRef{refOf(s.Picked("people").ID)}}
		if add.Kind == hall.DutyCounty {
			add.Township = s.Value("town")
		}
		why := s.Value("reason")
		return func(ctx context.Context, desk *store.Desk) error {
			_, err := desk.AddDuty(ctx, add, why)
			return err
		}, bad
	})
}

// findIn looks for somebody in a team, by name or initials.
func findIn(team []hall.DutyMember) entry.Find {
	return func(_ context.Context, q string) ([]dialog.Choice, error) {
		var out []dialog.Choice
		seen := map[string]bool{}
		for _, m := range team {
			key := refKey(m.Who)
			if !seen[key] && named(m.Who.Name, q) {
				out, seen[key] = append(out, dialog.Choice{ID: key, Label: m.Who.Name, Row: m.Who}), true
			}
		}
		return out, nil
	}
}

// named reports whether a query means a name, in characters or initials.
func named(name, q string) bool {
	q = strings.ToLower(strings.TrimSpace(q))
	if strings.Contains(name, q) {
		return true
	}
	for _, i := range pinyin.OfPerson(name) {
		if strings.HasPrefix(i, q) {
			return true
		}
	}
	return false
}

// refKey writes somebody as the key of a choice; refOf reads it.
func refKey(r hall.DutyRef) string { return fmt.Sprintf("%d/%d/%s", r.Kind, r.ID, r.Name) }

func refOf(key string) hall.DutyRef {
	parts := strings.SplitN(key, "/", 3)
	if len(parts) != 3 {
		return hall.DutyRef{}
	}
	kind, _ := strconv.ParseUint(parts[0], 10, 8) // of our own making, or nobody
	id, _ := strconv.ParseUint(parts[1], 10, 64)
	return hall.DutyRef{Kind: hall.InviteeKind(kind), ID: id, Name: parts[2]}
}
