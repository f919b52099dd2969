// Package signin is where somebody says who he is, and the lock that covers a screen until
// its person is back.
package signin

import (
	"context"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Done says who signed in.
type Done struct{ Actor hall.Actor }

// Accounts is what sign-in needs of the store.
type Accounts interface {
	Accounts(ctx context.Context) ([]hall.StaffRow, error)
	SignIn(ctx context.Context, login, password string) (hall.Actor, error)
	Glance(ctx context.Context) (hall.Glance, error)
}

type (
	loaded struct {
		rows  []hall.StaffRow
		today hall.Glance
		err   error
	}
	tried struct {
		actor hall.Actor
		err   error
		wide  bool // what was typed holds Chinese: the input method was on
	}
)

// View is the sign-in screen.
type View struct {
	env      *views.Env
	accounts Accounts
	locked   *hall.Actor // who was here before the lock; nil at the first sign-in
	alone    bool        // it locked itself: nobody had been there for long
	toggle   func()      // changes the language
	rows     []hall.StaffRow
	today    hall.Glance // what anybody may see of the day
	read     bool
	cursor   int
	chosen   *hall.StaffRow
	password widget.Field
	trying   bool
	said     text.Message
}

// New makes the screen.
func New(env *views.Env, a Accounts, toggle func()) *View {
	v := &View{env: env, accounts: a, toggle: toggle, password: widget.NewField(100)}
	v.password.Mask = true
	return v
}

// Locked makes the lock over a person's screen; alone says that it came down by itself.
func Locked(env *views.Env, a Accounts, toggle func(), who hall.Actor, alone bool) *View {
	v := New(env, a, toggle)
	v.locked, v.alone = &who, alone
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message {
	if v.locked != nil {
		return text.SignIn.Locked
	}
	return text.SignIn.Title
}

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	return func() tea.Msg {
		rows, err := v.accounts.Accounts(context.Background())
		if err != nil {
			return loaded{err: err}
		}
		today, err := v.accounts.Glance(context.Background())
		return loaded{rows, today, err}
	}
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		return v.show(m)
	case tried:
		return v.answer(m)
	case tea.KeyPressMsg:
		if m.Keystroke() == "ctrl+t" {
			v.toggle()
			return nil
		}
		if v.chosen == nil {
			return v.pick(m)
		}
		switch m.Keystroke() {
		case "enter":
			return v.try()
		case "esc":
			v.choose(nil)
			return nil
		}
	}
	if v.chosen != nil && !v.trying {
		v.password.Update(msg)
	}
	return nil
}

func (v *View) show(m loaded) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	first := !v.read
	v.rows, v.today, v.read = m.rows, m.today, true
	v.cursor = max(min(v.cursor, len(v.rows)-1), 0)
	if !first {
		return nil // an account is new: whoever is choosing, or typing, goes on
	}
	if v.locked != nil {
		for i, r := range v.rows {
			if r.ID == v.locked.Staff {
				v.cursor = i
				v.choose(&v.rows[i])
			}
		}
	} else if len(v.rows) == 1 {
		v.choose(&v.rows[0])
	}
	return nil
}

func (v *View) choose(r *hall.StaffRow) {
	v.chosen, v.said = r, text.Message{}
	v.password.Set("")
}

func (v *View) pick(k tea.KeyPressMsg) tea.Cmd {
	switch k.Keystroke() {
	case "up":
		v.cursor = max(v.cursor-1, 0)
	case "down":
		v.cursor = min(v.cursor+1, max(len(v.rows)-1, 0))
	case "pgup":
		v.cursor = max(v.cursor-10, 0)
	case "pgdown":
		v.cursor = min(v.cursor+10, max(len(v.rows)-1, 0))
	case "enter":
		if v.cursor < len(v.rows) {
			v.choose(&v.rows[v.cursor])
		}
	default:
		if i, ok := widget.Numbered(k.Text, len(v.rows)); ok {
			v.cursor = i
			v.choose(&v.rows[i])
		}
	}
	return nil
}

