package app_test

import (
	"image/color"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/app"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/house/settings"
	"sizhen/views/kit/theme"
)

// look is a program of one screen that asks the terminal for its background.
func look(s hall.Settings) (*app.Model, *tea.Msg) {
	late := new(tea.Msg)
	m := app.New(app.Options{
		AskGround: true, Settings: s, Now: storetest.Start, Only: func(env *views.Env) views.View { return settings.New(env, views.Route{}) },
		After: func(_ time.Duration, msg tea.Msg) tea.Cmd { *late = msg; return nil },
	})
	m.Init()
	return m, late
}

// Where a terminal of sixteen colours says nothing, or is said to be both, its own ink stands on its own ground.
func TestAGroundThatIsNotKnownHasNoColouredInk(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		known  app.Ground
		answer color.Color
		plain  bool
	}{{0, nil, true}, {0, color.White, false}, {app.LightGround, nil, false}, {app.LightGround, color.Black, true}, {app.DarkGround, color.Black, false}} {
		m := app.New(app.Options{
			AskGround: true, Ground: c.known, Look: theme.Options{Depth: theme.Colors16}, Settings: storetest.Settings(), Now: storetest.Start,
			Only:  func(env *views.Env) views.View { return settings.New(env, views.Route{}) },
			After: func(time.Duration, tea.Msg) tea.Cmd { return nil },
		})
		m.Init()
		if c.answer != nil {
			m.Update(tea.BackgroundColorMsg{Color: c.answer})
		}
		if got := !strings.Contains(m.Styles().Accent.Render("x"), "3"); got != c.plain {
			t.Errorf("%+v: %q", c, m.Styles().Accent.Render("x"))
		}
	}
}

// Dark and light are told by the terminal, and nothing is shown before; one that does not answer
// is taken for a dark one; the settings have the last word.
func TestTheGroundIsTheTerminals(t *testing.T) {
	t.Parallel()
	dark, light := color.RGBA{0x14, 0x18, 0x1b, 0xff}, color.RGBA{0xfb, 0xf9, 0xf2, 0xff}
	for _, c := range []struct {
		what    string
		palette uint8
		answer  color.Color
		want    color.RGBA
	}{
		{"a light terminal", hall.PaletteAuto, color.White, light}, {"a dark terminal", hall.PaletteAuto, color.Black, dark},
		{"no answer", hall.PaletteAuto, nil, dark},
		{"light by the settings", hall.PaletteLight, nil, light}, {"dark by the settings", hall.PaletteDark, nil, dark},
	} {
		s := storetest.Settings()
		s.Palette = c.palette
		m, late := look(s)
		asked := m.View().BackgroundColor == nil
		if asked != (c.palette == hall.PaletteAuto) {
			t.Errorf("%s: asked %v", c.what, asked)
		}
		if c.answer != nil {
			m.Update(tea.BackgroundColorMsg{Color: c.answer})
		} else if *late != nil {
			m.Update(*late)
		}
		if got := m.View().BackgroundColor; got != c.want {
			t.Errorf("%s: drawn on %v, want %v", c.what, got, c.want)
		}
	}
}
