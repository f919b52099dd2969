package app_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// sheet is a screen with one field that is kept, whose store answers as the test says.
type sheet struct {
	env    *views.Env
	route  views.Route
	number int // how many sheets were opened before
	house  *house
	field  widget.Field
	open   bool // the field has focus
	seen   int  // what the last load read
	heard  string
}

// house is what stands behind the sheets: how slow and how sound its store is.
type house struct {
	mu       sync.Mutex
	opened   int
	loads    int
	value    int
	kept     []string
	loadTime time.Duration
	keepTime time.Duration
	keepErr  error
	late     time.Duration
}

func (h *house) set(v int) { h.mu.Lock(); defer h.mu.Unlock(); h.value = v }

func (h *house) get() int { h.mu.Lock(); defer h.mu.Unlock(); return h.value }

type (
	loaded struct{ value int }
	said   struct{ what string }
	saved  struct{ err error }
)

// Failed makes a screen stay whose words could not be kept.
func (s saved) Failed() bool { return s.err != nil }

func (s *sheet) Title() text.Message {
	return text.Raw(fmt.Sprintf("%s-%d #%d", s.route.Screen, s.route.Case, s.number))
}
func (s *sheet) Hint() text.Message { return text.Raw("提示") }

func (s *sheet) Load() tea.Cmd {
	h := s.house
	h.loads++
	value := h.get()
	if h.loadTime > 0 {
		return s.env.After(h.loadTime, loaded{value})
	}
	return func() tea.Msg { return loaded{value} }
}

func (s *sheet) Leave() tea.Cmd {
	h, words := s.house, s.field.Value()
	if words == "" {
		return nil
	}
	done := func() tea.Msg {
		if h.keepErr == nil {
			h.kept = append(h.kept, words)
		}
		return saved{h.keepErr}
	}
	if h.keepTime > 0 {
		return s.env.After(h.keepTime, done())
	}
	return tea.Batch(done, func() tea.Msg { return nil }) // more than one thing is kept
}

func (s *sheet) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		s.seen = m.value
	case form.Saved[string]:
		return s.Update(said{"填了" + m.Value})
	case said:
		s.heard = m.what
	case saved:
		if m.err != nil {
			return views.Fail(m.err)
		}
	default:
		if s.open {
			s.field.Update(msg)
		}
	}
	return nil
}

func (s *sheet) Draw(w, h int) views.Frame {
	line, x := s.field.Draw(20, s.open, s.env.Styles)
	f := views.NewFrame(w, h, []string{fmt.Sprintf("值 %d 听到 %s", s.seen, s.heard), line})
	if s.open {
		f.Cursor = &views.Point{X: x, Y: 1}
	}
	return f
}

func (s *sheet) Actions() []views.Action {
	run := func(key string, cmd func() tea.Cmd) views.Action {
		return views.Action{Key: views.Key(key, key), Name: text.Raw(key), Run: cmd}
	}
	return []views.Action{
		run("ctrl+n", func() tea.Cmd { s.open = !s.open; return nil }),
		run("ctrl+o", func() tea.Cmd { return s.env.After(s.house.late, said{"迟到"}) }),
		run("ctrl+t", func() tea.Cmd { return views.Toast(views.Done, text.Raw("办好了 章雪琴")) }),
		run("ctrl+u", func() tea.Cmd { return views.Toast(views.Done, text.Raw("又办好了")) }),
		run("ctrl+e", func() tea.Cmd { return func() tea.Msg { panic("坏了") } }),
		run("ctrl+g", func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: s.route.Case + 1}) }),
		run("ctrl+r", func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: s.route.Case - 1}) }),
		run("ctrl+b", func() tea.Cmd { return s.env.After(s.house.late, views.BackMsg{}) }),
		run("ctrl+w", func() tea.Cmd {
			return s.env.After(s.house.late, views.ToastMsg{Level: views.Warn, Text: text.Raw("章雪琴 没存上")})
		}),
		run("ctrl+d", func() tea.Cmd {
			return views.Push(menu.Numbered(s.env, "做什么", []widget.MenuItem{{ID: "a", Label: "甲"}, {ID: "b", Label: "乙", Reason: "先要登记"}}, "",
				func(id string) tea.Msg { return said{"选了" + id} }))
		}),
		run("ctrl+a", func() tea.Cmd {
			m := menu.Numbered(s.env, "做什么", []widget.MenuItem{{ID: "a", Label: "甲"}}, "", func(id string) tea.Msg { return said{"选了" + id} })
			return s.env.After(s.house.late, views.PushMsg{View: m})
		}),
		run("ctrl+v", func() tea.Cmd {
			return views.Push(&sheet{env: s.env, route: views.Route{Screen: "over", Case: s.route.Case + 1}, house: s.house, field: widget.NewField(20)})
		}),
		run("ctrl+k", func() tea.Cmd {
			return views.Push(form.Box(s.env, form.Spec[string]{
				Title: text.Raw("填一填"), Fields: []*form.Field[string]{form.Text("name", text.Raw("姓名"), 40, func(name *string) *string { return name })},
				Save: func(_ context.Context, _ views.Session, _ hall.DraftID, name string) (string, error) {
					return name, nil
				},
			}))
		}),
		{Key: views.Key("ctrl+x", "ctrl+x"), Name: text.Raw("办不了"), Run: func() tea.Cmd { panic("must not run") },
			Blocked: func() text.Message { return text.Raw("先要受理") }},
	}
}

// screens makes every place of the program a sheet.
func (h *house) screens() map[views.Screen]func(*views.Env, views.Route) views.View {
	out := map[views.Screen]func(*views.Env, views.Route) views.View{}
	for _, s := range []views.Screen{views.Board, views.Intake, views.WalkIn, views.Cases, views.CaseFile, views.Staff} {
		out[s] = func(env *views.Env, r views.Route) views.View {
			h.opened++
			return &sheet{env: env, route: r, number: h.opened, house: h, field: widget.NewField(20)}
		}
	}
	return out
}

// desk opens the program with sheets for screens.
func desk(t *testing.T, o apptest.Options) (*apptest.Driver, *house, *storetest.Hall) {
	t.Helper()
	h, b := storetest.New(t), &house{}
	o.Screens = b.screens()
	if o.Actor == nil {
		o.Actor = &h.Boss
	}
	return apptest.Open(t, h, o), b, h
}
