// Package app is the running program: the root model that shows one screen at a time, takes
// keys to where they belong and answers back to whoever asked, the session with its sign-in
// and lock, and the program around it that ends without losing a word.
package app

import (
	"cmp"
	"context"
	"io"
	"log/slog"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/theme"
	"sizhen/views/text"
)

// Options is what a session begins with.
type Options struct {
	Store  *store.Store
	Actor  *hall.Actor  // already signed in, as in a sample hall; nil: sign in first
	Hello  text.Message // said first to who is signed in already
	Warn   text.Message // what the store was opened with: said at once, and again to whoever is first to sign in
	Damage text.Message // what is wrong in the store: said at sign-in and on the board as long as the program runs
	Sample bool         // made-up people are in it, which every screen says
	Lang   text.Lang
	Look   theme.Options
	// AskGround asks the terminal whether its background is dark or light.
	AskGround    bool
	Ground       Ground             // what is known of it before
	Log          *slog.Logger       // unexpected errors go here; nil: nowhere
	SaveSettings views.SaveSettings // nil: none can be saved
	SettingsFile string             // where they lie, to be shown; empty in a sample hall
	// Export writes a file for other programs; nil in a sample hall.
	Export func(ctx context.Context, name string, write func(io.Writer) error) (string, error)
	// Rescue writes a copy of the whole store where it lay, when it was moved or removed under the
	// program, with what stands in the open forms, and says where the copy is; nil: there is nothing to save.
	Rescue func(context.Context, Unkept) (string, error)
	// Ended is told what stands in the open forms and is not kept when the session ends; may be nil.
	Ended func(Unkept)
	// After delivers a message later; nil: by the system's timer.
	After func(d time.Duration, m tea.Msg) tea.Cmd
	// Mono is a clock that nobody can set; nil: the system's.
	Mono func() time.Time
	// Only shows one screen and nothing else, without a store: the set-up.
	Only func(*views.Env) views.View
	// Screens stand in for the program's own, in tests.
	Screens map[views.Screen]func(*views.Env, views.Route) views.View
	// Settings and Now stand in for the store's when Only is set.
	Settings hall.Settings
	Now      func() time.Time
}

// Model is the root. It knows no business of the hall: only screens, dialogs, keys.
type Model struct {
	o       Options
	env     *views.Env
	screens map[views.Screen]func(*views.Env, views.Route) views.View
	w, h    int
	look    theme.Options // in which the styles were made
	heard   Ground        // what the terminal said that its background is
	asked   bool          // it was asked and has not answered yet
	nextID  uint64
	pages   []*page   // the one stack; the last one is in front
	parked  []*page   // screens left half typed, each with what was pushed over it
	inputs  uint64    // how many keys and pastes came
	cause   cause     // of what is being worked on
	held    []tea.Msg // keys that wait for what the one before them asked for
	work    *work     // what that is
	askedAt time.Time
	cover   *page // sign-in or lock; hides everything
	locked  bool  // the cover is a lock: what is behind it stays
	unkept  bool  // something behind the lock could not be kept: only who typed it may uncover it
	leaving *leaving
	waiting []func() tea.Cmd // what came while leaving
	toast   toast
	behind  *toast // said by what is covered; shown once it is uncovered
	ending  ending
	lastKey time.Time // by the clock that nobody sets
	keyAt   time.Time // by the hall's
	opened  time.Time // when the page in front was pushed, or a key last came too early for it
	typing  bool      // the last frame had a cursor: nothing may repaint by itself
	faults  int
	lost    bool // the store's file is not where it was opened
	result  any  // of a program that shows one screen only
}

