package bodies

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
	"sizhen/views/draft"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// edit is the form of one body, kept as a draft while somebody types.
type edit struct {
	body  hall.Body // as it was read; its Rev is the one to change
	form  *widget.Form
	keep  *draft.Keeper
	types *dialog.Several
	busy  bool
	wait  bool // it was changed at another desk: its new revision is on its way
}

type (
	opened struct {
		body  hall.Body
		draft hall.Draft
		err   error
	}
	saved struct {
		name string
		err  error
	}
	reread struct {
		body hall.Body
		err  error
	}
	putAside struct{}
)

// formOf names the draft of a body; of a new one there is one for each person, so that two
// who add something at once do not meet in it.
func (v *View) formOf(id hall.BodyID) string {
	if id == 0 {
		return fmt.Sprint("body new ", v.env.Actor.Staff)
	}
	return fmt.Sprint("body ", id)
}

// begun reads the body anew, and what was already written about it.
func (v *View) begun(b hall.Body) tea.Cmd {
	desk, form := v.env.Desk, v.formOf(b.ID)
	return func() tea.Msg {
		m, ctx := opened{body: b}, context.Background()
		if b.ID != 0 {
			if m.body, m.err = desk.Body(ctx, b.ID); m.err != nil {
				return m
			}
		}
		d, err := desk.DraftFor(ctx, form, 0, 0)
		if m.draft = d; err != nil && !errors.Is(err, hall.Refuse(hall.ErrNotFound)) {
			m.err = err
		}
		return m
	}
}

// resume goes on with a draft that the board led to.
func (v *View) resume(id hall.DraftID) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		var m opened
		ctx := context.Background()
		if m.draft, m.err = desk.Draft(ctx, id); m.err != nil {
			return m
		}
		if n, err := strconv.ParseUint(strings.TrimPrefix(m.draft.Form, "body "), 10, 64); err == nil {
			m.body, m.err = desk.Body(ctx, hall.BodyID(n))
		}
		return m
	}
}

func (v *View) begin(m opened) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case v.edit != nil:
		return nil
	case !v.may().IsZero():
		return views.Toast(views.Warn, v.may())
	}
	e := &edit{body: m.body, types: v.types(), form: widget.NewForm(v.env.Styles, dialog.Words(v.env), v.items(m.body))}
	e.form.SetValues(m.draft.Fields)
	name := v.formOf(m.body.ID)
	if m.draft.ID != 0 {
		name = m.draft.Form
	}
	e.keep = draft.New(v.env, m.draft, func() hall.Draft {
		title := e.form.Value("name")
		if title == "" {
			title = v.env.Say(text.Bodies.Untitled)
		}
		return hall.Draft{Kind: hall.DraftBody, Form: name, Title: title, Fields: e.form.Values()}
	})
	v.edit = e
	v.follow("")
	if m.draft.ID != 0 {
		return views.Toast(views.Done, text.Bodies.Resumed.With("by", m.draft.ByName).With("at", text.Moment(m.draft.At)))
	}
	return nil
}

func (v *View) items(b hall.Body) []widget.Item {
	t, say := text.Bodies, v.env.Say
	var kinds []widget.Option
	for _, k := range hall.BodyKinds() {
		kinds = append(kinds, widget.Option{Key: strconv.Itoa(int(k)), Label: say(text.BodyKind(k)), Initials: pinyin.First(text.BodyKind(k).In(text.Zh))})
	}
	kind, off := "", ""
	if b.ID != 0 {
		kind = strconv.Itoa(int(b.Kind))
	}
	if b.Off {
		off = "1"
	}
	return []widget.Item{
		{ID: "name", Label: say(t.Name), Max: 40, Required: true, Value: b.Name},
		{ID: "kind", Label: say(t.Kind), Kind: widget.Choice, Required: true, Options: kinds, Value: kind},
		{ID: "contact", Label: say(t.Contact), Max: 40, Value: b.Contact},
		{ID: "phone", Label: say(t.Phone), Max: 20, Value: b.Phone},
		{ID: "helps", Label: say(t.Helps), Max: 200, Value: v.helps(b), Help: say(t.HelpsHelp), Names: true},
		{ID: "special", Label: say(t.Special), Max: 100, Value: b.Special, Help: say(t.SpecialHelp)},
		{ID: "village", Label: say(t.Village), Max: 100, Value: b.Village, Help: say(t.VillageHelp)},
		{ID: "knows", Label: say(t.Knows), Max: 200, Value: b.Knows, Help: say(t.KnowsHelp)},
		{ID: "times", Label: say(t.Times), Max: 120, Value: say(text.Windows(b.Times)), Help: say(t.TimesHelp)},
		{ID: "note", Label: say(t.Note), Kind: widget.Notes, Rows: 2, Max: 500, Value: b.Note},
		{ID: "off", Label: say(t.Asked), Kind: widget.Choice, Value: off, Options: []widget.Option{
			{Key: "", Label: say(t.AskedYes), Initials: "q"}, {Key: "1", Label: say(t.AskedNo), Initials: "b"},
		}},
	}
}

