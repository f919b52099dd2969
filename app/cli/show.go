package cli

import (
	"context"
	"errors"
	"os"
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"sizhen/app"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/house/setup"
	"sizhen/views/kit/theme"
	"sizhen/views/text"
)

// show runs the program until it ends.
func (r *run) show(ctx context.Context, s session) error {
	log, file, err := r.logger(s.place.log())
	if err != nil {
		return err
	}
	defer file.Close()
	o, err := r.program(ctx, s)
	if err != nil {
		return err
	}
	o.Log = log
	_, err = app.Run(ctx, o)
	return ended(err)
}

// program is what the program opens with.
func (r *run) program(ctx context.Context, s session) (app.Options, error) {
	origin, err := s.store.Origin(ctx)
	if err != nil {
		return app.Options{}, at(s.place.store(), err)
	}
	o := app.Options{Store: s.store, Sample: origin == store.Sample, Lang: r.lang, Look: r.look(), AskGround: true, Ground: r.ground(), SaveSettings: s.save}
	if s.save != nil {
		o.SettingsFile = s.place.config
		o.Export, o.Rescue = exporter(s.place.exports()), s.rescue
		o.Ended = s.ended
	}
	o.Warn, o.Damage = s.place.resealed(s.store.Resealed()), damaged(s.store.Damage())
	if s.actor.Staff != 0 {
		o.Actor, o.Hello = &s.actor, s.hello
	}
	return o, nil
}

// showSetUp runs the first start alone. There is no store, and no log, yet.
func (r *run) showSetUp(ctx context.Context, start hall.Settings, o setup.Options) (setup.Choice, error) {
	now, err := r.clock(start.Zone)
	if err != nil {
		return setup.Left, err
	}
	result, err := app.Run(ctx, app.Options{
		Lang: r.lang, Look: r.look(), AskGround: true, Ground: r.ground(), Settings: start, Now: now,
		Only: func(env *views.Env) views.View { return setup.New(env, o) },
	})
	choice, _ := result.(setup.Choice) // none when the window was closed
	return choice, ended(err)
}

// look is what is known of the terminal before it is asked.
func (r *run) look() theme.Options {
	var env []string
	for _, key := range []string{"TERM", "COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "WT_SESSION", "TMUX", "ConEmuANSI", "ANSICON"} {
		if v := r.env(key); v != "" {
			env = append(env, key+"="+v)
		}
	}
	o := theme.Options{Depth: theme.NoColor}
	switch p := colorprofile.Detect(os.Stdout, env); {
	case r.env("NO_COLOR") != "":
	case p >= colorprofile.TrueColor:
		o.Depth = theme.TrueColor
	case p == colorprofile.ANSI256:
		o.Depth = theme.Colors256
	case p == colorprofile.ANSI:
		o.Depth = theme.Colors16
	}
	return o
}

// ground is what the terminal said of its background in COLORFGBG, as rxvt, Konsole and others do: the last
// of its numbers is the ground's place among the sixteen colours.
func (r *run) ground() app.Ground {
	v := r.env("COLORFGBG")
	n, err := strconv.Atoi(v[strings.LastIndexByte(v, ';')+1:])
	switch {
	case err != nil || n < 0 || n > 15:
		return 0
	case n == 7 || n > 8:
		return app.LightGround
	}
	return app.DarkGround
}

func ended(err error) error {
	switch {
	case errors.Is(err, app.ErrNotTerminal):
		return failure{text.CLI.NoTerminal}
	case errors.Is(err, context.Canceled):
		return nil // asked to stop, and stopped
	}
	return err
}
