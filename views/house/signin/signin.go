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
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Done says who signed in, and which wrong passwords were given on the account before.
type Done struct {
	Actor hall.Actor
	Tries hall.Tries
}

// Accounts is what sign-in needs of the store.
type Accounts interface {
	Accounts(ctx context.Context) ([]hall.StaffRow, error)
	SignIn(ctx context.Context, login, password string) (hall.Actor, error)
	Tried(ctx context.Context, id hall.StaffID) (hall.Tries, error)
	Unlock(ctx context.Context, who hall.StaffID, login, password string) (hall.Actor, error)
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
		tries hall.Tries
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
	accounts, id, login, password := v.accounts, v.chosen.ID, v.chosen.Login, v.password.Value()
	enter := accounts.SignIn
	if who := v.locked; who != nil && who.Staff == v.chosen.ID {
		enter = func(ctx context.Context, login, password string) (hall.Actor, error) {
			return accounts.Unlock(ctx, who.Staff, login, password)
		}
	}
	return v.env.Do(func(ctx context.Context, _ views.Session) tea.Msg {
		before, _ := accounts.Tried(ctx, id) // nobody is kept out because that cannot be read
		a, err := enter(ctx, login, password)
		return tried{a, before, err, strings.ContainsFunc(password, func(r rune) bool { return r > unicode.MaxASCII })}
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
	return func() tea.Msg { return Done{m.actor, m.tries} }
}