// New makes the root of a session.
func New(o Options) *Model {
	if o.After == nil {
		o.After = func(d time.Duration, m tea.Msg) tea.Cmd {
			return func() tea.Msg { return Timer{Due: d, Msg: m} }
		}
	}
	if o.Mono == nil {
		o.Mono = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Screens == nil {
		o.Screens = screens()
	}
	m := &Model{o: o, w: 80, h: 24, screens: o.Screens}
	m.env = &views.Env{Session: views.Session{Lang: o.Lang, Settings: o.Settings, Now: o.Now, SaveSettings: o.SaveSettings, SettingsFile: o.SettingsFile,
		Export: o.Export}}
	m.env.After = m.later
	if o.Store != nil {
		m.env.Now = o.Store.Now
		m.env.Settings = o.Store.Settings()
	}
	m.dress()
	m.awake()
	return m
}

// dress makes the look of the terminal's kind and the hall's settings.
func (m *Model) dress() {
	m.look = m.wanted()
	m.env.Styles = theme.New(m.look)
}

// wanted is the look that the terminal has, unless the settings say otherwise.
func (m *Model) wanted() theme.Options {
	look, s := m.o.Look, m.env.Settings
	look.Plain, look.Contrast, look.Roomy = look.Plain || s.Plain, look.Contrast || s.Contrast, look.Roomy || s.Roomy
	known := m.o.Ground
	look.Light = look.Light || cmp.Or(m.heard, known) == LightGround
	look.Unsure = m.o.AskGround && (cmp.Or(m.heard, known) == 0 || m.heard != 0 && known != 0 && m.heard != known)
	if s.Palette != hall.PaletteAuto {
		look.Light, look.Unsure = s.Palette == hall.PaletteLight, false
	}
	if s.Colours != hall.ColoursAuto {
		look.Depth = theme.Depth(s.Colours - hall.ColoursTrue)
	}
	return look
}

// Ground is what a terminal's background is.
type Ground uint8

// What it can be; zero: nobody knows.
const (
	DarkGround Ground = 1 + iota
	LightGround
)

// patience is how long the terminal may take to say what its background is. Nothing is shown
// before: a screen that turns from dark to light looks like a fault.
const patience = 100 * time.Millisecond

// unanswered says that the terminal did not tell: it is taken for a dark one.
type unanswered struct{}

// ask asks the terminal for its background, where it matters.
func (m *Model) ask() tea.Cmd {
	if !m.o.AskGround || m.env.Settings.Palette != hall.PaletteAuto || m.look.Depth == theme.NoColor {
		return nil
	}
	m.asked = true
	return tea.Batch(tea.RequestBackgroundColor, m.o.After(patience, unanswered{}))
}

func (m *Model) mono() time.Time { return m.o.Mono() }

// awake says that somebody is there.
func (m *Model) awake() { m.lastKey, m.keyAt = m.mono(), m.env.Now() }

// idle is how long nobody has been there. The clock on the wall counts too: a computer that
// slept has been alone as long.
func (m *Model) idle() time.Duration {
	return max(m.mono().Sub(m.lastKey), m.env.Now().Sub(m.keyAt))
}

// share tells the open pages what changed in the session: its look, its language, the settings.
func (m *Model) share() {
	for _, p := range slices.Concat(m.pages, m.parked, []*page{m.cover}) {
		if p != nil && p.env != nil {
			p.env.Session, p.env.Width, p.env.Height = m.env.Session, m.w, m.h-frameLines
		}
	}
}

// Result is what a program that shows one screen only ended with.
func (m *Model) Result() any { return m.result }

// Init implements tea.Model.
func (m *Model) Init() tea.Cmd {
	switch {
	case m.o.Only != nil:
		p := m.newPage(views.Route{}, m.o.Only)
		m.pages = []*page{p}
		return tea.Batch(m.load(p), m.ask())
	case m.o.Actor != nil:
		cmds := []tea.Cmd{m.begin(*m.o.Actor), m.tick(), m.ask()}
		if !m.o.Hello.IsZero() {
			cmds = append(cmds, m.say(views.Done, m.o.Hello))
		}
		return tea.Batch(cmds...)
	}
	cmds := []tea.Cmd{m.signIn(), m.tick(), m.ask()}
	if !m.o.Warn.IsZero() {
		cmds = append(cmds, m.say(views.Warn, m.o.Warn))
	}
	return tea.Batch(cmds...)
}

// begin starts a signed-in person's session at the board.
func (m *Model) begin(a hall.Actor) tea.Cmd {
	m.env.Actor, m.env.Desk = a, m.o.Store.Desk(a)
	m.forget()
	cmd := m.open(views.Route{Screen: views.Board})
	if warn := m.o.Warn; !warn.IsZero() {
		m.o.Warn = text.Message{}
		return tea.Batch(cmd, m.say(views.Warn, warn))
	}
	return cmd
}

// Update implements tea.Model.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if m.o.Store != nil {
		if m.env.Settings = m.o.Store.Settings(); m.wanted() != m.look {
			m.dress()
		}
		m.share()
	}
	cmd := m.update(msg)
	m.outlived()
	return m, cmd
}

