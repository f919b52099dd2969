package views

import (
	"context"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/kit/theme"
	"sizhen/views/text"
)

// Session is what a command is made with: who is signed in, at which desk, in which language.
// It is a value, copied when the command is made: signing out, or somebody else signing in,
// changes nothing for a command that is under way.
type Session struct {
	Desk         *store.Desk      // what the signed-in person can do; nil before sign-in
	Actor        hall.Actor       // the signed-in person
	Settings     hall.Settings    // the hall
	Lang         text.Lang        // the session's language
	Styles       theme.Styles     // the session's look
	Now          func() time.Time // the hall's clock, in the hall's time zone
	SaveSettings SaveSettings     // nil: none can be saved here
	SettingsFile string           // where they lie, to be shown; empty in a sample hall
	// Export writes a file for other programs and says where it lies; write is called with
	// what it is written to. It is called in a command. Nil: a sample hall leaves none behind.
	Export func(ctx context.Context, name string, write func(io.Writer) error) (path string, err error)
}

// SaveSettings writes what differs between the hall's settings as they were read and as they are to
// be, and puts it in force at a desk, which drops the draft it came from; it may take a moment, so it
// is called in a command. What others changed meanwhile stays; hall.ErrConflict where that is the same.
type SaveSettings func(ctx context.Context, d *store.Desk, draft hall.DraftID, was, now hall.Settings) error

// Say renders a message in the session's language, as it is read today.
func (s Session) Say(m text.Message) string {
	if s.Now == nil {
		return m.In(s.Lang)
	}
	return m.On(s.Today, s.Lang)
}

// Today is the hall's date.
func (s Session) Today() hall.Day { return hall.DayOf(s.Now()) }

// Calendar says on which days and at which hours the hall is open; before somebody has
// signed in only what the settings say of it.
func (s Session) Calendar() *hall.Calendar {
	if s.Desk == nil {
		return hall.NewCalendar(s.Settings, nil, nil)
	}
	return s.Desk.Calendar()
}

// Due is a day that is still to come, with the doubt that goes with it: what is due then rests on
// the holidays of its year.
func (s Session) Due(d hall.Day) text.Message {
	return text.LastOn(hall.LastDay{Day: d, Doubt: s.Calendar().On(d).Doubt})
}

// Env is a page's hold on the session. It belongs to the UI goroutine: what a page shows is
// drawn with it, and its commands are made with Do. A page shares it with the views that it
// pushes over itself.
type Env struct {
	Session
	// Ctx ends when the page is closed or the person signs out. Nil: never.
	Ctx context.Context
	// Width and Height are the cells of the screen's body, so that a key that turns a page knows
	// how long one is. Zero: not known.
	Width, Height int
	// After delivers m once d has passed. Tests deliver it when they choose.
	After func(d time.Duration, m tea.Msg) tea.Cmd
}

// Size is how many cells the body has; those of the smallest window where it is not known.
func (e *Env) Size() (w, h int) {
	if e.Width == 0 || e.Height == 0 {
		return 80, 20
	}
	return e.Width, e.Height
}

// Do makes a command that reads or writes the store. It is given the session as it is now, and
// a context that ends with the page; it must touch nothing of the view.
func (e *Env) Do(fn func(ctx context.Context, s Session) tea.Msg) tea.Cmd {
	ctx, s := e.context(), e.Session
	return func() tea.Msg { return fn(ctx, s) }
}

// Act is Do for a step that asks nothing more: it says what came of it, or why it was not taken.
func (e *Env) Act(step func(ctx context.Context, s Session) (text.Message, error)) tea.Cmd {
	return e.Do(func(ctx context.Context, s Session) tea.Msg {
		said, err := step(ctx, s)
		if err != nil {
			return FailMsg{err}
		}
		return ToastMsg{Done, said}
	})
}

// Keep is Do for what must not be lost: a command that keeps what was typed is carried to its end
// when the page is closed meanwhile.
func (e *Env) Keep(fn func(ctx context.Context, s Session) tea.Msg) tea.Cmd {
	ctx, s := context.WithoutCancel(e.context()), e.Session
	return func() tea.Msg { return fn(ctx, s) }
}

func (e *Env) context() context.Context {
	if e.Ctx == nil {
		return context.Background()
	}
	return e.Ctx
}