func (v *View) try() tea.Cmd {
	if v.trying {
		return nil
	}
	if v.password.Value() == "" { // no try: it would count as a wrong one and slow the next down
		v.said = text.SignIn.HintPassword
		return nil
	}
	v.trying = true
	login, password := v.chosen.Login, v.password.Value()
	return func() tea.Msg {
		a, err := v.accounts.SignIn(context.Background(), login, password)
		return tried{a, err, strings.ContainsFunc(password, func(r rune) bool { return r > unicode.MaxASCII })}
	}
}

func (v *View) answer(m tried) tea.Cmd {
	v.trying = false
	v.password.Set("")
	if m.err != nil {
		if !text.Known(m.err) {
			return views.Fail(m.err)
		}
		v.said = text.Err(m.err)
		if e, ok := m.err.(*hall.Error); ok && e.Code == hall.ErrSignIn {
			v.said = text.SignIn.Wrong
			if m.wide {
				v.said = text.SignIn.WrongWide
			}
		}
		return nil
	}
	return func() tea.Msg { return Done{m.actor} }
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	st, say := v.env.Styles, v.env.Say
	inner := 44
	var lines []string
	var cursor *views.Point
	if v.locked != nil {
		why := text.SignIn.LockedBy
		if v.alone {
			why = text.SignIn.LockedIdle.With("n", v.env.Settings.IdleLock)
		}
		lines = append(lines, widget.Wrap(say(why.With("name", v.locked.Name)), inner)...)
		lines = append(lines, "")
	}
	if v.chosen != nil {
		label := say(text.SignIn.Password) + "  "
		lw := widget.Width(label)
		lines = append(lines, st.Title.Render(v.chosen.Name)+"  "+st.Muted.Render(say(text.RoleShort(v.chosen.Roles))), "")
		line, cx := v.password.Draw(inner-lw, true, st)
		cursor = &views.Point{X: lw + cx, Y: len(lines)}
		lines = append(lines, label+line, "")
		for _, l := range widget.Wrap(say(v.said), inner) {
			lines = append(lines, st.Danger.Render(l))
		}
	} else {
		lines = append(lines, st.Title.Render(say(text.SignIn.Who)), "")
		lines = append(lines, v.list(inner, max(h-10-len(lines), 3))...)
	}
	if v.read {
		lines = append(lines, "")
		for _, l := range widget.Wrap(say(text.Glance(v.today)), inner) {
			lines = append(lines, st.Muted.Render(l))
		}
	}
	box := views.Frame{Lines: widget.Frame(st, v.env.Settings.Name, lines, inner+4)}
	if cursor != nil {
		box.Cursor = &views.Point{X: cursor.X + 2, Y: cursor.Y + 1}
	}
	return views.NewFrame(w, h, nil).Over(box, (w-inner-4)/2, max((h-len(box.Lines))/3, 0))
}

func (v *View) list(w, h int) []string {
	st := v.env.Styles
	if len(v.rows) == 0 {
		if !v.read {
			return nil
		}
		return []string{st.Muted.Render(v.env.Say(text.SignIn.None))}
	}
	var out []string
	top := max(min(v.cursor-h+1, len(v.rows)-h), 0)
	for i := top; i < len(v.rows) && i < top+h; i++ {
		num := widget.Digit(i) + " "
		mark, style := "  ", st.Text
		if i == v.cursor {
			mark, style = st.Marks.Cursor+" ", st.Selected
		}
		role := v.env.Say(text.RoleShort(v.rows[i].Roles))
		name := widget.Pad(mark+num+widget.Cut(v.rows[i].Name, w/2-6, st.Marks.More), w/2)
		out = append(out, style.Render(widget.Pad(name+widget.Cut(role, w/2, st.Marks.More), w)))
	}
	return out
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	out := []views.Action{{Key: views.Key("↑↓", "up", "down"), Name: text.SignIn.Pick}}
	if v.chosen != nil {
		out = []views.Action{
			{Key: views.Key("Enter", "enter"), Name: text.SignIn.Enter}, {Key: views.Key("Esc", "esc"), Name: text.SignIn.Back},
		}
	}
	out = append(out, views.Action{Key: views.Key("Ctrl-T", "ctrl+t"), Name: text.SignIn.Language})
	if v.locked == nil {
		out = append(out, views.Action{Key: views.Key("Ctrl-C", "ctrl+c"), Name: text.Root.Quit})
	}
	return out
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	if v.chosen != nil {
		return text.SignIn.HintPassword
	}
	return text.SignIn.HintPick
}