func (m *Model) update(msg tea.Msg) tea.Cmd {
	m.cause = cause{at: m.inputs, itself: true, who: m.env.Actor}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		m.share()
		return nil
	case tea.KeyPressMsg, tea.PasteMsg:
		return m.input(msg)
	case reply:
		return tea.Batch(m.answer(msg), m.release())
	case heldLong:
		return m.release()
	case Changed:
		return m.changed(msg)
	case tookOver:
		return m.tookOver(msg)
	case tea.BackgroundColorMsg:
		m.asked, m.heard = false, LightGround
		if msg.IsDark() {
			m.heard = DarkGround
		}
		m.dress()
		m.share()
		return nil
	case unanswered:
		m.asked = false
		return nil
	case ticked:
		return m.ticked()
	case toastOver:
		m.toast.over(msg)
		return nil
	case looked:
		return m.looked(msg)
	case rescued:
		return m.rescued(msg)
	case Stop:
		m.ending.forced = true
		return m.stop()
	case endNow:
		return m.endNow()
	}
	return nil
}

// Changed says what was changed in the store; a zero one, that something was.
type Changed struct{ hall.Changed }

// touches reports whether a view shows what was changed.
func (c Changed) touches(v views.View) bool {
	if r, ok := v.(views.Reader); ok {
		topics := r.Topics()
		return topics == nil && !c.only(hall.OfNone) || c.Any(topics...)
	}
	return !c.only(hall.OfNone, hall.OfDraft)
}

// only reports whether nothing but some kinds was written.
func (c Changed) only(of ...hall.Record) bool {
	for k := range c.Kinds {
		if !slices.Contains(of, k) {
			return false
		}
	}
	return len(c.Kinds) > 0
}

// changed has what is in sight read again; what lies behind it when it comes to the front.
func (m *Model) changed(c Changed) tea.Cmd {
	var cmds []tea.Cmd
	if c.Any(hall.OfStaff) && m.env.Desk != nil {
		cmds = append(cmds, m.takeOver(0, nil))
	}
	for _, p := range slices.Concat(m.pages, m.parked) {
		p.stale = p.stale || c.touches(p.view)
	}
	if m.cover != nil && c.touches(m.cover.view) { // an account may be new
		cmds = append(cmds, m.load(m.cover))
	}
	if len(m.pages) > 0 {
		if p := m.pages[m.bare()]; p.stale {
			cmds = append(cmds, m.load(p))
		}
	}
	return tea.Batch(cmds...)
}

type ticked struct{}

const tickEvery = 30 * time.Second

func (m *Model) tick() tea.Cmd { return m.o.After(tickEvery, ticked{}) }

// ticked lets waiting times grow and the idle screen be covered. While somebody types
// nothing is drawn anew: an input method would lose its window.
func (m *Model) ticked() tea.Cmd {
	cmds := []tea.Cmd{m.tick(), m.lookAfter()}
	most := time.Duration(m.env.Settings.IdleLock) * time.Minute
	if most > 0 && !m.env.Settings.Demo && m.cover == nil && m.env.Desk != nil && m.idle() >= most {
		cmds = append(cmds, m.lock(true))
	} else if len(m.pages) > 0 && !m.typing {
		cmds = append(cmds, m.load(m.pages[m.bare()]))
	}
	return tea.Batch(cmds...)
}
