// Package app is the running program: the root model that shows one screen at a time, takes
// keys to where they belong and answers back to whoever asked, the session with its sign-in
// and lock, and the program around it that ends without losing a word.
package app

import (
	"context"
	"io"
	"log/slog"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/theme"
)

// Options is what a session begins with.
type Options struct {
	Store *store.Store
	Actor *hall.Actor // already signed in, as in a sample hall; nil: sign in first
	Lang  text.Lang
	Look  theme.Options
	Log   *slog.Logger // unexpected errors go here; nil: nowhere
	// SaveSettings writes changed settings and puts them in force.
	SaveSettings func(context.Context, hall.Settings) error
	SettingsFile string // where they lie, to be shown; empty in a sample hall
	// Export writes a file for other programs; nil in a sample hall.
	Export func(ctx context.Context, name string, write func(io.Writer) error) (string, error)
	// After delivers a message later; nil: by the system's timer.
	After func(d time.Duration, m tea.Msg) tea.Cmd
	// Only shows one screen and nothing else, without a store: the set-up.
	Only func(*views.Env) views.View
	// Screens stand in for the program's own, in tests.
	Screens map[views.Screen]func(*views.Env, views.Route) views.View
	// Settings and Now stand in for the store's when Only is set.
	Settings hall.Settings
	Now      func() time.Time
}

// page is a screen that was opened.
type page struct {
	id      uint64
	owner   uint64 // of a view pushed over another: the page that takes its answer; 0: a screen
	route   views.Route
	view    views.View
	env     *views.Env // this page's own, shared with what it pushes over itself
	end     func()     // ends the context of its commands
	loading bool       // a Load is under way
	again   bool       // and what it reads has changed meanwhile
	stale   bool       // something changed while another screen was in front
}

// layer is a dialog over a page.
type layer struct {
	id     uint64
	owner  uint64
	dialog views.Dialog
	ours   bool // the root's own: help, palette
}

// Model is the root. It knows no business of the hall: only screens, dialogs, keys.
type Model struct {
	o       Options
	env     *views.Env
	screens map[views.Screen]func(*views.Env, views.Route) views.View
	w, h    int
	nextID  uint64
	pages   []*page // the last one is in front
	layers  []*layer
	cover   *page // sign-in or lock; hides everything
	locked  bool  // the cover is a lock: what is behind it stays
	leaving *leaving
	waiting []func() tea.Cmd // what came while leaving
	toast   toast
	behind  *toast // said by what is covered; shown once it is uncovered
	ending  ending
	lastKey time.Time
	typing  bool // the last frame had a cursor: nothing may repaint by itself
	faults  int
	result  any // of a program that shows one screen only
}

// New makes the root of a session.
func New(o Options) *Model {
	if o.After == nil {
		o.After = func(d time.Duration, m tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return m })
		}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Screens == nil {
		o.Screens = screens()
	}
	m := &Model{o: o, w: 80, h: 24, screens: o.Screens}
	m.env = &views.Env{Session: views.Session{Lang: o.Lang, Settings: o.Settings, Now: o.Now, SaveSettings: o.SaveSettings, SettingsFile: o.SettingsFile, Export: o.Export}, After: o.After}
	if o.Store != nil {
		m.env.Now = o.Store.Now
		m.env.Settings = o.Store.Settings()
	}
	m.dress()
	m.lastKey = m.env.Now()
	return m
}

// dress makes the look of the terminal's kind and the hall's settings.
func (m *Model) dress() {
	look := m.o.Look
	look.Plain = look.Plain || m.env.Settings.Plain
	m.env.Styles = theme.New(look)
}

// share tells the open pages what changed in the session: its look, its language, the settings.
func (m *Model) share() {
	for _, p := range append(slices.Clone(m.pages), m.cover) {
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
		return m.load(p)
	case m.o.Actor != nil:
		return tea.Batch(m.begin(*m.o.Actor), m.tick())
	}
	return tea.Batch(m.signIn(), m.tick())
}

// begin starts a signed-in person's session at the board.
func (m *Model) begin(a hall.Actor) tea.Cmd {
	m.env.Actor, m.env.Desk = a, m.o.Store.Desk(a)
	m.forget()
	return m.open(views.Route{Screen: views.Board})
}

// forget lets go of every screen and what was to be done with it.
func (m *Model) forget() {
	for _, p := range m.pages {
		p.close()
	}
	m.pages, m.layers, m.cover, m.locked = nil, nil, nil, false
	m.leaving, m.waiting, m.behind = nil, nil, nil
	m.toast.text = text.Message{}
}

// Update implements tea.Model.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if m.o.Store != nil {
		plain := m.env.Settings.Plain
		if m.env.Settings = m.o.Store.Settings(); m.env.Settings.Plain != plain {
			m.dress()
		}
		m.share()
	}
	return m, m.update(msg)
}

func (m *Model) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		m.share()
		return nil
	case tea.KeyPressMsg, tea.PasteMsg:
		return m.input(msg)
	case reply:
		return m.answer(msg)
	case Changed:
		return m.changed()
	case ticked:
		return m.ticked()
	case toastOver:
		m.toast.over(msg)
		return nil
	case Stop:
		m.ending.forced = true
		return m.stop()
	case endNow:
		return m.endNow()
	}
	return nil
}

// Changed says that something in the store was changed.
type Changed struct{}

// changed has the screen in front read again; those behind it when they come to the front.
func (m *Model) changed() tea.Cmd {
	for _, p := range m.pages {
		p.stale = true
	}
	var cmds []tea.Cmd
	if m.cover != nil { // an account may be new
		cmds = append(cmds, m.load(m.cover))
	}
	if p := m.front(); p != nil {
		cmds = append(cmds, m.load(p))
	}
	return tea.Batch(cmds...)
}

// front is the page that keys go to, covered or not; nil before sign-in.
func (m *Model) front() *page {
	if len(m.pages) == 0 {
		return nil
	}
	return m.pages[len(m.pages)-1]
}

type ticked struct{}

const tickEvery = 30 * time.Second

func (m *Model) tick() tea.Cmd { return m.o.After(tickEvery, ticked{}) }

// ticked lets waiting times grow and the idle screen be covered. While somebody types
// nothing is drawn anew: an input method would lose its window.
func (m *Model) ticked() tea.Cmd {
	cmds := []tea.Cmd{m.tick()}
	idle := time.Duration(m.env.Settings.IdleLock) * time.Minute
	if idle > 0 && !m.env.Settings.Demo && m.cover == nil && m.env.Desk != nil && m.env.Now().Sub(m.lastKey) >= idle {
		cmds = append(cmds, m.lock())
	} else if p := m.front(); p != nil && !m.typing {
		cmds = append(cmds, m.load(p))
	}
	return tea.Batch(cmds...)
}