func (v *View) editUpdate(msg tea.Msg) tea.Cmd {
	e := v.edit
	if cmd, ok := e.keep.Message(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case saved:
		return v.saved(m)
	case reread:
		return v.reread(m)
	case putAside:
		v.edit = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.Bodies.Kept))
	}
	was := e.form.Focused()
	ev := e.form.Update(msg)
	var cmds []tea.Cmd
	if ev.PickedIn == "helps" && e.types.Choose(e.form, ev.Picked) {
		ev.Changed = "helps"
	}
	if ev.Changed != "" {
		cmds = append(cmds, e.keep.Changed())
	}
	if now := e.form.Focused(); ev.Changed != "" || now != was {
		v.follow(ev.Left)
		if now != was && now == "helps" {
			e.types.Another(e.form)
		}
	}
	if ev.Left != "" {
		cmds = append(cmds, e.keep.Save())
	}
	if ev.Submitted {
		cmds = append(cmds, v.submit())
	}
	return tea.Batch(cmds...)
}

// follow sets what was typed right, and suggests dispute types.
func (v *View) follow(left string) {
	f := v.edit.form
	if left == "helps" {
		v.edit.types.Left(f)
	}
	if left == "times" { // said back in full: a slip is seen at once
		if ws, err := text.ParseWindows(f.Value("times"), v.hours()); err == nil {
			f.SetValue("times", v.env.Say(text.Windows(ws)))
		}
	}
	v.edit.types.Offer(f)
}

// submit saves the body when everything in the form can be read.
func (v *View) submit() tea.Cmd {
	e := v.edit
	if e.busy || e.wait {
		return nil
	}
	e.form.ClearErrors()
	if e.form.Missing() {
		return nil
	}
	b, bad := v.body()
	if bad == nil {
		bad = b.Check(v.env.Settings)
	}
	if bad != nil {
		v.complain(bad)
		return nil
	}
	e.busy = true
	desk := v.env.Desk
	return func() tea.Msg {
		err := e.keep.Finish(func(id hall.DraftID) error {
			_, err := desk.SaveBody(context.Background(), id, b)
			return err
		})
		return saved{b.Name, err}
	}
}

// body makes the record of what was filled in.
func (v *View) body() (hall.Body, *hall.Error) {
	f, b := v.edit.form, v.edit.body
	kind, _ := strconv.Atoi(f.Raw("kind")) // one of the options
	b.Name, b.Kind, b.Contact, b.Phone = f.Value("name"), hall.BodyKind(kind), f.Value("contact"), f.Value("phone")
	b.Special, b.Village, b.Knows, b.Note, b.Off = f.Value("special"), f.Value("village"), f.Value("knows"), f.Value("note"), f.Raw("off") == "1"
	codes, unknown := v.edit.types.Typed(f.Raw("helps"))
	if b.Helps = codes; len(unknown) > 0 {
		return b, hall.Refuse(hall.ErrUnknownType, "type", unknown[0]).In("helps")
	}
	ws, err := text.ParseWindows(f.Value("times"), v.hours())
	var refused *hall.Error
	if errors.As(err, &refused) {
		return b, refused.In("times")
	}
	b.Times = ws
	return b, nil
}

func (v *View) complain(bad *hall.Error) {
	say := text.Err(bad)
	if bad.Field == "times" {
		say = text.Bodies.TimesBad
	}
	v.edit.form.SetError(bad.Field, v.env.Say(say))
	v.edit.form.FocusError()
	v.follow("")
}

func (v *View) saved(m saved) tea.Cmd {
	e := v.edit
	e.busy = false
	var refused *hall.Error
	switch {
	case m.err == nil:
		v.edit = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.Bodies.Saved.With("name", m.name)))
	case !errors.As(m.err, &refused):
		return views.Fail(m.err)
	case refused.Code == hall.ErrConflict:
		e.wait = true
		desk, id := v.env.Desk, e.body.ID
		return func() tea.Msg {
			b, err := desk.Body(context.Background(), id)
			return reread{b, err}
		}
	case e.form.Has(refused.Field):
		v.complain(refused)
		return nil
	}
	return views.Fail(m.err)
}

// reread takes the new revision up; what was typed stays.
func (v *View) reread(m reread) tea.Cmd {
	v.edit.wait = false
	if m.err != nil {
		return views.Fail(m.err)
	}
	v.edit.body = m.body
	return views.Toast(views.Warn, text.Bodies.Changed)
}

// Leave implements views.Leaver: what was typed is kept.
func (v *View) Leave() tea.Cmd {
	if v.edit == nil {
		return nil
	}
	return v.edit.keep.Leave()
}

// Back implements views.Backer: the form is put aside once its words are kept.
func (v *View) Back() (tea.Cmd, bool) {
	if v.edit == nil {
		return nil, false
	}
	return v.edit.keep.Aside(putAside{}), true
}

func (v *View) types() *dialog.Several {
	return dialog.NewSeveral(v.env, "helps", dialog.TypesOf(v.env))
}

// hours are the hall's opening hours.
func (v *View) hours() [][2]int { return [][2]int{v.env.Settings.Open, v.env.Settings.Open2} }
