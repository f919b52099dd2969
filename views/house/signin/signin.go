// Package signin is where somebody says who he is, and the lock that covers a screen until
// its person is back.
package signin

import (
	"context"
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
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
	cursor   int          // among those that fit what is typed
	find     widget.Field // of a name; typing finds
	finding  bool         // the name field takes what is typed; on the lock the password does, until somebody asks for it
	chosen   *hall.StaffRow
	password widget.Field
	trying   bool
	said     text.Message
}

// New makes the screen.
func New(env *views.Env, a Accounts, toggle func()) *View {
	v := &View{env: env, accounts: a, toggle: toggle, finding: true, password: widget.NewField(100), find: widget.NewField(20)}
	v.find.Placeholder = env.Say(findHint)
	v.password.Mask = true
	return v
}

// Locked makes the lock over a person's screen; alone says that it came down by itself.
func Locked(env *views.Env, a Accounts, toggle func(), who hall.Actor, alone bool) *View {
	v := New(env, a, toggle)
	v.locked, v.alone, v.finding = &who, alone, false
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
	accounts := v.accounts
	return v.env.Do(func(ctx context.Context, _ views.Session) tea.Msg {
		rows, err := accounts.Accounts(ctx)
		if err != nil {
			return loaded{err: err}
		}
		today, err := accounts.Glance(ctx)
		return loaded{rows, today, err}
	})
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
			v.find.Placeholder = v.env.Say(findHint)
			return nil
		}
		if v.chosen == nil {
			v.pick(m)
			return nil
		}
		switch m.Keystroke() {
		case "enter":
			return v.try()
		case "esc":
			v.choose(nil)
			return nil
		}
	}
	switch {
	case v.chosen == nil:
		v.typed(msg)
	case !v.trying:
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
	v.cursor = max(min(v.cursor, len(v.fit())-1), 0)
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

// fit are the accounts whose name, initials or sign-in name begin with or hold what is typed.
func (v *View) fit() []hall.StaffRow {
	q := strings.ToLower(strings.TrimSpace(v.find.Value()))
	if q == "" {
		return v.rows
	}
	var out []hall.StaffRow
	for _, r := range v.rows {
		starts := func(initials string) bool { return strings.HasPrefix(initials, q) }
		if strings.Contains(r.Name, q) || strings.HasPrefix(strings.ToLower(r.Login), q) || slices.ContainsFunc(pinyin.Initials(r.Name), starts) {
			out = append(out, r)
		}
	}
	return out
}

// numbered reports whether a digit chooses an account.
func (v *View) numbered() bool { return v.finding && v.find.Value() == "" }

// pick takes a key where an account is chosen: a digit chooses while nothing is typed, unless what is
// typed is a password.
func (v *View) pick(k tea.KeyPressMsg) {
	rows := v.fit()
	if v.numbered() {
		if i, ok := widget.Numbered(k.Text, len(rows)); ok {
			v.cursor = i
			v.take(rows[i])
			return
		}
	}
	switch k.Keystroke() {
	case "up":
		v.cursor--
	case "down":
		v.cursor++
	case "pgup":
		v.cursor -= 10
	case "pgdown":
		v.cursor += 10
	case "esc":
		v.find.Set("")
		v.finding = v.locked == nil
	case "tab":
		v.finding = true
	case "enter":
		if v.cursor < len(rows) {
			v.take(rows[v.cursor])
		}
		return
	default:
		v.typed(k)
		return
	}
	v.cursor = max(min(v.cursor, len(v.fit())-1), 0)
}

// typed finds by what is typed; the cursor stands on the first that fits. Who comes back to a locked
// screen types the password without looking: it is taken as one, of the account under the cursor.
func (v *View) typed(msg tea.Msg) {
	if !v.finding {
		if rows := v.fit(); v.cursor < len(rows) && widget.IsText(msg) {
			v.take(rows[v.cursor])
			v.password.Update(msg)
		}
		return
	}
	if _, changed := v.find.Update(msg); changed {
		v.cursor = 0
	}
}

func (v *View) take(r hall.StaffRow) {
	v.find.Set("")
	v.cursor = max(slices.IndexFunc(v.rows, func(o hall.StaffRow) bool { return o.ID == r.ID }), 0)
	v.choose(&r)
}

func (v *View) try() tea.Cmd {
	if v.trying {
		return nil
	}
	if v.password.Value() == "" { // no try: it would count as a wrong one and slow the next down
		v.said = hintPassword
		return nil
	}
	v.trying = true
	accounts, login, password := v.accounts, v.chosen.Login, v.password.Value()
	return v.env.Do(func(ctx context.Context, _ views.Session) tea.Msg {
		a, err := accounts.SignIn(ctx, login, password)
		return tried{a, err, strings.ContainsFunc(password, func(r rune) bool { return r > unicode.MaxASCII })}
	})
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
			v.said = wrongWord
			if m.wide {
				v.said = wrongWide
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
		why := lockedBy
		if v.alone {
			why = lockedIdle.With("n", v.env.Settings.IdleLock)
		}
		lines = append(lines, widget.Wrap(say(why.With("name", v.locked.Name)), inner)...)
		lines = append(lines, "")
	}
	var day []string
	for _, l := range widget.Wrap(say(text.Glance(v.today)), inner) {
		day = append(day, st.Muted.Render(l))
	}
	if v.chosen != nil {
		label := say(passwordWord) + "  "
		lw := widget.Width(label)
		lines = append(lines, st.Title.Render(v.chosen.Name)+"  "+st.Muted.Render(say(text.RoleShort(v.chosen.Roles))), "")
		line, cx := v.password.Draw(inner-lw, true, st)
		cursor = &views.Point{X: lw + cx, Y: len(lines)}
		lines = append(lines, label+line)
		lines = append(append(lines, v.sample(inner)...), "")
		for _, l := range widget.Wrap(say(v.said), inner) {
			lines = append(lines, st.Danger.Render(l))
		}
	} else {
		line, cx := v.find.Draw(inner, true, st)
		if lines = append(lines, st.Title.Render(say(whoWord))); v.finding {
			cursor = &views.Point{X: cx, Y: len(lines)}
		} else {
			line = st.Muted.Render(say(findHow))
		}
		lines = append(lines, line)
		const around = 3 // the box's border, and the blank line above the day
		lines = append(lines, v.list(inner, max(h-around-len(lines)-len(day), 3))...)
	}
	if v.read {
		lines = append(append(lines, ""), day...)
	}
	box := views.Frame{Lines: widget.Frame(st, v.env.Settings.Name, lines, inner+4)}
	if cursor != nil {
		box.Cursor = &views.Point{X: cursor.X + 2, Y: cursor.Y + 1}
	}
	return views.NewFrame(w, h, nil).Over(box, (w-inner-4)/2, max((h-len(box.Lines))/3, 0))
}

// sample says the password of a sample hall's accounts: there is nothing to be kept secret.
func (v *View) sample(w int) []string {
	if !v.env.Settings.Demo {
		return nil
	}
	var out []string
	for _, l := range widget.Wrap(v.env.Say(samplePassword.With("password", hall.SamplePassword)), w) {
		out = append(out, v.env.Styles.Muted.Render(l))
	}
	return out
}

func (v *View) list(w, h int) []string {
	st := v.env.Styles
	if len(v.rows) == 0 {
		if !v.read {
			return nil
		}
		return []string{st.Muted.Render(v.env.Say(none))}
	}
	rows := v.fit()
	if len(rows) == 0 {
		return []string{st.Muted.Render(v.env.Say(foundNone))}
	}
	var out []string
	const head, gap = 4, 2 // the mark and the digit, and what stands before the roles
	names := 0
	for _, r := range rows {
		names = max(names, widget.Width(r.Name))
	}
	names = min(names, w/2-head-gap) + head + gap // roles have what names leave
	first, shown := widget.Window(len(rows), v.cursor, 0, h)
	for i := first; i < first+shown; i++ {
		num := "  "
		if v.numbered() {
			num = widget.Digit(i) + " "
		}
		mark, style := "  ", st.Text
		if i == v.cursor {
			mark, style = st.Marks.Cursor+" ", st.Selected
		}
		role := v.env.Say(text.RoleShort(rows[i].Roles))
		name := widget.Pad(mark+num+widget.Cut(rows[i].Name, names-head-gap, st.Marks.More), names)
		out = append(out, style.Render(widget.Pad(name+widget.Cut(role, w-names, st.Marks.More), w)))
	}
	if shown < len(rows) {
		out = append(out, "  "+st.Muted.Render(menu.Rest(v.env)(first, len(rows)-first-shown)))
	}
	return out
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	out := []views.Action{{Key: views.Key("↑↓", "up", "down"), Name: pickWord}}
	if !v.finding {
		out = append(out, views.Action{Key: views.Key("Tab", "tab"), Name: findKey})
	}
	if v.chosen != nil {
		out = []views.Action{
			{Key: views.Key("Enter", "enter"), Name: enter}, {Key: views.Key("Esc", "esc"), Name: backWord},
		}
	}
	out = append(out, views.Action{Key: views.Key("Ctrl-T", "ctrl+t"), Name: languageWord})
	if v.locked == nil && !v.env.Settings.Kiosk {
		out = append(out, views.Action{Key: views.Key("Ctrl-C", "ctrl+c"), Name: text.Root.Quit})
	}
	return out
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	if v.chosen != nil {
		return hintPassword
	}
	switch {
	case !v.finding:
		return hintArrows
	case !v.numbered():
		return hintFound
	}
	return hintPick
}
